/* unify.h - between unify.c and infer.c. */
#ifndef MINIGO_TYPES_UNIFY_H
#define MINIGO_TYPES_UNIFY_H

#include "types/checker.h"

/* UNIFY_ASSIGN: x is assigned to y; directions and names may differ at the top. UNIFY_EXACT: types must match as they are. */
enum { UNIFY_INEXACT = 0, UNIFY_ASSIGN = 1, UNIFY_EXACT = 2 };

typedef struct Unifier {
	TypeList *tparams;
	int *handle;                         /* type parameter -> its class */
	Type **value;                        /* class -> inferred type or NULL */
	int depth;
	bool interfaces;                     /* unify interfaces by their shared methods (go1.21) */
	struct IfacePair { Type *x, *y; struct IfacePair *prev; } *pairs;
} Unifier;

void unifier_init(Unifier *u, TypeList *tparams, TypeList *targs, bool interfaces);
bool unify(Unifier *u, Type *x, Type *y, int mode);
Type *unifier_at(Unifier *u, int i);
void unifier_set(Unifier *u, int i, Type *t);
int unifier_unknowns(Unifier *u);

#endif
