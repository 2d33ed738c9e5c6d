/* decl.c - declarations: what an object's type is, for package-level objects on demand, for locals in order.
 *
 * obj_decl keeps the objects under declaration on ck->path (grey). Meeting a grey object again is a cycle; it is fine
 * among values of function bodies (delayed, so never seen here) and among types with a definition between them. */
#include "types/checker.h"

enum { WHITE, GREY };

const char *
object_kind(Object *o)
{
	switch (o->kind) {
	case O_PKGNAME: return "package name";
	case O_CONST: return "constant";
	case O_TYPE: return o->is_alias ? "type alias" : o->type && type_is_typeparam(o->type) ? "type parameter" : "defined type";
	case O_VAR:
		return o->is_field ? "struct field" : o->is_result ? "result variable" : o->is_recv ? "receiver" : o->is_param ? "parameter"
			: o->is_global ? "package-level variable" : "local variable";
	case O_FUNC: return o->is_method ? "method" : "function";
	case O_LABEL: return "label";
	case O_BUILTIN: return "built-in function";
	}
	return "untyped nil";
}

static int
path_start(Checker *ck, Object *o)
{
	int i = ck->path.n - 1;
	while (i > 0 && ck->path.v[i] != o)
		i--;
	return i;
}

static bool
valid_cycle(Checker *ck, Object *o)
{
	int start = path_start(ck, o), n = ck->path.n - start, nval = 0, ndef = 0;
	Object **cycle = ck->path.v + start;
	for (int i = 0; i < n; i++) {
		Object *c = cycle[i];
		if (c->kind == O_CONST || c->kind == O_VAR)
			nval++;
		if (c->kind != O_TYPE)
			continue;
		if (ck->env.in_tparams && c->type && is_generic(c->type))
			return true;
		ndef += !c->is_alias;
	}
	if (nval == n || (nval == 0 && ndef > 0))
		return true;
	cycle_error(ck, cycle, n, -1);
	return false;
}

static void
cyclic(Checker *ck, Object *o)
{
	bool ok = valid_cycle(ck, o);
	if (o->kind == O_CONST || o->kind == O_VAR) {
		if (!ok || !o->type)
			o->type = INVALID;
	} else if (o->kind == O_TYPE && !ok) {
		o->type = INVALID;
	}
	if (!o->type)
		o->type = INVALID;
}

static void const_decl(Checker *ck, Object *o, Expr *type, Expr *init, bool inherited);
static void var_decl(Checker *ck, Object *o, Object **lhs, int n, Expr *type, Expr *init);
static void type_decl(Checker *ck, Object *o, Decl *d);
static void func_decl(Checker *ck, Object *o, DeclInfo *d);

static void
decl_object(Checker *ck, Object *o, DeclInfo *d)
{
	switch (o->kind) {
	case O_CONST:
		ck->env.decl = d;
		const_decl(ck, o, d->vtyp, d->init, d->inherited);
		break;
	case O_VAR:
		ck->env.decl = d;
		var_decl(ck, o, d->lhs.v, d->lhs.n, d->vtyp, d->init);
		break;
	case O_TYPE:
		type_decl(ck, o, d->decl);
		collect_methods(ck, o);
		break;
	case O_FUNC:
		func_decl(ck, o, d);
		break;
	}
}

void
obj_decl(Checker *ck, Object *o)
{
	if (o->color == GREY) {
		cyclic(ck, o);
		return;
	}
	if (o->type)
		return;
	DeclInfo *d = decl_info(o);
	if (!d || o->pkg != ck->pkg) {
		o->type = INVALID;
		return;
	}
	o->color = GREY;
	vec_push(permanent, &ck->path, o);
	Env saved = ck->env;
	ck->env = (Env){ .scope = d->file, .goversion = d->goversion };
	decl_object(ck, o, d);
	ck->env = saved;
	ck->path.n--;
	o->color = WHITE;
}

/* ---- constants and variables */

static void
const_decl(Checker *ck, Object *o, Expr *type, Expr *init, bool inherited)
{
	Const *iota = ck->env.iota;
	Pos errpos = ck->env.errpos;
	ck->env.iota = o->val;
	ck->env.errpos = NOPOS;
	o->val = &const_unknown;
	bool ok = true;
	if (type) {
		Type *t = type_expr(ck, type);
		ok = type_is_const_type(t);
		if (!ok && valid(type_under(t)))
			err_expr(ck, type, "invalid constant type %s", TS(t));
		o->type = ok ? t : INVALID;
	}
	if (ok) {
		Operand x = {0};
		x.type = INVALID;
		if (init) {
			if (inherited)
				ck->env.errpos = o->pos;
			expr(ck, NULL, &x, init);
		}
		init_const(ck, o, &x);
	}
	ck->env.iota = iota;
	ck->env.errpos = errpos;
}

static Target *
target_of(Object *o, Target *t)
{
	if (!o->type || type_under(o->type)->kind != T_SIGNATURE)
		return NULL;
	t->sig = type_under(o->type);
	t->desc = o->name->s;
	return t;
}

static void
var_decl(Checker *ck, Object *o, Object **lhs, int n, Expr *type, Expr *init)
{
	if (type)
		o->type = var_type(ck, type);
	if (!init) {
		if (!type)
			o->type = INVALID;
		return;
	}
	if (n <= 1) {
		Operand x;
		Target t;
		expr(ck, target_of(o, &t), &x, init);
		init_var(ck, o, &x, "variable declaration");
		return;
	}
	for (int i = 0; type && i < n; i++)
		lhs[i]->type = o->type;
	init_vars(ck, lhs, n, &init, 1, NULL);
}

void
arity(Checker *ck, Pos pos, ExprList *names, ExprList *inits, bool is_const, bool inherited)
{
	int l = names->n, r = inits->n;
	if (l < r) {
		Expr *n = inits->v[l];
		if (inherited)
			check_error(ck, pos, "extra init expr at %s", pos_string(n->pos));
		else
			err_expr(ck, n, "extra init expr %s", ES(n));
	} else if (l > r && (is_const || r != 1)) {
		err_expr(ck, names->v[r], "missing init expr for %s", names->v[r]->name->s);
	}
}

/* ---- types */

typedef struct TypeCheck { Object *o; Decl *d; Type *rhs; bool version_error; } TypeCheck;

static void
check_declared(Checker *ck, void *arg)
{
	TypeCheck *c = arg;
	Type *t = c->o->type ? as_named(c->o->type) : NULL;
	if (t)
		valid_type(ck, t);
	Type *n = c->rhs ? as_named(c->rhs) : NULL;
	if (c->version_error || !n || !n->obj->pkg || n->obj->pkg == ck->pkg)
		return;
	if (type_under(n)->kind == T_INTERFACE && !typeset_is_method_set(type_set(type_under(n))))
		verify_version(ck, expr_start(c->d->type), 18, "using type constraint %s", TS(c->rhs));
}

static void
set_tparams(Checker *ck, TypeList *dst, Decl *d)
{
	open_scope(ck, d->pos, NOPOS);
	collect_tparams(ck, dst, &d->tparams);
}

static void
alias_decl(Checker *ck, Object *o, Decl *d, TypeCheck *c)
{
	if (d->tparams.n > 0 && !verify_version(ck, d->tparams.v[0]->pos, 23, "generic type alias"))
		c->version_error = true;
	if (!c->version_error && !verify_version(ck, d->pos, 9, "type alias"))
		c->version_error = true;
	Type *a = type_new(T_ALIAS);
	a->obj = o;
	o->type = a;
	o->is_alias = true;
	if (d->tparams.n > 0)
		set_tparams(ck, &a->tparams, d);
	Type *rhs = c->rhs = declared_type(ck, d->type, o);
	for (int i = 0; i < a->tparams.n; i++)
		if (rhs == a->tparams.v[i]) {
			err_expr(ck, d->type, "cannot use type parameter declared in alias declaration as RHS");
			rhs = INVALID;
		}
	if (!a->under)
		a->under = rhs;
	if (d->tparams.n > 0)
		close_scope(ck);
}

static void
type_decl(Checker *ck, Object *o, Decl *d)
{
	TypeCheck *c = NEW(permanent, TypeCheck);
	c->o = o;
	c->d = d;
	later(ck, check_declared, c);
	if (d->alias) {
		alias_decl(ck, o, d, c);
		return;
	}
	if (d->tparams.n > 0 && !verify_version(ck, d->tparams.v[0]->pos, 18, "type parameter"))
		c->version_error = true;
	Type *t = type_new(T_NAMED);
	t->obj = o;
	o->type = t;
	if (d->tparams.n > 0)
		set_tparams(ck, &t->tparams, d);
	Type *rhs = c->rhs = declared_type(ck, d->type, o);
	if (type_is_typeparam(rhs)) {
		err_expr(ck, d->type, "cannot use a type parameter as RHS in type declaration");
		rhs = INVALID;
	}
	t->rhs = rhs;
	if (d->tparams.n > 0)
		close_scope(ck);
}

Type *
tparam_new(Checker *ck, Object *tname, Type *constraint)
{
	Type *t = type_new(T_TYPEPARAM);
	t->obj = tname;
	t->constraint = constraint;
	t->id = ++ck->next_tparam;
	t->has_tparam = true;
	tname->type = t;
	return t;
}

Type *
declare_tparam(Checker *ck, Expr *name, Pos scope_pos)
{
	Object *o = object_new(O_TYPE, name->pos, ck->pkg, name->name, NULL);
	Type *t = tparam_new(ck, o, INVALID);
	declare(ck, ck->env.scope, name, o, scope_pos);
	return t;
}

/* ~T and A|B as a constraint stand for interface{ ~T } and interface{ A|B }. */
static Type *
bound_type(Checker *ck, Expr *e)
{
	if (!(e->kind == E_UNARY && e->op == OP_TILDE) && !(e->kind == E_BINARY && e->op == OP_OR))
		return type_expr(ck, e);
	Expr *w = NEW(permanent, Expr);
	w->kind = E_INTERFACETYPE;
	w->pos = e->pos;
	w->end = e->end;
	Field *f = NEW(permanent, Field);
	f->pos = e->pos;
	f->type = e;
	vec_push(permanent, &w->fields, f);
	Type *t = type_expr(ck, w);
	if (t->kind == T_INTERFACE)
		t->implicit = true;
	return t;
}

void
collect_tparams(Checker *ck, TypeList *dst, FieldList *list)
{
	TypeList tps = {0};
	for (int i = 0; i < list->n; i++) {
		Type *t = declare_tparam(ck, list->v[i]->name, list->v[0]->pos);
		t->index = i;
		vec_push(permanent, &tps, t);
		list->v[i]->obj = t->obj;
	}
	*dst = tps;
	bool saved = ck->env.in_tparams;
	ck->env.in_tparams = true;
	Type *bound = INVALID;
	for (int i = 0; i < list->n; i++) {
		Expr *e = list->v[i]->type;
		if (i == 0 || e != list->v[i - 1]->type) {
			bound = bound_type(ck, e);
			if (type_is_typeparam(bound)) {
				err_expr(ck, e, "cannot use a type parameter as constraint");
				bound = INVALID;
			}
		}
		tps.v[i]->constraint = bound;
	}
	ck->env.in_tparams = saved;
}

/* ---- methods of a named type */

static void
check_field_uniqueness(Checker *ck, void *arg)
{
	Type *base = arg, *u = type_under(base);
	if (u->kind != T_STRUCT || base->methods.n == 0)
		return;
	PtrMap names = {0};
	for (int i = 0; i < base->methods.n; i++)
		map_put(&names, base->methods.v[i].name, base->methods.v[i].func);
	for (int i = 0; i < u->fields.n; i++) {
		Object *f = u->fields.v[i], *m = strcmp(f->name->s, "_") ? map_get(&names, f->name) : NULL;
		if (m && same_id(f->name, f->pkg, m->name, m->pkg))
			check_error(ck, m->pos, "field and method with the same name %s%s", f->name->s, other_decl(f));
	}
	map_clear(&names);
}

void
collect_methods(Checker *ck, Object *tname)
{
	ObjectList *l = map_get(&ck->methods, tname);
	if (!l)
		return;
	map_put(&ck->methods, tname, NULL);
	Type *base = tname->type ? as_named(tname->type) : NULL;
	if (base)
		later(ck, check_field_uniqueness, base);
	PtrMap seen = {0};
	for (int i = 0; i < l->n; i++) {
		Object *m = l->v[i], *alt = map_get(&seen, m->name);
		if (alt) {
			check_error(ck, m->pos, "method %s.%s already declared at %s", tname->name->s, m->name->s, pos_string(alt->pos));
			continue;
		}
		map_put(&seen, m->name, m);
		if (base)
			vec_push(permanent, &base->methods, ((Method){ m->name, m->pkg, m, NULL, m->pos }));
	}
	map_clear(&seen);
}

/* ---- functions */

typedef struct Body { DeclInfo *d; FuncInfo *fn; } Body;

static void
check_body(Checker *ck, void *arg)
{
	Body *b = arg;
	func_body(ck, b->d, b->fn, NULL);
}

/* The method's entry in its type gets the signature as soon as it is known. */
static void
enter_method_sig(Object *o)
{
	if (!o->type->recv)
		return;
	Type *base = as_named(type_deref(o->type->recv->type, NULL));
	if (base && base->origin)
		base = base->origin;
	for (int i = 0; base && i < base->methods.n; i++)
		if (base->methods.v[i].func == o)
			base->methods.v[i].sig = o->type;
}

static void
func_decl(Checker *ck, Object *o, DeclInfo *d)
{
	Decl *fd = d->decl;
	Type *sig = type_new(T_SIGNATURE);
	sig->params = type_tuple(NULL, 0);
	sig->results = type_tuple(NULL, 0);
	o->type = sig;
	func_type(ck, sig, fd->recv, &fd->tparams, fd->type);
	fd->type->type = sig;
	fd->fn->sig = sig;
	if (o->is_method)
		enter_method_sig(o);
	if (fd->tparams.n > 0 && !fd->body)
		check_error(ck, fd->pos, "generic function is missing function body");
	if (ck->conf->ignore_bodies || !fd->body)
		return;
	Body *b = NEW(permanent, Body);
	b->d = d;
	b->fn = fd->fn;
	later(ck, check_body, b);
}

/* ---- local declarations */

static void
local_const(Checker *ck, Decl *s, Decl **last)
{
	int top = ck->delayed.n;
	bool inherited = false;
	if (s->iota == 0 || !*last || (*last)->group != s->group || !s->group)
		*last = NULL;
	if (s->type || s->values.n > 0)
		*last = s;
	else
		inherited = *last != NULL;
	Decl *src = *last ? *last : s;
	for (int i = 0; i < s->names.n; i++) {
		Expr *n = s->names.v[i];
		Object *o = object_new(O_CONST, n->pos, ck->pkg, n->name, NULL);
		o->val = const_int(s->iota);
		vec_push(permanent, &s->objs, o);
		const_decl(ck, o, src->type, i < src->values.n ? src->values.v[i] : NULL, inherited);
	}
	arity(ck, s->pos, &s->names, &src->values, true, inherited);
	process_delayed(ck, top);
	for (int i = 0; i < s->names.n; i++)
		declare(ck, ck->env.scope, s->names.v[i], s->objs.v[i], s->names.v[i]->pos);
}

static void
local_vars(Checker *ck, Decl *s)
{
	int top = ck->delayed.n, nv = s->values.n, n = s->names.n;
	for (int i = 0; i < n; i++)
		vec_push(permanent, &s->objs, local_var(ck, s->names.v[i]->pos, s->names.v[i]->name, NULL));
	for (int i = 0; i < n; i++) {
		Expr *init = nv == n || (nv != 1 && i < nv) ? s->values.v[i] : nv == 1 ? s->values.v[0] : NULL;
		bool multi = nv == 1 && n > 1;
		var_decl(ck, s->objs.v[i], multi ? s->objs.v : NULL, multi ? n : 0, s->type, init);
		if (nv == 1)
			break;
	}
	if (!s->type || nv > 0)
		arity(ck, s->pos, &s->names, &s->values, false, false);
	process_delayed(ck, top);
	for (int i = 0; i < n; i++) {
		if (!s->objs.v[i]->type)
			s->objs.v[i]->type = INVALID;
		declare(ck, ck->env.scope, s->names.v[i], s->objs.v[i], s->names.v[i]->pos);
	}
}

static Object *
outermost(FuncInfo *fn)
{
	while (fn && fn->outer)
		fn = fn->outer;
	return fn ? fn->obj : NULL;
}

static void
local_type(Checker *ck, Decl *s)
{
	Expr *n = s->names.v[0];
	Object *o = object_new(O_TYPE, n->pos, ck->pkg, n->name, NULL);
	o->is_alias = s->alias;
	o->decl = s;
	o->enclosing = outermost(ck->env.fn);
	vec_push(permanent, &ck->pkg->local_types, o);
	o->index = ck->pkg->local_types.n;
	s->obj = o;
	declare(ck, ck->env.scope, n, o, n->pos);
	o->color = GREY;
	vec_push(permanent, &ck->path, o);
	type_decl(ck, o, s);
	ck->path.n--;
	o->color = WHITE;
}

void
decl_stmt(Checker *ck, DeclList *list)
{
	Decl *last = NULL;
	for (int i = 0; i < list->n; i++) {
		Decl *d = list->v[i];
		if (d->kind != D_CONST)
			last = NULL;
		if (d->kind == D_CONST)
			local_const(ck, d, &last);
		else if (d->kind == D_VAR)
			local_vars(ck, d);
		else if (d->kind == D_TYPE)
			local_type(ck, d);
	}
}
