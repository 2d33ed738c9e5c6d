/* directive.c - comments that mean something: line directives and //go: pragmas.
 *
 * A pragma belongs to the declaration that follows it. The parser may have read one token too many when it makes a
 * declaration, so positions decide: a declaration takes the pragmas before it, and what is left when it ends is dropped. */
#include "syntax/parser.h"
#include <stdlib.h>

static const struct { const char *verb; uint32_t bit; } verbs[] = {
	{ "noinline", PRAGMA_NOINLINE },
	{ "nosplit", PRAGMA_NOSPLIT },
	{ "noescape", PRAGMA_NOESCAPE },
	{ "linkname", PRAGMA_LINKNAME },
	{ "embed", PRAGMA_EMBED },
	{ "notinheap", PRAGMA_NOTINHEAP },
	{ "systemstack", PRAGMA_SYSTEMSTACK },
	{ "norace", PRAGMA_NORACE },
	{ "uintptrescapes", PRAGMA_UINTPTRESCAPES },
	{ "uintptrkeepalive", PRAGMA_UINTPTRESCAPES },
	{ "nowritebarrier", PRAGMA_NOWRITEBARRIER },
	{ "nowritebarrierrec", PRAGMA_NOWRITEBARRIER },
	{ "kindfloat", PRAGMA_KINDFLOAT },
	{ "kindcomplex", PRAGMA_KINDCOMPLEX },
	{ "kindmap", PRAGMA_KINDMAP },
	{ "build", PRAGMA_BUILD },           /* behind the package clause */
};

static uint32_t
pragma_bit(Str *verb)
{
	for (size_t i = 0; i < NELEM(verbs); i++)
		if (strcmp(verbs[i].verb, verb->s) == 0)
			return verbs[i].bit;
	return 0;
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static bool
alone_on_line(Parser *p, const char *s)
{
	while (s > p->linestart && is_blank(s[-1]))
		s--;
	return s == p->linestart;
}

/* A pragma that no declaration, or the wrong one, stands behind; said at the end. */
static void
misplaced(PragmaList *l, Pragma pr)
{
	if (pragma_bit(pr.verb) & ~(uint32_t)PRAGMA_LINKNAME)
		vec_push(tree, l, pr);
}

static bool
fits_decl(Decl *d, uint32_t bit)
{
	switch (d->kind) {
	case D_FUNC:
		return bit != PRAGMA_EMBED;
	case D_VAR:
		return bit == PRAGMA_EMBED;
	case D_TYPE:
		return bit == PRAGMA_NOTINHEAP;
	}
	return false;
}

static void
linkname(Parser *p, Pragma pr)
{
	const char *local_end = strpbrk(pr.args->s, " \t"), *sym = local_end ? local_end + strspn(local_end, " \t") : "";

	if (pr.args->len == 0)
		return;
	if (!strpbrk(sym, " \t"))
		vec_push(tree, &p->file->linknames, pr);
	else if (!p->like_gofmt)
		scan_error(p, pr.pos, "usage: //go:linkname localname [linkname]");
}

static bool
only_runtime(const char *verb)
{
	return strcmp(verb, "systemstack") == 0 || strncmp(verb, "nowritebarrier", 14) == 0 || strcmp(verb, "yeswritebarrierrec") == 0;
}

/* //go:verb args */
static void
pragma(Parser *p, const char *s, const char *end)
{
	Pragma pr = { .pos = p->tokpos + 2 };
	const char *v = s + 5, *q = v;

	while (q < end && !is_blank(*q))
		q++;
	pr.verb = str_intern(v, (size_t)(q - v));
	while (q < end && is_blank(*q))
		q++;
	while (end > q && is_blank(end[-1]))
		end--;
	pr.args = str_intern(q, (size_t)(end - q));
	if (strcmp(pr.verb->s, "build") == 0 && !p->file->pkgname)
		return;
	if (strcmp(pr.verb->s, "linkname") == 0)
		linkname(p, pr);
	if (only_runtime(pr.verb->s) || strncmp(pr.verb->s, "cgo_", 4) == 0)
		vec_push(tree, &p->file->restricted, pr);
	if (!alone_on_line(p, s) && pragma_bit(pr.verb)) {
		misplaced(&p->misplaced, pr);
		return;
	}
	vec_push(tree, &p->pragmas, pr);
}

/* Reads the number behind the last colon of s..end; returns the colon, or NULL if there is none. */
static const char *
last_number(const char *s, const char *end, uint32_t *n, bool *ok)
{
	const char *colon = end;
	uint64_t v = 0;

	while (colon > s && colon[-1] != ':')
		colon--;
	if (colon == s)
		return NULL;
	*ok = colon < end;
	for (const char *q = colon; q < end; q++) {
		if (*q < '0' || *q > '9' || v > 1u << 30) {
			*ok = false;
			break;
		}
		v = v * 10 + (uint64_t)(*q - '0');
	}
	*n = (uint32_t)v;
	return colon - 1;
}

enum { MAX_LINE = 0xffffff };

/* text: filename:line or filename:line:col. at: position of text; line: the physical line the directive starts to cover,
 * col: its column there. */
static void
line_directive(Parser *p, const char *text, const char *end, Pos at, uint32_t line, uint32_t col)
{
	uint32_t n2, n1, rel_line, rel_col = 0;
	bool ok2, ok1;
	const char *c2 = last_number(text, end, &n2, &ok2);

	if (!c2)
		return;
	if (!ok2) {
		scan_error(p, at + (Pos)(c2 + 1 - text), "invalid line number: %.*s", (int)(end - c2 - 1), c2 + 1);
		return;
	}
	const char *c1 = last_number(text, c2, &n1, &ok1), *name_end = c2, *num = c2;
	rel_line = n2;
	if (c1 && ok1) {
		name_end = num = c1;
		rel_line = n1;
		rel_col = n2;
		if (n2 == 0 || n2 > 0xfffff) {
			scan_error(p, at + (Pos)(c2 + 1 - text), "invalid column number: %.*s", (int)(end - c2 - 1), c2 + 1);
			return;
		}
	}
	if (rel_line == 0 || rel_line > MAX_LINE) {
		scan_error(p, at + (Pos)(num + 1 - text), "invalid line number: %.*s", (int)(end - num - 1), num + 1);
		return;
	}
	const PosBase *old = pos_base(pos_make(p->base, 1, 1));
	const char *name = name_end > text ? arena_strndup(permanent, text, (size_t)(name_end - text))
		: c1 && ok1 ? old->filename : "";
	PosBase b = { .filename = name, .path = old->path, .line = line, .rel_line = rel_line, .rel_col = rel_col,
		.col = col };
	p->base = pos_newbase(b);
}

/* a comment from s to end, without the newline */
void
line_comment(Parser *p, const char *s, const char *end)
{
	if (end > s && end[-1] == '\r')
		end--;
	if (strncmp(s, "//go:", 5) == 0)
		pragma(p, s, end);
	else if (strncmp(s, "//line ", 7) == 0 && s == p->linestart)
		line_directive(p, s + 7, end, p->tokpos + 7, p->line + 1, 1);
}

void
block_comment(Parser *p, const char *s, const char *end)
{
	if (strncmp(s, "/*line ", 7) == 0 && end - s >= 9)
		line_directive(p, s + 7, end - 2, p->tokpos + 7, p->line, (uint32_t)(end - p->linestart) + 1);
}

/* Moves the pending pragmas on lines before pos to l. */
static void
pragmas_before(Parser *p, Pos pos, PragmaList *l)
{
	int keep = 0;

	for (int i = 0; i < p->pragmas.n; i++) {
		Pragma pr = p->pragmas.v[i];
		if (pos_physline(pr.pos) < pos_physline(pos))
			vec_push(tree, l, pr);
		else
			p->pragmas.v[keep++] = pr;
	}
	p->pragmas.n = keep;
}

static void
attach(Parser *p, Decl *d, Pragma pr)
{
	uint32_t bit = pragma_bit(pr.verb);

	if (bit & ~(uint32_t)PRAGMA_LINKNAME)
		vec_push(tree, &p->taken, ((TakenPragma){ pr, d }));
	d->pragma |= bit;
	if (pr.args->len)
		vec_push(tree, &d->pragmas, pr);
}

/* Gives d the pending pragmas in front of it. Those of a function were put aside before its body was read. */
void
take_pragmas(Parser *p, Decl *d)
{
	PragmaList l = p->func_pragmas;

	if (d->kind == D_FUNC) {
		p->func_pragmas = (PragmaList){ 0 };
	} else {
		l = (PragmaList){ 0 };
		pragmas_before(p, d->pos, &l);
	}
	for (int i = 0; i < l.n; i++)
		attach(p, d, l.v[i]);
}

/* the keyword func of a declaration, at pos */
void
func_begins(Parser *p, Pos pos)
{
	p->func_pragmas = (PragmaList){ 0 };
	pragmas_before(p, pos, &p->func_pragmas);
}

/* Drops those before `before`: nothing took them. */
void
drop_pragmas(Parser *p, Pos before)
{
	int keep = 0;

	for (int i = 0; i < p->pragmas.n; i++) {
		Pragma pr = p->pragmas.v[i];
		if (pos_physline(pr.pos) > pos_physline(before))
			p->pragmas.v[keep++] = pr;
		else
			misplaced(&p->misplaced, pr);
	}
	p->pragmas.n = keep;
}

/* A statement takes none; declarations have taken theirs when they were made. */
void
stmt_ends(Parser *p, Stmt *s)
{
	if (p->pragmas.n && s && s->kind != S_DECL)
		drop_pragmas(p, s->pos);
}

/* The package clause takes pragmas, too, and has no use for them. */
void
package_pragmas(Parser *p, Pos pos)
{
	PragmaList l = { 0 };

	pragmas_before(p, pos, &l);
	for (int i = 0; i < l.n; i++)
		misplaced(&p->unfit, l.v[i]);
}

static int
by_place(const void *a, const void *b)
{
	Pos x = ((const Pragma *)a)->pos, y = ((const Pragma *)b)->pos;

	return x < y ? -1 : x > y;
}

static void
report_misplaced(Parser *p, PragmaList l)
{
	if (l.n > 1)
		qsort(l.v, l.n, sizeof *l.v, by_place);
	for (int i = 0; i < l.n; i++) {
		bool embed = pragma_bit(l.v[i].verb) == PRAGMA_EMBED;
		scan_error(p, l.v[i].pos, "misplaced %s directive", embed ? "go:embed" : "compiler");
	}
}

/* In front of a group they belong to none of its declarations. */
static void
sort_taken(Parser *p)
{
	for (int i = 0; i < p->taken.n; i++) {
		Pragma pr = p->taken.v[i].pragma;
		Decl *d = p->taken.v[i].decl;

		if (d->local && pragma_bit(pr.verb) == PRAGMA_EMBED && d->kind == D_VAR)
			vec_push(tree, &p->file->local_embeds, d);
		else if (d->group && pos_physline(pr.pos) < pos_physline(d->group))
			misplaced(&p->misplaced, pr);
		else if (d->local || !fits_decl(d, pragma_bit(pr.verb)))
			misplaced(&p->unfit, pr);
	}
}

/* At the end of the file. After another error the declaration may be what is missing. */
void
pragmas_done(Parser *p)
{
	drop_pragmas(p, (Pos)-1);
	sort_taken(p);
	if (p->like_gofmt)
		return;                      /* to which they are comments */
	if (!p->file->failed)
		report_misplaced(p, p->misplaced);
	if (!p->errors)
		report_misplaced(p, p->unfit);
}
