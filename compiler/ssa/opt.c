/* opt.c - pass opt: rewrites value by value until nothing changes: constant folding, algebra, strength, comparisons, extracts of
 * what was just made, phis and selects with one outcome. Only rules that shrink or normalise: a constant operand goes right,
 * x - c becomes x + -c, constant indices become offsets. What needs memory is in cse.c, what needs ranges in prove.c; floats are folded
 * only where the result is exact by IEEE 754 for every operand.
 *
 * opt_fold.c folds operations on constants. */
#include "ssa/ssa.h"

static Value *cur;                           /* the value being rewritten: new operands go before it */
static int cur_at;                           /* its index in its block */

bool
is_int_const(Value *v)
{
	return v->op >= OpConst8 && v->op <= OpConst64;
}

/* Bytes of an integer op in groups of four (8, 16, 32, 64 bits) that begin at base. */
int
op_width(SsaOp op)
{
	if (op >= OpAdd8 && op <= OpCom64)
		return 1 << ((op - OpAdd8) % 4);
	if (op >= OpEq8 && op <= OpEq64)
		return 1 << (op - OpEq8);
	if (op >= OpNeq8 && op <= OpNeq64)
		return 1 << (op - OpNeq8);
	if (op >= OpLess8 && op <= OpLeq64u)
		return 1 << ((op - OpLess8) % 4);
	return 0;
}

/* The 8-bit member of op's family, or op itself. */
SsaOp
op_base(SsaOp op)
{
	int w = op_width(op);
	return w ? (SsaOp)(op - __builtin_ctz((unsigned)w)) : op;
}

static SsaOp
sized(SsaOp base, int width)
{
	return (SsaOp)(base + __builtin_ctz((unsigned)width));
}

static Value *
insert_value(SsaOp op, Type *t)
{
	Block *b = cur->block;
	Value *v = value_make(b->func, op, t, cur->pos);
	v->inl = cur->inl;
	v->block = b;
	vec_push(b->func->arena, &b->values, v);
	memmove(&b->values.v[cur_at + 1], &b->values.v[cur_at], sizeof(Value *) * (size_t)(b->values.n - 1 - cur_at));
	b->values.v[cur_at++] = v;
	return v;
}

static Value *
new_const(Type *t, int64_t i)
{
	Value *v = insert_value(const_op(t), t);
	v->auxint = const_norm(i, type_size(t));
	return v;
}

static bool
to_const(Value *v, int64_t i)
{
	value_to_const(v, i);
	return true;
}

static bool
to_copy(Value *v, Value *of)
{
	value_to_copy(v, of);
	return true;
}

static bool
to_unary(Value *v, SsaOp op, Value *a)
{
	value_reset(v, op);
	value_addarg(v, a);
	return true;
}

static bool
to_binary(Value *v, SsaOp op, Value *a, Value *b)
{
	value_reset(v, op);
	value_addarg(v, a);
	value_addarg(v, b);
	return true;
}

static bool
same(Value *a, Value *b)
{
	return a == b || (is_int_const(a) && a->op == b->op && a->auxint == b->auxint);
}

static uint64_t
zext(int64_t i, int w)
{
	return w == 8 ? (uint64_t)i : (uint64_t)i & (((uint64_t)1 << (8 * w)) - 1);
}

static bool
power_of_two(uint64_t n)
{
	return n && !(n & (n - 1));
}

/* arithmetic */

static bool
opt_add(Value *v, int w)
{
	Value *a = v->args[0], *b = v->args[1];
	if (is_int_const(b)) {
		if (b->auxint == 0)
			return to_copy(v, a);
		if (a->op == v->op && is_int_const(a->args[1]))
			return to_binary(v, v->op, a->args[0], new_const(v->type, a->args[1]->auxint + b->auxint));
	}
	if (a->op == sized(OpSub8, w) && same(a->args[1], b))
		return to_copy(v, a->args[0]);
	if (b->op == sized(OpSub8, w) && same(b->args[1], a))
		return to_copy(v, b->args[0]);
	if (b->op == sized(OpNeg8, w))
		return to_binary(v, sized(OpSub8, w), a, b->args[0]);
	return false;
}

static bool
opt_sub(Value *v, int w)
{
	Value *a = v->args[0], *b = v->args[1];
	if (same(a, b))
		return to_const(v, 0);
	if (is_int_const(b))
		return to_binary(v, sized(OpAdd8, w), a, new_const(v->type, (int64_t)(0 - (uint64_t)b->auxint)));
	if (is_int_const(a) && a->auxint == 0)
		return to_unary(v, sized(OpNeg8, w), b);
	if (a->op == sized(OpAdd8, w) && same(a->args[1], b))
		return to_copy(v, a->args[0]);
	if (a->op == sized(OpAdd8, w) && same(a->args[0], b))
		return to_copy(v, a->args[1]);
	return false;
}

static bool
opt_mul(Value *v, int w)
{
	Value *a = v->args[0], *b = v->args[1];
	if (!is_int_const(b))
		return false;
	uint64_t c = zext(b->auxint, w);
	if (c == 0)
		return to_const(v, 0);
	if (c == 1)
		return to_copy(v, a);
	if (b->auxint == -1)
		return to_unary(v, sized(OpNeg8, w), a);
	if (power_of_two(c))
		return to_binary(v, sized(OpLsh8, w), a, new_const(basic_type[T_UINT64], __builtin_ctzll(c)));
	if (a->op == v->op && is_int_const(a->args[1]))
		return to_binary(v, v->op, a->args[0], new_const(v->type, (int64_t)((uint64_t)a->args[1]->auxint * (uint64_t)b->auxint)));
	return false;
}

static bool
opt_divmod(Value *v, SsaOp base, int w)
{
	Value *a = v->args[0], *b = v->args[1];
	if (!is_int_const(b))
		return false;
	bool mod = base == OpMod8 || base == OpMod8u;
	uint64_t c = zext(b->auxint, w);
	if (c == 1)
		return mod ? to_const(v, 0) : to_copy(v, a);
	if (b->auxint == -1 && (base == OpDiv8 || base == OpMod8))
		return mod ? to_const(v, 0) : to_unary(v, sized(OpNeg8, w), a);
	if (!power_of_two(c))
		return false;
	if (base == OpDiv8u)
		return to_binary(v, sized(OpRsh8u, w), a, new_const(basic_type[T_UINT64], __builtin_ctzll(c)));
	if (base == OpMod8u)
		return to_binary(v, sized(OpAnd8, w), a, new_const(v->type, (int64_t)(c - 1)));
	return false;
}

static bool
opt_bits(Value *v, SsaOp base)
{
	Value *a = v->args[0], *b = v->args[1];
	if (same(a, b))
		return base == OpXor8 ? to_const(v, 0) : to_copy(v, a);
	if (!is_int_const(b))
		return false;
	if (b->auxint == 0)
		return base == OpAnd8 ? to_const(v, 0) : to_copy(v, a);
	if (b->auxint == -1) {
		if (base == OpAnd8)
			return to_copy(v, a);
		if (base == OpOr8)
			return to_const(v, -1);
		return to_unary(v, sized(OpCom8, op_width(v->op)), a);
	}
	if (a->op != v->op || !is_int_const(a->args[1]))
		return false;
	int64_t x = a->args[1]->auxint, y = b->auxint;
	return to_binary(v, v->op, a->args[0], new_const(v->type, base == OpAnd8 ? x & y : base == OpOr8 ? x | y : x ^ y));
}

static bool
opt_shift(Value *v, SsaOp base, int w)
{
	Value *a = v->args[0], *b = v->args[1];
	if (is_int_const(a) && a->auxint == 0)
		return to_const(v, 0);
	if (!is_int_const(b))
		return false;
	uint64_t n = zext(b->auxint, (int)type_size(b->type));
	if (n == 0)
		return to_copy(v, a);
	if (n >= (uint64_t)(8 * w)) {
		if (base != OpRsh8)
			return to_const(v, 0);
		if (n == (uint64_t)(8 * w - 1))
			return false;
		return to_binary(v, v->op, a, new_const(basic_type[T_UINT64], 8 * w - 1));
	}
	if (a->op == v->op && is_int_const(a->args[1])) {
		uint64_t m = zext(a->args[1]->auxint, (int)type_size(a->args[1]->type));
		if (m < 64)
			return to_binary(v, v->op, a->args[0], new_const(basic_type[T_UINT64], (int64_t)(m + n)));
	}
	return false;
}

static bool
opt_unary(Value *v, SsaOp base, int w)
{
	Value *a = v->args[0];
	if (a->op == v->op)
		return to_copy(v, a->args[0]);
	if (base == OpNeg8 && a->op == sized(OpSub8, w))
		return to_binary(v, a->op, a->args[1], a->args[0]);
	return false;
}

/* comparisons */

static bool
never_nil(Value *v)
{
	switch (v->op) {
	case OpAddr: case OpFuncAddr: case OpTypeAddr: case OpItabAddr: case OpLocal: case OpNew: case OpNewClosure: case OpResultAddr:
	case OpNilCheck: case OpClosure:
		return true;
	case OpOffPtr: case OpConvNop:
		return never_nil(v->args[0]);
	}
	return false;
}

static bool
opt_eq(Value *v, SsaOp base, int w)
{
	Value *a = v->args[0], *b = v->args[1];
	bool eq = base == OpEq8;
	if (same(a, b))
		return to_const(v, eq);
	if (is_int_const(b) && a->op == sized(OpAdd8, w) && is_int_const(a->args[1]))
		return to_binary(v, v->op, a->args[0], new_const(a->type, (int64_t)((uint64_t)b->auxint - (uint64_t)a->args[1]->auxint)));
	if (is_int_const(b) && b->auxint == 0 && a->op == sized(OpSub8, w))
		return to_binary(v, v->op, a->args[0], a->args[1]);
	return false;
}

static bool
opt_eqptr(Value *v)
{
	Value *a = v->args[0], *b = v->args[1];
	bool eq = v->op == OpEqPtr;
	if (a->op == OpConstNil && b->op != OpConstNil)
		return to_binary(v, v->op, b, a);
	if (a == b || (a->op == OpConstNil && b->op == OpConstNil))
		return to_const(v, eq);
	if (b->op == OpConstNil && never_nil(a))
		return to_const(v, !eq);
	if (a->op == OpTypeAddr && b->op == OpTypeAddr)
		return to_const(v, type_identical(a->auxtype, b->auxtype) == eq);
	return false;
}

static bool
opt_eqbool(Value *v)
{
	Value *a = v->args[0], *b = v->args[1];
	bool eq = v->op == OpEqB;
	if (a == b)
		return to_const(v, eq);
	if (b->op != OpConstBool)
		return false;
	if ((b->auxint != 0) == eq)
		return to_copy(v, a);
	return to_unary(v, OpNot, a);
}

static bool
opt_less(Value *v, SsaOp base, int w)
{
	Value *a = v->args[0], *b = v->args[1];
	bool less = base == OpLess8 || base == OpLess8u;
	if (same(a, b))
		return to_const(v, !less);
	if (base == OpLess8u && is_int_const(b)) {
		if (b->auxint == 0)
			return to_const(v, 0);
		if (b->auxint == 1)
			return to_binary(v, sized(OpEq8, w), a, new_const(a->type, 0));
	}
	if (base == OpLeq8u && is_int_const(a) && a->auxint == 0)
		return to_const(v, 1);
	return false;
}

/* !(a < b) is b <= a, for integers */
static bool
opt_not(Value *v)
{
	Value *a = v->args[0];
	SsaOp base = op_base(a->op);
	int w = op_width(a->op);
	switch (base) {
	case OpNot: return to_copy(v, a->args[0]);
	case OpEq8: return to_binary(v, sized(OpNeq8, w), a->args[0], a->args[1]);
	case OpNeq8: return to_binary(v, sized(OpEq8, w), a->args[0], a->args[1]);
	case OpLess8: return to_binary(v, sized(OpLeq8, w), a->args[1], a->args[0]);
	case OpLeq8: return to_binary(v, sized(OpLess8, w), a->args[1], a->args[0]);
	case OpLess8u: return to_binary(v, sized(OpLeq8u, w), a->args[1], a->args[0]);
	case OpLeq8u: return to_binary(v, sized(OpLess8u, w), a->args[1], a->args[0]);
	case OpEqPtr: return to_binary(v, OpNeqPtr, a->args[0], a->args[1]);
	case OpNeqPtr: return to_binary(v, OpEqPtr, a->args[0], a->args[1]);
	case OpEqB: return to_binary(v, OpNeqB, a->args[0], a->args[1]);
	case OpNeqB: return to_binary(v, OpEqB, a->args[0], a->args[1]);
	case OpEq32F: return to_binary(v, OpNeq32F, a->args[0], a->args[1]);
	case OpNeq32F: return to_binary(v, OpEq32F, a->args[0], a->args[1]);
	case OpEq64F: return to_binary(v, OpNeq64F, a->args[0], a->args[1]);
	case OpNeq64F: return to_binary(v, OpEq64F, a->args[0], a->args[1]);
	default: return false;
	}
}

/* extracts of what was just made */

static bool
opt_extract(Value *v, SsaOp maker, int field)
{
	Value *a = v->args[0];
	while (a->op == OpConvNop)
		a = a->args[0];
	if (a->op == maker && field < a->nargs)
		return to_copy(v, a->args[field]);
	if (a->op == OpConstNil) {
		if (type_is_float(v->type)) {
			value_reset(v, type_size(v->type) == 4 ? OpConst32F : OpConst64F);
			return true;
		}
		return to_const(v, 0);
	}
	return false;
}

static bool
opt_stringlen(Value *v)
{
	Value *a = v->args[0];
	while (a->op == OpConvNop)
		a = a->args[0];
	if (a->op == OpConstString)
		return to_const(v, (int64_t)a->str->n);
	return opt_extract(v, OpStringMake, 1);
}

static bool
opt_slicelen(Value *v, int field)
{
	Value *a = v->args[0];
	while (a->op == OpConvNop)
		a = a->args[0];
	if (a->op == OpMakeSlice)
		return to_copy(v, a->args[field - 1]);
	return opt_extract(v, OpSliceMake, field);
}

/* StructSelect of a StructMake; of a nil (zero) struct only for parts that value_to_const can make. */
static bool
opt_structselect(Value *v)
{
	return opt_extract(v, OpStructMake, (int)v->auxint);
}

static bool
opt_itab(Value *v)
{
	return opt_extract(v, OpIMake, 0);
}

/* addresses */

static bool
opt_offptr(Value *v)
{
	Value *a = v->args[0];
	if (a->op != OpOffPtr)
		return false;
	int64_t off = v->auxint + a->auxint;
	to_unary(v, OpOffPtr, a->args[0]);
	v->auxint = off;
	return true;
}

static bool
opt_ptrindex(Value *v)
{
	if (!is_int_const(v->args[1]))
		return false;
	int64_t off = v->args[1]->auxint * type_size(v->auxtype);
	to_unary(v, OpOffPtr, v->args[0]);
	v->auxint = off;
	return true;
}

static bool
opt_convnop(Value *v)
{
	Value *a = v->args[0];
	if (a->type == v->type || (a->type && type_identical(a->type, v->type)))
		return to_copy(v, a);
	if (a->op == OpConvNop)
		return to_unary(v, OpConvNop, a->args[0]);
	if (is_int_const(a) || a->op == OpConstBool) {
		int64_t c = a->auxint;
		return to_const(v, c);
	}
	if (a->op == OpConstNil) {
		value_reset(v, OpConstNil);
		return true;
	}
	return false;
}

/* A captured word never changes: a load of it from a closure made here is that word. */
static bool
opt_load(Value *v)
{
	Value *p = v->args[0];
	int64_t off = 0, at = 8;
	for (; p->op == OpOffPtr || p->op == OpConvNop || p->op == OpNilCheck || p->op == OpBitcast; p = p->args[0])
		off += p->op == OpOffPtr ? p->auxint : 0;
	if (p->op != OpNewClosure)
		return false;
	for (int k = 0; k < p->nargs; k++) {
		int64_t al = type_align(p->args[k]->type);
		at = (at + al - 1) / al * al;
		if (at == off && type_size(p->args[k]->type) == type_size(v->type)) {
			if (type_identical(p->args[k]->type, v->type))
				return to_copy(v, p->args[k]);
			return type_has_pointers(v->type) && type_under(v->type)->kind == type_under(p->args[k]->type)->kind && to_unary(v, OpConvNop, p->args[k]);
		}
		at += type_size(p->args[k]->type);
	}
	return false;
}

/* A boolean phi of constants and one select: nothing to gain here; only equal constants fold. */
static bool
opt_phi(Value *v)
{
	Value *first = v->args[0];
	for (int i = 1; i < v->nargs; i++) {
		Value *a = v->args[i];
		bool eq = a == first || (a->op == first->op && a->auxint == first->auxint && (is_int_const(a) || a->op == OpConstBool)) ||
			(a->op == OpConstNil && first->op == OpConstNil);
		if (!eq)
			return false;
	}
	if (is_int_const(first) || first->op == OpConstBool || first->op == OpConstNil) {
		/* a constant is no phi: it moves behind them, see reorder_phis */
		int64_t c = first->auxint;
		SsaOp op = first->op;
		value_reset(v, op);
		v->auxint = c;
		return true;
	}
	return false;                        /* copyelim takes those of one value */
}

static bool
opt_select(Value *v)
{
	if (v->args[0]->op == OpConstBool)
		return to_copy(v, v->args[0]->auxint ? v->args[1] : v->args[2]);
	if (v->args[1] == v->args[2])
		return to_copy(v, v->args[1]);
	return false;
}

/* Extensions of extensions, truncations of extensions. */
static bool
opt_width(Value *v)
{
	Value *a = v->args[0];
	int64_t to = type_size(v->type), from = type_size(a->type);
	if (to == from)
		return to_unary(v, OpConvNop, a);
	bool ext = a->op == OpSignExt || a->op == OpZeroExt;
	if (v->op == OpTrunc && (ext || a->op == OpTrunc)) {
		int64_t inner = type_size(a->args[0]->type);
		if (inner == to)
			return to_unary(v, OpConvNop, a->args[0]);
		return to_unary(v, inner > to ? OpTrunc : a->op, a->args[0]);
	}
	if (v->op == OpZeroExt && a->op == OpZeroExt)
		return to_unary(v, OpZeroExt, a->args[0]);
	if (v->op == OpSignExt && ext)
		return to_unary(v, a->op, a->args[0]);
	return false;
}

static bool
opt_int(Value *v, SsaOp base, int w)
{
	switch (base) {
	case OpAdd8: return opt_add(v, w);
	case OpSub8: return opt_sub(v, w);
	case OpMul8: return opt_mul(v, w);
	case OpDiv8: case OpDiv8u: case OpMod8: case OpMod8u: return opt_divmod(v, base, w);
	case OpAnd8: case OpOr8: case OpXor8: return opt_bits(v, base);
	case OpLsh8: case OpRsh8: case OpRsh8u: return opt_shift(v, base, w);
	case OpNeg8: case OpCom8: return opt_unary(v, base, w);
	case OpEq8: case OpNeq8: return opt_eq(v, base, w);
	case OpLess8: case OpLess8u: case OpLeq8: case OpLeq8u: return opt_less(v, base, w);
	default: return false;
	}
}

static bool
opt_value(Value *v)
{
	if (op_info[v->op].commutes && (is_int_const(v->args[0]) || v->args[0]->op == OpConstBool) && !is_int_const(v->args[1])) {
		Value *t = v->args[0];
		v->args[0] = v->args[1];
		v->args[1] = t;
	}
	if (op_info[v->op].pure && v->nargs > 0 && fold_const(v))
		return true;
	int w = op_width(v->op);
	if (w)
		return opt_int(v, op_base(v->op), w);
	switch (v->op) {
	case OpPhi: return opt_phi(v);
	case OpEqPtr: case OpNeqPtr: return opt_eqptr(v);
	case OpEqB: case OpNeqB: return opt_eqbool(v);
	case OpNot: return opt_not(v);
	case OpSignExt: case OpZeroExt: case OpTrunc: return opt_width(v);
	case OpConvNop: return opt_convnop(v);
	case OpStringPtr: return opt_extract(v, OpStringMake, 0);
	case OpStringLen: return opt_stringlen(v);
	case OpSlicePtr: return opt_extract(v, OpSliceMake, 0);
	case OpSliceLen: return opt_slicelen(v, 1);
	case OpSliceCap: return opt_slicelen(v, 2);
	case OpITab: return opt_itab(v);
	case OpIData: return opt_extract(v, OpIMake, 1);
	case OpComplexReal: return opt_extract(v, OpComplexMake, 0);
	case OpComplexImag: return opt_extract(v, OpComplexMake, 1);
	case OpStructSelect: return opt_structselect(v);
	case OpOffPtr: return opt_offptr(v);
	case OpPtrIndex: return opt_ptrindex(v);
	case OpCondSelect: return opt_select(v);
	case OpLoad: return opt_load(v);
	default: return false;
	}
}

/* Phis that became constants stand among phis: constants move behind. */
static void
reorder_phis(Block *b)
{
	int last = -1, n = 0, m = 0;
	for (int j = 0; j < b->values.n; j++)
		if (b->values.v[j]->op == OpPhi)
			last = j;
	if (last < 0)
		return;
	Value **rest = NEWN(scratch, Value *, last + 1);
	for (int j = 0; j <= last; j++) {
		Value *v = b->values.v[j];
		if (v->op == OpPhi)
			b->values.v[n++] = v;
		else
			rest[m++] = v;
	}
	memcpy(&b->values.v[n], rest, sizeof(Value *) * (size_t)m);
}

static bool
opt_block(Block *b)
{
	bool changed = false, phi_gone = false;
	for (int j = 0; j < b->values.n; j++) {
		Value *v = b->values.v[j];
		bool phi = v->op == OpPhi;
		for (int k = 0; k < v->nargs; k++)
			v->args[k] = skip_copies(v->args[k]);
		cur = v;
		cur_at = j;
		if (!opt_value(v))
			continue;
		changed = true;
		phi_gone |= phi && v->op != OpPhi;
		j = cur_at;
	}
	if (phi_gone)
		reorder_phis(b);
	return changed;
}

void
opt(Func *f)
{
	for (int round = 0; round < 20; round++) {
		bool changed = false;
		compute_rpo(f);
		for (int i = 0; i < f->nrpo; i++)
			changed |= opt_block(f->rpo[i]);
		if (!changed)
			break;
		copyelim(f);
	}
	deadcode(f);
}
