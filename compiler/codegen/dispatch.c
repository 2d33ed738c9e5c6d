/* dispatch.c - which conditions stay jumps in a loop that dispatches, like an interpreter's.
 *
 *	for { switch code[pc].op { ... case jumpZero: if s[sp] == 0 { pc = in.arg } ... } }
 *
 * A processor predicts the switch's jump from the jumps before it, so it need not wait for pc. LLVM would turn the `if` into a
 * conditional move, after which every later instruction of the interpreted program waits for the data of the condition. An if that
 * is told likely (more than 99 in 100) is left alone. */
#include "codegen/cg.h"

enum { MIN_CASES = 4 };

/* Marks the phis that a switch's operand is computed from through a load. seen: 1, and 2 when there was a load on the way. */
static void
mark(Value *v, uint8_t *seen, bool *steers)
{
	ValueVec work = { 0 };
	vec_push(cg.fn->arena, &work, v);
	while (work.n > 0) {
		v = work.v[--work.n];
		bool loaded = seen[v->id] & 2;
		if (loaded && v->op == OpPhi)
			steers[v->id] = true;
		if (!op_info[v->op].pure && !op_info[v->op].reads && v->op != OpPhi)
			continue;
		loaded |= v->op == OpLoad;
		for (int i = 0; i < v->nargs; i++) {
			int s = seen[v->args[i]->id], t = s | 1 | (loaded ? 2 : 0);
			if (s == t)
				continue;
			seen[v->args[i]->id] = (uint8_t)t;
			vec_push(cg.fn->arena, &work, v->args[i]);
		}
	}
}

/* By value id: phis that choose what a switch will look at; NULL when there are none. */
bool *
dispatch_phis(Func *f)
{
	bool *steers = NULL;
	uint8_t *seen = NULL;
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		if (b->kind != BLOCK_SWITCH || b->cases.n < MIN_CASES)
			continue;
		if (!steers) {
			steers = NEWN(f->arena, bool, f->nvalues + 1);
			seen = NEWN(f->arena, uint8_t, f->nvalues + 1);
		}
		seen[b->control->id] |= 1;
		mark(b->control, seen, steers);
	}
	return steers;
}

static int
pred_index(Block *to, Block *from)
{
	for (int i = 0; i < to->preds.n; i++)
		if (to->preds.v[i] == from)
			return i;
	return -1;
}

/* Could it be executed whatever the condition is? */
static bool
only_computes(Block *b)
{
	for (int i = 0; i < b->values.n; i++)
		if (!op_info[b->values.v[i]->op].pure)
			return false;
	return b->kind == BLOCK_PLAIN && b->preds.n == 1;
}

/* For an if that does nothing but choose between values of such a phi: 1 when the way past the block that LLVM would speculate is
 * succs[0], -1 when it is succs[1]; else 0. */
int
dispatch_choice(Block *b, const bool *steers)
{
	for (int i = 0; steers && i < 2; i++) {
		Block *then = b->succs.v[i], *join = b->succs.v[1 - i];
		if (only_computes(join) && only_computes(then))
			join = join->succs.v[0];
		if (!only_computes(then) || then->succs.v[0] != join)
			continue;
		int p = pred_index(join, then), q = pred_index(join, b->succs.v[1 - i] == join ? b : b->succs.v[1 - i]);
		for (int k = 0; k < join->values.n && join->values.v[k]->op == OpPhi; k++) {
			Value *phi = join->values.v[k];
			if (steers[phi->id] && phi->args[p] != phi->args[q])
				return i ? 1 : -1;
		}
	}
	return 0;
}
