/* cg.h - what the files of the back end share; codegen.h is what other stages see.
 *
 *   Cg       everything about the module being made (one at a time a process)
 *   Scalar   one machine-level part of a Go value: LLVM type, offset in memory, TBAA class
 *   Flat     the scalars of a type, in order (abi.h); `mem` when the type is passed by address
 *
 * An SSA value's `llvm` points to its scalars, an array of LLVMValueRef as long as the type's Flat. bool is i1 as a
 * scalar and a byte in memory. */
#ifndef MINIGO_CG_H
#define MINIGO_CG_H

#include "codegen/codegen.h"
#define ABI_NUMBERS
#include "runtime/abi/abi.h"

#include <llvm-c/Analysis.h>
#include <llvm-c/Comdat.h>
#include <llvm-c/Core.h>
#include <llvm-c/DebugInfo.h>
#include <llvm-c/Target.h>
#include <llvm-c/TargetMachine.h>

typedef enum TbaaTag {
	TBAA_NONE, TBAA_INT8, TBAA_INT16, TBAA_INT32, TBAA_INT64, TBAA_FLOAT32, TBAA_FLOAT64, TBAA_PTR,
	TBAA_STR_PTR, TBAA_STR_LEN, TBAA_SLICE_PTR, TBAA_SLICE_LEN, TBAA_SLICE_CAP, TBAA_IFACE_TAB, TBAA_IFACE_DATA,
	TBAA_COUNT, N_TBAA
} TbaaTag;

typedef struct Scalar {
	LLVMTypeRef ty;                      /* in a register; i1 for bool */
	int64_t off;                         /* in memory, from the start of the value */
	uint8_t tag;                         /* TbaaTag */
	uint8_t ext;                         /* 0 none, 1 zeroext, 2 signext as a parameter */
	bool isptr;
} Scalar;
typedef struct Flat { int n; bool mem; Scalar *s; } Flat;

typedef enum AttrId {
	AT_NOUNWIND, AT_NORETURN, AT_COLD, AT_NOMERGE, AT_WILLRETURN, AT_NOALIAS, AT_NOINLINE, AT_OPTNONE, AT_NEST, AT_ZEROEXT, AT_SIGNEXT,
	AT_NOREDZONE, AT_NOFREE, AT_NOSYNC, AT_NONNULL, AT_READONLY, AT_NOCAPTURE, AT_MEM_READARG, AT_MEM_BARRIER, AT_MEM_INACCESSIBLE, AT_ALLOCKIND,
	AT_ALLOCSIZE0, AT_OPTSIZE, AT_ALWAYSINLINE, N_ATTR
} AttrId;

typedef struct Cg {
	LLVMContextRef ctx;
	LLVMModuleRef mod;
	LLVMBuilderRef b;
	LLVMTargetMachineRef tm;
	LLVMTargetDataRef td;
	Program *prog;
	LLVMTypeRef i1, i8, i16, i32, i64, i128, f32, f64, ptr, gptr, voidty;
	LLVMAttributeRef attr[N_ATTR];
	LLVMMetadataRef tbaa[N_TBAA];
	unsigned md_tbaa, md_range, md_prof, md_nonnull, md_invariant, md_implicit;
	LLVMMetadataRef md_len_range, md_bool_range, md_likely, md_unlikely;
	PtrMap strings;                      /* interned bytes -> global */
	PtrMap gctypes;
	int nstring;
	/* the function being lowered */
	Func *fn;
	LLVMValueRef llfn;
	LLVMBasicBlockRef entry;             /* holds allocas; ends in a branch to the first block */
	LLVMBasicBlockRef cur;
	LLVMBasicBlockRef *first, *last;     /* by block id: where a block starts and ends (lowering splits blocks) */
	LLVMValueRef result_addr, closure_ptr;
	LLVMValueRef *params;                /* scalars in order */
	int *param_first;                    /* Go parameter -> index in params */
	LLVMValueRef g;                      /* loaded once at the entry */
	bool *steers;                        /* see dispatch.c */
} Cg;
extern Cg cg;

/* codegen.c */
void cg_begin(const char *name, const char *triple, int opt);

/* abi.c */
Flat *flat_of(Type *t);
Type *param_type(Type *sig, int i);
int sig_nparams(Type *sig);
typedef struct FnAbi { LLVMTypeRef ty; bool mem_result, closure; int nparams; Scalar *params; int nresults; Scalar *results; } FnAbi;
FnAbi fn_abi(Type *sig, bool mem_result, bool closure, bool recv_ptr);
void abi_add_attrs(LLVMValueRef fn_or_call, const FnAbi *a, bool is_call);
LLVMValueRef abi_pack_result(const FnAbi *a, LLVMValueRef *s);
void abi_unpack_result(const FnAbi *a, LLVMValueRef call, LLVMValueRef *out);
int abi_stack_args(LLVMValueRef fn);
LLVMValueRef coerce(LLVMValueRef v, LLVMTypeRef want);

/* attrs.c */
void attrs_init(void);
void attr_fn(LLVMValueRef fn, AttrId a);
void attr_param(LLVMValueRef fn, unsigned index, AttrId a);
void attr_call(LLVMValueRef call, unsigned index, AttrId a);
void attr_text(LLVMValueRef fn, const char *key, const char *val);
void attrs_common(LLVMValueRef fn);
void attr_call_stamp(LLVMValueRef fn);

/* dispatch.c */
bool *dispatch_phis(Func *f);
int dispatch_choice(Block *b, const bool *steers);

/* lower.c */
void lower_func(Func *f);
LLVMValueRef *lv(Value *v);
LLVMValueRef lv1(Value *v);
LLVMValueRef *lv_new(Value *v, int n);
void lv_set1(Value *v, LLVMValueRef x);
LLVMBasicBlockRef bb_new(const char *name);
void bb_enter(LLVMBasicBlockRef b);
LLVMValueRef cold_branch(LLVMValueRef bad, LLVMBasicBlockRef *bad_bb);
LLVMValueRef entry_alloca(LLVMTypeRef t, int64_t size, int64_t align);
LLVMValueRef const_i64(int64_t i);
LLVMValueRef g_ptr(void);
LLVMValueRef intrinsic(const char *name, LLVMTypeRef over, LLVMValueRef *args, int n);

/* lower_arith.c, lower_mem.c, lower_call.c: true when the op is theirs */
bool lower_arith(Value *v);
bool lower_float(Value *v);
bool lower_composite(Value *v);
bool lower_mem(Value *v);
bool lower_atomic(Value *v);
bool lower_call(Value *v);
LLVMValueRef rt_function(RtCall r);
LLVMValueRef rt_call(RtCall r, LLVMValueRef *args, int n);
LLVMValueRef zero_base(void);
void load_scalars(Flat *f, LLVMValueRef addr, bool safe, LLVMValueRef *out);
void store_scalars(Flat *f, LLVMValueRef addr, bool safe, LLVMValueRef *in);

/* data.c */
LLVMValueRef not_preempted(LLVMValueRef v);
LLVMValueRef sym_value(Sym *s);
LLVMValueRef func_value(Sym *s);
LLVMValueRef static_closure(Sym *s);
LLVMValueRef string_bytes(const char *s, size_t n);
LLVMValueRef type_addr(Type *t);
LLVMValueRef itab_addr(Type *t, Type *iface);
const char *itab_name(Type *t, Type *iface);
LLVMValueRef gc_type(int64_t size, int64_t align, int64_t ptrdata, const uint8_t *mask);
LLVMValueRef gc_type_of(Type *t);
void data_emit(Sym *s);
void make_linkonce(LLVMValueRef v, const char *name);

/* debug.c */
void debug_begin(void);
void debug_func(Func *f, LLVMValueRef fn);
void debug_loc(Value *v);
void debug_loc_pos(Pos pos, InlSite *inl);
void debug_loc_clear(void);
void debug_value(Value *v);
void debug_end(void);
void debug_assign_ids(StrBuf *locs);
const char *debug_note(int note);
void debug_reset(void);
LLVMDIBuilderRef debug_builder(void);
LLVMMetadataRef debug_unit(void);
LLVMMetadataRef debug_file(Pos pos);

/* pipeline.c, postpass.c, emit.c */
void pipeline_run(LLVMModuleRef m, int opt);
void postpass_run(LLVMModuleRef m);
void postpass_check(LLVMValueRef fn, int64_t frame);
bool postpass_adjust(LLVMModuleRef m);
void postpass_watch(LLVMContextRef ctx);
LLVMTargetMachineRef target_machine(const char *triple, int opt);
const char *target_triple(void);
const char *target_features(void);
const char *target_cpu(void);
void emit_module(LLVMModuleRef m, bool text, StrBuf *out);
void emit_annotate(StrBuf *text);
void verify_module(LLVMModuleRef m, const char *when);

#endif
