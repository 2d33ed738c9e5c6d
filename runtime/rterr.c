/* rterr.c - the run-time errors that generated code raises: each is one call here, out of line and rare. */
#include "runtime.h"

void panicPlainError(const u8 *p, i64 n) NORETURN SYM(panicPlainError);

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

/* The wrapper (*T).M of a method T.M got a nil pointer. Its name is pkg.(*T).M. */
void runtime_panicwrap(void) NORETURN COLD SYM(panicwrap);
void
runtime_panicwrap(void)
{
	uintptr pc = (uintptr)__builtin_return_address(0);
	GoString n = funcname(pc), s;
	i64 i, j;

	for (i = 0; i + 2 < n.n && !(n.p[i] == '(' && n.p[i + 1] == '*');)
		i++;
	for (j = i; j < n.n && n.p[j] != ')';)
		j++;
	if (i == 0 || j + 2 > n.n)
		runtime_panicmem();
	s = strcat3(LIT("value method "), (GoString){n.p, i}, (GoString){n.p + i + 2, j - i - 2});
	s = strcat3(s, (GoString){n.p + j + 1, n.n - j - 1}, LIT(" called using nil *"));
	s = strcat3(s, (GoString){n.p + i + 2, j - i - 2}, LIT(" pointer"));
	panicPlainError(s.p, s.n);
}

void runtime_unreachable(void) NORETURN COLD SYM(unreachable);
void
runtime_unreachable(void)
{
	throw("unreachable");
}
