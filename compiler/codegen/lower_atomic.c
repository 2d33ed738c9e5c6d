/* lower_atomic.c - sync/atomic's operations (sequentially consistent, as Go's memory model wants), frame intrinsics, debug marks. */
#include "codegen/cg.h"

/* bool is a byte in memory, and atomics need a byte multiple */
static LLVMTypeRef
mem_type(Type *t)
{
	LLVMTypeRef s = flat_of(t)->s[0].ty;
	return s == cg.i1 ? cg.i8 : s;
}

static LLVMValueRef
to_mem(Value *v)
{
	return coerce(lv1(v), mem_type(v->type));
}

static LLVMValueRef
from_mem(Value *v, LLVMValueRef x)
{
	return coerce(x, flat_of(v->type)->s[0].ty);
}

static void
atomic_load(Value *v)
{
	LLVMTypeRef t = mem_type(v->type);
	LLVMValueRef x = LLVMBuildLoad2(cg.b, t, lv1(v->args[0]), "");
	LLVMSetOrdering(x, LLVMAtomicOrderingSequentiallyConsistent);
	LLVMSetAlignment(x, (unsigned)LLVMABISizeOfType(cg.td, t));
	lv_set1(v, from_mem(v, x));
}

/* Stores of pointers go through the runtime, which cannot be stopped between the barrier and the store: with atomics, unlike
 * with locks, another goroutine may take the old pointer out just then. */
static bool
atomic_pointer(Value *v, RtCall r)
{
	LLVMValueRef a[3] = { lv1(v->args[0]) }, c;
	if (!ssa_conf.write_barrier || !flat_of(v->args[1]->type)->s[0].isptr)
		return false;
	for (int i = 1; i < v->nargs; i++)
		a[i] = lv1(v->args[i]);
	c = rt_call(r, a, v->nargs);
	if (v->type)
		lv_set1(v, coerce(c, flat_of(v->type)->s[0].ty));
	return true;
}

static void
atomic_store(Value *v)
{
	if (atomic_pointer(v, RT_atomicstorep))
		return;
	LLVMValueRef x = to_mem(v->args[1]);
	LLVMValueRef st = LLVMBuildStore(cg.b, x, lv1(v->args[0]));
	LLVMSetOrdering(st, LLVMAtomicOrderingSequentiallyConsistent);
	LLVMSetAlignment(st, (unsigned)LLVMABISizeOfType(cg.td, LLVMTypeOf(x)));
}

/* Add gives the new value, the others the old one, as Go's functions do */
static void
atomic_rmw(Value *v, LLVMAtomicRMWBinOp op)
{
	if (op == LLVMAtomicRMWBinOpXchg && atomic_pointer(v, RT_atomicswapp))
		return;
	LLVMValueRef x = to_mem(v->args[1]);
	LLVMValueRef r = LLVMBuildAtomicRMW(cg.b, op, lv1(v->args[0]), x, LLVMAtomicOrderingSequentiallyConsistent, false);
	if (!v->type)
		return;
	if (op == LLVMAtomicRMWBinOpAdd)
		r = LLVMBuildAdd(cg.b, r, x, "");
	lv_set1(v, from_mem(v, r));
}

static void
atomic_cas(Value *v)
{
	if (atomic_pointer(v, RT_atomiccasp))
		return;
	LLVMAtomicOrdering o = LLVMAtomicOrderingSequentiallyConsistent;
	LLVMValueRef r = LLVMBuildAtomicCmpXchg(cg.b, lv1(v->args[0]), to_mem(v->args[1]), to_mem(v->args[2]), o, o, false);
	if (v->type)
		lv_set1(v, LLVMBuildExtractValue(cg.b, r, 1, ""));
}

static LLVMValueRef
frame_intrinsic(const char *name, LLVMTypeRef over, int level)
{
	LLVMValueRef a[1] = { LLVMConstInt(cg.i32, (unsigned long long)level, false) };
	return intrinsic(name, over, a, level < 0 ? 0 : 1);
}

static LLVMValueRef
caller_sp(void)
{
	if (codegen_conf.arm64)
		return frame_intrinsic("llvm.sponentry", cg.ptr, -1);
	LLVMValueRef ra = frame_intrinsic("llvm.addressofreturnaddress", cg.ptr, -1), eight = const_i64(8);
	return LLVMBuildGEP2(cg.b, cg.i8, ra, &eight, 1, "");
}

/* reach: what v points to may be frame memory, whose stores must not be dropped. */
static void
keep_alive(Value *v, bool reach)
{
	Flat *f = flat_of(v->args[0]->type);
	for (int i = 0; i < f->n; i++) {
		if (!f->s[i].isptr)
			continue;
		LLVMTypeRef ft = LLVMFunctionType(cg.voidty, &cg.ptr, 1, false);
		LLVMValueRef a = LLVMGetInlineAsm(ft, "", 0, reach ? "r,~{memory}" : "r", reach ? 11 : 1, true, false, LLVMInlineAsmDialectATT, false);
		LLVMValueRef c = LLVMBuildCall2(cg.b, ft, a, &lv(v->args[0])[i], 1, "");
		if (!reach)
			attr_call(c, LLVMAttributeFunctionIndex, AT_MEM_INACCESSIBLE);
		attr_call(c, LLVMAttributeFunctionIndex, AT_NOUNWIND);
	}
}

static void
set_coerced(Value *v, LLVMValueRef x)
{
	if (v->type)
		lv_set1(v, coerce(x, flat_of(v->type)->s[0].ty));
}

bool
lower_atomic(Value *v)
{
	switch (v->op) {
	case OpAtomicLoad: atomic_load(v); break;
	case OpAtomicStore: atomic_store(v); break;
	case OpAtomicAdd: atomic_rmw(v, LLVMAtomicRMWBinOpAdd); break;
	case OpAtomicExchange: atomic_rmw(v, LLVMAtomicRMWBinOpXchg); break;
	case OpAtomicAnd: atomic_rmw(v, LLVMAtomicRMWBinOpAnd); break;
	case OpAtomicOr: atomic_rmw(v, LLVMAtomicRMWBinOpOr); break;
	case OpAtomicCAS: atomic_cas(v); break;
	case OpCallerFrame: set_coerced(v, frame_intrinsic("llvm.frameaddress", cg.ptr, 1)); break;
	case OpGetCallerPC: set_coerced(v, frame_intrinsic("llvm.returnaddress", NULL, 0)); break;
	case OpGetCallerSP: set_coerced(v, caller_sp()); break;
	case OpKeepAlive: keep_alive(v, false); break;
	case OpKeepReachable: keep_alive(v, true); break;
	case OpDbgValue: case OpVarAddr: debug_value(v); break;
	default: return false;
	}
	return true;
}
