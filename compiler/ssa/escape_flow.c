/* escape_flow.c - what each op does to pointers: the edges of the escape graph.
 *
 * Stores through a pointer go to the memory of the allocations it can only come from; through any other pointer to the heap, as gc
 * does. Calls apply the callee's summary, or let everything go to the heap. */
#include "ssa/escape.h"

static bool
holds_pointers(Type *t)
{
	if (!t)
		return false;
	if (t->kind == T_TUPLE) {
		for (int i = 0; i < t->vars.n; i++)
			if (type_has_pointers(t->vars.v[i]->type))
				return true;
		return false;
	}
	return type_has_pointers(t) || type_under(t)->kind == T_UINTPTR;   /* pointers may hide in uintptr arithmetic */
}

static void
flow(Esc *e, Value *dst, Value *src, int derefs)
{
	if (src->type && holds_pointers(src->type))
		esc_flow(e, esc_value(e, dst), esc_value(e, src), derefs);
}

static void
leak(Esc *e, Value *src, int derefs)
{
	if (src->type && holds_pointers(src->type))
		esc_flow(e, ESC_HEAP, esc_value(e, src), derefs);
}

/* Stores into memory behind p. Follows p to its allocations; a limit keeps long phi webs cheap. */
typedef struct Bases { int node[8]; int n; Value *seen[16]; int nseen; bool unknown; } Bases;

static void
add_base(Esc *e, Bases *bs, Value *p)
{
	for (;;) {
		switch (p->op) {
		case OpOffPtr: case OpPtrIndex: case OpAddPtr: case OpConvNop: case OpNilCheck: case OpCopy: case OpSlicePtr: case OpSliceMake:
		case OpStringPtr:
			p = p->args[0];
			continue;
		}
		break;
	}
	if (p->op == OpResultAddr || e->mem_of[p->id]) {
		int m = p->op == OpResultAddr ? e->result0 : e->mem_of[p->id];
		for (int i = 0; i < bs->n; i++)
			if (bs->node[i] == m)
				return;
		if (bs->n < 8)
			bs->node[bs->n++] = m;
		else
			bs->unknown = true;
		return;
	}
	if (p->op != OpPhi && p->op != OpCondSelect) {
		bs->unknown |= p->op != OpConstNil;
		return;
	}
	for (int i = 0; i < bs->nseen; i++)
		if (bs->seen[i] == p)
			return;
	if (bs->nseen == 16) {
		bs->unknown = true;
		return;
	}
	bs->seen[bs->nseen++] = p;
	for (int k = p->op == OpCondSelect; k < p->nargs && !bs->unknown; k++)
		add_base(e, bs, p->args[k]);
}

static void
flow_into_memory(Esc *e, Value *p, Value *src, int derefs)
{
	if (!src->type || !holds_pointers(src->type))
		return;
	Bases bs = {0};
	add_base(e, &bs, p);
	if (bs.unknown)
		leak(e, src, derefs);
	for (int i = 0; i < bs.n; i++)
		esc_flow(e, bs.node[i], esc_value(e, src), derefs);
}

static void
flow_move(Esc *e, Value *dst, Value *src, Type *t)
{
	if (type_has_pointers(t))
		flow_into_memory(e, dst, src, 1);
}

/* calls */

static bool
by_address(Type *sig, int i)
{
	return i < sig->params->vars.n && !type_ssaable(sig->params->vars.v[i]->type);
}

static void
result_flow(Esc *e, Value *call, Value *src, int derefs)
{
	Value *area = call->call->result_addr;
	if (area)
		flow_into_memory(e, area, src, derefs);
	else if (call->type)
		flow(e, call, src, derefs);
}

static void
apply_flow(Esc *e, Value *call, const Flow *fl, int nresults, Value *arg, bool addr)
{
	int least = addr ? 1 : 0;
	if (fl->heap >= 0)
		leak(e, arg, fl->heap > least ? fl->heap : least);
	for (int j = 0; fl->result && j < nresults; j++)
		if (fl->result[j] >= 0)
			result_flow(e, call, arg, fl->result[j] > least ? fl->result[j] : least);
}

static bool
marked_noescape(Sym *s)
{
	return s->info && !s->info->body && s->info->decl && (s->info->decl->pragma & PRAGMA_NOESCAPE);
}

/* What the callee does is unknown: everything handed over leaks. */
static void
unknown_call(Esc *e, Value *v, int first, Type *sig, bool receiver)
{
	if (receiver)
		leak(e, v->args[0], 0);
	for (int k = first; k < v->nargs; k++)
		leak(e, v->args[k], by_address(sig, k - first));
}

static void
known_call(Esc *e, Value *v, int first, Sym *callee, Type *sig)
{
	Summary *s = callee ? callee->summary : NULL;
	if (!s) {
		if (!callee || !marked_noescape(callee))
			unknown_call(e, v, first, sig, false);
		return;
	}
	for (int k = first; k < v->nargs && k - first < s->nparams; k++)
		apply_flow(e, v, &s->param[k - first], s->nresults, v->args[k], by_address(sig, k - first));
	if (first)
		apply_flow(e, v, &s->closure, s->nresults, v->args[0], false);
}

/* A closure may be called by anybody: what its body does with the captured words happens at the place it is made. */
static void
closure_made(Esc *e, Value *v)
{
	for (int k = 0; k < v->nargs; k++)
		if (v->args[k]->type && holds_pointers(v->args[k]->type))
			esc_flow(e, e->mem_of[v->id], esc_value(e, v->args[k]), 0);
	Summary *s = v->sym->summary;
	if (!s) {
		leak(e, v, 1);
		return;
	}
	if (s->closure.heap >= 0)
		leak(e, v, s->closure.heap > 1 ? s->closure.heap : 1);
	for (int j = 0; s->closure.result && j < s->nresults; j++)
		if (s->closure.result[j] >= 0)
			leak(e, v, s->closure.result[j] > 1 ? s->closure.result[j] : 1);
}

/* runtime functions: which keep what they are given. Others neither keep nor return their arguments. */

static bool
elem_has_pointers(Value *type_arg)
{
	return type_arg->op != OpTypeAddr || type_has_pointers(type_arg->auxtype);
}

static void
deferred_body(Esc *e, Value *v)
{
	Value *code = v->args[0];
	Summary *s = (code->op == OpAddr || code->op == OpFuncAddr) ? code->sym->summary : NULL;
	if (!s || s->nparams < 1)
		leak(e, v->args[1], 0);
	else if (s->param[0].heap >= 0)
		leak(e, v->args[1], s->param[0].heap);
}

static void
runtime_call(Esc *e, Value *v)
{
	Value **a = v->args;
	switch (v->auxint) {
	case RT_growslice:               /* out, old pointer, ..., elem type: the elements are copied to the heap */
		flow_into_memory(e, a[0], a[1], 0);
		if (elem_has_pointers(a[v->nargs - 1]))
			leak(e, a[1], 1);
		return;
	case RT_memmove: flow_into_memory(e, a[0], a[1], 1); return;
	case RT_typedmemmove: flow_into_memory(e, a[1], a[2], 1); return;
	case RT_typedslicecopy:
		if (elem_has_pointers(a[0]))
			flow_into_memory(e, a[1], a[3], 1);
		return;
	case RT_makeslicecopy: leak(e, a[3], 1); return;
	case RT_concatstrings: flow(e, v, a[0], 1); return;
	case RT_concatstring2: case RT_concatstring3:
		for (int k = 0; k < v->nargs; k++)
			flow(e, v, a[k], 0);
		return;
	case RT_convT: leak(e, a[1], 1); return;
	case RT_convTstring: case RT_convTslice: leak(e, a[0], 0); return;
	case RT_mapassign: leak(e, a[2], 1); return;
	case RT_mapassign_fast64ptr: case RT_mapassign_faststr: leak(e, a[2], 0); return;
	case RT_mapiterinit: flow_into_memory(e, a[2], a[1], 0); return;
	case RT_chansend1: leak(e, a[1], 1); return;
	case RT_selectnbsend: leak(e, a[1], 1); return;
	case RT_selectgo: leak(e, a[0], 2); return;
	case RT_gopanic: leak(e, a[1], 0); return;
	case RT_newproc: case RT_deferprocheap: leak(e, a[0], 0); return;
	case RT_deferprocat: leak(e, a[1], 0); return;
	case RT_deferproc: flow_into_memory(e, a[0], a[1], 0); return;
	case RT_trycall: deferred_body(e, v); return;
	}
}

static void
collect_value(Esc *e, Value *v)
{
	switch (v->op) {
	case OpOffPtr: case OpPtrIndex: case OpAddPtr: case OpConvNop: case OpNilCheck: case OpCopy: case OpBitcast:
	case OpStringMake: case OpStringPtr: case OpSlicePtr: case OpIData: case OpStructSelect: case OpTupleSelect:
		flow(e, v, v->args[0], 0);
		return;
	case OpSliceMake: flow(e, v, v->args[0], 0); return;
	case OpIMake: flow(e, v, v->args[1], 0); return;
	case OpCondSelect:
		flow(e, v, v->args[1], 0);
		flow(e, v, v->args[2], 0);
		return;
	case OpStructMake: case OpPhi:
		for (int k = 0; k < v->nargs; k++)
			flow(e, v, v->args[k], 0);
		return;
	case OpLoad: case OpAtomicLoad: flow(e, v, v->args[0], 1); return;
	case OpNew: case OpLocal: case OpMakeSlice: esc_flow(e, esc_value(e, v), e->mem_of[v->id], -1); return;
	case OpNewClosure:
		esc_flow(e, esc_value(e, v), e->mem_of[v->id], -1);
		closure_made(e, v);
		return;
	case OpResultAddr: return;
	case OpStore: case OpStoreWB: flow_into_memory(e, v->args[0], v->args[1], 0); return;
	case OpMove: case OpMoveWB: case OpMemmove: case OpMemmoveWB: flow_move(e, v->args[0], v->args[1], v->auxtype); return;
	case OpAtomicStore: case OpAtomicExchange: case OpAtomicAdd: leak(e, v->args[1], 0); return;
	case OpAtomicCAS:
		leak(e, v->args[1], 0);
		leak(e, v->args[2], 0);
		return;
	case OpStaticCall: known_call(e, v, 0, v->call->callee, v->call->sig); return;
	case OpClosureCall: known_call(e, v, 1, v->call->callee, v->call->sig); return;
	case OpInterCall: unknown_call(e, v, 1, v->call->sig, true); return;
	case OpRTCall: case OpRTCallPure: runtime_call(e, v); return;
	}
	if (op_info[v->op].pure && v->type && type_under(v->type)->kind == T_UINTPTR)
		for (int k = 0; k < v->nargs; k++)
			flow(e, v, v->args[k], 0);
}

void
esc_collect(Esc *e)
{
	Func *f = e->f;
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		for (int j = 0; j < b->values.n; j++)
			collect_value(e, b->values.v[j]);
		for (int j = 0; j < b->rets.n; j++)
			if (b->rets.v[j]->type && holds_pointers(b->rets.v[j]->type))
				esc_flow(e, e->result0 + j, esc_value(e, b->rets.v[j]), 0);
	}
}
