/* prove.c - pass prove: bounds checks that cannot fail go, comparisons with one outcome become constants.
 *
 * One walk down the dominator tree. Entering a block adds what the branch into it says, and what loop counters do; a bounds check that
 * passed, a slice that was made add facts behind them; leaving a subtree forgets them. prove_le.c answers questions.
 *
 * Facts are about values, not variables: a value does not change between its definition and any place that its definition
 * dominates, so a fact needs no place of its own beside the block that taught it. */
#include "ssa/prove.h"
#define ABI_NUMBERS
#include "runtime/abi/abi.h"

static const Term zero = { 0, 0 };

/* x < y, x <= y and so on, when c holds or does not */

typedef struct Cmp { Value *x, *y; bool strict, is_unsigned, eq, neq; } Cmp;

static bool
decode(Value *c, Cmp *r)
{
	*r = (Cmp){ 0 };
	if (!op_width(c->op) || c->nargs != 2)
		return false;
	r->x = c->args[0];
	r->y = c->args[1];
	switch (op_base(c->op)) {
	case OpLess8: r->strict = true; return true;
	case OpLeq8: return true;
	case OpLess8u: r->strict = r->is_unsigned = true; return true;
	case OpLeq8u: r->is_unsigned = true; return true;
	case OpEq8: r->eq = true; return true;
	case OpNeq8: r->neq = true; return true;
	default: return false;
	}
}

static void
negate(Cmp *r)
{
	if (r->eq || r->neq) {
		r->eq = !r->eq;
		r->neq = !r->neq;
		return;
	}
	Value *t = r->x;
	r->x = r->y;
	r->y = t;
	r->strict = !r->strict;
}

/* Unsigned comparison of narrow types is comparison of their numbers; of 64-bit values it is the signed one only between
 * non-negative numbers. */
static bool
wide_unsigned(Cmp *r)
{
	return r->is_unsigned && type_size(r->x->type) == 8;
}

static void
learn_cmp(Prover *p, Cmp *r)
{
	Term x = prover_term(p, r->x), y = prover_term(p, r->y);
	if (r->eq) {
		prover_learn(p, x, y, 0);
		prover_learn(p, y, x, 0);
		return;
	}
	if (r->neq) {
		if (prover_le(p, x, y, 0))
			prover_learn(p, x, y, -1);
		else if (prover_le(p, y, x, 0))
			prover_learn(p, y, x, -1);
		return;
	}
	if (wide_unsigned(r)) {
		if (!prover_le(p, zero, y, 0))
			return;
		prover_learn(p, zero, x, 0);
	}
	prover_learn(p, x, y, r->strict ? -1 : 0);
}

static void
learn_branch(Prover *p, Block *b)
{
	if (b->preds.n != 1)
		return;
	Block *d = b->preds.v[0];
	Cmp r;
	if (d->kind != BLOCK_IF || d->succs.v[0] == d->succs.v[1] || !decode(d->control, &r))
		return;
	if (d->succs.v[1] == b)
		negate(&r);
	learn_cmp(p, &r);
}

/* loop counters */

typedef struct Counter { Value *phi, *init; int64_t step; Block *at; } Counter;

static Value *
plain(Value *v)
{
	while (v->op == OpCopy || v->op == OpBoundsCheck)
		v = v->args[0];
	return v;
}

/* next is phi + constant: all back edges the same constant, all entries the same value. */
static bool
find_counter(Value *phi, Counter *c)
{
	Block *h = phi->block;
	*c = (Counter){ .phi = phi };
	for (int i = 0; i < h->preds.n; i++) {
		Value *a = plain(phi->args[i]);
		if (!dominates(h, h->preds.v[i])) {
			if (c->init && c->init != a)
				return false;
			c->init = a;
			continue;
		}
		if (a == phi)
			continue;
		if (op_base(a->op) != OpAdd8 || plain(a->args[0]) != phi || !is_int_const(a->args[1]))
			return false;
		if (c->step && (c->step != a->args[1]->auxint || c->at != a->block))
			return false;
		c->step = a->args[1]->auxint;
		c->at = a->block;
	}
	return c->init && c->step;
}

static int64_t
type_max(Type *t)
{
	int64_t size = type_size(t);
	if (size == 8)
		return INT64_MAX;
	return type_is_unsigned(t) ? ((int64_t)1 << (8 * size)) - 1 : ((int64_t)1 << (8 * size - 1)) - 1;
}

static int64_t
type_min(Type *t)
{
	return type_is_unsigned(t) && type_size(t) < 8 ? 0 : -type_max(t) - 1;
}

/* Does r, which holds where the counter steps, keep the step from overflowing? */
static bool
bounds_step(Prover *p, Counter *c, Cmp *r)
{
	int64_t lo, hi;
	if (r->eq || r->neq || wide_unsigned(r))
		return false;
	if (c->step > 0 && plain(r->x) == c->phi) {
		Term y = prover_term(p, r->y);
		prover_range(p, y.node, 3, &lo, &hi);
		hi = y.node ? hi : y.off;
		return hi - r->strict <= type_max(c->phi->type) - c->step;
	}
	if (c->step < 0 && plain(r->y) == c->phi) {
		Term x = prover_term(p, r->x);
		prover_range(p, x.node, 3, &lo, &hi);
		lo = x.node ? lo : x.off;
		return lo + r->strict >= type_min(c->phi->type) - c->step;
	}
	return false;
}

static bool
invariant(Value *v, Block *header)
{
	v = plain(v);
	return v->block != header && dominates(v->block, header);
}

/* All the conditions between the loop's header and the step. */
static bool
step_is_safe(Prover *p, Counter *c)
{
	Block *h = c->phi->block;
	for (Block *b = c->at; b && b != h; b = b->idom) {
		Cmp r;
		if (b->preds.n != 1)
			continue;
		Block *d = b->preds.v[0];
		if (d->kind != BLOCK_IF || d->succs.v[0] == d->succs.v[1] || !decode(d->control, &r))
			continue;
		if (d->succs.v[1] == b)
			negate(&r);
		if (bounds_step(p, c, &r))
			return true;
	}
	return false;
}

/* With i < n tested in the header, n fixed and steps of one, i never passes n. */
static void
learn_limit(Prover *p, Counter *c)
{
	Block *h = c->phi->block;
	Cmp r;
	if (c->step != 1 || h->kind != BLOCK_IF || !decode(h->control, &r) || r.eq || r.neq || wide_unsigned(&r) || !r.strict)
		return;
	if (!dominates(h->succs.v[0], c->at) || h->succs.v[0]->preds.n != 1)
		return;
	if (plain(r.x) != c->phi || !invariant(r.y, h))
		return;
	Term n = prover_term(p, r.y);
	if (prover_le(p, prover_term(p, c->init), n, 0))
		prover_learn(p, prover_term(p, c->phi), n, 0);
}

static void
learn_counters(Prover *p, Block *b)
{
	if (!b->loop || b->loop->header != b)
		return;
	for (int j = 0; j < b->values.n && b->values.v[j]->op == OpPhi; j++) {
		Counter c;
		Value *phi = b->values.v[j];
		if (!type_is_integer(phi->type) || !find_counter(phi, &c) || !step_is_safe(p, &c))
			continue;
		Term i = prover_term(p, phi), init = prover_term(p, c.init);
		if (c.step > 0) {
			prover_learn(p, init, i, 0);
			learn_limit(p, &c);
		} else {
			prover_learn(p, i, init, 0);
		}
	}
}

/* values */

static bool
check_holds(Prover *p, Value *v)
{
	Term i = prover_term(p, v->args[0]), n = prover_term(p, v->args[1]);
	return prover_le(p, i, n, v->auxint == BOUNDS_INDEX ? -1 : 0) && prover_le(p, zero, i, 0);
}

static void
visit_check(Prover *p, Value *v)
{
	if (!v->bounded && check_holds(p, v)) {
		v->bounded = true;
		return;
	}
	Term i = prover_term(p, v->args[0]), n = prover_term(p, v->args[1]);
	prover_learn(p, zero, i, 0);
	prover_learn(p, i, n, v->auxint == BOUNDS_INDEX ? -1 : 0);
}

static void
visit(Prover *p, Value *v)
{
	if (v->op == OpBoundsCheck)
		visit_check(p, v);
	if (v->op == OpMakeSlice) {
		Term l = prover_term(p, v->args[0]), c = prover_term(p, v->args[1]);
		prover_learn(p, zero, l, 0);
		prover_learn(p, l, c, 0);
	}
}

/* 1 always, 0 never, -1 unknown */
static int
outcome(Prover *p, Cmp *r)
{
	Term x = prover_term(p, r->x), y = prover_term(p, r->y);
	if (r->eq || r->neq) {
		if (prover_le(p, x, y, -1) || prover_le(p, y, x, -1))
			return r->neq;
		return -1;
	}
	if (wide_unsigned(r) && !(prover_le(p, zero, x, 0) && prover_le(p, zero, y, 0)))
		return -1;
	if (prover_le(p, x, y, r->strict ? -1 : 0))
		return 1;
	return prover_le(p, y, x, r->strict ? 0 : -1) ? 0 : -1;
}

static void
visit_branch(Prover *p, Block *b)
{
	Cmp r;
	if (b->kind != BLOCK_IF || !decode(b->control, &r))
		return;
	int o = outcome(p, &r);
	if (o < 0)
		return;
	b->control = value_const(b, b->control->type, o);
}

static void
forget_left(Prover *p, Block **stack, int *mark, int *sp, Block *b)
{
	while (*sp > 0 && !dominates(stack[*sp - 1], b))
		prover_undo(p, mark[--*sp]);
}

static Value *
past_check(Value *v)
{
	while (v->op == OpBoundsCheck)
		v = v->args[0];
	return v;
}

/* Checks that hold become their index; the others are only waited for: who uses the index may use it directly, since nothing here
 * moves a use over a check. */
static void
drop_checks(Func *f)
{
	for (int i = 0; i < f->nrpo; i++) {
		for (int j = 0; j < f->rpo[i]->values.n; j++) {
			Value *v = f->rpo[i]->values.v[j];
			for (int k = 0; k < v->nargs; k++)
				v->args[k] = past_check(v->args[k]);
			if (v->op == OpBoundsCheck && v->bounded)
				value_to_copy(v, v->args[0]);
		}
		for (int j = 0; j < f->rpo[i]->rets.n; j++)
			f->rpo[i]->rets.v[j] = past_check(f->rpo[i]->rets.v[j]);
	}
	copyelim(f);
}

void
prove(Func *f)
{
	loops(f);
	Prover p;
	prover_init(&p, f);
	Block **pre = NEWN(scratch, Block *, f->nrpo + 1), **stack = NEWN(scratch, Block *, f->nrpo + 1);
	int *mark = NEWN(scratch, int, f->nrpo + 1), sp = 0;
	for (int i = 0; i < f->nrpo; i++)
		pre[f->rpo[i]->dompre] = f->rpo[i];
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = pre[i];
		forget_left(&p, stack, mark, &sp, b);
		stack[sp] = b;
		mark[sp++] = p.facts.n;
		learn_branch(&p, b);
		learn_counters(&p, b);
		for (int j = 0; j < b->values.n; j++)
			visit(&p, b->values.v[j]);
		visit_branch(&p, b);
	}
	drop_checks(f);
}
