/* operand.c - operands as text, single values, and what is written into the tree.
 *
 * record() runs once for each expression, right after it was checked. An untyped expression is recorded with its untyped
 * type; update_expr_type (convert.c) replaces that when the context decides, going down into the operands. */
#include "types/checker.h"

static const char *const mode_text[] = {
	[MODE_INVALID] = "invalid operand", [MODE_NOVALUE] = "no value", [MODE_BUILTIN] = "built-in", [MODE_TYPE] = "type",
	[MODE_CONST] = "constant", [MODE_VAR] = "variable", [MODE_MAPINDEX] = "map index expression", [MODE_VALUE] = "value",
	[MODE_NIL] = "nil", [MODE_COMMAOK] = "comma, ok expression", [MODE_PKGNAME] = "package",
};

bool operand_is_nil(Operand *x) { return x->mode == MODE_NIL; }

static const char *
nil_text(Checker *ck, Operand *x)
{
	if (!x->type || !valid(x->type))
		return "nil (with invalid type)";
	if (x->type->kind == T_UNTYPED_NIL)
		return "nil";
	return fmt_text("nil (of type %s)", TS(x->type));
}

/* " of int32 type MyInt", " of struct type T", " of type P constrained by any" */
static void
put_operand_type(Checker *ck, StrBuf *b, Type *t)
{
	if (!valid(t)) {
		sb_puts(b, " with invalid type");
		return;
	}
	bool generic = is_generic(t) || (t->kind == T_SIGNATURE && t->tparams.n > 0 && false);
	Type *u = unalias(t);
	sb_puts(b, " of ");
	if (generic)
		sb_puts(b, "generic ");
	if (u->kind != T_TYPEPARAM && (t->kind == T_ALIAS || t->kind == T_NAMED)) {
		const char *what = composite_kind(t);
		sb_printf(b, "%s ", *what ? what : TS(type_under(t)));
	}
	sb_printf(b, "type %s", TS(t));
	if (u->kind == T_TYPEPARAM && u->constraint) {
		sb_printf(b, " constrained by %s", TS(u->constraint));
		if (has_empty_typeset(u))
			sb_puts(b, " with empty type set");
	}
}

static const char *
untyped_name(Type *t)
{
	switch (t->kind) {
	case T_UNTYPED_BOOL: return "untyped bool";
	case T_UNTYPED_INT: return "untyped int";
	case T_UNTYPED_RUNE: return "untyped rune";
	case T_UNTYPED_FLOAT: return "untyped float";
	case T_UNTYPED_COMPLEX: return "untyped complex";
	case T_UNTYPED_STRING: return "untyped string";
	}
	return "untyped nil";
}

const char *
operand_string(Checker *ck, Operand *x)
{
	if (x->mode == MODE_NIL)
		return nil_text(ck, x);
	StrBuf b = {0};
	const char *e = x->expr ? ES(x->expr) : x->mode == MODE_TYPE ? TS(x->type) : x->mode == MODE_CONST ? const_text(x->val) : "";
	if (*e)
		sb_printf(&b, "%s (", e);
	bool typeless = x->mode == MODE_INVALID || x->mode == MODE_NOVALUE || x->mode == MODE_BUILTIN || x->mode == MODE_TYPE;
	bool untyped = !typeless && x->type && type_is_untyped(x->type);
	if (untyped)
		sb_printf(&b, "%s ", untyped_name(x->type));
	sb_puts(&b, mode_text[x->mode]);
	if (x->mode == MODE_CONST && strcmp(const_text(x->val), e) != 0)
		sb_printf(&b, " %s", const_text(x->val));
	if (!typeless && !untyped && x->type)
		put_operand_type(ck, &b, x->type);
	if (*e)
		sb_putc(&b, ')');
	const char *s = fmt_text("%s", b.s);
	sb_free(&b);
	return s;
}

/* ---- recording */

void
record_type(Checker *ck, Expr *e, OperandMode m, Type *t, Const *v)
{
	(void)ck;
	if (m == MODE_INVALID && e->mode != MODE_INVALID)
		return;
	e->mode = m;
	e->type = t;
	e->val = m == MODE_CONST ? v : NULL;
}

void
record(Checker *ck, Operand *x)
{
	Expr *e = x->expr;
	record_type(ck, e, x->mode, x->mode == MODE_INVALID ? INVALID : x->mode == MODE_NOVALUE ? NULL : x->type, x->val);
	if (x->mode == MODE_BUILTIN)
		e->builtin = x->builtin;
}

void
record_commaok(Checker *ck, Expr *e, Operand *a)
{
	(void)ck;
	if (a[0].mode == MODE_INVALID)
		return;
	for (e->commaok = true; e->kind == E_PAREN; e->commaok = true)
		e = e->x;
}

/* ---- what kind of operand is acceptable */

void
exclude(Checker *ck, Operand *x, unsigned modes)
{
	if (!(modes & 1u << x->mode) || x->mode == MODE_INVALID)
		return;
	switch (x->mode) {
	case MODE_NOVALUE:
		err_op(ck, x, modes & 1u << MODE_TYPE ? "%s used as value" : "%s used as value or type", OS(x));
		break;
	case MODE_BUILTIN:
		err_op(ck, x, "%s must be called", OS(x));
		break;
	default:
		err_op(ck, x, "%s is not an expression", OS(x));
	}
	x->mode = MODE_INVALID;
}

void
single_value(Checker *ck, Operand *x)
{
	if (x->mode != MODE_VALUE || x->type->kind != T_TUPLE)
		return;
	err_op(ck, x, "multiple-value %s in single-value context", OS(x));
	x->mode = MODE_INVALID;
}

#define VALUES_ONLY (1u << MODE_NOVALUE | 1u << MODE_BUILTIN | 1u << MODE_TYPE)

void
expr(Checker *ck, Target *T, Operand *x, Expr *e)
{
	raw_expr(ck, T, x, e, NULL, false);
	exclude(ck, x, VALUES_ONLY);
	single_value(ck, x);
}

void
expr_hint(Checker *ck, Operand *x, Expr *e, Type *hint)
{
	raw_expr(ck, NULL, x, e, hint, false);
	exclude(ck, x, VALUES_ONLY);
	single_value(ck, x);
}

void
expr_or_type(Checker *ck, Operand *x, Expr *e, bool allow_generic)
{
	raw_expr(ck, NULL, x, e, NULL, allow_generic);
	exclude(ck, x, 1u << MODE_NOVALUE);
	single_value(ck, x);
}

bool
multi_expr(Checker *ck, Expr *e, bool allow_commaok, OperandList *out)
{
	Operand x;
	raw_expr(ck, NULL, &x, e, NULL, false);
	exclude(ck, &x, VALUES_ONLY);
	if (x.mode != MODE_INVALID && x.type->kind == T_TUPLE) {
		for (int i = 0; i < x.type->vars.n; i++) {
			Operand v = { .mode = MODE_VALUE, .expr = e, .type = x.type->vars.v[i]->type };
			vec_push(permanent, out, v);
		}
		return false;
	}
	vec_push(permanent, out, x);
	if (!allow_commaok || (x.mode != MODE_MAPINDEX && x.mode != MODE_COMMAOK))
		return false;
	Operand ok = { .mode = MODE_VALUE, .expr = e, .type = basic_type[T_UNTYPED_BOOL] };
	vec_push(permanent, out, ok);
	return true;
}

/* ---- evaluation for its side effects on "used" after an error */

static bool
use1(Checker *ck, Expr *e, bool lhs)
{
	Operand x = { .mode = MODE_VALUE };
	if (!e)
		return true;
	Expr *n = unparen(e);
	if (n->kind == E_KEYVALUE)
		return use1(ck, n->y, lhs);
	if (n->kind != E_NAME) {
		raw_expr(ck, NULL, &x, e, NULL, true);
		return x.mode != MODE_INVALID;
	}
	if (strcmp(n->name->s, "_") == 0)
		return true;
	Object *v = lhs ? env_lookup(ck, n->name, NULL) : NULL;
	if (v && (v->kind != O_VAR || v->pkg != ck->pkg))
		v = NULL;
	bool used = v && v->used;
	expr_or_type(ck, &x, n, true);
	if (v)
		v->used = used;
	return x.mode != MODE_INVALID;
}

bool use_expr(Checker *ck, Expr *e) { return use1(ck, e, false); }
bool use_lhs(Checker *ck, Expr *e) { return use1(ck, e, true); }

bool
use_exprs(Checker *ck, Expr **v, int n)
{
	bool ok = true;
	for (int i = 0; i < n; i++)
		ok = use1(ck, v[i], false) && ok;
	return ok;
}
