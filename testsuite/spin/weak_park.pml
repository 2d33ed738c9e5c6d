/* weak_park.pml - gopark, goready and execute (runtime/chan.c, sched.c) on a weak memory: a goroutine parks on one M, a second makes it
 * runnable and puts it into a queue, a third runs it and must find its stack as it was left, and the value.
 * mutants: RELAXEDUNLOCK RELAXEDPUT RELAXEDGET EARLYUNLOCK */
#define NT 3
#define NV 6
#define MV 6
#include "weak.h"
#define LOCK 0
#define STATUS 1
#define WAITER 2                             /* in the channel's queue */
#define STACK 3                              /* sched_sp and what lies there */
#define VALUE 4
#define RUNQ 5
#define Grunning 0
#define Gwaiting 1
#define Grunnable 2

inline acquire() { atomic { weakval[AT(LOCK, weaklast[LOCK])] == 0 -> weaklatest(LOCK, w); weakwrite(LOCK, 1); weakjoin(weakmsg[AT(LOCK, weaklast[LOCK])], weakview[weak_t]) } }
#ifdef RELAXEDUNLOCK
inline release() { store_relaxed(LOCK, 0) }
#else
inline release() { store_release(LOCK, 0) }
#endif

active proctype receiver()
{
	WEAK(0);
	byte w;

	acquire();
	load_relaxed(VALUE, w);
	if
	:: w -> release()
	:: else ->
		store_relaxed(WAITER, 1);
#ifdef EARLYUNLOCK
		release();
#endif
		store_relaxed(STACK, 1);         /* mcall */
		store_release(STATUS, Gwaiting);
#ifndef EARLYUNLOCK
		release()
#endif
	fi
}

active proctype sender()
{
	WEAK(1);
	byte w;

	acquire();
	store_relaxed(VALUE, 1);
	load_relaxed(WAITER, w);
	if
	:: w ->
		store_relaxed(WAITER, 0);
		release();
		load_acquire(STATUS, w);
		assert(w == Gwaiting);           /* goready: bad g status */
		store_release(STATUS, Grunnable);
#ifdef RELAXEDPUT
		store_relaxed(RUNQ, 1)
#else
		store_release(RUNQ, 1)
#endif
	:: else -> release()
	fi
}

active proctype thief()
{
	WEAK(2);
	byte w;

#ifdef RELAXEDGET
	load_relaxed(RUNQ, w);
#else
	load_acquire(RUNQ, w);
#endif
	if
	:: w ->
		load_relaxed(STATUS, w); assert(w == Grunnable);
		load_relaxed(STACK, w); assert(w == 1);
		load_relaxed(VALUE, w); assert(w == 1)
	:: else
	fi
}
