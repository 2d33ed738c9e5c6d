/* types.h - types, objects, constants, and the checker that decorates the syntax tree with them.
 *
 *   Type       one of TypeKind; unnamed types are NOT unique: compare with type_identical, never by ==
 *   Object     what a name denotes: package, constant, type, variable, function, builtin, nil, label
 *   Scope      names -> objects; universe > package > file > function > blocks
 *   Package    one checked package with its files, imports, objects, init order
 *   Const      an exact constant value (GMP integers and rationals, MPFR floats for huge ones)
 *   Selection  what x.f means: a path of embedded fields to a field or method
 *   FuncInfo   one function body: its variables, captures, deferred calls ... for the ssa stage
 *
 * After check_package, each Expr that is a value or type has mode, type (untyped operands have their final type), val.
 * Generic functions are checked once; the ssa stage builds instances with type_subst over the recorded types.
 * Includes: base, syntax, and in layout.c runtime/abi. */
#ifndef MINIGO_TYPES_H
#define MINIGO_TYPES_H

#include "syntax/syntax.h"

typedef struct Type Type;
typedef struct Object Object;
typedef struct Scope Scope;
typedef struct Package Package;
typedef struct Const Const;
typedef struct Selection Selection;
typedef struct FuncInfo FuncInfo;
typedef struct TypeList { Type **v; int n, cap; } TypeList;
typedef Vec(Object *) ObjectList;

typedef enum TypeKind {
	T_INVALID,                           /* silences follow-up errors; identical to nothing, assignable to all */
	T_BOOL, T_INT, T_INT8, T_INT16, T_INT32, T_INT64, T_UINT, T_UINT8, T_UINT16, T_UINT32, T_UINT64, T_UINTPTR,
	T_FLOAT32, T_FLOAT64, T_COMPLEX64, T_COMPLEX128, T_STRING, T_UNSAFEPTR,
	T_UNTYPED_BOOL, T_UNTYPED_INT, T_UNTYPED_RUNE, T_UNTYPED_FLOAT, T_UNTYPED_COMPLEX, T_UNTYPED_STRING, T_UNTYPED_NIL,
	T_ARRAY, T_SLICE, T_STRUCT, T_POINTER, T_SIGNATURE, T_INTERFACE, T_MAP, T_CHAN,
	T_NAMED, T_TUPLE, T_TYPEPARAM, T_UNION, T_ALIAS,
	N_TYPEKIND
} TypeKind;

typedef struct TypeTerm { bool tilde; Type *type; } TypeTerm;

typedef struct Method {                      /* of a named type or interface; in declaration order */
	Str *name; Package *pkg;             /* pkg: of the declaration, counts when the name is not exported */
	Object *func; Type *sig; Pos pos;
} Method;

struct Type {
	uint8_t kind;                        /* TypeKind */
	bool variadic;                       /* T_SIGNATURE */
	uint8_t dir;                         /* T_CHAN: ChanDir */
	bool comparable, implicit;           /* T_INTERFACE: embeds comparable; an implicit interface of a constraint */
	uint8_t complete;                    /* resolution state, private to types */
	bool has_tparam;                     /* is a type parameter; not set on what mentions one */
	bool abstract_local;                 /* private to types */
	Type *elem;                          /* array, slice, pointer, map, chan */
	Type *key;                           /* map */
	int64_t len;                         /* array; -1 unknown */
	ObjectList fields;                   /* struct: O_VARs */
	Str **tags;                          /* struct: parallel to fields, entries may be NULL; NULL when no tags */
	Object *recv;                        /* signature: receiver or NULL */
	Type *params, *results;              /* signature: T_TUPLE, never NULL */
	TypeList tparams;                    /* signature, named (generic origin), alias: T_TYPEPARAMs */
	TypeList recv_tparams;               /* signature of a method of a generic type */
	ObjectList vars;                     /* tuple: O_VARs */
	Vec(Method) methods;                 /* interface: explicit; named: declared */
	TypeList embeds;                     /* interface: embedded types; union: unused */
	Vec(Pos) embed_pos;
	struct TypeSet *tset;                /* interface: computed by type_set() */
	Vec(TypeTerm) terms;                 /* union */
	Object *obj;                         /* named, alias, typeparam: its O_TYPE */
	Type *under;                         /* named: underlying; alias: what it stands for (RHS) */
	Type *rhs;                           /* named: the type on the right of its declaration; private to types */
	Pos inst_pos;                        /* instance: where it was first written; private to types */
	struct Scope *scope;                 /* signature: of its parameters; private to types */
	Type *origin;                        /* named or alias instance: the generic type */
	TypeList targs;                      /* named or alias instance */
	TypeList outer_targs;                /* named, local to a generic function: its type arguments, once substituted */
	Type *constraint;                    /* typeparam: its bound */
	int index;                           /* typeparam: position in its list */
	int id;                              /* typeparam: unique number */
	/* caches of later stages */
	struct { int64_t size, align, ptrdata; bool done; } layout;
	const char *linkname;                /* canonical symbol text */
	void *llvm;                          /* of codegen */
	void *ssa;                           /* of ssa */
};

typedef struct TypeSet {                     /* what satisfies an interface */
	Vec(Method) methods;                 /* all, sorted by name then package path */
	Vec(TypeTerm) terms;                 /* when !all: the union of types */
	bool all, comparable;
} TypeSet;

typedef enum ObjectKind { O_PKGNAME, O_CONST, O_TYPE, O_VAR, O_FUNC, O_LABEL, O_BUILTIN, O_NIL } ObjectKind;

typedef enum BuiltinId {
	B_APPEND, B_CAP, B_CLEAR, B_CLOSE, B_COMPLEX, B_COPY, B_DELETE, B_IMAG, B_LEN, B_MAKE, B_MAX, B_MIN, B_NEW, B_PANIC,
	B_PRINT, B_PRINTLN, B_REAL, B_RECOVER,
	B_ADD, B_ALIGNOF, B_OFFSETOF, B_SIZEOF, B_SLICE, B_SLICEDATA, B_STRING, B_STRINGDATA,    /* package unsafe */
	N_BUILTIN
} BuiltinId;

struct Object {
	uint8_t kind;                        /* ObjectKind */
	uint8_t builtin;                     /* O_BUILTIN */
	uint8_t color;                       /* private to types: white, grey, black */
	bool used, embedded, is_field, is_param, is_result, is_recv, is_alias, is_method, ptr_recv;
	bool is_global;                      /* package-level */
	bool addrtaken, captured, reassigned;/* O_VAR: &x or x[:] or method with pointer receiver; used in a closure; assigned after its declaration */
	Pos pos;
	Str *name;
	Package *pkg;                        /* declaring package; NULL in the universe */
	Type *type;
	Const *val;                          /* O_CONST */
	Package *imported;                   /* O_PKGNAME */
	Scope *parent;                       /* scope that holds it */
	Decl *decl;                          /* package-level and local declarations */
	int index;                           /* O_VAR: parameter, field or result number; local types: scope number */
	FuncInfo *fn;                        /* O_FUNC: its body; O_VAR: the function it is local to */
	Object *origin;                      /* method or field of an instance: the generic one */
	Object *enclosing;                   /* O_TYPE local to a function: that O_FUNC */
	Pos scope_pos;                       /* visible from here (locals) */
	uint32_t pragma;
	Str *linkname;                       /* //go:linkname */
	Str *embed;                          /* //go:embed patterns */
	void *ssa;                           /* of ssa */
	void *priv;                          /* private to types */
};

struct Scope { Scope *parent; PtrMap names; Pos pos, end; bool is_func; ObjectList order; };
Object *scope_lookup(Scope *s, Str *name);                       /* this scope only */
Object *scope_lookup_parent(Scope *s, Str *name, Pos pos, Scope **where);

/* One variable initialization of a package, in dependency order. */
typedef struct InitOrder { ObjectList lhs; Expr *rhs; } InitOrder;

struct Package {
	Str *path, *name;
	const char *dir;
	Vec(File *) files;
	Scope *scope;
	Vec(Package *) imports;              /* direct, sorted by path */
	PtrMap import_map;                   /* import path as written -> Package */
	Vec(InitOrder) init_order;
	Vec(FuncInfo *) funcs;               /* every function declaration with or without body, in source order */
	Vec(FuncInfo *) inits;               /* func init, in order of files and lines */
	Vec(Object *) local_types;           /* every O_TYPE declared in a function */
	bool is_std, is_main, imports_unsafe, failed, checked, fake;
	const char *goversion;               /* language version of the module: "go1.26" */
	int order;                           /* initialization order over the program */
	void *driver, *ssa;                  /* of those stages */
};

/* One function: declaration or literal. */
struct FuncInfo {
	Object *obj;                         /* declaration's O_FUNC, NULL for literals */
	Decl *decl; Expr *lit;               /* exactly one is set */
	Package *pkg;
	Type *sig;
	Stmt *body;
	FuncInfo *outer;                     /* enclosing function of a literal; NULL at package level */
	int index;                           /* literal's number within its outermost function, from 1: main.f.func1, func1.2 */
	Vec(FuncInfo *) lits;                /* literals directly inside, in source order */
	ObjectList captures;                 /* literals: variables of enclosing functions, in order of first use */
	ObjectList locals;                   /* every variable declared inside, parameters and results too */
	bool has_defer, has_recover, has_goto_or_label, has_rangefunc;
	bool defer_in_loop;
	void *ssa;
};

typedef enum OperandMode {
	MODE_INVALID, MODE_NOVALUE, MODE_BUILTIN, MODE_TYPE, MODE_CONST, MODE_VAR, MODE_MAPINDEX, MODE_VALUE, MODE_NIL,
	MODE_COMMAOK, MODE_PKGNAME
} OperandMode;

typedef enum SelectionKind { SEL_FIELD, SEL_METHODVAL, SEL_METHODEXPR } SelectionKind;
struct Selection {
	SelectionKind kind;
	Type *recv;                          /* type of x in x.f */
	Object *obj;                         /* field or method (of an instance: instantiated signature in obj->type) */
	Vec(int) path;                       /* field indices; for methods the embedded fields before the method */
	bool indirect;                       /* a pointer was followed on the way */
	Type *type;                          /* field type; method signature; method expression: with receiver as first parameter */
};

/* universe.c */
extern Type *basic_type[T_UNTYPED_NIL + 1];  /* by TypeKind */
extern Type *type_byte, *type_rune;          /* the T_UINT8, T_INT32 that print as byte and rune */
extern Type *type_error, *type_any, *type_comparable_iface;   /* error, any, comparable */
extern Scope *universe;
extern Package *package_unsafe;
void types_init(void);                       /* call once */

/* check.c: the driver loads files and imports and hands packages over, imports first. */
typedef struct CheckConf {
	const char *goversion;               /* default language version */
	bool allow_bodyless;                 /* -complete=false, or a package with .s files */
	bool ignore_bodies;                  /* declarations only */
	const char *(*import_error)(Package *p, Decl *imp);   /* asked for an import that is not in p->imports */
} CheckConf;
const char *import_path_fault(Str *path);               /* NULL: well-formed */
Package *package_new(Str *path, const char *dir);
Package *package_import(Package *p, Str *path);          /* among p->imports; by written path via vendor/module maps: driver fills */
void package_add_import(Package *p, Str *written, Package *imported);
bool check_package(Package *p, const CheckConf *conf);   /* reports through error_at; false when it found errors */

/* type.c: constructors and predicates */
Type *type_new(TypeKind k);
Type *type_pointer(Type *elem); Type *type_slice(Type *elem); Type *type_array(Type *elem, int64_t len);
Type *type_map(Type *key, Type *elem); Type *type_chan(ChanDir dir, Type *elem);
Type *type_tuple(Object **vars, int n);
Type *type_signature(Object *recv, Type *params, Type *results, bool variadic);
Type *type_struct(Object **fields, int n, Str **tags);
Object *var_new(Pos pos, Package *pkg, Str *name, Type *t);
Type *unalias(Type *t);
Type *type_under(Type *t);                   /* underlying type; a type parameter's is its constraint interface */
Type *type_deref(Type *t, bool *was_pointer);/* *T -> T, others unchanged */
bool type_identical(Type *a, Type *b);
uint32_t type_hash(Type *t);                 /* equal for identical types */
bool type_is_interface(Type *t);             /* excludes type parameters */
bool type_is_typeparam(Type *t);
bool type_is_boolean(Type *t), type_is_integer(Type *t), type_is_unsigned(Type *t), type_is_float(Type *t), type_is_complex(Type *t),
     type_is_numeric(Type *t), type_is_string(Type *t), type_is_untyped(Type *t), type_is_const_type(Type *t);
bool type_comparable(Type *t);               /* == is defined (interfaces: yes) */
bool type_strictly_comparable(Type *t);
Type *type_default(Type *t);                 /* of untyped constants */
Type *type_core(Type *t);                    /* core type or NULL */
bool type_has_pointers(Type *t);

/* lookup.c: fields and methods through embedding; method sets */
Selection *lookup_field_or_method(Type *t, bool addressable, Package *pkg, Str *name);   /* NULL: none, ambiguous, or needs a pointer */
Object *missing_method(Type *v, Type *iface, bool *wrong_type);
TypeSet *type_set(Type *iface);              /* completes an interface */
typedef struct MethodSetEntry { Str *name; Package *pkg; Selection *sel; } MethodSetEntry;
typedef Vec(MethodSetEntry) MethodSet;
MethodSet *method_set(Type *t);              /* all methods callable on a value of type t held in an interface; sorted as abi Method */

/* subst.c, infer.c: generics */
typedef struct Subst { TypeList tparams, targs; } Subst;
Type *type_subst(Type *t, const Subst *s);   /* t itself when nothing changes */
Type *type_instantiate(Type *generic, Type **targs, int n);      /* canonical: identical arguments give the identical pointer */
Object *method_of_instance(Type *named, int i);                  /* i-th declared method with substituted signature; ->origin the generic */

/* layout.c: sizes on linux/amd64 and linux/arm64 (they agree) */
#define SIZE_TOO_LARGE ((int64_t)1 << 61)     /* sizes and offsets that overflow stay there */
int64_t type_size(Type *t), type_align(Type *t);
int64_t field_offset(Type *struct_t, int i);
int64_t type_ptrdata(Type *t);
void type_ptrmask(Type *t, int64_t off, uint8_t *bits);          /* sets bit per pointer word, from byte offset off */
bool type_is_direct_iface(Type *t);          /* pointer-shaped */

/* typestring.c: as errors print it (package-qualified as gc does), as %T and reflect print it, as symbols spell it. */
const char *type_string(Type *t, Package *rel);          /* ring of buffers */
void sb_type(StrBuf *b, Type *t, Package *rel);
const char *type_reflect_string(Type *t);                /* main.T, map[string]int */
const char *type_linkname(Type *t);                      /* unique over the program: full paths, scope numbers, tags; cached */
const char *func_linkname(Object *f);                    /* main.f, strings.(*Builder).WriteByte, main.T.m; without type arguments */
const char *object_string(Object *o, Package *rel);
Type *type_by_linkname(const char *name, Package *(*find)(const char *path, void *ctx), void *ctx);  /* reads type_linkname back; NULL unknown */

/* constant.c: exact values. Immutable, in the permanent arena. */
typedef enum ConstKind { C_UNKNOWN, C_BOOL, C_STRING, C_INT, C_FLOAT, C_COMPLEX } ConstKind;
ConstKind const_kind(const Const *c);
Const *const_bool(bool b); Const *const_string(const char *s, size_t n); Const *const_int(int64_t i);
Const *const_float(double d);
Const *const_from_literal(LitKind k, Str *lit);          /* C_UNKNOWN when malformed */
bool const_bool_val(const Const *c);
const char *const_string_val(const Const *c, size_t *n);
bool const_int64_val(const Const *c, int64_t *v);        /* false: does not fit or no integer */
bool const_uint64_val(const Const *c, uint64_t *v);
double const_float64_val(const Const *c);                /* nearest; real part */
float const_float32_val(const Const *c);
Const *const_real(const Const *c); Const *const_imag(const Const *c);
Const *const_to_int(const Const *c); Const *const_to_float(const Const *c); Const *const_to_complex(const Const *c);  /* C_UNKNOWN when not representable */
Const *const_unary(Op op, const Const *c, Type *t);
Const *const_binary(Op op, const Const *a, const Const *b, bool int_div);
bool const_compare(Op op, const Const *a, const Const *b);
Const *const_shift(Op op, const Const *a, unsigned n);
int const_sign(const Const *c);
bool const_representable(const Const *c, Type *basic, Const **rounded);
const char *const_text(const Const *c);                  /* as error messages print it */
const char *const_exact_text(const Const *c);
#endif
