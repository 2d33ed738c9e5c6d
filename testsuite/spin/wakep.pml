/* wakep.pml - who makes a goroutine runnable, and who stops looking for one (runtime/sched.c: sched_ready, wakep, waitwork).
 * Every thread has a store buffer (TSO): its plain stores reach memory later, its own loads see them at once; read-modify-writes and
 * fences empty it first. What must not be: the goroutine is in the queue, and all sleep.
 * mutants: PLAINPUT PLAINSTOP NORECHECK */
#define READY 0
#define WAKER 1
bit runq, spinning = 1, sleeping, note;      /* memory */
bit bufset[2], bufval[2];                    /* one pending store each: of runq by READY, of spinning by WAKER */

inline drain(who)
{
	atomic {
		if
		:: bufset[who] && who == READY -> runq = bufval[who]; bufset[who] = 0
		:: bufset[who] && who == WAKER -> spinning = bufval[who]; bufset[who] = 0
		:: else
		fi
	}
}

/* The memory system empties buffers when it likes. */
active proctype memory()
{
end:	do
	:: bufset[READY] -> drain(READY)
	:: bufset[WAKER] -> drain(WAKER)
	od
}

active proctype ready()
{
#ifdef PLAINPUT
	atomic { bufset[READY] = 1; bufval[READY] = 1 }
#else
	atomic { drain(READY); runq = 1 }        /* axchg of runnext */
#endif
	/* wakep: is somebody idle, and nobody looking? */
	if
	:: spinning == 0 -> note = 1             /* startm */
	:: else
	fi
	drain(READY)
}

active proctype worker()
{
	bit seen;

	/* found nothing; stops spinning */
#ifdef PLAINSTOP
	atomic { bufset[WAKER] = 1; bufval[WAKER] = 0 }
#else
	atomic { drain(WAKER); spinning = 0 }    /* aadd, fence */
#endif
#ifndef NORECHECK
	seen = runq;
	if
	:: seen -> goto found
	:: else
	fi;
#endif
	drain(WAKER);
	sleeping = 1;
	note == 1;                               /* stopm; hangs if the wake-up is lost */
	sleeping = 0;
found:	runq == 1
}
