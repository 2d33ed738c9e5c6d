/* writebarrier.c - pass writebarrier (-d=wb): writes of pointers to memory that is not on the frame become StoreWB, MoveWB, ZeroWB, which
 * codegen makes into a test of the barrier flag around the shading call. The frame is scanned as it is: no barriers there. */
#include "ssa/ssa.h"

static bool
on_frame(Value *p)
{
	for (;;) {
		switch (p->op) {
		case OpOffPtr: case OpPtrIndex: case OpConvNop: case OpNilCheck: case OpCopy: case OpSlicePtr:
			p = p->args[0];
			continue;
		case OpLocal: case OpResultAddr: return true;
		case OpNew: case OpNewClosure: case OpMakeSlice: return p->stack;
		default: return false;
		}
	}
}

static void
visit(Value *v)
{
	switch (v->op) {
	case OpStore:
		if (type_has_pointers(v->args[1]->type) && !on_frame(v->args[0]))
			v->op = OpStoreWB;
		return;
	case OpMove:
		if (type_has_pointers(v->auxtype) && !on_frame(v->args[0]))
			v->op = OpMoveWB;
		return;
	case OpZero:
		if (type_has_pointers(v->auxtype) && !on_frame(v->args[0]))
			v->op = OpZeroWB;
		return;
	}
}

void
writebarrier(Func *f)
{
	for (int i = 0; i < f->blocks.n; i++)
		for (int j = 0; j < f->blocks.v[i]->values.n; j++)
			visit(f->blocks.v[i]->values.v[j]);
}
