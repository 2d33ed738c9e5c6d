/* tmpstring.c - pass tmpstring: string(bytes) that is only looked at, in a comparison or to find a map's entry, takes the bytes
 * themselves. The copy would be seen only if something wrote to them before the last look, so nothing between may write. */
#include "ssa/ssa.h"

enum { MAX_USES = 64 };

typedef struct Conv { Value *call, *uses[MAX_USES]; int nuses; bool kept; } Conv;

/* Does it read argument i, and keep nothing of it? */
static bool
only_reads(Value *v, int i)
{
	switch (v->op) {
	case OpRTCallPure: return v->auxint == RT_eqstring || v->auxint == RT_cmpstring;
	case OpRTCall: return i >= 2 && (v->auxint == RT_mapaccess1_faststr || v->auxint == RT_mapaccess2_faststr);
	default: return false;
	}
}

static bool
is_conversion(Value *v)
{
	return v->op == OpRTCall && v->auxint == RT_slicebytetostring;
}

/* By value id: the conversion that a value is the pointer of. */
static void
note_use(Conv **of, Value *x, Value *user, int i)
{
	Conv *c = of[x->id];
	if (!c || (user->op == OpTupleSelect && user->args[0] == x))
		return;
	if (!only_reads(user, i) || c->nuses == MAX_USES)
		c->kept = true;
	else
		c->uses[c->nuses++] = user;
}

static bool
writes(Value *v)
{
	if (v->op == OpRTCall && (v->auxint == RT_mapaccess1_faststr || v->auxint == RT_mapaccess2_faststr || is_conversion(v)))
		return false;
	return op_info[v->op].effect;
}

/* Nothing writes on the only way from the conversion to the use. */
static bool
unwritten(Value *call, Value *use)
{
	Block *b = use->block;
	bool behind = true;              /* the use, or all of a block before it */
	for (int depth = 0; depth < MAX_USES; depth++) {
		for (int j = b->values.n - 1; j >= 0; j--) {
			Value *v = b->values.v[j];
			if (v == call)
				return true;
			if (!behind && writes(v))
				return false;
			if (v == use)
				behind = false;
		}
		if (b->preds.n != 1)
			return false;
		b = b->preds.v[0];
		behind = false;
	}
	return false;
}

static void
look_at_bytes(Func *f, Conv *c)
{
	Block *b = c->call->block;
	int n = 0;
	for (int i = 0; i < f->nrpo; i++) {
		Block *u = f->rpo[i];
		for (int j = 0; j < u->values.n; j++) {
			Value *v = u->values.v[j];
			if (v->op == OpTupleSelect && v->args[0] == c->call)
				value_to_copy(v, c->call->args[v->auxint]);
		}
	}
	for (int j = 0; j < b->values.n; j++)
		if (b->values.v[j] != c->call)
			b->values.v[n++] = b->values.v[j];
	b->values.n = n;
}

void
tmpstring(Func *f)
{
	Vec(Conv *) convs = { 0 };
	Conv **of = NULL;
	compute_rpo(f);
	for (int i = 0; i < f->nrpo; i++)
		for (int j = 0; j < f->rpo[i]->values.n; j++)
			if (is_conversion(f->rpo[i]->values.v[j])) {
				Conv *c = NEW(scratch, Conv);
				c->call = f->rpo[i]->values.v[j];
				vec_push(scratch, &convs, c);
			}
	if (!convs.n)
		return;
	of = NEWN(scratch, Conv *, f->nvalues + 1);
	for (int i = 0; i < convs.n; i++)
		of[convs.v[i]->call->id] = convs.v[i];
	for (int i = 0; i < f->nrpo; i++)
		for (int j = 0; j < f->rpo[i]->values.n; j++) {
			Value *v = f->rpo[i]->values.v[j];
			if (v->op == OpTupleSelect && v->auxint == 0 && of[v->args[0]->id])
				of[v->id] = of[v->args[0]->id];
		}
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		for (int j = 0; j < b->values.n; j++)
			for (int k = 0; k < b->values.v[j]->nargs; k++)
				note_use(of, b->values.v[j]->args[k], b->values.v[j], k);
		for (int j = 0; j < b->rets.n; j++)
			if (of[b->rets.v[j]->id])
				of[b->rets.v[j]->id]->kept = true;
	}
	for (int i = 0; i < convs.n; i++) {
		Conv *c = convs.v[i];
		for (int j = 0; j < c->nuses && !c->kept; j++)
			c->kept = !unwritten(c->call, c->uses[j]);
		if (!c->kept)
			look_at_bytes(f, c);
	}
	copyelim(f);
}
