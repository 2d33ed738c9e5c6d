/* gcsweep.c - after marking: objects not marked become free, a span without marked objects gives its pages back. Only span
 * headers are touched; memory is cleared when it is handed out again.
 *
 * Lazy: marking ends with heap.tosweep = all spans; allocation sweeps some before it takes new pages, the background worker the
 * others, and whoever starts the next cycle the rest. heap.all is swept from the end down, new spans are added at the end: what
 * lies before heap.tosweep is unswept, and has no free objects that anybody may take. */
#include "malloc.h"

static bool clobber;

static COLD void
clobberspan(MSpan *s)
{
	u64 i, k;

	NOSPLIT();
	for (i = 0; i < s->nelems; i++)
		if (bit(s->alloc, i) && !bit(s->marks, i))
			for (k = 0; k < s->elemsize / 8; k++)
				((u64 *)(s->base + i * s->elemsize))[k] = 0xdeadbeefdeadbeef;
	s->needzero = true;
}

/* False when nothing in it is in use. */
static bool
sweepspan(MSpan *s)
{
	u64 words = (s->nelems + 63) / 64, i, n = 0, before = 0;
	u32 index = s->class * 2 + s->noscan;

	NOSPLIT();
	if (unlikely(clobber))
		clobberspan(s);
	for (i = 0; i < words; i++) {
		n += __builtin_popcountll(s->marks[i]);
		before += __builtin_popcountll(s->alloc[i]);
		s->alloc[i] = s->marks[i];
		s->marks[i] = 0;
	}
	heap.nfree += before - n;
	classfree[s->class] += before - n;
	if (n == 0)
		return false;
	if (n < before)
		s->needzero = true;
	if (n < s->nelems && s->class) {
		s->freeindex = 0;
		s->next = heap.central[index];
		heap.central[index] = s;
	}
	return true;
}

/* heap.lock is held. */
void
sweep_locked(u64 n)
{
	MSpan *s;
	u64 i;

	NOSPLIT();
	for (; n > 0 && heap.tosweep > 0; n--) {
		i = --heap.tosweep;
		s = heap.all[i];
		if (i >= 8)
			__builtin_prefetch(heap.all[i - 8]->marks);
		if (sweepspan(s))
			continue;
		heap.all[i] = heap.all[--heap.nall];
		span_free(s);
	}
}

/* On g0. False: all is swept. */
bool
gc_sweepsome(u64 n)
{
	bool more;

	NOSPLIT();
	lock(&heap.lock);
	sweep_locked(n);
	more = heap.tosweep > 0;
	unlock(&heap.lock);
	return more;
}

/* The world is stopped: nothing is swept now. Runs in caches are marked, or were given back. */
void
gc_startsweep(void)
{
	i32 i, k;

	NOSPLIT();
	for (i = 0; i < MAXPROCS && allp[i]; i++)
		for (k = 0; k < NCLASSES * 2; k++)
			allp[i]->mcache.alloc[k].span = 0;
	runtime_memclr(heap.central, sizeof heap.central);
	heap.tosweep = heap.nall;
}

/* The world is stopped, at the start of marking: the rest of each cache's run is given back; it is free after the next sweep. */
void
gc_flushcaches(void)
{
	CacheSlot *c;
	i32 i, k;
	u64 n;

	NOSPLIT();
	for (i = 0; i < MAXPROCS && allp[i]; i++) {
		for (k = 2; k < NCLASSES * 2; k++) {
			c = &allp[i]->mcache.alloc[k];
			n = (c->end - c->next) / class_size[k >> 1];
			memstat.nmalloc -= n;
			classmalloc[k >> 1] -= n;
			classfree[k >> 1] -= n;
			heap.nfree -= n;             /* sweeping will count them */
			heap.alloced -= c->end - c->next;
		}
		runtime_memclr(&allp[i]->mcache, sizeof(MCache));
	}
}

void
gc_sweepinit(void)
{
	i64 t = 0;

	clobber = godebug("clobberfree", &t) && t > 0;
}
