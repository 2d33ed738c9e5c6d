/* parser.h - what the files of syntax/ share while a file is being parsed; nobody else includes it.
 *
 *   Parser    the state of one parse: scanner position, bracket levels, pending pragmas, errors
 *   Level     one open bracket: whether a control clause header was being read outside it
 *
 * Data flow: scan.l finds tokens, tokens.c inserts semicolons and tells a block's brace from a literal's, parse.y calls the
 * constructors of make.c, post.c sorts out what one token of lookahead cannot. */
#ifndef MINIGO_PARSER_H
#define MINIGO_PARSER_H

#include "syntax/syntax.h"

#undef PACKAGE                               /* automake names the package so; the keyword needs the word */

typedef struct Level {
	uint8_t close;                       /* the token that closes it */
	bool header;                         /* to restore when it closes */
} Level;

/* lists.c: a list that is being read, its elements on p->lists from base on */
typedef struct Span { uint32_t base, n; } Span;

typedef Vec(Pragma) PragmaList;
typedef struct TakenPragma { Pragma pragma; Decl *decl; } TakenPragma;

typedef struct Parser {
	File *file;
	void *scanner;                       /* flex's yyscan_t */
	uint32_t base;                       /* PosBase in force: //line changes it */
	uint32_t line;                       /* physical line of the scanner, from 1 */
	const char *linestart;               /* its first byte */
	char *text, *textend;
	Pos tokpos;                          /* start of the token being returned */
	const char *tok, *tokend;            /* its text */
	char held;                           /* the byte at tokend, where flex keeps a NUL */
	const char *semi;                    /* what the last SEMI was: "semicolon", "newline" or "EOF" */
	int token, prev, prev2;              /* the last token returned, and the two before it */
	Pos prevpos;                         /* of prev */
	int keyword, semis;                  /* the last control keyword; semicolons and `range` since */
	bool syncing;                        /* after an error: yylex skips to a place to resume */
	int sync_depth;                      /* ... with so many brackets open */
	bool sync_clauses, sync_paren;       /* ... at a clause; behind the next closing parenthesis */
	Pos lastbad;                         /* the token of the last error */
	bool ends_stmt;                      /* a newline now is a semicolon */
	bool header;                         /* in a control clause, outside brackets: `{` opens its block */
	Vec(Level) levels;                   /* open brackets */
	struct { void **v; uint32_t n, cap; } lists;
	PragmaList pragmas;                  /* seen, not yet attached to a declaration */
	PragmaList func_pragmas;             /* of the function being read */
	PragmaList misplaced, unfit;         /* without a declaration; before one that cannot have them */
	Vec(TakenPragma) taken;              /* by a declaration */
	int errors;                          /* reported so far in this file */
	bool fatal_stop;                     /* give up: nesting limit, missing package clause */
	bool like_gofmt;                     /* rules.c: judge as gofmt does, not as gc */
} Parser;

/* the position of a byte on the current line */
static inline Pos
pos_at(Parser *p, const char *s)
{
	return pos_make(p->base, p->line, (uint32_t)(s - p->linestart) + 1);
}

/* a type parameter list or an array length: TYPE name [ ... ] */
typedef struct ParamList {
	Span list;
	bool comma;                          /* more than one entry or a trailing comma */
	Pos close;
} ParamList;

/* a control clause header */
typedef struct Header {
	Stmt *init, *cond, *post;            /* cond: S_RANGE for a range clause */
	Pos semi;                            /* the first semicolon, NOPOS without one */
	const char *semilit;
} Header;

/* tokens.c */
enum { MAX_NESTING = 10000 };
void tag_keywords(void);
const char *token_text(int tok);
const char *token_shown(Parser *p, int tok);   /* as "unexpected ..." quotes it; in a ring */
void body_opened(Parser *p);                 /* the LBODY just read opens a block, not a literal */
Pos next_pos(Parser *p);                     /* of the token behind the last one, if it is on the same line */
/* Skips to where a list with `depth` open brackets can go on; clauses: only at a case, or where it ends. */
void resync(Parser *p, int depth, bool clauses, Pos bad);

File *scan_file(FILE *tokens, const char *path);   /* writes its tokens */

/* constraint.c */
const char *constraint_find(const char *src, size_t len, size_t *n);
Str *constraint_version(const char *s, size_t n);

/* source.c */
extern Arena *tree;                          /* where nodes go: permanent, unless tool.c measures */
void parse_error(Parser *p, Pos pos, const char *fmt, ...) PRINTF(3, 4);   /* syntax error: */
void scan_error(Parser *p, Pos pos, const char *fmt, ...) PRINTF(3, 4);    /* without the prefix */

/* cure.c: cures for the error just reported; rule: its text behind "unexpected TOKEN", or NULL */
void cure_token(Parser *p, Pos pos, const char *rule);
void cure_top_level(Parser *p, Pos pos);
void cure_define(Pos pos);
void cure_brace(Parser *p, Pos pos);
void cure_condition(Stmt *s);
void cure_rune(Parser *p, const char *s, const char *end);

/* scanlit.c: each gets the first byte, returns the byte after the literal, reports what is wrong with it */
const char *scan_number(Parser *p, const char *s, LitKind *kind, bool *bad);
const char *scan_string(Parser *p, const char *s, bool *bad);
const char *scan_raw(Parser *p, const char *s, bool *bad);
const char *scan_rune(Parser *p, const char *s, bool *bad);
const char *scan_ident(Parser *p, const char *s);
void scan_badchar(Parser *p, const char *s);

/* directive.c */
void line_comment(Parser *p, const char *s, const char *end);
void block_comment(Parser *p, const char *s, const char *end);
void take_pragmas(Parser *p, Decl *d);
void func_begins(Parser *p, Pos pos);
void package_pragmas(Parser *p, Pos pos);
void pragmas_done(Parser *p);
void drop_pragmas(Parser *p, Pos before);
void stmt_ends(Parser *p, Stmt *s);

/* make.c: constructors */
Expr *mk_name(Pos pos, Str *name);
Expr *mk_lit(Pos pos, Pos end, Str *lit, LitKind kind, bool bad);
Expr *mk_bad(Pos pos);
Expr *mk_unary(Parser *p, Pos pos, Op op, Expr *x);
Expr *mk_binary(Pos pos, Op op, Expr *x, Expr *y);
Expr *mk_paren(Pos pos, Pos close, Expr *x);
Expr *mk_star(Pos pos, Expr *x);
Expr *mk_selector(Pos dot, Expr *x, Pos selpos, Str *name);
Expr *mk_index(Pos pos, Pos close, Expr *x, ExprList list);
Expr *mk_slice(Parser *p, Pos pos, Pos close, Expr *x, Expr *lo, Expr *hi, Expr *max, bool full, Pos colon2);
Expr *mk_assert(Pos pos, Pos close, Expr *x, Expr *type);
Expr *mk_call(Pos pos, Pos close, Expr *fun, ExprList args, bool dots);
Expr *mk_complit(Pos pos, Pos close, Expr *type, ExprList elems);
Expr *mk_keyvalue(Pos pos, Expr *k, Expr *v);
Expr *mk_array(Pos pos, Expr *len, Expr *elem);
Expr *mk_slicetype(Pos pos, Expr *elem);
Expr *mk_map(Pos pos, Expr *key, Expr *elem);
Expr *mk_chan(Pos pos, ChanDir dir, Expr *elem);
Expr *mk_dots(Pos pos, Expr *elem);
Expr *mk_struct(Pos pos, Pos close, FieldList fields);
Expr *mk_interface(Pos pos, Pos close, FieldList fields);
Expr *mk_functype(Pos pos, FieldList params, FieldList results);
Expr *mk_funclit(Pos pos, Expr *type, Stmt *body);
Field *mk_field(Pos pos, Expr *name, Expr *type);

Stmt *mk_stmt(StmtKind kind, Pos pos);
Stmt *mk_exprstmt(Expr *x);
Stmt *mk_send(Pos pos, Expr *ch, Expr *val);
Stmt *mk_incdec(Pos pos, Op op, Expr *x);
Stmt *mk_assign(Pos pos, Op op, ExprList lhs, ExprList rhs);
Stmt *mk_define(Pos pos, ExprList lhs, ExprList rhs);
Stmt *mk_go(Parser *p, StmtKind kind, Pos pos, Expr *x);
Stmt *mk_branch(StmtKind kind, Pos pos, Expr *label);
Stmt *mk_return(Pos pos, ExprList list);
Stmt *mk_block(Pos pos, Pos close, StmtList list);
Stmt *mk_labeled(Parser *p, Pos pos, Expr *label, Stmt *s);
Stmt *mk_declstmt(Pos pos, DeclList decls);
Stmt *mk_range(Pos pos, ExprList lhs, bool define, Expr *x);
Clause *mk_clause(Pos pos, Pos colon, ExprList exprs, Stmt *comm, bool is_default, StmtList body);

Decl *mk_import(Parser *p, Pos pos, Expr *name, Expr *path);
Decl *mk_value(Parser *p, DeclKind kind, Pos pos, ExprList names, Expr *type, ExprList values);
Decl *mk_typedecl(Parser *p, Expr *name, bool alias, Expr *type);
Decl *mk_func(Parser *p, Pos pos, Expr *name, FieldList tparams, Expr *type, Stmt *body);
Span group_decls(Parser *p, Pos open, Span list);
ExprList list1(Expr *x);

/* lists.c */
void lists_begin(Parser *p);
void lists_end(Parser *p);
Span list_none(Parser *p);
Span list_of(Parser *p, void *x);
Span list_add(Parser *p, Span s, void *x);
Span list_before(Parser *p, void *x, Span s);
Span list_join(Parser *p, Span s, Span t);
FieldList list_view(Parser *p, Span s);
ExprList list_exprs(Parser *p, Span s);
StmtList list_stmts(Parser *p, Span s);
DeclList list_decls(Parser *p, Span s);
FieldList list_fields(Parser *p, Span s);
ClauseList list_clauses(Parser *p, Span s);

/* post.c */
ParamList *mk_params(Span list, bool comma, Pos close);
Span params_done(Parser *p, Span s, Pos close, bool dots_ok);
Span tparams_done(Parser *p, ParamList *l);
Decl *type_bracket_decl(Parser *p, Expr *name, Pos lbrack, ParamList *l, bool alias, Expr *type);
Field *param_bracket(Expr *name, Pos lbrack, Pos rbrack, ExprList list, bool comma, Expr *elem);
Span embedded_field(Parser *p, Expr *type, Expr *tag);
Span named_fields(Parser *p, Span names, Expr *type, Expr *tag);
Field *receiver(Parser *p, Span s);
Expr *bracket_instance(Parser *p, Expr *name, Pos lbrack, ParamList *l);
void top_decls(Parser *p, Span s);
void clause_begins(Parser *p, Pos pos);
void import_placed(Parser *p, Pos pos);
void paren_composite(Parser *p, Pos brace, Expr *paren);
void if_checked(Parser *p, Header *h);
Stmt *mk_if(Pos pos, Header h, Stmt *body, Stmt *els);
Stmt *mk_for(Parser *p, Pos pos, Header h, Stmt *body);
Stmt *mk_switch(Parser *p, Pos pos, Header h, ClauseList clauses, Pos close);
Stmt *mk_select(Pos pos, ClauseList clauses, Pos close);

/* rules.c */
bool is_guard(Expr *x);                      /* x.(type) */
void rule_receiver(Parser *p, FieldList l);
void rule_post(Parser *p, Stmt *post);
bool rule_bind(Parser *p, Expr *lhs);
void rule_call(Parser *p, const char *word, Expr *x);
void rule_range(Parser *p, ExprList lhs);
void rule_comm(Parser *p, Stmt *s);
void rule_type_args(Parser *p, ExprList args);

#endif
