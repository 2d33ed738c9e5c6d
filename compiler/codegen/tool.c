/* tool.c - minigo tool ssacompile [-O0|-O1|-O2] [-arm64] [-S] [-all] -o FILE file.ssa: SSA text to an object or assembly. What the
 * golden tests of the back end use; -all runs the SSA passes first. */
#include "codegen/codegen.h"
#include <errno.h>

static int
usage(void)
{
	fprintf(stderr, "usage: minigo tool ssacompile [-O0|-O1|-O2] [-arm64] [-S] [-ll] [-nostackguard] [-all] [-locs] -o out file.ssa\n");
	return 2;
}

typedef struct ToolArgs { const char *in, *out; bool all, locs; } ToolArgs;

static bool
parse_args(int argc, char **argv, ToolArgs *t)
{
	for (int i = 0; i < argc; i++) {
		const char *a = argv[i];
		if (a[0] == '-' && a[1] == 'O' && a[2] >= '0' && a[2] <= '2')
			codegen_conf.opt = a[2] - '0';
		else if (!strcmp(a, "-arm64"))
			codegen_conf.arm64 = ssa_conf.arm64 = true;
		else if (!strcmp(a, "-S"))
			codegen_conf.write_asm = true;
		else if (!strcmp(a, "-ll"))
			codegen_conf.write_ll = true;
		else if (!strcmp(a, "-nostackguard"))
			codegen_conf.stackguard = false;
		else if (!strcmp(a, "-all"))
			t->all = true;
		else if (!strcmp(a, "-locs"))
			t->locs = true;
		else if (!strcmp(a, "-o") && i + 1 < argc)
			t->out = argv[++i];
		else if (a[0] == '-' || t->in)
			return false;
		else
			t->in = a;
	}
	return t->in && t->out;
}

int
tool_ssacompile(int argc, char **argv)
{
	ToolArgs t = { 0 };
	size_t len;
	if (!parse_args(argc, argv, &t))
		return usage();
	char *text = file_read(t.in, &len);
	if (!text) {
		error_plain("%s: %s", t.in, strerror(errno));
		diag_flush(stderr);
		return 1;
	}
	ssa_conf.check = true;
	types_init();
	ssa_init();
	Program *p = program_new(NULL);
	ssa_parse(p, text, t.in);
	if (diag_flush(stderr))
		return 1;
	if (t.all)
		run_program_passes(p);
	CodegenOut out = { 0 };
	codegen_program(p, &out);
	StrBuf *b = codegen_conf.write_ll ? &out.ll_text : codegen_conf.write_asm ? &out.asm_text : &out.obj;
	if (t.locs)
		fwrite(out.locs.s, 1, out.locs.n, stdout);
	return file_write(t.out, b->s, b->n, 0644) ? 0 : 1;
}
