/* os_linux.c - what the runtime asks of Linux. Everything here may run on any stack: a system call needs no stack of ours. */
#include "runtime.h"

#if defined(__x86_64__)
enum { SYS_write = 1, SYS_mmap = 9, SYS_munmap = 11, SYS_rt_sigaction = 13, SYS_rt_sigprocmask = 14, SYS_madvise = 28,
	SYS_nanosleep = 35, SYS_getpid = 39, SYS_exit = 60, SYS_set_tid_address = 218, SYS_gettid = 186, SYS_sigaltstack = 131, SYS_sched_getaffinity = 204,
	SYS_clock_gettime = 228, SYS_exit_group = 231, SYS_tgkill = 234, SYS_futex = 202, SYS_sched_yield = 24, SYS_prctl = 157 };
#else
enum { SYS_write = 64, SYS_exit = 93, SYS_exit_group = 94, SYS_set_tid_address = 96, SYS_nanosleep = 101, SYS_clock_gettime = 113, SYS_sched_getaffinity = 123,
	SYS_tgkill = 131, SYS_sigaltstack = 132, SYS_rt_sigaction = 134, SYS_rt_sigprocmask = 135, SYS_getpid = 172,
	SYS_gettid = 178, SYS_munmap = 215, SYS_mmap = 222, SYS_madvise = 233, SYS_futex = 98, SYS_sched_yield = 124, SYS_prctl = 167 };
#endif
#define SYSCALL(n, a, b, c) syscall6(n, (i64)(a), (i64)(b), (i64)(c), 0, 0, 0)

void
exit(i32 status)
{
	NOSPLIT();
	for (;;)
		SYSCALL(SYS_exit_group, status, 0, 0);
}

void
exitthread(u32 *gone)
{
	NOSPLIT();
	SYSCALL(SYS_set_tid_address, gone, 0, 0);
	for (;;)
		SYSCALL(SYS_exit, 0, 0, 0);
}

i64
write(i32 fd, const void *p, i64 n)
{
	NOSPLIT();
	return SYSCALL(SYS_write, fd, p, n);
}

void *
sysmmap(void *hint, u64 n, i32 prot, i32 flags)
{
	i64 r;

	NOSPLIT();
	r = syscall6(SYS_mmap, (i64)hint, n, prot, flags, -1, 0);
	return r < 0 && r > -4096 ? 0 : (void *)r;
}

void
munmap(void *p, u64 n)
{
	NOSPLIT();
	SYSCALL(SYS_munmap, p, n, 0);
}

void
madvise(void *p, u64 n, i32 advice)
{
	NOSPLIT();
	SYSCALL(SYS_madvise, p, n, advice);
}

void
usleep(i64 ns)
{
	i64 ts[2];

	NOSPLIT();
	ts[0] = ns / 1000000000;
	ts[1] = ns % 1000000000;
	SYSCALL(SYS_nanosleep, ts, 0, 0);
}

void
osyield(void)
{
	NOSPLIT();
	SYSCALL(SYS_sched_yield, 0, 0, 0);
}

enum { FUTEX_WAIT_PRIVATE = 128, FUTEX_WAKE_PRIVATE = 129 };

void
futexsleep(u32 *p, u32 val, i64 ns)
{
	i64 ts[2];

	NOSPLIT();
	ts[0] = ns / 1000000000;
	ts[1] = ns % 1000000000;
	syscall6(SYS_futex, (i64)p, FUTEX_WAIT_PRIVATE, val, ns < 0 ? 0 : (i64)ts, 0, 0);
}

void
futexwake(u32 *p, i32 n)
{
	NOSPLIT();
	SYSCALL(SYS_futex, p, FUTEX_WAKE_PRIVATE, n);
}

void
threadname(const char *name)
{
	NOSPLIT();
	SYSCALL(SYS_prctl, 15, name, 0);             /* PR_SET_NAME */
}

i32
gettid(void)
{
	NOSPLIT();
	return SYSCALL(SYS_gettid, 0, 0, 0);
}

void
tgkill(i32 tid, i32 sig)
{
	NOSPLIT();
	SYSCALL(SYS_tgkill, SYSCALL(SYS_getpid, 0, 0, 0), tid, sig);
}

i32
getncpu(void)
{
	u64 mask[64];
	i64 n, i, c;

	NOSPLIT();
	n = SYSCALL(SYS_sched_getaffinity, 0, sizeof mask, mask);
	for (i = c = 0; i < n / 8; i++)
		c += __builtin_popcountll(mask[i]);
	return c > 0 ? c : 1;
}

static i64
clock(i32 id, i64 *nsec)
{
	i64 ts[2];

	NOSPLIT();
	SYSCALL(SYS_clock_gettime, id, ts, 0);
	*nsec = ts[1];
	return ts[0];
}

i64 (*clockhook)(bool wall);

i64
realnanotime(void)
{
	i64 ns, s;

	NOSPLIT();
	s = clock(1, &ns);
	return s * 1000000000 + ns;
}

i64
runtime_nanotime(void)
{
	NOSPLIT();
	return clockhook ? clockhook(false) : realnanotime();
}

i64
threadtime(i32 tid)
{
	i64 ns, s;

	NOSPLIT();
	s = clock(~tid * 8 | 6, &ns);                /* CPUCLOCK_PERTHREAD | CPUCLOCK_SCHED */
	return s * 1000000000 + ns;
}

Pair
runtime_walltime(void)
{
	i64 ns, s;

	NOSPLIT();
	PART(runtime_walltime, vdsopart);
	if (clockhook) {
		ns = clockhook(true);
		s = ns / 1000000000 - (ns % 1000000000 < 0);
		return (Pair){s, ns - s * 1000000000};
	}
	s = clock(0, &ns);
	return (Pair){s, ns};
}

struct ksigaction { void *handler; u64 flags; void *restorer; u64 mask; };

void *
sigaction(i32 sig, void *handler)
{
	struct ksigaction old = {0, 0, 0, 0}, sa = {handler, 0x08000000 | 4 | 0x04000000 | 0x10000000, sigreturn, ~0ull};   /* ONSTACK SIGINFO RESTORER RESTART */

	NOSPLIT();
	syscall6(SYS_rt_sigaction, sig, (i64)&sa, (i64)&old, 8, 0, 0);
	return old.handler;
}

void
sigaltstack(void *lo, u64 n)
{
	struct { void *sp; i64 flags; u64 size; } st = {lo, 0, n};

	NOSPLIT();
	SYSCALL(SYS_sigaltstack, &st, 0, 0);
}

/* The signals this thread does not take from now on; gives those of before. */
u64
sigsetmask(u64 mask)
{
	u64 old = 0;

	NOSPLIT();
	syscall6(SYS_rt_sigprocmask, 2, (i64)&mask, (i64)&old, 8, 0, 0);
	return old;
}

void
raise_default(i32 sig)
{
	struct ksigaction sa = {0, 0x04000000, sigreturn, 0};

	NOSPLIT();
	syscall6(SYS_rt_sigaction, sig, (i64)&sa, 0, 8, 0, 0);
	sigsetmask(0);
	SYSCALL(SYS_tgkill, SYSCALL(SYS_getpid, 0, 0, 0), SYSCALL(SYS_gettid, 0, 0, 0), sig);
	exit(2);
}
