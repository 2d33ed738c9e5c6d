/* excerpt.c - an error shown in its source line, and as JSON.
 *
 *     x.go:5:6: undefined: fmt.Printn
 *         5 |     fmt.Printn("x")
 *           |         ^~~~~~
 *           = did you mean fmt.Println? */
#include "base/base.h"
#include <stdlib.h>

#define MAX_SHOWN 200                        /* bytes of a line; what stands behind is not shown */

/* The file of the last excerpt. */
static struct { const char *path; char *text; size_t len; } source;

static bool
load(const char *path)
{
	if (source.path && strcmp(source.path, path) == 0)
		return source.text != NULL;
	free(source.text);
	source.path = path;
	source.text = file_read(path, &source.len);
	return source.text != NULL;
}

/* The line that holds the byte at offset `at`, without its end. */
static const char *
find_line(size_t at, size_t *n)
{
	const char *p = source.text + at, *end = source.text + source.len, *nl;

	while (p > source.text && p[-1] != '\n')
		p--;
	nl = memchr(p, '\n', (size_t)(end - p));
	*n = (size_t)((nl ? nl : end) - p);
	if (*n && p[*n - 1] == '\r')
		--*n;
	return p;
}

static bool
continues(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}

/* Under the columns [from, to) of the line: tabs stay, so that the marks stand below what they mark in every tab width. */
static void
put_marks(FILE *out, const char *s, size_t n, size_t from, size_t to)
{
	for (size_t i = 0; i < from && i < n; i++)
		if (!continues(s[i]))
			putc(s[i] == '\t' ? '\t' : ' ', out);
	putc('^', out);
	for (size_t i = from + 1; i < to && i < n; i++)
		if (!continues(s[i]))
			putc('~', out);
	putc('\n', out);
}

/* Source text may hold what would steer a terminal. */
static void
put_line(FILE *out, const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		putc(((unsigned char)s[i] < 0x20 && s[i] != '\t') || s[i] == 0x7f ? ' ' : s[i], out);
	putc('\n', out);
}

/* Without a range: the word at the place, or one byte. */
static size_t
range_end(const Diag *d, const char *s, size_t n, size_t from)
{
	size_t i = from;
	uint32_t r;

	if (d->end)
		return pos_physline(d->end) > pos_physline(d->pos) ? n : pos_physcol(d->end) - 1;
	while (i < n) {
		int k = utf8_decode(s + i, n - i, &r);
		if (!unicode_is_letter(r) && !unicode_is_digit(r))
			break;
		i += (size_t)k;
	}
	return i > from ? i : from + 1;
}

void
diag_excerpt(FILE *out, const Diag *d)
{
	const PosBase *b = pos_base(d->pos);
	const char *s;
	size_t n, from;

	if (!b || !b->path || !(load(b->path) || load(b->filename)))
		return;
	s = find_line(pos_offset(source.text, source.len, pos_make(0, pos_physline(d->pos), 1)), &n);
	from = pos_physcol(d->pos) - 1;
	if (from > n)
		from = n;
	if (from < MAX_SHOWN) {
		n = n < MAX_SHOWN ? n : MAX_SHOWN;
		fprintf(out, "%5u | ", pos_physline(d->pos));
		put_line(out, s, n);
		fprintf(out, "      | ");
		put_marks(out, s, n, from, range_end(d, s, n, from));
	}
	if (d->cure)
		fprintf(out, "      = %s\n", d->cure);
}

/* ---- JSON ---- */

static void
json_place(StrBuf *b, Pos p)
{
	sb_printf(b, "{\"line\":%u,\"column\":%u}", pos_physline(p), pos_physcol(p));
}

static void
json_string(StrBuf *b, const char *name, const char *s)
{
	sb_printf(b, "\"%s\":", name);
	sb_json(b, s, strlen(s));
}

static void
json_cure(StrBuf *b, const Diag *d)
{
	sb_puts(b, ",\"suggestion\":{");
	json_string(b, "message", d->cure);
	sb_puts(b, ",\"edits\":[");
	for (int i = 0; i < d->edits.n; i++) {
		const Edit *e = &d->edits.v[i];
		sb_printf(b, "%s{\"start\":", i ? "," : "");
		json_place(b, e->from);
		sb_puts(b, ",\"end\":");
		json_place(b, e->to);
		sb_puts(b, ",");
		json_string(b, "text", e->text);
		sb_puts(b, "}");
	}
	sb_puts(b, "]}");
}

static void
json_diagnostic(StrBuf *b, const Diag *d)
{
	sb_puts(b, ",\"Diagnostic\":{");
	json_string(b, "file", pos_base(d->pos)->path);
	sb_puts(b, ",\"start\":");
	json_place(b, d->pos);
	if (d->end) {
		sb_puts(b, ",\"end\":");
		json_place(b, d->end);
	}
	sb_puts(b, ",");
	json_string(b, "message", d->text);
	if (d->cure)
		json_cure(b, d);
	sb_puts(b, "}");
}

/* d NULL: the package's build failed. */
void
diag_json(const Diag *d, const char *package)
{
	StrBuf b = {0}, text = {0};

	sb_puts(&b, "{");
	json_string(&b, "ImportPath", package);
	if (d) {
		sb_printf(&text, "%s: %s\n", d->pos ? pos_string(d->pos) : "minigo", d->text);
		sb_puts(&b, ",\"Action\":\"build-output\",");
		json_string(&b, "Output", text.s);
		if (pos_base(d->pos) && pos_base(d->pos)->path)
			json_diagnostic(&b, d);
	} else {
		sb_puts(&b, ",\"Action\":\"build-fail\"");
	}
	printf("%s}\n", b.s);
	fflush(stdout);
	sb_free(&b);
	sb_free(&text);
}
