/* mfinal.c - the goroutine that runs finalizers and cleanups; gc.c says which and when. */
#include "malloc.h"

bool runtime_sameobject(void *p, void *q) SYM(sameobject);
void runtime_addfinalizer(void *p, FuncVal *fn, Type *argtype, i64 results) SYM(addfinalizer);

static u32 fingmade;

/* func(), func(*T) or func(any); results that do not fit in registers have their place as the first argument (abi.h). */
COLD static void
runfinal(Final *f)
{
	u64 a[3] = {0};
	i32 n = 0;

	if (f->results)
		a[n++] = (u64)runtime_mallocgc(f->results, &type_conservative, true);
	if (f->argtype)
		a[n++] = (u64)f->argtype;
	if (!f->cleanup)
		a[n++] = f->obj;
	callclosure(f->fn, a[0], a[1], a[2]);
}

COLD static void
finalizers(void)
{
	Final f;

	fing = getg();
	for (;;) {
		while (finals_take(&f)) {
			runfinal(&f);
			f = (Final){0};
		}
		gopark(finals_park, 0, WAIT_FINALIZER);
	}
}

/* Do both point into one object of the heap? */
COLD bool
runtime_sameobject(void *p, void *q)
{
	MSpan *s;
	void *base = spanof_base(p, &s);

	return base && base == spanof_base(q, &s);
}

/* argtype: 0, or the type to give an interface parameter. results: bytes that fn's results take in memory, 0 none; -1: a cleanup. */
COLD void
runtime_addfinalizer(void *p, FuncVal *fn, Type *argtype, i64 results)
{
	static FuncVal entry = {finalizers};
	Final f = {(uintptr)p, fn, argtype, results > 0 ? results : 0, results < 0};
	void *base;
	MSpan *s;

	base = spanof_base(p, &s);
	if (!base)
		return;
	if (base != p && !f.cleanup)
		throw("runtime.SetFinalizer: pointer not at beginning of allocated block");
	if (!finals_add(&f))
		throw("runtime.SetFinalizer: finalizer already set");
	if (acas(&fingmade, 0, 1))
		newsystemg(&entry);
}
