/* arena.c - memory that is dropped whole.
 *
 * An arena is a list of blocks; allocation moves a pointer up. Large requests get a block of their own, put behind the
 * current one so that its rest stays in use. Blocks come zeroed from calloc, so allocations are zero. */
#include "base/base.h"
#include <stdlib.h>

#define BLOCK_SIZE (256 * 1024)

typedef struct ArenaBlock {
	struct ArenaBlock *next;
	size_t pad;
	char mem[];
} ArenaBlock;

struct Arena {
	ArenaBlock *blocks;                  /* the current one first */
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

void
arena_free(Arena *a)
{
	ArenaBlock *b, *next;

	for (b = a->blocks; b; b = next) {
		next = b->next;
		free(b);
	}
	if (a == permanent)
		*a = (Arena){0};
	else
		free(a);
}

static void *
alloc_large(Arena *a, size_t n)
{
	ArenaBlock *b = must_calloc(sizeof *b + n);

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
	n = (n + 15) & ~(size_t)15;
	a->used += n;
	if (n > BLOCK_SIZE / 4)
		return alloc_large(a, n);
	if ((size_t)(a->end - a->cur) < n) {
		ArenaBlock *b = must_calloc(sizeof *b + BLOCK_SIZE);
		b->next = a->blocks;
		a->blocks = b;
		a->cur = b->mem;
		a->end = b->mem + BLOCK_SIZE;
	}
	void *p = a->cur;
	a->cur += n;
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
