/* parse.y - the grammar of Go.
 *
 * Productions carry the names of the Go specification where it has one. Expressions and types are one superset wherever
 * an operand, an index or an argument can stand, for only the checker can tell T(x) from f(x); a place that takes nothing
 * but a type says `type`. Parameter lists, struct fields that look like embedded types and `type T[P ...` are read as
 * supersets too and sorted out by post.c.
 *
 * Lists of nodes stand on p->lists while they are read (lists.c); a constructor gets them at their exact size.
 *
 * An action is one constructor call and depends on no state, with one exception: header_body tells tokens.c that an LBODY
 * was a block's brace.
 *
 * After an error the parser resumes at the next statement, declaration, field or clause of the innermost list that is still
 * open; tokens.c skips to there, minding brackets.
 *
 * There are no conflicts. The ambiguities are decided by precedence, each named after what loses:
 *
 *   OPERAND_END     a type or name that could stand alone as an operand, before a token that continues it:
 *                   []T . {    []p . .x    []T . [int]    type T[P . [
 *   EMPTY           nothing, before the `error` of a list
 *   NO_RESULT       func() before something that can be its result: func() . *T, func() . (T), func() . [...]
 *   the operators   by their binding strength, all left-associative; UNARY binds tighter
 */
%require "3.8"
%code requires {
#include "syntax/parser.h"
}
%define api.pure full
%define api.location.type {Pos}
%define parse.error custom
%locations
%expect 0
%parse-param {Parser *p}
%lex-param {Parser *p}
%initial-action { (void)yynerrs; }

%code {
#define exprs(l) list_exprs(p, l)
#define stmts(l) list_stmts(p, l)
#define decls(l) list_decls(p, l)
#define fields(l) list_fields(p, l)
#define clauses(l) list_clauses(p, l)
#define NO_EXPRS ((ExprList){ 0 })
#define NO_FIELDS ((FieldList){ 0 })

/* The most that is open at once, counted in symbols: MAX_NESTING bounds brackets, this everything else. */
#define YYMAXDEPTH 200000
#define YYLLOC_DEFAULT(cur, rhs, n) ((cur) = YYRHSLOC(rhs, (n) ? 1 : 0))

int yylex(YYSTYPE *val, Pos *loc, Parser *p);
static void yyerror(Pos *loc, Parser *p, const char *msg);

/* The end of an error production: reports errors again, and drops the bad token unless it is where the parser resumes. */
#define RESUME() do { if (p->token) yyerrok; if (p->syncing) yyclearin; } while (0)
}

%union {
	Op op;
	bool flag;
	Str *name;
	Expr *expr;
	Stmt *stmt;
	Decl *decl;
	Field *field;
	Clause *clause;
	Header *header;
	ParamList *params;
	Span list;
}

%token <name> NAME
%token <expr> LITERAL
%token BREAK CASE CHAN CONST CONTINUE DEFAULT DEFER ELSE FALLTHROUGH FOR FUNC GO GOTO IF IMPORT INTERFACE MAP PACKAGE
%token RANGE RETURN SELECT STRUCT SWITCH TYPE VAR
%token LPAREN "(" LBRACK "[" LBRACE "{" LBODY "{ of a block" RPAREN ")" RBRACK "]" RBRACE "}"
%token COMMA "," SEMI ";" COLON ":" DOT "." DOTS "..." ASSIGN "=" DEFINE ":="
%token <op> ASSIGNOP INCDEC
%token OROR "||" ANDAND "&&" EQL "==" NEQ "!=" LSS "<" LEQ "<=" GTR ">" GEQ ">=" ADD "+" SUB "-" OR "|" XOR "^"
%token MUL "*" DIV "/" REM "%" AND "&" ANDNOT "&^" SHL "<<" SHR ">>" NOT "!" ARROW "<-" TILDE "~"

%precedence OPERAND_END NO_RESULT EMPTY
%left "||"
%left "&&"
%left "==" "!=" "<" "<=" ">" ">="
%left "+" "-" "|" "^"
%left "*" "/" "%" "&" "&^" "<<" ">>"
%precedence UNARY
%precedence error "(" "[" LBODY "." "<-"

%type <expr> name expr operand type_operand paren_expr composite composite_paren func_lit literal_type slice_bound element braced_element keyed_element array_tail
%type <expr> type type_name named_type array_type func_type pointer_type paren_type lit_type recv_chan_type non_recv_type type_no_paren
%type <expr> type_not_array union union_term instance_union open_union open_term element_constraint tag embedded
%type <list> name_list expr_list element_list elements
%type <list> param_list params tparam_list element_params
%type <params> type_bracket element_bracket
%type <field> receiver param tparam element_param interface_elem
%type <list> result parameters tparams field field_list fields interface_list
%type <stmt> simple_stmt stmt opt_stmt opt_simple_stmt block if_stmt func_body body
%type <list> stmt_list
%type <flag> opt_comma
%type <header> header header_semi for_header if_header
%type <clause> case_clause comm_clause
%type <list> case_clauses comm_clauses
%type <decl> import_spec const_spec var_spec type_spec func_decl
%type <list> import_specs const_specs var_specs type_specs top_decl decl

%%

/* ---- files ---- */

source_file:
	package_clause ";" top_decls
	;

package_clause:
	PACKAGE name				{ p->file->pkgname = $2; package_pragmas(p, @2); }
	;


top_decls:
	%empty
|	top_decls error				{ RESUME(); }
|	top_decls top_decl ";"			{ top_decls(p, $2); drop_pragmas(p, @3); }
	;

top_decl:
	decl
|	import import_spec			{ $$ = $2 ? list_of(p, $2) : list_none(p); }
|	import "(" import_specs opt_semi ")"	{ $$ = group_decls(p, @2, $3); }
|	import "(" ")"				{ $$ = list_none(p); }
|	func_decl				{ $$ = list_of(p, $1); }
	;

import:
	IMPORT					{ import_placed(p, @1); }
	;

opt_semi:
	%empty
|	";"
	;

opt_comma:
	%empty					{ $$ = false; }
|	","					{ $$ = true; }
	;

/* ---- declarations ---- */

decl:
	CONST const_spec			{ $$ = list_of(p, $2); }
|	CONST "(" const_specs opt_semi ")"	{ $$ = group_decls(p, @2, $3); }
|	CONST "(" ")"				{ $$ = list_none(p); }
|	VAR var_spec				{ $$ = list_of(p, $2); }
|	VAR "(" var_specs opt_semi ")"		{ $$ = group_decls(p, @2, $3); }
|	VAR "(" ")"				{ $$ = list_none(p); }
|	TYPE type_spec				{ $$ = list_of(p, $2); }
|	TYPE "(" type_specs opt_semi ")"	{ $$ = group_decls(p, @2, $3); }
|	TYPE "(" ")"				{ $$ = list_none(p); }
	;

import_specs:
	error					{ $$ = list_none(p); RESUME(); }
|	import_spec				{ $$ = $1 ? list_of(p, $1) : list_none(p); }
|	import_specs error				{ RESUME(); }
|	import_specs ";" import_spec		{ $$ = $3 ? list_add(p, $1, $3) : $1; }
	;

const_specs:
	error					{ $$ = list_none(p); RESUME(); }
|	const_spec				{ $$ = list_of(p, $1); }
|	const_specs error				{ RESUME(); }
|	const_specs ";" const_spec		{ $$ = list_add(p, $1, $3); }
	;

var_specs:
	error					{ $$ = list_none(p); RESUME(); }
|	var_spec				{ $$ = list_of(p, $1); }
|	var_specs error				{ RESUME(); }
|	var_specs ";" var_spec			{ $$ = list_add(p, $1, $3); }
	;

type_specs:
	error					{ $$ = list_none(p); RESUME(); }
|	type_spec				{ $$ = list_of(p, $1); }
|	type_specs error				{ RESUME(); }
|	type_specs ";" type_spec		{ $$ = list_add(p, $1, $3); }
	;

import_spec:
	LITERAL					{ $$ = mk_import(p, @1, NULL, $1); }
|	name LITERAL				{ $$ = mk_import(p, @1, $1, $2); }
|	"." LITERAL				{ $$ = mk_import(p, @1, mk_name(@1, str_lit(".")), $2); }
	;

const_spec:
	name_list				{ $$ = mk_value(p, D_CONST, @1, exprs($1), NULL, NO_EXPRS); }
|	name_list type				{ $$ = mk_value(p, D_CONST, @1, exprs($1), $2, NO_EXPRS); }
|	name_list assign expr_list			{ $$ = mk_value(p, D_CONST, @1, exprs($1), NULL, exprs($3)); }
|	name_list type assign expr_list		{ $$ = mk_value(p, D_CONST, @1, exprs($1), $2, exprs($4)); }
	;

var_spec:
	name_list type				{ $$ = mk_value(p, D_VAR, @1, exprs($1), $2, NO_EXPRS); }
|	name_list assign expr_list			{ $$ = mk_value(p, D_VAR, @1, exprs($1), NULL, exprs($3)); }
|	name_list type assign expr_list		{ $$ = mk_value(p, D_VAR, @1, exprs($1), $2, exprs($4)); }
	;

type_spec:
	name type_not_array			{ $$ = mk_typedecl(p, $1, false, $2); }
|	name assign type				{ $$ = mk_typedecl(p, $1, true, $3); }
|	name "[" "]" type			{ $$ = mk_typedecl(p, $1, false, mk_slicetype(@2, $4)); }
|	name "[" "..." "]" type			{ $$ = mk_typedecl(p, $1, false, mk_array(@2, NULL, $5)); }
|	name type_bracket type			{ $$ = type_bracket_decl(p, $1, @2, $2, false, $3); }
|	name type_bracket assign type		{ $$ = type_bracket_decl(p, $1, @2, $2, true, $4); }
	;

assign:
	"="
|	":="					{ parse_error(p, @1, "unexpected :=, expected ="); cure_define(@1); }
	;

func:
	FUNC					{ func_begins(p, @1); }
	;

func_decl:
	func name tparams parameters result func_body
						{ $$ = mk_func(p, @2, $2, fields($3), mk_functype(@4, fields($4), fields($5)), $6); }
|	func receiver name tparams parameters result func_body
						{
							$$ = mk_func(p, @2, $3, NO_FIELDS, mk_functype(@5, fields($5), fields($6)), $7);
							$$->recv = $2;
							if ($4.n)
								parse_error(p, @4, "method must have no type parameters");
						}
	;

receiver:
	parameters				{ $$ = receiver(p, $1); }
	;

func_body:
	%empty					{ $$ = NULL; }
|	block
	;

/* ---- parameters ---- */

tparams:
	%empty					{ $$ = list_none(p); }
|	type_bracket				{ $$ = tparams_done(p, $1); }
	;

type_bracket:
	"[" tparam_list opt_comma "]"		{ $$ = mk_params($2, $2.n > 1 || $3, @4); }
	;

tparam_list:
	tparam					{ $$ = list_of(p, $1); }
|	tparam_list "," tparam			{ $$ = list_add(p, $1, $3); }
	;

/* A lone expression may be an array length, a name that shares the next constraint, or `P *C`, `P (C)`. */
tparam:
	expr					{ $$ = mk_field(@1, NULL, $1); }
|	NAME open_union				{ $$ = mk_field(@1, mk_name(@1, $1), $2); }
	;

/* a constraint that cannot continue an expression */
open_union:
	open_term
|	array_type
|	open_union "|" union_term		{ $$ = mk_binary(@2, OP_OR, $1, $3); }
	;

open_term:
	lit_type
|	named_type
|	recv_chan_type
|	"~" type				{ $$ = mk_unary(p, @1, OP_TILDE, $2); }
	;

union:
	union_term
|	union "|" union_term			{ $$ = mk_binary(@2, OP_OR, $1, $3); }
	;

union_term:
	type
|	"~" type				{ $$ = mk_unary(p, @1, OP_TILDE, $2); }
	;

parameters:
	"(" params ")"				{ $$ = params_done(p, $2, @3, true); }
	;

params:
	%empty					{ $$ = list_none(p); }
|	param_list opt_comma
	;

param_list:
	param					{ $$ = list_of(p, $1); }
|	param_list "," param			{ $$ = list_add(p, $1, $3); }
	;

param:
	name					{ $$ = mk_field(@1, NULL, $1); }
|	name type_not_array			{ $$ = mk_field(@1, $1, $2); }
|	name "[" "]" type			{ $$ = mk_field(@1, $1, mk_slicetype(@2, $4)); }
|	name "[" "..." "]" type			{ $$ = mk_field(@1, $1, mk_array(@2, NULL, $5)); }
|	name "[" expr_list opt_comma "]" array_tail
						{ $$ = param_bracket($1, @2, @5, exprs($3), $4, $6); }
|	name "." NAME				{ $$ = mk_field(@1, NULL, mk_selector(@2, $1, @3, $3)); }
|	name "." NAME "[" expr_list opt_comma "]"
						{ $$ = mk_field(@1, NULL, mk_index(@4, @7, mk_selector(@2, $1, @3, $3), exprs($5))); }
|	name "..." type				{ $$ = mk_field(@1, $1, mk_dots(@2, $3)); }
|	"..." type				{ $$ = mk_field(@1, NULL, mk_dots(@1, $2)); }
|	lit_type				{ $$ = mk_field(@1, NULL, $1); }
|	array_type				{ $$ = mk_field(@1, NULL, $1); }
|	pointer_type				{ $$ = mk_field(@1, NULL, $1); }
|	paren_type				{ $$ = mk_field(@1, NULL, mk_paren(@1, @1, $1)); }
|	recv_chan_type				{ $$ = mk_field(@1, NULL, $1); }
	;

/* what follows `name [ list ]`: an element type, or nothing after an instantiated type */
array_tail:
	%empty					{ $$ = NULL; }
|	type
	;

result:
	%empty %prec NO_RESULT			{ $$ = list_none(p); }
|	type_no_paren				{ $$ = list_of(p, mk_field(@1, NULL, $1)); }
|	"(" params ")"				{ $$ = params_done(p, $2, @3, false); }
	;

/* ---- types ---- */

type:
	type_no_paren
|	paren_type
	;

type_no_paren:
	named_type
|	array_type
|	pointer_type
|	lit_type
|	recv_chan_type
	;

type_not_array:
	named_type
|	pointer_type
|	paren_type
|	lit_type
|	recv_chan_type
	;

non_recv_type:
	named_type
|	array_type
|	pointer_type
|	paren_type
|	lit_type
	;

type_name:
	NAME %prec OPERAND_END			{ $$ = mk_name(@1, $1); }
|	NAME "." NAME				{ $$ = mk_selector(@2, mk_name(@1, $1), @3, $3); }
	;

named_type:
	type_name %prec OPERAND_END
|	type_name "[" expr_list opt_comma "]"	{ $$ = mk_index(@2, @5, $1, exprs($3)); rule_type_args(p, $$->list); }
	;

array_type:
	"[" expr "]" type			{ $$ = mk_array(@1, $2, $4); }
|	"[" "..." "]" type			{ $$ = mk_array(@1, NULL, $4); }
|	"[" "]" type				{ $$ = mk_slicetype(@1, $3); }
	;

pointer_type:
	"*" type				{ $$ = mk_star(@1, $2); }
	;

paren_type:
	"(" type ")"				{ $$ = $2; }
	;

recv_chan_type:
	"<-" CHAN type				{ $$ = mk_chan(@1, CHAN_RECV, $3); }
	;

/* the types that begin with a keyword, and may be operands as they are */
lit_type:
	literal_type %prec OPERAND_END
|	func_type %prec OPERAND_END
|	INTERFACE lbrace "}"			{ $$ = mk_interface(@1, @3, NO_FIELDS); }
|	INTERFACE lbrace interface_list opt_semi "}"
						{ $$ = mk_interface(@1, @5, fields($3)); }
|	CHAN non_recv_type			{ $$ = mk_chan(@1, CHAN_BOTH, $2); }
|	CHAN "<-" type				{ $$ = mk_chan(@1, CHAN_SEND, $3); }
	;

/* ... and may start a composite literal */
literal_type:
	MAP "[" type "]" type			{ $$ = mk_map(@1, $3, $5); }
|	STRUCT lbrace fields "}"		{ $$ = mk_struct(@1, @4, fields($3)); }
	;

func_type:
	FUNC parameters result			{ $$ = mk_functype(@2, fields($2), fields($3)); }
|	FUNC type_bracket parameters result	{
							parse_error(p, @2, "function type must have no type parameters");
							$$ = mk_functype(@3, fields($3), fields($4));
						}
	;

fields:
	%empty					{ $$ = list_none(p); }
|	field_list opt_semi
	;

field_list:
	field
|	field_list error				{ RESUME(); }
|	field_list ";" field			{ $$ = list_join(p, $1, $3); }
	;

field:
	name type_not_array tag			{ $$ = named_fields(p, list_of(p, $1), $2, $3); }
|	name "," name_list type tag		{ $$ = named_fields(p, list_before(p, $1, $3), $4, $5); }
|	name "[" "]" type tag			{ $$ = named_fields(p, list_of(p, $1), mk_slicetype(@2, $4), $5); }
|	name "[" "..." "]" type tag		{ $$ = named_fields(p, list_of(p, $1), mk_array(@2, NULL, $5), $6); }
|	name "[" expr_list opt_comma "]" array_tail tag
						{
							Field *f = param_bracket($1, @2, @5, exprs($3), $4, $6);
							$$ = f->name ? named_fields(p, list_of(p, f->name), f->type, $7) : embedded_field(p, f->type, $7);
						}
|	name tag				{ $$ = embedded_field(p, $1, $2); }
|	name "." NAME tag			{ $$ = embedded_field(p, mk_selector(@2, $1, @3, $3), $4); }
|	name "." NAME "[" expr_list opt_comma "]" tag
						{ $$ = embedded_field(p, mk_index(@4, @7, mk_selector(@2, $1, @3, $3), exprs($5)), $8); }
|	"*" embedded tag			{ $$ = embedded_field(p, mk_star(@1, $2), $3); }
|	bad_lparen embedded ")" tag		{ $$ = embedded_field(p, $2, $4); }
|	bad_lparen "*" embedded ")" tag		{ $$ = embedded_field(p, mk_star(@2, $3), $5); }
|	"*" bad_lparen embedded ")" tag		{ $$ = embedded_field(p, mk_star(@1, $3), $5); }
	;

embedded:
	named_type
	;

bad_lparen:
	"("					{ parse_error(p, @1, "cannot parenthesize embedded type"); }
	;

tag:
	%empty					{ $$ = NULL; }
|	LITERAL
	;

interface_list:
	interface_elem				{ $$ = list_of(p, $1); }
|	interface_list error				{ RESUME(); }
|	interface_list ";" interface_elem	{ $$ = list_add(p, $1, $3); }
	;

interface_elem:
	NAME parameters result			{ $$ = mk_field(@1, mk_name(@1, $1), mk_functype(@2, fields($2), fields($3))); }
|	NAME element_bracket parameters result	{
							scan_error(p, @2, "interface method must have no type parameters");
							$$ = mk_field(@1, mk_name(@1, $1), mk_functype(@3, fields($3), fields($4)));
						}
|	union					{ $$ = mk_field(@1, NULL, $1); }
|	instance_union				{ $$ = mk_field(@1, NULL, $1); }
	;

/* T[P] reads like the head of a method with type parameters, which would be a mistake */
instance_union:
	NAME element_bracket			{ $$ = bracket_instance(p, mk_name(@1, $1), @2, $2); }
|	instance_union "|" union_term		{ $$ = mk_binary(@2, OP_OR, $1, $3); }
	;

/* As type_bracket, but name[ is an instantiated type, for no array can be a type argument's name. */
element_bracket:
	"[" element_params opt_comma "]"	{ $$ = mk_params($2, $2.n > 1 || $3, @4); }
	;

element_params:
	element_param				{ $$ = list_of(p, $1); }
|	element_params "," element_param	{ $$ = list_add(p, $1, $3); }
	;

element_param:
	expr					{ $$ = mk_field(@1, NULL, $1); }
|	NAME element_constraint			{ $$ = mk_field(@1, mk_name(@1, $1), $2); }
	;

element_constraint:
	open_term
|	element_constraint "|" union_term	{ $$ = mk_binary(@2, OP_OR, $1, $3); }
	;

lbrace:
	"{"
|	LBODY
	;

/* ---- expressions ---- */

name:
	NAME					{ $$ = mk_name(@1, $1); }
	;

name_list:
	name					{ $$ = list_of(p, $1); }
|	name_list "," name			{ $$ = list_add(p, $1, $3); }
	;

expr_list:
	expr					{ $$ = list_of(p, $1); }
|	expr_list "," expr			{ $$ = list_add(p, $1, $3); }
	;

expr:
	operand
|	expr "||" expr				{ $$ = mk_binary(@2, OP_OROR, $1, $3); }
|	expr "&&" expr				{ $$ = mk_binary(@2, OP_ANDAND, $1, $3); }
|	expr "==" expr				{ $$ = mk_binary(@2, OP_EQL, $1, $3); }
|	expr "!=" expr				{ $$ = mk_binary(@2, OP_NEQ, $1, $3); }
|	expr "<" expr				{ $$ = mk_binary(@2, OP_LSS, $1, $3); }
|	expr "<=" expr				{ $$ = mk_binary(@2, OP_LEQ, $1, $3); }
|	expr ">" expr				{ $$ = mk_binary(@2, OP_GTR, $1, $3); }
|	expr ">=" expr				{ $$ = mk_binary(@2, OP_GEQ, $1, $3); }
|	expr "+" expr				{ $$ = mk_binary(@2, OP_ADD, $1, $3); }
|	expr "-" expr				{ $$ = mk_binary(@2, OP_SUB, $1, $3); }
|	expr "|" expr				{ $$ = mk_binary(@2, OP_OR, $1, $3); }
|	expr "^" expr				{ $$ = mk_binary(@2, OP_XOR, $1, $3); }
|	expr "*" expr				{ $$ = mk_binary(@2, OP_MUL, $1, $3); }
|	expr "/" expr				{ $$ = mk_binary(@2, OP_DIV, $1, $3); }
|	expr "%" expr				{ $$ = mk_binary(@2, OP_REM, $1, $3); }
|	expr "&" expr				{ $$ = mk_binary(@2, OP_AND, $1, $3); }
|	expr "&^" expr				{ $$ = mk_binary(@2, OP_ANDNOT, $1, $3); }
|	expr "<<" expr				{ $$ = mk_binary(@2, OP_SHL, $1, $3); }
|	expr ">>" expr				{ $$ = mk_binary(@2, OP_SHR, $1, $3); }
|	"+" expr %prec UNARY			{ $$ = mk_unary(p, @1, OP_ADD, $2); }
|	"-" expr %prec UNARY			{ $$ = mk_unary(p, @1, OP_SUB, $2); }
|	"^" expr %prec UNARY			{ $$ = mk_unary(p, @1, OP_XOR, $2); }
|	"&" expr %prec UNARY			{ $$ = mk_unary(p, @1, OP_AND, $2); }
|	"!" expr %prec UNARY			{ $$ = mk_unary(p, @1, OP_NOT, $2); }
|	"~" expr %prec UNARY			{ $$ = mk_unary(p, @1, OP_TILDE, $2); }
|	"*" expr %prec UNARY			{ $$ = mk_star(@1, $2); }
|	"<-" expr %prec UNARY			{ $$ = mk_unary(p, @1, OP_RECV, $2); }
	;

operand:
	type_operand %prec OPERAND_END
|	LITERAL
|	func_lit
|	composite
|	array_type %prec OPERAND_END
|	lit_type %prec OPERAND_END
|	paren_expr %prec OPERAND_END
|	operand "[" slice_bound ":" slice_bound "]"
						{ $$ = mk_slice(p, @2, @6, $1, $3, $5, NULL, false, NOPOS); }
|	operand "[" slice_bound ":" slice_bound ":" slice_bound "]"
						{ $$ = mk_slice(p, @2, @8, $1, $3, $5, $7, true, @6); }
|	operand "." "(" type ")"		{ $$ = mk_assert(@2, @5, $1, $4); }
|	operand "." "(" TYPE ")"		{ $$ = mk_assert(@2, @5, $1, NULL); }
|	operand "(" ")"				{ $$ = mk_call(@2, @3, $1, NO_EXPRS, false); }
|	operand "(" expr_list opt_comma ")"	{ $$ = mk_call(@2, @5, $1, exprs($3), false); }
|	operand "(" expr_list "..." opt_comma ")"
						{ $$ = mk_call(@2, @6, $1, exprs($3), true); }
	;

paren_expr:
	"(" expr ")"				{ $$ = mk_paren(@1, @3, $2); }
	;

/* operands that may also name the type of a composite literal */
type_operand:
	NAME %prec OPERAND_END			{ $$ = mk_name(@1, $1); }
|	operand "." NAME			{ $$ = mk_selector(@2, $1, @3, $3); }
|	operand "[" expr_list opt_comma "]"	{ $$ = mk_index(@2, @5, $1, exprs($3)); }
	;

slice_bound:
	%empty					{ $$ = NULL; }
|	expr
	;

func_lit:
	func_type lbrace stmt_list "}"		{ $$ = mk_funclit(@1, $1, mk_block(@2, @4, stmts($3))); }
	;

composite:
	type_operand "{" elements "}"		{ $$ = mk_complit(@2, @4, $1, exprs($3)); }
|	array_type lbrace elements "}"		{ $$ = mk_complit(@2, @4, $1, exprs($3)); }
|	composite_paren elements "}"		{ $$ = mk_complit(@1, @3, $1, exprs($2)); }
|	literal_type lbrace elements "}"	{ $$ = mk_complit(@2, @4, $1, exprs($3)); }
	;

/* (T){...} is understood, to be refused in plain words */
composite_paren:
	paren_expr "{"				{ $$ = $1; paren_composite(p, @2, $1); }
	;

elements:
	%empty					{ $$ = list_none(p); }
|	element_list opt_comma
	;

element_list:
	keyed_element				{ $$ = list_of(p, $1); }
|	element_list "," keyed_element		{ $$ = list_add(p, $1, $3); }
	;

keyed_element:
	element
|	element ":" element			{ $$ = mk_keyvalue(@2, $1, $3); }
	;

element:
	expr
|	braced_element
	;

braced_element:
	"{" elements "}"			{ $$ = mk_complit(@1, @3, NULL, exprs($2)); }
	;

/* ---- statements ---- */

block:
	"{" stmt_list "}"			{ $$ = mk_block(@1, @3, stmts($2)); }
	;

/* the block behind a control clause */
body:
	header_body stmt_list "}"		{ $$ = mk_block(@1, @3, stmts($2)); }
	;

header_body:
	LBODY					{ body_opened(p); }
	;

stmt_list:
	opt_stmt				{ stmt_ends(p, $1); $$ = $1 ? list_of(p, $1) : list_none(p); }
|	stmt_list ";" opt_stmt			{ stmt_ends(p, $3); $$ = $3 ? list_add(p, $1, $3) : $1; }
|	stmt_list error				{ RESUME(); }
	;

opt_stmt:
	%empty %prec EMPTY			{ $$ = NULL; }
|	stmt
|	error					{ $$ = mk_stmt(S_BAD, @1); RESUME(); }
	;

opt_simple_stmt:
	%empty					{ $$ = NULL; }
|	simple_stmt
|	bad_var simple_stmt			{ $$ = $2; }
	;

bad_var:
	VAR					{ parse_error(p, next_pos(p), "var declaration not allowed in %s initializer", token_text(p->keyword) + 8); }
	;

simple_stmt:
	expr					{ $$ = mk_exprstmt($1); }
|	expr "<-" expr				{ $$ = mk_send(@2, $1, $3); }
|	expr INCDEC				{ $$ = mk_incdec(@2, $2, $1); }
|	expr ASSIGNOP expr			{ $$ = mk_assign(@2, $2, list1($1), list1($3)); }
|	expr_list "=" expr_list			{ $$ = mk_assign(@2, OP_NONE, exprs($1), exprs($3)); }
|	expr_list ":=" expr_list		{ $$ = mk_define(@2, exprs($1), exprs($3)); }
	;

stmt:
	simple_stmt
|	decl					{ $$ = mk_declstmt(@1, decls($1)); }
|	block
|	NAME ":" opt_stmt			{ $$ = mk_labeled(p, @2, mk_name(@1, $1), $3); }
|	GO expr					{ $$ = mk_go(p, S_GO, @1, $2); }
|	DEFER expr				{ $$ = mk_go(p, S_DEFER, @1, $2); }
|	RETURN					{ $$ = mk_return(@1, NO_EXPRS); }
|	RETURN expr_list			{ $$ = mk_return(@1, exprs($2)); }
|	BREAK					{ $$ = mk_branch(S_BREAK, @1, NULL); }
|	BREAK name				{ $$ = mk_branch(S_BREAK, @1, $2); }
|	CONTINUE				{ $$ = mk_branch(S_CONTINUE, @1, NULL); }
|	CONTINUE name				{ $$ = mk_branch(S_CONTINUE, @1, $2); }
|	GOTO name				{ $$ = mk_branch(S_GOTO, @1, $2); }
|	FALLTHROUGH				{ $$ = mk_branch(S_FALLTHROUGH, @1, NULL); }
|	if_stmt
|	FOR for_header body			{ $$ = mk_for(p, @1, *$2, $3); }
|	SWITCH header header_body case_clauses "}"
						{ $$ = mk_switch(p, @1, *$2, clauses($4), @5); }
|	SELECT header_body comm_clauses "}"	{ $$ = mk_select(@1, clauses($3), @4); }
	;

if_stmt:
	IF if_header body			{ $$ = mk_if(@1, *$2, $3, NULL); }
|	IF if_header body ELSE if_stmt		{ $$ = mk_if(@1, *$2, $3, $5); }
|	IF if_header body ELSE block		{ $$ = mk_if(@1, *$2, $3, $5); }
	;

if_header:
	header					{ $$ = $1; if_checked(p, $1); }
	;

header:
	opt_simple_stmt				{ $$ = NEW(tree, Header); $$->cond = $1; }
|	opt_simple_stmt header_semi opt_simple_stmt
						{ $$ = $2; $$->init = $1; $$->cond = $3; }
	;

header_semi:
	";"					{ $$ = NEW(tree, Header); $$->semi = @1; $$->semilit = p->semi; }
	;

for_header:
	opt_simple_stmt				{ $$ = NEW(tree, Header); $$->cond = $1; }
|	opt_simple_stmt ";" opt_simple_stmt ";" opt_simple_stmt
						{ $$ = NEW(tree, Header); $$->semi = @2; $$->init = $1; $$->cond = $3; $$->post = $5; }
|	RANGE expr				{ $$ = NEW(tree, Header); $$->cond = mk_range(@1, NO_EXPRS, false, $2); }
|	expr_list "=" RANGE expr		{ $$ = NEW(tree, Header); $$->cond = mk_range(@3, exprs($1), false, $4); }
|	expr_list ":=" RANGE expr		{ $$ = NEW(tree, Header); $$->cond = mk_range(@3, exprs($1), true, $4); }
	;

case_clauses:
	%empty					{ $$ = list_none(p); }
|	case_clauses error				{ RESUME(); }
|	case_clauses case_clause		{ $$ = list_add(p, $1, $2); }
	;

case_clause:
	case expr_list ":" stmt_list %prec EMPTY
						{ $$ = mk_clause(@1, @3, exprs($2), NULL, false, stmts($4)); }
|	default ":" stmt_list %prec EMPTY	{ $$ = mk_clause(@1, @2, NO_EXPRS, NULL, true, stmts($3)); }
	;

comm_clauses:
	%empty					{ $$ = list_none(p); }
|	comm_clauses error				{ RESUME(); }
|	comm_clauses comm_clause		{ $$ = list_add(p, $1, $2); }
	;

comm_clause:
	case simple_stmt ":" stmt_list %prec EMPTY
						{ rule_comm(p, $2); $$ = mk_clause(@1, @3, NO_EXPRS, $2, false, stmts($4)); }
|	default ":" stmt_list %prec EMPTY	{ $$ = mk_clause(@1, @2, NO_EXPRS, NULL, true, stmts($3)); }
	;

/* A statement in front of the word needs its semicolon, as it would before anything but a closing brace. */
case:
	CASE					{ clause_begins(p, @1); }
	;

default:
	DEFAULT					{ clause_begins(p, @1); }
	;

%%

static void
yyerror(Pos *loc, Parser *p, const char *msg)
{
	if (strcmp(msg, "memory exhausted") == 0)
		parse_error(p, *loc, "nesting depth limit exceeded");
	else
		parse_error(p, *loc, "%s", msg);
}

/* ---- syntax errors ---- */

enum { AT, WANT, PLAIN };
enum { ANY, OPEN, ITEM, FIRST, LONE };
enum { RULE_DEPTH = 5, START = 1000 };

#define S(symbol) YYSYMBOL_##symbol

/* 0 (the end of input) never lies on the stack: it fills the rest of a rule */
static const struct Rule {
	const char *text;
	uint8_t form, before;
	int16_t token;                       /* the bad token; 0: any */
	int16_t top[RULE_DEPTH];
} rules[] = {
#define RULE(form, text, before, ...) { text, form, before, 0, { __VA_ARGS__ } },
#define RULE_TOKEN(form, text, before, token, ...) { text, form, before, token, { __VA_ARGS__ } },
#include "syntax/errors.def"
};

/* the symbol n below the top of the stack, START at its bottom */
static int
stacked(const yypcontext_t *ctx, int n)
{
	const yy_state_t *s = ctx->yyssp;

	for (; n > 0 && *s != 0; n--)
		s--;
	return *s ? (int)yystos[*s] : START;
}

/* Must an expression or an element of a list follow this token? */
static bool
opens_list(int tok)
{
	switch (tok) {
	case LPAREN: case LBRACK: case LBRACE: case LBODY: case COMMA: case SEMI: case COLON: case IF: case FOR: case SWITCH:
	case RETURN:
		return true;
	}
	return false;
}

static bool
before_fits(int before, Parser *p)
{
	switch (before) {
	case OPEN:
		return opens_list(p->prev);
	case ITEM:
		return !opens_list(p->prev);
	case LONE:
		return p->prev == NAME && (p->prev2 == LBRACE || p->prev2 == LBODY || p->prev2 == SEMI);
	case FIRST:
		return !opens_list(p->prev) && p->semis == 0;
	}
	return true;
}

static bool
fits(const struct Rule *r, const yypcontext_t *ctx, Parser *p)
{
	if ((r->token && r->token != p->token) || !before_fits(r->before, p))
		return false;
	for (int i = 0; i < RULE_DEPTH && r->top[i]; i++)
		if (stacked(ctx, i) != r->top[i])
			return false;
	return true;
}

/* what the state accepts, in one word */
static const char *
expected(const yypcontext_t *ctx)
{
	yysymbol_kind_t v[YYNTOKENS];
	int n = yypcontext_expected_tokens(ctx, v, YYNTOKENS);
	bool literal = false, map = false;

	for (int i = 0; i < n; i++) {
		literal |= v[i] == S(LITERAL);
		map |= v[i] == S(MAP);
	}
	if (literal && map)
		return "expression";
	if (map)
		return "type";
	if (n == 0)
		return NULL;
	for (int tok = NAME; tok <= TILDE; tok++)
		if (yytranslate[tok] == (yytype_int8)v[0])
			return token_text(tok);
	return NULL;
}

/* A fault at top level: the statement may be the body of the function in the line before. */
static void
complain_top(Parser *p, Pos pos)
{
	Decl *last = p->file->decls.n ? vec_last(&p->file->decls) : NULL;

	if (p->token == LBRACE && last && last->kind == D_FUNC && !last->body)
		parse_error(p, pos, "unexpected semicolon or newline before {");
	else
		parse_error(p, pos, "non-declaration statement outside function body");
	cure_top_level(p, pos);
}

static void
complain(Parser *p, const yypcontext_t *ctx, Pos pos)
{
	const char *tok = token_shown(p, p->token);

	if (p->token == 0 && p->errors > 0)
		return;                      /* what is missing at the end is a consequence */
	if (stacked(ctx, 0) == S(top_decls)) {
		complain_top(p, pos);
		return;
	}
	if (p->token == 0 && p->levels.n > 0 && p->prev != LBRACK && opens_list(p->prev)) {
		parse_error(p, pos, "unexpected EOF, expected %c", vec_last(&p->levels).close);
		cure_token(p, pos, NULL);
		return;
	}
	if (stacked(ctx, 0) == S(COLON) && stacked(ctx, 1) == S(NAME)) {
		parse_error(p, p->prevpos, "missing statement after label");
		return;
	}
	for (size_t i = 0; i < NELEM(rules); i++) {
		const struct Rule *r = &rules[i];
		if (!fits(r, ctx, p))
			continue;
		if (r->form == PLAIN)
			parse_error(p, pos, "%s", r->text);
		else
			parse_error(p, pos, "unexpected %s%s%s", tok, r->form == WANT ? ", expected " : "", r->text);
		cure_token(p, pos, r->text);
		return;
	}
	const char *want = expected(ctx);
	parse_error(p, pos, "unexpected %s%s%s", tok, want ? ", expected " : "", want ? want : "");
	cure_token(p, pos, NULL);
}

static bool
is_open_bracket(int sym)
{
	return sym == S(LPAREN) || sym == S(LBRACK) || sym == S(LBRACE) || sym == S(LBODY) || sym == S(lbrace)
		|| sym == S(header_body);
}

/* How many brackets are open at the place where bison is about to resume: the first state from the top that can shift `error`. */
static int
resume_depth(const yypcontext_t *ctx, bool *clauses)
{
	const yy_state_t *s = ctx->yyssp;
	int depth = 0;

	for (; *s; s--) {
		int n = yypact[*s];
		if (!yypact_value_is_default(n)) {
			n += YYSYMBOL_YYerror;
			if (n >= 0 && n <= YYLAST && yycheck[n] == YYSYMBOL_YYerror && yytable[n] > 0)
				break;
		}
	}
	*clauses = *s && (yystos[*s] == S(case_clauses) || yystos[*s] == S(comm_clauses));
	for (; *s; s--)
		depth += is_open_bracket(yystos[*s]);
	return depth;
}

/* bison calls this instead of yyerror for a syntax error */
static int
yyreport_syntax_error(const yypcontext_t *ctx, Parser *p)
{
	complain(p, ctx, *yypcontext_location(ctx));
	if (!p->file->pkgname || stacked(ctx, 0) == S(package_clause))
		p->fatal_stop = true;
	bool clauses;
	int depth = resume_depth(ctx, &clauses);
	resync(p, depth, clauses, *yypcontext_location(ctx));
	return 0;
}
