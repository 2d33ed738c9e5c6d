/* mheap.c - pages and spans. One address range is reserved at the start (none of it is touched); pages come from free runs or
 * from its unused end. Free neighbours are joined, by way of the span table. Runs on g0. */
#include "malloc.h"

enum { PERSIST = 65536 };
#define ARENA_BASE 0xc000000000ull
#define ARENA_MAX (1ull << 39)
/* How much of it is asked of the system at a time. qemu-user keeps books on every page that is mapped. */
#ifdef __aarch64__
#define ARENA_STEP (1ull << 32)
#else
#define ARENA_STEP ARENA_MAX
#endif

Heap heap;
MemStat memstat;
void (*memstats)(void);
static uintptr persist, persistend;

void
heap_oom(void)
{
	NOSPLIT();
	fatalthrow("runtime: out of memory");
}

COLD void
mallocinit(void)
{
	u64 n, table = 0;
	u8 *p = 0;

	for (n = ARENA_MAX; n >= 1 << 26; n /= 2) {
		table = n / PAGE * sizeof(MSpan *);
		if (n > ARENA_STEP)
			n = ARENA_STEP;
		p = sysmmap((void *)(ARENA_BASE - table), n + table, 3, 0x4022);
		if (p)
			break;
	}
	if (!p)
		heap_oom();
	heap.spans = (MSpan **)p;
	heap.start = heap.used = ROUNDUP((uintptr)p + table, PAGE);
	heap.end = ((uintptr)p + n + table) & ~(uintptr)(PAGE - 1);
	bt("mallocinit");
	bt_hex("arena", heap.start);
	bt_int("reserved", heap.end - heap.start);
	bt_int("classes", NCLASSES);
	bt_str("mcache0", LIT("P0"));
	bt_end();
}

/* Bytes: a number, with B, KiB, MiB, GiB or TiB behind it or nothing; -1 when it is none. */
static COLD i64
memsize(GoString s)
{
	static const u8 units[] = "KMGT";
	u64 v = 0, shift = 0;
	i64 i = 0, k;

	for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && v < 1ull << 60; i++)
		v = v * 10 + s.p[i] - '0';
	if (i == 0)
		return -1;
	for (k = 0; k < 4; k++)
		if (i + 3 == s.n && s.p[i] == units[k] && s.p[i + 1] == 'i') {
			shift = 10 * (k + 1);
			i += 2;
		}
	i += i + 1 == s.n && s.p[i] == 'B';
	return i == s.n && v <= (u64)NOLIMIT >> shift ? (i64)(v << shift) : -1;
}

/* A number, "off" as any below 0; what is none counts as 100. */
static COLD i64
gcpercent(GoString s)
{
	bool minus = s.n > 0 && s.p[0] == '-';
	i64 n = parsenum((GoString){s.p + minus, s.n - minus});

	if (streq(s, LIT("off")))
		return -1;
	return n < 0 ? 100 : minus ? -1 : n;
}

static COLD i64
memlimit(GoString s)
{
	i64 n = memsize(s);

	if (s.n == 0 || streq(s, LIT("off")))
		return NOLIMIT;
	if (n < 0) {
		prints("GOMEMLIMIT=");
		printstr(s);
		runtime_printnl();
		throw("malformed GOMEMLIMIT; see `go doc runtime/debug.SetMemoryLimit`");
	}
	return n;
}

COLD void
gcinit(void)
{
	heap.percent = gcpercent(gogetenv("GOGC"));
	heap.limit = memlimit(gogetenv("GOMEMLIMIT"));
	bt("gcinit");
	bt_int("GOGC", heap.percent);
	bt_int("GOMEMLIMIT", heap.limit == NOLIMIT ? 0 : heap.limit);
	bt_end();
}

/* Reserves the next piece of the range, where the table of spans has room for it. */
static void
arena_extend(u64 need)
{
	NOSPLIT();
	u64 n = ROUNDUP(need, ARENA_STEP), max = ((heap.start - (uintptr)heap.spans) / sizeof(MSpan *)) * PAGE;

	if (heap.end - heap.start + n > max || !sysmmap((void *)heap.end, n, 3, 0x104022))
		heap_oom();
	heap.end += n;
}

/* Zeroed memory that is never freed and not scanned. */
void *
persistentalloc(u64 n)
{
	void *p;

	NOSPLIT();
	lock(&heap.lock);
	p = persistentalloc_locked(n);
	unlock(&heap.lock);
	return p;
}

void *
persistentalloc_locked(u64 n)
{
	void *p;

	NOSPLIT();
	n = ROUNDUP(n, 16);
	if (persist + n > persistend) {
		if (n > PERSIST / 4)
			return pagealloc_locked((n + PAGE - 1) / PAGE);
		persist = (uintptr)pagealloc_locked(PERSIST / PAGE);
		persistend = persist + PERSIST;
	}
	p = (void *)persist;
	persist += n;
	return p;
}

/* Fresh, zeroed pages from the end of the range. */
void *
pagealloc(u64 npages)
{
	void *p;

	NOSPLIT();
	lock(&heap.lock);
	p = pagealloc_locked(npages);
	unlock(&heap.lock);
	return p;
}

void *
pagealloc_locked(u64 npages)
{
	uintptr p = heap.used;

	NOSPLIT();
	if (npages > (heap.end - p) / PAGE)
		arena_extend(npages * PAGE);
	heap.used = p + npages * PAGE;
	return (void *)p;
}

/* ---- free runs ---- */

static u64
bin(u64 npages)
{
	NOSPLIT();
	return npages < 128 ? npages : 128;
}

static u64
pageno(uintptr a)
{
	NOSPLIT();
	return (a - heap.start) >> PAGESHIFT;
}

static void
run_link(MSpan *s)
{
	MSpan **list = &heap.free[bin(s->npages)];

	NOSPLIT();
	s->state = SPAN_FREE;
	s->prev = 0;
	s->next = *list;
	if (s->next)
		s->next->prev = s;
	*list = s;
	heap.freepages += s->npages;
	if (s->scavenged)
		heap.released += s->npages;
	heap.spans[pageno(s->base)] = s;
	heap.spans[pageno(s->base) + s->npages - 1] = s;
}

static void
run_unlink(MSpan *s)
{
	NOSPLIT();
	if (s->prev)
		s->prev->next = s->next;
	else
		heap.free[bin(s->npages)] = s->next;
	if (s->next)
		s->next->prev = s->prev;
	heap.freepages -= s->npages;
	if (s->scavenged)
		heap.released -= s->npages;
	heap.spans[pageno(s->base)] = heap.spans[pageno(s->base) + s->npages - 1] = 0;
}

static MSpan *
run_header(void)
{
	MSpan *s = heap.runfree;

	NOSPLIT();
	if (!s)
		return persistentalloc_locked(sizeof *s);
	heap.runfree = s->next;
	return s;
}

/* A free neighbour of r, if n is one, becomes part of it. */
static void
run_join(MSpan *r, MSpan *n)
{
	NOSPLIT();
	if (!n || n->state != SPAN_FREE)
		return;
	run_unlink(n);
	if (n->base < r->base)
		r->base = n->base;
	r->npages += n->npages;
	r->needzero |= n->needzero;
	r->scavenged &= n->scavenged;
	n->next = heap.runfree;
	heap.runfree = n;
}

/* Used pages become a free run. */
static void
run_put(uintptr base, u64 npages)
{
	MSpan *s = run_header();
	u64 p = pageno(base);

	NOSPLIT();
	s->base = base;
	s->npages = npages;
	s->needzero = true;
	s->scavenged = false;
	run_join(s, p > 0 ? heap.spans[p - 1] : 0);
	run_join(s, base + npages * PAGE < heap.used ? heap.spans[p + npages] : 0);
	run_link(s);
}

/* ---- returning memory ---- */

/* The longest run that still has its pages; the system takes them, and they read as zero again. */
static bool
scavenge_one(u64 atleast)
{
	MSpan *s = 0;
	u64 b;

	NOSPLIT();
	for (b = 128; b >= atleast && b > 0 && !s; b--)
		for (s = heap.free[b]; s && s->scavenged; s = s->next)
			;
	if (!s)
		return false;
	run_unlink(s);
	madvise((void *)s->base, s->npages * PAGE, 4);       /* MADV_DONTNEED */
	s->needzero = false;
	s->scavenged = true;
	run_link(s);
	return true;
}

void
heap_scavenge(void *arg)
{
	bool more = true;

	NOSPLIT();
	while (more) {
		lock(&heap.lock);
		more = scavenge_one(1);
		unlock(&heap.lock);
	}
}

/* Keeps what the heap needs to grow to its goal, and a tenth; with a memory limit nothing beyond that. */
static bool
toomuch(void)
{
	u64 have = heap.live + (heap.freepages - heap.released) * PAGE, want = heap.goal + heap.goal / 10;

	NOSPLIT();
	if (heap.goal == ~0ull)
		want = have;
	if (want > heap.limit)
		want = heap.limit;
	return have > want + (1 << 20);
}

void
heap_trim(void)
{
	bool more = true;

	NOSPLIT();
	while (more) {
		lock(&heap.lock);
		more = toomuch() && scavenge_one(8);
		unlock(&heap.lock);
	}
}

/* The best of the lists: exact or larger by number of pages; among the longest, the first that fits. */
static uintptr
run_get(u64 npages, bool *needzero)
{
	MSpan *s = 0;
	uintptr base;
	u64 b;

	NOSPLIT();
	for (b = bin(npages); b < 128 && !s; b++)
		s = heap.free[b];
	if (!s)
		for (s = heap.free[128]; s && s->npages < npages; s = s->next)
			;
	if (!s)
		return 0;
	run_unlink(s);
	base = s->base;
	*needzero = s->needzero;
	if (s->npages > npages) {
		s->base += npages * PAGE;
		s->npages -= npages;
		run_link(s);
	} else {
		s->next = heap.runfree;
		heap.runfree = s;
	}
	return base;
}

/* ---- spans ---- */

static void
all_add(MSpan *s)
{
	MSpan **n;
	u64 cap;

	NOSPLIT();
	if (heap.nall == heap.capall) {
		cap = heap.capall ? heap.capall * 2 : 512;
		n = sysmmap(0, cap * sizeof *n, 3, 0x4022);
		if (!n)
			heap_oom();
		if (heap.all) {
			runtime_memmove(n, heap.all, heap.nall * sizeof *n);
			munmap(heap.all, heap.capall * sizeof *n);
		}
		heap.all = n;
		heap.capall = cap;
	}
	heap.all[heap.nall++] = s;
}

/* A header with bitmaps and type words for the class; those of freed spans are used again. */
static MSpan *
span_header(u64 nelems, u32 index, bool typed)
{
	u64 words = (nelems + 63) / 64, tables = words * 16 + (typed ? nelems * 4 : 0);
	MSpan *s = heap.metafree[index];

	NOSPLIT();
	if (s) {
		heap.metafree[index] = s->next;
		runtime_memclr(s->alloc, tables);
	} else {
		s = persistentalloc_locked(sizeof *s + tables);
		heap.headers += sizeof *s + tables;
		s->alloc = (u64 *)(s + 1);
		s->marks = s->alloc + words;
		s->types = typed ? (u32 *)(s->marks + words) : 0;
	}
	return s;
}

MSpan *
span_new(u64 npages, u64 elemsize, u32 class, bool noscan)
{
	bool needzero = false;
	u64 n = npages * PAGE / elemsize, i, page;
	MSpan *s = span_header(n, class * 2 + noscan, !noscan && class > 2);
	uintptr base = run_get(npages, &needzero);

	NOSPLIT();
	if (!base)
		base = (uintptr)pagealloc_locked(npages);
	heap.inusepages += npages;
	s->base = base;
	s->npages = npages;
	s->nelems = n;
	s->elemsize = elemsize;
	s->divmul = class ? 0xffffffffu / (u32)elemsize + 1 : 0;
	s->class = class;
	s->noscan = noscan;
	s->needzero = needzero;
	s->type = 0;
	s->freeindex = 0;
	s->state = SPAN_INUSE;
	s->next = 0;
	page = pageno(base);
	for (i = 0; i < npages; i++)
		heap.spans[page + i] = s;
	all_add(s);
	return s;
}

/* The caller takes s off heap.all. */
void
span_free(MSpan *s)
{
	u64 i, page = pageno(s->base);
	u32 index = s->class * 2 + s->noscan;

	NOSPLIT();
	for (i = 0; i < s->npages; i++)
		heap.spans[page + i] = 0;
	s->state = SPAN_FREE;
	heap.inusepages -= s->npages;
	run_put(s->base, s->npages);
	s->next = heap.metafree[index];
	heap.metafree[index] = s;
}

void *
spanof_base(void *p, MSpan **out)
{
	MSpan *s = spanof((uintptr)p);

	*out = s;
	if (!s)
		return 0;
	return (void *)(s->base + objindex(s, (uintptr)p) * s->elemsize);
}
