/* lists.c - lists of nodes while they are being read.
 *
 * A Span is a piece of the stack p->lists. Lists nest as the grammar's symbols do, so the elements of one lie side by side: what is
 * above its end belongs to lists that have been taken, or that an error threw away, and is overwritten. When a list is complete
 * its elements move to the tree, at their exact number. So semantic values stay at eight bytes, and lists leave no garbage. */
#include "syntax/parser.h"
#include <stdlib.h>

static void
need(Parser *p, uint32_t n)
{
	if (n <= p->lists.cap)
		return;
	while (p->lists.cap < n)
		p->lists.cap = p->lists.cap ? p->lists.cap * 2 : 256;
	p->lists.v = realloc(p->lists.v, p->lists.cap * sizeof *p->lists.v);
	if (!p->lists.v)
		fatal("out of memory");
}

void
lists_begin(Parser *p)
{
	need(p, 1);
}

void
lists_end(Parser *p)
{
	free(p->lists.v);
}

Span
list_none(Parser *p)
{
	return (Span){ p->lists.n, 0 };
}

Span
list_add(Parser *p, Span s, void *x)
{
	uint32_t end = s.base + s.n;

	need(p, end + 1);
	p->lists.v[end] = x;
	p->lists.n = end + 1;
	s.n++;
	return s;
}

Span
list_of(Parser *p, void *x)
{
	return list_add(p, list_none(p), x);
}

/* x in front of s */
Span
list_before(Parser *p, void *x, Span s)
{
	list_add(p, s, x);
	void **v = p->lists.v + s.base;
	memmove(v + 1, v, s.n * sizeof *v);
	v[0] = x;
	s.n++;
	return s;
}

/* s and what t holds; t was read behind s */
Span
list_join(Parser *p, Span s, Span t)
{
	memmove(p->lists.v + s.base + s.n, p->lists.v + t.base, t.n * sizeof *p->lists.v);
	s.n += t.n;
	p->lists.n = s.base + s.n;
	return s;
}

/* the elements where they stand, until the next one is added to any list */
FieldList
list_view(Parser *p, Span s)
{
	return (FieldList){ .v = (Field **)p->lists.v + s.base, .n = (int)s.n };
}

static void *
take(Parser *p, Span s)
{
	void **v = NULL;

	if (s.n) {
		v = NEWN(tree, void *, s.n);
		memcpy(v, p->lists.v + s.base, s.n * sizeof *v);
	}
	p->lists.n = s.base;
	return v;
}

#define TAKER(T, name) \
	T name(Parser *p, Span s) { return (T){ .v = take(p, s), .n = (int)s.n, .cap = (int)s.n }; }
TAKER(ExprList, list_exprs)
TAKER(StmtList, list_stmts)
TAKER(DeclList, list_decls)
TAKER(FieldList, list_fields)
TAKER(ClauseList, list_clauses)
