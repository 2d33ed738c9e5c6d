/* build_method.c - receivers, method values and method expressions. */
#include "ssa/build.h"

static Type *
method_recv_type(Object *m)
{
	return m->type->recv ? unalias(m->type->recv->type) : NULL;
}

/* Type arguments of the receiver's named type. */
static TypeList
recv_targs(B *b, Object *m)
{
	bool p;
	Type *t = method_recv_type(m);
	t = unalias(type_deref(t, &p));
	TypeList l = { 0 };
	if (t->kind == T_NAMED && t->targs.n)
		l = b_tylist(b, &t->targs);
	return l;
}

Sym *
b_method_sym(B *b, Selection *s)
{
	TypeList targs = recv_targs(b, s->obj);
	return sym_for_func(b->p, s->obj, &targs);
}

/* The type that declares or embeds the method: x's type after the path. */
static Type *
path_end(Type *t, Selection *s)
{
	for (int i = 0; i < s->path.n; i++) {
		Type *u = type_under(t);
		if (u->kind == T_POINTER)
			u = type_under(u->elem);
		t = unalias(u->fields.v[s->path.v[i]]->type);
	}
	return t;
}

static bool
ptr_method(Selection *s)
{
	Type *rt = method_recv_type(s->obj);
	return rt && type_under(rt)->kind == T_POINTER;
}

/* x as a place, x.path followed. */
static Lv *
method_place(B *b, Expr *x, Selection *s)
{
	return b_lvalue_path(b, x, s->path.v, s->path.n);
}

static Value *
value_of_pointer(B *b, Value *p, Type *pt)
{
	return b_load(b, unalias(type_under(pt)->elem), b_nilcheck(b, p));
}

Value *
b_method_recv(B *b, Expr *x, Selection *s, Type **iface)
{
	Type *xt = b_ty(b, x->type);
	Type *end = path_end(xt, s);
	*iface = type_under(end)->kind == T_INTERFACE ? end : NULL;
	bool is_ptr = type_under(end)->kind == T_POINTER;
	if (s->path.n == 0 && (is_ptr || *iface)) {
		Value *v = b_expr(b, x);
		return *iface || ptr_method(s) ? v : value_of_pointer(b, v, end);
	}
	if (ptr_method(s) && !is_ptr)
		return lv_addr(b, method_place(b, x, s));
	Value *v = lv_load(b, method_place(b, x, s));
	if (*iface || ptr_method(s))
		return v;
	Type *vt = is_ptr ? unalias(type_under(end)->elem) : end;
	return b_stable(b, vt, is_ptr ? value_of_pointer(b, v, end) : v);
}

/* x.M as a value: a closure of the evaluated receiver. The code, main.T.M-fm, loads it and calls. */
static Sym *
bound_method(B *b, Selection *s, Type *iface, Type *recv_t, Type *fsig)
{
	Sym *target = iface ? NULL : b_method_sym(b, s);
	const char *name = iface ? str_fmt("%s.%s-fm", type_linkname(iface), s->obj->name->s)->s : str_fmt("%s-fm", target->name)->s;
	Sym *w = sym_get(b->p, name, SYM_FUNC);
	if (w->func)
		return w;
	Type *sig = type_signature(NULL, fsig->params, fsig->results, fsig->variadic);
	w->type = sig;
	w->linkonce = true;
	w->closure = true;
	Func *f = b_new_func(b->p, w, sig, b->pos);
	f->wrapper = true;
	B *n = b_new(b->p, f, NULL, NULL, b->pkg);
	Value *clo = value_new(n->entry, OpClosure, basic_type[T_UNSAFEPTR], b->pos);
	Value *recv;
	if (type_ssaable(recv_t))
		recv = b_load(n, recv_t, b_off(n, clo, 8, recv_t));
	else
		recv = b_load(n, ptr_to(recv_t), b_off(n, clo, 8, ptr_to(recv_t)));
	ValueList args = { 0 };
	vec_push(permanent, &args, recv);
	Call *c = NEW(permanent, Call);
	c->sig = iface ? sig : target->type;
	c->results = c->sig->results;
	c->callee = target;
	c->iface = iface;
	c->method = iface ? iface_method_index(iface, s->obj) : 0;
	forward_call(n, c, iface ? OpInterCall : OpStaticCall, &args, 0);
	vec_push(permanent, &b->p->funcs, f);
	return w;
}

Value *
b_method_value(B *b, Expr *e, Selection *s)
{
	Type *iface;
	Value *recv = b_method_recv(b, e->x, s, &iface);
	b->pos = e->pos;
	if (iface)
		b_nilcheck(b, b_v1(b, OpITab, basic_type[T_UNSAFEPTR], recv));
	Type *ft = b_ty(b, e->type);
	Type *rt = iface ? iface : b_method_sym(b, s)->type->params->vars.v[0]->type;
	rt = unalias(rt);
	Sym *code = bound_method(b, s, iface, rt, type_under(ft));
	ValueList caps = { 0 };
	if (!type_ssaable(rt)) {
		Value *copy = b_newobj(b, rt);
		b_store(b, rt, copy, recv);
		recv = copy;
	}
	vec_push(permanent, &caps, recv);
	Value *v = b_closure_of(b, code, &caps);
	v->type = ft;
	return v;
}

/* I.M of an interface type as a function. */
static Sym *
interface_method_func(B *b, Type *iface, Object *m, Type *ft)
{
	Sym *w = sym_get(b->p, str_fmt("%s.%s", type_linkname(iface), m->name->s)->s, SYM_FUNC);
	if (w->func)
		return w;
	w->type = ft;
	w->linkonce = true;
	Func *f = b_new_func(b->p, w, ft, b->pos);
	f->wrapper = true;
	B *n = b_new(b->p, f, NULL, NULL, b->pkg);
	Type *msig = type_signature(NULL, type_tuple(ft->params->vars.v + 1, ft->params->vars.n - 1), ft->results, ft->variadic);
	Call *c = NEW(permanent, Call);
	c->sig = msig;
	c->results = ft->results;
	c->iface = iface;
	c->method = iface_method_index(iface, m);
	ValueList args = { 0 };
	forward_call(n, c, OpInterCall, &args, 0);
	vec_push(permanent, &b->p->funcs, f);
	return w;
}

Value *
b_method_expr(B *b, Expr *e, Selection *s)
{
	Type *ft = b_ty(b, e->type), *fu = type_under(ft);
	Type *recv = b_ty(b, e->x->type);
	Sym *code;
	if (type_under(recv)->kind == T_INTERFACE) {
		code = interface_method_func(b, recv, s->obj, fu);
	} else {
		Type *want = method_recv_type(s->obj);
		bool direct = s->path.n == 0 && (type_under(recv)->kind == T_POINTER) == (want && type_under(want)->kind == T_POINTER);
		code = direct ? b_method_sym(b, s) : build_method_wrapper(b->p, recv, s, false);
	}
	Value *v = b_v0(b, OpFuncAddr, ft);
	v->sym = code;
	return v;
}
