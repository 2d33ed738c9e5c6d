/* note.pml - notesleep and notewakeup (runtime/mthread.c): a thread sleeps on a futex until another sets the key, once.
 * mutants: NORECHECK NOWAKE */
byte key, asleep;
bool woken;

/* The kernel: looks at the key and sleeps in one step; the mutant sleeps whatever the key is. */
inline futexsleep(val)
{
	atomic {
		if
#ifdef NORECHECK
		:: true -> asleep = 1
#else
		:: key == val -> asleep = 1
		:: else
#endif
		fi
	}
	/* until woken; a signal may wake it, too */
	if
	:: asleep == 0
	:: atomic { asleep == 1 && !woken -> asleep = 0; woken = true }        /* a signal, at most once here */
	fi
}

active proctype sleeper()
{
	do
	:: key == 0 -> futexsleep(0)
	:: else -> break
	od
	assert(key == 1)
}

active proctype waker()
{
	byte old;

	atomic { old = key; key = 1 }
	if
#ifndef NOWAKE
	:: old == 0 -> asleep = 0
#endif
	:: else
	fi
}

/* another sleeps through: it must not hang, which is an invalid end state */
