/* identical.c - identity of types, hashing by it, and comparability (== on values).
 *
 * Interfaces may refer to themselves without a name (type T interface { m() interface { T } }): pairs under comparison
 * are kept on a list and taken as identical when met again. */
#include "types/checker.h"

typedef struct Pair { Type *x, *y; struct Pair *prev; } Pair;

static bool same(Type *x, Type *y, bool ignore_tags, Pair *p);

bool
same_id(Str *a, Package *ap, Str *b, Package *bp)
{
	if (a != b)
		return false;
	if (ap == bp || name_exported(a))
		return true;
	return ap && bp && ap->path == bp->path;
}

static bool
same_tuple(Type *x, Type *y, bool it, Pair *p)
{
	if (x->vars.n != y->vars.n)
		return false;
	for (int i = 0; i < x->vars.n; i++)
		if (!same(x->vars.v[i]->type, y->vars.v[i]->type, it, p))
			return false;
	return true;
}

static bool
same_struct(Type *x, Type *y, bool it, Pair *p)
{
	if (x->fields.n != y->fields.n)
		return false;
	for (int i = 0; i < x->fields.n; i++) {
		Object *f = x->fields.v[i], *g = y->fields.v[i];
		if (f->embedded != g->embedded || !same_id(f->name, f->pkg, g->name, g->pkg))
			return false;
		Str *s = x->tags ? x->tags[i] : NULL, *t = y->tags ? y->tags[i] : NULL;
		if (!it && s != t && (s ? s->len : 0) + (t ? t->len : 0) > 0)
			return false;
		if (!same(f->type, g->type, it, p))
			return false;
	}
	return true;
}

/* Generic signatures: y's parameters are replaced by x's, then constraints, parameters and results must agree. */
static bool
same_signature(Type *x, Type *y, bool it, Pair *p)
{
	if (x->tparams.n != y->tparams.n || x->variadic != y->variadic)
		return false;
	Type *yp = y->params, *yr = y->results;
	if (x->tparams.n > 0) {
		Subst s = { y->tparams, x->tparams };
		for (int i = 0; i < x->tparams.n; i++)
			if (!same(tparam_iface(x->tparams.v[i]), type_subst(tparam_iface(y->tparams.v[i]), &s), it, p))
				return false;
		yp = type_subst(yp, &s);
		yr = type_subst(yr, &s);
	}
	return same_tuple(x->params, yp, it, p) && same_tuple(x->results, yr, it, p);
}

static bool
terms_subset(TypeSet *a, TypeSet *b, bool it, Pair *p)
{
	for (int i = 0; i < a->terms.n; i++) {
		bool found = false;
		for (int j = 0; j < b->terms.n && !found; j++)
			found = a->terms.v[i].tilde == b->terms.v[j].tilde && same(a->terms.v[i].type, b->terms.v[j].type, it, p);
		if (!found)
			return false;
	}
	return true;
}

static bool
same_interface(Type *x, Type *y, bool it, Pair *p)
{
	TypeSet *a = type_set(x), *b = type_set(y);
	if (a->comparable != b->comparable || a->all != b->all || a->methods.n != b->methods.n)
		return false;
	if (!a->all && !(terms_subset(a, b, it, p) && terms_subset(b, a, it, p)))
		return false;
	for (Pair *q = p; q; q = q->prev)
		if ((q->x == x && q->y == y) || (q->x == y && q->y == x))
			return true;
	Pair q = { x, y, p };
	for (int i = 0; i < a->methods.n; i++) {
		Method *f = &a->methods.v[i], *g = &b->methods.v[i];
		if (!same_id(f->name, f->pkg, g->name, g->pkg) || !same(f->sig, g->sig, it, &q))
			return false;
	}
	return true;
}

static bool
same_list(TypeList *a, TypeList *b, bool it, Pair *p)
{
	if (a->n != b->n)
		return false;
	for (int i = 0; i < a->n; i++)
		if (!same(a->v[i], b->v[i], it, p))
			return false;
	return true;
}

bool
identical_origin(Type *a, Type *b)
{
	Type *x = a->origin ? a->origin : a, *y = b->origin ? b->origin : b;
	return x->obj == y->obj;
}

static bool
same_union(Type *x, Type *y, bool it, Pair *p)
{
	if (x->terms.n != y->terms.n)
		return false;
	for (int i = 0; i < x->terms.n; i++)
		if (x->terms.v[i].tilde != y->terms.v[i].tilde || !same(x->terms.v[i].type, y->terms.v[i].type, it, p))
			return false;
	return true;
}

static bool
same(Type *x, Type *y, bool it, Pair *p)
{
	x = unalias(x);
	y = unalias(y);
	if (x == y)
		return true;
	if (x->kind != y->kind)
		return false;
	switch (x->kind) {
	case T_ARRAY:
		return (x->len < 0 || y->len < 0 || x->len == y->len) && same(x->elem, y->elem, it, p);
	case T_SLICE: case T_POINTER:
		return same(x->elem, y->elem, it, p);
	case T_MAP:
		return same(x->key, y->key, it, p) && same(x->elem, y->elem, it, p);
	case T_CHAN:
		return x->dir == y->dir && same(x->elem, y->elem, it, p);
	case T_STRUCT:
		return same_struct(x, y, it, p);
	case T_TUPLE:
		return same_tuple(x, y, it, p);
	case T_SIGNATURE:
		return same_signature(x, y, it, p);
	case T_INTERFACE:
		return same_interface(x, y, it, p);
	case T_NAMED:
		return identical_origin(x, y) && same_list(&x->targs, &y->targs, it, p) && same_list(&x->outer_targs, &y->outer_targs, it, p);
	case T_UNION:
		return same_union(x, y, it, p);
	case T_TYPEPARAM: case T_INVALID:
		return false;
	}
	return x->kind <= T_UNTYPED_NIL;
}

bool type_identical(Type *a, Type *b) { return same(a, b, false, NULL); }
bool identical_ignore_tags(Type *a, Type *b) { return same(a, b, true, NULL); }

/* ---- hash */

static uint32_t
mix(uint32_t h, uint32_t v)
{
	h = (h ^ v) * 0x9e3779b1u;
	return h ^ h >> 15;
}

static uint32_t
hash_ptr(const void *p)
{
	return mix((uint32_t)((uintptr_t)p >> 4), (uint32_t)((uintptr_t)p >> 36));
}

static uint32_t
hash_type(Type *t, int depth)
{
	t = unalias(t);
	uint32_t h = mix(17, t->kind);
	if (depth > 6)
		return h;
	switch (t->kind) {
	case T_ARRAY:
		return mix(mix(h, (uint32_t)t->len), hash_type(t->elem, depth + 1));
	case T_CHAN:
		h = mix(h, t->dir);
		/* fallthrough */
	case T_SLICE: case T_POINTER:
		return mix(h, hash_type(t->elem, depth + 1));
	case T_MAP:
		return mix(mix(h, hash_type(t->key, depth + 1)), hash_type(t->elem, depth + 1));
	case T_STRUCT:
		for (int i = 0; i < t->fields.n; i++)
			h = mix(mix(h, t->fields.v[i]->name->hash), hash_type(t->fields.v[i]->type, depth + 1));
		return h;
	case T_TUPLE:
		for (int i = 0; i < t->vars.n; i++)
			h = mix(h, hash_type(t->vars.v[i]->type, depth + 1));
		return h;
	case T_SIGNATURE:
		h = mix(h, (uint32_t)t->tparams.n * 2 + t->variadic);
		if (t->tparams.n > 0)
			return h;
		return mix(mix(h, hash_type(t->params, depth + 1)), hash_type(t->results, depth + 1));
	case T_NAMED:
		h = mix(h, hash_ptr(t->origin ? t->origin->obj : t->obj));
		for (int i = 0; i < t->targs.n; i++)
			h = mix(h, hash_type(t->targs.v[i], depth + 1));
		return h;
	case T_TYPEPARAM:
		return mix(h, hash_ptr(t));
	}
	return h;
}

uint32_t type_hash(Type *t) { return hash_type(t, 0); }

/* ---- comparability */

/* Types met before: a type met again adds nothing, and nested structs would take exponential time. */
typedef struct Seen { PtrMap types; int depth; } Seen;

static bool comparable_at(Type *t, bool dynamic, const char **cause, Seen *seen);

static bool
iface_comparable(Type *t, Type *u, bool dynamic, const char **cause, Seen *seen)
{
	if (dynamic && !type_is_typeparam(t))
		return true;
	TypeSet *s = type_set(u);
	bool ok = s->all ? s->comparable : s->terms.n > 0;
	const char *unused;
	for (int i = 0; i < s->terms.n && ok && !s->all; i++)
		ok = comparable_at(s->terms.v[i].type, false, &unused, seen);
	if (!ok)
		*cause = !s->all && s->terms.n == 0 ? "empty type set" : "incomparable types in type set";
	return ok;
}

static bool
struct_comparable(Type *u, bool dynamic, const char **cause, Seen *seen)
{
	for (int i = 0; i < u->fields.n; i++) {
		Object *f = u->fields.v[i];
		if (comparable_at(f->type, dynamic, cause, seen))
			continue;
		*cause = fmt_text("struct containing %s cannot be compared", type_string(f->type, f->pkg));
		return false;
	}
	return true;
}

static bool
comparable_kind(Type *t, Type *u, bool dynamic, const char **cause, Seen *seen)
{
	switch (u->kind) {
	case T_STRUCT:
		return struct_comparable(u, dynamic, cause, seen);
	case T_ARRAY:
		if (comparable_at(u->elem, dynamic, cause, seen))
			return true;
		*cause = fmt_text("%s cannot be compared", type_string(t, NULL));
		return false;
	case T_INTERFACE:
		return iface_comparable(t, u, dynamic, cause, seen);
	case T_SLICE: case T_MAP: case T_SIGNATURE: case T_UNTYPED_NIL: case T_TUPLE: case T_UNION:
		return false;
	}
	return true;
}

static bool
comparable_at(Type *t, bool dynamic, const char **cause, Seen *seen)
{
	Type *u = type_under(t);
	if (u->kind <= T_UNTYPED_STRING)
		return true;
	if (u->kind == T_STRUCT || u->kind == T_ARRAY || u->kind == T_INTERFACE) {
		if (map_has(&seen->types, t) || seen->depth > 1000)
			return true;
		map_put(&seen->types, t, t);
	}
	seen->depth++;
	bool ok = comparable_kind(t, u, dynamic, cause, seen);
	seen->depth--;
	return ok;
}

bool
comparable_type(Type *t, bool dynamic, const char **cause)
{
	const char *text = "";
	Seen seen = {0};
	bool ok = comparable_at(t, dynamic, &text, &seen);
	map_clear(&seen.types);
	if (cause)
		*cause = text;
	return ok;
}

bool type_comparable(Type *t) { return comparable_type(t, true, NULL); }
bool type_strictly_comparable(Type *t) { return comparable_type(t, false, NULL); }
