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

#ifndef HOSTTEST
void doInit(void) {}
void preprintpanic(GoString out[2], Type *t, void *d) { out[1].p = 0; }
void panicErrorString(const u8 *p, i64 n) { GoString *s = runtime_newobject(&t_str); *s = (GoString){p, n}; runtime_gopanic(&t_str, s); }
void panicPlainError(const u8 *p, i64 n) { panicErrorString(p, n); }
void panicTypeAssert(void) { panicstr("type assertion"); }
void panicNilError(void) { panicstr("nil"); }
#endif

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

/* For host/arena.c: what may not be touched; where pointers to objects in use are. */
#ifdef HOSTTEST
void host_poison(void *p, u64 n);
void host_unpoison(void *p, u64 n);
void host_roots(void *p, u64 n);
#else
static inline void host_poison(void *p, u64 n) {}
static inline void host_unpoison(void *p, u64 n) {}
static inline void host_roots(void *p, u64 n) {}
#endif

/* ---- random numbers, patterns, goroutines ---- */

static u64 rnd = 88172645463325252;

static u64 __attribute__((unused))
next(u64 n)
{
	rnd ^= rnd << 13;
	rnd ^= rnd >> 7;
	rnd ^= rnd << 17;
	return rnd % n;
}

static inline u8 patternbyte(i64 id, i64 i) { return 1 + (u64)(id * 37 + i * 11) % 255; }    /* never 0 */

static void __attribute__((unused))
pattern(void *p, i64 n, i64 id)
{
	i64 i;

	for (i = 0; i < n; i++)
		((u8 *)p)[i] = patternbyte(id, i);
}

static void __attribute__((unused))
checkpattern(const char *what, const void *p, i64 n, i64 id)
{
	i64 i;

	for (i = 0; i < n; i++)
		if (((const u8 *)p)[i] != patternbyte(id, i))
			fail(what, id, i);
}

static void __attribute__((unused))
checkbytes(const char *what, const void *p, i64 n, u8 v)
{
	i64 i;

	for (i = 0; i < n; i++)
		if (((const u8 *)p)[i] != v)
			fail(what, i, ((const u8 *)p)[i]);
}

static void __attribute__((unused))
waitfor(i64 *n, i64 want)
{
	while (aload(n) < want)
		runtime_gosched();
}

/* ---- panics ---- */

#ifdef HOSTTEST
GoString panictext(void (*fn)(void *), void *arg);
#else
void deferproc_(DeferRec *d, FuncVal *fn) SYM(deferproc);
void deferreturn_(void) SYM(deferreturn);
Eface gorecover_(void *) SYM(gorecover);

typedef struct Try { void (*fn)(void *); void *arg; } Try;
static GoString caught;                              /* one panic at a time, or all with the same text */

static NOINLINE void
catch(void)
{
	volatile u8 frame[64];                       /* a frame of its own */
	Eface e = gorecover_(__builtin_frame_address(1));

	frame[0] = 0;
	if (e.type)
		caught = *(GoString *)e.data;
}

static void
trybody(void *try)
{
	static FuncVal fn = {catch};
	DeferRec d;

	deferproc_(&d, &fn);
	((Try *)try)->fn(((Try *)try)->arg);
	deferreturn_();
}

/* What fn(arg) panics with; empty: it returns. */
static GoString __attribute__((unused))
panictext(void (*fn)(void *), void *arg)
{
	Try try = {fn, arg};
	TryRec r;

	return runtime_trycall(trybody, &try, &r) ? caught : (GoString){0, 0};
}
#endif

static void __attribute__((unused))
panics(void (*fn)(void *), void *arg, GoString want)
{
	GoString got = panictext(fn, arg);

	if (streq(got, want))
		return;
	prints("wanted the panic: ");
	printstr(want);
	prints("\n");
	fail("panic", got.n, want.n);
}
