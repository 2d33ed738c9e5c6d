/* escape.h - private to escape*.c: the graph of where pointers flow inside one function.
 *
 * A node is a place that holds pointers: every value with pointers in it, the memory of every allocation, the results, and HEAP,
 * which is everything that outlives the function. An edge dst <- src with derefs d says that what src holds, dereferenced d times
 * (-1: the address of src), may be held by dst. */
#ifndef MINIGO_ESCAPE_H
#define MINIGO_ESCAPE_H

#include "ssa/ssa.h"

typedef struct EscEdge { int src; int derefs; } EscEdge;
typedef struct EscNode {
	Vec(EscEdge) in;
	Value *value;                        /* of a value node; of memory: the allocation */
	bool memory;                         /* the storage an allocation makes */
	bool escapes;                        /* memory: must be on the heap */
	bool root;
	int walk, derefs;                    /* of the current walk */
} EscNode;

typedef struct Esc {
	Func *f;
	EscNode *node; int n;
	int *mem_of;                         /* by value id: its memory node, or 0 */
	int result0, nresults;               /* result nodes; with mem_result one for all */
	int closure_value;                   /* the Closure value's node, or 0 */
	int *param_value;                    /* by parameter: node, or 0 */
	int nparams;
	bool changed;
} Esc;

enum { ESC_HEAP = 0 };
static inline int esc_value(Esc *e, Value *v) { (void)e; return v->id + 1; }

void esc_flow(Esc *e, int dst, int src, int derefs);
void esc_collect(Esc *e);                    /* escape_flow.c: edges of every value */
#endif
