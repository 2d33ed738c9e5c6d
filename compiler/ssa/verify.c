/* verify.c - what must hold of every function between passes: dense ids, edges with two ends, phis first and as long as the
 * predecessors, single definition, definitions dominating uses, argument counts, sane controls. */
#include "ssa/ssa.h"

typedef struct Check { Func *f; const char *after; Value **def; int *at; } Check;

static void NORETURN PRINTF(2, 3)
wrong(Check *c, const char *fmt, ...)
{
	StrBuf b = {0}, msg = {0};
	va_list ap;
	va_start(ap, fmt);
	sb_vprintf(&msg, fmt, ap);
	va_end(ap);
	ssa_print(&b, c->f);
	fprintf(stderr, "%s", b.s);
	fatal("after pass %s: func %s: %s", c->after, c->f->sym ? c->f->sym->name : "?", msg.s);
}

static int
count_block(Block **v, int n, Block *b)
{
	int k = 0;
	for (int i = 0; i < n; i++)
		k += v[i] == b;
	return k;
}

static void
check_edges(Check *c, Block *b)
{
	static const int nsucc[] = { [BLOCK_PLAIN] = 1, [BLOCK_IF] = 2, [BLOCK_SWITCH] = -1, [BLOCK_RET] = 0, [BLOCK_EXIT] = 0 };
	int want = b->kind == BLOCK_SWITCH ? b->cases.n + 1 : nsucc[b->kind];
	if (b->succs.n != want)
		wrong(c, "b%d has %d successors, not %d", b->id, b->succs.n, want);
	for (int i = 0; i < b->succs.n; i++) {
		Block *s = b->succs.v[i];
		if (count_block(s->preds.v, s->preds.n, b) != count_block(b->succs.v, b->succs.n, s))
			wrong(c, "edge b%d → b%d has one end", b->id, s->id);
	}
	for (int i = 0; i < b->preds.n; i++)
		if (!count_block(b->preds.v[i]->succs.v, b->preds.v[i]->succs.n, b))
			wrong(c, "b%d ← b%d is no edge", b->id, b->preds.v[i]->id);
	if ((b->kind == BLOCK_IF || b->kind == BLOCK_SWITCH) != (b->control != NULL))
		wrong(c, "b%d: control and kind disagree", b->id);
	if (b == c->f->entry && b->preds.n)
		wrong(c, "the entry block has predecessors");
}

static void
check_value(Check *c, Block *b, int i, bool *past_phis)
{
	Value *v = b->values.v[i];
	if (v->op == OpInvalid || v->op >= N_SSAOP)
		wrong(c, "v%d has no op", v->id);
	if (v->block != b)
		wrong(c, "v%d stands in b%d but names another block", v->id, b->id);
	if (v->id < 0 || v->id >= c->f->nvalues || c->def[v->id])
		wrong(c, "v%d: number used twice or out of range", v->id);
	c->def[v->id] = v;
	c->at[v->id] = i;
	if (v->op == OpPhi) {
		if (*past_phis)
			wrong(c, "v%d: phi after other values", v->id);
		if (v->nargs != b->preds.n)
			wrong(c, "v%d: %d phi arguments for %d predecessors", v->id, v->nargs, b->preds.n);
	} else {
		*past_phis = true;
		int want = op_info[v->op].nargs;
		if (want >= 0 && v->nargs != want)
			wrong(c, "v%d: %s with %d arguments", v->id, op_info[v->op].name, v->nargs);
	}
}

static void
check_use(Check *c, Value *v, Block *b, int at, const char *what, int user)
{
	if (!v || v->id >= c->f->nvalues || c->def[v->id] != v)
		wrong(c, "%s%d uses v%d, which is not defined", what, user, v ? v->id : -1);
	if (!v->type)
		wrong(c, "%s%d uses v%d, which has no result", what, user, v->id);
	if (b->rpo < 0)
		return;
	bool ok = v->block == b ? c->at[v->id] < at : v->block->rpo >= 0 && dominates(v->block, b);
	if (!ok)
		wrong(c, "%s%d uses v%d, which does not dominate it", what, user, v->id);
}

static void
check_uses(Check *c, Block *b)
{
	for (int i = 0; i < b->values.n; i++) {
		Value *v = b->values.v[i];
		for (int k = 0; k < v->nargs; k++) {
			Block *at = v->op == OpPhi ? b->preds.v[k] : b;
			check_use(c, v->args[k], at, v->op == OpPhi ? INT32_MAX : i, "v", v->id);
		}
		if (op_info[v->op].aux == 'C') {
			if (!v->call)
				wrong(c, "v%d: call without a descriptor", v->id);
			if (v->call->result_addr)
				check_use(c, v->call->result_addr, b, i, "v", v->id);
		}
	}
	if (b->control)
		check_use(c, b->control, b, INT32_MAX, "b", b->id);
	for (int i = 0; i < b->rets.n; i++)
		check_use(c, b->rets.v[i], b, INT32_MAX, "b", b->id);
}

/* Operand types that codegen relies on. */
static void
check_types(Check *c, Value *v)
{
	if (v->op == OpPhi && v->type)
		for (int k = 0; k < v->nargs; k++)
			if (v->args[k]->type && type_size(v->args[k]->type) != type_size(v->type))
				wrong(c, "v%d: phi of values of different size", v->id);
	if (v->type && v->type->kind != T_TUPLE && !type_ssaable(v->type))
		wrong(c, "v%d has a type that lives in memory", v->id);
}

bool
ssa_verify(Func *f, const char *after)
{
	Check c = { f, after, NEWN(permanent, Value *, f->nvalues + 1), NEWN(permanent, int, f->nvalues + 1) };
	bool *seen = NEWN(permanent, bool, f->nblocks + 1);
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		if (b->id < 0 || b->id >= f->nblocks || seen[b->id] || b->func != f)
			wrong(&c, "b%d: number used twice or out of range", b->id);
		seen[b->id] = true;
		bool past_phis = false;
		for (int j = 0; j < b->values.n; j++)
			check_value(&c, b, j, &past_phis);
	}
	f->dom_valid = f->rpo_valid = false;
	for (int i = 0; i < f->blocks.n; i++)
		check_edges(&c, f->blocks.v[i]);
	dominators(f);
	for (int i = 0; i < f->blocks.n; i++)
		check_uses(&c, f->blocks.v[i]);
	for (int i = 0; i < f->blocks.n; i++)
		for (int j = 0; j < f->blocks.v[i]->values.n; j++)
			check_types(&c, f->blocks.v[i]->values.v[j]);
	return true;
}
