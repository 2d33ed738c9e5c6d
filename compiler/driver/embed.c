/* embed.c - //go:embed: the files that the patterns name become the initial value of the variable, as if the program had a
 * conversion of a string literal there: T("contents"), or for embed.FS a call that makes it of names and contents.
 *
 * Patterns are path.Match's, relative to the package's directory; a directory stands for its files but those whose names begin
 * with . or _, unless the pattern has the prefix all:. */
#include "driver/driver.h"
#include <glob.h>
#include <stdlib.h>
#include <sys/stat.h>

typedef struct Embed { Unit *u; Pos pos; Strings files; } Embed;   /* files: relative to the package's directory */

static void
embed_error(Pos pos, const char *text)
{
	error_at(pos, "%s", text);
}

static bool
bad_name(const char *rel)
{
	const char *base = path_base(rel);

	return !strcmp(base, ".bzr") || !strcmp(base, ".hg") || !strcmp(base, ".git") || !strcmp(base, ".svn");
}

static void
add_file(Embed *e, const char *rel)
{
	for (int i = 0; i < e->files.n; i++)
		if (!strcmp(e->files.v[i], rel))
			return;
	strings_add(&e->files, rel);
}

static int
add_dir(Embed *e, const char *rel, bool all)
{
	const char *dir = path_join(e->u->dir, rel);
	Strings names = dir_list(dir);
	int n = 0;

	strings_add(&build.inputs, dir);
	for (int i = 0; i < names.n; i++) {
		const char *name = names.v[i], *sub = path_join(rel, name), *abs = path_join(e->u->dir, sub);
		struct stat st;
		if ((!all && (name[0] == '.' || name[0] == '_')) || bad_name(sub) || lstat(abs, &st))
			continue;
		if (S_ISDIR(st.st_mode)) {
			if (!is_file(path_join(abs, "go.mod")))
				n += add_dir(e, sub, all);
		} else if (S_ISREG(st.st_mode)) {
			add_file(e, sub);
			n++;
		}
	}
	return n;
}

static bool
valid_pattern(const char *p)
{
	if (!*p || *p == '/' || p[strlen(p) - 1] == '/' || strstr(p, "//"))
		return false;
	if (!strcmp(p, "."))
		return true;
	for (const char *s = p; *s;) {
		size_t n = strcspn(s, "/");
		if ((n == 1 && s[0] == '.') || (n == 2 && s[0] == '.' && s[1] == '.'))
			return false;
		s += n + (s[n] == '/');
	}
	return true;
}

static const char *
add_match(Embed *e, const char *abs, bool all)
{
	const char *rel = !strcmp(abs, path_join(e->u->dir, ".")) ? "." : abs + strlen(e->u->dir) + 1;
	struct stat st;

	if (bad_name(rel))
		return fmt_str("cannot embed file %s: invalid name %s", rel, path_base(rel));
	if (lstat(abs, &st))
		return fmt_str("cannot embed file %s", rel);
	if (S_ISDIR(st.st_mode)) {
		if (is_file(path_join(abs, "go.mod")))
			return fmt_str("cannot embed directory %s: in different module", rel);
		if (!add_dir(e, rel, all))
			return fmt_str("cannot embed directory %s: contains no embeddable files", rel);
		return NULL;
	}
	if (!S_ISREG(st.st_mode))
		return fmt_str("cannot embed irregular file %s", rel);
	add_file(e, rel);
	return NULL;
}

/* NULL, or what is wrong with the pattern. */
static const char *
add_pattern(Embed *e, const char *p)
{
	bool all = has_prefix(p, "all:");
	glob_t g;

	p += all ? 4 : 0;
	if (!valid_pattern(p))
		return "invalid pattern syntax";
	strings_add(&build.inputs, e->u->dir);
	if (glob(path_join(e->u->dir, p), GLOB_PERIOD, NULL, &g))
		return "no matching files found";
	const char *why = NULL;
	for (size_t i = 0; i < g.gl_pathc && !why; i++) {
		const char *base = path_base(g.gl_pathv[i]);
		if (strcmp(p, ".") && (!strcmp(base, ".") || !strcmp(base, "..")))
			continue;
		why = add_match(e, fmt_str("%s", g.gl_pathv[i]), all);
	}
	globfree(&g);
	return why;
}

static bool
add_patterns(Embed *e, Pragma *p)
{
	Strings w = split_words(p->args ? p->args->s : "");

	if (!w.n) {
		embed_error(p->pos, "usage: //go:embed pattern...");
		return false;
	}
	for (int i = 0; i < w.n; i++) {
		const char *why = add_pattern(e, w.v[i]);
		if (why) {
			embed_error(p->pos, fmt_str("pattern %s: %s", w.v[i], why));
			return false;
		}
	}
	return true;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* -- the value -- */

static void
put_bytes(StrBuf *b, const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] == '"' || p[i] == '\\' || (unsigned char)p[i] < ' ' || (unsigned char)p[i] >= 0x7f)
			sb_printf(b, "\\x%02x", (unsigned char)p[i]);
		else
			sb_putc(b, p[i]);
}

static bool
put_contents(Embed *e, StrBuf *b, const char *rel)
{
	const char *abs = path_join(e->u->dir, rel);
	size_t len;
	char *text = file_read(abs, &len);

	if (!text) {
		embed_error(e->pos, fmt_str("cannot embed file %s", rel));
		return false;
	}
	strings_add(&build.inputs, abs);
	put_bytes(b, text, len);
	free(text);
	return true;
}

/* embed.FS: name, size and contents of each file in one string */
static bool
put_tree(Embed *e, StrBuf *b)
{
	for (int i = 0; i < e->files.n; i++) {
		struct stat st;
		if (stat(path_join(e->u->dir, e->files.v[i]), &st))
			return false;
		put_bytes(b, e->files.v[i], strlen(e->files.v[i]));
		sb_printf(b, "\\x00%lld\\x00", (long long)st.st_size);
		if (!put_contents(e, b, e->files.v[i]))
			return false;
	}
	return true;
}

static bool
imports_embed(File *f)
{
	for (int i = 0; i < f->decls.n; i++)
		if (f->decls.v[i]->kind == D_IMPORT && f->decls.v[i]->path && !strcmp(f->decls.v[i]->path->s, "embed"))
			return true;
	return false;
}

static const char *
misuse(File *f, Decl *d)
{
	if (!imports_embed(f))
		return "go:embed only allowed in Go files that import \"embed\"";
	if (d->kind != D_VAR)
		return "misplaced go:embed directive";
	if (d->names.n > 1)
		return "go:embed cannot apply to multiple vars";
	if (d->values.n)
		return "go:embed cannot apply to var with initializer";
	if (!d->type)
		return "go:embed cannot apply to var without type";
	return d->local ? "go:embed cannot apply to var inside func" : NULL;
}

static void
set_value(Embed *e, Decl *d)
{
	bool fs = d->type->kind == E_SELECTOR && d->type->name && !strcmp(d->type->name->s, "FS");
	StrBuf b = {0};

	if (!fs && e->files.n > 1) {
		embed_error(e->pos, fmt_str("invalid go:embed: multiple files for type %s", expr_string(d->type)));
		return;
	}
	if (fs)
		sb_printf(&b, "package p\nvar v = %s.FromCompiler(\"", expr_string(d->type->x));
	else
		sb_printf(&b, "package p\nvar v = (%s)(\"", expr_string(d->type));
	bool ok = fs ? put_tree(e, &b) : put_contents(e, &b, e->files.v[0]);
	sb_puts(&b, "\")\n");
	if (ok) {
		Sha256 h;
		char hex[65];
		sha256_init(&h);
		sha256_update(&h, b.s, b.n);
		sha256_hex(&h, hex);
		strings_add(&e->u->embedded, fmt_str("%s", hex));
		File *f = parse_source("_embed.go", "_embed.go", arena_strndup(permanent, b.s, b.n), b.n);
		d->values = f->decls.v[0]->values;
	}
	sb_free(&b);
}

void
embed_files(Unit *u, File *f)
{
	for (int i = 0; i < f->decls.n + f->local_embeds.n; i++) {
		Decl *d = i < f->decls.n ? f->decls.v[i] : f->local_embeds.v[i - f->decls.n];
		Embed e = { .u = u };
		bool ok = true;
		for (int k = 0; k < d->pragmas.n; k++) {
			Pragma *p = &d->pragmas.v[k];
			if (!p->verb || strcmp(p->verb->s, "embed"))
				continue;
			const char *why = misuse(f, d);
			if (why)
				embed_error(p->pos, why);
			ok = ok && !why && add_patterns(&e, p);
			e.pos = p->pos;
		}
		if (!ok || !e.files.n)
			continue;
		qsort(e.files.v, (size_t)e.files.n, sizeof *e.files.v, by_name);
		set_value(&e, d);
	}
}
