/* lower_call.c - calls: static, through func values, through interfaces, and of the runtime.
 *
 * A func value is a pointer to { code, captures... }; every indirect call passes it as `nest`, which plain functions do not
 * look at. Runtime functions are declared from rtcall.def, with attributes by flag: A allocates (dead allocations vanish),
 * N never returns (cold; nomerge, so that each panic keeps its line), P only reads what its arguments point to. */
#include "codegen/cg.h"

static LLVMValueRef rt_fn[N_RTCALL];
static LLVMModuleRef rt_mod;                 /* the module that rt_fn belongs to */

static LLVMTypeRef
code_type(char c)
{
	switch (c) {
	case 'p': return cg.ptr;
	case 'l': return cg.i64;
	case 'i': return cg.i32;
	case 's': return cg.i16;
	case 'c': return cg.i8;
	case 'b': return cg.i1;
	case 'd': return cg.f64;
	case 'f': return cg.f32;
	}
	fatal("codegen: rtcall.def code '%c'", c);
}

/* A pair of bools is packed in one register by C, other pairs are two. */
static LLVMTypeRef
rt_result_type(const char *r)
{
	if (!r[0])
		return cg.voidty;
	if (!r[1])
		return code_type(r[0]);
	if (!strcmp(r, "bb"))
		return cg.i16;
	LLVMTypeRef t[2] = { r[0] == 'b' ? cg.i8 : code_type(r[0]), r[1] == 'b' ? cg.i8 : code_type(r[1]) };
	return LLVMStructTypeInContext(cg.ctx, t, 2, false);
}

static void
rt_attrs(LLVMValueRef fn, RtCall r)
{
	attr_fn(fn, AT_NOUNWIND);
	switch (rt_info[r].flags) {
	case 'A':
		attr_fn(fn, AT_MEM_INACCESSIBLE);
		attr_param(fn, 0, AT_NOALIAS);
		if (r != RT_newobject && r != RT_mallocgc)      /* the others can panic: not willreturn */
			break;
		attr_fn(fn, AT_WILLRETURN);
		attr_fn(fn, AT_ALLOCKIND);
		attr_text(fn, "alloc-family", "runtime.mallocgc");
		if (r == RT_mallocgc)
			attr_fn(fn, AT_ALLOCSIZE0);
		break;
	case 'N':
		attr_fn(fn, AT_NORETURN);
		attr_fn(fn, AT_COLD);
		break;
	case 'W':
		LLVMSetFunctionCallConv(fn, LLVMPreserveMostCallConv);
		attr_fn(fn, AT_MEM_BARRIER);
		attr_fn(fn, AT_WILLRETURN);
		attr_fn(fn, AT_COLD);
		break;
	case 'P':
		attr_fn(fn, AT_MEM_READARG);
		attr_fn(fn, AT_WILLRETURN);
		attr_fn(fn, AT_NOFREE);
		break;
	}
}

LLVMValueRef
rt_function(RtCall r)
{
	if (rt_mod != cg.mod) {
		memset(rt_fn, 0, sizeof rt_fn);
		rt_mod = cg.mod;
	}
	if (rt_fn[r])
		return rt_fn[r];
	const RtInfo *ri = &rt_info[r];
	LLVMTypeRef p[16];
	unsigned n = (unsigned)strlen(ri->params);
	for (unsigned i = 0; i < n; i++)
		p[i] = code_type(ri->params[i]);
	LLVMTypeRef ft = LLVMFunctionType(rt_result_type(ri->ret), p, n, false);
	LLVMValueRef fn = LLVMGetNamedFunction(cg.mod, ri->name);
	if (!fn) {
		fn = not_preempted(LLVMAddFunction(cg.mod, ri->name, ft));
		rt_attrs(fn, r);
		for (unsigned i = 0; i < n; i++)
			if (p[i] == cg.i1 || p[i] == cg.i8 || p[i] == cg.i16)
				attr_param(fn, i + 1, AT_ZEROEXT);
		if (!strcmp(ri->ret, "b"))
			attr_param(fn, 0, AT_ZEROEXT);
	}
	return rt_fn[r] = fn;
}

/* The call by rtcall.def's types even when package runtime defines the function here with types of its own. */
static LLVMTypeRef
rt_type(RtCall r)
{
	const RtInfo *ri = &rt_info[r];
	LLVMTypeRef p[16];
	unsigned n = (unsigned)strlen(ri->params);
	for (unsigned i = 0; i < n; i++)
		p[i] = code_type(ri->params[i]);
	return LLVMFunctionType(rt_result_type(ri->ret), p, n, false);
}

LLVMValueRef
rt_call(RtCall r, LLVMValueRef *args, int n)
{
	const RtInfo *ri = &rt_info[r];
	LLVMValueRef a[16], fn = rt_function(r);
	if ((size_t)n != strlen(ri->params))
		fatal("codegen: %s calls %s with %d scalars, want %zu", cg.fn->name, ri->name, n, strlen(ri->params));
	for (int i = 0; i < n; i++)
		a[i] = coerce(args[i], code_type(ri->params[i]));
	LLVMValueRef c = LLVMBuildCall2(cg.b, rt_type(r), fn, a, (unsigned)n, "");
	for (int i = 0; i < n; i++)
		if (strchr("bcs", ri->params[i]))
			attr_call(c, (unsigned)i + 1, AT_ZEROEXT);
	if (ri->flags == 'W')
		LLVMSetInstructionCallConv(c, LLVMPreserveMostCallConv);
	if (ri->flags == 'N') {
		attr_call(c, LLVMAttributeFunctionIndex, AT_NOMERGE);
		attr_call(c, LLVMAttributeFunctionIndex, AT_NORETURN);
	}
	return c;
}

static void
rt_result(Value *v, const char *ret, LLVMValueRef c)
{
	Flat *f = flat_of(v->type);
	LLVMValueRef *out = lv_new(v, f->n), part[2] = { c, c };
	if (!strcmp(ret, "bb")) {
		part[1] = LLVMBuildLShr(cg.b, c, LLVMConstInt(cg.i16, 8, false), "");
	} else if (ret[0] && ret[1]) {
		part[0] = LLVMBuildExtractValue(cg.b, c, 0, "");
		part[1] = LLVMBuildExtractValue(cg.b, c, 1, "");
	}
	for (int i = 0; i < f->n && i < 2; i++)
		out[i] = coerce(part[i], f->s[i].ty);
}

static void
lower_rtcall(Value *v)
{
	const RtInfo *ri = &rt_info[v->auxint];
	LLVMValueRef a[16];
	int n = 0;
	for (int i = 0; i < v->nargs; i++) {
		int an = flat_of(v->args[i]->type)->n;
		if (v->args[i]->op == OpTypeAddr && rt_wants_layout((int)v->auxint)) {
			a[n++] = gc_type_of(v->args[i]->auxtype);
			continue;
		}
		for (int k = 0; k < an && n < 16; k++)
			a[n++] = lv(v->args[i])[k];
	}
	LLVMValueRef c = rt_call((RtCall)v->auxint, a, n);
	if (v->type && ri->ret[0])
		rt_result(v, ri->ret, c);
}

static int
push_args(Value *v, int from, const FnAbi *a, LLVMValueRef *out)
{
	int n = 0;
	for (int i = from; i < v->nargs; i++) {
		Flat *f = flat_of(v->args[i]->type);
		for (int k = 0; k < f->n; k++) {
			if (n >= a->nparams)
				fatal("codegen: call v%d of %s has too many arguments", v->id, cg.fn->name);
			out[n] = coerce(lv(v->args[i])[k], a->params[n].ty);
			n++;
		}
	}
	return n;
}

static void
finish_call(Value *v, const FnAbi *a, LLVMValueRef fn, LLVMValueRef *args, int n)
{
	LLVMValueRef c = LLVMBuildCall2(cg.b, a->ty, fn, args, (unsigned)n, "");
	abi_add_attrs(c, a, true);
	if (v->call->noreturn) {
		attr_call(c, LLVMAttributeFunctionIndex, AT_NORETURN);
		attr_call(c, LLVMAttributeFunctionIndex, AT_NOMERGE);
	}
	if (v->call->noinline || cg.fn->many_calls)
		attr_call(c, LLVMAttributeFunctionIndex, AT_NOINLINE);
	if (!v->type)
		return;
	LLVMValueRef *out = lv_new(v, a->nresults);
	if (a->nresults > 0)
		abi_unpack_result(a, c, out);
}

/* the arguments before Go's own: result area, closure pointer, interface data word */
static void
call_through(Value *v, LLVMValueRef fn, LLVMValueRef nest, LLVMValueRef recv, int first_arg)
{
	Call *call = v->call;
	FnAbi a = fn_abi(call->sig, call->result_addr != NULL, nest != NULL, recv != NULL);
	LLVMValueRef *args = NEWN(cg.fn->arena, LLVMValueRef, a.nparams + 4);
	int n = 0, want = a.nparams;
	if (call->result_addr)
		args[n++] = lv1(call->result_addr);
	if (nest)
		args[n++] = nest;
	FnAbi rest = a;
	if (recv) {
		args[n++] = recv;
		rest.params++;
		rest.nparams--;
		want--;
	}
	int pushed = push_args(v, first_arg, &rest, args + n);
	if (pushed != want)
		fatal("codegen: call v%d of %s passes %d scalars, want %d", v->id, cg.fn->name, pushed, want);
	finish_call(v, &a, fn, args, n + pushed);
}

/* The same pointer, of which LLVM knows nothing: a plain function has no closure parameter, so a call through its func value has
 * another type than its definition. LLVM must not see through to it, for it would shift the arguments. ssa's devirtualize has
 * made direct calls of those that are known. */
static LLVMValueRef
opaque_code(LLVMValueRef code)
{
	LLVMTypeRef ft = LLVMFunctionType(cg.ptr, &cg.ptr, 1, false);
	LLVMValueRef a = LLVMGetInlineAsm(ft, "", 0, "=r,0", 4, false, false, LLVMInlineAsmDialectATT, false);
	return LLVMBuildCall2(cg.b, ft, a, &code, 1, "");
}

static void
closure_call(Value *v)
{
	LLVMValueRef fv = lv1(v->args[0]);
	LLVMBasicBlockRef bad;
	cold_branch(LLVMBuildIsNull(cg.b, fv, ""), &bad);
	LLVMBasicBlockRef good = cg.cur;
	bb_enter(bad);
	rt_call(RT_panicnil, NULL, 0);
	LLVMBuildUnreachable(cg.b);
	bb_enter(good);
	LLVMValueRef code = opaque_code(LLVMBuildLoad2(cg.b, cg.ptr, fv, ""));
	call_through(v, code, fv, NULL, 1);
}

static void
inter_call(Value *v)
{
	LLVMValueRef *i = lv(v->args[0]), off = const_i64(ITAB_FUN_OFF + 8 * v->call->method);
	LLVMBasicBlockRef bad;
	cold_branch(LLVMBuildIsNull(cg.b, i[0], ""), &bad);
	LLVMBasicBlockRef good = cg.cur;
	bb_enter(bad);
	rt_call(RT_panicnil, NULL, 0);
	LLVMBuildUnreachable(cg.b);
	bb_enter(good);
	LLVMValueRef slot = LLVMBuildInBoundsGEP2(cg.b, cg.i8, i[0], &off, 1, "");
	LLVMValueRef code = LLVMBuildLoad2(cg.b, cg.ptr, slot, "");
	LLVMSetMetadata(code, cg.md_invariant, LLVMMetadataAsValue(cg.ctx, LLVMMDNodeInContext2(cg.ctx, NULL, 0)));
	call_through(v, code, NULL, i[1], 1);
}

/* Before a collection: registers that calls preserve hold no more what nobody needs. What is still in use LLVM saves on the frame. Stacks
 * are scanned conservatively; without this a dead variable's object survives the very runtime.GC that a program makes to see it go. */
static void
clear_saved_registers(void)
{
	const char *amd64 = "xorl %ebx, %ebx\n\txorl %r12d, %r12d\n\txorl %r13d, %r13d\n\txorl %r14d, %r14d\n\txorl %r15d, %r15d";
	const char *amd64_regs = "~{rbx},~{r12},~{r13},~{r14},~{r15},~{dirflag},~{fpsr},~{flags}";
	const char *arm64 = "mov x19, xzr\n\tmov x20, xzr\n\tmov x21, xzr\n\tmov x22, xzr\n\tmov x23, xzr\n\tmov x24, xzr\n\t"
		"mov x25, xzr\n\tmov x26, xzr\n\tmov x27, xzr";
	const char *arm64_regs = "~{x19},~{x20},~{x21},~{x22},~{x23},~{x24},~{x25},~{x26},~{x27}";
	const char *text = codegen_conf.arm64 ? arm64 : amd64, *regs = codegen_conf.arm64 ? arm64_regs : amd64_regs;
	LLVMTypeRef ft = LLVMFunctionType(cg.voidty, NULL, 0, false);
	LLVMValueRef a = LLVMGetInlineAsm(ft, text, strlen(text), regs, strlen(regs), true, false, LLVMInlineAsmDialectATT, false);
	attr_call(LLVMBuildCall2(cg.b, ft, a, NULL, 0, ""), LLVMAttributeFunctionIndex, AT_NOUNWIND);
}

static void
static_call(Value *v)
{
	if (!strcmp(v->call->callee->name, "runtime.gc"))
		clear_saved_registers();
	call_through(v, func_value(v->call->callee), NULL, NULL, 0);
}

bool
lower_call(Value *v)
{
	switch (v->op) {
	case OpStaticCall: static_call(v); break;
	case OpClosureCall: closure_call(v); break;
	case OpInterCall: inter_call(v); break;
	case OpRTCall: case OpRTCallPure: lower_rtcall(v); break;
	default: return false;
	}
	return true;
}
