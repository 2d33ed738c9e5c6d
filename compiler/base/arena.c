/* arena.c - memory that is dropped whole.
 *
 * An arena is a list of blocks; allocation moves a pointer up. Large requests get a block of their own, put behind the
 * current one so that its rest stays in use. Blocks come zeroed from calloc, so allocations are zero. An arena that has
 * grown big takes large blocks in huge pages: page faults were half of the parser's time. */
#include "base/base.h"
#include <stdlib.h>
#include <sys/mman.h>

/* Under ASan the unused rest of a block is poisoned, and a gap is left behind each allocation: overruns within a block show. */
#ifdef SANITIZERS
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
enum { GAP = 0 };
#endif

#define BLOCK_SIZE (256 * 1024)
#define HUGE_SIZE (8 * 1024 * 1024)
#define HUGE_PAGE (2 * 1024 * 1024)
#define BIG_ARENA (4 * 1024 * 1024)

typedef struct ArenaBlock {
	struct ArenaBlock *next;
	size_t mapped;                       /* bytes to unmap; 0: from calloc */
	size_t fill;                         /* bytes of mem handed out, once it is no longer the current one */
	bool large;                          /* made for one request */
	_Alignas(16) char mem[];
} ArenaBlock;

struct Arena {
	ArenaBlock *blocks;                  /* the current one first */
	ArenaBlock *spare;                   /* of an earlier use: zeroed, not large */
	char *cur, *end;
	size_t used;
};

static Arena permanent_arena;
Arena *permanent = &permanent_arena;

static void *
must_calloc(size_t n)
{
	void *p = calloc(1, n);
	if (!p)
		fatal("out of memory");
	return p;
}

Arena *
arena_new(void)
{
	return must_calloc(sizeof(Arena));
}

static size_t
block_size(const ArenaBlock *b)
{
	return b->mapped ? b->mapped - sizeof *b : BLOCK_SIZE;
}

static void
free_blocks(ArenaBlock *b)
{
	for (ArenaBlock *next; b; b = next) {
		next = b->next;
		if (b->mapped) {
			ASAN_UNPOISON_MEMORY_REGION(b, b->mapped);
			munmap(b, b->mapped);
		} else {
			free(b);
		}
	}
}

void
arena_free(Arena *a)
{
	free_blocks(a->blocks);
	free_blocks(a->spare);
	if (a == permanent)
		*a = (Arena){0};
	else
		free(a);
}

static void
note_fill(Arena *a)
{
	if (a->blocks && !a->blocks->large)
		a->blocks->fill = (size_t)(a->cur - a->blocks->mem);
}

/* Zeroing what was used costs less than new pages. */
void
arena_clear(Arena *a)
{
	note_fill(a);
	for (ArenaBlock *b = a->blocks, *next; b; b = next) {
		next = b->next;
		b->next = NULL;
		if (b->large) {
			free_blocks(b);
			continue;
		}
		ASAN_UNPOISON_MEMORY_REGION(b->mem, b->fill);
		memset(b->mem, 0, b->fill);
		ASAN_POISON_MEMORY_REGION(b->mem, b->fill);
		b->next = a->spare;
		a->spare = b;
	}
	*a = (Arena){ .spare = a->spare };
}

/* HUGE_SIZE bytes on a huge page boundary, or NULL */
static ArenaBlock *
map_huge(void)
{
	char *p = mmap(NULL, HUGE_SIZE + HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (p == MAP_FAILED)
		return NULL;
	size_t skip = -(uintptr_t)p & (HUGE_PAGE - 1);
	if (skip)
		munmap(p, skip);
	if (skip < HUGE_PAGE)
		munmap(p + skip + HUGE_SIZE, HUGE_PAGE - skip);
	ArenaBlock *b = (ArenaBlock *)(p + skip);
	madvise(b, HUGE_SIZE, MADV_HUGEPAGE);
	b->mapped = HUGE_SIZE;
	return b;
}

static ArenaBlock *
new_block(Arena *a)
{
	ArenaBlock *b = a->spare;

	if (b) {
		a->spare = b->next;
		return b;
	}
	b = a->used > BIG_ARENA ? map_huge() : NULL;
	if (!b)
		b = must_calloc(sizeof *b + BLOCK_SIZE);
	ASAN_POISON_MEMORY_REGION(b->mem, block_size(b));
	return b;
}

static void
next_block(Arena *a)
{
	ArenaBlock *b = new_block(a);

	note_fill(a);
	b->next = a->blocks;
	a->blocks = b;
	a->cur = b->mem;
	a->end = b->mem + block_size(b);
}

static void *
alloc_large(Arena *a, size_t n)
{
	ArenaBlock *b = must_calloc(sizeof *b + n);

	b->large = true;
	if (a->blocks) {
		b->next = a->blocks->next;
		a->blocks->next = b;
	} else {
		a->blocks = b;
	}
	return b->mem;
}

void *
arena_alloc(Arena *a, size_t n)
{
	size_t wanted = n;

	n = (n + 15 + GAP) & ~(size_t)15;
	a->used += n;
	if (n > BLOCK_SIZE / 4)
		return alloc_large(a, n);
	if ((size_t)(a->end - a->cur) < n)
		next_block(a);
	void *p = a->cur;
	a->cur += n;
	ASAN_UNPOISON_MEMORY_REGION(p, wanted);
	return p;
}

char *
arena_strndup(Arena *a, const char *s, size_t n)
{
	char *p = arena_alloc(a, n + 1);

	memcpy(p, s, n);
	return p;
}

size_t
arena_used(Arena *a)
{
	return a->used;
}

/* Any Vec(T) has the layout of VecPtr; elem is T's size. */
void
vec_grow(Arena *a, void *vec, size_t elem, int want)
{
	VecPtr *v = vec;
	int cap = v->cap ? v->cap * 2 : 4;

	while (cap < want)
		cap *= 2;
	void *p = arena_alloc(a, (size_t)cap * elem);
	if (v->n)
		memcpy(p, v->v, (size_t)v->n * elem);
	v->v = p;
	v->cap = cap;
}
