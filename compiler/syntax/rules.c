/* rules.c - where gc's parser and gofmt's part.
 *
 * Both read the same grammar. Beyond it each refuses some things while parsing that the other leaves to a later stage, or does
 * not mind at all. The compiler goes with gc: its parser's errors end a compilation before types are checked. `tool parse`
 * tells what gofmt would take. All the differences are here (but directives, which gofmt takes for comments: directive.c):
 *
 *   gc alone      a method with no or several receivers, := in a post statement, := of something else than a name in a type switch
 *   gofmt alone   go and defer of what is no call, range over more than two variables, communication clauses that neither send
 *                 nor receive, type arguments that are no types by their look */
#include "syntax/parse.h"

bool
is_guard(Expr *x)
{
	return x->kind == E_ASSERT && !x->y;
}

/* ---- gc ---- */

void
rule_receiver(Parser *p, FieldList l)
{
	if (!p->like_gofmt && l.n != 1)
		scan_error(p, next_pos(p), "method has %s", l.n ? "multiple receivers" : "no receiver");
}

void
rule_post(Parser *p, Stmt *post)
{
	if (!p->like_gofmt && post && post->kind == S_DEFINE)
		parse_error(p, post->pos, "cannot declare in post statement of for loop");
}

/* May lhs := x.(type) be? */
bool
rule_bind(Parser *p, Expr *lhs)
{
	return p->like_gofmt || lhs->kind == E_NAME;
}

/* ---- gofmt ---- */

void
rule_call(Parser *p, const char *word, Expr *x)
{
	if (p->like_gofmt && x->kind != E_CALL && x->kind != E_BAD)
		parse_error(p, expr_end(x), "expression in %s must be function call", word);
}

void
rule_range(Parser *p, ExprList lhs)
{
	if (p->like_gofmt && lhs.n > 2)
		parse_error(p, expr_start(vec_last(&lhs)), "expected at most 2 expressions");
}

void
rule_comm(Parser *p, Stmt *s)
{
	if (!p->like_gofmt || s->kind == S_EXPR || s->kind == S_SEND)
		return;
	if (s->kind == S_INCDEC || s->op != OP_NONE)
		parse_error(p, s->pos, "unexpected %s, expected :", op_text[s->op]);
	else if (s->lhs.n > 2)
		parse_error(p, expr_start(s->lhs.v[0]), "expected 1 or 2 expressions");
	else if (s->rhs.n > 1)
		parse_error(p, expr_start(s->rhs.v[1]), "unexpected comma, expected :");
}

static bool
looks_like_type(Expr *e)
{
	switch (e->kind) {
	case E_LIT: case E_CALL: case E_UNARY: case E_BINARY: case E_SLICE: case E_ASSERT: case E_COMPLIT: case E_FUNCLIT:
		return false;
	case E_STAR: case E_PAREN:
		return looks_like_type(e->x);
	}
	return true;
}

void
rule_type_args(Parser *p, ExprList args)
{
	for (int i = 0; p->like_gofmt && i < args.n; i++)
		if (!looks_like_type(args.v[i])) {
			parse_error(p, expr_start(args.v[i]), "unexpected %s, expected type", expr_string(args.v[i]));
			return;
		}
}
