/* A program as the compiler would make it, by hand: boot, print, stack growth, defer and recover, goroutines, a map. */
#include "runtime.h"

void main_main(void) __asm__("main.main");
void main_inittask(void) __asm__("main..inittask");
Hchan *makechan(ChanType *t, i64 n) SYM(makechan);
void send(Hchan *c, const void *e) SYM(chansend1);
bool recv2(Hchan *c, void *e) SYM(chanrecv2);
void closechan(Hchan *c) SYM(closechan);
void deferproc(DeferRec *d, FuncVal *fn) SYM(deferproc);
void deferreturn(void) SYM(deferreturn);
Eface gorecover(void *) SYM(gorecover);
void *mapassign64(const MapType *t, Hmap *m, u64 k) SYM(mapassign_fast64);
void *mapaccess64(const MapType *t, Hmap *m, u64 k) SYM(mapaccess1_fast64);
Hmap *makemap(const MapType *t, i64 hint) SYM(makemap);

void main_inittask(void) {}
/* what stdlib/runtime would have */
void panicErrorString(const u8 *p, i64 n) SYM(panicErrorString);
static Type tstring = {.size = 16, .kind = KIND_STRING, .str = {(const u8 *)"string", 6}};
void panicErrorString(const u8 *p, i64 n) { static GoString s; s = (GoString){p, n}; runtime_gopanic(&tstring, &s); }
void panicPlainError(const u8 *p, i64 n) SYM(panicPlainError);
void panicPlainError(const u8 *p, i64 n) { printstr((GoString){p, n}); exit(2); }
void panicTypeAssert(void) SYM(panicTypeAssert);
void panicTypeAssert(void) { prints("type assert\n"); exit(2); }
void preprintpanic(GoString out[2], Type *t, void *d) SYM(preprintpanic);
void preprintpanic(GoString out[2], Type *t, void *d) { out[1].p = 0; }
void panicNilError(void) SYM(panicNilError);
void panicNilError(void) { exit(2); }
static Type tint = {.size = 8, .kind = KIND_INT, .str = {(const u8 *)"int", 3}, .tflag = TFLAG_REGULAR};

static i64 deep(i64 n) { volatile char pad[200]; pad[0] = 1; return n == 0 ? 0 : 1 + deep(n - 1) + pad[0] - 1; }

static volatile i64 recovered;
static __attribute__((noinline)) void rec(void) {
	volatile char pad[400];
	pad[0] = 0;
	Eface e = gorecover(__builtin_frame_address(1));
	if (e.type) { recovered++; prints("recovered: "); printstr(*(GoString *)e.data); prints("\n"); }
}
static FuncVal recfn = {rec};
static void second(void) { prints("second deferred\n"); }
static FuncVal secondfn = {second};
static GoString msg = {(const u8 *)"boom", 4};
static void body(void *ctx) {
	DeferRec a, b;
	deferproc(&b, &secondfn);
	deferproc(&a, &recfn);
	if (*(i64 *)ctx == 1) runtime_gopanic(&tstring, &msg);
	if (*(i64 *)ctx == 2) { deep(2000); *(volatile int *)0 = 1; }
	deferreturn();
}
static NOINLINE i64 try1(i64 mode) {
	TryRec r;
	i64 ctx = mode;
	return runtime_trycall(body, &ctx, &r) * 10 + ctx;
}

static ChanType tchan = {.elem = &tint};
static Hchan *ch;
static void producer(void) { for (i64 i = 0; i < 1000; i++) { send(ch, &i); if (i == 500) deep(10000); } closechan(ch); }
static FuncVal prodfn = {producer};
static MapType tmap = {.key = &tint, .elem = &tint, .slot_size = 16, .elem_off = 8, .group_size = 136};

/* Recovers at every distance from the end of a segment. */
static NOINLINE void at_depth(i64 n) {
	volatile char pad[24];
	pad[0] = 1;
	if (n == 0) try1(1);
	else at_depth(n - 1);
	pad[1] = pad[0];
}

void main_main(void) {
	i64 sum = 0, v, i;
	Hmap *m;

	prints("hello\n");
	runtime_printint(deep(100000)); prints("\n");
	runtime_printint(try1(0)); prints("\n");
	runtime_printint(try1(1)); prints("\n");
	runtime_printint(try1(2)); prints("\n");
	ch = makechan(&tchan, 0);
	runtime_newproc(&prodfn);
	while (recv2(ch, &v)) sum += v;
	runtime_printint(sum); prints("\n");
	m = makemap(&tmap, 0);
	for (i = 0; i < 100000; i++) *(i64 *)mapassign64(&tmap, m, i * 7) = i;
	for (sum = i = 0; i < 100000; i++) sum += *(i64 *)mapaccess64(&tmap, m, i * 7);
	runtime_printint(sum); prints("\n");
	recovered = 0;
	for (i = 0; i < 400; i++) at_depth(i);
	runtime_printint(recovered); prints("\n");
	if (argc > 1) { if (argv[1][0] == 'o') deep(1ll << 40); if (argv[1][0] == 'd') recv2(0, &v); *(volatile i64 *)0 = 0; runtime_gopanic(&tstring, &msg); }
}
