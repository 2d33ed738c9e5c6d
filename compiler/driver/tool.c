/* tool.c - `minigo tool NAME`: single stages of the compiler, for tests and for the curious. */
#include "driver/driver.h"
#include "driver/elf.h"
#include "codegen/codegen.h"
#include <errno.h>
#include <stdlib.h>
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
	else
		return parse_gcflags(a);
	return 0;
}

/* check [-excerpt] [-json] [gc's flags] files or packages: parses and checks, nothing else */
static int
tool_check(int argc, char **argv)
{
	opts.cmd = "check";
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
	diag_all = opts.gc_e || opts.fix;
	bool loaded = load_args();
	return units_check() && loaded ? 0 : 1;
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
