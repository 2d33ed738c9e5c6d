/* walk.c - where nodes begin and end. Left spines (a+a+..., f()()...) can be a million nodes long: they are followed by a
 * loop; only what brackets enclose is recursive, and brackets nest at most MAX_NESTING deep. */
#include "syntax/syntax.h"

size_t
expr_size(ExprKind kind)
{
	switch (kind) {
	case E_LIT:
		return offsetof(Expr, sel);
	case E_NAME: case E_BAD:
		return offsetof(Expr, x);
	case E_COMPLIT: case E_INDEX: case E_CALL:
		return offsetof(Expr, index);
	case E_SLICE: case E_STRUCTTYPE: case E_INTERFACETYPE: case E_FUNCTYPE: case E_FUNCLIT:
		return sizeof(Expr);
	default:
		return offsetof(Expr, list);
	}
}

Expr *
expr_copy(Expr *e)
{
	Expr *c = NEW(permanent, Expr);

	memcpy(c, e, expr_size(e->kind));
	return c;
}

Pos
selector_pos(Expr *e)
{
	return e->end - e->name->len;
}

Expr *
unparen(Expr *e)
{
	while (e && e->kind == E_PAREN)
		e = e->x;
	return e;
}

/* gc takes a slice expression to start at its bracket. */
Pos
expr_start(Expr *e)
{
	for (;;) {
		switch (e->kind) {
		case E_COMPLIT:
			if (!e->x)
				return e->pos;
			break;
		case E_KEYVALUE: case E_SELECTOR: case E_INDEX: case E_ASSERT: case E_BINARY: case E_CALL:
			break;
		default:
			return e->pos;
		}
		e = e->x;
	}
}

static Pos
functype_end(Expr *e)
{
	if (e->results.n > 0)
		return expr_end(vec_last(&e->results)->type);
	if (e->params.n > 0)
		return expr_end(vec_last(&e->params)->type) + 1;
	return e->pos + 2;
}

Pos
expr_end(Expr *e)
{
	for (;;) {
		switch (e->kind) {
		case E_COMPLIT:
			return e->end + 1;
		case E_KEYVALUE: case E_BINARY: case E_ARRAYTYPE: case E_SLICETYPE: case E_MAPTYPE: case E_CHANTYPE:
			e = e->y;
			break;
		case E_UNARY: case E_STAR: case E_DOTS:
			e = e->x;
			break;
		case E_FUNCTYPE:
			return functype_end(e);
		default:
			return e->end ? e->end : e->pos;
		}
	}
}

static Pos
list_end(ExprList l, Pos otherwise)
{
	return l.n ? expr_end(vec_last(&l)) : otherwise;
}

static Pos
decl_end(Decl *d)
{
	if (d->values.n)
		return expr_end(vec_last(&d->values));
	if (d->type)
		return expr_end(d->type);
	return list_end(d->names, d->pos);
}

Pos
stmt_end(Stmt *s)
{
	for (;;) {
		switch (s->kind) {
		case S_EXPR: case S_GO: case S_DEFER:
			return expr_end(s->x);
		case S_SEND:
			return expr_end(s->y);
		case S_INCDEC:
			return s->pos + 2;
		case S_ASSIGN: case S_DEFINE:
			return list_end(s->rhs, s->pos);
		case S_RETURN:
			return list_end(s->rhs, s->pos + 6);
		case S_BREAK: case S_CONTINUE: case S_GOTO: case S_FALLTHROUGH:
			return s->label ? s->label->end : s->pos;
		case S_BLOCK: case S_SWITCH: case S_TYPESWITCH: case S_SELECT:
			return s->end + 1;
		case S_IF:
			s = s->els ? s->els : s->body;
			break;
		case S_FOR: case S_RANGE: case S_LABELED:
			s = s->body;
			break;
		case S_DECL:
			return s->decls.n ? decl_end(vec_last(&s->decls)) : s->pos;
		default:
			return s->pos;
		}
	}
}
