/* panic.c - panics, deferred calls, recovery, and how a program dies. The protocol is in README.
 *
 * gopanic walks the TryRecs outward. Deferred calls run on top of the panicking stack; while one runs, Panic.try says for which
 * record. A panic raised below it that reaches the same record aborts it. Recovered: the record's other deferred calls run
 * here too, with this panic off the list, then g0 cuts the stack back to the record. */
#include "runtime.h"

void runtime_deferproc(DeferRec *d, FuncVal *fn) SYM(deferproc);
void runtime_deferprocheap(FuncVal *fn) SYM(deferprocheap);
TryRec *runtime_trytop(void) SYM(trytop);
void runtime_deferprocat(TryRec *t, FuncVal *fn) SYM(deferprocat);
void runtime_deferreturn(void) SYM(deferreturn);
Eface runtime_gorecover(void *token) SYM(gorecover);
void runtime_Goexit(void) NORETURN SYM(goexitpanic);
/* Go: (text string, is, _ int): what to print for a value that is an error or a Stringer */
void preprintpanic(GoString out[2], Type *t, void *d) SYM(preprintpanic);
void panicErrorString(const u8 *p, i64 n) NORETURN SYM(panicErrorString);
void panicPlainError(const u8 *p, i64 n) NORETURN SYM(panicPlainError);
void runtime_panicnil_value(void) NORETURN SYM(panicNilError);

#pragma weak runtime_printfloat
#pragma weak runtime_printfloat32
#pragma weak runtime_printcomplex
#pragma weak runtime_printcomplex64

/* ---- deferred calls ---- */

static void
pushdefer(TryRec *t, DeferRec *d, FuncVal *fn)
{
	d->fn = fn;
	d->link = t->defers;
	t->defers = d;
}

void
runtime_deferproc(DeferRec *d, FuncVal *fn)
{
	NOSPLIT();
	pushdefer(getg()->try, d, fn);
}

void
runtime_deferprocat(TryRec *t, FuncVal *fn)
{
	pushdefer(t, runtime_mallocgc(sizeof(DeferRec), &type_conservative, true), fn);
}

void
runtime_deferprocheap(FuncVal *fn)
{
	runtime_deferprocat(getg()->try, fn);
}

TryRec *
runtime_trytop(void)
{
	return getg()->try;
}

static void
rundefers(TryRec *t)
{
	DeferRec *d;
	void *frame;

	while ((d = t->defers)) {
		t->defers = d->link;
		if (!d->fn)
			runtime_panicnil();
		calldefer(d->fn, &frame);
	}
}

void
runtime_deferreturn(void)
{
	rundefers(getg()->try);
}

/* ---- panic ---- */

/* On g0: cuts g's stack back to its innermost TryRec and lets that trycall return true. */
static void
recovery(G *g)
{
	TryRec *t = g->try;

	stack_setseg(g, t->segment);
	stack_shed(g, g->segment);
	g->sched_pc = (uintptr)tryreturn;
	g->sched_sp = (uintptr)t->sp;
	g->sched_bp = 0;
	gogo(g);
}

/* p was recovered while it ran deferred calls of t: panics that were at t, too, are over with it. True: one was a Goexit. */
static bool
droppanics(G *g, Panic *p)
{
	bool goexit = false;

	for (p = p->link; p && p->aborted; p = p->link)
		goexit |= p->goexit;
	g->panic = p;
	return goexit;
}

static void
recovered(G *g, Panic *p, TryRec *t)
{
	g->sig = 0;
	if (droppanics(g, p))
		runtime_Goexit();
	rundefers(t);
	mcall(recovery);
}

static void
runpanic(G *g, Panic *p)
{
	TryRec *t;
	DeferRec *d;
	Panic *q;

	p->link = g->panic;
	g->panic = p;
	while ((t = g->try)) {
		p->try = t;
		for (q = p->link; q; q = q->link)
			if (q->try == t)
				q->aborted = true;
		while ((d = t->defers)) {
			t->defers = d->link;
			if (!d->fn)
				runtime_panicnil();
			calldefer(d->fn, &p->frame);
			p->frame = 0;
			if (p->recovered)
				recovered(g, p, t);
		}
		g->try = t->link;
	}
}

void
runtime_Goexit(void)
{
	Panic p = {.goexit = true};
	G *g = getg();

	runpanic(g, &p);
	g->panic = 0;
	goexit1();
	__builtin_unreachable();
}

/* ---- recover ---- */

static bool
between(uintptr pc, void (*lo)(void), uintptr n)
{
	return pc - (uintptr)lo < n;
}

/* Does a function called from frame pointer `caller` stand directly under the deferred call of p? Walks from our own frame to
 * where that frame pointer was saved, then through morestack and wrappers. */
static NOINLINE bool
calledby(void *caller, Panic *p)
{
	uintptr *fp = __builtin_frame_address(0);

	while (fp && *fp != (uintptr)caller)
		fp = (uintptr *)*fp;
	while (fp) {
		if ((void *)fp[0] == p->frame)
			return true;
		if (!between(fp[1], runtime_morestack, 1024) && !iswrapper(fp[1] - 1))
			return false;
		fp = (uintptr *)fp[0];
	}
	return false;
}

Eface
runtime_gorecover(void *token)
{
	Panic *p = getg()->panic;

	if (!p || p->goexit || p->recovered || !p->frame || !token || !calledby(token, p))
		return (Eface){0, 0};
	p->recovered = true;
	return p->arg;
}

/* ---- dying ---- */

static COLD void
printindented(GoString s)
{
	i64 i, j;

	for (i = 0; i < s.n; i = j) {
		for (j = i; j < s.n && s.p[j] != '\n';)
			j++;
		runtime_printstring(s.p + i, j - i);
		if (j < s.n) {
			prints("\n\t");
			j++;
		}
	}
}

static COLD void
printbasic(u8 kind, void *p)
{
	switch (kind) {
	case KIND_BOOL: runtime_printbool(*(bool *)p); break;
	case KIND_INT: case KIND_INT64: runtime_printint(*(i64 *)p); break;
	case KIND_INT8: runtime_printint(*(signed char *)p); break;
	case KIND_INT16: runtime_printint(*(int16_t *)p); break;
	case KIND_INT32: runtime_printint(*(i32 *)p); break;
	case KIND_UINT: case KIND_UINT64: case KIND_UINTPTR: runtime_printuint(*(u64 *)p); break;
	case KIND_UINT8: runtime_printuint(*(u8 *)p); break;
	case KIND_UINT16: runtime_printuint(*(u16 *)p); break;
	case KIND_UINT32: runtime_printuint(*(u32 *)p); break;
	case KIND_FLOAT32: runtime_printfloat32(*(float *)p); break;
	case KIND_FLOAT64: runtime_printfloat(*(double *)p); break;
	case KIND_COMPLEX64: runtime_printcomplex64(((float *)p)[0], ((float *)p)[1]); break;
	case KIND_COMPLEX128: runtime_printcomplex(((double *)p)[0], ((double *)p)[1]); break;
	}
}

/* A value that is neither error nor Stringer: 5, main.Int(5), main.Str("x"), (main.T) {...} as an address. */
static COLD void
printvalue(Eface e)
{
	Type *t = e.type;
	bool named, parens;

	if (!t) {
		prints("nil");
		return;
	}
	named = false;
	for (i64 i = 0; i < t->str.n; i++)
		named |= t->str.p[i] == '.';
	if (t->kind == KIND_STRING) {
		if (named) {
			printstr(t->str);
			prints("(\"");
		}
		printindented(*(GoString *)e.data);
		if (named)
			prints("\")");
	} else if (t->kind >= KIND_BOOL && t->kind <= KIND_COMPLEX128) {
		parens = t->kind < KIND_COMPLEX64;   /* complex numbers have their own */
		if (named) {
			printstr(t->str);
			prints(parens ? "(" : "");
		}
		printbasic(t->kind, e.data);
		if (named && parens)
			prints(")");
	} else {
		prints("(");
		printstr(t->str);
		prints(") ");
		runtime_printpointer(e.data);
	}
}

static COLD void
printpanics(Panic *p)
{
	if (p->link) {
		printpanics(p->link);
		if (p->link->repanicked)
			return;
		if (!p->link->goexit)
			prints("\t");
	}
	if (p->goexit)
		return;
	prints("panic: ");
	if (p->how)
		printindented(p->text);
	else
		printvalue(p->arg);
	if (p->repanicked)
		prints(" [recovered, repanicked]");
	else if (p->recovered)
		prints(" [recovered]");
	runtime_printnl();
}

static COLD void
printsignal(G *g)
{
	NOSPLIT();
	if (!g->sig)
		return;
	prints("[signal ");
	printsigname(g->sig);
	prints(" code=");
	runtime_printhex(g->sigcode);
	prints(" addr=");
	runtime_printhex(g->sigaddr);
	prints(" pc=");
	runtime_printhex(g->sigpc);
	prints("]\n");
}

/* No deferred call recovered. Error and String methods of the values run first: they are the program's. */
static COLD void NORETURN
fatalpanic(Panic *p, uintptr pc, uintptr bp)
{
	G *g = getg();
	Panic *q;
	GoString s[2];

	for (q = p; q; q = q->link) {
		if (q->goexit || !q->arg.type)
			continue;
		s[0] = s[1] = (GoString){0, 0};
		preprintpanic(s, q->arg.type, q->arg.data);
		q->text = s[0];
		q->how = s[1].p != 0;
	}
	runtime_printlock();
	for (q = p; q && q->link; q = q->link)
		if (q->link->recovered && q->link->arg.type == q->arg.type && q->link->arg.data == q->arg.data)
			q->link->repanicked = true;
	printpanics(p);
	printsignal(g);
	dofatal(g, pc, bp);
}

static COLD void
panicpart(i32 stage)
{
	faultpanic = runtime_sigpanic0;
}

void
runtime_gopanic(Type *t, void *d)
{
	Panic p = {.arg = {t, d}};
	G *g = getg();
	uintptr *fp = __builtin_frame_address(0);

	PART(runtime_gopanic, panicpart);
	if (g == g->m->g0 || g == g->m->gsignal)
		throw("panic on system stack");
	if (!t)
		runtime_panicnil_value();
	runpanic(g, &p);
	fatalpanic(&p, fp[1], fp[0]);
}

COLD void
panicstr(const char *s)
{
	GoString g = cstring(s);

	panicErrorString(g.p, g.n);
}

COLD void
panicplain(const char *s)
{
	GoString g = cstring(s);

	panicPlainError(g.p, g.n);
}

/* The compiler's explicit nil check: as if the processor had found it. */
COLD void
runtime_panicnil(void)
{
	G *g = getg();

	g->sig = 11;
	g->sigcode = 1;
	g->sigaddr = 0;
	g->sigpc = (uintptr)__builtin_return_address(0);
	runtime_panicmem();
}

void
throw(const char *s)
{
	uintptr *fp = __builtin_frame_address(0);
	G *g = getg();

	NOSPLIT();
	runtime_printlock();
	prints("fatal error: ");
	prints(s);
	runtime_printnl();
	printsignal(g);
	if (g->m->dying++)
		exit(3);
	if ((g == g->m->g0 || g == g->m->gsignal) && g->m->curg)
		dofatal(g->m->curg, g->m->curg->sched_pc, g->m->curg->sched_bp);
	dofatal(g, fp[1], fp[0]);
}

void
fatalthrow(const char *s)
{
	throw(s);
}

/* What is shown when the program dies: a level (0 nothing, 1 the program's frames, from 2 on the runtime's, too) and flags. */
enum { SHOW_CRASH = 1, SHOW_ALL = 2, SHOW_LEVEL = 4 };
static u32 show;                                     /* by debug.SetTraceback, in addition to the environment */

static COLD u32
showlevel(GoString s)
{
	i64 n = parsenum(s);

	if (streq(s, LIT("none")))
		return 0;
	if (s.n == 0 || streq(s, LIT("single")))
		return SHOW_LEVEL;
	if (streq(s, LIT("all")))
		return SHOW_LEVEL | SHOW_ALL;
	if (streq(s, LIT("system")))
		return 2 * SHOW_LEVEL | SHOW_ALL;
	if (streq(s, LIT("crash")))
		return 2 * SHOW_LEVEL | SHOW_ALL | SHOW_CRASH;
	return SHOW_ALL | (n > 0 ? n * SHOW_LEVEL : 0);
}

void runtime_settraceback(const u8 *p, i64 n) SYM(settraceback);
void
runtime_settraceback(const u8 *p, i64 n)
{
	show = showlevel((GoString){p, n});
}

void *dyingctx;

static void
dying(void *arg)
{
	void **a = arg;
	u32 how = show | showlevel(gogetenv("GOTRACEBACK"));
	G *g = a[0];
	bool all = getg()->m->dying > 0 || how & SHOW_ALL;

	if (schedops)
		schedops->freeze();
	if (dyingctx && how < SHOW_LEVEL)
		how |= SHOW_LEVEL;                   /* who sends SIGQUIT wants to see something */
	tracesystem = how >= 2 * SHOW_LEVEL;
	if (how < SHOW_LEVEL)
		goto out;
	if (g != g->m->g0 && (g->status == Grunning || g->status == Gsyscall)) {
		prints("\n");
		traceback(g, (uintptr)a[1], (uintptr)a[2]);
	}
	if (all)
		tracebackothers(g);
	if (dyingctx)
		dumpregs(dyingctx);
out:
	printflush();
	if (how & SHOW_CRASH)
		raise_default(6);
	exit(2);
}

void
dofatal(G *g, uintptr pc, uintptr bp)
{
	void *a[3] = {g, (void *)pc, (void *)bp};

	NOSPLIT();
	systemstack(dying, a);
	exit(2);
}
