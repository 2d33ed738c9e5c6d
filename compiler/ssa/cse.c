/* cse.c - pass cse: the same pure operation on the same arguments is computed once where one dominates the other; loads of what
 * memory is known to hold.
 *
 * Blocks in preorder of the dominator tree; the table holds what the blocks above the current one computed and nothing else, so that
 * a function with thousands of branches that compute the same does not search through all of them. Memory has a version that every
 * write changes; a block with one predecessor starts from that one's, a join from a new one (LLVM's GVN does the rest). A box (New of
 * kind NEW_BOX) is written once before anybody sees it: its load never depends on the version. Allocation changes no memory that
 * exists. */
#include "ssa/ssa.h"

typedef struct Entry { Value *v; struct Entry *next; int mem; Value *stored; } Entry;
typedef struct DomScope { Block *b; int log; } DomScope;           /* log: its length when the block began */
typedef struct Cse {
	Func *f;
	Entry **table; int nbuckets;
	Vec(Entry **) log;                   /* the buckets that got an entry, in order */
	Vec(DomScope) scopes;                   /* from the entry block to the current one */
	int mem, next_mem;
	int *mem_at_end;                     /* by block id */
	Value **boxed;                       /* by id of a NEW_BOX: what it holds */
} Cse;

static bool
same_type(Type *a, Type *b)
{
	return a == b || (a && b && type_identical(a, b));
}

static bool
is_candidate(Value *v)
{
	switch (v->op) {
	case OpLocal: case OpPhi: case OpCopy: case OpGetG: return false;
	}
	return op_info[v->op].pure && !op_info[v->op].reads && v->type;
}

static uint32_t
hash_text(StrLit *t)
{
	uint32_t h = (uint32_t)t->n;
	for (size_t i = 0; i < (size_t)t->n && i < 32; i++)
		h = (h ^ (unsigned char)t->s[i]) * 0x01000193u;
	return h;
}

static uint32_t
hash_value(Value *v)
{
	uint32_t h = v->op * 0x9e3779b1u;
	for (int k = 0; k < v->nargs; k++)
		h = (h ^ (uint32_t)v->args[k]->id) * 0x85ebca6bu;
	switch (op_info[v->op].aux) {
	case 'C': break;
	case 'X': h = (h ^ hash_text(v->str)) * 0xc2b2ae35u; break;
	case 'S': h = (h ^ (uint32_t)((uintptr_t)v->sym >> 4)) * 0xc2b2ae35u;   /* fallthrough */
	default: h = (h ^ (uint32_t)v->auxint ^ (uint32_t)((uint64_t)v->auxint >> 32)) * 0xc2b2ae35u;
	}
	return h ^ h >> 15;
}

static bool
same_aux(Value *a, Value *b)
{
	switch (op_info[a->op].aux) {
	case 'X': return a->str == b->str || (a->str->n == b->str->n && memcmp(a->str->s, b->str->s, a->str->n) == 0);
	case 'S': return a->sym == b->sym && a->auxint == b->auxint;
	case 'T': return same_type(a->auxtype, b->auxtype) && same_type(a->aux2, b->aux2) && a->auxint == b->auxint;
	case 'C': return false;
	default: return a->auxint == b->auxint && a->aux == b->aux;
	}
}

static bool
same_value(Value *a, Value *b)
{
	if (a->op != b->op || a->nargs != b->nargs)
		return false;
	for (int k = 0; k < a->nargs; k++)
		if (a->args[k] != b->args[k])
			return false;
	return same_aux(a, b) && same_type(a->type, b->type);
}

static void
order_args(Value *v)
{
	if (op_info[v->op].commutes && v->args[0]->id > v->args[1]->id && !is_int_const(v->args[1])) {
		Value *t = v->args[0];
		v->args[0] = v->args[1];
		v->args[1] = t;
	}
}

static Entry **
bucket(Cse *c, uint32_t h)
{
	return &c->table[h & (uint32_t)(c->nbuckets - 1)];
}

static void
remember(Cse *c, uint32_t h, Value *v, int mem, Value *stored)
{
	Entry **b = bucket(c, h), *e = NEW(scratch, Entry);
	*e = (Entry){ v, *b, mem, stored };
	*b = e;
	vec_push(scratch, &c->log, b);
}

/* Forgets what blocks that do not dominate b computed. */
static void
enter(Cse *c, Block *b)
{
	while (c->scopes.n > 0 && !dominates(c->scopes.v[c->scopes.n - 1].b, b)) {
		int log = c->scopes.v[--c->scopes.n].log;
		while (c->log.n > log) {
			Entry **e = c->log.v[--c->log.n];
			*e = (*e)->next;
		}
	}
	vec_push(scratch, &c->scopes, ((DomScope){ b, c->log.n }));
}

static void
visit_pure(Cse *c, Value *v)
{
	order_args(v);
	uint32_t h = hash_value(v);
	for (Entry *e = *bucket(c, h); e; e = e->next) {
		if (!e->stored && same_value(e->v, v)) {
			value_to_copy(v, e->v);
			return;
		}
	}
	remember(c, h, v, 0, NULL);
}

/* memory */

static bool
is_box(Value *p)
{
	return p->op == OpNew && p->auxint == NEW_BOX;
}

static uint32_t
hash_mem(Value *p, int mem)
{
	return ((uint32_t)p->id * 0x9e3779b1u ^ (uint32_t)mem) * 0x85ebca6bu >> 3;
}

static Value *
skip_nops(Value *p)
{
	while (p->op == OpConvNop || p->op == OpCopy)
		p = p->args[0];
	return p;
}

static void
visit_load(Cse *c, Value *v)
{
	Value *p = v->args[0] = skip_copies(v->args[0]), *box = skip_nops(p);
	if (is_box(box) && c->boxed[box->id] && same_type(c->boxed[box->id]->type, v->type)) {
		value_to_copy(v, c->boxed[box->id]);
		return;
	}
	uint32_t h = hash_mem(p, c->mem);
	for (Entry *e = *bucket(c, h); e; e = e->next) {
		if (e->mem == c->mem && e->stored && e->v == p && same_type(e->stored->type, v->type)) {
			value_to_copy(v, e->stored);
			return;
		}
	}
	remember(c, h, p, c->mem, v);
}

static void
visit_store(Cse *c, Value *v)
{
	Value *box = skip_nops(v->args[0]);
	if (is_box(box))
		c->boxed[box->id] = v->args[1];
	c->mem = c->next_mem++;
	remember(c, hash_mem(v->args[0], c->mem), v->args[0], c->mem, v->args[1]);
}

static bool
keeps_memory(Value *v)
{
	switch (v->op) {
	case OpNew: case OpNewClosure: case OpMakeSlice: case OpKeepAlive: case OpKeepReachable: case OpDbgValue: case OpVarAddr: case OpGetCallerPC:
	case OpGetCallerSP: case OpCallerFrame:
		return true;
	}
	return !op_info[v->op].effect;
}

static void
visit(Cse *c, Value *v)
{
	if (v->op == OpLoad)
		visit_load(c, v);
	else if (v->op == OpStore)
		visit_store(c, v);
	else if (is_candidate(v))
		visit_pure(c, v);
	else if (!keeps_memory(v))
		c->mem = c->next_mem++;
}

void
cse(Func *f)
{
	Cse c = { .f = f, .next_mem = 1, .nbuckets = 64 };
	dominators(f);
	while (c.nbuckets < f->nvalues)
		c.nbuckets *= 2;
	c.table = NEWN(scratch, Entry *, c.nbuckets);
	c.mem_at_end = NEWN(scratch, int, f->nblocks + 1);
	c.boxed = NEWN(scratch, Value *, f->nvalues + 1);
	Block **pre = NEWN(scratch, Block *, f->nrpo + 1);
	for (int i = 0; i < f->nrpo; i++)
		pre[f->rpo[i]->dompre] = f->rpo[i];
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = pre[i];
		enter(&c, b);
		c.mem = b->preds.n == 1 ? c.mem_at_end[b->preds.v[0]->id] : c.next_mem++;
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			if (v->op != OpPhi)
				for (int k = 0; k < v->nargs; k++)
					v->args[k] = skip_copies(v->args[k]);
			visit(&c, v);
		}
		c.mem_at_end[b->id] = c.mem;
	}
	copyelim(f);
}
