/* build_arith.c - arithmetic: operators of integers, floats and complex numbers by width, shifts, division with its check. */
#include "ssa/build.h"

static int
log2_size(Type *t)
{
	int64_t n = type_size(t);
	return n == 1 ? 0 : n == 2 ? 1 : n == 4 ? 2 : 3;
}

static Type *
float_part(Type *complex)
{
	return basic_type[type_size(complex) == 8 ? T_FLOAT32 : T_FLOAT64];
}

static Value *
re(B *b, Value *x)
{
	return b_v1(b, OpComplexReal, float_part(x->type), x);
}

static Value *
im(B *b, Value *x)
{
	return b_v1(b, OpComplexImag, float_part(x->type), x);
}

static Value *
float_op(B *b, Op op, Type *t, Value *x, Value *y)
{
	int wide = type_size(t) == 8;
	SsaOp o = op == OP_ADD ? OpAdd32F : op == OP_SUB ? OpSub32F : op == OP_MUL ? OpMul32F : OpDiv32F;
	return b_v2(b, (SsaOp)(o + wide), t, x, y);
}

/* Of complex64 in float64, as gc does: the difference of two products loses digits. */
static Value *
complex_mul(B *b, Type *t, Value *x, Value *y)
{
	Type *f = float_part(t), *w = basic_type[T_FLOAT64];
	Value *p[4] = { re(b, x), im(b, x), re(b, y), im(b, y) };
	for (int i = 0; i < 4; i++)
		p[i] = b_convert(b, p[i], f, w, NULL);
	Value *r = float_op(b, OP_SUB, w, float_op(b, OP_MUL, w, p[0], p[2]), float_op(b, OP_MUL, w, p[1], p[3]));
	Value *i = float_op(b, OP_ADD, w, float_op(b, OP_MUL, w, p[0], p[3]), float_op(b, OP_MUL, w, p[1], p[2]));
	return b_v2(b, OpComplexMake, t, b_convert(b, r, w, f, NULL), b_convert(b, i, w, f, NULL));
}

/* Division is a function of the runtime's Go half, in complex128: infinities and NaNs need care. */
static Value *
complex_div(B *b, Type *t, Value *x, Value *y)
{
	Type *c128 = basic_type[T_COMPLEX128];
	Sym *s = sym_get(b->p, "runtime.complex128div", SYM_FUNC);
	Object *ps[2] = { var_new(NOPOS, NULL, str_lit("n"), c128), var_new(NOPOS, NULL, str_lit("m"), c128) };
	Object *r = var_new(NOPOS, NULL, str_lit(""), c128);
	Type *sig = type_signature(NULL, type_tuple(ps, 2), type_tuple(&r, 1), false);
	if (!s->type)
		s->type = sig;
	Call *c = NEW(permanent, Call);
	c->sig = sig;
	c->callee = s;
	c->results = sig->results;
	ValueList args = { 0 }, out = { 0 };
	vec_push(permanent, &args, b_convert(b, x, t, c128, NULL));
	vec_push(permanent, &args, b_convert(b, y, t, c128, NULL));
	b_emit_call(b, c, OpStaticCall, &args, &out);
	return b_convert(b, out.v[0], c128, t, NULL);
}

static Value *
complex_op(B *b, Op op, Type *t, Value *x, Value *y)
{
	if (op == OP_MUL)
		return complex_mul(b, t, x, y);
	if (op == OP_DIV)
		return complex_div(b, t, x, y);
	Type *f = float_part(t);
	return b_v2(b, OpComplexMake, t, float_op(b, op, f, re(b, x), re(b, y)), float_op(b, op, f, im(b, x), im(b, y)));
}

static void
check_divisor(B *b, Type *t, Value *y)
{
	if (y->op >= OpConst8 && y->op <= OpConst64 && y->auxint != 0)
		return;
	Block *bad = b_block(b), *ok = b_block(b);
	Value *z = b_v2(b, (SsaOp)(OpEq8 + log2_size(t)), basic_type[T_BOOL], y, b_const(b, t, 0));
	b_if(b, z, bad, ok, -1);
	b_enter(b, bad);
	b_rt(b, RT_panicdivide, NULL, 0);
	b_enter(b, ok);
}

static Value *
int_op(B *b, Op op, Type *t, Value *x, Value *y)
{
	bool u = type_is_unsigned(t);
	SsaOp o;
	switch (op) {
	case OP_ADD: o = OpAdd8; break;
	case OP_SUB: o = OpSub8; break;
	case OP_MUL: o = OpMul8; break;
	case OP_DIV: o = u ? OpDiv8u : OpDiv8; break;
	case OP_REM: o = u ? OpMod8u : OpMod8; break;
	case OP_AND: o = OpAnd8; break;
	case OP_OR: o = OpOr8; break;
	case OP_XOR: o = OpXor8; break;
	case OP_ANDNOT:
		o = OpAnd8;
		y = b_v1(b, (SsaOp)(OpCom8 + log2_size(t)), t, y);
		break;
	default: fatal_at(b->pos, "build: integer operator %s", op_text[op]);
	}
	if (op == OP_DIV || op == OP_REM)
		check_divisor(b, t, y);
	return b_v2(b, (SsaOp)(o + log2_size(t)), t, x, y);
}

Value *
b_arith(B *b, Op op, Type *t, Value *x, Value *y)
{
	Type *u = type_under(t);
	if (type_is_string(u)) {
		Value *r = b_rt(b, RT_concatstring2, tuple2(basic_type[T_UNSAFEPTR], basic_type[T_INT]), 4,
			b_string_bytes(b, x), b_v1(b, OpStringLen, basic_type[T_INT], x),
			b_string_bytes(b, y), b_v1(b, OpStringLen, basic_type[T_INT], y));
		Value *p = b_sel(b, r, 0);
		return b_v2(b, OpStringMake, t, p, b_sel(b, r, 1));
	}
	if (type_is_float(u))
		return float_op(b, op, t, x, y);
	if (type_is_complex(u))
		return complex_op(b, op, t, x, y);
	return int_op(b, op, t, x, y);
}

/* The count is made a uint64; a negative signed one panics. */
static Value *
shift_count(B *b, Value *count, Type *ct, bool constant)
{
	Type *u64 = basic_type[T_UINT64];
	if (!type_is_unsigned(type_under(ct)) && !constant) {
		Block *bad = b_block(b), *ok = b_block(b);
		Value *neg = b_v2(b, (SsaOp)(OpLess8 + log2_size(ct)), basic_type[T_BOOL], count, b_const(b, ct, 0));
		b_if(b, neg, bad, ok, -1);
		b_enter(b, bad);
		b_rt(b, RT_panicshift, NULL, 0);
		b_enter(b, ok);
	}
	return b_int_convert(b, count, ct, u64);
}

Value *
b_shift(B *b, Op op, Type *t, Value *x, Value *count, Type *ct, bool constant)
{
	SsaOp o = op == OP_SHL ? OpLsh8 : type_is_unsigned(type_under(t)) ? OpRsh8u : OpRsh8;
	count = shift_count(b, count, ct, constant);
	return b_v2(b, (SsaOp)(o + log2_size(t)), t, x, count);
}

static Value *
shift_expr(B *b, Expr *e)
{
	Type *t = b_ty(b, e->type);
	if (type_is_untyped(t))
		t = basic_type[T_INT];
	Value *x = b_expr_to(b, e->x, t);
	if (e->y->val) {
		uint64_t n;
		const Const *c = const_to_int(e->y->val);
		if (!const_uint64_val(c, &n))
			n = ~0ull;
		return b_shift(b, e->op, t, x, b_const(b, basic_type[T_UINT64], (int64_t)n), basic_type[T_UINT64], true);
	}
	Type *ct = b_ty(b, e->y->type);
	if (type_is_untyped(ct))
		ct = basic_type[T_UINT];
	return b_shift(b, e->op, t, x, b_expr(b, e->y), ct, false);
}

/* x && y, x || y as values */
static Value *
logic_expr(B *b, Expr *e)
{
	Block *yes = b_block(b), *no = b_block(b), *end = b_block(b);
	Type *t = b_ty(b, e->type);
	if (type_is_untyped(t))
		t = basic_type[T_BOOL];
	Var *v = var_synth(b, t);
	b_cond(b, e, yes, no, 0);
	b_enter(b, yes);
	b_write(b, v, b_const(b, t, 1));
	b_jump(b, end);
	b_enter(b, no);
	b_write(b, v, b_const(b, t, 0));
	b_jump(b, end);
	b_enter(b, end);
	return b_read(b, v);
}

/* A left spine of one operator, a + b + c + ..., may be a million long: walked by iteration. */
Value *
b_binary(B *b, Expr *e)
{
	if (e->op == OP_ANDAND || e->op == OP_OROR)
		return logic_expr(b, e);
	if (e->op >= OP_EQL && e->op <= OP_GEQ)
		return b_compare_expr(b, e);
	if (e->op == OP_SHL || e->op == OP_SHR)
		return shift_expr(b, e);
	Type *t = b_ty(b, e->type);
	if (type_is_string(type_under(t)) && e->op == OP_ADD)
		return b_concat(b, e);
	Vec(Expr *) spine = { 0 };
	Expr *x = e;
	while (x->kind == E_BINARY && !x->val && x->op >= OP_ADD && x->op <= OP_ANDNOT) {
		vec_push(permanent, &spine, x);
		x = unparen(x->x);
	}
	Value *v = b_expr_to(b, x, t);
	while (spine.n) {
		Expr *k = spine.v[--spine.n];
		Value *y = b_expr_to(b, k->y, t);
		b->pos = k->pos;
		v = b_arith(b, k->op, t, v, y);
	}
	return v;
}

Value *
b_not(B *b, Value *x)
{
	return b_v1(b, OpNot, x->type, x);
}

static Value *
negate(B *b, Type *t, Value *x)
{
	Type *u = type_under(t);
	if (type_is_float(u))
		return b_v1(b, type_size(u) == 8 ? OpNeg64F : OpNeg32F, t, x);
	if (type_is_complex(u)) {
		Type *f = float_part(u);
		return b_v2(b, OpComplexMake, t, negate(b, f, re(b, x)), negate(b, f, im(b, x)));
	}
	return b_v1(b, (SsaOp)(OpNeg8 + log2_size(t)), t, x);
}

Value *
b_unary(B *b, Expr *e)
{
	Type *t = b_ty(b, e->type);
	if (e->op == OP_AND) {
		Expr *x = unparen(e->x);
		if (x->kind != E_COMPLIT)
			return b_addr(b, x);
		Value *p = b_complit_addr(b, x);
		if (p->op == OpNew)
			p->pos = e->pos;
		return p;
	}
	if (type_is_untyped(t))
		t = type_default(t);
	Value *x = b_expr_to(b, e->x, t);
	b->pos = e->pos;
	switch (e->op) {
	case OP_ADD: return x;
	case OP_SUB: return negate(b, t, x);
	case OP_XOR: return b_v1(b, (SsaOp)(OpCom8 + log2_size(t)), t, x);
	case OP_NOT: return b_not(b, x);
	}
	fatal_at(e->pos, "build: unary operator %s", op_text[e->op]);
}
