/* lower.c - pass lower: the last forms before LLVM IR. Loads and stores take their constant offset along, blocks come in reverse
 * postorder with those that end in a panic last, and what only debuggers want goes unless it is -N. There are no per-machine ops:
 * instruction selection is LLVM's, see the phases "LLVM IR" and "asm" in ssa.html. */
#include "ssa/ssa.h"

static void
fold_offset(Value *v)
{
	Value *p = v->args[0];
	if (p->op != OpOffPtr)
		return;
	int64_t off = p->auxint;
	if (v->op == OpLoad)
		v->op = OpLoadOff;
	else
		v->op = OpStoreOff;
	v->args[0] = p->args[0];
	v->auxint = off;
}

/* Hot blocks first, in reverse postorder; panics behind. */
static void
layout(Func *f)
{
	compute_rpo(f);
	Block **order = NEWN(scratch, Block *, f->nrpo + 1);
	int n = 0;
	for (int cold = 0; cold < 2; cold++)
		for (int i = 0; i < f->nrpo; i++)
			if ((i > 0 && f->rpo[i]->kind == BLOCK_EXIT) == (cold == 1))
				order[n++] = f->rpo[i];
	memcpy(f->blocks.v, order, sizeof(Block *) * (size_t)n);
	f->blocks.n = n;
}

void
lower(Func *f)
{
	for (int i = 0; i < f->blocks.n; i++) {
		for (int j = 0; j < f->blocks.v[i]->values.n; j++) {
			Value *v = f->blocks.v[i]->values.v[j];
			if (v->op == OpLoad || v->op == OpStore)
				fold_offset(v);
		}
	}
	layout(f);
	deadcode(f);
}
