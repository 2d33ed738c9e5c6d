/* cgroup.c - how much of the processors the control groups of this process get: the least of what its own group and those above it
 * may use (cgroups(7): cpu.max of version 2, cpu.cfs_quota_us and cpu.cfs_period_us of version 1). */
#include "runtime.h"

#if defined(__x86_64__)
enum { SYS_read = 0, SYS_close = 3, SYS_openat = 257 };
#else
enum { SYS_read = 63, SYS_close = 57, SYS_openat = 56 };
#endif
enum { AT_FDCWD = -100, O_CLOEXEC = 02000000 };

static u8 text[4096];                                /* of a file */
static u8 path[1024];
static i64 npath;

static COLD void
append(GoString s)
{
	i64 i;

	for (i = 0; i < s.n && npath < (i64)sizeof path - 1; i++)
		path[npath++] = s.p[i];
}

/* What is in the file NAME of the directory that path names; empty when it cannot be read. */
static COLD GoString
contents(GoString name)
{
	i64 n = npath, fd, got;

	append(name);
	path[npath] = 0;
	npath = n;
	fd = syscall6(SYS_openat, AT_FDCWD, (i64)path, O_CLOEXEC, 0, 0, 0);
	if (fd < 0)
		return (GoString){0, 0};
	got = syscall6(SYS_read, fd, (i64)text, sizeof text, 0, 0, 0);
	syscall6(SYS_close, fd, 0, 0, 0, 0, 0);
	return (GoString){text, got > 0 ? got : 0};
}

/* Cuts off s up to the first c, which goes away, and gives that. */
static COLD GoString
cut(GoString *s, u8 c)
{
	GoString head = {s->p, 0};

	while (head.n < s->n && s->p[head.n] != c)
		head.n++;
	s->p += head.n + (head.n < s->n);
	s->n -= head.n + (head.n < s->n);
	return head;
}

/* The limit of the group whose directory path names, in processors, rounded up; 0: none. */
static COLD i64
limit(bool v1)
{
	GoString s;
	i64 quota, period;

	if (v1) {
		s = contents(LIT("/cpu.cfs_quota_us"));
		quota = parsenum(cut(&s, '\n'));
		s = contents(LIT("/cpu.cfs_period_us"));
	} else {
		s = contents(LIT("/cpu.max"));
		quota = parsenum(cut(&s, ' '));
	}
	period = parsenum(cut(&s, '\n'));
	return quota > 0 && period > 0 ? (quota - 1) / period + 1 : 0;
}

/* Finds the group that limits this process in the file membership: version 1 has a hierarchy for the controller cpu. */
static COLD bool
group(GoString membership, GoString *name, bool *v1)
{
	GoString s, line, list;
	bool found = false;

	npath = 0;
	for (s = contents(membership); s.n > 0;) {
		line = cut(&s, '\n');
		cut(&line, ':');
		list = cut(&line, ':');
		if (list.n == 0 && !found) {
			*name = line;
			*v1 = false;
			found = true;
		}
		while (list.n > 0) {
			if (streq(cut(&list, ','), LIT("cpu"))) {
				*name = line;
				*v1 = true;
				return true;
			}
		}
	}
	return found;
}

/* The least limit, in processors, rounded up; 0: none. membership is /proc/self/cgroup, root where the hierarchies are mounted. In
 * a container the directory of its own group may be the mount's root: groups that are not there are passed over. */
COLD i64
cgroup_procs(GoString membership, GoString root)
{
	GoString name;
	bool v1;
	i64 least = 0, n, base;

	if (!group(membership, &name, &v1))
		return 0;
	append(root);
	if (v1)
		append(LIT("/cpu"));
	base = npath;
	append(name);
	for (;; npath--) {
		while (npath > base && path[npath - 1] == '/')
			npath--;
		n = limit(v1);
		if (n > 0 && (least == 0 || n < least))
			least = n;
		while (npath > base && path[npath - 1] != '/')
			npath--;
		if (npath == base)
			return least;
	}
}

/* How many Ps a program begins with when GOMAXPROCS is not set: one for each processor that it may use, and no more than its
 * control groups have time for, but two in any case. */
COLD i64
runtime_defaultprocs(void)
{
	i64 n = sched.ncpu, most = 0, wanted = 1;

	godebug("containermaxprocs", &wanted);
	if (n > 2 && wanted)
		most = cgroup_procs(LIT("/proc/self/cgroup"), LIT("/sys/fs/cgroup"));
	if (most == 0 || most >= n)
		return n;
	return most < 2 ? 2 : most;
}
