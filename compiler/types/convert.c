/* convert.c - untyped operands: finding their final type and writing it into the tree.
 *
 * Constants are converted as a whole: the nodes below a constant keep their untyped record, nobody reads them. A shift
 * whose left operand is an untyped constant gets that operand's type from the context: the operand's node is marked
 * (shift_lhs) and must turn out to be an integer. */
#include "types/checker.h"

/* ---- constants */

static const char *
op_name(Expr *e)
{
	if (!e)
		return "";
	if (e->kind == E_UNARY)
		return e->op == OP_XOR ? "bitwise complement " : "";
	if (e->kind != E_BINARY)
		return "";
	switch (e->op) {
	case OP_ADD: return "addition ";
	case OP_SUB: return "subtraction ";
	case OP_XOR: return "bitwise XOR ";
	case OP_MUL: return "multiplication ";
	case OP_SHL: return "shift ";
	}
	return "";
}

void
overflow(Checker *ck, Operand *x, Pos op_pos)
{
	if (const_kind(x->val) == C_UNKNOWN) {
		check_error(ck, op_pos, "constant result is not representable");
		return;
	}
	if (is_typed(x->type)) {
		representable(ck, x, type_under(x->type));
		return;
	}
	if (const_kind(x->val) == C_INT && const_bitlen(x->val) > 512) {
		check_error(ck, op_pos, "constant %soverflow", op_name(x->expr));
		x->val = &const_unknown;
	}
}

static ConvCode
representation(Operand *x, Type *basic, Const **v)
{
	*v = x->val;
	if (const_representable(x->val, basic, v))
		return CONV_OK;
	if (!type_is_numeric(x->type) || !type_is_numeric(basic))
		return CONV_INVALID;
	return !type_is_integer(x->type) && type_is_integer(basic) ? CONV_TRUNCATED : CONV_OVERFLOW;
}

void
invalid_conversion(Checker *ck, ConvCode code, Operand *x, Type *target)
{
	const char *s = OS(x), *t = TS(target);
	if (code == CONV_TRUNCATED)
		err_op(ck, x, "%s truncated to %s", s, t);
	else if (code == CONV_OVERFLOW)
		err_op(ck, x, "%s overflows %s", s, t);
	else
		err_op(ck, x, "cannot convert %s to type %s", s, t);
}

bool
representable(Checker *ck, Operand *x, Type *basic)
{
	Const *v;
	ConvCode code = representation(x, basic, &v);
	if (code != CONV_OK) {
		invalid_conversion(ck, code, x, basic);
		x->mode = MODE_INVALID;
		return false;
	}
	x->val = v;
	return true;
}

/* ---- the type an untyped operand takes */

static bool
untyped_numeric(Type *t)
{
	return t->kind >= T_UNTYPED_INT && t->kind <= T_UNTYPED_COMPLEX;
}

static Type *
max_type(Type *x, Type *y)
{
	if (x == y)
		return x;
	if (untyped_numeric(x) && untyped_numeric(y))
		return x->kind > y->kind ? x : y;
	return NULL;
}

static bool
kind_fits(int untyped, Type *target)
{
	switch (untyped) {
	case T_UNTYPED_BOOL:
		return type_is_boolean(target);
	case T_UNTYPED_INT: case T_UNTYPED_RUNE: case T_UNTYPED_FLOAT: case T_UNTYPED_COMPLEX:
		return type_is_numeric(target);
	case T_UNTYPED_STRING:
		return type_is_string(target);
	}
	return false;
}

static bool
fits_tparam(Checker *ck, Operand *x, Type *tp)
{
	bool specific;
	TypeList l = type_terms(tp, &specific);
	for (int i = 0; i < l.n; i++) {
		ConvCode code;
		Const *v;
		if (!implicit_type(ck, x, type_under(l.v[i]), &v, &code))
			return false;
	}
	return specific;
}

Type *
implicit_type(Checker *ck, Operand *x, Type *target, Const **val, ConvCode *code)
{
	*val = NULL;
	*code = CONV_OK;
	if (x->mode == MODE_INVALID || is_typed(x->type) || !valid(target))
		return x->type;
	Type *u = type_under(target);
	bool ok = false;
	if (type_is_untyped(target)) {
		Type *m = max_type(x->type, target);
		*code = m ? CONV_OK : CONV_INVALID;
		return m;
	}
	if (x->mode == MODE_NIL) {
		ok = has_nil(target);
	} else if (u->kind <= T_UNTYPED_NIL) {
		if (x->mode == MODE_CONST) {
			*code = representation(x, u, val);
			return *code == CONV_OK ? target : NULL;
		}
		ok = kind_fits(x->type->kind, target);
	} else if (u->kind == T_INTERFACE) {
		if (type_is_typeparam(target)) {
			ok = fits_tparam(ck, x, target);
		} else {
			TypeSet *s = type_set(u);
			if (s->methods.n == 0 && s->all && !s->comparable)
				return type_default(x->type);
		}
	}
	*code = ok ? CONV_OK : CONV_INVALID;
	return ok ? target : NULL;
}

/* ---- the tree */

static bool
keeps_operands(Expr *e)
{
	return e->val != NULL;                   /* constant: its operands are never evaluated */
}

static bool
is_compare(Op op)
{
	return op >= OP_EQL && op <= OP_GEQ;
}

static void update_operands(Checker *ck, Expr *e, Type *t, bool final);

static void
finish_type(Checker *ck, Expr *e, Type *t)
{
	if (e->shift_lhs && !all_integer(t)) {
		err_expr(ck, e, "invalid operation: shifted operand %s (type %s) must be integer", ES(e), TS(t));
		return;
	}
	if (e->val && e->mode == MODE_CONST) {
		Operand c = { .mode = MODE_CONST, .expr = e, .type = e->type, .val = e->val };
		Const *v;
		ConvCode code;
		Type *n = implicit_type(ck, &c, t, &v, &code);
		if (code != CONV_OK || !n) {
			invalid_conversion(ck, code, &c, type_is_typeparam(t) ? t : type_under(t));
			return;
		}
		if (v)
			e->val = v;
	}
	e->type = t;
}

/* The left spine of a+b+c is walked by iteration: the chain is collected, then finished from the inside. */
void
update_expr_type(Checker *ck, Expr *e, Type *t, bool final)
{
	if (!e->type || !type_is_untyped(e->type))
		return;
	update_operands(ck, e, t, final);
	if (!final && type_is_untyped(t)) {
		e->type = t;
		return;
	}
	finish_type(ck, e, t);
}

static bool
is_spine(Expr *e)
{
	return e->kind == E_BINARY && e->type && type_is_untyped(e->type) && !keeps_operands(e) && !is_compare(e->op) && e->op != OP_SHL && e->op != OP_SHR;
}

static void
update_operands(Checker *ck, Expr *e, Type *t, bool final)
{
	if (e->kind == E_PAREN) {
		update_expr_type(ck, e->x, t, final);
		return;
	}
	if (keeps_operands(e) || (e->kind != E_UNARY && e->kind != E_BINARY))
		return;
	if (e->kind == E_UNARY || e->op == OP_SHL || e->op == OP_SHR) {
		update_expr_type(ck, e->x, t, final);
		return;
	}
	if (is_compare(e->op))
		return;
	Vec(Expr *) spine = {0};
	Expr *x = e;
	for (; is_spine(x); x = x->x)
		vec_push(permanent, &spine, x);
	update_expr_type(ck, x, t, final);
	for (int i = spine.n - 1; i >= 0; i--) {
		update_expr_type(ck, spine.v[i]->y, t, final);
		if (i == 0)
			break;
		if (!final && type_is_untyped(t))
			spine.v[i]->type = t;
		else
			finish_type(ck, spine.v[i], t);
	}
}

void
update_expr_val(Checker *ck, Expr *e, Const *v)
{
	(void)ck;
	if (e->type && type_is_untyped(e->type))
		e->val = v;
}

void
convert_untyped(Checker *ck, Operand *x, Type *target)
{
	Const *v;
	ConvCode code;
	Type *t = implicit_type(ck, x, target, &v, &code);
	if (code != CONV_OK || !t) {
		invalid_conversion(ck, code, x, type_is_typeparam(target) ? target : type_under(target));
		x->mode = MODE_INVALID;
		return;
	}
	if (v) {
		x->val = v;
		update_expr_val(ck, x->expr, v);
	}
	if (t != x->type) {
		x->type = t;
		update_expr_type(ck, x->expr, t, false);
	}
}

void
default_type(Checker *ck, Operand *x)
{
	if (x->mode != MODE_INVALID && type_is_untyped(x->type))
		convert_untyped(ck, x, type_default(x->type));
}
