/* select: over 0 to 300 cases, ready ones and nil ones, the same channel several times; served while it waits, closed while it
 * waits; chance; many goroutines that select against each other. */
#include "test.h"
#include "chan.h"

Hchan *makechan(ChanType *t, i64 n) SYM(makechan);
void send(Hchan *c, const void *e) SYM(chansend1);
bool recv2(Hchan *c, void *e) SYM(chanrecv2);
void closechan(Hchan *c) SYM(closechan);
u64 trysend(Hchan *c, const void *e) SYM(selectnbsend);
Pair tryrecv(void *e, Hchan *c) SYM(selectnbrecv);
Pair selectgo(Scase *cases, i64 nsends, i64 nrecvs, i64 pc, bool block) SYM(selectgo);

enum { MAX = 300, SIZE = 40 };
static Type t_elem = {.size = SIZE};
static ChanType t_chan = {.elem = &t_elem};
static Hchan *c[MAX];
static u8 *sent[MAX], *got[MAX];
static Scase cases[MAX];
static i64 nsends, ncases;

static void
unlocked(void)
{
	i64 i;

	for (i = 0; i < ncases; i++) {
		CHECK("unlocked", c[i]->lock.key, 0);
		if (c[i]->recvq.first || c[i]->recvq.last || c[i]->sendq.first || c[i]->sendq.last)
			fail("somebody waits", i, ncases);
	}
	CHECK("no sudogs left", (uintptr)getg()->waiting, 0);
}

/* n cases, the first sends of them sends, in an order that is not that of addresses. */
static void
setup(i64 n, i64 sends, i64 cap)
{
	i64 i, k;
	Hchan *x;

	ncases = n;
	nsends = sends;
	for (i = 0; i < n; i++)
		c[i] = makechan(&t_chan, cap);
	for (i = n; i-- > 1;) {
		k = next(i + 1);
		x = c[i];
		c[i] = c[k];
		c[k] = x;
	}
	for (i = 0; i < n; i++) {
		sent[i] = runtime_mallocgc(SIZE, 0, true);
		got[i] = runtime_mallocgc(SIZE, 0, true);
		pattern(sent[i], SIZE, i);
		cases[i] = (Scase){c[i], i < sends ? sent[i] : got[i]};
	}
}

static Pair choose(bool block) { return selectgo(cases, nsends, ncases - nsends, 0, block); }

/* Makes case k of channels with room for one ready: the other receives are empty, the other sends full. */
static void
makeready(i64 k)
{
	i64 i;

	for (i = 0; i < nsends; i++)
		if (i != k)
			send(c[i], sent[i]);
	if (k >= nsends)
		send(c[k], sent[k]);
}

static void
oneready(i64 n, i64 sends, i64 k, bool block)
{
	u8 *e;
	Pair r;
	i64 i;

	setup(n, sends, 1);
	makeready(k);
	r = choose(block);
	CHECK("the case that is ready", r.a, k);
	CHECK("received", r.b & 1, k >= sends);
	unlocked();
	if (k < sends) {
		e = runtime_mallocgc(SIZE, 0, true);
		CHECK("was sent", recv2(c[k], e), true);
	} else {
		e = got[k];
	}
	checkpattern("value", e, SIZE, k);
	for (i = 0; i < n; i++)
		CHECK("the others as before", c[i]->count, i < sends && i != k);
	CHECK("what is ready now", choose(false).a, k < sends ? k : -1);
}

static void
ready(void)
{
	static const i64 ns[] = {1, 2, 3, 5, 8, 15, 16, 17, 33, MAX};
	u64 i;
	i64 k, n;

	CHECK("no case", selectgo(cases, 0, 0, 0, false).a, -1);
	for (i = 0; i < NELEM(ns); i++)
		for (n = ns[i], k = 0; k < n; k += 1 + n / 32) {
			oneready(n, 0, k, k & 1);
			oneready(n, n, k, k & 1);
			oneready(n, n / 2, k, k & 1);
		}
}

/* Of the cases with a channel, all of them ready, each is as likely as the others, wherever they stand. (400 are expected; 120 are
 * six standard deviations.) */
static void
chance(i64 n, i64 sends)
{
	static i64 taken[MAX];
	i64 i, k, live = 0;

	setup(n, sends, 0);
	for (i = 0; i < n; i++) {
		taken[i] = 0;
		if (next(4) == 0)
			cases[i].c = 0;
		else if (i < sends)
			cases[i].c = c[i] = makechan(&t_chan, 1000);
		else
			closechan(c[i]);
		live += cases[i].c != 0;
	}
	for (i = 0; live && i < 400 * live; i++) {
		k = choose(i & 1).a;
		if (k < 0 || k >= n || !cases[k].c)
			fail("a case that is not there", k, n);
		taken[k]++;
	}
	for (i = 0; i < n; i++)
		if (cases[i].c && (taken[i] < 280 || taken[i] > 520))
			fail("chance", taken[i], n);
	if (!live)
		CHECK("nil channels only", choose(false).a, -1);
	unlocked();
}

/* ---- goroutines that wait in a select ---- */

static Pair result;
static i64 done;

static void
chooser(void)
{
	result = choose(true);
	unlocked();
	aadd(&done, 1);
}

static void choosearg(void *unused) { choose(true); }

static void
panicchooser(void)
{
	panics(choosearg, 0, LIT("send on closed channel"));
	unlocked();
	aadd(&done, 1);
}

static FuncVal chooserfn = {chooser}, panicchooserfn = {panicchooser};

/* Starts fn and waits until it waits in the last channel's queue, and so in all. */
static void
startwaiting(FuncVal *fn)
{
	Hchan *last = c[0];
	bool waits = false;
	i64 i;

	for (i = 0; i < ncases; i++)
		if (cases[i].c && (uintptr)c[i] > (uintptr)last)
			last = c[i];
	done = 0;
	runtime_newproc(fn);
	while (!waits) {
		runtime_gosched();
		lock(&last->lock);
		waits = last->recvq.first || last->sendq.first;
		unlock(&last->lock);
	}
}

static void
served(i64 n, i64 sends, i64 k)
{
	u8 *e = runtime_mallocgc(SIZE, 0, true);

	setup(n, sends, 0);
	startwaiting(&chooserfn);
	if (k < sends)
		CHECK("somebody sends", tryrecv(e, c[k]).b, true);
	else
		CHECK("somebody receives", trysend(c[k], sent[k]), true);
	CHECK("only once", k < sends ? tryrecv(e, c[k]).a : trysend(c[k], sent[k]), false);
	waitfor(&done, 1);
	CHECK("case", result.a, k);
	CHECK("received", result.b & 1, k >= sends);
	checkpattern("value", k < sends ? e : got[k], SIZE, k);
}

static void
closed(i64 n, i64 sends, i64 k)
{
	setup(n, sends, 0);
	startwaiting(k < sends ? &panicchooserfn : &chooserfn);
	pattern(got[k], SIZE, 1);
	closechan(c[k]);
	waitfor(&done, 1);
	if (k < sends)
		return;
	CHECK("case", result.a, k);
	CHECK("no value", result.b & 1, false);
	checkbytes("a zero value", got[k], SIZE, 0);
}

static void
waiting(void)
{
	static const i64 ns[] = {1, 2, 3, 16, 17, 100};
	u64 i;
	i64 k, n;

	for (i = 0; i < NELEM(ns); i++)
		for (n = ns[i], k = 0; k < n; k += 1 + n / 16) {
			served(n, 0, k);
			served(n, n, k);
			served(n, n / 2, k);
			closed(n, 0, k);
			closed(n, n, k);
			closed(n, n / 2, k);
		}
}

/* One channel in many cases, sends and receives. */
static void
same(i64 n, bool alternate)
{
	i64 i;

	setup(n, n / 2, 0);
	for (i = 0; i < n; i++)
		if (!alternate || i % 3)
			cases[i].c = c[i] = c[0];
	CHECK("not with itself", choose(false).a, -1);
	unlocked();
	startwaiting(&chooserfn);
	send(c[0], sent[0]);
	waitfor(&done, 1);
	if ((i64)result.a < n / 2 || cases[result.a].c != c[0])
		fail("a receive", result.a, n);
	checkpattern("value", got[result.a], SIZE, 0);
	unlocked();
	startwaiting(&chooserfn);
	CHECK("somebody sends", recv2(c[0], got[n - 1]), true);
	waitfor(&done, 1);
	if ((i64)result.a >= n / 2 || cases[result.a].c != c[0])
		fail("a send", result.a, n);
	checkpattern("value", got[n - 1], SIZE, result.a);
	unlocked();
}

/* ---- many goroutines ---- */

enum { CHANNELS = 20, SENDERS = 4, RECEIVERS = 4, EACH = 1500 };
static i64 tickets, sum, senders, receivers;
static Hchan *over;

/* Some of the channels, c[0] always: two who wait in different ones would wait for ever. */
static i64
pick(Scase *k, void *e, u64 *seed)
{
	i64 n = 1 + (*seed >> 33) % 24, i;

	for (i = 0; i < n; i++) {
		*seed = *seed * 6364136223846793005ull + 1442695040888963407ull;
		k[i] = (Scase){(*seed >> 60) == 0 ? 0 : c[(*seed >> 33) % CHANNELS], e};
	}
	k[(*seed >> 40) % n].c = c[0];
	return n;
}

static void
manysends(void)
{
	i64 i, me = aadd(&tickets, 1);
	u64 seed = me * 977;
	Scase *k = runtime_mallocgc(25 * sizeof *k, &type_conservative, true);
	u8 *e = runtime_mallocgc(SIZE, 0, true);

	for (i = 0; i < EACH; i++) {
		pattern(e, SIZE, i);
		*(i64 *)e = i;
		i64 n = pick(k, e, &seed);
		Pair r = selectgo(k, n, 0, 0, true);
		if ((i64)r.a >= n || !k[r.a].c)
			fail("sent by a case that is not there", r.a, n);
	}
	aadd(&senders, 1);
}

static void
manyreceives(void)
{
	i64 n, i, got = 0;
	u64 seed = aadd(&tickets, 1) * 977;
	Scase *k = runtime_mallocgc(25 * sizeof *k, &type_conservative, true);
	u8 *e = runtime_mallocgc(SIZE, 0, true);
	Pair r;

	for (;;) {
		n = pick(k, e, &seed);
		k[n] = (Scase){over, 0};
		r = selectgo(k, 0, n + 1, 0, true);
		if ((i64)r.a == n)
			break;
		i = *(i64 *)e;
		pattern(e, 8, i);
		checkpattern("value", e, SIZE, i);
		got += i;
	}
	aadd(&sum, got);
	aadd(&receivers, 1);
}

static void
storm(i64 cap)
{
	static FuncVal s = {manysends}, r = {manyreceives};
	Scase *k = cases;
	i64 i, left = 0;

	setup(CHANNELS, 0, cap);
	over = makechan(&t_chan, 0);
	tickets = sum = senders = receivers = 0;
	for (i = 0; i < SENDERS; i++) {
		runtime_newproc(&s);
		runtime_newproc(&r);
	}
	waitfor(&senders, SENDERS);
	closechan(over);
	waitfor(&receivers, RECEIVERS);
	while ((i = selectgo(k, 0, CHANNELS, 0, false).a) >= 0)
		left += *(i64 *)got[i];
	CHECK("each once", sum + left, SENDERS * (i64)EACH * (EACH - 1) / 2);
	unlocked();
}

void
main_main(void)
{
	i64 n;

	ready();
	for (n = 1; n <= 20; n++) {
		chance(n, 0);
		chance(n, n / 2);
	}
	chance(60, 30);
	waiting();
	for (n = 2; n <= 36; n += 2) {
		same(n, false);
		same(n, n > 6);
	}
	storm(0);
	storm(1);
	storm(4);
	prints("ok\n");
}
