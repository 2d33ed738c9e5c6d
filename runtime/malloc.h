/* malloc.h - inside of the heap, shared by mheap.c (pages and spans), malloc.c (allocation) and gc*.c (collection). */
#ifndef MINIGO_MALLOC_H
#define MINIGO_MALLOC_H
#include "runtime.h"

enum { PAGE = 8192, PAGESHIFT = 13, MAXSMALL = 32768 };
enum { SPAN_FREE, SPAN_INUSE };

struct MSpan {
	uintptr base;                                /* what marking looks at is in the first cache line, the bits follow the header */
	u64 nelems, elemsize;
	u32 divmul;                                  /* object number of an offset: off * divmul >> 32 */
	u8 class, noscan, state, needzero;           /* class 0: one large object; needzero: pages were used before */
	u64 *alloc, *marks;                          /* bit i: object i is in use (or in a cache's run); was reached */
	u32 *types;                                  /* with pointers and over 16 bytes: by object (malloc.c) */
	Type *type;                                  /* large: its type, 0: any word may be a pointer */
	u64 npages;
	u64 freeindex;                               /* no free object before it */
	MSpan *next, *prev;                          /* list of free runs of pages; central list */
	bool scavenged;                              /* free run: its pages were returned to the system */
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
	u64 tosweep;                                 /* all[0..tosweep) are not swept yet */
	u64 live, next, goal;                        /* bytes in use (runs given to caches count whole); where the next cycle starts,
	                                              * and where it should have ended */
	u64 black, alloced;                          /* allocated while marking; ever */
	i64 percent;                                 /* GOGC; -1 off */
	bool enabled;
	u64 ngc, nforced, nfree, pausens, limit, gccpu;
	u64 inusepages, freepages, released;         /* in spans; in free runs; those returned to the system */
	u64 gcsys;                                   /* bytes mapped for marking */
	u64 headers;                                 /* bytes of span headers, with bitmaps and type words, in use or kept */
	i64 lastgc;
	i64 pauses[256], pauseend[256];              /* of the last cycles */
} Heap;
extern Heap heap;
extern const u16 class_size[NCLASSES];
extern u64 classmalloc[NCLASSES], classfree[NCLASSES];           /* objects; heap.lock */
#define NOLIMIT 0x7fffffffffffffffull                            /* of heap.limit */

/* mheap.c */
void *pagealloc(u64 npages);
MSpan *span_new(u64 npages, u64 elemsize, u32 class, bool noscan);
void span_free(MSpan *s);
void heap_oom(void) NORETURN;

void *pagealloc_locked(u64 npages);                               /* heap.lock is held */
void *persistentalloc_locked(u64 n);

void heap_trim(void);                                            /* on g0: returns what is free beyond the goal to the system */
void heap_scavenge(void *);                                      /* everything */

/* gcmark.c: on g0; markroots, flushall, markall with the world stopped */
extern u32 gc_cycle;
void gc_shadeword(uintptr p);
void gc_markroot(uintptr lo, uintptr hi);                        /* these words */
void gc_markchildren(uintptr p);
void gc_markroots(void);
bool gc_markstep(u64 budget);
bool gc_marked(void);
bool gc_flushall(void);
void gc_markall(void);

bool gc_reached(uintptr p);
u64 gc_globalsize(void);
void gc_workstats(u64 *marked, u64 *scanned, bool reset);
/* gccheck.c */
extern bool gc_checking, gc_strict;
extern uintptr gc_parent;
bool gc_check(GcWork *w, MSpan *s, u64 i);
void gc_checkmarks(void);
/* heapcheck.c, in runtime_debug.a */
#ifdef RTDEBUG
const char *heap_check(bool marked);
void heap_verify(bool marked);
#else
#define heap_verify(marked) ((void)0)
#endif
/* gcsweep.c */
void sweep_locked(u64 n);
bool gc_sweepsome(u64 n);
void gc_startsweep(void);
void gc_flushcaches(void);
void gc_sweepinit(void);
/* gcfinal.c */
typedef struct Final { uintptr obj; FuncVal *fn; Type *argtype; u32 results; u8 cleanup; } Final;   /* results: bytes they take in memory, 0 none */
extern G *fing;
bool finals_add(Final *f);
bool finals_take(Final *f);
bool finals_park(G *g, void *arg);
void finals_wake(void);
void finals_mark(void);
void finals_queue(void);
/* gc.c */
void gc_start(bool forced);                                      /* on a goroutine */
void gc_assist(u64 n);
extern u64 gc_stress;                                            /* GODEBUG=gcstress=N, 0 none */
extern void (*gc_clearpools)(void);                              /* pool.c, in programs with sync.Pool */
void gc_allocates(void);
void mallocpart(i32 stage);
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

/* Has the processor fetch what says whether p was reached: its span's header and bits (they follow it). False: p is in no span. */
static inline bool
prefetchmark(uintptr p)
{
	MSpan *s;

	if (p - heap.start >= heap.used - heap.start || !(s = heap.spans[(p - heap.start) >> PAGESHIFT]))
		return false;
	__builtin_prefetch(s);
	__builtin_prefetch(s + 1, 1);
	return true;
}

static inline bool bit(const u64 *b, u64 i) { return b[i >> 6] >> (i & 63) & 1; }
static inline void setbit(u64 *b, u64 i) { b[i >> 6] |= 1ull << (i & 63); }

/* What is allocated while the collector marks is marked. Before its alloc bit is set. */
static inline void
markblack(MSpan *s, u64 i)
{
	if (unlikely(writeBarrier))
		__atomic_fetch_or(&s->marks[i >> 6], 1ull << (i & 63), __ATOMIC_RELEASE);
}
#endif
