/* unify.c - making two types equal by choosing type arguments.
 *
 * Each type parameter to be inferred belongs to a class with at most one type; unifying two of them joins their classes.
 * Unification is inexact where assignment is: a type literal matches a named type's underlying type, channel directions
 * may be dropped, interfaces match when one's methods are among the other's. Inside composite types it is exact.
 * Where several types fit, the result prefers named types and bidirectional channels give way to directed ones. */
#include "types/unify.h"

#define DEPTH_LIMIT 100

static bool nify(Unifier *u, Type *x, Type *y, int mode);

void
unifier_init(Unifier *u, TypeList *tparams, TypeList *targs, bool interfaces)
{
	memset(u, 0, sizeof(*u));
	u->tparams = tparams;
	u->handle = NEWN(permanent, int, tparams->n);
	u->value = NEWN(permanent, Type *, tparams->n);
	u->interfaces = interfaces;
	for (int i = 0; i < tparams->n; i++) {
		u->handle[i] = i;
		u->value[i] = i < targs->n ? targs->v[i] : NULL;
	}
}

Type *
unifier_at(Unifier *u, int i)
{
	return u->value[u->handle[i]];
}

void
unifier_set(Unifier *u, int i, Type *t)
{
	u->value[u->handle[i]] = t;
}

int
unifier_unknowns(Unifier *u)
{
	int n = 0;

	for (int i = 0; i < u->tparams->n; i++)
		n += unifier_at(u, i) == NULL;
	return n;
}

/* Index of a parameter to be inferred, or -1. */
static int
bound_index(Unifier *u, Type *t)
{
	t = unalias(t);
	if (t->kind == T_TYPEPARAM)
		for (int i = 0; i < u->tparams->n; i++)
			if (u->tparams->v[i] == t)
				return i;
	return -1;
}

/* False when both classes have a type already. */
static bool
join(Unifier *u, int x, int y)
{
	int hx = u->handle[x], hy = u->handle[y], from = hy, to = hx;

	if (hx == hy)
		return true;
	if (u->value[hx] && u->value[hy])
		return false;
	if (!u->value[hx]) {
		from = hx;
		to = hy;
	}
	for (int i = 0; i < u->tparams->n; i++)
		if (u->handle[i] == from)
			u->handle[i] = to;
	return true;
}

static Type *
as_interface(Type *t)
{
	Type *un = unalias(t);

	if (un->kind == T_TYPEPARAM)
		return NULL;
	un = type_under(un);
	return un->kind == T_INTERFACE ? un : NULL;
}

static bool
is_type_lit(Type *t)
{
	t = unalias(t);
	return t->kind != T_NAMED && t->kind != T_TYPEPARAM;
}

/* The parameter's class has type x and y fits it: is y the better one? */
static bool
refine(Unifier *u, int px, Type *x, Type *y, int mode)
{
	Type *xi = as_interface(x), *yi = as_interface(y), *yu;
	bool xn = as_named(x) != NULL, yn = as_named(y) != NULL;

	if (xi && yi) {
		if (xn && yn)
			return type_identical(x, y);
		if (type_set(xi)->methods.n != type_set(yi)->methods.n)
			return false;
	} else if (xi || yi) {
		return false;
	}
	if (mode & UNIFY_EXACT)
		return true;
	yu = type_under(y);
	if (!xn && (yn || (yu->kind == T_CHAN && yu->dir != CHAN_BOTH)))
		unifier_set(u, px, y);
	return true;
}

static bool
nify_bound(Unifier *u, int px, Type *y, int mode)
{
	Type *x = unifier_at(u, px);

	if (!x) {
		unifier_set(u, px, y);
		return true;
	}
	return nify(u, x, y, mode) && refine(u, px, x, y, mode);
}

static bool
pair_seen(Unifier *u, Type *x, Type *y)
{
	for (struct IfacePair *p = u->pairs; p; p = p->prev)
		if ((p->x == x && p->y == y) || (p->x == y && p->y == x))
			return true;
	return false;
}

static Method *
find_in_set(TypeSet *s, Method *m)
{
	for (int i = 0; i < s->methods.n; i++)
		if (same_id(s->methods.v[i].name, s->methods.v[i].pkg, m->name, m->pkg))
			return &s->methods.v[i];
	return NULL;
}

/* The methods of the smaller interface must be in the larger one; exact: both have the same ones. */
static bool
nify_interfaces(Unifier *u, Type *x, Type *y, bool all)
{
	TypeSet *a = type_set(x), *b = type_set(y);
	struct IfacePair pair = {x, y, u->pairs};
	bool ok = true;

	if (a->comparable != b->comparable || !typeset_equal(a, b) || (all && a->methods.n != b->methods.n))
		return false;
	if (pair_seen(u, x, y))
		return true;
	if (a->methods.n > b->methods.n) {
		TypeSet *s = a;

		a = b;
		b = s;
	}
	u->pairs = &pair;
	for (int i = 0; ok && i < a->methods.n; i++) {
		Method *m = find_in_set(b, &a->methods.v[i]);

		ok = m && m->sig && a->methods.v[i].sig && nify(u, a->methods.v[i].sig, m->sig, UNIFY_EXACT);
	}
	u->pairs = pair.prev;
	return ok;
}

/* y is no interface: it must have x's methods. */
static bool
nify_methods(Unifier *u, Type *xi, Type *y)
{
	TypeSet *s = type_set(xi);

	for (int i = 0; i < s->methods.n; i++) {
		Lookup r;

		lookup_object(y, false, s->methods.v[i].pkg, s->methods.v[i].name, false, &r);
		if (!r.obj || r.obj->kind != O_FUNC)
			return false;
		method_ready(r.obj);
		if (!r.obj->type || !nify(u, s->methods.v[i].sig, r.obj->type, UNIFY_EXACT))
			return false;
	}
	return true;
}

static bool
nify_structs(Unifier *u, Type *x, Type *y, int mode)
{
	if (x->fields.n != y->fields.n)
		return false;
	for (int i = 0; i < x->fields.n; i++) {
		Object *f = x->fields.v[i], *g = y->fields.v[i];
		Str *tf = x->tags ? x->tags[i] : NULL, *tg = y->tags ? y->tags[i] : NULL;

		if (f->embedded != g->embedded || tf != tg || !same_id(f->name, f->pkg, g->name, g->pkg) ||
		    !nify(u, f->type, g->type, mode))
			return false;
	}
	return true;
}

static bool
nify_tuples(Unifier *u, Type *x, Type *y, int mode)
{
	int nx = x ? x->vars.n : 0, ny = y ? y->vars.n : 0;

	if (nx != ny)
		return false;
	for (int i = 0; i < nx; i++)
		if (!nify(u, x->vars.v[i]->type, y->vars.v[i]->type, mode))
			return false;
	return true;
}

static bool
nify_named(Unifier *u, Type *x, Type *y, int mode)
{
	if (x->targs.n != y->targs.n || !identical_origin(x, y))
		return false;
	for (int i = 0; i < x->targs.n; i++)
		if (!nify(u, x->targs.v[i], y->targs.v[i], mode))
			return false;
	return type_identical(x->origin ? x->origin : x, y->origin ? y->origin : y);
}

/* Both are unaliased, of the same kind. emode: exact below assignments. */
static bool
nify_same_kind(Unifier *u, Type *x, Type *y, int mode)
{
	int emode = mode & UNIFY_ASSIGN ? mode | UNIFY_EXACT : mode;

	switch (x->kind) {
	case T_ARRAY: return (x->len < 0 || y->len < 0 || x->len == y->len) && nify(u, x->elem, y->elem, emode);
	case T_SLICE: case T_POINTER: return nify(u, x->elem, y->elem, emode);
	case T_STRUCT: return nify_structs(u, x, y, emode);
	case T_TUPLE: return nify_tuples(u, x, y, mode);
	case T_SIGNATURE: return x->variadic == y->variadic && nify_tuples(u, x->params, y->params, emode) &&
		                 nify_tuples(u, x->results, y->results, emode);
	case T_INTERFACE: return nify_interfaces(u, x, y, true);
	case T_MAP: return nify(u, x->key, y->key, emode) && nify(u, x->elem, y->elem, emode);
	case T_CHAN: return (!(mode & UNIFY_EXACT) || x->dir == y->dir) && nify(u, x->elem, y->elem, emode);
	case T_NAMED: return nify_named(u, x, y, mode);
	default: return x->kind <= T_UNTYPED_NIL && x->kind != T_INVALID;
	}
}

static bool
nify_unbound(Unifier *u, Type *x, Type *y, int mode)
{
	if (unalias(y)->kind == T_TYPEPARAM) {
		Type *t = x;

		x = y;
		y = t;
	}
	x = unalias(x);
	if (x->kind == T_TYPEPARAM) {        /* of an enclosing function: its core type must do */
		Type *core = type_core(x);

		return core && nify(u, core, y, UNIFY_ASSIGN);
	}
	y = unalias(y);
	return x->kind == y->kind && nify_same_kind(u, x, y, mode);
}

static bool
nify1(Unifier *u, Type *x, Type *y, int mode)
{
	int px, py;
	Type *xi, *yi;

	if (x == y || unalias(x) == unalias(y))
		return true;
	if (as_named(x) || bound_index(u, y) >= 0) {
		Type *t = x;

		x = y;
		y = t;
	}
	if (!(mode & UNIFY_EXACT) && as_named(y) && is_type_lit(x) && !(u->interfaces && type_is_interface(x))) {
		y = type_under(y);
		if (x == y || unalias(x) == y)
			return true;
	}
	px = bound_index(u, x);
	py = bound_index(u, y);
	if (px >= 0 && py >= 0)
		return join(u, px, py) || nify(u, unifier_at(u, px), unifier_at(u, py), mode);
	if (px >= 0)
		return nify_bound(u, px, y, mode);
	if (u->interfaces && !(mode & UNIFY_EXACT)) {
		xi = as_interface(x);
		yi = as_interface(y);
		if (xi && yi)
			return nify_interfaces(u, xi, yi, false);
		if (xi || yi)
			return nify_methods(u, xi ? xi : yi, xi ? y : x);
	}
	return nify_unbound(u, x, y, mode);
}

static bool
nify(Unifier *u, Type *x, Type *y, int mode)
{
	bool ok;

	if (!x || !y || u->depth > DEPTH_LIMIT)
		return false;
	u->depth++;
	ok = nify1(u, x, y, mode);
	u->depth--;
	return ok;
}

bool
unify(Unifier *u, Type *x, Type *y, int mode)
{
	return nify(u, x, y, mode);
}
