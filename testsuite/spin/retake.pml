/* retake.pml - a P in a system call (runtime/syscall.c, sysmon.c, stw.c): its M comes back, sysmon takes it, the world is stopped;
 * compare-and-swap on the status decides, and one of them has the P.
 * mutants: PLAINEXIT PLAINRETAKE */
#define Pidle 0
#define Prunning 1
#define Psyscall 2
#define Pgcstop 3
byte status = Psyscall, owners;

inline cas(old, new, ok) { atomic { if :: status == old -> status = new; ok = 1 :: else -> ok = 0 fi } }

active proctype exitsyscall()
{
	bit ok;

#ifdef PLAINEXIT
	if
	:: status == Psyscall -> ok = 1; status = Prunning
	:: else
	fi;
#else
	cas(Psyscall, Prunning, ok);
#endif
	if
	:: ok -> owners++; assert(owners == 1); assert(status == Prunning); owners--
	:: else                                  /* exitsyscall0: waits in the queue for another P */
	fi
}

active proctype sysmon()
{
	bit ok;

#ifdef PLAINRETAKE
	if
	:: status == Psyscall -> ok = 1; status = Pidle
	:: else
	fi;
#else
	cas(Psyscall, Pidle, ok);
#endif
	if
	:: ok -> owners++; assert(owners == 1); assert(status == Pidle); owners--   /* handoffp */
	:: else
	fi
}

active proctype stopTheWorld()
{
	bit ok;

	cas(Psyscall, Pgcstop, ok);
	if
	:: ok -> owners++; assert(owners == 1); assert(status == Pgcstop); owners--
	:: else
	fi
}
