/* stw.c - stopping the world and changing the number of Ps.
 *
 * Who holds worldsema may stop the world: gcwaiting is set, every running goroutine is asked to stop at its next safepoint (its
 * stack guard is poisoned, and a signal sent), idle Ps and those in system calls are taken away at once. A P that stops becomes
 * Pgcstop and counts down stopwait; its M sleeps (gcstopm). While stopped nobody changes run queues, caches, or stacks, and a
 * goroutine that returns from a system call waits for a P. */
#include "runtime.h"

u32 worldsema = 1;

/* ---- stop and start ---- */

static void
preemptall(void)
{
	i32 i;

	NOSPLIT();
	for (i = 0; i < sched.nprocs; i++)
		if (aload(&allp[i]->status) == Prunning)
			preemptone(allp[i]);
}

/* On g0. */
void
stopTheWorld(void)
{
	M *m = getg()->m;
	P *p;
	i32 i;

	NOSPLIT();
	lock(&sched.lock);
	sched.stopwait = sched.nprocs - 1;
	noteclear(&sched.stopnote);
	astore(&sched.gcwaiting, 1);
	fence();
	preemptall();
	setpstatus(m->p, Pgcstop);
	for (i = 0; i < sched.nprocs; i++) {
		p = allp[i];
		if (acas(&p->status, Psyscall, Pgcstop)) {
			p->syscalltick++;
			sched.stopwait--;
		}
	}
	while ((p = pidleget())) {
		setpstatus(p, Pgcstop);
		sched.stopwait--;
	}
	i = sched.stopwait;
	unlock(&sched.lock);
	while (i > 0 && !notetsleep(&sched.stopnote, 100000))
		preemptall();
	for (i = 0; i < sched.nprocs; i++)
		if (allp[i]->status != Pgcstop)
			throw("stopTheWorld: not stopped");
}

/* This M found gcwaiting: its P stops, and it sleeps. */
void
gcstopm(void)
{
	M *m = getg()->m;
	P *p;

	NOSPLIT();
	if (m->spinning) {
		m->spinning = false;
		setmstate(m, Mrunning);
		if (aadd(&sched.nmspinning, -1) < 0)
			throw("gcstopm: negative nmspinning");
	}
	p = releasep();
	WINDOW();
	lock(&sched.lock);
	setpstatus(p, Pgcstop);
	if (--sched.stopwait == 0)
		notewakeup(&sched.stopnote);
	unlock(&sched.lock);
	stopm();
}

/* Ps with work get Ms, the others are idle. On g0. */
void
startTheWorld(void)
{
	M *m = getg()->m;
	P *work = 0, *p;
	i32 i;

	NOSPLIT();
	m->locks++;
	lock(&sched.lock);
	for (i = sched.nprocs - 1; i >= 0; i--) {
		p = allp[i];
		if (p == m->p) {
			setpstatus(p, Prunning);
			continue;
		}
		setpstatus(p, Pidle);
		if (runqempty(p) && !p->timers.minwhen) {
			pidleput(p);
		} else {
			p->link = work;
			work = p;
		}
	}
	astore(&sched.gcwaiting, 0);
	if (aload(&sched.sysmonwait)) {
		astore(&sched.sysmonwait, 0);
		notewakeup(&sched.sysmonnote);
	}
	unlock(&sched.lock);
	while ((p = work)) {
		work = p->link;
		startm(p, false);
	}
	wakep();
	m->locks--;
}

bool
gcacquire(bool wait)
{
	if (wait)
		semacquire(&worldsema);
	return wait || (aload(&worldsema) && acas(&worldsema, 1, 0));
}

void
gcrelease(void)
{
	semrelease(&worldsema, false, 0);
}

/* ---- number of Ps ---- */

static void
newp(i32 id)
{
	P *p = allp[id] ? allp[id] : persistentalloc(sizeof *p);

	NOSPLIT();
	pinit(p, id);
}

/* What a P that goes away had: goroutines to the global queue, timers to P 0. */
static void
destroyp(P *p)
{
	bool inherit;
	G *g;

	NOSPLIT();
	lock(&sched.lock);
	while ((g = runqget(p, &inherit)))
		globrunqput(g);
	unlock(&sched.lock);
	timers_move(p, allp[0]);
	setpstatus(p, Pdead);
}

/* The world is stopped; this M keeps a P. */
static void
resize(i32 n)
{
	M *m = getg()->m;
	i32 i, old = sched.nprocs;

	NOSPLIT();
	for (i = old; i < n; i++)
		newp(i);
	for (i = n; i < old; i++)
		destroyp(allp[i]);
	sched.nprocs = n;
	gc_parallel |= n > 1;                        /* marking may be going on */
	if (m->p->id < n)
		return;
	m->p->m = 0;
	m->p = m->g0->p = allp[0];
	allp[0]->m = m;
	if (m->curg)
		m->curg->p = allp[0];
}

static void
setprocs(void *arg)
{
	NOSPLIT();
	stopTheWorld();
	resize(*(i32 *)arg);
	startTheWorld();
}

void
sched_setprocs(i32 n)
{
	n = n < MAXPROCS ? n : MAXPROCS;
	if (n == sched.nprocs)
		return;
	semacquire(&worldsema);
	acquirem();
	systemstack(setprocs, &n);
	releasem(getg()->m);
	semrelease(&worldsema, false, 0);
}

static void
start(void *arg)
{
	i32 i;

	NOSPLIT();
	for (i = 1; i < sched.nprocs; i++)
		newp(i);
	lock(&sched.lock);
	for (i = sched.nprocs - 1; i > 0; i--) {
		allp[i]->status = Pidle;
		pidleput(allp[i]);
	}
	unlock(&sched.lock);
	preemptinit();
	test_start();
	schedtrace_check(runtime_nanotime());
	newm(sysmon, 0);
}

/* By runtime.main, the only goroutine so far. */
void
sched_start(void)
{
	systemstack(start, 0);
	forcegc_init();
}
