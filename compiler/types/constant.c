/* constant.c - making constants, reading literals, taking values out, and conversions between kinds.
 *
 * Follows the value model of package go/constant: what is representable, when a float counts as an integer, how values
 * print in messages. Values are immutable; GMP's memory is never given back. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include "types/const_impl.h"

Const const_unknown = { .kind = C_UNKNOWN };

Const *
const_new(ConstKind k, NumRep r)
{
	Const *c = NEW(permanent, Const);
	c->kind = k;
	c->rep = r;
	return c;
}

void
constants_init(void)
{
	mpfr_set_emax((mpfr_exp_t)INT32_MAX + 64);
	mpfr_set_emin((mpfr_exp_t)INT32_MIN - 64);
}

ConstKind const_kind(const Const *c) { return c->kind; }

Const *
const_bool(bool b)
{
	static Const values[2] = { { .kind = C_BOOL, .b = false }, { .kind = C_BOOL, .b = true } };
	return &values[b];
}

Const *
const_string(const char *s, size_t n)
{
	Const *c = const_new(C_STRING, 0);
	c->str.s = s;
	c->str.n = n;
	return c;
}

Const *
const_int(int64_t i)
{
	static Const *cache[258];
	bool small = i >= -1 && i <= 256;
	if (small && cache[i + 1])
		return cache[i + 1];
	Const *c = const_new(C_INT, R_SMALL);
	c->i = i;
	if (small)
		cache[i + 1] = c;
	return c;
}

Const *
const_from_mpz(mpz_t z)
{
	if (mpz_fits_slong_p(z)) {
		Const *c = const_int(mpz_get_si(z));
		mpz_clear(z);
		return c;
	}
	Const *c = const_new(C_INT, R_BIG);
	*c->z = *z;
	return c;
}

static bool
small_mpz(const mpz_t z)
{
	return mpz_sizeinbase(z, 2) < MAXEXP;
}

static bool
small_mpfr(const mpfr_t f)
{
	if (mpfr_zero_p(f))
		return true;
	return mpfr_number_p(f) && mpfr_get_exp(f) > -MAXEXP && mpfr_get_exp(f) < MAXEXP;
}

Const *
const_from_mpq(mpq_t q)
{
	if (small_mpz(mpq_numref(q)) && small_mpz(mpq_denref(q))) {
		Const *c = const_new(C_FLOAT, R_RAT);
		*c->q = *q;
		return c;
	}
	mpfr_t f;
	mpfr_init2(f, PREC);
	mpfr_set_q(f, q, MPFR_RNDN);
	mpq_clear(q);
	return const_from_mpfr(f);
}

/* The exponent limits of math/big.Float: beyond them a value is infinite or zero. */
Const *
const_from_mpfr(mpfr_t f)
{
	if (!mpfr_number_p(f) || (!mpfr_zero_p(f) && mpfr_get_exp(f) > INT32_MAX))
		return &const_unknown;
	if (mpfr_zero_p(f) || mpfr_get_exp(f) < INT32_MIN)
		return const_float(0);
	Const *c = const_new(C_FLOAT, R_FLT);
	*c->f = *f;
	return c;
}

Const *
const_float(double d)
{
	if (!isfinite(d))
		return &const_unknown;
	mpq_t q;
	mpq_init(q);
	mpq_set_d(q, d == 0 ? 0 : d);
	return const_from_mpq(q);
}

Const *
const_complex(Const *re, Const *im)
{
	if (re->kind == C_UNKNOWN || im->kind == C_UNKNOWN)
		return &const_unknown;
	Const *c = const_new(C_COMPLEX, R_CPLX);
	c->c.re = re;
	c->c.im = im;
	return c;
}

void
const_get_mpz(const Const *c, mpz_t z)
{
	if (c->rep == R_SMALL)
		mpz_init_set_si(z, c->i);
	else
		mpz_init_set(z, c->z);
}

static Const *
int_to_rat(const Const *c)
{
	mpq_t q;
	mpz_t z;
	mpq_init(q);
	const_get_mpz(c, z);
	mpq_set_z(q, z);
	mpz_clear(z);
	return const_from_mpq(q);
}

static Const *
to_flt(const Const *c)
{
	Const *f = const_new(C_FLOAT, R_FLT);
	mpfr_init2(f->f, PREC);
	switch (c->rep) {
	case R_SMALL: mpfr_set_si(f->f, c->i, MPFR_RNDN); break;
	case R_BIG: mpfr_set_z(f->f, c->z, MPFR_RNDN); break;
	case R_RAT: mpfr_set_q(f->f, c->q, MPFR_RNDN); break;
	default: mpfr_set(f->f, c->f, MPFR_RNDN); break;
	}
	return f;
}

Const *
const_lift(const Const *c, NumRep r)
{
	if (c->rep >= r)
		return (Const *)c;
	switch (r) {
	case R_BIG: {
		Const *b = const_new(C_INT, R_BIG);
		mpz_init_set_si(b->z, c->i);
		return b;
	}
	case R_RAT:
		return int_to_rat(c);
	case R_FLT:
		return to_flt(c);
	default:
		return const_complex((Const *)c, const_int(0));
	}
}

/* ---- literals */

static char *
without_underscores(Str *lit)
{
	char *s = malloc(lit->len + 1), *d = s;
	for (uint32_t i = 0; i < lit->len; i++)
		if (lit->s[i] != '_')
			*d++ = lit->s[i];
	*d = 0;
	return s;
}

static Const *
int_literal(const char *s)
{
	int base = 10;
	if (s[0] == '0' && s[1]) {
		int c = tolower((unsigned char)s[1]);
		base = c == 'x' ? 16 : c == 'b' ? 2 : 8;
		s += c == 'x' || c == 'b' || c == 'o' ? 2 : 1;
	}
	if (strlen(s) < 16) {
		char *end;
		long long v = strtoll(s, &end, base);
		return *end || !*s ? &const_unknown : const_int(v);
	}
	mpz_t z;
	return mpz_init_set_str(z, s, base) == 0 ? const_from_mpz(z) : &const_unknown;
}

/* mantissa digits in base, a point among them, then an exponent (of 10, or of 2 for hexadecimal). */
static Const *
rat_literal(const char *s, int base)
{
	StrBuf digits = {0};
	long frac = 0, exp = 0;
	bool point = false;
	for (; *s; s++) {
		int c = tolower((unsigned char)*s);
		if (c == '.') {
			point = true;
		} else if (c == 'p' || (c == 'e' && base != 16)) {
			exp = strtol(s + 1, NULL, 10);
			break;
		} else {
			sb_putc(&digits, c);
			frac += point;
		}
	}
	mpq_t q;
	mpq_init(q);
	bool ok = digits.n > 0 && mpz_set_str(mpq_numref(q), digits.s, base) == 0;
	sb_free(&digits);
	if (!ok)
		return &const_unknown;
	if (mpz_sgn(mpq_numref(q)) == 0)
		return const_float(0);
	if (base == 16)
		exp -= 4 * frac;
	else
		exp -= frac;
	mpz_t p;
	mpz_init(p);
	if (base == 16)
		mpz_ui_pow_ui(p, 2, (unsigned long)labs(exp));
	else
		mpz_ui_pow_ui(p, 10, (unsigned long)labs(exp));
	if (exp >= 0)
		mpz_mul(mpq_numref(q), mpq_numref(q), p);
	else
		mpz_set(mpq_denref(q), p);
	mpz_clear(p);
	mpq_canonicalize(q);
	return const_from_mpq(q);
}

static bool
all_zero_digits(const char *s, int base)
{
	for (; *s; s++) {
		int c = tolower((unsigned char)*s);
		if (c == 'p' || (c == 'e' && base != 16))
			break;
		if (c != '0' && c != '.')
			return false;
	}
	return true;
}

static Const *
float_literal(const char *s)
{
	int base = 10;
	if (s[0] == '0' && s[1] && strchr("bBoO", s[1]))
		return const_to_float(int_literal(s));
	if (s[0] == '0' && (s[1] == 'x' || s[1] == 'X')) {
		base = 16;
		s += 2;
	}
	if (all_zero_digits(s, base))
		return const_float(0);
	mpfr_t f;
	mpfr_init2(f, PREC);
	mpfr_strtofr(f, s, NULL, base, MPFR_RNDN);
	if (small_mpfr(f) && !mpfr_zero_p(f)) {
		mpfr_clear(f);
		return rat_literal(s, base);
	}
	return const_from_mpfr(f);
}

static Const *
string_literal(Str *lit)
{
	StrBuf b = {0};
	if (!lit_string(lit, &b))
		return &const_unknown;
	Const *c = const_string(arena_strndup(permanent, b.n ? b.s : "", b.n), b.n);
	sb_free(&b);
	return c;
}

Const *
const_from_literal(LitKind k, Str *lit)
{
	uint32_t r;
	if (k == LIT_STRING)
		return string_literal(lit);
	if (k == LIT_RUNE)
		return lit_rune(lit, &r) ? const_int(r) : &const_unknown;
	char *s = without_underscores(lit);
	Const *c;
	if (k == LIT_INT) {
		c = int_literal(s);
	} else if (k == LIT_FLOAT) {
		c = float_literal(s);
	} else {
		size_t n = strlen(s);
		if (n > 0)
			s[n - 1] = 0;
		c = const_complex(const_int(0), float_literal(s));
	}
	free(s);
	return c;
}

/* ---- values */

bool const_bool_val(const Const *c) { return c->kind == C_BOOL && c->b; }

static void
flatten(Const *c)
{
	char *buf = arena_alloc(permanent, c->str.n + 1);
	size_t end = c->str.n;
	Vec(const Const *) todo = {0};
	vec_push(permanent, &todo, c);
	while (todo.n > 0) {
		const Const *x = todo.v[--todo.n];
		if (x->str.s) {
			end -= x->str.n;
			memcpy(buf + end, x->str.s, x->str.n);
		} else {
			vec_push(permanent, &todo, x->str.l);
			vec_push(permanent, &todo, x->str.r);
		}
	}
	c->str.s = buf;
}

const char *
const_string_val(const Const *c, size_t *n)
{
	*n = 0;
	if (c->kind != C_STRING)
		return "";
	if (!c->str.s)
		flatten((Const *)c);
	*n = c->str.n;
	return c->str.s;
}

bool
const_int64_val(const Const *c, int64_t *v)
{
	if (c->kind != C_INT)
		c = const_to_int(c);
	if (c->kind != C_INT || c->rep != R_SMALL)
		return false;
	*v = c->i;
	return true;
}

bool
const_uint64_val(const Const *c, uint64_t *v)
{
	if (c->kind != C_INT)
		c = const_to_int(c);
	if (c->kind != C_INT || const_sign(c) < 0)
		return false;
	if (c->rep == R_SMALL) {
		*v = (uint64_t)c->i;
		return true;
	}
	if (!mpz_fits_ulong_p(c->z))
		return false;
	*v = mpz_get_ui(c->z);
	return true;
}

static const Const *
real_flt(const Const *c)
{
	if (c->kind == C_COMPLEX)
		c = c->c.re;
	return c->kind == C_INT || c->kind == C_FLOAT ? c : NULL;
}

/* A rational is brought to 1200 bits first: wide enough that rounding twice does no harm. */
static double
round_value(const Const *c, bool single)
{
	c = real_flt(c);
	if (!c)
		return 0;
	if (c->rep == R_FLT)
		return single ? (double)mpfr_get_flt(c->f, MPFR_RNDN) : mpfr_get_d(c->f, MPFR_RNDN);
	mpfr_t f;
	mpfr_init2(f, 1200);
	if (c->rep == R_SMALL)
		mpfr_set_si(f, c->i, MPFR_RNDN);
	else if (c->rep == R_BIG)
		mpfr_set_z(f, c->z, MPFR_RNDN);
	else
		mpfr_set_q(f, c->q, MPFR_RNDN);
	double d = single ? (double)mpfr_get_flt(f, MPFR_RNDN) : mpfr_get_d(f, MPFR_RNDN);
	mpfr_clear(f);
	return d;
}

double const_float64_val(const Const *c) { return round_value(c, false); }
float const_float32_val(const Const *c) { return (float)round_value(c, true); }

Const *
const_real(const Const *c)
{
	return c->kind == C_COMPLEX ? c->c.re : (Const *)c;
}

Const *
const_imag(const Const *c)
{
	if (c->kind == C_COMPLEX)
		return c->c.im;
	return c->kind == C_UNKNOWN ? (Const *)c : const_int(0);
}

/* ---- conversions of kind */

/* An MPFR value within a few bits of an integer was one before rounding errors. */
static Const *
flt_to_int(const Const *c)
{
	if (!small_mpfr(c->f))
		return &const_unknown;
	mpfr_t t;
	mpz_t z;
	mpz_init(z);
	mpfr_init2(t, PREC - 4);
	static const mpfr_rnd_t modes[] = { MPFR_RNDN, MPFR_RNDD, MPFR_RNDU };
	for (int i = mpfr_integer_p(c->f) ? 0 : 1; i < 3; i++) {
		mpfr_set(t, c->f, modes[i]);
		const mpfr_t *v = i == 0 ? &c->f : (const mpfr_t *)&t;
		if (mpfr_integer_p(*v)) {
			mpfr_get_z(z, *v, MPFR_RNDN);
			mpfr_clear(t);
			return const_from_mpz(z);
		}
	}
	mpfr_clear(t);
	return &const_unknown;
}

Const *
const_to_int(const Const *c)
{
	switch (c->kind) {
	case C_INT:
		return (Const *)c;
	case C_FLOAT:
		if (c->rep == R_FLT)
			return flt_to_int(c);
		if (mpz_cmp_ui(mpq_denref(c->q), 1) == 0) {
			mpz_t z;
			mpz_init_set(z, mpq_numref(c->q));
			return const_from_mpz(z);
		}
		return &const_unknown;
	case C_COMPLEX:
		if (const_sign(c->c.im) == 0)
			return const_to_int(c->c.re);
	}
	return &const_unknown;
}

Const *
const_to_float(const Const *c)
{
	switch (c->kind) {
	case C_INT:
		return int_to_rat(c);
	case C_FLOAT:
		return (Const *)c;
	case C_COMPLEX:
		if (const_sign(c->c.im) == 0)
			return const_to_float(c->c.re);
	}
	return &const_unknown;
}

Const *
const_to_complex(const Const *c)
{
	if (c->kind == C_INT || c->kind == C_FLOAT)
		return const_complex((Const *)c, const_int(0));
	return c->kind == C_COMPLEX ? (Const *)c : &const_unknown;
}
