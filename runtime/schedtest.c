/* schedtest.c - schedules for tests, chosen by GODEBUG.
 *
 * schedseed=N: a schedule that N determines. There is one P. At each safepoint (prologues, so also calls of the runtime) a coin
 * decides whether the goroutine stops, and the next one is drawn from all that are runnable; how often the coin says yes differs
 * from seed to seed. Time is virtual: it starts on 2000-01-01, a safepoint and a look at the clock take TICK, and when nothing is
 * runnable it jumps to the next timer. Map and select order come from the seed, too. What the system does outside (signals, other
 * processes, descriptors of theirs) stays as it is, and a timer may come before a signal that is under way; while a goroutine is in
 * a system call that lasts, time is real.
 *
 * schedstress=N: no determinism, but Ps in parallel, goroutines that stop at many safepoints, signals of preemption all the time,
 * queues out of order, and delays where the protocols between threads have their windows (test_window). N seeds the dice.
 *
 * Both leave g.preempt set and the stack guard poisoned while a goroutine runs, so that every prologue asks (test_yield). */
#include "runtime.h"

enum { TICK = 100, SLICE = 10000000, STUCK = 30000000, LASTS = 1000000000, SETTLE = 20, LOOPTURN = 1024 };
#define YEAR2000 946684800

static u32 wanted;                           /* schedtest, once there are Ps */
static u64 dice, saverand, yieldmask;
static i64 virtualns;                        /* now, if not 0 */

static u64
roll(void)
{
	NOSPLIT();
	if (!(schedtest & TEST_SEED))
		return fastrand64();
	dice ^= dice << 13;
	dice ^= dice >> 7;
	dice ^= dice << 17;
	return dice * 0x2545f4914f6cdd1dull >> 16;
}

/* ---- time ---- */

static void
pass(i64 ns)
{
	NOSPLIT();
	__atomic_fetch_add(&virtualns, ns, __ATOMIC_RELAXED);
}

/* What the clocks show. */
static i64
virtualtime(bool wall)
{
	NOSPLIT();
	pass(TICK);
	return aload(&virtualns) + (wall ? YEAR2000 * 1000000000ll - SLICE : 0);
}

/* By the part's hook, late in schedinit. */
COLD void
test_init(void)
{
	static bool done;
	i64 n = 0;
	i32 i;

	if (done)
		return;
	done = true;
	if (godebug("schedseed", &n)) {
		wanted = TEST_SEED;
		testprocs = sched.nprocs;
		for (i = 0; i < 4; i++)
			hashseed[i] = (n + 1) * 0x9e3779b97f4a7c15 * (2 * i + 1);
		sched.nprocs = 1;
		boot_t0 = virtualns = SLICE;
		clockhook = virtualtime;
	} else if (godebug("schedstress", &n) && n > 0) {
		wanted = TEST_STRESS;
	}
	dice = (n * 0xd6e8feb86659fd93 ^ 0x9e3779b97f4a7c15) | 1;
	saverand = runtime_m0.rand = dice + 1;
	yieldmask = ((wanted == TEST_SEED ? 2 : 16) << n % 7) - 1;   /* 1/2 to 1/128; 1/16 to 1/1024 */
}

/* All Ps are there, sysmon is not yet. */
COLD void
test_start(void)
{
	NOSPLIT();
	schedtest = wanted;
	getg()->m->curg->preempt = wanted != 0;
}

/* ---- who runs ---- */

/* At a safepoint of g, which is asked to stop: shall it? */
bool
test_yield(G *g)
{
	NOSPLIT();
	g->m->p->schedtick++;
	if (virtualns)
		pass(TICK);
	if (aload(&sched.gcwaiting) || (roll() & yieldmask) == 0)
		return true;
	if (!g->resumeseg)
		g->stackguard = STACK_PREEMPT;
	return false;
}

/* A window in a protocol between threads: it stays open longer now and then. */
void
test_window(void)
{
	u64 r;

	NOSPLIT();
	if (schedtest != TEST_STRESS)
		return;
	r = roll();
	if ((r & 255) == 0)
		usleep(r >> 8 & 0x1ffff);
	else if ((r & 15) == 0)
		osyield();
}

/* All that the M's random numbers decide goes on from P to P, not from M to M. */
void
test_acquirep(M *m)
{
	NOSPLIT();
	if (schedtest & TEST_SEED)
		m->rand = saverand;
}

void
test_releasep(M *m)
{
	NOSPLIT();
	if (schedtest & TEST_SEED)
		saverand = m->rand;
}

/* The goroutine that would run next goes to the end of p's queue. */
static void
demote(P *p)
{
	G *g = axchg(&p->runnext, 0);

	NOSPLIT();
	if (g)
		runqput(p, g, false);
}

/* p is the only P: any goroutine of its queue, which takes from the global one what it has room for. */
static G *
draw(P *p)
{
	u32 n, i, h, try;
	bool inherit;
	G *g;

	NOSPLIT();
	demote(p);
	if (sched.runqsize) {
		lock(&sched.lock);
		while (p->runqtail - p->runqhead < RUNQ - 1 && (g = globrunqget(p, 1)))
			runqput(p, g, false);
		unlock(&sched.lock);
	}
	h = p->runqhead;
	n = p->runqtail - h;
	if (n == 0)
		return 0;
	i = roll() % n;
	g = p->runq[(h + i) % RUNQ];
	/* what was stopped by a signal is in a loop without calls and will need another: only now and then if there is something else */
	for (try = 0; try < n && g->async && roll() % LOOPTURN; try++) {
		i = (i + 1) % n;
		g = p->runq[(h + i) % RUNQ];
	}
	p->runq[(h + i) % RUNQ] = p->runq[h % RUNQ];
	p->runq[h % RUNQ] = g;
	return runqget(p, &inherit);
}

/* Is there an M besides this one that is not idle? It is in a system call, or on its way to sleep. */
static bool
others(void)
{
	i32 n, i;

	NOSPLIT();
	for (i = 0;; i++) {
		lock(&sched.lock);
		n = sched.mcount - sched.nmidle - sched.nmidlelocked - sched.nmsys;
		unlock(&sched.lock);
		if (n <= 1 || i == SETTLE)
			return n > 1;
		usleep(TICK * 1000);
	}
}

static G *
polled(i64 delay)
{
	G *g = pollops && pollops->waiting() && aload(&sched.lastpoll) ? pollops->poll(delay) : 0;

	NOSPLIT();
	if (!g)
		return 0;
	injectglist(g);
	return draw(getg()->m->p);
}

/* Nothing happens before t but a collection that is due. */
static void
jump(i64 t)
{
	i64 gc = forcegc_when();

	NOSPLIT();
	if (gc > virtualns && gc < t)
		t = gc;
	if (t > virtualns)
		virtualns = t;
}

static G *
findseeded(P *p, i64 *now, i64 *until)
{
	G *g;

	NOSPLIT();
	for (;;) {
		*now = 0;
		forcegc(virtualns);
		timers_check(p, now, until);
		if ((g = draw(p)) || (g = polled(0)))
			return g;
		if (!*until || others())
			return 0;
		if ((g = polled(TICK * 10000)))
			return g;
		jump(*until);
	}
}

static G *
globalone(P *p)
{
	G *g;

	NOSPLIT();
	lock(&sched.lock);
	g = globrunqget(p, 1);
	unlock(&sched.lock);
	return g;
}

static G *
findstressed(P *p, i64 *now, i64 *until)
{
	u64 r = roll(), k = r >> 8 & 7;
	bool inherit;
	G *g;

	NOSPLIT();
	test_window();
	timers_check(p, now, until);
	if (r & 1)
		demote(p);
	if (pollops && pollops->waiting() && (r & 14) == 0 && aload(&sched.lastpoll))
		injectglist(pollops->poll(0));
	for (;; k--) {
		g = r & 16 && sched.runqsize ? globalone(p) : 0;
		if (!g && !(g = runqget(p, &inherit)) && !(g = globalone(p)))
			return 0;
		if (k == 0 || (!g->async && (r & 32)))
			return g;
		runqput(p, g, false);
	}
}

/* sched.c's findlocal under test. */
G *
test_find(P *p, i64 *now, i64 *until)
{
	NOSPLIT();
	p->schedtick++;
	return schedtest & TEST_SEED ? findseeded(p, now, until) : findstressed(p, now, until);
}

/* An M has slept since t0, real time, because others() was true. */
void
test_slept(i64 t0)
{
	NOSPLIT();
	if (virtualns)
		pass(realnanotime() - t0);
}

/* ---- sysmon's work with a seed: only what would hang otherwise ---- */

/* Takes the P from a system call that lasts, and preempts a loop without calls; meanwhile time passes. */
void
test_sysmon(bool (*retake)(P *, i64))
{
	P *p = allp[0];
	u32 tick = 0, calls = 0;
	i64 since = 0, used = 0, now;
	M *m;

	NOSPLIT();
	for (;;) {
		usleep(SLICE);
		now = realnanotime();
		if (aload(&p->schedtick) != tick || aload(&p->syscalltick) != calls) {
			tick = aload(&p->schedtick);
			calls = aload(&p->syscalltick);
			since = now;
			used = 0;
		} else if (aload(&p->status) == Psyscall) {
			if (now - since > LASTS)
				retake(p, now);
		} else if ((m = p->m) && m->procid) {
			if (!used)
				used = threadtime(m->procid);
			else if (threadtime(m->procid) - used > STUCK) {
				pass(SLICE);
				preemptone(p);
			}
		}
	}
}
