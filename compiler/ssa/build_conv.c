/* build_conv.c - conversions between numbers, strings, slices, pointers; explicit ones of the source. */
#include "ssa/build.h"

Value *
b_int_convert(B *b, Value *x, Type *from, Type *to)
{
	int64_t a = type_size(from), c = type_size(to);
	if (a == c)
		return x->type == to ? x : b_v1(b, OpConvNop, to, x);
	if (x->op >= OpConst8 && x->op <= OpConst64 && (c < a || !type_is_unsigned(type_under(from))))
		return b_const(b, to, x->auxint);
	if (c < a)
		return b_v1(b, OpTrunc, to, x);
	return b_v1(b, type_is_unsigned(type_under(from)) ? OpZeroExt : OpSignExt, to, x);
}

Value *
b_index_int(B *b, Value *x, Type *t)
{
	Type *u = type_under(t);
	if (type_is_untyped(u))
		u = basic_type[T_INT];
	return b_int_convert(b, x, u, basic_type[type_is_unsigned(u) ? T_UINT : T_INT]);
}

static Value *
number_convert(B *b, Value *x, Type *fu, Type *to, Type *tu)
{
	bool fi = type_is_integer(fu), ti = type_is_integer(tu);
	if (fi && ti)
		return b_int_convert(b, x, fu, to);
	if (fi) {
		Type *wide = basic_type[type_is_unsigned(fu) ? T_UINT64 : T_INT64];
		if (type_size(fu) < 4)
			x = b_int_convert(b, x, fu, wide);
		return b_v1(b, type_is_unsigned(fu) ? OpCvtUintF : OpCvtIntF, to, x);
	}
	if (!ti)
		return fu->kind == tu->kind ? x : b_v1(b, OpCvtFF, to, x);
	if (type_size(tu) == 8)
		return b_v1(b, type_is_unsigned(tu) ? OpCvtFUint : OpCvtFInt, to, x);
	/* narrow results: through int64, as gc does, so that out of range values wrap alike */
	Value *w = b_v1(b, OpCvtFInt, basic_type[T_INT64], x);
	return b_int_convert(b, w, basic_type[T_INT64], to);
}

static Value *
complex_convert(B *b, Value *x, Type *fu, Type *to, Type *tu)
{
	if (fu->kind == tu->kind)
		return x;
	Type *a = basic_type[fu->kind == T_COMPLEX64 ? T_FLOAT32 : T_FLOAT64];
	Type *c = basic_type[tu->kind == T_COMPLEX64 ? T_FLOAT32 : T_FLOAT64];
	Value *r = b_v1(b, OpCvtFF, c, b_v1(b, OpComplexReal, a, x));
	Value *i = b_v1(b, OpCvtFF, c, b_v1(b, OpComplexImag, a, x));
	return b_v2(b, OpComplexMake, to, r, i);
}

Value *
b_string_bytes(B *b, Value *s)
{
	return b_v1(b, OpStringPtr, ptr_to(basic_type[T_UINT8]), s);
}

static Value *
make_string(B *b, Type *t, Value *pair)
{
	Value *p = b_sel(b, pair, 0);
	return b_v2(b, OpStringMake, t, p, b_sel(b, pair, 1));
}

static Value *
to_string(B *b, Value *x, Type *fu, Type *to)
{
	Type *pl = tuple2(ptr_to(basic_type[T_UINT8]), basic_type[T_INT]);
	if (type_is_integer(fu)) {
		Type *i64 = basic_type[T_INT64];
		if (type_size(fu) == 8 && type_is_unsigned(fu)) {
			/* beyond int64 it is no rune either */
			Value *big = b_v2(b, OpLess64, basic_type[T_BOOL], b_int_convert(b, x, fu, i64), b_const(b, i64, 0));
			x = b_v3(b, OpCondSelect, i64, big, b_const(b, i64, -1), b_int_convert(b, x, fu, i64));
		} else {
			x = b_int_convert(b, x, fu, i64);
		}
		return make_string(b, to, b_rt(b, RT_intstring, pl, 1, x));
	}
	bool bytes = type_size(fu->elem) == 1;
	Value *p = b_v1(b, OpSlicePtr, ptr_to(fu->elem), x);
	Value *n = b_v1(b, OpSliceLen, basic_type[T_INT], x);
	return make_string(b, to, b_rt(b, bytes ? RT_slicebytetostring : RT_slicerunetostring, pl, 2, p, n));
}

static Value *
string_to_slice(B *b, Value *x, Type *to, Type *tu)
{
	bool bytes = type_size(tu->elem) == 1;
	Value *out = b_local(b, to);
	b_rt(b, bytes ? RT_stringtoslicebyte : RT_stringtoslicerune, NULL, 3, out, b_string_bytes(b, x),
		b_v1(b, OpStringLen, basic_type[T_INT], x));
	return b_load(b, to, out);
}

/* [N]T(s), (*[N]T)(s) */
static Value *
slice_to_array_ptr(B *b, Value *x, Type *elem, Type *at, Type *pt)
{
	Value *n = b_v1(b, OpSliceLen, basic_type[T_INT], x);
	b_bounds(b, b_int(b, at->len), n, 8 /* BOUNDS_CONVERT */);
	Value *p = b_v1(b, OpSlicePtr, ptr_to(elem), x);
	return b_v1(b, OpConvNop, pt, p);
}

static bool
pointer_like(Type *u)
{
	return u->kind == T_POINTER || u->kind == T_UNSAFEPTR || u->kind == T_MAP || u->kind == T_CHAN || u->kind == T_SIGNATURE;
}

/* From and to are substituted. arg: the operand, for constants made into interfaces; may be NULL. */
Value *
b_convert(B *b, Value *x, Type *from, Type *to, Expr *arg)
{
	Type *fu = type_under(from), *tu = type_under(to);
	if (type_is_untyped(fu))
		fu = from = type_default(fu);
	if (tu->kind == T_INTERFACE)
		return b_to_iface(b, x, from, to, arg);
	if (type_is_string(tu) && type_is_string(fu))
		return x;
	if (type_is_string(tu))
		return to_string(b, x, fu, to);
	if (type_is_string(fu) && tu->kind == T_SLICE)
		return string_to_slice(b, x, to, tu);
	if (type_is_complex(tu) && type_is_complex(fu))
		return complex_convert(b, x, fu, to, tu);
	if (type_is_numeric(fu) && type_is_numeric(tu))
		return number_convert(b, x, fu, to, tu);
	if (fu->kind == T_SLICE && tu->kind == T_POINTER)
		return slice_to_array_ptr(b, x, fu->elem, type_under(tu->elem), to);
	if (fu->kind == T_SLICE && tu->kind == T_ARRAY) {
		Value *p = slice_to_array_ptr(b, x, fu->elem, tu, ptr_to(to));
		return type_size(to) == 0 ? b_zero(b, to) : b_load(b, to, p);
	}
	if (pointer_like(fu) && type_is_integer(tu))
		return b_v1(b, OpBitcast, to, x);
	if (type_is_integer(fu) && pointer_like(tu))
		return b_v1(b, OpBitcast, to, x);
	if (type_ssaable(to) && x->type != to && (pointer_like(tu) || tu->kind == T_SLICE || tu->kind == T_STRUCT || tu->kind == T_ARRAY))
		return b_v1(b, OpConvNop, to, x);
	return x;
}

Value *
b_conversion(B *b, Expr *e)
{
	Type *to = b_ty(b, e->type);
	Expr *arg = unparen(e->list.v[0]);
	if (arg->mode == MODE_NIL)
		return b_zero(b, to);
	Type *from = b_ty(b, arg->type);
	bool exact = type_is_untyped(type_under(from)) || type_is_typeparam(e->type);
	if (arg->val && exact && type_is_const_type(type_under(to)) &&
		!(type_is_string(type_under(to)) && const_kind(arg->val) != C_STRING))
		return b_constant(b, arg->val, to);
	Value *x = b_expr(b, arg);
	b->pos = e->pos;
	return b_convert(b, x, from, to, arg);
}
