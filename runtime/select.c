/* select.c - select over any number of channels: a first pass in random order for a case that can go at once; else it waits in the
 * queues of all of them, and whoever comes first takes it (g.selectdone) and says by which sudog. */
#include "chan.h"

Pair runtime_selectgo(Scase *cases, i64 nsends, i64 nrecvs, i64 pc, bool block) SYM(selectgo);
void runtime_block(void) NORETURN SYM(block);

/* Can case i go now? Does it. *ok: a value was received. */
static bool
try(Scase *k, bool send, bool *ok)
{
	i32 r;

	*ok = false;
	if (!k->c)
		return false;
	if (send)
		return chan_trysend(k->c, k->elem);
	r = chan_tryrecv(k->c, k->elem);
	*ok = r == 1;
	return r != 0;
}

static WaitQ *
queue(Scase *k, bool send)
{
	Hchan *c = k->c;

	return send ? &c->sendq : &c->recvq;
}

/* Waits in all queues; gives the case that was served. */
static Pair
wait(Scase *cases, i64 nsends, i64 n)
{
	Sudog *list = 0, *s, *next, *won;
	G *g = getg();
	Pair r;
	i64 i;

	g->selectdone = 0;
	for (i = 0; i < n; i++) {
		if (!cases[i].c)
			continue;
		s = sudog_get();
		s->g = g;
		s->elem = cases[i].elem;
		s->c = cases[i].c;
		s->isselect = true;
		s->idx = i;
		s->waitlink = list;
		list = s;
		waitq_add(queue(&cases[i], i < nsends), s);
	}
	gopark(0, 0, list ? WAIT_SELECT : WAIT_SELECT_NONE);
	won = g->param;
	r = (Pair){won->idx, won->success && (i64)won->idx >= nsends};
	if (!won->success && (i64)won->idx < nsends)
		r.b = 2;
	for (s = list; s; s = next) {
		next = s->waitlink;
		if (s != won)
			waitq_remove(queue(&cases[s->idx], s->idx < nsends), s);
		sudog_put(s);
	}
	return r;
}

Pair
runtime_selectgo(Scase *cases, i64 nsends, i64 nrecvs, i64 pc, bool block)
{
	i64 n = nsends + nrecvs, i, j, start;
	bool ok;
	Pair r;
	u64 step;

	/* a random cyclic walk with a step prime to n visits every case once, without an order array */
	if (n > 0) {
		start = fastrand64() % n;
		for (step = fastrand64() % n + 1; n > 1; step = step % n + 1) {
			u64 a = step, b = n, t;

			for (; b; a = b, b = t)
				t = a % b;
			if (a == 1)
				break;
		}
		for (i = 0, j = start; i < n; i++, j = (j + step) % n)
			if (try(&cases[j], j < nsends, &ok))
				return (Pair){j, ok};
	}
	if (!block)
		return (Pair){-1, 0};
	r = wait(cases, nsends, n);
	if (r.b == 2)
		panicplain("send on closed channel");
	return r;
}
