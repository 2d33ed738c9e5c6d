/* weak_barrier.pml - the write barrier (runtime/README.md, "The barrier") on a weak memory: an old object is reachable by one slot
 * of the heap; a goroutine, which may be stopped between any two steps, takes it out of there and clears the slot. At the end of the
 * cycle it is marked if the goroutine, or the slot, has it.
 * mutants: NOSHADE NOSCAN LATEFLAG LOADBEHIND */
#define NT 2
#define NV 2
#define MV 3
#include "weak.h"
#define SLOT 0                               /* 1: points to the object */
#define FLAG 1                               /* writeBarrier */
bit stopped, shaded, marked;
byte reg;                                    /* of the goroutine, on its stack when it is stopped */

init { atomic { weakval[AT(SLOT, 0)] = 1; run goroutine(); run collector() } }

#define STEP(op) atomic { stopped == 0 -> op }

proctype goroutine()
{
	WEAK(0);
	byte f, old;

#ifndef LOADBEHIND
	STEP(load_relaxed(SLOT, reg));           /* p := a.x */
#endif
	STEP(load_relaxed(FLAG, f));             /* a.x = nil */
#ifdef LOADBEHIND
	STEP(load_relaxed(SLOT, reg));           /* a load that moved across the volatile one */
#endif
	if
	:: f ->
		STEP(load_relaxed(SLOT, old));
#ifndef NOSHADE
		STEP(shaded = old)
#endif
	:: else
	fi;
	STEP(store_relaxed(SLOT, 0))
}

/* Stop and start are locks and notes: both sides see all. */
inline together()
{
	weakjoin(weakview[0], weakview[1]);
	weakjoin(weakview[1], weakview[0])
}

proctype collector()
{
	WEAK(1);
	byte p;

#ifndef LATEFLAG
	atomic { stopped = 1; together() };
#ifndef NOSCAN
	marked = marked || reg;
#endif
	store_relaxed(FLAG, 1);
	atomic { together(); stopped = 0 };
#else
	atomic { stopped = 1; together() };
	marked = marked || reg;
	atomic { together(); stopped = 0 };
	store_relaxed(FLAG, 1);
#endif
	load_relaxed(SLOT, p);                   /* scans the object that has the slot */
	marked = marked || p;
	atomic { stopped = 1; together() };
	marked = marked || shaded;
	load_relaxed(SLOT, p);
	assert(marked || (!reg && !p));
	stopped = 0
}
