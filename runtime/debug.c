/* debug.c - assertions of the debug build (-gcflags=-d=rtdebug links runtime_debug.a): the states of G and P change only as README,
 * "The scheduler", says. GODEBUG=badgstatus=1, badpstatus=1, badpmain=1: transitions that are not there, to try the assertions;
 * badheap=1: a number that heapcheck.c will find to be wrong. */
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
	throw(what[0] == 'g' ? "casgstatus: bad incoming values" : "casPstatus: bad incoming values");
}

void
setgstatus(G *g, u32 to)
{
	u32 from = aload(&g->status);

	NOSPLIT();
	if (from >= sizeof gmay || !(gmay[from] & TO(to)))
		bad("g", g->goid, from, to);
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

/* In runtime.main, before main.main. */
COLD void
debug_hook(const char *name)
{
	i64 n = 0;

	if (!godebug(name, &n) || !n)
		return;
	if (name[3] == 'h')
		heap.freepages++;
	else if (name[3] == 'g')
		setgstatus(getg(), Grunning);
	else if (name[4] == 's')
		setpstatus(getg()->m->p, Pdead);
	else
		setpstatus(getg()->m->p, Psyscall);
}
#endif
