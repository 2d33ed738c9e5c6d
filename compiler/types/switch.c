/* switch.c - switch, type switch and select. */
#include "types/checker.h"

/* A constant case seen before: same value, and then same type counts as duplicate. */
typedef struct Seen { Type *type; Pos pos; struct Seen *next; } Seen;

static void
multiple_defaults(Checker *ck, ClauseList *l)
{
	Clause *first = NULL;

	for (int i = 0; i < l->n; i++) {
		if (!l->v[i]->is_default)
			continue;
		if (first)
			check_error(ck, l->v[i]->pos, "multiple defaults (first at %s)", pos_string(first->pos));
		else
			first = l->v[i];
	}
}

/* What gc compares cases by: integers, floats and strings; NULL for other constants. */
static Str *
case_key(const Const *v)
{
	StrBuf b = {0};
	size_t n;
	int64_t i;
	uint64_t u;
	Str *s = NULL;

	switch (const_kind(v)) {
	case C_INT:
		if (const_int64_val(v, &i))
			s = str_fmt("%lld", (long long)i);
		else if (const_uint64_val(v, &u))
			s = str_fmt("%llu", (unsigned long long)u);
		break;
	case C_FLOAT: s = str_fmt("f%a", const_float64_val(v)); break;
	case C_STRING:
		sb_putc(&b, '"');
		const char *p = const_string_val(v, &n);
		sb_write(&b, p, n);
		s = sb_intern(&b);
		sb_free(&b);
		break;
	default: break;
	}
	return s;
}

static void
note_case(Checker *ck, Operand *v, PtrMap *seen)
{
	Str *key = case_key(v->val);
	Seen *first = key ? map_get(seen, key) : NULL, *s;

	if (!key)
		return;
	for (s = first; s; s = s->next) {
		if (!type_identical(s->type, v->type))
			continue;
		err_op(ck, v, "duplicate case %s in expression switch\n\t%s: previous case", operand_string(ck, v), pos_string(s->pos));
		return;
	}
	s = NEW(permanent, Seen);
	*s = (Seen){v->type, v->expr->pos, first};
	map_put(seen, key, s);
}

static void
case_value(Checker *ck, Operand *x, Expr *e, PtrMap *seen)
{
	Operand v = {0}, res, y;

	expr(ck, NULL, &v, e);
	if (x->mode == MODE_INVALID || v.mode == MODE_INVALID)
		return;
	convert_untyped(ck, &v, x->type);
	if (v.mode == MODE_INVALID)
		return;
	res = v;
	y = *x;
	case_comparison(ck, &res, &y);
	if (res.mode != MODE_INVALID && v.mode == MODE_CONST)
		note_case(ck, &v, seen);
}

static Operand
switch_tag(Checker *ck, Stmt *s)
{
	Operand x = {0};

	if (!s->x) {
		Expr *e = NEW(permanent, Expr);

		e->kind = E_NAME;
		e->name = str_lit("true");
		e->pos = s->clauses.n > 0 ? s->clauses.v[0]->pos : s->end;
		return (Operand){.mode = MODE_CONST, .type = basic_type[T_BOOL], .val = const_bool(true), .expr = e};
	}
	expr(ck, NULL, &x, s->x);
	assignment(ck, &x, NULL, "switch expression");
	if (x.mode != MODE_INVALID && !type_comparable(x.type) && !has_nil(x.type)) {
		err_op(ck, &x, "cannot switch on %s (%s is not comparable)", operand_string(ck, &x), type_string(x.type, ck->pkg));
		x.mode = MODE_INVALID;
	}
	return x;
}

void
switch_stmt(Checker *ck, Flow f, Stmt *s)
{
	Operand x = switch_tag(ck, s);
	PtrMap seen = {0};

	multiple_defaults(ck, &s->clauses);
	for (int i = 0; i < s->clauses.n; i++) {
		Clause *c = s->clauses.v[i];
		Flow inner = f;
		int top = ck->delayed.n;

		inner.fallthrough_ok = i + 1 < s->clauses.n;
		inner.final_case = !inner.fallthrough_ok;
		for (int k = 0; k < c->exprs.n; k++)
			case_value(ck, &x, c->exprs.v[k], &seen);
		process_delayed(ck, top);
		c->scope = open_scope(ck, c->pos, c->end);
		stmt_list(ck, inner, &c->body);
		close_scope(ck);
	}
}

/* --- type switch --- */

typedef Vec(Expr *) CaseList;

static bool
is_nil_name(Checker *ck, Expr *e)
{
	Object *o;

	e = unparen(e);
	if (e->kind != E_NAME)
		return false;
	o = env_lookup(ck, e->name, NULL);
	return o && o->kind == O_NIL;
}

static bool
duplicate_type(Checker *ck, Expr *e, Type *t, TypeList *seen, CaseList *at)
{
	for (int i = 0; i < seen->n; i++) {
		Type *o = seen->v[i];

		if ((!t && !o) || (t && o && type_identical(t, o))) {
			err_expr(ck, e, "duplicate case %s in type switch\n\t%s: previous case", t ? type_string(t, ck->pkg) : "nil",
			         pos_string(expr_start(at->v[i])));
			return true;
		}
	}
	vec_push(permanent, seen, t);
	vec_push(permanent, at, e);
	return false;
}

/* Checks the types of a clause; the result is the type of its variable. x is NULL when the guard was wrong. */
static Type *
case_types(Checker *ck, Operand *x, Clause *c, TypeList *seen, CaseList *at)
{
	Type *t = NULL;

	for (int i = 0; i < c->exprs.n; i++) {
		Expr *e = c->exprs.v[i];
		Operand dummy = {0};

		t = NULL;
		if (is_nil_name(ck, e)) {
			expr(ck, NULL, &dummy, e);
		} else {
			t = var_type(ck, e);
			if (!valid(t))
				continue;
		}
		if (!duplicate_type(ck, e, t, seen, at) && x && t)
			type_assertion(ck, e, x, t, true);
	}
	if (c->exprs.n != 1 || !t)
		t = x ? x->type : INVALID;
	return t;
}

/* The guard's operand; false after an error. */
static bool
guard(Checker *ck, Stmt *s, Operand *x)
{
	expr(ck, NULL, x, s->x);
	if (x->mode == MODE_INVALID)
		return false;
	if (type_is_typeparam(x->type))
		err_op(ck, x, "cannot use type switch on type parameter value %s", operand_string(ck, x));
	else if (!type_is_interface(x->type))
		err_op(ck, x, "%s is not an interface", operand_string(ck, x));
	else
		return true;
	return false;
}

void
typeswitch_stmt(Checker *ck, Flow f, Stmt *s)
{
	Operand x = {0};
	TypeList seen = {0};
	CaseList at = {0};
	Expr *lhs = s->bind;
	bool used = false, ok;

	if (lhs && strcmp(lhs->name->s, "_") == 0) {
		err_expr(ck, lhs, "no new variable on left side of :=");
		lhs = NULL;
	}
	ok = guard(ck, s, &x);
	multiple_defaults(ck, &s->clauses);
	for (int i = 0; i < s->clauses.n; i++) {
		Clause *c = s->clauses.v[i];
		Type *t = case_types(ck, ok ? &x : NULL, c, &seen, &at);

		c->scope = open_scope(ck, c->pos, c->end);
		if (lhs) {
			c->obj = local_var(ck, lhs->pos, lhs->name, t);
			declare(ck, ck->env.scope, NULL, c->obj, c->colon);
		}
		stmt_list(ck, f, &c->body);
		close_scope(ck);
		if (lhs) {
			used |= c->obj->used;
			c->obj->used = true;
		}
	}
	if (lhs && !used)
		err_expr(ck, lhs, "%s declared and not used", lhs->name->s);
}

/* --- select --- */

static bool
is_communication(Stmt *s)
{
	Expr *e = NULL;

	if (!s || s->kind == S_SEND)
		return true;
	if (s->kind == S_EXPR)
		e = s->x;
	else if ((s->kind == S_ASSIGN || s->kind == S_DEFINE) && s->rhs.n == 1)
		e = s->rhs.v[0];
	e = e ? unparen(e) : NULL;
	return e && e->kind == E_UNARY && e->op == OP_RECV;
}

void
select_stmt(Checker *ck, Flow f, Stmt *s)
{
	multiple_defaults(ck, &s->clauses);
	for (int i = 0; i < s->clauses.n; i++) {
		Clause *c = s->clauses.v[i];

		if (!is_communication(c->comm)) {
			check_error(ck, c->comm->lhs.n > 0 ? expr_start(c->comm->lhs.v[0]) : c->comm->pos, "select case must be send or receive (possibly with assignment)");
			continue;
		}
		c->scope = open_scope(ck, c->pos, c->end);
		if (c->comm)
			stmt(ck, f, c->comm);
		stmt_list(ck, f, &c->body);
		close_scope(ck);
	}
}
