/* writebarrier.c - pass writebarrier: writes of pointers that the collector must hear of become StoreWB, MoveWB, ZeroWB, MemmoveWB,
 * which codegen makes into a test of the barrier flag and, while the collector marks, a call that shades what the slot holds.
 *
 * The collector marks what could be reached when marking began (Yuasa's barrier: runtime/README.md), so only what is
 * overwritten matters, never what is written. No barrier, therefore,
 * - on the frame: stacks are scanned as they were when marking began,
 * - in variables of the package by their own address: they are scanned before the program goes on,
 * - for the first write to a word of memory made in the same block, while nobody else can have written there: it holds nil. */
#include "ssa/ssa.h"

enum { MAXFRESH = 16 };
typedef struct Fresh { Value *v; uint64_t written; bool shared; } Fresh;     /* bit i: word i was written; shared: others may know it */
static Fresh fresh[MAXFRESH];
static int nfresh;

static bool
is_address(SsaOp op)
{
	return op == OpOffPtr || op == OpConvNop || op == OpNilCheck || op == OpCopy;
}

/* The value that p is an offset into; *off: by how much, -1 when it varies. */
static Value *
base_of(Value *p, int64_t *off)
{
	*off = 0;
	for (;; p = p->args[0]) {
		if (p->op == OpOffPtr && *off >= 0)
			*off += p->auxint;
		else if (p->op == OpPtrIndex || p->op == OpSlicePtr)
			*off = -1;
		else if (!is_address((SsaOp)p->op))
			return p;
	}
}

static bool
needs_none(Value *base)
{
	switch (base->op) {
	case OpLocal: case OpResultAddr: case OpAddr: return true;
	case OpNew: case OpNewClosure: case OpMakeSlice: return base->stack || (base->op != OpNew && base->auxint);
	default: return false;
	}
}

static Fresh *
fresh_of(Value *v)
{
	for (int i = 0; i < nfresh; i++)
		if (fresh[i].v == v)
			return &fresh[i];
	return NULL;
}

/* True when the words [off, off+size) of new memory are still nil; they are written now. */
static bool
first_write(Value *base, int64_t off, int64_t size)
{
	Fresh *f = fresh_of(base);
	uint64_t mask;
	if (!f || off < 0 || off + size > 64 * 8 || size <= 0)
		return false;
	mask = size > 63 * 8 ? ~0ull : ((1ull << ((off + size + 7) / 8 - off / 8)) - 1) << off / 8;
	if (f->written & mask)
		return false;
	f->written |= mask;
	return true;
}

static void
forget(Fresh *f)
{
	*f = fresh[--nfresh];
}

/* Somebody else may write to what is shared; an address with a varying offset may be any word. */
static void
forget_shared(void)
{
	for (int i = nfresh - 1; i >= 0; i--)
		if (fresh[i].shared)
			forget(&fresh[i]);
}

static void
share(Value *p)
{
	int64_t off;
	Fresh *f = p ? fresh_of(base_of(p, &off)) : NULL;
	if (f)
		f->shared = true;
}

static void
write_to(Value *v, Type *t, SsaOp with)
{
	int64_t off;
	Value *base = base_of(v->args[0], &off);
	bool nil = first_write(base, off, type_size(t));
	Fresh *f = fresh_of(base);
	if (type_has_pointers(t) && !nil && !needs_none(base))
		v->op = with;
	if (f && !nil)
		forget(f);
	else if (!f)
		forget_shared();
}

static void
visit(Value *v)
{
	switch (v->op) {
	case OpStore: share(v->args[1]); write_to(v, v->args[1]->type, OpStoreWB); return;
	case OpMove: write_to(v, v->auxtype, OpMoveWB); return;
	case OpZero: write_to(v, v->auxtype, OpZeroWB); return;
	case OpNew:
		if (!v->stack && nfresh < MAXFRESH)
			fresh[nfresh++] = (Fresh){ v, 0, false };
		return;
	case OpLoad: case OpDbgValue: case OpVarAddr: return;
	}
	if (is_address((SsaOp)v->op))
		return;
	for (int i = 0; i < v->nargs; i++)
		share(v->args[i]);
	if (v->op == OpMemmove) {
		int64_t off;
		if (type_has_pointers(v->auxtype) && !needs_none(base_of(v->args[0], &off)))
			v->op = OpMemmoveWB;
	}
	if (op_info[v->op].effect)
		forget_shared();
}

void
writebarrier(Func *f)
{
	for (int i = 0; i < f->blocks.n; i++) {
		nfresh = 0;
		for (int j = 0; j < f->blocks.v[i]->values.n; j++)
			visit(f->blocks.v[i]->values.v[j]);
	}
}
