/* modfile.c - go.mod: the parts that say where packages are. module, go, require, replace; exclude, retract, toolchain and
 * tool lines are read over. */
#include "driver/driver.h"
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>

static void
add_require(Module *m, Strings w)
{
	if (w.n >= 2)
		vec_push(permanent, &m->req, ((ModReq){ str_lit(w.v[0]), w.v[1] }));
}

/* replace old [version] => new [version]; a new that starts with . or / is a directory */
static void
add_replace(Module *m, Strings w)
{
	int arrow = -1;
	ModRep r = {0};

	for (int i = 0; i < w.n; i++)
		if (!strcmp(w.v[i], "=>"))
			arrow = i;
	if (arrow < 1 || arrow + 1 >= w.n)
		return;
	r.path = str_lit(w.v[0]);
	r.version = arrow > 1 ? w.v[1] : NULL;
	const char *to = w.v[arrow + 1];
	if (to[0] == '/')
		r.dir = path_abs(to);
	else if (to[0] == '.')
		r.dir = path_abs(path_join(m->dir, to));
	else
		r.newpath = to, r.newversion = arrow + 2 < w.n ? w.v[arrow + 2] : "";
	vec_push(permanent, &m->rep, r);
}

static void
directive(Module *m, const char *verb, Strings w)
{
	if (!strcmp(verb, "module") && w.n)
		m->path = str_lit(w.v[0]);
	else if (!strcmp(verb, "go") && w.n)
		m->goversion = fmt_str("go%s", w.v[0]);
	else if (!strcmp(verb, "require"))
		add_require(m, w);
	else if (!strcmp(verb, "replace"))
		add_replace(m, w);
}

static void
parse(Module *m, char *text)
{
	const char *block = NULL;

	for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
		char *c = strstr(line, "//");
		while (c && c > line && !isspace((unsigned char)c[-1]))
			c = strstr(c + 1, "//");
		if (c)
			*c = 0;
		Strings w = split_words(line);
		if (!w.n)
			continue;
		if (block && !strcmp(w.v[0], ")")) {
			block = NULL;
			continue;
		}
		if (block) {
			directive(m, block, w);
			continue;
		}
		Strings rest = w;
		rest.v++;
		rest.n--;
		if (rest.n == 1 && !strcmp(rest.v[0], "("))
			block = w.v[0];
		else
			directive(m, w.v[0], rest);
	}
}

Module *
module_read(const char *gomod)
{
	size_t len;
	char *text = file_read(gomod, &len);

	if (!text)
		return NULL;
	Module *m = NEW(permanent, Module);
	m->dir = path_dir(gomod);
	parse(m, text);
	free(text);
	if (!m->path)
		m->path = str_lit("command-line-arguments");
	if (!m->goversion)
		m->goversion = "go1.16";         /* what a go.mod without a go line means */
	strings_add(&build.inputs, gomod);
	return m;
}

/* With -modfile the root stays where go.mod is, but another file says what the module needs. */
static Module *
module_root(const char *gomod)
{
	if (!opts.modfile)
		return module_read(gomod);
	if (!has_suffix(opts.modfile, ".mod")) {
		fprintf(stderr, "minigo: -modfile=%s: file does not have .mod extension\n", opts.modfile);
		exit(1);
	}
	Module *m = module_read(path_abs(opts.modfile));
	if (!m) {
		fprintf(stderr, "minigo: open %s: %s\n", opts.modfile, errno == ENOENT ? "no such file or directory" : strerror(errno));
		exit(1);
	}
	m->dir = path_dir(gomod);
	return m;
}

Module *
module_find(const char *dir)
{
	static PtrMap seen;
	Str *key = str_lit(dir);
	const char *mod = getenv("GO111MODULE");

	if (mod && !strcmp(mod, "off"))
		return NULL;
	if (map_has(&seen, key))
		return map_get(&seen, key);
	const char *gomod = path_join(dir, "go.mod");
	Module *m = is_file(gomod) ? module_root(gomod) : strcmp(dir, "/") ? module_find(path_dir(dir)) : NULL;
	map_put(&seen, key, m);
	return m;
}

static bool
path_in_module(Str *path, Str *mod)
{
	return path == mod || (path->len > mod->len && path->s[mod->len] == '/' && has_prefix(path->s, mod->s));
}

static const char *
sub_dir(const char *dir, Str *path, Str *mod)
{
	return path == mod ? dir : path_join(dir, path->s + mod->len + 1);
}

/* The module cache spells upper-case letters as ! and the lower-case one. */
static const char *
bang_escape(const char *s)
{
	StrBuf b = {0};

	for (; *s; s++)
		if (*s >= 'A' && *s <= 'Z')
			sb_putc(&b, '!'), sb_putc(&b, *s | 0x20);
		else
			sb_putc(&b, *s);
	const char *r = fmt_str("%s", b.s ? b.s : "");
	sb_free(&b);
	return r;
}

static Module *
module_at(const char *dir, Str *path)
{
	static PtrMap seen;
	Str *key = str_lit(dir);
	Module *m = map_get(&seen, key);

	if (m)
		return m;
	m = is_file(path_join(dir, "go.mod")) ? module_read(path_join(dir, "go.mod")) : NULL;
	if (!m) {
		m = NEW(permanent, Module);
		m->goversion = "go1.16";
		m->dir = dir;
	}
	m->path = path;
	map_put(&seen, key, m);
	return m;
}

static const char *
cached_module_dir(const char *path, const char *version)
{
	const char *cache = env_get("GOMODCACHE");

	if (!*cache)
		return NULL;
	const char *dir = fmt_str("%s/%s@%s", cache, bang_escape(path), bang_escape(version));
	return is_dir(dir) ? dir : NULL;
}

static const char *
replaced_dir(const ModRep *r)
{
	return r->dir ? r->dir : cached_module_dir(r->newpath, r->newversion);
}

const char *
module_resolve(Module *main, Str *path, Module **mod)
{
	const char *best = NULL;
	Str *bestmod = NULL;

	for (int i = 0; i < main->req.n; i++) {
		ModReq *q = &main->req.v[i];
		if (!path_in_module(path, q->path) || (bestmod && q->path->len <= bestmod->len))
			continue;
		const char *dir = cached_module_dir(q->path->s, q->version);
		if (dir && is_dir(sub_dir(dir, path, q->path)))
			best = dir, bestmod = q->path;
	}
	for (int i = 0; i < main->rep.n; i++) {
		ModRep *r = &main->rep.v[i];
		if (!path_in_module(path, r->path) || (bestmod && r->path->len < bestmod->len))
			continue;
		const char *dir = replaced_dir(r);
		if (dir)
			best = dir, bestmod = r->path;
	}
	if (!best)
		return NULL;
	*mod = module_at(best, bestmod);
	return sub_dir(best, path, bestmod);
}
