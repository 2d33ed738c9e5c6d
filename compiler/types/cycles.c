/* cycles.c - declarations that refer to themselves.
 *
 *   direct_cycles  names that stand for one another without any type between: found before anything is typed
 *   valid_cycle    a declaration met again while it is on ck->path (decl.c): legal between types only
 *   valid_type     a type that would contain itself by value, through instances too
 *   recursive_interfaces  an interface literal that leads back to itself without passing a name: gc refuses it
 *   finite_size    the same question asked early, when an expression needs a value of a type still being declared */
#include "types/checker.h"

static const char *
cycle_name(Checker *ck, Object *o)
{
	return o->pkg && o->pkg != ck->pkg ? fmt_text("%s.%s", o->pkg->name->s, o->name->s) : o->name->s;
}

static int
first_in_source(Object **cycle, int n)
{
	int first = 0;
	for (int i = 1; i < n; i++)
		if (cycle[i]->pos < cycle[first]->pos)
			first = i;
	return first;
}

/* start < 0: begin with the object that comes first in the source. */
void
cycle_error(Checker *ck, Object **cycle, int n, int start)
{
	if (start < 0)
		start = first_in_source(cycle, n);
	Object *o = cycle[start];
	bool is_type = o->kind == O_TYPE;
	if (is_type && o->type && o->type->kind == T_ALIAS)
		o->type->under = INVALID;
	if (n == 1) {
		check_error(ck, o->pos, is_type ? "invalid recursive type: %s refers to itself" : "invalid cycle in declaration: %s refers to itself",
			cycle_name(ck, o));
		return;
	}
	StrBuf b = {0};
	sb_printf(&b, is_type ? "invalid recursive type %s" : "invalid cycle in declaration of %s", cycle_name(ck, o));
	for (int i = 0; i < n; i++) {
		Object *next = cycle[(start + i + 1) % n];
		sb_printf(&b, "\n\t%s: %s refers to %s", pos_string(o->pos), cycle_name(ck, o), cycle_name(ck, next));
		o = next;
	}
	check_error(ck, cycle[start]->pos, "%s", b.s);
	sb_free(&b);
}

/* ---- type A B; type B A */

enum { WHITE, ON_PATH, DONE };

static void
direct_cycle(Checker *ck, Object *o, PtrMap *state)
{
	ObjectList path = {0};
	while (!map_has(state, o)) {
		map_put(state, o, (void *)(intptr_t)ON_PATH);
		vec_push(permanent, &path, o);
		Expr *rhs = decl_info(o)->decl->type;
		if (!rhs || rhs->kind != E_NAME)
			break;
		Object *next = scope_lookup(ck->pkg->scope, rhs->name);
		if (!next || next->kind != O_TYPE || !decl_info(next))
			break;
		o = next;
		if ((intptr_t)map_get(state, o) == ON_PATH) {
			int start = 0;
			while (path.v[start] != o)
				start++;
			o->type = INVALID;
			cycle_error(ck, path.v + start, path.n - start, -1);
		}
	}
	for (int i = 0; i < path.n; i++)
		map_put(state, path.v[i], (void *)(intptr_t)DONE);
}

void
direct_cycles(Checker *ck)
{
	PtrMap state = {0};
	for (int i = 0; i < ck->objs.n; i++)
		if (ck->objs.v[i]->kind == O_TYPE)
			direct_cycle(ck, ck->objs.v[i], &state);
	map_clear(&state);
}

/* ---- sizes needed while declaring */

static int
path_index(Checker *ck, Object *o)
{
	for (int i = ck->path.n - 1; i >= 0; i--)
		if (ck->path.v[i] == o)
			return i;
	return -1;
}

enum { FINITE = 4, VALID = 8 };          /* bits of Type.complete of a named type */

bool
finite_size(Checker *ck, Type *t)
{
	t = unalias(t);
	if (t->kind == T_ARRAY)
		return finite_size(ck, t->elem);
	if (t->kind == T_STRUCT) {
		for (int i = 0; i < t->fields.n; i++)
			if (!finite_size(ck, t->fields.v[i]->type))
				return false;
		return true;
	}
	if (t->kind != T_NAMED || (t->complete & FINITE))
		return true;
	int i = path_index(ck, t->obj);
	if (i >= 0) {
		cycle_error(ck, ck->path.v + i, ck->path.n - i, -1);
		return false;
	}
	Type *rhs = t->origin ? t->origin->rhs : t->rhs;
	if (!rhs)
		return true;
	vec_push(permanent, &ck->path, t->obj);
	bool finite = finite_size(ck, rhs);
	ck->path.n--;
	if (finite)
		t->complete |= FINITE;
	return finite;
}

/* ---- types that contain themselves */

typedef struct Valid { Checker *ck; TypeList nest, path; } Valid;

static bool valid_at(Valid *v, Type *t);

static void
report_nested(Valid *v, Type *t)
{
	ObjectList objs = {0};
	Type *origin = t->origin ? t->origin : t;
	origin->rhs = origin->under = INVALID;
	int start = 0;
	while (start < v->path.n - 1 && !type_identical(v->path.v[start], t))
		start++;
	for (int i = start; i < v->path.n; i++) {
		Object *o = v->path.v[i]->obj;
		if (v->path.v[i]->origin && v->path.v[i]->inst_pos) {
			Object *inst = object_new(O_TYPE, v->path.v[i]->inst_pos, o->pkg, o->name, o->type);
			o = inst;
		}
		vec_push(permanent, &objs, o);
	}
	cycle_error(v->ck, objs.v, objs.n, 0);
}

/* A type parameter of the innermost instance stands for that instance's argument, seen from outside the instance. */
static bool
valid_tparam(Valid *v, Type *t)
{
	if (v->nest.n == 0)
		return true;
	Type *inst = vec_last(&v->nest);
	if (!inst->origin)
		return true;
	for (int i = 0; i < inst->origin->tparams.n && i < inst->targs.n; i++)
		if (inst->origin->tparams.v[i] == t) {
			v->nest.n--;
			bool ok = valid_at(v, inst->targs.v[i]);
			v->nest.v[v->nest.n++] = inst;
			return ok;
		}
	return true;
}

static bool
valid_named(Valid *v, Type *t)
{
	if (t->complete & VALID)
		return true;
	Type *origin = t->origin ? t->origin : t;
	if (!t->origin && t->obj->pkg != v->ck->pkg)
		return true;
	for (int i = 0; i < v->nest.n; i++)
		if (type_identical(v->nest.v[i], t)) {
			report_nested(v, t);
			return false;
		}
	if (!origin->rhs || v->nest.n > 2000)
		return true;
	vec_push(permanent, &v->nest, t);
	vec_push(permanent, &v->path, t);
	bool ok = valid_at(v, origin->rhs);
	v->nest.n--;
	v->path.n--;
	if (ok && !t->origin && t->tparams.n == 0)
		t->complete |= VALID;
	return ok;
}

static bool
valid_at(Valid *v, Type *t)
{
	t = unalias(t);
	switch (t->kind) {
	case T_ARRAY:
		return valid_at(v, t->elem);
	case T_STRUCT:
		for (int i = 0; i < t->fields.n; i++)
			if (!valid_at(v, t->fields.v[i]->type))
				return false;
		return true;
	case T_UNION:
		for (int i = 0; i < t->terms.n; i++)
			if (!valid_at(v, t->terms.v[i].type))
				return false;
		return true;
	case T_INTERFACE:
		for (int i = 0; i < t->embeds.n; i++)
			if (!valid_at(v, t->embeds.v[i]))
				return false;
		return true;
	case T_NAMED:
		return valid_named(v, t);
	case T_TYPEPARAM:
		return valid_tparam(v, t);
	}
	return true;
}

void
valid_type(Checker *ck, Type *named)
{
	Valid v = { .ck = ck };
	valid_at(&v, named);
}

/* ---- interfaces without a name */

typedef struct IfaceWalk { PtrMap state; bool found; int depth; } IfaceWalk;

static void walk_iface(IfaceWalk *w, Type *t);

static void
walk_objects(IfaceWalk *w, ObjectList *l)
{
	for (int i = 0; i < l->n; i++)
		walk_iface(w, l->v[i]->type);
}

static void
walk_methods(IfaceWalk *w, Type *t)
{
	if (map_has(&w->state, t)) {
		w->found = w->found || (intptr_t)map_get(&w->state, t) == ON_PATH;
		return;
	}
	map_put(&w->state, t, (void *)(intptr_t)ON_PATH);
	TypeSet *s = type_set(t);
	for (int i = 0; i < s->methods.n && !w->found; i++)
		walk_iface(w, s->methods.v[i].func->type);
	map_put(&w->state, t, (void *)(intptr_t)DONE);
}

static void
walk_iface(IfaceWalk *w, Type *t)
{
	t = t ? unalias(t) : INVALID;
	if (w->found || w->depth > 500)
		return;
	w->depth++;
	switch (t->kind) {
	case T_INTERFACE:
		walk_methods(w, t);
		break;
	case T_NAMED:
		for (int i = 0; i < t->targs.n; i++)
			walk_iface(w, t->targs.v[i]);
		break;
	case T_ARRAY: case T_SLICE: case T_POINTER: case T_CHAN: case T_MAP:
		walk_iface(w, t->elem);
		if (t->kind == T_MAP)
			walk_iface(w, t->key);
		break;
	case T_STRUCT:
		walk_objects(w, &t->fields);
		break;
	case T_SIGNATURE:
		walk_objects(w, &t->params->vars);
		walk_objects(w, &t->results->vars);
		break;
	}
	w->depth--;
}

void
recursive_interfaces(Checker *ck)
{
	IfaceWalk w = {0};
	for (int i = 0; i < ck->ifaces.n; i++) {
		w.found = false;
		walk_iface(&w, ck->ifaces.v[i]);
		if (w.found)
			check_error(ck, ck->iface_pos.v[i],
				"invalid recursive type: anonymous interface refers to itself (see https://go.dev/issue/56103)");
	}
	map_clear(&w.state);
}
