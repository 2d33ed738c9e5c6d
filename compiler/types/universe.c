/* universe.c - the predeclared world: basic types, error, any, comparable, constants, nil, builtins, package unsafe.
 *
 * byte and rune are Types of their own that only print differently; type_identical compares basic types by kind.
 * any is an alias (T_ALIAS) of the empty interface; error and comparable are named types without a package.
 * Str.universe gives a name's predeclared object, so the universe needs no hashing. */
#include "types/checker.h"

Type *basic_type[T_UNTYPED_NIL + 1];
Type *type_byte, *type_rune, *type_error, *type_any, *type_comparable_iface;
Scope *universe;
Package *package_unsafe;
Object *universe_iota;

static const struct { const char *name; TypeKind kind; } predeclared_types[] = {
	{ "bool", T_BOOL }, { "int", T_INT }, { "int8", T_INT8 }, { "int16", T_INT16 }, { "int32", T_INT32 },
	{ "int64", T_INT64 }, { "uint", T_UINT }, { "uint8", T_UINT8 }, { "uint16", T_UINT16 }, { "uint32", T_UINT32 },
	{ "uint64", T_UINT64 }, { "uintptr", T_UINTPTR }, { "float32", T_FLOAT32 }, { "float64", T_FLOAT64 },
	{ "complex64", T_COMPLEX64 }, { "complex128", T_COMPLEX128 }, { "string", T_STRING },
};

static const struct { const char *name; BuiltinId id; } predeclared_funcs[] = {
	{ "append", B_APPEND }, { "cap", B_CAP }, { "clear", B_CLEAR }, { "close", B_CLOSE }, { "complex", B_COMPLEX },
	{ "copy", B_COPY }, { "delete", B_DELETE }, { "imag", B_IMAG }, { "len", B_LEN }, { "make", B_MAKE },
	{ "max", B_MAX }, { "min", B_MIN }, { "new", B_NEW }, { "panic", B_PANIC }, { "print", B_PRINT },
	{ "println", B_PRINTLN }, { "real", B_REAL }, { "recover", B_RECOVER },
};

static const struct { const char *name; BuiltinId id; } unsafe_funcs[] = {
	{ "Add", B_ADD }, { "Alignof", B_ALIGNOF }, { "Offsetof", B_OFFSETOF }, { "Sizeof", B_SIZEOF }, { "Slice", B_SLICE },
	{ "SliceData", B_SLICEDATA }, { "String", B_STRING }, { "StringData", B_STRINGDATA },
};

static Object *
define(Scope *s, Package *pkg, ObjectKind k, const char *name, Type *t)
{
	Object *o = object_new(k, NOPOS, pkg, str_lit(name), t);
	scope_insert(s, o);
	o->is_global = true;
	if (s == universe)
		o->name->universe = o;
	return o;
}

static Object *
define_type(const char *name, Type *t)
{
	Object *o = define(universe, NULL, O_TYPE, name, t);
	if (!t->obj)
		t->obj = o;
	return o;
}

static void
define_basic_types(void)
{
	for (int k = 0; k <= T_UNTYPED_NIL; k++) {
		basic_type[k] = type_new(k);
		basic_type[k]->complete = 1;
	}
	for (size_t i = 0; i < NELEM(predeclared_types); i++)
		define_type(predeclared_types[i].name, basic_type[predeclared_types[i].kind]);
	type_byte = type_new(T_UINT8);
	type_rune = type_new(T_INT32);
	define_type("byte", type_byte)->is_alias = true;
	define_type("rune", type_rune)->is_alias = true;
}

static Type *
named_iface(const char *name, Type *iface)
{
	Type *t = type_new(T_NAMED);
	t->rhs = t->under = iface;
	iface->complete = t->complete = 1;
	define_type(name, t);
	return t;
}

static void
define_error(void)
{
	Type *iface = type_new(T_INTERFACE), *t = named_iface("error", iface);
	Object *res = var_new(NOPOS, NULL, str_lit(""), basic_type[T_STRING]);
	res->is_result = true;
	Object *recv = var_new(NOPOS, NULL, str_lit(""), t);
	Type *sig = type_signature(recv, type_tuple(NULL, 0), type_tuple(&res, 1), false);
	Object *f = object_new(O_FUNC, NOPOS, NULL, str_lit("Error"), sig);
	f->is_method = true;
	vec_push(permanent, &iface->methods, ((Method){ f->name, NULL, f, sig, NOPOS }));
	type_error = t;
}

static void
define_interfaces(void)
{
	Type *empty = type_new(T_INTERFACE);
	empty->complete = 1;
	type_any = type_new(T_ALIAS);
	type_any->under = empty;
	define_type("any", type_any)->is_alias = true;
	define_error();
	Type *cmp = type_new(T_INTERFACE);
	cmp->comparable = true;
	type_comparable_iface = named_iface("comparable", cmp);
}

static void
define_constants(void)
{
	define(universe, NULL, O_CONST, "true", basic_type[T_UNTYPED_BOOL])->val = const_bool(true);
	define(universe, NULL, O_CONST, "false", basic_type[T_UNTYPED_BOOL])->val = const_bool(false);
	universe_iota = define(universe, NULL, O_CONST, "iota", basic_type[T_UNTYPED_INT]);
	universe_iota->val = const_int(0);
	define(universe, NULL, O_NIL, "nil", basic_type[T_UNTYPED_NIL]);
}

static void
define_unsafe(void)
{
	package_unsafe = package_new(str_lit("unsafe"), "");
	package_unsafe->name = str_lit("unsafe");
	package_unsafe->is_std = package_unsafe->checked = true;
	Type *t = basic_type[T_UNSAFEPTR];
	t->obj = define(package_unsafe->scope, package_unsafe, O_TYPE, "Pointer", t);
	for (size_t i = 0; i < NELEM(unsafe_funcs); i++)
		define(package_unsafe->scope, package_unsafe, O_BUILTIN, unsafe_funcs[i].name, INVALID)->builtin = unsafe_funcs[i].id;
}

void
types_init(void)
{
	if (universe)
		return;
	constants_init();
	universe = scope_new(NULL, NOPOS, NOPOS);
	define_basic_types();
	define_interfaces();
	define_constants();
	for (size_t i = 0; i < NELEM(predeclared_funcs); i++)
		define(universe, NULL, O_BUILTIN, predeclared_funcs[i].name, INVALID)->builtin = predeclared_funcs[i].id;
	define_unsafe();
}

Package *
package_new(Str *path, const char *dir)
{
	Package *p = NEW(permanent, Package);
	p->path = path;
	p->dir = dir;
	p->scope = scope_new(universe, NOPOS, NOPOS);
	return p;
}
