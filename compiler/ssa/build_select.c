/* build_select.c - select: an array of cases in the frame, sends first, then receives; runtime.selectgo picks one. */
#include "ssa/build.h"

typedef struct SelCase { Clause *c; bool send; Value *ch, *elem; Type *et; int index; Block *body; } SelCase;

/* The receive expression of a receiving clause. */
static Expr *
recv_of(Stmt *comm)
{
	Expr *e = comm->kind == S_EXPR ? comm->x : comm->rhs.v[0];
	return unparen(e);
}

static void
eval_case(B *b, SelCase *sc)
{
	Stmt *m = sc->c->comm;
	b->pos = m->pos;
	Expr *ch = sc->send ? m->x : recv_of(m)->x;
	sc->et = unalias(type_core(b_ty(b, ch->type))->elem);
	sc->ch = b_expr(b, ch);
	if (sc->send) {
		Value *x = b_expr_to(b, m->y, sc->et);
		sc->elem = b_spill(b, sc->et, x);
		if (!type_ssaable(sc->et))
			sc->elem = b_stable(b, sc->et, x);
	} else {
		sc->elem = b_local(b, sc->et);
	}
}

static Expr *
lhs_of(Stmt *m, int i)
{
	if (m->kind == S_EXPR || i >= m->lhs.n)
		return NULL;
	Expr *e = unparen(m->lhs.v[i]);
	return e->kind == E_NAME && e->name->len == 1 && e->name->s[0] == '_' ? NULL : e;
}

static void
assign_received(B *b, SelCase *sc, Value *ok)
{
	Stmt *m = sc->c->comm;
	Value *x = type_size(sc->et) == 0 && type_ssaable(sc->et) ? b_zero(b, sc->et) : b_load(b, sc->et, sc->elem);
	Value *vals[2] = { x, ok };
	Type *types[2] = { sc->et, basic_type[T_BOOL] };
	b->pos = m->pos;
	for (int i = 0; i < 2; i++) {
		Expr *e = lhs_of(m, i);
		if (!e)
			continue;
		if (m->kind == S_DEFINE && m->newvars.v[i]) {
			b_define_var(b, m->newvars.v[i], vals[i], types[i]);
			continue;
		}
		Lv *l = b_lvalue(b, e);
		lv_store(b, l, type_same(l->type, types[i]) ? vals[i] : b_convert(b, vals[i], types[i], l->type, NULL));
	}
}

static void
case_body(B *b, SelCase *sc, Value *ok, Block *end)
{
	b_seal(b, sc->body);
	b_start(b, sc->body);
	if (sc->c->comm && !sc->send)
		assign_received(b, sc, ok);
	b_stmts(b, sc->c->body.v, sc->c->body.n);
	b_jump(b, end);
}

static int
fill(B *b, SelCase *cs, int n, Value *arr, bool send, int at)
{
	Type *up = basic_type[T_UNSAFEPTR];
	for (int i = 0; i < n; i++) {
		if (!cs[i].c->comm || cs[i].send != send)
			continue;
		cs[i].index = at;
		b_store(b, up, b_off(b, arr, at * 16, up), cs[i].ch);
		b_store(b, up, b_off(b, arr, at * 16 + 8, up), cs[i].elem);
		at++;
	}
	return at;
}

void
b_select(B *b, Stmt *s)
{
	int n = s->clauses.n;
	if (n == 0) {
		b_rt(b, RT_block, NULL, 0);
		return;
	}
	SelCase *cs = NEWN(permanent, SelCase, n);
	SelCase *dflt = NULL;
	Block *end = b_block(b);
	b_target(b, s, end, NULL);
	for (int i = 0; i < n; i++) {
		cs[i].c = s->clauses.v[i];
		cs[i].body = b_block(b);
		if (!cs[i].c->comm) {
			dflt = &cs[i];
			continue;
		}
		cs[i].send = cs[i].c->comm->kind == S_SEND;
		eval_case(b, &cs[i]);
	}
	Type *in = basic_type[T_INT];
	Value *arr = b_local(b, type_array(basic_type[T_UNSAFEPTR], 2 * n));
	b->pos = s->pos;
	int sends = fill(b, cs, n, arr, true, 0);
	int all = fill(b, cs, n, arr, false, sends);
	Value *r = b_rt(b, RT_selectgo, tuple2(in, basic_type[T_BOOL]), 5, arr, b_int(b, sends), b_int(b, all - sends), b_int(b, 0), b_bool(b, !dflt));
	Value *which = b_sel(b, r, 0), *ok = b_sel(b, r, 1);
	Block *none = dflt ? dflt->body : b_block(b);
	Block *k = b->cur;
	k->kind = BLOCK_SWITCH;
	k->control = which;
	block_edge(k, none);
	for (int i = 0; i < n; i++) {
		if (!cs[i].c->comm)
			continue;
		vec_push(permanent, &k->cases, cs[i].index);
		block_edge(k, cs[i].body);
	}
	b->cur = NULL;
	if (!dflt) {
		b_enter(b, none);
		b_rt(b, RT_unreachable, NULL, 0);
	}
	for (int i = 0; i < n; i++)
		case_body(b, &cs[i], ok, end);
	b_seal(b, end);
	b->cur = end->preds.n ? end : NULL;
}
