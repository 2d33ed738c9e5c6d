/* checker.h - what the files of the checker share; private to compiler/types.
 *
 *   Checker   the state of checking one package, with the environment of the object at hand
 *   Operand   an expression while it is checked: mode, type, constant value
 *   DeclInfo  a package-level declaration (Object.priv): where, with what, and what its initializer depends on
 *   Lookup    the answer of a field or method search
 *
 * Errors: check_error and its kin. Positions: types report at the START of an operand (expr_start), use err_at for an exact place.
 * An expression's type is recorded by record() right after it was checked. Untyped ones keep the untyped type until
 * convert_untyped / update_expr_type reaches them with the final one.
 * "cause" out-parameters are NULL or point to a text (possibly empty ""), in a ring or the permanent arena. */
#ifndef MINIGO_TYPES_CHECKER_H
#define MINIGO_TYPES_CHECKER_H

#include "types/types.h"

typedef struct Checker Checker;

typedef struct Operand {
	OperandMode mode;
	BuiltinId builtin;                   /* MODE_BUILTIN */
	Type *type;
	Const *val;                          /* MODE_CONST */
	Expr *expr;
} Operand;

/* Object.priv of package-level objects and of methods with a body */
typedef struct DeclInfo {
	Scope *file;                         /* file scope of the declaration */
	const char *goversion;
	ObjectList lhs;                      /* n:1 variable declarations: all the variables; else empty */
	Expr *vtyp, *init;                   /* const, var */
	bool inherited;                      /* the initializer is repeated from an earlier constant declaration */
	Decl *decl;                          /* D_TYPE, D_FUNC (and D_VAR, D_CONST) */
	PtrMap deps;                         /* Object * -> Object *: package-level objects that the initializer or body mentions */
	Object *obj;
	int order;                           /* source order, from 1 */
} DeclInfo;

typedef struct Env {
	DeclInfo *decl;                      /* package-level declaration whose initializer or body is checked */
	Scope *scope;                        /* innermost */
	const char *goversion;
	Const *iota;                         /* in constant declarations */
	Pos errpos;                          /* set: errors in an inherited constant initializer are reported here */
	bool in_tparams;                     /* inside a type parameter list */
	Type *sig;                           /* signature of the function at hand, or NULL */
	FuncInfo *fn;                        /* function body at hand, or NULL */
	bool has_label, has_call_or_recv;
} Env;

typedef void (*Action)(Checker *ck, void *arg);

struct Checker {
	Package *pkg;
	const CheckConf *conf;
	Env env;
	ObjectList objs;                     /* package-level objects (and methods) with DeclInfo, in source order */
	ObjectList imports;                  /* O_PKGNAMEs */
	Vec(struct DotImport { Scope *file; Str *name; Object *pkgname; }) dots;
	PtrMap methods;                      /* O_TYPE -> ObjectList *: methods not yet attached to it */
	Vec(struct LateError { Pos pos; const char *msg; Type *chan; }) late;  /* said after a clean check; chan: if its element is too large */
	Vec(struct Delayed { Action f; void *arg; const char *goversion; }) delayed;
	ObjectList path;                     /* objects being declared, for cycles */
	int nerrors;                         /* reported by this checker */
	int next_tparam;                     /* Type.id of type parameters */
	Vec(FuncInfo *) globlits;            /* function literals of package-level initializers */
	TypeList ifaces;                     /* interface types written in the package, with ... */
	Vec(Pos) iface_pos;                  /* ... their places: for recursive_interfaces */
	void *mono;                          /* mono.c */
	PtrMap pkgnames;                     /* for typestring.c: package name Str -> Package or ambiguous marker */
};

extern Checker *active_checker;              /* lookup.c; the package being checked (check_package sets and clears it) or NULL */

typedef struct Lookup {
	Object *obj;                         /* field (O_VAR) or method (O_FUNC); of an instance: substituted */
	Vec(int) path;                       /* field indices; for a method: embedded fields, then the method's index */
	bool indirect;                       /* a pointer was followed; obj NULL and indirect: needs a pointer receiver */
} Lookup;                                /* obj NULL and path.n > 0: ambiguous */

typedef struct Target { Type *sig; const char *desc; } Target;   /* for inference of a generic function from its target */

typedef Vec(Operand) OperandList;
typedef enum ExprClass { X_CONVERSION, X_EXPRESSION, X_STATEMENT } ExprClass;

/* texts for messages; ck must be in scope */
#define TS(t) type_string((t), ck->pkg)
#define OS(x) operand_string(ck, (x))
#define ES(e) expr_string(e)

#define INVALID (basic_type[T_INVALID])
static inline bool valid(Type *t) { return unalias(t)->kind != T_INVALID; }

/* ---- check.c (A): errors, delayed actions, the driver of one package */
void check_error(Checker *ck, Pos pos, const char *fmt, ...) PRINTF(3, 4);       /* exactly at pos */
void err_expr(Checker *ck, Expr *e, const char *fmt, ...) PRINTF(3, 4);          /* at expr_start(e) */
void err_op(Checker *ck, Operand *x, const char *fmt, ...) PRINTF(3, 4);         /* at the operand's start */
const char *fmt_text(const char *fmt, ...) PRINTF(1, 2);                         /* permanent text, for causes */
const char *other_decl(Object *o);                                               /* "\n\tFILE:L:C: other declaration of NAME" or "" */
void later(Checker *ck, Action f, void *arg);
void process_delayed(Checker *ck, int top);
void late_error(Checker *ck, Pos pos, const char *msg);
void late_chan(Checker *ck, Type *chan, Expr *where);
void add_dep(Checker *ck, Object *to);                                           /* env.decl mentions to */
bool allow_version(Checker *ck, int minor);                                      /* language version >= go1.minor */
bool verify_version(Checker *ck, Pos pos, int minor, const char *fmt, ...) PRINTF(4, 5);   /* "FMT requires go1.N or later" */
DeclInfo *decl_info(Object *o);                                                  /* NULL for locals */

/* ---- suggest.c: cures for the error just reported */
void suggest_name(Checker *ck, Expr *e);
void suggest_export(Expr *e, Package *p);
void suggest_member(Operand *x, Expr *e);
void suggest_field(Type *t, Expr *key);
void suggest_addressable(Operand *x);
void suggest_value(Checker *ck, Operand *x, Type *t);
void suggest_operands(Checker *ck, Operand *x, Operand *y);
void suggest_no_assertion(Checker *ck, Operand *x, Expr *e);
void suggest_condition(Checker *ck, Operand *x, Expr *e);
void suggest_constraint(Checker *ck, Type *tparam, Op op);
void suggest_return(Checker *ck, FuncInfo *fn, Pos end);
void suggest_return_values(Checker *ck, Stmt *at, Object **want, int nwant, OperandList *have);
void suggest_unused_var(Checker *ck, Object *v);
void suggest_unused_import(Checker *ck, Object *o);
void suggest_unused_value(Operand *x);
void suggest_blanks(Checker *ck, Expr *rhs, int l, int r);
void suggest_signature(Checker *ck, Expr *fun);

/* ---- constant_arith.c (A) */
void constants_init(void);
int const_bitlen(const Const *c);
extern Const const_unknown;                                                      /* C_UNKNOWN */
extern Object *universe_iota;

/* ---- scope.c (A) */
Scope *scope_new(Scope *parent, Pos pos, Pos end);
Object *scope_insert(Scope *s, Object *o);                                       /* existing object of that name, or NULL when inserted */
Object *object_new(ObjectKind k, Pos pos, Package *pkg, Str *name, Type *t);
void declare(Checker *ck, Scope *s, Expr *ident, Object *o, Pos scope_pos);      /* reports redeclaration; records ident->obj; skips _ */
Scope *open_scope(Checker *ck, Pos pos, Pos end);
void close_scope(Checker *ck);
Object *env_lookup(Checker *ck, Str *name, Scope **where);
Object *local_var(Checker *ck, Pos pos, Str *name, Type *t);                     /* new O_VAR of env.fn, in its locals */

/* ---- resolve.c (A) */
void collect_objects(Checker *ck);
void package_objects(Checker *ck);

/* ---- decl.c (A) */
void obj_decl(Checker *ck, Object *o);                                           /* makes sure that o->type is known */
void decl_stmt(Checker *ck, DeclList *list);                                     /* local declarations */
void arity(Checker *ck, Pos pos, ExprList *names, ExprList *inits, bool is_const, bool inherited);
void collect_methods(Checker *ck, Object *tname);
void collect_tparams(Checker *ck, TypeList *dst, FieldList *list);
Type *declare_tparam(Checker *ck, Expr *name, Pos scope_pos);
Type *tparam_new(Checker *ck, Object *tname, Type *constraint);
const char *object_kind(Object *o);

/* ---- cycles.c (A) */
void cycle_error(Checker *ck, Object **cycle, int n, int start);
bool finite_size(Checker *ck, Type *t);
void valid_type(Checker *ck, Type *named);                                       /* "invalid recursive type" */
void direct_cycles(Checker *ck);
void recursive_interfaces(Checker *ck);                                          /* an interface without a name that contains itself */

/* ---- typexpr.c (A) */
void ident(Checker *ck, Operand *x, Expr *e, bool want_type);
Type *type_expr(Checker *ck, Expr *e);                                           /* never NULL; INVALID after an error; not generic */
Type *var_type(Checker *ck, Expr *e);                                            /* and no constraint interface */
void valid_var_type(Checker *ck, Expr *e, Type *t);
Type *generic_type(Checker *ck, Expr *e, const char **cause);
Type *declared_type(Checker *ck, Expr *e, Object *def);
Type *instantiated_type(Checker *ck, Expr *e);                                   /* E_INDEX */
bool type_list(Checker *ck, ExprList *list, TypeList *out);
bool is_generic(Type *t);                                                        /* uninstantiated generic named, alias or signature */

/* ---- signature.c struct.c interface.c union.c (A) */
void func_type(Checker *ck, Type *sig, Field *recv, FieldList *tparams, Expr *ftype);   /* opens and leaves behind sig's scope: sig_scope */
Scope *sig_scope(Type *sig);
void struct_type(Checker *ck, Type *t, Expr *e);
void interface_type(Checker *ck, Type *t, Expr *e, Object *def);
Type *union_type(Checker *ck, Expr *e);

/* ---- expr.c binary.c convert.c (A) */
void expr(Checker *ck, Target *T, Operand *x, Expr *e);                          /* a single value */
void expr_hint(Checker *ck, Operand *x, Expr *e, Type *hint);                    /* complit elements with elided types */
void expr_or_type(Checker *ck, Operand *x, Expr *e, bool allow_generic);
ExprClass raw_expr(Checker *ck, Target *T, Operand *x, Expr *e, Type *hint, bool allow_generic);
bool multi_expr(Checker *ck, Expr *e, bool allow_commaok, OperandList *out);     /* tuple members; true: comma-ok form, out has 2 */
void single_value(Checker *ck, Operand *x);
void exclude(Checker *ck, Operand *x, unsigned modes);                           /* bits 1 << MODE_x */
bool use_exprs(Checker *ck, Expr **v, int n);                                    /* evaluates after an error, so that variables are used */
bool use_expr(Checker *ck, Expr *e);
bool use_lhs(Checker *ck, Expr *e);
void record(Checker *ck, Operand *x);
void record_type(Checker *ck, Expr *e, OperandMode m, Type *t, Const *v);        /* writes mode, type, val of e */
void record_commaok(Checker *ck, Expr *e, Operand *a);                           /* a[0], a[1]: marks e (and through parens) commaok; e->type stays the value's */
void update_expr_type(Checker *ck, Expr *e, Type *t, bool final);
void update_expr_val(Checker *ck, Expr *e, Const *v);
void convert_untyped(Checker *ck, Operand *x, Type *target);
typedef enum ConvCode { CONV_OK, CONV_INVALID, CONV_TRUNCATED, CONV_OVERFLOW } ConvCode;
Type *implicit_type(Checker *ck, Operand *x, Type *target, Const **val, ConvCode *code);   /* NULL: not convertible */
void invalid_conversion(Checker *ck, ConvCode code, Operand *x, Type *target);
void default_type(Checker *ck, Operand *x);                                      /* untyped -> default type, recorded */
void match_types(Checker *ck, Operand *x, Operand *y);
void comparison(Checker *ck, Operand *x, Operand *y, Op op);                     /* result in x; switch cases use it too */
void binary(Checker *ck, Operand *x, Expr *e, Expr *lhs, Expr *rhs, Op op);      /* e NULL: op= and ++; then errors go to lhs */
void binary_rhs(Checker *ck, Operand *x, Expr *e, Expr *lhs, Expr *rhs, Op op);  /* x holds lhs, checked */
void case_comparison(Checker *ck, Operand *x, Operand *y);                       /* case x in a switch on y: "invalid case x in switch on y" */
Type *chan_elem(Checker *ck, Pos pos, Operand *x, bool recv);                    /* NULL after an error */
void check_non_generic(Checker *ck, Target *T, Operand *x);
void overflow(Checker *ck, Operand *x, Pos op_pos);
bool representable(Checker *ck, Operand *x, Type *basic);                        /* reports; x->val rounded */
bool comparable_type(Type *t, bool dynamic, const char **cause);
const char *operand_string(Checker *ck, Operand *x);                             /* "x (variable of type int)"; ring buffer */
bool operand_is_nil(Operand *x);
void type_assertion(Checker *ck, Expr *e, Operand *x, Type *T, bool type_switch);

/* ---- index.c complit.c conversion.c builtins.c call.c literal.c selector.c (A) */
bool index_expr(Checker *ck, Operand *x, Expr *e);                               /* true: a generic function to instantiate */
void slice_expr(Checker *ck, Operand *x, Expr *e);
void comp_lit(Checker *ck, Operand *x, Expr *e, Type *hint);
void func_lit(Checker *ck, Operand *x, Expr *e);
void conversion(Checker *ck, Operand *x, Type *T);
bool convertible_to(Checker *ck, Operand *x, Type *T, const char **cause);
bool builtin_call(Checker *ck, Operand *x, Expr *call, BuiltinId id);
bool var_size(Type *t);                      /* depends on a type parameter */
ExprClass builtin_class(BuiltinId id);
bool valid_index(Checker *ck, Operand *x, const char *what, bool allow_negative);
Type *call_arguments(Checker *ck, Expr *call, Type *sig, TypeList *targs, ExprList *xlist, OperandList *args, void *partials);
ExprClass call_expr(Checker *ck, Operand *x, Expr *call);
void func_inst(Checker *ck, Target *T, Pos pos, Operand *x, Expr *index, bool infer);
void selector(Checker *ck, Operand *x, Expr *e, bool want_type);
bool index_value(Checker *ck, Expr *index, int64_t max, int64_t *val, Type **t);  /* checks an integer index; false after an error */

/* ---- type.c (A): more predicates. all_X look into type parameters (every type of the set), type_is_X do not. */
bool is_typed(Type *t);
bool all_boolean(Type *t), all_integer(Type *t), all_unsigned(Type *t), all_numeric(Type *t), all_string(Type *t), all_ordered(Type *t),
     all_numeric_or_string(Type *t);
bool has_nil(Type *t);                       /* looks into type parameters */
bool has_name(Type *t);                      /* basic, named or type parameter */
bool is_ptr_to_iface(Type *t);
bool is_bytes_or_runes(Type *t);
bool identical_origin(Type *a, Type *b);
bool identical_ignore_tags(Type *a, Type *b);
bool same_id(Str *a, Package *ap, Str *b, Package *bp);   /* equal names; not exported: of the same package path */
Type *as_named(Type *t);                     /* unaliased T_NAMED or NULL */
const char *composite_kind(Type *t);         /* "array", "slice" ... or "" */
Type *tparam_iface(Type *tparam);            /* its constraint as an interface (wraps a non-interface constraint) */

/* ==== B's half */

/* ---- typeset.c (B) */
TypeSet *compute_type_set(Checker *ck, Pos pos, Type *iface);                    /* ck may be NULL; errors at pos */
TypeList type_terms(Type *t, bool *specific);  /* a type parameter: the types of its set (*specific false: no specific types); else t itself, true */
bool has_empty_typeset(Type *t);
bool typeset_is_method_set(TypeSet *s);
bool typeset_equal(TypeSet *a, TypeSet *b), typeset_subset(TypeSet *a, TypeSet *b);
bool term_includes(TypeTerm x, Type *t);
int method_compare(Str *an, Package *ap, Str *bn, Package *bp);  /* the order of methods in sets */
Type *common_under(Checker *ck, Type *t, bool (*cond)(Type *t, Type *u, const char **cause), const char **cause);
	/* the single underlying type of all types in t's set (channels: direction aside as in types2 commonUnder); NULL with cause */

/* ---- lookup.c (B) */
void lookup_object(Type *t, bool addressable, Package *pkg, Str *name, bool fold_case, Lookup *out);
const char *lookup_error(Checker *ck, Type *t, Str *sel, Object *near, bool struct_lit);   /* the text behind "undefined (" */
bool implements(Checker *ck, Type *v, Type *t, bool constraint, const char **cause);
bool assertable_to(Checker *ck, Type *v, Type *t, const char **cause);
bool has_all_methods(Checker *ck, Type *v, Type *t, bool statically, const char **cause);
int field_index(Type *strct, Package *pkg, Str *name, bool fold_case);
int method_index(Type *named, Package *pkg, Str *name, bool fold_case);

/* ---- implements.c (B) */
typedef bool (*Equivalent)(Type *a, Type *b, void *arg);                         /* NULL stands for type_identical */
Object *find_missing_method(Checker *ck, Type *v, Type *t, bool statically, Equivalent eq, void *arg, bool *wrong_type, const char **cause);
bool has_all_methods_by(Checker *ck, Type *v, Type *t, bool statically, Equivalent eq, void *arg, const char **cause);
void method_ready(Object *f);                  /* checks the method's signature if that has not happened yet */

/* ---- typestring.c (B) */
StrBuf *ring_buffer(void);                     /* empty; reused after 32 more */
const char *type_path_string(Type *t);
const char *local_type_prefix(Object *tname);
const char *method_string(Str *name, Type *sig, Package *rel, bool full);

/* ---- subst.c instantiate.c infer.c unify.c mono.c (B) */
bool subst_list(TypeList *l, const Subst *s, TypeList *out);
TypeList *enclosing_tparams(Object *tname);    /* type parameters of the function that a local type is declared in */
Type *named_instance(Type *origin, TypeList *outer, TypeList *targs);
Type *expand_underlying(Type *instance);       /* underlying type of an instance; called once by type_under */
Type *instantiate_signature(Checker *ck, Pos pos, Expr *e, TypeList *targs, Type *sig, ExprList *xlist);
Type *instance(Checker *ck, Pos pos, Type *generic, TypeList *targs);            /* named, alias or signature; no constraint check */
int verify_targs(Checker *ck, Pos pos, TypeList *tparams, TypeList *targs, const char **err);   /* -1 fine, else index */
bool validate_targ_len(Checker *ck, Pos pos, const char *name, int want, int got);
bool infer(Checker *ck, Pos pos, TypeList *tparams, TypeList *targs, Type *params, OperandList *args, bool reverse,
	const char **err, Pos *errpos, TypeList *out);    /* out: complete; false: *err is what to report at *errpos (NOPOS: pos) */
void rename_tparams(Checker *ck, TypeList *tparams, Type *t, TypeList *out_tparams, Type **out_t);
bool is_parameterized(TypeList *tparams, Type *t);
void mono_record(Checker *ck, Pos pos, TypeList *tparams, TypeList *targs, ExprList *xlist);
void mono_check(Checker *ck);

/* ---- assign.c (B) */
bool assignable_to(Checker *ck, Operand *x, Type *t, const char **cause);
void assignment(Checker *ck, Operand *x, Type *t, const char *context);          /* mode INVALID after an error; t NULL: default type */
void init_const(Checker *ck, Object *lhs, Operand *x);
void init_var(Checker *ck, Object *lhs, Operand *x, const char *context);
void init_vars(Checker *ck, Object **lhs, int n, Expr **rhs, int nrhs, Stmt *return_stmt);
void assign_vars(Checker *ck, Expr **lhs, int n, Expr **rhs, int nrhs);
void assign_var(Checker *ck, Expr *lhs, Expr *rhs, Operand *x, const char *context);
void short_var_decl(Checker *ck, Stmt *s);
Type *lhs_var(Checker *ck, Expr *lhs);
void assign_error(Checker *ck, Expr **rhs, int nrhs, int l, int r);

/* ---- stmt.c (B) */
typedef struct Flow {                          /* what a statement stands in */
	bool fallthrough_ok, final_case;
	Stmt *brk, *cont;                      /* what break and continue without a label leave and continue */
} Flow;
void stmt(Checker *ck, Flow f, Stmt *s);
void stmt_list(Checker *ck, Flow f, StmtList *l);
void switch_stmt(Checker *ck, Flow f, Stmt *s);
void typeswitch_stmt(Checker *ck, Flow f, Stmt *s);
void select_stmt(Checker *ck, Flow f, Stmt *s);
void range_stmt(Checker *ck, Flow f, Stmt *s);
void func_body(Checker *ck, DeclInfo *decl, FuncInfo *fn, Const *iota);          /* fn->sig, fn->body; sets up fn->locals */
void usage(Checker *ck, FuncInfo *fn);                                           /* declared and not used */
void labels(Checker *ck, Stmt *body);
bool is_terminating(Checker *ck, Stmt *s, Str *label);

/* ---- initorder.c unused.c capture.c (B) */
void init_order(Checker *ck);
void unused_imports(Checker *ck);
void finish_captures(FuncInfo *fn);              /* when a body is checked */
void note_use(Checker *ck, Object *var);       /* ident() saw a variable: captures it into env.fn when it belongs to an outer one */
void note_addr(Expr *e);                       /* &e, e[:] of an array, e.m() with a pointer receiver: the root variable is addrtaken */
void note_assign(Checker *ck, Expr *lhs);      /* the root variable is reassigned */

#endif
