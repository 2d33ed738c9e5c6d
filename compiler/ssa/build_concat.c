/* build_concat.c - a + b + c of strings as one call of the runtime; neighbouring constants are joined here. */
#include "ssa/build.h"

typedef Vec(Expr *) Operands;

/* The operands of a left spine, first to last. */
static void
operands(Expr *e, Operands *out)
{
	Operands rev = { 0 };
	e = unparen(e);
	while (e->kind == E_BINARY && e->op == OP_ADD && !e->val) {
		vec_push(permanent, &rev, e->y);
		e = unparen(e->x);
	}
	vec_push(permanent, out, e);
	while (rev.n)
		vec_push(permanent, out, rev.v[--rev.n]);
}

static Value *
join_consts(B *b, Value *x, Value *y)
{
	size_t n = x->str->n + y->str->n;
	char *s = arena_alloc(permanent, n + 1);
	memcpy(s, x->str->s, x->str->n);
	memcpy(s + x->str->n, y->str->s, y->str->n);
	return b_str(b, s, n);
}

/* constant: in the source; a variable that happens to hold one stays a string of its own. */
static void
add_operand(B *b, ValueList *xs, Value *x, bool constant, bool after_constant)
{
	if (constant && x->str->n == 0)
		return;
	if (constant && after_constant && xs->n) {
		xs->v[xs->n - 1] = join_consts(b, vec_last(xs), x);
		return;
	}
	vec_push(permanent, xs, x);
}

static Value *
concat_many(B *b, ValueList *xs, Type *pl)
{
	Type *st = basic_type[T_STRING];
	Value *arr = b_local(b, type_array(st, xs->n));
	for (int i = 0; i < xs->n; i++)
		b_store(b, st, b_off(b, arr, i * 16, st), xs->v[i]);
	return b_rt(b, RT_concatstrings, pl, 2, arr, b_int(b, xs->n));
}

Value *
b_concat(B *b, Expr *e)
{
	Type *t = b_ty(b, e->type), *in = basic_type[T_INT];
	if (type_is_untyped(t))
		t = basic_type[T_STRING];
	Operands ops = { 0 };
	ValueList xs = { 0 };
	operands(e, &ops);
	for (int i = 0; i < ops.n; i++)
		add_operand(b, &xs, b_expr_to(b, ops.v[i], t), ops.v[i]->val != NULL, i > 0 && ops.v[i - 1]->val != NULL && xs.n && vec_last(&xs)->op == OpConstString);
	if (xs.n == 0)
		return b_zero(b, t);
	if (xs.n == 1)
		return xs.v[0];
	b->pos = e->pos;
	Type *pl = tuple2(ptr_to(basic_type[T_UINT8]), in);
	Value *r, *p[3], *n[3];
	for (int i = 0; i < xs.n && xs.n <= 3; i++) {
		p[i] = b_string_bytes(b, xs.v[i]);
		n[i] = b_v1(b, OpStringLen, in, xs.v[i]);
	}
	if (xs.n == 2)
		r = b_rt(b, RT_concatstring2, pl, 4, p[0], n[0], p[1], n[1]);
	else if (xs.n == 3)
		r = b_rt(b, RT_concatstring3, pl, 6, p[0], n[0], p[1], n[1], p[2], n[2]);
	else
		r = concat_many(b, &xs, pl);
	Value *sp = b_sel(b, r, 0);
	return b_v2(b, OpStringMake, t, sp, b_sel(b, r, 1));
}
