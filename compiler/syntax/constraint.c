/* constraint.c - is a file meant for this target? The //go:build line in front of the package clause and the _GOOS and
 * _GOARCH endings of the file's name say so.
 *
 *   expr: and { "||" and }    and: not { "&&" not }    not: "!" not | "(" expr ")" | tag
 *
 * A malformed line excludes the file, as the go command does. */
#include "syntax/parser.h"

enum { MAX_DEPTH = 1000 };

typedef struct Eval {
	const char *s, *end;
	bool (*tag)(const char *tag, void *ctx);
	void *ctx;
	int depth;
	bool bad;
} Eval;

/* what an expression is worth, and the least N of go1.N that makes it true (-1: says nothing) */
typedef struct Value {
	bool ok;
	int version;
} Value;

static Value eval_or(Eval *e);

static void
skip_blanks(Eval *e)
{
	while (e->s < e->end && (*e->s == ' ' || *e->s == '\t' || *e->s == '\r'))
		e->s++;
}

static bool
got(Eval *e, const char *what)
{
	size_t n = strlen(what);

	skip_blanks(e);
	if ((size_t)(e->end - e->s) < n || memcmp(e->s, what, n) != 0)
		return false;
	e->s += n;
	return true;
}

static bool
is_tag_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || (c & 0x80);
}

static int
tag_version(const char *t)
{
	int n = 0;

	if (strcmp(t, "go1") == 0)
		return 0;
	if (strncmp(t, "go1.", 4) != 0 || !t[4])
		return -1;
	for (t += 4; *t; t++) {
		if (*t < '0' || *t > '9' || n > 10000)
			return -1;
		n = n * 10 + *t - '0';
	}
	return n;
}

static Value
eval_tag(Eval *e)
{
	char buf[200];
	size_t n = 0;

	skip_blanks(e);
	while (e->s < e->end && is_tag_char(*e->s) && n < sizeof buf - 1)
		buf[n++] = *e->s++;
	buf[n] = 0;
	if (n == 0)
		e->bad = true;
	return (Value){ e->tag && n && e->tag(buf, e->ctx), tag_version(buf) };
}

static Value
eval_not(Eval *e)
{
	Value v;

	if (e->depth++ > MAX_DEPTH) {
		e->bad = true;
		return (Value){ false, -1 };
	}
	if (got(e, "!")) {
		v = eval_not(e);
		v.ok = !v.ok;
		v.version = -1;
	} else if (got(e, "(")) {
		v = eval_or(e);
		if (!got(e, ")"))
			e->bad = true;
	} else {
		v = eval_tag(e);
	}
	e->depth--;
	return v;
}

static Value
eval_and(Eval *e)
{
	Value v = eval_not(e);

	while (!e->bad && got(e, "&&")) {
		Value w = eval_not(e);
		v.ok = v.ok && w.ok;
		if (w.version > v.version)
			v.version = w.version;
	}
	return v;
}

static Value
eval_or(Eval *e)
{
	Value v = eval_and(e);

	while (!e->bad && got(e, "||")) {
		Value w = eval_and(e);
		v.ok = v.ok || w.ok;
		if (w.version < v.version)
			v.version = w.version;
	}
	return v;
}

static bool
eval(Eval *e, Value *v)
{
	*v = eval_or(e);
	skip_blanks(e);
	return !e->bad && e->s == e->end;
}

/* The go1.N that the constraint in s asks for at least, or NULL. */
Str *
constraint_version(const char *s, size_t n)
{
	Eval e = { .s = s, .end = s + n };
	Value v;

	if (!eval(&e, &v) || v.version < 0)
		return NULL;
	return v.version ? str_fmt("go1.%d", v.version) : str_lit("go1");
}

/* Skips a general comment; NULL when it does not end. */
static const char *
skip_comment(const char *s, const char *end)
{
	for (s += 2; s + 1 < end; s++)
		if (s[0] == '*' && s[1] == '/')
			return s + 2;
	return NULL;
}

/* The //go:build line's expression, or NULL: only comments and blank lines may stand before it. */
const char *
constraint_find(const char *src, size_t len, size_t *n)
{
	const char *s = src, *end = src + len;

	if (len >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0)
		s += 3;
	while (s && s < end) {
		if (*s == ' ' || *s == '\t' || *s == '\r' || *s == '\n') {
			s++;
			continue;
		}
		if (end - s >= 2 && s[0] == '/' && s[1] == '*') {
			s = skip_comment(s, end);
			continue;
		}
		if (end - s < 2 || s[0] != '/' || s[1] != '/')
			return NULL;
		const char *nl = memchr(s, '\n', (size_t)(end - s));
		if (!nl)
			nl = end;
		if (nl - s > 10 && memcmp(s, "//go:build", 10) == 0 && (s[10] == ' ' || s[10] == '\t')) {
			*n = (size_t)(nl - s - 10);
			return s + 10;
		}
		s = nl;
	}
	return NULL;
}

static const char *const systems[] = { "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux",
	"nacl", "netbsd", "openbsd", "plan9", "solaris", "wasip1", "windows", "zos" };
static const char *const machines[] = { "386", "amd64", "amd64p32", "arm", "armbe", "arm64", "arm64be", "loong64", "mips",
	"mipsle", "mips64", "mips64le", "mips64p32", "mips64p32le", "ppc", "ppc64", "ppc64le", "riscv", "riscv64", "s390",
	"s390x", "sparc", "sparc64", "wasm" };

static bool
known(const char *const *list, size_t n, const char *s)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(list[i], s) == 0)
			return true;
	return false;
}

#define IS_SYSTEM(s) known(systems, NELEM(systems), s)
#define IS_MACHINE(s) known(machines, NELEM(machines), s)

/* Cuts the last _word off name (in place); NULL if there is none. */
static char *
last_word(char *name)
{
	char *u = strrchr(name, '_');

	if (!u)
		return NULL;
	*u = 0;
	return u + 1;
}

/* name_GOOS.go, name_GOARCH.go, name_GOOS_GOARCH.go, each with _test before .go */
static bool
name_ok(const char *name, bool (*tag)(const char *tag, void *ctx), void *ctx)
{
	char buf[300];
	const char *slash = strrchr(name, '/');

	snprintf(buf, sizeof buf, "%s", slash ? slash + 1 : name);
	char *dot = strchr(buf, '.');
	if (dot)
		*dot = 0;
	char *w = last_word(buf);
	if (w && strcmp(w, "test") == 0)
		w = last_word(buf);
	if (!w)
		return true;
	if (IS_SYSTEM(w))
		return tag(w, ctx);
	if (!IS_MACHINE(w))
		return true;
	char *os = last_word(buf);
	if (os && IS_SYSTEM(os) && !tag(os, ctx))
		return false;
	return tag(w, ctx);
}

/* -- // +build lines, of before //go:build -- */

/* a,!b: all of them */
static bool
plus_option(const char *s, const char *end, bool (*tag)(const char *tag, void *ctx), void *ctx)
{
	char name[200];

	while (s < end) {
		const char *comma = memchr(s, ',', (size_t)(end - s)), *e = comma ? comma : end;
		bool not = *s == '!';
		s += not;
		snprintf(name, sizeof name, "%.*s", (int)(e - s), s);
		if (tag(name, ctx) == not)
			return false;
		s = e + 1;
	}
	return true;
}

/* a b: one of them */
static bool
plus_line(const char *s, const char *end, bool (*tag)(const char *tag, void *ctx), void *ctx)
{
	bool any = false, ok = false;

	while (s < end) {
		if (*s == ' ' || *s == '\t' || *s == '\r') {
			s++;
			continue;
		}
		const char *e = s;
		while (e < end && *e != ' ' && *e != '\t' && *e != '\r')
			e++;
		any = true;
		ok |= plus_option(s, e, tag, ctx);
		s = e;
	}
	return ok || !any;
}

/* All lines in // comments at the top count, if an empty line comes between them and the package clause. */
static bool
plus_build_ok(const char *src, size_t len, bool (*tag)(const char *tag, void *ctx), void *ctx)
{
	const char *end = src + len, *last_empty = src;
	bool ok = true;

	for (const char *s = src; s < end;) {
		const char *nl = memchr(s, '\n', (size_t)(end - s)), *e = nl ? nl : end, *t = s;
		while (t < e && (*t == ' ' || *t == '\t' || *t == '\r'))
			t++;
		if (t == e)
			last_empty = s;
		else if (e - t < 2 || t[0] != '/' || t[1] != '/')
			break;
		s = e + 1;
	}
	for (const char *s = src; s < last_empty;) {
		const char *nl = memchr(s, '\n', (size_t)(end - s)), *e = nl ? nl : end, *t = s;
		while (t < e && (*t == '/' || *t == ' ' || *t == '\t'))
			t++;
		if (e - t > 6 && !memcmp(t, "+build", 6) && (t[6] == ' ' || t[6] == '\t'))
			ok = ok && plus_line(t + 6, e, tag, ctx);
		s = e + 1;
	}
	return ok;
}

bool
build_constraint_ok(const char *name, const char *src, size_t len, bool (*tag)(const char *tag, void *ctx), void *ctx)
{
	size_t n;
	Value v;

	if (!name_ok(name, tag, ctx))
		return false;
	const char *s = constraint_find(src, len, &n);
	if (!s)
		return plus_build_ok(src, len, tag, ctx);
	Eval e = { .s = s, .end = s + n, .tag = tag, .ctx = ctx };
	return eval(&e, &v) && v.ok;
}
