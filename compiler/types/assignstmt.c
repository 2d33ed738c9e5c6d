/* assignstmt.c - assignment statements: =, op=, :=, ++ and --.
 *
 * A variable on the left is not used by that, and its type is given to a generic function on the right as the target of
 * inference. Variables that a := declares are visible after the statement, so they are declared last. */
#include "types/checker.h"

/* The local or package-level variable that the expression names, or NULL. */
static Object *
named_var(Checker *ck, Expr *e)
{
	Object *o;

	e = unparen(e);
	if (e->kind != E_NAME)
		return NULL;
	o = env_lookup(ck, e->name, NULL);
	return o && o->kind == O_VAR && o->pkg == ck->pkg ? o : NULL;
}

static bool
is_blank(Expr *e)
{
	e = unparen(e);
	return e->kind == E_NAME && e->name->len == 1 && e->name->s[0] == '_';
}

static void
cannot_assign(Checker *ck, Operand *x)
{
	Expr *e = x->expr;

	if (e->kind == E_SELECTOR) {
		Operand op = {0};

		expr(ck, NULL, &op, e->x);
		if (op.mode == MODE_MAPINDEX) {
			err_op(ck, x, "cannot assign to struct field %s in map", expr_string(e));
			return;
		}
	}
	err_op(ck, x, "cannot assign to %s (neither addressable nor a map index expression)", expr_string(e));
}

/* Type of the left-hand side: NULL for _, invalid after an error. */
Type *
lhs_var(Checker *ck, Expr *lhs)
{
	Operand x = {0};
	Object *v;
	bool used;

	if (is_blank(lhs))
		return NULL;
	v = named_var(ck, lhs);
	used = v && v->used;
	expr(ck, NULL, &x, lhs);
	if (v)
		v->used = used;
	if (x.mode == MODE_INVALID || !valid(x.type))
		return INVALID;
	if (x.mode != MODE_VAR && x.mode != MODE_MAPINDEX) {
		cannot_assign(ck, &x);
		return INVALID;
	}
	note_assign(ck, lhs);
	return x.type;
}

/* lhs = rhs, or lhs = x when x is given: then x is rhs's value. */
void
assign_var(Checker *ck, Expr *lhs, Expr *rhs, Operand *x, const char *context)
{
	Type *t = lhs_var(ck, lhs);
	Operand y = {0};
	Target target, *tp = NULL;

	if (t && !valid(t)) {
		if (x)
			x->mode = MODE_INVALID;
		else
			use_expr(ck, rhs);
		return;
	}
	if (!x) {
		if (t && type_under(t)->kind == T_SIGNATURE) {
			target = (Target){type_under(t), expr_string(lhs)};
			tp = &target;
		}
		x = &y;
		expr(ck, tp, x, rhs);
	}
	if (!t && strcmp(context, "assignment") == 0)
		context = "assignment to _ identifier";
	assignment(ck, x, t, context);
}

static bool
use_all_lhs(Checker *ck, Expr **lhs, int n)
{
	bool ok = true;

	for (int i = 0; i < n; i++)
		ok &= use_lhs(ck, lhs[i]);
	return ok;
}

void
assign_vars(Checker *ck, Expr **lhs, int n, Expr **rhs, int nrhs)
{
	bool is_call = nrhs == 1 && unparen(rhs[0])->kind == E_CALL, commaok, ok;
	OperandList l = {0};

	if (n == nrhs && !is_call) {
		for (int i = 0; i < n; i++)
			assign_var(ck, lhs[i], rhs[i], NULL, "assignment");
		return;
	}
	if (nrhs != 1) {
		ok = use_all_lhs(ck, lhs, n);
		if (use_exprs(ck, rhs, nrhs) && ok)
			assign_error(ck, rhs, nrhs, n, nrhs);
		return;
	}
	commaok = multi_expr(ck, rhs[0], n == 2, &l);
	if (l.n == n) {
		for (int i = 0; i < n; i++)
			assign_var(ck, lhs[i], NULL, &l.v[i], "assignment");
		if (commaok && l.v[0].mode != MODE_INVALID && l.v[1].mode != MODE_INVALID)
			record_commaok(ck, rhs[0], l.v);
		return;
	}
	if (l.n > 0 && l.v[0].mode != MODE_INVALID)
		assign_error(ck, rhs, nrhs, n, l.n);
	use_all_lhs(ck, lhs, n);
}

/* --- := --- */

static bool
repeated(Stmt *s, int i)
{
	for (int k = 0; k < i; k++)
		if (s->lhs.v[k]->kind == E_NAME && s->lhs.v[k]->name == s->lhs.v[i]->name)
			return true;
	return false;
}

/* The variable for the i-th name; NULL after an error. *fresh: it is to be declared. */
static Object *
short_var(Checker *ck, Stmt *s, int i, bool *fresh)
{
	Expr *e = s->lhs.v[i];
	Object *alt;

	*fresh = false;
	if (e->kind != E_NAME) {
		use_lhs(ck, e);
		err_expr(ck, e, "non-name %s on left side of :=", expr_string(e));
		return NULL;
	}
	if (is_blank(e))
		return var_new(e->pos, ck->pkg, e->name, NULL);
	if (repeated(s, i)) {
		err_expr(ck, e, "%s repeated on left side of :=", expr_string(e));
		return NULL;
	}
	alt = scope_lookup(ck->env.scope, e->name);
	if (alt && alt->kind != O_VAR) {
		e->obj = alt;
		err_expr(ck, e, "cannot assign to %s", expr_string(e));
		return NULL;
	}
	if (alt) {
		e->obj = alt;
		note_assign(ck, e);
		return alt;
	}
	*fresh = true;
	return e->obj = local_var(ck, e->pos, e->name, NULL);
}

static void
declare_short_vars(Checker *ck, Stmt *s)
{
	Pos from = expr_end(s->rhs.v[s->rhs.n - 1]);

	for (int i = 0; i < s->lhs.n; i++)
		if (s->newvars.v[i])
			declare(ck, ck->env.scope, s->lhs.v[i], s->newvars.v[i], from);
}

void
short_var_decl(Checker *ck, Stmt *s)
{
	int top = ck->delayed.n, nnew = 0;
	ObjectList vars = {0};
	bool bad = false, fresh;

	s->newvars.n = 0;
	for (int i = 0; i < s->lhs.n; i++) {
		Object *v = short_var(ck, s, i, &fresh);

		bad |= v == NULL;
		nnew += fresh;
		vec_push(permanent, &vars, v ? v : var_new(s->lhs.v[i]->pos, ck->pkg, str_lit("_"), NULL));
		vec_push(permanent, &s->newvars, fresh ? v : NULL);
	}
	init_vars(ck, vars.v, vars.n, s->rhs.v, s->rhs.n, NULL);
	process_delayed(ck, top);
	for (int i = 0; i < s->lhs.n; i++)
		record_type(ck, s->lhs.v[i], MODE_VAR, vars.v[i]->type, NULL);
	if (nnew == 0 && !bad) {
		check_error(ck, s->pos, "no new variables on left side of :=");
		diag_suggest("assign with =");
		diag_edit(s->pos, s->pos + 2, "=");
	} else
		declare_short_vars(ck, s);
}
