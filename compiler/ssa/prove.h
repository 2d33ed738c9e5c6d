/* prove.h - private to prove*.c: what is known about integers at one point of the function.
 *
 * A fact is x <= y + w, over mathematical integers: 64-bit values are read as signed, narrower ones by their type. Node 0 stands for the
 * number zero, so constants are node 0 with an offset; node id+1 is a value. */
#ifndef MINIGO_PROVE_H
#define MINIGO_PROVE_H

#include "ssa/ssa.h"

typedef struct PFact { int x, y; int64_t w; int next_out, next_in; } PFact;
typedef struct Prover {
	Func *f;
	Vec(PFact) facts;
	int *out, *in;                       /* by node: last fact with it on the left, on the right; -1 none */
	Value **value;                       /* by node */
	int *len_of, *cap_of;                /* by value id of a slice: node of its SliceLen, SliceCap; 0 none */
	int budget;
} Prover;
typedef struct Term { int node; int64_t off; } Term;

void prover_init(Prover *p, Func *f);
Term prover_term(Prover *p, Value *v);       /* what v is equal to */
void prover_learn(Prover *p, Term x, Term y, int64_t w);
void prover_undo(Prover *p, int nfacts);     /* forgets the facts after the first n */
bool prover_le(Prover *p, Term x, Term y, int64_t w);
void prover_range(Prover *p, int node, int depth, int64_t *lo, int64_t *hi);
static inline Term term_plus(Term t, int64_t k) { t.off += k; return t; }
#endif
