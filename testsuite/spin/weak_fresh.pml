/* weak_fresh.pml - an object allocated while the collector marks (runtime/malloc.c: publish) on a weak memory: whoever finds a plainly
 * stored pointer to it sees its span and its mark bit. The address of both depends on the pointer, which orders the reads.
 * mutants: NOPUBLISH */
#define NT 2
#define NV 3
#define MV 3
#include "weak.h"
#define SPAN 0
#define MARK 1
#define SLOT 2

active proctype program()
{
	WEAK(0);
	byte m;

	store_relaxed(SPAN, 1);
	exchange(MARK, 1, m);                    /* markblack: an atomic or */
#ifndef NOPUBLISH
	fence_release();
#endif
	store_relaxed(SLOT, 1)
}

active proctype collector()
{
	WEAK(1);
	byte p, s, m;

	load_acquire(SLOT, p);                   /* relaxed, and a dependency */
	if
	:: p ->
		load_relaxed(SPAN, s);
		assert(s == 1);
		load_relaxed(MARK, m);
		assert(m == 1)
	:: else
	fi
}
