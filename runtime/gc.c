/* gc.c - the collector: mark and sweep, the world stopped; the cycle runs on the g0 of the M that started it.
 *
 * Roots: .data and .bss word by word, the G structures, all goroutine stacks from their stopped sp through all segments, g0's own
 * stack. What is found there may point anywhere into an object and need not be a pointer at all (conservative); heap objects
 * are scanned by their types (malloc.c). Marking uses an explicit stack. Sweeping goes over span headers only: objects not
 * marked become free, a span without marked objects gives its pages back; memory is cleared when it is handed out again.
 *
 * Finalizers: what an object with one refers to is marked from it before the end, the object itself only when it is found
 * unreachable; then its finalizer is queued for the finalizer goroutine. Cleanups are the same without the object. */
#include "malloc.h"


extern u64 datastart[] SYM(data) __attribute__((weak)), dataend[] SYM(edata) __attribute__((weak));
extern u64 bssstart[] SYM(bss) __attribute__((weak)), bssend[] SYM(ebss) __attribute__((weak));

typedef struct Obj { uintptr base; MSpan *span; } Obj;
static Obj *stack;
static u64 nstack, capstack;
static u64 marked;                                   /* bytes */

static Lock finlock;                                 /* finals, queue, fing */
static Final *finals, *queue;                        /* outside of the heap: marked by hand */
static u64 nfinals, capfinals, nqueue, capqueue;
G *fing;                                             /* mfinal.c makes it */
static bool fingwaits;
static bool trace;
static i64 last;                                     /* when the last cycle ended */

i64 runtime_setgcpercent(i64 n) SYM(setgcpercent);
void runtime_gc(void) SYM(gc);
void runtime_freeosmemory(void) SYM(freeosmemory);
void runtime_delfinalizer(void *p) SYM(delfinalizer);

/* Doubles an array that lies outside of the heap. */
COLD static void *
grow(void *old, u64 *cap, u64 size, u64 first)
{
	u64 n = *cap ? *cap * 2 : first;
	void *p = sysmmap(0, n * size, 3, 0x4022);

	NOSPLIT();
	if (!p)
		heap_oom();
	if (old) {
		runtime_memmove(p, old, *cap * size);
		munmap(old, *cap * size);
	}
	*cap = n;
	return p;
}

/* ---- marking ---- */

/* p may be anything. */
static inline void
mark(uintptr p)
{
	MSpan *s = spanof(p);
	u64 i;

	if (!s)
		return;
	i = objindex(s, p);
	if (i >= s->nelems || !bit(s->alloc, i) || bit(s->marks, i))
		return;
	setbit(s->marks, i);
	marked += s->elemsize;
	if (s->noscan)
		return;
	if (nstack == capstack)
		stack = grow(stack, &capstack, sizeof *stack, 1 << 16);
	stack[nstack++] = (Obj){s->base + i * s->elemsize, s};
}

static void
markword(uintptr p)
{
	NOSPLIT();
	mark(p);
}

static void
scanwords(uintptr lo, uintptr hi)
{
	uintptr *p = (uintptr *)((lo + 7) & ~7ull), *end = (uintptr *)hi;

	NOSPLIT();
	for (; p < end; p++)
		mark(*p);
}

/* n values of type t from p on. */
static void
scantyped(uintptr p, Type *t, u64 n)
{
	u64 words = t->ptrdata / 8, i, m;

	NOSPLIT();
	for (; n > 0; n--, p += t->size) {
		for (i = 0; i < words; i += 8)
			for (m = t->gcdata[i >> 3]; m; m &= m - 1)
				mark(((uintptr *)p)[i + __builtin_ctzll(m)]);
	}
}

/* Groups of a map, as many as fit into size: keys and elements, or pointers to them. */
static void
scanmap(uintptr p, MapType *t, u64 size)
{
	u64 n = size / t->group_size;
	Type *k = t->flags & MAP_INDIRECT_KEY ? &type_conservative : t->key;
	Type *e = t->flags & MAP_INDIRECT_ELEM ? &type_conservative : t->elem;
	uintptr slot;
	u64 i;

	NOSPLIT();
	for (; n > 0; n--, p += t->group_size) {
		if (*(u64 *)p == 0)
			break;                       /* behind the last group */
		for (i = 0; i < 8; i++) {
			slot = p + 8 + i * t->slot_size;
			if (((u8 *)p)[i] & 0x80)
				continue;
			scantyped(slot, k, 1);
			scantyped(slot + t->elem_off, e, 1);
		}
	}
}

static void
scanobject(Obj o)
{
	MSpan *s = o.span;
	Type *t = s->class == 0 ? s->type : s->types ? (Type *)(uintptr)s->types[objindex(s, o.base)] : 0;

	NOSPLIT();
	if (!t)
		scanwords(o.base, o.base + s->elemsize);
	else if ((uintptr)t & 1)
		scanmap(o.base, (MapType *)((uintptr)t - 1), s->elemsize);
	else if (t->size)
		scantyped(o.base, t, s->elemsize / t->size);
}

static void
drain(void)
{
	NOSPLIT();
	while (nstack)
		scanobject(stack[--nstack]);
}

/* A stopped goroutine's stack: the segment it stands in from sp, the earlier ones from where morestack left them. */
static void
scanstack(G *g)
{
	Segment *s = g->segment;
	uintptr sp = g->sched_sp;

	NOSPLIT();
	for (; s; sp = s->oldsp, s = s->prev) {
		scanwords(sp, (uintptr)s);
		drain();
	}
}

COLD static void
markroots(void)
{
	G *g, *g0 = getg()->m->g0;
	uintptr lo, hi;
	u64 i;

	NOSPLIT();
	scanwords((uintptr)datastart, (uintptr)dataend);
	scanwords((uintptr)bssstart, (uintptr)bssend);
	drain();
	for (g = sched.allgs; g; g = g->alllink) {
		if (g->status == Gdead)
			continue;
		scanwords((uintptr)g, (uintptr)(g + 1));
		scanstack(g);
		if (g->async) {
			schedops->asyncregs(g, &lo, &hi);
			scanwords(lo, hi);
		}
	}
	scanwords((uintptr)__builtin_frame_address(0), g0->stack_hi);
	if (schedops)
		schedops->timersmark(markword);
	for (i = 0; i < nqueue; i++) {
		mark(queue[i].obj);
		mark((uintptr)queue[i].fn);
	}
	drain();
}

/* ---- finalizers ---- */

static bool
reached(uintptr p)
{
	MSpan *s = spanof(p);

	NOSPLIT();
	return !s || bit(s->marks, objindex(s, p));
}

COLD static void
markfinals(void)
{
	MSpan *s;
	u64 i, n;

	NOSPLIT();
	for (i = 0; i < nfinals; i++) {
		mark((uintptr)finals[i].fn);
		s = spanof(finals[i].obj);
		if (!finals[i].cleanup && s && !s->noscan)
			scanobject((Obj){s->base + objindex(s, finals[i].obj) * s->elemsize, s});
	}
	drain();
	for (i = n = 0; i < nfinals; i++) {
		if (reached(finals[i].obj)) {
			finals[n++] = finals[i];
			continue;
		}
		if (nqueue == capqueue)
			queue = grow(queue, &capqueue, sizeof *queue, 512);
		queue[nqueue++] = finals[i];
	}
	nfinals = n;
	for (i = 0; i < nqueue; i++)
		if (!queue[i].cleanup)
			mark(queue[i].obj);
	drain();
}

static void
wakefinalizers(void)
{
	NOSPLIT();
	if (!nqueue || !fing || !fingwaits || aload(&fing->status) != Gwaiting)
		return;
	fingwaits = false;
	goready(fing);
}

COLD static void
newfinal(void *arg)
{
	NOSPLIT();
	lock(&finlock);
	if (nfinals == capfinals)
		finals = grow(finals, &capfinals, sizeof *finals, 512);
	finals[nfinals++] = *(Final *)arg;
	unlock(&finlock);
}

void
finals_add(Final *f)
{
	systemstack(newfinal, f);
}

/* The next one to run, off the queue; 0: none, and the finalizer goroutine will be woken. */
bool
finals_take(Final *f)
{
	bool any;

	lock(&finlock);
	any = nqueue > 0;
	if (any) {
		*f = queue[--nqueue];
		queue[nqueue].obj = 0;
	}
	fingwaits = !any;
	unlock(&finlock);
	return any;
}

COLD void
runtime_delfinalizer(void *p)
{
	u64 i;

	lock(&finlock);
	for (i = nfinals; i-- > 0;) {
		if (finals[i].obj == (uintptr)p && !finals[i].cleanup) {
			finals[i] = finals[--nfinals];
			break;
		}
	}
	unlock(&finlock);
}

/* ---- sweeping ---- */

/* False when nothing in it is in use. */
static bool
sweepspan(MSpan *s)
{
	u64 words = (s->nelems + 63) / 64, i, n = 0, before = 0;
	u32 index = s->class * 2 + s->noscan;

	NOSPLIT();
	for (i = 0; i < words; i++) {
		n += __builtin_popcountll(s->marks[i]);
		before += __builtin_popcountll(s->alloc[i]);
		s->alloc[i] = s->marks[i];
		s->marks[i] = 0;
	}
	heap.nfree += before - n;
	heap.freed += (before - n) * s->elemsize;
	if (n == 0)
		return false;
	if (n < before)
		s->needzero = true;
	if (n < s->nelems && s->class) {
		s->freeindex = 0;
		s->next = heap.central[index];
		heap.central[index] = s;
	}
	return true;
}

COLD static void
flushcaches(void)
{
	i32 i;

	NOSPLIT();
	for (i = 0; i < MAXPROCS && allp[i]; i++)
		runtime_memclr(&allp[i]->mcache, sizeof(MCache));
}

static void
sweep(void)
{
	u64 i, n;
	MSpan *s;

	NOSPLIT();
	runtime_memclr(heap.central, sizeof heap.central);
	for (i = n = 0; i < heap.nall; i++) {
		s = heap.all[i];
		if (sweepspan(s))
			heap.all[n++] = s;
		else
			span_free(s);
	}
	heap.nall = n;
}

/* ---- the cycle ---- */

static COLD void
printtrace(bool forced, u64 before, i64 t0, i64 t1, i64 t2)
{
	u64 total = t2 - boot_t0;

	NOSPLIT();
	runtime_printlock();
	prints("gc ");
	runtime_printint(heap.ngc);
	prints(" @");
	runtime_printint((t0 - boot_t0) / 1000000000);
	prints(".");
	runtime_printint((t0 - boot_t0) / 100000000 % 10);
	runtime_printint((t0 - boot_t0) / 10000000 % 10);
	runtime_printint((t0 - boot_t0) / 1000000 % 10);
	prints("s ");
	runtime_printint(total ? heap.pausens * 100 / total : 0);
	prints("%: 0+");
	runtime_printint((t1 - t0) / 1000000);
	prints(".");
	runtime_printint((t1 - t0) / 100000 % 10);
	prints("+");
	runtime_printint((t2 - t1) / 1000000);
	prints(".");
	runtime_printint((t2 - t1) / 100000 % 10);
	prints(" ms clock, ");
	runtime_printint(before >> 20);
	prints("->");
	runtime_printint(before >> 20);
	prints("->");
	runtime_printint(heap.live >> 20);
	prints(" MB, ");
	runtime_printint(heap.next >> 20);
	prints(" MB goal, ");
	runtime_printint(sched.nprocs);
	prints(forced ? " P (forced)\n" : " P\n");
	runtime_printunlock();
}

COLD static void
setnext(void)
{
	u64 min = 4ull << 20, more;

	NOSPLIT();
	if (heap.percent < 0) {
		heap.next = ~0ull;
		return;
	}
	min = min * heap.percent / 100;
	more = heap.live / 100 * heap.percent;
	heap.next = heap.live + (more > min ? more : min);
	if (heap.limit && heap.next > heap.limit)
		heap.next = heap.live + (heap.limit > heap.live ? (heap.limit - heap.live) / 2 : 0) + (1 << 20);
}

/* On g0, the world stopped. */
COLD static void
gc_run(bool forced)
{
	i64 t0, t1, t2;
	u64 before = heap.live;

	NOSPLIT();
	t0 = runtime_nanotime();
	flushcaches();
	marked = 0;
	markroots();
	markfinals();
	if (schedops)
		schedops->timerssweep(reached);
	t1 = runtime_nanotime();
	sweep();
	heap.live = marked;
	heap.ngc++;
	heap.nforced += forced;
	setnext();
	t2 = runtime_nanotime();
	heap.pausens += t2 - t0;
	last = t2;
	if (trace)
		printtrace(forced, before, t0, t1, t2);
}

static void
cycle(void *arg)
{
	bool *forced = arg;

	NOSPLIT();
	if (schedops)
		schedops->stopworld();
	if (*forced || heap.live >= heap.next)
		gc_run(*forced);
	if (schedops)
		schedops->startworld();
	wakefinalizers();
}

/* On a goroutine. Unless forced, somebody else's cycle will do, and so will a later one when this M holds locks. */
void
gc_start(bool forced)
{
	M *m = getg()->m;

	if (!heap.enabled || m->dying || getg() == m->gsignal || (!forced && (m->locks || getg() == m->g0)))
		return;
	if (schedops && !schedops->gcacquire(forced))
		return;
	acquirem();
	systemstack(cycle, &forced);
	releasem(getg()->m);
	if (schedops)
		schedops->gcrelease();
}

i64
gc_last(void)
{
	return last ? last : (i64)boot_t0;
}

void
runtime_gc(void)
{
	gc_start(true);
	runtime_gosched();
}

void
runtime_freeosmemory(void)
{
	runtime_gc();
}

i64
runtime_setgcpercent(i64 n)
{
	i64 old = heap.percent;

	heap.percent = n < 0 ? -1 : n;
	setnext();
	return old;
}

COLD void
gcstart(void)
{
	i64 t = 0;

	trace = godebug("gctrace", &t) && t > 0;
	setnext();
}

void
gcenable(void)
{
	heap.enabled = bssend != 0;
}

i64 runtime_setmemlimit(i64 n) SYM(setmemlimit);
i64
runtime_setmemlimit(i64 n)
{
	i64 old = heap.limit ? (i64)heap.limit : 0x7fffffffffffffff;

	if (n >= 0) {
		heap.limit = n;
		setnext();
	}
	return old;
}
