/* assign.c - assignability, and initialization of constants, variables and results.
 *
 * Every value that goes somewhere (variable, parameter, channel, result ...) goes through assignment(), which gives
 * untyped values their final type and says what is wrong in gc's words. assignstmt.c has the statements. */
#include "types/checker.h"

static const char *
text_of(Checker *ck, Type *t)
{
	return type_string(t, ck ? ck->pkg : NULL);
}

/* Value x of a type without a name is assignable to type parameter t when it is to each type of its set. */
static bool
assignable_to_each(Checker *ck, Operand *x, Type *t, const char **cause)
{
	bool specific;
	TypeList l = type_terms(t, &specific);

	for (int i = 0; specific && i < l.n; i++) {
		const char *why = NULL;

		if (assignable_to(ck, x, l.v[i], &why))
			continue;
		if (cause)
			*cause = fmt_text("cannot assign %s to %s (in %s)%s%s", text_of(ck, x->type), text_of(ck, l.v[i]), text_of(ck, t),
			                  why && *why ? "\n\t" : "", why ? why : "");
		return false;
	}
	return specific;
}

/* Each type of the set of x's type parameter must be assignable to t. */
static bool
each_assignable(Checker *ck, Operand *x, Type *t, Type *orig, const char **cause)
{
	bool specific;
	TypeList l = type_terms(x->type, &specific);

	for (int i = 0; specific && i < l.n; i++) {
		const char *why = NULL;
		Operand y = *x;

		y.type = l.v[i];
		if (assignable_to(ck, &y, t, &why))
			continue;
		if (cause)
			*cause = fmt_text("cannot assign %s (in %s) to %s%s%s", text_of(ck, l.v[i]), text_of(ck, x->type), text_of(ck, orig),
			                  why && *why ? "\n\t" : "", why ? why : "");
		return false;
	}
	return specific;
}

static bool
untyped_assignable(Checker *ck, Operand *x, Type *t)
{
	bool specific;
	TypeList l = type_terms(t, &specific);
	Const *val;
	ConvCode code;

	for (int i = 0; specific && i < l.n; i++)
		if (!implicit_type(ck, x, l.v[i], &val, &code))
			return false;
	return specific;
}

bool
assignable_to(Checker *ck, Operand *x, Type *t, const char **cause)
{
	Type *v, *vu, *tu, *orig = t;
	bool vp, tp;

	if (x->mode == MODE_INVALID || !valid(t) || !valid(x->type))
		return true;
	v = unalias(x->type);
	t = unalias(t);
	if (type_identical(v, t))
		return true;
	vu = type_under(v);
	tu = type_under(t);
	vp = v->kind == T_TYPEPARAM;
	tp = t->kind == T_TYPEPARAM;
	if (type_is_untyped(vu))
		return untyped_assignable(ck, x, t);
	if (!vp && !tp && type_identical(vu, tu) && (!has_name(v) || !has_name(t)))
		return true;
	if ((tu->kind == T_INTERFACE && !tp) || is_ptr_to_iface(tu)) {
		if (implements(ck, v, t, false, cause))
			return true;
		if (!vp)
			return false;
		if (cause)
			*cause = NULL;
	}
	if (vu->kind == T_INTERFACE && !vp && implements(ck, t, v, false, NULL)) {
		if (cause)
			*cause = "need type assertion";
		return false;
	}
	if (vu->kind == T_CHAN && vu->dir == CHAN_BOTH && tu->kind == T_CHAN && type_identical(vu->elem, tu->elem))
		return !has_name(v) || !has_name(t);
	if (tp && !has_name(v))
		return assignable_to_each(ck, x, t, cause);
	if (vp && !has_name(t))
		return each_assignable(ck, x, t, orig, cause);
	return false;
}

/* x is untyped: converts it for t. False after an error. */
static bool
assign_untyped(Checker *ck, Operand *x, Type *t, const char *context)
{
	Type *target = t, *nt;
	Const *val = NULL;
	ConvCode code = CONV_OK;

	if (operand_is_nil(x)) {
		if (!t) {
			err_op(ck, x, "use of untyped nil in %s", context);
			return false;
		}
	} else if (!t || type_is_interface(t)) {
		target = type_default(x->type);
	}
	nt = implicit_type(ck, x, target, &val, &code);
	if (!nt) {
		const char *more = code == CONV_TRUNCATED ? " (truncated)" : code == CONV_OVERFLOW ? " (overflows)" : "";

		err_op(ck, x, "cannot use %s as %s value in %s%s", operand_string(ck, x), text_of(ck, target), context, more);
		suggest_value(ck, x, target);
		return false;
	}
	if (val) {
		x->val = val;
		update_expr_val(ck, x->expr, val);
	}
	if (nt != x->type) {
		x->type = nt;
		update_expr_type(ck, x->expr, nt, false);
	}
	return true;
}

static bool
assign_typed(Checker *ck, Operand *x, Type *t, const char *context)
{
	const char *cause = NULL;
	Type *u = type_under(x->type);

	if (u->kind == T_SIGNATURE && u->tparams.n > 0) {
		err_op(ck, x, "cannot use generic function %s without instantiation in %s", expr_string(x->expr), context);
		return false;
	}
	if (!t || assignable_to(ck, x, t, &cause))
		return true;
	if (cause && *cause)
		err_op(ck, x, "cannot use %s as %s value in %s: %s", operand_string(ck, x), text_of(ck, t), context, cause);
	else
		err_op(ck, x, "cannot use %s as %s value in %s", operand_string(ck, x), text_of(ck, t), context);
	suggest_value(ck, x, t);
	return false;
}

void
assignment(Checker *ck, Operand *x, Type *t, const char *context)
{
	single_value(ck, x);
	switch (x->mode) {
	case MODE_INVALID:
		return;
	case MODE_NIL: case MODE_CONST: case MODE_VAR: case MODE_MAPINDEX: case MODE_VALUE: case MODE_COMMAOK:
		break;
	default:
		err_op(ck, x, "cannot assign %s to %s in %s", operand_string(ck, x), t ? text_of(ck, t) : "_", context);
		x->mode = MODE_INVALID;
		return;
	}
	if ((type_is_untyped(x->type) && !assign_untyped(ck, x, t, context)) || !assign_typed(ck, x, t, context))
		x->mode = MODE_INVALID;
}

void
init_const(Checker *ck, Object *lhs, Operand *x)
{
	if (x->mode == MODE_INVALID || !valid(x->type) || (lhs->type && !valid(lhs->type))) {
		if (!lhs->type)
			lhs->type = INVALID;
		return;
	}
	if (x->mode != MODE_CONST) {
		err_op(ck, x, "%s is not constant", operand_string(ck, x));
		if (!lhs->type)
			lhs->type = INVALID;
		return;
	}
	if (!lhs->type)
		lhs->type = x->type;
	assignment(ck, x, lhs->type, "constant declaration");
	if (x->mode != MODE_INVALID)
		lhs->val = x->val;
}

void
init_var(Checker *ck, Object *lhs, Operand *x, const char *context)
{
	if (x->mode == MODE_INVALID || !valid(x->type) || (lhs->type && !valid(lhs->type))) {
		if (!lhs->type)
			lhs->type = INVALID;
		x->mode = MODE_INVALID;
		return;
	}
	if (!lhs->type && operand_is_nil(x)) {
		err_op(ck, x, "use of untyped nil in %s", context);
		lhs->type = INVALID;
		x->mode = MODE_INVALID;
		return;
	}
	if (!lhs->type)
		lhs->type = type_is_untyped(x->type) ? type_default(x->type) : x->type;
	assignment(ck, x, lhs->type, context);
}

/* --- counts that do not match --- */

/* "(int, number)": what a call returns or a function wants. */
static const char *
types_summary(Checker *ck, TypeList *l)
{
	StrBuf *b = ring_buffer();

	sb_putc(b, '(');
	for (int i = 0; i < l->n; i++) {
		Type *t = l->v[i];
		const char *s = text_of(ck, t);

		if (!t || !valid(t))
			s = "unknown type";
		else if (type_is_untyped(t))
			s = type_is_numeric(t) ? "number" : strncmp(s, "untyped ", 8) == 0 ? s + 8 : s;
		sb_printf(b, "%s%s", i > 0 ? ", " : "", s);
	}
	sb_putc(b, ')');
	return b->s;
}

/* rhs has nrhs expressions, which stand for r values. */
void
assign_error(Checker *ck, Expr **rhs, int nrhs, int l, int r)
{
	Expr *call = unparen(rhs[0]);
	const char *vs = l == 1 ? "" : "s", *rs = r == 1 ? "" : "s";

	if (nrhs == 1 && call->kind == E_CALL)
		err_expr(ck, rhs[0], "assignment mismatch: %d variable%s but %s returns %d value%s", l, vs, expr_string(call->x), r, rs);
	else
		err_expr(ck, rhs[0], "assignment mismatch: %d variable%s but %d value%s", l, vs, r, rs);
	if (nrhs == 1)
		suggest_blanks(ck, rhs[0], l, r);
}

static void
return_error(Checker *ck, Stmt *at, Object **lhs, int l, OperandList *rhs)
{
	TypeList have = {0}, want = {0};
	Pos pos = at->pos;

	for (int i = 0; i < rhs->n; i++)
		vec_push(permanent, &have, rhs->v[i].type);
	for (int i = 0; i < l; i++)
		vec_push(permanent, &want, lhs[i]->type);
	if (rhs->n > l)
		pos = expr_start(rhs->v[l].expr);
	else if (rhs->n > 0)
		pos = expr_start(rhs->v[rhs->n - 1].expr);
	check_error(ck, pos, "%s return values\n\thave %s\n\twant %s", rhs->n > l ? "too many" : "not enough",
	            types_summary(ck, &have), types_summary(ck, &want));
	suggest_return_values(ck, at, lhs, l, rhs);
}

static void
invalidate(Object **lhs, int n)
{
	for (int i = 0; i < n; i++)
		if (!lhs[i]->type)
			lhs[i]->type = INVALID;
}

static Target *
target_for(Target *t, Type *type, const char *desc)
{
	if (!type || type_under(type)->kind != T_SIGNATURE)
		return NULL;
	t->sig = type_under(type);
	t->desc = desc;
	return t;
}

static void
init_each(Checker *ck, Object **lhs, int n, Expr **rhs, bool is_return, const char *context)
{
	for (int i = 0; i < n; i++) {
		Operand x = {0};
		Target t;
		const char *desc = lhs[i]->name ? lhs[i]->name->s : "";

		if (is_return && !*desc)
			desc = "result variable";
		expr(ck, target_for(&t, lhs[i]->type, desc), &x, rhs[i]);
		init_var(ck, lhs[i], &x, context);
	}
}

/* Several expressions, but not as many as variables. */
static void
init_mismatch(Checker *ck, Object **lhs, int n, Expr **rhs, int nrhs, Stmt *ret)
{
	if (use_exprs(ck, rhs, nrhs)) {
		OperandList l = {0};

		for (int i = 0; ret && i < nrhs; i++)
			multi_expr(ck, rhs[i], false, &l);
		if (ret)
			return_error(ck, ret, lhs, n, &l);
		else
			assign_error(ck, rhs, nrhs, n, nrhs);
	}
	invalidate(lhs, n);
}

/* Initializes variables, or for a return statement the results. */
void
init_vars(Checker *ck, Object **lhs, int n, Expr **rhs, int nrhs, Stmt *ret)
{
	const char *context = ret ? "return statement" : "assignment";
	bool is_call = nrhs == 1 && unparen(rhs[0])->kind == E_CALL, commaok;
	OperandList l = {0};

	if (n == nrhs && !is_call) {
		init_each(ck, lhs, n, rhs, ret != NULL, context);
		return;
	}
	if (nrhs != 1) {
		if (nrhs > 0)
			init_mismatch(ck, lhs, n, rhs, nrhs, ret);
		else if (ret)
			return_error(ck, ret, lhs, n, &l);
		return;
	}
	commaok = multi_expr(ck, rhs[0], n == 2 && !ret, &l);
	if (l.n == n) {
		for (int i = 0; i < n; i++)
			init_var(ck, lhs[i], &l.v[i], context);
		if (commaok && l.v[0].mode != MODE_INVALID && l.v[1].mode != MODE_INVALID)
			record_commaok(ck, rhs[0], l.v);
		return;
	}
	if (l.n > 0 && l.v[0].mode != MODE_INVALID) {
		if (ret)
			return_error(ck, ret, lhs, n, &l);
		else
			assign_error(ck, rhs, nrhs, n, l.n);
	}
	invalidate(lhs, n);
}
