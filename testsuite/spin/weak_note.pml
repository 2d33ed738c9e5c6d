/* weak_note.pml - notesleep and notewakeup (runtime/mthread.c) on a weak memory: what was written before the wake-up is seen behind
 * the sleep, and the futex, whose look at the key is the kernel's, loses none.
 * mutants: RELAXEDSLEEP RELAXEDWAKE NOWAKE */
#define NT 2
#define NV 2
#define MV 3
#include "weak.h"
#define KEY 0
#define DATA 1
bit asleep;

active proctype sleeper()
{
	WEAK(0);
	byte k, d;

	do
	::
#ifdef RELAXEDSLEEP
		load_relaxed(KEY, k);
#else
		load_acquire(KEY, k);
#endif
		if
		:: k -> break
		:: else ->
			atomic {                 /* futexsleep: sleeps only if the last value is 0 */
				if
				:: weakval[AT(KEY, weaklast[KEY])] == 0 -> asleep = 1
				:: else
				fi
			}
			asleep == 0
		fi
	od;
	load_relaxed(DATA, d);
	assert(d == 1)
}

active proctype waker()
{
	WEAK(1);
	byte old;

	store_relaxed(DATA, 1);
#ifdef RELAXEDWAKE
	atomic { weakwrite(KEY, 1) }
#else
	exchange(KEY, 1, old);
#endif
#ifndef NOWAKE
	if
	:: old == 0 -> asleep = 0
	:: else
	fi
#endif
}
