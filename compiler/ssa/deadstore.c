/* deadstore.c - pass deadstore: frame slots that nobody reads lose their stores; a store that the same block overwrites before
 * anything can see it goes. (LLVM removes more; these keep slots from reaching it at all.) */
#include "ssa/ssa.h"

static bool
is_slot(Value *v)
{
	return v->op == OpLocal || (v->op == OpNew && v->stack);
}

/* By value id: is this an address inside a slot that is only written? Starts with every slot, falls with each other use. */
static void
find_write_only(Func *f, Value **slot, bool *read)
{
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			if (is_slot(v))
				slot[v->id] = v;
			else if ((v->op == OpOffPtr || v->op == OpConvNop) && slot[v->args[0]->id])
				slot[v->id] = slot[v->args[0]->id];
		}
	}
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			bool writes = v->op == OpStore || v->op == OpZero || v->op == OpMove || v->op == OpVarAddr;
			bool step = (v->op == OpOffPtr || v->op == OpConvNop) && slot[v->id];
			for (int k = 0; k < v->nargs; k++)
				if (slot[v->args[k]->id] && !(k == 0 && (writes || step)))
					read[slot[v->args[k]->id]->id] = true;
			if (op_info[v->op].aux == 'C' && v->call->result_addr && slot[v->call->result_addr->id])
				read[slot[v->call->result_addr->id]->id] = true;
		}
		if (b->control && slot[b->control->id])
			read[slot[b->control->id]->id] = true;
		for (int j = 0; j < b->rets.n; j++)
			if (slot[b->rets.v[j]->id])
				read[slot[b->rets.v[j]->id]->id] = true;
	}
}

static bool
is_write(Value *v)
{
	return v->op == OpStore || v->op == OpZero || v->op == OpMove;
}

/* Backwards: a Store to an address that a later Store of the same size overwrites with nothing in between that reads or calls. */
static void
drop_overwritten(Block *b, bool *drop)
{
	Value *later[8];
	int n = 0;
	for (int j = b->values.n - 1; j >= 0; j--) {
		Value *v = b->values.v[j];
		if (v->op == OpStore) {
			for (int k = 0; k < n; k++)
				if (later[k]->args[0] == v->args[0] && type_size(later[k]->args[1]->type) >= type_size(v->args[1]->type))
					drop[v->id] = true;
			if (n < 8 && !drop[v->id])
				later[n++] = v;
			continue;
		}
		OpInfo *o = &op_info[v->op];
		if (o->reads || o->effect || o->panics)
			n = 0;
	}
}

void
deadstore(Func *f)
{
	Value **slot = NEWN(scratch, Value *, f->nvalues + 1);
	bool *read = NEWN(scratch, bool, f->nvalues + 1), *drop = NEWN(scratch, bool, f->nvalues + 1);
	compute_rpo(f);
	find_write_only(f, slot, read);
	for (int i = 0; i < f->nrpo; i++)
		drop_overwritten(f->rpo[i], drop);
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		int n = 0;
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			Value *s = is_write(v) ? slot[v->args[0]->id] : NULL;
			if (!drop[v->id] && !(s && !read[s->id]))
				b->values.v[n++] = v;
		}
		b->values.n = n;
	}
}
