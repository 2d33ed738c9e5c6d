/* park.pml - gopark and goready on a channel (runtime/chan.c, sched.c): a goroutine queues itself under the lock and parks; the lock
 * is opened by the scheduler's stack once it is Gwaiting. Whoever takes it off the queue must find it so, and its stack left.
 * mutants: EARLYUNLOCK NOLOCK */
#define Grunning 1
#define Gwaiting 2
#define Grunnable 3
byte status = Grunning;
bit lock, queued, onstack = 1, value;

inline acquire() { atomic { lock == 0 -> lock = 1 } }
inline release() { lock = 0 }

active proctype receiver()
{
#ifndef NOLOCK
	acquire();
#endif
	if
	:: value -> release(); goto done
	:: else
	fi;
	queued = 1;
#ifdef EARLYUNLOCK
	release();
#endif
	onstack = 0;                             /* mcall: g0's stack now */
	status = Gwaiting;
#ifndef EARLYUNLOCK
	release();
#endif
	status == Grunnable;                     /* until execute */
	status = Grunning;
	onstack = 1;
	assert(value);
done:	skip
}

active proctype sender()
{
	acquire();
	value = 1;
	if
	:: queued -> queued = 0; release();
		assert(status == Gwaiting && !onstack);      /* goready: bad g status */
		status = Grunnable
	:: else -> release()
	fi
}
