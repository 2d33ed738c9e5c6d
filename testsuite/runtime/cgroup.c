/* Limits of control groups, as files in the current directory show them. */
#include "test.h"

#if defined(__x86_64__)
enum { SYS_write = 1, SYS_close = 3, SYS_openat = 257, SYS_mkdirat = 258 };
#else
enum { SYS_write = 64, SYS_close = 57, SYS_openat = 56, SYS_mkdirat = 34 };
#endif
enum { HERE = -100, CREATE = 01101 };

static void
dir(const char *name)
{
	syscall6(SYS_mkdirat, HERE, (i64)name, 0755, 0, 0, 0);
}

static void
file(const char *name, GoString text)
{
	i64 fd = syscall6(SYS_openat, HERE, (i64)name, CREATE, 0644, 0, 0);

	if (fd < 0)
		fail("cannot write", fd, 0);
	syscall6(SYS_write, fd, (i64)text.p, text.n, 0, 0, 0);
	syscall6(SYS_close, fd, 0, 0, 0, 0, 0);
}

static void
limits(const char *what, GoString membership, i64 want)
{
	file("self", membership);
	CHECK(what, cgroup_procs(LIT("self"), LIT("root")), want);
}

void
main_main(void)
{
	dir("root");
	dir("root/a");
	dir("root/a/b");
	dir("root/cpu");
	dir("root/cpu/a");

	CHECK("no file", cgroup_procs(LIT("missing"), LIT("root")), 0);
	limits("empty", LIT(""), 0);
	limits("no limits", LIT("0::/a/b\n"), 0);
	file("root/a/b/cpu.max", LIT("max 100000\n"));
	limits("max", LIT("0::/a/b\n"), 0);
	file("root/a/b/cpu.max", LIT("400000 100000\n"));
	limits("four", LIT("0::/a/b\n"), 4);
	file("root/a/b/cpu.max", LIT("400001 100000\n"));
	limits("a little more", LIT("0::/a/b\n"), 5);
	file("root/a/cpu.max", LIT("150000 50000\n"));
	limits("less above", LIT("0::/a/b\n"), 3);
	file("root/cpu.max", LIT("1000 100000\n"));
	limits("less at the top", LIT("0::/a/b\n"), 1);
	limits("the top alone", LIT("0::/\n"), 1);
	limits("groups that are not there", LIT("0::/docker/0123456789abcdef\n"), 1);
	file("root/cpu.max", LIT("junk\n"));
	limits("junk", LIT("0::/\n"), 0);

	limits("version 1, none", LIT("2:cpu,cpuacct:/a\n0::/a/b\n"), 0);
	file("root/cpu/a/cpu.cfs_quota_us", LIT("-1\n"));
	file("root/cpu/a/cpu.cfs_period_us", LIT("100000\n"));
	limits("version 1, no limit", LIT("2:cpu,cpuacct:/a\n0::/a/b\n"), 0);
	file("root/cpu/a/cpu.cfs_quota_us", LIT("700000\n"));
	limits("version 1", LIT("3:cpuset:/\n2:cpuacct,cpu:/a\n0::/a/b\n"), 7);
	limits("version 1 first", LIT("0::/a/b\n1:cpu:/a\n"), 7);
	file("root/cpu/a/cpu.cfs_period_us", LIT("0\n"));
	limits("no period", LIT("1:cpu:/a\n"), 0);
	prints("ok\n");
}
