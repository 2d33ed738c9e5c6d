/* capture.c - what function bodies do with variables: the facts that the ssa stage builds on.
 *
 *   captures    a literal's list of outer variables, in order of first use; every literal between the variable's function
 *               and the use has it too
 *   captured    the variable is used in a literal, or in the body of a range over a function, which becomes one
 *   reassigned  assigned to after its declaration
 *   addrtaken   its address is needed: &v, v[:] of an array, v.m() with a pointer receiver
 *
 * Parts of a variable count as the variable (v.f = 1, &v.a[i]) as long as no pointer or slice lies between. */
#include "types/checker.h"

static bool
in_list(ObjectList *l, Object *v)
{
	for (int i = 0; i < l->n; i++)
		if (l->v[i] == v)
			return true;
	return false;
}

void
note_use(Checker *ck, Object *v)
{
	FuncInfo *fn = ck->env.fn;

	if (!v->fn || !fn || v->fn == fn)
		return;
	v->reassigned |= v->is_result;       /* by return statements */
	for (; fn && fn != v->fn; fn = fn->outer) {
		v->captured = true;
		if (fn->lit && !in_list(&fn->captures, v))
			vec_push(permanent, &fn->captures, v);
	}
}

static bool
is_array(Type *t)
{
	t = type_core(t);
	return t && t->kind == T_ARRAY;
}

/* The variable whose memory e denotes a part of, or NULL. */
static Object *
root_var(Expr *e)
{
	for (;;) {
		e = unparen(e);
		if (e->kind == E_NAME)
			return e->obj && e->obj->kind == O_VAR ? e->obj : NULL;
		if (e->kind == E_SELECTOR) {
			if (!e->sel)
				return e->obj && e->obj->kind == O_VAR ? e->obj : NULL;
			if (e->sel->kind != SEL_FIELD || e->sel->indirect)
				return NULL;
			e = e->x;
		} else if (e->kind == E_INDEX && e->x->type && is_array(e->x->type)) {
			e = e->x;
		} else {
			return NULL;
		}
	}
}

void
note_addr(Expr *e)
{
	Object *v = root_var(e);

	if (v)
		v->addrtaken = true;
}

void
note_assign(Checker *ck, Expr *lhs)
{
	Object *v = root_var(lhs);

	(void)ck;
	if (v)
		v->reassigned = true;
}

/* --- range over functions: the body will be a function of its own --- */

typedef struct Body { FuncInfo *fn; ObjectList declared; } Body;

static void body_stmt(Body *b, Stmt *s, bool inside);

static void
declared_in(Body *b, Object *v)
{
	if (v)
		vec_push(permanent, &b->declared, v);
}

static void body_list(Body *b, StmtList *l, bool inside);

static void
body_fields(FieldList *l, Body *b, void (*f)(Body *, Expr *))
{
	for (int i = 0; i < l->n; i++)
		if (l->v[i]->type)
			f(b, l->v[i]->type);
}

static void body_expr(Body *b, Expr *e);

static void
body_exprs(Body *b, ExprList *l)
{
	for (int i = 0; i < l->n; i++)
		if (l->v[i])
			body_expr(b, l->v[i]);
}

/* Literals: their own captures say what they use of ours. */
static void
body_lit(Body *b, Expr *e)
{
	for (int i = 0; e->fn && i < e->fn->captures.n; i++)
		if (!in_list(&b->declared, e->fn->captures.v[i]))
			e->fn->captures.v[i]->captured = true;
}

static void
body_expr(Body *b, Expr *e)
{
	while (e) {
		if (e->kind == E_NAME) {
			if (e->obj && e->obj->kind == O_VAR && e->obj->fn && !in_list(&b->declared, e->obj))
				e->obj->captured = true;
			return;
		}
		if (e->kind == E_FUNCLIT) {
			body_lit(b, e);
			return;
		}
		if (e->kind == E_LIT)
			return;
		if (expr_has_list(e))
			body_exprs(b, &e->list);
		for (int i = 0; e->kind == E_SLICE && i < 3; i++)
			if (e->index[i])
				body_expr(b, e->index[i]);
		if (e->y)
			body_expr(b, e->y);
		if (e->kind == E_STRUCTTYPE || e->kind == E_INTERFACETYPE)
			body_fields(&e->fields, b, body_expr);
		e = e->x;
	}
}

static void
body_decl(Body *b, Decl *d)
{
	for (int i = 0; i < d->objs.n; i++)
		declared_in(b, d->objs.v[i]);
	body_exprs(b, &d->values);
}

static void
body_clause(Body *b, Clause *c, bool inside)
{
	declared_in(b, c->obj);
	if (inside)
		body_exprs(b, &c->exprs);
	if (c->comm)
		body_stmt(b, c->comm, inside);
	body_list(b, &c->body, inside);
}

static void
body_list(Body *b, StmtList *l, bool inside)
{
	for (int i = 0; i < l->n; i++)
		body_stmt(b, l->v[i], inside);
}

static void
body_exprs_of(Body *b, Stmt *s)
{
	for (int i = 0; i < s->newvars.n; i++)
		declared_in(b, s->newvars.v[i]);
	if (s->x)
		body_expr(b, s->x);
	if (s->y)
		body_expr(b, s->y);
	body_exprs(b, &s->lhs);
	body_exprs(b, &s->rhs);
	for (int i = 0; i < s->decls.n; i++)
		body_decl(b, s->decls.v[i]);
}

static bool
over_function(Stmt *s)
{
	Type *u = s->kind == S_RANGE && s->x->type ? type_core(s->x->type) : NULL;

	return u && u->kind == T_SIGNATURE;
}

/* A return inside sets the results from there. */
static void
results_captured(FuncInfo *fn)
{
	ObjectList *l = &fn->sig->results->vars;

	for (int i = 0; i < l->n; i++)
		l->v[i]->captured = l->v[i]->reassigned = true;
}

/* inside: s belongs to the body of a range over a function; else only such bodies are looked for. */
static void
body_stmt(Body *b, Stmt *s, bool inside)
{
	if (over_function(s)) {
		Body own = {.fn = b->fn};

		for (int i = 0; i < s->newvars.n; i++)
			declared_in(&own, s->newvars.v[i]);
		body_exprs(&own, &s->lhs);
		body_stmt(&own, s->body, true);
	}
	if (inside)
		body_exprs_of(b, s);
	if (inside && s->kind == S_RETURN)
		results_captured(b->fn);
	if (s->init)
		body_stmt(b, s->init, inside);
	if (s->post)
		body_stmt(b, s->post, inside);
	if (s->body)
		body_stmt(b, s->body, inside);
	if (s->els)
		body_stmt(b, s->els, inside);
	body_list(b, &s->list, inside);
	for (int i = 0; i < s->clauses.n; i++)
		body_clause(b, s->clauses.v[i], inside);
}

/* --- defer in loops --- */

static bool
loop_defers(Stmt *s, bool in_loop)
{
	if (s->kind == S_DEFER)
		return in_loop;
	in_loop |= s->kind == S_FOR || s->kind == S_RANGE;
	if ((s->body && loop_defers(s->body, in_loop)) || (s->els && loop_defers(s->els, in_loop)))
		return true;
	for (int i = 0; i < s->list.n; i++)
		if (loop_defers(s->list.v[i], in_loop))
			return true;
	for (int i = 0; i < s->clauses.n; i++)
		for (int k = 0; k < s->clauses.v[i]->body.n; k++)
			if (loop_defers(s->clauses.v[i]->body.v[k], in_loop))
				return true;
	return false;
}

/* A goto may make a loop as well. */
void
finish_captures(FuncInfo *fn)
{
	Body none = {.fn = fn};

	if (fn->has_rangefunc)
		body_stmt(&none, fn->body, false);
	if (fn->has_defer)
		fn->defer_in_loop = fn->has_goto_or_label || loop_defers(fn->body, false);
}
