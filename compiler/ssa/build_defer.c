/* build_defer.c - go and defer statements, and functions that contain defer.
 *
 * `go f(x)` and `defer f(x)` evaluate f and x now and make a closure without parameters, a thunk, that calls it later. The thunk
 * is marked as a wrapper, so that recover in f looks through it.
 *
 * A function with defers is outlined (DESIGN 11): its own code makes ctx { results, parameters, closure, recover token }, runs
 * the body under runtime.trycall and returns the results from ctx, whether a panic was recovered or not. Results are variables
 * in ctx; ctx is a New when something else may point to them. */
#include "ssa/build.h"

/* thunks */

typedef struct Thunk {
	B *b;                                /* the function with the statement */
	ValueList caps;
	Vec(Object *) objs;
	Vec(Type *) types; Expr *token; } Thunk;   /* token: of `defer recover()` */

/* A name for a value evaluated now, to be used in the thunk. */
static Expr *
keep(Thunk *t, Value *x, Type *type)
{
	B *b = t->b;
	Object *o = var_new(b->pos, b->pkg, str_fmt(".arg%d", t->objs.n), type);
	if (!type_ssaable(type)) {
		Value *copy = b_newobj(b, type);
		b_store(b, type, copy, x);
		x = copy;
	}
	vec_push(permanent, &t->caps, x);
	vec_push(permanent, &t->objs, o);
	vec_push(permanent, &t->types, type);
	Expr *e = NEW(permanent, Expr);
	e->kind = E_NAME;
	e->mode = MODE_VAR;
	e->pos = b->pos;
	e->name = o->name;
	e->obj = o;
	e->type = type;
	return e;
}

static bool
left_as_is(Expr *a)
{
	a = unparen(a);
	return a->val || a->mode == MODE_NIL || a->mode == MODE_TYPE;
}

static Expr *
keep_expr(Thunk *t, Expr *a, Type *type)
{
	if (left_as_is(a))
		return a;
	Value *x = b_expr_to(t->b, a, type);
	return keep(t, x, type);
}

static void
keep_spread(Thunk *t, Expr *call, Expr *out)
{
	ValueList xs = { 0 };
	TypeList ts = { 0 };
	b_multi(t->b, call->list.v[0], &xs, &ts);
	for (int i = 0; i < xs.n; i++)
		vec_push(permanent, &out->list, keep(t, xs.v[i], ts.v[i]));
}

static void
keep_args(Thunk *t, Expr *call, Type *sig, Expr *out)
{
	out->list.n = out->list.cap = 0;
	out->list.v = NULL;
	if (call->list.n == 1 && unparen(call->list.v[0])->kind == E_CALL && call->list.v[0]->type && call->list.v[0]->type->kind == T_TUPLE) {
		keep_spread(t, call, out);
		return;
	}
	int np = sig ? sig->params->vars.n : 0;
	for (int i = 0; i < call->list.n; i++) {
		Expr *a = call->list.v[i];
		Type *pt = left_as_is(a) ? NULL : b_ty(t->b, a->type);
		if (sig) {
			bool pack = sig->variadic && !call->dots && i >= np - 1;
			pt = b_ty(t->b, sig->params->vars.v[pack ? np - 1 : i]->type);
			if (pack)
				pt = unalias(type_under(pt)->elem);
		} else if (unparen(call->x)->builtin == B_PANIC) {
			pt = type_any;
		}
		if (pt && type_is_untyped(pt))
			pt = type_default(pt);
		vec_push(permanent, &out->list, keep_expr(t, a, pt));
	}
}

static Type *
signature_of(B *b, Expr *fun)
{
	Type *t = b_ty(b, fun->type);
	Type *c = type_core(t);
	return c ? c : type_under(t);
}

/* The called expression with its operands evaluated. */
static Expr *
keep_fun(Thunk *t, Expr *fun, Type **sig)
{
	B *b = t->b;
	TypeList targs = { 0 };
	*sig = NULL;
	if (fun->mode == MODE_BUILTIN)
		return fun;
	Object *f = static_func(b, fun, &targs);
	if (f) {
		Sym *s = b_sym_for(b, f, targs);
		*sig = s->type;
		if (!targs.n)
			return fun;
		Value *v = b_v0(b, OpFuncAddr, type_signature(NULL, s->type->params, s->type->results, s->type->variadic));
		v->sym = s;
		return keep(t, v, v->type);
	}
	*sig = signature_of(b, fun);
	if (fun->kind == E_SELECTOR && fun->sel && fun->sel->kind == SEL_METHODVAL) {
		Selection *s = b_selection(b, fun);
		Type *iface;
		Value *recv = b_method_recv(b, fun->x, s, &iface);
		if (iface)
			b_nilcheck(b, b_v1(b, OpITab, basic_type[T_UNSAFEPTR], recv));
		Type *rt = iface ? iface : unalias(b_method_sym(b, s)->type->params->vars.v[0]->type);
		Expr *m = expr_copy(fun);
		m->x = keep(t, recv, rt);
		m->sel = NEW(permanent, Selection);
		*m->sel = *s;
		m->sel->path.n = 0;
		m->sel->recv = rt;
		return m;
	}
	Type *ft = b_ty(b, fun->type);
	return keep(t, b_expr(b, fun), ft);
}

static void
thunk_vars(B *n, Thunk *t)
{
	int64_t off = 8;
	for (int i = 0; i < t->objs.n; i++) {
		Type *ty = t->types.v[i];
		bool mem = !type_ssaable(ty);
		Type *st = mem ? ptr_to(ty) : ty;
		int64_t al = type_align(st);
		off = (off + al - 1) / al * al;
		Value *v = b_v1(n, OpLoad, st, b_off(n, n->closure, off, st));
		off += type_size(st);
		Var *var = var_synth(n, ty);
		var->obj = t->objs.v[i];
		var->mem = mem;
		if (mem)
			var->addr = v;
		else
			b_write(n, var, v);
		map_put(&n->vars, var->obj, var);
	}
}

static Type *
no_sig(void)
{
	static Type *s;
	if (!s)
		s = type_signature(NULL, type_tuple(NULL, 0), type_tuple(NULL, 0), false);
	return s;
}

static Value *
thunk_closure(Thunk *t, Expr *call, bool go)
{
	B *b = t->b;
	Sym *s = sym_get(b->p, str_fmt("%s.%s%d", b->sym->name, go ? "gowrap" : "deferwrap", ++b->nthunks)->s, SYM_FUNC);
	s->type = no_sig();
	s->linkonce = b_merges(b);
	s->closure = t->caps.n > 0;
	Func *f = b_new_func(b->p, s, s->type, b->pos);
	f->wrapper = true;
	B *n = b_new(b->p, f, NULL, b->subst, b->pkg);
	n->pos = b->pos;
	if (t->caps.n) {
		n->closure = value_new(n->entry, OpClosure, basic_type[T_UNSAFEPTR], b->pos);
		thunk_vars(n, t);
	}
	if (t->token)
		n->recover_token = b_expr(n, t->token);
	b_discard(n, call);
	b_return_now(n);
	b_finish(n);
	vec_push(permanent, &b->p->funcs, f);
	return b_closure_of(b, s, &t->caps);
}

/* A func value without parameters and results needs no thunk. */
static bool
is_plain(B *b, Expr *call)
{
	Expr *fun = unparen(call->x);
	if (call->list.n || fun->mode == MODE_BUILTIN || (fun->kind == E_SELECTOR && fun->sel))
		return false;
	Type *sig = signature_of(b, fun);
	return sig->params->vars.n == 0 && sig->results->vars.n == 0 && !sig->recv;
}

/* `defer recover()` counts as called by the function that defers it, when that returns normally. */
static bool
is_recover(Expr *call)
{
	Expr *f = unparen(call->x);
	return f->mode == MODE_BUILTIN && call->kind == E_CALL && f->kind == E_NAME && strcmp(f->name->s, "recover") == 0;
}

void
b_go_defer(B *b, Stmt *s)
{
	Expr *call = unparen(s->x);
	bool go = s->kind == S_GO;
	Value *f;
	if (call->kind == E_CALL && unparen(call->x)->mode == MODE_TYPE) {
		b_discard(b, call);
		return;
	}
	if (is_plain(b, call)) {
		f = b_expr(b, call->x);
	} else {
		Thunk t = { .b = b };
		Expr *c = expr_copy(call);
		Type *sig;
		if (!go && b->recover_token && is_recover(call))
			t.token = keep(&t, b->recover_token, basic_type[T_UNSAFEPTR]);
		c->x = keep_fun(&t, unparen(call->x), &sig);
		keep_args(&t, call, sig, c);
		b->pos = s->pos;
		f = thunk_closure(&t, c, go);
	}
	b->pos = s->pos;
	if (go) {
		b_rt(b, RT_newproc, NULL, 1, f);
	} else if (b->range) {
		b_rt(b, RT_deferprocat, NULL, 2, b_range_try(b), f);
	} else if (b->info && b->info->defer_in_loop) {
		b_rt(b, RT_deferprocheap, NULL, 1, f);
	} else {
		b_rt(b, RT_deferproc, NULL, 2, b_local(b, type_array(basic_type[T_UINTPTR], 4)), f);
	}
}

/* outlining */

typedef struct Ctx { Type *type; int nresults, nparams, closure, token; } Ctx;

static Ctx
context_type(B *b, Type *sig)
{
	Ctx c = { .closure = -1, .token = -1 };
	Vec(Object *) fs = { 0 };
	for (int i = 0; i < sig->results->vars.n; i++, c.nresults++)
		vec_push(permanent, &fs, var_new(NOPOS, NULL, str_fmt("r%d", i), sig->results->vars.v[i]->type));
	for (int i = 0; i < sig->params->vars.n; i++, c.nparams++) {
		Type *t = unalias(sig->params->vars.v[i]->type);
		vec_push(permanent, &fs, var_new(NOPOS, NULL, str_fmt("p%d", i), type_ssaable(t) ? t : ptr_to(t)));
	}
	if (b->info->captures.n) {
		c.closure = fs.n;
		vec_push(permanent, &fs, var_new(NOPOS, NULL, str_lit("clo"), basic_type[T_UNSAFEPTR]));
	}
	if (b->info->has_recover) {
		c.token = fs.n;
		vec_push(permanent, &fs, var_new(NOPOS, NULL, str_lit("tok"), basic_type[T_UNSAFEPTR]));
	}
	vec_push(permanent, &fs, var_new(NOPOS, NULL, str_lit("pad"), basic_type[T_UINTPTR]));
	for (int i = 0; i < fs.n; i++) {
		fs.v[i]->is_field = true;
		fs.v[i]->index = i;
	}
	c.type = type_struct(fs.v, fs.n, NULL);
	return c;
}

static bool
results_shared(FuncInfo *info)
{
	ObjectList *rs = &info->sig->results->vars;
	for (int i = 0; i < rs->n; i++)
		if (rs->v[i]->addrtaken || rs->v[i]->captured)
			return true;
	return false;
}

static void
store_field(B *b, Ctx *c, Value *ctx, int i, Value *x)
{
	Type *t = unalias(c->type->fields.v[i]->type);
	b_store(b, t, b_field_addr(b, c->type, ctx, i), x);
}

static Value *
load_field(B *b, Ctx *c, Value *ctx, int i)
{
	Type *t = unalias(c->type->fields.v[i]->type);
	return b_load(b, t, b_field_addr(b, c->type, ctx, i));
}

static void
build_outer(B *b, Type *sig, Ctx *c, Sym *body)
{
	Value *ctx;
	Type *up = basic_type[T_UNSAFEPTR];
	if (results_shared(b->info)) {
		ctx = b_newobj(b, c->type);
	} else {
		ctx = b_local(b, c->type);
		b_zero_mem(b, c->type, ctx);
	}
	for (int i = 0; i < c->nparams; i++) {
		Type *t = unalias(sig->params->vars.v[i]->type);
		Value *v = value_new(b->entry, OpParam, type_ssaable(t) ? t : ptr_to(t), b->pos);
		v->auxint = i;
		store_field(b, c, ctx, c->nresults + i, v);
	}
	if (c->closure >= 0)
		store_field(b, c, ctx, c->closure, value_new(b->entry, OpClosure, up, b->pos));
	if (c->token >= 0)
		store_field(b, c, ctx, c->token, value_new(b->entry, OpCallerFrame, up, b->pos));
	Value *code = b_v0(b, OpAddr, up);
	code->sym = body;
	Value *rec = b_local(b, type_array(basic_type[T_UINTPTR], 32));
	b->pos = b->info->body->end;
	b_rt(b, RT_trycall, basic_type[T_BOOL], 3, code, ctx, rec);
	Value **xs = NEWN(permanent, Value *, c->nresults + 1);
	for (int i = 0; i < c->nresults; i++)
		xs[i] = load_field(b, c, ctx, i);
	b_ret_values(b, xs);
	b_finish(b);
}

static void
body_results(B *n, Ctx *c)
{
	ObjectList *rs = &n->info->sig->results->vars;
	for (int i = 0; i < c->nresults; i++) {
		Var *v = var_synth(n, unalias(c->type->fields.v[i]->type));
		v->obj = rs->v[i];
		v->mem = true;
		v->addr = b_field_addr(n, c->type, n->ctx, i);
		map_put(&n->vars, rs->v[i], v);
		vec_push(permanent, &n->result_vars, v);
	}
}

void
b_build_deferring(Program *p, B *b, Type *sig)
{
	Ctx c = context_type(b, sig);
	Type *up = basic_type[T_UNSAFEPTR];
	Sym *bs = sym_get(p, str_fmt("%s\302\267body", b->sym->name)->s, SYM_FUNC);
	Object *par = var_new(NOPOS, NULL, str_lit("ctx"), up);
	bs->type = type_signature(NULL, type_tuple(&par, 1), type_tuple(NULL, 0), false);
	bs->linkonce = b_merges(b);
	Func *f = b_new_func(p, bs, bs->type, b->f->pos);
	f->endpos = b->f->endpos;
	f->name = b->f->name;
	f->noinline = true;
	f->outer_try = b->f;
	B *n = b_new(p, f, b->info, b->subst, b->pkg);
	n->sym = b->sym;
	n->defers = true;
	n->results = sig->results;
	n->ctx = value_new(n->entry, OpParam, up, n->pos);
	body_results(n, &c);
	if (c.closure >= 0) {
		n->closure = load_field(n, &c, n->ctx, c.closure);
		b_declare_captures(n);
	}
	if (c.token >= 0)
		n->recover_token = load_field(n, &c, n->ctx, c.token);
	for (int i = 0; i < c.nparams; i++)
		b_declare_param(n, i, load_field(n, &c, n->ctx, c.nresults + i));
	b_stmts(n, b->info->body->list.v, b->info->body->list.n);
	n->pos = b->info->body->end;
	b_return_now(n);
	b_finish(n);
	vec_push(permanent, &p->funcs, f);
	b->f->wrapper = true;
	b->f->noinline = true;
	b->f->has_trycall = true;
	build_outer(b, sig, &c, bs);
}
