/* range.c - for range over integers, strings, arrays, slices, maps, channels and functions. */
#include "types/checker.h"

static bool
may_receive(Type *t, Type *u, const char **cause)
{
	if (!u || u->kind != T_CHAN || u->dir != CHAN_SEND)
		return true;
	*cause = fmt_text("receive from send-only channel %s", type_string(t, active_checker ? active_checker->pkg : NULL));
	return false;
}

/* Key and value of a function; false with the reason. */
static bool
range_func(Checker *ck, Type *f, Type **key, Type **val, const char **cause)
{
	const char *why = NULL;
	Type *cb;

#define BAD(...) return *cause = fmt_text("func must be func(yield func(...) bool): " __VA_ARGS__), false
	if (!allow_version(ck, 23))
		return *cause = "requires go1.23 or later", false;
	if (f->params->vars.n != 1)
		BAD("wrong argument count");
	if (f->results->vars.n != 0)
		BAD("unexpected results");
	cb = common_under(ck, f->params->vars.v[0]->type, NULL, &why);
	if (!cb && why)
		BAD("in yield type, %s", why);
	if (!cb || cb->kind != T_SIGNATURE)
		BAD("argument is not func");
	if (cb->params->vars.n > 2)
		BAD("yield func has too many parameters");
	if (cb->results->vars.n != 1 || !type_identical(cb->results->vars.v[0]->type, basic_type[T_BOOL])) {
		if (cb->results->vars.n == 1 && type_is_boolean(cb->results->vars.v[0]->type))
			BAD("yield func returns user-defined boolean, not bool");
		BAD("yield func does not return bool");
	}
#undef BAD
	*key = cb->params->vars.n > 0 ? cb->params->vars.v[0]->type : NULL;
	*val = cb->params->vars.n > 1 ? cb->params->vars.v[1]->type : NULL;
	return true;
}

/* What a range over a value of type t yields: NULL key or val where there is none. */
static bool
range_key_val(Checker *ck, Type *t, Type **key, Type **val, const char **cause)
{
	Type *u = common_under(ck, t, may_receive, cause);

	*key = *val = NULL;
	if (!u)
		return false;
	if (u->kind == T_POINTER && type_under(u->elem)->kind == T_ARRAY)
		u = type_under(u->elem);
	if (type_is_string(u)) {
		*key = basic_type[T_INT];
		*val = type_rune;
		return true;
	}
	if (type_is_integer(u)) {
		*key = t;
		if (allow_version(ck, 22))
			return true;
		*cause = "requires go1.22 or later";
		return false;
	}
	switch (u->kind) {
	case T_ARRAY: case T_SLICE:
		*key = basic_type[T_INT];
		*val = u->elem;
		return true;
	case T_MAP:
		*key = u->key;
		*val = u->elem;
		return true;
	case T_CHAN:
		*key = u->elem;
		return true;
	case T_SIGNATURE:
		if (ck->env.fn)
			ck->env.fn->has_rangefunc = true;
		return range_func(ck, u, key, val, cause);
	default:
		return false;
	}
}

static bool
range_operand(Checker *ck, Stmt *s, Operand *x, Type **key, Type **val)
{
	const char *cause = NULL;
	Expr *k = s->lhs.n > 0 ? s->lhs.v[0] : NULL, *v = s->lhs.n > 1 ? s->lhs.v[1] : NULL;

	*key = *val = NULL;
	expr(ck, NULL, x, s->x);
	if (x->mode == MODE_INVALID)
		return false;
	if (!range_key_val(ck, x->type, key, val, &cause)) {
		*key = *val = INVALID;
		if (cause && *cause)
			err_op(ck, x, "cannot range over %s: %s", operand_string(ck, x), cause);
		else
			err_op(ck, x, "cannot range over %s", operand_string(ck, x));
		return false;
	}
	if (!*key && k)
		err_expr(ck, k, "range over %s permits no iteration variables", operand_string(ck, x));
	else if (!*val && v)
		err_expr(ck, v, "range over %s permits only one iteration variable", operand_string(ck, x));
	else if (s->lhs.n > 2)
		err_expr(ck, s->lhs.v[2], "range clause permits at most two iteration variables");
	return true;
}

/* Gives the variable its type: over an integer it is x itself that is assigned. */
static void
init_range_var(Checker *ck, Object *v, Expr *e, Operand *x, Type *t, bool over_int)
{
	Operand y = {.mode = MODE_VALUE, .expr = e, .type = t};

	if (!t || !valid(t)) {
		v->type = INVALID;
		v->used = true;
		return;
	}
	if (over_int)
		init_var(ck, v, x, "range clause");
	else
		init_var(ck, v, &y, "assignment");
}

static bool
is_blank(Expr *e)
{
	return e->kind == E_NAME && e->name->len == 1 && e->name->s[0] == '_';
}

static void
define_range_vars(Checker *ck, Stmt *s, Operand *x, Type **rhs, bool over_int)
{
	int nnew = 0, n = s->lhs.n < 2 ? s->lhs.n : 2;

	s->newvars.n = 0;
	for (int i = 0; i < n; i++) {
		Expr *e = s->lhs.v[i];
		Object *v;

		if (e->kind != E_NAME) {
			err_expr(ck, e, "non-name %s on left side of :=", expr_string(e));
			v = var_new(e->pos, ck->pkg, str_lit("_"), NULL);
		} else if (is_blank(e)) {
			v = var_new(e->pos, ck->pkg, e->name, NULL);
		} else {
			v = e->obj = local_var(ck, e->pos, e->name, NULL);
			v->reassigned = s->loopvar_shared;
			nnew++;
		}
		init_range_var(ck, v, e, x, rhs[i], over_int);
		record_type(ck, e, MODE_VAR, v->type, NULL);
		vec_push(permanent, &s->newvars, e->obj == v ? v : NULL);
	}
	for (int i = 0; i < n; i++)
		if (s->newvars.v[i])
			declare(ck, ck->env.scope, s->lhs.v[i], s->newvars.v[i], s->body->pos);
	if (nnew == 0)
		check_error(ck, s->pos, "no new variables on left side of :=");
}

static void
assign_range_vars(Checker *ck, Stmt *s, Operand *x, Type **rhs, bool over_int)
{
	for (int i = 0; i < s->lhs.n && i < 2; i++) {
		Operand y = {.mode = MODE_VALUE, .expr = s->lhs.v[i], .type = rhs[i]};

		if (!rhs[i] || !valid(rhs[i])) {
			use_lhs(ck, s->lhs.v[i]);
			continue;
		}
		if (!over_int) {
			assign_var(ck, s->lhs.v[i], NULL, &y, "assignment");
			continue;
		}
		assign_var(ck, s->lhs.v[i], NULL, x, "range clause");
		if (x->mode != MODE_INVALID && !type_is_integer(x->type))
			err_expr(ck, s->lhs.v[i], "cannot use iteration variable of type %s", type_string(x->type, ck->pkg));
	}
}

void
range_stmt(Checker *ck, Flow f, Stmt *s)
{
	Operand x = {0};
	Type *rhs[2];
	int top = ck->delayed.n;
	bool over_int;

	range_operand(ck, s, &x, &rhs[0], &rhs[1]);
	process_delayed(ck, top);
	over_int = x.mode != MODE_INVALID && type_is_integer(x.type);
	s->scope = open_scope(ck, s->pos, s->end);
	if (s->define)
		define_range_vars(ck, s, &x, rhs, over_int);
	else if (s->lhs.n > 0)
		assign_range_vars(ck, s, &x, rhs, over_int);
	else if (over_int)
		assignment(ck, &x, NULL, "range clause");
	stmt(ck, f, s->body);
	close_scope(ck);
}
