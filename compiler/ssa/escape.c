/* escape.c - pass escape: which allocations may live on the frame, and what functions do with what their parameters point to.
 *
 * After gc's analysis (cmd/compile/internal/escape), on SSA after inlining instead of on syntax: from each root, a shortest-path
 * walk over the flow graph (escape.h) finds how often what a node holds is dereferenced on its way to the root; a negative count
 * means that the node's address arrives. Memory whose address reaches the heap, a result, or something that lives longer goes
 * to the heap; then whatever is stored in it does, too.
 *
 * Lives longer: New in a loop has one frame slot, so it must not be reachable in the next round. In SSA that is the case when its
 * address reaches a phi of the header of a loop that contains it, or memory made outside that loop. Loops that are not natural
 * ones (goto into them) put everything in the function that is not in the entry block on the heap.
 *
 * Summaries (ssa.h, Flow) are computed callees first; inside a group of functions that call each other they start optimistic and
 * are repeated until nothing changes. Sizes: variables over 10 MB, other allocations over 64 KB go to the heap, as with gc. */
#include "ssa/escape.h"

enum { MAX_VAR = 10 << 20, MAX_IMPLICIT = 64 << 10, MAX_WORK = 20 << 20 };

static Arena *group_arena;                   /* the graphs of one group */

void
esc_flow(Esc *e, int dst, int src, int derefs)
{
	EscEdge edge = { src, derefs };
	if (dst == src && derefs >= 0)
		return;
	vec_push(group_arena, &e->node[dst].in, edge);
}

static bool
allocates(Value *v)
{
	return v->op == OpNew || v->op == OpNewClosure || v->op == OpMakeSlice || v->op == OpLocal;
}

static void
make_nodes(Esc *e)
{
	Func *f = e->f;
	int nmem = 0;
	for (int i = 0; i < f->blocks.n; i++)
		for (int j = 0; j < f->blocks.v[i]->values.n; j++)
			nmem += allocates(f->blocks.v[i]->values.v[j]);
	e->nresults = f->mem_result ? 1 : f->sig->results->vars.n;
	e->nparams = f->sig->params->vars.n;
	e->n = 1 + f->nvalues + nmem + e->nresults;
	e->node = NEWN(group_arena, EscNode, e->n);
	e->mem_of = NEWN(group_arena, int, f->nvalues + 1);
	e->param_value = NEWN(group_arena, int, e->nparams + 1);
	int next = 1 + f->nvalues;
	for (int i = 0; i < f->blocks.n; i++) {
		for (int j = 0; j < f->blocks.v[i]->values.n; j++) {
			Value *v = f->blocks.v[i]->values.v[j];
			e->node[esc_value(e, v)].value = v;
			if (v->op == OpParam)
				e->param_value[v->auxint] = esc_value(e, v);
			else if (v->op == OpClosure)
				e->closure_value = esc_value(e, v);
			if (!allocates(v))
				continue;
			e->mem_of[v->id] = next;
			e->node[next].value = v;
			e->node[next].memory = true;
			next++;
		}
	}
	e->result0 = next;
}

/* Can this be on the frame as far as it alone is concerned? */
static bool
fits_frame(Value *v)
{
	if (v->op == OpMakeSlice) {
		Value *c = v->args[1];
		int64_t sz = type_size(v->auxtype);
		return c->op == OpConst64 && c->auxint >= 0 && v->args[0]->op == OpConst64 && v->args[0]->auxint >= 0 &&
			v->args[0]->auxint <= c->auxint && (sz == 0 || c->auxint <= MAX_IMPLICIT / sz);
	}
	if (v->op == OpNew)
		return type_size(v->auxtype) <= (v->auxint == NEW_VAR ? MAX_VAR : MAX_IMPLICIT);
	return true;
}

static bool
already_frame(Value *v)
{
	return v->op == OpLocal || v->stack;
}

/* Does the root live on when the memory of v is made anew? */
static bool
outlives(Esc *e, int root, Value *v)
{
	EscNode *r = &e->node[root];
	if (root == ESC_HEAP || root >= e->result0 || r->escapes)
		return true;
	Block *b = v->block;
	if (!b->loop || already_frame(v))
		return false;
	if (!r->memory)                      /* a phi of a loop header */
		return in_loop(b, r->value->block->loop);
	if (r->value->op == OpLocal || !r->value->block->loop)
		return true;
	return !in_loop(r->value->block, b->loop);
}

typedef struct Work { int *v; int n, cap; } Work;

static void
note_leak(Flow *fl, Esc *e, int root, int derefs)
{
	int8_t d = (int8_t)(derefs > 100 ? 100 : derefs < 0 ? 0 : derefs);
	if (root < e->result0 || e->node[root].escapes) {
		if (fl->heap < 0 || d < fl->heap) {
			fl->heap = d;
			e->changed = true;
		}
		return;
	}
	if (!fl->result) {
		fl->result = arena_alloc(permanent, (size_t)e->nresults);
		memset(fl->result, -1, (size_t)e->nresults);
	}
	int8_t *r = &fl->result[root - e->result0];
	if (*r < 0 || d < *r) {
		*r = d;
		e->changed = true;
	}
}

static void
note_param(Esc *e, Summary *s, int root, int node, int derefs)
{
	Value *v = e->node[node].value;
	if (e->node[node].memory || !v)
		return;
	if (v->op == OpParam)
		note_leak(&s->param[v->auxint], e, root, derefs);
	else if (v->op == OpClosure)
		note_leak(&s->closure, e, root, derefs);
}

static bool
leaves_function(Esc *e, int root)
{
	return root == ESC_HEAP || root >= e->result0 || e->node[root].escapes;
}

/* One walk; memory found to escape is appended to roots. */
static void
walk(Esc *e, Summary *s, int root, int number, Work *q, Work *roots)
{
	q->n = 0;
	q->v[q->n++] = root;
	e->node[root].walk = number;
	e->node[root].derefs = 0;
	bool leaving = leaves_function(e, root);
	while (q->n) {
		int at = q->v[--q->n];
		EscNode *n = &e->node[at];
		int d = n->derefs;
		if (d < 0) {
			d = 0;
			if (n->memory && !n->escapes && at != root && outlives(e, root, n->value)) {
				n->escapes = true;
				roots->v[roots->n++] = at;
			}
		}
		if (leaving)
			note_param(e, s, root, at, d);
		for (int i = 0; i < n->in.n; i++) {
			EscEdge *ed = &n->in.v[i];
			EscNode *src = &e->node[ed->src];
			int nd = d + ed->derefs;
			if (src->walk == number && src->derefs <= nd)
				continue;
			if (nd > 100)
				continue;
			src->walk = number;
			src->derefs = nd;
			if (q->n == q->cap) {
				int *v = NEWN(group_arena, int, q->cap * 2);
				memcpy(v, q->v, sizeof(int) * (size_t)q->n);
				q->v = v;
				q->cap *= 2;
			}
			q->v[q->n++] = ed->src;
		}
	}
}

static bool
irreducible(Func *f)
{
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		for (int k = 0; k < b->succs.n; k++)
			if (b->succs.v[k]->rpo <= i && !dominates(b->succs.v[k], b))
				return true;
	}
	return false;
}

static void
add_root(Work *w, int node)
{
	w->v[w->n++] = node;
}

/* Roots whose holders outlive only some memory: header phis, and memory outside of loops. */
static void
loop_roots(Esc *e, Work *roots)
{
	Func *f = e->f;
	bool any = false;
	for (int i = 1; i < e->n; i++)
		any |= e->node[i].memory && e->node[i].value->block->loop && !already_frame(e->node[i].value);
	if (!any)
		return;
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		if (b->loop && b->loop->header == b)
			for (int j = 0; j < b->values.n && b->values.v[j]->op == OpPhi; j++)
				if (e->node[esc_value(e, b->values.v[j])].in.n)
					add_root(roots, esc_value(e, b->values.v[j]));
	}
	for (int i = 1; i < e->n; i++)
		if (e->node[i].memory && e->node[i].in.n)
			add_root(roots, i);
}

static void
must_escape(Esc *e, int node, Work *roots)
{
	if (!e->node[node].escapes) {
		e->node[node].escapes = true;
		add_root(roots, node);
	}
}

static void
solve(Esc *e, Summary *s)
{
	Func *f = e->f;
	loops(f);
	Work q = { NEWN(group_arena, int, e->n + 16), 0, e->n + 16 };
	Work roots = { NEWN(group_arena, int, 3 * e->n + 16), 0, 3 * e->n + 16 };
	bool irr = irreducible(f);
	for (int i = 1; i < e->n; i++) {
		Value *v = e->node[i].value;
		if (e->node[i].memory && !already_frame(v) && (!fits_frame(v) || v->block->rpo < 0 || (irr && v->block != f->entry)))
			must_escape(e, i, &roots);
	}
	add_root(&roots, ESC_HEAP);
	for (int j = 0; j < e->nresults; j++)
		add_root(&roots, e->result0 + j);
	loop_roots(e, &roots);
	if ((int64_t)roots.n * e->n > MAX_WORK)
		for (int i = 1; i < e->n; i++)
			if (e->node[i].memory && e->node[i].value->block->loop && !already_frame(e->node[i].value))
				must_escape(e, i, &roots);
	int number = 0;
	for (int i = 0; i < roots.n; i++)
		walk(e, s, roots.v[i], ++number, &q, &roots);
}

/* messages */

static bool
reports(Func *f)
{
	return ssa_conf.dump_m && f->pkg == f->prog->pkg && !f->wrapper;
}

static const char *
what(Value *v)
{
	if (v->expr && v->op == OpMakeSlice)
		return expr_string(v->expr);
	if (v->op == OpNew && v->auxint == NEW_BOX)
		return v->expr ? expr_string(v->expr) : "value";
	if (v->op == OpNew && v->auxint == NEW_ARGS)
		return "... argument";
	StrBuf b = {0};
	Package *rel = v->block->func->pkg;
	switch (v->op) {
	case OpMakeSlice:
		sb_printf(&b, "make([]%s, ...)", type_string(v->auxtype, rel));
		break;
	case OpNewClosure:
		sb_puts(&b, "func literal");
		break;
	default:
		if (type_under(v->auxtype)->kind == T_ARRAY)
			sb_printf(&b, "[]%s{...}", type_string(type_under(v->auxtype)->elem, rel));
		else if (type_under(v->auxtype)->kind == T_STRUCT)
			sb_printf(&b, "&%s{...}", type_string(v->auxtype, rel));
		else
			sb_printf(&b, "new(%s)", type_string(v->auxtype, rel));
	}
	const char *s = str_intern(b.s, b.n)->s;
	sb_free(&b);
	return s;
}

static void
report_allocation(Value *v)
{
	Pos pos = outermost_pos(v->pos, v->inl);
	if (v->op == OpNew && v->auxint == NEW_VAR) {
		if (!v->stack)
			message(v->var && !v->inl ? v->var->pos : pos, "moved to heap: %s", v->var ? v->var->name->s : "variable");
	} else {
		message(pos, v->stack ? "%s does not escape" : "%s escapes to heap", what(v));
	}
}

static void
report_param(Func *f, Object *o, const Flow *fl)
{
	const char *name = o->name->s;
	if (!o->name || !o->name->len || strcmp(name, "_") == 0 || !type_has_pointers(o->type))
		return;
	bool any = false;
	if (fl->heap >= 0) {
		message(o->pos, fl->heap ? "leaking param content: %s" : "leaking param: %s", name);
		any = true;
	}
	for (int j = 0; fl->heap != 0 && fl->result && j < f->sig->results->vars.n && !f->mem_result; j++) {
		if (fl->result[j] < 0)
			continue;
		Object *r = f->info->sig->results->vars.v[j];
		const char *rn = r->name && r->name->len ? r->name->s : str_fmt("~r%d", j)->s;
		message(o->pos, "leaking param: %s to result %s level=%d", name, rn, fl->result[j]);
		any = true;
	}
	if (!any)
		message(o->pos, "%s does not escape", name);
}

static void
report(Func *f, Summary *s)
{
	if (!reports(f))
		return;
	for (int i = 0; i < f->blocks.n; i++)
		for (int j = 0; j < f->blocks.v[i]->values.n; j++) {
			Value *v = f->blocks.v[i]->values.v[j];
			if (allocates(v) && v->op != OpLocal)
				report_allocation(v);
		}
	Object *recv = f->info ? f->info->sig->recv : NULL;
	if (!f->info || f->outer_try || s->nparams != f->info->sig->params->vars.n + (recv != NULL))
		return;
	for (int i = 0; i < s->nparams; i++) {
		Object *o = recv && i == 0 ? recv : f->info->sig->params->vars.v[i - (recv != NULL)];
		report_param(f, o, &s->param[i]);
	}
}

static void
apply(Esc *e)
{
	for (int i = 1; i < e->n; i++) {
		Value *v = e->node[i].value;
		if (e->node[i].memory && v->op != OpLocal && !e->node[i].escapes)
			v->stack = true;
	}
}

static Summary *
new_summary(Func *f)
{
	Summary *s = NEW(permanent, Summary);
	s->nparams = f->sig->params->vars.n;
	s->nresults = f->mem_result ? 1 : f->sig->results->vars.n;
	s->param = NEWN(permanent, Flow, s->nparams + 1);
	for (int i = 0; i < s->nparams; i++)
		s->param[i].heap = -1;
	s->closure.heap = -1;
	return s;
}

/* One function with the summaries as they are; true when its own grew. */
static bool
analyse(Func *f, Esc *e)
{
	*e = (Esc){ .f = f };
	make_nodes(e);
	esc_collect(e);
	solve(e, f->sym->summary);
	return e->changed;
}

void
escape_group(Func **fs, int n)
{
	group_arena = arena_new();
	Esc *es = NEWN(group_arena, Esc, n);
	for (int i = 0; i < n; i++)
		fs[i]->sym->summary = new_summary(fs[i]);
	for (bool again = true; again;) {
		again = false;
		for (int i = 0; i < n; i++)
			again |= analyse(fs[i], &es[i]);
		again = again && (n > 1 || fs[0]->cg_self);
	}
	for (int i = 0; i < n; i++) {
		apply(&es[i]);
		report(fs[i], fs[i]->sym->summary);
	}
	arena_free(group_arena);
}

/* escape_group did the work; as a pass it has a place in dumps. */
void
escape(Func *f)
{
	(void)f;
}
