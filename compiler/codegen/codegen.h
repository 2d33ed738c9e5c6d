/* codegen.h - SSA to machine code through the LLVM 19 C API. The only stage that includes <llvm-c/...>.
 *
 *   lower*.c    Func -> LLVM function, value by value            abi.c      flattening of parameters and results
 *   pipeline.c  LLVM passes for each level                       postpass.c stack checks as prologue data, nomerge, attributes
 *   debug.c     DWARF, location ids as discriminators            emit.c     object, assembly, IR text
 *   descr.c     type descriptors, itabs, static data for the link unit */
#ifndef MINIGO_CODEGEN_H
#define MINIGO_CODEGEN_H

#include "ssa/ssa.h"

typedef struct CodegenConf {
	bool arm64;
	int opt;                             /* 0, 1, 2 */
	bool debug;                          /* DWARF variables and types too; line tables are always made */
	bool stackguard;                     /* false: -d=stackguard, no checks */
	bool write_asm, write_ll;            /* -S and ssa.html */
	bool no_slp;
	const char *trimpath;
} CodegenConf;
extern CodegenConf codegen_conf;

typedef struct CodegenOut {
	StrBuf obj;                          /* ELF relocatable */
	StrBuf asm_text;                     /* with -S: GNU syntax, file:line and SSA notes as comments */
	StrBuf ll_text;
	StrBuf locs;                         /* location table, one record a line:
	                                        id \t function \t file \t line \t parent-id (0: not inlined) \t wrapper flag */
} CodegenOut;

void codegen_init(void);                     /* after codegen_conf is set; once a process */
void codegen_program(Program *p, CodegenOut *out);
/* The link unit's descriptors: called before codegen_program on the link unit's Program. Emits a descriptor for each type in
 * `types` with only the methods for which keep() is true, and the typelinks table. The set is closed over what descriptors refer to. */
typedef struct DescrSet {
	Type **types; int ntypes;            /* described: closed over what reflection can come to */
	Type **names; int nnames;            /* named: enough to compare, assert, make maps and channels (may be described, too) */
	bool (*keep)(Type *t, Str *method, void *ctx);
	bool (*asserted)(Type *iface);       /* its methods are looked up at run time */
	void *ctx;
} DescrSet;
void codegen_descriptors(Program *p, const DescrSet *set);
/* One static itab, go:itab.T,I, for each that packages refer to; its types must be among those of codegen_descriptors. */
void codegen_itab(Program *p, Type *t, Type *iface, bool (*keep)(Type *t, Str *method, void *ctx), void *ctx);
int tool_ssacompile(int argc, char **argv);    /* minigo tool ssacompile: SSA text to an object */
#endif
