/* index.c - x[i], x[i:j:k], and the rules for index values. */
#include "types/checker.h"

/* ---- index values */

bool
valid_index(Checker *ck, Operand *x, const char *what, bool allow_negative)
{
	if (x->mode == MODE_INVALID)
		return false;
	convert_untyped(ck, x, basic_type[T_INT]);
	if (x->mode == MODE_INVALID)
		return false;
	if (!all_integer(x->type)) {
		err_op(ck, x, "invalid argument: %s %s must be integer", what, OS(x));
		return false;
	}
	if (x->mode != MODE_CONST || const_kind(x->val) == C_UNKNOWN)
		return true;
	if (!allow_negative && const_sign(x->val) < 0) {
		err_op(ck, x, "invalid argument: %s %s must not be negative", what, OS(x));
		return false;
	}
	if (!const_representable(x->val, basic_type[T_INT], &x->val)) {
		err_op(ck, x, "invalid argument: %s %s overflows int", what, OS(x));
		return false;
	}
	return true;
}

bool
index_value(Checker *ck, Expr *index, int64_t max, int64_t *val, Type **t)
{
	Operand x;
	int64_t v;
	*val = -1;
	*t = INVALID;
	expr(ck, NULL, &x, index);
	if (!valid_index(ck, &x, "index", false))
		return false;
	*t = x.type;
	if (x.mode != MODE_CONST)
		return true;
	if (!const_int64_val(x.val, &v)) {
		*t = INVALID;
		return false;
	}
	if (max >= 0 && v >= max) {
		err_op(ck, &x, "invalid argument: index %s out of bounds [0:%lld]", const_text(x.val), (long long)max);
		*t = INVALID;
		return false;
	}
	*val = v;
	return true;
}

static Expr *
single_index(Checker *ck, Expr *e)
{
	if (e->list.n == 0) {
		err_expr(ck, e, "missing index for %s", ES(e->x));
		return NULL;
	}
	if (e->list.n > 1)
		err_expr(ck, e->list.v[1], "invalid operation: more than one index");
	return e->list.v[0];
}

/* ---- x[i] */

typedef struct Indexed { OperandMode mode; Type *key, *elem; int64_t len; } Indexed;

static int64_t
string_len(Operand *x)
{
	size_t n;
	const_string_val(x->val, &n);
	return (int64_t)n;
}

/* What indexing a value of underlying type u gives; elem NULL: cannot be indexed. */
static Indexed
indexed(Operand *x, Type *u)
{
	Indexed r = { MODE_VAR, NULL, NULL, -1 };
	if (type_is_string(u)) {
		r.mode = MODE_VALUE;
		r.elem = type_byte;
		if (x->mode == MODE_CONST)
			r.len = string_len(x);
		return r;
	}
	if (u->kind == T_ARRAY) {
		r.mode = x->mode == MODE_VAR ? MODE_VAR : MODE_VALUE;
	} else if (u->kind == T_POINTER) {
		u = type_under(u->elem);
		if (u->kind != T_ARRAY)
			return r;
	}
	if (u->kind == T_ARRAY)
		r.len = u->len;
	if (u->kind == T_ARRAY || u->kind == T_SLICE || u->kind == T_MAP)
		r.elem = u->elem;
	if (u->kind == T_MAP) {
		r.key = u->key;
		r.mode = MODE_MAPINDEX;
	}
	return r;
}

static Indexed
indexed_tparam(Operand *x)
{
	bool specific;
	TypeList l = type_terms(x->type, &specific);
	Indexed r = {0};
	for (int i = 0; specific && i < l.n; i++) {
		Indexed t = indexed(x, type_under(l.v[i]));
		if (!t.elem)
			return (Indexed){0};
		if (i == 0) {
			r = t;
			continue;
		}
		if (!t.key != !r.key || (t.key && !type_identical(t.key, r.key)) || !type_identical(t.elem, r.elem))
			return (Indexed){0};
		if (t.mode == MODE_VALUE)
			r.mode = MODE_VALUE;
		if (t.len >= 0 && (r.len < 0 || t.len < r.len))
			r.len = t.len;
	}
	return r;
}

static bool
is_generic_func(Type *t)
{
	Type *u = type_under(t);
	return u->kind == T_SIGNATURE && u->tparams.n > 0;
}

static void
map_index(Checker *ck, Operand *x, Expr *index, Indexed *r)
{
	Operand key;
	expr(ck, NULL, &key, index);
	assignment(ck, &key, r->key, "map index");
	x->mode = MODE_MAPINDEX;
	x->type = r->elem;
}

bool
index_expr(Checker *ck, Operand *x, Expr *e)
{
	expr_or_type(ck, x, e->x, true);
	if (x->mode == MODE_INVALID) {
		use_exprs(ck, e->list.v, e->list.n);
		return false;
	}
	if (x->mode == MODE_TYPE) {
		x->type = var_type(ck, e);
		x->mode = valid(x->type) ? MODE_TYPE : MODE_INVALID;
		return false;
	}
	if (x->mode == MODE_VALUE && is_generic_func(x->type))
		return true;
	check_non_generic(ck, NULL, x);
	if (x->mode == MODE_INVALID)
		return false;
	Indexed r = x->mode == MODE_BUILTIN || x->mode == MODE_NIL ? (Indexed){0} :
		type_is_typeparam(x->type) ? indexed_tparam(x) : indexed(x, type_under(x->type));
	Expr *index = NULL;
	if (r.elem) {
		index = single_index(ck, e);
		if (type_is_untyped(x->type))
			convert_untyped(ck, x, basic_type[T_STRING]);
	} else {
		check_error(ck, e->pos, "cannot index %s", OS(x));
		use_exprs(ck, e->list.v, e->list.n);
	}
	if (!index) {
		x->mode = MODE_INVALID;
		return false;
	}
	if (r.key) {
		map_index(ck, x, index, &r);
		return false;
	}
	x->mode = r.mode;
	x->type = r.elem;
	x->val = NULL;
	int64_t val;
	Type *t;
	index_value(ck, index, r.len, &val, &t);
	return false;
}

/* ---- x[i:j] */

/* The common underlying type for slicing: strings and byte slices mix to string. NULL after an error. */
static Type *
slice_base(Checker *ck, Operand *x)
{
	bool specific, has_string = false;
	TypeList l = type_terms(x->type, &specific);
	Type *ct = NULL, *cu = NULL;
	if (!specific) {
		err_op(ck, x, "cannot slice %s: no specific type in %s", OS(x), TS(x->type));
		return NULL;
	}
	for (int i = 0; i < l.n; i++) {
		Type *u = type_under(l.v[i]);
		if (type_is_string(u)) {
			u = type_slice(type_byte);
			has_string = true;
		}
		if (cu && !type_identical(cu, u)) {
			err_op(ck, x, "cannot slice %s: %s and %s have different underlying types", OS(x), TS(ct), TS(l.v[i]));
			return NULL;
		}
		if (!cu) {
			ct = l.v[i];
			cu = u;
		}
	}
	if (has_string)
		cu = type_is_typeparam(x->type) ? basic_type[T_STRING] : type_under(x->type);
	return cu;
}

/* Adjusts x to the result; false after an error. *len: constant length of the operand or -1. */
static bool
slice_operand(Checker *ck, Operand *x, Expr *e, Type *u, int64_t *len)
{
	*len = -1;
	if (type_is_string(u)) {
		if (e->full) {
			err_expr(ck, e->index[2] ? e->index[2] : e, "invalid operation: 3-index slice of string");
			return false;
		}
		if (x->mode == MODE_CONST)
			*len = string_len(x);
		if (type_is_untyped(x->type)) {
			convert_untyped(ck, x, basic_type[T_STRING]);
			x->type = basic_type[T_STRING];
		}
		return true;
	}
	if (u->kind == T_SLICE)
		return true;
	Type *a = u->kind == T_POINTER ? type_under(u->elem) : u;
	if (a->kind != T_ARRAY) {
		err_op(ck, x, "cannot slice %s", OS(x));
		return false;
	}
	if (a == u && x->mode != MODE_VAR) {
		err_op(ck, x, "cannot slice unaddressable value %s", OS(x));
		return false;
	}
	if (a == u)
		note_addr(e->x);
	*len = a->len;
	x->type = type_slice(a->elem);
	return true;
}

static void
slice_indices(Checker *ck, Expr *e, int64_t len)
{
	int64_t ind[3];
	for (int i = 0; i < 3; i++) {
		int64_t v = -1;
		Type *t;
		if (e->index[i])
			index_value(ck, e->index[i], len >= 0 ? len + 1 : -1, &v, &t);
		else if (i == 0)
			v = 0;
		else
			v = len;
		ind[i] = v;
	}
	for (int i = 0; i < 2; i++)
		for (int j = i + 1; ind[i] > 0 && j < 3; j++)
			if (ind[j] >= 0 && ind[j] < ind[i]) {
				Expr *at = e->index[j] ? e->index[j] : e->index[i];
				err_expr(ck, at, "invalid slice indices: %lld < %lld", (long long)ind[j], (long long)ind[i]);
				return;
			}
}

void
slice_expr(Checker *ck, Operand *x, Expr *e)
{
	int64_t len;
	expr(ck, NULL, x, e->x);
	if (x->mode == MODE_INVALID) {
		use_exprs(ck, e->index, 3);
		return;
	}
	Type *u = slice_base(ck, x);
	if (!u || !slice_operand(ck, x, e, u, &len)) {
		x->mode = MODE_INVALID;
		return;
	}
	x->mode = MODE_VALUE;
	x->val = NULL;
	if (e->full && (!e->index[1] || !e->index[2])) {
		x->mode = MODE_INVALID;          /* the parser reported it */
		return;
	}
	slice_indices(ck, e, len);
}
