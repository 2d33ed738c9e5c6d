/* builtins.c - calls of predeclared functions and of those in package unsafe.
 *
 * Each function gets the call with its arguments evaluated (make, new and Offsetof evaluate their own) and the first one
 * in x; it leaves the result in x and says false after an error. */
#include "types/checker.h"

typedef struct Call {
	Checker *ck;
	Expr *e;                             /* the call */
	BuiltinId id;
	const char *name;
	OperandList args;
} Call;

typedef bool (*BuiltinFn)(Call *c, Operand *x);

static Type *
byte_slice(void)
{
	static Type *t;
	return t ? t : (t = type_slice(type_byte));
}

static bool
yields(Operand *x, Type *t)
{
	x->mode = MODE_VALUE;
	x->type = t;
	x->val = NULL;
	return true;
}

static bool
yields_nothing(Operand *x)
{
	x->mode = MODE_NOVALUE;
	x->val = NULL;
	return true;
}

static bool
assign_to(Checker *ck, Operand *x, Type *t, const char *context)
{
	assignment(ck, x, t, context);
	return x->mode != MODE_INVALID;
}

/* Every type in the set of t passes f, and the set names types. */
static bool
all_under(Type *t, bool (*f)(Type *u, void *ctx), void *ctx)
{
	bool specific;
	TypeList l = type_terms(t, &specific);
	for (int i = 0; i < l.n; i++)
		if (!f(type_under(l.v[i]), ctx))
			return false;
	return specific;
}

/* ---- append, copy */

/* The common element type of slices; NULL with a cause. */
static Type *
slice_elem(Checker *ck, Operand *x, const char **cause)
{
	bool specific;
	TypeList l = type_terms(x->type, &specific);
	Type *elem = NULL;
	for (int i = 0; i < l.n || !specific; i++) {
		Type *u = specific ? type_under(l.v[i]) : INVALID;
		if (u->kind != T_SLICE) {
			*cause = operand_is_nil(x) ? "argument must be a slice; have untyped nil" : fmt_text("argument must be a slice; have %s", OS(x));
			return NULL;
		}
		if (elem && !type_identical(elem, u->elem)) {
			*cause = fmt_text("mismatched slice element types %s and %s in %s", TS(elem), TS(u->elem), OS(x));
			return NULL;
		}
		elem = u->elem;
	}
	return elem;
}

/* Are all types of y strings or byte slices? *has_string: one is a string. */
static bool
bytes_or_strings(Operand *y, bool *has_string)
{
	bool specific;
	TypeList l = type_terms(y->type, &specific);
	*has_string = false;
	for (int i = 0; i < l.n; i++) {
		Type *u = type_under(l.v[i]);
		if (type_is_string(u))
			*has_string = true;
		else if (u->kind != T_SLICE || !type_identical(u->elem, type_byte))
			return false;
	}
	return specific;
}

static bool
append_string(Call *c, Operand *x)
{
	bool has_string;
	if (c->args.n != 2 || !c->e->dots || !assignable_to(c->ck, x, byte_slice(), NULL))
		return false;
	if (!bytes_or_strings(&c->args.v[1], &has_string) || !has_string)
		return false;
	if (type_is_untyped(c->args.v[1].type))
		convert_untyped(c->ck, &c->args.v[1], basic_type[T_STRING]);
	return true;
}

static bool
builtin_append(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	const char *cause = "";
	Type *elem = slice_elem(ck, x, &cause), *s = x->type;
	if (!elem) {
		err_op(ck, x, "invalid append: %s", cause);
		return false;
	}
	if (!append_string(c, x)) {
		Object *p[2] = { var_new(NOPOS, NULL, str_lit(""), s), var_new(NOPOS, NULL, str_lit(""), type_slice(elem)) };
		Type *sig = type_signature(NULL, type_tuple(p, 2), type_tuple(&p[0], 1), true);
		call_arguments(ck, c->e, sig, NULL, NULL, &c->args, NULL);
	}
	return yields(x, s);
}

static bool
builtin_copy(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	Operand *y = &c->args.v[1];
	bool has_string;
	const char *cause = "";
	if (assignable_to(ck, x, byte_slice(), NULL) && !operand_is_nil(x) && bytes_or_strings(y, &has_string)) {
		if (type_is_untyped(y->type))
			convert_untyped(ck, y, basic_type[T_STRING]);
		return yields(x, basic_type[T_INT]);
	}
	Type *d = slice_elem(ck, x, &cause), *s;
	if (!d) {
		err_op(ck, x, "invalid copy: %s", cause);
		return false;
	}
	s = slice_elem(ck, y, &cause);
	if (!s && !all_string(y->type)) {
		err_op(ck, y, "invalid copy: %s", cause);
		return false;
	}
	if (!s)
		s = type_byte;
	if (!type_identical(d, s)) {
		err_op(ck, x, "invalid copy: arguments %s and %s have different element types %s and %s", OS(x), OS(y), TS(d), TS(s));
		return false;
	}
	return yields(x, basic_type[T_INT]);
}

/* ---- len, cap */

static Type *
array_ptr_deref(Type *t)
{
	Type *u = unalias(t);
	if (u->kind == T_POINTER && type_under(u->elem)->kind == T_ARRAY)
		return type_under(u->elem);
	return t;
}

static bool
has_len(Type *u, void *is_len)
{
	u = array_ptr_deref(u);
	switch (u->kind) {
	case T_ARRAY: case T_SLICE: case T_CHAN:
		return true;
	case T_MAP:
		return is_len != NULL;
	}
	return is_len && type_is_string(u);
}

static bool
builtin_len(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	void *is_len = c->id == B_LEN ? c : NULL;
	Type *u = array_ptr_deref(type_under(x->type));
	bool ok = type_is_typeparam(x->type) ? all_under(x->type, has_len, is_len) : has_len(u, is_len);
	if (!ok) {
		if (valid(type_under(x->type)))
			err_op(ck, x, "invalid argument: %s for built-in %s", OS(x), c->name);
		return false;
	}
	Const *v = NULL;
	size_t n;
	if (type_is_string(u) && x->mode == MODE_CONST) {
		const_string_val(x->val, &n);
		v = const_int((int64_t)n);
	} else if (u->kind == T_ARRAY && !ck->env.has_call_or_recv && !type_is_typeparam(x->type)) {
		v = u->len >= 0 ? const_int(u->len) : &const_unknown;
	}
	if (type_is_untyped(x->type) && !v)
		convert_untyped(ck, x, basic_type[T_STRING]);
	yields(x, basic_type[T_INT]);
	if (v) {
		x->mode = MODE_CONST;
		x->val = v;
	}
	return true;
}

/* ---- clear, close, delete */

static bool is_map_or_slice(Type *u, void *ctx) { (void)ctx; return u->kind == T_MAP || u->kind == T_SLICE; }

static bool
builtin_clear(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	verify_version(ck, expr_start(c->e->x), 21, "clear");
	if (!all_under(x->type, is_map_or_slice, NULL)) {
		err_op(ck, x, "invalid argument: cannot clear %s: argument must be (or constrained by) map or slice", OS(x));
		return false;
	}
	return yields_nothing(x);
}

static bool
can_close(Type *u, void *ctx)
{
	const char **why = ctx;
	*why = u->kind != T_CHAN ? "non-channel" : u->dir == CHAN_RECV ? "receive-only channel" : NULL;
	return !*why;
}

static bool
builtin_close(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	const char *why = "non-channel";
	if (!all_under(x->type, can_close, &why)) {
		err_op(ck, x, "invalid operation: cannot close %s %s", why, OS(x));
		return false;
	}
	return yields_nothing(x);
}

static bool
builtin_delete(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	bool specific;
	TypeList l = type_terms(x->type, &specific);
	Type *key = NULL;
	for (int i = 0; i < l.n || !specific; i++) {
		Type *u = specific ? type_under(l.v[i]) : INVALID;
		if (u->kind != T_MAP) {
			err_op(ck, x, "invalid argument: %s is not a map", OS(x));
			return false;
		}
		if (key && !type_identical(u->key, key)) {
			err_op(ck, x, "invalid argument: maps of %s must have identical key types", OS(x));
			return false;
		}
		key = u->key;
	}
	*x = c->args.v[1];
	return key && assign_to(ck, x, key, "argument to delete") && yields_nothing(x);
}

/* ---- complex, real, imag */

/* The type that f makes of x's type; of a type parameter's types, a type parameter of those (not in the language yet). */
static Type *
apply(Call *c, Operand *x, Type *(*f)(Type *))
{
	Checker *ck = c->ck;
	if (!type_is_typeparam(x->type))
		return f(x->type);
	bool specific;
	TypeList l = type_terms(x->type, &specific);
	for (int i = 0; i < l.n; i++)
		if (!f(l.v[i]))
			return NULL;
	if (!specific)
		return NULL;
	err_op(ck, x, "%s not supported as argument to built-in %s for go1.18 (see go.dev/issue/50937)", OS(x), c->name);
	return INVALID;
}

static Type *
complex_of(Type *t)
{
	switch (type_under(t)->kind) {
	case T_FLOAT32: return basic_type[T_COMPLEX64];
	case T_FLOAT64: return basic_type[T_COMPLEX128];
	case T_UNTYPED_FLOAT: return basic_type[T_UNTYPED_COMPLEX];
	}
	return NULL;
}

static Type *
part_of(Type *t)
{
	switch (type_under(t)->kind) {
	case T_COMPLEX64: return basic_type[T_FLOAT32];
	case T_COMPLEX128: return basic_type[T_FLOAT64];
	case T_UNTYPED_COMPLEX: return basic_type[T_UNTYPED_FLOAT];
	}
	return NULL;
}

static void
untyped_to_float(Operand *x)
{
	if (type_is_numeric(x->type) && const_sign(const_imag(x->val)) == 0)
		x->type = basic_type[T_UNTYPED_FLOAT];
}

static bool
match_parts(Checker *ck, Operand *x, Operand *y)
{
	bool ux = type_is_untyped(x->type), uy = type_is_untyped(y->type);
	if (ux && uy && x->mode == MODE_CONST && y->mode == MODE_CONST) {
		untyped_to_float(x);
		untyped_to_float(y);
	} else if (ux && uy) {
		convert_untyped(ck, x, basic_type[T_FLOAT64]);
		convert_untyped(ck, y, basic_type[T_FLOAT64]);
	} else if (ux) {
		convert_untyped(ck, x, y->type);
	} else if (uy) {
		convert_untyped(ck, y, x->type);
	}
	return x->mode != MODE_INVALID && y->mode != MODE_INVALID;
}

static bool
builtin_complex(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	Operand *y = &c->args.v[1];
	if (!match_parts(ck, x, y))
		return false;
	if (!type_identical(x->type, y->type)) {
		err_op(ck, x, "invalid operation: %s (mismatched types %s and %s)", ES(c->e), TS(x->type), TS(y->type));
		return false;
	}
	Type *t = apply(c, x, complex_of);
	if (!t) {
		err_op(ck, x, "invalid argument: arguments have type %s, expected floating-point", TS(x->type));
		return false;
	}
	if (x->mode == MODE_CONST && y->mode == MODE_CONST) {
		Const *i = const_from_literal(LIT_IMAG, str_lit("1i"));
		x->val = const_binary(OP_ADD, const_to_float(x->val), const_binary(OP_MUL, const_to_float(y->val), i, false), false);
		x->type = t;
		return true;
	}
	return yields(x, t);
}

static bool
builtin_part(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	if (type_is_untyped(x->type)) {
		if (x->mode != MODE_CONST)
			convert_untyped(ck, x, basic_type[T_COMPLEX128]);
		else if (type_is_numeric(x->type))
			x->type = basic_type[T_UNTYPED_COMPLEX];
		if (x->mode == MODE_INVALID)
			return false;
	}
	Type *t = apply(c, x, part_of);
	if (!t) {
		err_op(ck, x, "invalid argument: argument has type %s, expected complex type", TS(x->type));
		return false;
	}
	if (x->mode != MODE_CONST)
		return yields(x, t);
	x->val = c->id == B_REAL ? const_real(x->val) : const_imag(x->val);
	x->type = t;
	return true;
}

/* ---- make, new */

static bool
make_cond(Type *t, Type *u, const char **cause)
{
	(void)t;
	if (u && (u->kind == T_SLICE || u->kind == T_MAP || u->kind == T_CHAN))
		return true;
	*cause = u ? "type must be slice, map, or channel" : "no specific type";
	return false;
}

static bool
builtin_make(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	ExprList *l = &c->e->list;
	const char *cause = "";
	Type *T = var_type(ck, l->v[0]);
	if (!valid(T))
		return false;
	Type *u = common_under(ck, T, make_cond, &cause);
	if (!u) {
		err_expr(ck, l->v[0], "invalid argument: cannot make %s: %s", ES(l->v[0]), cause);
		return false;
	}
	int min = u->kind == T_SLICE ? 2 : 1, nsizes = 0;
	if (l->n < min || min + 1 < l->n) {
		err_expr(ck, c->e, "invalid operation: %s expects %d or %d arguments; found %d", ES(c->e), min, min + 1, l->n);
		return false;
	}
	int64_t sizes[2];
	for (int i = 1; i < l->n; i++) {
		int64_t v;
		Type *t;
		index_value(ck, l->v[i], -1, &v, &t);
		if (v >= 0)
			sizes[nsizes++] = v;
	}
	if (nsizes == 2 && sizes[0] > sizes[1])
		err_expr(ck, l->v[1], "invalid argument: length and capacity swapped");
	return yields(x, T);
}

static bool
builtin_new(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	Expr *arg = c->e->list.v[0];
	expr_or_type(ck, x, arg, false);
	exclude(ck, x, 1u << MODE_NOVALUE | 1u << MODE_BUILTIN);
	if (x->mode == MODE_INVALID)
		return false;
	if (x->mode == MODE_TYPE) {
		valid_var_type(ck, arg, x->type);
	} else {
		if (type_is_untyped(x->type) && !assign_to(ck, x, NULL, "argument to new"))
			return false;
		verify_version(ck, expr_start(c->e->x), 26, "new(%s)", ES(arg));
	}
	return yields(x, type_pointer(x->type));
}

/* ---- max, min */

static bool
builtin_minmax(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	Op op = c->id == B_MAX ? OP_GTR : OP_LSS;
	verify_version(ck, expr_start(c->e->x), 21, "built-in %s", c->name);
	for (int i = 0; i < c->args.n; i++) {
		Operand *a = &c->args.v[i];
		if (!all_ordered(a->type)) {
			err_op(ck, a, "invalid argument: %s cannot be ordered", OS(a));
			return false;
		}
		if (i == 0)
			continue;
		match_types(ck, x, a);
		if (x->mode == MODE_INVALID)
			return false;
		if (!type_identical(x->type, a->type)) {
			err_op(ck, a, "invalid argument: mismatched types %s (previous argument) and %s (type of %s)", TS(x->type), TS(a->type),
				ES(a->expr));
			return false;
		}
		if (x->mode != MODE_CONST || a->mode != MODE_CONST)
			x->mode = MODE_VALUE;
		else if (const_compare(op, a->val, x->val))
			*x = *a;
	}
	if (x->mode != MODE_CONST) {
		x->mode = MODE_VALUE;
		if (type_is_untyped(x->type) && !assign_to(ck, x, unalias(type_any), fmt_text("argument to built-in %s", c->name)))
			return false;
	}
	for (int i = 0; i < c->args.n; i++)
		update_expr_type(ck, c->args.v[i].expr, x->type, true);
	return true;
}

/* ---- panic, print, recover */

static bool
builtin_panic(Call *c, Operand *x)
{
	return assign_to(c->ck, x, unalias(type_any), "argument to panic") && yields_nothing(x);
}

static bool
builtin_print(Call *c, Operand *x)
{
	for (int i = 0; i < c->args.n; i++)
		if (!assign_to(c->ck, &c->args.v[i], NULL, fmt_text("argument to built-in %s", c->name)))
			return false;
	return yields_nothing(x);
}

static bool
builtin_recover(Call *c, Operand *x)
{
	if (c->ck->env.fn)
		c->ck->env.fn->has_recover = true;
	return yields(x, unalias(type_any));
}

/* ---- package unsafe */

/* Does the size of t depend on type parameters? Types met before are not looked at again. */
static bool
var_size_in(Type *t, PtrMap *seen)
{
	Type *u = type_under(t);
	if (u->kind == T_ARRAY)
		return var_size_in(u->elem, seen);
	if (u->kind == T_STRUCT && !map_has(seen, u)) {
		map_put(seen, u, u);
		for (int i = 0; i < u->fields.n; i++)
			if (var_size_in(u->fields.v[i]->type, seen))
				return true;
	}
	return u->kind == T_INTERFACE && type_is_typeparam(t);
}

bool
var_size(Type *t)
{
	PtrMap seen = {0};
	bool var = var_size_in(t, &seen);
	map_clear(&seen);
	return var;
}

static bool
yields_size(Operand *x, int64_t n, bool variable)
{
	yields(x, basic_type[T_UINTPTR]);
	if (!variable) {
		x->mode = MODE_CONST;
		x->val = const_int(n);
	}
	return true;
}

static bool
builtin_sizeof(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	if (!assign_to(ck, x, NULL, c->id == B_SIZEOF ? "argument to unsafe.Sizeof" : "argument to unsafe.Alignof"))
		return false;
	if (!valid(x->type))
		return false;
	bool var = var_size(x->type);
	int64_t n = var ? 0 : c->id == B_SIZEOF ? type_size(x->type) : type_align(x->type);
	if (n >= SIZE_TOO_LARGE) {
		err_op(ck, x, "%s is too large", OS(x));
		return false;
	}
	return yields_size(x, n, var);
}

static int64_t
path_offset(Type *base, Lookup *l)
{
	int64_t off = 0;
	for (int i = 0; i < l->path.n; i++) {
		Type *s = type_under(base);
		off += field_offset(s, l->path.v[i]);
		base = s->fields.v[l->path.v[i]]->type;
	}
	return off;
}

static void
record_offsetof(Checker *ck, Operand *x, Expr *selx, Type *base, Lookup *l)
{
	Selection *s = NEW(permanent, Selection);
	s->kind = SEL_FIELD;
	s->recv = base;
	s->obj = l->obj;
	for (int i = 0; i < l->path.n; i++)
		vec_push(permanent, &s->path, l->path.v[i]);
	s->type = l->obj->type;
	selx->sel = s;
	record_type(ck, selx, x->mode == MODE_VAR ? MODE_VAR : MODE_VALUE, s->type, NULL);
}

static bool
builtin_offsetof(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	Expr *arg = c->e->list.v[0], *selx = unparen(arg);
	if (selx->kind != E_SELECTOR) {
		err_expr(ck, arg, "invalid argument: %s is not a selector expression", ES(arg));
		use_expr(ck, arg);
		return false;
	}
	expr(ck, NULL, x, selx->x);
	if (x->mode == MODE_INVALID)
		return false;
	Type *base = x->type, *u = type_under(base);
	if (u->kind == T_POINTER && type_under(u->elem)->kind == T_STRUCT)
		base = u->elem;
	Lookup l = {0};
	lookup_object(base, false, ck->pkg, selx->name, false, &l);
	if (!l.obj) {
		err_op(ck, x, "invalid argument: %s has no single field %s", TS(base), selx->name->s);
		return false;
	}
	if (l.obj->kind == O_FUNC) {
		err_expr(ck, arg, "invalid argument: %s is a method value", ES(arg));
		return false;
	}
	if (l.indirect) {
		err_op(ck, x, "invalid argument: field %s is embedded via a pointer in %s", selx->name->s, TS(base));
		return false;
	}
	record_offsetof(ck, x, selx, base, &l);
	bool var = var_size(base);
	int64_t off = var ? 0 : path_offset(base, &l);
	if (off >= SIZE_TOO_LARGE) {
		err_op(ck, x, "%s is too large", OS(x));
		return false;
	}
	return yields_size(x, off, var);
}

static bool
builtin_add(Call *c, Operand *x)
{
	verify_version(c->ck, expr_start(c->e->x), 17, "unsafe.Add");
	return assign_to(c->ck, x, basic_type[T_UNSAFEPTR], "argument to unsafe.Add") &&
		valid_index(c->ck, &c->args.v[1], "length", true) && yields(x, basic_type[T_UNSAFEPTR]);
}

static bool
builtin_slice(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	verify_version(ck, expr_start(c->e->x), 17, "unsafe.Slice");
	Type *u = common_under(ck, x->type, NULL, NULL);
	if (!u || u->kind != T_POINTER) {
		err_op(ck, x, "invalid argument: %s is not a pointer", OS(x));
		return false;
	}
	return valid_index(ck, &c->args.v[1], "length", false) && yields(x, type_slice(u->elem));
}

static bool
builtin_slicedata(Call *c, Operand *x)
{
	Checker *ck = c->ck;
	verify_version(ck, expr_start(c->e->x), 20, "unsafe.SliceData");
	Type *u = common_under(ck, x->type, NULL, NULL);
	if (!u || u->kind != T_SLICE) {
		err_op(ck, x, "invalid argument: %s is not a slice", OS(x));
		return false;
	}
	return yields(x, type_pointer(u->elem));
}

static bool
builtin_string(Call *c, Operand *x)
{
	verify_version(c->ck, expr_start(c->e->x), 20, "unsafe.String");
	return assign_to(c->ck, x, type_pointer(type_byte), "argument to unsafe.String") &&
		valid_index(c->ck, &c->args.v[1], "length", false) && yields(x, basic_type[T_STRING]);
}

static bool
builtin_stringdata(Call *c, Operand *x)
{
	verify_version(c->ck, expr_start(c->e->x), 20, "unsafe.StringData");
	return assign_to(c->ck, x, basic_type[T_STRING], "argument to unsafe.StringData") && yields(x, type_pointer(type_byte));
}

/* ---- the table */

static const struct { const char *name; int nargs; bool variadic; ExprClass cls; BuiltinFn fn; } table[N_BUILTIN] = {
	[B_APPEND] = { "append", 1, true, X_EXPRESSION, builtin_append },
	[B_CAP] = { "cap", 1, false, X_EXPRESSION, builtin_len },
	[B_CLEAR] = { "clear", 1, false, X_STATEMENT, builtin_clear },
	[B_CLOSE] = { "close", 1, false, X_STATEMENT, builtin_close },
	[B_COMPLEX] = { "complex", 2, false, X_EXPRESSION, builtin_complex },
	[B_COPY] = { "copy", 2, false, X_STATEMENT, builtin_copy },
	[B_DELETE] = { "delete", 2, false, X_STATEMENT, builtin_delete },
	[B_IMAG] = { "imag", 1, false, X_EXPRESSION, builtin_part },
	[B_LEN] = { "len", 1, false, X_EXPRESSION, builtin_len },
	[B_MAKE] = { "make", 1, true, X_EXPRESSION, builtin_make },
	[B_MAX] = { "max", 1, true, X_EXPRESSION, builtin_minmax },
	[B_MIN] = { "min", 1, true, X_EXPRESSION, builtin_minmax },
	[B_NEW] = { "new", 1, false, X_EXPRESSION, builtin_new },
	[B_PANIC] = { "panic", 1, false, X_STATEMENT, builtin_panic },
	[B_PRINT] = { "print", 0, true, X_STATEMENT, builtin_print },
	[B_PRINTLN] = { "println", 0, true, X_STATEMENT, builtin_print },
	[B_REAL] = { "real", 1, false, X_EXPRESSION, builtin_part },
	[B_RECOVER] = { "recover", 0, false, X_STATEMENT, builtin_recover },
	[B_ADD] = { "Add", 2, false, X_EXPRESSION, builtin_add },
	[B_ALIGNOF] = { "Alignof", 1, false, X_EXPRESSION, builtin_sizeof },
	[B_OFFSETOF] = { "Offsetof", 1, false, X_EXPRESSION, builtin_offsetof },
	[B_SIZEOF] = { "Sizeof", 1, false, X_EXPRESSION, builtin_sizeof },
	[B_SLICE] = { "Slice", 2, false, X_EXPRESSION, builtin_slice },
	[B_SLICEDATA] = { "SliceData", 1, false, X_EXPRESSION, builtin_slicedata },
	[B_STRING] = { "String", 2, false, X_EXPRESSION, builtin_string },
	[B_STRINGDATA] = { "StringData", 1, false, X_EXPRESSION, builtin_stringdata },
};

ExprClass builtin_class(BuiltinId id) { return table[id].cls; }

static bool
eval_args(Call *c)
{
	ExprList *l = &c->e->list;
	if (l->n == 1) {
		multi_expr(c->ck, l->v[0], false, &c->args);
	} else {
		for (int i = 0; i < l->n; i++) {
			Operand x;
			expr(c->ck, NULL, &x, l->v[i]);
			vec_push(permanent, &c->args, x);
		}
	}
	for (int i = 0; i < c->args.n; i++)
		if (c->args.v[i].mode == MODE_INVALID)
			return false;
	return true;
}

static bool
check_count(Call *c, int n)
{
	Checker *ck = c->ck;
	int want = table[c->id].nargs;
	const char *msg = n < want ? "not enough" : !table[c->id].variadic && n > want ? "too many" : NULL;
	if (!msg)
		return true;
	err_expr(ck, c->e, "invalid operation: %s arguments for %s (expected %d, found %d)", msg, ES(c->e), want, n);
	return false;
}

bool
builtin_call(Checker *ck, Operand *x, Expr *call, BuiltinId id)
{
	Call c = { .ck = ck, .e = call, .id = id, .name = table[id].name };
	if (call->dots && id != B_APPEND) {
		err_expr(ck, call, "invalid operation: invalid use of ... with built-in %s", c.name);
		use_exprs(ck, call->list.v, call->list.n);
		return false;
	}
	bool saved = ck->env.has_call_or_recv, is_len = id == B_LEN || id == B_CAP;
	if (is_len)
		ck->env.has_call_or_recv = false;
	bool own = id == B_MAKE || id == B_NEW || id == B_OFFSETOF;
	bool ok = own || eval_args(&c);
	if (ok && !own && c.args.n > 0)
		*x = c.args.v[0];
	ok = ok && check_count(&c, own ? call->list.n : c.args.n) && table[id].fn(&c, x);
	if (is_len)
		ck->env.has_call_or_recv = saved;
	return ok;
}
