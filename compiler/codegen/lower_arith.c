/* lower_arith.c - constants, integer arithmetic and integer conversions.
 *
 * Go's arithmetic wraps: no nsw, no nuw. Shift counts of the width or more give 0 or the sign; LLVM's poison is kept out by a
 * select after (left, logical) or a clamp before (arithmetic). MinInt / -1 traps on amd64 and is undefined in LLVM: a
 * divisor of -1 is replaced and the result chosen afterwards; constant divisors need nothing. */
#include "codegen/cg.h"

#define ALL4(op) case op##8: case op##16: case op##32: case op##64
#define ALL4U(op) case op##8u: case op##16u: case op##32u: case op##64u

static LLVMTypeRef
type1(Value *v)
{
	Flat *f = flat_of(v->type);
	if (f->n != 1)
		fatal("codegen: v%d (%s) of %s: type %s is not one scalar", v->id, op_info[v->op].name, cg.fn->name, type_string(v->type, NULL));
	return f->s[0].ty;
}

static LLVMValueRef
div_by_const(Value *v, bool signd, bool mod)
{
	LLVMValueRef x = lv1(v->args[0]), y = lv1(v->args[1]);
	if (!signd)
		return mod ? LLVMBuildURem(cg.b, x, y, "") : LLVMBuildUDiv(cg.b, x, y, "");
	if (LLVMConstIntGetSExtValue(y) == -1)
		return mod ? LLVMConstNull(LLVMTypeOf(x)) : LLVMBuildNeg(cg.b, x, "");
	return mod ? LLVMBuildSRem(cg.b, x, y, "") : LLVMBuildSDiv(cg.b, x, y, "");
}

static LLVMValueRef
divide(Value *v, bool signd, bool mod)
{
	LLVMValueRef x = lv1(v->args[0]), y = lv1(v->args[1]);
	if (!signd || (LLVMIsAConstantInt(y) && LLVMConstIntGetSExtValue(y) != 0))
		return div_by_const(v, signd, mod);
	LLVMTypeRef t = LLVMTypeOf(x);
	LLVMValueRef minus1 = LLVMBuildICmp(cg.b, LLVMIntEQ, y, LLVMConstAllOnes(t), "");
	LLVMValueRef safe = LLVMBuildSelect(cg.b, minus1, LLVMConstInt(t, 1, false), y, "");
	LLVMValueRef q = mod ? LLVMBuildSRem(cg.b, x, safe, "") : LLVMBuildSDiv(cg.b, x, safe, "");
	if (mod)        /* x % 1 is 0 as well */
		return q;
	return LLVMBuildSelect(cg.b, minus1, LLVMBuildNeg(cg.b, x, ""), q, "");
}

/* the shift count in the width of x, and whether it is below that width */
static LLVMValueRef
shift_count(LLVMValueRef x, LLVMValueRef y, LLVMValueRef *in_range)
{
	LLVMTypeRef tx = LLVMTypeOf(x), ty = LLVMTypeOf(y);
	unsigned wx = LLVMGetIntTypeWidth(tx), wy = LLVMGetIntTypeWidth(ty);
	if (wy < wx) {
		y = LLVMBuildZExt(cg.b, y, tx, "");
		ty = tx;
	}
	*in_range = LLVMBuildICmp(cg.b, LLVMIntULT, y, LLVMConstInt(ty, wx, false), "");
	return wy > wx ? LLVMBuildTrunc(cg.b, y, tx, "") : y;
}

static LLVMValueRef
shift(Value *v)
{
	LLVMValueRef x = lv1(v->args[0]), ok;
	LLVMValueRef y = shift_count(x, lv1(v->args[1]), &ok);
	LLVMTypeRef t = LLVMTypeOf(x);
	switch (v->op) {
	ALL4(OpLsh): return LLVMBuildSelect(cg.b, ok, LLVMBuildShl(cg.b, x, y, ""), LLVMConstNull(t), "");
	ALL4U(OpRsh): return LLVMBuildSelect(cg.b, ok, LLVMBuildLShr(cg.b, x, y, ""), LLVMConstNull(t), "");
	}
	y = LLVMBuildSelect(cg.b, ok, y, LLVMConstInt(t, LLVMGetIntTypeWidth(t) - 1, false), "");
	return LLVMBuildAShr(cg.b, x, y, "");
}

static LLVMValueRef
compare(Value *v, LLVMIntPredicate p)
{
	return LLVMBuildICmp(cg.b, p, lv1(v->args[0]), coerce(lv1(v->args[1]), LLVMTypeOf(lv1(v->args[0]))), "");
}

static LLVMValueRef
binary(Value *v, LLVMOpcode op)
{
	return LLVMBuildBinOp(cg.b, op, lv1(v->args[0]), lv1(v->args[1]), "");
}

static LLVMValueRef
constant(Value *v)
{
	LLVMTypeRef t = type1(v);
	if (t == cg.ptr)
		return LLVMConstIntToPtr(const_i64(v->auxint), cg.ptr);
	return LLVMConstInt(t, (unsigned long long)v->auxint, true);
}

static LLVMValueRef
convert(Value *v)
{
	LLVMValueRef x = lv1(v->args[0]);
	LLVMTypeRef t = type1(v);
	if (LLVMTypeOf(x) == t)
		return x;
	switch (v->op) {
	case OpSignExt: return LLVMBuildSExt(cg.b, x, t, "");
	case OpZeroExt: return LLVMBuildZExt(cg.b, x, t, "");
	default: return LLVMBuildTrunc(cg.b, x, t, "");
	}
}

static LLVMValueRef
bits1(Value *v, const char *name)
{
	LLVMValueRef a[1] = { lv1(v->args[0]) };
	return coerce(intrinsic(name, LLVMTypeOf(a[0]), a, 1), type1(v));
}

/* ctz and clz of 0 are the width, as math/bits says */
static LLVMValueRef
bits_zero(Value *v, const char *name)
{
	LLVMValueRef a[2] = { lv1(v->args[0]), LLVMConstInt(cg.i1, 0, false) };
	return coerce(intrinsic(name, LLVMTypeOf(a[0]), a, 2), type1(v));
}

static LLVMValueRef
rotate(Value *v)
{
	LLVMValueRef x = lv1(v->args[0]);
	LLVMTypeRef t = LLVMTypeOf(x);
	LLVMValueRef y = lv1(v->args[1]);
	if (LLVMTypeOf(y) != t)         /* the count is taken modulo the width: a power of two */
		y = LLVMGetIntTypeWidth(LLVMTypeOf(y)) > LLVMGetIntTypeWidth(t) ? LLVMBuildTrunc(cg.b, y, t, "") : LLVMBuildSExt(cg.b, y, t, "");
	LLVMValueRef a[3] = { x, x, y };
	return intrinsic("llvm.fshl", t, a, 3);
}

static LLVMValueRef
mulhi(Value *v)
{
	LLVMValueRef x = LLVMBuildZExt(cg.b, lv1(v->args[0]), cg.i128, ""), y = LLVMBuildZExt(cg.b, lv1(v->args[1]), cg.i128, "");
	LLVMValueRef p = LLVMBuildLShr(cg.b, LLVMBuildMul(cg.b, x, y, ""), LLVMConstInt(cg.i128, 64, false), "");
	return LLVMBuildTrunc(cg.b, p, cg.i64, "");
}

/* carry out of x + y + c, or borrow out of x - y - c, as 0 or 1 */
static LLVMValueRef
carry(Value *v, const char *name)
{
	LLVMValueRef a[2] = { lv1(v->args[0]), lv1(v->args[1]) };
	LLVMValueRef r = intrinsic(name, cg.i64, a, 2);
	LLVMValueRef b[2] = { LLVMBuildExtractValue(cg.b, r, 0, ""), lv1(v->args[2]) };
	LLVMValueRef s = intrinsic(name, cg.i64, b, 2);
	LLVMValueRef c = LLVMBuildOr(cg.b, LLVMBuildExtractValue(cg.b, r, 1, ""), LLVMBuildExtractValue(cg.b, s, 1, ""), "");
	return LLVMBuildZExt(cg.b, c, type1(v), "");
}

static LLVMValueRef
arith_value(Value *v)
{
	switch (v->op) {
	ALL4(OpConst): case OpConstBool: return constant(v);
	ALL4(OpAdd): return binary(v, LLVMAdd);
	ALL4(OpSub): return binary(v, LLVMSub);
	ALL4(OpMul): return binary(v, LLVMMul);
	ALL4(OpAnd): return binary(v, LLVMAnd);
	ALL4(OpOr): return binary(v, LLVMOr);
	ALL4(OpXor): return binary(v, LLVMXor);
	ALL4(OpDiv): return divide(v, true, false);
	ALL4U(OpDiv): return divide(v, false, false);
	ALL4(OpMod): return divide(v, true, true);
	ALL4U(OpMod): return divide(v, false, true);
	ALL4(OpLsh): ALL4(OpRsh): ALL4U(OpRsh): return shift(v);
	ALL4(OpNeg): return LLVMBuildNeg(cg.b, lv1(v->args[0]), "");
	ALL4(OpCom): case OpNot: return LLVMBuildNot(cg.b, lv1(v->args[0]), "");
	ALL4(OpEq): case OpEqPtr: case OpEqB: return compare(v, LLVMIntEQ);
	ALL4(OpNeq): case OpNeqPtr: case OpNeqB: return compare(v, LLVMIntNE);
	ALL4(OpLess): return compare(v, LLVMIntSLT);
	ALL4U(OpLess): return compare(v, LLVMIntULT);
	ALL4(OpLeq): return compare(v, LLVMIntSLE);
	ALL4U(OpLeq): return compare(v, LLVMIntULE);
	case OpSignExt: case OpZeroExt: case OpTrunc: return convert(v);
	case OpCtz: return bits_zero(v, "llvm.cttz");
	case OpClz: return bits_zero(v, "llvm.ctlz");
	case OpPopCount: return bits1(v, "llvm.ctpop");
	case OpBswap: return bits1(v, "llvm.bswap");
	case OpBitReverse: return bits1(v, "llvm.bitreverse");
	case OpRotateLeft: return rotate(v);
	case OpMul64uhi: return mulhi(v);
	case OpAdd64c: return carry(v, "llvm.uadd.with.overflow");
	case OpSub64b: return carry(v, "llvm.usub.with.overflow");
	}
	return NULL;
}

bool
lower_arith(Value *v)
{
	LLVMValueRef x = arith_value(v);
	if (x)
		lv_set1(v, x);
	return x != NULL;
}
