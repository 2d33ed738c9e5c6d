/* proc.c - what every program has of the scheduler: boot, the first goroutine, parking. README has the states of G, M and P and
 * who changes them.
 *
 * The scheduler itself (sched.c, mthread.c, stw.c, sysmon.c) is linked only into programs that start goroutines or use timers: it
 * is a part (README), reached by schedops. Without it main is the only goroutine, and to park is to be dead. */
#include "runtime.h"

#pragma weak gc_scang


const SchedOps *schedops;
G runtime_g0;
M runtime_m0;
Sched sched;
static P p0;
P *allp[MAXPROCS + 1];
static G gsignal0;
static bool booted;
bool mainstarted;
u32 schedtest;
i32 testprocs;

const struct { void *fn; } mainPC SYM(mainPC) = {runtime_main};
void main_main(void) __asm__("main.main");
void doInit(void) __asm__("runtime.doInit");
void runtime_doInit1(const u8 *name, i64 n, void (*code)(void)) SYM(doInit1);
void runtime_block(void) NORETURN SYM(block);

/* wyrand, one state for each M */
u64
fastrand64(void)
{
	M *m = getg()->m;
	unsigned __int128 r;

	m->rand += 0xa0761d6478bd642full;
	r = (unsigned __int128)(m->rand ^ hashseed[2]) * (m->rand ^ 0xe7037ed1a0b428dbull ^ hashseed[0]);
	return (u64)(r >> 64) ^ (u64)r;
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
	m->id = sched.midgen++;
	sched.mcount++;
	m->alllink = sched.allms;
	sched.allms = m;
	bt("mcommoninit");
	bt_int("m0 id", m->id);
	bt_end();
}

/* Each thread does so for itself. */
COLD void
minit(M *m)
{
	m->procid = gettid();
	m->rand = hashseed[1] + m->id * 0x9e3779b97f4a7c15;
	minitsig(m);
}

void
pinit(P *p, i32 id)
{
	NOSPLIT();
	p->id = id;
	p->rand = id * 0x9e3779b9 + 1;
	p->status = Pgcstop;
	allp[id] = p;
}

/* The first P; sched_start makes the others. */
static COLD void
procresize(i32 n)
{
	G *g = getg();

	sched.nprocs = n < MAXPROCS ? n : MAXPROCS;
	pinit(&p0, 0);
	p0.status = Prunning;
	p0.m = g->m;
	g->m->p = g->p = &p0;
	setmstate(g->m, Mrunning);
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
	gsignal0.m = m;
	m->gsignal = &gsignal0;
	gsignal0.stacksize = 0;
	gsignal0.stack_lo = (uintptr)stackalloc(32768);
	gsignal0.stack_hi = gsignal0.stack_lo + 32768;
	gsignal0.stackguard = gsignal0.stack_lo + STACK_GUARD;
	minit(m);
	initsig();
	parts(PART_INIT);
	sched.lastpoll = boot_t0;
	bt("sched");
	bt_int("ngsys", sched.ngsys);
	bt_int("lastpoll", sched.lastpoll);
	bt_str("midle", sched.midle ? LIT("some") : LIT("nil"));
	bt_end();
	bt("g0");
	bt_hex("stack=[lo", runtime_g0.stack_lo);
	bt_hex("hi)", runtime_g0.stack_hi);
	bt_end();
}

/* m0's; the others begin in mthread.c. There is one goroutine. */
COLD void
mstart(void)
{
	G *g = getg(), *first = p0.runnext;

	NOSPLIT();
	bt("mstart");
	bt_int("m0 id", g->m->id);
	bt_end();
	g->sched_sp = ((uintptr)__builtin_frame_address(0) - 1024) & ~15ull;
	bt("schedule");
	bt_end();
	p0.runnext = 0;
	execute(first);
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
	runtime_printint(memstat.objects - before.objects);
	prints(" allocs\n");
	runtime_printunlock();
}

/* Calls the initialization of one package; runtime.doInit does so for all, in dependency order. */
void
runtime_doInit1(const u8 *name, i64 n, void (*code)(void))
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
	P **p;

	mainstarted = true;
	getg()->m->lockedint = 1;
	getg()->m->lockedg = getg();
	getg()->lockedm = getg()->m;
	step("runtime.main");
	parts(PART_MAIN);
	step("gcenable");
	step("cgo=off");
	debug_hooks();
	for (p = allp; *p; p++)                      /* no user code has run: none is in a system call, nobody stops the world */
		if (aload(&(*p)->status) > Prunning)
			throw("P in invalid state before main");
	step("main.init");
	doInit();
	if (--getg()->m->lockedint == 0 && !getg()->m->lockedext) {
		getg()->m->lockedg = 0;
		getg()->lockedm = 0;
	}
	bt("main.main");
	bt_int("total_ns", boottrace_on ? runtime_nanotime() - boot_t0 : 0);
	bt_end();
	main_main();
	exit(0);
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
	bt_hex("pc", (uintptr)execute);
	bt_hex("after: sp", g->sched_sp);
	bt_hex("pc", g->sched_pc);
	bt_end();
}

/* Runs g on this M, which has a P. While the collector marks, its stack is scanned first. */
void
execute(G *g)
{
	M *m = getg()->m;

	NOSPLIT();
	m->curg = g;
	g->m = m;
	g->p = m->p;
	g->preempt = schedtest != 0;
	g->waitsince = 0;
	if (unlikely(writeBarrier) && gc_scang)
		gc_scang(g);
	setgstatus(g, Grunning);
	if (unlikely(g->async != 0))
		schedops->asyncresume(g);
	g->stackguard = unlikely(schedtest) ? STACK_PREEMPT : g->stack_lo + STACK_GUARD;
	if (unlikely(!booted))
		trace_gogo(g);
	gogo(g);
}

/* No goroutine can run and none ever will. */
COLD void
deadlock(void)
{
	G *g;

	for (g = sched.allgs; g; g = g->alllink)
		if (g->status != Gdead && !g->system)
			fatalthrow("all goroutines are asleep - deadlock!");
	fatalthrow("no goroutines (main called runtime.Goexit) - deadlock!");
}

COLD void
deadlock_m(G *g)
{
	g->status = Gwaiting;
	g->m->curg = 0;
	deadlock();
}

/* The end of the only goroutine, in a program without others. */
static COLD void
lastexit(G *g)
{
	g->status = Gdead;
	g->m->curg = 0;
	deadlock();
}

/* Stops the goroutine until goready(g). unlock, if any, runs on g0 when g is off its stack; false: go on at once. */
void
gopark(bool (*unlock)(G *, void *), void *lock, u8 reason)
{
	gopark_inline(unlock, lock, reason);
}

void
goready(G *g)
{
	if (schedops)
		schedops->ready(g);
}

void
runtime_gosched(void)
{
	if (schedops)
		mcall(schedops->gosched);
}

/* The end of a goroutine. */
void
goexit1(void)
{
	mcall(schedops ? schedops->goexit : lastexit);
}

void
runtime_block(void)
{
	gopark(0, 0, WAIT_SELECT_NONE);
	for (;;)
		;
}

/* ---- birth ---- */

static void
makeg(void *out)
{
	static u32 color;
	G *g = persistentalloc(sizeof(G));

	NOSPLIT();
	stack_new(g, STACK_MIN);
	g->color = color++ % 16 * 64;
	g->status = Gdead;
	*(G **)out = g;
}

/* A goroutine that will call fn; its G and stack are new. The caller makes it known (allgs) and runnable. */
void
gstart(G *g, FuncVal *fn, uintptr callerpc)
{
	uintptr *sp = (uintptr *)(g->stack_hi - g->color);

	NOSPLIT();
	*--sp = (uintptr)goexit + 1;
#if defined(__aarch64__)
	sp++;
#endif
	g->sched_sp = (uintptr)sp;
	g->sched_pc = (uintptr)gostart;
	g->sched_bp = 0;
	g->fn = fn;
	g->startpc = (uintptr)fn->fn;
	g->gopc = callerpc;
	g->waitreason = 0;
	g->system = 0;
}

G *
newg(void)
{
	G *g;

	systemstack(makeg, &g);
	return g;
}

static COLD void
trace_newproc(G *g)
{
	bt("newproc");
	bt_int("g", g->goid);
	bt_str("fn", LIT("runtime.main"));
	bt_str("runq", p0.runnext == g ? LIT("P0") : LIT("nil"));
	bt_hex("sp", g->sched_sp);
	bt_int("hi-sp", g->stack_hi - g->sched_sp);
	bt_end();
}

/* rt0_go: the goroutine of runtime.main, which runs next on P0. */
COLD void
runtime_newmain(void)
{
	G *g = newg();

	gstart(g, (FuncVal *)&mainPC, 0);
	g->goid = ++sched.goidgen;
	g->status = Grunnable;
	sched.allgs = g;
	sched.nallgs = 1;
	p0.runnext = g;
	trace_newproc(g);
}

const char *
waitreason(u8 r)
{
	static const char *const names[N_WAIT] = {"", "chan receive", "chan send", "chan receive (nil chan)", "chan send (nil chan)",
		"select", "select (no cases)", "sleep", "semacquire", "sync.Mutex.Lock", "sync.RWMutex.RLock", "sync.RWMutex.Lock",
		"sync.WaitGroup.Wait", "sync.Cond.Wait", "IO wait", "garbage collection", "force gc (idle)", "finalizer wait", "GC worker (idle)"};

	return names[r];
}
