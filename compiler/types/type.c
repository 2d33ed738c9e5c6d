/* type.c - constructors of types, underlying types, and the predicates that look at one type only.
 *
 * A named type knows the type on the right of its declaration (rhs) at once; its underlying type is found on demand by
 * following rhs to the first type that is not named. While a declaration is still being checked rhs may be missing:
 * then the answer is the invalid type, and it is not remembered. */
#include "types/checker.h"

Type *
type_new(TypeKind k)
{
	Type *t = NEW(permanent, Type);
	t->kind = k;
	return t;
}

static Type *
type_elem(TypeKind k, Type *elem)
{
	Type *t = type_new(k);
	t->elem = elem;
	return t;
}

Type *type_pointer(Type *elem) { return type_elem(T_POINTER, elem); }
Type *type_slice(Type *elem) { return type_elem(T_SLICE, elem); }

Type *
type_array(Type *elem, int64_t len)
{
	Type *t = type_elem(T_ARRAY, elem);
	t->len = len;
	return t;
}

Type *
type_map(Type *key, Type *elem)
{
	Type *t = type_elem(T_MAP, elem);
	t->key = key;
	return t;
}

Type *
type_chan(ChanDir dir, Type *elem)
{
	Type *t = type_elem(T_CHAN, elem);
	t->dir = dir;
	return t;
}

Type *
type_tuple(Object **vars, int n)
{
	Type *t = type_new(T_TUPLE);
	for (int i = 0; i < n; i++)
		vec_push(permanent, &t->vars, vars[i]);
	return t;
}

Type *
type_signature(Object *recv, Type *params, Type *results, bool variadic)
{
	Type *t = type_new(T_SIGNATURE);
	t->recv = recv;
	t->params = params;
	t->results = results;
	t->variadic = variadic;
	return t;
}

Type *
type_struct(Object **fields, int n, Str **tags)
{
	Type *t = type_new(T_STRUCT);
	for (int i = 0; i < n; i++)
		vec_push(permanent, &t->fields, fields[i]);
	t->tags = tags;
	return t;
}

Type *
unalias(Type *t)
{
	while (t->kind == T_ALIAS)
		t = t->under ? t->under : INVALID;
	return t;
}

/* Cycles of names were cut by direct_cycles, cycles through aliases by cycle_error; the count is for what slipped through. */
static Type *
named_under(Type *t)
{
	Type *u = t;
	for (int n = 0; u->kind == T_NAMED; n++) {
		if (u->under)
			u = u->under;
		else if (u->origin) {
			Type *e = expand_underlying(u);
			if (!e)
				return INVALID;
			u = u->under = unalias(e);
		} else if (u->rhs && n < 10000)
			u = unalias(u->rhs);
		else
			return INVALID;
	}
	if (u->kind == T_TYPEPARAM)
		u = INVALID;
	return t->under = u;
}

Type *
type_under(Type *t)
{
	t = unalias(t);
	if (t->kind == T_NAMED)
		return t->under ? t->under : named_under(t);
	return t->kind == T_TYPEPARAM ? tparam_iface(t) : t;
}

/* A constraint that is not an interface (type set literal written without interface{}) is wrapped once. */
Type *
tparam_iface(Type *tp)
{
	Type *c = tp->constraint;
	if (!c)
		return unalias(type_any);
	Type *u = type_under(c);
	if (u->kind == T_INTERFACE)
		return u;
	Type *w = type_new(T_INTERFACE);
	if (u->kind != T_INVALID) {
		vec_push(permanent, &w->embeds, c);
		vec_push(permanent, &w->embed_pos, tp->obj ? tp->obj->pos : NOPOS);
	}
	w->implicit = true;
	w->complete = 1;
	return tp->constraint = w;
}

Type *
type_deref(Type *t, bool *was_pointer)
{
	Type *u = unalias(t);
	if (was_pointer)
		*was_pointer = u->kind == T_POINTER;
	return u->kind == T_POINTER ? u->elem : t;
}

Type *
as_named(Type *t)
{
	t = unalias(t);
	return t->kind == T_NAMED ? t : NULL;
}

/* ---- kinds of basic types */

enum { I_BOOL = 1, I_INT = 2, I_UNSIGNED = 4, I_FLOAT = 8, I_COMPLEX = 16, I_STRING = 32, I_NUMERIC = I_INT | I_FLOAT | I_COMPLEX,
	I_ORDERED = I_INT | I_FLOAT | I_STRING, I_CONST = I_BOOL | I_NUMERIC | I_STRING };

static unsigned
basic_info(int kind)
{
	switch (kind) {
	case T_BOOL: case T_UNTYPED_BOOL:
		return I_BOOL;
	case T_INT: case T_INT8: case T_INT16: case T_INT32: case T_INT64: case T_UNTYPED_INT: case T_UNTYPED_RUNE:
		return I_INT;
	case T_UINT: case T_UINT8: case T_UINT16: case T_UINT32: case T_UINT64: case T_UINTPTR:
		return I_INT | I_UNSIGNED;
	case T_FLOAT32: case T_FLOAT64: case T_UNTYPED_FLOAT:
		return I_FLOAT;
	case T_COMPLEX64: case T_COMPLEX128: case T_UNTYPED_COMPLEX:
		return I_COMPLEX;
	case T_STRING: case T_UNTYPED_STRING:
		return I_STRING;
	}
	return 0;
}

static bool
under_info(Type *t, unsigned mask)
{
	return (basic_info(type_under(t)->kind) & mask) != 0;
}

static bool
all_info(Type *t, unsigned mask)
{
	if (unalias(t)->kind != T_TYPEPARAM)
		return under_info(t, mask);
	bool specific;
	TypeList l = type_terms(t, &specific);
	if (!specific)
		return false;
	for (int i = 0; i < l.n; i++)
		if (!under_info(l.v[i], mask))
			return false;
	return true;
}

bool type_is_boolean(Type *t) { return under_info(t, I_BOOL); }
bool type_is_integer(Type *t) { return under_info(t, I_INT); }
bool type_is_unsigned(Type *t) { return under_info(t, I_UNSIGNED); }
bool type_is_float(Type *t) { return under_info(t, I_FLOAT); }
bool type_is_complex(Type *t) { return under_info(t, I_COMPLEX); }
bool type_is_numeric(Type *t) { return under_info(t, I_NUMERIC); }
bool type_is_string(Type *t) { return under_info(t, I_STRING); }
bool type_is_const_type(Type *t) { return unalias(t)->kind != T_TYPEPARAM && under_info(t, I_CONST); }

bool all_boolean(Type *t) { return all_info(t, I_BOOL); }
bool all_integer(Type *t) { return all_info(t, I_INT); }
bool all_unsigned(Type *t) { return all_info(t, I_UNSIGNED); }
bool all_numeric(Type *t) { return all_info(t, I_NUMERIC); }
bool all_string(Type *t) { return all_info(t, I_STRING); }
bool all_ordered(Type *t) { return all_info(t, I_ORDERED); }
bool all_numeric_or_string(Type *t) { return all_info(t, I_NUMERIC | I_STRING); }

bool
type_is_untyped(Type *t)
{
	return t->kind >= T_UNTYPED_BOOL && t->kind <= T_UNTYPED_NIL;
}

bool is_typed(Type *t) { return !type_is_untyped(t); }

bool
has_name(Type *t)
{
	t = unalias(t);
	return t->kind <= T_UNTYPED_NIL || t->kind == T_NAMED || t->kind == T_TYPEPARAM;
}

bool type_is_typeparam(Type *t) { return unalias(t)->kind == T_TYPEPARAM; }

bool
type_is_interface(Type *t)
{
	return !type_is_typeparam(t) && type_under(t)->kind == T_INTERFACE;
}

bool
is_ptr_to_iface(Type *t)
{
	Type *u = type_under(t);
	return u->kind == T_POINTER && type_under(u->elem)->kind == T_INTERFACE;
}

bool
is_bytes_or_runes(Type *t)
{
	Type *u = type_under(t);
	if (u->kind != T_SLICE)
		return false;
	int k = type_under(u->elem)->kind;
	return k == T_UINT8 || k == T_INT32;
}

bool
is_generic(Type *t)
{
	if (t->kind == T_ALIAS && t->tparams.n > 0 && !t->origin)
		return true;
	Type *n = as_named(t);
	return n && !n->origin && n->tparams.n > 0;
}

const char *
composite_kind(Type *t)
{
	switch (type_under(t)->kind) {
	case T_ARRAY: return "array";
	case T_SLICE: return "slice";
	case T_STRUCT: return "struct";
	case T_POINTER: return "pointer";
	case T_SIGNATURE: return "func";
	case T_INTERFACE: return "interface";
	case T_MAP: return "map";
	case T_CHAN: return "chan";
	case T_TUPLE: return "tuple";
	case T_UNION: return "union";
	}
	return "";
}

bool
has_nil(Type *t)
{
	Type *u = type_under(t);
	switch (u->kind) {
	case T_UNSAFEPTR: case T_SLICE: case T_POINTER: case T_SIGNATURE: case T_MAP: case T_CHAN:
		return true;
	case T_INTERFACE:
		break;
	default:
		return false;
	}
	if (!type_is_typeparam(t))
		return true;
	bool specific;
	TypeList l = type_terms(t, &specific);
	for (int i = 0; i < l.n; i++)
		if (!has_nil(l.v[i]))
			return false;
	return specific;
}


Type *
type_default(Type *t)
{
	switch (t->kind) {
	case T_UNTYPED_BOOL: return basic_type[T_BOOL];
	case T_UNTYPED_INT: return basic_type[T_INT];
	case T_UNTYPED_RUNE: return type_rune;
	case T_UNTYPED_FLOAT: return basic_type[T_FLOAT64];
	case T_UNTYPED_COMPLEX: return basic_type[T_COMPLEX128];
	case T_UNTYPED_STRING: return basic_type[T_STRING];
	}
	return t;
}

/* Core type in the sense of the old specification: one underlying type for the whole type set. */
Type *
type_core(Type *t)
{
	if (!type_is_typeparam(t))
		return type_under(t);
	return common_under(NULL, t, NULL, NULL);
}
