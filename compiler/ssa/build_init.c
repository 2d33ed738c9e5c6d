/* build_init.c - package variables and the function that initializes a package: `pkg.init` runs the initializers that are not
 * data, in dependency order, then the functions init. */
#include "ssa/build.h"

static Type *
void_sig(void)
{
	static Type *sig;
	if (!sig)
		sig = type_signature(NULL, type_tuple(NULL, 0), type_tuple(NULL, 0), false);
	return sig;
}

static const char *
package_name(Package *pkg)
{
	return pkg->is_main ? "main" : pkg->path->s;
}

static Sym *
init_sym(Program *p, Package *pkg)
{
	Sym *s = sym_get(p, str_fmt("%s.init", package_name(pkg))->s, SYM_FUNC);
	s->type = void_sig();
	return s;
}

static void
declare_globals(Program *p)
{
	for (int i = 0; i < p->pkg->files.n; i++) {
		File *f = p->pkg->files.v[i];
		for (int k = 0; k < f->decls.n; k++) {
			Decl *d = f->decls.v[k];
			if (d->kind != D_VAR)
				continue;
			for (int j = 0; j < d->objs.n; j++) {
				if (is_blank(d->objs.v[j]))
					continue;
				Sym *s = sym_for_global(p, d->objs.v[j]);
				if (!s->external)
					continue;
				s->external = false;
				vec_push(permanent, &p->globals, s);
			}
		}
	}
}

static Value *
global_addr(B *b, Object *o, Type **t)
{
	Sym *s = sym_for_global(b->p, o);
	*t = s->type;
	Value *a = b_v0(b, OpAddr, ptr_to(s->type));
	a->sym = s;
	return a;
}

static bool
try_static(B *b, Object *o, Expr *e)
{
	Type *t = unalias(o->type);
	if (type_size(t) > 1 << 26)
		return false;
	Data *d = data_for(t);
	int globals = b->p->globals.n;
	if (!static_init(b, t, e, d, 0, true)) {
		/* what was made for it on the way is of no use */
		(void)globals;
		return false;
	}
	sym_for_global(b->p, o)->data = d;
	return true;
}

static void
init_one(B *b, Object *o, Expr *e)
{
	Type *t;
	b->pos = e->pos;
	if (is_blank(o)) {
		b_discard(b, e);
		return;
	}
	if (try_static(b, o, e))
		return;
	t = unalias(o->type);
	Value *x = b_expr_to(b, e, t);
	b->pos = o->pos;
	Value *a = global_addr(b, o, &t);
	b_store(b, t, a, x);
}

static void
init_many(B *b, InitOrder *in)
{
	ValueList xs = { 0 };
	TypeList ts = { 0 };
	b->pos = in->rhs->pos;
	b_multi(b, in->rhs, &xs, &ts);
	for (int i = 0; i < in->lhs.n; i++) {
		Object *o = in->lhs.v[i];
		if (is_blank(o))
			continue;
		Type *t;
		Value *a = global_addr(b, o, &t);
		b_store(b, t, a, type_same(ts.v[i], t) ? xs.v[i] : b_convert(b, xs.v[i], ts.v[i], t, NULL));
	}
}

static void
call_void(B *b, Sym *s)
{
	Call *c = NEW(permanent, Call);
	c->sig = s->type;
	c->callee = s;
	c->results = s->type->results;
	ValueList none = { 0 };
	b_emit_call(b, c, OpStaticCall, &none, &none);
}

static void
init_functions(B *b)
{
	Package *pkg = b->p->pkg;
	for (int i = 0; i < pkg->inits.n; i++) {
		FuncInfo *fi = pkg->inits.v[i];
		if (!fi->body)
			continue;
		Sym *s = sym_get(b->p, str_fmt("%s.init.%d", package_name(pkg), i)->s, SYM_FUNC);
		s->type = void_sig();
		s->info = fi;
		s->external = false;
		vec_push(permanent, &b->p->pending, s);
		b->pos = fi->decl ? fi->decl->pos : NOPOS;
		call_void(b, s);
	}
}

void
b_package_init(Program *p)
{
	declare_globals(p);
	Sym *s = init_sym(p, p->pkg);
	Func *f = b_new_func(p, s, void_sig(), NOPOS);
	f->noinline = true;
	B *b = b_new(p, f, NULL, NULL, p->pkg);
	for (int i = 0; i < p->pkg->init_order.n; i++) {
		InitOrder *in = &p->pkg->init_order.v[i];
		if (in->lhs.n == 1)
			init_one(b, in->lhs.v[0], in->rhs);
		else
			init_many(b, in);
	}
	init_functions(b);
	b_return_now(b);
	b_finish(b);
	vec_push(permanent, &p->funcs, f);
}

Sym *
build_main_init(Program *p, Package **order, int n)
{
	Sym *s = sym_get(p, "runtime.doInit", SYM_FUNC);
	s->type = void_sig();
	Func *f = b_new_func(p, s, void_sig(), NOPOS);
	f->noinline = true;
	f->wrapper = true;
	B *b = b_new(p, f, NULL, NULL, NULL);
	for (int i = 0; i < n; i++) {
		const char *name = package_name(order[i]);
		Value *str = b_str(b, name, strlen(name));
		Value *code = b_v0(b, OpAddr, basic_type[T_UNSAFEPTR]);
		code->sym = init_sym(p, order[i]);
		b_rt(b, RT_doInit1, NULL, 3, b_string_bytes(b, str), b_int(b, (int64_t)strlen(name)), code);
	}
	b_return_now(b);
	b_finish(b);
	vec_push(permanent, &p->funcs, f);
	return s;
}
