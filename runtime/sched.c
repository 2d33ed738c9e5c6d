/* sched.c - the scheduler: which goroutine an M runs next.
 *
 * A goroutine that becomes runnable goes to the P of whoever made it so: into runnext, to run next in the rest of that time slice,
 * or to the end of the P's queue of 256, and half of that to the global queue when it is full. An M without work takes from its
 * P, the global queue, the poller, and steals half of another P's queue; it looks for work (spins) a little longer before it
 * sleeps, so that new work need not wake a thread. At most half as many Ms spin as work. After Go's scheduler (Vyukov, "Scalable
 * Go Scheduler Design Doc", 2012).
 *
 * No wake-up is lost: who makes work publishes it, then looks whether somebody spins or is idle (wakep); who stops spinning
 * first says so, then looks at all queues once more. Fences stand between the two steps on both sides. */
#include "runtime.h"


const PollOps *pollops;

enum { GFREE_MAX = 64, STEAL_TRIES = 4, GOIDS = 16 };

/* ---- run queues ---- */

/* sched.lock is held. */
void
globrunqput(G *g)
{
	NOSPLIT();
	g->schedlink = 0;
	if (sched.runqtail)
		sched.runqtail->schedlink = g;
	else
		sched.runqhead = g;
	sched.runqtail = g;
	astore(&sched.runqsize, sched.runqsize + 1);
}

static G *
globpop(void)
{
	G *g = sched.runqhead;

	NOSPLIT();
	sched.runqhead = g->schedlink;
	if (!sched.runqhead)
		sched.runqtail = 0;
	astore(&sched.runqsize, sched.runqsize - 1);
	return g;
}

/* p's share of the global queue, at most max (0: as many as there is room for): one to run, the others to p's queue. sched.lock
 * is held. */
G *
globrunqget(P *p, i32 max)
{
	i32 n = sched.runqsize / sched.nprocs + 1;
	G *g;

	NOSPLIT();
	if (sched.runqsize == 0)
		return 0;
	n = n < sched.runqsize ? n : sched.runqsize;
	n = n < RUNQ / 2 ? n : RUNQ / 2;
	if (max && n > max)
		n = max;
	g = globpop();
	while (--n > 0)
		runqput(p, globpop(), false);
	return g;
}

/* The queue is full: half of it and g go to the global one. False: a thief was faster, there is room now. */
static bool
runqputslow(P *p, G *g, u32 h)
{
	G *batch[RUNQ / 2];
	u32 n = RUNQ / 2, i;

	NOSPLIT();
	for (i = 0; i < n; i++)
		batch[i] = p->runq[(h + i) % RUNQ];
	WINDOW();
	if (!acas(&p->runqhead, h, h + n))
		return false;
	lock(&sched.lock);
	for (i = 0; i < n; i++)
		globrunqput(batch[i]);
	globrunqput(g);
	unlock(&sched.lock);
	return true;
}

typedef struct Put { P *p; G *g; u32 h; bool ok; } Put;
static void
runqputslow0(void *arg)
{
	Put *a = arg;

	NOSPLIT();
	a->ok = runqputslow(a->p, a->g, a->h);
}

/* By p's owner, which is not preempted meanwhile. next: before all others; what was next goes to the end of the queue. */
void
runqput(P *p, G *g, bool next)
{
	u32 h, t;
	Put a;

	NOSPLIT();
	if (next && !(g = axchg(&p->runnext, g)))
		return;
	for (;;) {
		h = aload(&p->runqhead);
		t = p->runqtail;
		if (likely(t - h < RUNQ)) {
			__atomic_store_n(&p->runq[t % RUNQ], g, __ATOMIC_RELAXED);
			astore(&p->runqtail, t + 1);
			return;
		}
		a = (Put){p, g, h, false};
		systemstack(runqputslow0, &a);
		if (a.ok)
			return;
	}
}

/* By p's owner. *inherit: it goes on in the time slice of the one before. */
G *
runqget(P *p, bool *inherit)
{
	G *g = p->runnext;
	u32 h;

	NOSPLIT();
	*inherit = true;
	if (g && acas(&p->runnext, g, 0))
		return g;
	*inherit = false;
	for (;;) {
		h = aload(&p->runqhead);
		if (h == p->runqtail)
			return 0;
		g = __atomic_load_n(&p->runq[h % RUNQ], __ATOMIC_RELAXED);
		WINDOW();
		if (acas(&p->runqhead, h, h + 1))
			return g;
	}
}

/* By anybody: queue and runnext are looked at without being taken, so the answer is one that held at some moment. */
bool
runqempty(P *p)
{
	u32 h, t;
	G *next;

	NOSPLIT();
	for (;;) {
		h = aload(&p->runqhead);
		t = aload(&p->runqtail);
		next = aload(&p->runnext);
		if (t == aload(&p->runqtail))
			return h == t && !next;
	}
}

/* Half of from's queue to p's; one of them to run, or 0. The goroutine in runnext is left alone for a moment: its P probably runs
 * it at once. */
G *
runqsteal(P *p, P *from, bool stealnext)
{
	u32 h, t, n, i, end = p->runqtail;
	G *g;

	NOSPLIT();
	for (;;) {
		h = aload(&from->runqhead);
		t = aload(&from->runqtail);
		n = t - h;
		n -= n / 2;
		if (n == 0) {
			if (!stealnext || !(g = aload(&from->runnext)))
				return 0;
			if (aload(&from->status) == Prunning)
				usleep(3000);
			return acas(&from->runnext, g, 0) ? g : 0;
		}
		if (n > RUNQ / 2)
			continue;                    /* h and t are of different times */
		for (i = 0; i < n; i++) {
			g = __atomic_load_n(&from->runq[(h + i) % RUNQ], __ATOMIC_RELAXED);
			__atomic_store_n(&p->runq[(end + i) % RUNQ], g, __ATOMIC_RELAXED);
		}
		WINDOW();
		if (acas(&from->runqhead, h, h + n))
			break;
	}
	g = p->runq[(end + n - 1) % RUNQ];
	if (n > 1)
		astore(&p->runqtail, end + n - 1);
	return g;
}

/* A list of goroutines that became runnable. */
void
injectglist(G *list)
{
	G *next;
	i32 n = 0;

	NOSPLIT();
	if (!list)
		return;
	lock(&sched.lock);
	for (; list; list = next, n++) {
		next = list->schedlink;
		setgstatus(list, Grunnable);
		globrunqput(list);
	}
	unlock(&sched.lock);
	for (; n > 0 && aload(&sched.npidle); n--)
		startm(0, false);
}

/* ---- finding work ---- */

static void
startspinning(void *arg)
{
	NOSPLIT();
	startm(0, true);
}

/* There is more to run: one more M shall look for it, unless one does already. */
void
wakep(void)
{
	if (aload(&sched.npidle) == 0 || aload(&sched.nmspinning) != 0 || !acas(&sched.nmspinning, 0, 1))
		return;
	WINDOW();
	acquirem();
	systemstack(startspinning, 0);
	releasem(getg()->m);
}

static void
resetspinning(void)
{
	NOSPLIT();
	getg()->m->spinning = false;
	setmstate(getg()->m, Mrunning);
	if (aadd(&sched.nmspinning, -1) < 0)
		throw("findrunnable: negative nmspinning");
	WINDOW();
	wakep();
}

static u32
coprime(u32 r, u32 n)
{
	u32 a, b, t;

	NOSPLIT();
	for (r = r % n + 1;; r = r % n + 1) {
		for (a = r, b = n; b; a = b, b = t)
			t = a % b;
		if (a == 1)
			return r;
	}
}

/* Goes round all Ps in random order a few times; in the last round timers and runnext are taken, too. */
static G *
stealwork(P *p, i64 *now, i64 *until)
{
	i32 n = sched.nprocs, try, i;
	u32 at, step, r = p->rand;
	bool inherit, last;
	i64 w;
	G *g;
	P *q;

	NOSPLIT();
	for (try = 0; try < STEAL_TRIES; try++) {
		last = try == STEAL_TRIES - 1;
		r = p->rand = r * 1664525 + 1013904223;
		step = coprime(r >> 8, n);
		for (i = 0, at = (r >> 16) % n; i < n; i++, at = (at + step) % n) {
			q = allp[at];
			if (aload(&sched.gcwaiting))
				return 0;
			if (!q || q == p)
				continue;
			if (last && aload(&q->timers.minwhen)) {
				timers_check(q, now, &w);
				if (w && (!*until || w < *until))
					*until = w;
				if ((g = runqget(p, &inherit)))
					return g;
			}
			if (aload(&q->status) != Pidle && (g = runqsteal(p, q, last)))
				return g;
		}
	}
	return 0;
}

/* The last look before sleeping: is there a P for us and something it could run? */
static P *
recheck(i64 *until)
{
	i32 i;
	i64 w;
	P *p;

	NOSPLIT();
	for (i = 0; i < sched.nprocs; i++) {
		w = aload(&allp[i]->timers.minwhen);
		if (w && (!*until || w < *until))
			*until = w;
	}
	for (i = 0; i < sched.nprocs; i++) {
		if (runqempty(allp[i]))
			continue;
		lock(&sched.lock);
		p = pidleget();
		unlock(&sched.lock);
		return p;
	}
	return 0;
}

/* The M without a P waits for descriptors or the next timer; at most one M does. 0: it did not wait. */
static bool
pollsleep(i64 until, G **list)
{
	i64 delay = -1, now, t0 = unlikely(schedtest) ? realnanotime() : 0;

	NOSPLIT();
	*list = 0;
	if ((!until && !(pollops && pollops->waiting())) || !axchg(&sched.lastpoll, 0))
		return false;
	astore(&sched.polluntil, until);
	fence();
	if (until) {
		delay = until - runtime_nanotime();
		delay = delay < 0 ? 0 : delay;
	}
	if (pollops) {
		*list = pollops->poll(delay);
	} else {
		notetsleep(&sched.pollnote, delay);
		noteclear(&sched.pollnote);
	}
	if (unlikely(schedtest))
		test_slept(t0);
	now = runtime_nanotime();
	astore(&sched.polluntil, 0);
	axchg(&sched.lastpoll, now);
	return true;
}

/* A timer at `when` was added: whoever sleeps in the poller must not sleep longer. */
void
wakepoller(i64 when)
{
	i64 until;

	NOSPLIT();
	fence();
	if (aload(&sched.lastpoll) != 0) {
		wakep();
		return;
	}
	until = aload(&sched.polluntil);
	if (until && until <= when)
		return;
	if (pollops)
		pollops->wake();
	else
		notewakeup(&sched.pollnote);
}

/* What can be had without waiting, with the M's P. */
static G *
findlocal(P *p, bool *inherit, i64 *now, i64 *until)
{
	G *g = 0;

	NOSPLIT();
	*inherit = false;
	if (unlikely(schedtest))
		return test_find(p, now, until);
	timers_check(p, now, until);
	if (p->schedtick % 61 == 0 && aload(&sched.runqsize)) {
		lock(&sched.lock);
		g = globrunqget(p, 1);
		unlock(&sched.lock);
		if (g)
			return g;
	}
	if ((g = runqget(p, inherit)))
		return g;
	if (aload(&sched.runqsize)) {
		lock(&sched.lock);
		g = globrunqget(p, 0);
		unlock(&sched.lock);
	}
	if (!g && pollops && pollops->waiting() && aload(&sched.lastpoll) && (g = pollops->poll(0))) {
		injectglist(g->schedlink);
		setgstatus(g, Grunnable);
	}
	return g;
}

/* Gives up the P and sleeps, until there may be work again and a P for it. */
static G *
waitwork(M *m, P *p, i64 until)
{
	bool spun = m->spinning;
	G *list;

	NOSPLIT();
	lock(&sched.lock);
	if (aload(&sched.gcwaiting) || p->runsafepoint || sched.runqsize) {
		unlock(&sched.lock);
		return 0;
	}
	releasep();
	pidleput(p);
	unlock(&sched.lock);
	if (spun) {
		m->spinning = false;
		if (aadd(&sched.nmspinning, -1) < 0)
			throw("findrunnable: negative nmspinning");
	}
	fence();
	WINDOW();
	if ((p = recheck(&until))) {
		acquirep(p);
		if (spun) {
			m->spinning = true;
			aadd(&sched.nmspinning, 1);
			setmstate(m, Mspinning);
		}
		return 0;
	}
	if (!pollsleep(until, &list)) {
		stopm();
		return 0;
	}
	lock(&sched.lock);
	p = pidleget();
	unlock(&sched.lock);
	if (!p) {
		injectglist(list);
		stopm();
		return 0;
	}
	acquirep(p);
	if (!list) {
		if (spun) {
			m->spinning = true;
			aadd(&sched.nmspinning, 1);
			setmstate(m, Mspinning);
		}
		return 0;
	}
	injectglist(list->schedlink);
	setgstatus(list, Grunnable);
	return list;
}

static G *
findrunnable(bool *inherit)
{
	M *m = getg()->m;
	i64 now, until;
	P *p;
	G *g;

	NOSPLIT();
	for (;;) {
		p = m->p;
		now = 0;
		if (aload(&sched.gcwaiting)) {
			gcstopm();
			continue;
		}
		if ((g = findlocal(p, inherit, &now, &until)))
			return g;
		if (m->spinning || 2 * aload(&sched.nmspinning) < sched.nprocs - aload(&sched.npidle)) {
			if (!m->spinning) {
				m->spinning = true;
				aadd(&sched.nmspinning, 1);
				setmstate(m, Mspinning);
			}
			if ((g = stealwork(p, &now, &until)))
				return g;
			if (until && until <= now)
				continue;
		}
		if ((g = waitwork(m, p, until)))
			return g;
	}
}

/* One round of the scheduler, on g0 with a P (unless the M's goroutine is locked to it). */
void
schedule(void)
{
	M *m = getg()->m;
	bool inherit;
	G *g;

	NOSPLIT();
	if (m->locks)
		throw("schedule: holding locks");
	if (m->lockedg) {
		stoplockedm();
		execute(m->lockedg);
	}
	for (;;) {
		g = findrunnable(&inherit);
		while (aload(&sched.freezing))
			usleep(1000000000);
		if (m->spinning)
			resetspinning();
		if (!g->lockedm)
			break;
		startlockedm(g);
	}
	if (!inherit)
		m->p->schedtick++;
	execute(g);
}

/* ---- parking and waking ---- */

void
sched_park(G *g)
{
	M *m = g->m;
	bool (*f)(G *, void *) = m->waitunlock;

	NOSPLIT();
	setgstatus(g, Gwaiting);
	m->curg = 0;
	WINDOW();
	if (f) {
		m->waitunlock = 0;
		if (!f(g, m->waitlock)) {
			setgstatus(g, Grunnable);
			execute(g);
		}
	}
	schedule();
}

void
sched_ready(G *g)
{
	M *m = acquirem();

	if (aload(&g->status) != Gwaiting)
		throw("goready: bad g status");
	setgstatus(g, Grunnable);
	WINDOW();
	runqput(m->p, g, true);
	wakep();
	releasem(m);
}

void
gopreempt(G *g)
{
	NOSPLIT();
	g->m->curg = 0;
	setgstatus(g, Grunnable);
	lock(&sched.lock);
	globrunqput(g);
	unlock(&sched.lock);
	if (mainstarted)
		wakep();
	schedule();
}

void
sched_safepoint(G *g)
{
	NOSPLIT();
	if (unlikely(schedtest) && !test_yield(g))
		return;
	gopreempt(g);
}

void
sched_gosched(G *g)
{
	NOSPLIT();
	gopreempt(g);
}

/* ---- birth and death ---- */

/* Half of a full free list goes to the global one; an empty one takes from there. */
static void
gfput(P *p, G *g)
{
	NOSPLIT();
	g->schedlink = p->gfree;
	p->gfree = g;
	if (++p->ngfree < GFREE_MAX)
		return;
	lock(&sched.glock);
	for (; p->ngfree > GFREE_MAX / 2; p->ngfree--) {
		g = p->gfree;
		p->gfree = g->schedlink;
		g->schedlink = sched.gfree;
		sched.gfree = g;
		sched.ngfree++;
	}
	unlock(&sched.glock);
}

static void
gfrefill(P *p)
{
	G *g;

	NOSPLIT();
	lock(&sched.glock);
	while (p->ngfree < GFREE_MAX / 2 && (g = sched.gfree)) {
		sched.gfree = g->schedlink;
		if (g->stackgone)
			stack_restore(g);
		g->schedlink = p->gfree;
		p->gfree = g;
		p->ngfree++;
		sched.ngfree--;
	}
	unlock(&sched.glock);
}

/* Some of the dead goroutines of the global list: their stacks go back to the system. They stay counted in ngfree. */
typedef struct Drop { G *first, *last; i32 left; } Drop;

static void
dropsome(void *arg)
{
	Drop *d = arg;
	G *g, *some = 0;
	i32 n;

	NOSPLIT();
	lock(&sched.glock);
	for (n = 0; n < GFREE_MAX && (g = sched.gfree); n++) {
		sched.gfree = g->schedlink;
		g->schedlink = some;
		some = g;
	}
	unlock(&sched.glock);
	d->left = some ? d->left - n : 0;
	while ((g = some)) {
		some = g->schedlink;
		stack_drop(g);
		g->schedlink = d->first;
		d->first = g;
		if (!d->last)
			d->last = g;
	}
}

static void
putback(void *arg)
{
	Drop *d = arg;

	NOSPLIT();
	if (!d->first)
		return;
	lock(&sched.glock);
	d->last->schedlink = sched.gfree;
	sched.gfree = d->first;
	unlock(&sched.glock);
}

/* In steps, so that nobody who wants to stop the world waits long. */
void
sched_dropstacks(void)
{
	Drop d = {0, 0, aload(&sched.ngfree)};

	while (d.left > 0)
		systemstack(dropsome, &d);
	systemstack(putback, &d);
}

static NOINLINE G *
gfnew(P *p)
{
	G *g;

	if (aload(&sched.gfree))
		gfrefill(p);
	if ((g = p->gfree)) {
		p->gfree = g->schedlink;
		p->ngfree--;
		return g;
	}
	g = newg();
	lock(&sched.glock);
	g->alllink = sched.allgs;
	astore(&sched.allgs, g);
	sched.nallgs++;
	unlock(&sched.glock);
	return g;
}

static G *
newproc1(FuncVal *fn, uintptr callerpc)
{
	G *me = getg(), *g;
	M *m = acquirem();
	P *p = m->p;

	g = p->gfree;
	if (likely(g != 0)) {
		p->gfree = g->schedlink;
		p->ngfree--;
	} else {
		g = gfnew(p);
	}
	gstart(g, fn, callerpc);
	if (unlikely(p->goidnext == p->goidend)) {
		p->goidend = aadd(&sched.goidgen, GOIDS) + 1;
		p->goidnext = p->goidend - GOIDS;
	}
	g->goid = p->goidnext++;
	g->parent = me == m->g0 ? 0 : me->goid;
	setgstatus(g, Grunnable);
	runqput(p, g, true);
	if (mainstarted)
		wakep();
	releasem(m);
	return g;
}

static void goexit0(G *g);
static const SchedOps ops = {
	sched_park, sched_gosched, goexit0, sched_ready, newsystemg, asyncresume, sched_safepoint, sigpreempt, lock_slow, gcacquire, gcrelease,
	stopTheWorld, startTheWorld, timers_mark, timers_sweep, asyncregs, freezetheworld, gcount, sched_setprocs, sched_toomany,
	sched_syscall, sched_dropstacks,
};

COLD void
sched_part(i32 stage)
{
	static bool started;

	schedops = &ops;
	test_init();
	if (stage != PART_MAIN || started)
		return;
	started = true;
	if (!testprocs && parsenum(gogetenv("GOMAXPROCS")) <= 0)
		sched.nprocs = runtime_defaultprocs();
	sched_start();
}

/* go fn() */
void
runtime_newproc(FuncVal *fn)
{
	uintptr pc = (uintptr)__builtin_return_address(0);

	PART(runtime_newproc, sched_part);
	NOSPLIT();
	if (!fn)
		fatalthrow("go of nil func value");
	newproc1(fn, pc);
}

/* A goroutine of the runtime: not counted, not shown. */
G *
newsystemg(FuncVal *fn)
{
	G *g = newproc1(fn, (uintptr)__builtin_return_address(0));

	PART(newsystemg, sched_part);
	g->system = 1;
	aadd(&sched.ngsys, 1);
	return g;
}

static void
shrink(G *g)
{
	Segment *s;

	NOSPLIT();
	for (s = g->segment; s->prev;)
		s = s->prev;
	if (!s->next)
		return;
	stack_setseg(g, s);
	stack_shed(g, s);
	g->stacksize -= s->next->size;
	stackfree((void *)s->next->lo, s->next->size);
	s->next = 0;
}

static void
goexit0(G *g)
{
	M *m = g->m;
	bool leave = g->lockedm && m->lockedext > 0;

	NOSPLIT();
	shrink(g);
	setgstatus(g, Gdead);
	m->curg = 0;
	g->fn = 0;
	g->panic = 0;
	g->try = 0;
	g->param = 0;
	g->waiting = 0;
	g->paniconfault = false;
	if (g->system)
		aadd(&sched.ngsys, -1);
	if (g->lockedm) {
		g->lockedm = 0;
		m->lockedg = 0;
		m->lockedint = m->lockedext = 0;
	}
	m->locks++;
	gfput(m->p, g);
	m->locks--;
	if (leave)
		mexit();
	schedule();
}

/* How many goroutines there are, those of the runtime left out. */
i32
gcount(void)
{
	i32 n = sched.nallgs - aload(&sched.ngfree) - aload(&sched.ngsys), i;

	for (i = 0; i < MAXPROCS && allp[i]; i++)
		n -= allp[i]->ngfree;
	return n < 1 ? 1 : n;
}

/* ---- no work at all ---- */

/* sched.lock is held. Dead: no M runs or will be woken by anything outside. */
void
checkdead(void)
{
	i32 run = sched.mcount - sched.nmidle - sched.nmidlelocked - sched.nmsys;
	bool timers = false;
	i32 i;

	NOSPLIT();
	if (run > 0 || aload(&sched.freezing) || !mainstarted)
		return;
	if (run < 0)
		throw("checkdead: inconsistent counts");
	for (i = 0; i < sched.nprocs; i++)
		timers |= aload(&allp[i]->timers.minwhen) != 0;
	if (!timers)
		deadlock();
}
