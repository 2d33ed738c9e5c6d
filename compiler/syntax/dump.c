/* dump.c - the whole tree as text, one node a line, indented by depth: `minigo tool parse -dump`. A node is its kind, its
 * line:col, and what it holds itself; its parts follow, named where their place does not say what they are. */
#include "syntax/syntax.h"

static const char *const expr_kind[N_EXPR] = { "Bad", "Name", "Lit", "CompLit", "KeyValue", "FuncLit", "Paren", "Selector", "Index",
	"Slice", "Assert", "Unary", "Binary", "Star", "Call", "ArrayType", "SliceType", "StructType", "FuncType", "InterfaceType",
	"MapType", "ChanType", "Dots" };
static const char *const stmt_kind[N_STMT] = { "Bad", "Empty", "Expr", "Send", "IncDec", "Assign", "Define", "Go", "Defer",
	"Return", "Break", "Continue", "Goto", "Fallthrough", "Block", "If", "Switch", "TypeSwitch", "Select", "For", "Range",
	"Labeled", "Decl" };
static const char *const decl_kind[] = { "Bad", "Import", "Const", "Type", "Var", "Func" };

typedef struct Dump {
	FILE *out;
	int depth;
} Dump;

static void dump_stmt(Dump *d, const char *label, Stmt *s);
static void dump_expr(Dump *d, const char *label, Expr *e);
static void dump_decl(Dump *d, Decl *decl);

/* begins a line; its parts are one deeper until leave() */
static void
enter(Dump *d, const char *label, const char *kind, Pos pos)
{
	for (int i = 0; i < d->depth && i < 100; i++)
		fputs("  ", d->out);
	if (label)
		fprintf(d->out, "%s: ", label);
	fprintf(d->out, "%s %u:%u", kind, pos_physline(pos), pos_physcol(pos));
	d->depth++;
}

static void
leave(Dump *d)
{
	d->depth--;
}

static void
exprs(Dump *d, const char *label, ExprList l)
{
	for (int i = 0; i < l.n; i++)
		dump_expr(d, label, l.v[i]);
}

static void
fields(Dump *d, const char *label, FieldList l)
{
	for (int i = 0; i < l.n; i++) {
		Field *f = l.v[i];
		enter(d, label, "Field", f->pos);
		if (f->name)
			fprintf(d->out, " %s", f->name->name->s);
		if (f->embedded)
			fputs(" embedded", d->out);
		if (f->tag)
			fprintf(d->out, " tag=%s", f->tag->s);
		fputc('\n', d->out);
		dump_expr(d, NULL, f->type);
		leave(d);
	}
}

static void
expr_head(Dump *d, Expr *e)
{
	static const char *const lit[] = { "int", "float", "imag", "rune", "string" };
	static const char *const dir[] = { "", " send", " recv" };

	if (e->kind == E_NAME || e->kind == E_SELECTOR)
		fprintf(d->out, " %s", e->name->s);
	if (e->kind == E_LIT)
		fprintf(d->out, " %s %s%s", lit[e->litkind], e->lit->s, e->bad_lit ? " bad" : "");
	if (e->kind == E_UNARY || e->kind == E_BINARY)
		fprintf(d->out, " %s", op_text[e->op]);
	if (e->kind == E_CHANTYPE)
		fputs(dir[e->dir], d->out);
	if (e->dots)
		fputs(" ...", d->out);
	if (e->full)
		fputs(" full", d->out);
	fputc('\n', d->out);
}

static void
expr_parts(Dump *d, Expr *e)
{
	switch (e->kind) {
	case E_BAD: case E_NAME: case E_LIT:
		return;
	case E_FUNCLIT:
		dump_expr(d, NULL, e->func_type);
		dump_stmt(d, NULL, e->body);
		return;
	case E_FUNCTYPE:
		fields(d, "param", e->params);
		fields(d, "result", e->results);
		return;
	case E_STRUCTTYPE: case E_INTERFACETYPE:
		fields(d, NULL, e->fields);
		return;
	}
	dump_expr(d, NULL, e->x);
	dump_expr(d, NULL, e->y);
	if (e->kind == E_SLICE) {
		dump_expr(d, "lo", e->index[0]);
		dump_expr(d, "hi", e->index[1]);
		dump_expr(d, "max", e->index[2]);
	}
	if (expr_has_list(e))
		exprs(d, NULL, e->list);
}

static void
dump_expr(Dump *d, const char *label, Expr *e)
{
	if (!e)
		return;
	enter(d, label, expr_kind[e->kind], e->pos);
	expr_head(d, e);
	expr_parts(d, e);
	leave(d);
}

static void
stmts(Dump *d, StmtList l)
{
	for (int i = 0; i < l.n; i++)
		dump_stmt(d, NULL, l.v[i]);
}

static void
clauses(Dump *d, ClauseList l)
{
	for (int i = 0; i < l.n; i++) {
		Clause *c = l.v[i];
		enter(d, NULL, c->is_default ? "Default" : "Case", c->pos);
		fputc('\n', d->out);
		exprs(d, "case", c->exprs);
		dump_stmt(d, "comm", c->comm);
		stmts(d, c->body);
		leave(d);
	}
}

static void
dump_stmt(Dump *d, const char *label, Stmt *s)
{
	if (!s)
		return;
	enter(d, label, stmt_kind[s->kind], s->pos);
	if (s->op)
		fprintf(d->out, " %s", op_text[s->op]);
	if (s->define)
		fputs(" :=", d->out);
	if (s->label)
		fprintf(d->out, " %s", s->label->name->s);
	if (s->bind)
		fprintf(d->out, " %s", s->bind->name->s);
	fputc('\n', d->out);
	dump_stmt(d, "init", s->init);
	exprs(d, "lhs", s->lhs);
	dump_expr(d, NULL, s->x);
	dump_expr(d, NULL, s->y);
	exprs(d, s->kind == S_RETURN ? NULL : "rhs", s->rhs);
	dump_stmt(d, "post", s->post);
	stmts(d, s->list);
	clauses(d, s->clauses);
	for (int i = 0; i < s->decls.n; i++)
		dump_decl(d, s->decls.v[i]);
	dump_stmt(d, NULL, s->body);
	dump_stmt(d, "else", s->els);
	leave(d);
}

static void
decl_head(Dump *d, Decl *decl)
{
	for (int i = 0; i < decl->names.n; i++)
		fprintf(d->out, " %s", decl->names.v[i]->name->s);
	if (decl->path)
		fprintf(d->out, " \"%s\"", decl->path->s);
	if (decl->alias)
		fputs(" =", d->out);
	if (decl->group)
		fprintf(d->out, " group=%u:%u", pos_physline(decl->group), pos_physcol(decl->group));
	if (decl->iota)
		fprintf(d->out, " iota=%d", decl->iota);
	if (decl->pragma)
		fprintf(d->out, " pragma=%#x", decl->pragma);
	for (int i = 0; i < decl->pragmas.n; i++)
		fprintf(d->out, " go:%s(%s)", decl->pragmas.v[i].verb->s, decl->pragmas.v[i].args->s);
	fputc('\n', d->out);
}

static void
dump_decl(Dump *d, Decl *decl)
{
	enter(d, NULL, decl_kind[decl->kind], decl->pos);
	decl_head(d, decl);
	if (decl->recv)
		fields(d, "recv", (FieldList){ .v = &decl->recv, .n = 1 });
	fields(d, "tparam", decl->tparams);
	dump_expr(d, "type", decl->type);
	exprs(d, NULL, decl->values);
	dump_stmt(d, NULL, decl->body);
	leave(d);
}

void
dump_file(FILE *out, File *f)
{
	Dump d = { .out = out };

	fprintf(out, "File package %s%s%s\n", f->pkgname ? f->pkgname->name->s : "?", f->goversion ? " " : "",
		f->goversion ? f->goversion->s : "");
	for (int i = 0; i < f->linknames.n; i++)
		fprintf(out, "linkname %s\n", f->linknames.v[i].args->s);
	d.depth = 1;
	for (int i = 0; i < f->decls.n; i++)
		dump_decl(&d, f->decls.v[i]);
}
