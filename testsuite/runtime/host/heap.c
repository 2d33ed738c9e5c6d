/* heap.c - for tests of what lies above the allocator (channels, select, timers, maps): every object comes from malloc, with
 * AddressSanitizer's zones around it, and is never used again. The write barrier is on: what it reads must be there. */
#include "../test.h"

static u8 zerobase[16];
static u8 one = 1;
Type type_conservative = {.size = 8, .ptrdata = 8, .gcdata = &one, .kind = KIND_UNSAFEPTR, .align = 8};

static void shade(uintptr p) {}

void
host_init(void)
{
	gc_shade = shade;
	writeBarrier = 1;
}

void *
runtime_mallocgc(i64 size, Type *t, bool zero)
{
	return size ? calloc(1, size) : zerobase;
}

void *runtime_newobject(Type *t) { return runtime_mallocgc(t->size, t, true); }
void malloc_setgroups(void *p, const MapType *t) {}

void *
spanof_base(void *p, MSpan **s)
{
	void *start = 0;
	size_t n;

	__asan_locate_address(p, 0, 0, &start, &n);
	return start;
}

void *persistentalloc(u64 n) { return calloc(1, n); }

Sudog *
sudog_get(void)
{
	Sudog *s = calloc(1, sizeof *s);

	s->g = getg();
	return s;
}

void sudog_put(Sudog *s) { free(s); }
