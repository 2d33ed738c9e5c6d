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

/* ---- sudogs: each P keeps some ---- */

enum { SUDOGS_MAX = 128 };
static Lock sudoglock;
static Sudog *sudogs;                                /* of all Ps, guarded by it */

static NOINLINE Sudog *
sudog_new(P *p)
{
	Sudog *s;

	lock(&sudoglock);
	while (p->nsudogs < SUDOGS_MAX / 2 && (s = sudogs)) {
		sudogs = s->next;
		s->next = p->sudogs;
		p->sudogs = s;
		p->nsudogs++;
	}
	unlock(&sudoglock);
	if (!(s = p->sudogs))
		return persistentalloc(sizeof *s);
	p->sudogs = s->next;
	p->nsudogs--;
	return s;
}

/* All zero but g. */
Sudog *
sudog_get(void)
{
	M *m = acquirem();
	P *p = m->p;
	Sudog *s = p->sudogs;

	if (likely(s != 0)) {
		p->sudogs = s->next;
		p->nsudogs--;
	} else {
		s = sudog_new(p);
	}
	releasem(m);
	*s = (Sudog){.g = getg()};
	return s;
}

static NOINLINE void
sudog_spill(P *p)
{
	Sudog *s;

	lock(&sudoglock);
	for (; p->nsudogs > SUDOGS_MAX / 2; p->nsudogs--) {
		s = p->sudogs;
		p->sudogs = s->next;
		s->next = sudogs;
		sudogs = s;
	}
	unlock(&sudoglock);
}

void
sudog_put(Sudog *s)
{
	M *m = acquirem();
	P *p = m->p;

	s->elem = 0;
	s->next = p->sudogs;
	p->sudogs = s;
	if (unlikely(++p->nsudogs > SUDOGS_MAX))
		sudog_spill(p);
	releasem(m);
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
	c->elemtype = t->elem;
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

/* The first waiter that nobody has woken yet. A goroutine in a select is in several queues: the first to set selectdone has it. */
static Sudog *
waitq_get(WaitQ *q)
{
	Sudog *s;

	while ((s = q->first)) {
		waitq_remove(q, s);
		if (!s->isselect || acas(&s->g->selectdone, 0, 1))
			return s;
	}
	return 0;
}

void
chan_wake(Sudog *s)
{
	G *g = s->g;

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

static inline void
copyelem(Hchan *c, void *to, const void *from)
{
	wb_typed(c->elemtype, to, 1);
	if (c->elemsize == 8)
		*(u64 *)to = *(const u64 *)from;
	else
		runtime_memmove(to, from, c->elemsize);
}

i32
chan_trysend(Hchan *c, const void *elem, Sudog **woken)
{
	Sudog *s;

	if (unlikely(c->closed))
		return CHAN_CLOSED;
	if (c->recvq.first && (s = waitq_get(&c->recvq))) {
		if (s->elem)
			copyelem(c, s->elem, elem);
		s->success = true;
		*woken = s;
		return CHAN_OK;
	}
	if (c->count < c->dataqsiz) {
		copyelem(c, bufslot(c, c->sendx), elem);
		c->sendx = advance(c, c->sendx);
		__atomic_store_n(&c->count, c->count + 1, __ATOMIC_RELAXED);
		return CHAN_OK;
	}
	return CHAN_WAIT;
}

/* The oldest buffered value; a waiting sender's takes the place that becomes free. */
static void
recvbuffered(Hchan *c, void *elem, Sudog **woken)
{
	Sudog *s = c->sendq.first ? waitq_get(&c->sendq) : 0;
	u8 *slot = bufslot(c, c->recvx);

	if (elem)
		copyelem(c, elem, slot);
	c->recvx = advance(c, c->recvx);
	wb_typed(c->elemtype, slot, 1);
	if (s) {
		copyelem(c, slot, s->elem);
		c->sendx = c->recvx;
		s->success = true;
		*woken = s;
		return;
	}
	runtime_memclr(slot, c->elemsize);
	__atomic_store_n(&c->count, c->count - 1, __ATOMIC_RELAXED);
}

i32
chan_tryrecv(Hchan *c, void *elem, Sudog **woken)
{
	Sudog *s;

	if (c->count > 0) {
		recvbuffered(c, elem, woken);
		return CHAN_OK;
	}
	if (unlikely(c->timerfull)) {
		if (elem)
			copyelem(c, elem, c->buf);
		c->timerfull = false;
		return CHAN_OK;
	}
	if (c->sendq.first && (s = waitq_get(&c->sendq))) {
		if (elem)
			copyelem(c, elem, s->elem);
		s->success = true;
		*woken = s;
		return CHAN_OK;
	}
	if (!c->closed)
		return CHAN_WAIT;
	if (elem)
		runtime_typedmemclr(c->elemtype, elem);
	return CHAN_CLOSED;
}

/* ---- operations that wait ---- */

static bool
parked(G *g, void *c)
{
	NOSPLIT();
	unlock(&((Hchan *)c)->lock);
	return true;
}

/* c is locked. Parks on q until somebody takes elem or fills it; true: not by close. */
INLINE bool
wait(Hchan *c, WaitQ *q, void *elem, u8 reason)
{
	Sudog *s = sudog_get();
	bool ok;

	s->elem = elem;
	s->c = c;
	waitq_add(q, s);
	gopark_inline(parked, c, reason);
	ok = s->success;
	sudog_put(s);
	return ok;
}

static inline void
finish(Hchan *c, Sudog *woken)
{
	unlock_inline(&c->lock);
	if (woken)
		chan_wake(woken);
}

static COLD NORETURN void
sendclosed(void)
{
	panicplain("send on closed channel");
}

void
runtime_chansend1(Hchan *c, const void *elem)
{
	Sudog *woken = 0;
	i32 r;

	if (!c)
		gopark(0, 0, WAIT_SEND_NIL);
	lock_inline(&c->lock);
	r = chan_trysend(c, elem, &woken);
	if (r == CHAN_WAIT) {
		if (!wait(c, &c->sendq, (void *)elem, WAIT_SEND))
			sendclosed();
		return;
	}
	finish(c, woken);
	if (r == CHAN_CLOSED)
		sendclosed();
}

INLINE bool
recv(Hchan *c, void *elem)
{
	Sudog *woken = 0;
	i32 r;

	if (!c)
		gopark(0, 0, WAIT_RECV_NIL);
	lock_inline(&c->lock);
	r = chan_tryrecv(c, elem, &woken);
	if (r == CHAN_WAIT)
		return wait(c, &c->recvq, elem, WAIT_RECV);
	finish(c, woken);
	return r == CHAN_OK;
}

bool
runtime_chanrecv2(Hchan *c, void *elem)
{
	return recv(c, elem);
}

void
runtime_chanrecv1(Hchan *c, void *elem)
{
	recv(c, elem);
}

void
runtime_closechan(Hchan *c)
{
	Sudog *s, *list = 0;

	if (!c)
		panicplain("close of nil channel");
	lock(&c->lock);
	if (c->closed) {
		unlock(&c->lock);
		panicplain("close of closed channel");
	}
	astore(&c->closed, 1);
	while ((s = waitq_get(&c->recvq))) {
		if (s->elem)
			runtime_typedmemclr(c->elemtype, s->elem);
		s->next = list;
		list = s;
	}
	while ((s = waitq_get(&c->sendq))) {
		s->next = list;
		list = s;
	}
	unlock(&c->lock);
	for (; list; list = s) {                     /* success stays false */
		s = list->next;
		list->next = 0;
		chan_wake(list);
	}
}

/* ---- operations that do not wait. What is plain without the lock need not take it: it held at some moment. ---- */

u64
runtime_selectnbsend(Hchan *c, const void *elem)
{
	Sudog *woken = 0;
	i32 r;

	if (!c)
		return false;
	if (!aload(&c->closed) && (c->dataqsiz ? aload(&c->count) == c->dataqsiz : !aload(&c->recvq.first)))
		return false;
	lock(&c->lock);
	r = chan_trysend(c, elem, &woken);
	finish(c, woken);
	if (r == CHAN_CLOSED)
		sendclosed();
	return r == CHAN_OK;
}

static bool
nothing(Hchan *c)
{
	return c->dataqsiz ? aload(&c->count) == 0 : !aload(&c->sendq.first) && !c->timer;
}

Pair
runtime_selectnbrecv(void *elem, Hchan *c)
{
	Sudog *woken = 0;
	i32 r;

	if (!c || (nothing(c) && !aload(&c->closed)))
		return (Pair){false, false};
	lock(&c->lock);
	r = chan_tryrecv(c, elem, &woken);
	finish(c, woken);
	return (Pair){r != CHAN_WAIT, r == CHAN_OK};
}
