/* print.c - expressions as error messages quote them: gc's normal form, with the bodies of functions and literals as {…}.
 * Left spines are unwound into a list first and printed from their leaf, so a sum of a million terms needs no stack. */
#include "syntax/syntax.h"
#include <stdlib.h>

#define RING 32

static void
expr_list(StrBuf *b, ExprList l)
{
	for (int i = 0; i < l.n; i++) {
		if (i)
			sb_puts(b, ", ");
		sb_expr(b, l.v[i]);
	}
}

static void
params(StrBuf *b, FieldList l)
{
	sb_putc(b, '(');
	for (int i = 0; i < l.n; i++) {
		Field *f = l.v[i];
		if (i)
			sb_puts(b, ", ");
		if (f->name) {
			sb_expr(b, f->name);
			if (i + 1 < l.n && l.v[i + 1]->name && l.v[i + 1]->type == f->type)
				continue;
			sb_putc(b, ' ');
		}
		sb_expr(b, f->type);
	}
	sb_putc(b, ')');
}

static void
signature(StrBuf *b, Expr *e)
{
	params(b, e->params);
	if (e->results.n == 0)
		return;
	sb_putc(b, ' ');
	if (e->results.n == 1 && !e->results.v[0]->name)
		sb_expr(b, e->results.v[0]->type);
	else
		params(b, e->results);
}

static void
quote_tag(StrBuf *b, Str *tag)
{
	sb_puts(b, " \"");
	for (uint32_t i = 0; i < tag->len; i++) {
		if (tag->s[i] == '"' || tag->s[i] == '\\')
			sb_putc(b, '\\');
		sb_putc(b, tag->s[i]);
	}
	sb_putc(b, '"');
}

static void
struct_fields(StrBuf *b, FieldList l)
{
	for (int i = 0; i < l.n; i++) {
		Field *f = l.v[i];
		if (i && f->name && l.v[i - 1]->name && l.v[i - 1]->type == f->type)
			sb_puts(b, ", ");
		else if (i)
			sb_puts(b, "; ");
		if (f->name) {
			sb_expr(b, f->name);
			if (i + 1 < l.n && l.v[i + 1]->name && l.v[i + 1]->type == f->type)
				continue;
			sb_putc(b, ' ');
		}
		sb_expr(b, f->type);
		if (f->tag)
			quote_tag(b, f->tag);
	}
}

static void
interface_elems(StrBuf *b, FieldList l)
{
	for (int i = 0; i < l.n; i++) {
		Field *f = l.v[i];
		if (i)
			sb_puts(b, "; ");
		if (f->name) {
			sb_expr(b, f->name);
			signature(b, f->type);
		} else {
			sb_expr(b, f->type);
		}
	}
}

static void
chan_type(StrBuf *b, Expr *e)
{
	bool parens = e->dir == CHAN_BOTH && e->y->kind == E_CHANTYPE && e->y->dir == CHAN_RECV;

	sb_puts(b, e->dir == CHAN_RECV ? "<-chan " : e->dir == CHAN_SEND ? "chan<- " : "chan ");
	if (parens)
		sb_putc(b, '(');
	sb_expr(b, e->y);
	if (parens)
		sb_putc(b, ')');
}

/* an expression without a left spine */
static void
leaf(StrBuf *b, Expr *e)
{
	switch (e->kind) {
	case E_BAD:
		sb_puts(b, "<bad expr>");
		break;
	case E_NAME:
		sb_write(b, e->name->s, e->name->len);
		break;
	case E_LIT:
		sb_write(b, e->lit->s, e->lit->len);
		break;
	case E_FUNCLIT:
		sb_expr(b, e->func_type);
		sb_puts(b, e->body->list.n ? " {…}" : " {}");
		break;
	case E_PAREN:
		sb_putc(b, '(');
		sb_expr(b, e->x);
		sb_putc(b, ')');
		break;
	case E_UNARY:
		sb_puts(b, op_text[e->op]);
		sb_expr(b, e->x);
		break;
	case E_STAR:
		sb_putc(b, '*');
		sb_expr(b, e->x);
		break;
	case E_ARRAYTYPE:
		sb_putc(b, '[');
		if (e->x)
			sb_expr(b, e->x);
		else
			sb_puts(b, "...");
		sb_putc(b, ']');
		sb_expr(b, e->y);
		break;
	case E_SLICETYPE:
		sb_puts(b, "[]");
		sb_expr(b, e->y);
		break;
	case E_STRUCTTYPE:
		sb_puts(b, "struct{");
		struct_fields(b, e->fields);
		sb_putc(b, '}');
		break;
	case E_FUNCTYPE:
		sb_puts(b, "func");
		signature(b, e);
		break;
	case E_INTERFACETYPE:
		sb_puts(b, "interface{");
		interface_elems(b, e->fields);
		sb_putc(b, '}');
		break;
	case E_MAPTYPE:
		sb_puts(b, "map[");
		sb_expr(b, e->x);
		sb_putc(b, ']');
		sb_expr(b, e->y);
		break;
	case E_CHANTYPE:
		chan_type(b, e);
		break;
	case E_DOTS:
		sb_puts(b, "...");
		sb_expr(b, e->x);
		break;
	case E_COMPLIT:                      /* elided type */
		sb_puts(b, e->list.n ? "{…}" : "{}");
		break;
	}
}

static void
slice_bounds(StrBuf *b, Expr *e)
{
	sb_putc(b, '[');
	if (e->index[0])
		sb_expr(b, e->index[0]);
	sb_putc(b, ':');
	if (e->index[1])
		sb_expr(b, e->index[1]);
	if (e->index[2]) {
		sb_putc(b, ':');
		sb_expr(b, e->index[2]);
	}
	sb_putc(b, ']');
}

/* what stands behind e->x */
static void
suffix(StrBuf *b, Expr *e)
{
	switch (e->kind) {
	case E_COMPLIT:
		sb_puts(b, e->list.n ? "{…}" : "{}");
		break;
	case E_KEYVALUE:
		sb_puts(b, ": ");
		sb_expr(b, e->y);
		break;
	case E_SELECTOR:
		sb_putc(b, '.');
		sb_write(b, e->name->s, e->name->len);
		break;
	case E_INDEX:
		sb_putc(b, '[');
		expr_list(b, e->list);
		sb_putc(b, ']');
		break;
	case E_SLICE:
		slice_bounds(b, e);
		break;
	case E_ASSERT:
		sb_puts(b, ".(");
		if (e->y)
			sb_expr(b, e->y);
		else
			sb_puts(b, "type");
		sb_putc(b, ')');
		break;
	case E_BINARY:
		sb_printf(b, " %s ", op_text[e->op]);
		sb_expr(b, e->y);
		break;
	case E_CALL:
		sb_putc(b, '(');
		expr_list(b, e->list);
		sb_puts(b, e->dots ? "...)" : ")");
		break;
	}
}

static bool
has_left(Expr *e)
{
	switch (e->kind) {
	case E_COMPLIT:
		return e->x != NULL;
	case E_KEYVALUE: case E_SELECTOR: case E_INDEX: case E_SLICE: case E_ASSERT: case E_BINARY: case E_CALL:
		return true;
	}
	return false;
}

void
sb_expr(StrBuf *b, Expr *e)
{
	Expr *few[16], **spine = few;
	int n = 0, i = 0;

	for (Expr *x = e; has_left(x); x = x->x)
		n++;
	if (n > (int)NELEM(few))
		spine = malloc((size_t)n * sizeof *spine);
	if (!spine)
		fatal("out of memory");
	for (; has_left(e); e = e->x)
		spine[i++] = e;
	leaf(b, e);
	while (i > 0)
		suffix(b, spine[--i]);
	if (spine != few)
		free(spine);
}

const char *
expr_string(Expr *e)
{
	static StrBuf ring[RING];
	static unsigned next;
	StrBuf *b = &ring[next++ % RING];

	sb_reset(b);
	sb_expr(b, e);
	return b->s ? b->s : "";
}
