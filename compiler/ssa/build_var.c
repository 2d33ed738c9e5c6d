/* build_var.c - values, blocks and variables while a function is built.
 *
 * Variables that live in registers are put into SSA form at once, after Braun, Buchwald, Hack, Leißa, Mallon, Zwinkau, "Simple and
 * Efficient Construction of Static Single Assignment Form" (CC 2013): a block remembers the last value of each variable; a read
 * in a block without one asks the predecessors; a block whose predecessors are not all known (not sealed) gets an
 * incomplete phi. Deviation: a trivial phi becomes a Copy at once, but its users are looked at again only in b_finish, which
 * also drops unreachable blocks.
 *
 * Frame slots (Local) are made in the entry block. */
#include "ssa/build.h"

typedef struct Incomplete { Var *var; Value *phi; } Incomplete;
typedef struct BlockState { PtrMap defs; Vec(Incomplete) incomplete; } BlockState;

static BlockState *
state(Block *blk)
{
	if (!blk->priv)
		blk->priv = NEW(permanent, BlockState);
	return blk->priv;
}

/* blocks */

Block *
b_block(B *b)
{
	return block_new(b->f, BLOCK_PLAIN);
}

void
b_start(B *b, Block *blk)
{
	b->cur = blk;
}

void
b_enter(B *b, Block *blk)
{
	b_start(b, blk);
	b_seal(b, blk);
}

static Block *
cur(B *b)
{
	if (!b->cur)
		b_enter(b, b_block(b));
	return b->cur;
}

void
b_jump(B *b, Block *to)
{
	if (!b->cur)
		return;
	b->cur->kind = BLOCK_PLAIN;
	b->cur->pos = b->pos;
	block_edge(b->cur, to);
	b->cur = NULL;
}

void
b_if(B *b, Value *cond, Block *yes, Block *no, int likely)
{
	Block *c = cur(b);
	c->kind = BLOCK_IF;
	c->control = cond;
	c->pos = b->pos;
	c->likely = (int8_t)likely;
	block_edge(c, yes);
	block_edge(c, no);
	b->cur = NULL;
}

void
b_exit(B *b)
{
	if (!b->cur)
		return;
	b->cur->kind = BLOCK_EXIT;
	b->cur->pos = b->pos;
	b->cur = NULL;
}

/* values */

Value *
b_v0(B *b, SsaOp op, Type *t)
{
	Value *v = value_new(cur(b), op, t, b->pos);
	v->unsafe_origin = b->pkg && b->pkg->imports_unsafe;
	return v;
}

Value *
b_v1(B *b, SsaOp op, Type *t, Value *x)
{
	Value *v = b_v0(b, op, t);
	value_addarg(v, x);
	return v;
}

Value *
b_v2(B *b, SsaOp op, Type *t, Value *x, Value *y)
{
	Value *v = b_v1(b, op, t, x);
	value_addarg(v, y);
	return v;
}

Value *
b_v3(B *b, SsaOp op, Type *t, Value *x, Value *y, Value *z)
{
	Value *v = b_v2(b, op, t, x, y);
	value_addarg(v, z);
	return v;
}

Value *
b_const(B *b, Type *t, int64_t i)
{
	Value *v = value_const(cur(b), t, i);
	v->pos = b->pos;
	return v;
}

Value *
b_int(B *b, int64_t i)
{
	return b_const(b, basic_type[T_INT], i);
}

Value *
b_bool(B *b, bool v)
{
	return b_const(b, basic_type[T_BOOL], v);
}

Value *
b_str(B *b, const char *s, size_t n)
{
	Value *v = b_v0(b, OpConstString, basic_type[T_STRING]);
	v->str = NEW(permanent, StrLit);
	v->str->s = s;
	v->str->n = n;
	return v;
}

static Value *
zero_in(B *b, Block *blk, Type *t)
{
	Type *u = type_under(t);
	Value *v;
	switch (u->kind) {
	case T_FLOAT32: return value_new(blk, OpConst32F, t, b->pos);
	case T_FLOAT64: return value_new(blk, OpConst64F, t, b->pos);
	case T_STRING:
		v = value_new(blk, OpConstString, t, b->pos);
		v->str = NEW(permanent, StrLit);
		v->str->s = "";
		return v;
	default:
		v = value_new(blk, const_op(t), t, b->pos);
		return v;
	}
}

Value *
b_zero(B *b, Type *t)
{
	return zero_in(b, cur(b), t);
}

Type *
tuple2(Type *a, Type *c)
{
	Object *v[2] = { var_new(NOPOS, NULL, str_lit(""), a), var_new(NOPOS, NULL, str_lit(""), c) };
	return type_tuple(v, 2);
}

static Value *
runtime_call(B *b, SsaOp op, RtCall rt, Type *t, int n, va_list ap)
{
	Value *args[8];
	for (int i = 0; i < n; i++)
		args[i] = va_arg(ap, Value *);
	Value *v = b_v0(b, op, t);
	v->auxint = rt;
	for (int i = 0; i < n; i++)
		value_addarg(v, args[i]);
	if (rt_info[rt].flags == 'N')
		b_exit(b);
	return v;
}

Value *
b_rt(B *b, RtCall rt, Type *t, int n, ...)
{
	va_list ap;
	va_start(ap, n);
	Value *v = runtime_call(b, OpRTCall, rt, t, n, ap);
	va_end(ap);
	return v;
}

Value *
b_rtpure(B *b, RtCall rt, Type *t, int n, ...)
{
	va_list ap;
	va_start(ap, n);
	Value *v = runtime_call(b, OpRTCallPure, rt, t, n, ap);
	va_end(ap);
	return v;
}

Value *
b_sel(B *b, Value *tuple, int i)
{
	Value *v = b_v1(b, OpTupleSelect, unalias(tuple->type->vars.v[i]->type), tuple);
	v->auxint = i;
	return v;
}

/* Braun et al. */

static Value *
resolve(Value *v)
{
	while (v && v->op == OpCopy)
		v = v->args[0];
	return v;
}

static Value *read_in(B *b, Block *blk, Var *var);

/* A phi whose arguments are all one value (or itself) is that value. */
static Value *
try_trivial(Value *phi)
{
	Value *same = NULL;
	for (int i = 0; i < phi->nargs; i++) {
		Value *a = resolve(phi->args[i]);
		if (a == same || a == phi)
			continue;
		if (same)
			return phi;
		same = a;
	}
	if (!same)
		return phi;
	phi->op = OpCopy;
	phi->nargs = 0;
	value_addarg(phi, same);
	return same;
}

static Value *
phi_operands(B *b, Block *blk, Var *var, Value *phi)
{
	for (int i = 0; i < blk->preds.n; i++)
		value_addarg(phi, read_in(b, blk->preds.v[i], var));
	return try_trivial(phi);
}

static Value *
new_phi(B *b, Block *blk, Var *var)
{
	return value_new(blk, OpPhi, var->type, b->pos);
}

static Value *
read_in(B *b, Block *blk, Var *var)
{
	Block *first = blk;
	Value *v;
	for (;;) {
		v = resolve(map_get(&state(blk)->defs, var));
		if (v || !blk->sealed || blk->preds.n != 1)
			break;
		blk = blk->preds.v[0];
		if (blk == first)
			break;
	}
	if (!v && !blk->sealed) {
		v = new_phi(b, blk, var);
		Incomplete in = { var, v };
		vec_push(permanent, &state(blk)->incomplete, in);
		map_put(&state(blk)->defs, var, v);
	} else if (!v && blk->preds.n <= 1) {
		v = zero_in(b, blk, var->type);
		map_put(&state(blk)->defs, var, v);
	} else if (!v) {
		v = new_phi(b, blk, var);
		map_put(&state(blk)->defs, var, v);
		v = phi_operands(b, blk, var, v);
		map_put(&state(blk)->defs, var, v);
	}
	if (blk != first)
		map_put(&state(first)->defs, var, v);
	return v;
}

void
b_seal(B *b, Block *blk)
{
	if (blk->sealed)
		return;
	blk->sealed = true;
	BlockState *st = state(blk);
	for (int i = 0; i < st->incomplete.n; i++)
		phi_operands(b, blk, st->incomplete.v[i].var, st->incomplete.v[i].phi);
}

Value *
b_read(B *b, Var *v)
{
	return read_in(b, cur(b), v);
}

/* With -N a debugger follows variables: op says what this one is from here on. Those of generic functions have no type of their own. */
static void
debug_var(B *b, SsaOp op, Var *v, Value *x)
{
	if (!ssa_conf.no_opt || !v->obj || v->obj->name->s[0] == '_' || b->f->subst)
		return;
	Value *d = value_new1(cur(b), op, NULL, b->pos, x);
	d->obj = v->obj;
}

void
b_write(B *b, Var *v, Value *x)
{
	map_put(&state(cur(b))->defs, v, x);
	debug_var(b, OpDbgValue, v, x);
}

/* variables */

Var *
var_synth(B *b, Type *t)
{
	(void)b;
	Var *v = NEW(permanent, Var);
	v->type = t;
	return v;
}

/* Does it live in memory of its own that others may point to? */
bool
var_needs_mem(B *b, Object *o)
{
	return o->addrtaken || (o->captured && (o->reassigned || o->is_result || !type_ssaable(b_ty(b, o->type))));
}

/* Its memory is new at each execution of the declaration; what a New gives is zero, a Local is not. */
Var *
b_declare(B *b, Object *o)
{
	Var *v = NEW(permanent, Var);
	v->obj = o;
	v->type = b_ty(b, o->type);
	v->mem = var_needs_mem(b, o) || !type_ssaable(v->type);
	map_put(&b->vars, o, v);
	if (v->mem)
		v->addr = var_needs_mem(b, o) ? b_newobj(b, v->type) : b_local(b, v->type);
	if (v->mem && v->addr->op == OpNew) {
		v->addr->auxint = NEW_VAR;
		v->addr->var = o;
	}
	if (v->mem)
		debug_var(b, OpVarAddr, v, v->addr);
	return v;
}

Var *
b_var(B *b, Object *o)
{
	Var *v = map_get(&b->vars, o);
	if (!v && b->range)
		v = b_range_capture(b, o);
	if (!v)
		fatal_at(b->pos, "build: variable %s is not declared here", o->name->s);
	return v;
}

Value *
b_addr_of_var(B *b, Var *v)
{
	return v->ptr ? b_read(b, v->ptr) : v->addr;
}

Value *
b_var_value(B *b, Var *v)
{
	return v->mem ? b_load(b, v->type, b_addr_of_var(b, v)) : b_read(b, v);
}

void
b_var_set(B *b, Var *v, Value *x)
{
	if (v->mem)
		b_store(b, v->type, b_addr_of_var(b, v), x);
	else
		b_write(b, v, x);
}

/* memory */

Value *
b_local(B *b, Type *t)
{
	Value *v = value_new(b->entry, OpLocal, ptr_to(t), b->pos);
	v->auxtype = t;
	return v;
}

Value *
b_newobj(B *b, Type *t)
{
	Value *v = b_v0(b, OpNew, ptr_to(t));
	v->auxtype = t;
	use_type(b->p, t);
	return v;
}

Value *
b_load(B *b, Type *t, Value *addr)
{
	return type_ssaable(t) ? b_v1(b, OpLoad, t, addr) : addr;
}

void
b_store(B *b, Type *t, Value *addr, Value *x)
{
	if (type_size(t) == 0)
		return;
	if (type_ssaable(t)) {
		b_v2(b, OpStore, NULL, addr, x);
		return;
	}
	if (resolve(x) != resolve(addr))
		b_v2(b, OpMove, NULL, addr, x)->auxtype = t;
}

void
b_zero_mem(B *b, Type *t, Value *addr)
{
	if (type_size(t) > 0)
		b_v1(b, OpZero, NULL, addr)->auxtype = t;
}

Value *
b_off(B *b, Value *p, int64_t off, Type *elem)
{
	if (off == 0 && p->type && type_under(p->type)->kind == T_POINTER && type_under(p->type)->elem == elem)
		return p;
	Value *v = b_v1(b, OpOffPtr, ptr_to(elem), p);
	v->auxint = off;
	return v;
}

Value *
b_field_addr(B *b, Type *st, Value *p, int i)
{
	Type *u = type_under(st);
	return b_off(b, p, field_offset(u, i), unalias(u->fields.v[i]->type));
}

static bool
never_nil(Value *p)
{
	switch (p->op) {
	case OpAddr: case OpLocal: case OpNew: case OpNilCheck: case OpOffPtr: case OpPtrIndex: return true;
	default: return false;
	}
}

Value *
b_nilcheck(B *b, Value *p)
{
	return never_nil(p) ? p : b_v1(b, OpNilCheck, p->type, p);
}

Value *
b_stable(B *b, Type *t, Value *x)
{
	if (type_ssaable(t))
		return x;
	Value *tmp = b_local(b, t);
	b_store(b, t, tmp, x);
	return tmp;
}

Value *
b_spill(B *b, Type *t, Value *x)
{
	if (!type_ssaable(t))
		return x;
	Value *tmp = b_local(b, t);
	if (type_size(t) > 0)
		b_v2(b, OpStore, NULL, tmp, x);
	return tmp;
}

/* finishing */

static void
mark_reachable(Block *start)
{
	Vec(Block *) work = { 0 };
	start->visited = true;
	vec_push(permanent, &work, start);
	while (work.n) {
		Block *k = work.v[--work.n];
		for (int i = 0; i < k->succs.n; i++) {
			Block *s = k->succs.v[i];
			if (!s->visited) {
				s->visited = true;
				vec_push(permanent, &work, s);
			}
		}
	}
}

/* Drops edges from unreachable blocks, with the phi arguments that came along them. */
static void
drop_dead_preds(Block *k)
{
	int n = 0;
	for (int i = 0; i < k->preds.n; i++) {
		if (!k->preds.v[i]->visited)
			continue;
		for (int j = 0; j < k->values.n && i != n; j++) {
			Value *v = k->values.v[j];
			if (v->op == OpPhi && i < v->nargs)
				v->args[n] = v->args[i];
		}
		k->preds.v[n++] = k->preds.v[i];
	}
	for (int j = 0; j < k->values.n; j++) {
		if (k->values.v[j]->op == OpPhi)
			k->values.v[j]->nargs = n;
	}
	k->preds.n = n;
}

static void
drop_unreachable(Func *f)
{
	for (int i = 0; i < f->blocks.n; i++)
		f->blocks.v[i]->visited = false;
	mark_reachable(f->entry);
	int n = 0;
	for (int i = 0; i < f->blocks.n; i++) {
		Block *k = f->blocks.v[i];
		if (!k->visited)
			continue;
		drop_dead_preds(k);
		f->blocks.v[n++] = k;
	}
	f->blocks.n = n;
	for (int i = 0; i < n; i++)
		f->blocks.v[i]->id = i;
	f->nblocks = n;
}

static bool
simplify_phis(Func *f)
{
	bool changed = false;
	for (int i = 0; i < f->blocks.n; i++) {
		Block *k = f->blocks.v[i];
		for (int j = 0; j < k->values.n; j++) {
			Value *v = k->values.v[j];
			if (v->op == OpPhi && try_trivial(v) != v)
				changed = true;
		}
	}
	return changed;
}

static void
drop_copies(Block *k)
{
	int n = 0;
	for (int j = 0; j < k->values.n; j++) {
		Value *v = k->values.v[j];
		if (v->op == OpCopy)
			continue;
		for (int i = 0; i < v->nargs; i++)
			v->args[i] = resolve(v->args[i]);
		if (op_info[v->op].aux == 'C' && v->call && v->call->result_addr)
			v->call->result_addr = resolve(v->call->result_addr);
		k->values.v[n++] = v;
	}
	k->values.n = n;
	k->control = resolve(k->control);
	for (int i = 0; i < k->rets.n; i++)
		k->rets.v[i] = resolve(k->rets.v[i]);
}

/* A value defined in a block that is not reachable can only be an argument of unreachable code: nothing to do for those. */
void
b_finish(B *b)
{
	Func *f = b->f;
	if (b->cur)
		b_exit(b);
	for (int i = 0; i < f->blocks.n; i++)
		b_seal(b, f->blocks.v[i]);
	drop_unreachable(f);
	while (simplify_phis(f))
		;
	for (int i = 0; i < f->blocks.n; i++) {
		drop_copies(f->blocks.v[i]);
		f->blocks.v[i]->priv = NULL;
		f->blocks.v[i]->visited = false;
	}
	f->rpo_valid = f->dom_valid = f->loops_valid = false;
}
