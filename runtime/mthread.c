/* mthread.c - threads of the system: locks and notes they sleep on, making them, parking them, giving a P from one to another,
 * and goroutines that are locked to their thread. */
#include "runtime.h"

enum { G0STACK = 65536, SIGSTACK = 32768, SPINS = 4, PAUSES = 30, YIELDS = 1 };
enum { CLONE_THREADFLAGS = 0x100 | 0x200 | 0x400 | 0x800 | 0x10000 | 0x40000 | 0x80000 };
	/* VM FS FILES SIGHAND THREAD SYSVSEM SETTLS */

static inline void
cpupause(void)
{
#if defined(__x86_64__)
	__builtin_ia32_pause();
#else
	__asm__ volatile("yield");
#endif
}

/* ---- locks and notes ---- */

void
lock_slow(Lock *l)
{
	i32 i, j;

	NOSPLIT();
	for (i = 0; sched.ncpu > 1 && i < SPINS; i++) {
		for (j = 0; j < PAUSES; j++)
			cpupause();
		if (aload(&l->key) == 0 && acas(&l->key, 0, 1))
			return;
	}
	while (axchg(&l->key, 2) != 0)
		futexsleep(&l->key, 2, -1);
}

void
notewakeup(Note *n)
{
	NOSPLIT();
	if (axchg(&n->key, 1) == 0)
		futexwake(&n->key, 1);
}

void
notesleep(Note *n)
{
	NOSPLIT();
	while (aload(&n->key) == 0)
		futexsleep(&n->key, 0, -1);
}

bool
notetsleep(Note *n, i64 ns)
{
	i64 end;

	NOSPLIT();
	if (ns < 0) {
		notesleep(n);
		return true;
	}
	for (end = realnanotime() + ns; aload(&n->key) == 0; ns = end - realnanotime()) {
		if (ns <= 0)
			return false;
		futexsleep(&n->key, 0, ns);
	}
	return true;
}

/* ---- Ps ---- */

void
acquirep(P *p)
{
	M *m = getg()->m;

	NOSPLIT();
	if (m->p || p->m || p->status != Pidle)
		throw("acquirep: invalid p state");
	m->p = m->g0->p = p;
	p->m = m;
	if (unlikely(schedtest))
		test_acquirep(m);
	setpstatus(p, Prunning);
	setmstate(m, m->spinning ? Mspinning : Mrunning);
}

P *
releasep(void)
{
	M *m = getg()->m;
	P *p = m->p;

	NOSPLIT();
	if (!p || p->m != m || p->status != Prunning)
		throw("releasep: invalid p state");
	if (unlikely(schedtest))
		test_releasep(m);
	m->p = m->g0->p = 0;
	p->m = 0;
	setpstatus(p, Pidle);
	setmstate(m, Mnop);
	return p;
}

/* sched.lock is held. */
void
pidleput(P *p)
{
	NOSPLIT();
	if (!runqempty(p))
		throw("pidleput: P has non-empty run queue");
	p->link = sched.pidle;
	sched.pidle = p;
	aadd(&sched.npidle, 1);
}

P *
pidleget(void)
{
	P *p = sched.pidle;

	NOSPLIT();
	if (p) {
		sched.pidle = p->link;
		aadd(&sched.npidle, -1);
		if (unlikely(aload(&sched.sysmonwait))) {
			astore(&sched.sysmonwait, 0);
			notewakeup(&sched.sysmonnote);
		}
	}
	return p;
}

/* ---- Ms ---- */

static void incidlelocked(i32 d);

static void
mput(M *m)
{
	NOSPLIT();
	setmstate(m, Midle);
	m->schedlink = sched.midle;
	sched.midle = m;
	sched.nmidle++;
	checkdead();
}

static M *
mget(void)
{
	M *m = sched.midle;

	NOSPLIT();
	if (m) {
		sched.midle = m->schedlink;
		sched.nmidle--;
		setmstate(m, Mnop);
	}
	return m;
}

/* Where a new thread begins, on its g0. */
static void
mstart1(void)
{
	M *m = getg()->m;

	NOSPLIT();
	m->g0->sched_sp = ((uintptr)__builtin_frame_address(0) - 512) & ~15ull;
	minit(m);
	sigsetmask(m->sigmask);
	if (m->startfn)
		m->startfn();
	acquirep(m->nextp);
	m->nextp = 0;
	schedule();
}

static G *
sysg(M *m, u64 size)
{
	G *g = persistentalloc(sizeof *g);

	NOSPLIT();
	g->m = m;
	g->stack_lo = (uintptr)stackalloc(size);
	g->stack_hi = g->stack_lo + size;
	g->stackguard = g->stack_lo + STACK_GUARD;
	return g;
}

COLD void
sched_toomany(void)
{
	prints("runtime: program exceeds ");
	runtime_printint(sched.maxmcount);
	prints("-thread limit\n");
	fatalthrow("thread exhaustion");
}

/* One whose thread has gone, with its stacks; or 0. sched.lock is held. */
static M *
mreuse(void)
{
	M **l, *m;
	G *g0, *gsignal;

	NOSPLIT();
	for (l = &sched.mfree; (m = *l) && aload(&m->exiting); l = &m->schedlink)
		;
	if (!m)
		return 0;
	*l = m->schedlink;
	g0 = m->g0;
	gsignal = m->gsignal;
	runtime_memclr(m, sizeof *m);
	m->g0 = g0;
	m->gsignal = gsignal;
	return m;
}

/* A new thread that runs fn, if any, then the scheduler with p. On g0. */
void
newm(void (*fn)(void), P *p)
{
	M *m;
	i64 r;
	u64 old;

	NOSPLIT();
	lock(&sched.lock);
	m = mreuse();
	unlock(&sched.lock);
	if (!m) {
		m = persistentalloc(sizeof *m);
		m->g0 = sysg(m, G0STACK);
		m->gsignal = sysg(m, SIGSTACK);
	}
	m->tls[0] = (uintptr)m->tls;
	m->tls[1] = (uintptr)m->g0;
	m->startfn = fn;
	m->nextp = p;
	lock(&sched.lock);
	m->id = sched.midgen++;
	sched.mcount++;
	sched.nmsys += fn == sysmon;
	if (sched.mcount > sched.maxmcount)
		sched_toomany();
	m->alllink = sched.allms;
	sched.allms = m;
	unlock(&sched.lock);
	/* a new thread takes signals when it has a stack for them; until then they wait */
	m->sigmask = old = sigsetmask(~0ull);
	r = clone(CLONE_THREADFLAGS, (void *)m->g0->stack_hi, m, m->g0, mstart1);
	sigsetmask(old);
	if (r < 0) {
		prints("runtime: failed to create new OS thread (have ");
		runtime_printint(sched.mcount);
		prints(" already; errno=");
		runtime_printint(-r);
		prints(")\n");
		throw("newosproc");
	}
}

/* The goroutine locked to this M has ended without letting go: who knows how it left the thread, so it ends, too. The first thread
 * cannot without the program: it sleeps for ever. On g0. */
void
mexit(void)
{
	M *m = getg()->m, **l;

	NOSPLIT();
	sigsetmask(~0ull);
	handoffp(releasep());
	setmstate(m, Mdead);
	if (m == &runtime_m0) {
		incidlelocked(1);
		for (;;)
			futexsleep(&m->exiting, 0, -1);
	}
	m->exiting = 1;
	lock(&sched.lock);
	for (l = &sched.allms; *l != m; l = &(*l)->alllink)
		;
	*l = m->alllink;
	m->schedlink = sched.mfree;
	sched.mfree = m;
	sched.mcount--;
	checkdead();
	unlock(&sched.lock);
	exitthread(&m->exiting);
}

static void
mspinning(void)
{
	NOSPLIT();
	getg()->m->spinning = true;
}

/* Some M shall run p, or an idle P when p is 0; none: nothing happens. spinning: the caller has counted it in nmspinning. */
void
startm(P *p, bool spinning)
{
	M *m;

	NOSPLIT();
	lock(&sched.lock);
	if (!p && !(p = pidleget())) {
		unlock(&sched.lock);
		if (spinning)
			aadd(&sched.nmspinning, -1);
		return;
	}
	m = mget();
	unlock(&sched.lock);
	if (!m) {
		newm(spinning ? mspinning : 0, p);
		return;
	}
	m->spinning = spinning;
	m->nextp = p;
	WINDOW();
	notewakeup(&m->park);
}

/* Sleeps until startm gives this M a P. */
void
stopm(void)
{
	M *m = getg()->m;

	NOSPLIT();
	lock(&sched.lock);
	mput(m);
	unlock(&sched.lock);
	WINDOW();
	m->blocked = true;
	notesleep(&m->park);
	m->blocked = false;
	noteclear(&m->park);
	acquirep(m->nextp);
	m->nextp = 0;
}

/* The M that had p blocks: p goes to another one when there is work for it. */
void
handoffp(P *p)
{
	NOSPLIT();
	if (!runqempty(p) || aload(&sched.runqsize) || aload(&p->timers.minwhen)) {
		startm(p, false);
		return;
	}
	if (aload(&sched.nmspinning) + aload(&sched.npidle) == 0 && acas(&sched.nmspinning, 0, 1)) {
		startm(p, true);
		return;
	}
	lock(&sched.lock);
	if (aload(&sched.gcwaiting)) {
		setpstatus(p, Pgcstop);
		if (--sched.stopwait == 0)
			notewakeup(&sched.stopnote);
		unlock(&sched.lock);
		return;
	}
	/* the last P that runs: somebody must wait for descriptors */
	if (sched.runqsize || (pollops && pollops->waiting() && aload(&sched.npidle) == sched.nprocs - 1 && aload(&sched.lastpoll))) {
		unlock(&sched.lock);
		startm(p, false);
		return;
	}
	pidleput(p);
	unlock(&sched.lock);
}

/* ---- goroutines locked to threads ---- */

static void
incidlelocked(i32 d)
{
	NOSPLIT();
	lock(&sched.lock);
	sched.nmidlelocked += d;
	if (d > 0)
		checkdead();
	unlock(&sched.lock);
}

/* This M's locked goroutine cannot run now: gives the P away and sleeps until it can. */
void
stoplockedm(void)
{
	M *m = getg()->m;

	NOSPLIT();
	if (m->p)
		handoffp(releasep());
	setmstate(m, Mlocked);
	incidlelocked(1);
	m->blocked = true;
	notesleep(&m->park);
	m->blocked = false;
	noteclear(&m->park);
	setmstate(m, Mnop);
	acquirep(m->nextp);
	m->nextp = 0;
}

/* Gives this M's P to the M that g is locked to, which runs g; sleeps then. */
void
startlockedm(G *g)
{
	M *m = g->lockedm;

	NOSPLIT();
	incidlelocked(-1);
	m->nextp = releasep();
	notewakeup(&m->park);
	stopm();
}
