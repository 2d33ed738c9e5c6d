/* build_intrinsic.c - functions of math, math/bits, sync/atomic and runtime that become operations. */
#include "ssa/build.h"

typedef Value *IntrinsicFn(B *b, Value **x, Type *t, int arg);
typedef struct Intrinsic { const char *pkg, *name; int nargs; IntrinsicFn *fn; int arg; } Intrinsic;

static Value *
unary(B *b, Value **x, Type *t, int op)
{
	return b_v1(b, (SsaOp)op, t, x[0]);
}

static Value *
binary(B *b, Value **x, Type *t, int op)
{
	return b_v2(b, (SsaOp)op, t, x[0], x[1]);
}

static Value *
ternary(B *b, Value **x, Type *t, int op)
{
	return b_v3(b, (SsaOp)op, t, x[0], x[1], x[2]);
}

/* An op on the argument's width, its result made an int. */
static Value *
count(B *b, Value **x, Type *t, int op)
{
	Value *v = b_v1(b, (SsaOp)op, x[0]->type, x[0]);
	return b_int_convert(b, v, x[0]->type, t);
}

static Value *
bit_len(B *b, Value **x, Type *t, int arg)
{
	(void)arg;
	Value *n = count(b, x, t, OpClz);
	return b_v2(b, OpSub64, t, b_int(b, type_size(x[0]->type) * 8), n);
}

static Value *
rotate(B *b, Value **x, Type *t, int arg)
{
	(void)arg;
	Value *k = b_int_convert(b, x[1], basic_type[T_INT], t);
	return b_v2(b, OpRotateLeft, t, x[0], k);
}

/* atomics: the address is checked, then the op */
static Value *
atomic_load(B *b, Value **x, Type *t, int arg)
{
	(void)arg;
	return b_v1(b, OpAtomicLoad, t, b_nilcheck(b, x[0]));
}

static Value *
atomic_store(B *b, Value **x, Type *t, int arg)
{
	(void)arg;
	(void)t;
	b_v2(b, OpAtomicStore, NULL, b_nilcheck(b, x[0]), x[1]);
	return NULL;
}

/* AtomicAdd gives the new value; Exchange, And and Or the old one */
static Value *
atomic_rmw(B *b, Value **x, Type *t, int op)
{
	return b_v2(b, (SsaOp)op, t, b_nilcheck(b, x[0]), x[1]);
}

static Value *
atomic_cas(B *b, Value **x, Type *t, int arg)
{
	(void)arg;
	return b_v3(b, OpAtomicCAS, t, b_nilcheck(b, x[0]), x[1], x[2]);
}

static Value *
keep_alive(B *b, Value **x, Type *t, int arg)
{
	(void)t;
	(void)arg;
	b_v1(b, OpKeepReachable, NULL, b_v1(b, OpIData, basic_type[T_UNSAFEPTR], x[0]));
	return NULL;
}

static Value *
nullary(B *b, Value **x, Type *t, int op)
{
	(void)x;
	return b_v0(b, (SsaOp)op, t);
}

#define ATOMIC(T) \
	{ "sync/atomic", "Load" T, 1, atomic_load, 0 }, { "sync/atomic", "Store" T, 2, atomic_store, 0 }, \
	{ "sync/atomic", "Swap" T, 2, atomic_rmw, OpAtomicExchange }, { "sync/atomic", "CompareAndSwap" T, 3, atomic_cas, 0 }
#define ATOMIC_INT(T) ATOMIC(T), { "sync/atomic", "Add" T, 2, atomic_rmw, OpAtomicAdd }, \
	{ "sync/atomic", "And" T, 2, atomic_rmw, OpAtomicAnd }, { "sync/atomic", "Or" T, 2, atomic_rmw, OpAtomicOr }

static const Intrinsic table[] = {
	{ "math", "Sqrt", 1, unary, OpSqrt }, { "math", "sqrt", 1, unary, OpSqrt },
	{ "math", "Abs", 1, unary, OpAbs }, { "math", "Copysign", 2, binary, OpCopysign },
	{ "math", "Float64bits", 1, unary, OpBitcast }, { "math", "Float64frombits", 1, unary, OpBitcast },
	{ "math", "Float32bits", 1, unary, OpBitcast }, { "math", "Float32frombits", 1, unary, OpBitcast },
	{ "math/bits", "TrailingZeros", 1, count, OpCtz }, { "math/bits", "TrailingZeros64", 1, count, OpCtz },
	{ "math/bits", "TrailingZeros32", 1, count, OpCtz }, { "math/bits", "TrailingZeros16", 1, count, OpCtz },
	{ "math/bits", "TrailingZeros8", 1, count, OpCtz },
	{ "math/bits", "LeadingZeros", 1, count, OpClz }, { "math/bits", "LeadingZeros64", 1, count, OpClz },
	{ "math/bits", "LeadingZeros32", 1, count, OpClz }, { "math/bits", "LeadingZeros16", 1, count, OpClz },
	{ "math/bits", "LeadingZeros8", 1, count, OpClz },
	{ "math/bits", "Len", 1, bit_len, 0 }, { "math/bits", "Len64", 1, bit_len, 0 }, { "math/bits", "Len32", 1, bit_len, 0 },
	{ "math/bits", "Len16", 1, bit_len, 0 }, { "math/bits", "Len8", 1, bit_len, 0 },
	{ "math/bits", "OnesCount", 1, count, OpPopCount }, { "math/bits", "OnesCount64", 1, count, OpPopCount },
	{ "math/bits", "OnesCount32", 1, count, OpPopCount }, { "math/bits", "OnesCount16", 1, count, OpPopCount },
	{ "math/bits", "OnesCount8", 1, count, OpPopCount },
	{ "math/bits", "ReverseBytes", 1, unary, OpBswap }, { "math/bits", "ReverseBytes64", 1, unary, OpBswap },
	{ "math/bits", "ReverseBytes32", 1, unary, OpBswap }, { "math/bits", "ReverseBytes16", 1, unary, OpBswap },
	{ "math/bits", "Reverse", 1, unary, OpBitReverse }, { "math/bits", "Reverse64", 1, unary, OpBitReverse },
	{ "math/bits", "Reverse32", 1, unary, OpBitReverse }, { "math/bits", "Reverse16", 1, unary, OpBitReverse },
	{ "math/bits", "Reverse8", 1, unary, OpBitReverse },
	{ "math/bits", "RotateLeft", 2, rotate, 0 }, { "math/bits", "RotateLeft64", 2, rotate, 0 },
	{ "math/bits", "RotateLeft32", 2, rotate, 0 }, { "math/bits", "RotateLeft16", 2, rotate, 0 },
	{ "math/bits", "RotateLeft8", 2, rotate, 0 },
	ATOMIC_INT("Int32"), ATOMIC_INT("Int64"), ATOMIC_INT("Uint32"), ATOMIC_INT("Uint64"), ATOMIC_INT("Uintptr"),
	ATOMIC("Pointer"),
	{ "runtime", "KeepAlive", 1, keep_alive, 0 },
	{ "runtime", "getcallerpc", 0, nullary, OpGetCallerPC }, { "runtime", "getcallersp", 0, nullary, OpGetCallerSP },
	{ "runtime", "getg", 0, nullary, OpGetG },
};

/* One instruction on arm64; on amd64 only with SSE4.1 and FMA3, which are not assumed. */
static const Intrinsic arm64_table[] = {
	{ "math", "Floor", 1, unary, OpFloor }, { "math", "Ceil", 1, unary, OpCeil }, { "math", "Trunc", 1, unary, OpTruncF },
	{ "math", "RoundToEven", 1, unary, OpRoundToEven }, { "math", "FMA", 3, ternary, OpFMA },
};

static const Intrinsic *
find_in(const Intrinsic *t, size_t n, const char *pkg, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (!strcmp(t[i].name, name) && !strcmp(t[i].pkg, pkg))
			return &t[i];
	return NULL;
}

static const Intrinsic *
find(const char *pkg, const char *name)
{
	const Intrinsic *i = find_in(table, NELEM(table), pkg, name);
	return i || !ssa_conf.arm64 ? i : find_in(arm64_table, NELEM(arm64_table), pkg, name);
}

/* Two results: Mul64 (hi, lo), Add64 (sum, carry), Sub64 (difference, borrow). */
static bool
two_results(B *b, const char *name, Value **x, Type *t, ValueList *out)
{
	Value *r0, *r1;
	if (!strcmp(name, "Mul64") || !strcmp(name, "Mul")) {
		r0 = b_v2(b, OpMul64uhi, t, x[0], x[1]);
		r1 = b_v2(b, OpMul64, t, x[0], x[1]);
	} else if (!strcmp(name, "Add64") || !strcmp(name, "Add")) {
		r0 = b_v2(b, OpAdd64, t, b_v2(b, OpAdd64, t, x[0], x[1]), x[2]);
		r1 = b_v3(b, OpAdd64c, t, x[0], x[1], x[2]);
	} else {
		r0 = b_v2(b, OpSub64, t, b_v2(b, OpSub64, t, x[0], x[1]), x[2]);
		r1 = b_v3(b, OpSub64b, t, x[0], x[1], x[2]);
	}
	vec_push(permanent, out, r0);
	vec_push(permanent, out, r1);
	return true;
}

static bool
is_two(const char *pkg, const char *name)
{
	static const char *const names[] = { "Mul64", "Mul", "Add64", "Add", "Sub64", "Sub" };
	if (strcmp(pkg, "math/bits"))
		return false;
	for (size_t i = 0; i < NELEM(names); i++)
		if (!strcmp(names[i], name))
			return true;
	return false;
}

static void
eval_args(B *b, Expr *call, Type *sig, Value **x)
{
	for (int i = 0; i < call->list.n; i++)
		x[i] = b_expr_to(b, call->list.v[i], unalias(sig->params->vars.v[i]->type));
	b->pos = call->pos;
}

bool
b_intrinsic(B *b, Object *f, Expr *call, ValueList *out)
{
	if (!f->pkg || f->type->recv || f->type->tparams.n || !f->pkg->is_std)
		return false;
	const char *pkg = f->pkg->path->s;
	int np = f->type->params->vars.n;
	if (np > 3 || call->list.n != np || call->dots)
		return false;
	Value *x[3];
	if (is_two(pkg, f->name->s)) {
		eval_args(b, call, f->type, x);
		return two_results(b, f->name->s, x, unalias(f->type->results->vars.v[0]->type), out);
	}
	const Intrinsic *in = find(pkg, f->name->s);
	if (!in || in->nargs != np)
		return false;
	eval_args(b, call, f->type, x);
	Type *t = f->type->results->vars.n ? unalias(f->type->results->vars.v[0]->type) : NULL;
	Value *v = in->fn(b, x, t, in->arg);
	if (v)
		vec_push(permanent, out, v);
	return true;
}
