/* lower_mem.c - loads, stores, allocation, checks of pointers and indices, atomics.
 *
 * Loads and stores of values with several scalars are one access a scalar. TBAA: each access carries the class of its scalar;
 * the words of string, slice and interface headers have classes of their own, so that storing elements does not make
 * headers be loaded again. Code that comes from a package importing unsafe carries none, and may be unaligned. */
#include "codegen/cg.h"

static LLVMValueRef
at_offset(LLVMValueRef p, int64_t off)
{
	LLVMValueRef i = const_i64(off);
	return off == 0 ? p : LLVMBuildInBoundsGEP2(cg.b, cg.i8, p, &i, 1, "");
}

static void
set_tag(LLVMValueRef access, TbaaTag tag)
{
	if (tag)
		LLVMSetMetadata(access, cg.md_tbaa, LLVMMetadataAsValue(cg.ctx, cg.tbaa[tag]));
}

static unsigned
natural_align(LLVMTypeRef t)
{
	return t == cg.i1 ? 1 : (unsigned)LLVMABIAlignmentOfType(cg.td, t);
}

static bool
is_length(TbaaTag t)
{
	return t == TBAA_STR_LEN || t == TBAA_SLICE_LEN || t == TBAA_SLICE_CAP;
}

static LLVMValueRef
load_scalar(Scalar *s, LLVMValueRef addr, bool safe)
{
	bool b = s->ty == cg.i1;
	LLVMValueRef x = LLVMBuildLoad2(cg.b, b ? cg.i8 : s->ty, at_offset(addr, s->off), "");
	LLVMSetAlignment(x, safe ? natural_align(s->ty) : 1);
	if (safe) {
		set_tag(x, s->tag);
		if (b || is_length(s->tag))
			LLVMSetMetadata(x, cg.md_range, LLVMMetadataAsValue(cg.ctx, b ? cg.md_bool_range : cg.md_len_range));
	}
	return b ? LLVMBuildTrunc(cg.b, x, cg.i1, "") : x;
}

static void
store_scalar(Scalar *s, LLVMValueRef addr, bool safe, LLVMValueRef x)
{
	if (s->ty == cg.i1)
		x = LLVMBuildZExt(cg.b, x, cg.i8, "");
	LLVMValueRef st = LLVMBuildStore(cg.b, x, at_offset(addr, s->off));
	LLVMSetAlignment(st, safe ? natural_align(s->ty) : 1);
	if (safe)
		set_tag(st, s->tag);
}

void
load_scalars(Flat *f, LLVMValueRef addr, bool safe, LLVMValueRef *out)
{
	for (int i = 0; i < f->n; i++)
		out[i] = load_scalar(&f->s[i], addr, safe);
}

void
store_scalars(Flat *f, LLVMValueRef addr, bool safe, LLVMValueRef *in)
{
	for (int i = 0; i < f->n; i++)
		store_scalar(&f->s[i], addr, safe, coerce(in[i], f->s[i].ty));
}

static void
load(Value *v, int64_t off)
{
	Flat *f = flat_of(v->type);
	if (f->mem)
		fatal("codegen: v%d of %s loads a value of type %s", v->id, cg.fn->name, type_string(v->type, NULL));
	load_scalars(f, at_offset(coerce(lv1(v->args[0]), cg.ptr), off), !v->unsafe_origin, lv_new(v, f->n));
}

static void
store(Value *v, int64_t off)
{
	Flat *f = flat_of(v->args[1]->type);
	store_scalars(f, at_offset(coerce(lv1(v->args[0]), cg.ptr), off), !v->unsafe_origin, lv(v->args[1]));
}

/* Opens the block that runs only while the collector marks; barrier_end() closes it. The flag is read by a volatile load:
 * no load that comes before it in the program moves behind it, so that what a store overwrites is either still in its slot
 * when marking starts or on this goroutine's stack (runtime/README.md, "The barrier"). */
static LLVMBasicBlockRef
barrier_begin(void)
{
	LLVMValueRef flag = LLVMGetNamedGlobal(cg.mod, "runtime.writeBarrier");
	LLVMBasicBlockRef slow, join;
	if (!flag)
		flag = not_preempted(LLVMAddGlobal(cg.mod, cg.i32, "runtime.writeBarrier"));
	LLVMValueRef on = LLVMBuildLoad2(cg.b, cg.i32, flag, "");
	LLVMSetVolatile(on, true);
	cold_branch(LLVMBuildICmp(cg.b, LLVMIntNE, on, LLVMConstNull(cg.i32), ""), &slow);
	join = cg.cur;
	bb_enter(slow);
	return join;
}

static void
barrier_end(LLVMBasicBlockRef join)
{
	LLVMBuildBr(cg.b, join);
	bb_enter(join);
}

static bool
needs_barrier(Scalar *s)
{
	return s->isptr && s->tag != TBAA_IFACE_TAB;
}

static void
store_wb(Value *v)
{
	Flat *f = flat_of(v->args[1]->type);
	LLVMValueRef addr = coerce(lv1(v->args[0]), cg.ptr);
	LLVMBasicBlockRef join = barrier_begin();
	for (int i = 0; i < f->n; i++) {
		if (!needs_barrier(&f->s[i]))
			continue;
		LLVMValueRef slot = at_offset(addr, f->s[i].off);
		rt_call(RT_wbslot, &slot, 1);
	}
	barrier_end(join);
	store(v, 0);
}

static unsigned
block_align(Value *v)
{
	int64_t a = v->unsafe_origin ? 1 : type_align(v->auxtype);
	return (unsigned)(a < 1 ? 1 : a);
}

static bool
whole_object(Value *p, int64_t n)
{
	return (p->op == OpLocal || p->op == OpNew) && type_size(p->auxtype) == n;
}

/* Slices converted to array pointers show arrays at any place of a larger one: *(*[8]T)(s[1:]) = *(*[8]T)(s). */
static bool
may_overlap(Value *v, int64_t n)
{
	Type *t = type_under(v->auxtype);
	return t->kind == T_ARRAY && t->len > 1 && !whole_object(v->args[0], n) && !whole_object(v->args[1], n);
}

static void
move(Value *v)
{
	int64_t n = type_size(v->auxtype);
	unsigned a = block_align(v);
	LLVMValueRef d = lv1(v->args[0]), s = lv1(v->args[1]);
	if (n == 0 || d == s)
		return;
	if (may_overlap(v, n))
		LLVMBuildMemMove(cg.b, d, a, s, a, const_i64(n));
	else
		LLVMBuildMemCpy(cg.b, d, a, s, a, const_i64(n));
}

static void
clear(LLVMValueRef p, int64_t n, unsigned align)
{
	if (n > 0)
		LLVMBuildMemSet(cg.b, p, LLVMConstNull(cg.i8), const_i64(n), align);
}

/* An array is its elements: their pointer bits repeat, and those of a large array would be a sixty-fourth of its size. */
static Type *
repeated(Type *t, int64_t *n)
{
	for (*n = 1; type_under(t)->kind == T_ARRAY; t = unalias(type_under(t)->elem))
		*n *= type_under(t)->len;
	return t;
}

/* n values of the aux type at p are about to be overwritten. */
static void
barrier_typed(Value *v, LLVMValueRef p, LLVMValueRef n)
{
	int64_t len;
	Type *t = repeated(v->auxtype, &len);
	LLVMValueRef a[3] = { gc_type_of(t), p, len == 1 ? n : LLVMBuildMul(cg.b, n, const_i64(len), "") };
	LLVMBasicBlockRef join = barrier_begin();
	rt_call(RT_wbtyped, a, 3);
	barrier_end(join);
}

static void
mem_move(Value *v)
{
	LLVMValueRef n = LLVMBuildMul(cg.b, coerce(lv1(v->args[2]), cg.i64), const_i64(type_size(v->auxtype)), "");
	unsigned a = block_align(v);
	LLVMBuildMemMove(cg.b, lv1(v->args[0]), a, lv1(v->args[1]), a, n);
}

/* All variables without a size have one address. */
LLVMValueRef
zero_base(void)
{
	LLVMValueRef g = LLVMGetNamedGlobal(cg.mod, "runtime.zerobase");
	return g ? g : not_preempted(LLVMAddGlobal(cg.mod, cg.i64, "runtime.zerobase"));
}

/* zeroed memory of the frame, `at` the point where Go makes the variable */
static LLVMValueRef
frame_zeroed(int64_t size, int64_t align)
{
	LLVMValueRef a = entry_alloca(NULL, size > 0 ? size : 1, align);
	clear(a, size, (unsigned)(align < 1 ? 1 : align));
	return a;
}

/* zeroed heap memory of a size known here; gctype NULL: no pointers */
static LLVMValueRef
heap_zeroed(int64_t size, LLVMValueRef gctype)
{
	LLVMValueRef a[3] = { const_i64(size), gctype ? gctype : LLVMConstNull(cg.ptr), LLVMConstInt(cg.i1, 1, false) };
	return rt_call(RT_mallocgc, a, 3);
}

static LLVMValueRef
new_object(Value *v)
{
	Type *t = v->auxtype;
	if (type_size(t) == 0)
		return zero_base();
	if (v->stack)
		return frame_zeroed(type_size(t), type_align(t));
	int64_t n;
	return heap_zeroed(type_size(t), type_has_pointers(t) ? gc_type_of(repeated(t, &n)) : NULL);
}

static LLVMValueRef
new_closure(Value *v)
{
	if (v->nargs == 0)
		return static_closure(v->sym);
	Object *fields[64];
	Object **fv = v->nargs < 64 ? fields : NEWN(cg.fn->arena, Object *, v->nargs + 1);
	fv[0] = var_new(NOPOS, NULL, str_lit("F"), basic_type[T_UINTPTR]);
	for (int i = 0; i < v->nargs; i++)
		fv[i + 1] = var_new(NOPOS, NULL, str_fmt("X%d", i), v->args[i]->type);
	Type *t = type_struct(fv, v->nargs + 1, NULL);
	int64_t size = type_size(t);
	LLVMValueRef p = v->stack || v->auxint ? entry_alloca(NULL, size, 8)
	    : heap_zeroed(size, type_has_pointers(t) ? gc_type_of(t) : NULL);
	LLVMBuildStore(cg.b, func_value(v->sym), p);
	for (int i = 0; i < v->nargs; i++)
		store_scalars(flat_of(v->args[i]->type), at_offset(p, field_offset(t, i + 1)), true, lv(v->args[i]));
	return p;
}

static bool
const_slice(LLVMValueRef len, LLVMValueRef cap, int64_t elem, int64_t *bytes)
{
	if (!LLVMIsAConstantInt(len) || !LLVMIsAConstantInt(cap))
		return false;
	int64_t n = LLVMConstIntGetSExtValue(len), c = LLVMConstIntGetSExtValue(cap);
	if (n < 0 || n > c || c > 1 << 30 || (elem > 0 && c > (1 << 30) / elem))
		return false;
	*bytes = c * elem;
	return true;
}

static void
make_slice(Value *v)
{
	Type *elem = v->auxtype;
	LLVMValueRef *out = lv_new(v, 3), len = coerce(lv1(v->args[0]), cg.i64), cap = coerce(lv1(v->args[1]), cg.i64);
	int64_t bytes;
	bool known = const_slice(len, cap, type_size(elem), &bytes);
	out[1] = len;
	out[2] = cap;
	if (v->stack || v->auxint) {
		if (!known && LLVMIsAConstantInt(cap)) {
			bytes = LLVMConstIntGetSExtValue(cap) * type_size(elem);
			known = true;
		}
		if (!known)
			fatal("codegen: MakeSlice v%d of %s on the frame without a constant capacity", v->id, cg.fn->name);
		out[0] = frame_zeroed(bytes, type_align(elem));
	} else if (known && !type_has_pointers(elem)) {
		out[0] = heap_zeroed(bytes, NULL);
	} else {
		LLVMValueRef a[3] = { gc_type_of(elem), len, cap };
		out[0] = rt_call(RT_makeslice, a, 3);
	}
}

static void
nil_check(Value *v)
{
	LLVMValueRef p = lv1(v->args[0]);
	if (!v->bounded) {
		LLVMBasicBlockRef bad, good;
		LLVMValueRef br = cold_branch(LLVMBuildIsNull(cg.b, p, ""), &bad);
		LLVMSetMetadata(br, cg.md_implicit, LLVMMetadataAsValue(cg.ctx, LLVMMDNodeInContext2(cg.ctx, NULL, 0)));
		good = cg.cur;
		bb_enter(bad);
		rt_call(RT_panicnil, NULL, 0);
		LLVMBuildUnreachable(cg.b);
		bb_enter(good);
	}
	if (v->type)
		lv_set1(v, p);
	else
		v->llvm = NULL;
}

static LLVMValueRef
to_i64(Value *v)
{
	LLVMValueRef x = lv1(v);
	if (LLVMTypeOf(x) == cg.i64)
		return x;
	return type_is_unsigned(v->type) ? LLVMBuildZExt(cg.b, x, cg.i64, "") : LLVMBuildSExt(cg.b, x, cg.i64, "");
}

static void
bounds_check(Value *v)
{
	LLVMValueRef i = to_i64(v->args[0]), n = to_i64(v->args[1]);
	if (!v->bounded) {
		LLVMIntPredicate bad_when = v->auxint == BOUNDS_INDEX ? LLVMIntUGE : LLVMIntUGT;
		LLVMBasicBlockRef bad, good;
		cold_branch(LLVMBuildICmp(cg.b, bad_when, i, n, ""), &bad);
		good = cg.cur;
		bb_enter(bad);
		LLVMValueRef a[4] = { i, LLVMConstInt(cg.i1, !type_is_unsigned(v->args[0]->type), false), n,
			LLVMConstInt(cg.i8, (unsigned long long)v->auxint, false) };
		rt_call(RT_panicBounds, a, 4);
		LLVMBuildUnreachable(cg.b);
		bb_enter(good);
	}
	lv_set1(v, i);
}

static LLVMValueRef
local(Type *t)
{
	return type_size(t) == 0 ? zero_base() : entry_alloca(NULL, type_size(t), type_align(t));
}

bool
lower_mem(Value *v)
{
	switch (v->op) {
	case OpLocal: lv_set1(v, local(v->auxtype)); break;
	case OpNew: lv_set1(v, new_object(v)); break;
	case OpNewClosure: lv_set1(v, new_closure(v)); break;
	case OpMakeSlice: make_slice(v); break;
	case OpLoad: load(v, 0); break;
	case OpLoadOff: load(v, v->auxint); break;
	case OpStore: store(v, 0); break;
	case OpStoreOff: store(v, v->auxint); break;
	case OpStoreWB: store_wb(v); break;
	case OpMove: move(v); break;
	case OpMoveWB: barrier_typed(v, lv1(v->args[0]), const_i64(1)); move(v); break;
	case OpZeroWB: barrier_typed(v, lv1(v->args[0]), const_i64(1)); /* FALLTHROUGH */
	case OpZero: clear(lv1(v->args[0]), type_size(v->auxtype), block_align(v)); break;
	case OpMemmoveWB: barrier_typed(v, lv1(v->args[0]), coerce(lv1(v->args[2]), cg.i64)); /* FALLTHROUGH */
	case OpMemmove: mem_move(v); break;
	case OpNilCheck: nil_check(v); break;
	case OpBoundsCheck: bounds_check(v); break;
	default: return false;
	}
	return true;
}
