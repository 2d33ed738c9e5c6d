/* cfg.c - facts about the graph: reverse postorder, dominators, dominance frontiers, loops, use counts.
 *
 * Dominators after Cooper, Harvey, Kennedy, "A Simple, Fast Dominance Algorithm" (2001). Each is computed when asked for and not
 * valid; func_changed() invalidates. Blocks that the entry does not reach have rpo -1 and take part in nothing. */
#include "ssa/ssa.h"

/* For what does not outlive the pass. */
static Arena *
temp(void)
{
	return scratch ? scratch : permanent;
}

/* Iterative depth-first search: a function may have a hundred thousand blocks in a row. */
static Block **
postorder(Func *f, int *n)
{
	Block **order = NEWN(temp(), Block *, f->blocks.n + 1);
	Block **stack = NEWN(temp(), Block *, f->blocks.n + 1);
	int *next = NEWN(temp(), int, f->blocks.n + 1);
	int sp = 0, no = 0;
	for (int i = 0; i < f->blocks.n; i++)
		f->blocks.v[i]->visited = false;
	stack[sp++] = f->entry;
	f->entry->visited = true;
	while (sp > 0) {
		Block *b = stack[sp - 1];
		if (next[sp - 1] < b->succs.n) {
			Block *s = b->succs.v[next[sp - 1]++];
			if (!s->visited) {
				s->visited = true;
				next[sp] = 0;
				stack[sp++] = s;
			}
			continue;
		}
		order[no++] = b;
		sp--;
	}
	*n = no;
	return order;
}

void
compute_rpo(Func *f)
{
	if (f->rpo_valid)
		return;
	int n;
	Block **po = postorder(f, &n);
	for (int i = 0; i < f->blocks.n; i++)
		f->blocks.v[i]->rpo = -1;
	f->rpo = NEWN(f->arena, Block *, n + 1);
	f->nrpo = n;
	for (int i = 0; i < n; i++) {
		f->rpo[i] = po[n - 1 - i];
		f->rpo[i]->rpo = i;
	}
	f->rpo_valid = true;
}

static Block *
intersect(Block *a, Block *b)
{
	while (a != b) {
		while (a->rpo > b->rpo)
			a = a->idom;
		while (b->rpo > a->rpo)
			b = b->idom;
	}
	return a;
}

/* Numbers the dominator tree so that dominates() is two comparisons. */
static void
number_domtree(Func *f)
{
	int *size = NEWN(temp(), int, f->nrpo + 1);
	int *next = NEWN(temp(), int, f->nrpo + 1);
	for (int i = f->nrpo - 1; i >= 0; i--) {
		size[i]++;
		if (i > 0)
			size[f->rpo[i]->idom->rpo] += size[i];
	}
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		int at = 0;
		if (i > 0) {
			int p = b->idom->rpo;
			at = f->rpo[p]->dompre + 1 + next[p];
			next[p] += size[i];
		}
		b->dompre = at;
		b->domend = at + size[i];
		b->domdepth = i ? b->idom->domdepth + 1 : 0;
	}
}

void
dominators(Func *f)
{
	if (f->dom_valid)
		return;
	compute_rpo(f);
	for (int i = 0; i < f->blocks.n; i++)
		f->blocks.v[i]->idom = NULL;
	f->entry->idom = f->entry;
	for (bool changed = true; changed;) {
		changed = false;
		for (int i = 1; i < f->nrpo; i++) {
			Block *b = f->rpo[i], *d = NULL;
			for (int j = 0; j < b->preds.n; j++) {
				Block *p = b->preds.v[j];
				if (p->rpo >= 0 && p->idom)
					d = d ? intersect(d, p) : p;
			}
			if (b->idom != d) {
				b->idom = d;
				changed = true;
			}
		}
	}
	f->entry->idom = NULL;
	number_domtree(f);
	f->dom_valid = true;
}

/* Reflexive; both must be reachable. */
bool
dominates(Block *a, Block *b)
{
	return a->dompre <= b->dompre && b->dompre < a->domend;
}

/* Per block id, the blocks where its dominance ends. */
BlockList *
dominance_frontier(Func *f)
{
	dominators(f);
	BlockList *df = NEWN(temp(), BlockList, f->nblocks);
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		if (b->preds.n < 2)
			continue;
		for (int j = 0; j < b->preds.n; j++) {
			for (Block *r = b->preds.v[j]; r && r->rpo >= 0 && r != b->idom; r = r->idom) {
				BlockList *l = &df[r->id];
				if (l->n == 0 || vec_last(l) != b)
					vec_push(temp(), l, b);
			}
		}
	}
	return df;
}

static Loop *
loop_at(Func *f, Block *h)
{
	if (h->loop && h->loop->header == h)
		return h->loop;
	Loop *l = NEW(f->arena, Loop);
	l->header = h;
	l->outer = h->loop;
	l->depth = h->loop ? h->loop->depth + 1 : 1;
	return l;
}

/* Collects the natural loop of header h: all that reach a back edge without passing h. */
static void
fill_loop(Func *f, Block *h, Block **work)
{
	Loop *l = NULL;
	int n = 0;
	for (int j = 0; j < h->preds.n; j++) {
		Block *p = h->preds.v[j];
		if (p->rpo < 0 || !dominates(h, p))
			continue;
		if (!l) {
			l = loop_at(f, h);
			h->loop = l;
			vec_push(f->arena, &l->blocks, h);
		}
		if (p != h && p->priv != l) {
			p->priv = l;
			work[n++] = p;
		}
	}
	while (n > 0) {
		Block *b = work[--n];
		b->loop = l;
		vec_push(f->arena, &l->blocks, b);
		for (int j = 0; j < b->preds.n; j++) {
			Block *p = b->preds.v[j];
			if (p->rpo >= 0 && p != h && p->priv != l && dominates(h, p)) {
				p->priv = l;
				work[n++] = p;
			}
		}
	}
}

/* Natural loops, outermost first: going through headers in rpo, an inner loop overwrites what the outer one set. */
void
loops(Func *f)
{
	if (f->loops_valid)
		return;
	dominators(f);
	for (int i = 0; i < f->blocks.n; i++) {
		f->blocks.v[i]->loop = NULL;
		f->blocks.v[i]->priv = NULL;
	}
	Block **work = NEWN(temp(), Block *, f->blocks.n + 1);
	for (int i = 0; i < f->nrpo; i++)
		fill_loop(f, f->rpo[i], work);
	f->loops_valid = true;
}

void
count_uses(Func *f)
{
	for (int i = 0; i < f->blocks.n; i++)
		for (int j = 0; j < f->blocks.v[i]->values.n; j++)
			f->blocks.v[i]->values.v[j]->uses = 0;
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			for (int k = 0; k < v->nargs; k++)
				v->args[k]->uses++;
			if (op_info[v->op].aux == 'C' && v->call && v->call->result_addr)
				v->call->result_addr->uses++;
		}
		if (b->control)
			b->control->uses++;
		for (int j = 0; j < b->rets.n; j++)
			b->rets.v[j]->uses++;
	}
}

/* Drops pred number i with the phi arguments that belong to it. */
void
block_remove_pred(Block *b, int i)
{
	memmove(&b->preds.v[i], &b->preds.v[i + 1], sizeof(Block *) * (size_t)(b->preds.n - 1 - i));
	b->preds.n--;
	for (int j = 0; j < b->values.n && b->values.v[j]->op == OpPhi; j++) {
		Value *v = b->values.v[j];
		memmove(&v->args[i], &v->args[i + 1], sizeof(Value *) * (size_t)(v->nargs - 1 - i));
		v->nargs--;
	}
	func_changed(b->func);
}

/* The pred of b->succs.v[i] that is this very edge: with several edges between two blocks, the k-th successor entry is the k-th
 * predecessor entry. */
int
edge_pred_index(Block *b, int i)
{
	Block *s = b->succs.v[i];
	int k = 0;
	for (int j = 0; j < i; j++)
		k += b->succs.v[j] == s;
	for (int j = 0; j < s->preds.n; j++)
		if (s->preds.v[j] == b && k-- == 0)
			return j;
	fatal("b%d is no predecessor of b%d", b->id, s->id);
}

/* Removes successor number i of b and the edge's other end. */
void
block_remove_succ(Block *b, int i)
{
	Block *s = b->succs.v[i];
	int j = edge_pred_index(b, i);
	memmove(&b->succs.v[i], &b->succs.v[i + 1], sizeof(Block *) * (size_t)(b->succs.n - 1 - i));
	b->succs.n--;
	block_remove_pred(s, j);
}

bool
in_loop(Block *b, Loop *l)
{
	for (Loop *k = b->loop; k; k = k->outer)
		if (k == l)
			return true;
	return false;
}
