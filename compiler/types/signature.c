/* signature.c - function types: receivers, parameters, results.
 *
 * A method of a generic type declares its own names for the type's parameters: func (r *List[E]) m(). They become new
 * type parameters whose bounds are the type's, renamed; the receiver's type is the instance List[E]. */
#include "types/checker.h"

Scope *sig_scope(Type *sig) { return sig->scope; }

/* ---- parameters */

static Type *
param_type(Checker *ck, Expr *e, bool may_vary, bool *variadic)
{
	if (e->kind != E_DOTS)
		return var_type(ck, e);
	if (may_vary)
		*variadic = true;
	else
		err_expr(ck, e, "can only use ... with final parameter in list");
	return var_type(ck, e->x ? e->x : e->y);
}

static Type *
collect_params(Checker *ck, FieldList *list, bool results, bool *variadic)
{
	Type *tuple = type_new(T_TUPLE), *t = INVALID;
	Expr *prev = NULL;
	for (int i = 0; i < list->n; i++) {
		Field *f = list->v[i];
		if (f->type != prev)
			t = param_type(ck, f->type, !results && i == list->n - 1, variadic);
		prev = f->type;
		Object *o = var_new(f->name ? f->name->pos : f->pos, ck->pkg, f->name ? f->name->name : str_lit(""), t);
		o->is_param = !results;
		o->is_result = results;
		o->index = i;
		o->used = true;
		f->obj = o;
		vec_push(permanent, &tuple->vars, o);
	}
	if (*variadic && !results) {
		Object *last = vec_last(&tuple->vars);
		last->type = type_slice(last->type);
		record_type(ck, vec_last(list)->type, MODE_TYPE, last->type, NULL);
	}
	return tuple;
}

static void
declare_params(Checker *ck, FieldList *list, Pos scope_pos)
{
	for (int i = 0; i < list->n; i++)
		if (list->v[i]->name)
			declare(ck, ck->env.scope, list->v[i]->name, list->v[i]->obj, scope_pos);
}

/* ---- receivers */

typedef struct RecvCheck { Expr *e; Object *recv; } RecvCheck;

static void
valid_recv(Checker *ck, void *arg)
{
	RecvCheck *c = arg;
	Type *r = type_deref(c->recv->type, NULL), *t = unalias(r);
	if (t->kind == T_INVALID)
		return;
	if (t->kind != T_NAMED) {
		if (t->kind <= T_UNTYPED_NIL)
			err_expr(ck, c->e, "cannot define new methods on non-local type %s", TS(r));
		else
			err_expr(ck, c->e, "invalid receiver type %s", TS(c->recv->type));
		return;
	}
	if (t->obj->pkg != ck->pkg) {
		err_expr(ck, c->e, "cannot define new methods on non-local type %s", TS(r));
		return;
	}
	int k = type_under(t)->kind;
	if (k == T_UNSAFEPTR)
		err_expr(ck, c->e, "invalid receiver type %s (unsafe.Pointer)", TS(r));
	else if (k == T_POINTER || k == T_INTERFACE)
		err_expr(ck, c->e, "invalid receiver type %s (pointer or interface type)", TS(r));
}

/* Finds the base type expression, whether it is a pointer, and the names of the receiver's type parameters. */
static Expr *
unpack_recv(Checker *ck, Expr *t, bool *ptr, ExprList *tparams)
{
	t = unparen(t);
	*ptr = t->kind == E_STAR;
	if (*ptr)
		t = unparen(t->x);
	if (t->kind != E_INDEX)
		return t;
	for (int i = 0; i < t->list.n; i++) {
		Expr *a = t->list.v[i];
		if (a->kind != E_NAME) {
			if (a->kind != E_BAD)
				err_expr(ck, a, "receiver type parameter %s must be an identifier", ES(a));
			Expr *blank = NEW(permanent, Expr);
			blank->kind = E_NAME;
			blank->pos = a->pos;
			blank->name = str_lit("_");
			a = blank;
		}
		vec_push(permanent, tparams, a);
	}
	return t->x;
}

static Type *
recv_base(Checker *ck, Expr *base)
{
	const char *cause = NULL;
	Type *t = generic_type(ck, base, &cause);
	if (!valid(t) && t->kind != T_ALIAS) {
		if (cause)
			err_expr(ck, base, "%s", cause);
		return NULL;
	}
	if (t->kind == T_ALIAS) {
		if (valid(t))
			err_expr(ck, base, "cannot define new methods on generic alias type %s", TS(t));
		return NULL;
	}
	return t;
}

static void
record_recv(Checker *ck, Expr *e, Type *t)
{
	for (;;) {
		record_type(ck, e, MODE_TYPE, t, NULL);
		if (e->kind == E_STAR) {
			if (unalias(t)->kind != T_POINTER)
				return;
			t = unalias(t)->elem;
		} else if (e->kind != E_PAREN) {
			return;
		}
		e = e->x;
	}
}

static Type *
generic_recv(Checker *ck, Field *recv, Expr *base, bool ptr, ExprList *names, Pos scope_pos, TypeList *tparams)
{
	Type *b = recv_base(ck, base);
	for (int i = 0; i < names->n; i++) {
		Type *tp = declare_tparam(ck, names->v[i], scope_pos);
		tp->index = i;
		names->v[i]->obj = tp->obj;
		record_type(ck, names->v[i], MODE_TYPE, tp, NULL);
		vec_push(permanent, tparams, tp);
	}
	if (!b)
		return INVALID;
	if (tparams->n != b->tparams.n) {
		err_expr(ck, base, "receiver declares %d type parameter%s, but receiver base type declares %d", tparams->n,
			tparams->n == 1 ? "" : "s", b->tparams.n);
		return INVALID;
	}
	Subst s = { b->tparams, *tparams };
	for (int i = 0; i < tparams->n; i++)
		tparams->v[i]->constraint = type_subst(b->tparams.v[i]->constraint, &s);
	verify_version(ck, expr_start(base), 18, "type instantiation");
	Type *t = instance(ck, recv->type->pos, b, tparams);
	if (ptr && valid(t))
		t = type_pointer(t);
	record_recv(ck, recv->type, t);
	return t;
}

/* An alias of an instantiated type cannot get methods. */
static Type *
plain_recv(Checker *ck, Field *recv, Expr *base)
{
	Type *t = var_type(ck, recv->type), *a = t;
	while (a->kind == T_POINTER)
		a = a->elem;
	while (a && a->kind == T_ALIAS) {
		Type *b = a->under;
		while (b && b->kind == T_POINTER)
			b = b->elem;
		if (b && b->origin && b->origin->tparams.n > 0) {
			err_expr(ck, base, "cannot define new methods on instantiated type %s", TS(b));
			return INVALID;
		}
		a = b;
	}
	return t;
}

static Object *
collect_recv(Checker *ck, Field *recv, Pos scope_pos, TypeList *tparams)
{
	bool ptr;
	ExprList names = {0};
	Expr *base = unpack_recv(ck, recv->type, &ptr, &names);
	Type *t = names.n ? generic_recv(ck, recv, base, ptr, &names, scope_pos, tparams) : plain_recv(ck, recv, base);
	Object *o = var_new(recv->name ? recv->name->pos : recv->pos, ck->pkg, recv->name ? recv->name->name : str_lit(""), t);
	o->is_param = o->is_recv = o->used = true;
	recv->obj = o;
	RecvCheck *c = NEW(permanent, RecvCheck);
	c->e = base;
	c->recv = o;
	later(ck, valid_recv, c);
	return o;
}

/* ---- the whole */

void
func_type(Checker *ck, Type *sig, Field *recv, FieldList *tparams, Expr *ftype)
{
	Object *r = NULL;
	TypeList rtp = {0};
	bool variadic = false, unused = false;
	sig->scope = open_scope(ck, ftype->pos, ftype->end);
	sig->scope->is_func = true;
	if (recv)
		r = collect_recv(ck, recv, ftype->pos, &rtp);
	if (tparams && tparams->n > 0)
		collect_tparams(ck, &sig->tparams, tparams);
	Type *params = collect_params(ck, &ftype->params, false, &variadic);
	Type *results = collect_params(ck, &ftype->results, true, &unused);
	if (r && recv->name)
		declare(ck, ck->env.scope, recv->name, r, ftype->end);
	declare_params(ck, &ftype->params, ftype->end);
	declare_params(ck, &ftype->results, ftype->end);
	sig->recv = r;
	sig->recv_tparams = rtp;
	sig->params = params;
	sig->results = results;
	sig->variadic = variadic;
	close_scope(ck);
}
