/* mfinal.c - the goroutine that runs finalizers and cleanups; gc.c says which and when. */
#include "malloc.h"

void runtime_addfinalizer(void *p, FuncVal *fn, Type *argtype, i64 cleanup) SYM(addfinalizer);

static u32 fingmade;

COLD static void
runfinal(Final *f)
{
	struct { Type *t; void *p; } e = {f->argtype, (void *)f->obj};

	/* func(), func(*T) or func(any): code with the func value as its closure pointer */
	if (f->cleanup)
		((void (*)(FuncVal *))callclosure0)(f->fn);
	else if (f->argtype)
		((void (*)(FuncVal *, void *, void *))callclosure2)(f->fn, e.t, e.p);
	else
		((void (*)(FuncVal *, void *))callclosure1)(f->fn, e.p);
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

/* argtype: 0, or the type to give an interface parameter. */
COLD void
runtime_addfinalizer(void *p, FuncVal *fn, Type *argtype, i64 cleanup)
{
	static FuncVal entry = {finalizers};
	Final f = {(uintptr)p, fn, argtype, 0, cleanup};
	void *base;
	MSpan *s;

	base = spanof_base(p, &s);
	if (!base)
		return;
	if (base != p && !cleanup)
		throw("runtime.SetFinalizer: pointer not at beginning of allocated block");
	if (!finals_add(&f))
		throw("runtime.SetFinalizer: finalizer already set");
	if (acas(&fingmade, 0, 1))
		newsystemg(&entry);
}
