/* tool.c - the test drivers of this stage: `minigo tool parse [-dump] [-list] [-q] FILE|DIR...` parses files and all .go files
 * below directories, reports their errors and how fast it went; `minigo tool scan FILE...` shows their tokens. */
#include "syntax/parser.h"
#include <dirent.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>

typedef struct Run {
	bool dump, list, quiet;
	long files, failed, lines;
} Run;

static double
wall_seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double
user_seconds(void)
{
	struct rusage u;

	getrusage(RUSAGE_SELF, &u);
	return (double)u.ru_utime.tv_sec + (double)u.ru_utime.tv_usec / 1e6;
}

/* The arena is emptied for each file, whose tree is not needed any more afterwards. */
static void
parse_one(Run *r, const char *path)
{
	int errors = diag_count();
	File *f = parse_file(path);

	if (!f) {
		perror(path);
		r->failed++;
		return;
	}
	r->files++;
	r->lines += f->lines;
	bool bad = diag_count() > errors;
	r->failed += bad;
	if (r->list)
		printf("%s %s\n", bad ? "bad" : "ok", path);
	if (r->dump && !bad)
		dump_file(stdout, f);
	if (!r->quiet)
		diag_flush(stderr);
	arena_clear(tree);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
parse_tree(Run *r, const char *path)
{
	struct stat st;
	struct dirent *e;
	Vec(char *) names = { 0 };

	if (stat(path, &st) != 0 || !S_ISDIR(st.st_mode)) {
		parse_one(r, path);
		return;
	}
	DIR *d = opendir(path);
	if (!d) {
		perror(path);
		return;
	}
	while ((e = readdir(d))) {
		size_t n = strlen(e->d_name);
		bool go = n > 3 && strcmp(e->d_name + n - 3, ".go") == 0;
		StrBuf b = { 0 };
		if (e->d_name[0] == '.' || (e->d_type != DT_DIR && !go))
			continue;
		sb_printf(&b, "%s/%s", path, e->d_name);
		vec_push(permanent, &names, b.s);
	}
	closedir(d);
	if (names.n)
		qsort(names.v, (size_t)names.n, sizeof *names.v, by_name);
	for (int i = 0; i < names.n; i++) {
		parse_tree(r, names.v[i]);
		free(names.v[i]);
	}
}

static void
print_speed(Run *r, double user, double wall)
{
	double m = (double)r->lines / 1e6;

	if (user <= 0 || wall <= 0)
		return;                      /* below the clock's resolution */
	printf("%ld files, %ld rejected, %ld lines: %.3f s of user time (%.2f million lines/s), %.3f s in all (%.2f million lines/s)\n",
		r->files, r->failed, r->lines, user, m / user, wall, m / wall);
}

/* argv: what follows `tool parse`. The exit status: 0, or 1 when a file was rejected. */
int
tool_parse(int argc, char **argv)
{
	Run r = { 0 };

	double wall = wall_seconds();

	diag_all = true;
	tree = arena_new();
	for (int i = 0; i < argc; i++) {
		if (strcmp(argv[i], "-dump") == 0)
			r.dump = true;
		else if (strcmp(argv[i], "-list") == 0)
			r.list = true;
		else if (strcmp(argv[i], "-q") == 0)
			r.quiet = true;
		else
			parse_tree(&r, argv[i]);
	}
	if (r.files > 1)
		print_speed(&r, user_seconds(), wall_seconds() - wall);
	return r.failed ? 1 : 0;
}

/* `minigo tool scan FILE...`: one token a line, semicolons inserted */
int
tool_scan(int argc, char **argv)
{
	int rc = 0;

	diag_all = true;
	for (int i = 0; i < argc; i++) {
		File *f = scan_file(stdout, argv[i]);
		if (!f)
			perror(argv[i]);
		rc |= !f || f->failed;
		fflush(stdout);
		diag_flush(stderr);
	}
	return rc;
}
