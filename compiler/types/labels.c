/* labels.c - branches with labels: the second pass over a function body that has any.
 *
 * Every label must be used, break and continue need an enclosing statement with it, goto must not jump into a block nor
 * over a variable declaration. A goto whose label was not met yet travels outwards as a forward jump until a block
 * declares the label. Sets Stmt.target: the loop or switch that break and continue mean, the S_LABELED of a goto. */
#include "types/checker.h"

typedef struct Block {
	struct Block *parent;
	Pos start;
	Stmt *label;                         /* the labeled statement this is the block of, or NULL */
} Block;

typedef struct Label { Stmt *stmt; Block *block; bool used; } Label;
typedef Vec(Stmt *) Jumps;

typedef struct Labels {
	Checker *ck;
	Vec(Label *) list;
	PtrMap by_name;
} Labels;

/* One block on the way through it. */
typedef struct Walk {
	Labels *ls;
	Block *b;
	Jumps fwd, bad;                      /* jumps not resolved yet; those of them that a variable declaration followed */
	Pos var_pos; Expr *var;              /* the last variable declaration */
} Walk;

static void block_branches(Labels *ls, Block *parent, Stmt *label, Pos start, Stmt **list, int n, Jumps *out);

static Label *
declare_label(Labels *ls, Block *b, Stmt *s)
{
	Label *l = map_get(&ls->by_name, s->label->name);

	if (l) {
		check_error(ls->ck, s->label->pos, "label %s already defined at %s", s->label->name->s, pos_string(l->stmt->label->pos));
		return l;
	}
	l = NEW(permanent, Label);
	*l = (Label){s, b, false};
	map_put(&ls->by_name, s->label->name, l);
	vec_push(permanent, &ls->list, l);
	return l;
}

/* Also marks labels that are no valid target as used: one error is enough. */
static Label *
use_label(Labels *ls, Stmt *s)
{
	Label *l = map_get(&ls->by_name, s->label->name);

	if (l)
		l->used = true;
	return l;
}

static void
break_continue(Walk *w, Stmt *s)
{
	Label *l = use_label(w->ls, s);
	const char *word = s->kind == S_BREAK ? "break" : "continue", *name = s->label->name->s;
	Block *b = w->b;
	int k;

	if (!l) {
		check_error(w->ls->ck, s->label->pos, "%s label not defined: %s", word, name);
		return;
	}
	while (b && b->label != l->stmt)
		b = b->parent;
	k = b ? l->stmt->body->kind : S_BAD;
	if (k == S_FOR || k == S_RANGE || (s->kind == S_BREAK && (k == S_SWITCH || k == S_TYPESWITCH || k == S_SELECT)))
		s->target = l->stmt->body;
	else
		check_error(w->ls->ck, s->label->pos, "invalid %s label %s", word, name);
}

static void
goto_label(Walk *w, Stmt *s)
{
	Label *l = use_label(w->ls, s);

	for (Block *b = w->b; l && b; b = b->parent) {
		if (l->block == b) {
			s->target = l->stmt;
			return;
		}
	}
	vec_push(permanent, &w->fwd, s);
}

static void
variable_declared(Walk *w, Pos pos, Expr *name)
{
	w->var_pos = pos;
	w->var = name;
	w->bad.n = 0;
	for (int i = 0; i < w->fwd.n; i++)
		vec_push(permanent, &w->bad, w->fwd.v[i]);
}

static bool
jumps_over(Walk *w, Stmt *jump)
{
	for (int i = 0; w->var_pos && i < w->bad.n; i++)
		if (w->bad.v[i] == jump)
			return true;
	return false;
}

static void
labeled(Walk *w, Stmt *s)
{
	Label *l = declare_label(w->ls, w->b, s);
	int n = 0;

	for (int i = 0; i < w->fwd.n; i++) {
		Stmt *j = w->fwd.v[i];

		if (j->label->name != s->label->name) {
			w->fwd.v[n++] = j;
			continue;
		}
		j->target = s;
		l->used = true;
		if (jumps_over(w, j))
			check_error(w->ls->ck, j->label->pos, "goto %s jumps over declaration of %s at %s", s->label->name->s,
			            expr_string(w->var), pos_string(w->var_pos));
	}
	w->fwd.n = n;
}

static void
inner(Walk *w, Stmt *label, Pos start, Stmt **list, int n)
{
	block_branches(w->ls, w->b, label, start, list, n, &w->fwd);
}

static void
clauses(Walk *w, Stmt *label, ClauseList *l)
{
	for (int i = 0; i < l->n; i++)
		inner(w, label, l->v[i]->pos, l->v[i]->body.v, l->v[i]->body.n);
}

static void
decl_branches(Walk *w, Stmt *s)
{
	for (int i = 0; i < s->decls.n; i++) {
		if (s->decls.v[i]->kind == D_VAR && s->decls.v[i]->names.n > 0) {
			variable_declared(w, s->decls.v[i]->pos, s->decls.v[i]->names.v[0]);
			return;
		}
	}
}

/* label: the labeled statement that s is the statement of, or NULL. */
static void
branches(Walk *w, Stmt *label, Stmt *s)
{
	switch (s->kind) {
	case S_DECL: decl_branches(w, s); break;
	case S_DEFINE: variable_declared(w, s->pos, s->lhs.v[0]); break;
	case S_LABELED:
		if (strcmp(s->label->name->s, "_") != 0) {
			labeled(w, s);
			label = s;
		}
		branches(w, label, s->body);
		break;
	case S_BREAK: case S_CONTINUE:
		if (s->label)
			break_continue(w, s);
		break;
	case S_GOTO: goto_label(w, s); break;
	case S_BLOCK: inner(w, label, s->pos, s->list.v, s->list.n); break;
	case S_IF:
		inner(w, label, s->body->pos, s->body->list.v, s->body->list.n);
		if (s->els)
			inner(w, label, s->els->pos, &s->els, 1);
		break;
	case S_FOR: case S_RANGE: inner(w, label, s->body->pos, s->body->list.v, s->body->list.n); break;
	case S_SWITCH: case S_TYPESWITCH: case S_SELECT: clauses(w, label, &s->clauses); break;
	default: break;
	}
}

static void
block_branches(Labels *ls, Block *parent, Stmt *label, Pos start, Stmt **list, int n, Jumps *out)
{
	Block *b = NEW(permanent, Block);    /* labels point to it */
	Walk w = {.ls = ls, .b = b};

	*b = (Block){parent, start, label};
	for (int i = 0; i < n; i++)
		branches(&w, NULL, list[i]);
	for (int i = 0; i < w.fwd.n; i++)
		vec_push(permanent, out, w.fwd.v[i]);
}

void
labels(Checker *ck, Stmt *body)
{
	Labels ls = {.ck = ck};
	Jumps left = {0};

	block_branches(&ls, NULL, NULL, body->pos, body->list.v, body->list.n, &left);
	for (int i = 0; i < left.n; i++) {
		Expr *name = left.v[i]->label;
		Label *l = map_get(&ls.by_name, name->name);

		if (l) {
			l->used = true;
			check_error(ck, name->pos, "goto %s jumps into block starting at %s", name->name->s, pos_string(l->block->start));
		} else {
			check_error(ck, name->pos, "label %s not defined", name->name->s);
		}
	}
	for (int i = 0; i < ls.list.n; i++)
		if (!ls.list.v[i]->used) {
			Stmt *s = ls.list.v[i]->stmt;
			check_error(ck, s->label->pos, "label %s defined and not used", s->label->name->s);
			diag_suggest("remove the label");
			diag_edit(s->label->pos, s->pos + 1, "");
		}
}
