/* tokens.c - the token stream that parse.y sees.
 *
 * Two things are added to what scan.l finds, both from the last token and a level, nothing else:
 *
 *  - Semicolons: a newline (or the end of the file, or a comment with a newline) after a token marked `ends` in token.def
 *    becomes one. scan.l makes them; the flag is kept here.
 *
 *  - Which `{` is it? In `for x == T {` the brace opens the block, in `f(T{` a literal. p->header is set by if, for, switch
 *    and select, and cleared inside brackets; a `{` met while it is set is an LBODY. Where the grammar finds that an LBODY
 *    belongs to a composite literal, a struct type or a function literal in the header ([]T{, which can only be that), the
 *    matching `}` sets the flag again; where it opens the block, parse.y calls body_opened() and the `}` leaves it clear.
 *
 * Brackets nest at most MAX_NESTING deep: deeper input is refused here, with one message, before any recursion can run
 * out of stack. */
#include "syntax/parse.h"

int scan_token(YYSTYPE *val, Parser *p);

static const struct { const char *text; bool ends; } token_info[] = {
#define TOKEN(name, text, ends) [name] = { text, ends },
#include "syntax/token.def"
};

const char *const op_text[N_OP] = {
#define OP(name, text, prec) [OP_##name] = text,
#include "syntax/token.def"
};

/* Keywords are interned names with a token. */
void
tag_keywords(void)
{
	static const char prefix[] = "keyword ";
	size_t n = strlen(prefix);

	for (size_t tok = 0; tok < NELEM(token_info); tok++)
		if (token_info[tok].text && strncmp(token_info[tok].text, prefix, n) == 0)
			str_lit(token_info[tok].text + n)->tag = (uint16_t)tok;
}

static void
open_bracket(Parser *p, int close)
{
	Level l = { (uint8_t)(close == RPAREN ? ')' : close == RBRACK ? ']' : '}'), p->header };

	if (p->levels.n >= MAX_NESTING && !p->fatal_stop) {
		parse_error(p, p->tokpos, "nesting depth limit exceeded");
		p->fatal_stop = true;
	}
	vec_push(tree, &p->levels, l);
	p->header = false;
}

/* A closing bracket without its partner is left to the grammar; one that closes an outer bracket closes the inner ones. */
static void
close_bracket(Parser *p, int c)
{
	int i = p->levels.n;

	while (i > 0 && p->levels.v[i - 1].close != c)
		i--;
	if (i == 0)
		return;
	p->header = p->levels.v[i - 1].header;
	p->levels.n = i - 1;
}

void
body_opened(Parser *p)
{
	if (p->levels.n > 0)
		vec_last(&p->levels).header = false;
}

static int
filter(Parser *p, int tok)
{
	switch (tok) {
	case LPAREN:
		open_bracket(p, RPAREN);
		break;
	case LBRACK:
		open_bracket(p, RBRACK);
		break;
	case LBRACE:
		if (p->header)
			tok = LBODY;
		open_bracket(p, RBRACE);
		break;
	case RPAREN:
		close_bracket(p, ')');
		break;
	case RBRACK:
		close_bracket(p, ']');
		break;
	case RBRACE:
		close_bracket(p, '}');
		break;
	case IF: case FOR: case SWITCH: case SELECT:
		p->header = true;
		p->keyword = tok;
		p->semis = 0;
		break;
	case SEMI: case RANGE:
		p->semis++;
		break;
	}
	return tok;
}

Pos
next_pos(Parser *p)
{
	const char *s = p->tokend;

	if (p->held == ' ' || p->held == '\t')
		s++;
	while (*s == ' ' || *s == '\t')
		s++;
	return pos_at(p, s);
}

static int
next_token(YYSTYPE *val, Parser *p)
{
	p->prevpos = p->tokpos;
	p->prev2 = p->prev;
	p->prev = p->token;
	int tok = p->fatal_stop ? 0 : filter(p, scan_token(val, p));
	p->ends_stmt = token_info[tok].ends;
	p->token = tok;
	return tok;
}

/* ---- after an error ---- */

static bool
is_decl_keyword(int tok)
{
	return tok == IMPORT || tok == CONST || tok == TYPE || tok == VAR || tok == FUNC;
}

/* Are only parentheses and square brackets open above depth? A newline in them is an end: they were not closed. */
static bool
only_parens_above(Parser *p, int depth)
{
	for (int i = depth; i < p->levels.n; i++)
		if (p->levels.v[i].close == '}')
			return false;
	return true;
}

/* Does the next line begin with a keyword that begins a statement? */
static bool
statement_follows(Parser *p)
{
	static const char *const words[] = { "break", "const", "continue", "defer", "fallthrough", "for", "go", "goto", "if", "return",
		"select", "switch", "type", "var" };
	const char *s = p->tokend;

	for (s += s < p->textend; *s == ' ' || *s == '\t' || *s == '\r' || *s == '\n';)
		s++;
	for (size_t i = 0; i < NELEM(words); i++) {
		size_t n = strlen(words[i]);
		if (strncmp(s, words[i], n) == 0 && (s[n] == ' ' || s[n] == '\t' || s[n] == '\n'))
			return true;
	}
	return false;
}

static bool
resumes_at_semi(Parser *p)
{
	if (p->sync_clauses || p->levels.n < p->sync_depth || !only_parens_above(p, p->sync_depth))
		return false;
	return !p->sync_paren || statement_follows(p);
}

static bool
resumes_at_close(Parser *p, int tok)
{
	if (p->levels.n < p->sync_depth)
		return true;
	if (p->sync_paren && tok != RBRACE) {
		p->sync_paren = false;       /* it closes what was left open */
		p->levels.n = p->sync_depth;
	}
	return false;
}

/* Does a list with sync_depth brackets open go on at this token? */
static bool
resumes_at(Parser *p, int tok)
{
	int depth = p->sync_depth, n = p->levels.n;

	if (tok == 0)
		return true;
	if (is_decl_keyword(tok) && pos_physcol(p->tokpos) == 1 && p->prev == SEMI)
		return depth == 0;
	if (depth == 0)
		return n == 0 && is_decl_keyword(tok) && p->prev == SEMI;
	if (tok == SEMI)
		return resumes_at_semi(p);
	if (tok == RBRACE || tok == RPAREN || tok == RBRACK)
		return resumes_at_close(p, tok);
	return (tok == CASE || tok == DEFAULT) && n == depth;
}

static void
resumed(Parser *p)
{
	p->syncing = false;
	p->header = false;
	if (p->levels.n > p->sync_depth)
		p->levels.n = p->sync_depth;
}

/* A newline in parentheses: as gc, take the next closing one for theirs, unless a statement comes first. */
void
resync(Parser *p, int depth, bool clauses, Pos bad)
{
	bool again = p->lastbad == bad;      /* the token that was to resume did not fit: pass over it */

	p->sync_depth = depth;
	p->sync_clauses = clauses;
	p->sync_paren = p->token == SEMI && p->levels.n > depth && depth > 0 && only_parens_above(p, depth);
	p->syncing = true;
	p->lastbad = bad;
	if (p->token == 0 || (!again && resumes_at(p, p->token)))
		resumed(p);
}

/* bison's scanner: the next token, 0 at the end */
int
yylex(YYSTYPE *val, Pos *loc, Parser *p)
{
	int tok = next_token(val, p);

	while (p->syncing) {
		if (resumes_at(p, tok))
			resumed(p);
		else
			tok = next_token(val, p);
	}
	*loc = p->tokpos;
	return tok;
}

const char *
token_text(int tok)
{
	return tok ? token_info[tok].text : "EOF";
}

/* The offending token in gc's words. */
const char *
token_shown(Parser *p, int tok)
{
	static StrBuf b[4];
	static unsigned next;
	StrBuf *s = &b[next++ % NELEM(b)];
	int n = (int)(p->tokend - p->tok);

	sb_reset(s);
	switch (tok) {
	case 0:
		sb_puts(s, "EOF");
		break;
	case NAME:
		sb_printf(s, "name %.*s", n, p->tok);
		break;
	case LITERAL:
		sb_puts(s, "literal ");
		sb_write(s, p->tok, (size_t)n);
		break;
	case SEMI:
		sb_puts(s, p->semi);
		break;
	case ASSIGNOP: case INCDEC:
		sb_printf(s, "%.*s", n, p->tok);
		break;
	default:
		sb_puts(s, token_text(tok));
	}
	return s->s;
}
