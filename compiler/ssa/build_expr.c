/* build_expr.c - expressions: names, selectors, dispatch by kind, conditions, comma-ok forms. */
#include "ssa/build.h"

Value *
b_field_value(B *b, Type *st, Value *x, int i)
{
	Type *u = type_under(st);
	Type *ft = unalias(u->fields.v[i]->type);
	if (!type_ssaable(u))
		return b_load(b, ft, b_field_addr(b, u, x, i));
	Value *v = b_v1(b, OpStructSelect, ft, x);
	v->auxint = i;
	return v;
}

/* What x.f means once type parameters have their arguments. */
Selection *
b_selection(B *b, Expr *e)
{
	Selection *s = e->sel;
	if (!b->subst)
		return s;
	Type *t = b_ty(b, s->recv);
	if (t == unalias(s->recv))
		return s;
	Selection *r = lookup_field_or_method(t, true, s->obj->pkg, e->name);
	if (!r)
		fatal_at(e->pos, "build: no %s in %s", e->name->s, type_string(t, NULL));
	if (s->kind == SEL_METHODEXPR) {
		Selection *c = NEW(permanent, Selection);
		*c = *r;
		c->kind = SEL_METHODEXPR;
		c->type = b_ty(b, s->type);
		r = c;
	}
	return r;
}

static bool
name_in_memory(B *b, Expr *e)
{
	if (!e->obj || e->obj->kind != O_VAR)
		return false;
	return e->obj->is_global || b_var(b, e->obj)->mem;
}

/* Does e denote memory whose address may be taken without a copy? */
bool
b_in_memory(B *b, Expr *e)
{
	e = unparen(e);
	Type *t;
	switch (e->kind) {
	case E_NAME: return name_in_memory(b, e);
	case E_STAR: return true;
	case E_SELECTOR:
		if (!e->sel)
			return e->obj && e->obj->kind == O_VAR;
		if (e->sel->kind != SEL_FIELD)
			return false;
		if (e->sel->indirect || b_under(b, e->x->type)->kind == T_POINTER)
			return true;
		return b_in_memory(b, e->x);
	case E_INDEX:
		if (!e->x->type || e->x->mode == MODE_TYPE || e->mode == MODE_TYPE)
			return false;
		t = b_under(b, e->x->type);
		if (t->kind == T_ARRAY)
			return b_in_memory(b, e->x);
		return t->kind == T_SLICE || t->kind == T_POINTER;
	default: return false;
	}
}

/* Does evaluating e call or receive? */
bool
b_has_call(Expr *e)
{
	if (!e || e->val || e->mode == MODE_TYPE)
		return false;
	if ((e->kind == E_CALL && unparen(e->x)->mode != MODE_TYPE) || (e->kind == E_UNARY && e->op == OP_RECV))
		return true;
	if (e->kind == E_FUNCLIT || e->kind == E_NAME || e->kind == E_LIT)
		return false;
	for (int i = 0; expr_has_list(e) && i < e->list.n; i++)
		if (b_has_call(e->list.v[i]))
			return true;
	for (int i = 0; e->kind == E_SLICE && i < 3; i++)
		if (b_has_call(e->index[i]))
			return true;
	return b_has_call(e->x) || b_has_call(e->y);
}

Value *
b_addr(B *b, Expr *e)
{
	return lv_addr(b, b_lvalue(b, e));
}

Value *
b_closure_of(B *b, Sym *code, ValueList *caps)
{
	Value *v = b_v0(b, caps->n ? OpNewClosure : OpFuncAddr, basic_type[T_UNSAFEPTR]);
	v->sym = code;
	code->closure = caps->n > 0;
	for (int i = 0; i < caps->n; i++)
		value_addarg(v, caps->v[i]);
	return v;
}

static Value *
func_lit(B *b, Expr *e)
{
	Sym *s = sym_lit(b, e->fn);
	ValueList caps = { 0 };
	for (int i = 0; i < e->fn->captures.n; i++) {
		Object *o = e->fn->captures.v[i];
		Var *v = b_var(b, o);
		vec_push(permanent, &caps, var_needs_mem(b, o) ? b_addr_of_var(b, v) : b_var_value(b, v));
	}
	Value *f = b_closure_of(b, s, &caps);
	f->type = b_ty(b, e->type);
	return f;
}

Value *
b_name_func(B *b, Expr *e)
{
	TypeList targs = { 0 };
	Object *f = static_func(b, e, &targs);
	if (!f)
		fatal_at(e->pos, "build: not a function: %s", expr_string(e));
	Value *v = b_v0(b, OpFuncAddr, b_ty(b, e->type));
	v->sym = b_sym_for(b, f, targs);
	return v;
}

static Value *
name_expr(B *b, Expr *e)
{
	if (e->mode == MODE_NIL || (e->obj && e->obj->kind == O_NIL))
		return b_zero(b, b_ty(b, e->type));
	if (e->obj && e->obj->kind == O_FUNC)
		return b_name_func(b, e);
	return lv_load(b, b_lvalue(b, e));
}

static Value *
selector_expr(B *b, Expr *e)
{
	if (!e->sel) {
		if (e->obj && e->obj->kind == O_FUNC)
			return b_name_func(b, e);
		return lv_load(b, b_lvalue(b, e));
	}
	Selection *s = b_selection(b, e);
	if (s->kind == SEL_METHODEXPR || e->sel->kind == SEL_METHODEXPR)
		return b_method_expr(b, e, s);
	if (s->kind == SEL_METHODVAL)
		return b_method_value(b, e, s);
	return lv_load(b, b_lvalue(b, e));
}

static bool
is_func_instance(Expr *e)
{
	Expr *x = unparen(e->x);
	Object *o = x->obj;
	return o && o->kind == O_FUNC && !x->sel;
}

static Value *
assert_expr(B *b, Expr *e, Value **ok)
{
	Value *x = b_expr(b, e->x);
	b->pos = e->pos;
	return b_assert(b, x, b_ty(b, e->x->type), b_ty(b, e->y->type), ok);
}

/* A value that is there already as a name, so that it can be an operand of ordinary expressions. */
Expr *
b_named_value(B *b, const char *name, Value *x, Type *t, Pos pos)
{
	Object *o = var_new(pos, b->pkg, str_lit(name), t);
	o->kind = O_VAR;
	Var *v = var_synth(b, b_ty(b, t));
	v->obj = o;
	if (type_ssaable(v->type)) {
		b_write(b, v, x);
	} else {
		v->mem = true;
		v->addr = b_stable(b, v->type, x);
	}
	map_put(&b->vars, o, v);
	Expr *e = NEW(permanent, Expr);
	e->kind = E_NAME;
	e->mode = MODE_VAR;
	e->pos = pos;
	e->name = o->name;
	e->obj = o;
	e->type = t;
	return e;
}

/* Receives into a frame slot. */
static Value *
recv_expr(B *b, Expr *e, Value **ok)
{
	Type *ct = b_ty(b, e->x->type);
	Type *et = unalias(type_core(ct)->elem);
	Value *c = b_expr(b, e->x);
	Value *slot = b_local(b, et);
	b->pos = e->pos;
	if (ok)
		*ok = b_rt(b, RT_chanrecv2, basic_type[T_BOOL], 2, c, slot);
	else
		b_rt(b, RT_chanrecv1, NULL, 2, c, slot);
	return type_size(et) == 0 && type_ssaable(et) ? b_zero(b, et) : b_load(b, et, slot);
}

static Value *
star_expr(B *b, Expr *e)
{
	Value *p = b_expr(b, e->x);
	b->pos = e->pos;
	return b_load(b, b_ty(b, e->type), b_nilcheck(b, p));
}

Value *
b_expr(B *b, Expr *e)
{
	e = unparen(e);
	b->pos = e->pos;
	if (e->val)
		return b_constant(b, e->val, b_ty(b, e->type));
	switch (e->kind) {
	case E_NAME: return name_expr(b, e);
	case E_FUNCLIT: return func_lit(b, e);
	case E_COMPLIT: return b_complit(b, e);
	case E_SELECTOR: return selector_expr(b, e);
	case E_INDEX: return is_func_instance(e) ? b_name_func(b, e) : b_index(b, e);
	case E_SLICE: return b_slice(b, e);
	case E_ASSERT: return assert_expr(b, e, NULL);
	case E_UNARY: return e->op == OP_RECV ? recv_expr(b, e, NULL) : b_unary(b, e);
	case E_BINARY: return b_binary(b, e);
	case E_STAR: return star_expr(b, e);
	case E_CALL: {
		Value *v = b_call(b, e);
		if (!v)
			fatal_at(e->pos, "build: %s used as value", expr_string(e));
		return v;
	}
	}
	fatal_at(e->pos, "build: expression %s (kind %d) not implemented", expr_string(e), e->kind);
}

Value *
b_expr_to(B *b, Expr *e, Type *t)
{
	e = unparen(e);
	Type *tu = type_under(t);
	if (e->mode == MODE_NIL || (e->kind == E_NAME && e->obj && e->obj->kind == O_NIL))
		return b_zero(b, t);
	Type *from = b_ty(b, e->type);
	if (tu->kind == T_INTERFACE) {
		if (type_is_untyped(from))
			from = type_default(from);
		if (type_under(from)->kind == T_INTERFACE && type_same(from, t))
			return b_expr(b, e);
		Value *x = e->val ? b_constant(b, e->val, from) : b_expr(b, e);
		b->pos = e->pos;
		return b_to_iface(b, x, from, t, e);
	}
	b->pos = e->pos;
	if (e->val)
		return b_constant(b, e->val, t);
	return b_expr(b, e);
}

void
b_expr_into(B *b, Expr *e, Type *t, Value *addr)
{
	e = unparen(e);
	if (e->kind == E_COMPLIT && type_same(b_ty(b, e->type), t) && type_under(t)->kind != T_SLICE && type_under(t)->kind != T_MAP) {
		b_complit_into(b, e, t, addr, addr->op == OpNew);
		return;
	}
	b_store(b, t, addr, b_expr_to(b, e, t));
}

void
b_discard(B *b, Expr *e)
{
	e = unparen(e);
	if (e->kind == E_CALL) {
		ValueList out = { 0 };
		TypeList ts = { 0 };
		b_call_multi(b, e, &out, &ts);
	} else if (!e->val && e->mode != MODE_NIL && e->mode != MODE_TYPE) {
		b_expr(b, e);
	}
}

void
b_multi(B *b, Expr *e, ValueList *out, TypeList *types)
{
	e = unparen(e);
	Value *ok = NULL, *v;
	Type *t;
	if (e->kind == E_CALL) {
		b_call_multi(b, e, out, types);
		return;
	}
	b->pos = e->pos;
	if (e->kind == E_INDEX) {
		Type *mt = b_ty(b, e->x->type);
		Type *u = type_under(mt);
		t = unalias(u->elem);
		Value *m = b_expr(b, e->x);
		Value *k = b_expr_to(b, e->list.v[0], unalias(u->key));
		b->pos = e->pos;
		v = b_load(b, t, map_access2(b, mt, m, k, &ok));
	} else if (e->kind == E_ASSERT) {
		t = b_ty(b, e->y->type);
		v = assert_expr(b, e, &ok);
	} else if (e->kind == E_UNARY && e->op == OP_RECV) {
		t = unalias(type_core(b_ty(b, e->x->type))->elem);
		v = recv_expr(b, e, &ok);
	} else {
		fatal_at(e->pos, "build: not a comma-ok form: %s", expr_string(e));
	}
	vec_push(permanent, out, v);
	vec_push(permanent, out, ok);
	vec_push(permanent, types, t);
	vec_push(permanent, types, basic_type[T_BOOL]);
}

bool
b_const_bool(Expr *e, bool *v)
{
	if (!e->val || const_kind(e->val) != C_BOOL)
		return false;
	*v = const_bool_val(e->val);
	return true;
}

/* Jumps to yes or no; both stay unsealed. */
void
b_cond(B *b, Expr *e, Block *yes, Block *no, int likely)
{
	e = unparen(e);
	bool v;
	if (b_const_bool(e, &v)) {
		b_jump(b, v ? yes : no);
		return;
	}
	if (e->kind == E_UNARY && e->op == OP_NOT) {
		b_cond(b, e->x, no, yes, -likely);
		return;
	}
	if (e->kind == E_BINARY && (e->op == OP_ANDAND || e->op == OP_OROR)) {
		Block *mid = b_block(b);
		if (e->op == OP_ANDAND)
			b_cond(b, e->x, mid, no, likely > 0 ? 1 : 0);
		else
			b_cond(b, e->x, yes, mid, likely < 0 ? -1 : 0);
		b_enter(b, mid);
		if (mid->preds.n == 0)
			b->cur = NULL;
		else
			b_cond(b, e->y, yes, no, likely);
		return;
	}
	Value *c = b_expr(b, e);
	b->pos = e->pos;
	b_if(b, c, yes, no, likely);
}
