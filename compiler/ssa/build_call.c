/* build_call.c - calls: which function, the arguments in order, the results. */
#include "ssa/build.h"

/* The declared function that e names, with its type arguments; NULL when e is a value. */
Object *
static_func(B *b, Expr *e, TypeList *targs)
{
	e = unparen(e);
	if (e->kind == E_INDEX) {
		Object *f = static_func(b, e->x, targs);
		if (f && e->targs && e->targs->n)
			*targs = b_tylist(b, e->targs);
		return f;
	}
	if ((e->kind != E_NAME && e->kind != E_SELECTOR) || e->sel || !e->obj || e->obj->kind != O_FUNC)
		return NULL;
	if (e->targs && e->targs->n)
		*targs = b_tylist(b, e->targs);
	return e->obj;
}

Sym *
b_sym_for(B *b, Object *f, TypeList targs)
{
	return sym_for_func(b->p, f, &targs);
}

/* Emits the call; out gets one entry per result. */
void
b_emit_call(B *b, Call *c, SsaOp op, ValueList *args, ValueList *out)
{
	Type *res = c->results;
	bool mem = sig_mem_result(c->sig);
	Type *area = mem ? sig_result_struct(c->sig) : NULL;
	if (mem)
		c->result_addr = b_local(b, area);
	Type *t = mem || res->vars.n == 0 ? NULL : res->vars.n == 1 ? unalias(res->vars.v[0]->type) : res;
	Value *v = b_v0(b, op, t);
	v->call = c;
	for (int i = 0; i < args->n; i++)
		value_addarg(v, args->v[i]);
	if (c->noreturn) {
		b_exit(b);
		return;
	}
	for (int i = 0; i < res->vars.n; i++) {
		Type *rt = unalias(res->vars.v[i]->type);
		Value *r = v;
		if (mem && type_size(rt) == 0 && type_ssaable(rt))
			r = b_zero(b, rt);
		else if (mem)
			r = b_load(b, rt, b_field_addr(b, area, c->result_addr, i));
		else if (res->vars.n > 1)
			r = b_sel(b, v, i);
		vec_push(permanent, out, r);
	}
}

/* Is the memory that represents e's value its own? */
static bool
fresh_value(B *b, Expr *e)
{
	e = unparen(e);
	if (e->kind == E_CALL && e->x->mode != MODE_TYPE)
		return true;
	if (e->kind == E_COMPLIT)
		return true;
	return e->kind == E_NAME && e->obj && e->obj->kind == O_VAR && !e->obj->is_global && !var_needs_mem(b, e->obj);
}

static Value *
argument(B *b, Expr *e, Type *t)
{
	Value *v = b_expr_to(b, e, t);
	return type_ssaable(t) || fresh_value(b, e) ? v : b_stable(b, t, v);
}

static Type *
param_type(B *b, Type *sig, int i)
{
	return b_ty(b, sig->params->vars.v[i]->type);
}

/* The final ...T parameter from values of types ts. */
static Value *
pack_values(B *b, Type *slice, Value **xs, Type **ts, Expr **es, int n)
{
	if (n == 0)
		return b_zero(b, slice);
	Type *et = unalias(type_under(slice)->elem);
	Value *arr = b_newobj(b, type_array(et, n));
	arr->auxint = NEW_ARGS;
	for (int i = 0; i < n; i++) {
		Value *p = b_off(b, arr, i * type_size(et), et);
		if (es) {
			b_expr_into(b, es[i], et, p);
			continue;
		}
		Value *x = type_same(ts[i], et) ? xs[i] : b_convert(b, xs[i], ts[i], et, NULL);
		b_store(b, et, p, x);
	}
	Value *len = b_int(b, n);
	return b_v3(b, OpSliceMake, slice, b_off(b, arr, 0, et), len, len);
}

/* f(g()) where g has several results. */
static void
spread_args(B *b, Expr *call, Type *sig, ValueList *args)
{
	ValueList xs = { 0 };
	TypeList ts = { 0 };
	b_multi(b, call->list.v[0], &xs, &ts);
	int np = sig->params->vars.n, fixed = sig->variadic ? np - 1 : np;
	for (int i = 0; i < fixed; i++) {
		Type *pt = param_type(b, sig, i);
		vec_push(permanent, args, type_same(ts.v[i], pt) ? xs.v[i] : b_convert(b, xs.v[i], ts.v[i], pt, NULL));
	}
	if (sig->variadic)
		vec_push(permanent, args, pack_values(b, param_type(b, sig, fixed), xs.v + fixed, ts.v + fixed, NULL, xs.n - fixed));
}

static bool
spreads(Expr *call, Type *sig)
{
	if (call->list.n != 1)
		return false;
	Expr *a = unparen(call->list.v[0]);
	if (a->kind != E_CALL || !a->type || a->type->kind != T_TUPLE)
		return false;
	return a->type->vars.n != 1 || (sig->variadic && sig->params->vars.n == 1);
}

static void
b_args(B *b, Expr *call, Type *sig, ValueList *args)
{
	if (spreads(call, sig)) {
		spread_args(b, call, sig, args);
		return;
	}
	int np = sig->params->vars.n;
	bool pack = sig->variadic && !call->dots;
	int fixed = pack ? np - 1 : np;
	for (int i = 0; i < fixed; i++)
		vec_push(permanent, args, argument(b, call->list.v[i], param_type(b, sig, i)));
	if (pack && call->list.n == fixed)
		vec_push(permanent, args, pack_values(b, param_type(b, sig, fixed), NULL, NULL, NULL, 0));
	else if (pack)
		vec_push(permanent, args, pack_values(b, param_type(b, sig, fixed), NULL, NULL, call->list.v + fixed, call->list.n - fixed));
}

static Call *
call_new(Type *sig, Type *results)
{
	Call *c = NEW(permanent, Call);
	c->sig = sig;
	c->results = results;
	return c;
}

static void
result_types(B *b, Type *sig, TypeList *types)
{
	for (int i = 0; i < sig->results->vars.n; i++)
		vec_push(permanent, types, b_ty(b, sig->results->vars.v[i]->type));
}

/* The signature of the called expression, substituted and without type parameters. */
static Type *
call_sig(B *b, Expr *fun)
{
	Type *t = b_ty(b, fun->type);
	Type *s = type_core(t);
	return s ? s : type_under(t);
}

static void
call_static(B *b, Expr *e, Object *f, TypeList targs, ValueList *out, TypeList *types)
{
	Sym *s = b_sym_for(b, f, targs);
	ValueList args = { 0 };
	b_args(b, e, s->type, &args);
	b->pos = e->pos;
	Call *c = call_new(s->type, s->type->results);
	c->callee = s;
	b_emit_call(b, c, OpStaticCall, &args, out);
	result_types(b, s->type, types);
}

static void
call_closure(B *b, Expr *e, ValueList *out, TypeList *types)
{
	Type *sig = flat_sig(call_sig(b, e->x), NULL);
	ValueList args = { 0 };
	Value *f = b_expr(b, e->x);
	vec_push(permanent, &args, f);
	b_args(b, e, sig, &args);
	b->pos = e->pos;
	args.v[0] = f->op == OpFuncAddr || f->op == OpNewClosure ? f : b_nilcheck(b, f);
	b_emit_call(b, call_new(sig, sig->results), OpClosureCall, &args, out);
	result_types(b, sig, types);
}

int
iface_method_index(Type *iface, Object *m)
{
	TypeSet *ts = type_set(type_under(iface));
	for (int i = 0; i < ts->methods.n; i++) {
		Method *x = &ts->methods.v[i];
		if (x->name == m->name && (name_exported(m->name) || x->pkg == m->pkg))
			return i;
	}
	fatal("build: method %s is not in %s", m->name->s, type_string(iface, NULL));
}

static void
call_interface(B *b, Expr *e, Selection *s, Value *recv, Type *iface, ValueList *out, TypeList *types)
{
	Type *fs = call_sig(b, e->x);
	Type *sig = type_signature(NULL, fs->params, fs->results, fs->variadic);
	ValueList args = { 0 };
	vec_push(permanent, &args, recv);
	b_args(b, e, sig, &args);
	b->pos = e->pos;
	b_nilcheck(b, b_v1(b, OpITab, basic_type[T_UNSAFEPTR], recv));
	Call *c = call_new(sig, sig->results);
	c->iface = iface;
	c->method = iface_method_index(iface, s->obj);
	b_emit_call(b, c, OpInterCall, &args, out);
	result_types(b, sig, types);
}

static void
call_method(B *b, Expr *e, Expr *fun, ValueList *out, TypeList *types)
{
	Selection *s = b_selection(b, fun);
	Type *iface;
	Value *recv = b_method_recv(b, fun->x, s, &iface);
	if (iface) {
		call_interface(b, e, s, recv, iface, out, types);
		return;
	}
	Sym *sym = b_method_sym(b, s);
	Type *fs = call_sig(b, e->x);
	ValueList args = { 0 };
	vec_push(permanent, &args, recv);
	b_args(b, e, fs, &args);
	b->pos = e->pos;
	Call *c = call_new(sym->type, sym->type->results);
	c->callee = sym;
	b_emit_call(b, c, OpStaticCall, &args, out);
	result_types(b, sym->type, types);
}

void
b_call_multi(B *b, Expr *e, ValueList *out, TypeList *types)
{
	Expr *fun = unparen(e->x);
	b->pos = e->pos;
	if (fun->mode == MODE_TYPE) {
		vec_push(permanent, out, b_conversion(b, e));
		vec_push(permanent, types, b_ty(b, e->type));
		return;
	}
	if (fun->mode == MODE_BUILTIN) {
		Value *v = b_builtin(b, e);
		if (v && !out->n)
			vec_push(permanent, out, v);
		if (out->n)
			vec_push(permanent, types, b_ty(b, e->type));
		return;
	}
	TypeList targs = { 0 };
	Object *f = static_func(b, fun, &targs);
	if (f && b_intrinsic(b, f, e, out)) {
		result_types(b, f->type, types);
		return;
	}
	if (f)
		call_static(b, e, f, targs, out, types);
	else if (fun->kind == E_SELECTOR && fun->sel && fun->sel->kind == SEL_METHODVAL)
		call_method(b, e, fun, out, types);
	else
		call_closure(b, e, out, types);
}

Value *
b_call(B *b, Expr *e)
{
	ValueList out = { 0 };
	TypeList types = { 0 };
	b_call_multi(b, e, &out, &types);
	return out.n ? out.v[0] : NULL;
}
