/* sema.c - semaphores for package sync: a goroutine sleeps on an address until somebody releases it. */
#include "runtime.h"

typedef struct Waiter { struct Waiter *next; G *g; u32 *addr; u32 ticket; bool handed; } Waiter;
enum { BUCKETS = 64 };
static struct { Waiter *first, *last; } table[BUCKETS];

void semacquire(u32 *addr) __asm__("sync.runtime_Semacquire");
void semacquireWG(u32 *addr, bool sync) __asm__("sync.runtime_SemacquireWaitGroup");
void semacquireRW(u32 *addr, bool lifo, i64 skip) __asm__("sync.runtime_SemacquireRWMutexR");
void semacquireRWW(u32 *addr, bool lifo, i64 skip) __asm__("sync.runtime_SemacquireRWMutex");
void semacquireMutex(u32 *addr, bool lifo, i64 skip) __asm__("internal/sync.runtime_SemacquireMutex");
void semrelease(u32 *addr, bool handoff, i64 skip) __asm__("sync.runtime_Semrelease");
void semrelease2(u32 *addr, bool handoff, i64 skip) __asm__("internal/sync.runtime_Semrelease");

static u32
bucket(u32 *addr)
{
	return ((uintptr)addr >> 3) % BUCKETS;
}

static void
acquire(u32 *addr, bool lifo, u8 reason)
{
	Waiter w = {.g = getg(), .addr = addr};
	u32 b = bucket(addr);

	if (*addr > 0) {
		--*addr;
		return;
	}
	if (lifo && table[b].first) {
		w.next = table[b].first;
		table[b].first = &w;
	} else {
		if (table[b].first)
			table[b].last->next = &w;
		else
			table[b].first = &w;
		table[b].last = &w;
	}
	gopark(0, 0, reason);
}

/* The first waiter on addr, off the list. */
static Waiter *
dequeue(u32 *addr)
{
	u32 b = bucket(addr);
	Waiter *w, *prev = 0;

	for (w = table[b].first; w && w->addr != addr; w = w->next)
		prev = w;
	if (!w)
		return 0;
	if (prev)
		prev->next = w->next;
	else
		table[b].first = w->next;
	if (table[b].last == w)
		table[b].last = prev;
	return w;
}

/* A waiter gets the unit directly. */
static void
release(u32 *addr)
{
	Waiter *w = dequeue(addr);

	if (w)
		goready(w->g);
	else
		++*addr;
}

void semacquire(u32 *addr) { acquire(addr, false, WAIT_SEMA); }
void semacquireWG(u32 *addr, bool sync) { acquire(addr, false, WAIT_WG); }
void semacquireRW(u32 *addr, bool lifo, i64 skip) { acquire(addr, lifo, WAIT_RWR); }
void semacquireRWW(u32 *addr, bool lifo, i64 skip) { acquire(addr, lifo, WAIT_RWW); }
void semacquireMutex(u32 *addr, bool lifo, i64 skip) { acquire(addr, lifo, WAIT_MUTEX); }
void semrelease(u32 *addr, bool handoff, i64 skip) { release(addr); }
void semrelease2(u32 *addr, bool handoff, i64 skip) { release(addr); }
