/* cure.c - cures for syntax errors (diag_suggest, diag_edit): what was most likely meant, told from the text around the place. Each
 * function is called right after the error was reported. */
#include <ctype.h>
#include "syntax/parse.h"

static const char *
text_at(Parser *p, Pos pos)
{
	if (!diag_curable() || pos_basenum(pos) != p->file->base)
		return NULL;                 /* nobody wants a cure; behind a //line directive */
	return p->text + pos_offset(p->text, (size_t)(p->textend - p->text), pos);
}

/* flex keeps a NUL behind the token it has just read. */
static char
at(Parser *p, const char *s)
{
	return s == p->tokend ? p->held : *s;
}

static Pos
place(Parser *p, const char *s)
{
	uint32_t line = 1;
	const char *start = p->text;

	for (const char *t = p->text; t < s; t++)
		if (at(p, t) == '\n') {
			line++;
			start = t + 1;
		}
	return pos_make(p->file->base, line, (uint32_t)(s - start) + 1);
}

static const char *
skip_white(Parser *p, const char *s)
{
	while (s < p->textend && isspace((unsigned char)at(p, s)))
		s++;
	return s;
}

/* Behind the last byte before s that is no white space. */
static const char *
back_white(Parser *p, const char *s)
{
	while (s > p->text && isspace((unsigned char)at(p, s - 1)))
		s--;
	return s;
}

static bool
word_at(Parser *p, const char *s, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i < n; i++)
		if (s + i >= p->textend || at(p, s + i) != word[i])
			return false;
	char next = at(p, s + n);
	return !isalnum((unsigned char)next) && next != '_';
}

static bool
begins_line(Parser *p, const char *s)
{
	const char *t = s;

	while (t > p->text && (t[-1] == ' ' || t[-1] == '\t'))
		t--;
	return t == p->text || t[-1] == '\n';
}

/* Puts what stands at `to` behind what ends before it, on one line. */
static void
join(Parser *p, const char *to, const char *what)
{
	diag_suggest("%s belongs on the line before", what);
	diag_edit(place(p, back_white(p, to)), place(p, to), " ");
}

static void
insert(Parser *p, const char *s, const char *text)
{
	Pos q = place(p, s);

	diag_edit(q, q, text);
}

static void
missing_comma(Parser *p, const char *s, char close)
{
	const char *next = skip_white(p, s), *end = back_white(p, s);
	bool last = p->token == SEMI && at(p, next) != close && close == ')';
	char text[2] = { last ? close : ',' };

	diag_suggest("insert a %s", last ? "closing parenthesis" : "comma");
	insert(p, end, text);
}

/* ++x where only x++ is a statement */
static void
prefix_step(Parser *p, const char *s)
{
	const char *name = s + 2, *end = name;

	while (isalnum((unsigned char)at(p, end)) || at(p, end) == '_' || at(p, end) == '.')
		end++;
	if (end == name)
		return;
	char op[3] = { at(p, s), at(p, s + 1) };
	diag_suggest("%s stands behind its operand", op);
	diag_edit(place(p, s), place(p, name), "");
	insert(p, end, op);
}

void
cure_token(Parser *p, Pos pos, const char *rule)
{
	const char *s = text_at(p, pos), *prev = text_at(p, p->prevpos), *missing = rule ? strstr(rule, "possibly missing comma or ") : NULL;

	if (!s || !prev)
		return;
	if (missing)
		missing_comma(p, s, missing[26]);
	else if (p->token == ELSE && p->prev == SEMI)
		join(p, s, "else");
	else if (p->token == SEMI && p->semi && *p->semi == 'n' && at(p, skip_white(p, s)) == '{')
		cure_brace(p, pos);
	else if (p->prev == NAME && word_at(p, prev, "while") && begins_line(p, prev)) {
		diag_suggest("Go's only loop is for");
		diag_edit(p->prevpos, p->prevpos + 5, "for");
	} else if ((word_at(p, s, "++") || word_at(p, s, "--") || at(p, s) == '+' || at(p, s) == '-') && at(p, s + 1) == at(p, s) && begins_line(p, s)) {
		prefix_step(p, s);
	} else if (p->token == 0 && p->prev == SEMI && p->levels.n == 1 && vec_last(&p->levels).close == '}') {
		diag_suggest("the last block lacks its closing brace");
		diag_edit(pos, pos, "}\n");
	}
}

void
cure_top_level(Parser *p, Pos pos)
{
	static const char *const words[] = { "function", "fn", "fun", "def", "fnc", "proc" };
	const char *s = text_at(p, pos), *op;

	if (!s)
		return;
	if (p->token == LBRACE) {
		join(p, s, "the brace");
		return;
	}
	for (size_t i = 0; i < NELEM(words); i++)
		if (word_at(p, s, words[i])) {
			diag_suggest("functions begin with func");
			diag_edit(pos, pos + strlen(words[i]), "func");
			return;
		}
	for (op = s; isalnum((unsigned char)at(p, op)) || at(p, op) == '_'; op++)
		;
	while (at(p, op) == ' ')
		op++;
	if (at(p, op) == ':' && at(p, op + 1) == '=') {
		diag_suggest("outside functions variables are declared with var");
		diag_edit(pos, pos, "var ");
		diag_edit(pos + (Pos)(op - s), pos + (Pos)(op - s) + 2, "=");
	}
}

/* := in a declaration with var or const */
void
cure_define(Pos pos)
{
	diag_suggest("declarations take =");
	diag_edit(pos, pos + 2, "=");
}

/* A newline at pos stands before the brace of a block. */
void
cure_brace(Parser *p, Pos pos)
{
	const char *s = text_at(p, pos);

	if (s && at(p, skip_white(p, s)) == '{')
		join(p, skip_white(p, s), "the brace");
}

/* An assignment or definition where a condition stands. */
void
cure_condition(Stmt *s)
{
	if (s->kind == S_ASSIGN && s->op == OP_NONE) {
		diag_suggest("compare with ==");
		diag_edit(s->pos, s->pos + 1, "==");
	} else if (s->kind == S_DEFINE && s->rhs.n > 0 && s->lhs.n > 0) {
		const char *name = expr_string(vec_last(&s->lhs));
		Pos end = stmt_end(s);
		StrBuf b = {0};
		sb_printf(&b, "; %s != nil", name);
		diag_suggest("add the condition: %s", b.s + 2);
		diag_edit(end, end, b.s);
		sb_free(&b);
	}
}

/* 'text' [s, end) */
void
cure_rune(Parser *p, const char *s, const char *end)
{
	for (const char *t = s + 1; t < end - 1; t++)
		if (*t == '"')
			return;
	diag_suggest("strings stand in double quotes");
	diag_edit(pos_at(p, s), pos_at(p, s) + 1, "\"");
	diag_edit(pos_at(p, end - 1), pos_at(p, end - 1) + 1, "\"");
}
