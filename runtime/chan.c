/* chan.c - channels. A buffer (a ring) and two queues of waiting goroutines; at most one of the queues is not empty, except that
 * a goroutine in a select may wait in both of one channel. Values go directly from stack to stack when somebody waits. */
#include "chan.h"

Hchan *runtime_makechan(ChanType *t, i64 size) SYM(makechan);
void runtime_chansend1(Hchan *c, const void *elem) SYM(chansend1);
void runtime_chanrecv1(Hchan *c, void *elem) SYM(chanrecv1);
bool runtime_chanrecv2(Hchan *c, void *elem) SYM(chanrecv2);
void runtime_closechan(Hchan *c) SYM(closechan);
u64 runtime_selectnbsend(Hchan *c, const void *elem) SYM(selectnbsend);
Pair runtime_selectnbrecv(void *elem, Hchan *c) SYM(selectnbrecv);

static Sudog *sudogs;

Sudog *
sudog_get(void)
{
	Sudog *s = sudogs;

	if (!s)
		s = persistentalloc(sizeof *s);
	else
		sudogs = s->next;
	runtime_memclr(s, sizeof *s);
	return s;
}

void
sudog_put(Sudog *s)
{
	s->next = sudogs;
	sudogs = s;
}

Hchan *
runtime_makechan(ChanType *t, i64 size)
{
	u64 bytes;
	Hchan *c;

	if (size < 0 || __builtin_mul_overflow((u64)size, t->elem->size, &bytes) || bytes > 1ull << 40)
		panicplain("makechan: size out of range");
	c = runtime_mallocgc(sizeof *c, &type_conservative, true);
	if (bytes)
		c->buf = runtime_mallocgc(bytes, t->elem, true);
	c->dataqsiz = size;
	c->elemsize = t->elem->size;
	return c;
}

void
waitq_add(WaitQ *q, Sudog *s)
{
	s->next = 0;
	s->prev = q->last;
	if (q->last)
		q->last->next = s;
	else
		q->first = s;
	q->last = s;
}

void
waitq_remove(WaitQ *q, Sudog *s)
{
	if (s->prev)
		s->prev->next = s->next;
	else if (q->first == s)
		q->first = s->next;
	else
		return;                              /* was taken off already */
	if (s->next)
		s->next->prev = s->prev;
	else
		q->last = s->prev;
	s->next = s->prev = 0;
}

/* The first waiter that nobody has woken yet. */
static Sudog *
waitq_get(WaitQ *q)
{
	Sudog *s;

	while ((s = q->first)) {
		waitq_remove(q, s);
		if (!s->isselect)
			return s;
		if (!s->g->selectdone) {
			s->g->selectdone = 1;
			return s;
		}
	}
	return 0;
}

static void
wake(Sudog *s, bool success)
{
	G *g = s->g;

	s->success = success;
	g->param = s;
	goready(g);
}

static u8 *
bufslot(Hchan *c, u64 i)
{
	return (u8 *)c->buf + i * c->elemsize;
}

static u64
advance(Hchan *c, u64 i)
{
	return i + 1 == (u64)c->dataqsiz ? 0 : i + 1;
}

/* False: it would have to wait. */
bool
chan_trysend(Hchan *c, const void *elem)
{
	Sudog *s;

	if (unlikely(c->closed))
		panicplain("send on closed channel");
	s = waitq_get(&c->recvq);
	if (s) {
		if (s->elem)
			runtime_memmove(s->elem, elem, c->elemsize);
		wake(s, true);
		return true;
	}
	if (c->count < c->dataqsiz) {
		runtime_memmove(bufslot(c, c->sendx), elem, c->elemsize);
		c->sendx = advance(c, c->sendx);
		c->count++;
		return true;
	}
	return false;
}

/* 0: it would have to wait; 1: received; 2: closed, elem cleared. */
i32
chan_tryrecv(Hchan *c, void *elem)
{
	Sudog *s;

	if (c->count > 0) {
		if (elem)
			runtime_memmove(elem, bufslot(c, c->recvx), c->elemsize);
		s = waitq_get(&c->sendq);
		if (s) {
			runtime_memmove(bufslot(c, c->recvx), s->elem, c->elemsize);
			c->recvx = c->sendx = advance(c, c->recvx);
			wake(s, true);
			return 1;
		}
		runtime_memclr(bufslot(c, c->recvx), c->elemsize);
		c->recvx = advance(c, c->recvx);
		c->count--;
		return 1;
	}
	s = waitq_get(&c->sendq);
	if (s) {
		if (elem)
			runtime_memmove(elem, s->elem, c->elemsize);
		wake(s, true);
		return 1;
	}
	if (!c->closed)
		return 0;
	if (elem)
		runtime_memclr(elem, c->elemsize);
	return 2;
}

/* Parks on q until somebody takes elem or fills it; true: not by close. */
static bool
wait(Hchan *c, WaitQ *q, void *elem, u8 reason)
{
	Sudog *s = sudog_get();
	bool ok;

	s->g = getg();
	s->elem = elem;
	s->c = c;
	waitq_add(q, s);
	gopark(0, 0, reason);
	ok = s->success;
	sudog_put(s);
	return ok;
}

void
runtime_chansend1(Hchan *c, const void *elem)
{
	if (!c)
		gopark(0, 0, WAIT_SEND_NIL);
	if (chan_trysend(c, elem))
		return;
	if (!wait(c, &c->sendq, (void *)elem, WAIT_SEND))
		panicplain("send on closed channel");
}

bool
runtime_chanrecv2(Hchan *c, void *elem)
{
	i32 r;

	if (!c)
		gopark(0, 0, WAIT_RECV_NIL);
	r = chan_tryrecv(c, elem);
	return r ? r == 1 : wait(c, &c->recvq, elem, WAIT_RECV);
}

void
runtime_chanrecv1(Hchan *c, void *elem)
{
	runtime_chanrecv2(c, elem);
}

void
runtime_closechan(Hchan *c)
{
	Sudog *s;

	if (!c)
		panicplain("close of nil channel");
	if (c->closed)
		panicplain("close of closed channel");
	c->closed = 1;
	while ((s = waitq_get(&c->recvq))) {
		if (s->elem)
			runtime_memclr(s->elem, c->elemsize);
		wake(s, false);
	}
	while ((s = waitq_get(&c->sendq)))
		wake(s, false);
}

u64
runtime_selectnbsend(Hchan *c, const void *elem)
{
	return c && chan_trysend(c, elem);
}

Pair
runtime_selectnbrecv(void *elem, Hchan *c)
{
	i32 r = c ? chan_tryrecv(c, elem) : 0;

	return (Pair){r != 0, r == 1};
}
