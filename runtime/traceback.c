/* traceback.c - walks stacks by frame pointers, {caller's frame pointer, return address} on both targets, across segments
 * (morestack makes such a record, too), and prints them as Go does. Printing runs on g0. */
#include "runtime.h"

enum { MAXINLINE = 16, SHOWN = 50 };

void trybody(void) SYM(trybody);                     /* in trycall */
bool tracesystem;                                    /* GOTRACEBACK=system: the runtime's own frames, down to goexit */

void
unwind_init(Unwind *u, G *g, uintptr pc, uintptr bp)
{
	*u = (Unwind){.pc = pc, .bp = bp, .g = g};
	u->done = pc == 0;
}

/* To the caller's frame. */
void
unwind_next(Unwind *u)
{
	uintptr *fp = (uintptr *)u->bp;

	if (u->g->sched_pc == (uintptr)gostart && u->pc == u->g->startpc + 1) {
		u->pc = (uintptr)goexit + 1;         /* has not run yet */
		return;
	}
	if (u->bp == 0 || (u->bp & 7)) {
		u->done = true;
		return;
	}
	u->pc = fp[1];
	u->bp = fp[0];
	if (u->pc == 0)
		u->done = true;
}

static bool
is(GoString s, const char *prefix)
{
	i64 i;

	for (i = 0; prefix[i]; i++)
		if (i >= s.n || s.p[i] != (u8)prefix[i])
			return false;
	return true;
}

static bool
ispanic(Frame *f)
{
	return streq(f->func, LIT("runtime.gopanic"));
}

/* The runtime's own functions are not shown, except what programs call; and not the one that prints this. */
static bool
shown(Frame *f)
{
	u8 c;

	if (f->wrapper)
		return false;
	if (tracesystem)
		return f->func.n > 0;
	if (!is(f->func, "runtime."))
		return f->func.n > 0;
	c = f->func.n > 8 ? f->func.p[8] : 0;
	return (c >= 'A' && c <= 'Z' && !streq(f->func, LIT("runtime.Stack"))) || ispanic(f);
}

static COLD void
printframe(Frame *f, uintptr pc)
{
	if (ispanic(f))
		prints("panic");                     /* the word in the program */
	else
		printstr(f->func);
	prints(f->noargs ? "()\n\t" : "(...)\n\t");
	if (f->file.n == 0)
		prints("runtime");                   /* C or assembly */
	printstr(f->file);
	prints(":");
	runtime_printint(f->line);
	if (!f->inlined) {
		prints(" +");
		runtime_printhex(pc - f->entry);
	}
	runtime_printnl();
}

/* The logical frames of the physical frame that u is at; 0 when unknown. An outlined body with defers is called by trycall, that
 * by the function it stands for: the latter is left out. */
static i32
frames(Unwind *u, Frame *out)
{
	FuncInfo f;

	while (!u->done && u->pc == (uintptr)trybody) {
		unwind_next(u);
		unwind_next(u);
	}
	if (u->done || !findfunc(u->pc - 1, &f))
		return 0;
	return pcframes(&f, u->pc - 1, out, MAXINLINE);
}

/* A stack that has overflowed is millions of frames of few functions: seen says how many logical frames a pc stands for. */
typedef struct Seen { uintptr pc; i32 n; } Seen;
typedef struct Walk { i64 count, from, to; bool print; Seen seen[16]; } Walk;

static Seen *
seenat(Walk *w, uintptr pc)
{
	NOSPLIT();
	return &w->seen[(pc ^ pc >> 6) % NELEM(w->seen)];
}

static COLD void
walk(G *g, uintptr pc, uintptr bp, Walk *w)
{
	Unwind u;
	Frame fr[MAXINLINE];
	Seen *s;
	i64 before;
	bool bottom;
	i32 n, i;

	NOSPLIT();
	w->count = 0;
	for (unwind_init(&u, g, pc, bp); !u.done; unwind_next(&u)) {
		s = seenat(w, u.pc);
		if (s->pc == u.pc && (!w->print || (w->count > w->from && w->count + s->n <= w->to))) {
			w->count += s->n;
			continue;
		}
		n = frames(&u, fr);
		bottom = !u.done && u.pc - (uintptr)goexit < 16;
		n = bottom ? 0 : n;
		s = seenat(w, u.pc);
		before = w->count;
		for (i = 0; i < n; i++) {
			if (!shown(&fr[i]))
				continue;
			if (w->print && (w->count < w->from || w->count >= w->to))
				printframe(&fr[i], u.pc);
			if (w->print && w->count == w->from) {
				prints("...");
				runtime_printint(w->to - w->from);
				prints(" frames elided...\n");
			}
			w->count++;
		}
		*s = (Seen){u.pc, w->count - before};
		if (bottom && tracesystem && w->print) {
			prints("runtime.goexit(...)\n\truntime/asm.S +");
			runtime_printhex(u.pc - (uintptr)goexit);
			runtime_printnl();
		}
	}
}

/* The collector notes in waitsince that it has seen a goroutine wait: minutes count from there. */
static COLD void
goroutineheader(G *g)
{
	i64 minutes = g->waitsince ? (runtime_nanotime() - g->waitsince) / 60000000000 : 0;

	prints("goroutine ");
	runtime_printint(g->goid);
	prints(" [");
	if (g->status == Grunning)
		prints("running");
	else if (g->status == Grunnable)
		prints("runnable");
	else if (g->status == Gsyscall)
		prints("syscall");
	else
		prints(waitreason(g->waitreason));
	if (minutes > 0 && (g->status == Gwaiting || g->status == Gsyscall)) {
		prints(", ");
		runtime_printint(minutes);
		prints(" minutes");
	}
	if (g->lockedm && g->lockedm->lockedext)
		prints(", locked to thread");
	prints("]:\n");
}

static COLD void
createdby(G *g)
{
	FuncInfo f;
	Frame fr[MAXINLINE];
	i32 n;

	NOSPLIT();
	if (g->goid == 1 || !findfunc(g->gopc - 1, &f))
		return;
	n = pcframes(&f, g->gopc - 1, fr, MAXINLINE);
	if (n == 0)
		return;
	prints("created by ");
	printstr(fr[0].func);
	prints(" in goroutine ");
	runtime_printint(g->parent);
	prints("\n\t");
	printstr(fr[0].file);
	prints(":");
	runtime_printint(fr[0].line);
	prints(" +");
	runtime_printhex(g->gopc - fr[0].entry);
	runtime_printnl();
}

/* "goroutine N [state]:" and its frames: the first 50 and the last 50. */
COLD void
traceback(G *g, uintptr pc, uintptr bp)
{
	Walk w;
	u64 i;

	for (i = 0; i < NELEM(w.seen); i++)
		w.seen[i].pc = 0;
	w.print = false;
	goroutineheader(g);
	walk(g, pc, bp, &w);
	w.from = w.to = -1;
	if (w.count > 2 * SHOWN) {
		w.from = SHOWN;
		w.to = w.count - SHOWN;
	}
	w.print = true;
	walk(g, pc, bp, &w);
	createdby(g);
	printflush();
}

/* It did not stop in time: nobody knows where it is. */
static COLD void
elsewhere(G *g)
{
	goroutineheader(g);
	prints("\tgoroutine running on other thread; stack unavailable\n");
	createdby(g);
}

COLD void
tracebackothers(G *me)
{
	G *g, *rev = 0;

	for (g = sched.allgs; g; g = g->alllink) {
		g->tracelink = rev;
		rev = g;
	}
	for (g = rev; g; g = g->tracelink) {
		if (g == me || g->status == Gdead || g->system)
			continue;
		prints("\n");
		if (g->status == Grunning && g->m != getg()->m)
			elsewhere(g);
		else
			traceback(g, g->sched_pc == (uintptr)gostart ? g->startpc + 1 : g->sched_pc, g->sched_bp);
	}
}

typedef struct Text { G *g; uintptr pc, bp; u8 *p; i64 n; bool all; } Text;

static void
text(void *arg)
{
	Text *t = arg;

	NOSPLIT();
	printsink(t->p, t->n);
	traceback(t->g, t->pc, t->bp);
	if (t->all)
		tracebackothers(t->g);
	t->n = printed();
	printsink(0, 0);
}

i64
tracecopy(u8 *p, i64 n, bool all)
{
	uintptr *fp = __builtin_frame_address(0);
	Text t = {getg(), fp[1], fp[0], p, n, all};

	systemstack(text, &t);
	return t.n;
}

/* ---- runtime.Callers ---- */

typedef struct Callers { G *g; uintptr pc, bp, *pcs; i64 skip, max, n; } Callers;

/* Which of the runtime's frames do not count: those that carry out calls. */
static bool
carrier(uintptr pc)
{
	return pc - (uintptr)runtime_morestack < 1024 || pc - (uintptr)calldefer < 64 || pc - (uintptr)runtime_sigpanic0 < 64;
}

static void
collect(void *arg)
{
	Callers *c = arg;
	Unwind u;
	Frame fr[MAXINLINE];
	i32 n, i;

	NOSPLIT();
	for (unwind_init(&u, c->g, c->pc, c->bp); !u.done && c->n < c->max; unwind_next(&u)) {
		if (carrier(u.pc))
			continue;
		n = frames(&u, fr);
		for (i = 0; i < n && c->n < c->max; i++)
			if (!fr[i].wrapper && c->skip-- <= 0)
				c->pcs[c->n++] = u.pc | (uintptr)i << 48;
	}
}

/* Logical frames of the calling goroutine from the caller on, skip of them left out: return addresses, the number of the frame
 * among those inlined at it in the upper 16 bits. */
i64 runtime_callers(i64 skip, uintptr *pcs, i64 max) SYM(callers);
i64
runtime_callers(i64 skip, uintptr *pcs, i64 max)
{
	uintptr *fp = __builtin_frame_address(0);
	Callers c = {getg(), fp[1], fp[0], pcs, skip, max, 0};

	systemstack(collect, &c);
	return c.n;
}
