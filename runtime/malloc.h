/* malloc.h - inside of the heap, shared by mheap.c (pages and spans), malloc.c (allocation) and gc.c (collection). */
#ifndef MINIGO_MALLOC_H
#define MINIGO_MALLOC_H
#include "runtime.h"

enum { PAGE = 8192, PAGESHIFT = 13, MAXSMALL = 32768 };
enum { SPAN_FREE, SPAN_INUSE };

struct MSpan {
	uintptr base;
	u64 npages, nelems, elemsize;
	u32 divmul;                                  /* object number of an offset: off * divmul >> 32 */
	u8 class, noscan, state, needzero;           /* class 0: one large object; needzero: pages were used before */
	u32 *types;                                  /* with pointers and over 16 bytes: by object (malloc.c) */
	Type *type;                                  /* large: its type, 0: any word may be a pointer */
	u64 *alloc, *marks;                          /* bit i: object i is in use (or in a cache's run); was reached */
	u64 freeindex;                               /* no free object before it */
	MSpan *next, *prev;                          /* list of free runs of pages; central list */
	bool incentral;
};

typedef struct Heap {
	Lock lock;                                   /* guards everything here, except as gc.c says when the world is stopped */
	uintptr start, used, end;                    /* reserved range; [start, used) was handed out */
	MSpan **spans;                               /* by page number from start; free runs: first and last page */
	MSpan *free[129];                            /* free runs by number of pages; [128]: and more */
	MSpan *metafree[NCLASSES * 2];               /* span headers, with their bitmaps, to use again */
	MSpan *runfree;                              /* headers of free runs */
	MSpan *central[NCLASSES * 2];                /* spans with free objects, by 2*class + noscan */
	MSpan **all;                                 /* spans in use */
	u64 nall, capall;
	u64 live, next;                              /* bytes in use (runs given to caches count whole); where the next cycle starts */
	i64 percent;                                 /* GOGC; -1 off */
	bool enabled;
	u64 ngc, nforced, freed, nfree, pausens, limit;
} Heap;
extern Heap heap;
extern const u16 class_size[NCLASSES];

/* mheap.c */
void *pagealloc(u64 npages);
MSpan *span_new(u64 npages, u64 elemsize, u32 class, bool noscan);
void span_free(MSpan *s);
void heap_oom(void) NORETURN;

void *pagealloc_locked(u64 npages);                               /* heap.lock is held */
void *persistentalloc_locked(u64 n);

/* gc.c */
typedef struct Final { uintptr obj; FuncVal *fn; Type *argtype; void *arg; u8 cleanup; } Final;
void finals_add(Final *f);
bool finals_take(Final *f);
extern G *fing;
void gc_start(bool forced);                                      /* on a goroutine; stops the world for a cycle */
void gcstart(void);
void gcenable(void);

static inline MSpan *
spanof(uintptr a)
{
	MSpan *s;

	if (a - heap.start >= heap.used - heap.start)
		return 0;
	s = heap.spans[(a - heap.start) >> PAGESHIFT];
	return s && s->state == SPAN_INUSE ? s : 0;
}

static inline u64
objindex(MSpan *s, uintptr a)
{
	return s->class ? (a - s->base) * s->divmul >> 32 : 0;
}

static inline bool bit(const u64 *b, u64 i) { return b[i >> 6] >> (i & 63) & 1; }
static inline void setbit(u64 *b, u64 i) { b[i >> 6] |= 1ull << (i & 63); }
#endif
