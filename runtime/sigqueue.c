/* sigqueue.c - signals for package os/signal: a part of programs that ask for some.
 *
 * The handler marks a signal as pending and wakes the receiver, one goroutine, which sleeps in a system call: a futex is all that
 * a signal handler may touch. A signal that comes again while it is pending comes once. */
#include "runtime.h"

#if defined(__x86_64__)
enum { SYS_futex = 202 };
#else
enum { SYS_futex = 98 };
#endif
enum { NSIG = 65, FUTEX_WAIT_PRIVATE = 128, SIGHUP = 1, SIGINT = 2, SIGURG = 23 };
#define IGNORE ((void *)1)
#define KEPT (1ull << SIGURG | 1 << 7 | 1 << 8 | 1 << 11)   /* preemption and faults keep the handler */
#define BIT(sig) (1ull << ((sig) & 63))              /* 64 has the place of 0, which is none */

i64 runtime_blocksyscall(i64 n, i64 a, i64 b, i64 c, i64 d, i64 e, i64 f) SYM(blocksyscall);
void signal_enable(u32 sig) __asm__("os/signal.signal_enable");
void signal_disable(u32 sig) __asm__("os/signal.signal_disable");
void signal_ignore(u32 sig) __asm__("os/signal.signal_ignore");
bool signal_ignored(u32 sig) __asm__("os/signal.signal_ignored");
u32 signal_recv(void) __asm__("os/signal.signal_recv");
void signal_idle(void) __asm__("os/signal.signalWaitUntilIdle");

static u64 wanted, ignored, pending, touched;        /* sets of signals */
static u32 sending, news;                            /* handlers at work; the futex: 1 when there may be something pending */
static void *before[NSIG];                           /* the handlers of those in touched */

/* In the handler. */
static bool
send(i32 sig)
{
	bool ok;

	NOSPLIT();
	aadd(&sending, 1);
	ok = (aload(&wanted) | aload(&ignored)) & BIT(sig);
	if (aload(&wanted) & BIT(sig)) {
		__atomic_or_fetch(&pending, BIT(sig), __ATOMIC_SEQ_CST);
		if (axchg(&news, 1) == 0)
			futexwake(&news, 1);
	}
	aadd(&sending, -1);
	return ok;
}

static COLD void
sigpart(i32 stage)
{
	sigsend = send;
}

/* Each of these is called by one goroutine at a time. */
static void
handle(u32 sig, void *handler)
{
	void *old;

	if (handler != (void *)sigtramp && BIT(sig) & KEPT)
		return;
	old = sigaction(sig, handler);
	if (!(touched & BIT(sig)))
		before[sig] = old;
	touched |= BIT(sig);
}

static void
set(u64 *s, u32 sig)
{
	__atomic_or_fetch(s, BIT(sig), __ATOMIC_SEQ_CST);
}

static void
unset(u64 *s, u32 sig)
{
	__atomic_and_fetch(s, ~BIT(sig), __ATOMIC_SEQ_CST);
}

void
signal_enable(u32 sig)
{
	PART(signal_enable, sigpart);
	if (sig == 0 || sig >= NSIG)
		return;
	set(&wanted, sig);
	unset(&ignored, sig);
	handle(sig, sigtramp);
}

/* Back to how it was in the beginning, unless the signal is ignored. */
void
signal_disable(u32 sig)
{
	if (sig == 0 || sig >= NSIG)
		return;
	unset(&wanted, sig);
	if (!(aload(&ignored) & BIT(sig)) && touched & BIT(sig))
		handle(sig, before[sig]);
}

void
signal_ignore(u32 sig)
{
	PART(signal_ignore, sigpart);
	if (sig == 0 || sig >= NSIG)
		return;
	unset(&wanted, sig);
	set(&ignored, sig);
	handle(sig, IGNORE);
}

bool
signal_ignored(u32 sig)
{
	void *old;

	if (sig == 0 || sig >= NSIG)
		return false;
	if (!(touched & BIT(sig)) && (sig == SIGHUP || sig == SIGINT)) {
		old = sigaction(sig, IGNORE);
		sigaction(sig, old);
		return old == IGNORE;
	}
	return aload(&ignored) & BIT(sig);
}

/* The next signal; waits for it. */
u32
signal_recv(void)
{
	u64 p;
	u32 sig;

	for (;;) {
		if ((p = aload(&pending))) {
			sig = __builtin_ctzll(p);
			unset(&pending, sig);
			return sig ? sig : 64;
		}
		axchg(&news, 0);
		if (!aload(&pending))
			runtime_blocksyscall(SYS_futex, (i64)&news, FUTEX_WAIT_PRIVATE, 0, 0, 0, 0);
	}
}

/* Until all that came is with the receiver. */
void
signal_idle(void)
{
	while (aload(&sending) || aload(&pending))
		runtime_gosched();
}
