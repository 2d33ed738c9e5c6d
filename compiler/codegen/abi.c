/* abi.c - Go types as scalars and Go signatures as LLVM function types, by the calling convention of runtime/abi/abi.h. */
#include "codegen/cg.h"

enum { MAX_SCALARS = 4, MAX_TUPLE = 8 };

typedef struct FlatBuild { Scalar s[MAX_TUPLE]; int n; } FlatBuild;

static void
flat_add(FlatBuild *b, LLVMTypeRef ty, int64_t off, TbaaTag tag, int ext)
{
	if (b->n >= MAX_TUPLE)
		fatal("codegen: type with more than %d scalars as a value", MAX_TUPLE);
	b->s[b->n++] = (Scalar){ ty, off, (uint8_t)tag, (uint8_t)ext, ty == cg.ptr };
}

static void
flat_int(FlatBuild *b, Type *t, int64_t off)
{
	int ext = type_is_unsigned(t) ? 1 : 2;
	switch (type_size(t)) {
	case 1: flat_add(b, cg.i8, off, TBAA_INT8, ext); break;
	case 2: flat_add(b, cg.i16, off, TBAA_INT16, ext); break;
	case 4: flat_add(b, cg.i32, off, TBAA_INT32, ext); break;
	default: flat_add(b, cg.i64, off, TBAA_INT64, 0); break;
	}
}

static void flat_type(FlatBuild *b, Type *t, int64_t off);

static void
flat_struct(FlatBuild *b, Type *t, int64_t off)
{
	for (int i = 0; i < t->fields.n; i++)
		flat_type(b, t->fields.v[i]->type, off + field_offset(t, i));
}

static void
flat_tuple(FlatBuild *b, Type *t)
{
	for (int i = 0; i < t->vars.n; i++)
		flat_type(b, t->vars.v[i]->type, 0);
}

/* appends the scalars of t, which lies at `off` */
static void
flat_type(FlatBuild *b, Type *t, int64_t off)
{
	t = type_under(t);
	switch (t->kind) {
	case T_BOOL: case T_UNTYPED_BOOL: flat_add(b, cg.i1, off, TBAA_INT8, 1); break;
	case T_FLOAT32: flat_add(b, cg.f32, off, TBAA_FLOAT32, 0); break;
	case T_FLOAT64: case T_UNTYPED_FLOAT: flat_add(b, cg.f64, off, TBAA_FLOAT64, 0); break;
	case T_COMPLEX64:
		flat_add(b, cg.f32, off, TBAA_FLOAT32, 0);
		flat_add(b, cg.f32, off + 4, TBAA_FLOAT32, 0);
		break;
	case T_COMPLEX128: case T_UNTYPED_COMPLEX:
		flat_add(b, cg.f64, off, TBAA_FLOAT64, 0);
		flat_add(b, cg.f64, off + 8, TBAA_FLOAT64, 0);
		break;
	case T_STRING: case T_UNTYPED_STRING:
		flat_add(b, cg.ptr, off, TBAA_STR_PTR, 0);
		flat_add(b, cg.i64, off + 8, TBAA_STR_LEN, 0);
		break;
	case T_SLICE:
		flat_add(b, cg.ptr, off, TBAA_SLICE_PTR, 0);
		flat_add(b, cg.i64, off + 8, TBAA_SLICE_LEN, 0);
		flat_add(b, cg.i64, off + 16, TBAA_SLICE_CAP, 0);
		break;
	case T_INTERFACE:
		flat_add(b, cg.ptr, off, TBAA_IFACE_TAB, 0);
		flat_add(b, cg.ptr, off + 8, TBAA_IFACE_DATA, 0);
		break;
	case T_POINTER: case T_UNSAFEPTR: case T_SIGNATURE: case T_MAP: case T_CHAN: case T_UNTYPED_NIL:
		flat_add(b, cg.ptr, off, TBAA_PTR, 0);
		break;
	case T_ARRAY:
		if (t->len == 1)
			flat_type(b, t->elem, off);
		break;
	case T_STRUCT: flat_struct(b, t, off); break;
	case T_TUPLE: flat_tuple(b, t); break;
	default:
		if (!type_is_integer(t))
			fatal("codegen: no scalars for type %s", type_string(t, NULL));
		flat_int(b, t, off);
	}
}

static Flat *
flat_make(FlatBuild *b, bool mem)
{
	Flat *f = NEW(permanent, Flat);
	f->n = b->n;
	f->mem = mem;
	f->s = NEWN(permanent, Scalar, b->n + 1);
	memcpy(f->s, b->s, sizeof(Scalar) * (size_t)b->n);
	return f;
}

/* The scalars of a parameter or value of type t: one pointer for a type that lives in memory. Cached on the type. */
Flat *
flat_of(Type *t)
{
	if (t->llvm)
		return t->llvm;
	FlatBuild b = { 0 };
	bool mem = t->kind != T_TUPLE && !type_ssaable(t);
	if (mem)
		flat_add(&b, cg.ptr, 0, TBAA_PTR, 0);
	else
		flat_type(&b, t, 0);
	return t->llvm = flat_make(&b, mem);
}

int
sig_nparams(Type *sig)
{
	return (sig->recv ? 1 : 0) + sig->params->vars.n;
}

/* the i-th parameter, the receiver being the first */
Type *
param_type(Type *sig, int i)
{
	if (sig->recv && i == 0)
		return sig->recv->type;
	return sig->params->vars.v[i - (sig->recv ? 1 : 0)]->type;
}

static LLVMTypeRef
result_type(const FnAbi *a)
{
	if (a->nresults == 0)
		return cg.voidty;
	if (a->nresults == 1)
		return a->results[0].ty;
	LLVMTypeRef *t = NEWN(permanent, LLVMTypeRef, a->nresults);
	for (int i = 0; i < a->nresults; i++)
		t[i] = a->results[i].ty == cg.i1 ? cg.i8 : a->results[i].ty;
	return LLVMStructTypeInContext(cg.ctx, t, (unsigned)a->nresults, false);
}

static void
abi_results(FnAbi *a, Type *sig)
{
	ObjectList *r = &sig->results->vars;
	a->results = NEWN(permanent, Scalar, r->n * MAX_SCALARS + 1);
	for (int i = 0; i < r->n && !a->mem_result; i++) {
		Flat *f = flat_of(r->v[i]->type);
		for (int k = 0; k < f->n; k++)
			a->results[a->nresults++] = f->s[k];
	}
}

/* recv_ptr: a call through an interface, the receiver is the data word and not in sig */
FnAbi
fn_abi(Type *sig, bool mem_result, bool closure, bool recv_ptr)
{
	FnAbi a = { .mem_result = mem_result, .closure = closure };
	int np = recv_ptr ? sig->params->vars.n : sig_nparams(sig);
	a.params = NEWN(permanent, Scalar, np * MAX_SCALARS + 1);
	LLVMTypeRef *t = NEWN(permanent, LLVMTypeRef, np * MAX_SCALARS + 4);
	int n = 0;
	if (mem_result)
		t[n++] = cg.ptr;
	if (closure)
		t[n++] = cg.ptr;
	if (recv_ptr) {
		a.params[a.nparams++] = (Scalar){ .ty = cg.ptr };
		t[n++] = cg.ptr;
	}
	for (int i = 0; i < np; i++) {
		Flat *f = flat_of(recv_ptr ? sig->params->vars.v[i]->type : param_type(sig, i));
		for (int k = 0; k < f->n; k++) {
			a.params[a.nparams++] = f->s[k];
			t[n++] = f->s[k].ty;
		}
	}
	abi_results(&a, sig);
	a.ty = LLVMFunctionType(result_type(&a), t, (unsigned)n, false);
	return a;
}

static void
add_attr(LLVMValueRef v, bool is_call, unsigned index, AttrId a)
{
	if (is_call)
		attr_call(v, index, a);
	else
		attr_param(v, index, a);
}

/* nest, zeroext and signext: the same on the definition and on each call */
void
abi_add_attrs(LLVMValueRef v, const FnAbi *a, bool is_call)
{
	unsigned i = 1 + a->mem_result;
	if (a->closure)
		add_attr(v, is_call, i++, AT_NEST);
	for (int k = 0; k < a->nparams; k++, i++)
		if (a->params[k].ext)
			add_attr(v, is_call, i, a->params[k].ext == 1 ? AT_ZEROEXT : AT_SIGNEXT);
	if (a->nresults == 1 && a->results[0].ext)
		add_attr(v, is_call, 0, a->results[0].ext == 1 ? AT_ZEROEXT : AT_SIGNEXT);
}

LLVMValueRef
abi_pack_result(const FnAbi *a, LLVMValueRef *s)
{
	if (a->nresults == 1)
		return s[0];
	LLVMValueRef r = LLVMGetPoison(result_type(a));
	for (int i = 0; i < a->nresults; i++) {
		LLVMValueRef x = s[i];
		if (a->results[i].ty == cg.i1)
			x = LLVMBuildZExt(cg.b, x, cg.i8, "");
		r = LLVMBuildInsertValue(cg.b, r, x, (unsigned)i, "");
	}
	return r;
}

void
abi_unpack_result(const FnAbi *a, LLVMValueRef call, LLVMValueRef *out)
{
	if (a->nresults == 1) {
		out[0] = call;
		return;
	}
	for (int i = 0; i < a->nresults; i++) {
		out[i] = LLVMBuildExtractValue(cg.b, call, (unsigned)i, "");
		if (a->results[i].ty == cg.i1)
			out[i] = LLVMBuildTrunc(cg.b, out[i], cg.i1, "");
	}
}

/* Bytes of arguments that do not fit in registers: morestack copies them. Both C conventions use 8-byte slots. */
int
abi_stack_args(LLVMValueRef fn)
{
	LLVMTypeRef ft = LLVMGlobalGetValueType(fn);
	unsigned n = LLVMCountParamTypes(ft);
	LLVMTypeRef *t = NEWN(permanent, LLVMTypeRef, n + 1);
	LLVMGetParamTypes(ft, t);
	unsigned nest = LLVMGetEnumAttributeKindForName("nest", 4);
	int ints = 0, floats = 0, maxint = codegen_conf.arm64 ? 8 : 6;
	for (unsigned i = 0; i < n; i++) {
		if (LLVMGetEnumAttributeAtIndex(fn, i + 1, nest))
			continue;
		LLVMTypeKind k = LLVMGetTypeKind(t[i]);
		if (k == LLVMFloatTypeKind || k == LLVMDoubleTypeKind)
			floats++;
		else
			ints++;
	}
	int over = (ints > maxint ? ints - maxint : 0) + (floats > 8 ? floats - 8 : 0);
	return over * 8;
}

/* between pointers and integers, and integers of different width (runtime calls take what rtcall.def says) */
LLVMValueRef
coerce(LLVMValueRef v, LLVMTypeRef want)
{
	LLVMTypeRef have = LLVMTypeOf(v);
	if (have == want)
		return v;
	LLVMTypeKind h = LLVMGetTypeKind(have), w = LLVMGetTypeKind(want);
	if (h == LLVMPointerTypeKind && w == LLVMIntegerTypeKind)
		return LLVMBuildPtrToInt(cg.b, v, want, "");
	if (h == LLVMIntegerTypeKind && w == LLVMPointerTypeKind)
		return LLVMBuildIntToPtr(cg.b, v, want, "");
	if (h == LLVMIntegerTypeKind && w == LLVMIntegerTypeKind)
		return LLVMGetIntTypeWidth(have) > LLVMGetIntTypeWidth(want) ? LLVMBuildTrunc(cg.b, v, want, "")
		    : LLVMBuildZExt(cg.b, v, want, "");
	if (h == LLVMFloatTypeKind && w == LLVMDoubleTypeKind)
		return LLVMBuildFPExt(cg.b, v, want, "");
	return LLVMBuildBitCast(cg.b, v, want, "");
}
