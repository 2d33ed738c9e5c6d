/* mutate.c - broken versions of real programs through the whole front end: loader, checker, SSA, passes with the verifier.
 *
 *   fuzz_mutate [-n MUTANTS] [-seed N] [-t SECONDS] DIR FILE.go...
 *
 * The library is loaded and checked once; each mutant is a child of that process, so it costs a fork and its own package.
 * A child must end by itself within 20 seconds, with status 0 or 1. Otherwise DIR keeps the program as crash-N.go and what
 * was printed as crash-N.txt. Links all of the compiler but main.c, so configure --enable-sanitizers makes it sharper. */
#include "driver/driver.h"
#include "ssa/ssa.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define HANG 20

typedef struct Text { char *s; size_t n; } Text;

static uint64_t seed = 1;
static long mutants_per_file = 20, seconds = 1L << 40;
static const char *dir, *path, *log_path;          /* where: crash-*, the mutant, what it prints */
static char **inputs;
static int ninputs, ncrashes;
static long nmutants, naccepted;

/* Every test program's imports, or most: a mutant loads what is missing itself. */
static const char warm[] =
	"package main\n\nimport (\n\t_ \"bufio\"\n\t_ \"bytes\"\n\t_ \"errors\"\n\t_ \"fmt\"\n\t_ \"io\"\n\t_ \"iter\"\n\t_ \"maps\"\n"
	"\t_ \"math\"\n\t_ \"math/bits\"\n\t_ \"os\"\n\t_ \"reflect\"\n\t_ \"runtime\"\n\t_ \"slices\"\n\t_ \"sort\"\n\t_ \"strconv\"\n"
	"\t_ \"strings\"\n\t_ \"sync\"\n\t_ \"sync/atomic\"\n\t_ \"time\"\n\t_ \"unicode\"\n\t_ \"unicode/utf8\"\n)\n\nfunc main() {}\n";

const char *__asan_default_options(void);

const char *
__asan_default_options(void)
{
	return "detect_leaks=0";
}

static uint64_t
rnd(uint64_t below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return below ? (seed >> 11) % below : 0;
}

static bool
word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* A token, more or less, that begins at a random place. */
static Text
some_token(Text t)
{
	size_t at = (size_t)rnd(t.n), end;

	while (at > 0 && word_byte(t.s[at]) && word_byte(t.s[at - 1]))
		at--;
	end = at + 1;
	while (end < t.n && word_byte(t.s[at]) && word_byte(t.s[end]))
		end++;
	return (Text){ t.s + at, end - at };
}

/* t with n bytes at `at` replaced by those of `by` */
static Text
replace(Text t, size_t at, size_t n, Text by)
{
	Text r = { arena_alloc(permanent, t.n - n + by.n + 1), t.n - n + by.n };

	memcpy(r.s, t.s, at);
	memcpy(r.s + at, by.s, by.n);
	memcpy(r.s + at + by.n, t.s + at + n, t.n - at - n);
	return r;
}

static int
kind(char c)
{
	return !word_byte(c) ? (unsigned char)c > ' ' : c >= '0' && c <= '9' ? 2 : 3;
}

/* A token of the kind of a: the program has a chance to stay right. */
static Text
similar_token(Text t, Text a)
{
	Text b = some_token(t);

	for (int i = 0; i < 50 && kind(*b.s) != kind(*a.s); i++)
		b = some_token(t);
	return b;
}

static Text
vocabulary(void)
{
	static const char *const words[] = {
		"break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto", "if",
		"import", "interface", "map", "package", "range", "return", "select", "struct", "switch", "type", "var", "append", "cap",
		"clear", "close", "complex", "copy", "delete", "imag", "len", "make", "max", "min", "new", "panic", "print", "real", "recover",
		"nil", "iota", "true", "any", "error", "comparable", "int", "uint8", "float64", "complex128", "string", "uintptr", "_", "0",
		"1", "-1", "1<<70", "1e400", "0x7fffffffffffffff", "2.5", "1i", "'a'", "\"s\"", "`r`", "(", ")", "[", "]", "{", "}", ",", ";", ":",
		":=", "=", "==", "!=", "<", "<-", "<<", ">>", "&", "&^", "|", "~", "+", "+=", "++", "*", "/", "%", "!", "&&", ".", "...", "\n",
		"[]int", "*T", "[T any]", "x.(type)", "func() {}", "struct{}", "interface{}", "[3]int", "map[string]int", "chan int",
		"T[int]", "main", "init", "unsafe", "\\", "\"", "'", "\xff", "\0",
	};
	const char *w = words[rnd(NELEM(words))];

	return (Text){ (char *)w, *w ? strlen(w) : 1 };
}

static size_t
line_start(Text t, size_t at)
{
	while (at > 0 && t.s[at - 1] != '\n')
		at--;
	return at;
}

static Text
some_line(Text t)
{
	size_t at = line_start(t, (size_t)rnd(t.n)), end = at;

	while (end < t.n && t.s[end] != '\n')
		end++;
	return (Text){ t.s + at, end + (end < t.n) - at };
}

static Text
mutate_once(Text t)
{
	Text a, b;

	if (t.n < 2)
		return t;
	a = some_token(t);
	size_t at = (size_t)(a.s - t.s);
	switch (rnd(9)) {
	case 0: return replace(t, at, a.n, (Text){ (char *)"", 0 });
	case 1: return replace(t, at, a.n, vocabulary());
	case 2: return replace(t, at, 0, vocabulary());
	case 3:
	case 4: return replace(t, at, a.n, similar_token(t, a));
	case 5: return replace(t, at, 0, some_token(t));
	case 6: b = some_line(t); return replace(t, (size_t)(b.s - t.s), b.n, (Text){ (char *)"", 0 });
	case 7: return replace(t, line_start(t, at), 0, some_line(t));
	default: b = some_line(t); return replace(t, (size_t)(b.s - t.s), b.n, some_line(t));
	}
}

static Text
mutant(Text t)
{
	if (rnd(5) == 0)
		return (Text){ t.s, (size_t)rnd(t.n) };
	do
		t = mutate_once(t);
	while (rnd(3) == 0);
	return t;
}

/* -- one mutant -- */

static int
front_end(void)
{
	opts.args.n = 0;
	strings_add(&opts.args, path);
	bool loaded = load_args();
	if (!units_check() || !loaded)
		return 1;
	for (int i = 0; i < build.units.n; i++) {
		Program *p = build_package(build.units.v[i]->pkg);
		if (diag_count())
			return 1;
		run_program_passes(p);
	}
	return diag_count() > 0;
}

static void
quiet(void)
{
	int fd = open(log_path, O_WRONLY | O_CREAT | O_TRUNC, 0666);

	dup2(fd, 1);
	dup2(fd, 2);
	close(fd);
}

static void
keep(const char *why, const char *input)
{
	int n = ncrashes++;

	rename(path, fmt_str("%s/crash-%d.go", dir, n));
	rename(log_path, fmt_str("%s/crash-%d.txt", dir, n));
	printf("%s/crash-%d.go: %s (from %s)\n", dir, n, why, input);
	fflush(stdout);
}

static void
child(Text t)
{
	bool optimize = rnd(2);

	t = mutant(t);
	if (!file_write(path, t.s, t.n, 0666))
		fatal("%s: %s", path, strerror(errno));
	quiet();
	alarm(HANG);
	ssa_conf.opt = optimize ? 2 : 0;
	ssa_conf.no_opt = ssa_conf.no_inline = !optimize;
	int rc = front_end();
	fflush(NULL);
	_exit(rc);
}

static void
try(Text t, const char *input)
{
	int st;

	nmutants++;
	rnd(0);
	pid_t pid = fork();
	if (pid == 0)
		child(t);
	while (waitpid(pid, &st, 0) < 0)
		if (errno != EINTR)
			fatal("wait: %s", strerror(errno));
	if (WIFSIGNALED(st))
		keep(WTERMSIG(st) == SIGALRM ? "hangs" : strsignal(WTERMSIG(st)), input);
	else if (WEXITSTATUS(st) > 1)
		keep("wrong exit status", input);
	else
		naccepted += WEXITSTATUS(st) == 0;
}

static void
load_library(void)
{
	if (!file_write(path, warm, sizeof warm - 1, 0666))
		fatal("%s: %s", path, strerror(errno));
	strings_add(&opts.args, path);
	if (!load_args() || !units_check())
		fatal("the library does not check");
	unlink(path);
	build.units.n = build.roots.n = build.inputs.n = 0;
}

static void *
run(void *arg)
{
	time_t start = time(NULL);

	types_init();
	ssa_init();
	opts.cmd = "build";
	compile_setup();
	ssa_conf.check = true;
	load_library();
	for (long k = 0; k < mutants_per_file && time(NULL) - start < seconds; k++)
		for (int i = 0; i < ninputs && time(NULL) - start < seconds; i++) {
			Text t;
			t.s = file_read(inputs[i], &t.n);
			if (!t.s || t.n == 0)
				continue;
			try(t, inputs[i]);
			free(t.s);
		}
	printf("%ld mutants, %ld accepted, %d failures\n", nmutants, naccepted, ncrashes);
	return arg;
}

int
main(int argc, char **argv)
{
	pthread_attr_t attr;
	pthread_t t;
	int i = 1;

	for (; i + 1 < argc && argv[i][0] == '-'; i += 2) {
		long v = atol(argv[i + 1]);
		if (!strcmp(argv[i], "-n"))
			mutants_per_file = v;
		else if (!strcmp(argv[i], "-t"))
			seconds = v;
		else if (!strcmp(argv[i], "-seed"))
			seed = (uint64_t)v * 0x9E3779B97F4A7C15u + 1;
	}
	if (i + 1 >= argc) {
		fprintf(stderr, "usage: fuzz_mutate [-n mutants] [-seed n] [-t seconds] dir file.go...\n");
		return 2;
	}
	dir = path_abs(argv[i]);
	path = fmt_str("%s/mutant.go", dir);
	log_path = fmt_str("%s/mutant.txt", dir);
	inputs = argv + i + 1;
	ninputs = argc - i - 1;
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, (size_t)1 << 30);
	if (pthread_create(&t, &attr, run, NULL))
		fatal("cannot start a thread");
	pthread_join(t, NULL);
	return ncrashes > 0;
}
