/* pipeline.c - target machines and LLVM's passes for each optimization level (DESIGN 6). LLVM's own options are global to the
 * process: codegen_init sets them once, for the level of codegen_conf. */
#include "codegen/cg.h"
#include <llvm-c/Support.h>
#include <stdlib.h>
#include <llvm-c/Transforms/PassBuilder.h>

/* fast: what pays most per millisecond */
static const char fast_passes[] =
	"function(sroa,early-cse<memssa>,instcombine<no-verify-fixpoint>,simplifycfg,jump-threading,gvn,"
	"loop-mssa(licm),instcombine<no-verify-fixpoint>,dse,simplifycfg),globaldce";

const char *
target_triple(void)
{
	return codegen_conf.arm64 ? "aarch64-unknown-linux-gnu" : "x86_64-unknown-linux-gnu";
}

const char *
target_cpu(void)
{
	return codegen_conf.arm64 ? "generic" : "x86-64";
}

const char *
target_features(void)
{
	return codegen_conf.arm64 ? "+reserve-x28,+neon,+fp-armv8" : "+cx8,+fxsr,+mmx,+sse,+sse2,+x87";
}

static void
init_options(void)
{
	const char *argv[16];
	int n = 0;
	argv[n++] = "minigo";
	argv[n++] = "-funcspec-max-iters=0";    /* specialization: compile time and size, no speed in Go code */
	if (codegen_conf.opt == 1) {
		argv[n++] = "-disable-lsr";
		argv[n++] = "-enable-misched=0";
	}
	LLVMParseCommandLineOptions(n, argv, "");
}

void
codegen_init(void)
{
	static bool done;
	if (done)
		return;
	done = true;
	LLVMInitializeX86TargetInfo();
	LLVMInitializeX86Target();
	LLVMInitializeX86TargetMC();
	LLVMInitializeX86AsmPrinter();
	LLVMInitializeX86AsmParser();
	LLVMInitializeAArch64TargetInfo();
	LLVMInitializeAArch64Target();
	LLVMInitializeAArch64TargetMC();
	LLVMInitializeAArch64AsmPrinter();
	LLVMInitializeAArch64AsmParser();
	init_options();
}

LLVMTargetMachineRef
target_machine(const char *triple, int opt)
{
	LLVMTargetRef t;
	char *err = NULL;
	if (LLVMGetTargetFromTriple(triple, &t, &err))
		fatal("codegen: %s", err);
	LLVMCodeGenOptLevel level = opt == 0 ? LLVMCodeGenLevelNone : opt == 1 ? LLVMCodeGenLevelLess : LLVMCodeGenLevelDefault;
	LLVMTargetMachineRef tm = LLVMCreateTargetMachine(t, triple, target_cpu(), target_features(), level, LLVMRelocStatic,
	    LLVMCodeModelDefault);
	if (!tm)
		fatal("codegen: no target machine for %s", triple);
	if (opt == 0)
		LLVMSetTargetMachineFastISel(tm, true);
	return tm;
}

void
verify_module(LLVMModuleRef m, const char *when)
{
	char *msg = NULL;
	if (LLVMVerifyModule(m, LLVMReturnStatusAction, &msg)) {
		StrBuf b = { 0 };
		char *ir = LLVMPrintModuleToString(m);
		const char *dump = getenv("MINIGO_DUMP_BAD");
		if (dump)
			file_write(dump, ir, strlen(ir), 0644);
		sb_puts(&b, msg);
		fatal("LLVM IR is malformed %s:\n%s", when, b.s);
	}
	LLVMDisposeMessage(msg);
}

void
pipeline_run(LLVMModuleRef m, int opt)
{
	if (opt == 0)
		return;
	LLVMPassBuilderOptionsRef o = LLVMCreatePassBuilderOptions();
	LLVMPassBuilderOptionsSetLoopVectorization(o, true);
	LLVMPassBuilderOptionsSetLoopInterleaving(o, true);
	LLVMPassBuilderOptionsSetLoopUnrolling(o, true);
	LLVMPassBuilderOptionsSetSLPVectorization(o, opt >= 2 && !codegen_conf.no_slp);
	LLVMErrorRef e = LLVMRunPasses(m, opt == 1 ? fast_passes : "default<O2>", cg.tm, o);
	if (e)
		fatal("codegen: %s", LLVMGetErrorMessage(e));
	LLVMDisposePassBuilderOptions(o);
}
