/* build_complit.c - composite literals. Constant arrays of some length are copied from read-only data. */
#include "ssa/build.h"

static int
field_index(Type *u, Expr *key, Package *pkg)
{
	for (int i = 0; i < u->fields.n; i++) {
		Object *f = u->fields.v[i];
		if (f->name == key->name && (name_exported(key->name) || !pkg || !f->pkg || f->pkg == pkg))
			return i;
	}
	fatal_at(key->pos, "build: no field %s", key->name->s);
}

/* Blank fields are zero whatever a literal says of them, as gc has it; what it says is evaluated. */
static bool
has_blank_field(Type *u)
{
	for (int i = 0; i < u->fields.n; i++)
		if (is_blank(u->fields.v[i]))
			return true;
	return false;
}

/* The element expression and the field it is for. */
static Expr *
struct_element(B *b, Type *u, Expr *e, int k, int *index)
{
	Expr *x = e->list.v[k];
	*index = k;
	if (x->kind != E_KEYVALUE)
		return x;
	*index = field_index(u, x->x, b->pkg);
	return x->y;
}

static Expr *
array_element(Expr *e, int k, int64_t *index)
{
	Expr *x = e->list.v[k];
	if (x->kind != E_KEYVALUE)
		return x;
	const_int64_val(const_to_int(x->x->val), index);
	return x->y;
}

int64_t
complit_len(Expr *e, Type *t)
{
	if (type_under(t)->kind == T_ARRAY)
		return type_under(t)->len;
	int64_t i = 0, max = 0;
	for (int k = 0; k < e->list.n; k++) {
		array_element(e, k, &i);
		i++;
		if (i > max)
			max = i;
	}
	return max;
}

static Value *
struct_value(B *b, Expr *e, Type *t)
{
	Type *u = type_under(t);
	Value **parts = NEWN(permanent, Value *, u->fields.n + 1);
	for (int k = 0; k < e->list.n; k++) {
		int i;
		Expr *x = struct_element(b, u, e, k, &i);
		Value *v = b_expr_to(b, x, unalias(u->fields.v[i]->type));
		if (!is_blank(u->fields.v[i]))
			parts[i] = v;
	}
	b->pos = e->pos;
	for (int i = 0; i < u->fields.n; i++) {
		if (!parts[i])
			parts[i] = b_zero(b, unalias(u->fields.v[i]->type));
	}
	Value *v = b_v0(b, OpStructMake, t);
	for (int i = 0; i < u->fields.n; i++)
		value_addarg(v, parts[i]);
	return v;
}

static Value *
small_array_value(B *b, Expr *e, Type *t)
{
	Type *u = type_under(t), *et = unalias(u->elem);
	if (u->len == 0 || e->list.n == 0)
		return b_zero(b, t);
	int64_t i = 0;
	Value *x = b_expr_to(b, array_element(e, 0, &i), et);
	return b_v1(b, OpStructMake, t, x);
}

static void
struct_into(B *b, Expr *e, Type *t, Value *addr, bool zeroed)
{
	Type *u = type_under(t);
	if (!zeroed && (e->list.n < u->fields.n || has_blank_field(u)))
		b_zero_mem(b, t, addr);
	for (int k = 0; k < e->list.n; k++) {
		int i;
		Expr *x = struct_element(b, u, e, k, &i);
		if (is_blank(u->fields.v[i]))
			b_expr_to(b, x, unalias(u->fields.v[i]->type));
		else
			b_expr_into(b, x, unalias(u->fields.v[i]->type), b_field_addr(b, t, addr, i));
	}
}

/* All elements constant: one copy from read-only data. */
static bool
array_from_static(B *b, Expr *e, Type *t, Value *addr)
{
	if (e->list.n < 4 || type_size(t) > 1 << 24)
		return false;
	Data *d = data_for(t);
	if (!static_init(b, t, e, d, 0, false))
		return false;
	Sym *s = data_new(b->p, t, "stmp", true);
	s->data = d;
	d->readonly = true;
	Value *src = b_v0(b, OpAddr, ptr_to(t));
	src->sym = s;
	b_v2(b, OpMove, NULL, addr, src)->auxtype = t;
	return true;
}

static void
array_into(B *b, Expr *e, Type *t, Value *addr, bool zeroed)
{
	Type *u = type_under(t), *et = unalias(u->elem);
	if (array_from_static(b, e, t, addr))
		return;
	if (!zeroed && e->list.n < u->len)
		b_zero_mem(b, t, addr);
	int64_t i = 0;
	for (int k = 0; k < e->list.n; k++) {
		Expr *x = array_element(e, k, &i);
		b_expr_into(b, x, et, b_off(b, addr, i * type_size(et), et));
		i++;
	}
}

static Value *
slice_literal(B *b, Expr *e, Type *t)
{
	Type *et = unalias(type_core(t)->elem);
	int64_t n = complit_len(e, type_core(t));
	Type *at = type_array(et, n);
	Value *arr = b_newobj(b, at);
	array_into(b, e, at, arr, true);
	b->pos = e->pos;
	Value *len = b_int(b, n);
	return b_v3(b, OpSliceMake, t, b_off(b, arr, 0, et), len, len);
}

static Value *
map_literal(B *b, Expr *e, Type *t)
{
	Type *u = type_core(t), *kt = unalias(u->key), *et = unalias(u->elem);
	Value *m = e->list.n ? b_rt(b, RT_makemap, t, 2, b_type_addr(b, t), b_int(b, e->list.n)) : b_rt(b, RT_makemap_small, t, 1, b_type_addr(b, t));
	for (int k = 0; k < e->list.n; k++) {
		Expr *kv = e->list.v[k];
		Value *key = b_stable(b, kt, b_expr_to(b, kv->x, kt));
		Value *x = b_stable(b, et, b_expr_to(b, kv->y, et));
		b->pos = kv->pos;
		b_store(b, et, map_assign(b, t, m, key), x);
	}
	return m;
}

/* Into memory that nothing else refers to. */
void
b_complit_into(B *b, Expr *e, Type *t, Value *addr, bool zeroed)
{
	Type *u = type_core(t);
	b->pos = e->pos;
	if (u->kind == T_STRUCT)
		struct_into(b, e, t, addr, zeroed);
	else if (u->kind == T_ARRAY)
		array_into(b, e, t, addr, zeroed);
	else
		b_store(b, t, addr, b_complit(b, e));
}

Value *
b_complit(B *b, Expr *e)
{
	Type *t = b_ty(b, e->type), *u = type_core(t);
	if (u->kind == T_POINTER)
		return b_complit_addr(b, e);
	if (u->kind == T_SLICE)
		return slice_literal(b, e, t);
	if (u->kind == T_MAP)
		return map_literal(b, e, t);
	if (type_ssaable(t))
		return u->kind == T_STRUCT ? struct_value(b, e, t) : small_array_value(b, e, t);
	Value *tmp = b_local(b, t);
	b_complit_into(b, e, t, tmp, false);
	return tmp;
}

/* &T{...}, also with the & left out inside another literal. */
Value *
b_complit_addr(B *b, Expr *e)
{
	Type *t = b_ty(b, e->type);
	if (type_core(t)->kind == T_POINTER)
		t = unalias(type_core(t)->elem);
	b->pos = e->pos;
	Value *p = b_newobj(b, t);
	Type *u = type_core(t);
	if (u->kind == T_SLICE)
		b_store(b, t, p, slice_literal(b, e, t));
	else if (u->kind == T_MAP)
		b_store(b, t, p, map_literal(b, e, t));
	else
		b_complit_into(b, e, t, p, true);
	return p;
}
