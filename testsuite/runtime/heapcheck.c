/* The checks of the heap in the debug build: each fault, made on purpose, is reported, and nothing is once it is repaired. */
#define RTDEBUG
#include "test.h"
#include "malloc.h"

void gc(void) SYM(gc);
void *assign64(const MapType *t, Hmap *m, u64 k) SYM(mapassign_fast64);
Hmap *makemap(const MapType *t, i64 hint) SYM(makemap);

typedef struct Node { struct Node *left, *right; i64 pad[4]; } Node;
enum { BIGNODES = 1000, NNODES = 3000, NLARGE = 5 };
static u8 node_ptrs = 3, one = 1;
static Type t_node = {.size = 48, .ptrdata = 16, .gcdata = &node_ptrs, .kind = KIND_STRUCT};
static Type t_ptr = {.size = 8, .ptrdata = 8, .gcdata = &one, .equal = int_equal, .kind = KIND_POINTER, .tflag = TFLAG_REGULAR};
static MapType t_map = {.key = &t_int, .elem = &t_ptr, .slot_size = 16, .elem_off = 8, .group_size = 136};
static Node *nodes[NNODES], *big, *full[510];
static Hmap *map;
static void *large[NLARGE];
static bool marked;

/* ---- the checker ---- */

static void
look(void *arg)
{
	NOSPLIT();
	*(const char **)arg = heap_check(marked);
}

/* want 0: nothing */
static void
reports(const char *want, i64 line)
{
	const char *got = 0, *g;

	systemstack(look, &got);
	for (g = got; g && want && *want; g++, want++)
		if (*g != *want)
			break;
	if (!got == !want && (!want || !*want))
		return;
	prints(got ? got : "nothing");
	prints(" reported; ");
	fail("line", line, 0);
}

#define REPORTS(want) reports(want, __LINE__)
/* place is v for a moment, and the checker says so */
#define BREAK(place, v, want) do { \
		__typeof__(place) *p_ = &(place), old_ = *p_; \
		*p_ = (__typeof__(place))(v); \
		reports(want, __LINE__); \
		*p_ = old_; \
		reports(0, __LINE__); \
	} while (0)

/* ---- a heap that has everything ---- */

static NOINLINE void
populate(void)
{
	Node *n;
	i64 i;

	for (i = 0; i < NNODES; i++) {
		n = runtime_newobject(&t_node);
		if (i % 4 == 0)
			nodes[i] = n;
		runtime_mallocgc(400, &t_node, true);
		runtime_mallocgc(80 + i, 0, true);
	}
	big = runtime_mallocgc(BIGNODES * sizeof(Node), &t_node, true);
	for (i = 0; i < BIGNODES; i++)
		big[i].right = nodes[i / 4 * 4];
	map = makemap(&t_map, 0);
	for (i = 0; i < 1000; i++)
		*(Node **)assign64(&t_map, map, i) = nodes[i / 4 * 4];
	runtime_mallocgc(2 << 20, 0, true);
	for (i = 0; i < 2 * NLARGE; i++) {
		n = runtime_mallocgc(100000, 0, true);
		if (i % 2)
			large[i / 2] = n;
	}
	for (i = 0; i < (i64)NELEM(full); i++)
		full[i] = runtime_newobject(&t_node);
}

static MSpan *
spanfor(void *p)
{
	MSpan *s = spanof((uintptr)p);

	if (!s)
		fail("no span", (i64)p, 0);
	return s;
}

/* Node 0's span: of small objects of a type, some of them free. */
static u64
freeobject(MSpan *s)
{
	u64 i;

	for (i = 0; i < s->nelems; i++)
		if (!bit(s->alloc, i))
			return i;
	fail("no free object", s->base, 0);
	return 0;
}

static u64 pageno(void *p) { return ((uintptr)p - heap.start) / PAGE; }

/* ---- faults ---- */

static void
bounds(void)
{
	BREAK(heap.used, heap.end + PAGE, "end of the heap");
	BREAK(heap.capall, heap.nall - 1, "more spans than heap.all has room for:");
	BREAK(heap.tosweep, 1, "heap.tosweep");
	BREAK(heap.inusepages, 0, "heap.inusepages");
	BREAK(heap.live, heap.live + 16, "heap.live");
	BREAK(heap.freepages, heap.freepages + 1, "heap.freepages");
	BREAK(heap.released, heap.released + 1, "heap.released");
}

static void
spans(void)
{
	MSpan *s = spanfor(nodes[0]), *l = spanfor(big);
	u64 i = freeobject(s);

	BREAK(heap.all[0], 8, "no span is number");
	BREAK(heap.all[0], s->base, "no span is number");
	BREAK(heap.all[0], heap.all[1], "pages twice in span");
	BREAK(s->state, SPAN_FREE, "span not in use");
	BREAK(s->base, s->base + 16, "pages of span");
	BREAK(s->npages, 0, "pages of span");
	BREAK(s->npages, 1ull << 50, "pages of span");
	BREAK(heap.all[1]->base, heap.all[0]->base, "pages twice in span");
	BREAK(heap.spans[pageno(big) + 1], 0, "page table has another than span");
	BREAK(heap.spans[pageno(big) + 2], s, "page table has another than span");
	BREAK(s->class, NCLASSES, "shape of span");
	BREAK(s->class, s->class + 1, "shape of span");
	BREAK(s->noscan, true, "shape of span");
	BREAK(s->elemsize, 32, "shape of span");
	BREAK(s->nelems, s->nelems - 1, "shape of span");
	BREAK(l->nelems, 2, "shape of span");
	BREAK(s->marks, s->alloc, "shape of span");
	BREAK(s->types, 0, "shape of span");
	BREAK(s->type, &t_node, "shape of span");
	BREAK(s->divmul, s->divmul / 2, "object numbers of span");
	BREAK(s->freeindex, s->nelems + 1, "freeindex of span");
	BREAK(s->freeindex, i + 1, "freeindex of span");
	BREAK(l->alloc[0], 3, "bits behind the objects of span");
	BREAK(l->marks[0], 2, "bits behind the objects of span");
	BREAK(l->marks[0], 1, "object marked between cycles in span");
}

/* The first in the last of the lists, or in another one. */
static MSpan *
longrun(void)
{
	MSpan *s = heap.free[NELEM(heap.free) - 1];

	CHECK("a long free run", s && s->npages > NELEM(heap.free), true);
	return s;
}

static MSpan *
shortrun(void)
{
	u64 b;

	for (b = NELEM(heap.free) - 2; b > 1; b--)
		if (heap.free[b])
			return heap.free[b];
	fail("no short free run", 0, 0);
	return 0;
}

/* The last page of s becomes a run of its own. */
static void
notjoined(MSpan *s)
{
	MSpan *t = heap.runfree, old = *t;
	u64 last = pageno((void *)s->base) + --s->npages;

	*t = (MSpan){.base = heap.start + last * PAGE, .npages = 1, .next = heap.free[1], .scavenged = s->scavenged};
	if (t->next)
		t->next->prev = t;
	heap.runfree = old.next;
	heap.free[1] = heap.spans[last] = t;
	heap.spans[last - 1] = s;
	REPORTS("not joined with what follows: free run");
	heap.free[1] = t->next;
	if (t->next)
		t->next->prev = 0;
	heap.spans[last] = s;
	heap.spans[last - 1] = 0;
	s->npages++;
	*t = old;
	heap.runfree = t;
	REPORTS(0);
}

static void
runs(void)
{
	MSpan *s = longrun(), *few = shortrun();
	u64 b = NELEM(heap.free) - 1, p = pageno((void *)s->base);

	BREAK(heap.free[b], 8, "no run of pages follows in free list");
	BREAK(s->next, heap.all[0]->base, "no run of pages follows in free list");
	BREAK(s->state, SPAN_INUSE, "run of pages not free");
	BREAK(s->alloc, &heap.live, "run of pages not free");
	BREAK(s->base, s->base + 8, "pages of free run");
	BREAK(s->npages, 1ull << 50, "pages of free run");
	BREAK(s->npages, s->npages + 1, "pages twice in free run");
	BREAK(s->next, s, "pages twice in free run");
	BREAK(s->prev, s, "list broken at free run");
	BREAK(few->npages, few->npages - 1, "wrong list for free run");
	BREAK(heap.spans[p], 0, "page table has another than free run");
	BREAK(heap.spans[p + s->npages - 1], 0, "page table has another than free run");
	BREAK(heap.spans[p + 1], s, "page table has an entry inside of a free run, page");
	BREAK(heap.spans[p + 1], 8, "page table has an entry inside of a free run, page");
	BREAK(heap.spans[pageno((void *)getg()->stack_lo)], s, "page table has an entry for nobody's page");
}

static void
spares(void)
{
	MSpan *r = heap.runfree, *h;
	u64 k;

	for (k = 0; !(h = heap.metafree[k]) || !h->next; k++)
		if (k == NELEM(heap.metafree) - 2)
			fail("two spare headers", 0, 0);
	BREAK(heap.metafree[k + 1], 8, "no header follows in list of spare ones");
	BREAK(heap.metafree[k + 1], h, "wrong list for spare header");
	BREAK(heap.metafree[k], r, "wrong list for spare header");
	BREAK(h->state, SPAN_INUSE, "spare header is in use");
	BREAK(h->next->next, h, "circle in list of spare headers at");
	BREAK(heap.runfree, heap.all[0]->base, "no header follows in list of spare ones");
	BREAK(heap.runfree, h, "wrong list for spare header");
	BREAK(heap.runfree, longrun(), "spare header is in use");
	BREAK(r->next, r, "circle in list of spare headers at");
}

static void
central(void)
{
	MSpan *s = spanfor(nodes[0]), *f = spanfor(full[NELEM(full) / 2]);
	u64 k = s->class * 2;

	CHECK("full", f->class * 2, k);
	BREAK(heap.central[k], 8, "no span of its list's class:");
	BREAK(heap.central[k + 1], s, "no span of its list's class:");
	BREAK(heap.central[k], f, "full, but in a central list: span");
	BREAK(heap.central[k]->next, heap.central[k], "twice in central lists and caches: span");
	BREAK(heap.central[k], longrun(), "no span of its list's class:");
}

static P second;

static void
caches(void)
{
	u64 k = spanfor(nodes[0])->class * 2, free, index;
	CacheSlot *c = &getg()->m->p->mcache.alloc[k], *d = &second.mcache.alloc[k];
	MSpan *s;

	while (c->end - c->next < 2 * sizeof(Node))
		runtime_newobject(&t_node);
	REPORTS(0);
	s = spanfor((void *)c->next);
	BREAK(c->span, s->base, "no span of its list's class:");
	BREAK(c->span, spanfor(big), "no span of its list's class:");
	BREAK(c->next, c->next + 8, "no run of its class: cache has");
	BREAK(c->next, heap.start, "no run of its class: cache has");
	BREAK(c->next, c->end + 8, "end before its begin: cache's run");
	BREAK(c->end, c->end - 8, "no run of its class: cache has");
	BREAK(c->end, s->base + s->npages * PAGE, "no run of its class: cache has");
	BREAK(c->types, c->types + 1, "types of cache's run");
	BREAK(c->types[1], (uintptr)&t_node, "not zero: cache's run");
	BREAK(((u64 *)c->next)[5], 1, "not zero: cache's run");
	BREAK(((u64 *)c->end)[-1], 1, "not zero: cache's run");
	if (heap.central[k])
		BREAK(c->span, heap.central[k], "twice in central lists and caches: span");
	free = objindex(s, c->next) + 1;
	index = s->freeindex;
	s->alloc[free >> 6] ^= 1ull << (free & 63);
	heap.live -= s->elemsize;
	REPORTS("freeindex of span");
	s->freeindex = free;
	REPORTS("free: cache's object");
	s->freeindex = index;
	heap.live += s->elemsize;
	s->alloc[free >> 6] ^= 1ull << (free & 63);
	REPORTS(0);
	CHECK("one P", allp[1], 0);
	*d = *c;
	d->span = 0;
	BREAK(allp[1], &second, "in two caches: run");
	d->next = d->end;
	BREAK(allp[1], 0, 0);
}

static Type t_odd;
static MapType t_oddmap;

static void
types(void)
{
	MSpan *s = spanfor(nodes[0]), *l = spanfor(big);
	u32 *t = &s->types[objindex(s, (uintptr)nodes[0])];

	CHECK("type", *t, (u32)(uintptr)&t_node);
	BREAK(*t, 0, 0);
	BREAK(*t, (uintptr)&type_conservative, 0);
	BREAK(*t, 8, "no type:");
	BREAK(*t, (uintptr)&t_node + 4, "no type:");
	t_odd = t_node;
	*t = (uintptr)&t_odd;
	BREAK(t_odd.kind, 0, "no type:");
	BREAK(t_odd.kind, KIND_UNSAFEPTR + 1, "no type:");
	BREAK(t_odd.ptrdata, 56, "no type:");
	BREAK(t_odd.ptrdata, 0, "no type:");
	BREAK(t_odd.ptrdata, 12, "no type:");
	BREAK(t_odd.size, 56, "no type:");
	BREAK(t_odd.gcdata, 8, "no type:");
	*t = (uintptr)&t_node;
	BREAK(l->type, 8, "no type:");
	BREAK(l->type, (uintptr)&t_map + 1, 0);
	BREAK(l->type, 9, "no map type:");
	t_oddmap = t_map;
	l->type = (Type *)((uintptr)&t_oddmap | 1);
	BREAK(t_oddmap.group_size, 128, "no map type:");
	BREAK(t_oddmap.slot_size, 8, "no map type:");
	BREAK(t_oddmap.elem_off, 24, "no map type:");
	BREAK(t_oddmap.key, 8, "no map type:");
	BREAK(t_oddmap.elem, &t_node, "no map type:");
	l->type = &t_node;
	REPORTS(0);
}

/* A slot of the map that is in use. */
static Node **
mapslot(void)
{
	return (Node **)assign64(&t_map, map, 500);
}

static void
pointers(void)
{
	MSpan *s = spanfor(nodes[0]);
	u64 free = s->base + freeobject(s) * s->elemsize, tail = s->base + s->nelems * s->elemsize;
	Node **slot = mapslot();

	BREAK(nodes[0]->left, getg()->stack_lo, 0);
	BREAK(nodes[0]->left, 1, 0);
	BREAK(nodes[0]->left, heap.used, 0);
	BREAK(nodes[0]->left, heap.end, 0);
	BREAK(nodes[0]->left, &nodes[4]->pad[3], 0);
	BREAK(nodes[0]->left, free, "pointer to a free object:");
	BREAK(nodes[0]->right, free + sizeof(Node) - 1, "pointer to a free object:");
	BREAK(nodes[0]->pad[0], free, 0);
	BREAK(nodes[0]->right, tail, "pointer behind the objects of a span:");
	BREAK(nodes[0]->right, longrun()->base, "pointer to free pages:");
	BREAK(nodes[0]->right, longrun()->base + PAGE, "pointer to free pages:");
	BREAK(big[BIGNODES - 1].left, free, "pointer to a free object:");
	BREAK(big[BIGNODES - 1].pad[1], free, 0);
	BREAK(*slot, free, "pointer to a free object:");
	BREAK(slot[-1], free, 0);
}

/* As when marking has ended, and everything is alive. */
static void
marks(void)
{
	MSpan *s = spanfor(nodes[0]), *l = spanfor(big), *c;
	u64 i, k, free = freeobject(s), n, next;
	i32 nprocs = sched.nprocs;

	for (i = 0; i < heap.nall; i++)
		for (k = 0; k < (heap.all[i]->nelems + 63) / 64; k++)
			heap.all[i]->marks[k] = heap.all[i]->alloc[k];
	marked = true;
	REPORTS(0);
	BREAK(s->marks[free >> 6], s->marks[free >> 6] | 1ull << (free & 63), "free object marked in span");
	n = objindex(s, (uintptr)nodes[0]);
	BREAK(s->marks[n >> 6], s->marks[n >> 6] & ~(1ull << (n & 63)), "pointer from a marked object to one that is not:");
	BREAK(l->marks[0], 0, 0);
	sched.nprocs = writeBarrier = 1;
	BREAK(sched.nprocs, 2, "mark bits not set atomically by Ps:");
	sched.nprocs = nprocs;
	writeBarrier = 0;
	next = getg()->m->p->mcache.alloc[s->class * 2].next;
	c = spanfor((void *)next);
	n = objindex(c, next);
	BREAK(c->marks[n >> 6], c->marks[n >> 6] & ~(1ull << (n & 63)), "free or not marked: cache's object");
	l->marks[0] = 0;
	BREAK(big[0].left, s->base + free * s->elemsize, 0);
	marked = false;
	REPORTS("object marked between cycles in span");
}

void
main_main(void)
{
	heap.enabled = false;
	populate();
	heap.enabled = true;
	gc();
	gc();
	heap.enabled = false;
	REPORTS(0);
	bounds();
	spans();
	runs();
	notjoined(longrun());
	spares();
	central();
	types();
	pointers();
	caches();
	marks();
	prints("ok\n");
}
