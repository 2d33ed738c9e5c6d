/* weak_stop.pml - a goroutine enters a system call while the world is stopped (runtime/syscall.c: entersyscall, stw.c) on a weak memory.
 * Either it sees gcwaiting and stops its P itself, or the stopper takes it. Who stopped the world sees all that it had written.
 * mutants: NOFENCEENTER NOFENCESTOP RELAXEDENTER */
#define NT 2
#define NV 4
#define MV 4
#include "weak.h"
#define STATUS 0
#define WAITING 1
#define DATA 2
#define NOTE 3
#define Prunning 0
#define Psyscall 1
#define Pgcstop 2
byte stopwait;
bit lock;

active proctype syscall()
{
	WEAK(0);
	byte w, ok;

	store_relaxed(DATA, 1);
#ifdef RELAXEDENTER
	store_relaxed(STATUS, Psyscall);
#else
	store_release(STATUS, Psyscall);
#endif
#ifndef NOFENCEENTER
	fence_sc();
#endif
	load_acquire(WAITING, w);
	if
	:: w ->                                  /* leavestopping */
		atomic { lock == 0 -> lock = 1 };
		if
		:: stopwait > 0 ->
			cas(STATUS, Psyscall, Pgcstop, ok);
			if
			:: ok -> stopwait--; exchange(NOTE, 1, w)
			:: else
			fi
		:: else
		fi;
		lock = 0
	:: else
	fi
	/* and stays in the kernel */
}

active proctype stopTheWorld()
{
	WEAK(1);
	byte ok, d;

	atomic { lock == 0 -> lock = 1 };
	stopwait = 1;
	store_release(WAITING, 1);
#ifndef NOFENCESTOP
	fence_sc();
#endif
	if
	:: skip ->                               /* it runs yet: preemptone, in vain */
	fi;
	cas(STATUS, Psyscall, Pgcstop, ok);
	if
	:: ok -> stopwait--
	:: else
	fi;
	if
	:: stopwait == 0 -> exchange(NOTE, 1, ok)
	:: else
	fi;
	lock = 0;
	weakval[AT(NOTE, weaklast[NOTE])] == 1;  /* notesleep; hangs if nobody stops the P */
	atomic { weaklatest(NOTE, ok) };
	load_relaxed(STATUS, ok);
	assert(ok == Pgcstop);                   /* stopTheWorld: not stopped */
	load_relaxed(DATA, d);
	assert(d == 1)
}
