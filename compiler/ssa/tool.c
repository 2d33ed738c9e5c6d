/* tool.c - minigo tool ssaparse [-pass=NAME,...] [-all] FILE: reads the text form, runs passes, prints it again. What the golden
 * tests of passes use: -pass runs the named passes alone on each function, -all everything as for a package. */
#include "ssa/ssa.h"
#include <errno.h>

static int
usage(void)
{
	fprintf(stderr, "usage: minigo tool ssaparse [-pass=NAME,...] [-all] [-m] [-N] [-l] [-wb] file.ssa\n");
	return 2;
}

static bool
run_list(Program *p, const char *list)
{
	while (*list) {
		size_t n = strcspn(list, ",");
		for (int i = 0; i < p->funcs.n; i++) {
			if (!run_named_pass(p->funcs.v[i], list, n)) {
				fprintf(stderr, "minigo: no pass named %.*s\n", (int)n, list);
				return false;
			}
		}
		list += n + (list[n] == ',');
	}
	messages_flush();
	return true;
}

int
tool_ssaparse(int argc, char **argv)
{
	const char *file = NULL, *list = NULL;
	bool all = false;
	ssa_conf.check = true;
	ssa_conf.opt = 2;
	for (int i = 0; i < argc; i++) {
		if (strncmp(argv[i], "-pass=", 6) == 0)
			list = argv[i] + 6;
		else if (strcmp(argv[i], "-all") == 0)
			all = true;
		else if (strcmp(argv[i], "-m") == 0)
			ssa_conf.dump_m = true;
		else if (strcmp(argv[i], "-N") == 0)
			ssa_conf.no_opt = true;
		else if (strcmp(argv[i], "-l") == 0)
			ssa_conf.no_inline = true;
		else if (strcmp(argv[i], "-wb") == 0)
			ssa_conf.write_barrier = true;
		else if (argv[i][0] == '-' || file)
			return usage();
		else
			file = argv[i];
	}
	if (!file)
		return usage();
	size_t len;
	char *text = file_read(file, &len);
	if (!text) {
		error_plain("%s: %s", file, strerror(errno));
		return 1;
	}
	types_init();
	ssa_init();
	Program *p = program_new(NULL);
	ssa_parse(p, text, file);
	if (diag_flush(stderr))
		return 1;
	for (int i = 0; i < p->funcs.n; i++)
		ssa_verify(p->funcs.v[i], "parse");
	if (all)
		run_program_passes(p);
	else if (list && !run_list(p, list))
		return 2;
	StrBuf out = {0};
	ssa_print_program(&out, p);
	fwrite(out.s, 1, out.n, stdout);
	return 0;
}
