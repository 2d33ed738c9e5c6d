/* debug.c - assertions of the debug build (-gcflags=-d=rtdebug links runtime_debug.a): the states of G, P and M change only as README,
 * "The scheduler", says. GODEBUG=badgstatus=1, badpstatus=1, badmstate=1, badpmain=1: transitions that are not there, to try the
 * assertions; badheap=1: a number that heapcheck.c will find to be wrong. */
#include "malloc.h"

#ifdef RTDEBUG
#define TO(s) (1u << (s))

static const u8 gmay[] = {
	[Gidle] = TO(Gdead) | TO(Grunnable),
	[Gdead] = TO(Grunnable),
	[Grunnable] = TO(Grunning),
	[Grunning] = TO(Gwaiting) | TO(Grunnable) | TO(Gsyscall) | TO(Gdead),
	[Gwaiting] = TO(Grunnable),
	[Gsyscall] = TO(Grunning) | TO(Grunnable),
};
static const u8 pmay[] = {
	[Pidle] = TO(Prunning) | TO(Pgcstop),
	[Prunning] = TO(Pidle) | TO(Psyscall) | TO(Pgcstop),
	[Psyscall] = TO(Prunning) | TO(Pidle) | TO(Pgcstop),
	[Pgcstop] = TO(Pidle) | TO(Prunning) | TO(Pdead),
	[Pdead] = TO(Pgcstop),
};

/* Where an M may go, and what it must have there. */
enum { NO, YES, ANY };
static const struct { u8 next, p, curg, spinning, lockedg; } mmay[] = {
	[Mstarting] = {TO(Mrunning) | TO(Mspinning), NO, NO, ANY, NO},
	[Mrunning] = {TO(Mspinning) | TO(Mnop) | TO(Msyscall), YES, ANY, NO, ANY},
	[Mspinning] = {TO(Mrunning) | TO(Mnop), YES, NO, YES, NO},
	[Mnop] = {TO(Mrunning) | TO(Mspinning) | TO(Midle) | TO(Mlocked) | TO(Mdead), NO, NO, ANY, ANY},
	[Midle] = {TO(Mnop), NO, NO, NO, NO},
	[Mlocked] = {TO(Mnop), NO, NO, NO, YES},
	[Msyscall] = {TO(Mrunning) | TO(Mnop), NO, YES, NO, ANY},
	[Mdead] = {0, NO, NO, NO, ANY},
};

static COLD NORETURN void
bad(const char *what, i64 id, u32 from, u32 to)
{
	NOSPLIT();
	runtime_printlock();
	prints("runtime: ");
	prints(what);
	runtime_printint(id);
	prints(" oldval=");
	runtime_printint(from);
	prints(" newval=");
	runtime_printint(to);
	runtime_printnl();
	throw(what[0] == 'm' ? "setmstate: bad M state" : what[0] == 'g' ? "casgstatus: bad incoming values"
		: "casPstatus: bad incoming values");
}

void
setgstatus(G *g, u32 to)
{
	u32 from = aload(&g->status);

	NOSPLIT();
	if (from >= sizeof gmay || !(gmay[from] & TO(to)))
		bad("g", g->goid, from, to);
	if (to == Grunning && getg()->m->state != Mrunning)
		bad("m", getg()->m->id, getg()->m->state, Mrunning);
	astore(&g->status, to);
}

void
setpstatus(P *p, u32 to)
{
	u32 from = aload(&p->status);

	NOSPLIT();
	if (from >= sizeof pmay || !(pmay[from] & TO(to)))
		bad("p", p->id, from, to);
	astore(&p->status, to);
}

static bool
has(bool is, u32 want)
{
	NOSPLIT();
	return want == ANY || is == want;
}

bool
mstate_legal(M *m, u32 to)
{
	NOSPLIT();
	return m->state < NELEM(mmay) && to < NELEM(mmay) && mmay[m->state].next & TO(to) && has(m->p, mmay[to].p)
		&& has(m->curg, mmay[to].curg) && has(m->spinning, mmay[to].spinning) && has(m->lockedg, mmay[to].lockedg)
		&& (to != Mspinning || aload(&sched.nmspinning) > 0);
}

/* By m, or by who takes it off the idle list. */
void
setmstate(M *m, u32 to)
{
	NOSPLIT();
	if (!mstate_legal(m, to))
		bad("m", m->id, m->state, to);
	m->state = to;
}

static COLD bool
asked(const char *name)
{
	i64 n = 0;

	return godebug(name, &n) && n;
}

/* In runtime.main, before main.main. */
COLD void
debug_hooks(void)
{
	M *m = getg()->m;

	if (asked("badheap"))
		heap.freepages++;
	if (asked("badgstatus"))
		setgstatus(getg(), Grunning);
	if (asked("badpstatus"))
		setpstatus(m->p, Pdead);
	if (asked("badmstate"))
		setmstate(m, Midle);
	if (asked("badpmain"))
		setpstatus(m->p, Psyscall);
}
#endif
