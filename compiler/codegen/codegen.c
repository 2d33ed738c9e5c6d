/* codegen.c - a Program to an object: the stages in order. One LLVM context and module for each call. */
#include "codegen/cg.h"

CodegenConf codegen_conf = { .opt = 2, .stackguard = true };
Cg cg;

static void
types_setup(void)
{
	cg.i1 = LLVMInt1TypeInContext(cg.ctx);
	cg.i8 = LLVMInt8TypeInContext(cg.ctx);
	cg.i16 = LLVMInt16TypeInContext(cg.ctx);
	cg.i32 = LLVMInt32TypeInContext(cg.ctx);
	cg.i64 = LLVMInt64TypeInContext(cg.ctx);
	cg.i128 = LLVMInt128TypeInContext(cg.ctx);
	cg.f32 = LLVMFloatTypeInContext(cg.ctx);
	cg.f64 = LLVMDoubleTypeInContext(cg.ctx);
	cg.ptr = LLVMPointerTypeInContext(cg.ctx, 0);
	cg.voidty = LLVMVoidTypeInContext(cg.ctx);
}

static unsigned
md_kind(const char *name)
{
	return LLVMGetMDKindIDInContext(cg.ctx, name, (unsigned)strlen(name));
}

static LLVMMetadataRef
md_const(LLVMTypeRef t, uint64_t x)
{
	return LLVMValueAsMetadata(LLVMConstInt(t, x, false));
}

static LLVMMetadataRef
md_pair(const char *name, LLVMMetadataRef a, LLVMMetadataRef b)
{
	LLVMMetadataRef m[3];
	size_t n = 0;
	if (name)
		m[n++] = LLVMMDStringInContext2(cg.ctx, name, strlen(name));
	m[n++] = a;
	m[n++] = b;
	return LLVMMDNodeInContext2(cg.ctx, m, n);
}

/* Scalar classes directly below one root: none aliases another. */
static void
tbaa_setup(void)
{
	static const char *const names[N_TBAA] = { NULL, "int8", "int16", "int32", "int64", "float32", "float64", "pointer", "string.ptr",
		"string.len", "slice.ptr", "slice.len", "slice.cap", "iface.tab", "iface.data", "count" };
	LLVMMetadataRef s = LLVMMDStringInContext2(cg.ctx, "minigo", 6), root = LLVMMDNodeInContext2(cg.ctx, &s, 1);
	LLVMMetadataRef zero = md_const(cg.i64, 0);
	for (int i = 1; i < N_TBAA; i++) {
		LLVMMetadataRef t = md_pair(names[i], root, zero), tag[3] = { t, t, zero };
		cg.tbaa[i] = LLVMMDNodeInContext2(cg.ctx, tag, 3);
	}
}

static LLVMMetadataRef
weights(uint64_t a, uint64_t b)
{
	return md_pair("branch_weights", md_const(cg.i32, a), md_const(cg.i32, b));
}

static void
metadata_setup(void)
{
	cg.md_tbaa = md_kind("tbaa");
	cg.md_range = md_kind("range");
	cg.md_prof = md_kind("prof");
	cg.md_nonnull = md_kind("nonnull");
	cg.md_invariant = md_kind("invariant.load");
	cg.md_implicit = md_kind("make.implicit");
	cg.md_len_range = md_pair(NULL, md_const(cg.i64, 0), md_const(cg.i64, (uint64_t)1 << 63));
	cg.md_bool_range = md_pair(NULL, md_const(cg.i8, 0), md_const(cg.i8, 2));
	cg.md_likely = weights(1 << 20, 1);
	cg.md_unlikely = weights(1, 1 << 20);
	tbaa_setup();
}

static void
module_begin(const char *name, const char *triple, int opt)
{
	memset(&cg, 0, sizeof cg);
	codegen_init();
	cg.ctx = LLVMContextCreate();
	postpass_watch(cg.ctx);
	cg.tm = target_machine(triple, opt);
	cg.td = LLVMCreateTargetDataLayout(cg.tm);
	types_setup();
	attrs_init();
	metadata_setup();
	if (!name)
		return;
	cg.mod = LLVMModuleCreateWithNameInContext(name, cg.ctx);
	cg.b = LLVMCreateBuilderInContext(cg.ctx);
	LLVMSetTarget(cg.mod, triple);
	LLVMSetIsNewDbgInfoFormat(cg.mod, true);
	LLVMSetModuleDataLayout(cg.mod, cg.td);
}

void
cg_begin(const char *name, const char *triple, int opt)
{
	module_begin(name, triple, opt);
}

static void
section_of_func(Func *f, LLVMValueRef fn)
{
	LLVMSetSection(fn, str_fmt(".text.%s", f->sym->name)->s);
	if (f->sym->linkonce)
		make_linkonce(fn, f->sym->name);
}

/* the end of the table of descriptors, as a symbol of its own */
static void
end_of_typelinks(void)
{
	LLVMValueRef g = LLVMGetNamedGlobal(cg.mod, "runtime.typelinks");
	if (!g || LLVMIsDeclaration(g))
		return;
	LLVMValueRef n = const_i64((int64_t)LLVMABISizeOfType(cg.td, LLVMGlobalGetValueType(g)));
	LLVMAddAlias2(cg.mod, cg.i8, 0, LLVMConstGEP2(cg.i8, g, &n, 1), "runtime.etypelinks");
}

static void
lower_program(Program *p)
{
	debug_begin();
	for (int i = 0; i < p->funcs.n; i++)
		section_of_func(p->funcs.v[i], func_value(p->funcs.v[i]->sym));
	for (int i = 0; i < p->funcs.n; i++)
		lower_func(p->funcs.v[i]);
	for (int i = 0; i < p->globals.n; i++)
		data_emit(p->globals.v[i]);
	end_of_typelinks();
	debug_end();
}

static void
optimize(void)
{
	if (ssa_conf.check)
		verify_module(cg.mod, "after lowering");
	pipeline_run(cg.mod, codegen_conf.opt);
	if (ssa_conf.check)
		verify_module(cg.mod, "after LLVM's passes");
}

void
codegen_program(Program *p, CodegenOut *out)
{
	cg_begin(p->pkg ? p->pkg->path->s : "minigo-link", target_triple(), codegen_conf.opt);
	cg.prog = p;
	phase_begin("lower to LLVM");
	lower_program(p);
	phase_begin("LLVM passes");
	optimize();
	phase_begin("machine code");
	debug_assign_ids(&out->locs);
	postpass_run(cg.mod);
	if (codegen_conf.write_ll) {
		char *ir = LLVMPrintModuleToString(cg.mod);
		sb_puts(&out->ll_text, ir);
		LLVMDisposeMessage(ir);
	}
	if (codegen_conf.write_asm) {
		emit_module(cg.mod, true, &out->asm_text);
		emit_annotate(&out->asm_text);
	}
	emit_module(cg.mod, false, &out->obj);
	phase_end();
}
