/* build_index.c - len, cap, indexing and slicing, with gc's bounds codes. */
#include "ssa/build.h"

#define ABI_NUMBERS
#include "runtime/abi/abi.h"

Value *
b_bounds(B *b, Value *i, Value *n, int code)
{
	Value *v = b_v2(b, OpBoundsCheck, i->type, i, n);
	v->auxint = code;
	return v;
}

Value *
b_elem_ptr(B *b, Type *elem, Value *p, Value *i)
{
	elem = unalias(elem);
	Value *v = b_v2(b, OpPtrIndex, ptr_to(elem), p, i);
	v->auxtype = elem;
	return v;
}

/* The first word behind a map or channel pointer, 0 for nil. */
static Value *
header_word(B *b, Value *x, int64_t off)
{
	Type *in = basic_type[T_INT];
	Block *some = b_block(b), *end = b_block(b);
	Var *v = var_synth(b, in);
	b_write(b, v, b_int(b, 0));
	b_if(b, b_v2(b, OpEqPtr, basic_type[T_BOOL], x, b_zero(b, x->type)), end, some, 0);
	b_enter(b, some);
	b_write(b, v, b_v1(b, OpLoad, in, b_off(b, x, off, in)));
	b_jump(b, end);
	b_enter(b, end);
	return b_read(b, v);
}

Value *
b_len(B *b, Type *t, Value *x)
{
	Type *u = type_under(t), *in = basic_type[T_INT];
	switch (u->kind) {
	case T_STRING: case T_UNTYPED_STRING: return b_v1(b, OpStringLen, in, x);
	case T_SLICE: return b_v1(b, OpSliceLen, in, x);
	case T_ARRAY: return b_int(b, u->len);
	case T_POINTER: return b_int(b, type_under(u->elem)->len);
	default: return header_word(b, x, 0);
	}
}

Value *
b_cap(B *b, Type *t, Value *x)
{
	Type *u = type_under(t);
	if (u->kind == T_SLICE)
		return b_v1(b, OpSliceCap, basic_type[T_INT], x);
	return u->kind == T_CHAN ? header_word(b, x, 8) : b_len(b, t, x);
}

Value *
b_index_value(B *b, Expr *e)
{
	if (e->val) {
		int64_t i;
		if (const_int64_val(const_to_int(e->val), &i))
			return b_int(b, i);
	}
	return b_index_int(b, b_expr(b, e), b_ty(b, e->type));
}

static Value *
index_string(B *b, Expr *e, Type *xt)
{
	Value *s = b_expr_to(b, e->x, xt);
	Value *i = b_index_value(b, e->list.v[0]);
	b->pos = e->pos;
	i = b_bounds(b, i, b_len(b, xt, s), BOUNDS_INDEX);
	return b_v1(b, OpLoad, b_ty(b, e->type), b_elem_ptr(b, basic_type[T_UINT8], b_string_bytes(b, s), i));
}

static Value *
index_map(B *b, Expr *e, Type *mt)
{
	Type *u = type_under(mt);
	Value *m = b_expr(b, e->x);
	Value *k = b_expr_to(b, e->list.v[0], unalias(u->key));
	b->pos = e->pos;
	return b_load(b, unalias(u->elem), map_addr1(b, mt, m, k));
}

/* An array that is no variable: a[i] of a value. */
static Value *
index_array_value(B *b, Expr *e, Type *at)
{
	Type *u = type_under(at), *et = unalias(u->elem);
	Value *x = b_expr(b, e->x);
	Value *i = b_bounds(b, b_index_value(b, e->list.v[0]), b_int(b, u->len), BOUNDS_INDEX);
	if (type_ssaable(at))
		return u->len == 1 ? b_v1(b, OpStructSelect, et, x) : b_zero(b, et);
	return b_load(b, et, b_elem_ptr(b, et, x, i));
}

Value *
b_index(B *b, Expr *e)
{
	Type *xt = b_ty(b, e->x->type), *u = type_under(xt);
	if (type_is_string(u))
		return index_string(b, e, type_is_untyped(u) ? basic_type[T_STRING] : xt);
	if (u->kind == T_MAP)
		return index_map(b, e, xt);
	if (u->kind == T_ARRAY && !b_in_memory(b, e->x))
		return index_array_value(b, e, xt);
	return lv_load(b, b_lvalue(b, e));
}

/* slicing */

typedef struct Slicing {
	Type *elem;
	Value *ptr, *len, *cap;              /* cap NULL: a string */
	bool array;                          /* cap is a constant length */
	Value *i, *j, *k;
} Slicing;

static void
slice_operand(B *b, Expr *e, Type *xt, Slicing *s)
{
	Type *u = type_under(xt);
	if (type_is_string(u)) {
		Value *x = b_expr_to(b, e->x, type_is_untyped(u) ? basic_type[T_STRING] : xt);
		s->elem = basic_type[T_UINT8];
		s->ptr = b_string_bytes(b, x);
		s->len = b_len(b, xt, x);
		return;
	}
	if (u->kind == T_SLICE) {
		Value *x = b_expr(b, e->x);
		s->elem = unalias(u->elem);
		s->ptr = b_v1(b, OpSlicePtr, ptr_to(s->elem), x);
		s->len = b_len(b, xt, x);
		s->cap = b_cap(b, xt, x);
		return;
	}
	Value *p = u->kind == T_POINTER ? b_expr(b, e->x) : b_addr(b, e->x);
	Type *at = u->kind == T_POINTER ? type_under(u->elem) : u;
	s->elem = unalias(at->elem);
	s->ptr = p;
	s->len = s->cap = b_int(b, at->len);
	s->array = true;
}

static void
slice_bounds2(B *b, Slicing *s)
{
	Value *limit = s->cap ? s->cap : s->len;
	if (s->j)
		s->j = b_bounds(b, s->j, limit, s->cap && !s->array ? BOUNDS_SLICE_ACAP : BOUNDS_SLICE_ALEN);
	else
		s->j = s->len;
	if (s->i)
		s->i = b_bounds(b, s->i, s->j, BOUNDS_SLICE_B);
}

static void
slice_bounds3(B *b, Slicing *s)
{
	s->k = b_bounds(b, s->k, s->cap, s->array ? BOUNDS_SLICE3_ALEN : BOUNDS_SLICE3_ACAP);
	s->j = b_bounds(b, s->j, s->k, BOUNDS_SLICE3_B);
	if (s->i)
		s->i = b_bounds(b, s->i, s->j, BOUNDS_SLICE3_C);
}

static Value *
as_int(B *b, Value *x)
{
	return type_under(x->type)->kind == T_INT ? x : b_v1(b, OpConvNop, basic_type[T_INT], x);
}

/* ptr + i elements, but the old pointer when nothing is left behind it: it must not point to the next object. */
static Value *
advance(B *b, Slicing *s, Value *room)
{
	if (!s->i || (s->i->op == OpConst64 && s->i->auxint == 0))
		return s->ptr;
	Value *none = b_v2(b, OpEq64, basic_type[T_BOOL], room, b_int(b, 0));
	Value *i = b_v3(b, OpCondSelect, basic_type[T_INT], none, b_int(b, 0), as_int(b, s->i));
	return b_elem_ptr(b, s->elem, s->ptr, i);
}

static Value *
minus(B *b, Value *x, Value *y)
{
	return y ? b_v2(b, OpSub64, basic_type[T_INT], as_int(b, x), as_int(b, y)) : as_int(b, x);
}

Value *
b_slice(B *b, Expr *e)
{
	Type *xt = b_ty(b, e->x->type), *t = b_ty(b, e->type);
	if (type_is_untyped(t))
		t = basic_type[T_STRING];
	Slicing s = { 0 };
	slice_operand(b, e, xt, &s);
	s.i = e->index[0] ? b_index_value(b, e->index[0]) : NULL;
	s.j = e->index[1] ? b_index_value(b, e->index[1]) : NULL;
	s.k = e->index[2] ? b_index_value(b, e->index[2]) : NULL;
	b->pos = e->pos;
	if (s.array)
		s.ptr = b_v1(b, OpConvNop, ptr_to(s.elem), b_nilcheck(b, s.ptr));
	if (s.k)
		slice_bounds3(b, &s);
	else
		slice_bounds2(b, &s);
	Value *len = minus(b, s.j, s.i);
	if (!s.cap)
		return b_v2(b, OpStringMake, t, advance(b, &s, len), len);
	Value *cap = minus(b, s.k ? s.k : s.cap, s.i);
	return b_v3(b, OpSliceMake, t, advance(b, &s, cap), len, cap);
}
