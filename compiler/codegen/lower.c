/* lower.c - one SSA function to one LLVM function: blocks in reverse postorder, phis completed at the end, controls.
 *
 * Lowering a value may split its block (nil checks, bounds checks): cg.last remembers where a block ends, for phis. LLVM's
 * phis have one value a predecessor block, ours one an edge: when a block reaches the same successor by several edges and
 * that one has phis, each such edge gets a block of its own (edge_target).
 * All allocas are in the entry block, which then branches to the function's first block. */
#include "codegen/cg.h"

typedef struct EdgeBlock { Block *from; int succ; LLVMBasicBlockRef bb; } EdgeBlock;
static Vec(EdgeBlock) edges;

LLVMValueRef *
lv(Value *v)
{
	if (!v->llvm)
		fatal("codegen: v%d (%s) of %s used before it is lowered", v->id, op_info[v->op].name, cg.fn->name);
	return v->llvm;
}

LLVMValueRef
lv1(Value *v)
{
	return lv(v)[0];
}

LLVMValueRef *
lv_new(Value *v, int n)
{
	return v->llvm = NEWN(cg.fn->arena, LLVMValueRef, n + 1);
}

void
lv_set1(Value *v, LLVMValueRef x)
{
	lv_new(v, 1)[0] = x;
}

LLVMBasicBlockRef
bb_new(const char *name)
{
	return LLVMAppendBasicBlockInContext(cg.ctx, cg.llfn, name);
}

void
bb_enter(LLVMBasicBlockRef b)
{
	cg.cur = b;
	LLVMPositionBuilderAtEnd(cg.b, b);
}

/* Branches to a new cold block when `bad`, leaves the builder in the good one; the caller fills *bad_bb. */
LLVMValueRef
cold_branch(LLVMValueRef bad, LLVMBasicBlockRef *bad_bb)
{
	LLVMBasicBlockRef good = bb_new("");
	*bad_bb = bb_new("");
	LLVMValueRef br = LLVMBuildCondBr(cg.b, bad, *bad_bb, good);
	LLVMSetMetadata(br, cg.md_prof, LLVMMetadataAsValue(cg.ctx, cg.md_unlikely));
	bb_enter(good);
	return br;
}

/* A frame slot, alive in the whole function. `t` or an array of `size` bytes. */
LLVMValueRef
entry_alloca(LLVMTypeRef t, int64_t size, int64_t align)
{
	LLVMBasicBlockRef at = LLVMGetInsertBlock(cg.b);
	LLVMMetadataRef loc = LLVMGetCurrentDebugLocation2(cg.b);
	LLVMPositionBuilderAtEnd(cg.b, cg.entry);
	LLVMSetCurrentDebugLocation2(cg.b, NULL);
	LLVMValueRef a = LLVMBuildAlloca(cg.b, t ? t : LLVMArrayType2(cg.i8, (uint64_t)size), "");
	LLVMSetAlignment(a, (unsigned)(align < 1 ? 1 : align));
	LLVMPositionBuilderAtEnd(cg.b, at);
	LLVMSetCurrentDebugLocation2(cg.b, loc);
	return a;
}

LLVMValueRef
const_i64(int64_t i)
{
	return LLVMConstInt(cg.i64, (unsigned long long)i, true);
}

LLVMValueRef
intrinsic(const char *name, LLVMTypeRef over, LLVMValueRef *args, int n)
{
	unsigned id = LLVMLookupIntrinsicID(name, strlen(name));
	if (!id)
		fatal("codegen: LLVM has no intrinsic %s", name);
	size_t nover = over ? 1 : 0;
	LLVMValueRef fn = LLVMGetIntrinsicDeclaration(cg.mod, id, &over, nover);
	LLVMTypeRef ft = LLVMIntrinsicGetType(cg.ctx, id, &over, nover);
	return LLVMBuildCall2(cg.b, ft, fn, args, (unsigned)n, "");
}

/* The current g (DESIGN 7), read once at the function's entry: %fs:8 never changes for a goroutine, x28 is reserved. */
LLVMValueRef
g_ptr(void)
{
	if (cg.g)
		return cg.g;
	LLVMBasicBlockRef at = LLVMGetInsertBlock(cg.b);
	LLVMMetadataRef loc = LLVMGetCurrentDebugLocation2(cg.b);
	LLVMPositionBuilderAtEnd(cg.b, cg.entry);
	LLVMSetCurrentDebugLocation2(cg.b, NULL);
	if (codegen_conf.arm64) {
		LLVMTypeRef ft = LLVMFunctionType(cg.ptr, NULL, 0, false);
		const char *text = "mov $0, x28", *cons = "=r";
		LLVMValueRef a = LLVMGetInlineAsm(ft, text, strlen(text), cons, strlen(cons), false, false, LLVMInlineAsmDialectATT, false);
		cg.g = LLVMBuildCall2(cg.b, ft, a, NULL, 0, "g");
	} else {
		LLVMValueRef slot = LLVMConstIntToPtr(LLVMConstInt(cg.i64, 8, false), LLVMPointerTypeInContext(cg.ctx, 257));
		cg.g = LLVMBuildLoad2(cg.b, cg.ptr, slot, "g");
	}
	LLVMPositionBuilderAtEnd(cg.b, at);
	LLVMSetCurrentDebugLocation2(cg.b, loc);
	return cg.g;
}

static void
lower_phi(Value *v)
{
	Flat *f = flat_of(v->type);
	LLVMValueRef *out = lv_new(v, f->n);
	for (int i = 0; i < f->n; i++)
		out[i] = LLVMBuildPhi(cg.b, f->s[i].ty, "");
}

static bool
has_phis(Block *b)
{
	return b->values.n > 0 && b->values.v[0]->op == OpPhi;
}

static int
edges_to(Block *from, Block *to)
{
	int n = 0;
	for (int i = 0; i < from->succs.n; i++)
		n += from->succs.v[i] == to;
	return n;
}

/* the LLVM block that edge `i` of b jumps to */
static LLVMBasicBlockRef
edge_target(Block *b, int i)
{
	Block *to = b->succs.v[i];
	if (!has_phis(to) || edges_to(b, to) < 2)
		return cg.first[to->id];
	EdgeBlock e = { b, i, bb_new("") };
	LLVMBasicBlockRef at = LLVMGetInsertBlock(cg.b);
	LLVMPositionBuilderAtEnd(cg.b, e.bb);
	LLVMBuildBr(cg.b, cg.first[to->id]);
	LLVMPositionBuilderAtEnd(cg.b, at);
	vec_push(cg.fn->arena, &edges, e);
	return e.bb;
}

/* the LLVM block from which `to`'s k-th predecessor edge comes */
static LLVMBasicBlockRef
edge_source(Block *to, int k)
{
	Block *from = to->preds.v[k];
	int nth = 0;
	for (int i = 0; i < k; i++)
		nth += to->preds.v[i] == from;
	for (int i = 0; i < edges.n; i++) {
		EdgeBlock *e = &edges.v[i];
		if (e->from == from && from->succs.v[e->succ] == to && nth-- == 0)
			return e->bb;
	}
	return cg.last[from->id];
}

static void
finish_phi(Value *v)
{
	Flat *f = flat_of(v->type);
	LLVMValueRef *phi = lv(v);
	for (int k = 0; k < v->nargs; k++) {
		LLVMBasicBlockRef from = edge_source(v->block, k);
		if (!from)
			continue;       /* unreachable predecessor */
		for (int i = 0; i < f->n; i++) {
			LLVMValueRef x = lv(v->args[k])[i];
			if (LLVMTypeOf(x) != f->s[i].ty)
				fatal("codegen: phi v%d of %s: argument v%d has another type", v->id, cg.fn->name, v->args[k]->id);
			LLVMAddIncoming(phi[i], &x, &from, 1);
		}
	}
}

static void
set_weights(LLVMValueRef br, int likely)
{
	if (likely)
		LLVMSetMetadata(br, cg.md_prof, LLVMMetadataAsValue(cg.ctx, likely > 0 ? cg.md_likely : cg.md_unlikely));
}

static void
lower_if(Block *b)
{
	if (b->succs.v[0] == b->succs.v[1] && !has_phis(b->succs.v[0])) {
		LLVMBuildBr(cg.b, cg.first[b->succs.v[0]->id]);
		return;
	}
	LLVMBasicBlockRef t = edge_target(b, 0), e = edge_target(b, 1);
	set_weights(LLVMBuildCondBr(cg.b, lv1(b->control), t, e), b->likely ? b->likely : dispatch_choice(b, cg.steers));
}

static void
lower_switch(Block *b)
{
	LLVMValueRef x = lv1(b->control);
	LLVMValueRef sw = LLVMBuildSwitch(cg.b, x, edge_target(b, 0), (unsigned)b->cases.n);
	for (int i = 0; i < b->cases.n; i++) {
		LLVMValueRef c = LLVMConstInt(LLVMTypeOf(x), (unsigned long long)b->cases.v[i], true);
		LLVMAddCase(sw, c, edge_target(b, i + 1));
	}
}

static void
lower_ret(Block *b)
{
	Func *f = cg.fn;
	FnAbi a = fn_abi(f->sig, f->mem_result, f->closure, false);
	if (a.nresults == 0) {
		LLVMBuildRetVoid(cg.b);
		return;
	}
	LLVMValueRef *s = NEWN(f->arena, LLVMValueRef, a.nresults);
	int n = 0;
	for (int i = 0; i < b->rets.n; i++) {
		Flat *fl = flat_of(b->rets.v[i]->type);
		for (int k = 0; k < fl->n && n < a.nresults; k++)
			s[n++] = lv(b->rets.v[i])[k];
	}
	if (n != a.nresults)
		fatal("codegen: %s returns %d scalars, want %d", f->name, n, a.nresults);
	for (int i = 0; i < n; i++)
		s[i] = coerce(s[i], a.results[i].ty);
	LLVMBuildRet(cg.b, abi_pack_result(&a, s));
}

static void
lower_control(Block *b)
{
	debug_loc_pos(b->pos, b->control ? b->control->inl : NULL);
	switch (b->kind) {
	case BLOCK_PLAIN: LLVMBuildBr(cg.b, cg.first[b->succs.v[0]->id]); break;
	case BLOCK_IF: lower_if(b); break;
	case BLOCK_SWITCH: lower_switch(b); break;
	case BLOCK_RET: lower_ret(b); break;
	default: LLVMBuildUnreachable(cg.b);
	}
}

static void
lower_value(Value *v)
{
	if (v->op == OpPhi) {
		lower_phi(v);
		return;
	}
	debug_loc(v);
	if (lower_arith(v) || lower_float(v) || lower_composite(v) || lower_mem(v) || lower_atomic(v) || lower_call(v))
		return;
	fatal("codegen: op %s of %s is not implemented", op_info[v->op].name, cg.fn->name);
}

static void
lower_block(Block *b)
{
	bb_enter(cg.first[b->id]);
	for (int i = 0; i < b->values.n; i++)
		if (!b->values.v[i]->dead)
			lower_value(b->values.v[i]);
	lower_control(b);
	cg.last[b->id] = cg.cur;
}

/* Depth first from the entry, so that (phis aside) definitions come before uses. Iterative: functions can be deep. */
static Block **
reverse_postorder(Func *f, int *n)
{
	int nb = f->nblocks + 1, sp = 0;
	Block **order = NEWN(f->arena, Block *, nb), **stack = NEWN(f->arena, Block *, nb);
	int *next = NEWN(f->arena, int, nb);
	bool *seen = NEWN(f->arena, bool, nb);
	int at = nb;
	stack[sp++] = f->entry;
	seen[f->entry->id] = true;
	while (sp > 0) {
		Block *b = stack[sp - 1];
		if (next[b->id] == b->succs.n) {
			order[--at] = b;
			sp--;
			continue;
		}
		Block *s = b->succs.v[next[b->id]++];
		if (!seen[s->id]) {
			seen[s->id] = true;
			stack[sp++] = s;
		}
	}
	*n = nb - at;
	return order + at;
}

static void
bind_params(Func *f, const FnAbi *a)
{
	unsigned p = 0;
	if (a->mem_result)
		cg.result_addr = LLVMGetParam(cg.llfn, p++);
	if (a->closure)
		cg.closure_ptr = LLVMGetParam(cg.llfn, p++);
	cg.params = NEWN(f->arena, LLVMValueRef, a->nparams + 1);
	for (int i = 0; i < a->nparams; i++)
		cg.params[i] = LLVMGetParam(cg.llfn, p++);
	int np = sig_nparams(f->sig), n = 0;
	cg.param_first = NEWN(f->arena, int, np + 1);
	for (int i = 0; i < np; i++) {
		cg.param_first[i] = n;
		n += flat_of(param_type(f->sig, i))->n;
	}
}

/* LLVM's scheduler and others take quadratic time on basic blocks of ten thousands of instructions, and on functions of many: an
 * init function that fills a table, a generated test. They are compiled without optimization. */
static bool
is_huge(Func *f)
{
	enum { HUGE_BLOCK = 8000, HUGE_FUNC = 40000 };
	int total = 0;
	for (int i = 0; i < f->blocks.n; i++) {
		int n = f->blocks.v[i]->values.n;
		total += n;
		if (n > HUGE_BLOCK || total > HUGE_FUNC)
			return true;
	}
	return false;
}

static void
func_begin(Func *f)
{
	cg.fn = f;
	cg.llfn = func_value(f->sym);
	cg.g = cg.result_addr = cg.closure_ptr = NULL;
	edges = (typeof(edges)){ 0 };
	FnAbi a = fn_abi(f->sig, f->mem_result, f->closure, false);
	if (LLVMGlobalGetValueType(cg.llfn) != a.ty)
		fatal("codegen: %s: the body's signature differs from the symbol's", f->name);
	attrs_common(cg.llfn);
	if (f->noinline || f->uses_recover || ssa_conf.no_inline || is_huge(f))
		attr_fn(cg.llfn, AT_NOINLINE);
	if (is_huge(f))
		attr_fn(cg.llfn, AT_OPTNONE);
	if (f->nosplit)
		attr_text(cg.llfn, "minigo-nosplit", "");
	bind_params(f, &a);
	cg.first = NEWN(f->arena, LLVMBasicBlockRef, f->nblocks + 1);
	cg.last = NEWN(f->arena, LLVMBasicBlockRef, f->nblocks + 1);
}

void
lower_func(Func *f)
{
	int n;
	Block **order = reverse_postorder(f, &n);
	func_begin(f);
	cg.steers = codegen_conf.opt ? dispatch_phis(f) : NULL;
	debug_func(f, cg.llfn);
	cg.entry = bb_new("entry");
	for (int i = 0; i < n; i++)
		cg.first[order[i]->id] = bb_new("");
	for (int i = 0; i < n; i++)
		lower_block(order[i]);
	for (int i = 0; i < n; i++)
		for (int k = 0; k < order[i]->values.n && order[i]->values.v[k]->op == OpPhi; k++)
			finish_phi(order[i]->values.v[k]);
	LLVMPositionBuilderAtEnd(cg.b, cg.entry);
	debug_loc_clear();
	LLVMBuildBr(cg.b, cg.first[f->entry->id]);
}
