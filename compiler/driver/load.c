/* load.c - from arguments to packages, and from packages to what they import.
 *
 * A Unit is loaded by listing its directory, choosing files by name and constraint, parsing them whole (there is no second
 * look at imports) and loading every imported package the same way. Units come out imports first. Errors use the go command's
 * words; they are printed at once, and nothing is compiled after one. */
#include "driver/driver.h"
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

Build build;
int load_errors;

static PtrMap unit_by_path;                  /* Str* -> Unit* */
static Vec(Unit *) stack;                    /* being loaded: for the message about an import cycle */
static Module *main_module;
static const char *title;                    /* of the package under test: goes before its first error */
static Strings *only_dirs;                   /* collect the directories of packages, load nothing */

void
load_error(const char *fmt, ...)
{
	va_list ap;

	if (title && !load_errors)
		fprintf(stderr, "# %s\n", title);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	load_errors++;
}

static const char *
where(Pos pos)
{
	const PosBase *b = pos_base(pos);

	if (!b)
		return "";
	return fmt_str("%s:%u:%u: ", path_short(path_abs(b->filename)), pos_line(pos), pos_physcol(pos));
}

static Unit *
unit_new(Str *path, const char *dir)
{
	Unit *u = NEW(permanent, Unit);

	u->path = path;
	u->dir = dir;
	map_put(&unit_by_path, path, u);
	return u;
}

/* The name that objects keep of a file. The library's does not depend on where minigo is installed; with -trimpath no name
 * depends on a directory. */
static const char *
recorded_path(Unit *u, const char *abs)
{
	if (u->std)
		return fmt_str("std/%s/%s", u->path->s, path_base(abs));
	if (!opts.trimpath)
		return abs;
	if (u->cmdline)
		return fmt_str("./%s", path_base(abs));
	return fmt_str("%s/%s", u->path->s, path_base(abs));
}

static bool
read_source(Unit *u, const char *path, bool constrained)
{
	SrcFile f = { .path = path, .display = path_display(path) };

	f.src = file_read(path, &f.len);
	if (!f.src) {
		load_error("minigo: open %s: %s", path_short(path), errno == ENOENT ? "no such file or directory" : errno == EACCES ?
			"permission denied" : strerror(errno));
		return false;
	}
	if (constrained && !build_constraint_ok(path_base(path), f.src, f.len, tag_on, u)) {
		free(f.src);
		return false;
	}
	strings_add(&build.inputs, path);
	f.file = parse_source(recorded_path(u, path), f.display, f.src, f.len);
	if (f.file->failed)
		u->broken = true;
	vec_push(permanent, &u->files, f);
	return true;
}

static const char *
package_name(SrcFile *f)
{
	return f->file->pkgname && f->file->pkgname->name ? f->file->pkgname->name->s : "_";
}

/* All files of a unit must name one package. */
static bool
same_package(Unit *u)
{
	for (int i = 1; i < u->files.n; i++) {
		SrcFile *a = &u->files.v[0], *b = &u->files.v[i];
		if (a->file->failed || b->file->failed || !strcmp(package_name(a), package_name(b)))
			continue;
		load_error("found packages %s (%s) and %s (%s) in %s", package_name(a), path_base(a->path), package_name(b),
			path_base(b->path), u->dir);
		return false;
	}
	return true;
}

static bool
is_source_name(const char *name)
{
	return has_suffix(name, ".go") && !has_suffix(name, "_test.go") && name[0] != '_' && name[0] != '.';
}

static void
read_directory(Unit *u, int *excluded)
{
	Strings names = dir_list(u->dir);

	strings_add(&build.inputs, u->dir);
	for (int i = 0; i < names.n; i++) {
		const char *path = path_join(u->dir, names.v[i]);
		if (has_suffix(names.v[i], ".s"))
			strings_add(&u->asm_files, path);
		if (is_source_name(names.v[i]) && is_file(path) && !read_source(u, path, true))
			++*excluded;
	}
}

/* -- imports -- */

static bool
dir_has_go(const char *dir)
{
	if (!is_dir(dir))
		return false;
	Strings names = dir_list(dir);
	for (int i = 0; i < names.n; i++)
		if (is_source_name(names.v[i]))
			return true;
	return false;
}

static bool
dir_has_tests(const char *dir)
{
	Strings names = dir_list(dir);

	for (int i = 0; i < names.n; i++)
		if (has_suffix(names.v[i], "_test.go") && names.v[i][0] != '_' && names.v[i][0] != '.')
			return true;
	return false;
}

static const char *
library(void)
{
	return opts.std_tree ? opts.std_tree : root_dir("stdlib");
}

static const char *
std_dir(Str *path)
{
	const char *std = library();
	const char *dir = std ? path_join(std, path->s) : NULL;

	return dir && dir_has_go(dir) ? dir : NULL;
}

static const char *
goroot_dir(Unit *from, Str *path, Str **real)
{
	if (!opts.goroot)
		return NULL;
	const char *src = path_join(path_abs(opts.goroot), "src");
	const char *dir = path_join(src, path->s);
	*real = path;
	if (dir_has_go(dir))
		return dir;
	if (!from->std)
		return NULL;
	*real = str_fmt("vendor/%s", path->s);
	dir = path_join(src, (*real)->s);
	return dir_has_go(dir) ? dir : NULL;
}

static bool
under(const char *path, Str *mod)
{
	return !strcmp(path, mod->s) || (has_prefix(path, mod->s) && path[mod->len] == '/');
}

typedef struct Found { const char *dir; Str *path; Module *mod; bool std; } Found;

static bool
find_in_modules(Unit *from, Str *path, Found *f)
{
	Module *m = from->mod ? from->mod : main_module;

	for (int i = 0; i < 2; i++, m = main_module) {
		if (!m)
			continue;
		if (under(path->s, m->path)) {
			const char *dir = path->len == m->path->len ? m->dir : path_join(m->dir, path->s + m->path->len + 1);
			if (dir_has_go(dir)) {
				f->dir = dir;
				f->mod = m;
				return true;
			}
		}
	}
	if (!main_module)
		return false;
	const char *vendor = fmt_str("%s/vendor/%s", main_module->dir, path->s);
	if (!(opts.mod && !strcmp(opts.mod, "mod")) && dir_has_go(vendor)) {
		f->dir = vendor;
		f->mod = NULL;
		return true;
	}
	f->dir = module_resolve(main_module, path, &f->mod);
	return f->dir != NULL;
}

static bool
find_import(Unit *from, Str *path, Found *f)
{
	*f = (Found){ .path = path };
	if ((f->dir = std_dir(path)))
		return f->std = true;
	if (!from->std && find_in_modules(from, path, f))
		return true;
	if ((f->dir = goroot_dir(from, path, &f->path)))
		return f->std = true;
	return false;
}

static bool
dotted(const char *path)
{
	const char *slash = strchr(path, '/');
	const char *dot = strchr(path, '.');

	return dot && (!slash || dot < slash);
}

static void
not_found(Str *path, Pos pos)
{
	const char *at = where(pos);

	if (main_module && under(path->s, main_module->path) && !dotted(path->s) && path != main_module->path)
		load_error("%spackage %s is not in std (%s)", at, path->s, path_join(root_dir("stdlib") ? root_dir("stdlib") : "", path->s));
	else if (!dotted(path->s))
		load_error("%spackage %s is not in std (%s)", at, path->s, path_join(root_dir("stdlib") ? root_dir("stdlib") : "", path->s));
	else if (!main_module)
		load_error("%sno required module provides package %s: go.mod file not found in current directory or any parent directory; "
			"see 'go help modules'", at, path->s);
	else if (under(path->s, main_module->path))
		load_error("%spackage %s is not in the main module (%s)", at, path->s, main_module->path->s);
	else
		load_error("%sno required module provides package %s; to add it:\n\tgo get %s", at, path->s, path->s);
}

/* The part of a path before its last element "internal" must be a prefix of the importer's path. */
static bool
internal_ok(Unit *from, Found *f)
{
	const char *p = f->path->s, *last = NULL;

	for (const char *s = p; (s = strstr(s, "internal")); s += 8)
		if ((s == p || s[-1] == '/') && (!s[8] || s[8] == '/'))
			last = s;
	if (!last)
		return true;
	if (from->tests)
		from = from->tests;
	if (f->std)
		return from->std;
	size_t n = (size_t)(last - p);
	if (n == 0)
		return true;
	const char *by = from->cmdline && from->mod ? fmt_str("%s%s", from->mod->path->s, from->dir + strlen(from->mod->dir)) : from->path->s;
	return strlen(by) >= n - 1 && !memcmp(by, p, n - 1) && (!by[n - 1] || by[n - 1] == '/');
}

static void
cycle_error(Unit *again)
{
	StrBuf b = {0};
	const char *from = NULL;

	sb_printf(&b, "package %s", stack.v[0]->path->s);
	for (int i = 1; i <= stack.n; i++) {
		Unit *u = i < stack.n ? stack.v[i] : again;
		Unit *by = stack.v[i - 1];
		from = NULL;
		for (int k = 0; k < by->imports.n; k++)
			if (by->imports.v[k].written == u->path && pos_base(by->imports.v[k].pos))
				from = path_base(pos_base(by->imports.v[k].pos)->filename);
		sb_printf(&b, "\n\timports %s", u->path->s);
		if (from)
			sb_printf(&b, " from %s", from);
	}
	load_error("%s: import cycle not allowed", b.s);
	sb_free(&b);
}

static void unit_load_imports(Unit *u);

static bool
unit_read_package(Unit *u, const char *at)
{
	int excluded = 0;

	read_directory(u, &excluded);
	if (u->files.n == 0) {
		if (excluded && !load_errors)
			load_error("%spackage %s: build constraints exclude all Go files in %s", at, u->path->s, u->dir);
		else if (!load_errors)
			load_error("%sno Go files in %s", at, u->dir);
		return false;
	}
	return same_package(u);
}

Unit *
load_import(Unit *from, Str *path, Pos pos)
{
	Found f;

	if (!find_import(from, path, &f)) {
		not_found(path, pos);
		return NULL;
	}
	if (!internal_ok(from, &f)) {
		load_error("package %s\n\t%suse of internal package %s not allowed", from->path->s, where(pos), path->s);
		return NULL;
	}
	Unit *u = map_get(&unit_by_path, f.path);
	if (u && u->state == 1) {
		cycle_error(u);
		return NULL;
	}
	if (u)
		return u->state == 2 ? u : NULL;
	u = unit_new(f.path, f.dir);
	u->std = f.std;
	u->mod = f.mod;
	u->state = 1;
	vec_push(permanent, &stack, u);
	bool ok = unit_read_package(u, where(pos));
	if (ok && !u->broken && !strcmp(package_name(&u->files.v[0]), "main")) {
		load_error("package %s\n\t%simport \"%s\" is a program, not an importable package", from->path->s, where(pos), path->s);
		ok = false;
	}
	if (ok)
		unit_load_imports(u);
	stack.n--;
	u->state = 2;
	return ok ? u : NULL;
}

static void
import_one(Unit *u, Decl *d)
{
	Str *path = d->path;
	Pos at = d->names.n ? d->names.v[0]->pos : d->pathpos;       /* where an import begins */

	if (!path || !strcmp(path->s, "unsafe"))
		return;
	for (int i = 0; i < u->imports.n; i++)
		if (u->imports.v[i].written == path)
			return;
	if (import_path_fault(path) || path->s[0] == '/')
		return;                      /* the checker says so */
	vec_push(permanent, &u->imports, ((Import){ path, at, NULL }));
	if (!strcmp(path->s, "C")) {
		load_error("%simport \"C\": cgo is not supported", where(at));
		return;
	}
	if (strcmp(path_abs(fmt_str("/%s", path->s)) + 1, path->s) && path->s[0] != '.') {
		load_error("%snon-canonical import path \"%s\" (should be \"%s\")", where(at), path->s,
			path_abs(fmt_str("/%s", path->s)) + 1);
		return;
	}
	if (has_prefix(path->s, "./") || has_prefix(path->s, "../")) {
		load_error("%s\"%s\" is relative, but relative import paths are not supported in module mode", where(at), path->s);
		return;
	}
	int me = u->imports.n - 1;
	Unit *dep = load_import(u, path, at);
	u->imports.v[me].unit = dep;
}

static Unit *
import_implicit(Unit *u, const char *path)
{
	Str *s = str_lit(path);

	if (u->path == s || !std_dir(s))
		return NULL;
	Unit *dep = map_get(&unit_by_path, s);
	if (!dep)
		dep = load_import(u, s, NOPOS);
	return dep && dep->state == 2 ? dep : NULL;
}

static void
unit_load_imports(Unit *u)
{
	for (int i = 0; i < u->files.n; i++) {
		File *f = u->files.v[i].file;
		for (int k = 0; k < f->decls.n; k++)
			if (f->decls.v[k]->kind == D_IMPORT)
				import_one(u, f->decls.v[k]);
	}
	if (!u->std)
		import_implicit(u, "runtime");
	vec_push(permanent, &build.units, u);
}

/* -- arguments -- */

static void
finish_root(Unit *u)
{
	u->named = true;
	u->is_main = !u->broken && !strcmp(package_name(&u->files.v[0]), "main");
	u->state = 1;
	vec_push(permanent, &stack, u);
	unit_load_imports(u);
	stack.n--;
	u->state = 2;
	vec_push(permanent, &build.roots, u);
}

/* One named after a package that imports it. */
static void
name_loaded(Unit *u)
{
	if (!u->named && u->state == 2) {
		u->named = true;
		vec_push(permanent, &build.roots, u);
	}
}

/* A _test.go file belongs to the package or, by the name of its package, to the external test package. */
static void
read_test_file(Unit *u, Unit *x, const char *path)
{
	int before = u->files.n;

	read_source(u, path, true);
	if (u->files.n > before && has_suffix(package_name(&u->files.v[before]), "_test")) {
		vec_push(permanent, &x->files, u->files.v[before]);
		u->files.n = before;
	}
}

static void
finish_test_part(Unit *u)
{
	u->named = true;
	u->state = 1;
	vec_push(permanent, &stack, u);
	if (u->files.n)
		unit_load_imports(u);
	stack.n--;
	u->state = 2;
}

/* The program that runs the tests; both packages are its imports, whatever their names are. */
static void
load_test_main(Unit *u, Unit *x)
{
	Unit *m = unit_new(str_fmt("%s.test", u->path->s), u->dir);
	Unit *parts[2] = { u->files.n ? u : NULL, x->files.n ? x : NULL };
	const char *src = testmain_source(parts[0], parts[1], u->path->s);

	if (!src)
		return;
	SrcFile f = { .path = "_testmain.go", .display = "_testmain.go", .len = strlen(src), .src = (char *)src };
	f.file = parse_source("_testmain.go", "_testmain.go", f.src, f.len);
	vec_push(permanent, &m->files, f);
	for (int i = 0; i < 2; i++)
		if (parts[i])
			vec_push(permanent, &m->imports, ((Import){ parts[i]->path, NOPOS, parts[i] }));
	m->tests = u;
	finish_root(m);
}

/* The package in u->dir with its tests. Without tests it is a root itself. */
static void
load_tests(Unit *u)
{
	Unit *x = unit_new(str_fmt("%s_test", u->path->s), u->dir);
	int excluded = 0, plain;

	title = fmt_str("%s", u->path->s);
	read_directory(u, &excluded);
	plain = u->files.n;
	Strings names = dir_list(u->dir);
	for (int i = 0; i < names.n; i++)
		if (has_suffix(names.v[i], "_test.go") && names.v[i][0] != '_' && names.v[i][0] != '.')
			read_test_file(u, x, path_join(u->dir, names.v[i]));
	x->mod = u->mod;
	x->std = u->std;
	x->tests = u;
	bool tests = u->files.n > plain || x->files.n;
	if (tests)
		u->title = x->title = fmt_str("%s [%s.test]", u->path->s, u->path->s);
	if (!tests && !u->files.n)
		load_error(excluded ? "package %s: build constraints exclude all Go files in %s" : "%sno Go files in %s", excluded ? u->path->s : "",
			u->dir);
	if (load_errors || (u->files.n && !same_package(u)) || (x->files.n && !same_package(x)))
		return;
	finish_test_part(u);
	finish_test_part(x);
	if (tests && !load_errors && !opts.check_only)
		load_test_main(u, x);
	title = NULL;
}

static void
check_named_file(const char *arg)
{
	const char *abs = path_abs(arg);

	if (access(abs, F_OK))
		load_error("stat %s: no such file or directory", arg);
	else if (is_dir(abs))
		load_error("minigo: directory %s: named files must be .go files", arg);
	else if (access(abs, R_OK))
		load_error("minigo: open %s: permission denied", arg);
	else if (has_suffix(arg, "_test.go") && !strcmp(opts.cmd, "run"))
		load_error("minigo: cannot run *_test.go files (%s)", arg);
}

static void load_dir(const char *dir, bool quiet);

static void
load_files(Strings files)
{
	const char *dir = path_dir(path_abs(files.v[0]));
	Unit *u = unit_new(str_lit("command-line-arguments"), dir);

	main_module = module_find(dir);
	u->mod = main_module;
	u->cmdline = true;
	for (int i = 0; i < files.n; i++) {
		check_named_file(files.v[i]);
		if (!load_errors && strcmp(path_dir(path_abs(files.v[i])), dir))
			load_error("named files must all be in one directory; have %s and %s", path_short(dir),
				path_short(path_dir(path_abs(files.v[i]))));
	}
	for (int i = 0; i < files.n; i++)
		for (int k = 0; k < i && !load_errors; k++)
			if (!strcmp(path_abs(files.v[i]), path_abs(files.v[k])))
				load_error("package command-line-arguments: case-insensitive file name collision: \"%s\" and \"%s\"",
					path_base(files.v[k]), path_base(files.v[i]));
	if (load_errors)
		return;
	for (int i = 0; i < files.n; i++)
		read_source(u, path_abs(files.v[i]), false);
	if (!load_errors && same_package(u))
		finish_root(u);
}

static void
load_test_files(Strings files)
{
	const char *dir = path_dir(path_abs(files.v[0]));
	Unit *u = unit_new(str_lit("command-line-arguments"), dir), *x = unit_new(str_lit("command-line-arguments_test"), dir);

	u->mod = x->mod = main_module = module_find(dir);
	u->cmdline = x->cmdline = true;
	x->tests = u;
	title = u->path->s;
	for (int i = 0; i < files.n; i++) {
		check_named_file(files.v[i]);
		if (!load_errors)
			read_test_file(u, x, path_abs(files.v[i]));
	}
	if (load_errors || (u->files.n && !same_package(u)) || (x->files.n && !same_package(x)))
		return;
	finish_test_part(u);
	finish_test_part(x);
	if (!load_errors)
		load_test_main(u, x);
	title = NULL;
}

bool
load_test(const char *dir, Strings files)
{
	if (dir)
		load_dir(dir, false);
	else
		load_test_files(files);
	return load_errors == 0;
}

static void
load_dir(const char *dir, bool quiet)
{
	Module *m = module_find(dir);
	Str *path;

	if (!is_dir(dir)) {
		load_error("stat %s: directory not found", dir);
		return;
	}
	if (only_dirs) {
		if (!quiet || dir_has_go(dir) || dir_has_tests(dir))
			strings_add(only_dirs, dir);
		return;
	}
	main_module = m;
	const char *std = library();
	bool in_std = std && has_prefix(dir, std) && dir[strlen(std)] == '/';
	if (in_std)
		path = str_lit(dir + strlen(std) + 1);
	else if (m)
		path = str_fmt("%s%s", m->path->s, dir + strlen(m->dir));
	else
		path = str_lit("command-line-arguments");
	Unit *u = map_get(&unit_by_path, path);
	if (u) {
		name_loaded(u);
		return;
	}
	if (quiet && !dir_has_go(dir))
		return;
	u = unit_new(path, dir);
	u->mod = m;
	u->std = in_std;
	u->cmdline = !m && !in_std;
	if (!strcmp(opts.cmd, "test"))
		load_tests(u);
	else if (unit_read_package(u, ""))
		finish_root(u);
}

/* dir/...: every directory below that has Go files, but not testdata, vendor, hidden ones and other modules. */
static void
load_tree(const char *dir, bool top)
{
	const char *base = path_base(dir);

	if (!top && (base[0] == '.' || base[0] == '_' || !strcmp(base, "testdata") || !strcmp(base, "vendor") ||
		is_file(path_join(dir, "go.mod"))))
		return;
	load_dir(dir, true);
	Strings names = dir_list(dir);
	for (int i = 0; i < names.n; i++)
		if (is_dir(path_join(dir, names.v[i])))
			load_tree(path_join(dir, names.v[i]), false);
}

static void
load_by_path(const char *arg)
{
	Unit from = { .path = str_lit("command-line-arguments"), .dir = getcwd_str() };
	Found f;

	main_module = module_find(getcwd_str());
	from.mod = main_module;
	if (!find_import(&from, str_lit(arg), &f)) {
		not_found(str_lit(arg), NOPOS);
		return;
	}
	if (!f.std || only_dirs) {
		load_dir(f.dir, false);
		return;
	}
	Unit *u = map_get(&unit_by_path, f.path);
	if (!u) {
		u = unit_new(f.path, f.dir);
		u->std = true;
		if (unit_read_package(u, ""))
			finish_root(u);
	} else {
		name_loaded(u);
	}
}

static bool
is_local(const char *arg)
{
	return arg[0] == '/' || !strcmp(arg, ".") || !strcmp(arg, "..") || has_prefix(arg, "./") || has_prefix(arg, "../");
}

static void
load_one(const char *arg)
{
	size_t n = strlen(arg);

	if (n >= 3 && !strcmp(arg + n - 3, "...")) {
		const char *dir = arena_strndup(permanent, arg, n - 3);
		if (is_local(arg) || !strcmp(arg, "..."))
			load_tree(path_abs(*dir ? dir : "."), true);
		else
			load_error("minigo: pattern %s: only ./... patterns are supported", arg);
	} else if (is_local(arg)) {
		load_dir(path_abs(arg), false);
	} else {
		load_by_path(arg);
	}
}

bool
load_args(void)
{
	Strings files = {0};

	for (int i = 0; i < opts.args.n; i++)
		if (has_suffix(opts.args.v[i], ".go"))
			strings_add(&files, opts.args.v[i]);
	if (files.n && files.n < opts.args.n)
		load_error("named files must be .go files: %s", opts.args.v[has_suffix(opts.args.v[0], ".go") ? files.n : 0]);
	else if (files.n)
		load_files(files);
	else if (opts.args.n == 0)
		load_dir(getcwd_str(), false);
	for (int i = 0; !files.n && i < opts.args.n; i++)
		load_one(opts.args.v[i]);
	if (!load_errors && build.units.n == 0 && opts.args.n && !(only_dirs && only_dirs->n))
		load_error("minigo: warning: \"%s\" matched no packages", opts.args.v[0]);
	return load_errors == 0;
}

/* The directories that the arguments name, for commands that take one package after the other. */
bool
load_package_dirs(Strings *dirs)
{
	only_dirs = dirs;
	bool ok = load_args();
	only_dirs = NULL;
	return ok;
}
