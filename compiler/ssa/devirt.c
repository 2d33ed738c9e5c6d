/* devirt.c - pass devirtualize: calls whose target is known after all become direct.
 *
 *   InterCall on an interface made here from a known concrete type  -> StaticCall of the method
 *   ClosureCall of a function's static closure                      -> StaticCall
 *   ClosureCall of a closure made here                              -> keeps its form, with Call.callee: inline.c can take it
 *
 * Only methods declared on the type itself: promoted ones would need the path of fields followed here. */
#include "ssa/ssa.h"

static Value *
through_nops(Value *v)
{
	while (v->op == OpConvNop || v->op == OpCopy || v->op == OpNilCheck)
		v = v->args[0];
	return v;
}

static void
drop_arg0(Value *v)
{
	memmove(&v->args[0], &v->args[1], sizeof(Value *) * (size_t)(v->nargs - 1));
	v->nargs--;
}

static bool
devirt_closure(Value *v)
{
	Value *fn = through_nops(v->args[0]);
	if (fn->op == OpNewClosure) {
		bool news = v->call->callee == NULL;
		v->call->callee = fn->sym;
		return news;
	}
	if (fn->op != OpFuncAddr)
		return false;
	if (fn->sym->type && type_under(fn->sym->type)->kind == T_SIGNATURE && fn->sym->type->params->vars.n != v->nargs - 1)
		return false;
	v->call->callee = fn->sym;
	v->op = OpStaticCall;
	drop_arg0(v);
	return true;
}

static Selection *
find_method(Type *t, Method *m)
{
	MethodSet *ms = method_set(t);
	for (int i = 0; ms && i < ms->n; i++)
		if (ms->v[i].name == m->name && (name_exported(m->name) || ms->v[i].pkg == m->pkg))
			return ms->v[i].sel;
	return NULL;
}

/* The receiver as the method wants it, from the data word; NULL when it takes more than one step. */
static Value *
receiver(Func *f, Value *v, Type *t, Type *want, Value *data)
{
	bool have_ptr = type_under(t)->kind == T_POINTER, want_ptr = type_under(want)->kind == T_POINTER;
	if (have_ptr != want_ptr || !type_identical(t, want))
		return NULL;
	if (type_is_direct_iface(t)) {
		if (!have_ptr)
			return NULL;
		Value *r = value_make(f, OpConvNop, t, v->pos);
		value_addarg(r, data);
		return r;
	}
	Value *r = value_make(f, type_ssaable(t) ? OpLoad : OpConvNop, type_ssaable(t) ? t : type_pointer(t), v->pos);
	value_addarg(r, data);
	return r;
}

static bool
devirt_iface(Func *f, Value *v)
{
	Value *i = through_nops(v->args[0]);
	if (i->op != OpIMake || i->args[0]->op != OpItabAddr)
		return false;
	Type *t = i->args[0]->auxtype;
	Method *m = &type_set(type_under(v->call->iface))->methods.v[v->call->method];
	Selection *sel = find_method(t, m);
	if (!sel || sel->path.n || !sel->obj || sel->obj->kind != O_FUNC || type_is_interface(t))
		return false;
	Sym *s = sym_for_func(f->prog, sel->obj, NULL);
	if (!s || !s->type || type_under(s->type)->kind != T_SIGNATURE || s->type->params->vars.n != v->nargs)
		return false;
	Value *r = receiver(f, v, t, s->type->params->vars.v[0]->type, i->args[1]);
	if (!r)
		return false;
	r->inl = v->inl;
	value_insert_before(v, r);
	v->op = OpStaticCall;
	v->args[0] = r;
	v->call->callee = s;
	v->call->sig = s->type;
	if (ssa_conf.dump_m && f->pkg == f->prog->pkg)
		message(outermost_pos(v->pos, v->inl), "devirtualizing call to %s", s->name);
	return true;
}

void
devirtualize(Func *f)
{
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			if (v->op == OpClosureCall)
				devirt_closure(v);
			else if (v->op == OpInterCall)
				devirt_iface(f, v);
		}
	}
}
