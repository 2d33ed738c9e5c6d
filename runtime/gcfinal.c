/* gcfinal.c - finalizers, cleanups and weak pointers: what happens when an object is found unreachable. mfinal.c runs them.
 *
 * What an object with a finalizer refers to is a root, the object itself is not; when it is unreachable its finalizer is queued,
 * and the object lives until that has run. Cleanups are the same without the object. A weak pointer refers to a word without
 * pointers that holds the address; all weak pointers to one address share it, and the collector clears it. */
#include "malloc.h"

enum { AHEAD = 8 };                                  /* entries whose marks are being fetched */
typedef struct Weak { uintptr obj, *word; } Weak;

static Lock finlock;                                 /* guards all below */
static Final *finals, *queue;                        /* outside of the heap: marked by hand */
static u64 nfinals, ncleanups, capfinals, nqueue, capqueue;   /* ncleanups of nfinals are cleanups */
static u32 *findex;                                  /* hash table by obj: 1 + number in finals of the object's finalizer; half full */
static u64 capindex;
static Weak *weak;                                   /* hash table by obj, at most half full */
static u64 nweak, capweak;
G *fing;                                             /* sets this itself, before it first waits */
static u32 fingwaits;

void runtime_delfinalizer(void *p) SYM(delfinalizer);
void *runtime_weakregister(void *p) SYM(weakregister);
void *runtime_weakvalue(uintptr *word) SYM(weakvalue);

/* Doubles an array that lies outside of the heap. */
COLD static void *
grow(void *old, u64 *cap, u64 size, u64 first)
{
	u64 n = *cap ? *cap * 2 : first;
	void *p = sysmmap(0, n * size, 3, 0x4022);

	NOSPLIT();
	if (!p)
		heap_oom();
	if (old) {
		runtime_memmove(p, old, *cap * size);
		munmap(old, *cap * size);
	}
	*cap = n;
	return p;
}

static u64
hash(uintptr p)
{
	NOSPLIT();
	return (p >> 3) * 0x9e3779b97f4a7c15ull >> 20;
}

/* ---- weak pointers ---- */

static Weak *
weakslot(uintptr p)
{
	u64 i = hash(p);

	NOSPLIT();
	for (;; i++)
		if (weak[i & (capweak - 1)].obj == p || !weak[i & (capweak - 1)].obj)
			return &weak[i & (capweak - 1)];
}

/* The table once more, with room for n, without what the collector has cleared. */
static void
rehash(u64 n)
{
	Weak *old = weak;
	u64 cap = capweak, i;

	NOSPLIT();
	for (capweak = 512; capweak < 2 * n; capweak *= 2)
		;
	weak = sysmmap(0, capweak * sizeof *weak, 3, 0x4022);
	if (!weak)
		heap_oom();
	for (nweak = i = 0; i < cap; i++) {
		if (!old[i].obj || !old[i].word)
			continue;
		*weakslot(old[i].obj) = old[i];
		nweak++;
	}
	if (old)
		munmap(old, cap * sizeof *old);
}

typedef struct Reg { uintptr p, *word, *fresh; } Reg;

static void
addweak(void *arg)
{
	Reg *r = arg;
	Weak *w;

	NOSPLIT();
	lock(&finlock);
	if (2 * (nweak + 1) > capweak)
		rehash(2 * (nweak + 1));
	w = weakslot(r->p);
	if (w->obj && w->word) {
		r->word = w->word;
		if (writeBarrier)
			gc_shade((uintptr)r->word);  /* the table alone did not keep it */
	} else {
		nweak += !w->obj;
		*r->fresh = r->p;
		*w = (Weak){r->p, r->fresh};
		r->word = r->fresh;
	}
	unlock(&finlock);
}

/* For package weak: the word for p. */
COLD void *
runtime_weakregister(void *p)
{
	Reg r = {(uintptr)p, 0, runtime_mallocgc(8, 0, true)};

	systemstack(addweak, &r);
	return r.word;
}

/* The pointer again, or nil. */
void *
runtime_weakvalue(uintptr *word)
{
	uintptr p = *word;

	if (unlikely(writeBarrier) && p)
		gc_shade(p);
	return (void *)p;
}

static void
clearweak(void)
{
	u64 i;

	NOSPLIT();
	for (i = 0; i < capweak; i++) {
		if (i + AHEAD < capweak) {
			prefetchmark(weak[i + AHEAD].obj);
			prefetchmark((uintptr)weak[i + AHEAD].word);
		}
		if (!weak[i].obj || !weak[i].word)
			continue;
		if (!gc_reached(weak[i].obj))
			*weak[i].word = 0;
		else if (gc_reached((uintptr)weak[i].word))
			continue;
		weak[i].word = 0;                    /* the place stays taken until rehash */
	}
}

/* ---- finalizers ---- */

/* Where the index has obj's finalizer, or would have it. */
static u32 *
indexslot(uintptr obj)
{
	u64 i = hash(obj);
	u32 *s;

	NOSPLIT();
	for (;; i++) {
		s = &findex[i & (capindex - 1)];
		if (!*s || finals[*s - 1].obj == obj)
			return s;
	}
}

/* Room for one more: the index anew, twice as large. */
COLD static void
growindex(void)
{
	u64 old = capindex, i;

	NOSPLIT();
	if (findex)
		munmap(findex, old * sizeof *findex);
	for (capindex = old ? old : 512; capindex < 2 * (nfinals + 1); capindex *= 2)
		;
	findex = sysmmap(0, capindex * sizeof *findex, 3, 0x4022);
	if (!findex)
		heap_oom();
	for (i = 0; i < nfinals; i++)
		if (!finals[i].cleanup)
			*indexslot(finals[i].obj) = i + 1;
}

/* Takes the entry out of the index; those behind it move up (Knuth, 6.4, algorithm R). */
static void
unindex(u32 *s)
{
	u64 hole = s - findex, mask = capindex - 1, i = hole;

	NOSPLIT();
	for (;;) {
		i = (i + 1) & mask;
		if (!findex[i])
			break;
		if (((i - hash(finals[findex[i] - 1].obj)) & mask) >= ((i - hole) & mask)) {
			findex[hole] = findex[i];
			hole = i;
		}
	}
	findex[hole] = 0;
}

/* The last one takes its place. */
static void
removefinal(u64 i)
{
	Final *last = &finals[nfinals - 1];

	NOSPLIT();
	ncleanups -= finals[i].cleanup;
	if (!finals[i].cleanup)
		unindex(indexslot(finals[i].obj));
	if (i != nfinals - 1 && !last->cleanup)
		*indexslot(last->obj) = i + 1;
	finals[i] = *last;
	nfinals--;
}

COLD static void
newfinal(void *arg)
{
	Final *f = arg;

	NOSPLIT();
	lock(&finlock);
	if (2 * (nfinals + 1) > capindex)
		growindex();
	if (!f->cleanup && *indexslot(f->obj)) {
		f->obj = 0;
	} else {
		if (nfinals == capfinals)
			finals = grow(finals, &capfinals, sizeof *finals, 512);
		finals[nfinals++] = *f;
		ncleanups += f->cleanup;
		if (!f->cleanup)
			*indexslot(f->obj) = nfinals;
	}
	unlock(&finlock);
}

/* False: its object has a finalizer already. */
bool
finals_add(Final *f)
{
	systemstack(newfinal, f);
	return f->obj != 0;
}

/* The next one to run, off the queue; false: none. */
bool
finals_take(Final *f)
{
	bool any;

	lock(&finlock);
	any = nqueue > 0;
	if (any) {
		*f = queue[--nqueue];
		queue[nqueue].obj = 0;
	}
	unlock(&finlock);
	return any;
}

/* On g0, once the finalizer goroutine has stopped running: true when there is nothing for it, and finals_wake will wake it. */
bool
finals_park(G *g, void *arg)
{
	NOSPLIT();
	astore(&fingwaits, 1);
	fence();
	return !aload(&nqueue) || !acas(&fingwaits, 1, 0);
}

COLD void
runtime_delfinalizer(void *p)
{
	u32 *s;

	lock(&finlock);
	if (capindex && *(s = indexslot((uintptr)p)))
		removefinal(*s - 1);
	unlock(&finlock);
}

/* Once the world runs again. */
void
finals_wake(void)
{
	NOSPLIT();
	if (nqueue && acas(&fingwaits, 1, 0))
		goready(fing);
}

/* ---- for the collector, the world stopped ---- */

void
finals_mark(void)
{
	u64 i;

	NOSPLIT();
	for (i = 0; i < nfinals; i++) {
		gc_markroot((uintptr)&finals[i].fn, (uintptr)(&finals[i].fn + 1));
		if (!finals[i].cleanup)
			gc_markchildren(finals[i].obj);
	}
	for (i = 0; i < nqueue; i++) {
		gc_markroot((uintptr)&queue[i].fn, (uintptr)(&queue[i].fn + 1));
		gc_markroot((uintptr)&queue[i].obj, (uintptr)(&queue[i].obj + 1));
	}
}

static void
queueunreached(bool cleanups)
{
	u64 i;

	NOSPLIT();
	if ((cleanups ? ncleanups : nfinals - ncleanups) == 0)
		return;
	for (i = 0; i < nfinals;) {
		if (i + AHEAD < nfinals)
			prefetchmark(finals[i + AHEAD].obj);
		if (finals[i].cleanup != cleanups || gc_reached(finals[i].obj)) {
			i++;
			continue;
		}
		if (nqueue == capqueue)
			queue = grow(queue, &capqueue, sizeof *queue, 512);
		queue[nqueue++] = finals[i];
		removefinal(i);
	}
}

/* Cleanups wait until their object has no finalizer that may bring it back.
 * Marking is done. What is queued now is marked: what it refers to was. */
void
finals_queue(void)
{
	u64 i;

	NOSPLIT();
	clearweak();
	queueunreached(false);
	for (i = 0; i < nqueue; i++)
		if (!queue[i].cleanup)
			gc_markroot((uintptr)&queue[i].obj, (uintptr)(&queue[i].obj + 1));
	gc_markall();
	queueunreached(true);
}
