/* tool.c - `minigo tool NAME`: single stages of the compiler, for tests and for the curious. */
#include "driver/driver.h"
#include "driver/elf.h"
#include "codegen/codegen.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

static int
tool_usage(const char *text)
{
	fprintf(stderr, "usage: minigo tool %s\n", text);
	return 2;
}

/* compile [-o x.o] [gc's flags] file.go...: one package to an object */
static int
tool_compile(int argc, char **argv)
{
	const char *out = NULL;

	opts.cmd = "build";
	opts.obj_only = true;
	for (int i = 0; i < argc; i++) {
		if (!strcmp(argv[i], "-o") && i + 1 < argc)
			out = argv[++i];
		else if (!strcmp(argv[i], "-p") && i + 1 < argc)
			i++;
		else if (!strcmp(argv[i], "-S"))
			opts.gc_S = true;
		else if (argv[i][0] == '-' && argv[i][1]) {
			int rc = parse_gcflags(argv[i]);
			if (rc)
				return rc;
		} else {
			strings_add(&opts.args, argv[i]);
		}
	}
	if (!opts.args.n)
		return tool_usage("compile [-o file.o] [-p path] [gcflags] file.go...");
	if (!target_check())
		return 1;
	diag_all = opts.gc_e;
	return build_all(out);
}

static int
check_arg(const char *a)
{
	if (!strcmp(a, "-excerpt"))
		diag_style = DIAG_EXCERPT;
	else if (!strcmp(a, "-json"))
		diag_style = DIAG_JSON;
	else if (opts.fix && !strcmp(a, "-w"))
		opts.fix_write = true;
	else if (!strcmp(a, "-stat"))
		opts.check_stat = true;
	else if (!strcmp(a, "-tests"))
		opts.cmd = "test";
	else
		return parse_gcflags(a);
	return 0;
}

/* A package of a Go tree is checked with that tree as its library. */
static void
find_std_tree(void)
{
	for (int i = 0; i < opts.args.n && !opts.std_tree; i++) {
		size_t n = strlen(opts.args.v[i]);
		if (n >= 4 && !strcmp(opts.args.v[i] + n - 4, "/..."))
			n -= 4;
		const char *dir = path_abs(arena_strndup(permanent, opts.args.v[i], n));
		Module *m = is_dir(dir) ? module_find(dir) : NULL;
		if (m && !strcmp(m->path->s, "std"))
			opts.std_tree = m->dir;
	}
	if (opts.std_tree)
		opts.goroot = path_dir(opts.std_tree);
}

static bool
fails(Unit *u)
{
	for (int i = 0; i < u->imports.n; i++)
		if (!u->imports.v[i].unit)
			return true;
	return u->broken;
}

/* The packages named that fail; how many pass; how fast this was, by the time that the process has used. */
static void
print_stat(void)
{
	struct rusage r;
	int64_t lines = 0;
	int named = 0, bad = 0;

	for (int i = 0; i < build.units.n; i++) {
		Unit *u = build.units.v[i];
		for (int k = 0; k < u->files.n; k++)
			lines += u->files.v[k].file->lines - 1;
		named += u->named;
		bad += u->named && fails(u);
		if (u->named && fails(u))
			printf("bad %s\n", u->path->s);
	}
	getrusage(RUSAGE_SELF, &r);
	double t = (double)r.ru_utime.tv_sec + (double)r.ru_utime.tv_usec / 1e6;
	printf("%d of %d packages check; %d packages with imports, %lld lines in %.2f s of user time, %.0f lines/s\n", named - bad, named,
		build.units.n, (long long)lines, t, (double)lines / t);
}

/* check [-tests] [-stat] [-excerpt] [-json] [gc's flags] files or packages: parses and checks, nothing else. -tests: one package
 * with its tests. */
static int
tool_check(int argc, char **argv)
{
	opts.cmd = "check";
	opts.check_only = true;
	for (int i = 0; i < argc; i++)
		if (argv[i][0] == '-' && argv[i][1]) {
			int rc = check_arg(argv[i]);
			if (rc)
				return rc;
		} else {
			strings_add(&opts.args, argv[i]);
		}
	if (!opts.goroot)
		opts.goroot = getenv("MINIGO_GOROOT");
	find_std_tree();
	diag_all = opts.gc_e || opts.fix;
	bool loaded = load_args(), ok = units_check() && loaded;
	if (opts.check_stat)
		print_stat();
	return ok ? 0 : 1;
}

/* fix [-w] files or packages: as check, and prints the files with the suggested cures applied, or writes them back */
static int
tool_fix(int argc, char **argv)
{
	opts.fix = true;
	return tool_check(argc, argv);
}

static int
tool_objdump(int argc, char **argv)
{
	if (argc == 2 && !strcmp(argv[0], "-sections")) {
		if (access(argv[1], R_OK)) {
			fprintf(stderr, "minigo: %s: %s\n", argv[1], strerror(errno));
			return 1;
		}
		sections_report(argv[1]);
		return 0;
	}
	if (argc < 1)
		return tool_usage("objdump [-sections] file");
	const char *prog = path_join(path_dir(LLD_PATH), "llvm-objdump-19");
	const char *d = access(prog, X_OK) ? "/usr/bin/objdump" : prog;
	char *args[] = { (char *)d, (char *)"-d", (char *)"-l", argv[argc - 1], NULL };
	return spawn(args);
}

int
cmd_tool(int argc, char **argv)
{
	static const struct { const char *name; int (*fn)(int, char **); } tools[] = {
		{ "check", tool_check }, { "compile", tool_compile }, { "fix", tool_fix }, { "objdump", tool_objdump },
		{ "parse", tool_parse }, { "scan", tool_scan }, { "ssacompile", tool_ssacompile }, { "ssaparse", tool_ssaparse },
	};

	if (argc == 0) {
		for (size_t i = 0; i < NELEM(tools); i++)
			printf("%s\n", tools[i].name);
		return 0;
	}
	for (size_t i = 0; i < NELEM(tools); i++)
		if (!strcmp(argv[0], tools[i].name))
			return tools[i].fn(argc - 1, argv + 1);
	fprintf(stderr, "minigo: no such tool \"%s\"\n", argv[0]);
	return 2;
}
