/* gc.c - the collector's cycle: when it starts, who marks, when it ends (gcmark.c, gcsweep.c, gcfinal.c do it).
 *
 *   off    no barrier; spans left over from the last cycle are swept
 *   mark   the barrier is on, allocation marks what it takes
 *
 * off -> mark, the world stopped: caches emptied, variables scanned. Then everybody marks: background workers take a quarter of the
 * Ps (a whole one that is idle), and who allocates pays in proportion, so that marking ends before the heap has reached its goal.
 * Stacks are scanned by the workers, or by the M that is about to run the goroutine. mark -> off, the world stopped, when nothing
 * is grey: finalizers are queued, weak pointers cleared, sweeping begins.
 *
 * A program without other goroutines (no scheduler linked, schedops is 0) marks in one step: nobody could run meanwhile. */
#include "malloc.h"


enum { MAXWORKERS = 16, SLICE = 256 << 10, MINDEBT = 64 << 10 };
enum { OFF, MARK };

typedef struct Worker { G *g; u32 waits; } Worker;

static struct {
	u32 phase;
	bool forced;
	u64 startlive, startalloced, work, ratio;    /* ratio: bytes to mark for each byte allocated, times 1024 */
	u64 lastscanned, lastgrown;                  /* the last cycle's: scanned, allocated during it */
	u64 before, goal;
	i64 t0, t1, stop1, stop2, assistns, workns;  /* of this cycle: start, mark end; pauses; time used */
	i64 credit;                                  /* marked by workers, for those who allocate */
	i64 last;                                    /* when the last cycle ended */
	u64 totalns;                                 /* CPU time of all cycles */
} gc;

bool gc_parallel;
static Worker workers[MAXWORKERS];
static i32 nworkers;                                 /* that have run */
static u32 making;
static bool trace, checkmark, onestep;
static u64 nstressed;
u64 gc_stress;
void (*gc_clearpools)(void);

i64 runtime_setgcpercent(i64 n) SYM(setgcpercent);
i64 runtime_setmemlimit(i64 n) SYM(setmemlimit);
void runtime_gc(void) SYM(gc);
void runtime_freeosmemory(void) SYM(freeosmemory);

/* ---- pacing ---- */

/* The heap size at which marking should be done, and the one at which it starts. What spans' headers and type words take beside the
 * objects counts as growth. */
static COLD void
setnext(void)
{
	u64 min = 4ull << 20, more, run, slack;

	NOSPLIT();
	if (heap.percent < 0) {
		gc.goal = ~0ull;
	} else {
		min = min * heap.percent / 100;
		more = heap.live / 100 * heap.percent;
		more -= more / (1 + heap.inusepages * PAGE / (1 + heap.headers));
		gc.goal = heap.live + (more > min ? more : min);
	}
	if (heap.limit != NOLIMIT && gc.goal > heap.limit)
		gc.goal = heap.live + (heap.limit > heap.live ? (heap.limit - heap.live) / 2 : 0) + (1 << 20);
	heap.goal = gc.goal;
	slack = gc.goal == ~0ull ? 0 : gc.goal - heap.live;
	run = gc.lastgrown + gc.lastgrown / 4;
	if (!schedops || onestep)
		run = 0;
	else
		run = run < slack / 10 ? slack / 10 : run > slack / 2 ? slack / 2 : run;
	if (gc.phase == OFF)
		heap.next = gc.goal == ~0ull ? ~0ull : gc.goal - run;
}

static void
setratio(void)
{
	u64 room = gc.goal > heap.live + (1 << 20) ? gc.goal - heap.live : 1 << 20;

	NOSPLIT();
	gc.work = gc.lastscanned + gc.lastscanned / 8;
	if (gc.work < heap.live / 4)
		gc.work = heap.live / 4;
	gc.ratio = gc.work / (room >> 10);
	if (gc.ratio > 64 << 10)
		gc.ratio = 64 << 10;
}

/* ---- the two stops ---- */

static void
begin(bool forced)
{
	u64 marked, scanned;

	NOSPLIT();
	heap_verify(false);
	if (gc_clearpools)
		gc_clearpools();
	gc_flushcaches();
	gc_workstats(&marked, &scanned, true);
	gc.forced = forced;
	gc.last = gc.t0;                             /* forcegc: no other one because of this one's duration */
	gc.startlive = heap.live;
	gc.startalloced = heap.alloced;
	gc.assistns = gc.workns = gc.credit = 0;
	heap.black = 0;
	heap.next = ~0ull;
	gc.phase = MARK;
	gc_parallel = schedops && !onestep && sched.nprocs > 1;
	setratio();
	if (schedops && !onestep) {
		gc_shade = gc_shadeword;
		astore(&writeBarrier, 1);
	}
	gc_markroots();
}

/* Nothing is grey. */
static void
end(void)
{
	u64 marked, scanned;

	NOSPLIT();
	gc.t1 = runtime_nanotime();
	if (unlikely(checkmark))
		gc_checkmarks();
	heap_verify(true);
	finals_queue();
	if (schedops)
		schedops->timerssweep(gc_reached);
	writeBarrier = 0;
	gc_workstats(&marked, &scanned, true);
	gc.before = heap.live;
	gc.lastscanned = scanned;
	gc.lastgrown = heap.alloced - gc.startalloced;
	heap.live = marked + heap.black;
	heap.ngc++;
	heap.nforced += gc.forced;
	gc.phase = OFF;
	setnext();
	gc_startsweep();
}

/* ---- tracing, in gc's format ---- */

static COLD void
printms(i64 ns)
{
	NOSPLIT();
	runtime_printint(ns / 1000000);
	if (ns >= 10000000)
		return;
	prints(".");
	runtime_printint(ns / 100000 % 10);
	runtime_printint(ns / 10000 % 10);
	if (ns >= 1000000)
		return;
	runtime_printint(ns / 1000 % 10);
}

static COLD void
printtrace(void)
{
	i64 total = (gc.last - boot_t0) * sched.nprocs;

	NOSPLIT();
	runtime_printlock();
	prints("gc ");
	runtime_printint(heap.ngc);
	prints(" @");
	runtime_printint((gc.t0 - boot_t0) / 1000000000);
	prints(".");
	runtime_printint((gc.t0 - boot_t0) / 100000000 % 10);
	runtime_printint((gc.t0 - boot_t0) / 10000000 % 10);
	runtime_printint((gc.t0 - boot_t0) / 1000000 % 10);
	prints("s ");
	runtime_printint(total ? gc.totalns * 100 / total : 0);
	prints("%: ");
	printms(gc.stop1);
	prints("+");
	printms(gc.t1 - gc.t0 - gc.stop1);
	prints("+");
	printms(gc.stop2);
	prints(" ms clock, ");
	printms(gc.stop1 * sched.nprocs);
	prints("+");
	printms(gc.assistns);
	prints("/");
	printms(gc.workns);
	prints("/0+");
	printms(gc.stop2 * sched.nprocs);
	prints(" ms cpu, ");
	runtime_printint(gc.startlive >> 20);
	prints("->");
	runtime_printint(gc.before >> 20);
	prints("->");
	runtime_printint(heap.live >> 20);
	prints(" MB, ");
	runtime_printint((heap.goal == ~0ull ? 0 : heap.goal) >> 20);
	prints(" MB goal, ");
	runtime_printint(stacksys >> 20);
	prints(" MB stacks, ");
	runtime_printint(gc_globalsize() >> 20);
	prints(" MB globals, ");
	runtime_printint(sched.nprocs);
	prints(gc.forced ? " P (forced)\n" : " P\n");
	runtime_printunlock();
}

/* The world is stopped still: who sees that the cycle is over sees its figures. */
static void
account(i64 now)
{
	u64 pause = gc.stop1 + gc.stop2;

	NOSPLIT();
	gc.last = now;
	heap.lastgc = now;
	heap.pausens += pause;
	heap.pauses[(heap.ngc - 1) % NELEM(heap.pauses)] = pause;
	heap.pauseend[(heap.ngc - 1) % NELEM(heap.pauses)] = now;
	gc.totalns += pause * sched.nprocs + gc.assistns + gc.workns;
	heap.gccpu = gc.totalns;
}

/* After account, when the world goes on; still with worldsema. */
static void
ended(void)
{
	NOSPLIT();
	if (unlikely(trace))
		printtrace();
	finals_wake();
}

/* ---- who marks ---- */

/* On g0, with worldsema. *ok: marking has ended. */
static void
finish(void *arg)
{
	bool *ok = arg;
	i64 t0, t1;

	NOSPLIT();
	t0 = runtime_nanotime();
	schedops->stopworld();
	*ok = gc.phase == MARK && gc_flushall();
	if (*ok)
		end();
	t1 = runtime_nanotime();
	if (*ok) {
		gc.stop2 = t1 - t0;
		account(t1);
	} else {
		gc.stop1 += t1 - t0;
	}
	schedops->startworld();
	if (*ok)
		ended();
}

/* On a goroutine that holds no locks: ends marking when nothing is left to mark. */
static void
trytoend(void)
{
	bool ok = false;

	if (gc.phase != MARK || !gc_marked() || !schedops || !schedops->gcacquire(false))
		return;
	acquirem();
	systemstack(finish, &ok);
	releasem(getg()->m);
	schedops->gcrelease();
}

typedef struct Step { u64 budget; bool any; i64 ns; } Step;

static void
step(void *arg)
{
	Step *s = arg;
	i64 t0 = runtime_nanotime();

	NOSPLIT();
	s->any = gc.phase == MARK && gc_markstep(s->budget);
	s->ns = runtime_nanotime() - t0;
}

static bool
mayyield(void)
{
	G *g = getg();

	return g != g->m->g0 && g != g->m->gsignal && g->m->locks == 0 && !g->m->dying;
}

/* A goroutine has taken n bytes. */
void
gc_assist(u64 n)
{
	GcWork *w = &getg()->m->p->gcwork;
	Step s = {0, false, 0};
	i64 c;

	w->debt += gc_stress ? (i64)n / 8 : (i64)((n * gc.ratio) >> 10);
	if (w->debt < (gc_stress ? 256 : MINDEBT))
		return;
	c = gc.credit;
	if (c > 0) {
		c = c < w->debt ? c : w->debt;
		__atomic_fetch_sub(&gc.credit, c, __ATOMIC_RELAXED);
		w->debt -= c;
		if (w->debt < MINDEBT / 2)
			return;
	}
	s.budget = w->debt;
	w->debt = 0;
	systemstack(step, &s);
	__atomic_fetch_add(&gc.assistns, s.ns, __ATOMIC_RELAXED);
	if (!s.any && mayyield())
		trytoend();
}

/* ---- background workers ---- */

static bool
work(void)
{
	return gc.phase == MARK || heap.tosweep > 0;
}

/* On g0, once w has stopped running. */
static bool
parkworker(G *g, void *arg)
{
	Worker *w = arg;

	NOSPLIT();
	astore(&w->waits, 1);
	fence();
	return !work() || !acas(&w->waits, 1, 0);
}

static void
sweepstep(void *arg)
{
	NOSPLIT();
	*(bool *)arg = gc_sweepsome(64);
}

/* A slice of marking; the share of its time that a worker may take: a quarter of all Ps. */
static void
markslice(void)
{
	Step s = {gc_stress ? 1024 : SLICE, false, 0};
	u64 before = getg()->m->p->gcwork.scanned;
	i64 used;

	systemstack(step, &s);
	used = __atomic_add_fetch(&gc.workns, s.ns, __ATOMIC_RELAXED);
	__atomic_fetch_add(&gc.credit, getg()->m->p->gcwork.scanned - before, __ATOMIC_RELAXED);
	if (!s.any) {
		trytoend();
		runtime_gosched();
	} else if (gc_stress || getg()->preempt || used > (runtime_nanotime() - gc.t0) / 4 * sched.nprocs) {
		runtime_gosched();
	}
}

static void
worker(void)
{
	Worker *w = &workers[aadd(&nworkers, 1) - 1];
	bool more;

	w->g = getg();
	for (;;) {
		if (gc.phase == MARK) {
			markslice();
		} else if (heap.tosweep > 0) {
			systemstack(sweepstep, &more);
			runtime_gosched();
		} else {
			gopark(parkworker, w, WAIT_GCWORKER);
		}
	}
}

/* On a goroutine, before a cycle. */
static void
makeworkers(void)
{
	static FuncVal entry = {worker};
	static i32 nmade;
	i32 want = (sched.nprocs + 3) / 4;

	want = want < MAXWORKERS ? want : MAXWORKERS;
	if (!acas(&making, 0, 1))
		return;
	for (; nmade < want; nmade++)            /* not nworkers: they may run much later */
		schedops->newsystemg(&entry);
	astore(&making, 0);
}

static void
wakeworkers(void)
{
	i32 i;

	for (i = 0; i < nworkers; i++)
		if (acas(&workers[i].waits, 1, 0))
			goready(workers[i].g);
}

/* ---- the cycle ---- */

static void
sweepall(void *arg)
{
	NOSPLIT();
	while (gc_sweepsome(256))
		;
	heap_trim();
}

/* On g0, with worldsema. */
static void
start(void *arg)
{
	bool *forced = arg;

	NOSPLIT();
	gc.t0 = runtime_nanotime();
	schedops->stopworld();
	sweepall(0);
	if (gc.phase == OFF && (*forced || heap.live >= heap.next || gc_stress))
		begin(*forced);
	schedops->startworld();
	gc.stop1 = runtime_nanotime() - gc.t0;
}

/* On g0: a whole cycle at once. */
static void
cycle(void *arg)
{
	bool *forced = arg;
	i64 t1;

	NOSPLIT();
	gc.t0 = runtime_nanotime();
	if (schedops)
		schedops->stopworld();
	sweepall(0);
	begin(*forced);
	gc_markall();
	end();
	t1 = runtime_nanotime();
	gc.t1 = t1;
	gc.stop1 = t1 - gc.t0;
	gc.stop2 = 0;
	account(t1);
	if (schedops)
		schedops->startworld();
	ended();
}

/* On a goroutine. Unless forced, somebody else's cycle will do, and so will a later one when this M holds locks. */
void
gc_start(bool forced)
{
	M *m = getg()->m;

	if (!heap.enabled || m->dying || gc.phase != OFF || !mayyield())
		return;
	if (!schedops) {
		systemstack(cycle, &forced);
		return;
	}
	if (!onestep)
		makeworkers();
	systemstack(sweepall, 0);
	if (!schedops->gcacquire(forced))
		return;
	acquirem();
	if (gc.phase == OFF)
		systemstack(onestep ? cycle : start, &forced);
	releasem(getg()->m);
	schedops->gcrelease();
	wakeworkers();
}

/* For tests (GODEBUG=gcstress=N): a cycle at every N-th object, and little marking in each. */
void
gc_allocates(void)
{
	if (unlikely(gc_stress) && ++nstressed % gc_stress == 0)
		gc_start(false);
}

/* This cycle, or another that has begun, goes on until it is over. */
static void
waitmarked(void)
{
	Step s = {SLICE, false, 0};

	while (gc.phase == MARK) {
		systemstack(step, &s);
		if (!s.any) {
			trytoend();
			if (gc.phase == MARK)
				runtime_gosched();
		}
	}
}

NOINLINE void
runtime_gc(void)
{
	u64 n = heap.ngc;

	PART(runtime_gc, mallocpart);
	if (!heap.enabled)
		return;
	waitmarked();
	if (gc.phase != MARK)
		gc_start(true);
	waitmarked();
	if (heap.ngc == n) {
		gc_start(true);
		waitmarked();
	}
	systemstack(sweepall, 0);
	runtime_gosched();
}

i64
gc_last(void)
{
	return gc.last ? gc.last : (i64)boot_t0;
}

void
runtime_freeosmemory(void)
{
	runtime_gc();
	systemstack(heap_scavenge, 0);
	systemstack(stack_trim, 0);
	if (schedops)
		schedops->dropstacks();
}

i64
runtime_setgcpercent(i64 n)
{
	i64 old = heap.percent;

	heap.percent = n < 0 ? -1 : n;
	setnext();
	return old;
}

i64
runtime_setmemlimit(i64 n)
{
	i64 old = heap.limit;

	if (n >= 0) {
		heap.limit = n;
		setnext();
	}
	return old;
}

COLD void
gcstart(void)
{
	i64 t = 0;

	trace = godebug("gctrace", &t) && t > 0;
	t = DEBUGBUILD;
	godebug("gccheckmark", &t);
	checkmark = t > 0;
	t = 0;
	onestep = godebug("gcstoptheworld", &t) && t > 0;
	t = 0;
	gc_stress = godebug("gcstress", &t) && t > 0 ? t : 0;
	gc_sweepinit();
	setnext();
}

void
gcenable(void)
{
	heap.enabled = gc_globalsize() != 0;
}
