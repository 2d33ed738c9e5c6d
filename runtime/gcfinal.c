/* gcfinal.c - finalizers, cleanups and weak pointers: what happens when an object is found unreachable. mfinal.c runs them.
 *
 * What an object with a finalizer refers to is a root, the object itself is not; when it is unreachable its finalizer is queued,
 * and the object lives until that has run. Cleanups are the same without the object. A weak pointer refers to a word without
 * pointers that holds the address; all weak pointers to one address share it, and the collector clears it. */
#include "malloc.h"

typedef struct Weak { uintptr obj, *word; } Weak;

static Lock finlock;                                 /* guards all below */
static Final *finals, *queue;                        /* outside of the heap: marked by hand */
static u64 nfinals, capfinals, nqueue, capqueue;
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

/* ---- weak pointers ---- */

static Weak *
weakslot(uintptr p)
{
	u64 i = (p >> 3) * 0x9e3779b97f4a7c15ull >> 20;

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

COLD static void
newfinal(void *arg)
{
	NOSPLIT();
	lock(&finlock);
	if (nfinals == capfinals)
		finals = grow(finals, &capfinals, sizeof *finals, 512);
	finals[nfinals++] = *(Final *)arg;
	unlock(&finlock);
}

void
finals_add(Final *f)
{
	systemstack(newfinal, f);
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
	u64 i;

	lock(&finlock);
	for (i = nfinals; i-- > 0;) {
		if (finals[i].obj == (uintptr)p && !finals[i].cleanup) {
			finals[i] = finals[--nfinals];
			break;
		}
	}
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

/* Marking is done. What is queued now is marked: what it refers to was. */
void
finals_queue(void)
{
	u64 i, n;

	NOSPLIT();
	clearweak();
	for (i = n = 0; i < nfinals; i++) {
		if (gc_reached(finals[i].obj)) {
			finals[n++] = finals[i];
			continue;
		}
		if (nqueue == capqueue)
			queue = grow(queue, &capqueue, sizeof *queue, 512);
		queue[nqueue++] = finals[i];
	}
	nfinals = n;
	for (i = 0; i < nqueue; i++)
		if (!queue[i].cleanup)
			gc_markroot((uintptr)&queue[i].obj, (uintptr)(&queue[i].obj + 1));
	gc_markall();
}
