/* build_stmt.c - statements: blocks, if, for, branches, labels, return, send. */
#include "ssa/build.h"

Target *
b_target(B *b, Stmt *s, Block *brk, Block *cont)
{
	Target *t = NEW(permanent, Target);
	t->stmt = s;
	t->brk = brk;
	t->cont = cont;
	map_put(&b->targets, s, t);
	return t;
}

void
b_stmts(B *b, Stmt **v, int n)
{
	for (int i = 0; i < n; i++)
		b_stmt(b, v[i]);
}

void
b_block_stmt(B *b, Stmt *s)
{
	if (s->kind == S_BLOCK)
		b_stmts(b, s->list.v, s->list.n);
	else
		b_stmt(b, s);
}

static Block *
label_block(B *b, Stmt *labeled)
{
	Block *k = map_get(&b->labels, labeled);
	if (!k) {
		k = b_block(b);
		map_put(&b->labels, labeled, k);
	}
	return k;
}

static bool
may_have_labels(B *b)
{
	return !b->info || b->info->has_goto_or_label;
}

static void
labeled_stmt(B *b, Stmt *s)
{
	if (!may_have_labels(b)) {
		b_stmt(b, s->body);
		return;
	}
	Block *k = label_block(b, s);
	b_jump(b, k);
	b_start(b, k);
	b_stmt(b, s->body);
}

static void
branch_stmt(B *b, Stmt *s)
{
	Stmt *t = s->target;
	if (b->range && b_range_branch(b, s))
		return;
	if (s->kind == S_FALLTHROUGH) {
		b_jump(b, b->fallthrough);
		return;
	}
	if (!t)
		fatal_at(s->pos, "build: branch without target");
	if (s->kind == S_GOTO) {
		b_jump(b, label_block(b, t));
		return;
	}
	if (t->kind == S_LABELED)
		t = t->body;
	Target *g = map_get(&b->targets, t);
	if (!g)
		fatal_at(s->pos, "build: branch out of an unknown statement");
	b_jump(b, s->kind == S_BREAK ? g->brk : g->cont);
}

static void
if_stmt(B *b, Stmt *s)
{
	if (s->init)
		b_stmt(b, s->init);
	Block *yes = b_block(b), *no = b_block(b), *end = s->els ? b_block(b) : no;
	b->pos = s->pos;
	b_cond(b, s->x, yes, no, 0);
	b_seal(b, yes);
	if (yes->preds.n) {
		b_start(b, yes);
		b_block_stmt(b, s->body);
		b_jump(b, end);
	}
	b_seal(b, no);
	if (!s->els) {
		b->cur = no->preds.n ? no : NULL;
		return;
	}
	if (no->preds.n) {
		b_start(b, no);
		b_block_stmt(b, s->els);
		b_jump(b, end);
	}
	b_seal(b, end);
	b->cur = end->preds.n ? end : NULL;
}

/* Per-iteration variables that live in memory get new memory before the post statement. */
void
b_fresh_iteration(B *b, Object *o)
{
	Var *v = map_get(&b->vars, o);
	if (!v || !v->ptr)
		return;
	Value *old = b_addr_of_var(b, v);
	Value *next = b_newobj(b, v->type);
	next->auxint = NEW_VAR;
	next->var = o;
	b_store(b, v->type, next, b_load(b, v->type, old));
	b_write(b, v->ptr, next);
}

static void
make_per_iteration(B *b, Object *o)
{
	Var *v = o ? map_get(&b->vars, o) : NULL;
	if (!v || !v->mem || !var_needs_mem(b, o))
		return;
	v->ptr = var_synth(b, ptr_to(v->type));
	b_write(b, v->ptr, v->addr);
}

static void
for_stmt(B *b, Stmt *s)
{
	Block *head = b_block(b), *body = b_block(b), *post = b_block(b), *end = b_block(b);
	bool each = s->init && s->init->kind == S_DEFINE && !s->loopvar_shared;
	if (s->init)
		b_stmt(b, s->init);
	for (int i = 0; each && i < s->init->newvars.n; i++)
		make_per_iteration(b, s->init->newvars.v[i]);
	b_target(b, s, end, post);
	b->pos = s->pos;
	b_jump(b, head);
	b_start(b, head);
	if (s->x)
		b_cond(b, s->x, body, end, 0);
	else
		b_jump(b, body);
	b_enter(b, body);
	if (body->preds.n == 0)
		b->cur = NULL;
	else
		b_block_stmt(b, s->body);
	b_jump(b, post);
	b_seal(b, post);
	b->cur = post->preds.n ? post : NULL;
	if (b->cur) {
		for (int i = 0; each && i < s->init->newvars.n; i++)
			if (s->init->newvars.v[i])
				b_fresh_iteration(b, s->init->newvars.v[i]);
		if (s->post)
			b_stmt(b, s->post);
		b->pos = s->pos;
		b_jump(b, head);
	}
	b_seal(b, head);
	b_seal(b, end);
	b->cur = end->preds.n ? end : NULL;
}

static void
send_stmt(B *b, Stmt *s)
{
	Type *et = unalias(type_core(b_ty(b, s->x->type))->elem);
	Value *c = b_expr(b, s->x);
	Value *x = b_expr_to(b, s->y, et);
	b->pos = s->pos;
	b_rt(b, RT_chansend1, NULL, 2, c, b_spill(b, et, x));
}

/* return */

static Value *
result_addr(B *b, int i)
{
	Type *area = sig_result_struct(b->f->sig);
	Value *p = b_v0(b, OpResultAddr, ptr_to(area));
	return b_field_addr(b, area, p, i);
}

void
b_ret_values(B *b, Value **xs)
{
	int n = b->results->vars.n;
	if (b->f->mem_result) {
		for (int i = 0; i < n; i++)
			b_store(b, unalias(b->results->vars.v[i]->type), result_addr(b, i), xs[i]);
		n = 0;
	}
	if (!b->cur)
		return;
	Block *k = b->cur;
	k->kind = BLOCK_RET;
	k->pos = b->pos;
	for (int i = 0; i < n; i++)
		vec_push(permanent, &k->rets, xs[i]);
	b->cur = NULL;
}

void
b_return_now(B *b)
{
	if (!b->cur)
		return;
	int n = b->results->vars.n;
	if (b->defers) {
		b_rt(b, RT_deferreturn, NULL, 0);
		b->cur->kind = BLOCK_RET;
		b->cur->pos = b->pos;
		b->cur = NULL;
		return;
	}
	Value **xs = NEWN(permanent, Value *, n + 1);
	for (int i = 0; i < n; i++) {
		Var *v = i < b->result_vars.n ? b->result_vars.v[i] : NULL;
		Type *t = unalias(b->results->vars.v[i]->type);
		xs[i] = v ? b_var_value(b, v) : type_ssaable(t) ? b_zero(b, t) : b_local(b, t);
	}
	b_ret_values(b, xs);
}

static bool
has_result_vars(B *b)
{
	return b->result_vars.n && b->result_vars.v[0];
}

void
b_eval_results(B *b, Stmt *s, Value **xs)
{
	int n = b->results->vars.n;
	if (s->rhs.n == n) {
		for (int i = 0; i < n; i++) {
			Type *t = b_ty(b, b->results->vars.v[i]->type);
			xs[i] = b_expr_to(b, s->rhs.v[i], t);
			if (n > 1)
				xs[i] = b_stable(b, t, xs[i]);
		}
		return;
	}
	ValueList raw = { 0 };
	TypeList ts = { 0 };
	b_multi(b, s->rhs.v[0], &raw, &ts);
	for (int i = 0; i < n; i++) {
		Type *t = b_ty(b, b->results->vars.v[i]->type);
		xs[i] = type_same(ts.v[i], t) ? raw.v[i] : b_convert(b, raw.v[i], ts.v[i], t, NULL);
	}
}

void
b_return(B *b, Stmt *s)
{
	if (b->range && b_range_return(b, s))
		return;
	int n = b->results->vars.n;
	Value **xs = NEWN(permanent, Value *, n + 1);
	if (s->rhs.n) {
		b_eval_results(b, s, xs);
		b->pos = s->pos;
		if (!has_result_vars(b)) {
			b_ret_values(b, xs);
			return;
		}
		for (int i = 0; i < n; i++)
			b_var_set(b, b->result_vars.v[i], xs[i]);
	}
	b->pos = s->pos;
	b_return_now(b);
}

void
b_stmt(B *b, Stmt *s)
{
	/* After a branch only a label can be reached. What is declared on the way to it must exist all the same. */
	if (!b->cur && (s->kind == S_DEFINE || s->kind == S_DECL) && may_have_labels(b)) {
		Block *dead = b_block(b);
		b_seal(b, dead);
		b_start(b, dead);
	}
	if (!b->cur && s->kind != S_LABELED && s->kind != S_BLOCK)
		return;
	b->pos = s->pos;
	switch (s->kind) {
	case S_EMPTY: break;
	case S_EXPR: b_discard(b, s->x); break;
	case S_SEND: send_stmt(b, s); break;
	case S_INCDEC: b_incdec(b, s); break;
	case S_ASSIGN: b_assign_stmt(b, s); break;
	case S_DEFINE: b_define_stmt(b, s); break;
	case S_GO: case S_DEFER: b_go_defer(b, s); break;
	case S_RETURN: b_return(b, s); break;
	case S_BREAK: case S_CONTINUE: case S_GOTO: case S_FALLTHROUGH: branch_stmt(b, s); break;
	case S_BLOCK: b_stmts(b, s->list.v, s->list.n); break;
	case S_IF: if_stmt(b, s); break;
	case S_SWITCH: b_switch(b, s); break;
	case S_TYPESWITCH: b_typeswitch(b, s); break;
	case S_SELECT: b_select(b, s); break;
	case S_FOR: for_stmt(b, s); break;
	case S_RANGE: b_range(b, s); break;
	case S_LABELED: labeled_stmt(b, s); break;
	case S_DECL: b_decl_stmt(b, s); break;
	default: fatal_at(s->pos, "build: statement kind %d not implemented", s->kind);
	}
}
