/* stack.c - goroutine stacks: a chain of segments that never move (README, abi.h).
 *
 * A segment's header lies at its upper end. The first has 8 KB, the next ones 8 times as much, later as much as there was
 * before; one unused next segment stays cached at the newest. Segments up to 512 KB come from free lists that are filled
 * from the heap's pages, larger ones straight from the system. All of this runs on g0. */
#include "runtime.h"

enum { MINORDER = 13, MAXORDER = 19, SLAB = 65536 };

typedef struct Free { struct Free *next; } Free;     /* at the upper end of a free piece: its lower pages stay untouched */
static Lock stacklock;                       /* pool, stacksys */
static Free *pool[MAXORDER + 1];
u64 stacksys;
u64 maxstacksize = STACK_MAX;

Segment *newstack(G *g, u32 arg) SYM(newstack);
void shednext(void *seg) SYM(shednext);
void badmorestack(void) SYM(badmorestack);

void
stackinit(void)
{
	bt("stackinit");
	bt_int("first", STACK_MIN);
	bt_int("slab", SLAB);
	bt_int("mapped", 2 << MAXORDER);
	bt_int("max", maxstacksize);
	bt_end();
}

static Free *
freenode(void *p, i32 order)
{
	NOSPLIT();
	return (Free *)((u8 *)p + (1ull << order) - sizeof(Free));
}

static void
push(void *p, i32 order)
{
	Free *f = freenode(p, order);

	NOSPLIT();
	f->next = pool[order];
	pool[order] = f;
}

static void
refill(i32 order)
{
	u64 size = 1ull << order, n = size < SLAB ? SLAB : size;
	u8 *p = pagealloc(n / 8192), *end = p + n;

	stacksys += n;
	for (; p < end; p += size)
		push(p, order);
}

static i32
order_of(u64 size)
{
	return 63 - __builtin_clzll(size);
}

/* size: a power of two. */
void *
stackalloc(u64 size)
{
	i32 o = order_of(size);
	void *p;
	Free *f;

	NOSPLIT();
	if (o > MAXORDER) {
		p = sysmmap(0, size, 3, 0x4022);
		if (!p)
			throw("runtime: out of memory: stack");
		aadd(&stacksys, size);
		return p;
	}
	lock(&stacklock);
	if (!pool[o])
		refill(o);
	f = pool[o];
	pool[o] = f->next;
	unlock(&stacklock);
	return (u8 *)(f + 1) - size;
}

void
stackfree(void *p, u64 size)
{
	i32 o = order_of(size);

	NOSPLIT();
	if (o > MAXORDER) {
		aadd(&stacksys, -size);
		munmap(p, size);
		return;
	}
	lock(&stacklock);
	push(p, o);
	unlock(&stacklock);
}

static Segment *
segment_new(G *g, u64 size)
{
	u8 *p = stackalloc(size);
	Segment *s = (Segment *)(p + size - sizeof(Segment));

	NOSPLIT();
	s->lo = (uintptr)p;
	s->size = size;
	s->next = s->prev = 0;
	g->stacksize += size;
	return s;
}

static void
segment_free(G *g, Segment *s)
{
	NOSPLIT();
	g->stacksize -= s->size;
	stackfree((void *)s->lo, s->size);
}

void
stack_setseg(G *g, Segment *s)
{
	NOSPLIT();
	g->segment = s;
	g->stack_lo = s->lo;
	g->stack_hi = (uintptr)s;
	g->stackguard = s->lo + STACK_GUARD;
}

#ifdef NOSTACKCHECK
/* Without checks a stack is one fixed segment; below it a page that faults. */
enum { FIXED = 64 << 20, PAGE = 65536 };

void
stack_new(G *g, u64 size)
{
	NOSPLIT();
	g->stacksize = 0;
	size = FIXED;
	stack_setseg(g, segment_new(g, size));
	if (sysmmap((void *)(g->stack_lo), PAGE, 0, 0x4032) != (void *)g->stack_lo)
		throw("runtime: no guard page");
	g->stack_lo += PAGE;
}
#else
void
stack_new(G *g, u64 size)
{
	NOSPLIT();
	g->stacksize = 0;
	stack_setseg(g, segment_new(g, size));
}
#endif

/* A dead goroutine's segment keeps its place, which its G knows, and nothing in it. */
void
stack_drop(G *g)
{
	u8 *end = (u8 *)(g->segment + 1);

	NOSPLIT();
	if (g->stackgone || g->stacksize % physpagesize)
		return;
	g->stackgone = true;
	madvise(end - g->stacksize, g->stacksize, 4);        /* MADV_DONTNEED */
}

void
stack_restore(G *g)
{
	Segment *s = g->segment;

	NOSPLIT();
	s->size = g->stacksize;
	s->lo = (uintptr)(s + 1) - s->size;
	g->stackgone = false;
}

/* Free pieces larger than the first of a stack, but for the page with their node. */
void
stack_trim(void *arg)
{
	Free *f, *list;
	u64 size;
	i32 o;

	NOSPLIT();
	for (o = MINORDER + 1; o <= MAXORDER; o++) {
		size = 1ull << o;
		lock(&stacklock);
		list = pool[o];
		pool[o] = 0;
		unlock(&stacklock);
		while ((f = list)) {
			list = f->next;
			if (size > physpagesize && (uintptr)(f + 1) % physpagesize == 0)
				madvise((u8 *)(f + 1) - size, size - physpagesize, 4);
			stackfree((u8 *)(f + 1) - size, size);
		}
	}
}

/* Frees everything beyond s and s's cached successor. */
void
stack_shed(G *g, Segment *s)
{
	Segment *n, *nn;

	NOSPLIT();
	if (!s->next)
		return;
	for (n = s->next->next; n; n = nn) {
		nn = n->next;
		segment_free(g, n);
	}
	s->next->next = 0;
}

/* morestack leaves seg, which still has a cached successor. */
void
shednext(void *seg)
{
	Segment *s = seg;

	NOSPLIT();
	stack_shed(getg()->m->curg, s);
	if (s->next) {
		segment_free(getg()->m->curg, s->next);
		s->next = 0;
	}
}

static void NORETURN COLD
overflow(G *g)
{
	prints("runtime: goroutine stack exceeds ");
	runtime_printint(maxstacksize);
	prints("-byte limit\nruntime: sp=");
	runtime_printhex(g->sched_sp);
	prints(" stack=[");
	runtime_printhex(g->stack_lo);
	prints(", ");
	runtime_printhex(g->stack_hi);
	prints("]\n");
	fatalthrow("stack overflow");
}

/* How large the segment after s should be, at least need bytes; 0 when g may not have that much. */
static u64
nextsize(G *g, u64 need)
{
	u64 size = g->segment->size * 8;

	NOSPLIT();
	while (size > g->stacksize && size > 1 << 25)
		size /= 2;
	while (size < need)
		size *= 2;
	return g->stacksize + size > maxstacksize ? 0 : size;
}

/* The segment to go on with when there are need bytes to come. */
static Segment *
nextsegment(G *g, u64 need)
{
	Segment *s = g->segment;
	u64 size;

	NOSPLIT();
	if (s->next && s->next->size >= need)
		return s->next;
	if (s->next) {
		stack_shed(g, s);
		segment_free(g, s->next);
		s->next = 0;
	}
	size = nextsize(g, need);
	if (size == 0)
		overflow(g);
	s->next = segment_new(g, size);
	s->next->prev = s;
	return s->next;
}

/* The guard was poisoned: g shall stop, if it may. */
static void
checkpreempt(G *g)
{
	M *m = g->m;

	NOSPLIT();
	if (!schedops || m->locks || g->critical || !m->p || m->p->status != Prunning || g != m->curg || !g->preempt)
		return;
	schedops->gopreempt(g);
}

/* On g0: g's current function has no room, or is to be preempted. arg: MORESTACK_ARG. The segment to go on with, or 0: enough room
 * where it is. After a preemption morestack finds it in g->resumeseg. */
Segment *
newstack(G *g, u32 arg)
{
	uintptr sp = g->sched_bp + 16;               /* in the prologue */
	u64 frame = MORESTACK_FRAME(arg);
	bool poisoned = aload(&g->stackguard) == STACK_PREEMPT;

	NOSPLIT();
	g->resumeseg = 0;
	g->stackguard = g->segment->lo + STACK_GUARD;
	if (!poisoned || sp - frame <= g->stackguard || sp < frame)
		g->resumeseg = nextsegment(g, frame + MORESTACK_ARGBYTES(arg) + STACK_GUARD + 512 + sizeof(Segment));
	if (poisoned)
		checkpreempt(g);
	return g->resumeseg;
}

void
badmorestack(void)
{
	NOSPLIT();
	write(2, "fatal: morestack on g0\n", 23);
	exit(2);
}
