/* arena.c - for the test of the allocator: malloc.c, mheap.c and gcsweep.c with an arena of which AddressSanitizer is told what may be
 * touched. Poisoned is everything in it but the objects in use, each to its last byte; so whoever writes into another's object, or
 * the allocator into one, is seen, and an object that was not poisoned when it is handed out was handed out before. Headers of spans
 * come from malloc, each for itself.
 *
 * The collector (gc.c, gcmark.c) is not here: it reads whole stacks, with the zones between variables. What is reachable is what
 * the test's table says; sweeping is the real. */
#include "../test.h"
#undef memset

void *real_mallocgc(i64 size, Type *t, bool zero) __asm__("__real_runtime.mallocgc");
void *wrap_mallocgc(i64 size, Type *t, bool zero) __asm__("__wrap_runtime.mallocgc");
void runtime_gc(void) SYM(gc);
void runtime_freeosmemory(void) SYM(freeosmemory);

static uintptr *roots;
static u64 nroots;
u64 stacksys;
u64 gc_stress;

void host_poison(void *p, u64 n) { __asan_poison_memory_region(p, n); }
void host_unpoison(void *p, u64 n) { __asan_unpoison_memory_region(p, n); }

void
host_roots(void *p, u64 n)
{
	roots = p;
	nroots = n / sizeof *roots;
}

void
host_init(void)
{
	mallocinit();
	mallocpart(PART_INIT);
}

static bool inarena(uintptr p) { return p - heap.start < heap.end - heap.start; }

static void
nobodys(const char *what, uintptr p, u64 n)
{
	uintptr q;

	for (q = p; q < p + n; q += 8)
		if (!__asan_address_is_poisoned((void *)q))
			fail(what, p, q - p);
}

/* ---- what the allocator calls ---- */

/* The allocator may clear what is not in use, and nothing else of the arena. */
void
runtime_memclr(void *p, i64 n)
{
	if (!inarena((uintptr)p)) {
		memset(p, 0, n);
		return;
	}
	nobodys("clears an object in use", (uintptr)p, n);
	__asm__ volatile("rep stosb" : "+D"(p), "+c"(n) : "a"(0) : "memory");
}

void *persistentalloc(u64 n) { return calloc(1, n); }
void *persistentalloc_locked(u64 n) { return calloc(1, n); }

void *
pagealloc_locked(u64 npages)
{
	uintptr p = heap.used;

	if (npages > (heap.end - p) / PAGE)
		heap_oom();
	heap.used = p + npages * PAGE;
	host_poison((void *)p, npages * PAGE);
	return (void *)p;
}

void bt(const char *name) {}
void bt_str(const char *k, GoString v) {}
void bt_int(const char *k, i64 v) {}
void bt_hex(const char *k, u64 v) {}
void bt_end(void) {}
bool godebug(const char *key, i64 *val) { return false; }

/* ---- what the collector does ---- */

void gc_start(bool forced) {}
void gc_assist(u64 n) {}
void gc_allocates(void) {}
void gcenable(void) {}

void
gcstart(void)
{
	heap.goal = heap.next = 1ull << 60;
}

static void
sweep(void *unused)
{
	while (gc_sweepsome(256))
		;
}

static void
poisonspan(MSpan *s)
{
	u64 i;

	for (i = 0; i < s->nelems; i++)
		if (!bit(s->alloc, i))
			host_poison((void *)(s->base + i * s->elemsize), s->elemsize);
}

static void
poisonfree(void)
{
	MSpan *s;
	u64 i, b;

	for (i = 0; i < heap.nall; i++)
		poisonspan(heap.all[i]);
	for (b = 0; b < NELEM(heap.free); b++)
		for (s = heap.free[b]; s; s = s->next)
			host_poison((void *)s->base, s->npages * PAGE);
}

void
runtime_gc(void)
{
	MSpan *s;
	u64 i;

	sweep(0);
	gc_flushcaches();
	for (i = 0; i < nroots; i++)
		if (roots[i] && (s = spanof(roots[i])))
			setbit(s->marks, objindex(s, roots[i]));
	gc_startsweep();
	systemstack(sweep, 0);
	poisonfree();
}

void
runtime_freeosmemory(void)
{
	runtime_gc();
	systemstack(heap_scavenge, 0);
}

/* ---- what the test calls ---- */

void *
wrap_mallocgc(i64 size, Type *t, bool zero)
{
	void *p = real_mallocgc(size, t, zero);
	MSpan *s;

	if (size == 0)
		return p;
	spanof_base(p, &s);
	nobodys("handed out twice", (uintptr)p, s->elemsize);
	host_unpoison(p, size);
	return p;
}
