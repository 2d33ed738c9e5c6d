/* build.c - from a checked package to a Program: symbols, the queue of functions still to build, and one function's frame work.
 *
 * Functions are built when their symbol comes off p->pending. Declared functions of the package are queued first, in source
 * order; building them queues closures, instances and wrappers. Bodies of other packages are built only when the inliner asks
 * (build_body). Symbols are found by linker name, so nothing of a Program hides in types or objects. */
#include "ssa/build.h"

static PtrMap pointer_types;

Type *
ptr_to(Type *t)
{
	Type *p = map_get(&pointer_types, t);
	if (!p) {
		p = type_pointer(t);
		map_put(&pointer_types, t, p);
	}
	return p;
}

Type *
b_ty(B *b, Type *t)
{
	if (!t)
		fatal_at(b->pos, "build: expression without type");
	if (b->subst)
		t = type_subst(t, b->subst);
	return unalias(t);
}

Type *
b_under(B *b, Type *t)
{
	return type_under(b_ty(b, t));
}

bool
type_same(Type *a, Type *b)
{
	return a == b || type_identical(a, b);
}

const Subst *
subst_new(TypeList tparams, TypeList targs)
{
	if (!targs.n)
		return NULL;
	Subst *s = NEW(permanent, Subst);
	s->tparams = tparams;
	s->targs = targs;
	return s;
}

TypeList
b_tylist(B *b, const TypeList *l)
{
	TypeList out = { 0 };
	for (int i = 0; l && i < l->n; i++)
		vec_push(permanent, &out, b_ty(b, l->v[i]));
	return out;
}

static Object *
param_copy(Object *o, const Subst *s)
{
	Object *c = var_new(o->pos, o->pkg, o->name, s ? type_subst(o->type, s) : o->type);
	c->is_param = true;
	return c;
}

/* The signature as code sees it. */
Type *
flat_sig(Type *sig, const Subst *s)
{
	if (!sig->recv && !s && !sig->tparams.n)
		return sig;
	Vec(Object *) ps = { 0 };
	if (sig->recv)
		vec_push(permanent, &ps, param_copy(sig->recv, s));
	for (int i = 0; i < sig->params->vars.n; i++)
		vec_push(permanent, &ps, param_copy(sig->params->vars.v[i], s));
	Type *res = sig->results;
	if (s) {
		Vec(Object *) rs = { 0 };
		for (int i = 0; i < res->vars.n; i++)
			vec_push(permanent, &rs, param_copy(res->vars.v[i], s));
		res = type_tuple(rs.v, rs.n);
	}
	return type_signature(NULL, type_tuple(ps.v, ps.n), res, sig->variadic);
}

void
use_type(Program *p, Type *t)
{
	Str *k = str_lit(type_linkname(t));
	if (!map_has(&p->types_used, k))
		map_put(&p->types_used, k, t);
}

/* symbols */

static const char *
targs_text(TypeList targs)
{
	StrBuf sb = { 0 };
	sb_putc(&sb, '[');
	for (int i = 0; i < targs.n; i++) {
		if (i)
			sb_putc(&sb, ',');
		sb_puts(&sb, type_linkname(targs.v[i]));
	}
	sb_putc(&sb, ']');
	return sb_intern(&sb)->s;
}

/* main.Map + [int] -> main.Map[int]; main.(*List).Push -> main.(*List[int]).Push; main.List.Len -> main.List[int].Len */
static const char *
instance_name(const char *base, Object *f, TypeList targs)
{
	const char *ta = targs_text(targs);
	Type *sig = f->type;
	if (!sig->recv)
		return str_fmt("%s%s", base, ta)->s;
	size_t tail = f->name->len + 1;
	size_t n = strlen(base);
	if (n > tail + 1 && base[n - tail - 1] == ')')
		tail++;
	return str_fmt("%.*s%s%s", (int)(n - tail), base, ta, base + n - tail)->s;
}

static bool
package_is_local(Program *p, Package *pkg)
{
	return pkg && p->pkg == pkg;
}

/* targs: of the function, or of a method's receiver type; NULL or empty for plain functions. */
Sym *
sym_for_func(Program *p, Object *f, TypeList *targs)
{
	Object *o = f->origin ? f->origin : f;
	bool inst = targs && targs->n;
	const char *base = o->linkname ? o->linkname->s : func_linkname(o);
	const char *name = inst ? instance_name(base, o, *targs) : base;
	Sym *s = sym_lookup(p, name);
	if (s && s->kind == SYM_FUNC && s->type)
		return s;
	s = sym_get(p, name, SYM_FUNC);
	Type *sig = o->type;
	const Subst *sub = !inst ? NULL : subst_new(sig->recv ? sig->recv_tparams : sig->tparams, *targs);
	s->type = flat_sig(sig, sub);
	s->obj = o;
	s->info = o->fn;
	s->subst = (Subst *)sub;
	s->linkonce = inst;
	if (inst && s->info && s->info->body)
		vec_push(permanent, &p->pending, s);
	return s;
}

Sym *
sym_for_global(Program *p, Object *v)
{
	const char *name = v->linkname ? v->linkname->s : str_fmt("%s.%s", v->pkg->is_main ? "main" : v->pkg->path->s, v->name->s)->s;
	Sym *s = sym_lookup(p, name);
	if (s && s->type)
		return s;
	s = sym_get(p, name, SYM_GLOBAL);
	s->type = unalias(v->type);
	s->obj = v;
	s->noptr = !type_has_pointers(s->type);
	return s;
}

/* A function literal's code, named after the function around it. */
Sym *
sym_lit(B *b, FuncInfo *lit)
{
	const char *outer = b->sym->name;
	bool top = !b->info || (!b->info->lit && !b->range);
	const char *name;
	if (!b->info)
		name = str_fmt("%s.glob..func%d", b->pkg->is_main ? "main" : b->pkg->path->s, ++b->nlits)->s;
	else
		name = str_fmt(top ? "%s.func%d" : "%s.%d", outer, ++b->nlits)->s;
	Sym *s = sym_get(b->p, name, SYM_FUNC);
	s->type = flat_sig(lit->sig, b->subst);
	s->info = lit;
	s->subst = (Subst *)b->subst;
	s->linkonce = b->sym->linkonce;
	if (s->external && !s->func && package_is_local(b->p, lit->pkg)) {
		s->external = false;
		vec_push(permanent, &b->p->pending, s);
	} else if (s->linkonce && !s->func) {
		vec_push(permanent, &b->p->pending, s);
	}
	return s;
}

/* Instances are, and bodies of other packages that are built here to be inlined. */
bool
b_merges(B *b)
{
	return b->sym->linkonce || !package_is_local(b->p, b->pkg);
}

/* functions */

Func *
b_new_func(Program *p, Sym *s, Type *sig, Pos pos)
{
	Func *f = func_new(p, s, sig);
	f->pos = f->endpos = pos;
	f->mem_result = sig_mem_result(sig);
	return f;
}

B *
b_new(Program *p, Func *f, FuncInfo *info, const Subst *subst, Package *pkg)
{
	B *b = NEW(permanent, B);
	b->p = p;
	b->f = f;
	b->info = info;
	b->subst = subst;
	b->pkg = pkg;
	b->sym = f->sym;
	b->pos = f->pos;
	b->results = f->sig->results;
	f->pkg = pkg;
	f->info = info;
	f->subst = (Subst *)subst;
	b->entry = b_block(b);
	b_enter(b, b->entry);
	Block *body = b_block(b);
	b_jump(b, body);
	b_enter(b, body);
	return b;
}

static Value *
param(B *b, Type *sig, int i)
{
	Type *t = unalias(sig->params->vars.v[i]->type);
	Value *v = value_new(b->entry, OpParam, type_ssaable(t) ? t : ptr_to(t), b->pos);
	v->auxint = i;
	return v;
}

/* A parameter that has no variable: blank, or without a name. */
static bool
nameless(Object *o)
{
	return !o || !o->name || o->name->len == 0 || is_blank(o);
}

/* The object of parameter i of the flat signature. */
static Object *
param_object(FuncInfo *info, int i)
{
	Type *sig = info->sig;
	if (sig->recv) {
		if (i == 0)
			return sig->recv;
		i--;
	}
	return sig->params->vars.v[i];
}

/* Memory of a parameter that is not SSA-able belongs to the caller: it is copied when the parameter changes. */
void
b_declare_param(B *b, int i, Value *v)
{
	Object *o = param_object(b->info, i);
	if (nameless(o))
		return;
	Type *t = b_ty(b, o->type);
	if (type_ssaable(t) || o->reassigned || var_needs_mem(b, o)) {
		b_var_set(b, b_declare(b, o), v);
		return;
	}
	Var *var = var_synth(b, t);
	var->obj = o;
	var->mem = true;
	var->addr = v;
	map_put(&b->vars, o, var);
}

static void
declare_params(B *b, Type *sig)
{
	for (int i = 0; i < sig->params->vars.n; i++)
		b_declare_param(b, i, param(b, sig, i));
}

static Var *
result_var(B *b, Object *o, Type *t)
{
	Var *v = b_declare(b, o);
	if (!v->mem)
		b_write(b, v, b_zero(b, t));
	else if (v->addr->op == OpLocal)
		b_zero_mem(b, t, v->addr);
	return v;
}

/* Named results are variables from the start, and all when a range-over-func body returns; else they need none. */
static void
declare_results(B *b)
{
	ObjectList *rs = &b->info->sig->results->vars;
	for (int i = 0; i < rs->n; i++) {
		Object *o = rs->v[i];
		Var *v = NULL;
		Type *t = unalias(b->results->vars.v[i]->type);
		if ((o->name && o->name->len) || o->captured)
			v = result_var(b, o, t);
		vec_push(permanent, &b->result_vars, v);
	}
}

/* The captured variables of a literal: words behind the code pointer; a value, or the address of the variable. */
void
b_declare_captures(B *b)
{
	int64_t off = 8;
	for (int i = 0; i < b->info->captures.n; i++) {
		Object *o = b->info->captures.v[i];
		Type *t = b_ty(b, o->type);
		bool ref = var_needs_mem(b, o);
		Type *st = ref ? ptr_to(t) : t;
		int64_t al = type_align(st);
		off = (off + al - 1) / al * al;
		Value *p = b_off(b, b->closure, off, st);
		Value *v = b_v1(b, OpLoad, st, p);
		off += type_size(st);
		Var *var = NEW(permanent, Var);
		var->obj = o;
		var->type = t;
		var->mem = ref;
		map_put(&b->vars, o, var);
		if (ref)
			var->addr = v;
		else
			b_write(b, var, v);
	}
}

static void
build_plain(B *b, Type *sig)
{
	declare_params(b, sig);
	if (b->info->captures.n) {
		b->closure = value_new(b->entry, OpClosure, basic_type[T_UNSAFEPTR], b->pos);
		b_declare_captures(b);
	}
	declare_results(b);
	if (b->info->has_recover)
		b->recover_token = value_new(b->entry, OpCallerFrame, basic_type[T_UNSAFEPTR], b->pos);
	b_stmts(b, b->info->body->list.v, b->info->body->list.n);
	if (b->cur) {
		b->pos = b->info->body->end;
		b_return_now(b);
	}
	b_finish(b);
}

Func *
build_body(Program *p, Sym *s)
{
	FuncInfo *info = s->info;
	if (s->func || !info || !info->body)
		return s->func;
	s->closure = info->lit && info->captures.n > 0;
	Pos pos = info->decl ? info->decl->pos : info->lit->pos;
	bool was_external = s->external;
	Func *f = b_new_func(p, s, s->type, pos);
	s->external = was_external && !s->linkonce;
	f->endpos = info->body->end;
	uint32_t pragma = info->decl ? info->decl->pragma : 0;
	f->noinline = (pragma & PRAGMA_NOINLINE) != 0;
	f->nosplit = (pragma & PRAGMA_NOSPLIT) != 0;
	f->kinds = pragma & (PRAGMA_KINDFLOAT | PRAGMA_KINDCOMPLEX | PRAGMA_KINDMAP);
	f->uses_recover = info->has_recover;
	if (info->has_recover || f->kinds)
		f->noinline = true;
	B *b = b_new(p, f, info, s->subst, info->pkg);
	if (info->has_defer)
		b_build_deferring(p, b, s->type);
	else
		build_plain(b, s->type);
	return f;
}

void
build_pending(Program *p)
{
	for (int i = 0; i < p->pending.n; i++) {
		Sym *s = p->pending.v[i];
		if (!s->func && s->info && s->info->body) {
			s->external = false;
			build_body(p, s);
		}
		if (s->func && !s->external)
			vec_push(permanent, &p->funcs, s->func);
	}
	p->pending.n = 0;
}

static bool
generic_func(FuncInfo *fi)
{
	return fi->sig->tparams.n || fi->sig->recv_tparams.n;
}

Program *
build_package(Package *pkg)
{
	Program *p = program_new(pkg);
	for (int i = 0; i < pkg->funcs.n; i++) {
		FuncInfo *fi = pkg->funcs.v[i];
		if (!fi->body || !fi->obj || generic_func(fi) || (fi->obj->name->len == 1 && fi->obj->name->s[0] == '_'))
			continue;
		if (!fi->sig->recv && fi->obj->name == str_lit("init"))
			continue;
		Sym *s = sym_for_func(p, fi->obj, NULL);
		s->external = false;
		vec_push(permanent, &p->pending, s);
	}
	b_package_init(p);
	build_pending(p);
	return p;
}
