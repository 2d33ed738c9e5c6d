/* A program as the compiler would make it, by hand: boot, print, stack growth, defer and recover, goroutines, a map. */
#include "test.h"

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

static i64 deep(i64 n) { volatile char pad[200]; pad[0] = 1; return n == 0 ? 0 : 1 + deep(n - 1) + pad[0] - 1; }

static volatile i64 recovered;
static __attribute__((noinline)) void rec(void) {
	volatile char pad[400];
	pad[0] = 0;
	Eface e = gorecover(__builtin_frame_address(1));
	if (e.type) recovered++;
}
static FuncVal recfn = {rec};
static i64 seconds;
static void second(void) { seconds++; }
static FuncVal secondfn = {second};
static GoString msg = {(const u8 *)"boom", 4};
static void body(void *ctx) {
	DeferRec a, b;
	deferproc(&b, &secondfn);
	deferproc(&a, &recfn);
	if (*(i64 *)ctx == 1) runtime_gopanic(&t_str, &msg);
	if (*(i64 *)ctx == 2) { deep(2000); *(volatile int *)0 = 1; }
	deferreturn();
}
static NOINLINE i64 try1(i64 mode) {
	TryRec r;
	i64 ctx = mode;
	return runtime_trycall(body, &ctx, &r) * 10 + ctx;
}

static ChanType tchan = {.elem = &t_int};
static Hchan *ch;
static void producer(void) { for (i64 i = 0; i < 1000; i++) { send(ch, &i); if (i == 500) deep(10000); } closechan(ch); }
static FuncVal prodfn = {producer};
static MapType tmap = {.key = &t_int, .elem = &t_int, .slot_size = 16, .elem_off = 8, .group_size = 136};

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

	CHECK("deep", deep(100000), 100000);
	CHECK("no panic", try1(0), 0);
	CHECK("panic", try1(1), 11);
	CHECK("nil dereference", try1(2), 12);
	CHECK("recovered", recovered, 2);
	ch = makechan(&tchan, 0);
	runtime_newproc(&prodfn);
	while (recv2(ch, &v))
		sum += v;
	CHECK("channel", sum, 499500);
	m = makemap(&tmap, 0);
	for (i = 0; i < 100000; i++)
		*(i64 *)mapassign64(&tmap, m, i * 7) = i;
	for (sum = i = 0; i < 100000; i++)
		sum += *(i64 *)mapaccess64(&tmap, m, i * 7);
	CHECK("map", sum, 4999950000);
	recovered = seconds = 0;
	for (i = 0; i < 400; i++)
		at_depth(i);
	CHECK("recovered at depth", recovered, 400);
	CHECK("other deferred calls", seconds, 400);
	prints("ok\n");
	if (argc > 1) { if (argv[1][0] == 'o') deep(1ll << 40); if (argv[1][0] == 'd') recv2(0, &v); *(volatile i64 *)0 = 0; runtime_gopanic(&t_str, &msg); }
}
