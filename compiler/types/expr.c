/* expr.c - expressions: the dispatch by kind, literals, unary operators, dereference, type assertions. */
#include "types/checker.h"

/* ---- after each expression */

static void
non_generic(Checker *ck, Target *T, Operand *x)
{
	const char *what = NULL;
	if (x->mode == MODE_INVALID || x->mode == MODE_NOVALUE)
		return;
	int k = x->type->kind;
	if (k == T_ALIAS || k == T_NAMED) {
		if (is_generic(x->type))
			what = "type";
	} else if (k == T_SIGNATURE && x->type->tparams.n > 0) {
		if (T) {
			func_inst(ck, T, x->expr->pos, x, NULL, true);
			return;
		}
		what = "function";
	}
	if (!what)
		return;
	err_op(ck, x, "cannot use generic %s %s without instantiation", what, ES(x->expr));
	x->mode = MODE_INVALID;
	x->type = INVALID;
}

void check_non_generic(Checker *ck, Target *T, Operand *x) { non_generic(ck, T, x); }

/* A value of a type that is still being declared: type T [unsafe.Sizeof(T{})]int */
static void
pending_type(Checker *ck, Operand *x)
{
	if (ck->path.n == 0 || x->mode == MODE_INVALID || x->mode == MODE_NOVALUE || x->type->kind <= T_UNTYPED_NIL)
		return;
	if (!finite_size(ck, x->type)) {
		x->mode = MODE_INVALID;
		x->type = INVALID;
	}
}

static ExprClass expr_internal(Checker *ck, Target *T, Operand *x, Expr *e, Type *hint);

ExprClass
raw_expr(Checker *ck, Target *T, Operand *x, Expr *e, Type *hint, bool allow_generic)
{
	*x = (Operand){ .type = INVALID };
	ExprClass c = expr_internal(ck, T, x, e, hint);
	x->expr = e;
	if (!allow_generic)
		non_generic(ck, T, x);
	pending_type(ck, x);
	record(ck, x);
	return c;
}

/* ---- literals */

/* Spellings of numbers that came with Go 1.13. */
static void
literal_version(Checker *ck, Expr *e)
{
	const char *s = e->lit->s;
	if (e->lit->len <= 2 || allow_version(ck, 13))
		return;
	if (strchr(s, '_'))
		verify_version(ck, e->pos, 13, "underscore in numeric literal");
	else if (s[0] != '0')
		return;
	else if (strchr("bB", s[1]))
		verify_version(ck, e->pos, 13, "binary literal");
	else if (strchr("oO", s[1]))
		verify_version(ck, e->pos, 13, "0o/0O-style octal literal");
	else if (e->litkind != LIT_INT && strchr("xX", s[1]))
		verify_version(ck, e->pos, 13, "hexadecimal floating-point literal");
}

static void
basic_lit(Checker *ck, Operand *x, Expr *e)
{
	enum { LIMIT = 10000 };
	static const uint8_t kind[] = { [LIT_INT] = T_UNTYPED_INT, [LIT_FLOAT] = T_UNTYPED_FLOAT, [LIT_IMAG] = T_UNTYPED_COMPLEX,
		[LIT_RUNE] = T_UNTYPED_RUNE, [LIT_STRING] = T_UNTYPED_STRING };
	if (e->bad_lit)
		return;
	if (e->litkind <= LIT_IMAG) {
		literal_version(ck, e);
		if (e->lit->len > LIMIT) {
			err_expr(ck, e, "excessively long constant: %.10s... (%u chars)", e->lit->s, e->lit->len);
			return;
		}
	}
	Const *v = const_from_literal(e->litkind, e->lit);
	if (const_kind(v) == C_UNKNOWN) {
		err_expr(ck, e, "malformed constant: %s", e->lit->s);
		return;
	}
	*x = (Operand){ .mode = MODE_CONST, .type = basic_type[kind[e->litkind]], .val = v, .expr = e };
	if (e->litkind == LIT_INT)
		overflow(ck, x, e->pos);
}

typedef struct LitBody { DeclInfo *decl; FuncInfo *fn; Const *iota; } LitBody;

static void
check_lit_body(Checker *ck, void *arg)
{
	LitBody *b = arg;
	func_body(ck, b->decl, b->fn, b->iota);
}

void
func_lit(Checker *ck, Operand *x, Expr *e)
{
	Type *sig = type_expr(ck, e->func_type);
	if (sig->kind != T_SIGNATURE)
		return;
	FuncInfo *fn = NEW(permanent, FuncInfo);
	fn->lit = e;
	fn->pkg = ck->pkg;
	fn->sig = sig;
	fn->body = e->body;
	fn->outer = ck->env.fn;
	e->fn = fn;
	if (fn->outer) {
		vec_push(permanent, &fn->outer->lits, fn);
		fn->index = fn->outer->lits.n;
	} else {
		vec_push(permanent, &ck->globlits, fn);
		fn->index = ck->globlits.n;
	}
	if (!ck->conf->ignore_bodies && e->body) {
		LitBody *b = NEW(permanent, LitBody);
		*b = (LitBody){ ck->env.decl, fn, ck->env.iota };
		later(ck, check_lit_body, b);
	}
	x->mode = MODE_VALUE;
	x->type = sig;
}

/* ---- unary */

static Package *cond_pkg;                /* messages of chan_cond are relative to it */

static bool
chan_cond(Type *t, Type *u, const char **cause, bool recv)
{
	if (!u)
		*cause = "no specific channel type";
	else if (u->kind != T_CHAN)
		*cause = fmt_text("non-channel %s", type_string(t, cond_pkg));
	else if (recv && u->dir == CHAN_SEND)
		*cause = fmt_text("send-only channel %s", type_string(t, cond_pkg));
	else if (!recv && u->dir == CHAN_RECV)
		*cause = fmt_text("receive-only channel %s", type_string(t, cond_pkg));
	else
		return true;
	return false;
}

static bool recv_cond(Type *t, Type *u, const char **cause) { return chan_cond(t, u, cause, true); }
static bool send_cond(Type *t, Type *u, const char **cause) { return chan_cond(t, u, cause, false); }

/* The element type of the channel x for receiving or sending; NULL after an error at pos. */
Type *
chan_elem(Checker *ck, Pos pos, Operand *x, bool recv)
{
	const char *cause = "";
	cond_pkg = ck->pkg;
	Type *u = common_under(ck, x->type, recv ? recv_cond : send_cond, &cause);
	if (u)
		return u->elem;
	const char *what = recv ? "receive from" : "send to";
	if (type_is_typeparam(x->type))
		check_error(ck, pos, "invalid operation: cannot %s %s: %s", what, OS(x), cause);
	else
		check_error(ck, pos, "invalid operation: cannot %s %s %s", what, cause, OS(x));
	return NULL;
}

static void
address_of(Checker *ck, Operand *x, Expr *e)
{
	if (unparen(e->x)->kind != E_COMPLIT && x->mode != MODE_VAR) {
		err_op(ck, x, "invalid operation: cannot take address of %s", OS(x));
		x->mode = MODE_INVALID;
		return;
	}
	if (x->mode == MODE_VAR)
		note_addr(e->x);
	x->mode = MODE_VALUE;
	x->type = type_pointer(x->type);
}

static void
receive(Checker *ck, Operand *x)
{
	Type *elem = chan_elem(ck, expr_start(x->expr), x, true);
	x->mode = elem ? MODE_COMMAOK : MODE_INVALID;
	x->type = elem ? elem : INVALID;
	if (elem)
		ck->env.has_call_or_recv = true;
}

static bool
unary_defined(Op op, Type *t)
{
	return op == OP_ADD || op == OP_SUB ? all_numeric(t) : op == OP_XOR ? all_integer(t) : op == OP_NOT && all_boolean(t);
}

static void
unary(Checker *ck, Operand *x, Expr *e)
{
	Op op = e->op;
	expr(ck, NULL, x, e->x);
	if (x->mode == MODE_INVALID)
		return;
	if (op == OP_AND) {
		address_of(ck, x, e);
		return;
	}
	if (op == OP_RECV) {
		receive(ck, x);
		return;
	}
	if (op == OP_TILDE) {
		bool ints = all_integer(x->type);
		err_expr(ck, e, "cannot use ~ outside of interface or type constraint%s", ints ? " (use ^ for bitwise complement)" : "");
		if (ints) {
			diag_suggest("use ^ for the bitwise complement");
			diag_edit(e->pos, e->pos + 1, "^");
		}
		if (!ints)
			x->mode = MODE_INVALID;
		op = OP_XOR;
	}
	if (x->mode == MODE_INVALID)
		return;
	if (!unary_defined(op, x->type)) {
		err_op(ck, x, "invalid operation: operator %s not defined on %s", op_text[op], OS(x));
		x->mode = MODE_INVALID;
		return;
	}
	if (x->mode != MODE_CONST) {
		x->mode = MODE_VALUE;
		return;
	}
	if (const_kind(x->val) == C_UNKNOWN)
		return;
	x->val = const_unary(op, x->val, x->type);
	x->expr = e;
	overflow(ck, x, e->pos);
}

static void
dereference(Checker *ck, Operand *x, Expr *e)
{
	expr_or_type(ck, x, e->x, false);
	if (x->mode == MODE_INVALID)
		return;
	if (x->mode == MODE_TYPE) {
		valid_var_type(ck, e->x, x->type);
		x->type = type_pointer(x->type);
		return;
	}
	bool specific;
	TypeList l = type_terms(x->type, &specific);
	Type *base = NULL;
	for (int i = 0; i < l.n; i++) {
		Type *u = type_under(l.v[i]);
		if (u->kind != T_POINTER) {
			specific = false;
			break;
		}
		if (base && !type_identical(u->elem, base)) {
			err_op(ck, x, "invalid operation: pointers of %s must have identical base types", OS(x));
			x->mode = MODE_INVALID;
			return;
		}
		base = u->elem;
	}
	if (!specific || !base) {
		err_op(ck, x, "invalid operation: cannot indirect %s", OS(x));
		x->mode = MODE_INVALID;
		return;
	}
	x->mode = MODE_VAR;
	x->type = base;
}

/* ---- type assertions */

void
type_assertion(Checker *ck, Expr *e, Operand *x, Type *T, bool type_switch)
{
	const char *cause = "";
	if (assertable_to(ck, x->type, T, &cause))
		return;
	if (type_switch)
		err_expr(ck, e, "impossible type switch case: %s\n\t%s cannot have dynamic type %s %s", ES(e), OS(x), TS(T), cause);
	else
		err_expr(ck, e, "impossible type assertion: %s\n\t%s does not implement %s %s", ES(e), TS(T), TS(x->type), cause);
}

static void
assert_expr(Checker *ck, Operand *x, Expr *e)
{
	if (!e->y) {
		err_expr(ck, e, "invalid syntax tree: use of .(type) outside type switch");
		use_expr(ck, e->x);
		x->mode = MODE_INVALID;
		return;
	}
	expr(ck, NULL, x, e->x);
	if (x->mode == MODE_INVALID)
		return;
	bool tp = type_is_typeparam(x->type);
	if (tp || type_under(x->type)->kind != T_INTERFACE) {
		if (tp)
			err_op(ck, x, "invalid operation: cannot use type assertion on type parameter value %s", OS(x));
		else
			err_op(ck, x, "invalid operation: %s is not an interface", OS(x));
		if (!tp)
			suggest_no_assertion(ck, x, e);
		x->mode = MODE_INVALID;
		return;
	}
	Type *T = var_type(ck, e->y);
	if (!valid(T)) {
		x->mode = MODE_INVALID;
		return;
	}
	type_assertion(ck, e, x, T, false);
	x->mode = MODE_COMMAOK;
	x->type = T;
}

/* ---- binary chains */

/* a + b + c ... leans to the left; its spine is evaluated from the inside by iteration. */
static void
binary_spine(Checker *ck, Operand *x, Expr *e)
{
	Vec(Expr *) spine = {0};
	Expr *n = e;
	for (; n->kind == E_BINARY; n = n->x)
		vec_push(permanent, &spine, n);
	expr(ck, NULL, x, n);
	for (int i = spine.n - 1; i >= 0; i--) {
		Expr *b = spine.v[i];
		binary_rhs(ck, x, b, b->x, b->y, b->op);
		x->expr = b;
		if (i > 0) {
			pending_type(ck, x);
			record(ck, x);
		}
	}
}

/* ---- dispatch */

static ExprClass
paren_expr(Checker *ck, Operand *x, Expr *e)
{
	ExprClass c = raw_expr(ck, NULL, x, e->x, NULL, false);
	x->expr = e;
	return c;
}

static void
index_or_instance(Checker *ck, Target *T, Operand *x, Expr *e)
{
	if (index_expr(ck, x, e))
		func_inst(ck, T, e->pos, x, e, true);
}

static ExprClass
expr_internal(Checker *ck, Target *T, Operand *x, Expr *e, Type *hint)
{
	switch (e->kind) {
	case E_BAD:
		break;
	case E_NAME:
		ident(ck, x, e, false);
		break;
	case E_DOTS:
		err_expr(ck, e, "invalid use of ...");
		break;
	case E_LIT:
		basic_lit(ck, x, e);
		break;
	case E_FUNCLIT:
		func_lit(ck, x, e);
		break;
	case E_COMPLIT:
		comp_lit(ck, x, e, hint);
		break;
	case E_PAREN:
		return paren_expr(ck, x, e);
	case E_SELECTOR:
		selector(ck, x, e, false);
		break;
	case E_INDEX:
		index_or_instance(ck, T, x, e);
		break;
	case E_SLICE:
		slice_expr(ck, x, e);
		break;
	case E_ASSERT:
		assert_expr(ck, x, e);
		break;
	case E_CALL:
		return call_expr(ck, x, e);
	case E_UNARY:
		unary(ck, x, e);
		if (x->mode != MODE_INVALID && e->op == OP_RECV)
			return X_STATEMENT;
		break;
	case E_STAR:
		dereference(ck, x, e);
		break;
	case E_BINARY:
		binary_spine(ck, x, e);
		break;
	case E_KEYVALUE:
		err_expr(ck, e, "no key:value expected");
		break;
	default:
		x->mode = MODE_TYPE;
		x->type = type_expr(ck, e);
	}
	return x->mode == MODE_INVALID ? X_STATEMENT : X_EXPRESSION;
}
