/* build_wrap.c - functions without source: method wrappers for method tables, equality and hash functions of types.
 *
 * All are linkonce: every object that needs one has it, the linker keeps one. Wrappers are marked, so that tracebacks hide them
 * and recover looks through them. */
#include "ssa/build.h"

static B *
begin(Program *p, Sym *s, Type *sig, Pos pos)
{
	s->type = sig;
	s->linkonce = true;
	Func *f = b_new_func(p, s, sig, pos);
	f->wrapper = true;
	vec_push(permanent, &p->funcs, f);
	return b_new(p, f, NULL, NULL, p->pkg);
}

static Value *
nth_param(B *b, int i)
{
	Type *t = unalias(b->f->sig->params->vars.v[i]->type);
	Value *v = value_new(b->entry, OpParam, type_ssaable(t) ? t : ptr_to(t), b->pos);
	v->auxint = i;
	return v;
}

void
forward_call(B *b, Call *c, SsaOp op, ValueList *args, int skip)
{
	for (int i = skip; i < b->f->sig->params->vars.n; i++)
		vec_push(permanent, args, nth_param(b, i));
	Type *res = c->results;
	bool mem = sig_mem_result(c->sig);
	if (mem)
		c->result_addr = b_v0(b, OpResultAddr, ptr_to(sig_result_struct(b->f->sig)));
	if (op == OpInterCall)
		b_nilcheck(b, b_v1(b, OpITab, basic_type[T_UNSAFEPTR], args->v[0]));
	Type *t = mem || res->vars.n == 0 ? NULL : res->vars.n == 1 ? unalias(res->vars.v[0]->type) : res;
	Value *v = b_v0(b, op, t);
	v->call = c;
	for (int i = 0; i < args->n; i++)
		value_addarg(v, args->v[i]);
	ValueList rets = { 0 };
	for (int i = 0; !mem && i < res->vars.n; i++)
		vec_push(permanent, &rets, res->vars.n > 1 ? b_sel(b, v, i) : v);
	Block *k = b->cur;
	k->kind = BLOCK_RET;
	for (int i = 0; i < rets.n; i++)
		vec_push(permanent, &k->rets, rets.v[i]);
	b->cur = NULL;
	b_finish(b);
}

/* "a/b.T[x.Y]" -> offset of "T" */
static size_t
name_offset(const char *s)
{
	size_t i, start = 0, dot = 0;
	for (i = 0; s[i] && s[i] != '['; i++)
		if (s[i] == '/')
			start = i + 1;
	for (i = start; s[i] && s[i] != '['; i++)
		if (s[i] == '.') {
			dot = i + 1;
			break;
		}
	return dot;
}

/* A type can have methods of one name from several packages: those of others than its own say which. */
static const char *
wrapper_name(Type *recv, Object *m, const char *suffix)
{
	bool ptr;
	Type *base = unalias(type_deref(recv, &ptr));
	const char *n = type_linkname(base);
	Str *method = m->name;
	if (!name_exported(method) && m->pkg && !(base->kind == T_NAMED && base->obj->pkg == m->pkg))
		method = str_fmt("%s.%s", m->pkg->is_main ? "main" : m->pkg->path->s, method->s);
	if (!ptr)
		return str_fmt("%s.%s%s", n, method->s, suffix)->s;
	size_t o = base->kind == T_NAMED ? name_offset(n) : 0;
	return str_fmt("%.*s(*%s).%s%s", (int)o, n, n + o, method->s, suffix)->s;
}

static Type *
wrapper_sig(Type *recv, Selection *sel)
{
	Type *m = sel->obj->type;
	Vec(Object *) ps = { 0 };
	vec_push(permanent, &ps, var_new(NOPOS, NULL, str_lit("recv"), recv));
	for (int i = 0; i < m->params->vars.n; i++)
		vec_push(permanent, &ps, m->params->vars.v[i]);
	return type_signature(NULL, type_tuple(ps.v, ps.n), m->results, m->variadic);
}

/* Calling a value method through a nil pointer. */
static void
check_wrap(B *b, Value *p)
{
	Block *bad = b_block(b), *ok = b_block(b);
	b_if(b, b_v2(b, OpEqPtr, basic_type[T_BOOL], p, b_zero(b, p->type)), bad, ok, -1);
	b_enter(b, bad);
	b_rt(b, RT_panicwrap, NULL, 0);
	b_enter(b, ok);
}

static bool
pointer_receiver(Selection *s)
{
	Type *r = s->obj->type->recv ? unalias(s->obj->type->recv->type) : NULL;
	return r && type_under(r)->kind == T_POINTER;
}

static void
wrapper_body(B *b, Type *recv, Value *r, Selection *sel)
{
	Object *o = var_new(NOPOS, b->pkg, str_lit("recv"), recv);
	Var *v = var_synth(b, recv);
	v->obj = o;
	v->mem = !type_ssaable(recv);
	if (v->mem)
		v->addr = r;
	else
		b_write(b, v, r);
	map_put(&b->vars, o, v);
	Expr x = { .kind = E_NAME, .mode = MODE_VAR, .name = o->name, .obj = o, .type = recv };
	if (type_under(recv)->kind == T_POINTER && sel->path.n == 0 && !pointer_receiver(sel))
		check_wrap(b, r);
	Type *iface;
	Value *rv = b_method_recv(b, &x, sel, &iface);
	Call *c = NEW(permanent, Call);
	Type *ms = sel->obj->type;
	c->callee = iface ? NULL : b_method_sym(b, sel);
	c->sig = iface ? type_signature(NULL, ms->params, ms->results, ms->variadic) : c->callee->type;
	c->results = c->sig->results;
	c->iface = iface;
	c->method = iface ? iface_method_index(iface, sel->obj) : 0;
	ValueList args = { 0 };
	vec_push(permanent, &args, rv);
	forward_call(b, c, iface ? OpInterCall : OpStaticCall, &args, 1);
}

/* The method itself when its receiver is passed just so; else a wrapper. */
Sym *
build_method_wrapper(Program *p, Type *recv, Selection *sel, bool iface_recv)
{
	recv = unalias(recv);
	bool direct = iface_recv && type_is_direct_iface(recv) && type_under(recv)->kind != T_POINTER;
	Type *r = iface_recv && !type_is_direct_iface(recv) ? ptr_to(recv) : recv;
	bool own = sel->path.n == 0 && (type_under(r)->kind == T_POINTER) == pointer_receiver(sel) && !direct &&
		type_under(r)->kind != T_INTERFACE;
	if (own) {
		B dummy = { .p = p };
		return b_method_sym(&dummy, sel);
	}
	Sym *s = sym_get(p, wrapper_name(r, sel->obj, direct ? "-iface" : ""), SYM_FUNC);
	if (s->func)
		return s;
	B *b = begin(p, s, wrapper_sig(direct ? basic_type[T_UNSAFEPTR] : r, sel), sel->obj->pos);
	Value *v = nth_param(b, 0);
	if (direct) {
		Value *any = b_v2(b, OpIMake, type_any, b_zero(b, basic_type[T_UNSAFEPTR]), v);
		v = iface_data(b, any, recv);
	}
	wrapper_body(b, r, v, sel);
	return s;
}

/* equality and hash */

static Type *
two_param_sig(Type *second, Type *result)
{
	Object *ps[2] = { var_new(NOPOS, NULL, str_lit("p"), basic_type[T_UNSAFEPTR]), var_new(NOPOS, NULL, str_lit("q"), second) };
	Object *r = var_new(NOPOS, NULL, str_lit(""), result);
	return type_signature(NULL, type_tuple(ps, 2), type_tuple(&r, 1), false);
}

static const char *
basic_suffix(Type *u)
{
	switch (u->kind) {
	case T_STRING: return "str";
	case T_FLOAT32: return "f32";
	case T_FLOAT64: return "f64";
	case T_COMPLEX64: return "c64";
	case T_COMPLEX128: return "c128";
	case T_INTERFACE: return type_set(u)->methods.n ? "inter" : "nilinter";
	default: return NULL;
	}
}

static Sym *
runtime_func(Program *p, const char *name, Type *sig)
{
	Sym *s = sym_get(p, name, SYM_FUNC);
	if (!s->type)
		s->type = sig;
	return s;
}

static void
return_value(B *b, Value *v)
{
	Block *k = b->cur;
	k->kind = BLOCK_RET;
	vec_push(permanent, &k->rets, v);
	b->cur = NULL;
}

/* Arrays in memory: element by element. */
static void
equal_array(B *b, Type *u, Value *p, Value *q)
{
	Type *in = basic_type[T_INT], *et = unalias(u->elem);
	Var *i = var_synth(b, in);
	Block *head = b_block(b), *body = b_block(b), *next = b_block(b), *no = b_block(b), *yes = b_block(b);
	b_write(b, i, b_int(b, 0));
	b_jump(b, head);
	b_start(b, head);
	Value *iv = b_read(b, i);
	b_if(b, b_v2(b, OpLess64, basic_type[T_BOOL], iv, b_int(b, u->len)), body, yes, 0);
	b_enter(b, body);
	Value *e = b_equal_mem(b, et, b_elem_ptr(b, et, p, iv), b_elem_ptr(b, et, q, iv));
	b_if(b, e, next, no, 0);
	b_enter(b, next);
	b_write(b, i, b_v2(b, OpAdd64, in, iv, b_int(b, 1)));
	b_jump(b, head);
	b_seal(b, head);
	b_enter(b, no);
	return_value(b, b_bool(b, false));
	b_enter(b, yes);
	return_value(b, b_bool(b, true));
}

static void
equal_struct(B *b, Type *u, Value *p, Value *q)
{
	Block *no = b_block(b);
	for (int i = 0; i < u->fields.n; i++) {
		Object *f = u->fields.v[i];
		if (f->name->len == 1 && f->name->s[0] == '_')
			continue;
		Block *next = b_block(b);
		Value *e = b_equal_mem(b, unalias(f->type), b_field_addr(b, u, p, i), b_field_addr(b, u, q, i));
		b_if(b, e, next, no, 0);
		b_enter(b, next);
	}
	return_value(b, b_bool(b, true));
	b_seal(b, no);
	if (no->preds.n) {
		b_start(b, no);
		return_value(b, b_bool(b, false));
	}
}

Sym *
build_equal_func(Program *p, Type *t)
{
	t = unalias(t);
	Type *u = type_under(t), *bl = basic_type[T_BOOL];
	if (!type_comparable(t))
		return NULL;
	Type *sig = two_param_sig(basic_type[T_UNSAFEPTR], bl);
	const char *basic = basic_suffix(u);
	if (basic)
		return runtime_func(p, str_fmt("runtime.%sequal", basic)->s, sig);
	bool plain = type_plain_memory(t);
	Sym *s = sym_get(p, plain ? str_fmt("type:.eqmem%lld", (long long)type_size(t))->s : str_fmt("type:.eq.%s", type_linkname(t))->s, SYM_FUNC);
	if (s->func)
		return s;
	B *b = begin(p, s, sig, NOPOS);
	Value *x = nth_param(b, 0), *y = nth_param(b, 1);
	if (plain) {
		int64_t n = type_size(t);
		return_value(b, n == 0 ? b_bool(b, true) : b_rtpure(b, RT_memequal, bl, 3, x, y, b_int(b, n)));
	} else if (u->kind == T_ARRAY) {
		equal_array(b, u, b_off(b, x, 0, t), b_off(b, y, 0, t));
	} else {
		equal_struct(b, u, b_off(b, x, 0, t), b_off(b, y, 0, t));
	}
	b_finish(b);
	return s;
}

static Value *
hash_mem(B *b, Type *t, Value *p, Value *seed)
{
	Type *u64 = basic_type[T_UINT64];
	if (type_plain_memory(t))
		return b_rtpure(b, RT_memhash, u64, 3, p, seed, b_int(b, type_size(t)));
	Sym *s = build_hash_func(b->p, t);
	Call *c = NEW(permanent, Call);
	c->sig = s->type;
	c->callee = s;
	c->results = s->type->results;
	ValueList args = { 0 }, out = { 0 };
	vec_push(permanent, &args, p);
	vec_push(permanent, &args, seed);
	b_emit_call(b, c, OpStaticCall, &args, &out);
	return out.v[0];
}

static void
hash_array(B *b, Type *u, Value *p, Value *seed)
{
	Type *in = basic_type[T_INT], *et = unalias(u->elem);
	Var *i = var_synth(b, in), *h = var_synth(b, basic_type[T_UINT64]);
	Block *head = b_block(b), *body = b_block(b), *end = b_block(b);
	b_write(b, i, b_int(b, 0));
	b_write(b, h, seed);
	b_jump(b, head);
	b_start(b, head);
	Value *iv = b_read(b, i);
	b_if(b, b_v2(b, OpLess64, basic_type[T_BOOL], iv, b_int(b, u->len)), body, end, 0);
	b_enter(b, body);
	b_write(b, h, hash_mem(b, et, b_elem_ptr(b, et, p, iv), b_read(b, h)));
	b_write(b, i, b_v2(b, OpAdd64, in, iv, b_int(b, 1)));
	b_jump(b, head);
	b_seal(b, head);
	b_enter(b, end);
	return_value(b, b_read(b, h));
}

static void
hash_struct(B *b, Type *u, Value *p, Value *seed)
{
	for (int i = 0; i < u->fields.n; i++) {
		Object *f = u->fields.v[i];
		if (!(f->name->len == 1 && f->name->s[0] == '_'))
			seed = hash_mem(b, unalias(f->type), b_field_addr(b, u, p, i), seed);
	}
	return_value(b, seed);
}

Sym *
build_hash_func(Program *p, Type *t)
{
	t = unalias(t);
	Type *u = type_under(t), *u64 = basic_type[T_UINT64];
	if (!type_comparable(t))
		return NULL;
	Type *sig = two_param_sig(u64, u64);
	const char *basic = basic_suffix(u);
	if (basic)
		return runtime_func(p, str_fmt("runtime.%shash", basic)->s, sig);
	bool plain = type_plain_memory(t);
	Sym *s = sym_get(p, plain ? str_fmt("type:.hashmem%lld", (long long)type_size(t))->s : str_fmt("type:.hash.%s", type_linkname(t))->s, SYM_FUNC);
	if (s->func)
		return s;
	B *b = begin(p, s, sig, NOPOS);
	Value *x = nth_param(b, 0), *seed = nth_param(b, 1);
	if (plain)
		return_value(b, b_rtpure(b, RT_memhash, u64, 3, x, seed, b_int(b, type_size(t))));
	else if (u->kind == T_ARRAY)
		hash_array(b, u, b_off(b, x, 0, t), seed);
	else
		hash_struct(b, u, b_off(b, x, 0, t), seed);
	b_finish(b);
	return s;
}
