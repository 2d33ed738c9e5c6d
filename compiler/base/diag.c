/* diag.c - the user's errors, and ours.
 *
 * Errors are kept until diag_flush, which sorts them by position, drops repeated lines and prints. As in gc: one syntax error
 * a line, and unless diag_all is set no more than the first ten that arrive; the tenth says "too many errors". */
#include "base/base.h"
#include <stdlib.h>

#define LIMIT 10
#define MAX_CURES 1000                       /* errors with cures: finding one may take a look at the whole text */

static Vec(Diag) diags;
static PtrMap syntax_lines;                  /* base and line of the syntax errors kept */
bool diag_all;
const char *diag_trimdir;
DiagStyle diag_style;
static const char *package = "command-line-arguments";        /* ImportPath of JSON output */
static Diag *current;                        /* the error just reported, unless it was dropped */

static bool
same_line(Pos a, Pos b)
{
	return pos_basenum(a) == pos_basenum(b) && pos_physline(a) == pos_physline(b);
}

/* Is d the text of the last error, on the same line? */
static bool
repeats_last(const Diag *d)
{
	const Diag *last = diags.n ? &vec_last(&diags) : NULL;

	return last && d->pos && same_line(d->pos, last->pos) && strcmp(d->text, last->text) == 0;
}

static void
add(Pos pos, bool syntax, const char *prefix, const char *fmt, va_list ap)
{
	StrBuf b = {0};

	current = NULL;
	if (diags.n >= LIMIT && !diag_all)
		return;
	sb_puts(&b, prefix);
	sb_vprintf(&b, fmt, ap);
	Diag d = { .pos = pos, .seq = diags.n, .syntax = syntax, .text = arena_strndup(permanent, b.s, b.n) };
	if (!repeats_last(&d)) {
		vec_push(permanent, &diags, d);
		current = diags.n <= MAX_CURES ? &vec_last(&diags) : NULL;
	}
	sb_free(&b);
}

void
error_at(Pos pos, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(pos, false, "", fmt, ap);
	va_end(ap);
}

void
syntax_error_at(Pos pos, const char *fmt, ...)
{
	va_list ap;

	const void *line = (const void *)(uintptr_t)(pos >> 20);
	current = NULL;
	if (map_has(&syntax_lines, line))
		return;
	map_put(&syntax_lines, line, &syntax_lines);
	va_start(ap, fmt);
	add(pos, true, "syntax error: ", fmt, ap);
	va_end(ap);
}

void
error_plain(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	add(NOPOS, false, "", fmt, ap);
	va_end(ap);
}

void
diag_range(Pos end)
{
	if (current && pos_basenum(end) == pos_basenum(current->pos) && end > current->pos)
		current->end = end;
}

void
diag_suggest(const char *fmt, ...)
{
	StrBuf b = {0};
	va_list ap;

	if (!current)
		return;
	if (current->cure) {
		current = NULL;              /* nor its edits */
		return;
	}
	va_start(ap, fmt);
	sb_vprintf(&b, fmt, ap);
	va_end(ap);
	current->cure = arena_strndup(permanent, b.s, b.n);
	sb_free(&b);
}

void
diag_edit(Pos from, Pos to, const char *text)
{
	if (current && current->cure)
		vec_push(permanent, &current->edits, ((Edit){ from, to, arena_strndup(permanent, text, strlen(text)) }));
}

bool
diag_curable(void)
{
	return current && !current->cure;
}

int
diag_count(void)
{
	return diags.n;
}

static int
cmp(const void *pa, const void *pb)
{
	const Diag *a = pa, *b = pb;
	const PosBase *ba = pos_base(a->pos), *bb = pos_base(b->pos);

	if (ba && bb && ba->path != bb->path && ba->path && bb->path) {
		int c = strcmp(ba->path, bb->path);
		if (c)
			return c;
	}
	uint64_t la = a->pos & 0xfffffffffffu, lb = b->pos & 0xfffffffffffu;   /* physical line and column */
	if (la != lb)
		return la < lb ? -1 : 1;
	return a->seq - b->seq;
}

static void
print(FILE *out, const Diag *d)
{
	if (diag_style == DIAG_JSON) {
		diag_json(d, package);
		return;
	}
	if (d->pos == NOPOS)
		fprintf(out, "minigo: %s\n", d->text);
	else
		fprintf(out, "%s: %s\n", pos_string(d->pos), d->text);
	if (diag_style == DIAG_EXCERPT)
		diag_excerpt(out, d);
}

bool
diag_flush(FILE *out)
{
	if (!diags.n)
		return false;
	Pos tenth = diags.n >= LIMIT && !diag_all ? diags.v[LIMIT - 1].pos : NOPOS;
	qsort(diags.v, (size_t)diags.n, sizeof *diags.v, cmp);
	for (int i = 0; i < diags.n; i++) {
		Diag *d = &diags.v[i];
		if (i && same_line(d->pos, d[-1].pos) && d->pos && strcmp(d->text, d[-1].text) == 0)
			continue;
		print(out, d);
	}
	if (tenth)
		print(out, &(Diag){ .pos = tenth, .text = "too many errors" });
	diags.n = 0;
	current = NULL;
	map_clear(&syntax_lines);
	return true;
}

bool
diag_flush_package(FILE *out, const char *path)
{
	if (!diags.n)
		return false;
	package = path;
	if (diag_style == DIAG_JSON) {
		diag_flush(out);
		diag_json(NULL, package);
	} else {
		fprintf(out, "# %s\n", path);
		diag_flush(out);
	}
	return true;
}

static int
by_place(const void *pa, const void *pb)
{
	const Edit *a = pa, *b = pb;

	return a->from != b->from ? (a->from < b->from ? -1 : 1) : a->to < b->to ? -1 : a->to > b->to;
}

/* Edits that overlap an earlier one, or repeat it, are left out: the next run brings them again. */
bool
diag_apply(const char *path, StrBuf *out)
{
	Vec(Edit) all = {0};
	size_t len, done = 0;
	char *text = file_read(path, &len);

	for (int i = 0; text && i < diags.n; i++)
		for (int j = 0; j < diags.v[i].edits.n; j++)
			if (strcmp(pos_base(diags.v[i].edits.v[j].from)->path, path) == 0)
				vec_push(permanent, &all, diags.v[i].edits.v[j]);
	if (!all.n)
		return false;
	qsort(all.v, (size_t)all.n, sizeof *all.v, by_place);
	for (int i = 0; i < all.n; i++) {
		size_t from = pos_offset(text, len, all.v[i].from), to = pos_offset(text, len, all.v[i].to);
		bool again = i && all.v[i].from == all.v[i - 1].from && strcmp(all.v[i].text, all.v[i - 1].text) == 0;
		if (from < done || to < from || again)
			continue;
		sb_write(out, text + done, from - done);
		sb_puts(out, all.v[i].text);
		done = to;
	}
	sb_write(out, text + done, len - done);
	free(text);
	return true;
}

static void
die(Pos pos, const char *fmt, va_list ap)
{
	diag_flush(stderr);
	if (pos)
		fprintf(stderr, "%s: ", pos_string(pos));
	fprintf(stderr, "minigo: internal compiler error: ");
	vfprintf(stderr, fmt, ap);
	fprintf(stderr, "\n");
	if (getenv("MINIGO_ABORT"))
		abort();
	exit(2);
}

void
fatal(const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	die(NOPOS, fmt, ap);
	va_end(ap);
	abort();
}

void
fatal_at(Pos pos, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	die(pos, fmt, ap);
	va_end(ap);
	abort();
}
