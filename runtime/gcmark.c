/* gcmark.c - finding what is alive: work buffers, objects, roots. gc.c says when; README, "Memory", what must hold.
 *
 * An object is grey once its mark bit is set and its address lies in a buffer, black when it was scanned. Each P has a buffer of
 * its own; full ones and those of goroutines that stop marking are in one list, from which all take. Several Ms mark at once, and
 * with the barrier on, goroutines run meanwhile: mark bits are set atomically, memory is read word by word.
 *
 * Roots may point anywhere into an object and need not be pointers at all (conservative); heap objects are scanned by their
 * types (malloc.c). Objects over CHUNK bytes are scanned in pieces, so that no step takes long. */
#include "malloc.h"

#pragma weak asyncregs

enum { WORKBUF = 510, SLAB = 64, AHEAD = 16 };
#define CHUNK (128u << 10)

struct WorkBuf { WorkBuf *next; u64 n; uintptr obj[WORKBUF]; };

extern u64 datastart[] SYM(data) __attribute__((weak)), dataend[] SYM(edata) __attribute__((weak));
extern u64 bssstart[] SYM(bss) __attribute__((weak)), bssend[] SYM(ebss) __attribute__((weak));

static Lock worklock;                                /* guards the lists */
static WorkBuf *full, *empty;
static u32 nfull, active;                            /* buffers in full; Ms that mark */
static G *unscanned;                                 /* allgs from here on: stacks nobody has looked at */
static i64 began;                                    /* when this cycle did */
u32 gc_cycle;                                        /* 2 * number; G.gcscan: this, or this - 1 while being scanned */

/* ---- buffers ---- */

static WorkBuf *
newbufs(void)
{
	WorkBuf *b = sysmmap(0, SLAB * sizeof *b, 3, 0x4022);
	i32 i;

	NOSPLIT();
	if (!b)
		heap_oom();
	heap.gcsys += SLAB * sizeof *b;
	for (i = 0; i < SLAB - 1; i++)
		b[i].next = &b[i + 1];
	return b;
}

static void
putfull(WorkBuf *b)
{
	NOSPLIT();
	lock(&worklock);
	b->next = full;
	full = b;
	astore(&nfull, nfull + 1);
	unlock(&worklock);
}

/* On g0: w gets an empty buffer; its full one goes to the list. */
static void
nextbuf(void *arg)
{
	GcWork *w = arg;

	NOSPLIT();
	if (w->buf)
		putfull(w->buf);
	lock(&worklock);
	if (!empty)
		empty = newbufs();
	w->buf = empty;
	empty = empty->next;
	unlock(&worklock);
	w->buf->n = 0;
}

/* What w has goes to the list. */
static void
flush(GcWork *w)
{
	NOSPLIT();
	if (!w->buf || w->buf->n == 0)
		return;
	putfull(w->buf);
	w->buf = 0;
}

static bool
takefull(GcWork *w)
{
	WorkBuf *b;

	NOSPLIT();
	if (aload(&nfull) == 0)
		return false;
	lock(&worklock);
	if ((b = full)) {
		full = b->next;
		astore(&nfull, nfull - 1);
		if (w->buf) {
			w->buf->next = empty;
			empty = w->buf;
		}
		w->buf = b;
	}
	unlock(&worklock);
	return b != 0;
}

static inline void
push(GcWork *w, uintptr p)
{
	if (unlikely(!w->buf || w->buf->n == WORKBUF))
		systemstack(nextbuf, w);
	w->buf->obj[w->buf->n++] = p;
}

/* ---- objects ---- */

static inline bool
markbit(MSpan *s, u64 i)
{
	u64 *b = &s->marks[i >> 6], m = 1ull << (i & 63);

	if (__atomic_load_n(b, __ATOMIC_RELAXED) & m)
		return false;
	if (!gc_parallel) {
		*b |= m;
		return true;
	}
	return !(__atomic_fetch_or(b, m, __ATOMIC_RELAXED) & m);
}

/* p may be anything. The barrier comes here on a goroutine: no stack check, at which that could be moved to another P, with w still
 * this one's. */
static inline void
grey(GcWork *w, uintptr p)
{
	MSpan *s = spanof(p);
	u64 i;

	NOSPLIT();
	if (!s)
		return;
	i = objindex(s, p);
	if (i >= s->nelems || !bit(s->alloc, i))
		return;
	if (unlikely(gc_checking)) {
		if (!gc_check(w, s, i))
			return;
	} else {
		if (!markbit(s, i))
			return;
		w->marked += s->elemsize;
	}
	if (!s->noscan)
		push(w, s->base + i * s->elemsize);
}

/* grey, but when the processor has fetched the span's header and bits: some words later, or by greylater. Only drain leaves words here,
 * and none when it returns. */
static inline void
later(GcWork *w, uintptr p)
{
	uintptr old, *slot;

	if (unlikely(gc_checking)) {
		grey(w, p);
		return;
	}
	if (!prefetchmark(p))
		return;
	slot = &w->later[w->nlater++ % LATER];
	old = *slot;
	*slot = p;
	if (old)
		grey(w, old);
}

static void
greylater(GcWork *w)
{
	uintptr p;
	i32 i;

	NOSPLIT();
	for (i = 0; i < LATER; i++) {
		p = w->later[i];
		w->later[i] = 0;
		if (p)
			grey(w, p);
	}
}

/* The barrier's. By a goroutine or g0, on a P. A goroutine that was stopped behind its test of the flag may come after marking has ended:
 * mark bits are clear then, until the next cycle. */
void
gc_shadeword(uintptr p)
{
	NOSPLIT();
	if (writeBarrier && p - heap.start < heap.used - heap.start)
		grey(&getg()->m->p->gcwork, p);
}

/* Most words do not point into the heap: its bounds are kept in registers. What it grows by meanwhile is marked already. */
static NOINLINE void
scanwords(GcWork *w, uintptr lo, uintptr hi)
{
	uintptr *p = (uintptr *)((lo + 7) & ~7ull), *end = (uintptr *)hi, v;
	uintptr start = heap.start, size = heap.used - start;

	NOSPLIT();
	if (unlikely(gc_checking))
		gc_strict = false;
	for (; p < end; p++) {
		v = __atomic_load_n(p, __ATOMIC_RELAXED);
		if (unlikely(v - start < size))
			grey(w, v);
	}
	if (unlikely(gc_checking))
		gc_strict = true;
}

/* n values of type t from p on. */
static inline void
scantyped(GcWork *w, uintptr p, Type *t, u64 n)
{
	u64 words = t->ptrdata / 8, i, m;

	for (; n > 0; n--, p += t->size) {
		for (i = 0; i < words; i += 8)
			for (m = t->gcdata[i >> 3]; m; m &= m - 1)
				later(w, __atomic_load_n((uintptr *)p + i + __builtin_ctzll(m), __ATOMIC_RELAXED));
	}
}

/* n groups of a map: keys and elements, or pointers to them. */
static void
scanmap(GcWork *w, uintptr p, MapType *t, u64 n)
{
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
			scantyped(w, slot, k, 1);
			scantyped(w, slot + t->elem_off, e, 1);
		}
	}
}

/* The part [p, end) of an object at base of what repeats every `size` bytes: repetitions that begin there. */
static u64
repeats(uintptr base, uintptr *p, uintptr end, u64 size, u64 total)
{
	u64 first = (*p - base + size - 1) / size, last = (end - base + size - 1) / size, all = total / size;

	NOSPLIT();
	*p = base + first * size;
	last = last < all ? last : all;
	return first < last ? last - first : 0;
}

static void
scanlarge(GcWork *w, uintptr p, MSpan *s)
{
	uintptr base = s->base, end = base + s->elemsize, q;
	Type *t = s->type;
	u64 n;

	NOSPLIT();
	if (p == base)
		for (q = p + CHUNK; q < end; q += CHUNK)
			push(w, q);
	end = end - p > CHUNK ? p + CHUNK : end;
	w->scanned += end - p;
	if (!t) {
		scanwords(w, p, end);
	} else if ((uintptr)t & 1) {
		MapType *m = (MapType *)((uintptr)t - 1);
		n = repeats(base, &p, end, m->group_size, s->elemsize);
		scanmap(w, p, m, n);
	} else if (t->size) {
		n = repeats(base, &p, end, t->size, s->elemsize);
		scantyped(w, p, t, n);
	}
}

static void
scanobject(GcWork *w, uintptr p)
{
	MSpan *s = heap.spans[(p - heap.start) >> PAGESHIFT];
	uintptr t;

	NOSPLIT();
	if (unlikely(gc_checking))
		gc_parent = p;
	if (unlikely(s->class == 0)) {
		scanlarge(w, p, s);
		return;
	}
	w->scanned += s->elemsize;
	t = s->types ? s->types[objindex(s, p)] : 0;
	if (!t)
		scanwords(w, p, p + s->elemsize);
	else if (t & 1)
		scanmap(w, p, (MapType *)(t - 1), s->elemsize / ((MapType *)(t - 1))->group_size);
	else if (((Type *)t)->size == s->elemsize)
		scantyped(w, p, (Type *)t, 1);
	else if (((Type *)t)->size)
		scantyped(w, p, (Type *)t, s->elemsize / ((Type *)t)->size);
}

static inline void
fetchtype(uintptr p)
{
	MSpan *s = heap.spans[(p - heap.start) >> PAGESHIFT];

	if (s->types)
		__builtin_prefetch(&s->types[objindex(s, p)]);
}

/* Scans about `budget` bytes of objects. They wait in a short queue after being taken, while the processor fetches them, their spans'
 * headers, and half-way through the words with their types. What they refer to waits too, before it is marked (later). False: there was
 * nothing to do. (Cher, Hosking, Vitek, "Software prefetching for mark-sweep garbage collection", 2004.) */
static bool
drain(GcWork *w, u64 budget)
{
	uintptr q[AHEAD], p;
	u64 head = 0, tail = 0, start = w->scanned;

	NOSPLIT();
	while (w->scanned - start < budget) {
		while (tail - head < AHEAD && ((w->buf && w->buf->n) || (head == tail && takefull(w)))) {
			p = w->buf->obj[--w->buf->n];
			__builtin_prefetch((void *)p);
			__builtin_prefetch(heap.spans[(p - heap.start) >> PAGESHIFT]);
			q[tail++ % AHEAD] = p;
		}
		if (head != tail) {
			if (tail - head > AHEAD / 2)
				fetchtype(q[(head + AHEAD / 2) % AHEAD]);
			scanobject(w, q[head++ % AHEAD]);
			continue;
		}
		greylater(w);
		if (!w->buf || w->buf->n == 0)
			break;
	}
	greylater(w);
	while (head != tail)
		push(w, q[head++ % AHEAD]);
	return w->scanned != start;
}

/* ---- roots ---- */

/* A stopped goroutine: its G, its registers, its stack: the segment it stands in from sp, the earlier ones from where morestack
 * left them. */
static void
scang(GcWork *w, G *g)
{
	Segment *s = g->segment;
	uintptr sp = g->sched_sp, lo, hi;

	NOSPLIT();
	scanwords(w, (uintptr)g, (uintptr)(g + 1));
	for (; s; sp = s->oldsp, s = s->prev)
		scanwords(w, sp, (uintptr)s);
	if (g->async && asyncregs) {
		asyncregs(g, &lo, &hi);
		scanwords(w, lo, hi);
	}
}

/* g is not running, or is the one that stopped the world: scans it unless that was done in this cycle. Whoever comes second waits. */
void
gc_scang(G *g)
{
	u32 v, done = gc_cycle;

	NOSPLIT();
	for (;;) {
		v = aload(&g->gcscan);
		if (v == done)
			return;
		if (v == done - 1) {
			osyield();
			continue;
		}
		if (acas(&g->gcscan, v, done - 1))
			break;
	}
	scang(&getg()->m->p->gcwork, g);
	if (!g->waitsince && (g->status == Gwaiting || g->status == Gsyscall))
		g->waitsince = began;
	astore(&g->gcscan, done);
}

/* One more stack; false: all are done. Dead goroutines have none; one that lives by now is scanned before it runs. */
static bool
scannext(void)
{
	G *g;

	NOSPLIT();
	if (!aload(&unscanned))
		return false;
	lock(&worklock);
	while ((g = unscanned)) {
		astore(&unscanned, g->alllink);
		if (aload(&g->status) != Gdead && aload(&g->gcscan) != gc_cycle)
			break;
	}
	unlock(&worklock);
	if (!g)
		return false;
	gc_scang(g);
	return true;
}

static void
rootword(uintptr p)
{
	NOSPLIT();
	grey(&getg()->m->p->gcwork, p);
}

void
gc_markroot(uintptr lo, uintptr hi)
{
	NOSPLIT();
	scanwords(&getg()->m->p->gcwork, lo, hi);
}

/* Objects that p refers to are alive, whether p is or not. */
void
gc_markchildren(uintptr p)
{
	MSpan *s = spanof(p);

	NOSPLIT();
	if (s && !s->noscan)
		push(&getg()->m->p->gcwork, s->base + objindex(s, p) * s->elemsize);
}

/* On g0, the world stopped: variables, timers, finalizers, this goroutine. Other stacks follow. */
void
gc_markroots(void)
{
	M *m = getg()->m;

	NOSPLIT();
	gc_markroot((uintptr)datastart, (uintptr)dataend);
	gc_markroot((uintptr)bssstart, (uintptr)bssend);
	gc_markroot((uintptr)__builtin_frame_address(0), m->g0->stack_hi);
	if (schedops)
		schedops->timersmark(rootword);
	finals_mark();
	gc_cycle += 2;
	began = runtime_nanotime();
	unscanned = sched.allgs;
	if (m->curg)
		gc_scang(m->curg);
}

u64
gc_globalsize(void)
{
	NOSPLIT();
	return bssend ? (u8 *)dataend - (u8 *)datastart + ((u8 *)bssend - (u8 *)bssstart) : 0;
}

/* ---- steps ---- */

/* On g0: marks for about `budget` bytes. False: found nothing to do. */
bool
gc_markstep(u64 budget)
{
	GcWork *w = &getg()->m->p->gcwork;
	u64 start = w->scanned, s0;
	bool any = false;

	NOSPLIT();
	aadd(&active, 1);
	while (w->scanned - start < budget) {
		s0 = w->scanned;
		if (drain(w, budget))
			any = true;
		else if (scannext())
			any = true;
		else if (w->scanned == s0)
			break;
	}
	flush(w);
	aadd(&active, -1);
	return any;
}

/* Nobody marks, and there is nothing to do but what barriers may have left in other Ps' buffers. */
bool
gc_marked(void)
{
	return aload(&active) == 0 && aload(&nfull) == 0 && !aload(&unscanned);
}

/* The world is stopped. True: nothing is grey any more. */
bool
gc_flushall(void)
{
	i32 i;

	NOSPLIT();
	for (i = 0; i < MAXPROCS && allp[i]; i++)
		flush(&allp[i]->gcwork);
	return gc_marked();
}

/* The world is stopped: everything that is left, other goroutines' stacks included. */
void
gc_markall(void)
{
	NOSPLIT();
	while (!gc_flushall())
		gc_markstep(1ull << 40);
}

void
gc_workstats(u64 *marked, u64 *scanned, bool reset)
{
	i32 i;

	NOSPLIT();
	for (*marked = *scanned = 0, i = 0; i < MAXPROCS && allp[i]; i++) {
		*marked += allp[i]->gcwork.marked;
		*scanned += allp[i]->gcwork.scanned;
		if (reset)
			allp[i]->gcwork.marked = allp[i]->gcwork.scanned = allp[i]->gcwork.debt = 0;
	}
}

bool
gc_reached(uintptr p)
{
	MSpan *s = spanof(p);

	NOSPLIT();
	return !s || bit(s->marks, objindex(s, p));
}
