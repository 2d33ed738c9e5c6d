/* weak_runq.pml - a P's run queue (runtime/sched.c: runqput, runqget, runqsteal) on a weak memory: slots are relaxed, the tail is
 * released by its owner and acquired by thieves, the head moves by compare-and-swap. Every goroutine runs once, and whoever runs it sees
 * what its maker wrote.
 * mutants: RELAXEDTAIL RELAXEDSTEAL LATECOPY */
#define N 2
#define GS 3
#define NT 3
#define NV 5
#define MV 6
#include "weak.h"
#define HEAD 0
#define TAIL 1
#define DATA 2                               /* how many goroutines are ready to run */
#define SLOT 3
byte ran[GS + 1], done;

inline start(g, d)
{
	load_relaxed(DATA, d);
	atomic { assert(g != 0); assert(d >= g); ran[g]++; assert(ran[g] == 1); done++ }
}

active proctype owner()
{
	WEAK(0);
	byte next = 1, h, t, g, d;
	byte ok;

	do
	:: next <= GS ->
		load_acquire(HEAD, h);
		if
		:: t - h < N ->
			store_relaxed(DATA, next);
			store_relaxed(SLOT + t % N, next);
			t++;
#ifdef RELAXEDTAIL
			store_relaxed(TAIL, t);
#else
			store_release(TAIL, t);
#endif
			next++
		:: else -> goto get
		fi
	:: true ->
get:		load_acquire(HEAD, h);
		if
		:: h != t ->
			load_relaxed(SLOT + h % N, g);
			cas(HEAD, h, h + 1, ok);
			if
			:: ok -> start(g, d)
			:: else
			fi;
			g = 0; ok = 0; d = 0
		:: next > GS && h == t -> break
		:: else
		fi
	od
}

active [2] proctype thief()
{
	WEAK(_pid);
	byte h, t, g, d;
	byte ok;

	do
	:: done == GS -> break
	:: else ->
		load_acquire(HEAD, h);
#ifdef RELAXEDSTEAL
		load_relaxed(TAIL, t);
#else
		load_acquire(TAIL, t);
#endif
		if
		:: t > h && t - h <= N ->
#ifdef LATECOPY
			cas(HEAD, h, h + 1, ok);
			load_relaxed(SLOT + h % N, g);
#else
			load_relaxed(SLOT + h % N, g);
			cas(HEAD, h, h + 1, ok);
#endif
			if
			:: ok -> start(g, d)
			:: else
			fi
		:: else
		fi;
		h = 0; t = 0; g = 0; ok = 0; d = 0
	od
}
