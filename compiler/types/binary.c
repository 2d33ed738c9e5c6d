/* binary.c - binary operators: matching untyped operands, shifts, comparisons, arithmetic. */
#include "types/checker.h"

static bool is_shift(Op op) { return op == OP_SHL || op == OP_SHR; }
static bool is_comparison(Op op) { return op >= OP_EQL && op <= OP_GEQ; }

/* ---- untyped operands */

static bool
is_pointer(Type *t)
{
	return type_under(t)->kind == T_POINTER;
}

static bool
may_convert(Operand *x, Operand *y)
{
	if (is_typed(x->type) && is_typed(y->type))
		return false;
	if (all_numeric(x->type) != all_numeric(y->type))
		return false;
	if (type_is_interface(x->type) || type_is_interface(y->type))
		return true;
	if (all_boolean(x->type) != all_boolean(y->type) || all_string(x->type) != all_string(y->type))
		return false;
	if (operand_is_nil(x))
		return has_nil(y->type);
	if (operand_is_nil(y))
		return has_nil(x->type);
	return !is_pointer(x->type) && !is_pointer(y->type);
}

void
match_types(Checker *ck, Operand *x, Operand *y)
{
	if (!may_convert(x, y))
		return;
	Operand a = *x, b = *y;
	convert_untyped(ck, x, y->type);
	if (x->mode != MODE_INVALID)
		convert_untyped(ck, y, x->type);
	if (x->mode != MODE_INVALID && y->mode != MODE_INVALID)
		return;
	suggest_operands(ck, &a, &b);
	x->mode = MODE_INVALID;
}

/* ---- comparison */

static const char *
incomparable_cause(Checker *ck, Type *t)
{
	(void)ck;
	int k = type_under(t)->kind;
	if (k == T_SLICE || k == T_SIGNATURE || k == T_MAP)
		return fmt_text("%s can only be compared to nil", composite_kind(t));
	const char *cause = "";
	comparable_type(t, true, &cause);
	return cause;
}

/* NULL: fine. Otherwise the operand to blame, with *cause set ("": say the operator is not defined). */
static Operand *
compare_fault(Checker *ck, Operand *x, Operand *y, Op op, const char **cause)
{
	*cause = "";
	if (!assignable_to(ck, x, y->type, NULL) && !assignable_to(ck, y, x->type, NULL)) {
		*cause = fmt_text("mismatched types %s and %s", TS(x->type), TS(y->type));
		return y;
	}
	if (op != OP_EQL && op != OP_NEQ)
		return !all_ordered(x->type) ? x : !all_ordered(y->type) ? y : NULL;
	if (operand_is_nil(x) || operand_is_nil(y))
		return has_nil(operand_is_nil(x) ? y->type : x->type) ? NULL : y;
	Operand *bad = !type_comparable(x->type) ? x : !type_comparable(y->type) ? y : NULL;
	if (bad)
		*cause = incomparable_cause(ck, bad->type);
	return bad;
}

static const char *
undefined_cause(Checker *ck, Operand *x, Operand *y, Operand *bad, Op op)
{
	bool xp = type_is_typeparam(x->type), yp = type_is_typeparam(y->type);
	if (xp || yp) {
		if (!xp)
			bad = y;
		return fmt_text("type parameter %s cannot use operator %s", TS(bad->type), op_text[op]);
	}
	const char *what = composite_kind(bad->type);
	return fmt_text("operator %s not defined on %s", op_text[op], *what ? what : TS(bad->type));
}

static void
compare(Checker *ck, Operand *x, Operand *y, Op op, bool switch_case)
{
	if (!valid(x->type) || !valid(y->type)) {
		x->mode = MODE_INVALID;
		return;
	}
	const char *cause;
	Operand *bad = compare_fault(ck, x, y, op, &cause);
	if (bad) {
		if (!*cause)
			cause = undefined_cause(ck, x, y, bad, op);
		if (switch_case)
			err_op(ck, x, "invalid case %s in switch on %s (%s)", ES(x->expr), ES(y->expr), cause);
		else
			err_op(ck, bad, "invalid operation: %s %s %s (%s)", ES(x->expr), op_text[op], ES(y->expr), cause);
		if (type_is_typeparam(bad->type))
			suggest_constraint(ck, bad->type, op);
		else
			suggest_operands(ck, x, y);
		x->mode = MODE_INVALID;
		return;
	}
	if (x->mode == MODE_CONST && y->mode == MODE_CONST) {
		x->val = const_bool(const_compare(op, x->val, y->val));
	} else {
		x->mode = MODE_VALUE;
		update_expr_type(ck, x->expr, type_default(x->type), true);
		update_expr_type(ck, y->expr, type_default(y->type), true);
	}
	x->type = basic_type[T_UNTYPED_BOOL];
}

void comparison(Checker *ck, Operand *x, Operand *y, Op op) { compare(ck, x, y, op, false); }
void case_comparison(Checker *ck, Operand *x, Operand *y) { compare(ck, x, y, OP_EQL, true); }

/* ---- shifts */

/* The count: false after an error. *yval is its integer value when constant, else NULL. */
static bool
shift_count(Checker *ck, Operand *y, Const **yval)
{
	*yval = NULL;
	if (y->mode == MODE_CONST) {
		*yval = const_to_int(y->val);
		if (const_kind(*yval) == C_INT && const_sign(*yval) < 0) {
			err_op(ck, y, "invalid operation: negative shift count %s", OS(y));
			return false;
		}
		if (type_is_untyped(y->type)) {
			if (!representable(ck, y, basic_type[T_UINT]))
				return false;
		}
		return true;
	}
	if (all_integer(y->type) && is_typed(y->type))
		return all_unsigned(y->type) || verify_version(ck, expr_start(y->expr), 13, "invalid operation: signed shift count %s", OS(y));
	if (type_is_untyped(y->type)) {
		convert_untyped(ck, y, basic_type[T_UINT]);
		return y->mode != MODE_INVALID;
	}
	err_op(ck, y, "invalid operation: shift count %s must be integer", OS(y));
	return false;
}

static void
const_shift_op(Checker *ck, Operand *x, Operand *y, Const *yval, Expr *e, Op op)
{
	enum { BOUND = 1023 - 1 + 52 };      /* enough to write the smallest float64 */
	uint64_t n;
	if (const_kind(x->val) == C_UNKNOWN || const_kind(y->val) == C_UNKNOWN) {
		x->val = &const_unknown;
		if (!type_is_integer(x->type))
			x->type = basic_type[T_UNTYPED_INT];
		return;
	}
	if (!const_uint64_val(yval, &n) || n > BOUND) {
		err_op(ck, y, "invalid operation: invalid shift count %s", OS(y));
		x->mode = MODE_INVALID;
		return;
	}
	if (!type_is_integer(x->type))
		x->type = basic_type[T_UNTYPED_INT];
	x->val = const_shift(op, const_to_int(x->val), (unsigned)n);
	x->expr = e;
	overflow(ck, x, e ? e->pos : NOPOS);
	if (type_is_untyped(y->type))
		update_expr_type(ck, y->expr, basic_type[T_UINT], true);
}

static void
shift(Checker *ck, Operand *x, Operand *y, Expr *e, Op op)
{
	Const *xval = x->mode == MODE_CONST ? const_to_int(x->val) : NULL, *yval;
	bool ok = all_integer(x->type) || (type_is_untyped(x->type) && xval && const_kind(xval) == C_INT);
	if (!ok)
		err_op(ck, x, "invalid operation: shifted operand %s must be integer", OS(x));
	if (!ok || !shift_count(ck, y, &yval)) {
		x->mode = MODE_INVALID;
		return;
	}
	if (x->mode == MODE_CONST && y->mode == MODE_CONST) {
		const_shift_op(ck, x, y, yval, e, op);
		return;
	}
	if (type_is_untyped(y->type) && y->mode == MODE_CONST)
		update_expr_type(ck, y->expr, basic_type[T_UINT], true);
	if (x->mode == MODE_CONST && type_is_untyped(x->type)) {
		x->expr->shift_lhs = true;
		x->mode = MODE_VALUE;
		return;
	}
	if (!all_integer(x->type)) {
		err_op(ck, x, "invalid operation: shifted operand %s must be integer", OS(x));
		x->mode = MODE_INVALID;
		return;
	}
	x->mode = MODE_VALUE;
}

/* ---- arithmetic */

static bool
binary_defined(Op op, Type *t)
{
	switch (op) {
	case OP_ADD: return all_numeric_or_string(t);
	case OP_SUB: case OP_MUL: case OP_DIV: return all_numeric(t);
	case OP_REM: case OP_AND: case OP_OR: case OP_XOR: case OP_ANDNOT: return all_integer(t);
	case OP_ANDAND: case OP_OROR: return all_boolean(t);
	default: return false;
	}
}

static bool
zero_divisor(Operand *x, Operand *y)
{
	if (y->mode != MODE_CONST)
		return false;
	if ((x->mode == MODE_CONST || all_integer(x->type)) && const_kind(y->val) != C_UNKNOWN && const_sign(y->val) == 0)
		return true;
	if (x->mode != MODE_CONST || !type_is_complex(x->type) || const_kind(y->val) == C_UNKNOWN)
		return false;
	Const *re = const_real(y->val), *im = const_imag(y->val);
	return const_sign(const_binary(OP_MUL, re, re, false)) == 0 && const_sign(const_binary(OP_MUL, im, im, false)) == 0;
}

static void
mismatch(Checker *ck, Operand *x, Operand *y, Expr *e, Expr *lhs, Expr *rhs, Op op)
{
	if (valid(x->type) && valid(y->type)) {
		if (e)
			err_op(ck, x, "invalid operation: %s (mismatched types %s and %s)", ES(e), TS(x->type), TS(y->type));
		else
			err_op(ck, x, "invalid operation: %s %s= %s (mismatched types %s and %s)", ES(lhs), op_text[op], ES(rhs), TS(x->type),
				TS(y->type));
		suggest_operands(ck, x, y);
	}
	x->mode = MODE_INVALID;
}

static void
arithmetic(Checker *ck, Operand *x, Operand *y, Expr *e, Op op)
{
	if (!binary_defined(op, x->type)) {
		err_op(ck, x, "invalid operation: operator %s not defined on %s", op_text[op], OS(x));
		x->mode = MODE_INVALID;
		return;
	}
	if ((op == OP_DIV || op == OP_REM) && zero_divisor(x, y)) {
		err_op(ck, y, "invalid operation: division by zero");
		x->mode = MODE_INVALID;
		return;
	}
	if (x->mode != MODE_CONST || y->mode != MODE_CONST) {
		x->mode = MODE_VALUE;
		return;
	}
	if (const_kind(x->val) == C_UNKNOWN || const_kind(y->val) == C_UNKNOWN) {
		x->val = &const_unknown;
		return;
	}
	x->val = const_binary(op, x->val, y->val, op == OP_DIV && type_is_integer(x->type));
	x->expr = e;
	overflow(ck, x, e ? e->pos : NOPOS);
}

/* x holds the left operand, checked; e is NULL for op= . */
void
binary_rhs(Checker *ck, Operand *x, Expr *e, Expr *lhs, Expr *rhs, Op op)
{
	Operand y;
	expr(ck, NULL, &y, rhs);
	if (x->mode == MODE_INVALID)
		return;
	if (y.mode == MODE_INVALID) {
		x->mode = MODE_INVALID;
		return;
	}
	if (is_shift(op)) {
		shift(ck, x, &y, e, op);
		return;
	}
	match_types(ck, x, &y);
	if (x->mode == MODE_INVALID)
		return;
	if (is_comparison(op))
		comparison(ck, x, &y, op);
	else if (!type_identical(x->type, y.type))
		mismatch(ck, x, &y, e, lhs, rhs, op);
	else
		arithmetic(ck, x, &y, e, op);
}

void
binary(Checker *ck, Operand *x, Expr *e, Expr *lhs, Expr *rhs, Op op)
{
	expr(ck, NULL, x, lhs);
	binary_rhs(ck, x, e, lhs, rhs, op);
}
