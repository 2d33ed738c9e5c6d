/* forkexec.c - a new process with another program, for package syscall. The child shares our memory until its execve (CLONE_VM,
 * CLONE_VFORK: this thread stands still meanwhile), on a stack of its own; what goes wrong there it writes to a pipe that execve
 * closes (to memory would do, but qemu's user mode makes it a fork with a copy).
 * All it does is system calls, and none of its functions checks the stack: g is still the parent's. */
#include "runtime.h"

#if defined(__x86_64__)
enum { SYS_dup3 = 292, SYS_fcntl = 72, SYS_close = 3, SYS_chdir = 80, SYS_chroot = 161, SYS_setsid = 112, SYS_setpgid = 109, SYS_setgroups = 116,
	SYS_setgid = 106, SYS_setuid = 105, SYS_prctl = 157, SYS_ioctl = 16, SYS_execve = 59, SYS_exit = 60, SYS_rt_sigaction = 13,
	SYS_rt_sigprocmask = 14, SYS_getpid = 39, SYS_write = 1 };
#else
enum { SYS_dup3 = 24, SYS_fcntl = 25, SYS_close = 57, SYS_chdir = 49, SYS_chroot = 51, SYS_setsid = 157, SYS_setpgid = 154, SYS_setgroups = 159,
	SYS_setgid = 144, SYS_setuid = 146, SYS_prctl = 167, SYS_ioctl = 29, SYS_execve = 221, SYS_exit = 93, SYS_rt_sigaction = 134,
	SYS_rt_sigprocmask = 135, SYS_getpid = 172, SYS_write = 64 };
#endif
enum { F_SETFD = 2, F_DUPFD_CLOEXEC = 1030, TIOCSCTTY = 0x540e, TIOCSPGRP = 0x5410, PR_SET_PDEATHSIG = 1 };
enum { CLONE_VM = 0x100, CLONE_VFORK = 0x4000, SIGCHLD = 17 };
enum { SETSID = 1, SETPGID = 2, SETCTTY = 4, FOREGROUND = 8, CREDENTIAL = 16, NOSETGROUPS = 32, NOCTTY = 64 };

/* As syscall's forkArgs. fds[i] is what becomes descriptor i, -1 for none. */
typedef struct ForkArgs {
	const char *path, **argv, **envp, *chroot, *dir;
	i64 *fds;
	i64 nfds, flags, pgid, ctty, pdeathsig, uid, gid, ngroups;
	u32 *groups;
	i64 pipe;                                    /* gets the child's errno, a word */
	u64 mask;
} ForkArgs;

i64 runtime_forkexec(ForkArgs *a) SYM(forkexec);

static Lock forklock;
static ForkArgs *forking;
static u8 forkstack[8192] __attribute__((aligned(16)));

#define CALL(n, a, b, c) syscall6(n, (i64)(a), (i64)(b), (i64)(c), 0, 0, 0)

/* Ours would run in the child: those with a handler get the default, ignored ones stay so. */
static inline void
defaultsignals(void)
{
	struct { i64 handler; u64 flags; void *restorer; u64 mask; } sa;
	i32 sig;

	for (sig = 1; sig <= 64; sig++) {
		if (syscall6(SYS_rt_sigaction, sig, 0, (i64)&sa, 8, 0, 0) < 0 || sa.handler <= 1)
			continue;
		sa.handler = 0;
		sa.flags = 0;
		syscall6(SYS_rt_sigaction, sig, (i64)&sa, 0, 8, 0, 0);
	}
}

static inline i64
identity(ForkArgs *a)
{
	i64 r = 0, pgrp;

	if (a->flags & SETSID)
		r = CALL(SYS_setsid, 0, 0, 0);
	if (r >= 0 && a->flags & (SETPGID | FOREGROUND))
		r = CALL(SYS_setpgid, 0, a->pgid, 0);
	if (r >= 0 && a->flags & FOREGROUND) {
		pgrp = a->pgid ? a->pgid : CALL(SYS_getpid, 0, 0, 0);
		r = CALL(SYS_ioctl, a->ctty, TIOCSPGRP, &pgrp);
	}
	if (r >= 0 && a->chroot)
		r = CALL(SYS_chroot, a->chroot, 0, 0);
	if (r >= 0 && a->flags & CREDENTIAL) {
		if (!(a->flags & NOSETGROUPS))
			r = CALL(SYS_setgroups, a->ngroups, a->groups, 0);
		if (r >= 0)
			r = CALL(SYS_setgid, a->gid, 0, 0);
		if (r >= 0)
			r = CALL(SYS_setuid, a->uid, 0, 0);
	}
	if (r >= 0 && a->dir)
		r = CALL(SYS_chdir, a->dir, 0, 0);
	if (r >= 0 && a->pdeathsig)
		r = CALL(SYS_prctl, PR_SET_PDEATHSIG, a->pdeathsig, 0);
	return r;
}

/* First those that a lower number would overwrite go out of the way, then each to its place. */
static inline i64
descriptors(ForkArgs *a)
{
	i64 i, r = 0, free = a->nfds > 3 ? a->nfds : 3;

	if (a->pipe < free)
		r = a->pipe = CALL(SYS_fcntl, a->pipe, F_DUPFD_CLOEXEC, free);
	for (i = 0; i < a->nfds && r >= 0; i++)
		if (a->fds[i] >= 0 && a->fds[i] < i)
			r = a->fds[i] = CALL(SYS_fcntl, a->fds[i], F_DUPFD_CLOEXEC, free);
	for (i = 0; i < a->nfds && r >= 0; i++)
		if (a->fds[i] < 0)
			CALL(SYS_close, i, 0, 0);
		else if (a->fds[i] == i)
			r = CALL(SYS_fcntl, i, F_SETFD, 0);
		else
			r = CALL(SYS_dup3, a->fds[i], i, 0);
	for (; i < 3; i++)
		CALL(SYS_close, i, 0, 0);
	return r;
}

static void
child(void)
{
	ForkArgs *a = forking;
	i64 r;

	NOSPLIT();
	defaultsignals();
	r = identity(a);
	if (r >= 0)
		r = descriptors(a);
	if (r >= 0 && a->flags & NOCTTY)
		r = CALL(SYS_ioctl, 0, 0x5422, 0);
	if (r >= 0 && a->flags & SETCTTY)
		r = CALL(SYS_ioctl, a->ctty, TIOCSCTTY, 1);
	if (r >= 0) {
		syscall6(SYS_rt_sigprocmask, 2, (i64)&a->mask, 0, 8, 0, 0);
		r = CALL(SYS_execve, a->path, a->argv, a->envp);
	}
	r = -r;
	CALL(SYS_write, a->pipe, &r, sizeof r);
	for (;;)
		CALL(SYS_exit, 253, 0, 0);
}

typedef struct Fork { ForkArgs *args; i64 pid; } Fork;

/* On g0. */
static void
doforkexec(void *arg)
{
	Fork *f = arg;
	M *m = getg()->m;

	lock(&forklock);
	forking = f->args;
	f->args->mask = sigsetmask(~0ull);
	f->pid = clone(CLONE_VM | CLONE_VFORK | SIGCHLD, forkstack + sizeof forkstack, m, m->g0, child);
	sigsetmask(f->args->mask);
	unlock(&forklock);
}

/* The child's number, or -errno. */
i64
runtime_forkexec(ForkArgs *a)
{
	Fork f = {a, 0};

	systemstack(doforkexec, &f);
	return f.pid;
}
