/* select.c - select over any number of channels. All of them are locked, in the order of their addresses so that two selects do not
 * lock each other out; a pass in random order finds a case that can go at once. Else it waits in the queues of all of them, and
 * whoever comes first takes it (g.selectdone) and says by which sudog. */
#include "chan.h"

Pair runtime_selectgo(Scase *cases, i64 nsends, i64 nrecvs, i64 pc, bool block) SYM(selectgo);
void runtime_block(void) NORETURN SYM(block);

/* The n cases with a channel: order, by its address; poll, by chance. */
typedef struct Select { Scase *cases; u16 *order, *poll; i64 nsends, n; } Select;
enum { FEW = 16 };

/* All orders of poll are as likely (Fisher and Yates, from the inside out), so that among those that can go each is, too. One random
 * number as a fraction is enough for FEW cases: 16! < 2^45. */
static void
list(Select *s, i64 n)
{
	unsigned __int128 x;
	u64 r = 0, k;
	i64 i;

	for (i = 0; i < n; i++) {
		if (!s->cases[i].c)
			continue;
		if (s->n == 1 || s->n >= FEW)
			r = fastrand64();
		x = (unsigned __int128)r * (u64)(s->n + 1);
		k = x >> 64;
		r = x;
		s->poll[s->n] = s->poll[k];
		s->poll[k] = i;
		s->order[s->n++] = i;
	}
}

/* Heap sort: no recursion, no memory. */
static void
sift(Select *s, i64 i, i64 n)
{
	u16 v = s->order[i];
	i64 k;

	for (; (k = 2 * i + 1) < n; i = k) {
		if (k + 1 < n && s->cases[s->order[k]].c < s->cases[s->order[k + 1]].c)
			k++;
		if (s->cases[v].c >= s->cases[s->order[k]].c)
			break;
		s->order[i] = s->order[k];
	}
	s->order[i] = v;
}

static void
sortorder(Select *s)
{
	i64 i;
	u16 v;

	for (i = s->n / 2; i-- > 0;)
		sift(s, i, s->n);
	for (i = s->n; i-- > 1;) {
		v = s->order[0];
		s->order[0] = s->order[i];
		s->order[i] = v;
		sift(s, 0, i);
	}
}

static void
lockall(Select *s)
{
	Hchan *c, *last = 0;
	i64 i;

	for (i = 0; i < s->n; i++) {
		c = s->cases[s->order[i]].c;
		if (c != last)
			lock_inline(&c->lock);
		last = c;
	}
}

static void
unlockall(Select *s)
{
	Hchan *c;
	i64 i;

	NOSPLIT();
	for (i = s->n; i-- > 0;) {
		c = s->cases[s->order[i]].c;
		if (i == 0 || c != s->cases[s->order[i - 1]].c)
			unlock(&c->lock);
	}
}

/* As soon as the last lock is open somebody may wake the goroutine, and s on its stack is gone: the walk goes over g's sudogs,
 * which are in lock order, and does not look at one after unlocking the next channel (it may be used again by then). */
static bool
parked(G *g, void *arg)
{
	Sudog *s;
	Hchan *c, *last = 0;

	NOSPLIT();
	for (s = g->waiting; s; s = s->waitlink) {
		c = s->c;
		if (c != last && last)
			unlock(&last->lock);
		last = c;
	}
	if (last)
		unlock(&last->lock);
	return true;
}

static WaitQ *
queue(Select *s, i64 i)
{
	Hchan *c = s->cases[i].c;

	return i < s->nsends ? &c->sendq : &c->recvq;
}

/* The case done, or -1. */
static i64
pass(Select *s, bool *ok, Sudog **woken)
{
	i64 i, j;
	i32 x;
	Scase *k;

	for (i = 0; i < s->n; i++) {
		j = s->poll[i];
		k = &s->cases[j];
		x = j < s->nsends ? chan_trysend(k->c, k->elem, woken) : chan_tryrecv(k->c, k->elem, woken);
		if (x == CHAN_WAIT)
			continue;
		*ok = x == CHAN_OK;
		return j;
	}
	return -1;
}

/* A select of one case is written as that operation would be. */
static u8
waitsfor(Select *s, i64 n)
{
	if (n > 1)
		return WAIT_SELECT;
	if (s->nsends)
		return s->n ? WAIT_SEND : WAIT_SEND_NIL;
	return s->n ? WAIT_RECV : WAIT_RECV_NIL;
}

/* Waits in all queues; the case that was served. All are locked; not any more after. */
INLINE i64
wait(Select *s, u8 reason, bool *ok)
{
	Sudog *d, *next, *won, **end;
	G *g = getg();
	i64 i, r;

	g->selectdone = 0;
	g->param = 0;
	end = &g->waiting;
	for (i = 0; i < s->n; i++) {
		d = sudog_get();
		d->idx = s->order[i];
		d->elem = s->cases[d->idx].elem;
		d->c = s->cases[d->idx].c;
		d->isselect = true;
		*end = d;
		end = &d->waitlink;
		waitq_add(queue(s, d->idx), d);
	}
	*end = 0;
	gopark_inline(parked, 0, reason);
	lockall(s);
	won = g->param;
	r = won->idx;
	*ok = won->success;
	for (d = g->waiting; d; d = d->waitlink)
		if (d != won)
			waitq_remove(queue(s, d->idx), d);
	unlockall(s);
	for (d = g->waiting, g->waiting = 0; d; d = next) {
		next = d->waitlink;
		sudog_put(d);
	}
	return r;
}

Pair
runtime_selectgo(Scase *cases, i64 nsends, i64 nrecvs, i64 pc, bool block)
{
	u16 few[2 * FEW];
	i64 n = nsends + nrecvs, r;
	Select s = {cases, few, few + FEW, nsends, 0};
	Sudog *woken = 0;
	bool ok = false;

	if (n > FEW) {
		s.order = runtime_mallocgc(2 * n * sizeof *s.order, 0, false);
		s.poll = s.order + n;
	}
	list(&s, n);
	sortorder(&s);
	lockall(&s);
	r = pass(&s, &ok, &woken);
	if (r < 0 && block) {
		r = wait(&s, waitsfor(&s, n), &ok);
	} else {
		unlockall(&s);
		if (woken)
			chan_wake(woken);
		if (r < 0)
			return (Pair){-1, 0};
	}
	if (r < nsends && !ok)
		panicplain("send on closed channel");
	return (Pair){r, ok && r >= nsends};
}
