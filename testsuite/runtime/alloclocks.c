/* Small objects come from the P's cache: of a million, only those that need a new run of free objects take a lock. */
#define RTDEBUG
#include "test.h"
#include "malloc.h"

enum { OBJECTS = 1000000, SIZES = 64 };              /* of 8 to 512 bytes */

static u8 one = 1;
static Type word = {.size = 8, .ptrdata = 8, .gcdata = &one};

static CacheSlot *
slot(u64 size, bool noscan)
{
	u32 c = 1;

	while (class_size[c] < size)
		c++;
	return &getg()->p->mcache.alloc[c * 2 + noscan];
}

void
main_main(void)
{
	u64 before = getg()->m->nlocks, runs = 0, i, size;
	CacheSlot *s;

	heap.next = ~0ull;                           /* no collections */
	for (i = 0; i < OBJECTS; i++) {
		size = 8 + i % SIZES * 8;
		s = slot(size, i & SIZES);
		runs += s->next == s->end;
		runtime_mallocgc(size, i & SIZES ? 0 : &word, true);
	}
	CHECK("locks", getg()->m->nlocks - before, runs);
	CHECK("runs", runs > 0 && runs < OBJECTS / 10, true);
	prints("ok\n");
}
