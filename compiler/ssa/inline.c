/* inline.c - pass inline: calls of small functions are replaced by their bodies.
 *
 * Callees come first (callgraph.c), so a body is copied after it has been optimised and had its own calls inlined; what is
 * copied is not looked at again, which bounds growth. Each copied value remembers the chain of calls it came through (InlSite):
 * tracebacks and -m count on it. A closure whose code is known is inlined like a function: Closure becomes the func value.
 *
 * Never inlined: noinline, recover and its frame tokens, bodies with deferred calls, recursion into oneself (but see inline_self). */
#include "ssa/ssa.h"

enum { BUDGET = 60, BUDGET_BIG = 15, BIG_CALLER = 15000, HUGE_CALLER = 60000, CALL_COST = 12, RTCALL_COST = 6, NEVER = 1 << 20,
	MANY_CALLS = 400 };

/* cost */

static int
value_cost(Func *f, Value *v)
{
	switch (v->op) {
	case OpParam: case OpPhi: case OpCopy: case OpConvNop: case OpOffPtr: case OpDbgValue: case OpVarAddr: case OpConstNil:
	case OpConst8: case OpConst16: case OpConst32: case OpConst64: case OpConstBool: case OpStringPtr: case OpStringLen: case OpSlicePtr:
	case OpSliceLen: case OpSliceCap: case OpIData: case OpITab: case OpStructSelect: case OpTupleSelect: case OpStringMake:
	case OpSliceMake: case OpIMake: case OpStructMake: case OpComplexMake: case OpComplexReal: case OpComplexImag: case OpAddr:
	case OpConstString: case OpTypeAddr: case OpItabAddr: case OpFuncAddr: case OpResultAddr: case OpKeepAlive: case OpKeepReachable: case OpLocal: case OpNilCheck:
	case OpClosure:
		return 0;
	case OpCallerFrame: case OpGetCallerPC: case OpGetCallerSP: case OpGetG:
		return NEVER;
	case OpStaticCall:
		return v->call->callee == f->sym ? NEVER : CALL_COST + v->nargs;
	case OpClosureCall: case OpInterCall:
		return CALL_COST + v->nargs;
	case OpRTCall:
		if (v->auxint == RT_gorecover || v->auxint == RT_trycall || v->auxint == RT_deferproc || v->auxint == RT_deferprocheap ||
		    v->auxint == RT_trytop || v->auxint == RT_deferreturn)
			return NEVER;
		return RTCALL_COST;
	default:
		return 1;
	}
}

static int
body_cost(Func *f)
{
	int cost = 0;
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		int c = b->kind == BLOCK_IF || b->kind == BLOCK_SWITCH;
		for (int j = 0; j < b->values.n; j++)
			c += value_cost(f, b->values.v[j]);
		if (b->kind == BLOCK_EXIT && c < NEVER)
			c = c > 3 ? 3 : c;   /* cold: a panic */
		cost += c;
		if (cost > 4 * BUDGET)
			return NEVER;
	}
	return cost;
}

/* As gc writes it in messages: without the package when it is the one being compiled. */
static const char *
short_name(Program *p, Sym *s)
{
	const char *path = !p->pkg ? "" : p->pkg->is_main ? "main" : p->pkg->path->s;
	size_t n = strlen(path);
	bool lit = s->info && s->info->lit;
	if (!lit && n && strncmp(s->name, path, n) == 0 && s->name[n] == '.')
		return s->name + n + 1;
	return s->name;
}

static Pos
name_pos(Func *f)
{
	return f->info && f->info->obj ? f->info->obj->pos : f->pos;
}

static bool
is_own(Func *f)
{
	return f->prog->pkg == f->pkg && !f->sym->linkonce;
}

void
inline_cost(Func *f)
{
	f->inl_cost = -1;
	if (f->noinline || f->uses_recover || f->has_trycall || f->outer_try || f->nosplit || !f->blocks.n)
		return;
	int c = body_cost(f);
	if (c > BUDGET)
		return;
	f->inl_cost = c;
	if (ssa_conf.dump_m && !ssa_conf.no_opt && !ssa_conf.no_inline && is_own(f) && !f->wrapper)
		message(name_pos(f), "can inline %s", short_name(f->prog, f->sym));
}

/* the copy */

typedef struct Inl {
	Func *f, *callee;
	Value *call;
	Block *at, *cont;
	InlSite *site;                       /* NULL: a plain copy, see clone_body */
	Value **value;                       /* of the callee, by id */
	Block **block;
	PtrMap sites;                        /* InlSite* of the callee -> copy below site */
} Inl;

static InlSite *
copy_site(Inl *x, InlSite *s)
{
	if (!s)
		return x->site;
	InlSite *c = map_get(&x->sites, s);
	if (c)
		return c;
	c = NEW(permanent, InlSite);
	*c = *s;
	c->outer = copy_site(x, s->outer);
	map_put(&x->sites, s, c);
	return c;
}

static Value *
mapped(Inl *x, Value *v)
{
	return v ? x->value[v->id] : NULL;
}

/* What stands for a value of the callee: an argument, or a copy to be filled in. */
static Value *
stand_in(Inl *x, Value *v)
{
	switch (x->call ? v->op : OpInvalid) {
	case OpParam: return x->call->args[(x->call->op == OpClosureCall) + v->auxint];
	case OpClosure: return x->call->args[0];
	case OpResultAddr: return x->call->call->result_addr;
	}
	Value *c = value_make(x->f, v->op, v->type, v->pos);
	int id = c->id;
	*c = *v;
	c->id = id;
	c->args = NULL;
	c->nargs = c->cap = 0;
	c->llvm = NULL;
	c->inl = copy_site(x, v->inl);
	if (op_info[v->op].aux == 'C') {
		c->call = NEW(permanent, Call);
		*c->call = *v->call;
	}
	return c;
}

static bool
is_stood_for(Inl *x, Value *v)
{
	return x->call && (v->op == OpParam || v->op == OpClosure || v->op == OpResultAddr);
}

static void
copy_values(Inl *x)
{
	Func *g = x->callee;
	for (int i = 0; i < g->blocks.n; i++) {
		Block *b = g->blocks.v[i], *nb = block_new(x->f, b->kind);
		x->block[b->id] = nb;
		nb->likely = b->likely;
		nb->pos = b->pos;
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			if (v->op == OpDbgValue || v->op == OpVarAddr)
				continue;
			Value *c = stand_in(x, v);
			x->value[v->id] = c;
			if (is_stood_for(x, v))
				continue;
			c->block = nb;
			vec_push(permanent, &nb->values, c);
		}
	}
}

static void
link_block(Inl *x, Block *b)
{
	Block *nb = x->block[b->id];
	for (int j = 0; j < b->values.n; j++) {
		Value *v = b->values.v[j], *c = x->value[v->id];
		if (!c || is_stood_for(x, v))
			continue;
		for (int k = 0; k < v->nargs; k++)
			value_addarg(c, mapped(x, v->args[k]));
		if (op_info[v->op].aux == 'C')
			c->call->result_addr = mapped(x, v->call->result_addr);
	}
	nb->control = mapped(x, b->control);
	for (int i = 0; i < b->cases.n; i++)
		vec_push(permanent, &nb->cases, b->cases.v[i]);
	for (int i = 0; i < b->succs.n; i++)
		vec_push(permanent, &nb->succs, x->block[b->succs.v[i]->id]);
	for (int i = 0; i < b->preds.n; i++)
		vec_push(permanent, &nb->preds, x->block[b->preds.v[i]->id]);
}

/* Everything of block b from index i on moves to a new block. */
static Block *
split_block(Func *f, Block *b, int i)
{
	Block *c = block_new(f, b->kind);
	for (int j = i; j < b->values.n; j++) {
		b->values.v[j]->block = c;
		vec_push(permanent, &c->values, b->values.v[j]);
	}
	b->values.n = i;
	c->control = b->control;
	c->likely = b->likely;
	c->pos = b->pos;
	memcpy(&c->rets, &b->rets, sizeof b->rets);
	memcpy(&c->cases, &b->cases, sizeof b->cases);
	memcpy(&c->succs, &b->succs, sizeof b->succs);
	memset(&b->rets, 0, sizeof b->rets);
	memset(&b->cases, 0, sizeof b->cases);
	memset(&b->succs, 0, sizeof b->succs);
	for (int j = 0; j < c->succs.n; j++) {
		Block *s = c->succs.v[j];
		for (int k = 0; k < s->preds.n; k++)
			if (s->preds.v[k] == b)
				s->preds.v[k] = c;
	}
	b->kind = BLOCK_PLAIN;
	b->control = NULL;
	b->likely = 0;
	return c;
}

/* The callee's returns jump to cont. A call with several results becomes a StructMake that stands in no block: drop_tuples resolves
 * the TupleSelects. */
static void
join_returns(Inl *x)
{
	Func *g = x->callee;
	int nres = x->call->type ? (x->call->type->kind == T_TUPLE ? x->call->type->vars.n : 1) : 0;
	Value **phi = NEWN(scratch, Value *, nres + 1);
	for (int i = 0; i < g->blocks.n; i++) {
		Block *b = g->blocks.v[i], *nb = x->block[b->id];
		if (b->kind != BLOCK_RET)
			continue;
		nb->kind = BLOCK_PLAIN;
		block_edge(nb, x->cont);
		for (int k = 0; k < nres && k < b->rets.n; k++) {
			Value *r = mapped(x, b->rets.v[k]);
			if (!phi[k])
				phi[k] = value_new(x->cont, OpPhi, r->type, x->call->pos);
			value_addarg(phi[k], r);
		}
	}
	bool tuple = x->call->type && x->call->type->kind == T_TUPLE;
	value_reset(x->call, tuple ? OpStructMake : OpCopy);
	for (int k = 0; k < nres; k++) {
		if (!phi[k]) {               /* it never returns */
			Type *t = tuple ? x->call->type->vars.v[k]->type : x->call->type;
			phi[k] = value_make(x->f, OpConstNil, t, x->call->pos);
			phi[k]->block = x->at;
			if (type_is_float(t))
				phi[k]->op = type_size(t) == 4 ? OpConst32F : OpConst64F;
			else
				phi[k]->op = (uint16_t)const_op(t);
			vec_push(permanent, &x->at->values, phi[k]);
		}
		value_addarg(x->call, phi[k]);
	}
}

static void
expand(Func *f, Block *b, int i, Func *g)
{
	Value *call = b->values.v[i];
	Inl x = { .f = f, .callee = g, .call = call, .at = b };
	x.value = NEWN(scratch, Value *, g->nvalues + 1);
	x.block = NEWN(scratch, Block *, g->nblocks + 1);
	x.site = NEW(permanent, InlSite);
	*x.site = (InlSite){ .outer = call->inl, .callee = g, .callee_name = str_lit(g->name ? g->name : g->sym->name), .pos = call->pos,
		.callee_pos = g->pos };
	x.cont = split_block(f, b, i + 1);
	b->values.n = i;                     /* without the call itself */
	copy_values(&x);
	for (int k = 0; k < g->blocks.n; k++)
		link_block(&x, g->blocks.v[k]);
	block_edge(b, x.block[g->entry->id]);
	join_returns(&x);
	call->block = x.cont;
}

/* decisions */

static bool
came_through(InlSite *s, Func *g)
{
	for (; s; s = s->outer)
		if (s->callee == g)
			return true;
	return false;
}

static Func *
inline_target(Func *f, Value *v)
{
	if ((v->op != OpStaticCall && v->op != OpClosureCall) || !v->call->callee || v->call->noinline)
		return NULL;
	Func *g = v->call->callee->func;
	if (!g || g == f || g->inl_cost < 0 || !g->phase || g->cg_stack || came_through(v->inl, g))
		return NULL;
	int first = v->op == OpClosureCall;
	if (g->closure && !first)
		return NULL;
	if (f->nvalues > HUGE_CALLER || (f->nvalues > BIG_CALLER && g->inl_cost > BUDGET_BIG))
		return NULL;
	if (f->many_calls && (g->inl_cost > BUDGET_BIG || g->blocks.n > 1))
		return NULL;
	if (g->mem_result && !v->call->result_addr)
		return NULL;
	return v->nargs - first == g->sig->params->vars.n ? g : NULL;
}

/* TupleSelect of an inlined call, the loose StructMake, and uses of a loose Copy. */
static void
drop_tuples(Func *f)
{
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			if (v->op == OpTupleSelect && v->args[0]->op == OpStructMake)
				value_to_copy(v, v->args[0]->args[v->auxint]);
		}
	}
}

static void
reorder_blocks(Func *f)
{
	func_changed(f);
	compute_rpo(f);
	Block **order = NEWN(scratch, Block *, f->blocks.n);
	int n = f->nrpo;
	memcpy(order, f->rpo, sizeof(Block *) * (size_t)n);
	for (int i = 0; i < f->blocks.n; i++)
		if (f->blocks.v[i]->rpo < 0)
			order[n++] = f->blocks.v[i];
	memcpy(f->blocks.v, order, sizeof(Block *) * (size_t)n);
	func_changed(f);
}

/* The last call first: what follows it has then been moved away. */
static bool
inline_in_block(Func *f, Block *b)
{
	bool any = false;
	if (b->kind == BLOCK_EXIT)
		return false;
	for (int j = b->values.n - 1; j >= 0; j--) {
		Value *v = b->values.v[j];
		Func *g = inline_target(f, v);
		if (!g)
			continue;
		if (ssa_conf.dump_m && is_own(f))
			message(outermost_pos(v->pos, v->inl), "inlining call to %s", short_name(f->prog, g->sym));
		expand(f, b, j, g);
		any = true;
	}
	return any;
}

/* Hundreds of calls in one function are a list, such as the tests of a generated program. Inlining them would make one function of
 * thousands of loops, which takes LLVM's passes quadratic time and gains nothing. LLVM inlines none of them, either. */
static bool
has_many_calls(Func *f)
{
	int n = 0;
	for (int i = 0; i < f->blocks.n && n <= MANY_CALLS; i++)
		for (int k = 0; k < f->blocks.v[i]->values.n; k++)
			n += f->blocks.v[i]->values.v[k]->op == OpStaticCall;
	return n > MANY_CALLS;
}

void
inline_calls(Func *f)
{
	bool any = false;
	int n = f->blocks.n;
	if (f->wrapper && !f->prog->pkg)
		return;
	f->many_calls = has_many_calls(f);
	for (int i = 0; i < n; i++)
		any |= inline_in_block(f, f->blocks.v[i]);
	if (!any)
		return;
	drop_tuples(f);
	reorder_blocks(f);
	copyelim(f);
}

/* pass inline self: a small function that calls itself gets its own body in place of those calls, once. Each remaining call then
 * does the work of several (fib: a third of the calls). Only without loops: there the call is not what costs. */

enum { SELF_BUDGET = 40, SELF_CALLS = 3 };

/* a copy of f's body as it is now, to inline from */
static Func *
clone_body(Func *f)
{
	Func *g = NEW(permanent, Func);
	*g = *f;
	memset(&g->blocks, 0, sizeof g->blocks);
	g->nvalues = g->nblocks = 0;
	func_changed(g);
	Inl x = { .f = g, .callee = f };
	x.value = NEWN(scratch, Value *, f->nvalues + 1);
	x.block = NEWN(scratch, Block *, f->nblocks + 1);
	copy_values(&x);
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		link_block(&x, b);
		for (int k = 0; k < b->rets.n; k++)
			vec_push(permanent, &x.block[b->id]->rets, mapped(&x, b->rets.v[k]));
	}
	g->entry = x.block[f->entry->id];
	return g;
}

static bool
is_self_call(Func *f, Value *v)
{
	return v->op == OpStaticCall && v->call->callee == f->sym && !v->call->noinline && (!f->mem_result || v->call->result_addr);
}

static bool
worth_self(Func *f)
{
	int cost = 0, calls = 0;
	if (f->noinline || f->uses_recover || f->has_trycall || f->outer_try || f->nosplit || f->closure || ssa_conf.opt < 2)
		return false;
	compute_rpo(f);
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		for (int k = 0; k < b->succs.n; k++)
			if (b->succs.v[k]->rpo <= b->rpo)
				return false;
		for (int j = 0; j < b->values.n; j++) {
			bool self = is_self_call(f, b->values.v[j]);
			calls += self;
			cost += self ? CALL_COST : value_cost(f, b->values.v[j]);
		}
		if (cost > SELF_BUDGET + calls * CALL_COST)
			return false;
	}
	return calls > 0 && calls <= SELF_CALLS;
}

void
inline_self(Func *f)
{
	int n = f->blocks.n;
	if (!worth_self(f))
		return;
	Func *g = clone_body(f);
	for (int i = 0; i < n; i++) {
		Block *b = f->blocks.v[i];
		for (int j = b->values.n - 1; j >= 0; j--)
			if (is_self_call(f, b->values.v[j]))
				expand(f, b, j, g);
	}
	drop_tuples(f);
	reorder_blocks(f);
	copyelim(f);
}
