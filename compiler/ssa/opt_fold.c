/* opt_fold.c - operations on constants, evaluated as the target would. Division by zero never gets here folded: the builder's test
 * comes first. Floats fold in the host's IEEE 754 double and float arithmetic, round to nearest, without contraction. */
#include "ssa/ssa.h"


static uint64_t
uns(int64_t i, int w)
{
	return w == 8 ? (uint64_t)i : (uint64_t)i & (((uint64_t)1 << (8 * w)) - 1);
}

static bool
fold_div(SsaOp base, int w, int64_t a, int64_t b, int64_t *r)
{
	if (b == 0)
		return false;
	switch (base) {
	case OpDiv8: *r = b == -1 ? (int64_t)(0 - (uint64_t)a) : a / b; break;
	case OpMod8: *r = b == -1 ? 0 : a % b; break;
	case OpDiv8u: *r = (int64_t)(uns(a, w) / uns(b, w)); break;
	default: *r = (int64_t)(uns(a, w) % uns(b, w)); break;
	}
	return true;
}

static int64_t
fold_shift(SsaOp base, int w, int64_t a, uint64_t n)
{
	bool over = n >= (uint64_t)(8 * w);
	switch (base) {
	case OpLsh8: return over ? 0 : (int64_t)((uint64_t)a << n);
	case OpRsh8: return a >> (over ? 63 : n);
	default: return over ? 0 : (int64_t)(uns(a, w) >> n);
	}
}

static bool
fold_int2(SsaOp base, int w, Value *x, Value *y, int64_t *r)
{
	int64_t a = x->auxint, b = y->auxint;
	uint64_t ua = (uint64_t)a, ub = (uint64_t)b;
	switch (base) {
	case OpAdd8: *r = (int64_t)(ua + ub); return true;
	case OpSub8: *r = (int64_t)(ua - ub); return true;
	case OpMul8: *r = (int64_t)(ua * ub); return true;
	case OpDiv8: case OpDiv8u: case OpMod8: case OpMod8u: return fold_div(base, w, a, b, r);
	case OpAnd8: *r = a & b; return true;
	case OpOr8: *r = a | b; return true;
	case OpXor8: *r = a ^ b; return true;
	case OpLsh8: case OpRsh8: case OpRsh8u: *r = fold_shift(base, w, a, uns(b, (int)type_size(y->type))); return true;
	case OpEq8: *r = a == b; return true;
	case OpNeq8: *r = a != b; return true;
	case OpLess8: *r = a < b; return true;
	case OpLeq8: *r = a <= b; return true;
	case OpLess8u: *r = uns(a, w) < uns(b, w); return true;
	case OpLeq8u: *r = uns(a, w) <= uns(b, w); return true;
	default: return false;
	}
}

static bool
is_float_const(Value *v)
{
	return v->op == OpConst32F || v->op == OpConst64F;
}

static void
set_float(Value *v, double d)
{
	bool f32 = type_size(v->type) == 4;
	value_reset(v, f32 ? OpConst32F : OpConst64F);
	v->auxf = f32 ? (double)(float)d : d;
}

static bool
fold_float2(Value *v)
{
	double a = v->args[0]->auxf, b = v->args[1]->auxf;
	float fa = (float)a, fb = (float)b;
	switch (v->op) {
	case OpAdd32F: set_float(v, fa + fb); return true;
	case OpSub32F: set_float(v, fa - fb); return true;
	case OpMul32F: set_float(v, fa * fb); return true;
	case OpDiv32F: set_float(v, fa / fb); return true;
	case OpAdd64F: set_float(v, a + b); return true;
	case OpSub64F: set_float(v, a - b); return true;
	case OpMul64F: set_float(v, a * b); return true;
	case OpDiv64F: set_float(v, a / b); return true;
	case OpEq32F: case OpEq64F: value_to_const(v, a == b); return true;
	case OpNeq32F: case OpNeq64F: value_to_const(v, a != b); return true;
	case OpLess32F: case OpLess64F: value_to_const(v, a < b); return true;
	case OpLeq32F: case OpLeq64F: value_to_const(v, a <= b); return true;
	default: return false;
	}
}

static bool
fold_float1(Value *v)
{
	double a = v->args[0]->auxf;
	switch (v->op) {
	case OpNeg32F: case OpNeg64F: set_float(v, -a); return true;
	case OpCvtFF: set_float(v, a); return true;
	case OpAbs: set_float(v, __builtin_fabs(a)); return true;
	default: return false;
	}
}

static bool
fold_conversion(Value *v)
{
	Value *a = v->args[0];
	int from = (int)type_size(a->type);
	switch (v->op) {
	case OpSignExt: value_to_const(v, a->auxint); return true;
	case OpZeroExt: value_to_const(v, (int64_t)uns(a->auxint, from)); return true;
	case OpTrunc: value_to_const(v, a->auxint); return true;
	case OpCvtIntF:
		set_float(v, type_size(v->type) == 4 ? (double)(float)a->auxint : (double)a->auxint);
		return true;
	case OpCvtUintF:
		set_float(v, type_size(v->type) == 4 ? (double)(float)uns(a->auxint, from) : (double)uns(a->auxint, from));
		return true;
	default: return false;
	}
}

static bool
fold_int1(Value *v)
{
	int64_t a = v->args[0]->auxint;
	switch (op_base(v->op)) {
	case OpNeg8: value_to_const(v, (int64_t)(0 - (uint64_t)a)); return true;
	case OpCom8: value_to_const(v, ~a); return true;
	default: return fold_conversion(v);
	}
}

static bool
fold_bits(Value *v)
{
	int w = (int)type_size(v->args[0]->type);
	uint64_t a = uns(v->args[0]->auxint, w);
	switch (v->op) {
	case OpCtz: value_to_const(v, a ? __builtin_ctzll(a) : 8 * w); return true;
	case OpClz: value_to_const(v, a ? __builtin_clzll(a) - (64 - 8 * w) : 8 * w); return true;
	case OpPopCount: value_to_const(v, __builtin_popcountll(a)); return true;
	default: return false;
	}
}

static bool
fold_two(Value *v)
{
	Value *a = v->args[0], *b = v->args[1];
	int w = op_width(v->op);
	int64_t r;
	if (w && is_int_const(a) && is_int_const(b) && fold_int2(op_base(v->op), w, a, b, &r)) {
		value_to_const(v, r);
		return true;
	}
	return is_float_const(a) && is_float_const(b) && fold_float2(v);
}

/* True when v, an op without effects, became a constant. */
bool
fold_const(Value *v)
{
	Value *a = v->args[0];
	if (v->nargs == 2)
		return fold_two(v);
	if (v->nargs != 1)
		return false;
	if (v->op == OpNot && a->op == OpConstBool) {
		value_to_const(v, !a->auxint);
		return true;
	}
	if (is_int_const(a))
		return fold_int1(v) || fold_bits(v);
	return is_float_const(a) && fold_float1(v);
}
