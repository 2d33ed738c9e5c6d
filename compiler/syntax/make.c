/* make.c - the constructors that parse.y's actions call: one node each, in the arena `tree`. */
#include "syntax/parse.h"

static Expr *
mk_expr(ExprKind kind, Pos pos)
{
	Expr *e = arena_alloc(tree, expr_size(kind));

	e->kind = (uint8_t)kind;
	e->pos = pos;
	return e;
}

ExprList
list1(Expr *x)
{
	ExprList l = { 0 };

	l.v = NEW(tree, Expr *);
	l.v[0] = x;
	l.n = l.cap = 1;
	return l;
}

Expr *
mk_name(Pos pos, Str *name)
{
	Expr *e = mk_expr(E_NAME, pos);

	e->name = name;
	e->end = pos + name->len;
	return e;
}

Expr *
mk_lit(Pos pos, Pos end, Str *lit, LitKind kind, bool bad)
{
	Expr *e = mk_expr(E_LIT, pos);

	e->lit = lit;
	e->litkind = (uint8_t)kind;
	e->bad_lit = bad;
	e->end = end;
	return e;
}

Expr *
mk_bad(Pos pos)
{
	return mk_expr(E_BAD, pos);
}

/* `<-` before a channel type belongs to the type: <-(chan T) is (<-chan T), <-(chan<- T) is (<-chan (<-T)), and so on
 * down until a channel without direction takes it. */
static Expr *
reassociate_arrow(Parser *p, Expr *x)
{
	ChanDir dir = CHAN_SEND;
	Expr *t = x;

	for (; dir == CHAN_SEND && t->kind == E_CHANTYPE; t = t->y) {
		dir = t->dir;
		if (dir == CHAN_RECV)
			parse_error(p, p->tokpos, "unexpected <-, expected chan");
		t->dir = CHAN_RECV;
	}
	if (dir == CHAN_SEND)
		parse_error(p, p->tokpos, "unexpected %s, expected chan", expr_string(t));
	return x;
}

Expr *
mk_unary(Parser *p, Pos pos, Op op, Expr *x)
{
	if (op == OP_RECV && x->kind == E_CHANTYPE)
		return reassociate_arrow(p, x);
	Expr *e = mk_expr(E_UNARY, pos);
	e->op = (uint8_t)op;
	e->x = x;
	e->end = x->end;
	return e;
}

Expr *
mk_binary(Pos pos, Op op, Expr *x, Expr *y)
{
	Expr *e = mk_expr(E_BINARY, pos);

	e->op = (uint8_t)op;
	e->x = x;
	e->y = y;
	e->end = y->end;
	return e;
}

Expr *
mk_paren(Pos pos, Pos close, Expr *x)
{
	Expr *e = mk_expr(E_PAREN, pos);

	e->x = x;
	e->end = close + 1;
	return e;
}

Expr *
mk_star(Pos pos, Expr *x)
{
	Expr *e = mk_expr(E_STAR, pos);

	e->x = x;
	e->end = x->end;
	return e;
}

Expr *
mk_selector(Pos dot, Expr *x, Pos selpos, Str *name)
{
	Expr *e = mk_expr(E_SELECTOR, dot);

	e->x = x;
	e->name = name;
	e->end = selpos + name->len;
	return e;
}

Expr *
mk_index(Pos pos, Pos close, Expr *x, ExprList list)
{
	Expr *e = mk_expr(E_INDEX, pos);

	e->x = x;
	e->list = list;
	e->end = close + 1;
	return e;
}

Expr *
mk_slice(Parser *p, Pos pos, Pos close, Expr *x, Expr *lo, Expr *hi, Expr *max, bool full, Pos colon2)
{
	Expr *e = mk_expr(E_SLICE, pos);

	if (full && !hi) {
		scan_error(p, colon2, "middle index required in 3-index slice");
		hi = mk_bad(colon2);
	}
	if (full && !max) {
		scan_error(p, close, "final index required in 3-index slice");
		max = mk_bad(close);
	}
	e->x = x;
	e->index[0] = lo;
	e->index[1] = hi;
	e->index[2] = max;
	e->full = full;
	e->end = close + 1;
	return e;
}

Expr *
mk_assert(Pos pos, Pos close, Expr *x, Expr *type)
{
	Expr *e = mk_expr(E_ASSERT, pos);

	e->x = x;
	e->y = type;
	e->end = close + 1;
	return e;
}

Expr *
mk_call(Pos pos, Pos close, Expr *fun, ExprList args, bool dots)
{
	Expr *e = mk_expr(E_CALL, pos);

	e->x = fun;
	e->list = args;
	e->dots = dots;
	e->end = close + 1;
	return e;
}

Expr *
mk_complit(Pos pos, Pos close, Expr *type, ExprList elems)
{
	Expr *e = mk_expr(E_COMPLIT, pos);

	e->x = type;
	e->list = elems;
	e->end = close;
	return e;
}

Expr *
mk_keyvalue(Pos pos, Expr *k, Expr *v)
{
	Expr *e = mk_expr(E_KEYVALUE, pos);

	e->x = k;
	e->y = v;
	e->end = v->end;
	return e;
}

Expr *
mk_array(Pos pos, Expr *len, Expr *elem)
{
	Expr *e = mk_expr(E_ARRAYTYPE, pos);

	e->x = len;
	e->y = elem;
	e->end = elem->end;
	return e;
}

Expr *
mk_slicetype(Pos pos, Expr *elem)
{
	Expr *e = mk_expr(E_SLICETYPE, pos);

	e->y = elem;
	e->end = elem->end;
	return e;
}

Expr *
mk_map(Pos pos, Expr *key, Expr *elem)
{
	Expr *e = mk_expr(E_MAPTYPE, pos);

	e->x = key;
	e->y = elem;
	e->end = elem->end;
	return e;
}

Expr *
mk_chan(Pos pos, ChanDir dir, Expr *elem)
{
	Expr *e = mk_expr(E_CHANTYPE, pos);

	e->dir = (uint8_t)dir;
	e->y = elem;
	e->end = elem->end;
	return e;
}

Expr *
mk_dots(Pos pos, Expr *elem)
{
	Expr *e = mk_expr(E_DOTS, pos);

	e->x = elem;
	e->end = elem->end;
	return e;
}

Expr *
mk_struct(Pos pos, Pos close, FieldList fields)
{
	Expr *e = mk_expr(E_STRUCTTYPE, pos);

	e->fields = fields;
	e->end = close + 1;
	return e;
}

Expr *
mk_interface(Pos pos, Pos close, FieldList fields)
{
	Expr *e = mk_expr(E_INTERFACETYPE, pos);

	e->fields = fields;
	e->end = close + 1;
	return e;
}

Expr *
mk_functype(Pos pos, FieldList params, FieldList results)
{
	Expr *e = mk_expr(E_FUNCTYPE, pos);

	e->params = params;
	e->results = results;
	return e;
}

Expr *
mk_funclit(Pos pos, Expr *type, Stmt *body)
{
	Expr *e = mk_expr(E_FUNCLIT, pos);

	e->func_type = type;
	e->body = body;
	e->end = body->end + 1;
	return e;
}

Field *
mk_field(Pos pos, Expr *name, Expr *type)
{
	Field *f = NEW(tree, Field);

	f->pos = pos;
	f->name = name;
	f->type = type;
	return f;
}

/* ---- statements ---- */

Stmt *
mk_stmt(StmtKind kind, Pos pos)
{
	Stmt *s = NEW(tree, Stmt);

	s->kind = (uint8_t)kind;
	s->pos = pos;
	return s;
}

Stmt *
mk_exprstmt(Expr *x)
{
	Stmt *s = mk_stmt(S_EXPR, x->pos);

	s->x = x;
	return s;
}

Stmt *
mk_send(Pos pos, Expr *ch, Expr *val)
{
	Stmt *s = mk_stmt(S_SEND, pos);

	s->x = ch;
	s->y = val;
	return s;
}

Stmt *
mk_incdec(Pos pos, Op op, Expr *x)
{
	Stmt *s = mk_stmt(S_INCDEC, pos);

	s->op = (uint8_t)op;
	s->x = x;
	return s;
}

Stmt *
mk_assign(Pos pos, Op op, ExprList lhs, ExprList rhs)
{
	Stmt *s = mk_stmt(S_ASSIGN, pos);

	s->op = (uint8_t)op;
	s->lhs = lhs;
	s->rhs = rhs;
	return s;
}

Stmt *
mk_define(Pos pos, ExprList lhs, ExprList rhs)
{
	Stmt *s = mk_stmt(S_DEFINE, pos);

	s->lhs = lhs;
	s->rhs = rhs;
	return s;
}

Stmt *
mk_go(Parser *p, StmtKind kind, Pos pos, Expr *x)
{
	Stmt *s = mk_stmt(kind, pos);
	const char *word = kind == S_GO ? "go" : "defer";

	if (x->kind == E_PAREN)
		scan_error(p, expr_start(x), "expression in %s must not be parenthesized", word);
	s->x = unparen(x);
	rule_call(p, word, s->x);
	return s;
}

Stmt *
mk_branch(StmtKind kind, Pos pos, Expr *label)
{
	Stmt *s = mk_stmt(kind, pos);

	s->label = label;
	return s;
}

Stmt *
mk_return(Pos pos, ExprList list)
{
	Stmt *s = mk_stmt(S_RETURN, pos);

	s->rhs = list;
	return s;
}

Stmt *
mk_block(Pos pos, Pos close, StmtList list)
{
	Stmt *s = mk_stmt(S_BLOCK, pos);

	s->list = list;
	s->end = close;
	return s;
}

Stmt *
mk_labeled(Parser *p, Pos pos, Expr *label, Stmt *body)
{
	Stmt *s = mk_stmt(S_LABELED, pos);

	if (!body && p->token != SEMI && p->token != RBRACE)
		parse_error(p, pos, "missing statement after label");

	s->label = label;
	s->body = body ? body : mk_stmt(S_EMPTY, pos);
	return s;
}

Stmt *
mk_declstmt(Pos pos, DeclList decls)
{
	Stmt *s = mk_stmt(S_DECL, pos);

	for (int i = 0; i < decls.n; i++)
		decls.v[i]->local = true;
	s->decls = decls;
	return s;
}

Stmt *
mk_range(Pos pos, ExprList lhs, bool define, Expr *x)
{
	Stmt *s = mk_stmt(S_RANGE, pos);

	s->lhs = lhs;
	s->define = define;
	s->x = x;
	return s;
}

Clause *
mk_clause(Pos pos, Pos colon, ExprList exprs, Stmt *comm, bool is_default, StmtList body)
{
	Clause *c = NEW(tree, Clause);

	c->pos = pos;
	c->colon = colon;
	c->exprs = exprs;
	c->comm = comm;
	c->is_default = is_default;
	c->body = body;
	return c;
}

/* ---- declarations ---- */

static Decl *
mk_decl(Parser *p, DeclKind kind, Pos pos)
{
	Decl *d = NEW(tree, Decl);

	d->kind = (uint8_t)kind;
	d->pos = pos;
	take_pragmas(p, d);
	return d;
}

/* NULL if the path is no string */
Decl *
mk_import(Parser *p, Pos pos, Expr *name, Expr *path)
{
	Decl *d = mk_decl(p, D_IMPORT, pos);
	StrBuf b = { 0 };

	if (path->litkind != LIT_STRING || path->bad_lit) {
		if (!path->bad_lit)
			parse_error(p, path->pos, "import path must be a string");
		return NULL;
	}
	if (name)
		d->names = list1(name);
	d->pathpos = path->pos;
	lit_string(path->lit, &b);
	d->path = str_intern(b.s ? b.s : "", b.n);
	sb_free(&b);
	return d;
}

Decl *
mk_value(Parser *p, DeclKind kind, Pos pos, ExprList names, Expr *type, ExprList values)
{
	Decl *d = mk_decl(p, kind, pos);

	d->names = names;
	d->type = type;
	d->values = values;
	return d;
}

Decl *
mk_typedecl(Parser *p, Expr *name, bool alias, Expr *type)
{
	Decl *d = mk_decl(p, D_TYPE, name->pos);

	d->names = list1(name);
	d->alias = alias;
	d->type = type;
	return d;
}

Decl *
mk_func(Parser *p, Pos pos, Expr *name, FieldList tparams, Expr *type, Stmt *body)
{
	Decl *d = mk_decl(p, D_FUNC, pos);

	d->names = list1(name);
	d->tparams = tparams;
	d->type = type;
	d->body = body;
	return d;
}

Span
group_decls(Parser *p, Pos open, Span list)
{
	Decl **v = (Decl **)p->lists.v + list.base;

	for (uint32_t i = 0; i < list.n; i++) {
		v[i]->group = open;
		v[i]->iota = (int)i;
	}
	return list;
}

void
top_decls(Parser *p, Span s)
{
	Decl **v = (Decl **)p->lists.v + s.base;

	for (uint32_t i = 0; i < s.n; i++)
		vec_push(tree, &p->file->decls, v[i]);
	p->lists.n = s.base;
}
