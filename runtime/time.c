/* time.c - sleeping and timers: a heap of what is due, run by the scheduler. */
#include "runtime.h"

typedef struct Timer { i64 when, period; void (*f)(struct Timer *); void *arg; i64 index; u64 seq; } Timer;

static Timer **heap;
static i64 ntimers, captimers;
static u64 seq;

void timer_add(Timer *t);
bool timer_del(Timer *t);
void time_Sleep(i64 ns) __asm__("time.Sleep");

static bool
before(Timer *a, Timer *b)
{
	return a->when != b->when ? a->when < b->when : a->seq < b->seq;
}

static void
place(i64 i, Timer *t)
{
	heap[i] = t;
	t->index = i + 1;
}

static void
up(i64 i, Timer *t)
{
	for (; i > 0 && before(t, heap[(i - 1) / 4]); i = (i - 1) / 4)
		place(i, heap[(i - 1) / 4]);
	place(i, t);
}

static void
down(i64 i, Timer *t)
{
	i64 c, k, m;

	for (;;) {
		m = -1;
		for (c = 4 * i + 1, k = 0; k < 4 && c + k < ntimers; k++)
			if (m < 0 || before(heap[c + k], heap[m]))
				m = c + k;
		if (m < 0 || !before(heap[m], t))
			break;
		place(i, heap[m]);
		i = m;
	}
	place(i, t);
}

static bool
timers_run(i64 *until)
{
	i64 now;
	Timer *t;
	bool any = false;

	*until = -1;
	if (ntimers == 0)
		return false;
	now = runtime_nanotime();
	while (ntimers && heap[0]->when <= now) {
		t = heap[0];
		timer_del(t);
		if (t->period > 0) {
			t->when += t->period * (1 + (now - t->when) / t->period);
			timer_add(t);
		}
		t->f(t);
		any = true;
	}
	if (ntimers)
		*until = heap[0]->when - now;
	return any;
}

static COLD void
timerpart(i32 stage)
{
	timers = timers_run;
}

void
timer_add(Timer *t)
{
	Timer **n;

	PART(timer_add, timerpart);
	if (ntimers == captimers) {
		captimers = captimers ? captimers * 2 : 64;
		n = runtime_mallocgc(captimers * sizeof *n, &type_conservative, true);
		runtime_memmove(n, heap, ntimers * sizeof *n);
		heap = n;
	}
	t->seq = ++seq;
	up(ntimers++, t);
}

bool
timer_del(Timer *t)
{
	i64 i = t->index - 1;
	Timer *last;

	if (i < 0)
		return false;
	t->index = 0;
	last = heap[--ntimers];
	heap[ntimers] = 0;
	if (last == t)
		return true;
	if (i > 0 && before(last, heap[(i - 1) / 4]))
		up(i, last);
	else
		down(i, last);
	return true;
}

static void
wakesleeper(Timer *t)
{
	goready(t->arg);
}

void
time_Sleep(i64 ns)
{
	Timer t = {.f = wakesleeper, .arg = getg()};

	if (ns <= 0)
		return;
	t.when = runtime_nanotime() + ns;
	if (t.when < 0)
		t.when = 0x7fffffffffffffff;
	timer_add(&t);
	gopark(0, 0, WAIT_SLEEP);
}

/* ---- package time ---- */

void runtime_starttimer(Timer *t, i64 when, i64 period, FuncVal *fn) SYM(starttimer);
bool runtime_stoptimer(Timer *t) SYM(stoptimer);

static void
callback(Timer *t)
{
	runtime_newproc(t->arg);
}

/* fn runs in a goroutine of its own at `when` and then every `period`, if any. t is memory of the caller's that starts zeroed. */
void
runtime_starttimer(Timer *t, i64 when, i64 period, FuncVal *fn)
{
	timer_del(t);
	t->when = when < 0 ? 0x7fffffffffffffff : when;
	t->period = period;
	t->f = callback;
	t->arg = fn;
	timer_add(t);
}

/* True when it was still to come. */
bool
runtime_stoptimer(Timer *t)
{
	return timer_del(t);
}
