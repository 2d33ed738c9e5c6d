/* assert.c - type assertions that panic: a TypeAssertionError (stdlib/runtime/error.go). */
#include "runtime.h"

Itab *runtime_assertE2I(InterfaceType *i, Type *t) SYM(assertE2I);
void runtime_panicdottypeE(Type *have, Type *want, Type *iface) NORETURN SYM(panicdottypeE);
void runtime_panicdottypeI(Itab *have, Type *want, Type *iface) NORETURN SYM(panicdottypeI);
void runtime_panicnildottype(Type *want) NORETURN SYM(panicnildottype);
/* Go: panic(&TypeAssertionError{...}) */
void panicTypeAssert(Type *iface, Type *have, Type *want, const u8 *p, i64 n) NORETURN SYM(panicTypeAssert);

Itab *
runtime_getitab(InterfaceType *i, Type *t, bool canfail)
{
	Itab *m = itab_find(i, t);
	GoString missing;

	if (likely(m->fun[0] != 0))
		return m;
	if (canfail)
		return 0;
	missing = itab_fill(m);
	panicTypeAssert(0, t, &i->t, missing.p, missing.n);
}

Itab *
runtime_assertE2I(InterfaceType *i, Type *t)
{
	if (!t)
		panicTypeAssert(0, 0, &i->t, 0, 0);
	return runtime_getitab(i, t, false);
}

void
runtime_panicdottypeE(Type *have, Type *want, Type *iface)
{
	panicTypeAssert(iface, have, want, 0, 0);
}

void
runtime_panicdottypeI(Itab *have, Type *want, Type *iface)
{
	panicTypeAssert(iface, have ? have->type : 0, want, 0, 0);
}

void
runtime_panicnildottype(Type *want)
{
	panicTypeAssert(0, 0, want, 0, 0);
}
