/* The allocator: boundaries of size classes, which object an address belongs to, random allocation with everything that may go
 * wrong checked (apart, zero, intact), pages: free runs are joined, found again, returned to the system. */
#include "test.h"
#include "malloc.h"

void gc(void) SYM(gc);
void freeosmemory(void) SYM(freeosmemory);

static u8 all = 1;
static Type t_words = {.size = 8, .ptrdata = 8, .gcdata = &all};

/* ---- the heap as a whole: every page is in one place ---- */

typedef struct Pages { u64 used, free, released, other; } Pages;
static Pages pages;

static u64
listed(void)
{
	u64 n = 0, b;
	MSpan *s;

	NOSPLIT();
	for (b = 0; b <= 128; b++)
		for (s = heap.free[b]; s; s = s->next, n++) {
			CHECK("list of its length", b, s->npages < 128 ? s->npages : 128);
			CHECK("list backwards", s->next && s->next->prev != s, 0);
			CHECK("first in its list", s->prev == 0, s == heap.free[b]);
			CHECK("free", s->state, SPAN_FREE);
		}
	return n;
}

/* On g0, under heap.lock. */
static void
walk(void)
{
	u64 n = (heap.used - heap.start) >> PAGESHIFT, p, i, runs = 0;
	bool before = false;
	MSpan *s;

	NOSPLIT();
	pages = (Pages){0};
	for (p = 0; p < n;) {
		s = heap.spans[p];
		if (!s) {
			pages.other++;
			before = false;
			p++;
			continue;
		}
		CHECK("starts here", s->base, heap.start + p * PAGE);
		CHECK("ends", heap.spans[p + s->npages - 1] == s, true);
		if (s->state == SPAN_FREE) {
			CHECK("free neighbours are joined", before, false);
			before = true;
			runs++;
			pages.free += s->npages;
			if (s->scavenged)
				pages.released += s->npages;
			CHECK("returned means zero", s->scavenged && s->needzero, false);
			for (i = 1; i + 1 < s->npages; i++)
				CHECK("inside of a free run", (uintptr)heap.spans[p + i], 0);
		} else {
			before = false;
			pages.used += s->npages;
			for (i = 0; i < s->npages; i++)
				CHECK("pages of a span", heap.spans[p + i] == s, true);
		}
		p += s->npages;
	}
	CHECK("runs in lists", listed(), runs);
	CHECK("pages in spans", heap.inusepages, pages.used);
	CHECK("free pages", heap.freepages, pages.free);
	CHECK("returned pages", heap.released, pages.released);
}

static void
walk_locked(void *unused)
{
	NOSPLIT();
	lock(&heap.lock);
	walk();
	unlock(&heap.lock);
}

static void checkheap(void) { systemstack(walk_locked, 0); }

/* ---- size classes ---- */

static u64
classof(u64 n)
{
	u64 c = 1;

	while (class_size[c] < n)
		c++;
	return c;
}

/* An object of n bytes lies in a span of the smallest class that has room. */
static void
boundary(u64 n, Type *t)
{
	u8 *a = runtime_mallocgc(n, t, true), *b = runtime_mallocgc(n, t, true), *base;
	MSpan *s, *sb;

	base = spanof_base(a, &s);
	CHECK("start", (uintptr)base, (uintptr)a);
	spanof_base(b, &sb);
	CHECK("scanned or not", s->noscan, t == 0);
	if (n > MAXSMALL) {
		CHECK("large", s->class, 0);
		CHECK("whole pages", s->elemsize, ROUNDUP(n, PAGE));
		CHECK("aligned to pages", (uintptr)a % PAGE, 0);
		CHECK("two spans", s != sb, true);
	} else {
		CHECK("class", s->class, classof(n));
		CHECK("size", s->elemsize, class_size[classof(n)]);
		CHECK("apart", (u64)(a < b ? b - a : a - b) >= n, true);
	}
	CHECK("in use", bit(s->alloc, objindex(s, (uintptr)a)) && bit(sb->alloc, objindex(sb, (uintptr)b)), true);
	checkbytes("zero", a, n, 0);
	pattern(a, n, n);
	pattern(b, n, n + 1);
	CHECK("the last byte's object", (uintptr)spanof_base(a + n - 1, &s), (uintptr)a);
	checkpattern("intact", a, n, n);
}

static void
boundaries(void)
{
	u64 c, n, k;

	boundary(1, 0);                              /* there are free objects of the first class */
	CHECK("nothing", runtime_mallocgc(0, 0, true) == runtime_mallocgc(0, 0, true), true);
	CHECK("size of nothing", roundupsize(0, true), 0);
	for (c = 1; c < NCLASSES; c++)
		for (n = class_size[c] - 1; n <= class_size[c] + 1u; n++)
			for (k = 0; n > 0 && k < 3; k++) {
				boundary(n, 0);
				boundary(n, &t_words);
			}
	for (n = 1; n < 70000; n += n < 2000 ? 1 : 61) {
		if (n <= MAXSMALL)
			CHECK("roundupsize", roundupsize(n, true), class_size[classof(n)]);
		else
			CHECK("roundupsize", roundupsize(n, true), ROUNDUP(n, PAGE));
		if (n <= MAXSMALL - 8)
			CHECK("roundupsize with pointers", roundupsize(n, false), class_size[classof(n > 512 ? n + 8 : n)] - (n > 512 ? 8 : 0));
		if (n % 7 == 0)
			boundary(n, 0);
	}
}

/* Every address of a span of every class leads to its object. */
static void
addresses(void)
{
	u64 c, i, off;
	MSpan *s, *found;
	u8 *p;

	for (c = 1; c < NCLASSES; c++) {
		p = runtime_mallocgc(class_size[c], c & 1 ? 0 : &t_words, true);
		spanof_base(p, &s);
		CHECK("whole objects", s->nelems, s->npages * PAGE / s->elemsize);
		CHECK("little is lost", s->npages * PAGE % s->elemsize <= s->npages * PAGE / 8, true);
		for (i = 0; i < s->nelems; i++)
			for (off = 0; off < s->elemsize; off += off + 2 < s->elemsize && off > 2 ? s->elemsize / 3 : 1) {
				p = spanof_base((u8 *)s->base + i * s->elemsize + off, &found);
				CHECK("its object", (uintptr)p, s->base + i * s->elemsize);
				CHECK("its span", (uintptr)found, (uintptr)s);
			}
	}
	CHECK("before the heap", (uintptr)spanof_base((u8 *)heap.start - 1, &s), 0);
	CHECK("behind the heap", (uintptr)spanof_base((u8 *)heap.used, &s), 0);
}

/* ---- random objects ---- */

enum { OBJECTS = 3000 };
static u8 *object[OBJECTS];
static i64 length[OBJECTS];

static i64
randomsize(void)
{
	switch (next(16)) {
	case 0: return 1 + next(MAXSMALL + 100);
	case 1: return next(40) ? 1 + next(3000) : MAXSMALL + 1 + next(300000);
	case 2: return class_size[1 + next(NCLASSES - 1)];
	case 3: return class_size[1 + next(NCLASSES - 8)] + 1;
	default: return 1 + next(200);
	}
}

static void
replace(i64 i)
{
	if (object[i])
		checkpattern("intact", object[i], length[i], i);
	object[i] = 0;
	if (next(5) == 0)
		return;
	length[i] = randomsize();
	object[i] = runtime_mallocgc(length[i], next(2) ? &t_words : 0, true);
	CHECK("aligned", (uintptr)object[i] & 7, 0);
	checkbytes("zero", object[i], length[i], 0);
	pattern(object[i], length[i], i);
}

static void
churn(void)
{
	i64 round, i;

	for (round = 0; round < 24; round++) {
		for (i = 0; i < OBJECTS; i++)
			replace(next(round % 4 == 3 ? OBJECTS / 8 : OBJECTS));
		gc();
		checkheap();
		if (round % 6 == 5) {
			freeosmemory();
			checkheap();
			CHECK("all that is free was returned", heap.released, heap.freepages);
		}
	}
	for (i = 0; i < OBJECTS; i++)
		if (object[i])
			checkpattern("intact", object[i], length[i], i);
}

/* Free objects among others in use are found again: the number of pages stays what it is. */
static void
again(void)
{
	i64 round, i;

	for (round = 0; round < 12; round++) {
		for (i = 0; i < OBJECTS; i++)
			if (i % 8 != round % 8 || !round)
				object[i] = runtime_mallocgc(length[i] = 128, 0, true);
		checkheap();
		if (round > 2 && pages.used > OBJECTS * 128 / PAGE + 24)
			fail("pages in use", round, pages.used);
		for (i = 0; i < OBJECTS; i++)
			if (i % 8 != (round + 1) % 8)
				object[i] = 0;
		gc();
	}
}

/* Large objects: what was free is used again before the heap grows. */
static void
large(void)
{
	i64 round, i;
	u64 used = 0;

	for (i = 0; i < OBJECTS; i++)
		object[i] = 0;
	for (round = 0; round < 10; round++) {
		for (i = 0; i < 24; i++) {
			length[i] = MAXSMALL + 1 + next(2) * next(1 << 20);
			object[i] = runtime_mallocgc(length[i], i & 1 ? &t_words : 0, true);
			checkbytes("zero", object[i], length[i], 0);
			pattern(object[i], length[i], i);
		}
		for (i = 0; i < 24; i++) {
			checkpattern("intact", object[i], length[i], i);
			object[i] = 0;
		}
		gc();
		checkheap();
		if (round == 4)
			used = heap.used;
	}
	if (heap.used - used > 64 << 20)
		fail("the heap grew", heap.used, used);
}

/* ---- pages ---- */

enum { SPANS = 60, LONGEST = 200 };
static MSpan *span[SPANS];

static void
freespan(i64 i)
{
	u64 k;

	NOSPLIT();
	host_poison((void *)span[i]->base, span[i]->npages * PAGE);
	for (k = heap.nall; heap.all[--k] != span[i];)
		;
	heap.all[k] = heap.all[--heap.nall];
	span_free(span[i]);
	span[i] = 0;
}

/* Some bytes of each page say whose it is. */
static void
newspan(i64 i, u64 npages)
{
	MSpan *s = span[i] = span_new(npages, npages * PAGE, 0, true);
	u64 k;

	NOSPLIT();
	CHECK("pages", s->npages, npages);
	host_unpoison((void *)s->base, npages * PAGE);
	for (k = 0; k < npages; k++) {
		u8 *p = (u8 *)s->base + k * PAGE;
		if (!s->needzero)
			CHECK("zero", p[0] | p[PAGE / 2] | p[PAGE - 1], 0);
		p[0] = p[PAGE / 2] = p[PAGE - 1] = i + 1;
	}
}

static void
checkspan(i64 i)
{
	u64 k;

	NOSPLIT();
	for (k = 0; k < span[i]->npages; k++) {
		u8 *p = (u8 *)span[i]->base + k * PAGE;
		CHECK("nobody else's page", p[0] == i + 1 && p[PAGE / 2] == i + 1 && p[PAGE - 1] == i + 1, true);
	}
}

static void
somespans(void *unused)
{
	i64 n, i;

	NOSPLIT();
	lock(&heap.lock);
	for (n = 0; n < 100; n++) {
		i = next(SPANS);
		if (span[i]) {
			checkspan(i);
			freespan(i);
		} else {
			newspan(i, next(4) ? 1 + next(8) : 1 + next(LONGEST));
		}
	}
	walk();
	unlock(&heap.lock);
}

static void
nospans(void *unused)
{
	i64 i;

	NOSPLIT();
	lock(&heap.lock);
	for (i = 0; i < SPANS; i++)
		if (span[i]) {
			checkspan(i);
			freespan(i);
			walk();
		}
	unlock(&heap.lock);
}

/* Neighbours that become free in any order are one run, in which a span of their length has room. */
static void
joined(void *unused)
{
	u64 i, used;

	NOSPLIT();
	lock(&heap.lock);
	newspan(0, LONGEST * 20);
	freespan(0);
	for (used = heap.used, i = 0; i < SPANS; i++)
		newspan(i, LONGEST / 10 + 1 + i);
	for (i = 0; i < SPANS; i += 2)
		freespan(i);
	walk();
	for (i = SPANS; i-- > 0;)
		if (span[i])
			freespan(i);
	walk();
	newspan(0, LONGEST * 20);
	CHECK("there again", heap.used, used);
	CHECK("used before", span[0]->needzero, true);
	freespan(0);
	unlock(&heap.lock);
}

/* Returned pages are zero when they come back. */
static void
returned(void *unused)
{
	u64 i;
	u8 *p;

	NOSPLIT();
	lock(&heap.lock);
	for (i = 0; i < SPANS; i++)
		newspan(i, 2 + next(20));
	for (i = 0; i < SPANS; i += 3)
		freespan(i);
	unlock(&heap.lock);
	heap_scavenge(0);
	lock(&heap.lock);
	walk();
	CHECK("all free pages", heap.released, heap.freepages);
	for (i = 0; i < SPANS; i += 3) {
		newspan(i, 1 + next(20));
		for (p = (u8 *)span[i]->base + 1; p < (u8 *)span[i]->base + PAGE / 2; p++)
			CHECK("zero or said to be used", span[i]->needzero || *p == 0, true);
	}
	walk();
	for (i = 0; i < SPANS; i++)
		checkspan(i);
	unlock(&heap.lock);
}

static void
persistent(void)
{
	enum { N = 300 };
	static u8 *p[N];
	i64 i, n;

	for (i = 0; i < N; i++) {
		n = 1 + i * 7 + (i % 50 == 49 ? 100000 : 0);
		p[i] = persistentalloc(n);
		CHECK("aligned", (uintptr)p[i] % 16, 0);
		checkbytes("zero", p[i], n, 0);
		pattern(p[i], n, i);
	}
	for (i = 0; i < N; i++)
		checkpattern("intact", p[i], 1 + i * 7 + (i % 50 == 49 ? 100000 : 0), i);
}

void
main_main(void)
{
	i64 i;

	host_roots(object, sizeof object);
	boundaries();
	addresses();
	persistent();
	churn();
	again();
	large();
	gc();                                        /* nothing is swept from here on */
	for (i = 0; i < 40; i++)
		systemstack(somespans, 0);
	systemstack(nospans, 0);
	systemstack(joined, 0);
	systemstack(returned, 0);
	systemstack(nospans, 0);
	checkheap();
	prints("ok\n");
}
