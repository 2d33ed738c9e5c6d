/* build_rangefunc.c - for range over functions (spec, "For statements with range clause").
 *
 * The loop body becomes a function `f-rangeN` passed as yield. It sees the variables around it like a literal: by reference when
 * they are changed, else by value; the list is found while it is built. Ways out of the body other than continue store a
 * number in the loop's `next` variable and return false; the code after the call of the iterator looks at the number and does
 * there what the statement said (which, inside another such body, stores a number again). `state` guards against
 * iterators that call yield when they must not; its values are those of runtime.panicrangestate. */
#include "ssa/build.h"

enum { RF_DONE, RF_READY, RF_PANIC, RF_EXHAUSTED, RF_MISSING_PANIC };

struct RangeBody {
	Stmt *s;
	Var *state, *next;                   /* in the function around */
	Vec(Stmt *) exits;                   /* branch and return statements; number = index + 1 */
	int64_t off;                         /* end of the captures so far */
};

static Var *
mem_var(B *b, Type *t, int64_t init)
{
	Var *v = var_synth(b, t);
	v->mem = true;
	v->addr = b_newobj(b, t);
	b_store(b, t, v->addr, b_const(b, t, init));
	return v;
}

/* The variable of the function around as this body sees it. */
static Var *
capture(B *n, Var *outer)
{
	for (int i = 0; i < n->captured_vars.n; i++)
		if (n->captured_vars.v[i] == outer)
			return n->inner_vars.v[i];
	Type *st = outer->mem ? ptr_to(outer->type) : outer->type;
	int64_t al = type_align(st) ? type_align(st) : 1;
	n->range->off = (n->range->off + al - 1) / al * al;
	Block *cur = n->cur;
	b_start(n, n->entry);
	Value *v = b_v1(n, OpLoad, st, b_off(n, n->closure, n->range->off, st));
	n->range->off += type_size(st);
	Var *in = var_synth(n, outer->type);
	in->obj = outer->obj;
	in->mem = outer->mem;
	if (in->mem)
		in->addr = v;
	else
		b_write(n, in, v);
	b_start(n, cur);
	vec_push(permanent, &n->captured_vars, outer);
	vec_push(permanent, &n->inner_vars, in);
	return in;
}

Var *
b_range_capture(B *b, Object *o)
{
	Var *v = capture(b, b_var(b->outer, o));
	map_put(&b->vars, o, v);
	return v;
}

/* The TryRec of the function around all loops: a defer in the body is one of that function, though iterators may have their own. */
static Var *
try_var(B *b)
{
	if (b->range)
		return capture(b, try_var(b->outer));
	if (!b->try_var) {
		Block *cur = b->cur;
		b->try_var = var_synth(b, basic_type[T_UNSAFEPTR]);
		b_start(b, b->entry);
		b_write(b, b->try_var, b_rt(b, RT_trytop, basic_type[T_UNSAFEPTR], 0));
		b_start(b, cur);
	}
	return b->try_var;
}

Value *
b_range_try(B *b)
{
	return b_read(b, try_var(b));
}

/* leaving */

static void
set_mem(B *b, Var *v, int64_t x)
{
	b_store(b, v->type, b_addr_of_var(b, v), b_const(b, v->type, x));
}

static void
ret_bool(B *b, bool v)
{
	Value *x = b_bool(b, v);
	Block *k = b->cur;
	k->kind = BLOCK_RET;
	k->pos = b->pos;
	vec_push(permanent, &k->rets, x);
	b->cur = NULL;
}

static void
leave(B *b, int64_t state, bool go_on)
{
	set_mem(b, capture(b, b->range->state), state);
	ret_bool(b, go_on);
}

static void
leave_by(B *b, Stmt *s)
{
	RangeBody *r = b->range;
	int i = 0;
	while (i < r->exits.n && !(r->exits.v[i] == s || (s->kind == S_RETURN && r->exits.v[i]->kind == S_RETURN)))
		i++;
	if (i == r->exits.n)
		vec_push(permanent, &r->exits, s);
	set_mem(b, capture(b, r->next), i + 1);
	leave(b, RF_DONE, false);
}

static bool
inside(Stmt *body, Stmt *t)
{
	return t->pos > body->pos && t->pos < body->end;
}

bool
b_range_branch(B *b, Stmt *s)
{
	RangeBody *r = b->range;
	Stmt *t = s->target;
	if (s->kind == S_FALLTHROUGH || !t)
		return false;
	if (t->kind == S_LABELED && s->kind != S_GOTO)
		t = t->body;
	if (t == r->s) {
		leave(b, s->kind == S_CONTINUE ? RF_READY : RF_DONE, s->kind == S_CONTINUE);
		return true;
	}
	if (inside(r->s->body, t))
		return false;
	leave_by(b, s);
	return true;
}

static Var *
result_var(B *b, int i)
{
	return b->range ? capture(b, result_var(b->outer, i)) : b->result_vars.v[i];
}

bool
b_range_return(B *b, Stmt *s)
{
	int n = b->results->vars.n;
	if (s->rhs.n) {
		Value **xs = NEWN(permanent, Value *, n + 1);
		b_eval_results(b, s, xs);
		for (int i = 0; i < n; i++)
			b_var_set(b, result_var(b, i), xs[i]);
	}
	b->pos = s->pos;
	leave_by(b, s);
	return true;
}

/* After the call: what made the body return false? */
static void
dispatch(B *b, RangeBody *r)
{
	Type *in = basic_type[T_INT];
	for (int i = 0; i < r->exits.n; i++) {
		Block *hit = b_block(b), *next = b_block(b);
		Value *x = b_load(b, in, b_addr_of_var(b, r->next));
		b_if(b, b_v2(b, OpEq64, basic_type[T_BOOL], x, b_int(b, i + 1)), hit, next, 0);
		b_enter(b, hit);
		Stmt *s = r->exits.v[i];
		if (s->kind != S_RETURN)
			b_stmt(b, s);
		else if (b->range)
			leave_by(b, s);
		else
			b_return_now(b);
		b_enter(b, next);
	}
}

static void
assign_params(B *n, Stmt *s, Type *sig)
{
	Value *vals[2] = { 0 };
	Lv *ls[2] = { 0 };
	for (int i = 0; i < sig->params->vars.n && i < 2; i++) {
		Type *t = unalias(sig->params->vars.v[i]->type);
		vals[i] = value_new(n->entry, OpParam, type_ssaable(t) ? t : ptr_to(t), s->pos);
		vals[i]->auxint = i;
	}
	for (int i = 0; i < s->lhs.n && i < sig->params->vars.n; i++) {
		Expr *e = s->lhs.v[i] ? unparen(s->lhs.v[i]) : NULL;
		Type *t = unalias(sig->params->vars.v[i]->type);
		if (!e || (e->kind == E_NAME && e->name->len == 1 && e->name->s[0] == '_'))
			continue;
		if (s->define && s->newvars.v[i])
			b_define_var(n, s->newvars.v[i], vals[i], t);
		else if (!s->define)
			ls[i] = b_lvalue(n, e);
	}
	for (int i = 0; i < 2; i++) {
		Type *t = ls[i] ? unalias(sig->params->vars.v[i]->type) : NULL;
		if (ls[i])
			lv_store(n, ls[i], type_same(t, ls[i]->type) ? vals[i] : b_convert(n, vals[i], t, ls[i]->type, NULL));
	}
}

static void
check_state(B *n, Var *state)
{
	Type *in = basic_type[T_INT];
	Value *st = b_load(n, in, b_addr_of_var(n, state));
	Block *bad = b_block(n), *ok = b_block(n);
	b_if(n, b_v2(n, OpEq64, basic_type[T_BOOL], st, b_int(n, RF_READY)), ok, bad, 1);
	b_enter(n, bad);
	b_rt(n, RT_panicrangestate, NULL, 1, st);
	b_enter(n, ok);
	set_mem(n, state, RF_PANIC);
}

static B *
body_function(B *b, Stmt *s, RangeBody *r, Type *yield_sig)
{
	Sym *sym = sym_get(b->p, str_fmt("%s-range%d", b->sym->name, ++b->nrange)->s, SYM_FUNC);
	sym->type = yield_sig;
	sym->linkonce = b_merges(b);
	sym->closure = true;
	Func *f = b_new_func(b->p, sym, yield_sig, s->pos);
	f->endpos = s->body->end;
	B *n = b_new(b->p, f, b->info, b->subst, b->pkg);
	n->outer = b;
	n->range = r;
	n->results = b->results;
	n->pos = s->pos;
	n->closure = value_new(n->entry, OpClosure, basic_type[T_UNSAFEPTR], s->pos);
	check_state(n, capture(n, r->state));
	assign_params(n, s, yield_sig);
	b_block_stmt(n, s->body);
	if (n->cur) {
		n->pos = s->body->end;
		leave(n, RF_READY, true);
	}
	b_finish(n);
	vec_push(permanent, &b->p->funcs, f);
	return n;
}

static Value *
body_closure(B *b, B *n, Type *yield_t)
{
	ValueList caps = { 0 };
	for (int i = 0; i < n->captured_vars.n; i++) {
		Var *v = n->captured_vars.v[i];
		vec_push(permanent, &caps, v->mem ? b_addr_of_var(b, v) : b_read(b, v));
	}
	Value *c = b_closure_of(b, n->sym, &caps);
	c->type = yield_t;
	return c;
}

static void
check_after(B *b, RangeBody *r)
{
	Type *in = basic_type[T_INT];
	Block *bad = b_block(b), *ok = b_block(b);
	Value *st = b_load(b, in, b_addr_of_var(b, r->state));
	b_if(b, b_v2(b, OpEq64, basic_type[T_BOOL], st, b_int(b, RF_PANIC)), bad, ok, -1);
	b_enter(b, bad);
	b_rt(b, RT_panicrangestate, NULL, 1, b_int(b, RF_MISSING_PANIC));
	b_enter(b, ok);
	set_mem(b, r->state, RF_EXHAUSTED);
}

void
b_rangefunc(B *b, Stmt *s)
{
	Type *ft = type_core(b_ty(b, s->x->type)), *in = basic_type[T_INT];
	Type *yield_t = unalias(ft->params->vars.v[0]->type);
	Type *yield_sig = flat_sig(type_core(yield_t), NULL);
	Value *iter = b_expr(b, s->x);
	b->pos = s->pos;
	RangeBody *r = NEW(permanent, RangeBody);
	r->s = s;
	r->off = 8;
	r->state = mem_var(b, in, RF_READY);
	r->next = mem_var(b, in, 0);
	B *n = body_function(b, s, r, yield_sig);
	ValueList args = { 0 }, out = { 0 };
	vec_push(permanent, &args, b_nilcheck(b, iter));
	vec_push(permanent, &args, body_closure(b, n, yield_t));
	Call *c = NEW(permanent, Call);
	c->sig = flat_sig(ft, NULL);
	c->results = ft->results;
	b_emit_call(b, c, OpClosureCall, &args, &out);
	check_after(b, r);
	dispatch(b, r);
}
