/* compile.c - one package through the middle and back end, in a child process: LLVM's options are global to a process, and
 * a child starts with the whole checked program in memory for nothing. */
#include "driver/driver.h"
#include "codegen/codegen.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

void
compile_setup(void)
{
	ssa_conf.arm64 = codegen_conf.arm64 = !strcmp(target_arch(), "arm64");
	ssa_conf.no_inline = opts.gc_l;
	ssa_conf.no_opt = opts.gc_N;
	ssa_conf.no_bounds = opts.gc_B;
	ssa_conf.write_barrier = opts.d_wb;
	ssa_conf.check = opts.d_check || getenv("MINIGO_CHECKSSA");
	codegen_conf.stackguard = opts.d_stackguard;
	codegen_conf.trimpath = NULL;
}

/* What only the packages named on the command line show. */
static void
setup_texts(Unit *u)
{
	if (!u->named)
		return;
	ssa_conf.dump_m = opts.gc_m;
	ssa_conf.dump = opts.d_ssa;
	ssa_conf.html_func = getenv("GOSSAFUNC");
	codegen_conf.write_asm = opts.asm_only || opts.gc_S || ssa_conf.html_func;
	codegen_conf.write_ll = ssa_conf.html_func != NULL;
}

/* -ldflags -X: the string variable gets another initial value. */
static void
set_string(Program *p, const char *name, const char *value)
{
	Sym *s = sym_lookup(p, name);

	if (!s || s->kind != SYM_GLOBAL || s->external || !s->type || type_under(s->type)->kind != T_STRING)
		return;
	size_t n = strlen(value);
	Sym *text = sym_get(p, fmt_str("go:string.X.%s", name), SYM_DATA);
	text->external = false;
	text->readonly = text->noptr = true;
	text->data = NEW(permanent, Data);
	*text->data = (Data){ .size = (int64_t)n + 1, .align = 1, .bytes = (uint8_t *)arena_strndup(permanent, value, n), .readonly = true };
	vec_push(permanent, &p->globals, text);
	Data *d = NEW(permanent, Data);
	d->size = 16;
	d->align = 8;
	d->bytes = arena_alloc(permanent, 16);
	memcpy(d->bytes + 8, &n, 8);
	vec_push(permanent, &d->relocs, ((Reloc){ .off = 0, .sym = text }));
	s->data = d;
}

static void
set_strings(Unit *u, Program *p)
{
	for (int i = 0; i < opts.ld_X.n; i++) {
		const char *eq = strchr(opts.ld_X.v[i], '=');
		const char *dot = eq;
		while (dot && dot > opts.ld_X.v[i] && *dot != '.')
			dot--;
		if (!eq || !dot)
			continue;
		Str *path = str_intern(opts.ld_X.v[i], (size_t)(dot - opts.ld_X.v[i]));
		if (path == u->pkg->path || path == u->path)
			set_string(p, fmt_str("%s%.*s", u->pkg->path->s, (int)(eq - dot), dot), eq + 1);
	}
}

static bool
put(const char *path, StrBuf *b)
{
	if (file_write(path, b->s ? b->s : "", b->n, 0666))
		return true;
	fprintf(stderr, "minigo: %s: %s\n", path, strerror(errno));
	return false;
}

static bool
put_asm(CodegenOut *out)
{
	if (opts.asm_only && opts.out)
		return put(opts.out, &out->asm_text);
	if (opts.asm_only || opts.gc_S)
		fwrite(out->asm_text.s, 1, out->asm_text.n, opts.asm_only ? stdout : stderr);
	return true;
}

static bool
failed(Unit *u)
{
	return diag_flush_package(stderr, u->path->s);
}

bool
compile_unit(Unit *u)
{
	CodegenOut out = {0};
	StrBuf sum = {0};

	compile_setup();
	setup_texts(u);
	ssa_conf.opt = codegen_conf.opt = unit_opt(u);
	ssa_conf.no_opt |= ssa_conf.opt == 0;
	ssa_conf.no_inline |= ssa_conf.opt == 0;
	codegen_conf.debug = true;
	phase_begin("ssa");
	Program *p = build_package(u->pkg);
	if (failed(u))
		return false;
	set_strings(u, p);
	phase_begin("ssa passes");
	run_program_passes(p);
	if (failed(u))
		return false;
	summary_write(p, &sum);
	phase_end();
	codegen_init();
	codegen_program(p, &out);
	phase_end();
	if (ssa_conf.html_func)
		html_finish(p, out.ll_text.s, out.asm_text.s, "ssa.html");
	if (failed(u) || !put_asm(&out))
		return false;
	return put(u->loc, &out.locs) && put(u->sum, &sum) && put(u->obj, &out.obj);
}
