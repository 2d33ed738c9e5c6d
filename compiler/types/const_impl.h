/* const_impl.h - the representation of constants, shared by constant.c and constant_arith.c.
 *
 * Integers are int64_t while they fit, GMP integers beyond. Floats are exact rationals while numerator and denominator
 * stay below 4096 bits, else MPFR numbers of 512 bits, as the Go compiler keeps them. Strings may be ropes: a chain of
 * concatenations is joined once, when somebody wants the bytes. */
#ifndef MINIGO_CONST_IMPL_H
#define MINIGO_CONST_IMPL_H

#include <gmp.h>
#include <mpfr.h>
#include "types/checker.h"

enum { PREC = 512, MAXEXP = 4096 };

typedef enum NumRep { R_SMALL, R_BIG, R_RAT, R_FLT, R_CPLX } NumRep;   /* ordered: match() converts upwards */

struct Const {
	uint8_t kind;                        /* ConstKind */
	uint8_t rep;                         /* NumRep of numbers */
	union {
		bool b;
		int64_t i;
		mpz_t z;
		mpq_t q;
		mpfr_t f;
		struct { Const *re, *im; } c;
		struct { const char *s; size_t n; Const *l, *r; } str;
	};
};

extern Const const_unknown;
Const *const_new(ConstKind k, NumRep r);
Const *const_from_mpz(mpz_t z);              /* takes z over; small when it fits */
Const *const_from_mpq(mpq_t q);              /* takes q over, canonical */
Const *const_from_mpfr(mpfr_t f);            /* takes f over; unknown when infinite */
Const *const_complex(Const *re, Const *im);
Const *const_lift(const Const *c, NumRep r); /* the same number in a higher representation */
void const_get_mpz(const Const *c, mpz_t z); /* initializes z from R_SMALL or R_BIG */
#endif
