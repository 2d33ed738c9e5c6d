/* callgraph.c - visits functions callees first: strongly connected groups in the order of Tarjan (1972), starting from the package's
 * functions in their order.
 *
 * Bodies of other packages take part when they are small enough to be worth building again here: for inlining and for what escape
 * analysis can learn from them. Depth and number are bounded, so a small package stays cheap whatever it imports. */
#include "ssa/ssa.h"

enum { MAX_FOREIGN = 800, MAX_DEPTH = 5, MAX_LINES = 40 };

typedef struct Walk {
	Program *p;
	void (*group)(Program *p, Func **fs, int n);
	Vec(Func *) stack;
	int next, foreign_depth;
} Walk;

static int foreign_built;

static bool
is_foreign(Sym *s)
{
	return s->external && !s->linkonce;
}

static bool
worth_building(Sym *s)
{
	FuncInfo *fi = s->info;
	if (ssa_conf.no_opt || foreign_built >= MAX_FOREIGN || fi->has_defer || fi->has_recover)
		return false;
	return pos_physline(fi->body->end) - pos_physline(fi->body->pos) <= MAX_LINES;
}

Func *
callee_body(Program *p, Sym *s)
{
	if (!s->func && s->info && s->info->body) {
		if (is_foreign(s) && !worth_building(s))
			return NULL;
		foreign_built += is_foreign(s);
		build_body(p, s);
	}
	if (s->func)
		prepare_body(s->func);
	return s->func;
}

static void visit(Walk *w, Func *f);

static void
visit_callee(Walk *w, Func *f, Sym *s)
{
	bool foreign = is_foreign(s);
	if (!s->func && foreign && w->foreign_depth >= MAX_DEPTH)
		return;
	Func *g = callee_body(w->p, s);
	if (!g)
		return;
	f->cg_self |= g == f;
	if (!g->cg_index) {
		w->foreign_depth += foreign;
		visit(w, g);
		w->foreign_depth -= foreign;
		if (g->cg_low < f->cg_low)
			f->cg_low = g->cg_low;
	} else if (g->cg_stack && g->cg_index < f->cg_low) {
		f->cg_low = g->cg_index;
	}
}

static void
visit_calls(Walk *w, Func *f)
{
	for (int i = 0; i < f->blocks.n; i++) {
		for (int j = 0; j < f->blocks.v[i]->values.n; j++) {
			Value *v = f->blocks.v[i]->values.v[j];
			if (v->op == OpStaticCall)
				visit_callee(w, f, v->call->callee);
			else if (v->op == OpNewClosure || v->op == OpFuncAddr || (v->op == OpAddr && v->sym->kind == SYM_FUNC))
				visit_callee(w, f, v->sym);
		}
	}
}

static void
visit(Walk *w, Func *f)
{
	f->cg_index = f->cg_low = ++w->next;
	f->cg_stack = true;
	int base = w->stack.n;
	vec_push(permanent, &w->stack, f);
	visit_calls(w, f);
	if (f->cg_low != f->cg_index)
		return;
	for (int i = base; i < w->stack.n; i++)
		w->stack.v[i]->cg_stack = false;
	w->group(w->p, &w->stack.v[base], w->stack.n - base);
	w->stack.n = base;
}

/* Symbols that emitted code refers to and that this package must define: instances and wrappers found in inlined bodies. */
static void
emit_referenced(Walk *w, PtrMap *emitted, Sym *s)
{
	if (!s || s->kind != SYM_FUNC || is_foreign(s) || map_has(emitted, s))
		return;
	map_put(emitted, s, s);
	Func *f = callee_body(w->p, s);
	if (!f)
		return;
	s->external = false;
	vec_push(permanent, &w->p->funcs, f);
	if (!f->cg_index)
		visit(w, f);
}

static void
emit_of(Walk *w, PtrMap *emitted, Func *f)
{
	for (int i = 0; i < f->blocks.n; i++) {
		for (int j = 0; j < f->blocks.v[i]->values.n; j++) {
			Value *v = f->blocks.v[i]->values.v[j];
			if (op_info[v->op].aux == 'S')
				emit_referenced(w, emitted, v->sym);
			else if (op_info[v->op].aux == 'C')
				emit_referenced(w, emitted, v->call->callee);
		}
	}
}

void
callgraph_walk(Program *p, void (*group)(Program *p, Func **fs, int n))
{
	Walk w = { .p = p, .group = group };
	PtrMap emitted = {0};
	for (int i = 0; i < p->funcs.n; i++) {
		map_put(&emitted, p->funcs.v[i]->sym, p);
		if (!p->funcs.v[i]->cg_index)
			visit(&w, p->funcs.v[i]);
	}
	for (int i = 0; i < p->funcs.n; i++)
		emit_of(&w, &emitted, p->funcs.v[i]);
	p->pending.n = 0;
}
