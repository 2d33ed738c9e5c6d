/* malloc.c - the heap: size-segregated spans that never move (after Go's, which follows tcmalloc).
 *
 *   mallocgc    the P's cache: for every class and kind a run of free objects [next, end); allocation advances next
 *   refill      takes the next run from the class's current span, or a new span
 *   MHeap       one reserved address range; pages are taken from its end or from free runs
 *   large       objects over 32 KB: a span each
 *
 * All memory handed out is zero: fresh pages are, and a run of reused objects is cleared when the cache takes it.
 *
 * Types, for a precise collector: spans without pointers are noscan. Objects of 8 and 16 bytes in the others are two words
 * that may be pointers. Larger ones have a 32-bit word in the span's `types`, by object number: the address of the type
 * descriptor, whose pointer bitmap repeats over the object (the rest of it is zero); 0: any word may be a pointer.
 * The address fits because descriptors lie in the program's image. With bit 0 set it is a MapType, the object an array of its
 * groups. */
#include "malloc.h"

const u16 class_size[NCLASSES] = {0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256,
	288, 320, 352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688,
	3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336,
	16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768};
static u8 class8[1024 / 8 + 1], class128[(MAXSMALL - 1024) / 128 + 1];

extern u8 zerobase[16] SYM(zerobase);        /* generated code uses its address too */
u8 zerobase[16] __attribute__((aligned(16)));

static const u8 oneword[1] = {1};
Type type_conservative = {.size = 8, .ptrdata = 8, .gcdata = oneword, .kind = KIND_UNSAFEPTR, .align = 8};

static COLD void
classinit(void)
{
	i32 c = 1, i;

	for (i = 1; i <= 1024 / 8; i++) {            /* class8[0] is 0, a class that never has an object */
		if (i * 8 > class_size[c])
			c++;
		class8[i] = c;
	}
	for (i = 0; i <= (MAXSMALL - 1024) / 128; i++) {
		if (i * 128 + 1024 > class_size[c])
			c++;
		class128[i] = c;
	}
}

/* ---- small objects ---- */

static u64
span_pages(u32 size)
{
	u64 n = (size * 8 + PAGE - 1) / PAGE;

	NOSPLIT();
	while (n * PAGE % size > n * PAGE / 8)
		n++;
	return n;
}

/* heap.lock is held. */
static inline void
heap_grown(u64 n)
{
	heap.live += n;
	heap.alloced += n;
	if (unlikely(writeBarrier))
		heap.black += n;
}

u64 classmalloc[NCLASSES], classfree[NCLASSES];      /* the caches' free ones are among the former */

/* The next run of free objects of s, from freeindex on, becomes slot's; false when there is none. */
static bool
takerun(MSpan *s, CacheSlot *slot)
{
	u64 i = s->freeindex, n = s->nelems, j, bytes;

	NOSPLIT();
	while (i < n && bit(s->alloc, i))
		i = (i & 63) == 0 && s->alloc[i >> 6] == ~0ull ? i + 64 : i + 1;
	if (i >= n) {
		s->freeindex = n;
		return false;
	}
	n = unlikely(gc_stress) ? i + 1 : n;         /* so that every object is counted */
	for (j = i; j < n && !bit(s->alloc, j); j++) {
		markblack(s, j);
		setbit(s->alloc, j);
	}
	s->freeindex = j;
	bytes = (j - i) * s->elemsize;
	slot->span = s;
	slot->next = s->base + i * s->elemsize;
	slot->end = slot->next + bytes;
	slot->types = s->types ? s->types + i : 0;
	heap_grown(bytes);
	memstat.nmalloc += j - i;
	classmalloc[s->class] += j - i;
	return true;
}

typedef struct Refill { u32 index; Type *t; void *p; } Refill;

static MSpan *
centralget(u32 index)
{
	MSpan *s = heap.central[index];

	NOSPLIT();
	if (!s)
		return 0;
	heap.central[index] = s->next;
	s->next = 0;
	return s;
}

enum { SWEEPFIRST = 64 };                            /* spans to sweep before a new one is taken */

/* A run for slot from its own span, the class's others, or a new one. heap.lock is held. */
static void
findrun(CacheSlot *slot, u32 index)
{
	u32 class = index >> 1, size = class_size[class];
	MSpan *s = slot->span;

	NOSPLIT();
	for (;;) {
		if (s && takerun(s, slot))
			return;
		if ((s = centralget(index)))
			continue;
		if (!heap.tosweep)
			break;
		sweep_locked(SWEEPFIRST);
		if (!(s = centralget(index)))
			break;
	}
	takerun(span_new(span_pages(size), size, class, index & 1), slot);
}

/* The collector may meet a new object by a pointer that the program stored plainly: then it must see the span, the mark bits and zeroed
 * memory as well. (Types of objects may be late: they were 0, any word may be a pointer.) */
static inline void
publish(void)
{
	__atomic_thread_fence(__ATOMIC_RELEASE);
}

/* On g0: an object of a new run. */
static void
refill(void *arg)
{
	Refill *r = arg;
	u32 size = class_size[r->index >> 1];
	CacheSlot *slot = &getg()->m->p->mcache.alloc[r->index];

	NOSPLIT();
	lock(&heap.lock);
	findrun(slot, r->index);
	unlock(&heap.lock);
	if (slot->span->needzero) {
		runtime_memclr((void *)slot->next, slot->end - slot->next);
		if (slot->types)
			runtime_memclr(slot->types, (slot->end - slot->next) / size * 4);
	}
	r->p = (void *)slot->next;
	slot->next += size;
	if (slot->types)
		*slot->types++ = (uintptr)r->t < 1ull << 32 ? (u32)(uintptr)r->t : 0;
	publish();
}

static NOINLINE void *
malloc_slow(u32 index, Type *t)
{
	Refill r = {index, t, 0};
	CacheSlot *c;

	gc_allocates();
	if (unlikely(heap.live >= heap.next))
		gc_start(false);
	systemstack(refill, &r);
	if (unlikely(writeBarrier)) {
		c = &getg()->m->p->mcache.alloc[index];
		gc_assist(c->end - (uintptr)r.p);
	}
	return r.p;
}

typedef struct Large { u64 size; Type *t; void *p; bool needzero; } Large;

static void
large(void *arg)
{
	Large *l = arg;
	u64 npages = (l->size + PAGE - 1) / PAGE;
	MSpan *s;

	NOSPLIT();
	lock(&heap.lock);
	sweep_locked(SWEEPFIRST + npages);
	s = span_new(npages, npages * PAGE, 0, !l->t);
	s->type = (uintptr)l->t < 1ull << 32 ? l->t : 0;
	markblack(s, 0);
	setbit(s->alloc, 0);
	l->needzero = s->needzero;
	s->needzero = true;
	heap_grown(npages * PAGE);
	memstat.nmalloc++;
	unlock(&heap.lock);
	if (l->needzero && l->t)                             /* the collector may look at it */
		runtime_memclr((void *)s->base, npages * PAGE);
	l->p = (void *)s->base;
	publish();
}

/* With a stack check: who stops the world waits for one piece at most. */
static NOINLINE void
clearpiece(u8 *p, u64 n)
{
	runtime_memclr(p, n);
}

static NOINLINE void *
malloc_large(u64 size, Type *t)
{
	enum { PIECE = 256 << 10 };
	Large l = {size, t, 0, false};
	u64 i;

	if (size > 1ull << 46)
		heap_oom();
	gc_allocates();
	if (heap.live + size >= heap.next)
		gc_start(false);
	systemstack(large, &l);
	for (i = 0; l.needzero && !t && i < size; i += PIECE)
		clearpiece((u8 *)l.p + i, size - i < PIECE ? size - i : PIECE);
	if (unlikely(writeBarrier))
		gc_assist(size);
	return l.p;
}

static COLD void
memstat_update(void)
{
	u64 unused = 0, objects = 0;
	CacheSlot *c;
	i32 i, k;

	for (k = 0; k < MAXPROCS && allp[k]; k++) {
		for (i = 2; i < NCLASSES * 2; i++) {
			c = &allp[k]->mcache.alloc[i];
			unused += c->end - c->next;
			objects += (c->end - c->next) / class_size[i >> 1];
		}
	}
	memstat.inuse = heap.live - unused;
	memstat.total = heap.alloced - unused;
	memstat.objects = memstat.nmalloc - objects;
	memstat.nfree = (i64)heap.nfree > 0 ? heap.nfree : 0;
	memstat.ngc = heap.ngc;
	memstat.nforced = heap.nforced;
	memstat.pausens = heap.pausens;
	memstat.next = heap.goal;
	memstat.spans = heap.inusepages * PAGE;
	memstat.idle = heap.freepages * PAGE;
	memstat.released = heap.released * PAGE;
	memstat.stacks = stacksys;
	memstat.mapped = heap.used - heap.start;
	memstat.meta = memstat.mapped - memstat.spans - memstat.idle;
	memstat.meta = memstat.meta > stacksys ? memstat.meta - stacksys : 0;
	memstat.gcsys = heap.gcsys;
	memstat.lastgc = heap.lastgc;
	memstat.gccpu = heap.gccpu;
	memstat.mcache = sched.nprocs * sizeof(MCache);
}

/* Size, objects made and freed of a class, for runtime.MemStats. */
void runtime_gcclass(i64 class, u64 out[3]) SYM(gcclass);
COLD void
runtime_gcclass(i64 class, u64 out[3])
{
	u64 unused = 0;
	CacheSlot *c;
	i32 k, scan;

	out[0] = class_size[class];
	for (k = 0; class && k < MAXPROCS && allp[k]; k++) {
		for (scan = 0; scan < 2; scan++) {
			c = &allp[k]->mcache.alloc[2 * class + scan];
			unused += (c->end - c->next) / class_size[class];
		}
	}
	out[1] = classmalloc[class] - unused;
	out[2] = (i64)classfree[class] > 0 ? classfree[class] : 0;
}

/* The pauses of the last cycles, and when they ended: 256 each, as runtime.MemStats wants them. */
void runtime_gcpauses(u64 *ns, u64 *end) SYM(gcpauses);
void
runtime_gcpauses(u64 *ns, u64 *end)
{
	Pair now = runtime_walltime();
	i64 wall = now.a * 1000000000 + now.b - runtime_nanotime();
	u64 i;

	for (i = 0; i < NELEM(heap.pauses); i++) {
		ns[i] = heap.pauses[i];
		end[i] = heap.pauseend[i] ? heap.pauseend[i] + wall : 0;
	}
}

COLD void
mallocpart(i32 stage)
{
	if (stage == PART_INIT) {
		memstats = memstat_update;
		classinit();
		gcstart();
	} else
		gcenable();
}

NOINLINE void *
runtime_mallocgc(i64 size, Type *t, bool zero)
{
	CacheSlot *s;
	uintptr p;
	u32 c, index;

	PART(runtime_mallocgc, mallocpart);
	if (!t || t->ptrdata == 0)
		t = 0;
	if (unlikely((u64)size > MAXSMALL))
		return malloc_large(size, t);
	if (size <= 1024)
		c = class8[((u32)size + 7) >> 3];
	else
		c = class128[((u32)size - 1024 + 127) >> 7];
	index = c * 2 + (t == 0);
	s = &getg()->p->mcache.alloc[index];
	p = s->next;
	if (unlikely(p >= s->end)) {
		if (size == 0)
			return zerobase;
		return malloc_slow(index, t);
	}
	s->next = p + class_size[c];
	if (t && c > 2)
		*s->types++ = likely((uintptr)t < 1ull << 32) ? (u32)(uintptr)t : 0;
	return (void *)p;
}

void *
runtime_newobject(Type *t)
{
	return runtime_mallocgc(t->size, t, true);
}

void
malloc_setgroups(void *p, const MapType *t)
{
	MSpan *s = spanof((uintptr)p);
	uintptr w = (uintptr)t | 1;

	if (s->class == 0)
		s->type = (Type *)w;
	else if (s->types && w < 1ull << 32)
		s->types[objindex(s, (uintptr)p)] = w;
}

/* What an allocation of n bytes really occupies: append takes all of it. As in Go, objects with pointers over 512 bytes
 * count with an 8-byte header, so that capacities agree. */
u64
roundupsize(u64 n, bool noscan)
{
	u64 req = n;

	if (!noscan && n > 512)
		n += 8;
	if (n <= MAXSMALL - 8 || (noscan && n <= MAXSMALL - 8))
		return class_size[n <= 1024 ? class8[(n + 7) >> 3] : class128[(n - 1024 + 127) >> 7]] - (n - req);
	return ROUNDUP(req, PAGE);
}

/* ---- for generated code ---- */

void runtime_panicmakeslicelen(void) NORETURN SYM(panicmakeslicelen);
void runtime_panicmakeslicecap(void) NORETURN SYM(panicmakeslicecap);
void *runtime_makeslice(Type *elem, i64 len, i64 cap) SYM(makeslice);
void *runtime_makeslice64(Type *elem, i64 len, i64 cap) SYM(makeslice64);

void *
runtime_makeslice(Type *elem, i64 len, i64 cap)
{
	u64 bytes;
	bool over = __builtin_mul_overflow(elem->size, (u64)cap, &bytes) || bytes > 1ull << 47;

	if (unlikely(over || len < 0 || len > cap)) {
		over = len < 0 || __builtin_mul_overflow(elem->size, (u64)len, &bytes) || bytes > 1ull << 47;
		if (over)
			runtime_panicmakeslicelen();
		runtime_panicmakeslicecap();
	}
	return runtime_mallocgc(bytes, elem, true);
}

void *
runtime_makeslice64(Type *elem, i64 len, i64 cap)
{
	return runtime_makeslice(elem, len, cap);
}

void *runtime_makeslicecopy(Type *elem, i64 tolen, i64 fromlen, void *from) SYM(makeslicecopy);
void *
runtime_makeslicecopy(Type *elem, i64 tolen, i64 fromlen, void *from)
{
	void *p = runtime_makeslice(elem, tolen, tolen);

	runtime_memmove(p, from, (fromlen < tolen ? fromlen : tolen) * elem->size);
	return p;
}
