/* link.c - from objects to an executable.
 *
 *   1. the link unit: reach.c finds what is used; descriptors, itabs, wrappers and the order of inits become one more object
 *   2. ld.lld links objects, link unit and runtime.a
 *   3. pclntab.c reads the lines out of the result and writes .gopclntab as an object
 *   4. ld.lld links again with it, stripped as asked for
 *
 * The layout is our own script: one segment to read and execute, one to read and write. .gopclntab follows the code, so the
 * second link moves no code. */
#include "driver/driver.h"
#include "codegen/codegen.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static const char script[] =
	"PHDRS { text PT_LOAD FILEHDR PHDRS FLAGS(5); data PT_LOAD FLAGS(6); stack PT_GNU_STACK FLAGS(6); }\n"
	"SECTIONS {\n"
	"  . = %s + SIZEOF_HEADERS;\n"
	"  .rodata : { *(.rodata .rodata.* .data.rel.ro .data.rel.ro.*) } :text\n"
	"  .rtparts : ALIGN(8) { runtime.parts = .; *(.rtparts) runtime.eparts = .; } :text\n"
	"  .text : ALIGN(16) { runtime.text = .; *(.text .text.*); runtime.etext = .; } :text\n"
	"  .llvm_faultmaps : { KEEP(*(.llvm_faultmaps)) } :text\n"
	"  .gopclntab : ALIGN(8) { KEEP(*(.gopclntab)) } :text\n"
	"  . = ALIGN(CONSTANT(MAXPAGESIZE)) + (. & (CONSTANT(MAXPAGESIZE) - 1));\n"
	"  .data : ALIGN(16) { runtime.data = .; *(.data .data.*); . = ALIGN(8); runtime.edata = .; } :data\n"
	"  .noptrdata : ALIGN(16) { runtime.noptrdata = .; *(.noptrdata .noptrdata.*); runtime.enoptrdata = .; } :data\n"
	"  .noptrbss : ALIGN(16) { runtime.noptrbss = .; *(.noptrbss .noptrbss.* .bss..noptr.*); runtime.enoptrbss = .; } :data\n"
	"  .bss : ALIGN(16) { runtime.bss = .; *(.bss .bss.* COMMON); . = ALIGN(8); runtime.ebss = .; } :data\n"
	"  runtime.end = .;\n"
	"  /DISCARD/ : { *(.eh_frame .eh_frame_hdr .note* .comment .llvm_addrsig .ARM.attributes .stack_sizes) }\n"
	"}\n";

/* absent: assignments for functions that cannot be called */
static bool
put_script(const char *path, const StrBuf *absent)
{
	const char *text = fmt_str(script, codegen_conf.arm64 ? "0x10000" : "0x400000");

	text = fmt_str("%s%s", text, absent->s ? absent->s : "");
	return file_write(path, text, strlen(text), 0666);
}

int
spawn(char *const argv[])
{
	StrBuf b = {0};
	int st;

	for (int i = 0; argv[i]; i++)
		sb_printf(&b, "%s%s", i ? " " : "", argv[i]);
	show("%s", b.s);
	sb_free(&b);
	fflush(stdout);
	fflush(stderr);
	pid_t pid = fork();
	if (pid == 0) {
		execv(argv[0], argv);
		fprintf(stderr, "minigo: %s: %s\n", argv[0], strerror(errno));
		_exit(127);
	}
	if (pid < 0)
		return 127;
	while (waitpid(pid, &st, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(st) ? WEXITSTATUS(st) : 128 + WTERMSIG(st);
}

/* -- the link unit -- */

/* The packages below the runtime, and the runtime itself, come first. */
static bool
init_before(Unit *a, Unit *b)
{
	bool ra = !strncmp(a->path->s, "internal/", 9) || !strcmp(a->path->s, "runtime");
	bool rb = !strncmp(b->path->s, "internal/", 9) || !strcmp(b->path->s, "runtime");

	if (ra != rb)
		return ra;
	return strcmp(a->path->s, b->path->s) < 0;
}

static bool
imports_done(Unit *u, PtrMap *done)
{
	for (int i = 0; i < u->imports.n; i++)
		if (u->imports.v[i].unit && !map_has(done, u->imports.v[i].unit))
			return false;
	return true;
}

/* Packages as they are initialized: always the first by import path of those whose imports are done; the runtime, which all need,
 * before them. */
static Package **
program_order(int *n)
{
	Package **order = NEWN(permanent, Package *, build.units.n + 1);
	PtrMap done = {0};

	*n = 0;
	for (Unit *next = build.units.v[0]; next;) {
		map_put(&done, next, next);
		if (next->pkg)
			order[(*n)++] = next->pkg;
		next = NULL;
		for (int i = 0; i < build.units.n; i++) {
			Unit *u = build.units.v[i];

			if (!map_has(&done, u) && imports_done(u, &done) && (!next || init_before(u, next)))
				next = u;
		}
	}
	map_clear(&done);
	return order;
}

/* Units that this program needs: build.units may hold other programs' as well (./...). */
static void
mark_needed(Unit *u, PtrMap *needed)
{
	if (map_has(needed, u))
		return;
	map_put(needed, u, u);
	for (int i = 0; i < u->imports.n; i++)
		mark_needed(u->imports.v[i].unit, needed);
}

static Vec(Unit *) needed;

static void
find_needed(Unit *main)
{
	PtrMap m = {0};

	mark_needed(main, &m);
	for (int i = 0; i < build.units.n; i++)
		if (build.units.v[i]->path == str_lit("runtime"))
			mark_needed(build.units.v[i], &m);
	needed.n = 0;
	for (int i = 0; i < build.units.n; i++)
		if (map_has(&m, build.units.v[i]))
			vec_push(permanent, &needed, build.units.v[i]);
	map_clear(&m);
}

static bool
make_link_unit(Unit *main, const char *ld, const char *obj, const char *loc)
{
	CodegenOut out = {0};
	StrBuf absent = {0};
	int n;

	phase_timing = false;                /* the parent counts the whole as one phase */
	compile_setup();
	ssa_conf.opt = codegen_conf.opt = unit_opt(main) ? 1 : 0;
	codegen_conf.debug = false;
	Vec(Unit *) all = {0};
	all.v = build.units.v;
	all.n = build.units.n;
	build.units.v = needed.v;
	build.units.n = needed.n;
	Package **order = program_order(&n);
	Program *lu = program_new(NULL);
	build_main_init(lu, order, n);
	bool ok = reach_run(lu, main, &absent);
	if (ok) {
		codegen_init();
		codegen_program(lu, &out);
	}
	build.units.v = all.v;
	build.units.n = all.n;
	if (diag_flush(stderr) || !ok)
		return false;
	return put_script(ld, &absent) && file_write(obj, out.obj.s, out.obj.n, 0666) && file_write(loc, out.locs.s ? out.locs.s : "", out.locs.n, 0666);
}

/* The link unit in a child, like every other: one set of LLVM options a process. */
static bool
link_unit(Unit *main, const char *ld, const char *obj, const char *loc)
{
	int st;

	fflush(stdout);
	fflush(stderr);
	pid_t pid = fork();
	if (pid == 0) {
		bool ok = make_link_unit(main, ld, obj, loc);
		fflush(stderr);
		_exit(ok ? 0 : 1);
	}
	if (pid < 0)
		return false;
	while (waitpid(pid, &st, 0) < 0 && errno == EINTR)
		;
	if (WIFSIGNALED(st) || WEXITSTATUS(st) == 2) {
		fprintf(stderr, "minigo: internal compiler error: link unit: %s\n", WIFSIGNALED(st) ? strsignal(WTERMSIG(st)) : "failed");
		work_cleanup();
		exit(2);
	}
	return WEXITSTATUS(st) == 0;
}

/* -- ld.lld -- */

typedef struct Link {
	const char *script, *unit, *unit_loc, *pcln, *runtime, *out;
	Unit *main;
} Link;

/* lld's complaints in the words of Go's linker: undefined symbols are functions without a body. */
static void
print_link_errors(const char *log, Unit *main)
{
	size_t len;
	char *text = file_read(log, &len), *save = NULL;

	if (!text)
		return;
	fprintf(stderr, "# %s\n", main->path->s);
	for (char *l = strtok_r(text, "\n", &save); l; l = strtok_r(NULL, "\n", &save)) {
		const char *u = strstr(l, "undefined symbol: ");
		if (u)
			fprintf(stderr, "link: relocation target %s not defined\n", u + 18);
		else if (has_prefix(l, "ld.lld"))
			fprintf(stderr, "link: %s\n", strchr(l, ':') ? strchr(l, ':') + 2 : l);
		else if (strstr(l, "defined"))
			fprintf(stderr, "%s\n", l);
	}
	free(text);
}

static int
run_lld(char *const argv[], const char *log)
{
	int saved = dup(2);

	fflush(stderr);
	int rc = -1;
	StrBuf b = {0};
	for (int i = 0; argv[i]; i++)
		sb_printf(&b, "%s%s", i ? " " : "", argv[i]);
	show("%s", b.s);
	sb_free(&b);
	FILE *f = fopen(log, "w");
	if (f) {
		dup2(fileno(f), 2);
		bool x = opts.x, n = opts.n;
		opts.x = opts.n = false;
		rc = spawn(argv);
		opts.x = x;
		opts.n = n;
		dup2(saved, 2);
		fclose(f);
	}
	close(saved);
	return rc;
}

static bool
lld(Link *l, const char *out, bool final)
{
	Strings a = {0};
	bool strip = final && opts.ld_s, nodwarf = final && (opts.ld_w || !strcmp(opts.cmd, "run"));
	const char *log = path_join(work_dir(), "link.log");

	strings_add(&a, LLD_PATH);
	strings_add(&a, "-m");
	strings_add(&a, codegen_conf.arm64 ? "aarch64linux" : "elf_x86_64");
	Strings fixed = split_words("-static --gc-sections --build-id=none -z noseparate-code -z norelro -z nognustack --no-eh-frame-hdr -O1");
	for (int i = 0; i < fixed.n; i++)
		if (strcmp(fixed.v[i], "-z") || strcmp(fixed.v[i + 1], "nognustack"))
			strings_add(&a, fixed.v[i]);
		else
			i++;
	strings_add(&a, "-z");
	strings_add(&a, codegen_conf.arm64 ? "max-page-size=65536" : "max-page-size=4096");
	if (codegen_conf.arm64)
		strings_add(&a, "--no-relax");       /* adrp and add stay as written */
	strings_add(&a, "-e");
	strings_add(&a, fmt_str("_rt0_%s_linux", target_arch()));
	strings_add(&a, "-T");
	strings_add(&a, l->script);
	if (strip)
		strings_add(&a, "--strip-all");
	else if (nodwarf)
		strings_add(&a, "--strip-debug");
	strings_add(&a, "-o");
	strings_add(&a, out);
	for (int i = 0; i < needed.n; i++)
		strings_add(&a, needed.v[i]->obj);
	strings_add(&a, l->unit);
	if (final)
		strings_add(&a, l->pcln);
	strings_add(&a, l->runtime);
	strings_add(&a, NULL);
	if (opts.n) {
		spawn((char *const *)(void *)a.v);
		return true;
	}
	if (run_lld((char *const *)(void *)a.v, log) == 0)
		return true;
	print_link_errors(log, l->main);
	return false;
}

static const char *
runtime_archive(void)
{
	const char *lib = root_dir("lib");
	const char *a = fmt_str("%s/linux_%s/%s", lib ? lib : "lib", target_arch(), !opts.d_stackguard ? "runtime_nocheck.a" : opts.d_rtdebug ? "runtime_debug.a" : "runtime.a");

	if (is_file(a))
		return a;
	fprintf(stderr, "minigo: the runtime is missing: %s\n", a);
	return NULL;
}

static bool
make_pclntab(Link *l, const char *first)
{
	Strings objs = {0}, locs = {0};

	for (int i = 0; i < needed.n; i++) {
		strings_add(&objs, needed.v[i]->obj);
		strings_add(&locs, needed.v[i]->loc);
	}
	strings_add(&objs, l->unit);
	strings_add(&locs, l->unit_loc);
	return pclntab_make(first, l->pcln, objs, locs);
}

static bool
install(const char *from, const char *to)
{
	size_t len;
	char *p = file_read(from, &len);
	bool ok = p && file_write(to, p, len, 0777);

	if (!ok)
		fprintf(stderr, "minigo: %s: %s\n", to, strerror(errno));
	free(p);
	return ok;
}

/* -d=reloc: what the linker resolved */
static void
list_relocations(Link *l)
{
	for (int i = 0; i < needed.n; i++)
		relocs_report(needed.v[i]->path->s, needed.v[i]->obj);
	relocs_report("link unit", l->unit);
	relocs_report("pclntab", l->pcln);
}

static double
msec(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static double t0;

static void
verbose(const char *what, const char *path)
{
	struct stat st;

	if (!opts.ld_v)
		return;
	fprintf(stderr, "link: %8.2f ms  %s", msec() - t0, what);
	if (path && stat(path, &st) == 0)
		fprintf(stderr, " (%s, %lld bytes)", path_base(path), (long long)st.st_size);
	fputc('\n', stderr);
}

bool
link_program(Unit *main, const char *out)
{
	const char *w = work_dir(), *first = path_join(w, "first.out"), *second = path_join(w, "a.out");
	Link l = { path_join(w, "link.ld"), path_join(w, "linkunit.o"), path_join(w, "linkunit.loc"), path_join(w, "pclntab.o"),
		runtime_archive(), out, main };

	if (!l.runtime)
		return false;
	strings_add(&build.inputs, l.runtime);
	t0 = msec();
	compile_setup();
	find_needed(main);
	show("# rt0: %s(rt0_linux_%s.S) provides the entry point _rt0_%s_linux", l.runtime, target_arch(), target_arch());
	phase_begin("link unit");
	if (!opts.n && !link_unit(main, l.script, l.unit, l.unit_loc))
		return false;
	verbose("link unit: descriptors, itabs, wrappers, init order", l.unit);
	phase_begin("link");
	if (!lld(&l, first, false))
		return false;
	verbose(fmt_str("first link, entry _rt0_%s_linux from rt0_linux_%s.S", target_arch(), target_arch()), first);
	if (!opts.n && !make_pclntab(&l, first))
		return false;
	verbose("table of lines", l.pcln);
	if (!lld(&l, second, true))
		return false;
	verbose("second link", second);
	phase_end();
	if (opts.n)
		return true;
	if (opts.size)
		size_report(second, first);
	if (opts.d_reloc)
		list_relocations(&l);
	if (!install(second, out))
		return false;
	fastpath_save(second, out);
	verbose("done", out);
	return true;
}
