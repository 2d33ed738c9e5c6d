/* nilcheck.c - pass nilcheck: a NilCheck goes when the pointer cannot be nil: it is an address, a dominating NilCheck has passed, or a
 * dominating branch compared it with nil. */
#include "ssa/ssa.h"

enum { MAX_FACTS = 12 };                     /* a pointer checked in many unrelated branches is not searched longer than this */

typedef struct Fact { Block *b; struct Fact *next; } Fact;
typedef struct Nil { Func *f; Fact **facts; } Nil;

static Value *
pointer_of(Value *v)
{
	while (v->op == OpNilCheck || v->op == OpCopy || v->op == OpConvNop)
		v = v->args[0];
	return v;
}

static bool
cannot_be_nil(Value *v)
{
	switch (v->op) {
	case OpAddr: case OpFuncAddr: case OpTypeAddr: case OpItabAddr: case OpLocal: case OpNew: case OpNewClosure: case OpResultAddr:
	case OpClosure: case OpPtrIndex:
		return true;
	case OpOffPtr: return v->args[0]->op == OpNilCheck || cannot_be_nil(pointer_of(v->args[0]));
	case OpSlicePtr: return v->args[0]->op == OpMakeSlice;
	}
	return false;
}

static bool
all_args_good(Value *v)
{
	if (v->op != OpPhi)
		return false;
	for (int k = 0; k < v->nargs; k++)
		if (v->args[k]->op != OpNilCheck && !cannot_be_nil(pointer_of(v->args[k])))
			return false;
	return true;
}

static void
learn(Nil *n, Value *p, Block *b)
{
	Fact *x = NEW(scratch, Fact);
	*x = (Fact){ b, n->facts[p->id] };
	n->facts[p->id] = x;
}

static bool
known(Nil *n, Value *p, Block *b)
{
	if (cannot_be_nil(p) || all_args_good(p))
		return true;
	int k = 0;
	for (Fact *x = n->facts[p->id]; x && k < MAX_FACTS; x = x->next, k++)
		if (dominates(x->b, b))
			return true;
	return false;
}

/* What the branch into b, when there is only that one, says. */
static void
learn_branch(Nil *n, Block *b)
{
	if (b->preds.n != 1 || b->preds.v[0]->kind != BLOCK_IF)
		return;
	Block *p = b->preds.v[0];
	Value *c = p->control;
	if (p->succs.v[0] == p->succs.v[1] || (c->op != OpEqPtr && c->op != OpNeqPtr) || c->args[1]->op != OpConstNil)
		return;
	if ((c->op == OpNeqPtr) == (p->succs.v[0] == b))
		learn(n, pointer_of(c->args[0]), b);
}

void
nilcheck(Func *f)
{
	Nil n = { f, NEWN(scratch, Fact *, f->nvalues + 1) };
	dominators(f);
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		learn_branch(&n, b);
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			if (v->op != OpNilCheck)
				continue;
			Value *p = pointer_of(v->args[0]);
			if (known(&n, p, b))
				value_to_copy(v, v->args[0]);
			else
				learn(&n, p, b);
		}
	}
	copyelim(f);
}
