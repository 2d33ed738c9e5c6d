/* weak_retake.pml - a P goes from one M to another by a system call (runtime/syscall.c, sysmon.c) on a weak memory: entersyscall releases
 * its state, who takes it by compare-and-swap sees all that was done on it before; only one has it.
 * mutants: RELAXEDENTER RELAXEDRETAKE PLAINEXIT */
#define NT 2
#define NV 2
#define MV 5
#include "weak.h"
#define STATUS 0
#define CACHE 1                              /* the P's own things: its mcache, its queue */
#define Prunning 0
#define Psyscall 1
#define Pidle 2
byte owners = 1;

active proctype m0()
{
	WEAK(0);
	byte ok, c;

	store_relaxed(CACHE, 1);
	owners--;
#ifdef RELAXEDENTER
	store_relaxed(STATUS, Psyscall);
#else
	store_release(STATUS, Psyscall);
#endif
#ifdef PLAINEXIT
	load_acquire(STATUS, ok);
	ok = (ok == Psyscall);
	if
	:: ok -> store_release(STATUS, Prunning)
	:: else
	fi;
#else
	cas(STATUS, Psyscall, Prunning, ok);
#endif
	if
	:: ok ->
		owners++; assert(owners == 1);
		load_relaxed(CACHE, c); assert(c == 1);
		owners--
	:: else
	fi
}

active proctype sysmon()
{
	WEAK(1);
	byte ok, c;

#ifdef RELAXEDRETAKE
	atomic {                                 /* a compare-and-swap that does not acquire */
		ok = weakval[AT(STATUS, weaklast[STATUS])];
		if
		:: ok == Psyscall -> weakwrite(STATUS, Pidle); ok = 1
		:: else -> ok = 0
		fi
	}
#else
	cas(STATUS, Psyscall, Pidle, ok);
#endif
	if
	:: ok ->                                 /* handoffp: another M runs goroutines on it */
		owners++; assert(owners == 1);
		load_relaxed(CACHE, c); assert(c == 1);
		store_relaxed(CACHE, 2);
		owners--
	:: else
	fi
}
