/* runq.pml - a P's run queue (runtime/sched.c: runqput, runqget, runqsteal): the owner puts at the tail and takes at the head, thieves
 * copy half and then move the head by compare-and-swap. Stores may become visible out of order (arm64) unless the later one releases:
 * slot and tail are two separate steps, in either order in the mutant. Every goroutine runs exactly once.
 * mutants: NORELEASE PLAINGET LATECOPY */
#define N 2                                  /* slots */
#define GS 4                                 /* goroutines */
byte slot[N], head, tail, ran[GS + 1], done;

inline start(g) { atomic { assert(g != 0); ran[g]++; assert(ran[g] == 1); done++ } }

active proctype owner()
{
	byte next = 1, h, g;

	do
	:: next <= GS ->
		h = head;
		if
		:: tail - h < N ->
#ifdef NORELEASE
			if
			:: slot[tail % N] = next; tail++
			:: tail++; slot[(tail - 1) % N] = next
			fi;
#else
			slot[tail % N] = next; tail++;
#endif
			next++
		:: else -> goto get
		fi
	:: true ->
get:		h = head;
		if
		:: h != tail ->
			g = slot[h % N];
#ifdef PLAINGET
			head = h + 1; start(g)
#else
			if
			:: atomic { head == h -> head = h + 1 }; start(g)
			:: else
			fi
#endif
		:: next > GS && h == tail -> break
		:: else
		fi
	od
}

active [2] proctype thief()
{
	byte h, t, n, g;

	do
	:: done == GS -> break
	:: else ->
		h = head;
		t = tail;
		n = t - h;
		if
		:: n == 0 || n > N                /* nothing, or h and t of different times */
		:: else ->
#ifdef LATECOPY
			if
			:: atomic { head == h -> head = h + 1 }; g = slot[h % N]; start(g)
			:: else
			fi
#else
			g = slot[h % N];
			if
			:: atomic { head == h -> head = h + 1 }; start(g)
			:: else
			fi
#endif
		fi;
		g = 0
	od
}
