/* diag.c - the user's errors, and ours.
 *
 * Errors are kept until diag_flush, which sorts them by position, drops repeated lines and prints. As in gc: one syntax error
 * a line, and unless diag_all is set no more than the first ten that arrive; the tenth says "too many errors". */
#include "base/base.h"
#include <stdlib.h>

#define LIMIT 10

typedef struct Diag {
	Pos pos;
	int seq;                             /* of arrival: keeps the sort stable */
	bool syntax;
	const char *text;
} Diag;

static Vec(Diag) diags;
static PtrMap syntax_lines;                  /* base and line of the syntax errors kept */
bool diag_all;
const char *diag_trimdir;

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

	if (diags.n >= LIMIT && !diag_all)
		return;
	sb_puts(&b, prefix);
	sb_vprintf(&b, fmt, ap);
	Diag d = { pos, diags.n, syntax, arena_strndup(permanent, b.s, b.n) };
	if (!repeats_last(&d))
		vec_push(permanent, &diags, d);
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
	if (d->pos == NOPOS)
		fprintf(out, "minigo: %s\n", d->text);
	else
		fprintf(out, "%s: %s\n", pos_string(d->pos), d->text);
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
		fprintf(out, "%s: too many errors\n", pos_string(tenth));
	diags.n = 0;
	map_clear(&syntax_lines);
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
