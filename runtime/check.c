/* check.c - that C, assembly and generated code agree, seen at compile time and once at every start. */
#include "runtime.h"
#include "asm.h"

#define SAME(type, field, off) _Static_assert(offsetof(type, field) == (off), #type "." #field)
SAME(G, stack_lo, G_STACK_LO); SAME(G, stack_hi, G_STACK_HI); SAME(G, stackguard, G_STACKGUARD);
SAME(G, critical, G_CRITICAL); SAME(G, wbenabled, G_WBENABLED); SAME(G, m, G_M);
SAME(G, sched_sp, G_SCHED_SP); SAME(G, sched_pc, G_SCHED_PC); SAME(G, sched_bp, G_SCHED_BP);
SAME(G, defer, G_DEFER); SAME(G, panic, G_PANIC); SAME(G, segment, G_SEGMENT); SAME(G, try, G_TRY); SAME(G, fn, G_FN);
SAME(G, resumeseg, G_RESUMESEG);
SAME(M, g0, M_G0); SAME(M, curg, M_CURG); SAME(M, gsignal, M_GSIGNAL); SAME(M, tls, M_TLS);
SAME(Segment, prev, SEG_PREV); SAME(Segment, next, SEG_NEXT); SAME(Segment, lo, SEG_LO); SAME(Segment, oldsp, SEG_OLDSP);
SAME(TryRec, sp, TRY_SP); SAME(TryRec, regs, TRY_REGS); SAME(TryRec, defers, TRY_DEFERS); SAME(TryRec, segment, TRY_SEGMENT);
SAME(Itab, type, ITAB_TYPE_OFF); SAME(Itab, hash, ITAB_HASH_OFF); SAME(Itab, fun, ITAB_FUN_OFF);
_Static_assert(sizeof(Segment) % 16 == 0, "segment headers keep the stack aligned");
_Static_assert(sizeof(MapIter) == 128, "MapIter");

static u32
float_bits(float f)
{
	u32 u;

	__builtin_memcpy(&u, &f, 4);
	return u;
}

/* Sizes that were computed by another compiler than the one whose output runs; as in Go, "bad ..." is a throw. */
void
check(void)
{
	volatile float nan = 0;
	volatile u64 one = 1;

	bt("check");
	nan = nan / nan;
	if (sizeof(void *) != 8 || sizeof(i64) != 8 || sizeof(i32) != 4)
		throw("bad integer size");
	if (nan == nan || !(nan != nan))
		throw("bad float comparison");
	if (float_bits(1.5f) != 0x3fc00000)
		throw("bad float format");
	if (__atomic_fetch_add((u64 *)&one, 1, __ATOMIC_SEQ_CST) != 1 || one != 2)
		throw("bad atomic add");
	if (getg() != &runtime_g0 || getg()->m != &runtime_m0 || runtime_m0.g0 != &runtime_g0)
		throw("bad g0");
	bt_end();
}
