/* build_switch.c - switches on values and types.
 *
 * Constant integers become one BLOCK_SWITCH; many constant strings a switch on the length, then comparisons; everything else
 * is compared in order. Type switches compare the dynamic type's address: descriptors are unique. */
#include "ssa/build.h"

typedef struct Sw {
	Stmt *s;
	Block *end, *dflt;
	Block **body;                        /* per clause */
} Sw;

static Sw
sw_new(B *b, Stmt *s)
{
	Sw w = { .s = s, .end = b_block(b), .body = NEWN(permanent, Block *, s->clauses.n + 1) };
	w.dflt = w.end;
	for (int i = 0; i < s->clauses.n; i++) {
		w.body[i] = b_block(b);
		if (s->clauses.v[i]->is_default)
			w.dflt = w.body[i];
	}
	b_target(b, s, w.end, NULL);
	return w;
}

static void
sw_bodies(B *b, Sw *w)
{
	Block *saved = b->fallthrough;
	for (int i = 0; i < w->s->clauses.n; i++) {
		Clause *c = w->s->clauses.v[i];
		b_seal(b, w->body[i]);
		if (!w->body[i]->preds.n)
			continue;
		b_start(b, w->body[i]);
		b->fallthrough = i + 1 < w->s->clauses.n ? w->body[i + 1] : NULL;
		b_stmts(b, c->body.v, c->body.n);
		b_jump(b, w->end);
	}
	b->fallthrough = saved;
	b_seal(b, w->end);
	b->cur = w->end->preds.n ? w->end : NULL;
}

static bool
all_constant(Stmt *s, int *n)
{
	*n = 0;
	for (int i = 0; i < s->clauses.n; i++) {
		ExprList *l = &s->clauses.v[i]->exprs;
		for (int k = 0; k < l->n; k++, (*n)++)
			if (!l->v[k]->val)
				return false;
	}
	return true;
}

static Block *
terminate_switch(B *b, Value *tag, Block *dflt)
{
	Block *k = b->cur;
	k->kind = BLOCK_SWITCH;
	k->control = tag;
	k->pos = b->pos;
	block_edge(k, dflt);
	b->cur = NULL;
	return k;
}

static void
int_switch(B *b, Sw *w, Value *tag, Type *t)
{
	Block *k = terminate_switch(b, tag, w->dflt);
	for (int i = 0; i < w->s->clauses.n; i++) {
		ExprList *l = &w->s->clauses.v[i]->exprs;
		for (int j = 0; j < l->n; j++) {
			uint8_t bytes[8] = { 0 };
			int64_t c = 0;
			const_bytes(l->v[j]->val, t, bytes);
			memcpy(&c, bytes, 8);
			vec_push(permanent, &k->cases, const_norm(c, type_size(t)));
			block_edge(k, w->body[i]);
		}
	}
}

static size_t
string_len(Expr *e)
{
	size_t n;
	const_string_val(e->val, &n);
	return n;
}

/* One block a length, in it the comparisons with the strings of that length. */
static void
string_switch(B *b, Sw *w, Value *tag, Type *t)
{
	Value *len = b_v1(b, OpStringLen, basic_type[T_INT], tag);
	Block *k = terminate_switch(b, len, w->dflt);
	for (int i = 0; i < w->s->clauses.n; i++) {
		ExprList *l = &w->s->clauses.v[i]->exprs;
		for (int j = 0; j < l->n; j++) {
			int64_t n = (int64_t)string_len(l->v[j]);
			Block *at = NULL;
			int c = 0;
			while (c < k->cases.n && k->cases.v[c] != n)
				c++;
			if (c == k->cases.n) {
				vec_push(permanent, &k->cases, n);
				block_edge(k, b_block(b));
			}
			at = k->succs.v[c + 1];
			while (at->succs.n)
				at = at->succs.v[1];
			b_enter(b, at);
			Value *eq = b_equal(b, t, tag, b_constant(b, l->v[j]->val, t));
			Block *next = b_block(b);
			b_if(b, eq, w->body[i], next, 0);
		}
	}
	for (int c = 0; c < k->cases.n; c++) {
		Block *at = k->succs.v[c + 1];
		while (at->succs.n)
			at = at->succs.v[1];
		b_enter(b, at);
		b_jump(b, w->dflt);
	}
}

/* val: of a constant tag, or NULL. What is known not to be reached is not built: it may call what does not exist. */
static void
linear_switch(B *b, Sw *w, Expr *tag, const Const *val)
{
	for (int i = 0; i < w->s->clauses.n; i++) {
		ExprList *l = &w->s->clauses.v[i]->exprs;
		for (int j = 0; j < l->n; j++) {
			Block *next = b_block(b);
			Expr *c = l->v[j];
			b->pos = c->pos;
			if (val && c->val) {
				if (!const_compare(OP_EQL, val, c->val))
					continue;
				b_jump(b, w->body[i]);
				return;
			}
			if (tag || b_under(b, c->type)->kind == T_INTERFACE) {
				if (!tag)
					tag = b_named_value(b, ".tag", b_bool(b, true), basic_type[T_BOOL], c->pos);
				Expr eq = { .kind = E_BINARY, .op = OP_EQL, .pos = c->pos, .x = tag, .y = c, .type = basic_type[T_BOOL], .mode = MODE_VALUE };
				b_if(b, b_compare_expr(b, &eq), w->body[i], next, 0);
			} else {
				b_cond(b, c, w->body[i], next, 0);
			}
			b_seal(b, next);
			b->cur = next->preds.n ? next : NULL;
			if (!b->cur)
				return;
		}
	}
	b_jump(b, w->dflt);
}

void
b_switch(B *b, Stmt *s)
{
	if (s->init)
		b_stmt(b, s->init);
	Sw w = sw_new(b, s);
	if (!s->x) {
		linear_switch(b, &w, NULL, NULL);
		sw_bodies(b, &w);
		return;
	}
	Type *t0 = s->x->type;
	if (type_is_untyped(unalias(t0)))
		t0 = type_default(unalias(t0));
	Type *t = b_ty(b, t0);
	Value *tag = b_expr_to(b, s->x, t);
	b->pos = s->pos;
	int n;
	bool constant = all_constant(s, &n);
	if (constant && !s->x->val && n >= 4 && type_is_integer(type_under(t)))
		int_switch(b, &w, tag, t);
	else if (constant && !s->x->val && n >= 6 && type_is_string(type_under(t)))
		string_switch(b, &w, tag, t);
	else
		linear_switch(b, &w, b_named_value(b, ".tag", tag, t0, s->x->pos), constant ? s->x->val : NULL);
	sw_bodies(b, &w);
}

/* type switches */

typedef struct Ts { Value *x, *word; Type *xt; } Ts;

/* Jumps to yes with *bound holding x as type t when x's dynamic type is t (or implements it). */
static void
type_case(B *b, Ts *ts, Expr *e, Type *t, Var *bound, Block *yes, Block *no)
{
	Type *bl = basic_type[T_BOOL];
	if (e->mode == MODE_NIL) {
		Block *k = b_block(b);
		b_if(b, b_v2(b, OpEqPtr, bl, ts->word, b_zero(b, ts->word->type)), k, no, 0);
		b_enter(b, k);
		if (bound)
			b_var_set(b, bound, ts->x);
		b_jump(b, yes);
		return;
	}
	Block *hit = b_block(b);
	Value *v = NULL, *ok = NULL;
	if (type_under(t)->kind == T_INTERFACE) {
		v = b_assert(b, ts->x, ts->xt, t, &ok);
	} else {
		ok = b_v2(b, OpEqPtr, bl, ts->word, b_type_addr(b, t));
	}
	b_if(b, ok, hit, no, 0);
	b_enter(b, hit);
	if (bound && type_same(bound->type, ts->xt))
		b_var_set(b, bound, ts->x);
	else if (bound)
		b_var_set(b, bound, v ? v : iface_data(b, ts->x, t));
	b_jump(b, yes);
}

static Var *
clause_var(B *b, Clause *c)
{
	Object *o = c->obj;
	return o && !(o->name->len == 1 && o->name->s[0] == '_') ? var_synth(b, b_ty(b, o->type)) : NULL;
}

void
b_typeswitch(B *b, Stmt *s)
{
	if (s->init)
		b_stmt(b, s->init);
	Ts ts;
	ts.xt = b_ty(b, s->x->type);
	ts.x = b_expr(b, s->x);
	b->pos = s->pos;
	ts.word = iface_typeword(b, ts.x, ts.xt);
	Sw w = sw_new(b, s);
	Var **vars = NEWN(permanent, Var *, s->clauses.n + 1);
	for (int i = 0; i < s->clauses.n; i++) {
		Clause *c = s->clauses.v[i];
		Var *v = vars[i] = clause_var(b, c);
		if (v && !type_ssaable(v->type)) {
			v->mem = true;
			v->addr = b_local(b, v->type);
		}
		for (int j = 0; j < c->exprs.n; j++) {
			Expr *e = unparen(c->exprs.v[j]);
			Block *next = b_block(b);
			b->pos = e->pos;
			bool isnil = e->mode == MODE_NIL;
			type_case(b, &ts, e, isnil ? NULL : b_ty(b, e->type), v, w.body[i], next);
			b_enter(b, next);
		}
	}
	for (int i = 0; i < s->clauses.n; i++)
		if (s->clauses.v[i]->is_default && vars[i])
			b_var_set(b, vars[i], ts.x);
	b_jump(b, w.dflt);
	for (int i = 0; i < s->clauses.n; i++) {
		Clause *c = s->clauses.v[i];
		b_seal(b, w.body[i]);
		if (!w.body[i]->preds.n)
			continue;
		b_start(b, w.body[i]);
		b->pos = c->pos;
		if (vars[i]) {
			Value *x = b_var_value(b, vars[i]);
			b_var_set(b, b_declare(b, c->obj), x);
		}
		b_stmts(b, c->body.v, c->body.n);
		b_jump(b, w.end);
	}
	b_seal(b, w.end);
	b->cur = w.end->preds.n ? w.end : NULL;
}
