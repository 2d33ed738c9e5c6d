/* netpoll.c - goroutines that wait for descriptors, by epoll, edge-triggered.
 *
 * Each descriptor has a PollDesc with one word for its reader and one for its writer (rg, wg), the places where at most one
 * goroutine waits. A word is
 *     PD_NIL     nothing; a goroutine that is about to wait makes it PD_WAIT, news from the system PD_READY
 *     PD_READY   there was news since the last wait; the next wait takes it (-> PD_NIL) and does not sleep
 *     PD_WAIT    a goroutine is on its way to sleep: its park makes it the goroutine, news PD_READY, an end of waiting PD_NIL
 *     a G        sleeps; news makes it PD_READY, an end of waiting PD_NIL, and whoever does so readies the goroutine
 * Waiting ends by news (poll), by a deadline (the timer's function) and by closing (pollUnblock).
 *
 * A deadline's function runs under its P's timer lock and takes no other: it stores -1 to rd or wd. Who sets a deadline, under
 * PollDesc.lock, takes the timer out of its heap first, after which its function does not run any more.
 *
 * PollDescs are never freed but used again; the number in an event's upper bits says which use it was meant for. */
#include "runtime.h"

#if defined(__x86_64__)
enum { SYS_epoll_create1 = 291, SYS_epoll_ctl = 233, SYS_epoll_pwait = 281, SYS_eventfd2 = 290, SYS_read = 0 };
#define PACKED __attribute__((packed))
#else
enum { SYS_epoll_create1 = 20, SYS_epoll_ctl = 21, SYS_epoll_pwait = 22, SYS_eventfd2 = 19, SYS_read = 63 };
#define PACKED
#endif
enum { SYS_epoll_pwait2 = 441, EINTR = 4, ENOSYS = 38 };
enum { EPOLL_CLOEXEC = 0x80000, EPOLL_ADD = 1, EPOLL_DEL = 2, EPOLLIN = 1, EPOLLOUT = 4, EPOLLERR = 8, EPOLLHUP = 0x10, EPOLLRDHUP = 0x2000 };
#define EPOLLET 0x80000000u
typedef struct PACKED Event { u32 events; u64 data; } Event;

enum { PD_NIL, PD_READY, PD_WAIT };
enum { POLL_OK, POLL_CLOSING, POLL_TIMEOUT, POLL_NOTPOLLABLE };
enum { MAXEVENTS = 128, TAGSHIFT = 48 };

typedef struct PollDesc {
	struct PollDesc *link;                       /* free list */
	Lock lock;                                   /* one change of deadlines, or close, at a time */
	u32 closing, eventerr;                       /* the system said EPOLLERR and nothing else */
	i32 fd;
	u16 seq;                                     /* of uses */
	uintptr rg, wg;
	i64 rd, wd;                                  /* deadlines; 0 none, -1 over */
	Timer rt, wt;
} PollDesc;

Pair runtime_pollOpen(i64 fd) SYM(pollOpen);
void runtime_pollClose(PollDesc *pd) SYM(pollClose);
i64 runtime_pollReset(PollDesc *pd, i64 mode) SYM(pollReset);
i64 runtime_pollWait(PollDesc *pd, i64 mode) SYM(pollWait);
void runtime_pollWaitCanceled(PollDesc *pd, i64 mode) SYM(pollWaitCanceled);
void runtime_pollSetDeadline(PollDesc *pd, i64 when, i64 mode) SYM(pollSetDeadline);
void runtime_pollUnblock(PollDesc *pd) SYM(pollUnblock);

static Lock polllock;                                /* guards the list */
static PollDesc *pdfree;
static i32 epfd, breakfd;
static u32 breaking, nopwait2;
static i32 waiters;                                  /* goroutines asleep in rg or wg */

/* ---- the system ---- */

static COLD void
pollinit(void)
{
	Event e = {EPOLLIN, 0};

	epfd = syscall6(SYS_epoll_create1, EPOLL_CLOEXEC, 0, 0, 0, 0, 0);
	breakfd = syscall6(SYS_eventfd2, 0, EPOLL_CLOEXEC | 0x800, 0, 0, 0, 0);
	if (epfd < 0 || breakfd < 0)
		throw("runtime: netpollinit failed");
	if (syscall6(SYS_epoll_ctl, epfd, EPOLL_ADD, breakfd, (i64)&e, 0, 0) < 0)
		throw("runtime: netpollinit failed to add the eventfd");
}

/* delay in ns; < 0: for ever. The number of events, or -errno. */
static i64
epollwait(Event *ev, i64 delay)
{
	i64 ts[2] = {delay / 1000000000, delay % 1000000000}, n, ms;

	NOSPLIT();
	if (delay > 0 && !nopwait2) {
		n = syscall6(SYS_epoll_pwait2, epfd, (i64)ev, MAXEVENTS, (i64)ts, 0, 8);
		if (n != -ENOSYS)
			return n;
		nopwait2 = 1;
	}
	ms = delay < 0 ? -1 : delay == 0 ? 0 : delay < 1000000 ? 1 : delay < 1000000000000000 ? delay / 1000000 : 1000000000;
	return syscall6(SYS_epoll_pwait, epfd, (i64)ev, MAXEVENTS, ms, 0, 8);
}

/* Whoever sleeps in poll comes back, or the next one who would. */
static void
pollwake(void)
{
	u64 one = 1;

	NOSPLIT();
	if (acas(&breaking, 0, 1))
		write(breakfd, &one, sizeof one);
}

static void
endbreak(void)
{
	u64 n;

	NOSPLIT();
	syscall6(SYS_read, breakfd, (i64)&n, sizeof n, 0, 0, 0);
	astore(&breaking, 0);
}

/* ---- waiting ---- */

static bool
parkcommit(G *g, void *word)
{
	NOSPLIT();
	if (!acas((uintptr *)word, PD_WAIT, (uintptr)g))
		return false;
	aadd(&waiters, 1);
	return true;
}

static uintptr *
word(PollDesc *pd, i64 mode)
{
	return mode == 'r' ? &pd->rg : &pd->wg;
}

static i64
checkerr(PollDesc *pd, i64 mode)
{
	if (aload(&pd->closing))
		return POLL_CLOSING;
	if (aload(mode == 'r' ? &pd->rd : &pd->wd) < 0)
		return POLL_TIMEOUT;
	return mode == 'r' && aload(&pd->eventerr) ? POLL_NOTPOLLABLE : POLL_OK;
}

/* True: there is news; false: waiting was ended. always: even if it is over by deadline or closing. */
static bool
block(PollDesc *pd, i64 mode, bool always)
{
	uintptr *w = word(pd, mode), old;

	for (;;) {
		if (acas(w, PD_READY, PD_NIL))
			return true;
		if (acas(w, PD_NIL, PD_WAIT))
			break;
		if ((old = aload(w)) != PD_READY && old != PD_NIL)
			throw("runtime: double wait");
	}
	if (always || checkerr(pd, mode) == POLL_OK)
		gopark(parkcommit, w, WAIT_IO);
	old = axchg(w, PD_NIL);
	if (old > PD_WAIT)
		throw("runtime: corrupted polldesc");
	return old == PD_READY;
}

/* News, or (!ready) the end of waiting. The goroutine to be readied, if any. */
static G *
unblock(uintptr *w, bool ready)
{
	uintptr old;

	NOSPLIT();
	for (;;) {
		old = aload(w);
		if (old == PD_READY || (old == PD_NIL && !ready))
			return 0;
		if (!acas(w, old, ready ? PD_READY : PD_NIL))
			continue;
		if (old <= PD_WAIT)
			return 0;
		aadd(&waiters, -1);
		return (G *)old;
	}
}

static bool
pollwaiting(void)
{
	NOSPLIT();
	return aload(&waiters) > 0;
}

typedef struct GList { G *first, **end; } GList;

static void
push(GList *l, G *g)
{
	NOSPLIT();
	if (!g)
		return;
	g->schedlink = 0;
	*l->end = g;
	l->end = &g->schedlink;
}

static void
news(Event *e, GList *l)
{
	PollDesc *pd = (PollDesc *)(e->data & ((1ull << TAGSHIFT) - 1));
	u32 ev = e->events;

	NOSPLIT();
	if (aload(&pd->seq) != e->data >> TAGSHIFT)
		return;
	astore(&pd->eventerr, ev == EPOLLERR);
	if (ev & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR))
		push(l, unblock(&pd->rg, true));
	if (ev & (EPOLLOUT | EPOLLHUP | EPOLLERR))
		push(l, unblock(&pd->wg, true));
}

/* The goroutines that there is news for; waits for some, delay ns at most, < 0: until there is some or it is woken. */
static G *
poll(i64 delay)
{
	Event ev[MAXEVENTS];
	GList l = {0, &l.first};
	i64 n, i;

	NOSPLIT();
	do
		n = epollwait(ev, delay);
	while (n == -EINTR && delay <= 0);
	if (n < 0 && n != -EINTR)
		throw("runtime: netpoll failed");
	for (i = 0; i < n; i++) {
		if (ev[i].data)
			news(&ev[i], &l);
		else if (delay != 0)
			endbreak();                  /* else it is for another one, who sleeps */
	}
	return l.first;
}

/* ---- deadlines ---- */

static void
over(Timer *t, i64 *deadline, uintptr *w)
{
	G *g;

	NOSPLIT();
	astore(&t->p, 0);
	astore(deadline, -1);
	fence();
	if ((g = unblock(w, false)))
		goready(g);
}

static void
readover(Timer *t)
{
	PollDesc *pd = t->arg;

	NOSPLIT();
	over(t, &pd->rd, &pd->rg);
}

static void
writeover(Timer *t)
{
	PollDesc *pd = t->arg;

	NOSPLIT();
	over(t, &pd->wd, &pd->wg);
}

/* pd->lock is held. when: as in pollSetDeadline. */
static void
setdeadline(PollDesc *pd, Timer *t, void (*f)(Timer *), i64 *d, i64 when)
{
	timer_del(t);
	astore(d, when);
	if (when <= 0)
		return;
	t->when = when;
	t->f = f;
	t->arg = pd;
	timer_add(t);
}

/* ---- for internal/poll ---- */

void os_registerOpened(void *file) __asm__("os.registerOpened");
#pragma weak os_registerOpened

/* From the beginning: who sleeps until a timer is due sleeps here, too. */
static COLD void
pollpart(i32 stage)
{
	static const PollOps ops = {poll, pollwaiting, pollwake};

	if (!pollops)
		pollinit();
	pollops = &ops;
	fileopened = os_registerOpened;
}

static PollDesc *
pdalloc(void)
{
	PollDesc *pd;

	lock(&polllock);
	if ((pd = pdfree))
		pdfree = pd->link;
	unlock(&polllock);
	return pd ? pd : persistentalloc(sizeof *pd);
}

static void
pdput(PollDesc *pd)
{
	lock(&polllock);
	pd->link = pdfree;
	pdfree = pd;
	unlock(&polllock);
}

/* The descriptor's PollDesc, or 0 and the error's number. */
Pair
runtime_pollOpen(i64 fd)
{
	PollDesc *pd = pdalloc();
	Event e = {EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET, 0};
	i64 r;

	PART(runtime_pollOpen, sched_part);
	PART(runtime_pollOpen, pollpart);
	lock(&pd->lock);
	pd->fd = fd;
	pd->closing = pd->eventerr = 0;
	pd->rg = pd->wg = PD_NIL;
	pd->rd = pd->wd = 0;
	astore(&pd->seq, pd->seq + 1);
	unlock(&pd->lock);
	e.data = (uintptr)pd | (u64)pd->seq << TAGSHIFT;
	r = syscall6(SYS_epoll_ctl, epfd, EPOLL_ADD, fd, (i64)&e, 0, 0);
	if (r == 0)
		return (Pair){(uintptr)pd, 0};
	pdput(pd);
	return (Pair){0, -r};
}

/* After pollUnblock, when nobody uses the descriptor any more. */
void
runtime_pollClose(PollDesc *pd)
{
	Event e = {0, 0};

	if (!pd->closing)
		throw("runtime: close polldesc w/o unblock");
	if (aload(&pd->rg) > PD_WAIT || aload(&pd->wg) > PD_WAIT)
		throw("runtime: blocked goroutine on closing polldesc");
	syscall6(SYS_epoll_ctl, epfd, EPOLL_DEL, pd->fd, (i64)&e, 0, 0);
	astore(&pd->seq, pd->seq + 1);
	pdput(pd);
}

/* Before an operation that may wait ('r' or 'w'): forgets the news of before. What keeps it from waiting, or 0. */
i64
runtime_pollReset(PollDesc *pd, i64 mode)
{
	i64 err = checkerr(pd, mode);

	if (err == POLL_OK)
		astore(word(pd, mode), PD_NIL);
	return err;
}

i64
runtime_pollWait(PollDesc *pd, i64 mode)
{
	i64 err;

	while ((err = checkerr(pd, mode)) == POLL_OK && !block(pd, mode, false))
		;                                    /* a deadline was over and has been set anew meanwhile */
	return err;
}

/* After an operation was called off: until the system is done with it. */
void
runtime_pollWaitCanceled(PollDesc *pd, i64 mode)
{
	while (!block(pd, mode, true))
		;
}

/* mode 'r', 'w' or their sum; when: a nanotime, 0 for none, < 0 for one that has passed. */
void
runtime_pollSetDeadline(PollDesc *pd, i64 when, i64 mode)
{
	G *r = 0, *w = 0;
	bool reads = mode != 'w', writes = mode != 'r';

	lock(&pd->lock);
	if (!pd->closing) {
		if (reads)
			setdeadline(pd, &pd->rt, readover, &pd->rd, when);
		if (writes)
			setdeadline(pd, &pd->wt, writeover, &pd->wd, when);
		fence();
		if (when < 0 && reads)
			r = unblock(&pd->rg, false);
		if (when < 0 && writes)
			w = unblock(&pd->wg, false);
	}
	unlock(&pd->lock);
	if (r)
		goready(r);
	if (w)
		goready(w);
}

/* Closing: nobody waits from now on, and who does wait goes on. */
void
runtime_pollUnblock(PollDesc *pd)
{
	G *r, *w;

	lock(&pd->lock);
	if (pd->closing)
		throw("runtime: unblock on closing polldesc");
	astore(&pd->closing, 1);
	timer_del(&pd->rt);
	timer_del(&pd->wt);
	fence();
	r = unblock(&pd->rg, false);
	w = unblock(&pd->wg, false);
	unlock(&pd->lock);
	if (r)
		goready(r);
	if (w)
		goready(w);
}
