/* float.c - floats: equality, hash, print. Linked when the program has descriptors of float types or prints floats: panic.c refers
 * to the printing weakly, since only then a panic's value can be one.
 *
 * Printing gives the shortest decimal that reads back as the same value, in the form of strconv's
 * 'g' with precision -1. Steele and White's free-format algorithm (PLDI 1990) in plain big integers: small, not fast. The
 * numbers are static: whoever prints holds the print lock. */
#include "runtime.h"
#include "hash.h"

u64 runtime_f32hash(const void *p, u64 seed) SYM(f32hash);
u64 runtime_f64hash(const void *p, u64 seed) SYM(f64hash);
u64 runtime_c64hash(const void *p, u64 seed) SYM(c64hash);
u64 runtime_c128hash(const void *p, u64 seed) SYM(c128hash);
bool runtime_f32equal(const float *a, const float *b) SYM(f32equal);
bool runtime_f64equal(const double *a, const double *b) SYM(f64equal);
bool runtime_c64equal(const float *a, const float *b) SYM(c64equal);
bool runtime_c128equal(const double *a, const double *b) SYM(c128equal);

enum { WORDS = 38 };
typedef struct Big { u32 w[WORDS]; } Big;
static Big r, s, hi, lo;                             /* value = r/s; half the gaps to the neighbours: hi/s, lo/s */

static void
set(Big *b, u64 v)
{
	runtime_memclr(b, sizeof *b);
	b->w[0] = v;
	b->w[1] = v >> 32;
}

static void
mul(Big *b, u32 m)
{
	u64 carry = 0;
	i32 i;

	for (i = 0; i < WORDS; i++) {
		carry += (u64)b->w[i] * m;
		b->w[i] = carry;
		carry >>= 32;
	}
}

static void
shift(Big *b, i32 n)
{
	for (; n > 0; n--)
		mul(b, 2);
}

/* a + b compared with c */
static i32
cmpsum(const Big *a, const Big *b, const Big *c)
{
	static Big total;
	Big *sum = &total;
	u64 carry = 0;
	i32 i;

	for (i = 0; i < WORDS; i++) {
		carry += (u64)a->w[i] + (b ? b->w[i] : 0);
		sum->w[i] = carry;
		carry >>= 32;
	}
	for (i = WORDS; i-- > 0;)
		if (sum->w[i] != c->w[i])
			return sum->w[i] < c->w[i] ? -1 : 1;
	return 0;
}

static void
sub(Big *a, const Big *b)
{
	i64 borrow = 0;
	i32 i;

	for (i = 0; i < WORDS; i++) {
		borrow += (i64)a->w[i] - b->w[i];
		a->w[i] = borrow;
		borrow >>= 32;
	}
}

/* Digits of mant * 2^exp, whose neighbour below is at half the distance when `edge`; *point: the place of the decimal point. */
static i32
digits(u8 *out, u64 mant, i32 exp, bool edge, i32 *point)
{
	i32 even = (mant & 1) == 0, k = 0, n = 0, d;
	bool low, high;

	set(&r, mant);
	set(&s, 1);
	set(&hi, 1);
	set(&lo, 1);
	shift(&r, (exp > 0 ? exp : 0) + 1 + edge);
	shift(&s, (exp < 0 ? -exp : 0) + 1 + edge);
	shift(&hi, (exp > 0 ? exp : 0) + edge);
	shift(&lo, exp > 0 ? exp : 0);
	for (; cmpsum(&r, &hi, &s) >= 1 - even; k++)
		mul(&s, 10);
	for (;;) {
		mul(&r, 10);
		mul(&hi, 10);
		mul(&lo, 10);
		if (n == 0 && cmpsum(&r, &hi, &s) < 1 - even) {
			k--;
			continue;
		}
		for (d = 0; cmpsum(&r, 0, &s) >= 0; d++)
			sub(&r, &s);
		low = cmpsum(&r, 0, &lo) < even;
		high = cmpsum(&r, &hi, &s) >= 1 - even;
		if (low || high)
			break;
		out[n++] = '0' + d;
	}
	if (high && (!low || cmpsum(&r, &r, &s) >= 0))
		d++;
	out[n++] = '0' + d;
	*point = k;
	return n;
}

static void
exponent(i32 e)
{
	prints(e < 0 ? "e-" : "e+");
	e = e < 0 ? -e : e;
	if (e < 10)
		prints("0");
	runtime_printint(e);
}

static void
layout(const u8 *dig, i32 n, i32 point)
{
	if (point - 1 < -4 || point - 1 >= 6) {
		runtime_printstring(dig, 1);
		if (n > 1)
			prints(".");
		runtime_printstring(dig + 1, n - 1);
		exponent(point - 1);
		return;
	}
	if (point <= 0)
		prints("0.");
	for (; point < 0; point++)
		prints("0");
	runtime_printstring(dig, point < n ? point : n);
	for (; point > n; point--)
		prints("0");
	if (point > 0 && point < n)
		prints(".");
	if (point < n)
		runtime_printstring(dig + point, n - point);
}

/* mbits: of the mantissa; v's bits in the format that has them. */
static COLD void
print(u64 bits, i32 mbits, i32 ebits)
{
	u64 mant = bits & ((1ull << mbits) - 1);
	i32 exp = bits >> mbits & ((1 << ebits) - 1), bias = (1 << (ebits - 1)) - 1, point, n;
	bool neg = bits >> (mbits + ebits) & 1;
	u8 dig[20];

	if (exp == (1 << ebits) - 1) {
		prints(mant ? "NaN" : neg ? "-Inf" : "+Inf");
		return;
	}
	if (neg)
		prints("-");
	if (exp == 0 && mant == 0) {
		prints("0");
		return;
	}
	n = exp > 1 && mant == 0;
	if (exp > 0)
		mant |= 1ull << mbits;
	else
		exp = 1;
	n = digits(dig, mant, exp - bias - mbits, n, &point);
	layout(dig, n, point);
}

void
runtime_printfloat(double v)
{
	u64 bits;

	__builtin_memcpy(&bits, &v, 8);
	print(bits, 52, 11);
}

void
runtime_printfloat32(float v)
{
	u32 bits;

	__builtin_memcpy(&bits, &v, 4);
	print(bits, 23, 8);
}

static void
imaginary(bool sign, void (*f)(void *), void *v)
{
	if (sign)
		prints("+");
	f(v);
	prints("i)");
}

static void f64(void *v) { runtime_printfloat(*(double *)v); }
static void f32(void *v) { runtime_printfloat32(*(float *)v); }

void
runtime_printcomplex(double re, double im)
{
	prints("(");
	runtime_printfloat(re);
	imaginary(!__builtin_signbit(im) && im - im == 0, f64, &im);
}

void
runtime_printcomplex64(float re, float im)
{
	prints("(");
	runtime_printfloat32(re);
	imaginary(!__builtin_signbit(im) && im - im == 0, f32, &im);
}

/* ---- equality and hash ---- */

u64
runtime_f64hash(const void *p, u64 seed)
{
	double f;
	u64 x;

	__builtin_memcpy(&f, p, 8);
	__builtin_memcpy(&x, p, 8);
	if (f == 0)
		x = 0;
	else if (f != f)
		x = fastrand64();
	return hash64(x, seed);
}

u64
runtime_f32hash(const void *p, u64 seed)
{
	float f;
	double d;

	__builtin_memcpy(&f, p, 4);
	d = f;
	return runtime_f64hash(&d, seed);
}

u64
runtime_c64hash(const void *p, u64 seed)
{
	return runtime_f32hash((const u8 *)p + 4, runtime_f32hash(p, seed));
}

u64
runtime_c128hash(const void *p, u64 seed)
{
	return runtime_f64hash((const u8 *)p + 8, runtime_f64hash(p, seed));
}

bool runtime_f32equal(const float *a, const float *b) { return *a == *b; }
bool runtime_f64equal(const double *a, const double *b) { return *a == *b; }
bool runtime_c64equal(const float *a, const float *b) { return a[0] == b[0] && a[1] == b[1]; }
bool runtime_c128equal(const double *a, const double *b) { return a[0] == b[0] && a[1] == b[1]; }
