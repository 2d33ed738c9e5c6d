/* syntax.h - the syntax tree and the two functions that make it.
 *
 *   File     one source file: package clause, imports, declarations
 *   Decl     import, const, type, var, func (one spec each; groups are shared pointers)
 *   Stmt     statements
 *   Expr     expressions AND types: Go's grammar cannot tell them apart in operand position
 *   Field    a parameter, result, struct field or interface element
 *
 * Nodes live in the permanent arena, are made by the actions of parse.y (one constructor call each), and carry the
 * position that gc's syntax package gives them: that of the token that makes them what they are. For binary expressions
 * the operator, for x.f and x.(T) the dot, for x[i] the '[', for calls the '(', for T{} the '{', for k: v the ':', for a
 * function type the '(' behind func, for assignments and x++ the operator, for labeled statements the ':'; the start
 * elsewhere. Errors about an expression point at expr_start(e), as gc's do. Fields under "set by types" are zero after parsing.
 * The types stage's own types are opaque here. */
#ifndef MINIGO_SYNTAX_H
#define MINIGO_SYNTAX_H

#include "base/base.h"

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Decl Decl;
typedef struct Field Field;
typedef struct File File;
typedef Vec(Expr *) ExprList;
typedef Vec(Stmt *) StmtList;
typedef Vec(Decl *) DeclList;
typedef Vec(Field *) FieldList;

/* of types/types.h */
struct Type; struct Object; struct Const; struct Selection; struct Scope; struct Signature; struct TypeList;

/* token.def: OP(name, text, precedence). Operators as they stand in E_UNARY, E_BINARY, S_ASSIGN, S_INCDEC. */
typedef enum Op {
	OP_NONE,
	OP_OROR, OP_ANDAND,
	OP_EQL, OP_NEQ, OP_LSS, OP_LEQ, OP_GTR, OP_GEQ,
	OP_ADD, OP_SUB, OP_OR, OP_XOR,
	OP_MUL, OP_DIV, OP_REM, OP_AND, OP_ANDNOT, OP_SHL, OP_SHR,
	OP_NOT, OP_RECV, OP_TILDE,           /* unary only; unary also takes ADD SUB XOR and AND (address of) */
	N_OP
} Op;
extern const char *const op_text[N_OP];

typedef enum ExprKind {
	E_BAD,          /* a syntax error was reported here */
	E_NAME,         /* name */
	E_LIT,          /* lit, litkind: a basic literal */
	E_COMPLIT,      /* x: type or NULL (elided); list: elements, E_KEYVALUE where keyed; end: the closing brace */
	E_KEYVALUE,     /* x: y */
	E_FUNCLIT,      /* func_type, body */
	E_PAREN,        /* (x) */
	E_SELECTOR,     /* x.name; selector_pos */
	E_INDEX,        /* x[list...]: an index, or type arguments */
	E_SLICE,        /* x[index[0]:index[1]:index[2]], full: three-index form */
	E_ASSERT,       /* x.(y); y NULL is x.(type), only in a type switch guard */
	E_UNARY,        /* op x; &x is OP_AND, <-x is OP_RECV, ~x is OP_TILDE */
	E_BINARY,       /* x op y; also | in unions */
	E_STAR,         /* *x: dereference or pointer type */
	E_CALL,         /* x(list...), dots: final ... */
	E_ARRAYTYPE,    /* [x]y; x NULL is [...]y */
	E_SLICETYPE,    /* []y */
	E_STRUCTTYPE,   /* fields */
	E_FUNCTYPE,     /* params, results (FieldList) */
	E_INTERFACETYPE,/* fields: methods have a name and an E_FUNCTYPE, embedded elements have no name */
	E_MAPTYPE,      /* map[x]y */
	E_CHANTYPE,     /* chan y; dir */
	E_DOTS,         /* ...x, in parameter types */
	N_EXPR
} ExprKind;

typedef enum LitKind { LIT_INT, LIT_FLOAT, LIT_IMAG, LIT_RUNE, LIT_STRING } LitKind;
typedef enum ChanDir { CHAN_BOTH, CHAN_SEND, CHAN_RECV } ChanDir;

/* Most nodes are names, literals and operations on one or two operands: the parser allocates each node only as far as its kind
 * has fields (expr_size, in that order below), so what stands behind may be read only where the kind has it. */
struct Expr {
	uint8_t kind;                        /* ExprKind */
	uint8_t op;                          /* Op */
	uint8_t litkind;                     /* LitKind */
	uint8_t dir;                         /* ChanDir */
	bool dots, full, bad_lit;            /* bad_lit: a malformed literal, already reported */
	uint8_t mode;                        /* set by types: OperandMode */
	uint8_t builtin;                     /* set by types: the BuiltinId when mode is MODE_BUILTIN */
	bool commaok;                        /* set by types: the operation yields (value, bool) here */
	bool shift_lhs;                      /* private to types: an untyped constant shifted by a variable count */
	Pos pos, end;                        /* end: just past the last byte, where known without recursion */
	struct Type *type;                   /* set by types */
	struct Const *val;                   /* set by types: constant value, NULL when not constant */
	struct Object *obj;                  /* set by types: E_NAME: what it denotes; E_SELECTOR: package-qualified object */
	union {
		Str *name;                   /* E_NAME, E_SELECTOR */
		Str *lit;                    /* E_LIT: source text; E_LIT strings are decoded on demand by lit_string */
	};
	/* all but literals */
	struct Selection *sel;               /* set by types: E_SELECTOR: field, method value, method expression */
	struct TypeList *targs;              /* set by types: type arguments of an instantiated generic function or type */
	/* all but these and names */
	Expr *x, *y;
	/* E_COMPLIT, E_INDEX, E_CALL */
	ExprList list;
	/* E_SLICE, E_STRUCTTYPE, E_INTERFACETYPE, E_FUNCTYPE, E_FUNCLIT */
	union {
		Expr *index[3];              /* E_SLICE */
		FieldList fields;            /* E_STRUCTTYPE, E_INTERFACETYPE */
		struct {
			FieldList params, results;   /* E_FUNCTYPE */
		};
		struct {
			Expr *func_type;     /* E_FUNCLIT */
			Stmt *body;          /* E_FUNCLIT: S_BLOCK */
			struct FuncInfo *fn; /* E_FUNCLIT: set by types */
		};
	};
};
size_t expr_size(ExprKind kind);             /* walk.c */
Expr *expr_copy(Expr *e);                    /* ... in the permanent arena, all fields there */
static inline bool expr_has_list(const Expr *e) { return e->kind == E_COMPLIT || e->kind == E_INDEX || e->kind == E_CALL; }

/* One name a Field: `a, b int` makes two Fields that share type (and group). */
struct Field {
	Pos pos;
	Expr *name;                          /* E_NAME or NULL: anonymous parameter, embedded field or element */
	Expr *type;
	Str *tag;                            /* struct tag, decoded, or NULL */
	Pos tagpos;
	bool embedded;                       /* struct: embedded field */
	struct Object *obj;                  /* set by types */
};

typedef enum StmtKind {
	S_BAD, S_EMPTY,
	S_EXPR,         /* x */
	S_SEND,         /* x <- y */
	S_INCDEC,       /* x op= 1; op ADD or SUB */
	S_ASSIGN,       /* lhs op= rhs; op OP_NONE is plain = */
	S_DEFINE,       /* lhs := rhs */
	S_GO, S_DEFER,  /* x: the call (anything else is reported by the parser) */
	S_RETURN,       /* rhs */
	S_BREAK, S_CONTINUE, S_GOTO, S_FALLTHROUGH,   /* label or NULL */
	S_BLOCK,        /* list; end: closing brace */
	S_IF,           /* init, x: condition, body, els (S_IF, S_BLOCK or NULL) */
	S_SWITCH,       /* init, x: tag or NULL, clauses */
	S_TYPESWITCH,   /* init, bind: E_NAME or NULL, x: the expression before .(type), clauses */
	S_SELECT,       /* clauses */
	S_FOR,          /* init, x: condition or NULL, post, body */
	S_RANGE,        /* lhs (0-2 expressions), define, x: ranged expression, body */
	S_LABELED,      /* label, body: the statement (S_EMPTY before a brace) */
	S_DECL,         /* decls */
	N_STMT
} StmtKind;

typedef struct Clause {
	Pos pos, colon, end;
	bool is_default;
	ExprList exprs;                      /* switch: expressions; type switch: types */
	Stmt *comm;                          /* select: S_SEND, S_EXPR (receive), S_ASSIGN or S_DEFINE; NULL is default */
	StmtList body;
	struct Object *obj;                  /* set by types: the clause's implicit variable in a type switch */
	struct Scope *scope;                 /* set by types */
} Clause;
typedef Vec(Clause *) ClauseList;

struct Stmt {
	uint8_t kind;                        /* StmtKind */
	uint8_t op;                          /* Op */
	bool define;                         /* S_RANGE with := */
	Pos pos, end;
	Expr *x, *y;
	ExprList lhs, rhs;
	StmtList list;
	Stmt *init, *post, *body, *els;
	Expr *bind;
	Expr *label;                         /* E_NAME */
	ClauseList clauses;
	DeclList decls;
	/* set by types */
	Stmt *target;                        /* branch: the statement left, continued or jumped to (S_LABELED for goto) */
	struct Scope *scope;
	Vec(struct Object *) newvars;        /* S_DEFINE, S_RANGE: parallel to lhs; NULL where not new */
	bool loopvar_shared;                 /* loop variables per loop, not per iteration (-lang < go1.22) */
};

typedef enum DeclKind { D_BAD, D_IMPORT, D_CONST, D_TYPE, D_VAR, D_FUNC } DeclKind;

/* Pragmas: //go:name lines directly before a declaration, and file-level ones. */
enum { PRAGMA_NOINLINE = 1, PRAGMA_NOSPLIT = 2, PRAGMA_NOESCAPE = 4, PRAGMA_LINKNAME = 8, PRAGMA_EMBED = 16, PRAGMA_NOTINHEAP = 32,
	PRAGMA_SYSTEMSTACK = 64, PRAGMA_NORACE = 128, PRAGMA_UINTPTRESCAPES = 256, PRAGMA_NOWRITEBARRIER = 512,
	PRAGMA_KINDFLOAT = 1024, PRAGMA_KINDCOMPLEX = 2048, PRAGMA_KINDMAP = 4096, PRAGMA_BUILD = 8192 };
typedef struct Pragma { Pos pos; Str *verb; Str *args; } Pragma;   /* args: rest of the line */

struct Decl {
	uint8_t kind;                        /* DeclKind */
	bool alias;                          /* type T = ... */
	bool local;                          /* in a function */
	Pos pos;
	Pos group;                           /* position of the '(' that groups it, or NOPOS: same group, same value */
	int iota;                            /* D_CONST: index in its group */
	uint32_t pragma;                     /* PRAGMA_ bits */
	Vec(Pragma) pragmas;                 /* those with arguments: linkname, embed */
	ExprList names;                      /* const, var: E_NAMEs; type, func: exactly one; import: 0 or one (. and _ too) */
	Expr *type;                          /* declared type or NULL; D_FUNC: E_FUNCTYPE; D_TYPE: right-hand side */
	ExprList values;                     /* const (empty: repeats the previous spec), var */
	Str *path;                           /* D_IMPORT: decoded path */
	Pos pathpos;
	Field *recv;                         /* D_FUNC: receiver or NULL */
	FieldList tparams;                   /* type parameters of a function or type */
	Stmt *body;                          /* D_FUNC: S_BLOCK or NULL */
	/* set by types */
	struct Object *obj;
	Vec(struct Object *) objs;           /* const, var: parallel to names */
	struct FuncInfo *fn;
};

struct File {
	const char *path;
	uint32_t base;                       /* PosBase of the file */
	Expr *pkgname;                       /* E_NAME */
	DeclList decls;                      /* in source order, imports included */
	Vec(Pragma) restricted;              /* what only the runtime and cgo may say */
	DeclList local_embeds;               /* declarations in functions behind a //go:embed */
	Vec(Pragma) linknames;               /* //go:linkname local [remote], anywhere in the file */
	Str *goversion;                      /* from //go:build go1.N, or NULL */
	const char *src; size_t len;         /* the text: excerpts, ssa.html */
	int lines;
	Pos eof;
	bool failed;                         /* it had syntax errors: the tree has holes */
	int errors;                          /* of any kind; bad literals and directives leave the tree whole */
};

/* parse.y, scan.l. Reports through syntax_error_at, always returns a File (failed set on errors). parse_source is for the
 * compiler: what gc's parser refuses is refused. parse_file is for `tool parse`: what gofmt's parser refuses is refused (rules.c);
 * NULL when the file cannot be read (errno). path and display, which is for messages, must outlive the File. */
File *parse_source(const char *path, const char *display, const char *src, size_t len);
File *parse_file(const char *path);

/* constraint.c: is the file for this target? Evaluates //go:build (and the name's _GOOS _GOARCH suffixes). */
bool build_constraint_ok(const char *name, const char *src, size_t len, bool (*tag)(const char *tag, void *ctx), void *ctx);

/* print.c: source text of an expression or type in gc's normal form, as error messages quote it. */
const char *expr_string(Expr *e);            /* in a ring of buffers that outlives the next 16 calls */
void sb_expr(StrBuf *b, Expr *e);
void dump_file(FILE *out, File *f);          /* the whole tree, one node a line: `minigo tool parse -dump` */

/* walk.c: positions and traversal. Both work by iteration on left spines. */
Pos expr_start(Expr *e);
Pos expr_end(Expr *e);
Pos stmt_end(Stmt *s);
Expr *unparen(Expr *e);
Pos selector_pos(Expr *e);                   /* E_SELECTOR: of the name */

/* tool.c: `minigo tool parse [-dump] [-list] [-q] FILE|DIR...`; `minigo tool scan FILE...`.
 * They return the exit status. */
int tool_parse(int argc, char **argv);
int tool_scan(int argc, char **argv);

/* literal.c: decoded literals. */
bool lit_string(Str *lit, StrBuf *out);      /* the bytes of a string literal */
bool lit_rune(Str *lit, uint32_t *r);
bool name_exported(Str *name);

#endif
