/* scope.c - scopes, objects and their declaration.
 *
 * The universe is looked up through Str.universe; other scopes are small hash tables, scanned linearly while tiny.
 * Blocks insert a local only when its declaration was checked, so that lookups need no positions. */
#include "types/checker.h"

enum { LINEAR = 8 };

Scope *
scope_new(Scope *parent, Pos pos, Pos end)
{
	Scope *s = NEW(permanent, Scope);
	s->parent = parent;
	s->pos = pos;
	s->end = end;
	return s;
}

Object *
scope_lookup(Scope *s, Str *name)
{
	if (s == universe)
		return name->universe;
	if (s->names.n > LINEAR)
		return map_get(&s->names, name);
	for (int i = 0; i < s->names.n; i++)
		if (s->names.e[i].k == name)
			return s->names.e[i].v;
	return NULL;
}

Object *
scope_lookup_parent(Scope *s, Str *name, Pos pos, Scope **where)
{
	for (; s; s = s->parent) {
		Object *o = scope_lookup(s, name);
		if (!o || (pos && o->scope_pos > pos))
			continue;
		if (where)
			*where = s;
		return o;
	}
	return NULL;
}

Object *
scope_insert(Scope *s, Object *o)
{
	Object *alt = scope_lookup(s, o->name);
	if (alt && s != universe)
		return alt;
	map_put(&s->names, o->name, o);
	vec_push(permanent, &s->order, o);
	if (!o->parent)
		o->parent = s;
	return NULL;
}

Object *
object_new(ObjectKind k, Pos pos, Package *pkg, Str *name, Type *t)
{
	Object *o = NEW(permanent, Object);
	o->kind = k;
	o->pos = pos;
	o->pkg = pkg;
	o->name = name;
	o->type = t;
	return o;
}

Object *
var_new(Pos pos, Package *pkg, Str *name, Type *t)
{
	return object_new(O_VAR, pos, pkg, name, t);
}

Object *
local_var(Checker *ck, Pos pos, Str *name, Type *t)
{
	Object *o = var_new(pos, ck->pkg, name, t);
	o->fn = ck->env.fn;
	if (o->fn)
		vec_push(permanent, &o->fn->locals, o);
	return o;
}

void
declare(Checker *ck, Scope *s, Expr *ident, Object *o, Pos scope_pos)
{
	if (strcmp(o->name->s, "_") != 0) {
		Object *alt = scope_insert(s, o);
		if (alt) {
			check_error(ck, o->pos, "%s redeclared in this block%s", o->name->s, other_decl(alt));
			return;
		}
		o->scope_pos = scope_pos;
	}
	if (ident)
		ident->obj = o;
}

Scope *
open_scope(Checker *ck, Pos pos, Pos end)
{
	return ck->env.scope = scope_new(ck->env.scope, pos, end);
}

void
close_scope(Checker *ck)
{
	ck->env.scope = ck->env.scope->parent;
}

Object *
env_lookup(Checker *ck, Str *name, Scope **where)
{
	return scope_lookup_parent(ck->env.scope, name, NOPOS, where);
}
