/* gccheck.c - GODEBUG=gccheckmark=1: when marking has ended, the world stopped, everything is marked once more, into bits beside the
 * heap, and what a typed word of the heap refers to must have been marked before. Words that only may be pointers (stacks, roots,
 * the runtime's own objects) lead on to what is marked and prove nothing. */
#include "malloc.h"

bool gc_checking, gc_strict;
uintptr gc_parent;                                   /* the object that is being scanned */
static u64 *shadow;                                  /* a bit for each 8 bytes of the heap */
static u64 shadowsize;

static COLD void NORETURN
missed(uintptr obj, MSpan *s)
{
	runtime_printlock();
	prints("runtime: marking missed object ");
	runtime_printhex(obj);
	prints(" of ");
	runtime_printint(s->elemsize);
	prints(" bytes, found in ");
	runtime_printhex(gc_parent);
	runtime_printnl();
	for (u64 i = 0; i < 8; i++) {
		runtime_printhex(((u64 *)gc_parent)[i]);
		prints(i < 7 ? " " : "\n");
	}
	throw("gccheckmark: a reachable object is not marked");
}

/* Object i of s was found. True: for the first time, and it is to be scanned. */
COLD bool
gc_check(GcWork *w, MSpan *s, u64 i)
{
	uintptr p = s->base + i * s->elemsize;
	u64 n = (p - heap.start) / 8;

	NOSPLIT();
	if (!bit(s->marks, i)) {
		if (gc_strict)
			missed(p, s);
		return false;
	}
	if (bit(shadow, n))
		return false;
	setbit(shadow, n);
	return true;
}

/* On g0, the world stopped, marking done. */
COLD void
gc_checkmarks(void)
{
	NOSPLIT();
	shadowsize = ROUNDUP((heap.used - heap.start) / 64 + 8, 4096);
	shadow = sysmmap(0, shadowsize, 3, 0x4022);
	if (!shadow)
		heap_oom();
	gc_checking = gc_strict = true;
	gc_markroots();
	gc_markall();
	gc_checking = gc_strict = false;
	munmap(shadow, shadowsize);
}
