/* implements.c - does a type implement an interface or satisfy a constraint, and if not, why: gc's reasons. */
#include "types/checker.h"

typedef enum MissState { M_OK, M_NOTFOUND, M_WRONGNAME, M_UNEXPORTED, M_WRONGSIG, M_AMBIGUOUS, M_PTRRECV, M_FIELD } MissState;

/* The method wanted, what was found in its place, and how they differ. */
typedef struct Miss { MissState state; Method *want; Object *have; } Miss;

static const char *
text_of(Checker *ck, Type *t)
{
	return type_string(t, ck ? ck->pkg : NULL);
}

static Type *
object_sig(Object *f)
{
	method_ready(f);
	return f->type;
}

static bool
equivalent(Equivalent eq, void *arg, Type *a, Type *b)
{
	if (!a || !b)
		return true;                 /* a cycle, reported elsewhere */
	return eq ? eq(a, b, arg) : type_identical(a, b);
}

static Method *
set_method(TypeSet *s, Str *name, Package *pkg)
{
	for (int i = 0; i < s->methods.n; i++)
		if (same_id(s->methods.v[i].name, s->methods.v[i].pkg, name, pkg))
			return &s->methods.v[i];
	return NULL;
}

static MissState
miss_in_interface(Miss *m, TypeSet *s, bool statically, Equivalent eq, void *arg)
{
	Method *f = set_method(s, m->want->name, m->want->pkg);

	if (!f)
		return statically ? M_NOTFOUND : M_OK;
	m->have = f->func;
	return equivalent(eq, arg, f->sig, m->want->sig) ? M_OK : M_WRONGSIG;
}

/* Nothing by that name: is there something like it? */
static MissState
near_miss(Miss *m, Type *v)
{
	Lookup r;

	lookup_object(v, false, m->want->pkg, m->want->name, true, &r);
	if (!r.obj || r.obj->kind != O_FUNC)
		return M_NOTFOUND;
	m->have = r.obj;
	return r.obj->name == m->want->name ? M_UNEXPORTED : M_WRONGNAME;
}

static MissState
miss_in_type(Miss *m, Type *v, Equivalent eq, void *arg)
{
	Lookup r;

	lookup_object(v, false, m->want->pkg, m->want->name, false, &r);
	if (!r.obj && r.path.n > 0)
		return M_AMBIGUOUS;
	if (!r.obj)
		return r.indirect ? M_PTRRECV : near_miss(m, v);
	if (r.obj->kind != O_FUNC)
		return M_FIELD;
	m->have = r.obj;
	return equivalent(eq, arg, object_sig(r.obj), m->want->sig) ? M_OK : M_WRONGSIG;
}

static const char *
interface_ptr_text(Checker *ck, Type *t)
{
	if (type_is_typeparam(type_under(t)->elem))
		return fmt_text("type %s is pointer to type parameter, not type parameter", text_of(ck, t));
	return fmt_text("type %s is pointer to interface, not interface", text_of(ck, t));
}

static const char *
have_want(Checker *ck, const char *what, Miss *m)
{
	Package *rel = ck ? ck->pkg : NULL;
	const char *name = m->want->name->s;
	const char *h = method_string(m->have->name, object_sig(m->have), rel, false);
	const char *w = method_string(m->want->name, m->want->sig, rel, false);

	if (strcmp(h, w) == 0 && m->state == M_WRONGSIG) {
		h = method_string(m->have->name, object_sig(m->have), rel, true);
		w = method_string(m->want->name, m->want->sig, rel, true);
		if (strcmp(h, w) == 0)
			return fmt_text("(wrong type for method %s)", name);
	}
	return fmt_text("(%s %s)\n\t\thave %s\n\t\twant %s", what, name, h, w);
}

static const char *
miss_text(Checker *ck, Type *v, Type *t, Miss *m)
{
	const char *name = m->want->name->s;

	switch (m->state) {
	case M_NOTFOUND:
		if (is_ptr_to_iface(v))
			return fmt_text("(%s)", interface_ptr_text(ck, v));
		if (is_ptr_to_iface(t))
			return fmt_text("(%s)", interface_ptr_text(ck, t));
		return fmt_text("(missing method %s)", name);
	case M_WRONGNAME: return have_want(ck, "missing method", m);
	case M_UNEXPORTED: return fmt_text("(unexported method %s)", name);
	case M_WRONGSIG: return have_want(ck, "wrong type for method", m);
	case M_AMBIGUOUS: return fmt_text("(ambiguous selector %s.%s)", text_of(ck, v), name);
	case M_PTRRECV: return fmt_text("(method %s has pointer receiver)", name);
	case M_FIELD: return fmt_text("(%s.%s is a field, not a method)", text_of(ck, v), name);
	default: return "";
	}
}

/* The first method of interface type t that v lacks. Not statically: an interface v may lack methods. */
Object *
find_missing_method(Checker *ck, Type *v, Type *t, bool statically, Equivalent eq, void *arg, bool *wrong_type, const char **cause)
{
	TypeSet *want = type_set(type_under(t));
	Type *vu = type_under(v);

	if (wrong_type)
		*wrong_type = false;
	for (int i = 0; i < want->methods.n; i++) {
		Miss m = {M_OK, &want->methods.v[i], NULL};

		if (vu->kind == T_INTERFACE)
			m.state = miss_in_interface(&m, type_set(vu), statically, eq, arg);
		else
			m.state = miss_in_type(&m, v, eq, arg);
		if (m.state == M_OK)
			continue;
		if (cause)
			*cause = miss_text(ck, v, t, &m);
		if (wrong_type)
			*wrong_type = m.state == M_WRONGSIG || m.state == M_PTRRECV;
		return m.want->func;
	}
	return NULL;
}

Object *
missing_method(Type *v, Type *iface, bool *wrong_type)
{
	return find_missing_method(NULL, v, iface, true, NULL, NULL, wrong_type, NULL);
}

/* An embedded field of unknown type could have any method. */
static bool
has_invalid_embedded(Type *t, int depth)
{
	t = type_under(type_deref(type_under(t), NULL));
	if (t->kind != T_STRUCT || depth > 20)
		return false;
	for (int i = 0; i < t->fields.n; i++) {
		Object *f = t->fields.v[i];

		if (f->embedded && (!valid(f->type) || has_invalid_embedded(f->type, depth + 1)))
			return true;
	}
	return false;
}

bool
has_all_methods_by(Checker *ck, Type *v, Type *t, bool statically, Equivalent eq, void *arg, const char **cause)
{
	if (!valid(v))
		return true;
	return !find_missing_method(ck, v, t, statically, eq, arg, NULL, cause) || has_invalid_embedded(v, 0);
}

bool
has_all_methods(Checker *ck, Type *v, Type *t, bool statically, const char **cause)
{
	return has_all_methods_by(ck, v, t, statically, NULL, NULL, cause);
}

static bool
fail(const char **cause, const char *text)
{
	if (cause)
		*cause = text;
	return false;
}

static bool
comparability(Checker *ck, Type *v, Type *t, bool constraint, const char *verb, const char **cause)
{
	TypeSet *s = type_set(type_under(t));
	bool want = s->comparable;

	if (!s->all) {
		want = true;
		for (int i = 0; i < s->terms.n && want; i++)
			want = comparable_type(s->terms.v[i].type, false, NULL);
	}
	if (!want || comparable_type(v, false, NULL))
		return true;
	if (constraint && comparable_type(v, true, NULL)) {
		if (!ck || allow_version(ck, 20))
			return true;
		return fail(cause, fmt_text("%s to %s comparable requires go1.20 or later", text_of(ck, v), verb));
	}
	return fail(cause, fmt_text("%s does not %s comparable", text_of(ck, v), verb));
}

static bool
mentions(Type *t, Type *typ)
{
	Type *u = unalias(t);

	if (u->kind == T_INTERFACE) {
		for (int i = 0; i < u->embeds.n; i++)
			if (mentions(u->embeds.v[i], typ))
				return true;
		return false;
	}
	if (u->kind == T_UNION) {
		for (int i = 0; i < u->terms.n; i++)
			if (mentions(u->terms.v[i].type, typ))
				return true;
		return false;
	}
	return type_identical(t, typ);
}

static const char *
terms_text(TypeSet *s)
{
	StrBuf *b = ring_buffer();

	for (int i = 0; i < s->terms.n; i++) {
		sb_puts(b, i > 0 ? " | " : "");
		sb_puts(b, s->terms.v[i].tilde ? "~" : "");
		sb_puts(b, type_path_string(s->terms.v[i].type));
	}
	return b->n > 0 ? b->s : "∅";
}

/* v is no interface: one of t's terms must include it. */
static bool
in_terms(Checker *ck, Type *v, Type *t, const char *verb, const char **cause)
{
	TypeSet *s = type_set(type_under(t));
	Type *alt = NULL;
	const char *detail;

	for (int i = 0; i < s->terms.n; i++) {
		TypeTerm m = s->terms.v[i];

		if (term_includes(m, v))
			return true;
		if (!alt && !m.tilde && type_identical(m.type, type_under(m.type)) && term_includes((TypeTerm){true, m.type}, v))
			alt = m.type;
	}
	if (!cause)
		return false;
	if (alt)
		detail = fmt_text("possibly missing ~ for %s in %s", text_of(ck, alt), text_of(ck, t));
	else if (mentions(type_under(t), v))
		detail = fmt_text("%s mentions %s, but %s is not in the type set of %s", text_of(ck, t), text_of(ck, v), text_of(ck, v), text_of(ck, t));
	else
		detail = fmt_text("%s missing in %s", text_of(ck, v), terms_text(s));
	return fail(cause, fmt_text("%s does not %s %s (%s)", text_of(ck, v), verb, text_of(ck, t), detail));
}

static bool
not_an_interface(Checker *ck, Type *v, Type *t, const char *verb, const char **cause)
{
	const char *detail;

	if (!cause)
		return false;
	if (is_ptr_to_iface(t))
		detail = fmt_text("type %s is pointer to interface, not interface", text_of(ck, t));
	else
		detail = fmt_text("%s is not an interface", text_of(ck, t));
	return fail(cause, fmt_text("%s does not %s %s (%s)", text_of(ck, v), verb, text_of(ck, t), detail));
}

bool
implements(Checker *ck, Type *v, Type *t, bool constraint, const char **cause)
{
	Type *vu = type_under(v), *tu = type_under(t);
	const char *verb = constraint ? "satisfy" : "implement", *why = "";
	TypeSet *ts;

	if (!valid(vu) || !valid(tu) || (vu->kind == T_POINTER && !valid(type_under(vu->elem))))
		return true;
	if (tu->kind != T_INTERFACE)
		return not_an_interface(ck, v, t, verb, cause);
	ts = type_set(tu);
	if (ts->all && !ts->comparable && ts->methods.n == 0)
		return true;
	if (vu->kind == T_INTERFACE && has_empty_typeset(vu))
		return true;
	if (!ts->all && ts->terms.n == 0)
		return fail(cause, cause ? fmt_text("cannot %s %s (empty type set)", verb, text_of(ck, t)) : NULL);
	if (!has_all_methods(ck, v, t, true, cause ? &why : NULL))
		return fail(cause, cause ? fmt_text("%s does not %s %s %s", text_of(ck, v), verb, text_of(ck, t), why) : NULL);
	if (!ts->all && vu->kind == T_INTERFACE && !typeset_subset(type_set(vu), ts))
		return fail(cause, cause ? fmt_text("%s does not %s %s", text_of(ck, v), verb, text_of(ck, t)) : NULL);
	if (!ts->all && vu->kind != T_INTERFACE && !in_terms(ck, v, t, verb, cause))
		return false;
	return comparability(ck, v, t, constraint, verb, cause);
}

/* x.(T) with x of interface type v: an interface T is only known at run time. */
bool
assertable_to(Checker *ck, Type *v, Type *t, const char **cause)
{
	if (type_is_interface(t))
		return true;
	return has_all_methods(ck, t, v, false, cause);
}

/* --- "x.f undefined (...)" --- */

static const char *
tail(Str *s)
{
	uint32_t r;

	return s->s + (s->len > 0 ? utf8_decode(s->s, s->len, &r) : 0);
}

typedef enum Spelling { NAME_MISSING, NAME_MISSPELLED, NAME_UNEXPORTED, NAME_INACCESSIBLE } Spelling;

static Spelling
spelling(Checker *ck, Str *sel, Object *near)
{
	if (!near)
		return NAME_MISSING;
	if (near->pkg == ck->pkg)
		return NAME_MISSPELLED;
	if (name_exported(sel)) {
		if (name_exported(near->name))
			return NAME_MISSPELLED;
		return strcmp(tail(sel), tail(near->name)) == 0 ? NAME_UNEXPORTED : NAME_MISSING;
	}
	if (name_exported(near->name))
		return strcmp(tail(sel), tail(near->name)) == 0 ? NAME_MISSPELLED : NAME_MISSING;
	return sel == near->name ? NAME_INACCESSIBLE : NAME_MISSING;
}

static const char *
literal_error(const char *t, Str *sel, const char *alt, Spelling s)
{
	switch (s) {
	case NAME_MISSPELLED: return fmt_text("unknown field %s in struct literal of type %s, but does have %s", sel->s, t, alt);
	case NAME_UNEXPORTED: return fmt_text("unknown field %s in struct literal of type %s, but does have unexported %s", sel->s, t, alt);
	case NAME_INACCESSIBLE: return fmt_text("cannot refer to unexported field %s in struct literal of type %s", alt, t);
	default: return fmt_text("unknown field %s in struct literal of type %s", sel->s, t);
	}
}

/* near: what is there when case is ignored, or NULL. */
const char *
lookup_error(Checker *ck, Type *typ, Str *sel, Object *near, bool struct_lit)
{
	const char *t = type_string(typ, ck->pkg), *alt = near ? near->name->s : "";
	const char *what = near && near->kind == O_VAR ? "field" : near && near->kind == O_FUNC ? "method" : "object";
	Spelling s = spelling(ck, sel, near);

	if (struct_lit)
		return literal_error(t, sel, alt, s);
	switch (s) {
	case NAME_MISSPELLED: return fmt_text("type %s has no field or method %s, but does have %s %s", t, sel->s, what, alt);
	case NAME_UNEXPORTED: return fmt_text("type %s has no field or method %s, but does have unexported %s %s", t, sel->s, what, alt);
	case NAME_INACCESSIBLE: return fmt_text("cannot refer to unexported %s %s", what, alt);
	default: return fmt_text("type %s has no field or method %s", t, sel->s);
	}
}
