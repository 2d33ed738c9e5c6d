/* lower_float.c - floating point: IEEE 754 as Go has it, no fast-math flag anywhere, never a fused multiply-add but FMA itself.
 *
 * Float to integer out of range is implementation-defined in Go; here it is what gc's amd64 code gives, on both targets where
 * that costs nothing. amd64 uses cvttsd2si as an intrinsic (defined for all inputs), arm64 the saturating conversion.
 * Unsigned and narrow results go through the signed 64- or 32-bit one. */
#include "codegen/cg.h"

static LLVMTypeRef
result1(Value *v)
{
	return flat_of(v->type)->s[0].ty;
}

static LLVMValueRef
fbinary(Value *v, LLVMOpcode op)
{
	return LLVMBuildBinOp(cg.b, op, lv1(v->args[0]), lv1(v->args[1]), "");
}

static LLVMValueRef
fcompare(Value *v, LLVMRealPredicate p)
{
	return LLVMBuildFCmp(cg.b, p, lv1(v->args[0]), lv1(v->args[1]), "");
}

static LLVMValueRef
fintrinsic(Value *v, const char *name)
{
	LLVMValueRef a[3];
	for (int i = 0; i < v->nargs; i++)
		a[i] = lv1(v->args[i]);
	return intrinsic(name, LLVMTypeOf(a[0]), a, v->nargs);
}

/* signed conversion to i32 or i64 */
static LLVMValueRef
to_signed(LLVMValueRef x, LLVMTypeRef t)
{
	bool dbl = LLVMTypeOf(x) == cg.f64, wide = t == cg.i64;
	if (codegen_conf.arm64) {
		LLVMTypeRef over[2] = { t, LLVMTypeOf(x) };
		unsigned id = LLVMLookupIntrinsicID("llvm.fptosi.sat", 15);
		LLVMValueRef fn = LLVMGetIntrinsicDeclaration(cg.mod, id, over, 2);
		return LLVMBuildCall2(cg.b, LLVMIntrinsicGetType(cg.ctx, id, over, 2), fn, &x, 1, "");
	}
	LLVMTypeRef vt = LLVMVectorType(LLVMTypeOf(x), dbl ? 2 : 4);
	LLVMValueRef a[1] = { LLVMBuildInsertElement(cg.b, LLVMGetPoison(vt), x, LLVMConstInt(cg.i32, 0, false), "") };
	const char *name = dbl ? wide ? "llvm.x86.sse2.cvttsd2si64" : "llvm.x86.sse2.cvttsd2si"
	    : wide ? "llvm.x86.sse.cvttss2si64" : "llvm.x86.sse.cvttss2si";
	return intrinsic(name, NULL, a, 1);
}

/* f < 2^63: as signed; else f - 2^63 with the top bit flipped */
static LLVMValueRef
to_uint64(LLVMValueRef x)
{
	LLVMValueRef limit = LLVMConstReal(LLVMTypeOf(x), 9223372036854775808.0);
	LLVMValueRef small = LLVMBuildFCmp(cg.b, LLVMRealOLT, x, limit, "");
	LLVMValueRef lo = to_signed(x, cg.i64), hi = to_signed(LLVMBuildFSub(cg.b, x, limit, ""), cg.i64);
	hi = LLVMBuildXor(cg.b, hi, const_i64(INT64_MIN), "");
	return LLVMBuildSelect(cg.b, small, lo, hi, "");
}

static LLVMValueRef
float_to_int(Value *v)
{
	LLVMValueRef x = lv1(v->args[0]);
	LLVMTypeRef t = result1(v);
	unsigned w = LLVMGetIntTypeWidth(t);
	if (v->op == OpCvtFUint && w == 64)
		return to_uint64(x);
	bool wide = w == 64 || (v->op == OpCvtFUint && w == 32);
	LLVMValueRef r = to_signed(x, wide ? cg.i64 : cg.i32);
	return LLVMTypeOf(r) == t ? r : LLVMBuildTrunc(cg.b, r, t, "");
}

static LLVMValueRef
float_to_float(Value *v)
{
	LLVMTypeRef t = result1(v), have = LLVMTypeOf(lv1(v->args[0]));
	if (t == have)
		return lv1(v->args[0]);
	return t == cg.f64 ? LLVMBuildFPExt(cg.b, lv1(v->args[0]), t, "") : LLVMBuildFPTrunc(cg.b, lv1(v->args[0]), t, "");
}

static LLVMValueRef
float_const(Value *v)
{
	if (v->op == OpConst32F)
		return LLVMConstReal(cg.f32, (double)(float)v->auxf);
	uint64_t bits;
	memcpy(&bits, &v->auxf, 8);     /* through the bits: NaN payloads and -0 stay */
	return LLVMConstBitCast(LLVMConstInt(cg.i64, bits, false), cg.f64);
}

static LLVMValueRef
float_value(Value *v)
{
	switch (v->op) {
	case OpConst32F: case OpConst64F: return float_const(v);
	case OpAdd32F: case OpAdd64F: return fbinary(v, LLVMFAdd);
	case OpSub32F: case OpSub64F: return fbinary(v, LLVMFSub);
	case OpMul32F: case OpMul64F: return fbinary(v, LLVMFMul);
	case OpDiv32F: case OpDiv64F: return fbinary(v, LLVMFDiv);
	case OpNeg32F: case OpNeg64F: return LLVMBuildFNeg(cg.b, lv1(v->args[0]), "");
	case OpEq32F: case OpEq64F: return fcompare(v, LLVMRealOEQ);
	case OpNeq32F: case OpNeq64F: return fcompare(v, LLVMRealUNE);
	case OpLess32F: case OpLess64F: return fcompare(v, LLVMRealOLT);
	case OpLeq32F: case OpLeq64F: return fcompare(v, LLVMRealOLE);
	case OpMin32F: case OpMin64F: return fintrinsic(v, "llvm.minimum");
	case OpMax32F: case OpMax64F: return fintrinsic(v, "llvm.maximum");
	case OpCvtIntF: return LLVMBuildSIToFP(cg.b, lv1(v->args[0]), result1(v), "");
	case OpCvtUintF: return LLVMBuildUIToFP(cg.b, lv1(v->args[0]), result1(v), "");
	case OpCvtFInt: case OpCvtFUint: return float_to_int(v);
	case OpCvtFF: return float_to_float(v);
	case OpSqrt: return fintrinsic(v, "llvm.sqrt");
	case OpFloor: return fintrinsic(v, "llvm.floor");
	case OpCeil: return fintrinsic(v, "llvm.ceil");
	case OpTruncF: return fintrinsic(v, "llvm.trunc");
	case OpRoundToEven: return fintrinsic(v, "llvm.rint");
	case OpAbs: return fintrinsic(v, "llvm.fabs");
	case OpCopysign: return fintrinsic(v, "llvm.copysign");
	case OpFMA: return fintrinsic(v, "llvm.fma");
	}
	return NULL;
}

bool
lower_float(Value *v)
{
	LLVMValueRef x = float_value(v);
	if (x)
		lv_set1(v, x);
	return x != NULL;
}
