/* prove_le.c - the prover behind prove.c: is x <= y + w? Searches the facts from both sides, after Bodik, Gupta, Sarkar, "ABCD" (PLDI
 * 2000), and steps through additions that cannot overflow, minima, remainders, masks and joins on the way. A budget bounds it. */
#include "ssa/prove.h"

enum { BUDGET = 160, DEPTH = 9 };

void
prover_init(Prover *p, Func *f)
{
	*p = (Prover){ .f = f };
	int n = f->nvalues + 2;
	p->out = NEWN(scratch, int, n);
	p->in = NEWN(scratch, int, n);
	p->value = NEWN(scratch, Value *, n);
	p->len_of = NEWN(scratch, int, n);
	p->cap_of = NEWN(scratch, int, n);
	memset(p->out, -1, sizeof(int) * (size_t)n);
	memset(p->in, -1, sizeof(int) * (size_t)n);
	for (int i = 0; i < f->nrpo; i++) {
		for (int j = 0; j < f->rpo[i]->values.n; j++) {
			Value *v = f->rpo[i]->values.v[j];
			p->value[v->id + 1] = v;
			if ((v->op == OpSliceLen || v->op == OpStringLen) && !p->len_of[v->args[0]->id])
				p->len_of[v->args[0]->id] = v->id + 1;
			if (v->op == OpSliceCap && !p->cap_of[v->args[0]->id])
				p->cap_of[v->args[0]->id] = v->id + 1;
		}
	}
}

static bool
is_unsigned(Type *t)
{
	return type_is_unsigned(t);
}

/* Same number, other value? */
static Value *
same_number(Value *v)
{
	for (;;) {
		Value *a = v->nargs ? v->args[0] : NULL;
		switch (v->op) {
		case OpCopy: case OpBoundsCheck: v = a; continue;
		case OpConvNop:
			if (!type_is_integer(v->type) || !type_is_integer(a->type))
				return v;
			if (type_size(v->type) != 8 && is_unsigned(v->type) != is_unsigned(a->type))
				return v;
			v = a;
			continue;
		case OpSignExt:
			if (is_unsigned(a->type) || (is_unsigned(v->type) && type_size(v->type) < 8))
				return v;
			v = a;
			continue;
		case OpZeroExt:
			if (!is_unsigned(a->type))
				return v;
			v = a;
			continue;
		}
		return v;
	}
}

Term
prover_term(Prover *p, Value *v)
{
	(void)p;
	v = same_number(v);
	if (!is_int_const(v))
		return (Term){ v->id + 1, 0 };
	int64_t c = v->auxint, size = type_size(v->type);
	if (size < 8 && is_unsigned(v->type))
		c &= ((int64_t)1 << (8 * size)) - 1;
	return (Term){ 0, c };
}

/* x.node <= y.node + *k ; false when the numbers overflow */
static bool
combine(Term x, Term y, int64_t w, int64_t *k)
{
	int64_t t;
	return !__builtin_add_overflow(y.off, w, &t) && !__builtin_sub_overflow(t, x.off, k);
}

void
prover_learn(Prover *p, Term x, Term y, int64_t w)
{
	int64_t k;
	if (x.node == y.node || !combine(x, y, w, &k))
		return;
	PFact f = { x.node, y.node, k, p->out[x.node], p->in[y.node] };
	p->out[x.node] = p->in[y.node] = p->facts.n;
	vec_push(scratch, &p->facts, f);
}

void
prover_undo(Prover *p, int n)
{
	while (p->facts.n > n) {
		PFact *f = &p->facts.v[--p->facts.n];
		p->out[f->x] = f->next_out;
		p->in[f->y] = f->next_in;
	}
}

/* ranges that need no facts */

static void
type_range(Type *t, int64_t *lo, int64_t *hi)
{
	int64_t size = type_is_integer(t) ? type_size(t) : 8;
	if (size == 8) {
		*lo = INT64_MIN;
		*hi = INT64_MAX;
	} else if (is_unsigned(t)) {
		*lo = 0;
		*hi = ((int64_t)1 << (8 * size)) - 1;
	} else {
		*hi = ((int64_t)1 << (8 * size - 1)) - 1;
		*lo = -*hi - 1;
	}
}

static void
value_range(Prover *p, Value *v, int depth, int64_t *lo, int64_t *hi)
{
	Term t = prover_term(p, v);
	if (t.node == 0)
		*lo = *hi = t.off;
	else
		prover_range(p, t.node, depth, lo, hi);
}

static bool
loop_phi(Value *v)
{
	Block *b = v->block;
	for (int i = 0; i < b->preds.n; i++)
		if (b->preds.v[i]->rpo >= b->rpo)
			return true;
	return false;
}

static void
union_range(Prover *p, Value *v, int first, int depth, int64_t *lo, int64_t *hi)
{
	int64_t l = INT64_MAX, h = INT64_MIN;
	for (int k = first; k < v->nargs; k++) {
		int64_t a, b;
		value_range(p, v->args[k], depth - 1, &a, &b);
		l = a < l ? a : l;
		h = b > h ? b : h;
	}
	*lo = l > *lo ? l : *lo;
	*hi = h < *hi ? h : *hi;
}

/* And, Mod, shifts to the right, Div: by the second operand when it is constant. */
static void
arith_range(Prover *p, Value *v, int depth, int64_t *lo, int64_t *hi)
{
	int64_t al, ah, bl, bh, cap = *hi;
	value_range(p, v->args[0], depth - 1, &al, &ah);
	value_range(p, v->args[1], depth - 1, &bl, &bh);
	switch (op_base(v->op)) {
	case OpAnd8:
		if (al >= 0 || bl >= 0) {
			*lo = 0;
			*hi = al < 0 ? bh : bl < 0 ? ah : ah < bh ? ah : bh;
		}
		return;
	case OpMod8:
		if (bl > 0) {
			*hi = bh - 1;
			*lo = al >= 0 ? 0 : -(bh - 1);
		}
		return;
	case OpMod8u:
		if (bl > 0) {
			*hi = bh - 1;
			*lo = 0;
		}
		return;
	case OpDiv8: case OpDiv8u:
		if (al >= 0 && bl > 0) {
			*lo = al / bh;
			*hi = ah / bl;
		}
		return;
	case OpRsh8:
		if (al >= 0 && bl >= 0) {
			*lo = bh > 63 ? 0 : al >> bh;
			*hi = bl > 63 ? 0 : ah >> bl;
		}
		return;
	case OpRsh8u:
		bl = bl < 0 ? 0 : bl;            /* a count that may be negative as int is a huge one: it only makes less */
		if (bl > 0 || al >= 0) {
			int64_t width = 8 * (int64_t)op_width(v->op);
			*lo = 0;
			*hi = bl >= width ? 0 : al >= 0 ? ah >> bl : width == 64 ? (int64_t)(~(uint64_t)0 >> bl) : cap >> bl;
		}
		return;
	default:
		return;
	}
}

void
prover_range(Prover *p, int node, int depth, int64_t *lo, int64_t *hi)
{
	if (node == 0) {
		*lo = *hi = 0;
		return;
	}
	Value *v = p->value[node];
	type_range(v->type, lo, hi);
	if (depth <= 0)
		return;
	switch (v->op) {
	case OpSliceLen: case OpSliceCap:
		*lo = 0;
		*hi = type_size(type_under(v->args[0]->type)->elem) > 0 ? (int64_t)1 << 47 : INT64_MAX;
		return;
	case OpStringLen:
		*lo = 0;
		*hi = (int64_t)1 << 47;
		return;
	case OpZeroExt: {
		int64_t size = type_size(v->args[0]->type);
		*lo = 0;
		*hi = ((int64_t)1 << (8 * size)) - 1;
		return;
	}
	case OpCtz: case OpClz: case OpPopCount:
		*lo = 0;
		*hi = 64;
		return;
	case OpPhi:
		if (!loop_phi(v))
			union_range(p, v, 0, depth > 3 ? 3 : depth, lo, hi);
		return;
	case OpCondSelect: union_range(p, v, 1, depth, lo, hi); return;
	}
	if (op_width(v->op) && v->nargs == 2)
		arith_range(p, v, depth, lo, hi);
}

/* the search */

static bool le(Prover *p, int a, int b, int64_t k, int depth);

static bool
le_terms(Prover *p, Term x, Term y, int64_t w, int depth)
{
	int64_t k;
	return combine(x, y, w, &k) && le(p, x.node, y.node, k, depth);
}

static bool
non_negative(Prover *p, Value *v, int depth)
{
	return le_terms(p, (Term){ 0, 0 }, prover_term(p, v), 0, depth);
}

/* Does x + c stay in range? From ranges, or one fact about x. */
static bool
no_overflow(Prover *p, Value *x, int64_t c)
{
	Term t = prover_term(p, x);
	int64_t lo, hi, l, h, sum;
	prover_range(p, t.node, 3, &lo, &hi);
	if (c > 0) {
		__int128 max = (__int128)INT64_MAX - c - t.off;      /* of the node: x is node + off */
		if (hi <= max)
			return true;
		for (int i = p->out[t.node]; i >= 0; i = p->facts.v[i].next_out) {
			prover_range(p, p->facts.v[i].y, 3, &l, &h);
			if (!__builtin_add_overflow(h, p->facts.v[i].w, &sum) && sum <= max)
				return true;
		}
		return false;
	}
	__int128 min = (__int128)INT64_MIN - c - t.off;
	if (lo >= min)
		return true;
	for (int i = p->in[t.node]; i >= 0; i = p->facts.v[i].next_in) {
		prover_range(p, p->facts.v[i].x, 3, &l, &h);
		if (!__builtin_sub_overflow(l, p->facts.v[i].w, &sum) && sum >= min)
			return true;
	}
	return false;
}

static bool
all_args_le(Prover *p, Value *v, int first, Term y, int64_t w, int depth)
{
	for (int k = first; k < v->nargs; k++)
		if (!le_terms(p, prover_term(p, v->args[k]), y, w, depth))
			return false;
	return true;
}

static bool
le_all_args(Prover *p, Term x, Value *v, int first, int64_t w, int depth)
{
	for (int k = first; k < v->nargs; k++)
		if (!le_terms(p, x, prover_term(p, v->args[k]), w, depth))
			return false;
	return true;
}

/* CondSelect(a < b, a, b) is a minimum; with the arms exchanged a maximum. 0 neither. */
static int
min_or_max(Value *v)
{
	Value *c = v->args[0];
	SsaOp base = op_base(c->op);
	if (base != OpLess8 && base != OpLeq8)
		return 0;
	if (c->args[0] == v->args[1] && c->args[1] == v->args[2])
		return 1;
	return c->args[0] == v->args[2] && c->args[1] == v->args[1] ? 2 : 0;
}

/* v <= y + w by what v is made of */
static bool
made_le(Prover *p, Value *v, Term y, int64_t w, int depth)
{
	Value *a = v->nargs > 0 ? v->args[0] : NULL, *b = v->nargs > 1 ? v->args[1] : NULL;
	switch (v->op) {
	case OpAdd64:
		return is_int_const(b) && no_overflow(p, a, b->auxint) && le_terms(p, prover_term(p, a), y, w - b->auxint, depth);
	case OpSub64:
		if (!non_negative(p, b, depth) || !non_negative(p, a, depth))
			return false;
		return (y.node == 0 && le_terms(p, prover_term(p, a), prover_term(p, b), w + y.off, depth)) || le_terms(p, prover_term(p, a), y, w, depth);
	case OpAnd64:
		return (non_negative(p, b, 2) && le_terms(p, prover_term(p, b), y, w, depth)) ||
			(non_negative(p, a, 2) && le_terms(p, prover_term(p, a), y, w, depth));
	case OpMod64: case OpMod64u:
		return le_terms(p, (Term){ 0, 1 }, prover_term(p, b), 0, 2) && le_terms(p, prover_term(p, b), y, w + 1, depth);
	case OpRsh64: case OpRsh64u: case OpDiv64: case OpDiv64u:
		if (v->op == OpDiv64 && !le_terms(p, (Term){ 0, 1 }, prover_term(p, b), 0, 2))
			return false;
		return non_negative(p, a, 3) && le_terms(p, prover_term(p, a), y, w, depth);
	case OpPhi:
		return !loop_phi(v) && v->nargs <= 4 && all_args_le(p, v, 0, y, w, depth - 1);
	case OpCondSelect:
		if (min_or_max(v) == 1)
			return le_terms(p, prover_term(p, v->args[1]), y, w, depth) || le_terms(p, prover_term(p, v->args[2]), y, w, depth);
		return all_args_le(p, v, 1, y, w, depth - 1);
	case OpSliceLen: {
		int c = p->cap_of[a->id];
		return c && le_terms(p, (Term){ c, 0 }, y, w, depth);
	}
	default:
		return false;
	}
}

/* x <= v + w by what v is made of */
static bool
le_made(Prover *p, Term x, Value *v, int64_t w, int depth)
{
	Value *a = v->nargs > 0 ? v->args[0] : NULL, *b = v->nargs > 1 ? v->args[1] : NULL;
	switch (v->op) {
	case OpAdd64:
		return is_int_const(b) && no_overflow(p, a, b->auxint) && le_terms(p, x, prover_term(p, a), w + b->auxint, depth);
	case OpSub64:
		return x.node == 0 && non_negative(p, a, 3) && non_negative(p, b, 3) &&
			le_terms(p, term_plus(prover_term(p, b), x.off), prover_term(p, a), w, depth);
	case OpSliceCap: {
		int l = p->len_of[a->id];
		return l && le_terms(p, x, (Term){ l, 0 }, w, depth);
	}
	case OpPhi:
		return !loop_phi(v) && v->nargs <= 4 && le_all_args(p, x, v, 0, w, depth - 1);
	case OpCondSelect:
		if (min_or_max(v) == 2)
			return le_terms(p, x, prover_term(p, v->args[1]), w, depth) || le_terms(p, x, prover_term(p, v->args[2]), w, depth);
		return le_all_args(p, x, v, 1, w, depth - 1);
	default:
		return false;
	}
}

static bool
by_range(Prover *p, int a, int b, int64_t k)
{
	int64_t al, ah, bl, bh, sum;
	prover_range(p, a, 4, &al, &ah);
	prover_range(p, b, 4, &bl, &bh);
	if (__builtin_add_overflow(bl, k, &sum))
		return k > 0;
	return ah <= sum;
}

/* a <= b + k, on nodes */
static bool
le(Prover *p, int a, int b, int64_t k, int depth)
{
	if (a == b)
		return k >= 0;
	if (by_range(p, a, b, k))
		return true;
	if (depth <= 0 || --p->budget < 0)
		return false;
	for (int i = p->out[a]; i >= 0; i = p->facts.v[i].next_out) {
		PFact f = p->facts.v[i];
		int64_t r;
		if (!__builtin_sub_overflow(k, f.w, &r) && (f.y == b ? r >= 0 : a != 0 && le(p, f.y, b, r, depth - 1)))
			return true;
	}
	for (int i = p->in[b]; i >= 0; i = p->facts.v[i].next_in) {
		PFact f = p->facts.v[i];
		int64_t r;
		if (!__builtin_sub_overflow(k, f.w, &r) && (f.x == a ? r >= 0 : b != 0 && le(p, a, f.x, r, depth - 1)))
			return true;
	}
	if (a && made_le(p, p->value[a], (Term){ b, 0 }, k, depth - 1))
		return true;
	return b && le_made(p, (Term){ a, 0 }, p->value[b], k, depth - 1);
}

bool
prover_le(Prover *p, Term x, Term y, int64_t w)
{
	p->budget = BUDGET;
	return le_terms(p, x, y, w, DEPTH);
}
