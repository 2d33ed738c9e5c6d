/* constant_arith.c - operations on constants, representability in a type, and text. */
#include <math.h>
#include <stdlib.h>
#include "types/const_impl.h"

int
const_sign(const Const *c)
{
	switch (c->kind) {
	case C_INT:
		return c->rep == R_SMALL ? (c->i > 0) - (c->i < 0) : mpz_sgn(c->z);
	case C_FLOAT:
		return c->rep == R_RAT ? mpq_sgn(c->q) : mpfr_sgn(c->f);
	case C_COMPLEX:
		return const_sign(c->c.re) | const_sign(c->c.im);
	}
	return 1;
}

static Const *
negate(const Const *c)
{
	if (c->kind == C_COMPLEX)
		return const_complex(negate(c->c.re), negate(c->c.im));
	if (c->rep == R_SMALL && c->i != INT64_MIN)
		return const_int(-c->i);
	if (c->kind == C_INT) {
		mpz_t z;
		const_get_mpz(c, z);
		mpz_neg(z, z);
		return const_from_mpz(z);
	}
	Const *r = const_new(C_FLOAT, c->rep);
	if (c->rep == R_RAT) {
		mpq_init(r->q);
		mpq_neg(r->q, c->q);
	} else {
		mpfr_init2(r->f, PREC);
		mpfr_neg(r->f, c->f, MPFR_RNDN);
	}
	return r;
}

/* ^x is -x-1; of an unsigned type, cut to its width. */
static Const *
complement(const Const *c, Type *t)
{
	mpz_t z, mask;
	const_get_mpz(c, z);
	mpz_com(z, z);
	if (t && type_is_unsigned(t)) {
		mpz_init_set_ui(mask, 1);
		mpz_mul_2exp(mask, mask, (mp_bitcnt_t)type_size(t) * 8);
		mpz_sub_ui(mask, mask, 1);
		mpz_and(z, z, mask);
		mpz_clear(mask);
	}
	return const_from_mpz(z);
}

Const *
const_unary(Op op, const Const *c, Type *t)
{
	if (c->kind == C_UNKNOWN)
		return &const_unknown;
	switch (op) {
	case OP_ADD:
		return (Const *)c;
	case OP_SUB:
		return c->kind >= C_INT ? negate(c) : &const_unknown;
	case OP_XOR:
		c = const_to_int(c);
		return c->kind == C_INT ? complement(c, t) : &const_unknown;
	case OP_NOT:
		return c->kind == C_BOOL ? const_bool(!c->b) : &const_unknown;
	default:
		return &const_unknown;
	}
}

static Const *
quotient_rat(const Const *a, const Const *b)
{
	mpq_t q;
	mpq_init(q);
	mpq_div(q, const_lift(a, R_RAT)->q, const_lift(b, R_RAT)->q);
	return const_from_mpq(q);
}

static Const *
int_op(Op op, const Const *a, const Const *b, bool int_div)
{
	if ((op == OP_DIV || op == OP_REM) && const_sign(b) == 0)
		return &const_unknown;
	if (op == OP_DIV && !int_div) {
		Const *x = const_lift(a, R_RAT), *y = const_lift(b, R_RAT);
		return x->rep == R_RAT && y->rep == R_RAT ? quotient_rat(x, y) : const_binary(op, const_lift(x, R_FLT), const_lift(y, R_FLT), false);
	}
	mpz_t x, y;
	const_get_mpz(a, x);
	const_get_mpz(b, y);
	switch (op) {
	case OP_ADD: mpz_add(x, x, y); break;
	case OP_SUB: mpz_sub(x, x, y); break;
	case OP_MUL: mpz_mul(x, x, y); break;
	case OP_DIV: mpz_tdiv_q(x, x, y); break;
	case OP_REM: mpz_tdiv_r(x, x, y); break;
	case OP_AND: mpz_and(x, x, y); break;
	case OP_OR: mpz_ior(x, x, y); break;
	case OP_XOR: mpz_xor(x, x, y); break;
	case OP_ANDNOT: mpz_com(y, y); mpz_and(x, x, y); break;
	default: mpz_clear(x); mpz_clear(y); return &const_unknown;
	}
	mpz_clear(y);
	return const_from_mpz(x);
}

static Const *
small_op(Op op, int64_t x, int64_t y, bool *done)
{
	int64_t r;
	*done = true;
	switch (op) {
	case OP_ADD: if (!__builtin_add_overflow(x, y, &r)) return const_int(r); break;
	case OP_SUB: if (!__builtin_sub_overflow(x, y, &r)) return const_int(r); break;
	case OP_MUL: if (!__builtin_mul_overflow(x, y, &r)) return const_int(r); break;
	case OP_AND: return const_int(x & y);
	case OP_OR: return const_int(x | y);
	case OP_XOR: return const_int(x ^ y);
	case OP_ANDNOT: return const_int(x & ~y);
	default: break;
	}
	*done = false;
	return NULL;
}

static Const *
rat_op(Op op, const Const *a, const Const *b)
{
	mpq_t q;
	if (op == OP_DIV && mpq_sgn(b->q) == 0)
		return &const_unknown;
	mpq_init(q);
	switch (op) {
	case OP_ADD: mpq_add(q, a->q, b->q); break;
	case OP_SUB: mpq_sub(q, a->q, b->q); break;
	case OP_MUL: mpq_mul(q, a->q, b->q); break;
	case OP_DIV: mpq_div(q, a->q, b->q); break;
	default: return &const_unknown;
	}
	return const_from_mpq(q);
}

static Const *
flt_op(Op op, const Const *a, const Const *b)
{
	mpfr_t f;
	if (op == OP_DIV && mpfr_zero_p(b->f))
		return &const_unknown;
	mpfr_init2(f, PREC);
	switch (op) {
	case OP_ADD: mpfr_add(f, a->f, b->f, MPFR_RNDN); break;
	case OP_SUB: mpfr_sub(f, a->f, b->f, MPFR_RNDN); break;
	case OP_MUL: mpfr_mul(f, a->f, b->f, MPFR_RNDN); break;
	case OP_DIV: mpfr_div(f, a->f, b->f, MPFR_RNDN); break;
	default: return &const_unknown;
	}
	return const_from_mpfr(f);
}

static Const *
complex_op(Op op, const Const *x, const Const *y)
{
	Const *a = x->c.re, *b = x->c.im, *c = y->c.re, *d = y->c.im;
	switch (op) {
	case OP_ADD: case OP_SUB:
		return const_complex(const_binary(op, a, c, false), const_binary(op, b, d, false));
	case OP_MUL: {
		Const *ac = const_binary(OP_MUL, a, c, false), *bd = const_binary(OP_MUL, b, d, false);
		Const *bc = const_binary(OP_MUL, b, c, false), *ad = const_binary(OP_MUL, a, d, false);
		return const_complex(const_binary(OP_SUB, ac, bd, false), const_binary(OP_ADD, bc, ad, false));
	}
	case OP_DIV: {
		Const *ac = const_binary(OP_MUL, a, c, false), *bd = const_binary(OP_MUL, b, d, false);
		Const *bc = const_binary(OP_MUL, b, c, false), *ad = const_binary(OP_MUL, a, d, false);
		Const *s = const_binary(OP_ADD, const_binary(OP_MUL, c, c, false), const_binary(OP_MUL, d, d, false), false);
		if (const_sign(s) == 0)
			return &const_unknown;
		return const_complex(const_binary(OP_DIV, const_binary(OP_ADD, ac, bd, false), s, false),
			const_binary(OP_DIV, const_binary(OP_SUB, bc, ad, false), s, false));
	}
	default:
		return &const_unknown;
	}
}

static Const *
concat(const Const *a, const Const *b)
{
	if (a->str.n == 0)
		return (Const *)b;
	Const *c = const_string(NULL, a->str.n + b->str.n);
	c->str.l = (Const *)a;
	c->str.r = (Const *)b;
	return c;
}

Const *
const_binary(Op op, const Const *a, const Const *b, bool int_div)
{
	if (a->kind == C_BOOL && b->kind == C_BOOL)
		return const_bool(op == OP_ANDAND ? a->b && b->b : a->b || b->b);
	if (a->kind == C_STRING && b->kind == C_STRING)
		return op == OP_ADD ? concat(a, b) : &const_unknown;
	if (a->kind < C_INT || b->kind < C_INT)
		return &const_unknown;
	if (a->rep == R_SMALL && b->rep == R_SMALL) {
		bool done;
		Const *c = small_op(op, a->i, b->i, &done);
		if (done)
			return c;
	}
	if (a->kind == C_INT && b->kind == C_INT)
		return int_op(op, a, b, int_div);
	NumRep r = a->rep > b->rep ? a->rep : b->rep;
	a = const_lift(a, r);
	b = const_lift(b, r);
	if (a->rep != b->rep) {              /* an integer too large for a rational became a float */
		a = const_lift(a, R_FLT);
		b = const_lift(b, R_FLT);
	}
	return a->rep == R_RAT ? rat_op(op, a, b) : a->rep == R_FLT ? flt_op(op, a, b) : complex_op(op, a, b);
}

static int
compare_numbers(const Const *a, const Const *b)
{
	if (a->rep == R_SMALL && b->rep == R_SMALL)
		return (a->i > b->i) - (a->i < b->i);
	NumRep r = a->rep > b->rep ? a->rep : b->rep;
	a = const_lift(a, r);
	b = const_lift(b, r);
	if (a->rep != b->rep) {
		a = const_lift(a, R_FLT);
		b = const_lift(b, R_FLT);
	}
	switch (a->rep) {
	case R_BIG: return mpz_cmp(a->z, b->z);
	case R_RAT: return mpq_cmp(a->q, b->q);
	case R_FLT: return mpfr_cmp(a->f, b->f);
	}
	return compare_numbers(a->c.re, b->c.re) != 0 || compare_numbers(a->c.im, b->c.im) != 0;
}

static int
compare_strings(const Const *a, const Const *b)
{
	size_t n, m;
	const char *s = const_string_val(a, &n), *t = const_string_val(b, &m);
	int c = memcmp(s, t, n < m ? n : m);
	return c ? c : (n > m) - (n < m);
}

bool
const_compare(Op op, const Const *a, const Const *b)
{
	int c;
	if (a->kind == C_UNKNOWN || b->kind == C_UNKNOWN)
		return false;
	if (a->kind == C_BOOL && b->kind == C_BOOL)
		c = a->b != b->b;
	else if (a->kind == C_STRING && b->kind == C_STRING)
		c = compare_strings(a, b);
	else if (a->kind >= C_INT && b->kind >= C_INT)
		c = compare_numbers(a, b);
	else
		return false;
	switch (op) {
	case OP_EQL: return c == 0;
	case OP_NEQ: return c != 0;
	case OP_LSS: return c < 0;
	case OP_LEQ: return c <= 0;
	case OP_GTR: return c > 0;
	case OP_GEQ: return c >= 0;
	default: return false;
	}
}

Const *
const_shift(Op op, const Const *c, unsigned n)
{
	if (c->kind != C_INT)
		return &const_unknown;
	if (n == 0)
		return (Const *)c;
	mpz_t z;
	const_get_mpz(c, z);
	if (op == OP_SHL)
		mpz_mul_2exp(z, z, n);
	else
		mpz_fdiv_q_2exp(z, z, n);
	return const_from_mpz(z);
}

int
const_bitlen(const Const *c)
{
	if (c->kind != C_INT)
		return 0;
	if (c->rep == R_BIG)
		return (int)mpz_sizeinbase(c->z, 2);
	uint64_t u = c->i < 0 ? -(uint64_t)c->i : (uint64_t)c->i;
	return u ? 64 - __builtin_clzll(u) : 0;
}

/* ---- representability */

static bool
int_fits(const Const *c, int kind)
{
	static const struct { int64_t lo; uint64_t hi; } range[] = {
		[T_INT] = { INT64_MIN, INT64_MAX }, [T_INT8] = { -128, 127 }, [T_INT16] = { -32768, 32767 },
		[T_INT32] = { INT32_MIN, INT32_MAX }, [T_INT64] = { INT64_MIN, INT64_MAX }, [T_UINT] = { 0, UINT64_MAX },
		[T_UINT8] = { 0, 255 }, [T_UINT16] = { 0, 65535 }, [T_UINT32] = { 0, UINT32_MAX }, [T_UINT64] = { 0, UINT64_MAX },
		[T_UINTPTR] = { 0, UINT64_MAX },
	};
	if (kind == T_UNTYPED_INT || kind == T_UNTYPED_RUNE)
		return true;
	if (c->rep == R_SMALL)
		return c->i >= range[kind].lo && (c->i < 0 || (uint64_t)c->i <= range[kind].hi);
	return mpz_sgn(c->z) >= 0 && mpz_fits_ulong_p(c->z) && mpz_get_ui(c->z) <= range[kind].hi;
}

static bool
round_float(const Const *c, bool single, Const **out)
{
	double d = single ? (double)const_float32_val(c) : const_float64_val(c);
	if (!isfinite(d))
		return false;
	*out = const_float(d);
	return true;
}

static bool
float_representable(const Const *c, int kind, Const **rounded)
{
	Const *f = const_to_float(c), *r = f;
	if (f->kind != C_FLOAT)
		return false;
	if (kind == T_UNTYPED_FLOAT)
		return true;
	if (!round_float(f, kind == T_FLOAT32, &r))
		return false;
	if (rounded)
		*rounded = r;
	return true;
}

static bool
complex_representable(const Const *c, int kind, Const **rounded)
{
	Const *x = const_to_complex(c), *re, *im;
	if (x->kind != C_COMPLEX)
		return false;
	if (kind == T_UNTYPED_COMPLEX)
		return true;
	bool single = kind == T_COMPLEX64;
	if (!round_float(const_to_float(x->c.re), single, &re) || !round_float(const_to_float(x->c.im), single, &im))
		return false;
	if (rounded)
		*rounded = const_complex(re, im);
	return true;
}

bool
const_representable(const Const *c, Type *basic, Const **rounded)
{
	Type *u = type_under(basic);
	if (c->kind == C_UNKNOWN)
		return true;
	if (type_is_integer(u)) {
		Const *i = const_to_int(c);
		if (i->kind != C_INT || !int_fits(i, u->kind))
			return false;
		if (rounded)
			*rounded = i;
		return true;
	}
	if (type_is_float(u))
		return float_representable(c, u->kind, rounded);
	if (type_is_complex(u))
		return complex_representable(c, u->kind, rounded);
	if (type_is_string(u))
		return c->kind == C_STRING;
	return type_is_boolean(u) && c->kind == C_BOOL;
}

/* ---- text */

static void
quote(StrBuf *b, const char *s, size_t n)
{
	sb_putc(b, '"');
	for (size_t i = 0; i < n;) {
		uint32_t r;
		int w = utf8_decode(s + i, n - i, &r);
		unsigned char c = (unsigned char)s[i];
		static const char from[] = "\a\b\f\n\r\t\v\\\"", to[] = "abfnrtv\\\"";
		const char *esc = c ? strchr(from, c) : NULL;
		if (esc) {
			sb_putc(b, '\\');
			sb_putc(b, to[esc - from]);
		} else if ((w == 1 && r == 0xfffd) || c < 32 || c == 127) {
			sb_printf(b, "\\x%02x", c);
		} else {
			sb_write(b, s + i, (size_t)w);
		}
		i += (size_t)w;
	}
	sb_putc(b, '"');
}

static void
double_text(StrBuf *b, double d, bool is_int)
{
	char s[64];
	snprintf(s, sizeof s, "%.6g", d);
	if (!is_int && !strchr(s, '.') && !strchr(s, 'e')) {
		for (int p = 7; p <= 17; p++) {
			snprintf(s, sizeof s, "%.*g", p, d);
			if (strtod(s, NULL) == d)
				break;
		}
	}
	sb_puts(b, s);
}

static void
float_text(StrBuf *b, const Const *c)
{
	double d = const_float64_val(c);
	if (isfinite(d) && (const_sign(c) == 0) == (d == 0)) {
		double_text(b, d, const_to_int(c)->kind == C_INT);
		return;
	}
	char *s;
	Const *f = const_lift(c, R_FLT);
	if (mpfr_asprintf(&s, "%.6Rg", f->f) >= 0) {
		sb_puts(b, s);
		mpfr_free_str(s);
	}
}

static void
put_const(StrBuf *b, const Const *c)
{
	size_t n;
	switch (c->kind) {
	case C_BOOL:
		sb_puts(b, c->b ? "true" : "false");
		break;
	case C_STRING: {
		const char *s = const_string_val(c, &n);
		quote(b, s, n);
		break;
	}
	case C_INT:
		if (c->rep == R_SMALL) {
			sb_printf(b, "%lld", (long long)c->i);
		} else {
			char *s = mpz_get_str(NULL, 10, c->z);
			sb_puts(b, s);
			free(s);
		}
		break;
	case C_FLOAT:
		float_text(b, c);
		break;
	case C_COMPLEX:
		sb_putc(b, '(');
		put_const(b, c->c.re);
		sb_puts(b, " + ");
		put_const(b, c->c.im);
		sb_puts(b, "i)");
		break;
	default:
		sb_puts(b, "unknown");
	}
}

const char *
const_exact_text(const Const *c)
{
	StrBuf b = {0};
	put_const(&b, c);
	const char *s = arena_strndup(permanent, b.s, b.n);
	sb_free(&b);
	return s;
}

/* Long strings are cut to 72 characters with the quotes, as messages show them. */
const char *
const_text(const Const *c)
{
	const char *s = const_exact_text(c);
	if (c->kind != C_STRING)
		return s;
	size_t runes = 0, cut = 0, i = 0, n = strlen(s);
	for (uint32_t r; i < n; runes++) {
		if (runes == 69)
			cut = i;
		i += (size_t)utf8_decode(s + i, n - i, &r);
	}
	return runes > 72 ? fmt_text("%.*s...", (int)cut, s) : s;
}
