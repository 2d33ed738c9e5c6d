/* debug_var.c - variables and types for the debugger, without optimization (-N): VarAddr gives a variable's address, DbgValue its
 * value from here on. Values are stored to a frame slot of the variable's own, so that it shows in its whole scope.
 *
 * Types are described as gdb's Go support expects them: string and slice as structs, maps, channels and functions as pointers. */
#include "codegen/cg.h"

static PtrMap di_types;                      /* Str* linkname -> DIType */
static PtrMap slots;                         /* Object* -> alloca, of the current function */
static Func *slots_fn;
static LLVMModuleRef types_mod;

static LLVMMetadataRef di_type(Type *t);

static LLVMMetadataRef
basic(const char *name, int64_t size, unsigned encoding)
{
	return LLVMDIBuilderCreateBasicType(debug_builder(), name, strlen(name), (uint64_t)size * 8, encoding, LLVMDIFlagZero);
}

static LLVMMetadataRef
member(const char *name, Type *t, int64_t off)
{
	return LLVMDIBuilderCreateMemberType(debug_builder(), debug_unit(), name, strlen(name), debug_file(NOPOS), 0,
	    (uint64_t)type_size(t) * 8, (uint32_t)type_align(t) * 8, (uint64_t)off * 8, LLVMDIFlagZero, di_type(t));
}

static LLVMMetadataRef
structure(const char *name, Type *t, LLVMMetadataRef *m, unsigned n)
{
	return LLVMDIBuilderCreateStructType(debug_builder(), debug_unit(), name, strlen(name), debug_file(NOPOS), 0,
	    (uint64_t)type_size(t) * 8, (uint32_t)type_align(t) * 8, LLVMDIFlagZero, NULL, m, n, 0, NULL, "", 0);
}

static LLVMMetadataRef
pointer_to(LLVMMetadataRef elem, const char *name)
{
	return LLVMDIBuilderCreatePointerType(debug_builder(), elem, 64, 64, 0, name, strlen(name));
}

static LLVMMetadataRef
struct_type(const char *name, Type *t)
{
	Type *u = type_under(t);
	LLVMMetadataRef *m = NEWN(permanent, LLVMMetadataRef, u->fields.n + 1);
	for (int i = 0; i < u->fields.n; i++)
		m[i] = member(u->fields.v[i]->name->s, u->fields.v[i]->type, field_offset(u, i));
	return structure(name, t, m, (unsigned)u->fields.n);
}

static LLVMMetadataRef
header_type(const char *name, Type *t)
{
	Type *u = type_under(t), *n = basic_type[T_INT];
	Type *elem = type_pointer(u->kind == T_STRING ? type_byte : u->elem);
	LLVMMetadataRef m[3] = { member(u->kind == T_STRING ? "str" : "array", elem, 0), member("len", n, 8) };
	if (u->kind == T_SLICE)
		m[2] = member("cap", n, 16);
	return structure(name, t, m, u->kind == T_SLICE ? 3 : 2);
}

static LLVMMetadataRef
array_type(Type *t)
{
	Type *u = type_under(t);
	LLVMMetadataRef range = LLVMDIBuilderGetOrCreateSubrange(debug_builder(), 0, u->len);
	return LLVMDIBuilderCreateArrayType(debug_builder(), (uint64_t)type_size(t) * 8, (uint32_t)type_align(t) * 8, di_type(u->elem),
	    &range, 1);
}

static LLVMMetadataRef
iface_type(const char *name, Type *t)
{
	LLVMMetadataRef m[2] = { member("tab", basic_type[T_UNSAFEPTR], 0), member("data", basic_type[T_UNSAFEPTR], 8) };
	return structure(name, t, m, 2);
}

static LLVMMetadataRef
make_type(const char *name, Type *t)
{
	enum { ATE_BOOL = 2, ATE_COMPLEX = 3, ATE_FLOAT = 4, ATE_SIGNED = 5, ATE_UNSIGNED = 7 };
	Type *u = type_under(t);
	switch (u->kind) {
	case T_BOOL: return basic(name, 1, ATE_BOOL);
	case T_FLOAT32: case T_FLOAT64: return basic(name, type_size(u), ATE_FLOAT);
	case T_COMPLEX64: case T_COMPLEX128: return basic(name, type_size(u), ATE_COMPLEX);
	case T_STRING: case T_SLICE: return header_type(name, t);
	case T_STRUCT: return struct_type(name, t);
	case T_ARRAY: return array_type(t);
	case T_INTERFACE: return iface_type(name, t);
	case T_POINTER: return pointer_to(di_type(u->elem), name);
	case T_MAP: case T_CHAN: case T_SIGNATURE: case T_UNSAFEPTR: return pointer_to(NULL, name);
	}
	return basic(name, type_size(u), type_is_unsigned(u) ? ATE_UNSIGNED : ATE_SIGNED);
}

/* A type met inside itself, while it is being made: a declaration, for which gdb finds the full type by its name. */
static LLVMMetadataRef
unfinished(Type *t)
{
	enum { TAG_STRUCTURE = 0x13 };
	Type *u = type_under(t);
	const char *name = type_reflect_string(t);
	if (u->kind == T_POINTER)
		return pointer_to(type_under(u->elem)->kind == T_STRUCT ? unfinished(u->elem) : NULL, name);
	return LLVMDIBuilderCreateForwardDecl(debug_builder(), TAG_STRUCTURE, name, strlen(name), debug_unit(), debug_file(NOPOS), 0, 0,
	    (uint64_t)type_size(t) * 8, (uint32_t)type_align(t) * 8, "", 0);
}

static LLVMMetadataRef
di_type(Type *t)
{
	t = unalias(t);
	Str *key = str_lit(type_linkname(t));
	if (map_has(&di_types, key)) {
		LLVMMetadataRef known = map_get(&di_types, key);
		return known ? known : unfinished(t);
	}
	map_put(&di_types, key, NULL);
	LLVMMetadataRef d = make_type(type_reflect_string(t), t);
	map_put(&di_types, key, d);
	return d;
}

static void
declare(Object *o, LLVMValueRef addr)
{
	LLVMMetadataRef loc = LLVMGetCurrentDebugLocation2(cg.b);
	if (!loc)
		return;
	LLVMMetadataRef scope = LLVMDILocationGetScope(loc), file = LLVMDIScopeGetFile(scope), t = di_type(o->type);
	const char *name = o->name->s;
	unsigned line = o->pos ? pos_line(o->pos) : 0;
	LLVMMetadataRef var = LLVMDIBuilderCreateAutoVariable(debug_builder(), scope, name, strlen(name), file, line, t, true,
	    LLVMDIFlagZero, 0);
	LLVMMetadataRef expr = LLVMDIBuilderCreateExpression(debug_builder(), NULL, 0);
	LLVMDIBuilderInsertDeclareRecordAtEnd(debug_builder(), addr, var, expr, loc, LLVMGetInsertBlock(cg.b));
}

static LLVMValueRef
slot_of(Object *o)
{
	LLVMValueRef s = map_get(&slots, o);
	if (!s) {
		int64_t size = type_size(o->type);
		s = entry_alloca(NULL, size > 0 ? size : 1, type_align(o->type));
		map_put(&slots, o, s);
		declare(o, s);
	}
	return s;
}

static bool
wanted(Object *o)
{
	return codegen_conf.debug && codegen_conf.opt == 0 && o && o->name && strcmp(o->name->s, "_") && o->type;
}

void
debug_value(Value *v)
{
	Object *o = v->obj;
	v->llvm = NULL;
	if (!wanted(o) || v->inl)
		return;
	if (slots_fn != cg.fn || types_mod != cg.mod) {
		map_clear(&slots);
		if (types_mod != cg.mod)
			map_clear(&di_types);
		slots_fn = cg.fn;
		types_mod = cg.mod;
	}
	if (v->op == OpVarAddr) {
		declare(o, lv1(v->args[0]));
		return;
	}
	Flat *f = flat_of(v->args[0]->type), *want = flat_of(o->type);
	if (f->n == want->n && !want->mem)
		store_scalars(want, slot_of(o), true, lv(v->args[0]));
}
