/* typeset.c - what satisfies an interface: its methods, and the types that its unions allow.
 *
 * A set of types is "all" or a list of terms T and ~T without redundant ones; the empty list is the empty set. The set of
 * an interface is the intersection of its elements' sets; of a union, the union of its terms' sets. `comparable` only
 * stays as a flag while the list is "all"; else the terms that are not comparable are dropped.
 * An interface whose elements are not all known yet (it is being declared) has the set of all types, not remembered. */
#include "types/checker.h"

typedef Vec(TypeTerm) Terms;
typedef struct TermSet { bool all, comparable; Terms terms; } TermSet;

#define MAX_TERMS 100

/* Exported names carry no package; order is by name, then package path. */
int
method_compare(Str *an, Package *ap, Str *bn, Package *bp)
{
	int c = strcmp(an->s, bn->s);

	if (c != 0 || ap == bp || name_exported(an))
		return c;
	return strcmp(ap ? ap->path->s : "", bp ? bp->path->s : "");
}

static bool
terms_disjoint(TypeTerm x, TypeTerm y)
{
	Type *ux = y.tilde ? type_under(x.type) : x.type, *uy = x.tilde ? type_under(y.type) : y.type;

	return !type_identical(ux, uy);
}

static bool
term_subset(TypeTerm x, TypeTerm y)
{
	return !terms_disjoint(x, y) && (!x.tilde || y.tilde);
}

bool
term_includes(TypeTerm x, Type *t)
{
	return type_identical(x.type, x.tilde ? type_under(t) : t);
}

/* Adds a term to a union, keeping it free of terms that another one covers. */
static void
terms_add(Terms *l, TypeTerm t)
{
	int n = 0;

	for (int i = 0; i < l->n; i++)
		if (term_subset(t, l->v[i]))
			return;
	for (int i = 0; i < l->n; i++)
		if (!term_subset(l->v[i], t))
			l->v[n++] = l->v[i];
	l->n = n;
	vec_push(permanent, l, t);
}

static TermSet
terms_intersect(TermSet x, TermSet y)
{
	TermSet r = {false, x.comparable || y.comparable, {0}};

	if (x.all && y.all)
		r.all = true;
	else if (x.all || y.all)
		r.terms = x.all ? y.terms : x.terms;
	for (int i = 0; !x.all && !y.all && i < x.terms.n; i++) {
		for (int k = 0; k < y.terms.n; k++) {
			TypeTerm a = x.terms.v[i], b = y.terms.v[k];

			if (!terms_disjoint(a, b))
				terms_add(&r.terms, a.tilde && !b.tilde ? b : a);
		}
	}
	if (r.comparable && !r.all) {
		Terms kept = {0};

		for (int i = 0; i < r.terms.n; i++)
			if (type_strictly_comparable(r.terms.v[i].type))
				vec_push(permanent, &kept, r.terms.v[i]);
		r.terms = kept;
		r.comparable = false;
	}
	return r;
}

static TermSet
set_terms(TypeSet *s)
{
	TermSet r = {s->all, s->comparable, {0}};

	for (int i = 0; i < s->terms.n; i++)
		vec_push(permanent, &r.terms, s->terms.v[i]);
	return r;
}

/* False when the union is unusable (an error was reported). */
static bool
union_terms(Checker *ck, Pos pos, Type *u, TermSet *out)
{
	memset(out, 0, sizeof(*out));
	for (int i = 0; i < u->terms.n; i++) {
		TypeTerm t = u->terms.v[i];
		Type *under = type_under(t.type);

		if (!under || under->kind == T_INVALID)
			continue;
		if (under->kind == T_INTERFACE) {
			TypeSet *s = compute_type_set(ck, pos, under);

			if (s->all)
				out->all = true;
			for (int k = 0; k < s->terms.n; k++)
				terms_add(&out->terms, s->terms.v[k]);
		} else if (!t.tilde || type_identical(t.type, under)) {
			terms_add(&out->terms, t);
		}
		if (out->terms.n > MAX_TERMS) {
			if (ck)
				check_error(ck, pos, "cannot handle more than %d union terms (implementation limitation)", MAX_TERMS);
			return false;
		}
	}
	if (out->all)
		out->terms.n = 0;
	return true;
}

typedef Vec(Pos) PosList;
typedef struct SameMethod { Method a, b; Pos pos, other; } SameMethod;

static void
duplicate_method(Checker *ck, Pos pos, Str *name, Pos other)
{
	check_error(ck, pos, "duplicate method %s\n\t%s: other declaration of method %s", name->s, pos_string(other), name->s);
}

static void
check_same_method(Checker *ck, void *arg)
{
	SameMethod *m = arg;

	if (!type_identical(m->a.sig, m->b.sig) || (m->pos && !allow_version(ck, 14)))
		duplicate_method(ck, m->pos, m->a.name, m->other);
}

/* The same method twice is an error where it is declared; embedded ones must be identical, which is checked later. */
static void
add_method(Checker *ck, TypeSet *s, PosList *at, Pos pos, Method m, bool declared)
{
	for (int i = 0; i < s->methods.n; i++) {
		Method *o = &s->methods.v[i];

		if (!same_id(o->name, o->pkg, m.name, m.pkg))
			continue;
		if (ck && declared) {
			duplicate_method(ck, pos, m.name, at->v[i]);
		} else if (ck) {
			SameMethod *c = NEW(permanent, SameMethod);

			*c = (SameMethod){m, *o, pos, at->v[i]};
			later(ck, check_same_method, c);
		}
		return;
	}
	vec_push(permanent, &s->methods, m);
	vec_push(permanent, at, pos);
}

static void
sort_methods(TypeSet *s)
{
	for (int i = 1; i < s->methods.n; i++) {
		Method m = s->methods.v[i];
		int k = i;

		for (; k > 0; k--) {
			Method *p = &s->methods.v[k - 1];

			if (method_compare(p->name, p->pkg, m.name, m.pkg) <= 0)
				break;
			s->methods.v[k] = *p;
		}
		s->methods.v[k] = m;
	}
}

/* What one embedded element allows; its methods are added. False: ignore the element. */
static bool
embedded_terms(Checker *ck, Pos pos, Type *t, TypeSet *s, PosList *at, TermSet *out)
{
	Type *u = type_under(t);

	memset(out, 0, sizeof(*out));
	if (u->kind == T_INVALID)
		return false;
	if (u->kind == T_INTERFACE) {
		TypeSet *e = compute_type_set(ck, pos, u);
		Type *n = as_named(t);

		if (ck && pos && n && n->obj->pkg && n->obj->pkg != ck->pkg && !typeset_is_method_set(e) &&
		    !verify_version(ck, pos, 18, "embedding constraint interface %s", TS(t)))
			return false;

		for (int i = 0; i < e->methods.n; i++)
			add_method(ck, s, at, pos, e->methods.v[i], false);
		*out = set_terms(e);
		return true;
	}
	if (ck && pos && !verify_version(ck, pos, 18, u->kind == T_UNION ? "embedding interface element %s" : "embedding non-interface type %s", TS(t)))
		return false;
	if (u->kind == T_UNION)
		return union_terms(ck, pos, u, out);
	vec_push(permanent, &out->terms, ((TypeTerm){false, t}));
	return true;
}

/* In a set that is still being computed (the interface embeds itself: an error reported elsewhere) all types are. */
TypeSet *
compute_type_set(Checker *ck, Pos pos, Type *iface)
{
	static TypeSet top = {.all = true};
	TermSet all = {.all = true, .comparable = iface->comparable}, e;
	PosList at = {0};
	TypeSet *s;

	if (iface->tset)
		return iface->tset;
	if (!iface->complete)
		return &top;
	s = iface->tset = NEW(permanent, TypeSet);
	s->all = true;
	for (int i = 0; i < iface->methods.n; i++)
		add_method(ck, s, &at, iface->methods.v[i].pos, iface->methods.v[i], true);
	for (int i = 0; i < iface->embeds.n; i++) {
		Pos p = i < iface->embed_pos.n ? iface->embed_pos.v[i] : pos;

		if (embedded_terms(ck, p, iface->embeds.v[i], s, &at, &e))
			all = terms_intersect(all, e);
	}
	s->all = all.all;
	s->comparable = all.comparable;
	for (int i = 0; i < all.terms.n; i++)
		vec_push(permanent, &s->terms, all.terms.v[i]);
	sort_methods(s);
	return s;
}

TypeSet *
type_set(Type *iface)
{
	return iface->tset ? iface->tset : compute_type_set(active_checker, NOPOS, iface);
}

bool
has_empty_typeset(Type *t)
{
	Type *u = type_under(t);

	if (u->kind != T_INTERFACE)
		return false;
	return !type_set(u)->all && type_set(u)->terms.n == 0;
}

bool
typeset_is_method_set(TypeSet *s)
{
	return !s->comparable && s->all;
}

bool
typeset_equal(TypeSet *a, TypeSet *b)
{
	return a->all == b->all && a->comparable == b->comparable && typeset_subset(a, b) && typeset_subset(b, a);
}

/* By terms only. */
bool
typeset_subset(TypeSet *a, TypeSet *b)
{
	if (b->all || (!a->all && a->terms.n == 0))
		return true;
	if (a->all)
		return false;
	for (int i = 0; i < a->terms.n; i++) {
		int k = 0;

		while (k < b->terms.n && !term_subset(a->terms.v[i], b->terms.v[k]))
			k++;
		if (k == b->terms.n)
			return false;
	}
	return true;
}

TypeList
type_terms(Type *t, bool *specific)
{
	TypeList l = {0};

	t = unalias(t);
	*specific = true;
	if (t->kind != T_TYPEPARAM) {
		vec_push(permanent, &l, t);
		return l;
	}
	TypeSet *s = type_set(tparam_iface(t));

	*specific = !s->all && s->terms.n > 0;
	for (int i = 0; *specific && i < s->terms.n; i++)
		vec_push(permanent, &l, s->terms.v[i].type);
	return l;
}

/* Folds one more type u (underlying of t) into the common one; false with the reason when they differ. */
static bool
fold_under(Checker *ck, Type **ct, Type **cu, Type *t, Type *u, const char **cause)
{
	Package *rel = ck ? ck->pkg : NULL;

	if ((*cu)->kind == T_CHAN && u->kind == T_CHAN) {
		if (!type_identical((*cu)->elem, u->elem)) {
			*cause = fmt_text("channels %s and %s have different element types", type_string(*ct, rel), type_string(t, rel));
			return false;
		}
		if ((*cu)->dir == u->dir || u->dir == CHAN_BOTH)
			return true;
		if ((*cu)->dir != CHAN_BOTH) {
			*cause = fmt_text("channels %s and %s have conflicting directions", type_string(*ct, rel), type_string(t, rel));
			return false;
		}
		*ct = t;
		*cu = u;
		return true;
	}
	if (type_identical(*cu, u))
		return true;
	*cause = fmt_text("%s and %s have different underlying types", type_string(*ct, rel), type_string(t, rel));
	return false;
}

Type *
common_under(Checker *ck, Type *t, bool (*cond)(Type *t, Type *u, const char **cause), const char **cause)
{
	const char *ignored;
	bool specific;
	TypeList l = type_terms(t, &specific);
	Type *ct = NULL, *cu = NULL;

	cause = cause ? cause : &ignored;
	*cause = NULL;
	if (!specific) {
		if (!cond || cond(NULL, NULL, cause))
			*cause = "no specific type";
		return NULL;
	}
	for (int i = 0; i < l.n; i++) {
		Type *u = type_under(l.v[i]);

		if (cond && !cond(l.v[i], u, cause))
			return NULL;
		if (!cu) {
			ct = l.v[i];
			cu = u;
		} else if (!fold_under(ck, &ct, &cu, l.v[i], u, cause)) {
			return NULL;
		}
	}
	return cu;
}
