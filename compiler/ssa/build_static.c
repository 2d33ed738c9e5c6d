/* build_static.c - initializers as data: constants, addresses, and literals made of them. */
#include "ssa/build.h"

Data *
data_for(Type *t)
{
	Data *d = NEW(permanent, Data);
	d->size = type_size(t);
	d->align = type_align(t);
	d->bytes = arena_alloc(permanent, (size_t)(d->size > 0 ? d->size : 1));
	return d;
}

void
data_reloc(Data *d, int64_t off, Sym *s, int64_t addend, bool funcval)
{
	Reloc r = { .off = off, .sym = s, .addend = addend, .funcval = funcval };
	vec_push(permanent, &d->relocs, r);
}

static void
put64(Data *d, int64_t off, int64_t v)
{
	memcpy(d->bytes + off, &v, 8);
}

/* A data symbol of this object. Names carry the number of symbols so far: unique, and the same in each build. */
Sym *
data_new(Program *p, Type *t, const char *prefix, bool readonly)
{
	const char *pkg = p->pkg ? p->pkg->is_main ? "main" : p->pkg->path->s : "go";
	Sym *s = sym_get(p, str_fmt("%s..%s_%d", pkg, prefix, p->globals.n)->s, SYM_DATA);
	s->type = t;
	s->external = false;
	s->readonly = readonly;
	s->noptr = !type_has_pointers(t);
	vec_push(permanent, &p->globals, s);
	return s;
}

/* The bytes of a string; equal strings share a symbol. */
Sym *
data_string(Program *p, const char *str, size_t n)
{
	uint8_t sum[32];
	char hex[65];
	Sha256 h;
	sha256_init(&h);
	sha256_update(&h, str, n);
	sha256_sum(&h, sum);
	sha256_hex(&h, hex);
	hex[24] = 0;
	Sym *s = sym_get(p, str_fmt("go:string.%zu.%s", n, hex)->s, SYM_DATA);
	if (s->data)
		return s;
	s->type = type_array(basic_type[T_UINT8], (int64_t)n);
	s->external = false;
	s->linkonce = true;
	s->readonly = s->noptr = true;
	s->data = data_for(s->type);
	s->data->readonly = true;
	memcpy(s->data->bytes, str, n);
	vec_push(permanent, &p->globals, s);
	return s;
}

void
data_string_at(Program *p, Data *d, int64_t off, const char *s, size_t n)
{
	if (n == 0)
		return;
	data_reloc(d, off, data_string(p, s, n), 0, false);
	put64(d, off + 8, (int64_t)n);
}

static bool
const_into(Program *p, const Const *c, Type *t, Data *d, int64_t off)
{
	Type *u = type_under(t);
	if (type_is_string(u)) {
		size_t n;
		const char *s = const_string_val(c, &n);
		data_string_at(p, d, off, s, n);
		return true;
	}
	return const_bytes(c, t, d->bytes + off);
}

Sym *
static_const(Program *p, const Const *c, Type *t)
{
	Data *d = data_for(t);
	if (!const_into(p, c, t, d, 0))
		return NULL;
	Sym *s = data_new(p, t, "const", true);
	s->data = d;
	d->readonly = true;
	return s;
}

static void
iface_words(B *b, Type *from, Type *to, Data *d, int64_t off, Sym *data)
{
	bool empty = type_set(type_under(to))->methods.n == 0;
	Reloc r = { .off = off, .type = from, .itab_iface = empty ? NULL : to };
	vec_push(permanent, &d->relocs, r);
	use_type(b->p, from);
	if (!empty)
		use_type(b->p, to);
	data_reloc(d, off + 8, data, 0, false);
}

static bool
static_iface(B *b, Type *to, Expr *e, Data *d, int64_t off, bool once)
{
	Type *from = b_ty(b, e->type);
	if (type_is_untyped(from))
		from = type_default(from);
	if (type_under(from)->kind == T_INTERFACE || type_is_direct_iface(from) || !(once || e->val))
		return false;
	Data *v = data_for(from);
	if (!static_init(b, from, e, v, 0, once))
		return false;
	Sym *s = data_new(b->p, from, "stmp", e->val != NULL);
	v->readonly = e->val != NULL;
	s->data = v;
	iface_words(b, from, to, d, off, s);
	return true;
}

static int
field_of(Type *u, Expr *x, int k)
{
	if (x->kind != E_KEYVALUE)
		return k;
	for (int i = 0; i < u->fields.n; i++)
		if (u->fields.v[i]->name == x->x->name)
			return i;
	return -1;
}

static bool
static_struct(B *b, Type *u, Expr *e, Data *d, int64_t off, bool once)
{
	for (int k = 0; k < e->list.n; k++) {
		Expr *x = e->list.v[k];
		int i = field_of(u, x, k);
		if (x->kind == E_KEYVALUE)
			x = x->y;
		bool blank = i >= 0 && is_blank(u->fields.v[i]);
		if (blank && x->val)
			continue;                    /* stays zero: build_complit.c */
		if (i < 0 || blank || !static_init(b, unalias(u->fields.v[i]->type), x, d, off + field_offset(u, i), once))
			return false;
	}
	return true;
}

static bool
static_elems(B *b, Type *et, Expr *e, Data *d, int64_t off, bool once)
{
	int64_t i = 0, size = type_size(et);
	for (int k = 0; k < e->list.n; k++, i++) {
		Expr *x = e->list.v[k];
		if (x->kind == E_KEYVALUE) {
			const_int64_val(const_to_int(x->x->val), &i);
			x = x->y;
		}
		if (!static_init(b, et, x, d, off + i * size, once))
			return false;
	}
	return true;
}

static bool
static_slice(B *b, Type *u, Expr *e, Data *d, int64_t off)
{
	int64_t n = complit_len(e, u);
	Type *at = type_array(unalias(u->elem), n);
	Data *arr = data_for(at);
	if (!static_elems(b, unalias(u->elem), e, arr, 0, true))
		return false;
	Sym *s = data_new(b->p, at, "stmp", false);
	s->data = arr;
	data_reloc(d, off, s, 0, false);
	put64(d, off + 8, n);
	put64(d, off + 16, n);
	return true;
}

/* &T{...} */
static bool
static_pointer(B *b, Expr *e, Type *t, Data *d, int64_t off)
{
	Data *v = data_for(t);
	Type *u = type_under(t);
	bool ok = u->kind == T_STRUCT ? static_struct(b, u, e, v, 0, true) : u->kind == T_ARRAY && static_elems(b, unalias(u->elem), e, v, 0, true);
	if (!ok)
		return false;
	Sym *s = data_new(b->p, t, "stmp", false);
	s->data = v;
	data_reloc(d, off, s, 0, false);
	return true;
}

static bool
static_complit(B *b, Expr *e, Data *d, int64_t off, bool once)
{
	Type *t = b_ty(b, e->type), *u = type_under(t);
	switch (u->kind) {
	case T_STRUCT: return static_struct(b, u, e, d, off, once);
	case T_ARRAY: return static_elems(b, unalias(u->elem), e, d, off, once);
	case T_SLICE: return once && static_slice(b, u, e, d, off);
	case T_POINTER: return once && static_pointer(b, e, unalias(u->elem), d, off);
	default: return false;
	}
}

/* &global, &global.f, &global[3] */
static bool
static_place(B *b, Expr *e, Sym **s, int64_t *off)
{
	e = unparen(e);
	if (e->kind == E_NAME || (e->kind == E_SELECTOR && !e->sel)) {
		if (!e->obj || e->obj->kind != O_VAR || !e->obj->is_global)
			return false;
		*s = sym_for_global(b->p, e->obj);
		*off = 0;
		return true;
	}
	if (e->kind == E_SELECTOR && e->sel->kind == SEL_FIELD && !e->sel->indirect && e->sel->path.n == 1) {
		Type *u = b_under(b, e->x->type);
		if (u->kind != T_STRUCT || !static_place(b, e->x, s, off))
			return false;
		*off += field_offset(u, e->sel->path.v[0]);
		return true;
	}
	return false;
}

static bool
static_address(B *b, Expr *x, Data *d, int64_t off, bool once)
{
	x = unparen(x);
	if (x->kind == E_COMPLIT)
		return once && static_pointer(b, x, b_ty(b, x->type), d, off);
	Sym *s;
	int64_t at;
	if (!static_place(b, x, &s, &at))
		return false;
	data_reloc(d, off, s, at, false);
	return true;
}

static bool
static_code(B *b, Expr *e, Data *d, int64_t off)
{
	Sym *s;
	if (e->kind == E_FUNCLIT) {
		if (e->fn->captures.n || b->info)
			return false;
		s = sym_lit(b, e->fn);
	} else {
		TypeList targs = { 0 };
		Object *f = static_func(b, e, &targs);
		if (!f)
			return false;
		s = b_sym_for(b, f, targs);
	}
	data_reloc(d, off, s, 0, true);
	return true;
}

/* Puts e, of type t, into d when it can be data. False leaves d in an unspecified state. */
bool
static_init(B *b, Type *t, Expr *e, Data *d, int64_t off, bool once)
{
	e = unparen(e);
	Type *u = type_under(t);
	if (e->mode == MODE_NIL)
		return true;
	if (u->kind == T_INTERFACE)
		return static_iface(b, t, e, d, off, once);
	if (e->val)
		return const_into(b->p, e->val, t, d, off);
	switch (e->kind) {
	case E_COMPLIT: return static_complit(b, e, d, off, once);
	case E_UNARY: return e->op == OP_AND && static_address(b, e->x, d, off, once);
	case E_FUNCLIT: case E_NAME: case E_INDEX: return u->kind == T_SIGNATURE && static_code(b, e, d, off);
	case E_SELECTOR: return u->kind == T_SIGNATURE && !e->sel && static_code(b, e, d, off);
	case E_CALL:
		/* a conversion that changes nothing */
		if (e->x->mode == MODE_TYPE && e->list.n == 1 && unparen(e->list.v[0])->mode != MODE_NIL &&
			type_identical(type_under(b_ty(b, e->list.v[0]->type)), u))
			return static_init(b, t, e->list.v[0], d, off, once);
		return false;
	default: return false;
	}
}
