/* returns.c - terminating statements, by the specification's list. */
#include "types/checker.h"

static bool has_break(Stmt *s, Str *label, bool implicit);

static bool
has_break_list(StmtList *l, Str *label, bool implicit)
{
	for (int i = 0; i < l->n; i++)
		if (has_break(l->v[i], label, implicit))
			return true;
	return false;
}

static bool
has_break_clauses(ClauseList *l, Str *label)
{
	for (int i = 0; i < l->n; i++)
		if (has_break_list(&l->v[i]->body, label, false))
			return true;
	return false;
}

/* Is there a break out of the enclosing statement, by its label or (implicit) without one? */
static bool
has_break(Stmt *s, Str *label, bool implicit)
{
	switch (s->kind) {
	case S_LABELED: return has_break(s->body, label, implicit);
	case S_BREAK: return s->label ? s->label->name == label : implicit;
	case S_BLOCK: return has_break_list(&s->list, label, implicit);
	case S_IF: return has_break(s->body, label, implicit) || (s->els && has_break(s->els, label, implicit));
	case S_SWITCH: case S_TYPESWITCH: case S_SELECT: return label && has_break_clauses(&s->clauses, label);
	case S_FOR: case S_RANGE: return label && has_break(s->body, label, false);
	default: return false;
	}
}

static bool
is_panic(Expr *e)
{
	e = unparen(e);
	if (e->kind != E_CALL)
		return false;
	e = unparen(e->x);
	return e->mode == MODE_BUILTIN && e->builtin == B_PANIC;
}

static bool
terminating_list(Checker *ck, StmtList *l)
{
	int i = l->n - 1;

	while (i >= 0 && l->v[i]->kind == S_EMPTY)
		i--;
	return i >= 0 && is_terminating(ck, l->v[i], NULL);
}

static bool
terminating_clauses(Checker *ck, Stmt *s, Str *label)
{
	bool has_default = s->kind == S_SELECT;

	for (int i = 0; i < s->clauses.n; i++) {
		Clause *c = s->clauses.v[i];

		has_default |= c->is_default;
		if (!terminating_list(ck, &c->body) || has_break_list(&c->body, label, true))
			return false;
	}
	return has_default;
}

bool
is_terminating(Checker *ck, Stmt *s, Str *label)
{
	switch (s->kind) {
	case S_LABELED: return is_terminating(ck, s->body, s->label->name);
	case S_EXPR: return is_panic(s->x);
	case S_RETURN: case S_GOTO: case S_FALLTHROUGH: return true;
	case S_BLOCK: return terminating_list(ck, &s->list);
	case S_IF: return s->els && is_terminating(ck, s->body, NULL) && is_terminating(ck, s->els, NULL);
	case S_SWITCH: case S_TYPESWITCH: case S_SELECT: return terminating_clauses(ck, s, label);
	case S_FOR: return !s->x && !has_break(s->body, label, true);
	default: return false;
	}
}
