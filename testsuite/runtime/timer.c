/* Timers. Most of it happens in heaps of Ps that nobody runs, at times that the test makes up (all an hour ahead: the scheduler never
 * meets these timers): order, deletion, periods, moves to another P, timers with channels, what the collector drops. Then sleeping
 * goroutines, and many that start and stop timers while they fire. */
#include "test.h"
#include "chan.h"

Hchan *makechan(ChanType *t, i64 n) SYM(makechan);
bool recv2(Hchan *c, void *e) SYM(chanrecv2);
Pair tryrecv(void *e, Hchan *c) SYM(selectnbrecv);
void sleep_(i64 ns) __asm__("time.Sleep");
bool starttimer(Timer *t, i64 when, i64 period, FuncVal *fn, Hchan *c, void *loc) SYM(starttimer);
bool stoptimer(Timer *t) SYM(stoptimer);
void timerchan(Hchan *c, Timer *t) SYM(timerchan);
i64 setmaxprocs(i64 n) SYM(setmaxprocs);

typedef struct Time { i64 sec; i32 nsec; i64 mono; void *loc; } Time;
enum { N = 4000 };
#define FOREVER 0x7fffffffffffffff
static P quiet, other;
static Timer timers[N];
static i64 arrival[N], arrivals;                     /* by timer: order of adding; 0 not waiting */
static i64 base, until;
static Timer *fired[2 * N];
static i64 nfired;

static void
record(Timer *t)
{
	NOSPLIT();
	fired[nfired++] = t;
	if (!t->period)
		astore(&t->p, 0);
}

typedef struct Move { P *from, *to; } Move;
static void move(void *arg) { timers_move(((Move *)arg)->from, ((Move *)arg)->to); }

/* Between hold and release the goroutine keeps its P; release moves the timers added meanwhile to p. */
static M *hold(void) { return acquirem(); }

static void
release(M *m, P *p)
{
	Move a = {m->p, p};

	systemstack(move, &a);
	releasem(m);
}

static void
add(i64 i, i64 when, i64 period)
{
	M *m = hold();

	timers[i].when = when;
	timers[i].period = period;
	timers[i].f = record;
	timer_add(&timers[i]);
	release(m, &quiet);
	arrival[i] = ++arrivals;
}

static void
checkheap(P *p)
{
	Timers *h = &p->timers;
	Timer *t, *up;
	i64 i;

	for (i = 0; i < h->n; i++) {
		t = h->heap[i];
		up = h->heap[(i - 1) / 4];
		CHECK("index", t->index, i);
		CHECK("the timer's P", (uintptr)t->p, (uintptr)p);
		if (i && (t->when < up->when || (t->when == up->when && t->seq < up->seq)))
			fail("heap", i, h->n);
	}
	CHECK("the first", h->minwhen, h->n ? h->heap[0]->when : 0);
	CHECK("unlocked", h->lock.key, 0);
}

static void check_(void *now) { nfired = 0; timers_check(&quiet, now, &until); }

static void
advance(i64 now)
{
	systemstack(check_, &now);
	CHECK("when the next is due", until, quiet.timers.n ? quiet.timers.heap[0]->when : 0);
}

/* What fired, up to now: in order, once, and nothing that is due is left. */
static void
checkfired(i64 now)
{
	i64 i, k, due = 0;

	for (i = 0; i < N; i++)
		due += arrival[i] && timers[i].when <= now;
	CHECK("how many fired", nfired, due);
	for (i = 0; i < nfired; i++) {
		k = fired[i] - timers;
		if (!arrival[k] || fired[i]->when > now)
			fail("fired wrongly", i, k);
		if (i && (fired[i]->when < fired[i - 1]->when || (fired[i]->when == fired[i - 1]->when
				&& arrival[k] < arrival[fired[i - 1] - timers])))
			fail("order", i, k);
	}
	for (i = 0; i < nfired; i++)
		arrival[fired[i] - timers] = 0;
}

static void
order(u64 range)
{
	i64 i, now = base;

	for (i = 0; i < N; i++)
		add(i, base + next(range), 0);
	checkheap(&quiet);
	for (i = 0; i < 50; i++) {
		now += 1 + next(1 + range / 40);
		advance(now);
		checkfired(now);
		checkheap(&quiet);
	}
	advance(base + range);
	checkfired(base + range);
	CHECK("none is left", quiet.timers.n, 0);
	CHECK("none is due", until, 0);
}

/* Timers are added, removed, set anew, and fire. */
static void
churn(u64 range)
{
	i64 i, k, now = base;

	for (i = 0; i < 30000; i++) {
		k = next(N);
		if (next(3)) {
			CHECK("deleted", timer_del(&timers[k]), arrival[k] != 0);
			CHECK("deleted twice", timer_del(&timers[k]), false);
			arrival[k] = 0;
		}
		if (!arrival[k] && next(4))
			add(k, now + 1 + next(range), 0);
		if (i % 100 == 0) {
			checkheap(&quiet);
			now += next(range / 4);
			advance(now);
			checkfired(now);
		}
	}
	for (i = 0; i < N; i++) {
		k = (i * 1237 + 5) % N;
		CHECK("deleted", timer_del(&timers[k]), arrival[k] != 0);
		arrival[k] = 0;
		if (i % 100 == 0)
			checkheap(&quiet);
	}
	CHECK("none is left", quiet.timers.n, 0);
}

static void
moved(void)
{
	Move a = {&quiet, &other}, b = {&other, &quiet};
	i64 i;

	for (i = 0; i < 3000; i++) {
		if (i == 1500)
			systemstack(move, &a);
		add(i, base + next(1ll << 40), 0);       /* all different: equal ones may come in another order after a move */
	}
	CHECK("half of them", other.timers.n, 1500);
	checkheap(&quiet);
	checkheap(&other);
	for (i = 0; i < 3000; i += 3) {
		CHECK("deleted from its P", timer_del(&timers[i]), true);
		arrival[i] = 0;
	}
	systemstack(move, &b);
	CHECK("none left behind", other.timers.n, 0);
	CHECK("all there", quiet.timers.n, 2000);
	checkheap(&quiet);
	checkheap(&other);
	for (i = 1; i < 3000; i += 6) {
		CHECK("deleted after the move", timer_del(&timers[i]), true);
		arrival[i] = 0;
	}
	advance(base + (1ll << 40));
	checkfired(base + (1ll << 40));
}

static void
periodic(void)
{
	static i64 due[100], count[100];
	i64 i, k, now = base, step;

	for (i = 0; i < 100; i++) {
		count[i] = 0;
		add(i, due[i] = base + 1 + next(500), 1 + next(100));
	}
	for (step = 0; step < 2000; step++) {
		now += next(step % 10 ? 10 : 1000);
		advance(now);
		checkheap(&quiet);
		for (i = 0; i < nfired; i++)
			count[fired[i] - timers]++;
		for (k = 0; k < 100; k++) {
			CHECK("fires once for all that is past", count[k], due[k] <= now);
			while (due[k] <= now)
				due[k] += timers[k].period;
			CHECK("when it fires again", timers[k].when, due[k]);
			count[k] = 0;
		}
	}
	for (i = 0; i < 100; i++) {
		CHECK("deleted", timer_del(&timers[i]), true);
		arrival[i] = 0;
	}
	add(0, base, FOREVER);
	add(1, -5, 0);
	CHECK("the past beyond time is never", timers[1].when, FOREVER);
	advance(base);
	CHECK("never again", timers[0].when, FOREVER);
	CHECK("fired", nfired, 1);
	for (i = 0; i < 2; i++, arrival[i] = 0)
		timer_del(&timers[i]);
	arrival[0] = 0;
}

/* ---- with channels and functions, as package time uses them ---- */

static u8 time_ptrs = 8;
static Type t_time = {.size = sizeof(Time), .ptrdata = sizeof(Time), .gcdata = &time_ptrs};
static ChanType t_chan = {.elem = &t_time};
static i64 ran;
static Timer timer;
static Hchan *ch;

static bool
start(i64 period, FuncVal *fn)
{
	M *m = hold();
	bool r = starttimer(&timer, base, period, fn, fn ? 0 : ch, &timer);

	release(m, &quiet);
	return r;
}

static void
gettime(bool ok)
{
	Time *t = runtime_mallocgc(sizeof *t, &t_time, true);
	Pair r = tryrecv(t, ch);

	CHECK("a time", r.a, ok);
	CHECK("a time received", r.b, ok);
	CHECK("its zone", (uintptr)t->loc, ok ? (uintptr)&timer : 0);
	if (ok && (t->mono <= 1 || t->nsec >= 1000000000 || t->sec < 62135596800))
		fail("the time", t->sec, t->mono);
	CHECK("len", ch->count, 0);
	CHECK("cap", ch->dataqsiz, 0);
}

static void
receiver(void)
{
	Time *t = runtime_mallocgc(sizeof *t, &t_time, true);

	CHECK("ok", recv2(ch, t), true);
	CHECK("zone", (uintptr)t->loc, (uintptr)&timer);
	aadd(&ran, 1);
}

static void
channel(void)
{
	static FuncVal fn = {receiver};
	i64 i;

	ch = makechan(&t_chan, 1);
	timerchan(ch, &timer);
	CHECK("first start", start(0, 0), false);
	gettime(false);
	CHECK("started anew", start(0, 0), true);
	advance(base);
	CHECK("stopped, its time not received", stoptimer(&timer), true);
	gettime(false);
	CHECK("stopped twice", stoptimer(&timer), false);
	CHECK("started", start(0, 0), false);
	advance(base);
	gettime(true);
	gettime(false);
	CHECK("received", stoptimer(&timer), false);
	start(0, 0);
	advance(base);
	CHECK("started anew, its time not received", start(0, 0), true);
	gettime(false);
	CHECK("stopped", stoptimer(&timer), true);
	CHECK("ticker", start(10, 0), false);
	for (i = 0; i < 5; i++)
		advance(base + 10 * i);
	gettime(true);
	gettime(false);
	advance(base + 100);
	gettime(true);
	ran = 0;
	runtime_newproc(&fn);
	while (!aload(&ch->recvq.first))
		runtime_gosched();
	advance(base + 200);
	waitfor(&ran, 1);
	gettime(false);
	CHECK("ticker stopped", stoptimer(&timer), true);
}

static void callback(void) { aadd(&ran, 1); }
static FuncVal callbackfn = {callback};

static void
function(void)
{
	i64 i;

	timer = (Timer){0};
	ran = 0;
	start(0, &callbackfn);
	CHECK("stopped", stoptimer(&timer), true);
	advance(base);
	CHECK("not called", nfired + ran, 0);
	CHECK("started", start(0, &callbackfn), false);
	advance(base);
	CHECK("has begun", stoptimer(&timer), false);
	waitfor(&ran, 1);
	CHECK("with a period", start(3, &callbackfn), false);
	for (i = 0; i < 10; i++)
		advance(base + 3 * i);
	waitfor(&ran, 11);
	CHECK("stopped", stoptimer(&timer), true);
}

/* ---- the collector: what has a channel stays when it is reached, the others always ---- */

static i64 marked;
static void mark(uintptr p) { NOSPLIT(); marked += (Timer *)p >= timers && (Timer *)p < timers + N; }
static bool reached(uintptr p) { NOSPLIT(); return ((Timer *)p - timers) % 2; }
static void collect(void *unused) { timers_mark(mark); timers_sweep(reached); }

static void
collected(void)
{
	M *m = hold();
	i64 i, left = 0;

	marked = 0;
	for (i = 0; i < 300; i++) {
		timers[i] = (Timer){.when = base + next(1000), .f = record, .c = next(3) ? ch : 0};
		timer_add(&timers[i]);
		arrival[i] = timers[i].c && i % 2 == 0 ? 0 : i + 1;
		left += arrival[i] != 0;
	}
	systemstack(collect, 0);
	CHECK("left", m->p->timers.n, left);
	checkheap(m->p);
	release(m, &quiet);
	for (i = 0; i < 300; i++)
		marked -= timers[i].c == 0;
	CHECK("marked", marked, 0);
	advance(base + 1000);
	CHECK("fired", nfired, left);
	for (i = 0; i < nfired; i++)
		CHECK("the right ones", --arrival[fired[i] - timers], fired[i] - timers);
	for (i = 0; i < 300; i++)
		timers[i] = (Timer){0}, arrival[i] = 0;
}

/* ---- in real time ---- */

enum { SLEEPERS = 60, GOROUTINES = 6, ROUNDS = 1500 };
static i64 tickets, starts, cancelled, done;

static void
sleeper(void)
{
	i64 i, ns, t0, me = aadd(&tickets, 1);

	for (i = 0; i < 5; i++) {
		ns = (me * 7919 + i * 104729) % 10000000 - 100000;
		t0 = runtime_nanotime();
		sleep_(ns);
		if (runtime_nanotime() - t0 < ns)
			fail("slept too short", runtime_nanotime() - t0, ns);
	}
	aadd(&done, 1);
}

/* Each start is either cancelled by the next or by a stop, or its function is called. */
static void
starter(void)
{
	i64 i, me = aadd(&tickets, 1) - 1;
	Timer *mine = timers + 20 * me, *t;
	u64 seed = me + 1;

	for (i = 0; i < ROUNDS; i++) {
		seed = seed * 6364136223846793005ull + 1442695040888963407ull;
		t = mine + (seed >> 33) % 20;
		if (seed >> 62) {
			aadd(&starts, 1);
			aadd(&cancelled, starttimer(t, runtime_nanotime() + (seed >> 40) % 300000, 0, &callbackfn, 0, 0));
		} else {
			aadd(&cancelled, stoptimer(t));
		}
		if (i % 50 == 0)
			sleep_((seed >> 40) % 100000);
	}
	for (i = 0; i < 20; i++)
		aadd(&cancelled, stoptimer(mine + i));
	aadd(&done, 1);
}

static void
realtime(void)
{
	static FuncVal s = {sleeper}, a = {starter};
	i64 i, procs;

	tickets = done = 0;
	for (i = 0; i < SLEEPERS; i++)
		runtime_newproc(&s);
	sleep_(3000000);
	procs = setmaxprocs(1);                      /* the timers of the others move */
	sleep_(3000000);
	setmaxprocs(procs);
	waitfor(&done, SLEEPERS);
	tickets = done = ran = 0;
	for (i = 0; i < GOROUTINES; i++)
		runtime_newproc(&a);
	waitfor(&done, GOROUTINES);
	waitfor(&ran, starts - cancelled);
	sleep_(2000000);
	CHECK("called or cancelled", ran, starts - cancelled);
}

void
main_main(void)
{
	base = runtime_nanotime() + 3600000000000;
	order(1);
	order(100);
	order(1000000);
	order(1ll << 45);
	churn(2000);
	churn(1ll << 40);
	moved();
	periodic();
	channel();
	function();
	collected();
	realtime();
	prints("ok\n");
}
