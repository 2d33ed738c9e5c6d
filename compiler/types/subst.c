/* subst.c - types with type parameters replaced.
 *
 * Copy on change: what mentions none of the parameters is returned as it is. Cycles only go through named types, and of
 * those only the arguments are looked at, so the walk ends. A type declared inside a generic function depends on the
 * function's parameters without naming them: it becomes an instance with outer_targs (see instantiate.c).
 * An alias is kept when nothing below it changes, else replaced by what it stands for. */
#include "types/checker.h"

static Type *
subst_tparam(Type *t, const Subst *s)
{
	if (t->index < s->tparams.n && s->tparams.v[t->index] == t)
		return s->targs.v[t->index] ? s->targs.v[t->index] : t;
	for (int i = 0; i < s->tparams.n; i++)
		if (s->tparams.v[i] == t)
			return s->targs.v[i] ? s->targs.v[i] : t;
	return t;
}

/* Writes the new list to out; false when nothing changed. */
bool
subst_list(TypeList *l, const Subst *s, TypeList *out)
{
	bool changed = false;

	memset(out, 0, sizeof(*out));
	for (int i = 0; i < l->n; i++) {
		Type *t = type_subst(l->v[i], s);

		if (t != l->v[i] && !changed) {
			changed = true;
			for (int k = 0; k < i; k++)
				vec_push(permanent, out, l->v[k]);
		}
		if (changed)
			vec_push(permanent, out, t);
	}
	return changed;
}

static Object *
clone_var(Object *v, Type *t)
{
	Object *c = NEW(permanent, Object);

	*c = *v;
	c->type = t;
	c->origin = v->origin ? v->origin : v;
	return c;
}

static bool
subst_vars(ObjectList *l, const Subst *s, ObjectList *out)
{
	bool changed = false;

	memset(out, 0, sizeof(*out));
	for (int i = 0; i < l->n; i++) {
		Type *t = l->v[i]->type, *u = t ? type_subst(t, s) : t;

		if (u != t && !changed) {
			changed = true;
			for (int k = 0; k < i; k++)
				vec_push(permanent, out, l->v[k]);
		}
		if (changed)
			vec_push(permanent, out, u != t ? clone_var(l->v[i], u) : l->v[i]);
	}
	return changed;
}

static Type *
subst_struct(Type *t, const Subst *s)
{
	ObjectList fields;
	Type *r;

	if (!subst_vars(&t->fields, s, &fields))
		return t;
	r = type_new(T_STRUCT);
	r->fields = fields;
	r->tags = t->tags;
	r->complete = t->complete;
	return r;
}

static Type *
subst_tuple(Type *t, const Subst *s)
{
	ObjectList vars;
	Type *r;

	if (!t || !subst_vars(&t->vars, s, &vars))
		return t;
	r = type_new(T_TUPLE);
	r->vars = vars;
	r->complete = t->complete;
	return r;
}

static Type *
subst_signature(Type *t, const Subst *s)
{
	Type *params = subst_tuple(t->params, s), *results = subst_tuple(t->results, s), *r;

	if (params == t->params && results == t->results)
		return t;
	r = type_new(T_SIGNATURE);
	r->variadic = t->variadic;
	r->recv = t->recv;
	r->params = params;
	r->results = results;
	r->tparams = t->tparams;
	r->recv_tparams = t->recv_tparams;
	r->complete = t->complete;
	return r;
}

static bool
subst_terms(Type *t, const Subst *s, Type *r)
{
	bool changed = false;

	for (int i = 0; i < t->terms.n; i++) {
		TypeTerm m = t->terms.v[i];
		Type *u = type_subst(m.type, s);

		changed |= u != m.type;
		m.type = u;
		vec_push(permanent, &r->terms, m);
	}
	return changed;
}

static Type *
subst_union(Type *t, const Subst *s)
{
	Type *r = type_new(T_UNION);

	r->complete = t->complete;
	return subst_terms(t, s, r) ? r : t;
}

static bool
subst_methods(Type *t, const Subst *s, Type *r)
{
	bool changed = false;

	for (int i = 0; i < t->methods.n; i++) {
		Method m = t->methods.v[i];
		Type *u = m.sig ? type_subst(m.sig, s) : NULL;

		if (u != m.sig) {
			changed = true;
			m.sig = u;
			m.func = clone_var(m.func, u);
		}
		vec_push(permanent, &r->methods, m);
	}
	return changed;
}

static Type *
subst_interface(Type *t, const Subst *s)
{
	Type *r;
	TypeList embeds;
	bool changed;

	if (t->methods.n == 0 && t->embeds.n == 0)
		return t;
	r = type_new(T_INTERFACE);
	changed = subst_methods(t, s, r);
	if (subst_list(&t->embeds, s, &embeds)) {
		changed = true;
		r->embeds = embeds;
	} else {
		r->embeds = t->embeds;
	}
	if (!changed)
		return t;
	for (int i = 0; i < t->embed_pos.n; i++)
		vec_push(permanent, &r->embed_pos, t->embed_pos.v[i]);
	r->implicit = t->implicit;
	r->comparable = t->comparable;
	r->complete = t->complete;
	return r;
}

/* The type parameters in scope where a local type was declared. */
TypeList *
enclosing_tparams(Object *tname)
{
	static TypeList none;
	Type *sig = tname->enclosing ? tname->enclosing->type : NULL;

	if (!sig || sig->kind != T_SIGNATURE)
		return &none;
	return sig->recv_tparams.n > 0 ? &sig->recv_tparams : &sig->tparams;
}

static Type *
subst_named(Type *t, const Subst *s)
{
	TypeList *outer = t->outer_targs.n > 0 ? &t->outer_targs : enclosing_tparams(t->obj);
	TypeList new_outer = {0}, targs = {0};
	bool outer_changed = outer->n > 0 && subst_list(outer, s, &new_outer);
	bool targs_changed = t->targs.n > 0 && subst_list(&t->targs, s, &targs);

	if (!outer_changed && !targs_changed)
		return t;
	return named_instance(t->origin ? t->origin : t, outer_changed ? &new_outer : &t->outer_targs,
	                      targs_changed ? &targs : &t->targs);
}

static Type *
subst_alias(Type *t, const Subst *s)
{
	TypeList targs;
	Type *u;

	if (t->targs.n > 0 && t->origin) {
		if (subst_list(&t->targs, s, &targs))
			return type_instantiate(t->origin, targs.v, targs.n);
		return t;
	}
	u = unalias(t);
	return type_subst(u, s) == u ? t : type_subst(u, s);
}

static Type *
subst_elem(Type *t, const Subst *s)
{
	Type *elem = type_subst(t->elem, s), *key = t->key ? type_subst(t->key, s) : NULL;

	if (elem == t->elem && key == t->key)
		return t;
	switch (t->kind) {
	case T_ARRAY: return type_array(elem, t->len);
	case T_SLICE: return type_slice(elem);
	case T_POINTER: return type_pointer(elem);
	case T_MAP: return type_map(key, elem);
	default: return type_chan((ChanDir)t->dir, elem);
	}
}

Type *
type_subst(Type *t, const Subst *s)
{
	if (!t || s->tparams.n == 0)
		return t;
	switch (t->kind) {
	case T_TYPEPARAM: return subst_tparam(t, s);
	case T_NAMED: return subst_named(t, s);
	case T_ALIAS: return subst_alias(t, s);
	case T_STRUCT: return subst_struct(t, s);
	case T_TUPLE: return subst_tuple(t, s);
	case T_SIGNATURE: return subst_signature(t, s);
	case T_INTERFACE: return subst_interface(t, s);
	case T_UNION: return subst_union(t, s);
	case T_ARRAY: case T_SLICE: case T_POINTER: case T_MAP: case T_CHAN: return subst_elem(t, s);
	default: return t;
	}
}
