/* schedtrace.c - GODEBUG=schedtrace=N: one line on the scheduler every N milliseconds; with scheddetail=1 also one for each P, M and
 * G. In the format of Go's. The figures are read while all runs on: they need not agree. And the tracebacks' way to stop all. */
#include "runtime.h"

static i64 period, detail, next;

static void
field(const char *name, i64 v)
{
	NOSPLIT();
	prints(name);
	runtime_printint(v);
}

static void
idornil(const char *name, bool any, i64 v)
{
	NOSPLIT();
	prints(name);
	if (any)
		runtime_printint(v);
	else
		prints("nil");
}

static void
bool_(const char *name, bool v)
{
	NOSPLIT();
	prints(name);
	runtime_printbool(v);
}

static i32
runqsize(P *p)
{
	u32 h = aload(&p->runqhead), t = aload(&p->runqtail);

	NOSPLIT();
	return t - h;
}

static void
printps(void)
{
	i32 i;
	M *m;
	P *p;

	NOSPLIT();
	for (i = 0; i < sched.nprocs; i++) {
		p = allp[i];
		m = p->m;
		field("  P", i);
		field(": status=", p->status);
		field(" schedtick=", p->schedtick);
		field(" syscalltick=", p->syscalltick);
		idornil(" m=", m != 0, m ? m->id : 0);
		field(" runqsize=", runqsize(p));
		field(" gfreecnt=", p->ngfree);
		field(" timerslen=", p->timers.n);
		runtime_printnl();
	}
}

static void
printm_(M *m)
{
	P *p = m->p;
	G *c = m->curg, *l = m->lockedg;

	NOSPLIT();
	field("  M", m->id);
	idornil(": p=", p != 0, p ? p->id : 0);
	idornil(" curg=", c != 0, c ? c->goid : 0);
	field(" mallocing=", 0);
	field(" throwing=", 0);
	prints(" preemptoff=");
	field(" locks=", m->locks);
	field(" dying=", m->dying);
	bool_(" spinning=", m->spinning);
	bool_(" blocked=", m->blocked);
	idornil(" lockedg=", l != 0, l ? l->goid : 0);
	runtime_printnl();
}

static void
printg_(G *g)
{
	M *m = g->status == Grunning || g->status == Gsyscall ? g->m : 0, *l = g->lockedm;

	NOSPLIT();
	field("  G", g->goid);
	field(": status=", g->status);
	prints("(");
	prints(g->status == Gwaiting ? waitreason(g->waitreason) : "");
	idornil(") m=", m != 0, m ? m->id : 0);
	idornil(" lockedm=", l != 0, l ? l->id : 0);
	runtime_printnl();
}

static void
trace(i64 now)
{
	i32 i;
	M *m;
	G *g;

	NOSPLIT();
	runtime_printlock();
	lock(&sched.lock);
	field("SCHED ", (now - boot_t0) / 1000000);
	field("ms: gomaxprocs=", sched.nprocs);
	field(" idleprocs=", sched.npidle);
	field(" threads=", sched.mcount);
	field(" spinningthreads=", sched.nmspinning);
	field(" needspinning=", 0);
	field(" idlethreads=", sched.nmidle);
	field(" runqueue=", sched.runqsize);
	if (detail) {
		bool_(" gcwaiting=", sched.gcwaiting);
		field(" nmidlelocked=", sched.nmidlelocked);
		field(" stopwait=", sched.stopwait);
		bool_(" sysmonwait=", sched.sysmonwait);
		runtime_printnl();
		printps();
		for (m = sched.allms; m; m = m->alllink)
			printm_(m);
		for (g = aload(&sched.allgs); g; g = g->alllink)
			printg_(g);
	} else {
		for (i = 0; i < sched.nprocs; i++)
			field(i ? " " : " [ ", runqsize(allp[i]));
		prints(" ]");
		for (i = 0; i < sched.nprocs; i++)
			field(i ? " " : " schedticks=[ ", allp[i]->schedtick);
		prints(" ]\n");
	}
	unlock(&sched.lock);
	runtime_printunlock();
}

/* By main at the start, then by sysmon. */
void
schedtrace_check(i64 now)
{
	static bool known;

	NOSPLIT();
	if (!known) {
		known = true;
		godebug("schedtrace", &period);
		godebug("scheddetail", &detail);
		next = now;
	}
	if (period <= 0 || now < next)
		return;
	next += period * 1000000;
	trace(now);
}

/* GODEBUG=sysmontrace=1: how long sysmon sleeps, when that changes. */
void
sysmon_printdelay(i64 ns)
{
	static i64 lastdelay;

	NOSPLIT();
	if (ns == lastdelay)
		return;
	lastdelay = ns;
	runtime_printlock();
	field("sysmon: delay ", ns / 1000);
	prints("us\n");
	runtime_printunlock();
}

/* The program dies and wants to print its goroutines: the others stop where they can, for as long as that takes, but not long. */
void
freezetheworld(void)
{
	i32 try, i;

	NOSPLIT();
	astore(&sched.freezing, 1);
	if (!mainstarted)
		return;
	for (try = 0; try < 5; try++) {
		for (i = 0; i < sched.nprocs; i++)
			if (allp[i] && aload(&allp[i]->status) == Prunning)
				preemptone(allp[i]);
		usleep(1000000);
	}
}
