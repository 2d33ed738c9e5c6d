/* build_cmp.c - comparisons, and equality of every comparable type.
 *
 * Values in SSA form compare part by part; those in memory by memequal when equality is equality of bytes, else by the type's
 * own equality function (build_wrap.c). Interfaces compare their dynamic types, then efaceeq; itabs are not unique enough. */
#include "ssa/build.h"

static bool
plain_struct(Type *u)
{
	int64_t off = 0;
	for (int i = 0; i < u->fields.n; i++) {
		Type *ft = unalias(u->fields.v[i]->type);
		if (is_blank(u->fields.v[i]) || field_offset(u, i) != off || !type_plain_memory(ft))
			return false;
		off += type_size(ft);
	}
	return off == type_size(u);
}

bool
type_plain_memory(Type *t)
{
	Type *u = type_under(t);
	switch (u->kind) {
	case T_ARRAY: return u->len == 0 || type_plain_memory(u->elem);
	case T_STRUCT: return plain_struct(u);
	case T_POINTER: case T_UNSAFEPTR: case T_CHAN: case T_BOOL: return true;
	default: return type_is_integer(u);
	}
}

static Value *
data_word(B *b, Value *x)
{
	return b_v1(b, OpIData, basic_type[T_UNSAFEPTR], x);
}

/* Evaluates b only when a is true: then_eq is called in that branch. */
typedef struct And { Var *v; Block *end; } And;

static And
and_begin(B *b, Value *first)
{
	And a = { var_synth(b, basic_type[T_BOOL]), b_block(b) };
	Block *more = b_block(b);
	b_write(b, a.v, b_bool(b, false));
	b_if(b, first, more, a.end, 0);
	b_enter(b, more);
	return a;
}

static Value *
and_end(B *b, And a, Value *second)
{
	b_write(b, a.v, second);
	b_jump(b, a.end);
	b_enter(b, a.end);
	return b_read(b, a.v);
}

static Value *
equal_iface(B *b, Type *t, Value *x, Value *y)
{
	if (x->op == OpConstNil || y->op == OpConstNil) {
		Value *z = x->op == OpConstNil ? y : x;
		Type *p = basic_type[T_UNSAFEPTR];
		return b_v2(b, OpEqPtr, basic_type[T_BOOL], b_v1(b, OpITab, p, z), b_zero(b, p));
	}
	Value *tx = iface_typeword(b, x, t), *ty = iface_typeword(b, y, t);
	And a = and_begin(b, b_v2(b, OpEqPtr, basic_type[T_BOOL], tx, ty));
	return and_end(b, a, b_rt(b, RT_efaceeq, basic_type[T_BOOL], 3, tx, data_word(b, x), data_word(b, y)));
}

static Value *
equal_string(B *b, Value *x, Value *y)
{
	Type *in = basic_type[T_INT];
	if (y->op == OpConstString && y->str->n == 0)
		return b_v2(b, OpEq64, basic_type[T_BOOL], b_v1(b, OpStringLen, in, x), b_int(b, 0));
	if (x->op == OpConstString && x->str->n == 0)
		return equal_string(b, y, x);
	return b_rtpure(b, RT_eqstring, basic_type[T_BOOL], 4, b_string_bytes(b, x), b_v1(b, OpStringLen, in, x),
		b_string_bytes(b, y), b_v1(b, OpStringLen, in, y));
}

/* Comparing it needs no branch and has no effect. */
static bool
cheap(Type *t)
{
	Type *u = type_under(t);
	return type_is_numeric(u) || u->kind == T_BOOL || u->kind == T_POINTER || u->kind == T_CHAN || u->kind == T_UNSAFEPTR;
}

static Value *
equal_fields(B *b, Type *u, Value *x, Value *y)
{
	Value *all = NULL;
	for (int pass = 0; pass < 2; pass++) {
		for (int i = 0; i < u->fields.n; i++) {
			Type *ft = unalias(u->fields.v[i]->type);
			if (is_blank(u->fields.v[i]) || cheap(ft) != (pass == 0))
				continue;
			if (!all || pass == 0) {
				Value *e = b_equal(b, ft, b_field_value(b, u, x, i), b_field_value(b, u, y, i));
				all = all ? b_v3(b, OpCondSelect, basic_type[T_BOOL], all, e, b_bool(b, false)) : e;
				continue;
			}
			And a = and_begin(b, all);
			all = and_end(b, a, b_equal(b, ft, b_field_value(b, u, x, i), b_field_value(b, u, y, i)));
		}
	}
	return all ? all : b_bool(b, true);
}

static Value *
equal_func_call(B *b, Type *t, Value *p, Value *q)
{
	Sym *s = build_equal_func(b->p, t);
	if (!s)
		fatal_at(b->pos, "build: comparing values of type %s", type_string(t, NULL));
	Call *c = NEW(permanent, Call);
	c->sig = s->type;
	c->callee = s;
	c->results = s->type->results;
	ValueList args = { 0 }, out = { 0 };
	vec_push(permanent, &args, p);
	vec_push(permanent, &args, q);
	b_emit_call(b, c, OpStaticCall, &args, &out);
	return out.v[0];
}

Value *
b_equal_mem(B *b, Type *t, Value *p, Value *q)
{
	if (type_ssaable(t))
		return b_equal(b, t, b_load(b, t, p), b_load(b, t, q));
	if (type_plain_memory(t))
		return b_rtpure(b, RT_memequal, basic_type[T_BOOL], 3, p, q, b_int(b, type_size(t)));
	return equal_func_call(b, t, p, q);
}

static SsaOp
sized(SsaOp op8, Type *t)
{
	int64_t n = type_size(t);
	return (SsaOp)(op8 + (n == 1 ? 0 : n == 2 ? 1 : n == 4 ? 2 : 3));
}

Value *
b_equal(B *b, Type *t, Value *x, Value *y)
{
	Type *u = type_under(t), *bl = basic_type[T_BOOL];
	if (!type_ssaable(t))
		return b_equal_mem(b, t, x, y);
	if (type_is_integer(u))
		return b_v2(b, sized(OpEq8, u), bl, x, y);
	if (type_is_float(u))
		return b_v2(b, type_size(u) == 8 ? OpEq64F : OpEq32F, bl, x, y);
	if (type_is_complex(u)) {
		Type *f = basic_type[u->kind == T_COMPLEX64 ? T_FLOAT32 : T_FLOAT64];
		Value *r = b_equal(b, f, b_v1(b, OpComplexReal, f, x), b_v1(b, OpComplexReal, f, y));
		Value *i = b_equal(b, f, b_v1(b, OpComplexImag, f, x), b_v1(b, OpComplexImag, f, y));
		return b_v3(b, OpCondSelect, bl, r, i, b_bool(b, false));
	}
	switch (u->kind) {
	case T_BOOL: case T_UNTYPED_BOOL: return b_v2(b, OpEqB, bl, x, y);
	case T_STRING: case T_UNTYPED_STRING: return equal_string(b, x, y);
	case T_INTERFACE: return equal_iface(b, t, x, y);
	case T_STRUCT: return equal_fields(b, u, x, y);
	case T_ARRAY:
		if (u->len == 0)
			return b_bool(b, true);
		Type *et = unalias(u->elem);
		Value *ex = b_v1(b, OpStructSelect, et, x);
		return b_equal(b, et, ex, b_v1(b, OpStructSelect, et, y));
	case T_SLICE: {
		Value *s = x->op == OpConstNil ? y : x;
		Type *p = ptr_to(u->elem);
		return b_v2(b, OpEqPtr, bl, b_v1(b, OpSlicePtr, p, s), b_zero(b, p));
	}
	default:
		return b_v2(b, OpEqPtr, bl, x, y);
	}
}

static Value *
less(B *b, Op op, Type *t, Value *x, Value *y)
{
	Type *u = type_under(t), *bl = basic_type[T_BOOL];
	bool eq = op == OP_LEQ;
	if (type_is_string(u)) {
		Type *in = basic_type[T_INT];
		Value *c = b_rtpure(b, RT_cmpstring, in, 4, b_string_bytes(b, x), b_v1(b, OpStringLen, in, x),
			b_string_bytes(b, y), b_v1(b, OpStringLen, in, y));
		return b_v2(b, eq ? OpLeq64 : OpLess64, bl, c, b_int(b, 0));
	}
	if (type_is_float(u)) {
		SsaOp o = eq ? OpLeq32F : OpLess32F;
		return b_v2(b, (SsaOp)(o + (type_size(u) == 8)), bl, x, y);
	}
	bool uns = type_is_unsigned(u);
	return b_v2(b, sized(eq ? (uns ? OpLeq8u : OpLeq8) : (uns ? OpLess8u : OpLess8), u), bl, x, y);
}

static Value *
not_equal(B *b, Type *t, Value *x, Value *y)
{
	Type *u = type_under(t), *bl = basic_type[T_BOOL];
	if (type_is_integer(u))
		return b_v2(b, sized(OpNeq8, u), bl, x, y);
	if (type_is_float(u))
		return b_v2(b, type_size(u) == 8 ? OpNeq64F : OpNeq32F, bl, x, y);
	if (u->kind == T_BOOL)
		return b_v2(b, OpNeqB, bl, x, y);
	return b_not(b, b_equal(b, t, x, y));
}

Value *
b_compare(B *b, Op op, Type *t, Value *x, Value *y)
{
	switch (op) {
	case OP_EQL: return b_equal(b, t, x, y);
	case OP_NEQ: return not_equal(b, t, x, y);
	case OP_GTR: return less(b, OP_LSS, t, y, x);
	case OP_GEQ: return less(b, OP_LEQ, t, y, x);
	default: return less(b, op, t, x, y);
	}
}

/* interface == concrete: the same dynamic type, then the values. */
static Value *
compare_mixed(B *b, Value *ix, Type *it, Value *y, Type *ct)
{
	y = b_stable(b, ct, y);
	And a = and_begin(b, b_v2(b, OpEqPtr, basic_type[T_BOOL], iface_typeword(b, ix, it), b_type_addr(b, ct)));
	return and_end(b, a, b_equal(b, ct, iface_data(b, ix, ct), y));
}

static Type *
operand_type(B *b, Expr *x, Expr *y)
{
	if (x->mode == MODE_NIL)
		return b_ty(b, y->type);
	Type *t = b_ty(b, x->type);
	if (type_is_untyped(type_under(t)) && y->mode != MODE_NIL)
		t = b_ty(b, y->type);
	return type_is_untyped(type_under(t)) ? type_default(t) : t;
}

Value *
b_compare_expr(B *b, Expr *e)
{
	Expr *x = unparen(e->x), *y = unparen(e->y);
	Type *tx = operand_type(b, x, y), *ty = operand_type(b, y, x);
	bool ix = type_under(tx)->kind == T_INTERFACE, iy = type_under(ty)->kind == T_INTERFACE;
	Value *vx = b_expr_to(b, x, tx);
	if (!type_ssaable(tx) && !b_in_memory(b, y))
		vx = b_stable(b, tx, vx);
	Value *vy = b_expr_to(b, y, ty);
	b->pos = e->pos;
	Value *r;
	if (ix != iy && x->mode != MODE_NIL && y->mode != MODE_NIL) {
		r = ix ? compare_mixed(b, vx, tx, vy, ty) : compare_mixed(b, vy, ty, vx, tx);
		return e->op == OP_NEQ ? b_not(b, r) : r;
	}
	if (ix && iy && !type_same(tx, ty)) {
		Type *any = type_any;
		vx = b_to_iface(b, vx, tx, any, NULL);
		vy = b_to_iface(b, vy, ty, any, NULL);
		tx = any;
	}
	return b_compare(b, e->op, tx, vx, vy);
}
