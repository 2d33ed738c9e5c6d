/* lower_composite.c - values of several scalars (strings, slices, interfaces, small structs), addresses and reinterpretation.
 * Such values are only bundles of scalars here: making and selecting costs nothing. */
#include "codegen/cg.h"

static void
make(Value *v)
{
	Flat *f = flat_of(v->type);
	LLVMValueRef *out = lv_new(v, f->n);
	int n = 0;
	for (int i = 0; i < v->nargs; i++) {
		int an = flat_of(v->args[i]->type)->n;
		for (int k = 0; k < an && n < f->n; k++, n++)
			out[n] = coerce(lv(v->args[i])[k], f->s[n].ty);
	}
	if (n != f->n)
		fatal("codegen: v%d (%s) of %s: %d scalars for type %s", v->id, op_info[v->op].name, cg.fn->name, n, type_string(v->type, NULL));
}

static void
select_part(Value *v, int first)
{
	Flat *f = flat_of(v->type);
	LLVMValueRef *in = lv(v->args[0]), *out = lv_new(v, f->n);
	for (int i = 0; i < f->n; i++)
		out[i] = coerce(in[first + i], f->s[i].ty);
}

static int
field_first(Type *t, int64_t field)
{
	int n = 0;
	t = type_under(t);
	if (t->kind == T_STRUCT)
		for (int i = 0; i < field; i++)
			n += flat_of(t->fields.v[i]->type)->n;
	return n;
}

static int
tuple_first(Type *t, int64_t field)
{
	int n = 0;
	if (t->kind == T_TUPLE)
		for (int i = 0; i < field; i++)
			n += flat_of(t->vars.v[i]->type)->n;
	else            /* a runtime call's pair under a non-tuple type */
		n = (int)field;
	return n;
}

static void
nil(Value *v)
{
	Flat *f = flat_of(v->type);
	LLVMValueRef *out = lv_new(v, f->n);
	for (int i = 0; i < f->n; i++)
		out[i] = LLVMConstNull(f->s[i].ty);
}

static void
cond_select(Value *v)
{
	Flat *f = flat_of(v->type);
	LLVMValueRef *a = lv(v->args[1]), *b = lv(v->args[2]), *out = lv_new(v, f->n);
	for (int i = 0; i < f->n; i++)
		out[i] = LLVMBuildSelect(cg.b, lv1(v->args[0]), a[i], b[i], "");
}

static void
string_value(Value *v)
{
	LLVMValueRef *out = lv_new(v, 2);
	out[0] = string_bytes(v->str->s, v->str->n);
	out[1] = const_i64((int64_t)v->str->n);
}

/* p + i * size, within one object */
static LLVMValueRef
ptr_index(Value *v)
{
	int64_t size = type_size(v->auxtype);
	LLVMTypeRef t = size == 1 ? cg.i8 : size == 2 ? cg.i16 : size == 4 ? cg.i32 : size == 8 ? cg.i64
	    : LLVMArrayType2(cg.i8, (uint64_t)size);
	LLVMValueRef i = lv1(v->args[1]);
	if (LLVMTypeOf(i) != cg.i64)
		i = type_is_unsigned(v->args[1]->type) ? LLVMBuildZExt(cg.b, i, cg.i64, "") : LLVMBuildSExt(cg.b, i, cg.i64, "");
	return LLVMBuildInBoundsGEP2(cg.b, t, lv1(v->args[0]), &i, 1, "");
}

static LLVMValueRef
off_ptr(Value *v)
{
	LLVMValueRef i = const_i64(v->auxint);
	if (v->auxint == 0)
		return lv1(v->args[0]);
	if (v->unsafe_origin)
		return LLVMBuildGEP2(cg.b, cg.i8, lv1(v->args[0]), &i, 1, "");
	return LLVMBuildInBoundsGEP2(cg.b, cg.i8, lv1(v->args[0]), &i, 1, "");
}

static LLVMValueRef
add_ptr(Value *v)
{
	LLVMValueRef p = coerce(lv1(v->args[0]), cg.ptr), i = coerce(lv1(v->args[1]), cg.i64);
	return LLVMBuildGEP2(cg.b, cg.i8, p, &i, 1, "");
}

static LLVMValueRef
address(Value *v)
{
	switch (v->op) {
	case OpAddr: return sym_value(v->sym);
	case OpFuncAddr: return static_closure(v->sym);
	case OpTypeAddr: return type_addr(v->auxtype);
	case OpItabAddr: return itab_addr(v->auxtype, v->aux2);
	case OpPtrIndex: return ptr_index(v);
	case OpOffPtr: return off_ptr(v);
	case OpAddPtr: return add_ptr(v);
	case OpResultAddr: return cg.result_addr;
	case OpClosure: return cg.closure_ptr;
	case OpGetG: return g_ptr();
	}
	return NULL;
}

static void
param(Value *v)
{
	int first = cg.param_first[v->auxint];
	Flat *f = flat_of(v->type);
	LLVMValueRef *out = lv_new(v, f->n);
	for (int i = 0; i < f->n; i++)
		out[i] = cg.params[first + i];
}

bool
lower_composite(Value *v)
{
	switch (v->op) {
	case OpParam: param(v); return true;
	case OpConstNil: nil(v); return true;
	case OpConstString: string_value(v); return true;
	case OpCopy: case OpConvNop: case OpBitcast: select_part(v, 0); return true;
	case OpStringMake: case OpSliceMake: case OpIMake: case OpComplexMake: case OpStructMake: make(v); return true;
	case OpStringPtr: case OpSlicePtr: case OpITab: case OpComplexReal: select_part(v, 0); return true;
	case OpStringLen: case OpSliceLen: case OpIData: case OpComplexImag: select_part(v, 1); return true;
	case OpSliceCap: select_part(v, 2); return true;
	case OpStructSelect: select_part(v, field_first(v->args[0]->type, v->auxint)); return true;
	case OpTupleSelect: select_part(v, tuple_first(v->args[0]->type, v->auxint)); return true;
	case OpCondSelect: cond_select(v); return true;
	}
	LLVMValueRef x = address(v);
	if (x)
		lv_set1(v, x);
	return x != NULL;
}
