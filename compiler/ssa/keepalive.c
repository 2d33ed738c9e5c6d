/* keepalive.c - pass keepalive: objects stay alive as long as they are indexed.
 *
 * The collector finds an object by any pointer into it, but LLVM may keep only a pointer that lies outside: a loop over a[i-1] may
 * count a-8 up, and of two accesses a[i-1], a[i-2] what is left between them may be a+8*i. So a KeepAlive of the base, which costs a
 * register at most, goes
 * - to where a loop is left, for what is defined outside of it and indexed inside,
 * - behind the last indexed access of a block that lies in no loop, or in one that calls (others might be vectorized). */
#include "ssa/ssa.h"

static Value *
indexed_base(Value *v)
{
	if (v->op != OpPtrIndex || v->args[1]->op == OpConst64)
		return NULL;
	for (v = v->args[0];; v = v->args[0]) {
		switch (v->op) {
		case OpOffPtr: case OpConvNop: case OpNilCheck: case OpCopy: case OpPtrIndex: case OpSlicePtr: case OpStringPtr: continue;
		case OpLocal: case OpAddr: case OpResultAddr: case OpConstNil: case OpConstString: return NULL;
		case OpNew: case OpMakeSlice: return v->stack ? NULL : v;
		default: return v;
		}
	}
}

static bool
calls(Block *b)
{
	for (int i = 0; i < b->values.n; i++) {
		SsaOp op = (SsaOp)b->values.v[i]->op;
		if (op == OpStaticCall || op == OpClosureCall || op == OpInterCall || op == OpRTCall || op == OpNew || op == OpMakeSlice)
			return true;
	}
	return false;
}

static bool
kept_at(Block *b, int at, Value *base)
{
	for (int i = at; i < b->values.n; i++)
		if (b->values.v[i]->op == OpKeepAlive && b->values.v[i]->args[0] == base)
			return true;
	return false;
}

static void
keep(Block *b, int at, Value *base)
{
	Value *k = value_make(b->func, OpKeepAlive, NULL, base->pos);
	value_addarg(k, base);
	if (at < b->values.n) {
		value_insert_before(b->values.v[at], k);
	} else {
		k->block = b;
		vec_push(b->func->arena, &b->values, k);
	}
}

static void
keep_after_loop(Loop *l, Value *base)
{
	for (int i = 0; i < l->blocks.n; i++) {
		Block *b = l->blocks.v[i];
		for (int j = 0; j < b->succs.n; j++) {
			Block *s = b->succs.v[j];
			int at = 0;
			if (in_loop(s, l) || s->kind == BLOCK_EXIT || !dominates(base->block, s))
				continue;
			while (at < s->values.n && s->values.v[at]->op == OpPhi)
				at++;
			if (base->block == s || kept_at(s, at, base))
				continue;
			keep(s, at, base);
		}
	}
}

static void
keep_in_block(Block *b)
{
	Value *done[8];
	int ndone = 0;
	for (int i = b->values.n - 1; i >= 0 && ndone < 8; i--) {
		Value *v = b->values.v[i], *p, *base;
		bool old = false;
		if ((v->op != OpLoad && v->op != OpStore && v->op != OpStoreWB) || !v->args[0] || (p = v->args[0])->op != OpPtrIndex)
			continue;
		base = indexed_base(p);
		for (int k = 0; k < ndone; k++)
			old |= done[k] == base;
		if (!base || old)
			continue;
		done[ndone++] = base;
		keep(b, i + 1, base);
	}
}

void
keepalive(Func *f)
{
	bool any = false;
	dominators(f);
	loops(f);
	for (int i = 0; i < f->nrpo; i++)
		f->rpo[i]->visited = calls(f->rpo[i]);
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		any |= b->visited || b->loop;
		for (Loop *l = b->loop; l; l = l->outer)
			l->header->visited |= b->visited;
		for (int j = 0; b->loop && j < b->values.n; j++) {
			Value *base = indexed_base(b->values.v[j]);
			for (Loop *l = b->loop; base && l && !in_loop(base->block, l); l = l->outer)
				keep_after_loop(l, base);
		}
	}
	for (int i = 0; any && i < f->nrpo; i++)
		if (!f->rpo[i]->loop || f->rpo[i]->loop->header->visited)
			keep_in_block(f->rpo[i]);
}
