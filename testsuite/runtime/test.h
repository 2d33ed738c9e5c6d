/* test.h - what the unit tests of the runtime's C share: they are whole programs, linked with runtime.a in place of compiled Go;
 * main.main is test_main. The functions that stdlib/runtime would have are here. */
#include "runtime.h"

void main_main(void) __asm__("main.main");
void doInit(void) __asm__("runtime.doInit");
void panicErrorString(const u8 *p, i64 n) SYM(panicErrorString);
void panicPlainError(const u8 *p, i64 n) SYM(panicPlainError);
void panicTypeAssert(void) SYM(panicTypeAssert);
void preprintpanic(GoString out[2], Type *t, void *d) SYM(preprintpanic);
void panicNilError(void) SYM(panicNilError);

static u8 ptr_first = 1;
static bool int_equal(const void *a, const void *b) { return *(i64 *)a == *(i64 *)b; }
static Type t_int = {.size = 8, .kind = KIND_INT, .str = {(const u8 *)"int", 3}, .tflag = TFLAG_REGULAR,
	.equal = int_equal};
static Type t_str = {.size = 16, .ptrdata = 8, .gcdata = &ptr_first, .kind = KIND_STRING, .str = {(const u8 *)"string", 6}};

void doInit(void) {}
void preprintpanic(GoString out[2], Type *t, void *d) { out[1].p = 0; }
void panicErrorString(const u8 *p, i64 n) { GoString *s = runtime_newobject(&t_str); *s = (GoString){p, n}; runtime_gopanic(&t_str, s); }
void panicPlainError(const u8 *p, i64 n) { panicErrorString(p, n); }
void panicTypeAssert(void) { panicstr("type assertion"); }
void panicNilError(void) { panicstr("nil"); }

static void __attribute__((unused))
fail(const char *what, i64 a, i64 b)
{
	runtime_printlock();
	prints("FAIL: ");
	prints(what);
	prints(" ");
	runtime_printint(a);
	prints(" ");
	runtime_printint(b);
	prints("\n");
	runtime_printunlock();
	exit(1);
}
#define CHECK(what, a, b) do { i64 a_ = (i64)(a), b_ = (i64)(b); if (a_ != b_) fail(what, a_, b_); } while (0)
