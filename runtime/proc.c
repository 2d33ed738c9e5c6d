/* proc.c - the scheduler: goroutines (G) on threads (M) that hold a P. README has the states and who changes them.
 *
 * One M so far: schedule() runs on its g0, takes the next runnable G, and sleeps for the next timer when there is none. */
#include "runtime.h"

G runtime_g0;
M runtime_m0;
Sched sched;
static P p0;
P *allp[1] = {&p0};
static G gsignal0;
static bool booted, mainstarted, maingone;
static u32 schedtick;
bool (*timers)(i64 *until);

const struct { void *fn; } mainPC SYM(mainPC) = {runtime_main};
void main_main(void) __asm__("main.main");
void main_inittask(void) __asm__("main..inittask");
void runtime_doinit(const u8 *name, i64 n, void (*code)(void)) SYM(doinit);
void runtime_block(void) NORETURN SYM(block);
void newproc1(FuncVal *fn, uintptr callerpc) SYM(newproc1);

u64
fastrand64(void)
{
	static u64 state;
	unsigned __int128 m;

	state += 0xa0761d6478bd642full;
	m = (unsigned __int128)(state ^ hashseed[2]) * (state ^ 0xe7037ed1a0b428dbull ^ hashseed[0]);
	return (u64)(m >> 64) ^ (u64)m;
}

u32
fastrand(void)
{
	return (u32)fastrand64();
}

/* ---- boot ---- */

COLD void
osinit(void)
{
	sched.ncpu = getncpu();
	bt("osinit");
	bt_int("ncpu", sched.ncpu);
	bt_end();
}

static COLD void
mcommoninit(M *m)
{
	m->id = sched.mcount++;
	bt("mcommoninit");
	bt_int("m0 id", m->id);
	bt_end();
}

static COLD void
procresize(i32 n)
{
	G *g = getg();

	sched.nprocs = n;
	p0.status = Prunning;
	p0.m = g->m;
	g->m->p = g->p = &p0;
	bt("procresize");
	bt_int("procs", n);
	bt_end();
}

COLD void
schedinit(void)
{
	i64 n;
	M *m = getg()->m;

	bt("schedinit");
	sched.maxmcount = 10000;
	bt_int("maxmcount", sched.maxmcount);
	bt_end();
	stackinit();
	mallocinit();
	mcommoninit(m);
	gcinit();
	n = parsenum(gogetenv("GOMAXPROCS"));
	procresize(n > 0 ? n : sched.ncpu);
	parts(PART_INIT);
	gsignal0.m = m;
	m->gsignal = &gsignal0;
	gsignal0.stacksize = 0;
	gsignal0.stack_lo = (uintptr)stackalloc(32768);
	gsignal0.stack_hi = gsignal0.stack_lo + 32768;
	gsignal0.stackguard = gsignal0.stack_lo + STACK_GUARD;
	initsig();
	sched.lastpoll = boot_t0;
	bt("sched");
	bt_int("ngsys", sched.ngsys);
	bt_int("lastpoll", sched.lastpoll);
	bt_str("midle", LIT("nil"));
	bt_end();
	bt("g0");
	bt_hex("stack=[lo", runtime_g0.stack_lo);
	bt_hex("hi)", runtime_g0.stack_hi);
	bt_end();
}

COLD void
mstart(void)
{
	G *g = getg();

	NOSPLIT();
	bt("mstart");
	bt_int("m0 id", g->m->id);
	bt_end();
	g->sched_sp = ((uintptr)__builtin_frame_address(0) - 1024) & ~15ull;
	bt("schedule");
	bt_end();
	schedule();
}

static COLD void
printms(i64 ns)
{
	runtime_printint(ns / 1000000);
	prints(".");
	runtime_printint(ns / 100000 % 10);
	prints(" ms");
}

static COLD void
inittrace(const u8 *name, i64 n, void (*code)(void))
{
	MemStat before;
	i64 t0, t1;

	if (memstats)
		memstats();
	before = memstat;
	t0 = runtime_nanotime();
	code();
	t1 = runtime_nanotime();
	if (memstats)
		memstats();
	runtime_printlock();
	prints("init ");
	runtime_printstring(name, n);
	prints(" @");
	printms(t0 - boot_t0);
	prints(", ");
	printms(t1 - t0);
	prints(" clock, ");
	runtime_printint(memstat.total - before.total);
	prints(" bytes, ");
	runtime_printint(memstat.nmalloc - before.nmalloc);
	prints(" allocs\n");
	runtime_printunlock();
}

/* Calls the initialization of one package; main..inittask does so for all, in dependency order. */
void
runtime_doinit(const u8 *name, i64 n, void (*code)(void))
{
	if (unlikely(inittrace_on))
		inittrace(name, n, code);
	else
		code();
}

static COLD void
step(const char *s)
{
	bt(s);
	bt_end();
}

/* The first goroutine. */
COLD void
runtime_main(void)
{
	P *p = getg()->m->p;

	mainstarted = true;
	getg()->m->lockedint = 1;
	step("runtime.main");
	parts(PART_MAIN);
	step("gcenable");
	step("cgo=off");
	step("main.init");
	main_inittask();
	if (p->status != Prunning)
		throw("P in invalid state before main");
	getg()->m->lockedint = 0;
	bt("main.main");
	bt_int("total_ns", boottrace_on ? runtime_nanotime() - boot_t0 : 0);
	bt_end();
	main_main();
	exit(0);
}

/* ---- run queue ---- */

static void
globrunqput(G *g)
{
	g->schedlink = 0;
	if (sched.runqtail)
		sched.runqtail->schedlink = g;
	else
		sched.runqhead = g;
	sched.runqtail = g;
	sched.runqsize++;
}

static G *
globrunqget(void)
{
	G *g = sched.runqhead;

	if (g) {
		sched.runqhead = g->schedlink;
		if (!sched.runqhead)
			sched.runqtail = 0;
		sched.runqsize--;
	}
	return g;
}

/* next: g runs before those in the queue; the one that was next goes to the queue's end. */
static void
runqput(P *p, G *g, bool next)
{
	G *old;

	if (next) {
		old = p->runnext;
		p->runnext = g;
		if (!old)
			return;
		g = old;
	}
	if (p->runqtail - p->runqhead < RUNQ)
		p->runq[p->runqtail++ % RUNQ] = g;
	else
		globrunqput(g);
}

static G *
runqget(P *p)
{
	G *g = p->runnext;

	if (g) {
		p->runnext = 0;
		return g;
	}
	if (sched.runqsize && schedtick % 61 == 0 && (g = globrunqget()))
		return g;
	if (p->runqhead != p->runqtail)
		return p->runq[p->runqhead++ % RUNQ];
	return globrunqget();
}

/* ---- switching ---- */

static COLD void
trace_gogo(G *g)
{
	booted = true;
	bt("gogo");
	bt_int("g0->g", g->goid);
	bt_hex("sp", g->sched_sp);
	bt_hex("pc", g->sched_pc);
	bt_end();
	if (!boottrace_regs)
		return;
	bt("registers");
	bt_hex("before: sp", (uintptr)__builtin_frame_address(0));
	bt_hex("pc", (uintptr)schedule);
	bt_hex("after: sp", g->sched_sp);
	bt_hex("pc", g->sched_pc);
	bt_end();
}

static void NORETURN
execute(G *g)
{
	M *m = getg()->m;

	m->curg = g;
	g->m = m;
	g->p = m->p;
	g->status = Grunning;
	if (unlikely(!booted))
		trace_gogo(g);
	gogo(g);
}

/* No goroutine can run and none ever will. */
static COLD void NORETURN
deadlock(void)
{
	if (maingone)
		fatalthrow("no goroutines (main called runtime.Goexit) - deadlock!");
	fatalthrow("all goroutines are asleep - deadlock!");
}

void
schedule(void)
{
	P *p = getg()->m->p;
	i64 until;
	G *g;

	for (;;) {
		if (++schedtick % 61 == 0 && timers)
			timers(&until);
		g = runqget(p);
		if (g)
			execute(g);
		until = -1;
		if (timers && timers(&until))
			continue;
		if (until < 0)
			deadlock();
		usleep(until);
	}
}

static bool (*parkunlock)(G *, void *);
static void *parklock;

static void
park_m(G *g)
{
	bool (*f)(G *, void *) = parkunlock;

	g->status = Gwaiting;
	g->m->curg = 0;
	if (f) {
		parkunlock = 0;
		if (!f(g, parklock)) {
			g->status = Grunnable;
			execute(g);
		}
	}
	schedule();
}

/* Stops the goroutine until goready(g). unlock, if any, runs on g0 when g is off its stack; false: go on at once. */
void
gopark(bool (*unlock)(G *, void *), void *lock, u8 reason)
{
	getg()->waitreason = reason;
	parkunlock = unlock;
	parklock = lock;
	mcall(park_m);
}

void
goready(G *g)
{
	if (g->status != Gwaiting)
		throw("goready: bad g status");
	g->status = Grunnable;
	runqput(getg()->p, g, true);
}

static void
gosched_m(G *g)
{
	g->status = Grunnable;
	g->m->curg = 0;
	globrunqput(g);
	schedule();
}

void
runtime_gosched(void)
{
	mcall(gosched_m);
}

void
runtime_block(void)
{
	gopark(0, 0, WAIT_SELECT_NONE);
	for (;;)
		;
}

/* ---- birth and death ---- */

static void
newg(void *out)
{
	G *g = persistentalloc(sizeof(G));

	stack_new(g, STACK_MIN);
	g->alllink = sched.allgs;
	sched.allgs = g;
	*(G **)out = g;
}

static G *
gfget(void)
{
	G *g = sched.gfree;

	if (likely(g != 0)) {
		sched.gfree = g->schedlink;
		return g;
	}
	systemstack(newg, &g);
	return g;
}

static COLD void
trace_newproc(G *g)
{
	bt("newproc");
	bt_int("g", g->goid);
	bt_str("fn", LIT("runtime.main"));
	bt_str("runq", LIT("P0"));
	bt_hex("sp", g->sched_sp);
	bt_int("hi-sp", g->stack_hi - g->sched_sp);
	bt_end();
}

/* Boot calls it for runtime.main; go statements go through newproc, so that its presence tells programs with goroutines. */
void
newproc1(FuncVal *fn, uintptr callerpc)
{
	G *me = getg(), *g = gfget();
	uintptr *sp = (uintptr *)g->stack_hi;

	*--sp = (uintptr)goexit + (sizeof(void *) == 8 ? 1 : 0);
	g->sched_sp = (uintptr)sp;
#if defined(__aarch64__)
	g->sched_sp = g->stack_hi;
#endif
	g->sched_pc = (uintptr)gostart;
	g->sched_bp = 0;
	g->fn = fn;
	g->startpc = (uintptr)fn->fn;
	g->gopc = callerpc;
	g->goid = ++sched.goidgen;
	g->parent = me->goid;
	g->waitreason = 0;
	g->system = 0;
	g->status = Grunnable;
	sched.ngcount++;
	runqput(me->p, g, true);
	if (unlikely(!mainstarted))
		trace_newproc(g);
}

void
runtime_newproc(FuncVal *fn)
{
	if (!fn)
		fatalthrow("go of nil func value");
	newproc1(fn, (uintptr)__builtin_return_address(0));
}

static void
goexit0(G *g)
{
	Segment *s;

	if (g->goid == 1)
		maingone = true;
	for (s = g->segment; s->prev;)
		s = s->prev;
	if (s->next) {
		stack_setseg(g, s);
		stack_shed(g, s);
		g->stacksize -= s->next->size;
		stackfree((void *)s->next->lo, s->next->size);
		s->next = 0;
	}
	g->status = Gdead;
	g->m->curg = 0;
	g->fn = 0;
	g->panic = 0;
	g->try = 0;
	g->param = 0;
	g->waiting = 0;
	g->paniconfault = false;
	sched.ngcount--;
	g->schedlink = sched.gfree;
	sched.gfree = g;
	schedule();
}

void
goexit1(void)
{
	mcall(goexit0);
}

const char *
waitreason(u8 r)
{
	static const char *const names[N_WAIT] = {"", "chan receive", "chan send", "chan receive (nil chan)", "chan send (nil chan)",
		"select", "select (no cases)", "sleep", "semacquire", "sync.Mutex.Lock", "sync.RWMutex.RLock", "sync.RWMutex.Lock",
		"sync.WaitGroup.Wait", "sync.Cond.Wait", "IO wait", "garbage collection", "force gc (idle)", "finalizer wait"};

	return names[r];
}
