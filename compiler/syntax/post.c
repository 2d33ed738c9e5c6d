/* post.c - what one token of lookahead cannot decide, decided when the whole construct has been read.
 *
 *  - Parameter lists: `a, b int` and `int, string` look alike until a type follows a name.
 *  - `name [ list ] T`: an array, or an instantiated type.
 *  - `type T[P *C] ...`: a type parameter list, or an array of length P*C. As in gc: an expression that cannot be a value
 *    or a comma make it a list.
 *  - Control clause headers: the condition must be an expression, and x.(type) makes it a type switch. */
#include "syntax/parse.h"

/* ---- parameters ---- */

static int
count_named(FieldList l)
{
	int n = 0;

	for (int i = 0; i < l.n; i++)
		n += l.v[i]->name != NULL;
	return n;
}

/* Fields that are only an expression are names here if they are E_NAMEs; returns false if one is not. */
static bool
is_lone_name(Field *f)
{
	return !f->name && f->type->kind == E_NAME;
}

/* Some have names, so all must: gives lone names the next type to the right. */
static void
share_types(Parser *p, FieldList l, Pos close, bool tparams)
{
	const char *what = tparams ? "type parameter name" : "parameter name";
	Expr *type = NULL;
	Pos noname = NOPOS, notype = NOPOS;

	for (int i = l.n - 1; i >= 0; i--) {
		Field *f = l.v[i];
		if (f->name) {
			type = f->type;
		} else if (is_lone_name(f)) {
			f->name = f->type;
			f->type = type;
			if (!type) {
				notype = f->name->pos;
				f->type = mk_bad(notype);
			}
		} else {
			type = f->type;
			noname = expr_start(type);
			f->name = mk_name(noname, str_lit("_"));
		}
	}
	if (noname)
		parse_error(p, noname, "missing %s%s", what, tparams && l.n == 1 ? " or invalid array length" : "");
	else if (notype)
		parse_error(p, close, tparams ? "missing type constraint" : "missing parameter type");
}

static void
check_dots(Parser *p, FieldList l, bool ok)
{
	bool reported = false;

	for (int i = 0; i < l.n; i++) {
		Expr *t = l.v[i]->type;
		if (t->kind != E_DOTS || (ok && i == l.n - 1))
			continue;
		if (!reported)
			scan_error(p, t->pos, ok ? "can only use ... with final parameter" : "invalid use of ...");
		reported = true;
		l.v[i]->type = t->x;
	}
}

Span
params_done(Parser *p, Span s, Pos close, bool dots_ok)
{
	FieldList l = list_view(p, s);

	if (count_named(l) > 0)
		share_types(p, l, close, false);
	check_dots(p, l, dots_ok);
	return s;
}

/* `name [ list ]` with or without an element type behind it */
Field *
param_bracket(Expr *name, Pos lbrack, Pos rbrack, ExprList list, bool comma, Expr *elem)
{
	if (elem && list.n == 1 && !comma)
		return mk_field(name->pos, name, mk_array(lbrack, list.v[0], elem));
	return mk_field(name->pos, NULL, mk_index(lbrack, rbrack, name, list));
}

Field *
receiver(Parser *p, Span s)
{
	FieldList l = list_view(p, s);

	rule_receiver(p, l);
	return l.n ? l.v[0] : NULL;
}

/* ---- type parameters ---- */

/* Is it certainly a type element, not a value? */
static bool
is_type_elem(Expr *e)
{
	switch (e->kind) {
	case E_ARRAYTYPE: case E_SLICETYPE: case E_STRUCTTYPE: case E_FUNCTYPE: case E_INTERFACETYPE: case E_MAPTYPE:
	case E_CHANTYPE:
		return true;
	case E_BINARY:
		return is_type_elem(e->x) || is_type_elem(e->y);
	case E_UNARY:
		return e->op == OP_TILDE || is_type_elem(e->x);
	case E_PAREN: case E_STAR:
		return is_type_elem(e->x);
	}
	return false;
}

/* Splits `P *C`, `P (C)`, `P *C|D` into the name (returned) and its constraint; NULL if it is no such thing. */
static Expr *
split_name(Expr *e, bool force, Expr **constraint)
{
	Expr *name;

	switch (e->kind) {
	case E_BINARY:
		if (e->op == OP_MUL && e->x->kind == E_NAME && (force || is_type_elem(e->y))) {
			*constraint = mk_star(e->pos, e->y);
			return e->x;
		}
		if (e->op == OP_OR && (name = split_name(e->x, force || is_type_elem(e->y), constraint))) {
			*constraint = mk_binary(e->pos, OP_OR, *constraint, e->y);
			return name;
		}
		return NULL;
	case E_CALL:
		if (e->x->kind != E_NAME || e->list.n != 1 || e->dots || !(force || is_type_elem(e->list.v[0])))
			return NULL;
		*constraint = unparen(e->list.v[0]);
		return e->x;
	}
	return NULL;
}

ParamList *
mk_params(Span list, bool comma, Pos close)
{
	ParamList *l = NEW(tree, ParamList);

	*l = (ParamList){ list, comma, close };
	return l;
}

Span
tparams_done(Parser *p, ParamList *pl)
{
	FieldList l = list_view(p, pl->list);

	for (int i = 0; i < l.n; i++) {
		Field *f = l.v[i];
		if (!f->name && f->type->kind != E_NAME)
			f->name = split_name(f->type, true, &f->type);
	}
	if (count_named(l) < l.n)
		share_types(p, l, pl->close, true);
	return pl->list;
}

/* `type name [ list ] type`: is the bracket an array length? */
static bool
is_array_length(Parser *p, ParamList *l)
{
	Field *f = list_view(p, l->list).v[0];
	Expr *c;

	return l->list.n == 1 && !l->comma && !f->name && !split_name(f->type, false, &c);
}

Decl *
type_bracket_decl(Parser *p, Expr *name, Pos lbrack, ParamList *l, bool alias, Expr *type)
{
	if (!alias && is_array_length(p, l))
		return mk_typedecl(p, name, false, mk_array(lbrack, list_view(p, l->list).v[0]->type, type));
	Decl *d = mk_typedecl(p, name, alias, type);
	d->tparams = list_fields(p, tparams_done(p, l));
	return d;
}

/* name [ list ] in an interface, which is no method */
Expr *
bracket_instance(Parser *p, Expr *name, Pos lbrack, ParamList *pl)
{
	FieldList l = list_view(p, pl->list);
	ExprList args = { 0 };

	for (int i = 0; i < l.n; i++) {
		Field *f = l.v[i];
		if (f->name)
			parse_error(p, f->pos, "unexpected name %s in type argument list", f->name->name->s);
		vec_push(tree, &args, f->type);
	}
	return mk_index(lbrack, pl->close, name, args);
}

/* ---- struct fields ---- */

static void
set_tag(Field *f, Expr *tag)
{
	StrBuf b = { 0 };

	if (!tag)
		return;
	f->tagpos = tag->pos;
	if (tag->litkind == LIT_STRING && !tag->bad_lit)
		lit_string(tag->lit, &b);
	f->tag = str_intern(b.s ? b.s : "", b.n);
	sb_free(&b);
}

Span
embedded_field(Parser *p, Expr *type, Expr *tag)
{
	Field *f = mk_field(expr_start(type), NULL, type);

	f->embedded = true;
	set_tag(f, tag);
	return list_of(p, f);
}

/* A field for each name, in its place. */
Span
named_fields(Parser *p, Span names, Expr *type, Expr *tag)
{
	void **v = p->lists.v + names.base;

	for (uint32_t i = 0; i < names.n; i++) {
		Expr *name = v[i];
		Field *f = mk_field(name->pos, name, type);
		set_tag(f, tag);
		v[i] = f;
	}
	return names;
}

/* ---- control clauses ---- */

static const char *
emphasized(Expr *x)
{
	Str *s = str_lit(expr_string(x));

	return x->kind == E_BINARY ? str_fmt("(%s)", s->s)->s : s->s;
}

static const char *
list_string(ExprList l)
{
	StrBuf b = { 0 };

	if (l.n == 1)
		return emphasized(l.v[0]);
	for (int i = 0; i < l.n; i++) {
		if (i)
			sb_puts(&b, ", ");
		sb_expr(&b, l.v[i]);
	}
	Str *s = sb_intern(&b);
	sb_free(&b);
	return s->s;
}

/* A statement that stands where a value must. */
static void
not_a_value(Parser *p, Stmt *s)
{
	switch (s->kind) {
	case S_ASSIGN:
		if (s->op == OP_NONE)
			parse_error(p, s->pos, "cannot use assignment %s = %s as value", list_string(s->lhs), list_string(s->rhs));
		else
			parse_error(p, s->pos, "cannot use %s %s= %s as value", expr_string(s->lhs.v[0]), op_text[s->op],
				expr_string(s->rhs.v[0]));
		break;
	case S_DEFINE:
		parse_error(p, s->pos, "cannot use %s := %s as value", list_string(s->lhs), list_string(s->rhs));
		break;
	case S_INCDEC:
		parse_error(p, s->pos, "cannot use %s%s%s as value", expr_string(s->x), op_text[s->op], op_text[s->op]);
		break;
	case S_SEND:
		parse_error(p, s->pos, "cannot use %s <- %s as value", expr_string(s->x), expr_string(s->y));
		break;
	}
}

static Expr *
condition(Parser *p, Stmt *s)
{
	if (!s)
		return NULL;
	if (s->kind == S_EXPR)
		return s->x;
	not_a_value(p, s);
	cure_condition(s);
	return mk_bad(s->pos);
}

/* Says what is wrong with the condition of an if statement, before its block is read. */
void
if_checked(Parser *p, Header *h)
{
	if (h->cond) {
		Expr *x = p->token == LBODY || h->semi || h->cond->kind == S_EXPR ? condition(p, h->cond) : mk_bad(p->tokpos);
		if (h->cond->kind != S_EXPR)
			h->cond = mk_exprstmt(x);
		return;
	}
	if (p->token == LBODY && h->semi && strcmp(h->semilit, "semicolon") != 0) {
		parse_error(p, h->semi, "unexpected %s, expected { after if clause", h->semilit);
		cure_brace(p, h->semi);
	} else if (p->token == LBODY)
		parse_error(p, h->semi ? h->semi : p->tokpos, "missing condition in if statement");
	h->cond = mk_exprstmt(mk_bad(p->tokpos));
}

Stmt *
mk_if(Pos pos, Header h, Stmt *body, Stmt *els)
{
	Stmt *s = mk_stmt(S_IF, pos);

	s->init = h.init;
	s->x = h.cond->x;
	s->body = body;
	s->els = els;
	return s;
}

Stmt *
mk_for(Parser *p, Pos pos, Header h, Stmt *body)
{
	if (h.cond && h.cond->kind == S_RANGE) {
		rule_range(p, h.cond->lhs);
		h.cond->body = body;
		h.cond->pos = pos;
		return h.cond;
	}
	Stmt *s = mk_stmt(S_FOR, pos);
	s->init = h.init;
	s->x = condition(p, h.cond);
	s->post = h.post;
	s->body = body;
	rule_post(p, h.post);
	return s;
}

/* x.(type) or v := x.(type)? Sets the switch up if so. */
static bool
type_switch(Parser *p, Stmt *s, Stmt *cond)
{
	if (cond->kind == S_EXPR && is_guard(cond->x)) {
		s->x = cond->x->x;
	} else if (cond->kind == S_DEFINE && cond->rhs.n == 1 && cond->lhs.n == 1 && is_guard(cond->rhs.v[0])
			&& rule_bind(p, cond->lhs.v[0])) {
		s->bind = cond->lhs.v[0]->kind == E_NAME ? cond->lhs.v[0] : NULL;
		s->x = cond->rhs.v[0]->x;
	} else {
		return false;
	}
	s->kind = S_TYPESWITCH;
	return true;
}

Stmt *
mk_switch(Parser *p, Pos pos, Header h, ClauseList clauses, Pos close)
{
	Stmt *s = mk_stmt(S_SWITCH, pos);

	s->init = h.init;
	if (h.cond && !type_switch(p, s, h.cond))
		s->x = condition(p, h.cond);
	s->clauses = clauses;
	s->end = close;
	return s;
}

Stmt *
mk_select(Pos pos, ClauseList clauses, Pos close)
{
	Stmt *s = mk_stmt(S_SELECT, pos);

	s->clauses = clauses;
	s->end = close;
	return s;
}

/* ---- order and brackets ---- */

void
import_placed(Parser *p, Pos pos)
{
	if (p->file->decls.n && vec_last(&p->file->decls)->kind != D_IMPORT)
		parse_error(p, pos, "imports must appear before other declarations");
}

/* the word case or default, at pos */
void
clause_begins(Parser *p, Pos pos)
{
	if (p->prev != SEMI && p->prev != COLON && p->prev != LBODY)
		parse_error(p, pos, "unexpected %s at end of statement", token_text(p->token));
}

/* (T) before a `{` */
void
paren_composite(Parser *p, Pos brace, Expr *paren)
{
	switch (unparen(paren)->kind) {
	case E_NAME: case E_SELECTOR: case E_INDEX: case E_ARRAYTYPE: case E_SLICETYPE: case E_STRUCTTYPE: case E_MAPTYPE:
		parse_error(p, brace, "cannot parenthesize type in composite literal");
		break;
	default:
		parse_error(p, brace, "unexpected { at end of statement");
	}
}
