/* postpass.c - stack checks, put before the code of each function that needs one as prologue data (DESIGN 8).
 *
 *   amd64   mov %fs:8,%r11; cmp 16(%r11),%rsp; ja body; mov $arg,%eax; call runtime.morestack; body:
 *   arm64   ldr x17,[x28,16]; cmp sp,x17; b.hi body; mov x16,x30; x30 = morestack; mov w17,arg; blr x30; b body; body:
 *
 * morestack takes its return address as the body to enter on the next segment, so it never comes back here. Only scratch
 * registers of the C conventions that carry no argument are touched: r11, rax; x16, x17, x30.
 *
 * Which functions: those that call anything but panics (which check for themselves) and those with frames above
 * STACK_UNCHECKED. A frame's true size is known only to the code generator: every function carries "warn-stack-size", and
 * those that LLVM reports get a check for their size, after which the module is emitted again. Frames with large
 * variables are recognized before, so that this is rare. */
#include "codegen/cg.h"
#include <stdlib.h>

typedef struct Report { char *name; int64_t size; } Report;
static Vec(Report) reports;

static LLVMValueRef
morestack_fn(void)
{
	LLVMValueRef f = LLVMGetNamedFunction(cg.mod, "runtime.morestack");
	if (!f)
		f = not_preempted(LLVMAddFunction(cg.mod, "runtime.morestack", LLVMFunctionType(cg.voidty, NULL, 0, false)));
	return f;
}

/* morestack - (fn + off), 32 bits */
static LLVMValueRef
relative(LLVMValueRef fn, int64_t off)
{
	LLVMValueRef o = const_i64(off);
	LLVMValueRef here = LLVMConstPtrToInt(LLVMConstGEP2(cg.i8, fn, &o, 1), cg.i64);
	return LLVMConstTrunc(LLVMConstSub(LLVMConstPtrToInt(morestack_fn(), cg.i64), here), cg.i32);
}

static LLVMValueRef
bytes_const(const uint8_t *p, size_t n)
{
	return LLVMConstStringInContext2(cg.ctx, (const char *)p, n, true);
}

static size_t
put32(uint8_t *p, size_t at, uint32_t x)
{
	for (int i = 0; i < 4; i++)
		p[at + i] = (uint8_t)(x >> 8 * i);
	return at + 4;
}

static void
set_prologue(LLVMValueRef fn, LLVMValueRef *parts, unsigned n)
{
	LLVMSetPrologueData(fn, LLVMConstStructInContext(cg.ctx, parts, n, true));
}

static void
check_amd64(LLVMValueRef fn, uint32_t arg, int64_t frame)
{
	static const uint8_t load_g[] = { 0x64, 0x4c, 0x8b, 0x1c, 0x25, 8, 0, 0, 0 };
	static const uint8_t cmp_sp[] = { 0x49, 0x3b, 0x63, G_STACKGUARD }, cmp_ax[] = { 0x49, 0x3b, 0x43, G_STACKGUARD };
	static const uint8_t lea[] = { 0x48, 0x8d, 0x84, 0x24 };
	uint8_t b[64];
	size_t n = 0;
	if (frame > STACK_SMALL) {
		memcpy(b, lea, sizeof lea);
		n = put32(b, sizeof lea, (uint32_t)-frame);
	}
	memcpy(b + n, load_g, sizeof load_g);
	n += sizeof load_g;
	memcpy(b + n, frame > STACK_SMALL ? cmp_ax : cmp_sp, 4);
	n += 4;
	b[n++] = 0x77;
	b[n++] = 10;
	b[n++] = 0xb8;
	n = put32(b, n, arg);
	b[n++] = 0xe8;
	LLVMValueRef parts[2] = { bytes_const(b, n), relative(fn, (int64_t)n + 4) };
	set_prologue(fn, parts, 2);
}

static void
check_arm64(LLVMValueRef fn, uint32_t arg, int64_t frame)
{
	uint8_t b[80];
	size_t n = 0;
	if (frame > STACK_SMALL) {
		n = put32(b, n, 0xd2800010 | (uint32_t)(frame & 0xffff) << 5);          /* movz x16 */
		n = put32(b, n, 0xf2a00010 | (uint32_t)(frame >> 16 & 0xffff) << 5);    /* movk x16, lsl 16 */
		n = put32(b, n, 0xcb3063f0);                                            /* sub x16, sp, x16 */
		n = put32(b, n, 0xf9400b91);                                            /* ldr x17, [x28, 16] */
		n = put32(b, n, 0xeb11021f);                                            /* cmp x16, x17 */
	} else {
		n = put32(b, n, 0xf9400b91);
		n = put32(b, n, 0xeb3163ff);                                            /* cmp sp, x17 */
	}
	size_t lit = n + 9 * 4, body = lit + 4;
	n = put32(b, n, 0x54000008 | (uint32_t)((body - n) / 4) << 5);                  /* b.hi body */
	n = put32(b, n, 0xaa1e03f0);                                                    /* mov x16, x30 */
	n = put32(b, n, 0x10000011 | (uint32_t)((lit - n) >> 2) << 5);                  /* adr x17, lit */
	n = put32(b, n, 0xb980023e);                                                    /* ldrsw x30, [x17] */
	n = put32(b, n, 0x8b1103de);                                                    /* add x30, x30, x17 */
	n = put32(b, n, 0x52800011 | (arg & 0xffff) << 5);                              /* movz w17 */
	n = put32(b, n, 0x72a00011 | (arg >> 16) << 5);                                 /* movk w17, lsl 16 */
	n = put32(b, n, 0xd63f03c0);                                                    /* blr x30 */
	n = put32(b, n, 0x14000002);                                                    /* b body */
	LLVMValueRef parts[2] = { bytes_const(b, n), relative(fn, (int64_t)lit) };
	set_prologue(fn, parts, 2);
}

/* the user's mistake, found late */
static void
frame_too_large(LLVMValueRef fn, int64_t frame)
{
	const char *at = LLVMGetValueName(fn);
	for (int i = 0; i < cg.prog->funcs.n; i++)
		if (cg.prog->funcs.v[i]->sym->llvm == fn && cg.prog->funcs.v[i]->pos)
			at = pos_string(cg.prog->funcs.v[i]->pos);
	fprintf(stderr, "%s: stack frame too large (>1GB): %lld MB locals + 0 MB args\n", at, (long long)frame >> 20);
	exit(1);
}

/* frame 0 .. STACK_SMALL: the plain comparison */
void
postpass_check(LLVMValueRef fn, int64_t frame)
{
	if (frame >= STACK_FRAME_MAX)
		frame_too_large(fn, frame);
	uint32_t arg = (uint32_t)MORESTACK_ARG(abi_stack_args(fn), frame);
	if (codegen_conf.arm64)
		check_arm64(fn, arg, frame);
	else
		check_amd64(fn, arg, frame);
}

static void
set_limit(LLVMValueRef fn, int64_t n)
{
	char b[32];
	snprintf(b, sizeof b, "%lld", (long long)n);
	attr_text(fn, "warn-stack-size", b);
}

/* intrinsics that are always a few instructions; memory ones by size */
static bool
is_cheap_intrinsic(LLVMValueRef call, LLVMValueRef callee)
{
	static const char *const calls[] = { "llvm.floor", "llvm.ceil", "llvm.trunc", "llvm.rint", "llvm.fma", "llvm.roundeven", "llvm.pow",
		"llvm.exp", "llvm.log", "llvm.sin", "llvm.cos" };
	size_t n;
	const char *name = LLVMGetValueName2(callee, &n);
	if (strncmp(name, "llvm.mem", 8) == 0) {
		LLVMValueRef len = LLVMGetOperand(call, 2);
		return LLVMIsAConstantInt(len) && LLVMConstIntGetZExtValue(len) <= 64;
	}
	for (size_t i = 0; i < NELEM(calls); i++)
		if (strncmp(name, calls[i], strlen(calls[i])) == 0)
			return false;
	return true;
}

static bool
never_returns(LLVMValueRef call, LLVMValueRef callee)
{
	unsigned kind = LLVMGetEnumAttributeKindForName("noreturn", 8);
	return LLVMGetCallSiteEnumAttribute(call, LLVMAttributeFunctionIndex, kind) ||
	    (LLVMIsAFunction(callee) && LLVMGetEnumAttributeAtIndex(callee, LLVMAttributeFunctionIndex, kind));
}

static bool
is_real_call(LLVMValueRef i)
{
	if (!LLVMIsACallInst(i))
		return false;
	LLVMValueRef callee = LLVMGetCalledValue(i);
	if (LLVMIsAInlineAsm(callee))
		return false;
	if (LLVMIsAFunction(callee) && LLVMGetIntrinsicID(callee))
		return !is_cheap_intrinsic(i, callee);
	return !never_returns(i, callee);
}

/* whether fn calls, and the bytes of its variables */
static bool
scan(LLVMValueRef fn, int64_t *vars)
{
	bool calls = false;
	*vars = 0;
	for (LLVMBasicBlockRef b = LLVMGetFirstBasicBlock(fn); b; b = LLVMGetNextBasicBlock(b))
		for (LLVMValueRef i = LLVMGetFirstInstruction(b); i; i = LLVMGetNextInstruction(i)) {
			calls = calls || is_real_call(i);
			if (LLVMIsAAllocaInst(i))
				*vars += (int64_t)LLVMABISizeOfType(cg.td, LLVMGetAllocatedType(i));
		}
	return calls;
}

static void
check_function(LLVMValueRef fn)
{
	int64_t vars;
	bool calls = scan(fn, &vars);
	if (LLVMGetStringAttributeAtIndex(fn, LLVMAttributeFunctionIndex, "minigo-nosplit", 14))
		return;
	if (vars > STACK_SMALL - 160) {
		int64_t frame = (vars + 512 + 1023) & ~(int64_t)1023;
		postpass_check(fn, frame);
		set_limit(fn, frame - 128);
	} else if (calls || vars > STACK_UNCHECKED - 96) {
		postpass_check(fn, 0);
		set_limit(fn, STACK_SMALL);
	} else {
		set_limit(fn, STACK_UNCHECKED);
	}
}

static bool
has_switch(LLVMValueRef fn)
{
	for (LLVMBasicBlockRef b = LLVMGetFirstBasicBlock(fn); b; b = LLVMGetNextBasicBlock(b))
		if (LLVMIsASwitchInst(LLVMGetBasicBlockTerminator(b)))
			return true;
	return false;
}

/* Jump tables get a section of their own only in a section group. In the shared .rodata they would keep every function of the
 * package alive. Tables that LLVM made of switches are in the same case. */
static void
separate_tables(LLVMModuleRef m)
{
	for (LLVMValueRef f = LLVMGetFirstFunction(m); f; f = LLVMGetNextFunction(f)) {
		if (!LLVMGetFirstBasicBlock(f) || LLVMGetComdat(f) || !has_switch(f))
			continue;
		LLVMComdatRef c = LLVMGetOrInsertComdat(m, LLVMGetValueName(f));
		LLVMSetComdatSelectionKind(c, LLVMNoDeduplicateComdatSelectionKind);
		LLVMSetComdat(f, c);
	}
	for (LLVMValueRef g = LLVMGetFirstGlobal(m); g; g = LLVMGetNextGlobal(g)) {
		const char *name = LLVMGetValueName(g);
		if (LLVMIsGlobalConstant(g) && !strncmp(name, "switch.table.", 13))
			LLVMSetSection(g, str_fmt(".rodata.%s", name)->s);
	}
}

void
postpass_run(LLVMModuleRef m)
{
	separate_tables(m);
	if (!codegen_conf.stackguard)
		return;
	for (LLVMValueRef f = LLVMGetFirstFunction(m); f; f = LLVMGetNextFunction(f))
		if (LLVMGetFirstBasicBlock(f))
			check_function(f);
}

/* "stack frame size (640) exceeds limit (512) in function 'main.f'" */
static void
diagnostic(LLVMDiagnosticInfoRef info, void *ctx)
{
	(void)ctx;
	char *text = LLVMGetDiagInfoDescription(info);
	LLVMDiagnosticSeverity sev = LLVMGetDiagInfoSeverity(info);
	char *size = strstr(text, "stack frame size ("), *name = strstr(text, "in function '");
	char *end = name ? strrchr(name, '\'') : NULL;
	if (size && name && end) {
		name += strlen("in function '");
		Report r = { arena_strndup(permanent, name, (size_t)(end - name)), atoll(size + strlen("stack frame size (")) };
		vec_push(permanent, &reports, r);
	} else if (sev == LLVMDSError) {
		fatal("LLVM: %s", text);
	}
	LLVMDisposeMessage(text);
}

void
postpass_watch(LLVMContextRef ctx)
{
	LLVMContextSetDiagnosticHandler(ctx, diagnostic, NULL);
}

/* Gives the functions that were reported a check for their size; false when there were none. */
bool
postpass_adjust(LLVMModuleRef m)
{
	bool any = reports.n > 0;
	for (int i = 0; i < reports.n; i++) {
		LLVMValueRef f = LLVMGetNamedFunction(m, reports.v[i].name);
		if (!f)
			fatal("codegen: LLVM reports the frame of %s, which is not there", reports.v[i].name);
		int64_t frame = reports.v[i].size + 128;
		if (reports.v[i].size <= STACK_SMALL)
			frame = 0;
		postpass_check(f, frame);
		set_limit(f, frame ? frame - 64 : STACK_SMALL);
	}
	reports.n = 0;
	return any;
}
