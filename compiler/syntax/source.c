/* source.c - from a path to a File: reads the text, checks its bytes, runs the parser. */
#include "syntax/parse.h"
#include <stdlib.h>

void scan_begin(Parser *p, char *text, size_t len);
void scan_end(Parser *p);
int yylex(YYSTYPE *val, Pos *loc, Parser *p);

Arena *tree;

/* ---- errors of this file ---- */

void
parse_error(Parser *p, Pos pos, const char *fmt, ...)
{
	char buf[1000];
	va_list ap;

	p->file->failed = true;
	p->errors++;
	va_start(ap, fmt);
	vsnprintf(buf, sizeof buf, fmt, ap);
	va_end(ap);
	syntax_error_at(pos, "%s", buf);
}

/* The tree is whole, so the checker goes on: as in gc, a bad literal hides no type error. */
void
scan_error(Parser *p, Pos pos, const char *fmt, ...)
{
	char buf[1000];
	va_list ap;

	p->errors++;
	va_start(ap, fmt);
	vsnprintf(buf, sizeof buf, fmt, ap);
	va_end(ap);
	error_at(pos, "%s", buf);
}

/* ---- bytes ---- */

static inline bool
plain_ascii(const char *s, size_t n)
{
	uint64_t high = 0, w;
	size_t i = 0;

	for (; i + 8 <= n; i += 8) {
		memcpy(&w, s + i, 8);
		high |= w | (w - 0x0101010101010101u);   /* a NUL byte borrows */
	}
	for (; i < n; i++)
		high |= s[i] ? (uint64_t)s[i] : 0x80;
	return !(high & 0x8080808080808080u);
}

/* the first byte from s on that is not plain ASCII, or end */
static char *
next_odd(char *s, char *end)
{
	while (end - s >= 8 && plain_ascii(s, 8))
		s += 8;
	while (s < end && *s && (uint8_t)*s < 0x80)
		s++;
	return s;
}

typedef struct Place {
	const char *s, *start;               /* start: of its line */
	uint32_t line;
} Place;

static Pos
place_pos(Parser *p, Place *at, const char *s)
{
	for (; at->s < s; at->s++)
		if (*at->s == '\n') {
			at->line++;
			at->start = at->s + 1;
		}
	return pos_make(p->base, at->line, (uint32_t)(s - at->start) + 1);
}

/* Reports NULs, bytes that are no UTF-8, and byte order marks behind the start. They become blanks, so that the scanner
 * need not know of them. */
static void
check_bytes(Parser *p)
{
	Place at = { p->text, p->text, 1 };

	for (char *s = next_odd(p->text, p->textend); s < p->textend; s = next_odd(s, p->textend)) {
		uint32_t r;
		int w = utf8_decode(s, (size_t)(p->textend - s), &r);
		const char *wrong = NULL;

		if (r == 0)
			wrong = "invalid NUL character";
		else if (r == 0xfffd && w == 1)
			wrong = "invalid UTF-8 encoding";
		else if (r == 0xfeff && s != p->text)
			wrong = "invalid BOM in the middle of the file";
		if (wrong)
			scan_error(p, place_pos(p, &at, s), "%s", wrong);
		if (wrong || r == 0xfeff)
			memset(s, ' ', (size_t)w);
		s += w;
	}
}

/* The language version that a //go:build line in front of the package clause asks for. */
static Str *
build_version(const char *src, size_t len)
{
	size_t n;
	const char *s = constraint_find(src, len, &n);

	return s ? constraint_version(s, n) : NULL;
}

static void
show_tokens(FILE *out, Parser *p)
{
	YYSTYPE val;
	Pos pos;
	int tok;

	do {
		tok = yylex(&val, &pos, p);
		fprintf(out, "%s %s\n", pos_string(pos) + strlen(pos_filename(pos)) + 1, token_shown(p, tok));
	} while (tok);
}

/* tokens: where to write them, instead of parsing */
static void
parse(Parser *p, const char *src, size_t len, FILE *tokens)
{
	char *text = arena_alloc(tree, len + 2);
	bool odd = !plain_ascii(src, len);

	memcpy(text, src, len);
	p->text = text;
	p->textend = text + len;
	p->linestart = text;
	p->line = 1;
	p->file->src = text;
	p->file->len = len;
	if (odd)
		check_bytes(p);
	scan_begin(p, text, len);
	lists_begin(p);
	if (tokens)
		show_tokens(tokens, p);
	else
		yyparse(p);
	p->file->eof = p->tokpos;
	p->file->failed |= !p->file->pkgname;
	pragmas_done(p);
	scan_end(p);
	lists_end(p);
	p->file->lines = (int)p->line;
	p->file->errors = p->errors;
	if (odd)
		memcpy(text, src, len);
}

static File *
read_source(Parser *p, const char *path, const char *display, const char *src, size_t len, FILE *tokens)
{
	if (!tree)
		tree = permanent;
	File *f = NEW(tree, File);
	PosBase b = { .filename = display, .path = path };

	p->file = f;
	f->path = path;
	f->base = p->base = pos_newbase(b);
	f->goversion = build_version(src, len);
	parse(p, src, len, tokens);
	return f;
}

File *
parse_source(const char *path, const char *display, const char *src, size_t len)
{
	Parser p = { 0 };

	return read_source(&p, path, display, src, len, NULL);
}

File *
scan_file(FILE *tokens, const char *path)
{
	Parser p = { 0 };
	size_t len;
	char *src = file_read(path, &len);

	if (!src)
		return NULL;
	File *f = read_source(&p, path, path, src, len, tokens);
	free(src);
	return f;
}

File *
parse_file(const char *path)
{
	Parser p = { .like_gofmt = true };
	size_t len;
	char *src = file_read(path, &len);

	if (!src)
		return NULL;
	File *f = read_source(&p, path, path, src, len, NULL);
	free(src);
	return f;
}
