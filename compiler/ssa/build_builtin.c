/* build_builtin.c - the predeclared functions and those of package unsafe. */
#include "ssa/build.h"

static Type *
arg_type(B *b, Expr *e, int i)
{
	return b_ty(b, e->list.v[i]->type);
}

static Type *
core(Type *t)
{
	Type *c = type_core(t);
	return c ? c : type_under(t);
}

/* append */

typedef struct Grow { Value *ptr, *len, *newlen, *cap; Type *elem; } Grow;

/* Room for n more elements behind s. */
static Grow
grow(B *b, Type *st, Value *s, Value *n)
{
	Type *in = basic_type[T_INT];
	Grow g = { .elem = unalias(core(st)->elem) };
	Type *pt = ptr_to(g.elem);
	g.ptr = b_v1(b, OpSlicePtr, pt, s);
	g.len = b_v1(b, OpSliceLen, in, s);
	g.cap = b_v1(b, OpSliceCap, in, s);
	g.newlen = b_v2(b, OpAdd64, in, g.len, n);
	Block *more = b_block(b), *end = b_block(b);
	Var *p = var_synth(b, pt), *c = var_synth(b, in);
	b_write(b, p, g.ptr);
	b_write(b, c, g.cap);
	b_if(b, b_v2(b, OpLess64u, basic_type[T_BOOL], g.cap, g.newlen), more, end, -1);
	b_enter(b, more);
	Value *out = b_local(b, st);
	b_rt(b, RT_growslice, NULL, 7, out, g.ptr, g.newlen, g.cap, n, b_int(b, 0), b_type_addr(b, g.elem));
	Value *ns = b_load(b, st, out);
	b_write(b, p, b_v1(b, OpSlicePtr, pt, ns));
	b_write(b, c, b_v1(b, OpSliceCap, in, ns));
	b_jump(b, end);
	b_enter(b, end);
	g.ptr = b_read(b, p);
	g.cap = b_read(b, c);
	return g;
}

static Value *
append_all(B *b, Expr *e, Type *st, Value *s)
{
	Type *xt = arg_type(b, e, 1), *in = basic_type[T_INT];
	Expr *arg = unparen(e->list.v[1]);
	if (arg->mode == MODE_NIL)
		return s;
	bool str = type_is_string(type_under(xt)) || type_is_string(core(xt));
	Value *x = b_expr_to(b, arg, type_is_untyped(xt) ? basic_type[T_STRING] : xt);
	b->pos = e->pos;
	Value *n = b_v1(b, str ? OpStringLen : OpSliceLen, in, x);
	Value *src = str ? b_string_bytes(b, x) : b_v1(b, OpSlicePtr, ptr_to(core(xt)->elem), x);
	Grow g = grow(b, st, s, n);
	b_v3(b, OpMemmove, NULL, b_elem_ptr(b, g.elem, g.ptr, g.len), src, n)->auxtype = g.elem;
	return b_v3(b, OpSliceMake, st, g.ptr, g.newlen, g.cap);
}

static Value *
builtin_append(B *b, Expr *e)
{
	Type *st = b_ty(b, e->type);
	Value *s = b_expr_to(b, e->list.v[0], st);
	if (e->dots)
		return append_all(b, e, st, s);
	int n = e->list.n - 1;
	if (n == 0)
		return s;
	Type *et = unalias(core(st)->elem);
	ValueList xs = { 0 };
	for (int i = 0; i < n; i++) {
		Value *x = b_expr_to(b, e->list.v[i + 1], et);
		vec_push(permanent, &xs, b_stable(b, et, x));
	}
	b->pos = e->pos;
	Grow g = grow(b, st, s, b_int(b, n));
	for (int i = 0; i < n; i++) {
		Value *at = i == 0 ? g.len : b_v2(b, OpAdd64, basic_type[T_INT], g.len, b_int(b, i));
		b_store(b, et, b_elem_ptr(b, et, g.ptr, at), xs.v[i]);
	}
	return b_v3(b, OpSliceMake, st, g.ptr, g.newlen, g.cap);
}

static Value *
builtin_copy(B *b, Expr *e)
{
	Type *dt = arg_type(b, e, 0), *xt = arg_type(b, e, 1), *in = basic_type[T_INT];
	Type *et = unalias(core(dt)->elem);
	Value *d = b_expr(b, e->list.v[0]);
	bool str = type_is_string(type_under(xt)) || type_is_string(core(xt));
	Value *s = b_expr_to(b, e->list.v[1], type_is_untyped(xt) ? basic_type[T_STRING] : xt);
	b->pos = e->pos;
	Value *dn = b_v1(b, OpSliceLen, in, d), *sn = b_v1(b, str ? OpStringLen : OpSliceLen, in, s);
	Value *n = b_v3(b, OpCondSelect, in, b_v2(b, OpLess64, basic_type[T_BOOL], dn, sn), dn, sn);
	Value *dp = b_v1(b, OpSlicePtr, ptr_to(et), d);
	Value *sp = str ? b_string_bytes(b, s) : b_v1(b, OpSlicePtr, ptr_to(et), s);
	b_v3(b, OpMemmove, NULL, dp, sp, n)->auxtype = et;
	return n;
}

static void
builtin_clear(B *b, Expr *e)
{
	Type *t = arg_type(b, e, 0), *u = core(t);
	Value *x = b_expr(b, e->list.v[0]);
	b->pos = e->pos;
	if (u->kind == T_MAP) {
		b_rt(b, RT_mapclear, NULL, 2, b_type_addr(b, t), x);
		return;
	}
	Value *n = b_v1(b, OpSliceLen, basic_type[T_INT], x), *p = b_v1(b, OpSlicePtr, ptr_to(u->elem), x);
	if (type_has_pointers(u->elem))
		b_rt(b, RT_typedclrn, NULL, 3, b_type_addr(b, u->elem), p, n);
	else
		b_rt(b, RT_memclr, NULL, 2, p, b_v2(b, OpMul64, basic_type[T_INT], n, b_int(b, type_size(u->elem))));
}

static void
builtin_delete(B *b, Expr *e)
{
	Type *mt = arg_type(b, e, 0);
	Value *m = b_expr(b, e->list.v[0]);
	Value *k = b_expr_to(b, e->list.v[1], unalias(core(mt)->key));
	b->pos = e->pos;
	map_delete(b, mt, m, k);
}

/* make, new */

static Value *
make_slice(B *b, Expr *e, Type *t)
{
	Value *len = b_index_value(b, e->list.v[1]);
	Value *cap = e->list.n > 2 ? b_index_value(b, e->list.v[2]) : len;
	b->pos = e->pos;
	Value *v = b_v2(b, OpMakeSlice, t, len, cap);
	v->auxtype = unalias(core(t)->elem);
	v->expr = e;
	use_type(b->p, v->auxtype);
	return v;
}

static Value *
builtin_make(B *b, Expr *e)
{
	Type *t = b_ty(b, e->type);
	Type *u = core(t);
	if (u->kind == T_SLICE)
		return make_slice(b, e, t);
	Value *n = e->list.n > 1 ? b_index_value(b, e->list.v[1]) : NULL;
	b->pos = e->pos;
	if (u->kind == T_CHAN)
		return b_rt(b, RT_makechan, t, 2, b_type_addr(b, t), n ? n : b_int(b, 0));
	if (!n)
		return b_rt(b, RT_makemap_small, t, 1, b_type_addr(b, t));
	return b_rt(b, RT_makemap, t, 2, b_type_addr(b, t), n);
}

static Value *
builtin_new(B *b, Expr *e)
{
	Expr *a = e->list.v[0];
	Type *t = unalias(type_under(b_ty(b, e->type))->elem);
	if (a->mode == MODE_TYPE)
		return b_newobj(b, t);
	Value *x = b_stable(b, t, b_expr_to(b, a, t));
	Value *p = b_newobj(b, t);
	b_store(b, t, p, x);
	return p;
}

/* print */

static void
print_value(B *b, Value *x, Type *t)
{
	Type *u = type_under(t);
	if (type_is_string(u)) {
		b_rt(b, RT_printstring, NULL, 2, b_string_bytes(b, x), b_v1(b, OpStringLen, basic_type[T_INT], x));
	} else if (type_is_float(u)) {
		b_rt(b, type_size(u) == 4 ? RT_printfloat32 : RT_printfloat, NULL, 1, x);
	} else if (type_is_complex(u)) {
		bool small = type_size(u) == 8;
		Type *ft = basic_type[small ? T_FLOAT32 : T_FLOAT64];
		Value *re = b_v1(b, OpComplexReal, ft, x), *im = b_v1(b, OpComplexImag, ft, x);
		b_rt(b, small ? RT_printcomplex64 : RT_printcomplex, NULL, 2, re, im);
	} else if (type_is_integer(u)) {
		bool uns = type_is_unsigned(u);
		b_rt(b, uns ? RT_printuint : RT_printint, NULL, 1, b_int_convert(b, x, u, basic_type[uns ? T_UINT64 : T_INT64]));
	} else if (u->kind == T_BOOL) {
		b_rt(b, RT_printbool, NULL, 1, x);
	} else if (u->kind == T_SLICE) {
		b_rt(b, RT_printslice, NULL, 3, b_v1(b, OpSlicePtr, ptr_to(u->elem), x), b_len(b, t, x), b_cap(b, t, x));
	} else if (u->kind == T_INTERFACE) {
		Type *p = basic_type[T_UNSAFEPTR];
		bool empty = type_set(u)->methods.n == 0;
		b_rt(b, empty ? RT_printeface : RT_printiface, NULL, 2, b_v1(b, OpITab, p, x), b_v1(b, OpIData, p, x));
	} else {
		b_rt(b, RT_printpointer, NULL, 1, x);
	}
}

static void
builtin_print(B *b, Expr *e, bool ln)
{
	ValueList xs = { 0 };
	TypeList ts = { 0 };
	for (int i = 0; i < e->list.n; i++) {
		Expr *a = unparen(e->list.v[i]);
		Type *t = a->mode == MODE_NIL ? basic_type[T_UNSAFEPTR] : b_ty(b, a->type);
		if (type_is_untyped(t))
			t = type_default(t);
		if (type_under(t)->kind == T_INT && a->val) {
			int64_t i64;
			if (!const_int64_val(const_to_int(a->val), &i64))
				t = basic_type[T_UINT64];
		}
		vec_push(permanent, &xs, b_expr_to(b, a, t));
		vec_push(permanent, &ts, t);
	}
	b->pos = e->pos;
	b_rt(b, RT_printlock, NULL, 0);
	for (int i = 0; i < xs.n; i++) {
		if (ln && i > 0)
			b_rt(b, RT_printsp, NULL, 0);
		print_value(b, xs.v[i], ts.v[i]);
	}
	if (ln)
		b_rt(b, RT_printnl, NULL, 0);
	b_rt(b, RT_printunlock, NULL, 0);
}

/* min, max */

static Value *
min_max2(B *b, bool max, Type *t, Value *x, Value *y)
{
	Type *u = type_under(t);
	if (type_is_float(u)) {
		SsaOp o = max ? OpMax32F : OpMin32F;
		return b_v2(b, (SsaOp)(o + (type_size(u) == 8)), t, x, y);
	}
	Value *c = max ? b_compare(b, OP_LSS, t, x, y) : b_compare(b, OP_LSS, t, y, x);
	if (type_is_integer(u))
		return b_v3(b, OpCondSelect, t, c, y, x);
	Block *second = b_block(b), *end = b_block(b);
	Var *v = var_synth(b, t);
	b_write(b, v, x);
	b_if(b, c, second, end, 0);
	b_enter(b, second);
	b_write(b, v, y);
	b_jump(b, end);
	b_enter(b, end);
	return b_read(b, v);
}

static Value *
builtin_min_max(B *b, Expr *e, bool max)
{
	Type *t = b_ty(b, e->type);
	if (type_is_untyped(t))
		t = type_default(t);
	Value *v = b_expr_to(b, e->list.v[0], t);
	for (int i = 1; i < e->list.n; i++) {
		Value *y = b_expr_to(b, e->list.v[i], t);
		b->pos = e->pos;
		v = min_max2(b, max, t, v, y);
	}
	return v;
}

/* panic, recover */

void
b_panic_value(B *b, Value *x)
{
	Type *p = basic_type[T_UNSAFEPTR];
	Value *t = b_v1(b, OpITab, p, x);
	b_rt(b, RT_gopanic, NULL, 2, t, b_v1(b, OpIData, p, x));
}

static Value *
builtin_recover(B *b)
{
	Type *p = basic_type[T_UNSAFEPTR];
	Value *token = b->recover_token ? b->recover_token : b_zero(b, p);
	Value *r = b_rt(b, RT_gorecover, tuple2(p, p), 1, token);
	Value *t = b_sel(b, r, 0);
	return b_v2(b, OpIMake, type_any, t, b_sel(b, r, 1));
}

/* complex numbers */

static Value *
builtin_complex(B *b, Expr *e)
{
	Type *t = b_ty(b, e->type);
	if (type_is_untyped(t))
		t = basic_type[T_COMPLEX128];
	Type *f = basic_type[type_size(t) == 8 ? T_FLOAT32 : T_FLOAT64];
	Value *re = b_expr_to(b, e->list.v[0], f);
	return b_v2(b, OpComplexMake, t, re, b_expr_to(b, e->list.v[1], f));
}

static Value *
complex_part(B *b, Expr *e, SsaOp op)
{
	Type *ct = arg_type(b, e, 0);
	if (type_is_untyped(ct))
		ct = basic_type[T_COMPLEX128];
	Value *x = b_expr_to(b, e->list.v[0], ct);
	return b_v1(b, op, b_ty(b, e->type), x);
}

/* len and cap of what is not constant; a channel receive or call inside an array operand is still evaluated */
static Value *
len_cap(B *b, Expr *e, bool cap)
{
	Type *t = arg_type(b, e, 0);
	if (type_is_untyped(t))
		t = basic_type[T_STRING];
	Type *u = type_under(t);
	if (u->kind == T_POINTER) {
		b_discard(b, e->list.v[0]);
		return b_int(b, type_under(u->elem)->len);
	}
	Value *x = b_expr_to(b, e->list.v[0], t);
	b->pos = e->pos;
	return cap ? b_cap(b, t, x) : b_len(b, t, x);
}

/* unsafe */

static void
check_or(B *b, Value *bad_cond, RtCall rt)
{
	Block *bad = b_block(b), *ok = b_block(b);
	b_if(b, bad_cond, bad, ok, -1);
	b_enter(b, bad);
	b_rt(b, rt, NULL, 0);
	b_enter(b, ok);
}

static void
check_unsafe_len(B *b, Value *p, Value *n, int64_t size, RtCall len_rt, RtCall nil_rt)
{
	Type *bl = basic_type[T_BOOL], *u64 = basic_type[T_UINT64];
	uint64_t most = size > 1 ? (uint64_t)INT64_MAX / (uint64_t)size : (uint64_t)INT64_MAX;
	check_or(b, b_v2(b, OpLess64u, bl, b_const(b, u64, (int64_t)most), n), len_rt);
	Value *isnil = b_v2(b, OpEqPtr, bl, p, b_zero(b, p->type));
	Value *some = b_v2(b, OpNeq64, bl, n, b_int(b, 0));
	check_or(b, b_v3(b, OpCondSelect, bl, isnil, some, b_bool(b, false)), nil_rt);
	Value *addr = b_v1(b, OpBitcast, basic_type[T_UINTPTR], p);
	Value *bytes = b_v2(b, OpMul64, basic_type[T_UINTPTR], n, b_int(b, size));
	Value *room = b_v1(b, OpNeg64, basic_type[T_UINTPTR], addr);
	Value *over = b_v2(b, OpLess64u, bl, room, bytes);
	check_or(b, b_v3(b, OpCondSelect, bl, isnil, b_bool(b, false), over), len_rt);
}

static Value *
unsafe_slice(B *b, Expr *e)
{
	Type *t = b_ty(b, e->type), *et = unalias(type_under(t)->elem);
	Value *p = b_expr(b, e->list.v[0]);
	Value *n = b_index_value(b, e->list.v[1]);
	b->pos = e->pos;
	check_unsafe_len(b, p, n, type_size(et), RT_panicunsafeslicelen, RT_panicunsafeslicenilptr);
	return b_v3(b, OpSliceMake, t, p, n, n);
}

static Value *
unsafe_string(B *b, Expr *e)
{
	Value *p = b_expr(b, e->list.v[0]);
	Value *n = b_index_value(b, e->list.v[1]);
	b->pos = e->pos;
	check_unsafe_len(b, p, n, 1, RT_panicunsafestringlen, RT_panicunsafestringnilptr);
	return b_v2(b, OpStringMake, basic_type[T_STRING], p, n);
}

static Value *
offset_of(B *b, Expr *e)
{
	Expr *x = unparen(e->list.v[0]);
	Selection *s = b_selection(b, x);
	Type *t = b_ty(b, x->x->type);
	int64_t off = 0;
	for (int i = 0; i < s->path.n; i++) {
		Type *u = type_under(t);
		if (u->kind == T_POINTER)
			u = type_under(u->elem);
		off += field_offset(u, s->path.v[i]);
		t = unalias(u->fields.v[s->path.v[i]]->type);
	}
	return b_const(b, basic_type[T_UINTPTR], off);
}

static Value *
unsafe_builtin(B *b, Expr *e)
{
	Type *up = basic_type[T_UINTPTR];
	switch (unparen(e->x)->builtin) {
	case B_ADD: {
		Value *p = b_expr(b, e->list.v[0]);
		return b_v2(b, OpAddPtr, basic_type[T_UNSAFEPTR], p, b_index_value(b, e->list.v[1]));
	}
	case B_ALIGNOF: return b_const(b, up, type_align(arg_type(b, e, 0)));
	case B_SIZEOF: return b_const(b, up, type_size(arg_type(b, e, 0)));
	case B_OFFSETOF: return offset_of(b, e);
	case B_SLICE: return unsafe_slice(b, e);
	case B_STRING: return unsafe_string(b, e);
	case B_SLICEDATA: return b_v1(b, OpSlicePtr, b_ty(b, e->type), b_expr(b, e->list.v[0]));
	case B_STRINGDATA: return b_v1(b, OpStringPtr, b_ty(b, e->type), b_expr_to(b, e->list.v[0], basic_type[T_STRING]));
	}
	fatal_at(e->pos, "build: builtin %d", unparen(e->x)->builtin);
}

/* f(g()) where g has several results: a call with names for them. */
static Expr *
spread(B *b, Expr *e)
{
	Expr *a = e->list.n == 1 ? unparen(e->list.v[0]) : NULL;
	if (!a || a->kind != E_CALL || !a->type || a->type->kind != T_TUPLE || a->type->vars.n < 2)
		return e;
	ValueList xs = { 0 };
	TypeList ts = { 0 };
	b_multi(b, a, &xs, &ts);
	Expr *c = expr_copy(e);
	c->list.v = NULL;
	c->list.n = c->list.cap = 0;
	for (int i = 0; i < xs.n; i++)
		vec_push(permanent, &c->list, b_named_value(b, ".arg", xs.v[i], ts.v[i], a->pos));
	return c;
}

/* The value, or NULL for those that have none. */
Value *
b_builtin(B *b, Expr *e)
{
	if (e->val)
		return b_constant(b, e->val, b_ty(b, e->type));
	e = spread(b, e);
	switch (unparen(e->x)->builtin) {
	case B_APPEND: return builtin_append(b, e);
	case B_CAP: return len_cap(b, e, true);
	case B_LEN: return len_cap(b, e, false);
	case B_CLEAR: builtin_clear(b, e); return NULL;
	case B_CLOSE: {
		Value *c = b_expr(b, e->list.v[0]);
		b->pos = e->pos;
		b_rt(b, RT_closechan, NULL, 1, c);
		return NULL;
	}
	case B_COMPLEX: return builtin_complex(b, e);
	case B_COPY: return builtin_copy(b, e);
	case B_DELETE: builtin_delete(b, e); return NULL;
	case B_IMAG: return complex_part(b, e, OpComplexImag);
	case B_REAL: return complex_part(b, e, OpComplexReal);
	case B_MAKE: return builtin_make(b, e);
	case B_NEW: return builtin_new(b, e);
	case B_MAX: return builtin_min_max(b, e, true);
	case B_MIN: return builtin_min_max(b, e, false);
	case B_PANIC: {
		Value *x = b_expr_to(b, e->list.v[0], type_any);
		b->pos = e->pos;
		b_panic_value(b, x);
		return NULL;
	}
	case B_PRINT: builtin_print(b, e, false); return NULL;
	case B_PRINTLN: builtin_print(b, e, true); return NULL;
	case B_RECOVER: return builtin_recover(b);
	}
	return unsafe_builtin(b, e);
}
