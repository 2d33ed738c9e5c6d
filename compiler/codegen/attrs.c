/* attrs.c - LLVM attributes, made once a context. Every function gets the same target attributes (else inlining between them is
 * silently refused), keeps its frame pointer (tracebacks walk it) and has no red zone (signals switch stacks). */
#include "codegen/cg.h"

typedef struct AttrSpec { const char *name; uint64_t val; } AttrSpec;

static const AttrSpec specs[N_ATTR] = {
	[AT_NOUNWIND] = { "nounwind", 0 }, [AT_NORETURN] = { "noreturn", 0 }, [AT_COLD] = { "cold", 0 },
	[AT_NOMERGE] = { "nomerge", 0 }, [AT_WILLRETURN] = { "willreturn", 0 }, [AT_NOALIAS] = { "noalias", 0 },
	[AT_NOINLINE] = { "noinline", 0 }, [AT_NEST] = { "nest", 0 }, [AT_ZEROEXT] = { "zeroext", 0 },
	[AT_SIGNEXT] = { "signext", 0 }, [AT_NOREDZONE] = { "noredzone", 0 }, [AT_NOFREE] = { "nofree", 0 },
	[AT_NOSYNC] = { "nosync", 0 }, [AT_NONNULL] = { "nonnull", 0 }, [AT_READONLY] = { "readonly", 0 },
	[AT_NOCAPTURE] = { "nocapture", 0 },
	[AT_MEM_READARG] = { "memory", 1 },             /* argmem: read */
	[AT_MEM_BARRIER] = { "memory", 1 | 3 << 2 },    /* argmem: read, inaccessiblemem: readwrite */
	[AT_MEM_INACCESSIBLE] = { "memory", 3 << 2 },   /* inaccessiblemem: readwrite */
	[AT_ALLOCKIND] = { "allockind", 1 | 16 },       /* alloc, zeroed */
	[AT_ALLOCSIZE0] = { "allocsize", 0xffffffff },  /* parameter 0 is the size */
	[AT_OPTSIZE] = { "optsize", 0 }, [AT_ALWAYSINLINE] = { "alwaysinline", 0 },
	[AT_OPTNONE] = { "optnone", 0 },
};

void
attrs_init(void)
{
	for (int i = 0; i < N_ATTR; i++) {
		unsigned kind = LLVMGetEnumAttributeKindForName(specs[i].name, strlen(specs[i].name));
		cg.attr[i] = LLVMCreateEnumAttribute(cg.ctx, kind, specs[i].val);
	}
}

void
attr_fn(LLVMValueRef fn, AttrId a)
{
	LLVMAddAttributeAtIndex(fn, LLVMAttributeFunctionIndex, cg.attr[a]);
}

/* index 0 is the result, 1 the first parameter */
void
attr_param(LLVMValueRef fn, unsigned index, AttrId a)
{
	LLVMAddAttributeAtIndex(fn, index, cg.attr[a]);
}

void
attr_call(LLVMValueRef call, unsigned index, AttrId a)
{
	LLVMAddCallSiteAttribute(call, index, cg.attr[a]);
}

void
attr_text(LLVMValueRef fn, const char *key, const char *val)
{
	LLVMAttributeRef a = LLVMCreateStringAttribute(cg.ctx, key, (unsigned)strlen(key), val, (unsigned)strlen(val));
	LLVMAddAttributeAtIndex(fn, LLVMAttributeFunctionIndex, a);
}

/* of every function with a body */
void
attrs_common(LLVMValueRef fn)
{
	attr_fn(fn, AT_NOUNWIND);
	attr_fn(fn, AT_NOREDZONE);
	attr_text(fn, "frame-pointer", "all");
	attr_text(fn, "disable-tail-calls", "true");
	attr_text(fn, "target-cpu", target_cpu());
	attr_text(fn, "target-features", target_features());
}
