/* build_const.c - constants of the checker as values of their final type. */
#include "ssa/build.h"

static uint64_t
int_bits(const Const *c)
{
	int64_t i;
	uint64_t u;
	const Const *k = const_to_int(c);
	if (const_kind(k) == C_UNKNOWN)
		k = c;
	if (const_int64_val(k, &i))
		return (uint64_t)i;
	if (const_uint64_val(k, &u))
		return u;
	return (uint64_t)(int64_t)const_float64_val(c);
}

static Value *
float_const(B *b, Type *t, double d)
{
	bool single = type_size(t) == 4;
	Value *v = b_v0(b, single ? OpConst32F : OpConst64F, t);
	v->auxf = single ? (double)(float)d : d;
	return v;
}

static double
float_val(const Const *c, Type *t)
{
	const Const *f = const_to_float(c);
	if (const_kind(f) == C_UNKNOWN)
		f = c;
	return type_size(t) == 4 ? (double)const_float32_val(f) : const_float64_val(f);
}

static Value *
complex_const(B *b, const Const *c, Type *t)
{
	Type *part = basic_type[type_size(t) == 8 ? T_FLOAT32 : T_FLOAT64];
	const Const *z = const_to_complex(c);
	Value *re = float_const(b, part, float_val(const_real(z), part));
	Value *im = float_const(b, part, float_val(const_imag(z), part));
	return b_v2(b, OpComplexMake, t, re, im);
}

static Type *
concrete(Type *t)
{
	return type_is_untyped(type_under(t)) ? type_default(type_under(t)) : t;
}

Value *
b_constant(B *b, const Const *c, Type *t)
{
	t = concrete(t);
	Type *u = type_under(t);
	size_t n;
	if (type_is_string(u)) {
		const char *s = const_string_val(c, &n);
		Value *v = b_str(b, s, n);
		v->type = t;
		return v;
	}
	if (u->kind == T_BOOL)
		return b_const(b, t, const_bool_val(c));
	if (type_is_float(u))
		return float_const(b, t, float_val(c, u));
	if (type_is_complex(u))
		return complex_const(b, c, t);
	if (type_is_integer(u))
		return b_const(b, t, (int64_t)int_bits(c));
	if (u->kind == T_UNSAFEPTR || u->kind == T_POINTER)
		return b_v1(b, OpBitcast, t, b_const(b, basic_type[T_UINTPTR], (int64_t)int_bits(c)));
	if (u->kind == T_INTERFACE) {
		Type *d = const_kind(c) == C_STRING ? basic_type[T_STRING] : const_kind(c) == C_BOOL ? basic_type[T_BOOL] : basic_type[T_INT];
		return b_to_iface(b, b_constant(b, c, d), d, t, NULL);
	}
	fatal_at(b->pos, "build: constant of type %s", type_string(t, NULL));
}

static void
put(uint8_t *out, uint64_t v, int64_t n)
{
	for (int64_t i = 0; i < n; i++)
		out[i] = (uint8_t)(v >> (8 * i));
}

static void
put_float(uint8_t *out, double d, int64_t size)
{
	uint32_t w;
	uint64_t q;
	float f = (float)d;
	memcpy(&w, &f, 4);
	memcpy(&q, &d, 8);
	put(out, size == 4 ? w : q, size);
}

bool
const_bytes(const Const *c, Type *t, uint8_t *out)
{
	Type *u = type_under(concrete(t));
	int64_t n = type_size(u);
	if (u->kind == T_BOOL) {
		out[0] = const_bool_val(c);
		return true;
	}
	if (type_is_float(u)) {
		put_float(out, float_val(c, u), n);
		return true;
	}
	if (type_is_complex(u)) {
		Type *part = basic_type[n == 8 ? T_FLOAT32 : T_FLOAT64];
		const Const *z = const_to_complex(c);
		put_float(out, float_val(const_real(z), part), n / 2);
		put_float(out + n / 2, float_val(const_imag(z), part), n / 2);
		return true;
	}
	if (!type_is_integer(u) && u->kind != T_UNSAFEPTR)
		return false;
	put(out, int_bits(c), n);
	return true;
}
