/* build_assign.c - assignments, definitions, declarations.
 *
 * Order (spec, "Assignment statements"): operands of index expressions and pointer indirections on the left and the expressions
 * on the right first, in their usual order; then the assignments from left to right. Checks of the left sides belong to the
 * second phase. */
#include "ssa/build.h"

static bool
blank_expr(Expr *e)
{
	e = unparen(e);
	return e->kind == E_NAME && e->name->len == 1 && e->name->s[0] == '_';
}

/* A place whose checks are made now, so that it can be used twice. */
static Lv *
settle(B *b, Lv *l)
{
	if (l->kind == LV_MAP || l->kind == LV_BLANK || lv_is_ssa(l))
		return l;
	Lv *a = NEW(permanent, Lv);
	a->kind = LV_ADDR;
	a->type = l->type;
	a->pos = l->pos;
	a->val = lv_addr(b, l);
	return a;
}

static Value *
convert_to(B *b, Value *x, Type *from, Type *to)
{
	return type_same(from, to) ? x : b_convert(b, x, from, to, NULL);
}

/* declarations */

void
b_define_var(B *b, Object *o, Value *x, Type *from)
{
	if (is_blank(o))
		return;
	Type *t = b_ty(b, o->type);
	x = convert_to(b, x, from, t);
	b_var_set(b, b_declare(b, o), x);
}

static void
zero_var(B *b, Object *o)
{
	Var *v = b_declare(b, o);
	if (!v->mem)
		b_write(b, v, b_zero(b, v->type));
	else if (v->addr->op == OpLocal)
		b_zero_mem(b, v->type, v->addr);
}

void
b_init_var(B *b, Object *o, Expr *e)
{
	if (is_blank(o)) {
		if (e)
			b_discard(b, e);
		return;
	}
	if (!e) {
		zero_var(b, o);
		return;
	}
	Type *t = b_ty(b, o->type);
	if (type_ssaable(t)) {
		Value *x = b_expr_to(b, e, t);
		b->pos = o->pos;
		b_var_set(b, b_declare(b, o), x);
		return;
	}
	b->pos = o->pos;
	Var *v = b_declare(b, o);
	b_expr_into(b, e, t, v->addr);
}

/* The values of rhs, one for each of n places whose types are given; copies where they are in memory. */
static void
eval_rhs(B *b, ExprList *rhs, Type **types, int n, ValueList *xs)
{
	if (rhs->n == n) {
		for (int i = 0; i < n; i++) {
			Expr *e = rhs->v[i];
			Type *t = types[i];
			if (!t) {
				b_discard(b, e);
				vec_push(permanent, xs, NULL);
				continue;
			}
			Value *x = b_expr_to(b, e, t);
			vec_push(permanent, xs, n > 1 ? b_stable(b, t, x) : x);
		}
		return;
	}
	ValueList raw = { 0 };
	TypeList ts = { 0 };
	b_multi(b, rhs->v[0], &raw, &ts);
	for (int i = 0; i < n; i++) {
		if (!types[i]) {
			vec_push(permanent, xs, NULL);
			continue;
		}
		Value *x = b_stable(b, ts.v[i], raw.v[i]);
		vec_push(permanent, xs, convert_to(b, x, ts.v[i], types[i]));
	}
}

static void
declare_many(B *b, Object **objs, int n, ExprList *rhs)
{
	Type **types = NEWN(permanent, Type *, n);
	for (int i = 0; i < n; i++)
		types[i] = is_blank(objs[i]) ? NULL : b_ty(b, objs[i]->type);
	ValueList xs = { 0 };
	eval_rhs(b, rhs, types, n, &xs);
	for (int i = 0; i < n; i++)
		if (types[i])
			b_var_set(b, b_declare(b, objs[i]), xs.v[i]);
}

void
b_decl_stmt(B *b, Stmt *s)
{
	for (int i = 0; i < s->decls.n; i++) {
		Decl *d = s->decls.v[i];
		if (d->kind != D_VAR)
			continue;
		b->pos = d->pos;
		if (d->values.n == 0) {
			for (int k = 0; k < d->objs.n; k++)
				if (!is_blank(d->objs.v[k]))
					zero_var(b, d->objs.v[k]);
		} else if (d->objs.n == 1) {
			b_init_var(b, d->objs.v[0], d->values.v[0]);
		} else {
			declare_many(b, d->objs.v, d->objs.n, &d->values);
		}
	}
}

/* := */

typedef struct Dest { Object *o; Lv *l; } Dest;          /* a new variable, or a place; neither: blank */

void
b_define_stmt(B *b, Stmt *s)
{
	int n = s->lhs.n;
	if (n == 1 && s->rhs.n == 1) {
		Object *o = s->newvars.n ? s->newvars.v[0] : NULL;
		if (o)
			b_init_var(b, o, s->rhs.v[0]);
		else
			b_discard(b, s->rhs.v[0]);
		return;
	}
	Dest *ds = NEWN(permanent, Dest, n);
	Type **types = NEWN(permanent, Type *, n);
	for (int i = 0; i < n; i++) {
		ds[i].o = i < s->newvars.n ? s->newvars.v[i] : NULL;
		if (ds[i].o && is_blank(ds[i].o))
			ds[i].o = NULL;
		else if (!ds[i].o && !blank_expr(s->lhs.v[i]))
			ds[i].l = b_lvalue(b, s->lhs.v[i]);
		types[i] = ds[i].o ? b_ty(b, ds[i].o->type) : ds[i].l ? ds[i].l->type : NULL;
	}
	ValueList xs = { 0 };
	eval_rhs(b, &s->rhs, types, n, &xs);
	b->pos = s->pos;
	for (int i = 0; i < n; i++) {
		if (ds[i].o)
			b_var_set(b, b_declare(b, ds[i].o), xs.v[i]);
		else if (ds[i].l)
			lv_store(b, ds[i].l, xs.v[i]);
	}
}

/* = and op= */

static void
assign_op(B *b, Stmt *s)
{
	Lv *l = b_lvalue(b, s->lhs.v[0]);
	Expr *r = s->rhs.v[0];
	Type *t = l->type, *ct = NULL;
	Value *y;
	bool shift = s->op == OP_SHL || s->op == OP_SHR;
	if (shift) {
		ct = r->val ? basic_type[T_UINT64] : b_ty(b, r->type);
		if (type_is_untyped(ct))
			ct = basic_type[T_UINT];
		y = r->val ? b_constant(b, r->val, ct) : b_expr(b, r);
	} else {
		y = b_expr_to(b, r, t);
	}
	l = settle(b, l);
	Value *x = lv_load(b, l);
	b->pos = s->pos;
	lv_store(b, l, shift ? b_shift(b, s->op, t, x, y, ct, r->val != NULL) : b_arith(b, s->op, t, x, y));
}

static void
assign_one(B *b, Expr *lhs, Expr *rhs)
{
	if (blank_expr(lhs)) {
		b_discard(b, rhs);
		return;
	}
	Lv *l = b_lvalue(b, lhs);
	Value *x = b_expr_to(b, rhs, l->type);
	b->pos = lhs->pos;
	lv_store(b, l, x);
}

void
b_assign_stmt(B *b, Stmt *s)
{
	if (s->op != OP_NONE) {
		assign_op(b, s);
		return;
	}
	int n = s->lhs.n;
	if (n == 1) {
		assign_one(b, s->lhs.v[0], s->rhs.v[0]);
		return;
	}
	Lv **ls = NEWN(permanent, Lv *, n);
	Type **types = NEWN(permanent, Type *, n);
	for (int i = 0; i < n; i++) {
		ls[i] = blank_expr(s->lhs.v[i]) ? NULL : b_lvalue(b, s->lhs.v[i]);
		types[i] = ls[i] ? ls[i]->type : NULL;
	}
	ValueList xs = { 0 };
	eval_rhs(b, &s->rhs, types, n, &xs);
	for (int i = 0; i < n; i++) {
		b->pos = s->pos;
		if (ls[i])
			lv_store(b, ls[i], xs.v[i]);
	}
}

void
b_incdec(B *b, Stmt *s)
{
	Lv *l = settle(b, b_lvalue(b, s->x));
	b->pos = s->pos;
	Value *one = b_constant(b, const_int(1), l->type);
	Value *x = lv_load(b, l);
	lv_store(b, l, b_arith(b, s->op, l->type, x, one));
}
