/* heapcheck.c - the debug build walks the whole heap when a cycle begins and when its marking has ended, and dies at the first thing
 * that is not as malloc.h and README, "Memory", say. The world is stopped and all is swept.
 *
 * The order matters: what a check reads, one before it has found to be memory. Headers lie in persistentalloc's pages, which the page
 * table has nothing about; descriptors lie in the program's image.
 *
 * Words that the descriptor calls pointers must point into objects in use. No pointer just behind an object is legal there: the
 * compiler leaves the pointer of a slice without capacity where it was, pads structs that end in a field without size, and grey()
 * would take such a pointer for one to the neighbour. */
#include "map.h"
#include "malloc.h"

#ifdef RTDEBUG
extern u8 imagestart[] __asm__("__ehdr_start"), textend[] SYM(etext), datastart[] SYM(data), bssend[] SYM(ebss);

static u64 npages, *taken, *isfree, *listed;         /* by page: in a span or free run; in a free run; starts a span in a central list or
                                                      * a cache */
static bool marking;
static u8 text[160];
static u64 ntext;

/* ---- faults ---- */

static void
put(const char *s)
{
	NOSPLIT();
	while (*s && ntext < sizeof text - 1)
		text[ntext++] = *s++;
	text[ntext] = 0;
}

static void
puthex(u64 v)
{
	char s[19] = "0x0000000000000000";
	i32 i;

	NOSPLIT();
	for (i = 17; i > 1; i--, v >>= 4)
		s[i] = "0123456789abcdef"[v & 15];
	put(s);
}

/* False. */
static COLD bool
fault(const char *what, u64 where)
{
	NOSPLIT();
	ntext = 0;
	put(what);
	put(" ");
	puthex(where);
	return false;
}

static COLD bool
faultat(const char *what, u64 v, uintptr obj)
{
	NOSPLIT();
	fault(what, v);
	put(" in ");
	puthex(obj);
	return false;
}

/* ---- pages ---- */

static u64
pageno(uintptr a)
{
	NOSPLIT();
	return (a - heap.start) >> PAGESHIFT;
}

/* s may be read. */
static bool
isheader(MSpan *s)
{
	uintptr p = (uintptr)s;

	NOSPLIT();
	return p % 16 == 0 && p - heap.start <= heap.used - heap.start - sizeof *s && !heap.spans[pageno(p)];
}

static bool
inheap(MSpan *s)
{
	NOSPLIT();
	return s->base % PAGE == 0 && s->base >= heap.start && s->base < heap.used && s->npages > 0
		&& s->npages <= (heap.used - s->base) / PAGE;
}

/* The pages of s were nobody's, and are its own from now on. */
static bool
take(MSpan *s)
{
	u64 p = pageno(s->base), end = p + s->npages;

	NOSPLIT();
	for (; p < end; p++) {
		if (bit(taken, p))
			return false;
		setbit(taken, p);
		if (s->state == SPAN_FREE)
			setbit(isfree, p);
	}
	return true;
}

static bool
bounds(void)
{
	NOSPLIT();
	if (heap.start > heap.used || heap.used > heap.end || heap.used % PAGE)
		return fault("end of the heap", heap.used);
	if (heap.nall > heap.capall)
		return fault("more spans than heap.all has room for:", heap.nall);
	if (heap.tosweep)
		return fault("heap.tosweep", heap.tosweep);
	if (marking && writeBarrier && sched.nprocs > 1 && !gc_parallel)
		return fault("mark bits not set atomically by Ps:", sched.nprocs);
	return true;
}

/* ---- spans ---- */

static u64
bitwords(MSpan *s)
{
	NOSPLIT();
	return (s->nelems + 63) / 64;
}

static bool
shape(MSpan *s)
{
	u64 n = s->class ? s->npages * PAGE / class_size[s->class] : 1;
	u64 size = s->class ? class_size[s->class] : s->npages * PAGE;
	bool typed = !s->noscan && s->class > 2;

	NOSPLIT();
	return s->elemsize == size && s->nelems == n && s->noscan <= 1
		&& s->alloc == (u64 *)(s + 1) && s->marks == s->alloc + bitwords(s)
		&& s->types == (typed ? (u32 *)(s->marks + bitwords(s)) : 0) && (!s->type || (!s->class && !s->noscan));
}

/* With divmul. */
static bool
numbers(MSpan *s)
{
	uintptr p = s->base;
	u64 i;

	NOSPLIT();
	for (i = 0; i < s->nelems; i++, p += s->elemsize)
		if (objindex(s, p) != i || objindex(s, p + s->elemsize - 1) != i)
			return false;
	return true;
}

static bool
bits(MSpan *s)
{
	u64 i, words = bitwords(s), last = s->nelems & 63 ? ~0ull << (s->nelems & 63) : 0;

	NOSPLIT();
	if ((s->alloc[words - 1] | s->marks[words - 1]) & last)
		return fault("bits behind the objects of span", s->base);
	for (i = 0; i < words; i++)
		if (s->marks[i] & ~(marking ? s->alloc[i] : 0))
			return fault(marking ? "free object marked in span" : "object marked between cycles in span", s->base);
	for (i = 0; i < s->freeindex && i < s->nelems; i++)
		if (!bit(s->alloc, i))
			break;
	if (i != s->freeindex)
		return fault("freeindex of span", s->base);
	return true;
}

static bool
span(MSpan *s, u64 i)
{
	u64 p, n;

	NOSPLIT();
	if (!isheader(s))
		return fault("no span is number", i);
	if (s->state != SPAN_INUSE)
		return fault("span not in use", s->base);
	if (!inheap(s))
		return fault("pages of span", s->base);
	if (!take(s))
		return fault("pages twice in span", s->base);
	for (p = pageno(s->base), n = 0; n < s->npages; n++)
		if (heap.spans[p + n] != s)
			return fault("page table has another than span", s->base);
	if (s->class >= NCLASSES || !shape(s))
		return fault("shape of span", s->base);
	if (!numbers(s))
		return fault("object numbers of span", s->base);
	return bits(s);
}

static u64
nobjects(MSpan *s)
{
	u64 i, n = 0;

	NOSPLIT();
	for (i = 0; i < bitwords(s); i++)
		n += __builtin_popcountll(s->alloc[i]);
	return n;
}

static bool
spans(void)
{
	u64 i, pages = 0, live = 0;

	NOSPLIT();
	for (i = 0; i < heap.nall; i++) {
		if (!span(heap.all[i], i))
			return false;
		pages += heap.all[i]->npages;
		live += nobjects(heap.all[i]) * heap.all[i]->elemsize;
	}
	if (heap.inusepages != pages)
		return fault("heap.inusepages", heap.inusepages);
	if (heap.live != live)
		return fault("heap.live", heap.live);
	return true;
}

/* ---- free runs ---- */

/* Lists that run in circles meet pages that are taken. */
static bool
run(MSpan *s, MSpan *prev, u64 bin)
{
	u64 p;

	NOSPLIT();
	if (!isheader(s))
		return fault("no run of pages follows in free list", bin);
	if (s->state != SPAN_FREE || s->alloc)
		return fault("run of pages not free", s->base);
	if (!inheap(s))
		return fault("pages of free run", s->base);
	if (!take(s))
		return fault("pages twice in free run", s->base);
	if (s->prev != prev)
		return fault("list broken at free run", s->base);
	if (bin != (s->npages < 128 ? s->npages : 128))
		return fault("wrong list for free run", s->base);
	p = pageno(s->base);
	if (heap.spans[p] != s || heap.spans[p + s->npages - 1] != s)
		return fault("page table has another than free run", s->base);
	return true;
}

static bool
runs(void)
{
	u64 b, pages = 0, released = 0;
	MSpan *s, *prev;

	NOSPLIT();
	for (b = 0; b < NELEM(heap.free); b++) {
		for (prev = 0, s = heap.free[b]; s; prev = s, s = s->next) {
			if (!run(s, prev, b))
				return false;
			pages += s->npages;
			released += s->scavenged ? s->npages : 0;
		}
	}
	if (heap.freepages != pages)
		return fault("heap.freepages", heap.freepages);
	if (heap.released != released)
		return fault("heap.released", heap.released);
	return true;
}

/* What the table has beyond the entries that spans and runs have asked for. */
static bool
table(void)
{
	uintptr a;
	MSpan *s;
	u64 p;

	NOSPLIT();
	for (p = 0; p < npages; p++) {
		s = heap.spans[p];
		a = heap.start + p * PAGE;
		if (!s || (bit(taken, p) && !bit(isfree, p)))
			continue;
		if (!bit(taken, p))
			return fault("page table has an entry for nobody's page", a);
		if (!isheader(s) || s->state != SPAN_FREE || (a != s->base && a != s->base + (s->npages - 1) * PAGE))
			return fault("page table has an entry inside of a free run, page", a);
		if (p + 1 < npages && a != s->base + (s->npages - 1) * PAGE)
			continue;
		if (p + 1 < npages && bit(isfree, p + 1))
			return fault("not joined with what follows: free run", s->base);
	}
	return true;
}

/* ---- headers to use again ---- */

static bool
spare(MSpan *s, bool run, u64 index)
{
	NOSPLIT();
	if (!isheader(s))
		return fault("no header follows in list of spare ones", index);
	if (s->state != SPAN_FREE || (s->base - heap.start < heap.used - heap.start && heap.spans[pageno(s->base)] == s))
		return fault("spare header is in use", (uintptr)s);
	if (run ? s->alloc != 0 : s->alloc != (u64 *)(s + 1) || s->class * 2u + s->noscan != index)
		return fault("wrong list for spare header", (uintptr)s);
	return true;
}

/* Brent's way of finding circles: the one that waits jumps ahead at powers of 2. */
static bool
sparelist(MSpan *s, bool run, u64 index)
{
	MSpan *waits = 0;
	u64 n;

	NOSPLIT();
	for (n = 1; s; n++, s = s->next) {
		if (!spare(s, run, index))
			return false;
		if (s == waits)
			return fault("circle in list of spare headers at", (uintptr)s);
		if ((n & (n - 1)) == 0)
			waits = s;
	}
	return true;
}

static bool
spares(void)
{
	u64 k;

	NOSPLIT();
	for (k = 0; k < NELEM(heap.metafree); k++)
		if (!sparelist(heap.metafree[k], false, k))
			return false;
	return sparelist(heap.runfree, true, 0);
}

/* ---- who has spans with free objects ---- */

/* One of heap.all, of this class and kind, and nobody else's to take objects from. */
static bool
claim(MSpan *s, u64 index)
{
	NOSPLIT();
	if (!isheader(s) || s->state != SPAN_INUSE || spanof(s->base) != s || s->class * 2u + s->noscan != index)
		return fault("no span of its list's class:", (uintptr)s);
	if (bit(listed, pageno(s->base)))
		return fault("twice in central lists and caches: span", s->base);
	setbit(listed, pageno(s->base));
	return true;
}

static bool
central(void)
{
	MSpan *s;
	u64 k;

	NOSPLIT();
	for (k = 0; k < NELEM(heap.central); k++) {
		for (s = heap.central[k]; s; s = s->next) {
			if (!claim(s, k))
				return false;
			if (nobjects(s) == s->nelems)
				return fault("full, but in a central list: span", s->base);
		}
	}
	return true;
}

static bool
zeros(uintptr p, uintptr end)
{
	NOSPLIT();
	for (; p < end; p += 4)
		if (*(u32 *)p)
			return false;
	return true;
}

/* The run that c allocates from, not empty. */
static bool
cacherun(CacheSlot *c, u64 k)
{
	MSpan *s = spanof(c->next);
	u64 i, last;

	NOSPLIT();
	if (!s || !s->class || s->class * 2u + s->noscan != k || c->end > s->base + s->nelems * s->elemsize || (c->span && c->span != s)
		|| (c->next - s->base) % s->elemsize || (c->end - s->base) % s->elemsize)
		return fault("no run of its class: cache has", c->next);
	i = objindex(s, c->next);
	last = objindex(s, c->end - 1);
	if (c->types != (s->types ? s->types + i : 0))
		return fault("types of cache's run", c->next);
	if (!zeros(c->next, c->end) || (s->types && !zeros((uintptr)&s->types[i], (uintptr)&s->types[last + 1])))
		return fault("not zero: cache's run", c->next);
	for (; i <= last; i++)
		if (!bit(s->alloc, i) || (marking && !bit(s->marks, i)))
			return fault(marking ? "free or not marked: cache's object" : "free: cache's object", s->base + i * s->elemsize);
	return true;
}

static bool
overlaps(CacheSlot *c, u64 k, i32 n)
{
	CacheSlot *d;
	i32 i;

	NOSPLIT();
	for (i = 0; i < n; i++) {
		d = &allp[i]->mcache.alloc[k];
		if (d->next < c->end && c->next < d->end)
			return true;
	}
	return false;
}

static bool
caches(void)
{
	CacheSlot *c;
	i32 i;
	u64 k;

	NOSPLIT();
	for (i = 0; i < MAXPROCS && allp[i]; i++) {
		for (k = 0; k < NCLASSES * 2; k++) {
			c = &allp[i]->mcache.alloc[k];
			if (c->span && !claim(c->span, k))
				return false;
			if (c->next > c->end)
				return fault("end before its begin: cache's run", c->next);
			if (c->next == c->end)
				continue;
			if (!cacherun(c, k))
				return false;
			if (overlaps(c, k, i))
				return fault("in two caches: run", c->next);
		}
	}
	return true;
}

/* ---- objects ---- */

static bool
inimage(uintptr p, u64 n)
{
	uintptr text = (uintptr)imagestart, data = (uintptr)datastart;

	NOSPLIT();
	return p - text <= (uintptr)textend - text - n || p - data <= (uintptr)bssend - data - n;
}

/* t may well be a descriptor, of values that fit into room bytes. */
static bool
istype(Type *t, u64 room)
{
	NOSPLIT();
	return (uintptr)t % 8 == 0 && inimage((uintptr)t, sizeof *t) && t->kind >= KIND_BOOL && t->kind <= KIND_UNSAFEPTR
		&& t->ptrdata <= t->size && t->ptrdata % 8 == 0 && t->size <= room
		&& (!t->ptrdata || inimage((uintptr)t->gcdata, (t->ptrdata / 8 + 7) / 8));
}

static bool
ismaptype(MapType *t, u64 room)
{
	NOSPLIT();
	return (uintptr)t % 8 == 0 && inimage((uintptr)t, sizeof *t) && t->slot_size > 0 && t->elem_off <= t->slot_size
		&& t->group_size == 8 + SLOTS * t->slot_size && t->group_size <= room
		&& istype(t->key, t->flags & MAP_INDIRECT_KEY ? ~0ull : t->elem_off)
		&& istype(t->elem, t->flags & MAP_INDIRECT_ELEM ? ~0ull : t->slot_size - t->elem_off);
}

/* Of the object at obj. */
static bool
pointer(uintptr v, uintptr obj)
{
	MSpan *s;
	u64 i;

	NOSPLIT();
	if (v - heap.start >= heap.used - heap.start)
		return true;
	s = spanof(v);
	if (!s)
		return bit(isfree, pageno(v)) ? faultat("pointer to free pages:", v, obj) : true;
	i = objindex(s, v);
	if (i >= s->nelems)
		return faultat("pointer behind the objects of a span:", v, obj);
	if (!bit(s->alloc, i))
		return faultat("pointer to a free object:", v, obj);
	if (marking && !bit(s->marks, i))
		return faultat("pointer from a marked object to one that is not:", v, obj);
	return true;
}

static bool
values(uintptr p, Type *t, u64 n, uintptr obj)
{
	u64 words = t->ptrdata / 8, i;

	NOSPLIT();
	for (; n > 0; n--, p += t->size)
		for (i = 0; i < words; i++)
			if (t->gcdata[i >> 3] >> (i & 7) & 1 && !pointer(((uintptr *)p)[i], obj))
				return false;
	return true;
}

/* n groups of a map, as gcmark.c: scanmap. */
static bool
groups(uintptr p, MapType *t, u64 n, uintptr obj)
{
	Type *k = t->flags & MAP_INDIRECT_KEY ? &type_conservative : t->key;
	Type *e = t->flags & MAP_INDIRECT_ELEM ? &type_conservative : t->elem;
	u8 *slot;
	u32 i;

	NOSPLIT();
	for (; n > 0 && ctrl((u8 *)p); n--, p += t->group_size) {
		for (i = 0; i < SLOTS; i++) {
			slot = slotat(t, (u8 *)p, i);
			if (((u8 *)p)[i] & 0x80)
				continue;
			if (!values((uintptr)slot, k, 1, obj) || !values((uintptr)slot + t->elem_off, e, 1, obj))
				return false;
		}
	}
	return true;
}

/* The runtime's own objects are of type_conservative: their words may be something else. */
static bool
object(uintptr p, u64 size, uintptr type, bool live)
{
	MapType *m = (MapType *)(type - 1);
	Type *t = (Type *)type;

	NOSPLIT();
	if (type == 0 || t == &type_conservative)
		return true;
	if (type & 1)
		return !ismaptype(m, size) ? faultat("no map type:", type, p) : !live || groups(p, m, size / m->group_size, p);
	if (!istype(t, size) || !t->ptrdata)
		return faultat("no type:", type, p);
	return !live || values(p, t, size / t->size, p);
}

static bool
objects(MSpan *s)
{
	uintptr type;
	u64 i;

	NOSPLIT();
	for (i = 0; i < s->nelems; i++) {
		if (!bit(s->alloc, i))
			continue;
		type = s->types ? s->types[i] : (uintptr)s->type;
		if (!object(s->base + i * s->elemsize, s->elemsize, type, !marking || bit(s->marks, i)))
			return false;
	}
	return true;
}

static bool
allobjects(void)
{
	u64 i;

	NOSPLIT();
	for (i = 0; i < heap.nall; i++)
		if (!objects(heap.all[i]))
			return false;
	return true;
}

/* ---- */

/* On g0, the world stopped, all swept; mark: marking has ended, else it has not begun. What is wrong, or 0. */
const char *
heap_check(bool mark)
{
	u64 words;
	bool ok;

	NOSPLIT();
	marking = mark;
	if (!bounds())
		return (const char *)text;
	npages = pageno(heap.used);
	words = npages / 64 + 1;
	taken = sysmmap(0, 3 * words * 8, 3, 0x4022);
	if (!taken)
		heap_oom();
	isfree = taken + words;
	listed = isfree + words;
	ok = spans() && runs() && table() && spares() && central() && caches() && allobjects();
	munmap(taken, 3 * words * 8);
	return ok ? 0 : (const char *)text;
}

void
heap_verify(bool mark)
{
	const char *what = heap_check(mark);

	NOSPLIT();
	if (!what)
		return;
	runtime_printlock();
	prints("runtime: heap check: ");
	prints(what);
	runtime_printnl();
	throw("heap check failed");
}
#endif
