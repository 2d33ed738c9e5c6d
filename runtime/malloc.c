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
 * The address fits because descriptors lie in the program's image. A MapType stands for an array of its groups. */
#include "runtime.h"

enum { PAGE = 8192, PAGESHIFT = 13, MAXSMALL = 32768, PERSIST = 65536 };
#define ARENA_BASE 0xc000000000ull
#define ARENA_MAX (1ull << 39)

struct MSpan {
	uintptr base;
	u64 npages, nelems, elemsize;
	u32 divmul;                                  /* object number of an offset: off * divmul >> 32 */
	u8 class, noscan, state, needzero;
	u32 *types;                                  /* with pointers and over 16 bytes */
	Type *type;                                  /* large: its type */
	MSpan *next;
};

static const u16 class_size[NCLASSES] = {0, 8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256,
	288, 320, 352, 384, 416, 448, 480, 512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688,
	3072, 3200, 3456, 4096, 4864, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336,
	16384, 18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768};
static u8 class8[1024 / 8 + 1], class128[(MAXSMALL - 1024) / 128 + 1];

static struct {
	uintptr start, used, end;                    /* reserved range; [start, used) was handed out */
	MSpan **spans;                               /* by page number from start */
	u64 npages;                                  /* in use */
} heap;
static uintptr persist, persistend;
MemStat memstat;
static u64 refilled;                                 /* bytes in runs given to the cache so far */
static u8 zerobase[16] __attribute__((aligned(16)));

static const u8 allones[1] = {0xff};
Type type_conservative = {.size = 8, .ptrdata = 8, .gcdata = allones, .kind = KIND_UNSAFEPTR, .align = 8};

/* ---- pages ---- */

static COLD void NORETURN
outofmemory(void)
{
	fatalthrow("runtime: out of memory");
}

COLD void
mallocinit(void)
{
	u64 n, table;
	u8 *p = 0;
	i32 c, i;

	for (n = ARENA_MAX; n >= 1 << 26; n /= 2) {
		table = n / PAGE * sizeof(MSpan *);
		p = sysmmap((void *)(ARENA_BASE - table), n + table, 3, 0x4022);
		if (p)
			break;
	}
	if (!p)
		outofmemory();
	heap.spans = (MSpan **)p;
	heap.start = heap.used = ROUNDUP((uintptr)p + table, PAGE);
	heap.end = (uintptr)p + n + table;
	for (c = 1, i = 0; i <= 1024 / 8; i++) {
		if (i * 8 > class_size[c])
			c++;
		class8[i] = c;
	}
	for (i = 0; i <= (MAXSMALL - 1024) / 128; i++) {
		if (i * 128 + 1024 > class_size[c])
			c++;
		class128[i] = c;
	}
	bt("mallocinit");
	bt_hex("arena", heap.start);
	bt_int("reserved", heap.end - heap.start);
	bt_int("classes", NCLASSES);
	bt_str("mcache0", LIT("P0"));
	bt_end();
}

/* Zeroed memory that is never freed and holds no pointers to the heap that matter. */
void *
persistentalloc(u64 n)
{
	void *p;

	NOSPLIT();
	n = ROUNDUP(n, 16);
	if (persist + n > persistend) {
		if (n > PERSIST / 4)
			return pagealloc((n + PAGE - 1) / PAGE);
		persist = (uintptr)pagealloc(PERSIST / PAGE);
		persistend = persist + PERSIST;
	}
	p = (void *)persist;
	persist += n;
	return p;
}

void *
pagealloc(u64 npages)
{
	uintptr p = heap.used;

	NOSPLIT();
	if (npages > (heap.end - p) / PAGE)
		outofmemory();
	heap.used = p + npages * PAGE;
	heap.npages += npages;
	return (void *)p;
}

static MSpan *
span_new(u64 npages, u64 elemsize, u32 class, bool noscan)
{
	uintptr base = (uintptr)pagealloc(npages);
	u64 n = npages * PAGE / elemsize, i, page = (base - heap.start) / PAGE;
	bool typed = !noscan && class > 2;
	MSpan *s = persistentalloc(sizeof(MSpan) + (typed ? n * 4 : 0));

	NOSPLIT();
	s->base = base;
	s->npages = npages;
	s->nelems = n;
	s->elemsize = elemsize;
	s->divmul = elemsize < 1u << 31 ? 0xffffffffu / (u32)elemsize + 1 : 0;
	s->class = class;
	s->noscan = noscan;
	s->types = typed ? (u32 *)(s + 1) : 0;
	for (i = 0; i < npages; i++)
		heap.spans[page + i] = s;
	memstat.spans++;
	return s;
}

void *
spanof_base(void *p, MSpan **out)
{
	uintptr a = (uintptr)p;
	MSpan *s;

	if (a < heap.start || a >= heap.used)
		return 0;
	s = heap.spans[(a - heap.start) >> PAGESHIFT];
	*out = s;
	if (!s)
		return 0;
	if (s->class == 0)
		return (void *)s->base;
	return (void *)(s->base + ((a - s->base) * s->divmul >> 32) * s->elemsize);
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

typedef struct Refill { CacheSlot *slot; u32 index; } Refill;

static void
refill(void *arg)
{
	Refill *r = arg;
	u32 class = r->index >> 1, size = class_size[class];
	MSpan *s = span_new(span_pages(size), size, class, r->index & 1);

	NOSPLIT();
	r->slot->span = s;
	r->slot->types = s->types;
	r->slot->next = s->base;
	r->slot->end = s->base + s->nelems * size;
	refilled += s->nelems * size;
	memstat.nmalloc += s->nelems;
}

static NOINLINE void *
malloc_slow(CacheSlot *slot, u32 index, Type *t)
{
	Refill r = {slot, index};
	void *p;

	systemstack(refill, &r);
	p = (void *)slot->next;
	slot->next += class_size[index >> 1];
	if (slot->types)
		*slot->types++ = (uintptr)t < 1ull << 32 ? (u32)(uintptr)t : 0;
	return p;
}

typedef struct Large { u64 size; Type *t; void *p; } Large;

static void
large(void *arg)
{
	Large *l = arg;
	u64 npages = (l->size + PAGE - 1) / PAGE;
	MSpan *s;

	NOSPLIT();
	if (l->size > ARENA_MAX || npages > (heap.end - heap.used) / PAGE)
		outofmemory();
	s = span_new(npages, npages * PAGE, 0, !l->t);
	s->type = l->t;
	memstat.large += npages * PAGE;
	memstat.nmalloc++;
	l->p = (void *)s->base;
}

static NOINLINE void *
malloc_large(u64 size, Type *t)
{
	Large l = {size, t, 0};

	systemstack(large, &l);
	return l.p;
}

void *
runtime_mallocgc(i64 size, Type *t, bool zero)
{
	CacheSlot *s;
	uintptr p;
	u32 c, index;

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
		return malloc_slow(s, index, t);
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

void
memstat_update(void)
{
	MCache *c = &getg()->p->mcache;
	u64 unused = 0;
	i32 i;

	for (i = 0; i < NCLASSES * 2; i++)
		unused += c->alloc[i].end - c->alloc[i].next;
	memstat.inuse = refilled - unused + memstat.large;
	memstat.mapped = heap.used - heap.start;
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
