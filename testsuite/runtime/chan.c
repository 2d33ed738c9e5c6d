/* Channels: elements and buffers of all sizes against a queue of numbers; waiting goroutines, first come first served; closed
 * and nil channels; what panics; many goroutines. Element id of a channel holds pattern(id). */
#include "test.h"
#include "chan.h"

Hchan *makechan(ChanType *t, i64 n) SYM(makechan);
void send(Hchan *c, const void *e) SYM(chansend1);
void recv1(Hchan *c, void *e) SYM(chanrecv1);
bool recv2(Hchan *c, void *e) SYM(chanrecv2);
void closechan(Hchan *c) SYM(closechan);
u64 trysend(Hchan *c, const void *e) SYM(selectnbsend);
Pair tryrecv(void *e, Hchan *c) SYM(selectnbrecv);

enum { GUARD = 16, MAXELEM = 5000 };
static const i64 sizes[] = {0, 1, 2, 3, 4, 7, 8, 9, 16, 17, 24, 33, 64, 65, 100, 1000, MAXELEM};
static Type types[NELEM(sizes)];
static ChanType chantypes[NELEM(sizes)];
static u8 area[GUARD + MAXELEM + GUARD];
static Hchan *ch;
static i64 size;                                     /* of ch's elements */
static i64 ticket, done;

/* Some kinds of elements are all pointers, for the write barrier. */
static Hchan *
chan(i64 kind, i64 cap)
{
	static u8 pointers[NELEM(sizes)][MAXELEM / 64 + 1];
	i64 i, n;

	size = sizes[kind];
	n = size % 8 || size < 24 ? 0 : size / 8;
	for (i = 0; i < n; i++)
		pointers[kind][i / 8] |= 1 << i % 8;
	types[kind] = (Type){.size = size, .ptrdata = n * 8, .gcdata = pointers[kind]};
	chantypes[kind].elem = &types[kind];
	return ch = makechan(&chantypes[kind], cap);
}

static void *
element(i64 id)
{
	u8 *e = runtime_mallocgc(size, 0, true);

	pattern(e, size, id);
	return e;
}

/* ---- one goroutine ---- */

/* Receives without waiting, if there is something: element id, or one of a closed channel. Not a byte beside it is touched. */
static void
take(Hchan *c, bool any, bool ok, i64 id)
{
	bool exact = next(2);
	u8 *whole = exact ? runtime_mallocgc(size, 0, true) : area, *e = exact ? whole : area + GUARD;
	i64 n = exact ? size : (i64)sizeof area, i;
	Pair r;

	for (i = 0; i < n; i++)
		whole[i] = 0xee;
	r = tryrecv(e, c);
	CHECK("received", r.a, any);
	CHECK("received a value", r.b, ok);
	if (ok)
		checkpattern("element", e, size, id);
	else
		checkbytes("no element", e, size, any ? 0 : 0xee);
	if (exact)
		return;
	checkbytes("before the element", area, GUARD, 0xee);
	checkbytes("behind the element", area + GUARD + size, GUARD, 0xee);
}

static void
ring(i64 kind, i64 cap)
{
	Hchan *c = chan(kind, cap);
	i64 head = 0, tail = 0, round;

	CHECK("cap", c->dataqsiz, cap);
	for (round = 0; round < 40 * cap + 100; round++) {
		if (next(3) < 1 + (u64)round / (4 * cap) % 2) {
			bool room = tail - head < cap;
			CHECK("sent", trysend(c, element(tail)), room);
			tail += room;
		} else if (next(8) == 0 && tail > head) {
			CHECK("dropped", tryrecv(0, c).b, true);
			head++;
		} else {
			take(c, tail > head, tail > head, head);
			head += tail > head;
		}
		CHECK("len", c->count, tail - head);
	}
	if (tail == head)
		send(c, element(tail++));
	closechan(c);
	for (; head < tail; head++)
		take(c, true, true, head);
	take(c, true, false, 0);
	checkbytes("nothing stays in the buffer", c->buf, cap * size, 0);
}

/* ---- goroutines that wait ---- */

static i64
waiting(Hchan *c, WaitQ *q)
{
	Sudog *s, *last = 0;
	i64 n = 0;

	lock(&c->lock);
	for (s = q->first; s; last = s, s = s->next, n++)
		if (s->prev != last || s->c != c)
			n = 1000000;
	if (q->last != last)
		n = 1000000;
	unlock(&c->lock);
	return n;
}

/* Starts n, one after the other as they come to wait in q. */
static void
start(FuncVal *fn, i64 n, WaitQ *q)
{
	i64 i;

	for (i = 0; i < n; i++) {
		runtime_newproc(fn);
		while (waiting(ch, q) < i + 1)
			runtime_gosched();
		CHECK("waiting", waiting(ch, q), i + 1);
	}
}

static void
receiver(void)
{
	i64 id = aadd(&ticket, 1) - 1;
	u8 *e = element(99);
	bool ok = recv2(ch, e);

	if (ok)
		checkpattern("handed over", e, size, id);
	else
		checkbytes("closed meanwhile", e, size, 0);
	aadd(&done, ok ? 1 : 100);
}

static void
sender(void)
{
	send(ch, element(aadd(&ticket, 1) - 1));
	aadd(&done, 1);
}

static void trysender(void *unused) { sender(); }

static void
panicsender(void)
{
	panics(trysender, 0, LIT("send on closed channel"));
	aadd(&done, 1);
}

static FuncVal receiverfn = {receiver}, senderfn = {sender}, panicsenderfn = {panicsender};

static void
handoff(i64 kind)
{
	Hchan *c = chan(kind, 0);
	i64 i;

	ticket = done = 0;
	CHECK("nobody receives", trysend(c, element(0)), false);
	CHECK("nobody sends", tryrecv(0, c).a, false);
	start(&receiverfn, 5, &c->recvq);
	for (i = 0; i < 5; i++)
		if (i & 1)
			send(c, element(i));
		else
			CHECK("somebody receives", trysend(c, element(i)), true);
	waitfor(&done, 5);
	ticket = done = 0;
	start(&senderfn, 6, &c->sendq);
	for (i = 0; i < 6; i++) {
		u8 *e = element(77);
		if (i == 3) {
			recv1(c, 0);
			continue;
		}
		CHECK("received", recv2(c, e), true);
		checkpattern("from a sender", e, size, i);
	}
	waitfor(&done, 6);
	CHECK("len", c->count, 0);
	CHECK("queues", waiting(c, &c->recvq) + waiting(c, &c->sendq), 0);
}

/* Those who wait behind a full buffer come after what is in it. */
static void
full(i64 kind, i64 cap, i64 turned)
{
	Hchan *c = chan(kind, cap);
	i64 i;

	for (i = 0; i < turned; i++) {
		send(c, element(i));
		take(c, true, true, i);
	}
	for (ticket = done = 0; ticket < cap; ticket++)
		send(c, element(ticket));
	CHECK("full", trysend(c, element(0)), false);
	start(&senderfn, 5, &c->sendq);
	for (i = 0; i < cap + 5; i++) {
		CHECK("len", c->count, i <= 5 ? cap : cap + 5 - i);
		take(c, true, true, i);
	}
	take(c, false, false, 0);
	waitfor(&done, 5);
	for (i = 0; i < 3 * cap; i++) {
		send(c, element(i));
		take(c, true, true, i);
	}
	checkbytes("nothing stays in the buffer", c->buf, cap * size, 0);
}

static void closearg(void *c) { closechan(c); }
static void sendarg(void *c) { send(c, element(0)); }
static void trysendarg(void *c) { trysend(c, element(0)); }

static void
closing(i64 kind)
{
	Hchan *c = chan(kind, 2);

	ticket = done = 0;
	start(&receiverfn, 4, &c->recvq);
	closechan(c);
	waitfor(&done, 400);
	CHECK("all by close", done, 400);
	panics(closearg, c, LIT("close of closed channel"));
	panics(sendarg, c, LIT("send on closed channel"));
	panics(trysendarg, c, LIT("send on closed channel"));
	c = chan(kind, 2);
	send(c, element(0));
	send(c, element(1));
	ticket = done = 0;
	start(&panicsenderfn, 4, &c->sendq);
	closechan(c);
	waitfor(&done, 4);
	take(c, true, true, 0);
	take(c, true, true, 1);
	take(c, true, false, 0);
	take(c, true, false, 0);
	CHECK("open", c->lock.key, 0);
}

/* ---- nil, sizes ---- */

static void nilsend(void) { send(0, area); done++; }
static void nilrecv(void) { recv2(0, area); done++; }
static void makearg(void *n) { makechan(&chantypes[0], (i64)n); }
static void makebig(void *n) { makechan(&chantypes[NELEM(sizes) - 1], (i64)n); }

static void
limits(void)
{
	static FuncVal fns[] = {{nilsend}, {nilrecv}};
	i64 i;

	CHECK("send to nil", trysend(0, area), false);
	CHECK("receive from nil", tryrecv(area, 0).a, false);
	panics(closearg, 0, LIT("close of nil channel"));
	panics(makearg, (void *)-1, LIT("makechan: size out of range"));
	panics(makebig, (void *)(1ll << 60), LIT("makechan: size out of range"));
	panics(makebig, (void *)(1ll << 32), LIT("makechan: size out of range"));
	done = 0;
	runtime_newproc(&fns[0]);
	runtime_newproc(&fns[1]);
	for (i = 0; i < 200; i++)
		runtime_gosched();
	CHECK("nil channels wait for ever", done, 0);
	chan(0, 1ll << 60);
	for (i = 0; i < 1000; i++)
		send(ch, 0);
	CHECK("len of nothings", ch->count, 1000);
	for (i = 0; i < 1000; i++)
		CHECK("a nothing", recv2(ch, 0), true);
	CHECK("no nothing", tryrecv(0, ch).a, false);
}

/* ---- many goroutines ---- */

enum { PRODUCERS = 4, CONSUMERS = 3, EACH = 2000 };
static i64 sum, received, producers;

static void
producer(void)
{
	u64 id = aadd(&ticket, 1) - 1, i;
	u8 *e = element(0);

	for (i = 0; i < EACH; i++) {
		*(u64 *)e = id << 32 | i;
		pattern(e + 8, size - 8, i);
		send(ch, e);
		if (i % 64 == id)
			runtime_gosched();
	}
	aadd(&producers, 1);
}

static void
consumer(void)
{
	i64 last[PRODUCERS], n = 0, i, from, s = 0;
	u8 *e = element(0);

	for (i = 0; i < PRODUCERS; i++)
		last[i] = -1;
	while (recv2(ch, e)) {
		from = *(u64 *)e >> 32;
		i = *(u32 *)e;
		checkpattern("value", e + 8, size - 8, i);
		if (from >= PRODUCERS || i <= last[from])
			fail("order", from, i);
		last[from] = i;
		s += i;
		n++;
	}
	aadd(&sum, s);
	aadd(&received, n);
	aadd(&done, 1);
}

static void
storm(i64 kind, i64 cap)
{
	static FuncVal p = {producer}, c = {consumer};
	i64 i;

	chan(kind, cap);
	ticket = done = sum = received = producers = 0;
	for (i = 0; i < CONSUMERS; i++)
		runtime_newproc(&c);
	for (i = 0; i < PRODUCERS; i++)
		runtime_newproc(&p);
	waitfor(&producers, PRODUCERS);
	closechan(ch);
	waitfor(&done, CONSUMERS);
	CHECK("all values", received, PRODUCERS * EACH);
	CHECK("each once", sum, PRODUCERS * (i64)EACH * (EACH - 1) / 2);
}

void
main_main(void)
{
	static const i64 caps[] = {1, 2, 3, 5, 8, 17};
	u64 k, i;

	for (k = 0; k < NELEM(sizes); k++) {
		for (i = 0; i < NELEM(caps); i++) {
			ring(k, caps[i]);
			full(k, caps[i], i);
		}
		handoff(k);
		closing(k);
	}
	limits();
	for (k = 0; k < NELEM(sizes); k++)
		if (sizes[k] % 8 == 0 && sizes[k] && sizes[k] < 100) {
			storm(k, 0);
			storm(k, 1);
			storm(k, 10);
		}
	prints("ok\n");
}
