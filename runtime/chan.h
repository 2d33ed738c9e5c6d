/* chan.h - inside of channels, shared by chan.c and select.c. */
#ifndef MINIGO_CHAN_H
#define MINIGO_CHAN_H
#include "runtime.h"

typedef struct WaitQ { Sudog *first, *last; } WaitQ;

struct Hchan {
	i64 count, dataqsiz;                         /* ChanHeader */
	void *buf;
	u64 elemsize;
	u32 closed;
	u64 sendx, recvx;
	WaitQ recvq, sendq;
};

void waitq_add(WaitQ *q, Sudog *s);
void waitq_remove(WaitQ *q, Sudog *s);
bool chan_trysend(Hchan *c, const void *elem);
i32 chan_tryrecv(Hchan *c, void *elem);
#endif
