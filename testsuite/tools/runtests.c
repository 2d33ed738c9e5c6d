/* runtests.c - runs the test suite. Tests are data: a folder and extensions say what to do (see testsuite/README.md).
 *
 *   runtests [-j N] [-l] [-v] [-t SECONDS] [-e VAR=VALUE] MINIGO SRCDIR [PATTERN...]      PATTERN: part of a test's name; TESTS in
 *                                                              the environment too; -e: for the programs under test
 *
 * Discovery makes a list of cases; up to N children run one case each in a directory of their own and leave a report.
 * The last line is "N passed, N failed, N skipped"; the exit status is 1 when a test failed. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <regex.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SKIP 77
#define MAX_OUTPUT (4 << 20)

typedef struct Case Case;
struct Case {
	char *name;                          /* run/fib.go -O0 */
	char *path;                          /* absolute: file or directory */
	int (*fn)(Case *);
	const char *opt;                     /* -O0, -O2 */
	bool arm64;
	pid_t pid;
	char *tmp;
	double start;
};

typedef struct Args { char *v[256]; int n; } Args;

static Case *cases;
static int ncases, capcases;
static char *minigo, *srcdir, *qemu, *tmproot;
static char **patterns;
static int npatterns;
static bool verbose;
static int limit = 300;                      /* seconds for one process */
static Args environment;                     /* -e */
static FILE *report;                         /* in a child: what the parent prints when the test fails */

/* -- small things -- */

static char *
fmt(const char *f, ...)
{
	va_list ap;
	char *s;

	va_start(ap, f);
	if (vasprintf(&s, f, ap) < 0)
		abort();
	va_end(ap);
	return s;
}

static bool
ends(const char *s, const char *suffix)
{
	size_t n = strlen(s), m = strlen(suffix);

	return n >= m && !strcmp(s + n - m, suffix);
}

static bool
exists(const char *p)
{
	return access(p, F_OK) == 0;
}

static bool
is_dir(const char *p)
{
	struct stat st;

	return stat(p, &st) == 0 && S_ISDIR(st.st_mode);
}

static char *
read_file(const char *path)
{
	FILE *f = fopen(path, "r");
	size_t n;

	if (!f)
		return NULL;
	char *buf = malloc(MAX_OUTPUT + 1);
	n = fread(buf, 1, MAX_OUTPUT, f);
	buf[n] = 0;
	fclose(f);
	return buf;
}

static void
write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	if (!f)
		abort();
	fputs(text, f);
	fclose(f);
}

/* path with its extension replaced */
static char *
with_ext(const char *path, const char *ext)
{
	const char *dot = strrchr(path, '.'), *slash = strrchr(path, '/');

	if (!dot || (slash && dot < slash))
		dot = path + strlen(path);
	return fmt("%.*s%s", (int)(dot - path), path, ext);
}

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* -- running a program -- */

static void
arg(Args *a, const char *s)
{
	if (a->n < 255)
		a->v[a->n++] = (char *)s;
	a->v[a->n] = NULL;
}

static void
args_from_file(Args *a, const char *path)
{
	char *text = read_file(path), *save = NULL;

	for (char *w = text ? strtok_r(text, " \n", &save) : NULL; w; w = strtok_r(NULL, " \n", &save))
		arg(a, w);
}

static void
child_setup(const char *cwd, const char *in, const char *out, const char *err)
{
	struct rlimit no_core = { 0, 0 };

	setrlimit(RLIMIT_CORE, &no_core);
	setpgid(0, 0);
	if (cwd && chdir(cwd))
		_exit(126);
	int i = open(in ? in : "/dev/null", O_RDONLY), o = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	int e = err ? open(err, O_WRONLY | O_CREAT | O_TRUNC, 0666) : o;
	dup2(i, 0);
	dup2(o, 1);
	dup2(e, 2);
}

/* Waits with a time limit; a status of 128 + signal when killed, 124 when out of time. */
static int
wait_for(pid_t pid)
{
	double end = now() + limit;
	int st;

	for (;;) {
		pid_t r = waitpid(pid, &st, WNOHANG);
		if (r == pid)
			return WIFEXITED(st) ? WEXITSTATUS(st) : 128 + WTERMSIG(st);
		if (now() > end) {
			kill(-pid, SIGKILL);
			kill(pid, SIGKILL);
			waitpid(pid, &st, 0);
			return 124;
		}
		usleep(2000);
	}
}

/* err NULL: together with out */
static int
run(Args *a, const char *cwd, const char *in, const char *out, const char *err)
{
	pid_t pid = fork();

	if (pid == 0) {
		child_setup(cwd, in, out, err);
		execvp(a->v[0], a->v);
		_exit(127);
	}
	int st = wait_for(pid);
	kill(-pid, SIGKILL);
	return st;
}

static void
show_file(const char *path)
{
	char *s = read_file(path);

	if (s && *s)
		fprintf(report, "%.4000s%s", s, ends(s, "\n") ? "" : "\n");
	free(s);
}

static int
fail(const char *f, ...)
{
	va_list ap;

	va_start(ap, f);
	vfprintf(report, f, ap);
	va_end(ap);
	fputc('\n', report);
	return 1;
}

static int
compare(Case *c, const char *want_file, const char *got)
{
	char *want = read_file(want_file);

	if (want && !strcmp(want, got))
		return 0;
	char *g = fmt("%s/got", c->tmp), *d = fmt("%s/diff", c->tmp);
	write_file(g, got);
	Args a = {0};
	arg(&a, "diff");
	arg(&a, "-u");
	arg(&a, want_file);
	arg(&a, g);
	run(&a, NULL, NULL, d, NULL);
	fprintf(report, "output differs from %s:\n", strrchr(want_file, '/') + 1);
	show_file(d);
	return 1;
}

/* Tracebacks have addresses and paths: the output counts up to the first goroutine, and code addresses are masked. */
static char *
normalize(char *s)
{
	char *g = strstr(s, "\ngoroutine ");
	char *out = malloc(strlen(s) + 1), *o = out;

	if (!strncmp(s, "goroutine ", 10))
		*s = 0;
	if (g)
		*g = 0;
	while (*s) {
		if (!strncmp(s, "pc=0x", 5)) {
			o += sprintf(o, "pc=PC");
			for (s += 5; strchr("0123456789abcdef", *s) && *s; s++)
				;
			continue;
		}
		*o++ = *s++;
	}
	*o = 0;
	return out;
}

/* -- kinds of tests -- */

static void
set_arch(Case *c)
{
	setenv("GOARCH", c->arm64 ? "arm64" : "amd64", 1);
}

static int
build_program(Case *c, const char *exe, const char *target, const char *cwd, const char *flags_file)
{
	Args a = {0};
	char *log = fmt("%s/build.log", c->tmp);

	set_arch(c);
	arg(&a, minigo);
	arg(&a, "build");
	arg(&a, c->opt ? c->opt : "-O2");
	args_from_file(&a, flags_file);
	arg(&a, "-o");
	arg(&a, exe);
	arg(&a, target);
	int st = run(&a, cwd, NULL, log, NULL);
	if (st == 0)
		return 0;
	fprintf(report, "minigo build: status %d\n", st);
	show_file(log);
	return 1;
}

static int
wanted_status(const char *file)
{
	char *s = read_file(file);

	return s ? atoi(s) : 0;
}

/* base: the test's path without extension, for the files beside it */
static int
run_and_compare(Case *c, const char *exe, const char *base, const char *golden, const char *cwd)
{
	Args a = {0};
	char *out = fmt("%s/out", c->tmp), *in = fmt("%s.in", base);

	if (c->arm64)
		arg(&a, qemu);
	arg(&a, exe);
	args_from_file(&a, fmt("%s.args", base));
	args_from_file(&environment, fmt("%s.env", base));
	for (int i = 0; i < environment.n; i++)
		putenv(environment.v[i]);
	int st = run(&a, cwd, exists(in) ? in : NULL, out, NULL), want = wanted_status(fmt("%s.exit", base));
	int rc = compare(c, golden, normalize(read_file(out)));
	if (st != want)
		rc = fail("exit status %d, want %d", st, want);
	return rc;
}

static int
test_run(Case *c)
{
	char *exe = fmt("%s/a.exe", c->tmp), *base = with_ext(c->path, "");

	if (c->arm64 && !qemu)
		return SKIP;
	if (is_dir(c->path)) {
		base = c->path;
		if (build_program(c, exe, ".", c->path, fmt("%s.flags", base)))
			return 1;
	} else if (build_program(c, exe, c->path, c->tmp, fmt("%s.flags", base))) {
		return 1;
	}
	return run_and_compare(c, exe, base, fmt("%s.out", base), is_dir(c->path) ? c->path : c->tmp);
}

static int
test_example(Case *c)
{
	char *exe = fmt("%s/a.exe", c->tmp);
	char *one = fmt("%s/hello.go", c->path);

	if (c->arm64 && !qemu)
		return SKIP;
	if (build_program(c, exe, exists(one) ? "hello.go" : ".", c->path, "/nonexistent"))
		return 1;
	return run_and_compare(c, exe, fmt("%s/output", c->path), fmt("%s/output.golden", c->path), c->path);
}

/* -- expected errors -- */

typedef struct Want { int line; char *pattern; bool seen; } Want;
typedef struct Wants { Want v[2000]; int n; } Wants;
static Wants wants;

/* One quoted pattern at *p: "..." with escapes or `...`. */
static char *
quoted(char **p)
{
	char q = **p, *s = *p + 1, *out = malloc(strlen(s) + 1), *o = out;

	while (*s && *s != q) {
		if (q == '"' && *s == '\\' && (s[1] == '"' || s[1] == '\\'))
			s++;
		*o++ = *s++;
	}
	*o = 0;
	*p = *s ? s + 1 : s;
	return out;
}

static void
read_wants(const char *path)
{
	char *text = read_file(path), *save = NULL;
	int line = 0;

	wants.n = 0;
	for (char *l = text; l; l = save) {
		save = strchr(l, '\n');
		if (save)
			*save++ = 0;
		line++;
		char *e = strstr(l, "// ERROR ");
		if (!e)
			continue;
		for (e += 9; *e == ' ' || *e == '"' || *e == '`';)
			if (*e == ' ')
				e++;
			else if (wants.n < 2000)
				wants.v[wants.n++] = (Want){ line, quoted(&e), false };
	}
}

static bool
matches(const char *pattern, const char *text)
{
	regex_t re;

	if (regcomp(&re, pattern, REG_EXTENDED | REG_NOSUB)) {
		fprintf(report, "bad pattern: %s\n", pattern);
		return false;
	}
	bool m = regexec(&re, text, 0, NULL, 0) == 0;
	regfree(&re);
	return m;
}

/* file.go:12:3: text; continuation lines start with a tab */
static int
check_line(const char *file, char *l)
{
	int line, found = 0;
	char *at = strstr(l, file);

	if (!at || sscanf(at + strlen(file), ":%d", &line) != 1)
		return fail("unexpected: %s", l);
	char *text = strstr(at + strlen(file), ": ");
	for (int i = 0; text && i < wants.n; i++)
		if (wants.v[i].line == line && matches(wants.v[i].pattern, text + 2)) {
			wants.v[i].seen = true;
			found = 1;
		}
	return found ? 0 : fail("unexpected error: %s", l);
}

static int
check_errors(const char *path, char *log)
{
	const char *file = strrchr(path, '/') + 1;
	int rc = 0;
	char *save = NULL;

	for (char *l = strtok_r(log, "\n", &save); l; l = strtok_r(NULL, "\n", &save))
		if (l[0] != '#' && l[0] != '\t' && strcmp(l, "too many errors"))
			rc |= check_line(file, l);
	for (int i = 0; i < wants.n; i++)
		if (!wants.v[i].seen)
			rc |= fail("%s:%d: no error that matches: %s", file, wants.v[i].line, wants.v[i].pattern);
	return rc;
}

static char *
without_headers(char *s)
{
	char *out = calloc(1, strlen(s) + 2), *save = NULL;

	for (char *l = strtok_r(s, "\n", &save); l; l = strtok_r(NULL, "\n", &save))
		if (strncmp(l, "# ", 2)) {
			strcat(out, l);
			strcat(out, "\n");
		}
	return out;
}

/* The suggested cures, applied to a program that begins with "// fix", make one that checks. */
static int
check_cures(Case *c)
{
	char *fixed = fmt("%s/fixed.go", c->tmp), *log = fmt("%s/fixed.log", c->tmp), *text = read_file(c->path);
	Args fix = {0}, check = {0};

	if (strncmp(text, "// fix\n", 7))
		return 0;
	arg(&fix, minigo);
	arg(&fix, "tool");
	arg(&fix, "fix");
	arg(&fix, c->path);
	run(&fix, NULL, NULL, fixed, log);
	if (!*read_file(fixed))
		return fail("no cure");
	arg(&check, minigo);
	arg(&check, "tool");
	arg(&check, "check");
	arg(&check, fixed);
	int st = run(&check, NULL, NULL, log, NULL);
	return st ? fail("the cure does not compile: %s", read_file(log)) : 0;
}

static int
test_errors(Case *c)
{
	char *log = fmt("%s/log", c->tmp), *dir = fmt("%s", c->path), *golden = with_ext(c->path, ".err");
	bool whole = is_dir(c->path);
	Args a = {0};

	if (!whole)
		*strrchr(dir, '/') = 0;
	setenv("GOARCH", "amd64", 1);
	arg(&a, minigo);
	arg(&a, "build");
	bool classic = strstr(c->path, "/classic/") != NULL;
	if (!exists(golden))
		arg(&a, "-gcflags=-e");
	if (classic)
		arg(&a, "-excerpt");
	args_from_file(&a, with_ext(c->path, ".flags"));
	arg(&a, "-o");
	arg(&a, fmt("%s/a.exe", c->tmp));
	arg(&a, whole ? "." : strrchr(c->path, '/') + 1);
	int st = run(&a, dir, NULL, log, NULL), rc = 0;
	char *text = read_file(log);
	if (exists(golden))
		rc = compare(c, golden, without_headers(text)) | (classic ? check_cures(c) : 0);
	else {
		read_wants(c->path);
		rc = check_errors(c->path, text);
		if (wants.n == 0)
			return st == 0 ? rc : fail("exit status %d, want 0", st);
	}
	return st == 1 ? rc : fail("exit status %d, want 1", st);
}

/* A stage's tool and its golden output: the first line of the file may give flags: "// flags: ..." or "# flags: ..." */
static int
tool_golden(Case *c, const char *tool, const char *deflt, const char *golden)
{
	Args a = {0};
	char *out = fmt("%s/out", c->tmp), *dir = fmt("%s", c->path), *text = read_file(c->path), *save = NULL;

	*strrchr(dir, '/') = 0;
	arg(&a, minigo);
	arg(&a, "tool");
	arg(&a, tool);
	char *flags = text ? strstr(text, "flags: ") : NULL;
	if (flags && flags < text + 12) {
		char *line = strtok_r(flags + 7, "\n", &save), *s2 = NULL;
		for (char *w = strtok_r(line, " ", &s2); w; w = strtok_r(NULL, " ", &s2))
			arg(&a, w);
	} else if (deflt) {
		arg(&a, deflt);
	}
	arg(&a, strrchr(c->path, '/') + 1);
	int st = run(&a, dir, NULL, out, NULL);
	if (st > 1)
		fail("exit status %d", st);
	return compare(c, golden, read_file(out)) || st > 1;
}

static int test_dump(Case *c) { return tool_golden(c, "parse", "-dump", with_ext(c->path, ".dump")); }
static int test_tokens(Case *c) { return tool_golden(c, "scan", NULL, with_ext(c->path, ".tokens")); }

/* name.PASS.ssa: the pass alone; name.all.ssa: everything; name.ssa: only read and printed. The golden text is name.PASS.out, or
 * the file itself. */
static int
test_ssa(Case *c)
{
	char *golden = with_ext(c->path, ".out"), *base = with_ext(c->path, ""), *dot = strrchr(base, '.');
	const char *flag = NULL;

	if (dot && dot > strrchr(base, '/'))
		flag = strcmp(dot, ".all") ? fmt("-pass=%s", dot + 1) : "-all";
	return tool_golden(c, "ssaparse", flag, exists(golden) ? golden : c->path);
}

/* -m and the like: what the compiler says on standard error, beside the program */
static int
test_messages(Case *c)
{
	Args a = {0};
	char *log = fmt("%s/log", c->tmp), *dir = fmt("%s", c->path);

	*strrchr(dir, '/') = 0;
	setenv("GOARCH", "amd64", 1);
	arg(&a, minigo);
	arg(&a, "build");
	arg(&a, "-gcflags=-m");
	args_from_file(&a, with_ext(c->path, ".flags"));
	arg(&a, "-o");
	arg(&a, fmt("%s/a.exe", c->tmp));
	arg(&a, strrchr(c->path, '/') + 1);
	int st = run(&a, dir, NULL, log, NULL);
	char *golden = with_ext(c->path, ".m");
	if (exists(golden))
		return compare(c, golden, without_headers(read_file(log))) || (st ? fail("exit status %d", st) : 0);
	read_wants(c->path);
	return check_errors(c->path, read_file(log)) || (st ? fail("exit status %d", st) : 0);
}

static int
test_script(Case *c)
{
	Args a = {0};
	char *out = fmt("%s/out", c->tmp);

	setenv("MINIGO", minigo, 1);
	setenv("SRCDIR", srcdir, 1);
	setenv("QEMU", qemu ? qemu : "", 1);
	setenv("TMPDIR", c->tmp, 1);
	unsetenv("GOARCH");
	arg(&a, "/bin/sh");
	arg(&a, c->path);
	int st = run(&a, c->tmp, NULL, out, NULL);
	if (st == SKIP)
		return SKIP;
	if (st) {
		fprintf(report, "exit status %d\n", st);
		show_file(out);
	}
	return st != 0;
}

/* A unit test of the runtime's C: runtime/run.sh builds and runs it with the archive beside the compiler. */
static int
test_runtime(Case *c)
{
	Args a = {0};
	char *out = fmt("%s/out", c->tmp), *build = fmt("%s", minigo), *script;
	const char *arch = c->arm64 ? "arm64" : "amd64";

	*strrchr(build, '/') = 0;
	script = fmt("%.*s/run.sh", (int)(strrchr(c->path, '/') - c->path), c->path);
	char *archive = fmt("%s/lib/linux_%s/runtime.a", build, arch);
	if (!exists(archive))
		return SKIP;
	setenv("TMPDIR", c->tmp, 1);
	arg(&a, "/bin/sh");
	arg(&a, script);
	arg(&a, arch);
	arg(&a, archive);
	arg(&a, c->path);
	int st = run(&a, c->tmp, NULL, out, NULL);
	if (st)
		show_file(out);
	return st != 0;
}

/* -- discovery -- */

static bool
selected(const char *name)
{
	for (int i = 0; i < npatterns; i++)
		if (strstr(name, patterns[i]))
			return true;
	return npatterns == 0;
}

static void
add(const char *path, int (*fn)(Case *), const char *opt, bool arm64)
{
	const char *rel = path + strlen(srcdir) + 1;
	char *name = fmt("%s%s%s%s", strncmp(rel, "testsuite/", 10) ? rel : rel + 10, opt ? " " : "", opt ? opt : "", arm64 ? " arm64" : "");

	if (!selected(name))
		return;
	if (ncases == capcases)
		cases = realloc(cases, sizeof *cases * (size_t)(capcases = capcases ? capcases * 2 : 256));
	cases[ncases++] = (Case){ .name = name, .path = fmt("%s", path), .fn = fn, .opt = opt, .arm64 = arm64 };
}

static void
add_program(const char *path, int (*fn)(Case *))
{
	add(path, fn, "-O0", false);
	add(path, fn, "-O2", false);
	add(path, fn, "-O2", true);
}

static void
found_file(const char *folder, const char *path)
{
	bool script = ends(path, ".sh") && !ends(path, "/lib.sh") && !ends(path, "/run.sh");

	if (script && (!strcmp(folder, "observable") || !strcmp(folder, "runtime")))
		add(path, test_script, NULL, false);
	else if (ends(path, ".c") && !strcmp(folder, "runtime") && !strstr(path, "/host/")) {
		add(path, test_runtime, NULL, false);
		add(path, test_runtime, NULL, true);
	}
	else if (ends(path, ".ssa"))
		add(path, test_ssa, NULL, false);
	else if (!ends(path, ".go"))
		return;
	else if (exists(with_ext(path, ".tokens")))
		add(path, test_tokens, NULL, false);
	else if (exists(with_ext(path, ".dump")))
		add(path, test_dump, NULL, false);
	else if (!strcmp(folder, "escape") || exists(with_ext(path, ".m")))
		add(path, test_messages, NULL, false);
	else if (exists(with_ext(path, ".out")))
		add_program(path, test_run);
	else if (!strcmp(folder, "errors") || !strcmp(folder, "syntax") || exists(with_ext(path, ".err")))
		add(path, test_errors, NULL, false);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static char **
list_dir(const char *dir, int *n)
{
	char **v = NULL;
	struct dirent *e;
	DIR *d = opendir(dir);

	*n = 0;
	while (d && (e = readdir(d)))
		if (e->d_name[0] != '.') {
			v = realloc(v, sizeof *v * (size_t)(*n + 1));
			v[(*n)++] = fmt("%s/%s", dir, e->d_name);
		}
	if (d)
		closedir(d);
	if (*n)
		qsort(v, (size_t)*n, sizeof *v, by_name);
	return v;
}

static void
find_tests(const char *folder, const char *dir)
{
	int n;
	char **v = list_dir(dir, &n);

	for (int i = 0; i < n; i++) {
		if (!is_dir(v[i]))
			found_file(folder, v[i]);
		else if (exists(fmt("%s.out", v[i])))
			add_program(v[i], test_run);
		else if (exists(fmt("%s.err", v[i])))
			add(v[i], test_errors, NULL, false);
		else if (!exists(fmt("%s/go.mod", v[i])))
			find_tests(folder, v[i]);
	}
}

static void
discover(void)
{
	static const char *const folders[] = { "scan", "syntax", "errors", "escape", "ssa", "codegen", "run", "runtime", "stdlib", "fixedbugs",
		"stress", "observable" };
	int n;
	char **v = list_dir(fmt("%s/examples", srcdir), &n);

	for (int i = 0; i < n; i++)
		if (exists(fmt("%s/output.golden", v[i])))
			add_program(v[i], test_example);
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
		find_tests(folders[i], fmt("%s/testsuite/%s", srcdir, folders[i]));
}

/* -- the run -- */

static int passed, failed, skipped;

static void
remove_tree(const char *path)
{
	int n;
	struct stat st;

	if (lstat(path, &st) == 0 && !S_ISDIR(st.st_mode)) {
		unlink(path);
		return;
	}
	DIR *d = opendir(path);
	struct dirent *e;
	while (d && (e = readdir(d)))
		if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
			remove_tree(fmt("%s/%s", path, e->d_name));
	if (d)
		closedir(d);
	n = rmdir(path);
	(void)n;
}

static void
start(Case *c)
{
	static int number;

	c->tmp = fmt("%s/%d", tmproot, number++);
	mkdir(c->tmp, 0777);
	c->start = now();
	fflush(stdout);
	c->pid = fork();
	if (c->pid)
		return;
	report = fopen(fmt("%s/report", c->tmp), "w");
	int rc = c->fn(c);
	fclose(report);
	_exit(rc);
}

static void
finish(Case *c, int st)
{
	int rc = WIFEXITED(st) ? WEXITSTATUS(st) : 1;

	if (rc == 0)
		passed++;
	else if (rc == SKIP)
		skipped++;
	else
		failed++;
	if (rc && rc != SKIP) {
		printf("FAIL %s\n", c->name);
		char *s = read_file(fmt("%s/report", c->tmp));
		if (s && !getenv("TESTS_QUIET"))
			fputs(s, stdout);
		free(s);
	} else if (verbose || rc == SKIP) {
		printf("%s %s (%.2f s)\n", rc ? "skip" : "ok  ", c->name, now() - c->start);
	}
	if (!getenv("TESTS_KEEP"))
		remove_tree(c->tmp);
	c->pid = 0;
}

static void
wait_one(void)
{
	int st;
	pid_t pid = wait(&st);

	for (int i = 0; i < ncases; i++)
		if (cases[i].pid == pid)
			finish(&cases[i], st);
}

static void
run_all(int jobs)
{
	int running = 0;

	for (int i = 0; i < ncases; i++) {
		if (running == jobs) {
			wait_one();
			running--;
		}
		start(&cases[i]);
		running++;
	}
	while (running--)
		wait_one();
}

static char *
find_program(const char *name)
{
	char *path = fmt("%s", getenv("PATH") ? getenv("PATH") : "/usr/bin"), *save = NULL;

	for (char *d = strtok_r(path, ":", &save); d; d = strtok_r(NULL, ":", &save))
		if (access(fmt("%s/%s", d, name), X_OK) == 0)
			return fmt("%s/%s", d, name);
	return NULL;
}

static void
add_patterns(char *s)
{
	char *save = NULL;

	for (char *w = strtok_r(s, " ", &save); w; w = strtok_r(NULL, " ", &save)) {
		patterns = realloc(patterns, sizeof *patterns * (size_t)(npatterns + 1));
		patterns[npatterns++] = w;
	}
}

int
main(int argc, char **argv)
{
	int jobs = 2, i = 1;
	bool list = false;
	char real[4096];

	for (; i < argc && argv[i][0] == '-'; i++)
		if (!strcmp(argv[i], "-j") && i + 1 < argc)
			jobs = atoi(argv[++i]);
		else if (!strcmp(argv[i], "-e") && i + 1 < argc)
			arg(&environment, argv[++i]);
		else if (!strcmp(argv[i], "-t") && i + 1 < argc)
			limit = atoi(argv[++i]);
		else if (!strcmp(argv[i], "-l"))
			list = true;
		else if (!strcmp(argv[i], "-v"))
			verbose = true;
	if (argc - i < 2) {
		fprintf(stderr, "usage: runtests [-j N] [-l] [-v] [-t SECONDS] [-e VAR=VALUE] MINIGO SRCDIR [PATTERN...]\n");
		return 2;
	}
	minigo = realpath(argv[i], NULL);
	srcdir = fmt("%s", realpath(argv[i + 1], real));
	for (i += 2; i < argc; i++)
		add_patterns(fmt("%s", argv[i]));
	if (getenv("TESTS"))
		add_patterns(fmt("%s", getenv("TESTS")));
	qemu = find_program("qemu-aarch64-static");
	tmproot = fmt("%s/minigo-tests.XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	if (!minigo || !mkdtemp(tmproot)) {
		perror("runtests");
		return 2;
	}
	discover();
	if (list)
		for (int k = 0; k < ncases; k++)
			printf("%s\n", cases[k].name);
	else
		run_all(jobs < 1 ? 1 : jobs);
	remove_tree(tmproot);
	if (!list)
		printf("%d passed, %d failed, %d skipped\n", passed, failed, skipped);
	return failed != 0;
}
