/* mem2reg.c - pass mem2reg: frame slots whose address is only loaded from and stored to become SSA values.
 *
 * Candidates are Local, and New that escape put on the frame, of a type that splits into at most 8 SSA-able leaves (struct fields are
 * leaves of their own, so memory-only structs come apart). Every use of the address must be a Load, a Store to it (not of it), a
 * Zero or Move of a whole number of leaves, OffPtr at a leaf, NilCheck or ConvNop. Phis are placed at the iterated dominance
 * frontier of the stores (Cytron et al. 1991), then one walk down the dominator tree renames. A Local is undefined before its
 * first store: reading it then gives zero. */
#include "ssa/ssa.h"

#define MAXLEAF 8
#define MAXSTATE (512 << 10)                   /* blocks times leaves: beyond, slots stay in memory */

typedef struct Leaf { Type *type; int64_t off; } Leaf;
typedef struct Slot {
	Value *base;
	Leaf leaf[MAXLEAF];
	int nleaf;
	int first;                           /* number of leaf 0 among all promoted leaves */
	bool bad;
} Slot;
typedef struct M2R {
	Func *f;
	Slot **slot_of;                      /* by value id: the slot this address points into */
	int64_t *off_of;                     /* and where */
	Vec(Slot *) slots;
	int nleaf;
	Value **zero;                        /* per leaf: its zero in the entry block */
	int *phi_leaf;                       /* by value id: leaf number + 1 of a phi placed here */
	int nids;
	Block ***children;                   /* dominator tree, by block id */
	int *nchildren;
} M2R;

static int
split(Type *t, int64_t off, Leaf *out, int n)
{
	Type *u = type_under(t);
	if (u->kind == T_STRUCT) {
		for (int i = 0; i < u->fields.n && n >= 0; i++)
			n = split(u->fields.v[i]->type, off + field_offset(u, i), out, n);
		return n;
	}
	if (u->kind == T_ARRAY && u->len == 1)
		return split(u->elem, off, out, n);
	if (type_size(t) == 0)
		return n;
	if (n == MAXLEAF || !type_ssaable(t))
		return -1;
	out[n].type = t;
	out[n].off = off;
	return n + 1;
}

static int
leaf_at(Slot *s, int64_t off)
{
	for (int i = 0; i < s->nleaf; i++)
		if (s->leaf[i].off == off)
			return i;
	return -1;
}

/* Do leaves tile [off, off+size) of s? */
static bool
whole_leaves(Slot *s, int64_t off, int64_t size)
{
	for (int i = 0; i < s->nleaf; i++) {
		int64_t a = s->leaf[i].off, b = a + type_size(s->leaf[i].type);
		if (b <= off || a >= off + size)
			continue;
		if (a < off || b > off + size)
			return false;
	}
	return true;
}

static bool
same_shape(Type *a, Type *b)
{
	if (a == b)
		return true;
	Type *x[4], *y[4];
	int n = type_scalars(a, x, 4), m = type_scalars(b, y, 4);
	if (n != m || n < 0)
		return false;
	for (int i = 0; i < n; i++)
		if (type_size(x[i]) != type_size(y[i]) || type_is_float(x[i]) != type_is_float(y[i]) ||
		    type_has_pointers(x[i]) != type_has_pointers(y[i]))
			return false;
	int ka = type_under(a)->kind, kb = type_under(b)->kind;
	return ka == kb || (n == 1 && ka != T_BOOL && kb != T_BOOL);
}

/* A load or store of type t at off: one leaf, or a struct made of leaves. */
static bool
access_fits(Slot *s, int64_t off, Type *t)
{
	Leaf parts[MAXLEAF];
	int n = split(t, off, parts, 0);
	if (n < 0)
		return false;
	for (int i = 0; i < n; i++) {
		int k = leaf_at(s, parts[i].off);
		if (k < 0 || !same_shape(s->leaf[k].type, parts[i].type))
			return false;
	}
	return true;
}

static bool
slot_candidate(Value *v)
{
	return v->op == OpLocal || (v->op == OpNew && v->stack);
}

static void
find_slots(M2R *m)
{
	Func *f = m->f;
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			if (!slot_candidate(v))
				continue;
			Slot *s = NEW(scratch, Slot);
			s->base = v;
			s->nleaf = split(v->auxtype, 0, s->leaf, 0);
			if (s->nleaf < 0)
				continue;
			m->slot_of[v->id] = s;
			vec_push(scratch, &m->slots, s);
		}
	}
}

static void
spoil(M2R *m, Value *v)
{
	if (m->slot_of[v->id])
		m->slot_of[v->id]->bad = true;
}

static bool
is_address_step(Value *v)
{
	return v->op == OpOffPtr || v->op == OpConvNop || v->op == OpNilCheck || v->op == OpCopy;
}

static void
check_use(M2R *m, Value *v)
{
	Slot *s = v->nargs ? m->slot_of[v->args[0]->id] : NULL;
	int64_t off = s ? m->off_of[v->args[0]->id] : 0;
	for (int k = 1; k < v->nargs; k++)
		if (v->op != OpMove)
			spoil(m, v->args[k]);
	if (op_info[v->op].aux == 'C' && v->call->result_addr)
		spoil(m, v->call->result_addr);
	if (v->op == OpMove) {
		for (int k = 0; k < 2; k++) {
			Slot *t = m->slot_of[v->args[k]->id];
			if (t && !access_fits(t, m->off_of[v->args[k]->id], v->auxtype))
				t->bad = true;
		}
		return;
	}
	if (!s)
		return;
	switch (v->op) {
	case OpLoad:
		if (!access_fits(s, off, v->type))
			s->bad = true;
		return;
	case OpStore:
		if (!access_fits(s, off, v->args[1]->type))
			s->bad = true;
		return;
	case OpZero:
		if (!whole_leaves(s, off, type_size(v->auxtype)))
			s->bad = true;
		return;
	case OpOffPtr: case OpConvNop: case OpNilCheck: case OpCopy: case OpVarAddr:
		return;
	default:
		s->bad = true;
	}
}

/* Addresses are made before they are used, so one walk in reverse postorder sees every step first. */
static void
follow_addresses(M2R *m)
{
	Func *f = m->f;
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			if (!is_address_step(v) || !m->slot_of[v->args[0]->id])
				continue;
			m->slot_of[v->id] = m->slot_of[v->args[0]->id];
			m->off_of[v->id] = m->off_of[v->args[0]->id] + (v->op == OpOffPtr ? v->auxint : 0);
		}
	}
}

/* A Move between two slots, one of which stays in memory, must load or store leaf by leaf through the other: always possible. But
 * leaves of both must agree, which access_fits with the moved type ensures. */
static void
judge(M2R *m)
{
	Func *f = m->f;
	follow_addresses(m);
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		for (int j = 0; j < b->values.n; j++)
			check_use(m, b->values.v[j]);
		if (b->control)
			spoil(m, b->control);
		for (int j = 0; j < b->rets.n; j++)
			spoil(m, b->rets.v[j]);
	}
	int n = 0;
	for (int i = 0; i < m->slots.n; i++) {
		Slot *s = m->slots.v[i];
		s->bad |= s->base->block->rpo < 0 || (int64_t)(m->nleaf + s->nleaf) * f->nrpo > MAXSTATE;
		if (s->bad)
			continue;
		s->first = m->nleaf;
		m->nleaf += s->nleaf;
		m->slots.v[n++] = s;
	}
	m->slots.n = n;
	for (int i = 0; i < m->nids; i++)
		if (m->slot_of[i] && m->slot_of[i]->bad)
			m->slot_of[i] = NULL;
}

/* Moves that touch a promoted slot become loads and stores of the leaves. */
static void
expand_move(M2R *m, Block *b, Value *v, ValueVec *out)
{
	Leaf parts[MAXLEAF];
	int n = split(v->auxtype, 0, parts, 0);
	Value *val[MAXLEAF];
	Func *f = m->f;
	for (int pass = 0; pass < 2; pass++) {
		for (int i = 0; i < n; i++) {
			Value *p = value_make(f, OpOffPtr, type_pointer(parts[i].type), v->pos);
			p->auxint = parts[i].off;
			value_addarg(p, v->args[pass == 0]);
			Value *a = value_make(f, pass == 0 ? OpLoad : OpStore, pass == 0 ? parts[i].type : NULL, v->pos);
			value_addarg(a, p);
			if (pass)
				value_addarg(a, val[i]);
			else
				val[i] = a;
			p->inl = a->inl = v->inl;
			p->block = a->block = b;
			a->unsafe_origin = v->unsafe_origin;
			vec_push(scratch, out, p);
			vec_push(scratch, out, a);
		}
	}
}

static bool
moves_slot(M2R *m, Value *v)
{
	return v->op == OpMove && v->id < m->nids && (m->slot_of[v->args[0]->id] || m->slot_of[v->args[1]->id]);
}

static bool
expand_moves(M2R *m)
{
	bool any = false;
	for (int i = 0; i < m->f->nrpo; i++) {
		Block *b = m->f->rpo[i];
		ValueVec out = {0};
		bool here = false;
		for (int j = 0; j < b->values.n && !here; j++)
			here = moves_slot(m, b->values.v[j]);
		if (!here)
			continue;
		for (int j = 0; j < b->values.n; j++) {
			Value *v = b->values.v[j];
			if (moves_slot(m, v))
				expand_move(m, b, v, &out);
			else
				vec_push(scratch, &out, v);
		}
		b->values.n = 0;
		for (int j = 0; j < out.n; j++)
			vec_push(m->f->arena, &b->values, out.v[j]);
		any = true;
	}
	return any;
}

/* Which leaves does v define? Calls mark for each. */
static bool
defines(M2R *m, Value *v, int *lo, int *hi)
{
	if (v->op == OpNew && v->stack && m->slot_of[v->id] && m->slot_of[v->id]->base == v) {
		*lo = m->slot_of[v->id]->first;
		*hi = *lo + m->slot_of[v->id]->nleaf;
		return *lo < *hi;
	}
	if (v->op != OpStore && v->op != OpZero)
		return false;
	Slot *s = m->slot_of[v->args[0]->id];
	if (!s)
		return false;
	int64_t a = m->off_of[v->args[0]->id], b = a + type_size(v->op == OpZero ? v->auxtype : v->args[1]->type);
	*lo = *hi = -1;
	for (int i = 0; i < s->nleaf; i++) {
		if (s->leaf[i].off < a || s->leaf[i].off >= b)
			continue;
		if (*lo < 0)
			*lo = s->first + i;
		*hi = s->first + i + 1;
	}
	return *lo >= 0;
}

static void
place_phi(M2R *m, Block *b, int leaf, Type *t)
{
	Value *phi = value_new(b, OpPhi, t, NOPOS);
	for (int i = 0; i < b->preds.n; i++)
		value_addarg(phi, m->zero[leaf]);
	(void)m;
	phi->auxint = leaf + 1;              /* tells rename; cleared there */
}

static void
place_phis(M2R *m)
{
	Func *f = m->f;
	BlockList *df = dominance_frontier(f);
	BlockList *defs = NEWN(scratch, BlockList, m->nleaf);
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		for (int j = 0; j < b->values.n; j++) {
			int lo, hi;
			if (!defines(m, b->values.v[j], &lo, &hi))
				continue;
			for (int l = lo; l < hi; l++)
				if (defs[l].n == 0 || vec_last(&defs[l]) != b)
					vec_push(scratch, &defs[l], b);
		}
	}
	int *has = NEWN(scratch, int, f->nblocks);
	for (int si = 0; si < m->slots.n; si++) {
		Slot *s = m->slots.v[si];
		for (int i = 0; i < s->nleaf; i++) {
			int l = s->first + i;
			BlockList work = defs[l];    /* grows at the end: as good as a set, has[] keeps it finite */
			for (int w = 0; w < work.n; w++) {
				BlockList *d = &df[work.v[w]->id];
				for (int k = 0; k < d->n; k++) {
					if (has[d->v[k]->id] == l + 1 || !dominates(s->base->block, d->v[k]))
						continue;
					has[d->v[k]->id] = l + 1;
					place_phi(m, d->v[k], l, s->leaf[i].type);
					vec_push(scratch, &work, d->v[k]);
				}
			}
		}
	}
}

static Value *
zero_value(Func *f, Type *t)
{
	SsaOp op = const_op(t);
	if (type_is_float(t))
		op = type_size(t) == 4 ? OpConst32F : OpConst64F;
	Value *v = value_make(f, op, t, NOPOS);
	v->block = f->entry;
	return v;
}

static void
make_zeros(M2R *m)
{
	Func *f = m->f;
	m->zero = NEWN(scratch, Value *, m->nleaf + 1);
	ValueVec old = {0};
	for (int j = 0; j < f->entry->values.n; j++)
		vec_push(scratch, &old, f->entry->values.v[j]);
	f->entry->values.n = 0;
	for (int i = 0; i < m->slots.n; i++) {
		Slot *s = m->slots.v[i];
		for (int k = 0; k < s->nleaf; k++) {
			Value *z = zero_value(f, s->leaf[k].type);
			m->zero[s->first + k] = z;
			vec_push(f->arena, &f->entry->values, z);
		}
	}
	for (int j = 0; j < old.n; j++)
		vec_push(f->arena, &f->entry->values, old.v[j]);
}

/* Rebuilds a struct of type t at off from its leaves; values made on the way go to out. */
static Value *
gather(M2R *m, Slot *s, Type *t, int64_t off, Value **now, Value *at, ValueVec *out)
{
	Type *u = type_under(t);
	Func *f = m->f;
	bool is_struct = u->kind == T_STRUCT, is_array = u->kind == T_ARRAY && u->len == 1;
	Value *r;
	if (type_size(t) == 0) {
		r = value_make(f, OpConstNil, t, at->pos);
	} else if (!is_struct && !is_array) {
		int k = leaf_at(s, off);
		Value *v = now[s->first + k];
		if (v->type == t || type_identical(v->type, t))
			return v;
		r = value_make(f, OpConvNop, t, at->pos);
		value_addarg(r, v);
	} else {
		r = value_make(f, OpStructMake, t, at->pos);
		for (int i = 0; i < (is_struct ? u->fields.n : 1); i++) {
			Type *ft = is_struct ? u->fields.v[i]->type : u->elem;
			value_addarg(r, gather(m, s, ft, off + (is_struct ? field_offset(u, i) : 0), now, at, out));
		}
	}
	r->block = at->block;
	r->inl = at->inl;
	vec_push(scratch, out, r);
	return r;
}

/* The other way: takes val of type t apart into the leaves from off on. */
static void
scatter(M2R *m, Slot *s, Type *t, int64_t off, Value *val, Value **now, Value *at, ValueVec *out)
{
	Type *u = type_under(t);
	bool is_struct = u->kind == T_STRUCT, is_array = u->kind == T_ARRAY && u->len == 1;
	if (type_size(t) == 0)
		return;
	if (!is_struct && !is_array) {
		now[s->first + leaf_at(s, off)] = val;
		return;
	}
	for (int i = 0; i < (is_struct ? u->fields.n : 1); i++) {
		Type *ft = is_struct ? u->fields.v[i]->type : u->elem;
		Value *p = value_make(m->f, OpStructSelect, ft, at->pos);
		p->auxint = i;
		value_addarg(p, val);
		p->block = at->block;
		p->inl = at->inl;
		vec_push(scratch, out, p);
		scatter(m, s, ft, off + (is_struct ? field_offset(u, i) : 0), p, now, at, out);
	}
}

static void
set_zero(M2R *m, int lo, int hi, Value **now)
{
	for (int l = lo; l < hi; l++)
		now[l] = m->zero[l];
}

/* Renames v; false when it is to be dropped. */
static bool
rename_value(M2R *m, Value *v, Value **now, ValueVec *out)
{
	int lo, hi;
	if (v->op == OpPhi) {
		if (v->auxint) {
			now[v->auxint - 1] = v;
			m->phi_leaf[v->id] = (int)v->auxint;
			v->auxint = 0;
		}
		return true;
	}
	Slot *base = v->id < m->nids ? m->slot_of[v->id] : NULL;
	if (base) {
		if (base->base == v && v->op == OpNew)
			set_zero(m, base->first, base->first + base->nleaf, now);
		return false;
	}
	Slot *s = v->nargs && v->args[0]->id < m->nids ? m->slot_of[v->args[0]->id] : NULL;
	if (!s)
		return true;
	int64_t off = m->off_of[v->args[0]->id];
	switch (v->op) {
	case OpStore: scatter(m, s, v->args[1]->type, off, v->args[1], now, v, out); return false;
	case OpZero:
		if (defines(m, v, &lo, &hi))
			set_zero(m, lo, hi, now);
		return false;
	case OpLoad: {
		Value *r = gather(m, s, v->type, off, now, v, out);
		value_to_copy(v, r);
		return true;
	}
	default: return false;               /* VarAddr */
	}
}

static void
rename_block(M2R *m, Block *b, Value **now)
{
	ValueVec out = {0};
	for (int j = 0; j < b->values.n; j++) {
		Value *v = b->values.v[j];
		if (rename_value(m, v, now, &out))
			vec_push(scratch, &out, v);
	}
	b->values.n = 0;
	for (int j = 0; j < out.n; j++)
		vec_push(m->f->arena, &b->values, out.v[j]);
	for (int i = 0; i < b->succs.n; i++) {
		Block *s = b->succs.v[i];
		int pi = edge_pred_index(b, i);
		for (int j = 0; j < s->values.n && s->values.v[j]->op == OpPhi; j++) {
			Value *phi = s->values.v[j];
			int leaf = phi->auxint ? (int)phi->auxint : m->phi_leaf[phi->id];
			if (leaf)
				phi->args[pi] = now[leaf - 1];
		}
	}
}

/* Down the dominator tree in reverse postorder: a block starts from what its immediate dominator ended with. */
static void
rename_all(M2R *m)
{
	Func *f = m->f;
	Value ***end = NEWN(scratch, Value **, f->nblocks);
	m->phi_leaf = NEWN(scratch, int, f->nvalues + 1);
	for (int i = 0; i < f->nrpo; i++) {
		Block *b = f->rpo[i];
		Value **now = NEWN(scratch, Value *, m->nleaf + 1);
		memcpy(now, b->idom ? end[b->idom->id] : m->zero, sizeof(Value *) * (size_t)m->nleaf);
		end[b->id] = now;
		rename_block(m, b, now);
	}
}

/* Slot tables by id, large enough for the values there are now. */
static void
analyse(M2R *m)
{
	Func *f = m->f;
	m->nids = f->nvalues;
	m->slot_of = NEWN(scratch, Slot *, m->nids + 1);
	m->off_of = NEWN(scratch, int64_t, m->nids + 1);
	m->slots.n = m->nleaf = 0;
	find_slots(m);
	if (m->slots.n)
		judge(m);
}

void
mem2reg(Func *f)
{
	M2R m = { .f = f };
	dominators(f);
	analyse(&m);
	if (!m.slots.n)
		return;
	if (expand_moves(&m))
		analyse(&m);
	make_zeros(&m);
	place_phis(&m);
	rename_all(&m);
	copyelim(f);
}
