/* build.h - private to build*.c: the state of one function being built from its checked tree.
 *
 *   B     one function: current block, position, substitution, variables, labels
 *   Var   a variable: an SSA value (Braun et al. 2013) or memory at an address
 *   Lv    an assignable place whose operands have been evaluated, but not its nil and bounds checks: these happen when the
 *         place is used, after the right-hand side (spec, "Assignment statements")
 *
 * A value of a type that is not SSA-able is represented by the address of memory that holds it; that memory may be a variable, so
 * whoever evaluates something else in between copies it first (b_stable). After b_jump, b_if, b_ret and b_exit there is no current
 * block (cur NULL); the next value emitted opens an unreachable one. */
#ifndef MINIGO_BUILD_H
#define MINIGO_BUILD_H

#include "ssa/ssa.h"

typedef struct B B;
typedef struct Var Var;
typedef struct Lv Lv;
typedef Vec(Value *) ValueList;

static inline bool
is_blank(const Object *o)
{
	return o->name && o->name->len == 1 && o->name->s[0] == '_';
}

struct Var {
	Object *obj;                         /* NULL for a synthetic one */
	Type *type;
	bool mem;
	Value *addr;                         /* mem: its address, when the same everywhere */
	Var *ptr;                            /* mem: the SSA variable that holds the address (per-iteration variables) */
};

typedef enum LvKind {
	LV_BLANK, LV_VAR,                    /* var: in SSA form */
	LV_ADDR,                             /* val: an address known to be good */
	LV_DEREF,                            /* val: a pointer, checked when used */
	LV_FIELD,                            /* of parent; index */
	LV_ARRAY,                            /* of parent (an array) at val */
	LV_SLICE,                            /* element of slice val at val2 */
	LV_MAP                               /* val: map, val2: key (value or address) */
} LvKind;
struct Lv {
	LvKind kind;
	Type *type;                          /* of the place */
	Lv *parent;
	Var *var;
	Value *val, *val2;
	int index;
	Type *ctype;                         /* LV_MAP, LV_SLICE, LV_ARRAY, LV_FIELD: type of the container */
	Pos pos;
};

typedef struct Target { Stmt *stmt; Block *brk, *cont; } Target;
typedef struct RangeBody RangeBody;

struct B {
	Program *p;
	Func *f;
	Block *cur, *entry;
	Pos pos;
	FuncInfo *info;
	Package *pkg;
	const Subst *subst;
	Sym *sym;                            /* the function that closures are named after */
	PtrMap vars;                         /* Object* -> Var* */
	PtrMap labels;                       /* S_LABELED Stmt* -> Block* */
	PtrMap targets;                      /* Stmt* -> Target* */
	Block *fallthrough;                  /* body of the next clause */
	Type *results;                       /* T_TUPLE, as the returns see it */
	Vec(Var *) result_vars;              /* named results or results that need memory */
	bool defers;                         /* the body of a function with defers: returns run them */
	Value *ctx;                          /* of such a body */
	Value *recover_token;
	Var *try_var;                        /* its TryRec, when a range over a function defers */
	Value *closure;
	B *outer;                            /* range-over-func bodies: the function around */
	RangeBody *range;                    /* set in such a body */
	Vec(Var *) captured_vars;            /* range body: variables of outer, in order of capture slots */
	int nlits;                           /* names made so far: literals, range bodies, thunks */
	Vec(Var *) inner_vars;               /* parallel to captured_vars: as this body sees them */
	int nrange, nthunks;
};

/* build.c */
B *b_new(Program *p, Func *f, FuncInfo *info, const Subst *subst, Package *pkg);
void b_finish(B *b);                         /* seals what is open, drops unreachable blocks, removes trivial phis and copies */
Func *b_new_func(Program *p, Sym *s, Type *flat_sig, Pos pos);
bool b_merges(B *b);                         /* what this function brings along may be emitted by several packages */
Type *b_ty(B *b, Type *t);                   /* substituted, without aliases */
Type *b_under(B *b, Type *t);
Type *ptr_to(Type *t);                       /* cached type_pointer */
Type *flat_sig(Type *sig, const Subst *s);   /* receiver as first parameter, substituted, no type parameters */
const Subst *subst_new(TypeList tparams, TypeList targs);
TypeList b_tylist(B *b, const TypeList *l);
Sym *sym_lit(B *b, FuncInfo *lit);
void use_type(Program *p, Type *t);
void b_declare_captures(B *b);               /* from b->closure */
void b_declare_param(B *b, int i, Value *v); /* parameter i of the flat signature has the value v */
Sym *data_string(Program *p, const char *s, size_t n);
Sym *data_new(Program *p, Type *t, const char *prefix, bool readonly);
bool type_same(Type *a, Type *b);

/* build_var.c */
Value *b_v0(B *b, SsaOp op, Type *t);
Value *b_v1(B *b, SsaOp op, Type *t, Value *x);
Value *b_v2(B *b, SsaOp op, Type *t, Value *x, Value *y);
Value *b_v3(B *b, SsaOp op, Type *t, Value *x, Value *y, Value *z);
Value *b_int(B *b, int64_t i);               /* an int */
Value *b_bool(B *b, bool v);
Value *b_const(B *b, Type *t, int64_t i);
Value *b_zero(B *b, Type *t);                /* of an SSA-able type */
Value *b_str(B *b, const char *s, size_t n);
Value *b_rt(B *b, RtCall rt, Type *t, int n, ...);       /* a runtime call; t: type of the result, NULL none */
Value *b_rtpure(B *b, RtCall rt, Type *t, int n, ...);
Value *b_sel(B *b, Value *tuple, int i);
Type *tuple2(Type *a, Type *b);
Block *b_block(B *b);
void b_start(B *b, Block *blk);              /* makes it current; does not seal */
void b_seal(B *b, Block *blk);
void b_enter(B *b, Block *blk);              /* start and seal */
void b_jump(B *b, Block *to);
void b_if(B *b, Value *cond, Block *yes, Block *no, int likely);
void b_exit(B *b);                           /* after a noreturn call */
Var *var_synth(B *b, Type *t);
Var *b_declare(B *b, Object *o);             /* a new variable without value yet; memory is allocated, not zeroed when Local */
Var *b_var(B *b, Object *o);
bool var_needs_mem(B *b, Object *o);
Value *b_read(B *b, Var *v);                 /* SSA variable */
void b_write(B *b, Var *v, Value *x);
Value *b_addr_of_var(B *b, Var *v);
Value *b_var_value(B *b, Var *v);            /* value or, not SSA-able, address */
void b_var_set(B *b, Var *v, Value *x);
Value *b_local(B *b, Type *t);               /* address of a frame slot */
Value *b_newobj(B *b, Type *t);              /* address of a zeroed variable of its own */
Value *b_load(B *b, Type *t, Value *addr);   /* value, or the address itself when not SSA-able */
void b_store(B *b, Type *t, Value *addr, Value *x);
void b_zero_mem(B *b, Type *t, Value *addr);
Value *b_off(B *b, Value *p, int64_t off, Type *elem);   /* a pointer to elem */
Value *b_field_addr(B *b, Type *st, Value *p, int i);
Value *b_nilcheck(B *b, Value *p);
Value *b_stable(B *b, Type *t, Value *x);    /* a copy when x is an address */
Value *b_spill(B *b, Type *t, Value *x);     /* address of memory that holds x */

/* build_expr.c */
Value *b_expr(B *b, Expr *e);
Value *b_expr_to(B *b, Expr *e, Type *t);    /* converted implicitly to t */
void b_expr_into(B *b, Expr *e, Type *t, Value *addr);   /* into fresh memory */
void b_discard(B *b, Expr *e);
void b_cond(B *b, Expr *e, Block *yes, Block *no, int likely);
bool b_const_bool(Expr *e, bool *v);
bool b_has_call(Expr *e);                    /* or receive */
Expr *b_named_value(B *b, const char *name, Value *x, Type *t, Pos pos);   /* a name for x */
Value *b_addr(B *b, Expr *e);                /* &e */
bool b_in_memory(B *b, Expr *e);
Value *b_field_value(B *b, Type *st, Value *x, int i);   /* of a struct value */
Value *b_path(B *b, Type **t, Value *x, int *path, int n, bool *isaddr);
Value *b_selector_base(B *b, Expr *x, Selection *s, Type **t, bool *isaddr);
Selection *b_selection(B *b, Expr *e);
Value *b_name_func(B *b, Expr *e);
void b_multi(B *b, Expr *e, ValueList *out, TypeList *types);  /* a multi-valued expression: call or comma-ok */

/* build_lv.c */
Lv *b_lvalue(B *b, Expr *e);
Lv *b_lvalue_path(B *b, Expr *x, const int *path, int n);
Value *lv_addr(B *b, Lv *l);
Value *lv_load(B *b, Lv *l);
void lv_store(B *b, Lv *l, Value *x);
bool lv_is_ssa(Lv *l);

/* build_const.c */
Value *b_constant(B *b, const Const *c, Type *t);
bool const_bytes(const Const *c, Type *t, uint8_t *out); /* little-endian scalar; false for strings and interfaces */

/* build_arith.c, build_conv.c */
Value *b_arith(B *b, Op op, Type *t, Value *x, Value *y);
Value *b_shift(B *b, Op op, Type *t, Value *x, Value *count, Type *count_t, bool count_const);
Value *b_unary(B *b, Expr *e);
Value *b_binary(B *b, Expr *e);
Value *b_int_convert(B *b, Value *x, Type *from, Type *to);
Value *b_index_int(B *b, Value *x, Type *t); /* extended to 64 bits, keeping signedness */
Value *b_convert(B *b, Value *x, Type *from, Type *to, Expr *arg);
Value *b_conversion(B *b, Expr *e);
Value *b_concat(B *b, Expr *e);

/* build_cmp.c */
Value *b_compare(B *b, Op op, Type *t, Value *x, Value *y);
Value *b_equal(B *b, Type *t, Value *x, Value *y);
Value *b_equal_mem(B *b, Type *t, Value *p, Value *q);   /* through addresses */
Value *b_compare_expr(B *b, Expr *e);
Value *b_not(B *b, Value *x);
bool type_plain_memory(Type *t);             /* == is memory equality of the whole size */

/* build_index.c */
Value *b_index(B *b, Expr *e);
Value *b_slice(B *b, Expr *e);
Value *b_len(B *b, Type *t, Value *x);
Value *b_cap(B *b, Type *t, Value *x);
Value *b_bounds(B *b, Value *i, Value *n, int code);
Value *b_elem_ptr(B *b, Type *elem, Value *p, Value *i);
Value *b_index_value(B *b, Expr *e);         /* index operand as int64/uint64 */

/* build_map.c */
Value *map_addr1(B *b, Type *mt, Value *m, Value *key);
Value *map_access2(B *b, Type *mt, Value *m, Value *key, Value **ok);  /* element address */
Value *map_assign(B *b, Type *mt, Value *m, Value *key);
void map_delete(B *b, Type *mt, Value *m, Value *key);
Value *b_type_addr(B *b, Type *t);

/* build_complit.c */
Value *b_complit(B *b, Expr *e);             /* value or address */
void b_complit_into(B *b, Expr *e, Type *t, Value *addr, bool zeroed);
Value *b_complit_addr(B *b, Expr *e);        /* &T{...} */
int64_t complit_len(Expr *e, Type *t);

/* build_assign.c */
void b_assign_stmt(B *b, Stmt *s);
void b_define_stmt(B *b, Stmt *s);
void b_incdec(B *b, Stmt *s);
void b_decl_stmt(B *b, Stmt *s);
void b_init_var(B *b, Object *o, Expr *e);   /* declares o with value e, or zero */
void b_define_var(B *b, Object *o, Value *x, Type *from);  /* declares o with a value of type from */

/* build_stmt.c, build_switch.c, build_range.c, build_rangefunc.c, build_select.c */
void b_stmt(B *b, Stmt *s);
void b_stmts(B *b, Stmt **v, int n);
void b_block_stmt(B *b, Stmt *s);
Target *b_target(B *b, Stmt *s, Block *brk, Block *cont);
void b_switch(B *b, Stmt *s);
void b_typeswitch(B *b, Stmt *s);
void b_range(B *b, Stmt *s);
void b_rangefunc(B *b, Stmt *s);
void b_select(B *b, Stmt *s);
void b_return(B *b, Stmt *s);
void b_return_now(B *b);                     /* results are in their places */
void b_fresh_iteration(B *b, Object *o);     /* copies a per-iteration variable that lives in memory */
void b_ret_values(B *b, Value **xs);         /* returns these */
void b_eval_results(B *b, Stmt *s, Value **xs);
bool b_range_branch(B *b, Stmt *s);          /* a branch that leaves a range-over-func body */
bool b_range_return(B *b, Stmt *s);

/* build_call.c, build_method.c, build_builtin.c, build_intrinsic.c, build_defer.c */
void b_call_multi(B *b, Expr *e, ValueList *out, TypeList *types);
Value *b_call(B *b, Expr *e);                /* single value; NULL for none */
void b_emit_call(B *b, Call *c, SsaOp op, ValueList *args, ValueList *out);
Object *static_func(B *b, Expr *e, TypeList *targs);
Sym *b_sym_for(B *b, Object *f, TypeList targs);
Sym *b_method_sym(B *b, Selection *s);       /* static method's code */
Value *b_method_recv(B *b, Expr *x, Selection *s, Type **iface);   /* receiver argument; iface: set when it is an interface method */
Value *b_method_value(B *b, Expr *e, Selection *s);
Value *b_method_expr(B *b, Expr *e, Selection *s);
int iface_method_index(Type *iface, Object *m);
Value *b_builtin(B *b, Expr *e);
bool b_intrinsic(B *b, Object *f, Expr *call, ValueList *out);
void b_go_defer(B *b, Stmt *s);
void b_build_deferring(Program *p, B *b, Type *sig);
Var *b_range_capture(B *b, Object *o);
Value *b_range_try(B *b);
void b_panic_value(B *b, Value *x);
Value *b_string_bytes(B *b, Value *s);
Value *b_closure_of(B *b, Sym *code, ValueList *caps);

/* build_iface.c */
Value *b_to_iface(B *b, Value *x, Type *from, Type *to, Expr *e);
Value *b_assert(B *b, Value *x, Type *from, Type *to, Value **ok);    /* ok NULL: panics */
Value *iface_typeword(B *b, Value *x, Type *t);          /* Type* or nil */
Value *iface_data(B *b, Value *x, Type *t);              /* the concrete value of type t held in x */
Value *direct_word(B *b, Value *x, Type *t);

/* build_wrap.c */
void forward_call(B *b, Call *c, SsaOp op, ValueList *args, int skip);  /* calls with the parameters from skip on added, returns the results */

/* build_init.c, build_static.c */
void b_package_init(Program *p);
bool static_init(B *b, Type *t, Expr *e, Data *d, int64_t off, bool once);   /* once: code that runs once, so that pointers to new data may be shared */
Data *data_for(Type *t);
void data_reloc(Data *d, int64_t off, Sym *s, int64_t addend, bool funcval);
void data_string_at(Program *p, Data *d, int64_t off, const char *s, size_t n);
Sym *static_const(Program *p, const Const *c, Type *t);  /* readonly memory that holds the constant */

#endif
