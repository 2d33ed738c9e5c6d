/* build.c - the steps of a build: load, check, compile what the cache lacks, link. */
#include "driver/driver.h"
#include <errno.h>
#include <stdlib.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* -- checking -- */

static Package *
package_of(Unit *u)
{
	Package *p = package_new(u->is_main ? str_lit("main") : u->path, u->dir);

	p->is_std = u->std;
	p->is_main = u->is_main;
	p->driver = u;
	p->goversion = u->std ? GO_LEVEL : opts.lang ? opts.lang : u->mod ? u->mod->goversion : GO_LEVEL;
	for (int i = 0; i < u->files.n; i++)
		vec_push(permanent, &p->files, u->files.v[i].file);
	if (p->files.v[0]->pkgname)
		p->name = p->files.v[0]->pkgname->name;
	for (int i = 0; i < u->imports.n; i++)
		package_add_import(p, u->imports.v[i].written, u->imports.v[i].unit->pkg);
	return p;
}

/* -fix: what the errors' cures make of the unit's files. */
static void
fix_files(Unit *u)
{
	for (int i = 0; i < u->files.n; i++) {
		const char *path = u->files.v[i].path;
		StrBuf b = {0};
		if (!diag_apply(path, &b))
			continue;
		if (!opts.fix_write)
			fwrite(b.s, 1, b.n, stdout);
		else if (!file_write(path, b.s, b.n, 0666))
			fprintf(stderr, "minigo: %s: %s\n", path, strerror(errno));
		sb_free(&b);
	}
}

static void
print_errors(Unit *u)
{
	if (opts.fix && !u->std)
		fix_files(u);
	diag_flush_package(stderr, u->title ? u->title : u->path->s);
}

static bool
imports_ok(Unit *u)
{
	for (int i = 0; i < u->imports.n; i++)
		if (!u->imports.v[i].unit || u->imports.v[i].unit->broken)
			return false;
	return true;
}

/* In a module, go.mod may ask for a newer language than this compiler knows. */
static bool
version_ok(Unit *u)
{
	const char *v = u->mod && !u->std ? u->mod->goversion : GO_LEVEL;
	char *end;
	long minor = has_prefix(v, "go1.") ? strtol(v + 4, &end, 10) : 0;

	if (minor <= GO_MINOR)
		return true;
	fprintf(stderr, "minigo: %s requires go >= %s (running go 1.%d)\n", path_short(path_join(u->mod->dir, "go.mod")), v + 2, GO_MINOR);
	return false;
}

static void
check_unit(Unit *u)
{
	CheckConf conf = { .goversion = GO_LEVEL };

	if (!imports_ok(u)) {
		u->broken = true;
		return;
	}
	if (!version_ok(u)) {
		u->broken = true;
		return;
	}
	u->pkg = package_of(u);
	int before = diag_count();
	for (int i = 0; i < u->files.n && !opts.std_tree; i++)  /* a Go tree's package embed has no way in for us */
		embed_files(u, u->files.v[i].file);
	u->broken = diag_count() > before;
	conf.goversion = u->pkg->goversion;
	conf.allow_bodyless = u->std || opts.bodyless || u->asm_files.n > 0;
	if (!check_package(u->pkg, &conf))
		u->broken = true;
	for (int i = 0; i < u->files.n; i++)
		u->broken |= u->files.v[i].file->errors > 0;
	if (u->broken)
		print_errors(u);
}

bool
units_check(void)
{
	bool ok = true;

	/* all syntax errors first, as the files were read */
	for (int i = 0; i < build.units.n; i++)
		if (build.units.v[i]->broken) {
			print_errors(build.units.v[i]);
			ok = false;
		}
	for (int i = 0; i < build.units.n; i++) {
		Unit *u = build.units.v[i];
		if (!u->broken)
			check_unit(u);
		ok = ok && !u->broken;
	}
	return ok;
}

/* -- compiling -- */

/* The library is always optimized, so that all programs share its objects; -N and -O0 ask for it plainly. */
int
unit_opt(Unit *u)
{
	if (opts.gc_N)
		return 0;
	if (opts.opt >= 0 && !(opts.opt == 1 && u && u->std))
		return opts.opt;
	return u && u->std ? 2 : strcmp(opts.cmd, "run") ? 2 : 1;
}

static void
add_str(Sha256 *s, const char *x)
{
	sha256_update(s, x, strlen(x) + 1);
}

static void
unit_key(Unit *u)
{
	Sha256 s;
	uint8_t flags[] = { (uint8_t)unit_opt(u), opts.gc_l, opts.gc_N, opts.gc_B, opts.d_stackguard, opts.d_wb, opts.bodyless, opts.trimpath,
		u->is_main, u->std, opts.d_check };

	sha256_init(&s);
	add_str(&s, compiler_id());
	add_str(&s, target_arch());
	sha256_update(&s, flags, sizeof flags);
	add_str(&s, u->path->s);
	add_str(&s, opts.trimpath || u->std ? "" : u->dir);
	add_str(&s, u->pkg->goversion);
	for (int i = 0; i < opts.ld_X.n && !u->std; i++)
		add_str(&s, opts.ld_X.v[i]);
	for (int i = 0; i < u->files.n; i++) {
		add_str(&s, path_base(u->files.v[i].path));
		sha256_update(&s, &u->files.v[i].len, sizeof(size_t));
		sha256_update(&s, u->files.v[i].src, u->files.v[i].len);
	}
	for (int i = 0; i < u->embedded.n; i++)
		add_str(&s, u->embedded.v[i]);
	for (int i = 0; i < u->imports.n; i++)
		add_str(&s, u->imports.v[i].unit->key);
	sha256_hex(&s, u->key);
}

static bool
wants_text(Unit *u)
{
	return u->named && (opts.gc_S || opts.gc_m || opts.asm_only || opts.d_ssa || getenv("GOSSAFUNC"));
}

void
units_keys(void)
{
	for (int i = 0; i < build.units.n; i++) {
		Unit *u = build.units.v[i];
		unit_key(u);
		u->obj = cache_path(u->key, ".o");
		u->sum = cache_path(u->key, ".sum");
		u->loc = cache_path(u->key, ".loc");
		u->cached = !opts.all && !opts.n && !wants_text(u) && is_file(u->obj) && is_file(u->sum) && is_file(u->loc);
		if (u->cached) {
			cache_touch(u->obj);
			cache_touch(u->sum);
			cache_touch(u->loc);
		}
	}
}

static size_t
unit_size(Unit *u)
{
	size_t n = 0;

	for (int i = 0; i < u->files.n; i++)
		n += u->files.v[i].len;
	return n;
}

static int
by_size(const void *a, const void *b)
{
	size_t x = unit_size(*(Unit *const *)a), y = unit_size(*(Unit *const *)b);

	return x < y ? 1 : x > y ? -1 : 0;
}

static int
parallelism(void)
{
	cpu_set_t set;

	if (opts.p)
		return opts.p;
	if (sched_getaffinity(0, sizeof set, &set))
		return 1;
	int n = CPU_COUNT(&set);
	return n < 1 ? 1 : n > 16 ? 16 : n;
}

static void
start_child(Unit *u)
{
	fflush(stdout);
	fflush(stderr);
	pid_t pid = fork();
	if (pid < 0) {
		fprintf(stderr, "minigo: fork: %s\n", strerror(errno));
		exit(1);
	}
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		bool ok = compile_unit(u);
		phase_end();
		fflush(stdout);
		fflush(stderr);
		_exit(ok ? 0 : 1);
	}
}

/* Waits for one child; its status becomes ours when it is worse. */
static int
wait_child(void)
{
	int st;

	while (wait(&st) < 0)
		if (errno != EINTR)
			return 0;
	if (WIFSIGNALED(st)) {
		fprintf(stderr, "minigo: internal compiler error: compile: %s\n", strsignal(WTERMSIG(st)));
		return 2;
	}
	return WEXITSTATUS(st);
}

bool
units_compile(void)
{
	Vec(Unit *) todo = {0};
	int running = 0, rc = 0, max = parallelism();

	for (int i = 0; i < build.units.n; i++)
		if (!build.units.v[i]->cached) {
			vec_push(permanent, &todo, build.units.v[i]);
			if (wants_text(build.units.v[i]))
				max = 1;                 /* texts of several packages must not mix */
		}
	if (todo.n)
		qsort(todo.v, (size_t)todo.n, sizeof *todo.v, by_size);
	for (int i = 0; i < todo.n; i++) {
		Unit *u = todo.v[i];
		show("minigo tool compile -p %s -o %s%s%s", u->path->s, u->obj, unit_opt(u) ? "" : " -N", opts.gc_l ? " -l" : "");
		if (opts.v)
			fprintf(stderr, "%s\n", u->path->s);
		if (opts.n)
			continue;
		if (running == max) {
			int r = wait_child();
			rc = r > rc ? r : rc;
			running--;
		}
		start_child(u);
		running++;
	}
	while (running--) {
		int r = wait_child();
		rc = r > rc ? r : rc;
	}
	if (rc == 2) {
		work_cleanup();
		exit(2);
	}
	return rc == 0;
}

void
show(const char *fmt, ...)
{
	va_list ap;

	if (!opts.x && !opts.n)
		return;
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
}

/* -- results -- */

static const char *
default_output(Unit *u)
{
	if (u->cmdline && opts.args.n && has_suffix(opts.args.v[0], ".go")) {
		const char *base = path_base(opts.args.v[0]);
		return arena_strndup(permanent, base, strlen(base) - 3);
	}
	if (u->cmdline)
		return path_base(u->dir);
	const char *base = path_base(u->path->s);
	if (base[0] == 'v' && base[1] >= '2' && base[1] <= '9' && strchr(u->path->s, '/'))
		base = path_base(path_dir(u->path->s));
	return base;
}

static bool
has_main(Unit *u)
{
	Object *o = u->pkg->scope ? scope_lookup(u->pkg->scope, str_lit("main")) : NULL;

	if (o && o->kind == O_FUNC)
		return true;
	fprintf(stderr, "# %s\nruntime.main_main·f: function main is undeclared in the main package\n", u->path->s);
	return false;
}

/* Where -S and -c leave their text and object. */
static int
copy_object(const char *out)
{
	for (int i = 0; i < build.roots.n; i++) {
		Unit *u = build.roots.v[i];
		const char *to = out ? out : fmt_str("%s.o", default_output(u));
		size_t len;
		char *p = file_read(u->obj, &len);
		if (!p || !file_write(to, p, len, 0666)) {
			fprintf(stderr, "minigo: %s: %s\n", to, strerror(errno));
			return 1;
		}
		free(p);
	}
	return 0;
}

static int
link_to(Unit *u, const char *out)
{
	const char *to = out ? out : default_output(u);

	if (is_dir(to)) {
		if (!out) {
			fprintf(stderr, "minigo: build output \"%s\" already exists and is a directory\n", to);
			return 1;
		}
		to = path_join(to, default_output(u));
	}
	return link_program(u, to) ? 0 : 1;
}

static int
link_roots(const char *out)
{
	int rc = 0;
	bool several = build.roots.n > 1;

	if (several && out && !is_dir(out) && strcmp(out, "/dev/null")) {
		fprintf(stderr, "minigo: cannot write multiple packages to non-directory %s\n", out);
		return 1;
	}
	for (int i = 0; i < build.roots.n; i++) {
		Unit *u = build.roots.v[i];
		if (!u->is_main)
			continue;
		if (!has_main(u))
			rc = 1;
		else if (several && !out)
			continue;                    /* compiled, and the result discarded */
		else
			rc |= link_to(u, out);
	}
	return rc;
}

int
build_all(const char *out)
{
	phase_begin("parse");
	if (!load_args()) {
		units_check();
		return 1;
	}
	phase_begin("typecheck");
	if (!units_check())
		return 1;
	units_keys();
	phase_end();
	if (!units_compile())
		return 1;
	if (opts.asm_only)
		return 0;
	if (opts.obj_only)
		return copy_object(out);
	return link_roots(out);
}
