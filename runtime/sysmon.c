/* sysmon.c - a thread without a P that watches the others: takes Ps from system calls that last, preempts goroutines that run for
 * over 10 ms, polls descriptors when nobody has for 10 ms, starts a collection when there was none for two minutes, prints
 * schedtrace. It sleeps 20 us at first, twice as long each time after 50 rounds without work, 10 ms at most, and altogether
 * while all Ps are idle. */
#include "runtime.h"


enum { SLICE = 10000000, FIRST = 20000, LONGEST = 10000000, IDLEROUNDS = 50 };
#define FORCEPERIOD 120000000000

void gc_start(bool forced);                          /* gc.c */
i64 gc_last(void);

static G *forceg;
static u32 forcewaits;
static i64 forceperiod = FORCEPERIOD;
static i64 slice = SLICE;

/* ---- forced collections ---- */

static void
forcehelper(void)
{
	i64 n = 0;

	if (godebug("forcegcperiod", &n))            /* for tests: milliseconds */
		forceperiod = n * 1000000;
	forceg = getg();
	for (;;) {
		astore(&forcewaits, 1);
		gopark(0, 0, WAIT_FORCEGC);
		gc_start(true);
		systemstack(stack_trim, 0);
		sched_dropstacks();
	}
}

void
forcegc_init(void)
{
	static FuncVal entry = {forcehelper};

	newsystemg(&entry);
}

/* When a cycle will be due if there is none before; 0: the helper is not waiting for it. */
i64
forcegc_when(void)
{
	NOSPLIT();
	return aload(&forcewaits) && aload(&forceg->status) == Gwaiting ? gc_last() + forceperiod : 0;
}

void
forcegc(i64 now)
{
	i64 when = forcegc_when();

	NOSPLIT();
	if (!when || now < when)
		return;
	astore(&forcewaits, 0);
	forceg->schedlink = 0;
	injectglist(forceg);
}

/* ---- taking Ps, preempting ---- */

/* p has been in the same system call since the last round. */
static bool
retakesyscall(P *p, i64 now)
{
	u32 tick = aload(&p->syscalltick);

	NOSPLIT();
	if (p->seensyscalltick != tick) {
		p->seensyscalltick = tick;
		p->syscallwhen = now;
		return false;
	}
	if (runqempty(p) && aload(&sched.nmspinning) + aload(&sched.npidle) > 0 && now - p->syscallwhen < slice)
		return false;
	/* while the P changes hands, the M in the system call must not look like the last one alive */
	lock(&sched.lock);
	sched.nmidlelocked--;
	unlock(&sched.lock);
	WINDOW();
	if (acas(&p->status, Psyscall, Pidle)) {
		aadd(&p->syscalltick, 1);
		handoffp(p);
	}
	lock(&sched.lock);
	sched.nmidlelocked++;
	checkdead();
	unlock(&sched.lock);
	return true;
}

static i32
retake(i64 now)
{
	i32 i, n = 0;
	u32 status, tick;
	P *p;

	NOSPLIT();
	for (i = 0; i < sched.nprocs; i++) {
		p = allp[i];
		status = aload(&p->status);
		if (status != Prunning && status != Psyscall)
			continue;
		tick = aload(&p->schedtick);
		if (p->seenschedtick != tick) {
			p->seenschedtick = tick;
			p->schedwhen = now;
		} else if (now - p->schedwhen >= slice && preemptone(p)) {
			n++;
		}
		if (status == Psyscall && retakesyscall(p, now))
			n++;
	}
	return n;
}

/* ---- the thread ---- */

static bool
allidle(void)
{
	NOSPLIT();
	return aload(&sched.gcwaiting) || aload(&sched.npidle) == sched.nprocs;
}

static void
rest(i64 now)
{
	i64 until = now + forceperiod / 2, w;
	i32 i;

	NOSPLIT();
	lock(&sched.lock);
	if (!allidle()) {
		unlock(&sched.lock);
		return;
	}
	for (i = 0; i < sched.nprocs; i++)
		if ((w = aload(&allp[i]->timers.minwhen)) && w < until)
			until = w;
	noteclear(&sched.sysmonnote);
	astore(&sched.sysmonwait, 1);
	unlock(&sched.lock);
	if (until > now)
		notetsleep(&sched.sysmonnote, until - now);
	astore(&sched.sysmonwait, 0);
}

static void
poll(i64 now)
{
	i64 last = aload(&sched.lastpoll);

	NOSPLIT();
	if (pollops && last && now - last > SLICE && pollops->waiting() && acas(&sched.lastpoll, last, now))
		injectglist(pollops->poll(0));
}

static bool tracing, delays;

void
sysmon(void)
{
	i64 delay = 0, now, v = 0;
	u32 idle = 0;

	NOSPLIT();
	threadname("sysmon");
	tracing = godebug("schedtrace", &v) && v > 0;
	v = 0;
	delays = godebug("sysmontrace", &v) && v > 0;
	if (boottrace_on) {
		bt("sysmon");
		bt_str("started", LIT(""));
		bt_int("m", getg()->m->id);
		bt_int("p", getg()->m->p ? getg()->m->p->id : -1);
		bt_hex("stack=[lo", getg()->stack_lo);
		bt_hex("hi)", getg()->stack_hi);
		bt_end();
	}
	if (schedtest & TEST_SEED)
		test_sysmon(retakesyscall);
	if (schedtest)
		slice = FIRST / 2;
	for (;;) {
		delay = idle == 0 || schedtest ? FIRST : idle > IDLEROUNDS ? delay * 2 : delay;
		delay = delay > LONGEST ? LONGEST : delay;
		if (unlikely(delays))
			sysmon_printdelay(delay);
		usleep(delay);
		now = runtime_nanotime();
		if (!tracing && allidle()) {
			rest(now);
			now = runtime_nanotime();
			idle = 0;
		}
		poll(now);
		idle = retake(now) ? 0 : idle + 1;
		forcegc(now);
		schedtrace_check(now);
	}
}
