/* syscall.c - system calls that may block. The P is left in Psyscall without its M; sysmon may take it (Psyscall -> Pidle), stopping
 * the world may (-> Pgcstop); otherwise the M has it back at once. While in the system call the goroutine's stack is scanned from
 * where savecall stored the callee-saved registers. */
#include "runtime.h"

void sched_syscall(void *arg);                       /* by savecall, on the goroutine's stack */

/* On g0: the world is being stopped and this P need not wait for us. */
static void
leavestopping(void *arg)
{
	P *p = arg;

	NOSPLIT();
	lock(&sched.lock);
	if (sched.stopwait > 0 && acas(&p->status, Psyscall, Pgcstop)) {
		p->syscalltick++;
		if (--sched.stopwait == 0)
			notewakeup(&sched.stopnote);
	}
	unlock(&sched.lock);
}

static inline void
entersyscall(G *g, M *m)
{
	P *p = m->p;

	m->oldp = p;
	m->p = m->g0->p = 0;
	p->m = 0;
	setgstatus(g, Gsyscall);
	setpstatus(p, Psyscall);
	setmstate(m, Msyscall);
	fence();                                     /* stopTheWorld sees the one, or we the other */
	WINDOW();
	if (unlikely(aload(&sched.gcwaiting)))
		systemstack(leavestopping, p);
}

/* The P is gone: any other idle one, or wait in the queue. */
static void
exitsyscall0(G *g)
{
	P *p;

	NOSPLIT();
	g->m->curg = 0;
	setmstate(g->m, Mnop);
	setgstatus(g, Grunnable);
	lock(&sched.lock);
	p = aload(&sched.gcwaiting) ? 0 : pidleget();
	if (!p)
		globrunqput(g);
	unlock(&sched.lock);
	if (p) {
		acquirep(p);
		execute(g);
	}
	if (g->lockedm) {
		stoplockedm();
		execute(g);
	}
	stopm();
	schedule();
}

static inline void
exitsyscall(G *g, M *m)
{
	P *p = m->oldp;

	WINDOW();
	if (likely(acas(&p->status, Psyscall, Prunning))) {
		p->syscalltick++;
		m->p = m->g0->p = g->p = p;
		p->m = m;
		setmstate(m, Mrunning);
		setgstatus(g, Grunning);
		if (unlikely(aload(&sched.gcwaiting)))
			g->preempt = true;
		return;
	}
	m->locks--;
	mcall(exitsyscall0);
	getg()->m->locks++;
}

void
sched_syscall(void *arg)
{
	i64 *a = arg;
	G *g = getg();
	M *m = acquirem();

	NOSPLIT();
	entersyscall(g, m);
	m->locks--;
	a[7] = syscall6(a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
	m->locks++;
	exitsyscall(g, m);
	releasem(getg()->m);
}
