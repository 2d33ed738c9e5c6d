/* build_range.c - for range over integers, arrays, slices, strings, maps and channels. Functions: build_rangefunc.c. */
#include "ssa/build.h"

#define ABI_NUMBERS
#include "runtime/abi/abi.h"

typedef struct Loop_ { Stmt *s; Block *head, *body, *post, *end; } RangeLoop;

static bool
wants(Stmt *s, int i)
{
	if (i >= s->lhs.n || !s->lhs.v[i])
		return false;
	Expr *e = unparen(s->lhs.v[i]);
	return !(e->kind == E_NAME && e->name->len == 1 && e->name->s[0] == '_');
}

static void
convert_store(B *b, Lv *l, Value *x, Type *t)
{
	if (l)
		lv_store(b, l, type_same(t, l->type) ? x : b_convert(b, x, t, l->type, NULL));
}

/* The iteration's values go to new variables or, left to right, to the places on the left. */
static void
range_assign(B *b, Stmt *s, Value *k, Type *kt, Value *v, Type *vt)
{
	b->pos = s->pos;
	if (s->define) {
		if (wants(s, 0) && s->newvars.v[0])
			b_define_var(b, s->newvars.v[0], k, kt);
		if (wants(s, 1) && s->newvars.v[1])
			b_define_var(b, s->newvars.v[1], v, vt);
		return;
	}
	Lv *l0 = wants(s, 0) ? b_lvalue(b, s->lhs.v[0]) : NULL;
	Lv *l1 = wants(s, 1) ? b_lvalue(b, s->lhs.v[1]) : NULL;
	if (l0 && l1 && v)
		v = b_stable(b, vt, v);
	convert_store(b, l0, k, kt);
	convert_store(b, l1, v, vt);
}

static RangeLoop
loop_begin(B *b, Stmt *s)
{
	RangeLoop l = { s, b_block(b), b_block(b), b_block(b), b_block(b) };
	b_target(b, s, l.end, l.post);
	b->pos = s->pos;
	b_jump(b, l.head);
	b_start(b, l.head);
	return l;
}

static void
loop_body(B *b, RangeLoop *l)
{
	b_block_stmt(b, l->s->body);
	b_jump(b, l->post);
	b_seal(b, l->post);
	b->cur = l->post->preds.n ? l->post : NULL;
}

static void
loop_end(B *b, RangeLoop *l)
{
	b->pos = l->s->pos;
	b_jump(b, l->head);
	b_seal(b, l->head);
	b_seal(b, l->end);
	b->cur = l->end->preds.n ? l->end : NULL;
}

static void
increment(B *b, Var *i)
{
	if (b->cur)
		b_write(b, i, b_arith(b, OP_ADD, i->type, b_read(b, i), b_const(b, i->type, 1)));
}

static void
range_int(B *b, Stmt *s, Type *t)
{
	if (type_is_untyped(t)) {
		t = basic_type[T_INT];
		if (s->define && wants(s, 0) && s->newvars.v[0])
			t = b_ty(b, s->newvars.v[0]->type);
		else if (!s->define && wants(s, 0))
			t = b_ty(b, s->lhs.v[0]->type);
	}
	Value *n = b_expr_to(b, s->x, t);
	Var *i = var_synth(b, t);
	b_write(b, i, b_const(b, t, 0));
	RangeLoop l = loop_begin(b, s);
	Value *iv = b_read(b, i);
	b_if(b, b_compare(b, OP_LSS, t, iv, n), l.body, l.end, 0);
	b_enter(b, l.body);
	range_assign(b, s, iv, t, NULL, NULL);
	loop_body(b, &l);
	increment(b, i);
	loop_end(b, &l);
}

/* Counts to n; elem gives the element's address, or NULL. */
static void
range_counted(B *b, Stmt *s, Value *n, Value *base, Type *et, Value *whole)
{
	Type *in = basic_type[T_INT];
	Var *i = var_synth(b, in);
	b_write(b, i, b_int(b, 0));
	RangeLoop l = loop_begin(b, s);
	Value *iv = b_read(b, i);
	b_if(b, b_v2(b, OpLess64, basic_type[T_BOOL], iv, n), l.body, l.end, 0);
	b_enter(b, l.body);
	Value *v = NULL;
	if (wants(s, 1) && !whole && !base)      /* no elements */
		v = type_ssaable(et) ? b_zero(b, et) : b_local(b, et);
	else if (wants(s, 1))
		v = whole ? b_v1(b, OpStructSelect, et, whole) : b_load(b, et, b_elem_ptr(b, et, base, iv));
	range_assign(b, s, iv, in, v, et);
	loop_body(b, &l);
	increment(b, i);
	loop_end(b, &l);
}

static void
range_array(B *b, Stmt *s, Type *t, Type *u)
{
	Type *at = u->kind == T_POINTER ? type_under(u->elem) : u;
	Type *et = unalias(at->elem);
	Value *n = b_int(b, at->len);
	if (!wants(s, 1)) {              /* len(x) is constant: x is not evaluated, unless it calls */
		if (b_has_call(s->x))
			b_discard(b, s->x);
		range_counted(b, s, n, NULL, et, NULL);
		return;
	}
	if (u->kind == T_POINTER) {
		Value *p = b_expr(b, s->x);
		b->pos = s->x->pos;
		if (at->len > 0)
			p = b_nilcheck(b, p);
		range_counted(b, s, n, p, et, NULL);
		return;
	}
	Value *x = b_expr(b, s->x);
	if (type_ssaable(t))
		range_counted(b, s, n, NULL, et, at->len ? x : NULL);
	else
		range_counted(b, s, n, b_in_memory(b, s->x) ? b_stable(b, t, x) : x, et, NULL);
}

static void
range_string(B *b, Stmt *s, Type *t)
{
	Type *in = basic_type[T_INT], *rt = type_rune;
	Value *x = b_expr_to(b, s->x, type_is_untyped(t) ? basic_type[T_STRING] : t);
	Value *p = b_string_bytes(b, x), *n = b_v1(b, OpStringLen, in, x);
	Var *i = var_synth(b, in), *next = var_synth(b, in), *r = var_synth(b, rt);
	b_write(b, next, b_int(b, 0));
	RangeLoop l = loop_begin(b, s);
	Value *iv = b_read(b, next);
	b_if(b, b_v2(b, OpLess64, basic_type[T_BOOL], iv, n), l.body, l.end, 0);
	b_enter(b, l.body);
	b_write(b, i, iv);
	Value *c = b_v1(b, OpLoad, basic_type[T_UINT8], b_elem_ptr(b, basic_type[T_UINT8], p, iv));
	Value *c32 = b_int_convert(b, c, basic_type[T_UINT8], rt);
	b_write(b, r, c32);
	b_write(b, next, b_v2(b, OpAdd64, in, iv, b_int(b, 1)));
	Block *multi = b_block(b), *go = b_block(b);
	b_if(b, b_v2(b, OpLess8u, basic_type[T_BOOL], c, b_const(b, basic_type[T_UINT8], 0x80)), go, multi, 1);
	b_enter(b, multi);
	Value *d = b_rtpure(b, RT_decoderune, tuple2(in, in), 3, p, n, iv);
	b_write(b, r, b_int_convert(b, b_sel(b, d, 0), in, rt));
	b_write(b, next, b_sel(b, d, 1));
	b_jump(b, go);
	b_enter(b, go);
	range_assign(b, s, b_read(b, i), in, b_read(b, r), rt);
	loop_body(b, &l);
	loop_end(b, &l);
}

static void
range_map(B *b, Stmt *s, Type *t, Type *u)
{
	Type *up = basic_type[T_UNSAFEPTR], *kt = unalias(u->key), *et = unalias(u->elem);
	Value *m = b_expr(b, s->x);
	Type *iter_t = type_array(up, 16);
	Value *it = b_local(b, iter_t);
	b->pos = s->pos;
	b_zero_mem(b, iter_t, it);
	b_rt(b, RT_mapiterinit, NULL, 3, b_type_addr(b, t), m, it);
	RangeLoop l = loop_begin(b, s);
	Value *kp = b_v1(b, OpLoad, ptr_to(kt), b_off(b, it, 0, ptr_to(kt)));
	b_if(b, b_v2(b, OpEqPtr, basic_type[T_BOOL], kp, b_zero(b, kp->type)), l.end, l.body, 0);
	b_enter(b, l.body);
	Value *k = wants(s, 0) ? b_load(b, kt, kp) : NULL, *v = NULL;
	if (wants(s, 1)) {
		Value *vp = b_v1(b, OpLoad, ptr_to(et), b_off(b, it, 8, ptr_to(et)));
		v = b_load(b, et, vp);
	}
	range_assign(b, s, k, kt, v, et);
	loop_body(b, &l);
	if (b->cur)
		b_rt(b, RT_mapiternext, NULL, 1, it);
	loop_end(b, &l);
}

static void
range_chan(B *b, Stmt *s, Type *u)
{
	Type *et = unalias(u->elem);
	Value *c = b_expr(b, s->x);
	Value *slot = b_local(b, et);
	RangeLoop l = loop_begin(b, s);
	Value *ok = b_rt(b, RT_chanrecv2, basic_type[T_BOOL], 2, c, slot);
	b_if(b, ok, l.body, l.end, 0);
	b_enter(b, l.body);
	Value *v = NULL;
	if (wants(s, 0))
		v = type_size(et) == 0 && type_ssaable(et) ? b_zero(b, et) : b_load(b, et, slot);
	range_assign(b, s, v, et, NULL, NULL);
	loop_body(b, &l);
	loop_end(b, &l);
}

void
b_range(B *b, Stmt *s)
{
	Type *t = b_ty(b, s->x->type);
	Type *u = type_core(t);
	if (!u)
		u = type_under(t);
	if (type_is_integer(u)) {
		range_int(b, s, t);
		return;
	}
	if (type_is_string(u)) {
		range_string(b, s, t);
		return;
	}
	switch (u->kind) {
	case T_ARRAY: case T_POINTER: range_array(b, s, t, u); break;
	case T_SLICE: {
		Value *x = b_expr(b, s->x);
		Type *et = unalias(u->elem);
		Value *p = b_v1(b, OpSlicePtr, ptr_to(et), x);
		range_counted(b, s, b_v1(b, OpSliceLen, basic_type[T_INT], x), p, et, NULL);
		break;
	}
	case T_MAP: range_map(b, s, t, u); break;
	case T_CHAN: range_chan(b, s, u); break;
	case T_SIGNATURE: b_rangefunc(b, s); break;
	default: fatal_at(s->pos, "build: range over %s", type_string(t, NULL));
	}
}
