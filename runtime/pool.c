/* pool.c - what sync.Pool needs of the runtime: a goroutine that stays on its P for a few instructions, and pools that a collection
 * empties. A pool is in the list while it may have something. */
#include "malloc.h"

typedef struct SyncPool SyncPool;
struct SyncPool {                                    /* the beginning of a sync.Pool */
	void *local, *victim;
	SyncPool *next;
	bool listed;
};

i64 runtime_procpin(void) SYM(procpin);
void runtime_procunpin(void) SYM(procunpin);
i64 runtime_poolslist(SyncPool **list) SYM(poolslist);

static SyncPool **pools;

/* The number of the P; the goroutine keeps it, and no collection begins or ends, until procunpin. */
i64
runtime_procpin(void)
{
	NOSPLIT();
	return acquirem()->p->id;
}

void
runtime_procunpin(void)
{
	NOSPLIT();
	releasem(getg()->m);
}

/* The world is stopped, a cycle begins: what was put in since the last one can be taken out until the next one. */
static void
clearpools(void)
{
	SyncPool **pp = pools, *p;

	NOSPLIT();
	while (pp && (p = *pp)) {
		p->victim = p->local;
		p->local = 0;
		if (p->victim) {
			pp = &p->next;
		} else {
			*pp = p->next;
			p->next = 0;
			p->listed = false;
		}
	}
}

/* list is where package sync begins its list. The number of Ps. */
i64
runtime_poolslist(SyncPool **list)
{
	NOSPLIT();
	pools = list;
	gc_clearpools = clearpools;
	return sched.nprocs;
}
