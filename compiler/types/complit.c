/* complit.c - composite literals: T{...}, and {...} where an enclosing literal's element type says what T is.
 *
 * Constant keys and indices may not repeat. They are collected in small hash tables by value. */
#include "types/checker.h"

/* ---- a set of constants */

typedef struct KeyEnt { Const *v; Type *t; uint32_t hash; struct KeyEnt *next; } KeyEnt;
typedef struct KeySet { KeyEnt **slot; int n, cap; } KeySet;

/* Constants of equal value are equal keys, whatever their kind: 1, 1.0 and 1+0i. */
static Const *
normal_key(Const *c)
{
	if (const_kind(c) == C_COMPLEX || const_kind(c) == C_FLOAT) {
		Const *f = const_to_float(c);
		Const *i = const_kind(f) == C_FLOAT ? const_to_int(f) : f;
		return const_kind(i) == C_INT ? i : const_kind(f) == C_FLOAT ? f : c;
	}
	return c;
}

static uint32_t
hash_bytes(const char *s, size_t n)
{
	uint32_t h = 2166136261u;
	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)s[i]) * 16777619u;
	return h;
}

static uint32_t
hash_const(Const *c)
{
	int64_t i;
	size_t n;
	switch (const_kind(c)) {
	case C_STRING: {
		const char *s = const_string_val(c, &n);
		return hash_bytes(s, n);
	}
	case C_INT:
		if (const_int64_val(c, &i))
			return (uint32_t)((uint64_t)i * 0x9e3779b97f4a7c15u >> 32);
		return 7;
	case C_FLOAT: case C_COMPLEX: {
		double d = const_float64_val(c);
		return hash_bytes((const char *)&d, sizeof d);
	}
	default:
		return const_bool_val(c);
	}
}

static void
keyset_grow(KeySet *s)
{
	int cap = s->cap ? s->cap * 2 : 16;
	KeyEnt **slot = NEWN(permanent, KeyEnt *, cap);
	for (int i = 0; i < s->cap; i++)
		for (KeyEnt *e = s->slot[i], *next; e; e = next) {
			next = e->next;
			e->next = slot[e->hash & (uint32_t)(cap - 1)];
			slot[e->hash & (uint32_t)(cap - 1)] = e;
		}
	s->slot = slot;
	s->cap = cap;
}

/* false: already there. t is NULL where the key type is not an interface. */
static bool
keyset_add(KeySet *s, Const *v, Type *t)
{
	if (const_kind(v) == C_UNKNOWN)
		return true;
	v = normal_key(v);
	uint32_t h = hash_const(v);
	if (s->n >= s->cap)
		keyset_grow(s);
	KeyEnt **p = &s->slot[h & (uint32_t)(s->cap - 1)];
	for (KeyEnt *e = *p; e; e = e->next)
		if (e->hash == h && const_kind(e->v) == const_kind(v) && const_compare(OP_EQL, e->v, v) && (!t || type_identical(e->t, t)))
			return false;
	KeyEnt *e = NEW(permanent, KeyEnt);
	*e = (KeyEnt){ v, t, h, *p };
	*p = e;
	s->n++;
	return true;
}

/* ---- structs */

static void
keyed_field(Checker *ck, Expr *kv, Type *base, Type *st, bool *visited)
{
	Operand x;
	if (kv->kind != E_KEYVALUE) {
		err_expr(ck, kv, "mixture of field:value and value elements in struct literal");
		return;
	}
	if (kv->x->kind != E_NAME) {
		expr(ck, NULL, &x, kv->y);
		err_expr(ck, kv, "invalid field name %s in struct literal", ES(kv->x));
		return;
	}
	Str *name = kv->x->name;
	int i = field_index(st, ck->pkg, name, false);
	expr(ck, NULL, &x, kv->y);
	if (i < 0) {
		int j = field_index(st, ck->pkg, name, true);
		err_expr(ck, kv->x, "%s", lookup_error(ck, base, name, j >= 0 ? st->fields.v[j] : NULL, true));
		suggest_field(base, kv->x);
		return;
	}
	Object *f = st->fields.v[i];
	kv->x->obj = f;
	assignment(ck, &x, f->type, "struct literal");
	if (visited[i])
		err_expr(ck, kv, "duplicate field name %s in struct literal", name->s);
	visited[i] = true;
}

static void
positional_fields(Checker *ck, Expr *e, Type *base, Type *st)
{
	Operand x;
	for (int i = 0; i < e->list.n; i++) {
		Expr *v = e->list.v[i];
		if (v->kind == E_KEYVALUE) {
			err_expr(ck, v, "mixture of field:value and value elements in struct literal");
			continue;
		}
		expr(ck, NULL, &x, v);
		if (i >= st->fields.n) {
			err_op(ck, &x, "too many values in struct literal of type %s", TS(base));
			return;
		}
		Object *f = st->fields.v[i];
		if (!name_exported(f->name) && f->pkg != ck->pkg) {
			err_op(ck, &x, "implicit assignment to unexported field %s in struct literal of type %s", f->name->s, TS(base));
			continue;
		}
		assignment(ck, &x, f->type, "struct literal");
	}
	if (e->list.n < st->fields.n)
		check_error(ck, e->end, "too few values in struct literal of type %s", TS(base));
}

static void
struct_lit(Checker *ck, Expr *e, Type *base, Type *st)
{
	if (e->list.n == 0)
		return;
	if (e->list.v[0]->kind != E_KEYVALUE) {
		positional_fields(ck, e, base, st);
		return;
	}
	bool few[16] = {0}, *visited = st->fields.n <= 16 ? few : NEWN(permanent, bool, st->fields.n);
	for (int i = 0; i < e->list.n; i++)
		keyed_field(ck, e->list.v[i], base, st, visited);
}

/* ---- arrays and slices */

static bool
element_index(Checker *ck, Expr *e, int64_t length, int64_t *index)
{
	int64_t i;
	Type *t;
	if (e->kind != E_KEYVALUE) {
		if (length >= 0 && *index >= length) {
			err_expr(ck, e, "index %lld is out of bounds (>= %lld)", (long long)*index, (long long)length);
			return false;
		}
		return true;
	}
	if (!index_value(ck, e->x, length, &i, &t) || !valid(t))
		return false;
	if (i < 0) {
		err_expr(ck, e, "index %s must be integer constant", ES(e->x));
		return false;
	}
	*index = i;
	return true;
}

/* The number of elements: one more than the largest index. */
static int64_t
indexed_elements(Checker *ck, ExprList *list, Type *elem, int64_t length)
{
	int64_t index = 0, max = 0;
	KeySet seen = {0};
	bool keyed = false;
	for (int i = 0; i < list->n && !keyed; i++)
		keyed = list->v[i]->kind == E_KEYVALUE;
	for (int i = 0; i < list->n; i++) {
		Expr *e = list->v[i];
		if (element_index(ck, e, length, &index) && keyed && !keyset_add(&seen, const_int(index), NULL))
			err_expr(ck, e, "duplicate index %lld in array or slice literal", (long long)index);
		index++;
		if (index > max)
			max = index;
		Operand x;
		expr_hint(ck, &x, e->kind == E_KEYVALUE ? e->y : e, elem);
		assignment(ck, &x, elem, "array or slice literal");
	}
	return max;
}

/* ---- maps */

static void
map_lit(Checker *ck, Expr *e, Type *m)
{
	bool iface = type_is_interface(m->key);
	KeySet seen = {0};
	for (int i = 0; i < e->list.n; i++) {
		Expr *kv = e->list.v[i];
		Operand x;
		if (kv->kind != E_KEYVALUE) {
			err_expr(ck, kv, "missing key in map literal");
			continue;
		}
		expr_hint(ck, &x, kv->x, m->key);
		Type *t = x.mode == MODE_INVALID ? NULL : type_default(x.type);
		assignment(ck, &x, m->key, "map literal");
		if (x.mode == MODE_INVALID)
			continue;
		if (x.mode == MODE_CONST && !keyset_add(&seen, x.val, iface ? t : NULL)) {
			err_op(ck, &x, "duplicate key %s in map literal", const_text(x.val));
			continue;
		}
		expr_hint(ck, &x, kv->y, m->elem);
		assignment(ck, &x, m->elem, "map literal");
	}
}

/* ---- the literal */

static bool
open_array(Expr *t)
{
	return t->kind == E_ARRAYTYPE && (!t->x || t->x->kind == E_DOTS);
}

static void
bad_lit(Checker *ck, Operand *x, Expr *e, Type *t, Type *u, bool elem)
{
	for (int i = 0; i < e->list.n; i++)
		use_expr(ck, e->list.v[i]);
	if (u && u->kind == T_INVALID) {
		x->mode = MODE_VALUE;
		x->type = t;
		return;
	}
	err_expr(ck, e, "invalid composite literal%s type %s%s", elem ? " element" : "", TS(t), u ? "" : " (no common underlying type)");
	x->mode = MODE_INVALID;
}

/* Sets *base to the type whose elements stand in the braces: a pointer's element for elided &T. */
static Type *
literal_type(Checker *ck, Expr *e, Type *hint, Type **base)
{
	Type *t;
	if (e->x) {
		if (open_array(e->x))
			t = type_array(var_type(ck, e->x->y), -1);
		else
			t = type_expr(ck, e->x);
		return *base = t;
	}
	if (!hint) {
		err_expr(ck, e, "missing type in composite literal");
		return *base = INVALID;
	}
	Type *u = common_under(ck, hint, NULL, NULL);
	*base = u && u->kind == T_POINTER ? u->elem : hint;
	return hint;
}

void
comp_lit(Checker *ck, Operand *x, Expr *e, Type *hint)
{
	Type *base, *t = literal_type(ck, e, hint, &base);
	Type *u = common_under(ck, base, NULL, NULL);
	switch (u ? u->kind : T_INVALID) {
	case T_STRUCT:
		struct_lit(ck, e, base, u);
		break;
	case T_ARRAY: {
		int64_t n = indexed_elements(ck, &e->list, u->elem, u->len);
		if (u->len < 0) {
			u->len = n;
			if (e->x)
				record_type(ck, e->x, MODE_TYPE, u, NULL);
		}
		break;
	}
	case T_SLICE:
		indexed_elements(ck, &e->list, u->elem, -1);
		break;
	case T_MAP:
		map_lit(ck, e, u);
		break;
	default:
		bad_lit(ck, x, e, t, u, !e->x && hint);
		return;
	}
	x->mode = MODE_VALUE;
	x->type = t;
}
