/* rterr.c - the run-time errors that generated code raises: each is one call here, out of line and rare. */
#include "runtime.h"

#define ERROR(name, text) \
	void runtime_##name(void) NORETURN COLD SYM(name); \
	void runtime_##name(void) { panicstr(text); }

ERROR(panicdivide, "integer divide by zero")
ERROR(panicshift, "negative shift amount")
ERROR(panicmem, "invalid memory address or nil pointer dereference")
ERROR(panicmakeslicelen, "makeslice: len out of range")
ERROR(panicmakeslicecap, "makeslice: cap out of range")
ERROR(panicunsafeslicelen, "unsafe.Slice: len out of range")
ERROR(panicunsafeslicenilptr, "unsafe.Slice: ptr is nil and len is not zero")
ERROR(panicunsafestringlen, "unsafe.String: len out of range")
ERROR(panicunsafestringnilptr, "unsafe.String: ptr is nil and len is not zero")

void runtime_panicrangestate(i64 state) NORETURN COLD SYM(panicrangestate);
void
runtime_panicrangestate(i64 state)
{
	switch (state) {
	case 0: panicstr("range function continued iteration after function for loop body returned false");
	case 2: panicstr("range function continued iteration after loop body panic");
	case 3: panicstr("range function continued iteration after whole loop exit");
	case 4: panicstr("range function recovered a loop body panic and did not resume panicking");
	}
	throw("unexpected state set by defer of a range-over-func loop");
}

void runtime_unreachable(void) NORETURN COLD SYM(unreachable);
void
runtime_unreachable(void)
{
	throw("unreachable");
}
