/* build_lv.c - places: what may stand left of = and after &.
 *
 * b_lvalue evaluates the operands of a place (pointers, indices, maps) in order, but checks nothing; lv_addr, lv_load and
 * lv_store check for nil and bounds, from the outside in, at the moment of use. */
#include "ssa/build.h"

#define ABI_NUMBERS
#include "runtime/abi/abi.h"

static Lv *
lv_new(B *b, LvKind k, Type *t)
{
	Lv *l = NEW(permanent, Lv);
	l->kind = k;
	l->type = t;
	l->pos = b->pos;
	return l;
}

static Lv *
lv_field(B *b, Lv *parent, int i)
{
	Type *u = type_under(parent->type);
	Lv *l = lv_new(b, LV_FIELD, unalias(u->fields.v[i]->type));
	l->parent = parent;
	l->ctype = u;
	l->index = i;
	return l;
}

static Lv *
lv_deref(B *b, Value *p, Type *elem)
{
	Lv *l = lv_new(b, LV_DEREF, unalias(elem));
	l->val = p;
	return l;
}

static Lv *
lv_temp(B *b, Value *x, Type *t)
{
	Lv *l = lv_new(b, type_ssaable(t) ? LV_VAR : LV_ADDR, t);
	l->val = x;
	if (l->kind == LV_VAR) {
		l->var = var_synth(b, t);
		b_write(b, l->var, x);
	}
	return l;
}

/* Follows a path of fields, through embedded pointers. */
static Lv *
lv_path(B *b, Lv *l, const int *path, int n)
{
	for (int i = 0; i < n; i++) {
		Type *u = type_under(l->type);
		if (u->kind == T_POINTER)
			l = lv_deref(b, lv_load(b, l), u->elem);
		l = lv_field(b, l, path[i]);
	}
	return l;
}

static Lv *
lv_name(B *b, Expr *e)
{
	Object *o = e->obj;
	if (e->name->len == 1 && e->name->s[0] == '_')
		return lv_new(b, LV_BLANK, NULL);
	if (o->is_global) {
		Lv *l = lv_new(b, LV_ADDR, b_ty(b, o->type));
		Value *a = b_v0(b, OpAddr, ptr_to(l->type));
		a->sym = sym_for_global(b->p, o);
		l->val = a;
		return l;
	}
	Var *v = b_var(b, o);
	Lv *l = lv_new(b, v->mem ? LV_ADDR : LV_VAR, v->type);
	l->var = v;
	if (v->mem)
		l->val = b_addr_of_var(b, v);
	return l;
}

static Lv *
lv_base(B *b, Expr *e)
{
	e = unparen(e);
	Type *t = b_ty(b, e->type);
	if (type_under(t)->kind == T_POINTER)
		return lv_deref(b, b_expr(b, e), type_under(t)->elem);
	if (b_in_memory(b, e) || (e->kind == E_NAME && e->obj && e->obj->kind == O_VAR))
		return b_lvalue(b, e);
	if (e->kind == E_SELECTOR && !e->sel && e->obj->kind != O_VAR)      /* a constant of another package */
		return lv_temp(b, b_expr(b, e), t);
	if (e->kind == E_SELECTOR || e->kind == E_INDEX) {
		Type *xt = e->x->type ? b_under(b, e->x->type) : NULL;
		bool field = e->kind == E_SELECTOR && e->sel && e->sel->kind == SEL_FIELD;   /* pkg.Const is none */
		if (field || (e->kind == E_INDEX && xt && xt->kind == T_ARRAY))
			return b_lvalue(b, e);
	}
	return lv_temp(b, b_expr(b, e), t);
}

/* x followed by a path of embedded fields; the last one is not dereferenced. */
Lv *
b_lvalue_path(B *b, Expr *x, const int *path, int n)
{
	return lv_path(b, lv_base(b, x), path, n);
}

static Lv *
lv_selector(B *b, Expr *e)
{
	if (!e->sel) {
		Lv *l = lv_new(b, LV_ADDR, b_ty(b, e->obj->type));
		Value *a = b_v0(b, OpAddr, ptr_to(l->type));
		a->sym = sym_for_global(b->p, e->obj);
		l->val = a;
		return l;
	}
	Selection *s = b_selection(b, e);
	Lv *base = lv_base(b, e->x);
	b->pos = e->pos;
	return lv_path(b, base, s->path.v, s->path.n);
}

static Lv *
lv_index(B *b, Expr *e)
{
	Type *xt = b_ty(b, e->x->type), *u = type_under(xt);
	Lv *l;
	if (u->kind == T_MAP) {
		l = lv_new(b, LV_MAP, unalias(u->elem));
		l->ctype = xt;
		l->val = b_expr(b, e->x);
		Type *kt = unalias(u->key);
		l->val2 = b_stable(b, kt, b_expr_to(b, e->list.v[0], kt));
		l->pos = e->pos;
		return l;
	}
	if (u->kind == T_SLICE) {
		l = lv_new(b, LV_SLICE, unalias(u->elem));
		l->ctype = xt;
		l->val = b_expr(b, e->x);
		l->val2 = b_index_value(b, e->list.v[0]);
		l->pos = e->pos;
		return l;
	}
	Lv *parent = lv_base(b, e->x);
	Type *at = type_under(parent->type);
	l = lv_new(b, LV_ARRAY, unalias(at->elem));
	l->parent = parent;
	l->ctype = at;
	l->val = b_index_value(b, e->list.v[0]);
	l->pos = e->pos;
	return l;
}

Lv *
b_lvalue(B *b, Expr *e)
{
	e = unparen(e);
	b->pos = e->pos;
	Lv *l;
	switch (e->kind) {
	case E_NAME: return lv_name(b, e);
	case E_SELECTOR: return lv_selector(b, e);
	case E_INDEX: return lv_index(b, e);
	case E_STAR:
		l = lv_deref(b, b_expr(b, e->x), b_ty(b, e->type));
		l->pos = e->pos;
		return l;
	case E_COMPLIT: case E_CALL:
		return lv_temp(b, b_expr(b, e), b_ty(b, e->type));
	}
	fatal_at(e->pos, "build: not a place: %s", expr_string(e));
}

bool
lv_is_ssa(Lv *l)
{
	while (l->kind == LV_FIELD || l->kind == LV_ARRAY)
		l = l->parent;
	return l->kind == LV_VAR;
}

static Value *
slice_elem(B *b, Lv *l)
{
	Value *i = b_bounds(b, l->val2, b_len(b, l->ctype, l->val), BOUNDS_INDEX);
	return b_elem_ptr(b, l->type, b_v1(b, OpSlicePtr, ptr_to(l->type), l->val), i);
}

Value *
lv_addr(B *b, Lv *l)
{
	Value *p;
	switch (l->kind) {
	case LV_ADDR: return l->val;
	case LV_DEREF:
		b->pos = l->pos;
		return b_nilcheck(b, l->val);
	case LV_FIELD:
		p = lv_addr(b, l->parent);
		return b_field_addr(b, l->ctype, p, l->index);
	case LV_ARRAY:
		p = lv_addr(b, l->parent);
		b->pos = l->pos;
		return b_elem_ptr(b, l->type, p, b_bounds(b, l->val, b_int(b, l->ctype->len), BOUNDS_INDEX));
	case LV_SLICE:
		b->pos = l->pos;
		return slice_elem(b, l);
	default:
		fatal_at(l->pos, "build: no address (place kind %d)", l->kind);
	}
}

static Value *
array_part(B *b, Lv *l, Value *x)
{
	b->pos = l->pos;
	b_bounds(b, l->val, b_int(b, l->ctype->len), BOUNDS_INDEX);
	return l->ctype->len == 1 ? b_v1(b, OpStructSelect, l->type, x) : b_zero(b, l->type);
}

Value *
lv_load(B *b, Lv *l)
{
	if (l->kind == LV_VAR)
		return b_var_value(b, l->var);
	if (l->kind == LV_MAP) {
		b->pos = l->pos;
		return b_load(b, l->type, map_addr1(b, l->ctype, l->val, l->val2));
	}
	if (lv_is_ssa(l)) {
		Value *x = lv_load(b, l->parent);
		return l->kind == LV_FIELD ? b_field_value(b, l->ctype, x, l->index) : array_part(b, l, x);
	}
	return b_load(b, l->type, lv_addr(b, l));
}

/* The struct or array x with one part replaced. */
static Value *
with_part(B *b, Lv *l, Value *old, Value *x)
{
	Type *t = l->parent->type;
	if (l->kind == LV_ARRAY) {
		b->pos = l->pos;
		b_bounds(b, l->val, b_int(b, l->ctype->len), BOUNDS_INDEX);
		return l->ctype->len == 1 ? b_v1(b, OpStructMake, t, x) : old;
	}
	ValueList parts = { 0 };
	for (int i = 0; i < l->ctype->fields.n; i++)
		vec_push(permanent, &parts, i == l->index ? x : b_field_value(b, l->ctype, old, i));
	Value *v = b_v0(b, OpStructMake, t);
	for (int i = 0; i < parts.n; i++)
		value_addarg(v, parts.v[i]);
	return v;
}

void
lv_store(B *b, Lv *l, Value *x)
{
	if (l->kind == LV_BLANK)
		return;
	if (l->kind == LV_VAR) {
		b_var_set(b, l->var, x);
	} else if (l->kind == LV_MAP) {
		x = b_stable(b, l->type, x);
		b->pos = l->pos;
		b_store(b, l->type, map_assign(b, l->ctype, l->val, l->val2), x);
	} else if (lv_is_ssa(l)) {
		lv_store(b, l->parent, with_part(b, l, lv_load(b, l->parent), x));
	} else {
		b_store(b, l->type, lv_addr(b, l), x);
	}
}
