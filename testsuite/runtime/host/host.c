/* host.c - what the runtime's C needs around it, on the host: goroutines on one thread that switches between
 * them in random order, time that stands still unless somebody looks at it or all wait for it, memory of the system.
 * With AddressSanitizer: each stack is announced to it, and what the runtime keeps and uses again (sudogs) comes from malloc, so that
 * it sees each use after the end. */
#include "../test.h"
#undef write
#undef munmap
#undef madvise
#undef memset

enum { STACK = 256 << 10 };
typedef struct Fiber Fiber;
struct Fiber {
	G g;
	void *sp;                                    /* while it does not run */
	u8 *stack;
	u64 size;
	void *fake;                                  /* AddressSanitizer's, while it does not run */
	jmp_buf *try;                                /* where a panic goes */
	GoString text;
	Fiber *next;                                 /* dead ones */
};

static Fiber fiber0;                                 /* the thread's own stack: g0 */
static Fiber *dead;
static Fiber *runnable[1000];
static i64 nrunnable, now = 1000000000;
static void (*oncall)(G *);
static M m0;
static P procs[2];
static u64 chance = 0x9e3779b97f4a7c15;

G *host_g = &fiber0.g;
P *allp[MAXPROCS + 1] = {&procs[0], &procs[1]};
u64 hashseed[4] = {0x243f6a8885a308d3, 0x13198a2e03707344, 0xa4093822299f31d0, 0x082efa98ec4e6c89};
const char *__asan_default_options(void) { return "detect_leaks=0:allocator_may_return_null=1:detect_stack_use_after_return=1"; }

u64
fastrand64(void)
{
	chance = chance * 6364136223846793005 + 1442695040888963407;
	return chance ^ chance >> 33;
}

/* ---- the system ---- */

void exit(i32 status) { _exit(status); }
i64 rt_write(i32 fd, const void *p, i64 n) { return write(fd, p, n); }
void rt_madvise(void *p, u64 n, i32 advice) { madvise(p, n, advice); }
void futexwake(u32 *p, i32 n) { throw("a thread waits"); }
i64 runtime_nanotime(void) { return now += 20; }
Pair runtime_walltime(void) { return (Pair){1700000000 + now / 1000000000, now % 1000000000}; }
void wakepoller(i64 when) {}
void sched_part(i32 stage) {}

/* A large piece, the arena, from the system, and not too large: AddressSanitizer has a byte for each 8. */
void *
sysmmap(void *hint, u64 n, i32 prot, i32 flags)
{
	void *p;

	if (n > (1ull << 30) + (1 << 24))
		return 0;
	if (n < 1 << 26)
		return calloc(1, n);
	p = mmap(0, n, prot, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	return p == MAP_FAILED ? 0 : p;
}

void rt_munmap(void *p, u64 n) { free(p); }

/* ---- panics ---- */

void
throw(const char *s)
{
	prints("fatal error: ");
	prints(s);
	prints("\n");
	abort();
}

void fatalthrow(const char *s) { throw(s); }

void
panicplain(const char *s)
{
	Fiber *f = (Fiber *)getg();

	if (!f->try || getg()->m->locks)
		throw(s);
	f->text = (GoString){(const u8 *)s, strlen(s)};
	longjmp(*f->try, 1);
}

void panicstr(const char *s) { panicplain(s); }

GoString
panictext(void (*fn)(void *), void *arg)
{
	Fiber *f = (Fiber *)getg();
	jmp_buf here, *outer = f->try;

	f->try = &here;
	f->text = (GoString){0, 0};
	if (!setjmp(here))
		fn(arg);
	f->try = outer;
	return f->text;
}

/* ---- switching ---- */

/* switch_(&from, to): from here on other calls return. */
void switch_(void **from, void *to) __asm__("host.switch");
__asm__(
	".text\nhost.switch:\n"
	"push %rbp\npush %rbx\npush %r12\npush %r13\npush %r14\npush %r15\n"
	"mov %rsp,(%rdi)\nmov %rsi,%rsp\n"
	"pop %r15\npop %r14\npop %r13\npop %r12\npop %rbx\npop %rbp\nret\n");

static void
switchto(Fiber *f)
{
	Fiber *from = (Fiber *)host_g;

	__sanitizer_start_switch_fiber(from->g.status == Gdead ? 0 : &from->fake, f->stack, f->size);
	host_g = &f->g;
	switch_(&from->sp, f->sp);
	__sanitizer_finish_switch_fiber(from->fake, 0, 0);
}

void
mcall(void (*fn)(G *))
{
	oncall = fn;
	switchto(&fiber0);
}

void
systemstack(void (*fn)(void *), void *arg)
{
	G *g = host_g;

	host_g = &fiber0.g;
	fn(arg);
	host_g = g;
}

static void
ready(G *g)
{
	if (g->status != Gwaiting)
		throw("woken, but does not wait");
	g->status = Grunnable;
	if (nrunnable == NELEM(runnable))
		throw("too many goroutines");
	runnable[nrunnable++] = (Fiber *)g;
}

static void
yield(G *g)
{
	g->status = Gwaiting;
	ready(g);
}

static void
park(G *g)
{
	M *m = g->m;

	g->status = Gwaiting;
	if (m->waitunlock && !m->waitunlock(g, m->waitlock))
		ready(g);
}

static void
end(G *g)
{
	Fiber *f = (Fiber *)g;

	f->next = dead;
	dead = f;
}

static const SchedOps ops = {.park = park, .ready = ready, .gosched = yield};
const SchedOps *schedops = &ops;
Sched sched = {.nprocs = 1};
void deadlock_m(G *g) { throw("no scheduler"); }
void goready(G *g) { ready(g); }
void runtime_gosched(void) { mcall(yield); }
void gopark(bool (*unlock)(G *, void *), void *lock, u8 reason) { gopark_inline(unlock, lock, reason); }

static void
entry(void)
{
	__sanitizer_finish_switch_fiber(0, 0, 0);
	((void (*)(void))host_g->fn->fn)();
	host_g->status = Gdead;
	mcall(end);
}

void
runtime_newproc(FuncVal *fn)
{
	static i64 goid;
	Fiber *f = dead;
	u8 *stack;

	if (f) {
		dead = f->next;
		stack = f->stack;
	} else {
		f = calloc(1, sizeof *f);
		stack = mmap(0, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	}
	__asan_unpoison_memory_region(stack, STACK);
	*f = (Fiber){.g = {.status = Gwaiting, .fn = fn, .m = &m0, .goid = ++goid}, .stack = stack, .size = STACK};
	f->sp = stack + STACK - 64;                  /* six registers, then where to go */
	((void **)f->sp)[6] = entry;
	ready(&f->g);
}

/* ---- the scheduler, and the Ps: timers go from one to the other with GOMAXPROCS ---- */

i64 setmaxprocs(i64 n) SYM(setmaxprocs);
i64
setmaxprocs(i64 n)
{
	P *from = m0.p, *to = &procs[n == 1];

	if (from != to)
		timers_move(from, to);
	m0.p = getg()->p = to;
	return from == &procs[0] ? 2 : 1;
}

/* Runs what is due; when no goroutine can run, the time becomes that of the next timer. Tests of the allocator have no timers. */
#pragma weak timers_check
#pragma weak timers_move
static void
checktimers(void)
{
	i64 t = now += 500, until = 0;

	if (timers_check)
		timers_check(m0.p, &t, &until);
	while (!nrunnable) {
		if (!until)
			throw("all goroutines are asleep");
		t = now = until > now ? until : now;
		timers_check(m0.p, &t, &until);
	}
}

static void
schedule_(void)
{
	Fiber *f;
	i64 k;

	checktimers();
	k = fastrand64() % nrunnable;
	f = runnable[k];
	runnable[k] = runnable[--nrunnable];
	f->g.status = Grunning;
	f->g.p = m0.p;
	m0.curg = &f->g;
	switchto(f);
	oncall(&f->g);
	if (m0.locks)
		throw("gave up the processor with a lock held");
}

void host_init(void);                                /* heap.c, arena.c */

static void
mainstart(void)
{
	main_main();
	exit(0);
}

int
main(void)
{
	static FuncVal fn = {mainstart};
	pthread_attr_t a;
	size_t size;

	pthread_getattr_np(pthread_self(), &a);
	pthread_attr_getstack(&a, (void **)&fiber0.stack, &size);
	fiber0.size = size;
	fiber0.g = (G){.m = &m0, .p = &procs[0], .status = Grunning};
	m0.g0 = &fiber0.g;
	m0.p = &procs[0];
	procs[1].id = 1;
	host_init();
	runtime_newproc(&fn);
	for (;;)
		schedule_();
}
