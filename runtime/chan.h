/* chan.h - inside of channels, shared by chan.c, select.c and time.c. */
#ifndef MINIGO_CHAN_H
#define MINIGO_CHAN_H
#include "runtime.h"

typedef struct WaitQ { Sudog *first, *last; } WaitQ;

struct Hchan {
	i64 count, dataqsiz;                         /* ChanHeader */
	void *buf;
	u64 elemsize;
	Type *elemtype;
	u32 closed;
	Lock lock;                                   /* guards all of it, and the sudogs in its queues */
	u64 sendx, recvx;
	WaitQ recvq, sendq;
	Timer *timer;                                /* a timer's channel: looks unbuffered, but buf holds one time when timerfull */
	bool timerfull;
};

enum { CHAN_WAIT, CHAN_OK, CHAN_CLOSED };            /* it would have to wait; done; closed: receives a zero value, or panics */

void waitq_add(WaitQ *q, Sudog *s);
void waitq_remove(WaitQ *q, Sudog *s);
i32 chan_trysend(Hchan *c, const void *elem, Sudog **woken);     /* c is locked; woken: who goes on, after unlocking */
i32 chan_tryrecv(Hchan *c, void *elem, Sudog **woken);
void chan_wake(Sudog *s);
#endif
