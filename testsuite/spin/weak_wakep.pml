/* weak_wakep.pml - who makes a goroutine runnable, and who stops looking for one (runtime/sched.c: sched_ready, wakep, waitwork) on
 * a weak memory. What must not be: the goroutine is in the queue, and all sleep.
 * mutants: NOFENCEPUT NOFENCESTOP NORECHECK */
#define NT 2
#define NV 2
#define MV 4
#include "weak.h"
#define TAIL 0                               /* of the run queue: 1: the goroutine is there */
#define SPINNING 1                           /* nmspinning */
bit note;

init { atomic { weakval[AT(SPINNING, 0)] = 1; run ready(); run worker() } }

proctype ready()
{
	WEAK(0);
	byte s;

	store_release(TAIL, 1);
#ifndef NOFENCEPUT
	fence_sc();                              /* it was the exchange of runnext */
#endif
	load_acquire(SPINNING, s);
	if
	:: s == 0 -> note = 1                    /* startm */
	:: else
	fi
}

proctype worker()
{
	WEAK(1);
	byte n, seen;

	/* found nothing; stops spinning */
	atomic { weaklatest(SPINNING, n); weakwrite(SPINNING, n - 1); weakjoin(weakmsg[AT(SPINNING, weaklast[SPINNING])], weakview[weak_t]) }
#ifndef NOFENCESTOP
	fence_sc();
#endif
#ifndef NORECHECK
	load_acquire(TAIL, seen);
#endif
	if
	:: seen -> skip                          /* takes it */
	:: else -> note == 1                     /* stopm; hangs if the wake-up is lost */
	fi
}
