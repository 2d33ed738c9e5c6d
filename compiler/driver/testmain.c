/* testmain.c - the main package of a test binary: Go text made of the Test, Benchmark, Fuzz and Example functions found in the
 * files of the package under test and of its external test package. */
#include "driver/driver.h"
#include <ctype.h>
#include <stdlib.h>

typedef struct TestMain {
	StrBuf tests, benchmarks, fuzz, examples;
	const char *main_pkg;                /* "_test" or "_xtest" when there is a TestMain */
	bool used[2], failed;
} TestMain;

static const char *const alias[2] = { "_test", "_xtest" };

static bool
is_test_name(const char *name, const char *prefix)
{
	size_t n = strlen(prefix);

	return has_prefix(name, prefix) && !(name[n] >= 'a' && name[n] <= 'z');
}

/* func(x *testing.T), as far as the text says it */
static bool
is_test_func(Decl *d, const char *arg)
{
	Expr *t = d->type;

	if (!t || t->results.n || t->params.n != 1)
		return false;
	Expr *p = t->params.v[0]->type;
	if (!p || p->kind != E_STAR || !p->x)
		return false;
	return (p->x->kind == E_NAME || p->x->kind == E_SELECTOR) && p->x->name && !strcmp(p->x->name->s, arg);
}

static bool
check_test_func(TestMain *m, SrcFile *f, Decl *d, const char *arg)
{
	const char *name = d->names.v[0]->name->s, *why = NULL;

	if (!is_test_func(d, arg))
		why = fmt_str("wrong signature for %s, must be: func %s(%c *testing.%s)", name, name, tolower((unsigned char)arg[0]), arg);
	else if (d->tparams.n)
		why = fmt_str("wrong signature for %s, test functions cannot have type parameters", name);
	if (!why)
		return true;
	load_error("%s:%u:%u: %s", path_short(f->path), pos_physline(d->names.v[0]->pos), pos_physcol(d->names.v[0]->pos), why);
	m->failed = true;
	return false;
}

/* -- // Output: comments -- */

static const char *
at_pos(File *f, Pos p)
{
	const char *s = f->src;

	for (uint32_t line = pos_physline(p); line > 1 && s < f->src + f->len; s++)
		if (*s == '\n')
			line--;
	return s + pos_physcol(p) - 1;
}

static const char *
skip_quoted(const char *s, const char *end)
{
	char q = *s++;

	for (; s < end && *s != q; s++)
		if (*s == '\\' && q != '`')
			s++;
	return s < end ? s + 1 : end;
}

/* The last group of comments between s and end: comments with nothing but one line's end between them. One behind code on its
 * line stands alone. */
static bool
last_comments(const char *s, const char *end, StrBuf *text)
{
	bool open = false, any = false, code = true, trailing = false;
	int newlines = 0;

	while (s < end) {
		bool line = s[0] == '/' && s + 1 < end && s[1] == '/', block = s[0] == '/' && s + 1 < end && s[1] == '*';
		if (line || block) {
			const char *e = line ? memchr(s, '\n', (size_t)(end - s)) : strstr(s + 2, "*/");
			if (!e || e > end)
				e = end;
			if (!open || newlines > (trailing ? 0 : 1)) {
				sb_reset(text);
				trailing = code;
			}
			sb_write(text, s + 2, (size_t)(e - s - 2));
			sb_putc(text, '\n');
			any = open = true;
			newlines = 0;
			s = line ? e : e + 2;
		} else if (*s == '\n' || *s == ' ' || *s == '\t' || *s == '\r') {
			newlines += *s == '\n';
			code &= *s++ != '\n';
		} else {
			open = false;
			code = true;
			s = *s == '"' || *s == '`' || *s == '\'' ? skip_quoted(s, end) : s + 1;
		}
	}
	return any;
}

static const char *
skip_blank(const char *s)
{
	return s + strspn(s, " \t\r\n\v\f");
}

/* Comment lines lose one leading blank: the text as go doc has it. */
static const char *
example_output(Decl *d, File *f, bool *unordered)
{
	StrBuf b = {0}, out = {0};

	*unordered = false;
	if (!d->body || !last_comments(at_pos(f, d->body->pos) + 1, at_pos(f, stmt_end(d->body)) - 1, &b))
		return NULL;
	const char *s = skip_blank(b.s);
	if (!strncasecmp(s, "unordered ", 10)) {
		*unordered = true;
		s = skip_blank(s + 10);
	}
	if (strncasecmp(s, "output:", 7))
		return NULL;
	for (s += 7; *s;) {
		size_t n = strcspn(s, "\n");
		const char *from = *s == ' ' && out.n ? s + 1 : s;
		sb_write(&out, from, n - (size_t)(from - s));
		sb_putc(&out, '\n');
		s += n + (s[n] == '\n');
	}
	const char *text = skip_blank(out.s ? out.s : "");
	size_t n = strlen(text);
	while (n && isspace((unsigned char)text[n - 1]))
		n--;
	const char *r = arena_strndup(permanent, text, n);
	sb_free(&b);
	sb_free(&out);
	return r;
}

static void
sb_go_string(StrBuf *b, const char *s)
{
	sb_putc(b, '"');
	for (; *s; s++)
		if (*s == '"' || *s == '\\' || (unsigned char)*s < ' ')
			sb_printf(b, "\\x%02x", (unsigned char)*s);
		else
			sb_putc(b, *s);
	sb_putc(b, '"');
}

/* -- the functions -- */

static void
add_named(TestMain *m, StrBuf *to, int pkg, const char *name)
{
	sb_printf(to, "\t{\"%s\", %s.%s},\n", name, alias[pkg], name);
	m->used[pkg] = true;
}

static void
add_example(TestMain *m, SrcFile *f, Decl *d, int pkg)
{
	bool unordered;
	const char *name = d->names.v[0]->name->s, *out = example_output(d, f->file, &unordered);

	if (d->type->params.n || d->type->results.n || d->tparams.n)
		return;
	m->used[pkg] = true;                 /* compiled in any case, run when its output is stated */
	if (!out)
		return;
	sb_printf(&m->examples, "\t{\"%s\", %s.%s, ", name, alias[pkg], name);
	sb_go_string(&m->examples, out);
	sb_printf(&m->examples, ", %s},\n", unordered ? "true" : "false");
}

static void
add_test_main(TestMain *m, SrcFile *f, Decl *d, int pkg)
{
	if (!check_test_func(m, f, d, "M"))
		return;
	if (m->main_pkg) {
		load_error("multiple definitions of TestMain");
		m->failed = true;
	}
	m->main_pkg = alias[pkg];
	m->used[pkg] = true;
}

static void
add_func(TestMain *m, SrcFile *f, Decl *d, int pkg)
{
	const char *name = d->names.v[0]->name->s;

	if (!strcmp(name, "TestMain") && !is_test_func(d, "T"))
		add_test_main(m, f, d, pkg);
	else if (is_test_name(name, "Test")) {
		if (check_test_func(m, f, d, "T"))
			add_named(m, &m->tests, pkg, name);
	} else if (is_test_name(name, "Benchmark")) {
		if (check_test_func(m, f, d, "B"))
			add_named(m, &m->benchmarks, pkg, name);
	} else if (is_test_name(name, "Fuzz")) {
		if (check_test_func(m, f, d, "F"))
			add_named(m, &m->fuzz, pkg, name);
	} else if (is_test_name(name, "Example")) {
		add_example(m, f, d, pkg);
	}
}

static void
add_files(TestMain *m, Unit *u, int pkg)
{
	for (int i = 0; u && i < u->files.n; i++) {
		SrcFile *f = &u->files.v[i];
		if (!has_suffix(f->path, "_test.go"))
			continue;
		for (int k = 0; k < f->file->decls.n; k++) {
			Decl *d = f->file->decls.v[k];
			if (d->kind == D_FUNC && !d->recv && d->names.n && d->names.v[0]->name)
				add_func(m, f, d, pkg);
		}
	}
}

static const char *
text(StrBuf *b)
{
	return b->s ? b->s : "";
}

static const char match_string[] =
	"type deps struct{}\n\nvar (\n\tpattern string\n\texpr *regexp.Regexp\n)\n\n"
	"func (deps) MatchString(pat, str string) (bool, error) {\n"
	"\tif expr == nil || pattern != pat {\n\t\tre, err := regexp.Compile(pat)\n\t\tif err != nil {\n\t\t\treturn false, err\n\t\t}\n"
	"\t\tpattern, expr = pat, re\n\t}\n\treturn expr.MatchString(str), nil\n}\n\n";

const char *
testmain_source(Unit *pkg, Unit *xtest, const char *path)
{
	TestMain m = {0};
	StrBuf b = {0};
	Unit *units[2] = { pkg, xtest };

	for (int i = 0; i < 2; i++)
		add_files(&m, units[i], i);
	if (m.failed)
		return NULL;
	sb_printf(&b, "package main\n\nimport (\n\t\"os\"\n%s\t\"regexp\"\n\t\"testing\"\n", m.main_pkg ? "\t\"reflect\"\n" : "");
	for (int i = 0; i < 2; i++)
		if (units[i])
			sb_printf(&b, "\t%s \"%s\"\n", m.used[i] ? alias[i] : "_", units[i]->path->s);
	sb_printf(&b, ")\n\nvar tests = []testing.InternalTest{\n%s}\n\n", text(&m.tests));
	sb_printf(&b, "var benchmarks = []testing.InternalBenchmark{\n%s}\n\n", text(&m.benchmarks));
	sb_printf(&b, "var fuzzTargets = []testing.InternalFuzzTarget{\n%s}\n\n", text(&m.fuzz));
	sb_printf(&b, "var examples = []testing.InternalExample{\n%s}\n\n%s", text(&m.examples), match_string);
	sb_printf(&b, "func (deps) ImportPath() string { return \"%s\" }\n\n", path);
	sb_puts(&b, "func main() {\n\tm := testing.MainStart(deps{}, tests, benchmarks, fuzzTargets, examples)\n");
	if (m.main_pkg)
		sb_printf(&b, "\t%s.TestMain(m)\n\tos.Exit(int(reflect.ValueOf(m).Elem().FieldByName(\"exitCode\").Int()))\n}\n", m.main_pkg);
	else
		sb_puts(&b, "\tos.Exit(m.Run())\n}\n");
	const char *s = fmt_str("%s", b.s);
	sb_free(&b);
	return s;
}
