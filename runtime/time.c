/* time.c - sleeping and timers. Each P has a heap (4-ary, by time, then by order of arrival) of what is due, run by the scheduler
 * of whatever M comes first: the P's own, or one that finds nothing else to do.
 *
 * Timer.p says whose heap a timer is in; it changes only under that P's timer lock and becomes 0 after the timer's function has
 * returned, so that to stop a timer is also to know that it does not fire any more. The functions run on g0 under the lock.
 *
 * A timer of package time that has a channel sends as if the channel were unbuffered (Go 1.23): the time lies in a slot that
 * len and cap do not show, and Stop and Reset empty it. The collector drops such timers from the heaps when nothing else refers
 * to them. */
#include "chan.h"

typedef struct Time { i64 sec; i32 nsec; i64 mono; void *loc; } Time;        /* stdlib/time.Time */
#define FOREVER 0x7fffffffffffffff
#define YEAR1 62135596800                    /* from year 1 to 1970, in seconds */

void time_Sleep(i64 ns) __asm__("time.Sleep");
bool runtime_starttimer(Timer *t, i64 when, i64 period, FuncVal *fn, Hchan *c, void *loc) SYM(starttimer);
bool runtime_stoptimer(Timer *t) SYM(stoptimer);
void runtime_timerchan(Hchan *c, Timer *t) SYM(timerchan);

/* ---- the heap of one P; its lock is held ---- */

static bool
before(Timer *a, Timer *b)
{
	NOSPLIT();
	return a->when != b->when ? a->when < b->when : a->seq < b->seq;
}

static void
place(Timers *h, i64 i, Timer *t)
{
	NOSPLIT();
	h->heap[i] = t;
	t->index = i;
}

static void
up(Timers *h, i64 i, Timer *t)
{
	NOSPLIT();
	for (; i > 0 && before(t, h->heap[(i - 1) / 4]); i = (i - 1) / 4)
		place(h, i, h->heap[(i - 1) / 4]);
	place(h, i, t);
}

static void
down(Timers *h, i64 i, Timer *t)
{
	i64 c, k, m;

	NOSPLIT();
	for (;; i = m) {
		m = -1;
		for (c = 4 * i + 1, k = 0; k < 4 && c + k < h->n; k++)
			if (m < 0 || before(h->heap[c + k], h->heap[m]))
				m = c + k;
		if (m < 0 || !before(h->heap[m], t))
			break;
		place(h, i, h->heap[m]);
	}
	place(h, i, t);
}

static void
setmin(Timers *h)
{
	NOSPLIT();
	astore(&h->minwhen, h->n ? h->heap[0]->when : 0);
}

static void
insert(P *p, Timer *t)
{
	Timers *h = &p->timers;
	Timer **n;
	i64 cap;

	NOSPLIT();
	if (h->n == h->cap) {
		cap = h->cap ? h->cap * 2 : 64;
		n = persistentalloc(cap * sizeof *n);
		runtime_memmove(n, h->heap, h->n * sizeof *n);
		h->heap = n;
		h->cap = cap;
	}
	t->seq = ++h->seq;
	astore(&t->p, p);
	up(h, h->n++, t);
	setmin(h);
}

static void
removeat(Timers *h, i64 i)
{
	Timer *last = h->heap[--h->n];

	NOSPLIT();
	h->heap[h->n] = 0;
	if (i == h->n)
		return;
	if (i > 0 && before(last, h->heap[(i - 1) / 4]))
		up(h, i, last);
	else
		down(h, i, last);
}

/* ---- adding, removing, running ---- */

typedef struct Add { Timer *t; bool first; } Add;

static void
add(void *arg)
{
	Add *a = arg;
	P *p = getg()->m->p;

	NOSPLIT();
	lock(&p->timers.lock);
	insert(p, a->t);
	a->first = p->timers.heap[0] == a->t;
	unlock(&p->timers.lock);
	if (a->first)
		wakepoller(a->t->when);
}

NOINLINE void
timer_add(Timer *t)
{
	Add a = {t, false};

	PART(timer_add, sched_part);
	if (t->when < 0)
		t->when = FOREVER;
	systemstack(add, &a);
}

/* Locks the P that has t in its heap, 0: none has. */
static P *
lockowner(Timer *t)
{
	P *p;

	while ((p = aload(&t->p))) {
		lock(&p->timers.lock);
		if (aload(&t->p) == p)
			return p;
		unlock(&p->timers.lock);
	}
	return 0;
}

bool
timer_del(Timer *t)
{
	P *p = lockowner(t);

	if (!p)
		return false;
	removeat(&p->timers, t->index);
	setmin(&p->timers);
	astore(&t->p, 0);
	unlock(&p->timers.lock);
	return true;
}

static void
fire(P *p, Timer *t, i64 now)
{
	Timers *h = &p->timers;

	NOSPLIT();
	if (t->period > 0) {
		t->when += t->period * (1 + (now - t->when) / t->period);
		if (t->when < 0)
			t->when = FOREVER;
		t->seq = ++h->seq;
		down(h, 0, t);
		t->f(t);
		return;
	}
	removeat(h, 0);
	t->f(t);                                     /* a Sleep's t is gone with this */
}

static bool
busy(P *p)
{
	NOSPLIT();
	return p->runqtail - aload(&p->runqhead) >= RUNQ / 2;
}

/* On g0. *now: 0, or the time already. While this P has much to run, one timer at a time: thousands that are due together do not make
 * thousands of goroutines before the first of these has run. */
bool
timers_check(P *p, i64 *now, i64 *until)
{
	Timers *h = &p->timers;
	bool any = false;
	Timer *t;

	NOSPLIT();
	*until = aload(&h->minwhen);
	if (!*until)
		return false;
	if (!*now)
		*now = runtime_nanotime();
	if (*until > *now)
		return false;
	lock(&h->lock);
	while (h->n && (t = h->heap[0])->when <= *now && !(any && busy(getg()->m->p))) {
		fire(p, t, *now);
		any = true;
	}
	setmin(h);
	*until = h->minwhen;
	unlock(&h->lock);
	return any;
}

/* The world is stopped; from is not used any more. */
void
timers_move(P *from, P *to)
{
	i64 i;

	NOSPLIT();
	for (i = 0; i < from->timers.n; i++)
		insert(to, from->timers.heap[i]);
	from->timers.n = 0;
	setmin(&from->timers);
}

/* ---- for the collector, the world stopped ---- */

void
timers_mark(void (*mark)(uintptr))
{
	Timers *h;
	i32 i;
	i64 k;

	NOSPLIT();
	for (i = 0; i < MAXPROCS && allp[i]; i++) {
		h = &allp[i]->timers;
		for (k = 0; k < h->n; k++)
			if (!h->heap[k]->c)
				mark((uintptr)h->heap[k]);
	}
}

void
timers_sweep(bool (*reached)(uintptr))
{
	Timers *h;
	i32 i;
	i64 k, n, old;

	NOSPLIT();
	for (i = 0; i < MAXPROCS && allp[i]; i++) {
		h = &allp[i]->timers;
		old = h->n;
		for (k = n = 0; k < old; k++)
			if (!h->heap[k]->c || reached((uintptr)h->heap[k]))
				h->heap[n++] = h->heap[k];
		if (n == old)
			continue;
		for (k = 0, h->n = 0; k < n; k++)
			up(h, h->n++, h->heap[k]);
		setmin(h);
	}
}

/* ---- package time ---- */

static void
wakesleeper(Timer *t)
{
	NOSPLIT();
	goready(t->arg);
}

static bool
startsleep(G *g, void *t)
{
	NOSPLIT();
	timer_add(t);
	return true;
}

void
time_Sleep(i64 ns)
{
	Timer t = {.f = wakesleeper, .arg = getg()};

	if (ns <= 0)
		return;
	t.when = runtime_nanotime() + ns;
	gopark(startsleep, &t, WAIT_SLEEP);
}

/* AfterFunc's: a goroutine of its own. */
static void
callback(Timer *t)
{
	FuncVal *fn = t->arg;

	NOSPLIT();
	if (!t->period)
		astore(&t->p, 0);
	runtime_newproc(fn);
}

/* Gives the time to a receiver that waits, or leaves it in the slot. */
static void
sendtime(Timer *t)
{
	Hchan *c = t->c;
	Sudog *woken = 0;
	Pair w = runtime_walltime();
	Time now = {w.a + YEAR1, w.b, runtime_nanotime() + 1, t->arg};

	NOSPLIT();
	lock(&c->lock);
	if (chan_trysend(c, &now, &woken) == CHAN_WAIT && !c->timerfull) {
		runtime_memmove(c->buf, &now, sizeof now);
		c->timerfull = true;
	}
	unlock(&c->lock);
	if (!t->period)
		astore(&t->p, 0);
	if (woken)
		chan_wake(woken);
}

/* c was made with room for one. */
void
runtime_timerchan(Hchan *c, Timer *t)
{
	c->dataqsiz = 0;
	c->timer = t;
}

/* True when it was still to come: its function was not called, its time not received. */
static bool
stop(Timer *t)
{
	bool active = timer_del(t);
	Hchan *c = t->c;

	if (!c)
		return active;
	lock(&c->lock);
	active |= c->timerfull;
	c->timerfull = false;
	unlock(&c->lock);
	return active;
}

/* At `when`, then every `period` if that is not 0: calls fn in a goroutine of its own, or sends the time, in zone loc, to c. t is
 * memory of the caller's that starts zeroed. True: it was still to come before. */
bool
runtime_starttimer(Timer *t, i64 when, i64 period, FuncVal *fn, Hchan *c, void *loc)
{
	bool active;

	lock(&t->lock);
	active = stop(t);
	t->when = when;
	t->period = period;
	t->f = c ? sendtime : callback;
	wb_slot(&t->c);
	wb_slot(&t->arg);
	t->c = c;
	t->arg = c ? loc : fn;
	timer_add(t);
	unlock(&t->lock);
	return active;
}

bool
runtime_stoptimer(Timer *t)
{
	bool active;

	lock(&t->lock);
	active = stop(t);
	unlock(&t->lock);
	return active;
}
