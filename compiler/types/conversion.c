/* conversion.c - T(x): which conversions the specification allows, and what they make of constants. Constants convert exactly
 * (integer to string gives the rune's text); to a type parameter, to each type of its set. */
#include "types/checker.h"

static bool
const_convertible(Operand *x, Type *T, Const **val)
{
	Type *t = type_under(T);
	if (t->kind > T_UNTYPED_NIL)
		return false;
	if (const_representable(x->val, t, val))
		return true;
	if (!type_is_integer(x->type) || !type_is_string(t))
		return false;
	uint64_t i;
	char buf[4];
	uint32_t r = const_uint64_val(x->val, &i) && i <= 0x10ffff ? (uint32_t)i : 0xfffd;
	if (r >= 0xd800 && r < 0xe000)
		r = 0xfffd;
	if (val) {
		int n = utf8_encode(buf, r);
		*val = const_string(arena_strndup(permanent, buf, (size_t)n), (size_t)n);
	}
	return true;
}

static bool
const_to_tparam(Checker *ck, Operand *x, Type *T, const char **cause)
{
	bool specific;
	TypeList l = type_terms(T, &specific);
	if (!specific)
		*cause = fmt_text("%s does not contain specific types", TS(T));
	for (int i = 0; i < l.n; i++) {
		Type *u = type_under(l.v[i]);
		if ((type_is_string(x->type) && is_bytes_or_runes(u)) || const_convertible(x, u, NULL))
			continue;
		if (type_is_integer(x->type) && type_is_integer(u))
			*cause = fmt_text("constant %s overflows %s (in %s)", const_text(x->val), TS(u), TS(T));
		else
			*cause = fmt_text("cannot convert %s to type %s (in %s)", OS(x), TS(u), TS(T));
		return false;
	}
	return specific;
}

/* ---- values */

static bool
number_kind(Type *t)
{
	return type_is_integer(t) || type_is_float(t);
}

static bool is_uintptr(Type *t) { return type_under(t)->kind == T_UINTPTR; }
static bool is_unsafe_pointer(Type *t) { return type_under(t)->kind == T_UNSAFEPTR; }
static bool is_pointer(Type *t) { return type_under(t)->kind == T_POINTER; }

static bool
same_pointers(Type *v, Type *t)
{
	v = unalias(v);
	t = unalias(t);
	return v->kind == T_POINTER && t->kind == T_POINTER && !type_is_typeparam(v->elem) && !type_is_typeparam(t->elem) &&
		identical_ignore_tags(type_under(v->elem), type_under(t->elem));
}

static bool
slice_to_array(Checker *ck, Type *vu, Type *tu, const char **cause)
{
	bool ptr = tu->kind == T_POINTER;
	if (vu->kind != T_SLICE)
		return false;
	Type *a = ptr ? type_under(tu->elem) : tu;
	if (a->kind != T_ARRAY || !type_identical(vu->elem, a->elem))
		return false;
	if (allow_version(ck, ptr ? 17 : 20))
		return true;
	*cause = ptr ? "conversion of slice to array pointer requires go1.17 or later" : "conversion of slice to array requires go1.20 or later";
	return false;
}

static bool
basic_convertible(Type *vu, Type *tu)
{
	if ((number_kind(vu) && number_kind(tu)) || (type_is_complex(vu) && type_is_complex(tu)))
		return true;
	if ((type_is_integer(vu) || is_bytes_or_runes(vu)) && type_is_string(tu))
		return true;
	if (type_is_string(vu) && is_bytes_or_runes(tu))
		return true;
	if ((is_pointer(vu) || is_uintptr(vu)) && is_unsafe_pointer(tu))
		return true;
	return is_unsafe_pointer(vu) && (is_pointer(tu) || is_uintptr(tu));
}

static void
wrap_cause(const char **cause, const char *msg)
{
	*cause = **cause ? fmt_text("%s\n\t%s", msg, *cause) : msg;
}

/* Every type of V's set to every type of T's. */
static bool
tparam_convertible(Checker *ck, Operand *x, Type *V, Type *T, const char **cause)
{
	bool vp = type_is_typeparam(V), tp = type_is_typeparam(T), vs, ts;
	TypeList vl = type_terms(V, &vs), tl = type_terms(T, &ts);
	Operand y = *x;
	if ((vp && !vs) || (tp && !ts))
		return false;
	for (int i = 0; i < vl.n; i++)
		for (int j = 0; j < tl.n; j++) {
			y.type = vl.v[i];
			if (convertible_to(ck, &y, tl.v[j], cause))
				continue;
			const char *in = vp ? fmt_text(" (in %s)", TS(V)) : "", *to = tp ? fmt_text(" (in %s)", TS(T)) : "";
			const char *what = TS(tp ? tl.v[j] : T);
			wrap_cause(cause, fmt_text("cannot convert %s%s to type %s%s", TS(vl.v[i]), in, what, to));
			return false;
		}
	return true;
}

bool
convertible_to(Checker *ck, Operand *x, Type *T, const char **cause)
{
	const char *none = "";
	if (!cause)
		cause = &none;
	if (assignable_to(ck, x, T, cause))
		return true;
	Type *V = x->type, *vu = type_under(V), *tu = type_under(T);
	bool vp = type_is_typeparam(V), tp = type_is_typeparam(T);
	if (!vp && !tp && identical_ignore_tags(vu, tu))
		return true;
	if (same_pointers(V, T))
		return true;
	if (!vp && !tp)
		return basic_convertible(vu, tu) || slice_to_array(ck, vu, tu, cause);
	return tparam_convertible(ck, x, V, T, cause);
}

/* ---- the expression */

static void
record_untyped(Checker *ck, Operand *x, Type *T, bool const_arg)
{
	Type *final = T;
	if (is_typed(x->type))
		return;
	if (x->type->kind == T_UNTYPED_NIL)
		final = T;
	else if (type_is_interface(T) || (const_arg && !type_is_const_type(T)))
		final = type_default(x->type);
	else if (x->mode == MODE_CONST && type_is_integer(x->type) && all_string(T))
		final = x->type;
	update_expr_type(ck, x->expr, final, true);
}

void
conversion(Checker *ck, Operand *x, Type *T)
{
	bool const_arg = x->mode == MODE_CONST, ok;
	const char *cause = "";
	if (const_arg && type_is_const_type(T)) {
		ok = const_convertible(x, T, &x->val);
		if (!ok && type_is_integer(x->type) && type_is_integer(T)) {
			err_op(ck, x, "constant %s overflows %s", const_text(x->val), TS(T));
			x->mode = MODE_INVALID;
			return;
		}
	} else if (const_arg && type_is_typeparam(T)) {
		ok = const_to_tparam(ck, x, T, &cause);
		x->mode = MODE_VALUE;
	} else {
		ok = convertible_to(ck, x, T, &cause);
		if (ok)
			x->mode = MODE_VALUE;
	}
	if (!ok) {
		if (*cause)
			err_op(ck, x, "cannot convert %s to type %s: %s", OS(x), TS(T), cause);
		else
			err_op(ck, x, "cannot convert %s to type %s", OS(x), TS(T));
		x->mode = MODE_INVALID;
		return;
	}
	record_untyped(ck, x, T, const_arg);
	x->type = T;
}
