/* selector.c - x.f: a name of a package, a field, a method value, or a method expression T.m. */
#include <strings.h>
#include "types/checker.h"

static void
fail(Operand *x, Expr *e)
{
	x->mode = MODE_INVALID;
	x->type = INVALID;
	x->expr = e;
}

/* ---- package.Name */

static Object *
similar_export(Package *p, Str *name)
{
	for (int i = 0; i < p->scope->order.n; i++) {
		Object *o = p->scope->order.v[i];
		if (name_exported(o->name) && o->name->len == name->len && strcasecmp(o->name->s, name->s) == 0)
			return o;
	}
	return NULL;
}

static Object *
find_export(Checker *ck, Expr *e, Package *p)
{
	Object *o = scope_lookup(p->scope, e->name);
	if (!o) {
		Object *near = p->fake ? NULL : similar_export(p, e->name);
		if (near)
			check_error(ck, selector_pos(e), "undefined: %s (but have %s)", ES(e), near->name->s);
		else if (!p->fake)
			check_error(ck, selector_pos(e), "undefined: %s", ES(e));
		suggest_export(e, p);
		return NULL;
	}
	if (!name_exported(o->name)) {
		check_error(ck, selector_pos(e), "name %s not exported by package %s", e->name->s, p->name->s);
		suggest_export(e, p);
	}
	return o;
}

static void
package_selector(Checker *ck, Operand *x, Expr *e, Object *pkgname)
{
	e->x->obj = pkgname;
	e->x->mode = MODE_PKGNAME;
	pkgname->used = true;
	Object *o = find_export(ck, e, pkgname->imported);
	if (!o || !o->type) {
		fail(x, e);
		return;
	}
	e->obj = o;
	*x = (Operand){ .expr = e, .type = o->type };
	switch (o->kind) {
	case O_CONST:
		x->mode = MODE_CONST;
		x->val = o->val;
		break;
	case O_TYPE: x->mode = MODE_TYPE; break;
	case O_VAR: x->mode = MODE_VAR; break;
	case O_FUNC: x->mode = MODE_VALUE; break;
	case O_BUILTIN:
		x->mode = MODE_BUILTIN;
		x->builtin = o->builtin;
		break;
	}
	if (x->mode != MODE_BUILTIN && !valid(x->type))
		x->mode = MODE_INVALID;
}

/* ---- fields and methods */

static Selection *
record_selection(Expr *e, SelectionKind k, Type *recv, Lookup *l, Type *t)
{
	Selection *s = NEW(permanent, Selection);
	s->kind = k;
	s->recv = recv;
	s->obj = l->obj;
	for (int i = 0; i < l->path.n - (l->obj->kind == O_FUNC); i++)
		vec_push(permanent, &s->path, l->path.v[i]);
	s->indirect = l->indirect;
	s->type = t;
	e->sel = s;
	return s;
}

static void
missing(Checker *ck, Operand *x, Expr *e, Lookup *l)
{
	const char *sel = e->name->s;
	if (!valid(type_under(x->type)))
		return;
	if (l->path.n > 0) {
		check_error(ck, selector_pos(e), "ambiguous selector %s.%s", ES(x->expr), sel);
		return;
	}
	if (l->indirect) {
		if (x->mode == MODE_TYPE)
			check_error(ck, selector_pos(e), "invalid method expression %s.%s (needs pointer receiver (*%s).%s)", TS(x->type), sel, TS(x->type), sel);
		else
			check_error(ck, selector_pos(e), "cannot call pointer method %s on %s", sel, TS(x->type));
		suggest_addressable(x);
		return;
	}
	const char *why;
	if (is_ptr_to_iface(x->type)) {
		const char *what = type_is_typeparam(type_under(x->type)->elem) ? "type parameter" : "interface";
		why = fmt_text("type %s is pointer to %s, not %s", TS(x->type), what, what);
	} else {
		Lookup alt = {0};
		if (strcmp(sel, "_") != 0)
			lookup_object(x->type, x->mode == MODE_VAR, ck->pkg, e->name, true, &alt);
		why = lookup_error(ck, x->type, e->name, alt.obj, false);
	}
	check_error(ck, selector_pos(e), "%s.%s undefined (%s)", ES(x->expr), sel, why);
	suggest_member(x, e);
}

static bool
method_expr(Checker *ck, Operand *x, Expr *e, Lookup *l)
{
	Type *sig = l->obj->type, *recv = x->type;
	if (l->obj->kind != O_FUNC) {
		check_error(ck, selector_pos(e), "%s.%s undefined (type %s has no method %s)", ES(x->expr), e->name->s, TS(recv), e->name->s);
		return false;
	}
	if (!sig->recv) {
		err_expr(ck, e, "illegal cycle in method declaration");
		return false;
	}
	const char *name = "";
	if (sig->params->vars.n > 0 && sig->params->vars.v[0]->name->len > 0)
		name = sig->recv->name->len ? sig->recv->name->s : "_";
	Object *r = var_new(sig->recv->pos, sig->recv->pkg, str_lit(name), recv);
	r->is_param = true;
	Type *params = type_new(T_TUPLE);
	vec_push(permanent, &params->vars, r);
	for (int i = 0; i < sig->params->vars.n; i++)
		vec_push(permanent, &params->vars, sig->params->vars.v[i]);
	Type *t = type_signature(NULL, params, sig->results, sig->variadic);
	t->tparams = sig->tparams;
	record_selection(e, SEL_METHODEXPR, recv, l, t);
	x->mode = MODE_VALUE;
	x->type = t;
	add_dep(ck, l->obj);
	return true;
}

static void
field_selector(Operand *x, Expr *e, Lookup *l)
{
	record_selection(e, SEL_FIELD, x->type, l, l->obj->type);
	x->mode = x->mode == MODE_VAR || l->indirect ? MODE_VAR : MODE_VALUE;
	x->type = l->obj->type;
	if (!valid(x->type))
		x->mode = MODE_INVALID;
}

static void
method_value(Checker *ck, Operand *x, Expr *e, Lookup *l)
{
	Type *m = l->obj->type, *sig = type_signature(NULL, m->params, m->results, m->variadic);
	sig->tparams = m->tparams;
	sig->has_tparam = m->has_tparam;
	record_selection(e, SEL_METHODVAL, x->type, l, sig);
	Object *f = l->obj->origin ? l->obj->origin : l->obj;
	if (f->ptr_recv && x->mode == MODE_VAR && !l->indirect)
		note_addr(e->x);
	x->mode = MODE_VALUE;
	x->type = sig;
	add_dep(ck, l->obj);
}

void
selector(Checker *ck, Operand *x, Expr *e, bool want_type)
{
	*x = (Operand){ .type = INVALID, .expr = e };
	if (e->x->kind == E_NAME) {
		Object *p = env_lookup(ck, e->x->name, NULL);
		if (p && p->kind == O_PKGNAME) {
			package_selector(ck, x, e, p);
			return;
		}
	}
	expr_or_type(ck, x, e->x, false);
	if (x->mode == MODE_BUILTIN)
		check_error(ck, e->pos, "invalid use of %s in selector expression", OS(x));
	if (x->mode == MODE_INVALID || x->mode == MODE_BUILTIN) {
		fail(x, e);
		return;
	}
	if (want_type) {
		check_error(ck, selector_pos(e), "%s is not a type", ES(e));
		fail(x, e);
		return;
	}
	Lookup l = {0};
	if (strcmp(e->name->s, "_") != 0)        /* blank fields and methods cannot be named */
		lookup_object(x->type, x->mode == MODE_VAR, ck->pkg, e->name, false, &l);
	if (!l.obj) {
		missing(ck, x, e, &l);
		fail(x, e);
		return;
	}
	if (l.obj->kind == O_FUNC && !l.obj->type)
		obj_decl(ck, l.obj);
	if (x->mode == MODE_TYPE) {
		if (!method_expr(ck, x, e, &l)) {
			fail(x, e);
			return;
		}
	} else if (l.obj->kind == O_VAR) {
		field_selector(x, e, &l);
	} else {
		method_value(ck, x, e, &l);
	}
	x->expr = e;
}
