/* test.c - `minigo test`: builds a test binary for each package, runs it in the package's directory, and reports as the go command
 * does. Packages are built one after the other, each in a child process, for a package under test is another one than the same
 * package imported by somebody else's test. */
#include "driver/driver.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { BUILT, BUILD_FAILED, SETUP_FAILED, NO_TESTS, INTERNAL = 9 };   /* how the child that builds ends */

typedef struct TestConf {
	bool compile_only, v, list, bench, fail_fast, by_list;   /* by_list: packages were named, so output of passes is dropped */
	const char *out;
	Strings args;                        /* of the test binary */
	double timeout;                      /* seconds; 0: none */
	Strings dirs, files;
	bool failed;
} TestConf;

static TestConf conf;

typedef enum Takes { NONE, VALUE } Takes;
static const struct { const char *name; Takes takes; } test_flags[] = {
	{ "run", VALUE }, { "v", NONE }, { "count", VALUE }, { "bench", VALUE }, { "benchtime", VALUE }, { "benchmem", NONE },
	{ "short", NONE }, { "timeout", VALUE }, { "failfast", NONE }, { "list", VALUE }, { "parallel", VALUE }, { "cpu", VALUE },
	{ "skip", VALUE }, { "shuffle", VALUE }, { "fullpath", NONE }, { "artifacts", NONE }, { "outputdir", VALUE },
};
static const char *const missing[] = { "json", "race", "msan", "asan", "cover", "covermode", "coverpkg", "coverprofile", "cpuprofile", "memprofile",
	"memprofilerate", "blockprofile", "blockprofilerate", "mutexprofile", "mutexprofilefraction", "trace", "fuzz", "fuzztime",
	"fuzzminimizetime", "testlogfile" };

/* -- the command line -- */

static const char *
flag_name(const char *arg)
{
	const char *a = arg + 1 + (arg[1] == '-');

	if (has_prefix(a, "test."))
		a += 5;
	return arena_strndup(permanent, a, strcspn(a, "="));
}

static int
find_test_flag(const char *name)
{
	for (size_t i = 0; i < NELEM(test_flags); i++)
		if (!strcmp(name, test_flags[i].name))
			return (int)i;
	return -1;
}

static double
duration(const char *s)
{
	double sum = 0;
	char *end;

	while (*s) {
		double v = strtod(s, &end);
		if (end == s)
			return 0;
		bool ms = has_prefix(end, "ms"), us = has_prefix(end, "us"), ns = has_prefix(end, "ns");
		sum += v * (ms ? 1e-3 : us ? 1e-6 : ns ? 1e-9 : *end == 'h' ? 3600 : *end == 'm' ? 60 : 1);
		s = end + (ms || us || ns ? 2 : *end != 0);
	}
	return sum;
}

static int
usage(void)
{
	fprintf(stderr, "usage: minigo test [build/test flags] [packages] [build/test flags & test binary flags]\n"
		"Run 'minigo help test' for details.\n");
	return 2;
}

static void
note_flag(const char *name, const char *value)
{
	bool on = !value || (strcmp(value, "false") && strcmp(value, "0"));

	if (!strcmp(name, "v"))
		conf.v = on;
	else if (!strcmp(name, "list"))
		conf.list = true;
	else if (!strcmp(name, "bench"))
		conf.bench = true;
	else if (!strcmp(name, "failfast"))
		conf.fail_fast = on;
	else if (!strcmp(name, "timeout"))
		conf.timeout = duration(value);
}

/* A flag of the test binary goes on to it as -test.NAME=VALUE. Gives how many arguments it took, or minus an exit status. */
static int
test_flag(int argc, char **argv, int i)
{
	const char *name = flag_name(argv[i]), *value = strchr(argv[i], '=');
	int f = find_test_flag(name), used = 1;

	value = value ? value + 1 : NULL;
	if (test_flags[f].takes == VALUE && !value) {
		if (i + 1 >= argc) {
			fprintf(stderr, "flag needs an argument: -%s\n", name);
			return -usage();
		}
		value = argv[i + 1];
		used = 2;
	}
	note_flag(name, value);
	strings_add(&conf.args, fmt_str("-test.%s=%s", name, value ? value : "true"));
	return used;
}

static int
own_flag(int argc, char **argv, int i)
{
	const char *name = flag_name(argv[i]);

	for (size_t k = 0; k < NELEM(missing); k++)
		if (!strcmp(name, missing[k])) {
			fprintf(stderr, "minigo test: -%s is not supported\n", name);
			return -2;
		}
	if (!strcmp(name, "c")) {
		conf.compile_only = true;
		return 1;
	}
	if (!strcmp(name, "vet")) {
		if (!strchr(argv[i], '=') && i + 1 >= argc)
			return -usage();
		return strchr(argv[i], '=') ? 1 : 2;     /* there is no vet to turn off */
	}
	if (find_test_flag(name) >= 0)
		return test_flag(argc, argv, i);
	return known_flag(argv[i]) ? parse_flag(argc, argv, i, "test") : 0;
}

/* Flags, then packages, then flags again; from the first unknown flag or -args on, all is the binary's. */
static int
parse_args(int argc, char **argv)
{
	int i = 0, packages_end = -1;

	while (i < argc) {
		char *a = argv[i];
		if (!strcmp(a, "-args") || !strcmp(a, "--args")) {
			i++;
			break;
		}
		if (a[0] != '-' || !a[1]) {
			if (packages_end >= 0 && packages_end != i)
				break;
			strings_add(&opts.args, a);
			packages_end = ++i;
			continue;
		}
		int used = own_flag(argc, argv, i);
		if (used < 0)
			return -used;
		if (used == 0)
			break;
		i += used;
	}
	for (; i < argc; i++)
		strings_add(&conf.args, argv[i]);
	return 0;
}

/* -- building -- */

static int
build_status(const char *dir, const char *out)
{
	if (!load_test(dir, conf.files)) {
		units_check();
		return SETUP_FAILED;
	}
	if (!units_check())
		return BUILD_FAILED;
	units_keys();
	if (!units_compile())
		return BUILD_FAILED;
	if (!build.roots.n)
		return NO_TESTS;
	return link_program(build.roots.v[0], out) ? BUILT : BUILD_FAILED;
}

static int
build_test(const char *dir, const char *out)
{
	int st;

	work_dir();
	fflush(stdout);
	fflush(stderr);
	pid_t pid = fork();
	if (pid == 0) {
		int r = build_status(dir, out);
		fflush(stdout);
		fflush(stderr);
		_exit(r);
	}
	while (waitpid(pid, &st, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(st) ? WEXITSTATUS(st) : INTERNAL;
}

/* -- running -- */

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static _Noreturn void
exec_test(const char *exe, const char *dir, int out)
{
	Strings a = exec_prefix();

	strings_add(&a, exe);
	strings_add(&a, "-test.paniconexit0");
	if (!conf.timeout)
		strings_add(&a, "-test.timeout=10m0s");
	for (int i = 0; i < conf.args.n; i++)
		strings_add(&a, conf.args.v[i]);
	strings_add(&a, NULL);
	if (out >= 0) {
		dup2(out, 1);
		close(out);
	}
	dup2(1, 2);
	if (chdir(dir))
		fprintf(stderr, "minigo: chdir %s: %s\n", dir, strerror(errno));
	setenv("PWD", dir, 1);
	execvp(a.v[0], (char *const *)(void *)a.v);
	printf("fork/exec %s: %s\n", a.v[0], strerror(errno));
	fflush(stdout);
	_exit(1);
}

/* Reads the output until the test's end; a test that does not stop a minute after its own time is over is killed. */
static bool
collect(int fd, pid_t pid, StrBuf *b)
{
	double end = now() + (conf.timeout ? conf.timeout : 600) + 60;
	char buf[4096];
	bool killed = false;

	for (;;) {
		struct pollfd p = { .fd = fd, .events = POLLIN };
		double left = end - now();
		if (poll(&p, 1, left > 0 ? (int)(left * 1000) : 1000) == 0 && !killed) {
			kill(pid, SIGKILL);
			killed = true;
		}
		ssize_t n = read(fd, buf, sizeof buf);
		if (n <= 0 && !(n < 0 && errno == EINTR))
			return killed;
		if (n > 0)
			sb_write(b, buf, (size_t)n);
	}
}

typedef struct Result { int status; bool killed; double seconds; StrBuf out; } Result;

static bool
streams(void)
{
	return !conf.by_list || conf.bench;
}

static Result
run_test(const char *exe, const char *dir)
{
	Result r = {0};
	int p[2] = { -1, -1 };
	double t0 = now();

	fflush(stdout);
	fflush(stderr);
	if (pipe(p)) {
		fprintf(stderr, "minigo: pipe: %s\n", strerror(errno));
		exit(1);
	}
	pid_t pid = fork();
	if (pid == 0) {
		close(p[0]);
		if (streams())                   /* the pipe only tells when the test is over */
			exec_test(exe, dir, -1);
		exec_test(exe, dir, p[1]);
	}
	close(p[1]);
	r.killed = collect(p[0], pid, &r.out);
	close(p[0]);
	while (waitpid(pid, &r.status, 0) < 0 && errno == EINTR)
		;
	r.seconds = now() - t0;
	return r;
}

static void
print_failure(const char *path, Result *r)
{
	if (r->out.n)
		fwrite(r->out.s, 1, r->out.n, stdout);
	if (r->killed)
		printf("*** Test killed: ran too long (%gm%gs).\n", conf.timeout ? (double)(int)((conf.timeout + 60) / 60) : 11.0, 0.0);
	else if (!r->out.n && WIFSIGNALED(r->status))
		printf("signal: %s\n", strsignal(WTERMSIG(r->status)));
	else if (!r->out.n)
		printf("exit status %d\n", WEXITSTATUS(r->status));
	printf("FAIL\t%s\t%.3fs\n", path, r->seconds);
}

static void
print_success(const char *path, Result *r)
{
	static const char none[] = "testing: warning: no tests to run\n";
	bool no_tests = r->out.n && strstr(r->out.s, none);

	if (r->out.n && (conf.v || conf.list))
		fwrite(r->out.s, 1, r->out.n, stdout);
	printf("ok  \t%s\t%.3fs%s\n", path, r->seconds, no_tests ? " [no tests to run]" : "");
}

/* -- the packages -- */

static const char *
import_path(const char *dir)
{
	const char *std = root_dir("stdlib");
	Module *m = module_find(dir);

	if (std && has_prefix(dir, std) && dir[strlen(std)] == '/')
		return dir + strlen(std) + 1;
	return m ? fmt_str("%s%s", m->path->s, dir + strlen(m->dir)) : "command-line-arguments";
}

static const char *
binary_name(const char *path)
{
	const char *base = path_base(path);

	if (base[0] == 'v' && base[1] >= '2' && base[1] <= '9' && strchr(path, '/'))
		base = path_base(path_dir(path));
	return fmt_str("%s.test", strcmp(path, "command-line-arguments") ? base : conf.files.n ? "main" : path_base(getcwd_str()));
}

static const char *
output_path(const char *path)
{
	const char *name = binary_name(path);

	if (!conf.compile_only && !conf.out)
		return path_join(work_dir(), name);
	if (!conf.out)
		return path_abs(name);
	return is_dir(conf.out) || has_suffix(conf.out, "/") ? path_abs(path_join(conf.out, name)) : path_abs(conf.out);
}

static void
test_package(const char *dir)
{
	const char *path = dir ? import_path(dir) : "command-line-arguments", *out = output_path(path);
	int st = build_test(dir, out);

	if (st == NO_TESTS) {
		printf("?   \t%s\t[no test files]\n", path);
		return;
	}
	if (st != BUILT) {
		printf("FAIL\t%s [%s failed]\n", path, st == SETUP_FAILED ? "setup" : "build");
		conf.failed = true;
		return;
	}
	if (conf.compile_only || opts.n)
		return;
	Result r = run_test(out, dir ? dir : path_dir(path_abs(conf.files.v[0])));
	if (r.status) {
		print_failure(path, &r);
		conf.failed = true;
	} else {
		print_success(path, &r);
	}
	sb_free(&r.out);
	if (!conf.out)
		unlink(out);
}

static bool
find_packages(void)
{
	conf.by_list = opts.args.n > 0;
	for (int i = 0; i < opts.args.n; i++)
		if (has_suffix(opts.args.v[i], ".go"))
			strings_add(&conf.files, opts.args.v[i]);
	if (conf.files.n && conf.files.n < opts.args.n) {
		fprintf(stderr, "named files must be .go files: %s\n", opts.args.v[has_suffix(opts.args.v[0], ".go") ? conf.files.n : 0]);
		return false;
	}
	if (conf.files.n)
		return true;
	return load_package_dirs(&conf.dirs);
}

int
cmd_test(int argc, char **argv)
{
	int rc = env_flags("test");

	if (!rc)
		rc = parse_args(argc, argv);
	if (rc)
		return rc;
	if (!opts.goroot)
		opts.goroot = getenv("MINIGO_GOROOT");
	conf.out = opts.out;
	diag_all = opts.gc_e;
	if (!target_check() || !find_packages())
		return 1;
	if (conf.dirs.n > 1 && conf.out && !is_dir(conf.out) && !has_suffix(conf.out, "/")) {
		fprintf(stderr, "with multiple packages, -o must refer to a directory or /dev/null\n");
		return 1;
	}
	if (conf.files.n)
		test_package(NULL);
	for (int i = 0; i < conf.dirs.n; i++) {
		test_package(conf.dirs.v[i]);
		fflush(stdout);
		if (conf.failed && conf.fail_fast)
			break;
	}
	cache_trim();
	if (conf.failed && !conf.compile_only)
		printf("FAIL\n");
	return conf.failed;
}
