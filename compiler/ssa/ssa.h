/* ssa.h - the intermediate representation between the checked tree and LLVM.
 *
 *   Program   one package being compiled, with the symbols it refers to
 *   Func      blocks; the first is the entry. All ids are dense
 *   Block     values in order, ended by one control: plain, if, switch, ret, exit
 *   Value     op, one Go type, args, aux; defined once
 *   Sym       a linker symbol: function, global, string data ...
 *   Call      what a call op needs beside its arguments
 *
 * Order: build*.c (tree -> SSA with variables already in SSA form, Braun et al. 2013), then the passes of pass.def, then
 * codegen. Text form: ssa/README.md; print.c writes it, parse.c reads it back; verify.c checks it after each pass. */
#ifndef MINIGO_SSA_H
#define MINIGO_SSA_H

#include "types/types.h"

typedef struct Value Value;
typedef struct Block Block;
typedef struct Func Func;
typedef struct Sym Sym;
typedef struct Call Call;
typedef struct Program Program;

typedef enum SsaOp {
	OpInvalid,
#define OP(name, nargs, aux, flags) Op##name,
#include "ssa/op.def"
#undef OP
	N_SSAOP
} SsaOp;
typedef struct OpInfo { const char *name; int8_t nargs; char aux; const char *flags; bool pure, reads, effect, panics, commutes; } OpInfo;
extern OpInfo op_info[N_SSAOP];              /* filled by ssa_init */

typedef enum RtCall {
#define RT(name, ret, params, flags) RT_##name,
#include "runtime/abi/rtcall.def"
#undef RT
	N_RTCALL
} RtCall;
typedef struct RtInfo { const char *name, *ret, *params; char flags; } RtInfo;
extern const RtInfo rt_info[N_RTCALL];

#define A_NONE 0
#define A_ALLOC 1
#define A_NORETURN 2

typedef struct StrLit { const char *s; size_t n; } StrLit;

struct Value {
	int id;
	uint16_t op;                         /* SsaOp */
	bool stack;                          /* New, NewClosure, MakeSlice: lives on the frame (set by escape) */
	bool bounded;                        /* this access was proven in range / non-nil */
	bool unsafe_origin;                  /* comes from a package importing unsafe: no TBAA */
	bool dead;
	Type *type;                          /* NULL for ops without a result; tuple type for calls with several results */
	Block *block;
	Value **args; int nargs, cap;
	union { int64_t auxint; double auxf; };
	union { void *aux; Sym *sym; Type *auxtype; Object *obj; Call *call; StrLit *str; };
	union { Type *aux2; Object *var; Expr *expr; };      /* ItabAddr: the interface; New: the variable (NEW_VAR), the boxed expression (NEW_BOX) */
	Pos pos;
	struct InlSite *inl;                 /* the inlined call this came from, or NULL */
	int uses;                            /* maintained by count_uses() */
	void *llvm;                          /* of codegen; private to passes before */
};

typedef struct InlSite { struct InlSite *outer; Func *callee; Str *callee_name; Pos pos; Pos callee_pos; } InlSite;

/* What a New is for: auxint. Messages and size limits differ. */
enum {
	NEW_PTR,                             /* new(T), &T{}, the array of a slice literal */
	NEW_VAR,                             /* a variable that is addressed or captured; Value.var names it */
	NEW_ARGS,                            /* the array behind variadic arguments */
	NEW_BOX                              /* the data word of an interface: written once, before anybody sees it */
};

typedef enum BlockKind {
	BLOCK_PLAIN,                         /* succs[0] */
	BLOCK_IF,                            /* control; succs[0] when true */
	BLOCK_SWITCH,                        /* control integer; cases[i] -> succs[i+1]; succs[0] default */
	BLOCK_RET,                           /* rets: the results, SSA-able ones as values; functions returning through memory have stored them and have none */
	BLOCK_EXIT                           /* ends in a noreturn call */
} BlockKind;

struct Block {
	int id;
	uint8_t kind;                        /* BlockKind */
	int8_t likely;                       /* BLOCK_IF: 1 succs[0] likely, -1 unlikely */
	bool sealed, visited, dead;
	Func *func;
	Vec(Value *) values;                 /* phis first */
	Value *control;
	Vec(Value *) rets;
	Vec(int64_t) cases;
	Vec(Block *) succs;
	Vec(Block *) preds;                  /* phi args are parallel to preds */
	Pos pos;                             /* of the control */
	Block *idom; int domdepth, rpo;      /* valid after dominators(); rpo -1: not reachable */
	int dompre, domend;                  /* interval in the dominator tree */
	struct Loop *loop;                   /* valid after loops() */
	void *priv;
};
typedef Vec(Block *) BlockList;
typedef Vec(Value *) ValueVec;
typedef struct Loop { Block *header; struct Loop *outer; int depth; Vec(Block *) blocks; } Loop;

typedef enum SymKind { SYM_FUNC, SYM_GLOBAL, SYM_DATA, SYM_TYPE } SymKind;
struct Sym {
	const char *name;                    /* linker name */
	SymKind kind;
	Type *type;                          /* function: T_SIGNATURE (receiver as first parameter); global: its type */
	bool external;                       /* defined in another object */
	bool linkonce;                       /* merge duplicates (instances, wrappers) */
	bool readonly, noptr;
	bool closure;                        /* function takes the closure pointer */
	bool needs_ctx;                      /* reserved */
	Func *func;                          /* body, when built */
	FuncInfo *info;                      /* where to build it from */
	Subst *subst;                        /* instance */
	Object *obj;
	struct Data *data;                   /* SYM_GLOBAL, SYM_DATA: static initializer or NULL (zero) */
	struct Summary *summary;             /* escape, side effects; see escape.c */
	void *llvm;
};

/* Static data: bytes plus relocations. */
typedef struct Reloc { int64_t off; Sym *sym; Type *type; Type *itab_iface; bool funcval; int64_t addend; } Reloc; /* target: sym, or type descriptor, or itab(type, iface); funcval: static closure of sym */
typedef struct Data { int64_t size, align; uint8_t *bytes; Vec(Reloc) relocs; bool readonly; } Data;

struct Call {
	Type *sig;                           /* signature without receiver in recv: receiver is params[0] for static method calls */
	Sym *callee;                         /* StaticCall; ClosureCall: the code, when devirtualize knows it */
	Type *iface; int method;             /* InterCall: interface type and index in its sorted method list */
	bool noreturn, noinline;
	Type *results;                       /* T_TUPLE */
	Value *result_addr;                  /* results through memory: address of the result area, else NULL */
};

struct Func {
	Program *prog;
	Sym *sym;
	const char *name;                    /* as tracebacks print it */
	FuncInfo *info;                      /* NULL for wrappers */
	Package *pkg;
	Type *sig;                           /* receiver (if any) as first parameter; literal: as written */
	Subst *subst;
	Arena *arena;
	Vec(Block *) blocks;
	Block *entry;
	int nvalues, nblocks;
	bool wrapper;                        /* generated: not shown in tracebacks */
	bool noinline, nosplit, uses_recover, has_trycall;
	bool many_calls;                     /* so many that only the smallest are inlined */
	bool mem_result;                     /* results go through ResultAddr */
	bool closure;                        /* has the closure parameter */
	Func *outer_try;                     /* a defer body: the function it was outlined from */
	Pos pos, endpos;
	unsigned kinds;                      /* PRAGMA_KIND...: called only when a type of these is made into an interface; 0: always */
	int inl_cost;                        /* -1 cannot inline; after inline analysis */
	int phase;                           /* index into pass table; 0: as built */
	int cg_index, cg_low; bool cg_stack, cg_self; /* of callgraph.c; self: calls itself */
	bool dom_valid, rpo_valid, loops_valid;
	Block **rpo; int nrpo;               /* reachable blocks in reverse postorder; valid after compute_rpo() */
	struct SsaHtml *html;
};

typedef struct SsaConf {
	int opt;                             /* 0, 1, 2 */
	bool no_inline, no_opt;              /* -l, -N */
	bool no_bounds;                      /* -B */
	bool write_barrier;                  /* not with -d=wb=0 */
	bool check;                          /* verify after every pass */
	bool dump_m;                         /* -m */
	const char *dump;                    /* -d=ssa or -d=ssa=func or -d=ssa/pass=func */
	const char *html_func;               /* GOSSAFUNC */
	bool arm64;
} SsaConf;
extern SsaConf ssa_conf;

struct Program {
	Package *pkg;                        /* NULL: the link unit (descriptors, wrappers) */
	PtrMap syms;                         /* Str* name -> Sym* */
	Vec(Func *) funcs;                   /* to be emitted, in deterministic order */
	Vec(Sym *) globals;                  /* defined here */
	Vec(Sym *) pending;                  /* instances, closures, wrappers still to build */
	Vec(Type *) decl_types;              /* named types and symbols declared by a text file, in its order */
	Vec(Sym *) decl_syms;
	PtrMap types_used;                   /* descriptors referred to: Str* linkname -> Type* */
};

/* ssa.c: construction helpers */
void ssa_init(void);
Program *program_new(Package *pkg);
Sym *sym_lookup(Program *p, const char *name);           /* NULL when unknown */
Sym *sym_get(Program *p, const char *name, SymKind k);   /* finds or makes an external one */
Func *func_new(Program *p, Sym *s, Type *sig);
Block *block_new(Func *f, BlockKind k);
void block_edge(Block *from, Block *to);                 /* appends to succs and preds */
Value *value_new(Block *b, SsaOp op, Type *t, Pos pos);  /* appended to b */
Value *value_new1(Block *b, SsaOp op, Type *t, Pos pos, Value *a);
Value *value_new2(Block *b, SsaOp op, Type *t, Pos pos, Value *a, Value *c);
Value *value_const(Block *b, Type *t, int64_t i);        /* ConstN/ConstBool of an integer, bool or pointer type */
Value *value_make(Func *f, SsaOp op, Type *t, Pos pos);  /* in no block yet */
int64_t const_norm(int64_t i, int64_t size);             /* sign-extends: constants are kept so, whatever their signedness */
SsaOp const_op(Type *t);                                 /* the constant op of an integer or bool type, else ConstNil */
void value_addarg(Value *v, Value *a);
void value_insert_before(Value *at, Value *v);
bool type_ssaable(Type *t);                              /* at most 4 scalars; see abi.h */
int type_scalars(Type *t, Type **out, int max);          /* flattened scalar types, -1 if more than max or not SSA-able */
bool sig_mem_result(Type *sig);                          /* results go through memory (abi.h) */
Type *sig_result_struct(Type *sig);                      /* the result area as a struct type */
const char *tuple_name(int i);

/* build.c ...: the whole package; fills p->funcs and p->globals. Bodies of other packages are built on demand for inlining. */
Program *build_package(Package *pkg);
Func *build_body(Program *p, Sym *s);                    /* builds s->func from s->info; NULL when there is no body here */
void build_pending(Program *p);                          /* until p->pending is empty */
Sym *build_method_wrapper(Program *p, Type *recv, Selection *sel, bool iface_recv);  /* method table entry code */
Sym *build_equal_func(Program *p, Type *t);              /* type..eq.T: bool (p, q); runtime's own for basic kinds; NULL if not comparable */
Sym *build_hash_func(Program *p, Type *t);               /* type..hash.T */
Sym *sym_for_func(Program *p, Object *f, TypeList *targs);
Sym *sym_for_global(Program *p, Object *v);
Sym *build_main_init(Program *p, Package **order, int n);/* runtime.doInit: calls every package's init in order; defined in the link unit */

extern Arena *scratch;                                   /* of the pass that runs: dropped after it */
/* pass.def, pass.c: PASS(function, name, stage, when, keeps) in order */
#define PASS(fn, name, stage, when, keeps) void fn(Func *f);
#include "ssa/pass.def"
#undef PASS
void run_passes(Func *f);                                /* the per-function pipeline */
void run_program_passes(Program *p);                     /* inline (bottom-up), escape (bottom-up over SCCs), then per function */
void prepare_body(Func *f);                              /* EARLY passes, once */
bool run_named_pass(Func *f, const char *name, size_t len);
bool func_is_named(Func *f, const char *want);           /* main.f is also matched by f */
/* callgraph.c, inline.c, escape.c */
void callgraph_walk(Program *p, void (*group)(Program *p, Func **fs, int n));
Func *callee_body(Program *p, Sym *s);                   /* the body behind a symbol, early passes done; NULL when not to be had */
void inline_cost(Func *f);                               /* sets inl_cost */
typedef struct Flow { int8_t heap, *result; } Flow;      /* fewest dereferences on the way there, -1: does not get there; result NULL: none */
typedef struct Summary { Flow *param; int nparams, nresults; Flow closure; } Summary;   /* with mem_result all results are result[0] */
void escape_group(Func **fs, int n);
/* message.c: -m */
void message(Pos pos, const char *fmt, ...) PRINTF(2, 3);
void messages_flush(void);
Pos outermost_pos(Pos pos, InlSite *inl);
bool in_loop(Block *b, Loop *l);             /* is l around b? */
void dominators(Func *f); void loops(Func *f); void count_uses(Func *f); void compute_rpo(Func *f);

/* cfg.c: facts about the graph */
void func_changed(Func *f);                              /* after changing edges */
bool dominates(Block *a, Block *b);                      /* reflexive; after dominators() */
BlockList *dominance_frontier(Func *f);                  /* by block id */
int edge_pred_index(Block *b, int i);                    /* which pred of succs[i] this edge is */
void block_remove_pred(Block *b, int i);                 /* phi arguments too */
void block_remove_succ(Block *b, int i);

/* deadcode.c, opt.c, opt_fold.c: what passes share. A pass changes values in place; copies are resolved by copyelim */
void value_reset(Value *v, SsaOp op);                    /* another op: no arguments, no aux; keeps type and place */
void value_to_copy(Value *v, Value *of);
void value_to_const(Value *v, int64_t i);                /* of v's own integer, bool or nil-able type */
Value *skip_copies(Value *v);
void copyelim(Func *f);                                  /* no Copy and no phi of one value remains */
bool removable(Value *v);                                /* goes when unused */
bool is_int_const(Value *v);
int op_width(SsaOp op);                                  /* bytes of an integer op in a family of four; 0 for others */
SsaOp op_base(SsaOp op);                                 /* the 8-bit member of its family */
bool fold_const(Value *v);

/* print.c, parse.c, verify.c, html.c */
void ssa_print(StrBuf *b, Func *f);
void ssa_print_value(StrBuf *b, Value *v);               /* without newline */
void ssa_print_block_end(StrBuf *b, Block *bl);
void ssa_print_type(StrBuf *b, Type *t);                 /* as the text form spells it */
void ssa_print_program(StrBuf *b, Program *p);           /* what ssa_parse read: types, globals, functions */
extern const char *const bounds_name[9];                 /* by BOUNDS_ code */
Func *ssa_parse(Program *p, const char *text, const char *file);         /* all of the file into p; the first function; error_at and NULL when malformed */
int tool_ssaparse(int argc, char **argv);                /* minigo tool ssaparse [-pass=NAME,...] FILE */
bool ssa_verify(Func *f, const char *after);             /* fatal with the pass's name when wrong */
void html_begin(Func *f); void html_phase(Func *f, const char *name, const char *text); void html_write(Func *f, const char *path);
void html_finish(Program *p, const char *ll, const char *asm_text, const char *path);   /* adds LLVM IR and assembly, writes */

/* summary.c: what the link step needs to know of each function, written beside the object; see driver/reach.c.
 * Text, one record a line:  F symbol | C callee symbol | T type linkname (made into an interface or described) |
 * I iface-method name signature-linkname (called) | R reflection (keeps exported methods) | G global symbol used */
void summary_write(Program *p, StrBuf *out);
bool rt_wants_layout(int r);                  /* its Type* arguments only serve to find pointers */
#endif
