/* deadcode.c - pass deadcode: constant branches, unreachable blocks, copies, unused values; and, with optimisation, straight-line
 * blocks merged. Runs at every level: a call in a branch that is constantly false must not need a body.
 *
 * On exit every block is reachable, there is no Copy, and every value without effect is used. */
#include "ssa/ssa.h"

void
value_reset(Value *v, SsaOp op)
{
	v->op = (uint16_t)op;
	v->nargs = 0;
	v->auxint = 0;
	v->aux = NULL;
	v->aux2 = NULL;
	v->stack = v->bounded = false;
}

void
value_to_copy(Value *v, Value *of)
{
	value_reset(v, OpCopy);
	value_addarg(v, of);
}

/* v becomes the integer or bool constant i of its own type. */
void
value_to_const(Value *v, int64_t i)
{
	value_reset(v, const_op(v->type));
	if (v->op != OpConstNil)
		v->auxint = v->op == OpConstBool ? i != 0 : const_norm(i, type_size(v->type));
}

Value *
skip_copies(Value *v)
{
	while (v->op == OpCopy && v->args[0] != v)
		v = v->args[0];
	return v;
}

/* A phi whose arguments are all one value (or itself) is that value. */
static bool
trivial_phi(Value *v)
{
	Value *same = NULL;
	for (int i = 0; i < v->nargs; i++) {
		Value *a = skip_copies(v->args[i]);
		if (a == v || a == same)
			continue;
		if (same)
			return false;
		same = a;
	}
	if (!same)
		return false;
	value_to_copy(v, same);
	return true;
}

static void
forward_copies(Func *f)
{
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			for (int k = 0; k < v->nargs; k++)
				v->args[k] = skip_copies(v->args[k]);
			if (op_info[v->op].aux == 'C' && v->call->result_addr)
				v->call->result_addr = skip_copies(v->call->result_addr);
		}
		if (b->control)
			b->control = skip_copies(b->control);
		for (int j = 0; j < b->rets.n; j++)
			b->rets.v[j] = skip_copies(b->rets.v[j]);
	}
}

void
copyelim(Func *f)
{
	for (bool again = true; again;) {
		again = false;
		for (int i = 0; i < f->blocks.n; i++) {
			Block *b = f->blocks.v[i];
			for (int j = 0; j < b->values.n && (b->values.v[j]->op == OpPhi || b->values.v[j]->op == OpCopy); j++)
				if (b->values.v[j]->op == OpPhi && trivial_phi(b->values.v[j]))
					again = true;
		}
	}
	forward_copies(f);
	for (int i = 0; i < f->blocks.n; i++) {      /* phis that became copies stand among phis: drop them now */
		Block *b = f->blocks.v[i];
		int n = 0;
		for (int j = 0; j < b->values.n; j++)
			if (b->values.v[j]->op != OpCopy)
				b->values.v[n++] = b->values.v[j];
		b->values.n = n;
	}
}

/* constant branches */

static void
keep_only_succ(Block *b, int keep)
{
	for (int i = b->succs.n - 1; i >= 0; i--)
		if (i != keep)
			block_remove_succ(b, i);
	b->kind = BLOCK_PLAIN;
	b->control = NULL;
	b->likely = 0;
	b->cases.n = 0;
}

static int
chosen_case(Block *b, int64_t c)
{
	for (int i = 0; i < b->cases.n; i++)
		if (b->cases.v[i] == c)
			return i + 1;
	return 0;
}

static void
flip_if(Block *b)
{
	Block *t = b->succs.v[0];
	b->succs.v[0] = b->succs.v[1];
	b->succs.v[1] = t;
	b->likely = (int8_t)-b->likely;
}

static void
fold_branch(Block *b)
{
	if (!b->control)
		return;
	Value *c = skip_copies(b->control);
	while (b->kind == BLOCK_IF && c->op == OpNot && b->succs.v[0] != b->succs.v[1]) {
		c = skip_copies(c->args[0]);
		flip_if(b);
	}
	b->control = c;
	if (b->kind == BLOCK_IF && c->op == OpConstBool)
		keep_only_succ(b, c->auxint ? 0 : 1);
	else if (b->kind == BLOCK_SWITCH && c->op >= OpConst8 && c->op <= OpConst64)
		keep_only_succ(b, chosen_case(b, c->auxint));
}

/* blocks */

static bool
drop_unreachable(Func *f)
{
	compute_rpo(f);
	if (f->nrpo == f->blocks.n)
		return false;
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		if (b->rpo >= 0)
			continue;
		b->rpo = -1;
		for (int j = b->succs.n - 1; j >= 0; j--)
			block_remove_succ(b, j);
	}
	int n = 0;
	for (int i = 0; i < f->blocks.n; i++)
		if (f->blocks.v[i]->rpo >= 0)
			f->blocks.v[n++] = f->blocks.v[i];
	f->blocks.n = n;
	func_changed(f);
	return true;
}

/* b takes over its only successor, whose only predecessor it is. */
static void
absorb(Func *f, Block *b, Block *s)
{
	for (int i = 0; i < s->values.n; i++) {
		Value *v = s->values.v[i];
		if (v->op == OpPhi)
			value_to_copy(v, v->args[0]);
		v->block = b;
		vec_push(f->arena, &b->values, v);
	}
	b->kind = s->kind;
	b->control = s->control;
	b->likely = s->likely;
	b->pos = s->pos;
	b->succs.n = 0;
	for (int i = 0; i < s->succs.n; i++) {
		Block *t = s->succs.v[i];
		vec_push(f->arena, &b->succs, t);
		for (int j = 0; j < t->preds.n; j++)
			if (t->preds.v[j] == s)
				t->preds.v[j] = b;
	}
	b->rets.n = b->cases.n = 0;
	for (int i = 0; i < s->rets.n; i++)
		vec_push(f->arena, &b->rets, s->rets.v[i]);
	for (int i = 0; i < s->cases.n; i++)
		vec_push(f->arena, &b->cases, s->cases.v[i]);
	s->dead = true;
}

static void
merge_blocks(Func *f)
{
	for (int i = 0; i < f->blocks.n; i++)
		f->blocks.v[i]->dead = false;
	bool any = false;
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		if (b->dead)
			continue;
		while (b->kind == BLOCK_PLAIN && b->succs.v[0]->preds.n == 1 && b->succs.v[0] != b && b->succs.v[0] != f->entry) {
			absorb(f, b, b->succs.v[0]);
			any = true;
		}
	}
	if (!any)
		return;
	int n = 0;
	for (int i = 0; i < f->blocks.n; i++)
		if (!f->blocks.v[i]->dead)
			f->blocks.v[n++] = f->blocks.v[i];
	f->blocks.n = n;
	func_changed(f);
}

/* values */

static bool
const_length(Value *v)
{
	return v->op == OpConst64 && v->auxint >= 0;
}

/* May v go when nothing uses it? */
bool
removable(Value *v)
{
	switch (v->op) {
	case OpNew: case OpNewClosure: return true;
	case OpMakeSlice: return const_length(v->args[0]) && const_length(v->args[1]) && v->args[0]->auxint <= v->args[1]->auxint &&
		v->args[1]->auxint < (1 << 20);
	case OpBoundsCheck: case OpNilCheck: return v->bounded;
	case OpDbgValue: return !ssa_conf.no_opt;
	case OpVarAddr: return !ssa_conf.no_opt;
	}
	OpInfo *o = &op_info[v->op];
	return !o->effect && !o->panics;
}

static void
mark(ValueVec *work, Value *v)
{
	if (v->uses)
		return;
	v->uses = 1;
	vec_push(scratch, work, v);
}

static void
mark_live(Func *f)
{
	ValueVec work = {0};
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		for (int j = 0; j < b->values.n; j++)
			b->values.v[j]->uses = 0;
	}
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		for (int j = 0; j < b->values.n; j++)
			if (!removable(b->values.v[j]))
				mark(&work, b->values.v[j]);
		if (b->control)
			mark(&work, b->control);
		for (int j = 0; j < b->rets.n; j++)
			mark(&work, b->rets.v[j]);
	}
	while (work.n) {
		Value *v = work.v[--work.n];
		for (int k = 0; k < v->nargs; k++)
			mark(&work, v->args[k]);
		if (op_info[v->op].aux == 'C' && v->call->result_addr)
			mark(&work, v->call->result_addr);
	}
}

static bool
debug_of_live(Value *v)
{
	return (v->op == OpDbgValue || v->op == OpVarAddr) && v->args[0]->uses;
}

static void
drop_unused(Func *f)
{
	mark_live(f);
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		int n = 0;
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			if (v->uses || debug_of_live(v))
				b->values.v[n++] = v;
			else
				v->dead = true;
		}
		b->values.n = n;
	}
}

void
deadcode(Func *f)
{
	do {
		copyelim(f);
		for (int i = 0; i < f->blocks.n; i++)
			fold_branch(f->blocks.v[i]);
	} while (drop_unreachable(f));
	if (!ssa_conf.no_opt)
		merge_blocks(f);
	copyelim(f);
	drop_unused(f);
}
