/* sema.c - semaphores for package sync: a goroutine sleeps on an address until somebody releases it. Waiters hang in lists by a hash
 * of the address; each list has a lock and a count, so that releasing without waiters takes none. A waiter is counted before the
 * last look at the semaphore, a release adds to the semaphore before it looks at the count: one of them sees the other. */
#include "runtime.h"

typedef struct Waiter { struct Waiter *next; G *g; u32 *addr; bool handed; } Waiter;
enum { BUCKETS = 251 };
typedef struct Bucket { Lock lock; u32 n; Waiter *first, *last; u64 pad[5]; } Bucket;
static Bucket table[BUCKETS];

void semacquireWG(u32 *addr, bool sync) __asm__("sync.runtime_SemacquireWaitGroup");
void semacquireRW(u32 *addr, bool lifo, i64 skip) __asm__("sync.runtime_SemacquireRWMutexR");
void semacquireRWW(u32 *addr, bool lifo, i64 skip) __asm__("sync.runtime_SemacquireRWMutex");
void semacquireMutex(u32 *addr, bool lifo, i64 skip) __asm__("internal/sync.runtime_SemacquireMutex");
void semacquireCond(u32 *addr) __asm__("sync.runtime_SemacquireCond");
void semrelease2(u32 *addr, bool handoff, i64 skip) __asm__("internal/sync.runtime_Semrelease");

static Bucket *
bucket(u32 *addr)
{
	return &table[((uintptr)addr >> 3) % BUCKETS];
}

static bool
take(u32 *addr)
{
	u32 v;

	while ((v = aload(addr)) > 0)
		if (acas(addr, v, v - 1))
			return true;
	return false;
}

static void
enqueue(Bucket *b, Waiter *w, bool lifo)
{
	if (!b->first) {
		b->first = b->last = w;
	} else if (lifo) {
		w->next = b->first;
		b->first = w;
	} else {
		b->last->next = w;
		b->last = w;
	}
}

static bool
parked(G *g, void *b)
{
	NOSPLIT();
	unlock(&((Bucket *)b)->lock);
	return true;
}

static void
acquire(u32 *addr, bool lifo, u8 reason)
{
	Bucket *b = bucket(addr);
	Waiter w;

	if (take(addr))
		return;
	w = (Waiter){.g = getg(), .addr = addr};
	for (;;) {
		lock(&b->lock);
		aadd(&b->n, 1);
		if (take(addr)) {
			aadd(&b->n, -1);
			unlock(&b->lock);
			return;
		}
		w.next = 0;
		enqueue(b, &w, lifo);
		gopark_inline(parked, b, reason);
		if (w.handed || take(addr))
			return;
	}
}

/* The first waiter on addr, off the list. b is locked. */
static Waiter *
dequeue(Bucket *b, u32 *addr)
{
	Waiter *w, *prev = 0;

	for (w = b->first; w && w->addr != addr; w = w->next)
		prev = w;
	if (!w)
		return 0;
	if (prev)
		prev->next = w->next;
	else
		b->first = w->next;
	if (b->last == w)
		b->last = prev;
	aadd(&b->n, -1);
	return w;
}

/* With handoff the first waiter gets the unit itself and runs at once; else it competes for it with others. */
static void
release(u32 *addr, bool handoff)
{
	Bucket *b = bucket(addr);
	Waiter *w;
	G *g;

	aadd(addr, 1);
	if (aload(&b->n) == 0)
		return;
	lock(&b->lock);
	w = dequeue(b, addr);
	if (w && (g = w->g) && take(addr))
		w->handed = true;
	unlock(&b->lock);
	if (!w)
		return;
	goready(g);
	if (handoff && getg() != getg()->m->g0 && !getg()->m->locks)
		runtime_gosched();
}

void semacquire(u32 *addr) { acquire(addr, false, WAIT_SEMA); }
void semacquireCond(u32 *addr) { acquire(addr, false, WAIT_COND); }
void semacquireWG(u32 *addr, bool sync) { acquire(addr, false, WAIT_WG); }
void semacquireRW(u32 *addr, bool lifo, i64 skip) { acquire(addr, lifo, WAIT_RWR); }
void semacquireRWW(u32 *addr, bool lifo, i64 skip) { acquire(addr, lifo, WAIT_RWW); }
void semacquireMutex(u32 *addr, bool lifo, i64 skip) { acquire(addr, lifo, WAIT_MUTEX); }
void semrelease(u32 *addr, bool handoff, i64 skip) { release(addr, handoff); }
void semrelease2(u32 *addr, bool handoff, i64 skip) { release(addr, handoff); }
