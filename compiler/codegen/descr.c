/* descr.c - type descriptors, itabs, method tables and the typelinks table of the link unit, as static data (runtime/abi/abi.h
 * has the layouts). No LLVM here: Data with relocations, emitted like variables.
 *
 * There are full descriptors and those that only name a type (driver/reach.c): these end after the part that depends on the
 * kind and are without functions, methods and fields; maps and channels have their element types, map keys their functions,
 * interfaces that are asserted to their methods. The set is closed over what descriptors refer to. `ptr_to` and an
 * array's `slice` are filled only when that type is described anyway. Names and pointer masks are shared in one blob.
 * A method's tfn (code by the receiver's own convention) is 0: reflect calls everything through ifn. */
#include "codegen/codegen.h"
#define ABI_NUMBERS
#include "runtime/abi/abi.h"
#include <stdlib.h>

enum { TYPE_SIZE = 72, UNCOMMON_SIZE = 56, METHOD_SIZE = 56, IMETHOD_SIZE = 40, FIELD_SIZE = 72 };

typedef bool KeepFn(Type *t, Str *method, void *ctx);
typedef struct Descr { Data *d; Sym *sym; Type *t; } Descr;

static Program *prog;
static KeepFn *keep_fn;
static void *keep_ctx;
static bool (*asserted_fn)(Type *iface);
static PtrMap emitted;                       /* Str* linkname -> Type*: in the set */
static PtrMap full, keys;                    /* the same: with all there is to say; with functions for equality and hash */
static PtrMap named, shared;                  /* Str* name as reflect has it -> Type*: the first; of several types */
static Vec(Type *) work;
static Sym *blob;                            /* names and masks */
static PtrMap blob_at;                       /* Str* -> offset + 1 */
static StrBuf blob_bytes;

/* ---- data */

static void
grow(Data *d, int64_t size)
{
	if (size <= d->size)
		return;
	uint8_t *b = NEWN(permanent, uint8_t, size * 2);
	if (d->size)
		memcpy(b, d->bytes, (size_t)d->size);
	d->bytes = b;
	d->size = size;
}

static void
put(Data *d, int64_t off, uint64_t x, int n)
{
	for (int i = 0; i < n; i++)
		d->bytes[off + i] = (uint8_t)(x >> 8 * i);
}

static void
put_sym(Data *d, int64_t off, Sym *s, int64_t addend)
{
	Reloc r = { .off = off, .sym = s, .addend = addend };
	vec_push(permanent, &d->relocs, r);
}

static Sym *
data_sym(const char *name, SymKind kind, int64_t size)
{
	Sym *s = sym_get(prog, name, kind);
	s->external = false;
	s->readonly = true;
	s->data = NEW(permanent, Data);
	s->data->align = 8;
	s->data->readonly = true;
	grow(s->data, size);
	vec_push(permanent, &prog->globals, s);
	return s;
}

/* the offset of these bytes in the blob; equal ones are stored once */
static int64_t
blob_put(const char *p, size_t n)
{
	Str *key = str_intern(p, n);
	uintptr_t at = (uintptr_t)map_get(&blob_at, key);
	if (at)
		return (int64_t)at - 1;
	int64_t off = (int64_t)blob_bytes.n;
	sb_write(&blob_bytes, p, n);
	map_put(&blob_at, key, (void *)(uintptr_t)(off + 1));
	return off;
}

static void
blob_begin(void)
{
	map_clear(&blob_at);
	blob_bytes = (StrBuf){ 0 };
	blob = data_sym("go:names", SYM_DATA, 0);
	blob->data->align = 1;
}

static void
blob_end(void)
{
	blob->data->bytes = (uint8_t *)blob_bytes.s;
	blob->data->size = (int64_t)blob_bytes.n;
}

static void
put_str(Data *d, int64_t off, const char *s)
{
	size_t n = strlen(s);
	if (n == 0)
		return;
	int64_t at = blob_put(s, n);
	put_sym(d, off, blob, at);
	put(d, off + 8, n, 8);
}

static void
put_name(Data *d, int64_t off, Str *s)
{
	size_t n = s ? s->len : 0;
	if (n == 0)
		return;
	int64_t at = blob_put(s->s, n);
	put_sym(d, off, blob, at);
	put(d, off + 8, n, 8);
}

/* ---- the set */

static bool
in_set(Type *t)
{
	return map_has(&emitted, str_lit(type_linkname(t)));
}

static void
want(Type *t)
{
	t = unalias(t);
	Str *n = str_lit(type_linkname(t));
	if (map_has(&emitted, n))
		return;
	map_put(&emitted, n, t);
	vec_push(permanent, &work, t);
}

static void
put_type(Data *d, int64_t off, Type *t)
{
	Reloc r = { .off = off, .type = unalias(t) };
	vec_push(permanent, &d->relocs, r);
}

static void
want_tuple(Type *tup)
{
	for (int i = 0; i < tup->vars.n; i++)
		want(tup->vars.v[i]->type);
}

static bool
kept(Type *t, MethodSetEntry *m)
{
	return keep_fn && keep_fn(t, m->name, keep_ctx);
}

static Type *
method_type(MethodSetEntry *m)
{
	Type *s = m->sel->obj->type;
	return s->recv ? type_signature(NULL, s->params, s->results, s->variadic) : s;
}

static bool
is_full(Type *t)
{
	return map_has(&full, str_lit(type_linkname(unalias(t))));
}

static void
want_methods(Type *u)
{
	TypeSet *s = type_set(u);
	for (int i = 0; i < s->methods.n; i++)
		want(s->methods.v[i].sig);
}

static void
want_map(Type *u)
{
	want(u->key);
	want(u->elem);
	map_put(&keys, str_lit(type_linkname(unalias(u->key))), u);
}

static void
want_parts_of_name(Type *t)
{
	Type *u = type_under(t);
	switch (u->kind) {
	case T_MAP: want_map(u); break;
	case T_CHAN: want(u->elem); break;
	case T_INTERFACE:
		if (asserted_fn(t))
			want_methods(u);
		break;
	}
}

static void
want_parts(Type *t)
{
	Type *u = type_under(t);
	switch (u->kind) {
	case T_MAP: want_map(u); break;
	case T_ARRAY: case T_SLICE: case T_POINTER: case T_CHAN: want(u->elem); break;
	case T_SIGNATURE: want_tuple(u->params); want_tuple(u->results); break;
	case T_STRUCT:
		for (int i = 0; i < u->fields.n; i++)
			want(u->fields.v[i]->type);
		break;
	case T_INTERFACE: want_methods(u); return;
	}
	MethodSet *ms = method_set(t);
	for (int i = 0; i < ms->n; i++)
		if (kept(t, &ms->v[i]))
			want(method_type(&ms->v[i]));
}

/* ---- one descriptor */

static bool
is_regular(Type *t)
{
	t = type_under(t);
	if (t->kind == T_ARRAY)
		return is_regular(t->elem);
	if (t->kind == T_STRUCT) {
		int64_t end = 0;
		for (int i = 0; i < t->fields.n; i++) {
			Object *f = t->fields.v[i];
			if (field_offset(t, i) != end || !strcmp(f->name->s, "_") || !is_regular(f->type))
				return false;
			end += type_size(f->type);
		}
		return end == type_size(t);
	}
	return type_is_boolean(t) || type_is_integer(t) || t->kind == T_POINTER || t->kind == T_CHAN || t->kind == T_UNSAFEPTR;
}

static const uint8_t kind_of[N_TYPEKIND] = {
	[T_BOOL] = KIND_BOOL, [T_INT] = KIND_INT, [T_INT8] = KIND_INT8, [T_INT16] = KIND_INT16, [T_INT32] = KIND_INT32,
	[T_INT64] = KIND_INT64, [T_UINT] = KIND_UINT, [T_UINT8] = KIND_UINT8, [T_UINT16] = KIND_UINT16, [T_UINT32] = KIND_UINT32,
	[T_UINT64] = KIND_UINT64, [T_UINTPTR] = KIND_UINTPTR, [T_FLOAT32] = KIND_FLOAT32, [T_FLOAT64] = KIND_FLOAT64,
	[T_COMPLEX64] = KIND_COMPLEX64, [T_COMPLEX128] = KIND_COMPLEX128, [T_ARRAY] = KIND_ARRAY, [T_CHAN] = KIND_CHAN,
	[T_SIGNATURE] = KIND_FUNC, [T_INTERFACE] = KIND_INTERFACE, [T_MAP] = KIND_MAP, [T_POINTER] = KIND_POINTER,
	[T_SLICE] = KIND_SLICE, [T_STRING] = KIND_STRING, [T_STRUCT] = KIND_STRUCT, [T_UNSAFEPTR] = KIND_UNSAFEPTR,
};

static uint32_t
name_hash(const char *s)
{
	uint32_t h = 2166136261u;
	for (; *s; s++)
		h = (h ^ (uint8_t)*s) * 16777619u;
	return h;
}

static bool
has_name(Type *t)
{
	return t->kind == T_NAMED || (t->kind >= T_BOOL && t->kind <= T_UNSAFEPTR);
}

static int
count_kept(Type *t, MethodSet *ms)
{
	int n = 0;
	if (type_is_interface(t))
		return 0;
	for (int i = 0; i < ms->n; i++)
		n += kept(t, &ms->v[i]);
	return n;
}

static unsigned
type_flags(Type *t, bool uncommon)
{
	unsigned f = 0;
	if (has_name(t))
		f |= TFLAG_NAMED;
	if (uncommon)
		f |= TFLAG_UNCOMMON;
	if (is_regular(t))
		f |= TFLAG_REGULAR;
	if (type_is_direct_iface(t))
		f |= TFLAG_DIRECT;
	if (type_comparable(t) && !type_strictly_comparable(t))
		f |= TFLAG_COMPARABLE;
	return f;
}

static void
put_gcdata(Data *d, Type *t)
{
	int64_t ptrdata = type_ptrdata(t);
	if (ptrdata == 0)
		return;
	size_t n = (size_t)(ptrdata / 8 + 7) / 8;
	uint8_t *mask = NEWN(permanent, uint8_t, n + 1);
	type_ptrmask(t, 0, mask);
	put_sym(d, 40, blob, blob_put((const char *)mask, n));
}

static void
put_common(Data *d, Type *t, bool uncommon)
{
	put(d, 0, (uint64_t)type_size(t), 8);
	put(d, 8, (uint64_t)type_ptrdata(t), 8);
	put(d, 16, name_hash(type_linkname(t)), 4);
	put(d, 20, type_flags(t, uncommon), 1);
	put(d, 21, (uint64_t)type_align(t), 1);
	put(d, 22, (uint64_t)type_align(t), 1);
	put(d, 23, kind_of[type_under(t)->kind], 1);
	bool all = is_full(t);
	Sym *eq = type_comparable(t) && (all || map_has(&keys, str_lit(type_linkname(t)))) ? build_equal_func(prog, t) : NULL;
	if (eq) {
		put_sym(d, 24, eq, 0);
		put_sym(d, 32, build_hash_func(prog, t), 0);
	}
	put_gcdata(d, t);
	put_str(d, 48, type_reflect_string(t));
	Type *ptr = type_pointer(t);
	if (all && in_set(ptr))
		put_type(d, 64, ptr);
}

static const char *
pkg_path(Package *p)
{
	return !p ? "" : p->is_main ? "main" : p->path->s;
}

static int64_t
chan_dir(Type *t)
{
	return t->dir == CHAN_SEND ? 2 : t->dir == CHAN_RECV ? 1 : 3;
}

static int64_t
put_func(Data *d, Type *u)
{
	int nin = u->params->vars.n, nout = u->results->vars.n;
	put(d, 72, (uint64_t)nin, 8);
	put(d, 80, (uint64_t)nout, 8);
	put(d, 88, u->variadic, 1);
	if (sig_mem_result(u)) {
		int64_t size = type_size(sig_result_struct(u));
		put(d, 92, (uint64_t)(size ? size : 1), 4);
	}
	return 104;
}

static int64_t
round_up(int64_t x, int64_t a)
{
	return (x + a - 1) / a * a;
}

static bool
key_needs_update(Type *t)
{
	t = type_under(t);
	if (t->kind == T_ARRAY)
		return key_needs_update(t->elem);
	if (t->kind == T_STRUCT) {
		for (int i = 0; i < t->fields.n; i++)
			if (key_needs_update(t->fields.v[i]->type))
				return true;
		return false;
	}
	return type_is_float(t) || type_is_complex(t) || t->kind == T_STRING || t->kind == T_INTERFACE;
}

static void
put_map(Data *d, Type *u)
{
	int64_t ks = type_size(u->key), es = type_size(u->elem), ka = type_align(u->key), ea = type_align(u->elem);
	uint32_t flags = 0;
	if (ks > 128) {
		flags |= MAP_INDIRECT_KEY;
		ks = ka = 8;
	}
	if (es > 128) {
		flags |= MAP_INDIRECT_ELEM;
		es = ea = 8;
	}
	if (key_needs_update(u->key))
		flags |= MAP_NEED_KEY_UPDATE;
	if (!type_strictly_comparable(u->key))
		flags |= MAP_HASH_MIGHT_PANIC;
	int64_t elem_off = round_up(ks, ea), slot = round_up(elem_off + es, ka > ea ? ka : ea);
	put_type(d, 72, u->key);
	put_type(d, 80, u->elem);
	put(d, 88, (uint64_t)slot, 8);
	put(d, 96, (uint64_t)elem_off, 8);
	put(d, 104, (uint64_t)(8 + 8 * slot), 8);
	put(d, 112, flags, 4);
}

/* what stands between Type and Uncommon; returns its end */
static int64_t
put_kind(Data *d, Type *t)
{
	Type *u = type_under(t);
	switch (u->kind) {
	case T_ARRAY:
		if (is_full(t))
			put_type(d, 72, u->elem);
		if (is_full(t) && in_set(type_slice(u->elem)))
			put_type(d, 80, type_slice(u->elem));
		put(d, 88, (uint64_t)u->len, 8);
		return 96;
	case T_CHAN:
		put_type(d, 72, u->elem);
		put(d, 80, (uint64_t)chan_dir(u), 8);
		return 88;
	case T_SIGNATURE: return put_func(d, u);
	case T_INTERFACE: case T_STRUCT: return 104;
	case T_MAP: put_map(d, u); return 120;
	case T_POINTER: case T_SLICE:
		if (is_full(t))
			put_type(d, 72, u->elem);
		return 80;
	}
	return TYPE_SIZE;
}

/* ---- arrays behind the fixed part */

static int64_t
put_func_types(Descr *x, Type *u, int64_t at)
{
	int nin = u->params->vars.n, nout = u->results->vars.n;
	grow(x->d, at + 8 * (nin + nout));
	for (int i = 0; i < nin + nout; i++)
		put_type(x->d, at + 8 * i, i < nin ? u->params->vars.v[i]->type : u->results->vars.v[i - nin]->type);
	if (nin + nout)
		put_sym(x->d, 96, x->sym, at);
	return at + 8 * (nin + nout);
}

static int64_t
put_imethods(Descr *x, Type *u, int64_t at)
{
	TypeSet *s = type_set(u);
	Package *pkg = NULL;                 /* one relocation a place */
	grow(x->d, at + IMETHOD_SIZE * s->methods.n);
	for (int i = 0; i < s->methods.n; i++) {
		Method *m = &s->methods.v[i];
		int64_t o = at + IMETHOD_SIZE * i;
		bool exported = name_exported(m->name);
		put_name(x->d, o, m->name);
		if (!exported) {
			put_str(x->d, o + 16, pkg_path(m->pkg));
			if (!pkg)
				put_str(x->d, 72, pkg_path(m->pkg));
			pkg = m->pkg;
		}
		put_type(x->d, o + 32, m->sig);
	}
	put(x->d, 88, (uint64_t)s->methods.n, 8);
	if (s->methods.n)
		put_sym(x->d, 96, x->sym, at);
	return at + IMETHOD_SIZE * s->methods.n;
}

static int64_t
put_fields(Descr *x, Type *u, int64_t at)
{
	const char *pkg = "";
	grow(x->d, at + FIELD_SIZE * u->fields.n);
	for (int i = 0; i < u->fields.n; i++) {
		Object *f = u->fields.v[i];
		int64_t o = at + FIELD_SIZE * i;
		put_name(x->d, o, f->name);
		if (!name_exported(f->name)) {
			pkg = pkg_path(f->pkg);
			put_str(x->d, o + 16, pkg);
		}
		put_type(x->d, o + 32, f->type);
		put_name(x->d, o + 40, u->tags ? u->tags[i] : NULL);
		put(x->d, o + 56, (uint64_t)field_offset(u, i), 8);
		put(x->d, o + 64, f->embedded, 1);
	}
	put_str(x->d, 72, pkg);
	put(x->d, 88, (uint64_t)u->fields.n, 8);
	if (u->fields.n)
		put_sym(x->d, 96, x->sym, at);
	return at + FIELD_SIZE * u->fields.n;
}

static void
put_method(Descr *x, MethodSetEntry *m, int64_t o)
{
	put_name(x->d, o, m->name);
	if (!name_exported(m->name))
		put_str(x->d, o + 16, pkg_path(m->pkg));
	put_type(x->d, o + 32, method_type(m));
	put_sym(x->d, o + 40, build_method_wrapper(prog, x->t, m->sel, true), 0);
}

/* the name without package: what follows the dot before any type argument */
static const char *
bare_name(Type *t)
{
	const char *s = type_reflect_string(t), *end = strchr(s, '[');
	for (const char *p = s; *p && p != end; p++)
		if (*p == '.')
			return p + 1;
	return s;
}

static void
put_uncommon(Descr *x, MethodSet *ms, int nkept, int64_t off, int64_t at)
{
	Type *t = x->t;
	if (t->kind == T_UNSAFEPTR)
		put_str(x->d, off, "unsafe");
	if (t->kind == T_NAMED && t->obj->pkg)
		put_str(x->d, off, pkg_path(t->obj->pkg));
	if (has_name(t))
		put_str(x->d, off + 16, bare_name(t));
	put(x->d, off + 32, (uint64_t)nkept, 8);
	if (nkept == 0)
		return;
	int exported = 0, n = 0;
	grow(x->d, at + METHOD_SIZE * nkept);
	for (int i = 0; i < ms->n; i++) {
		if (!kept(t, &ms->v[i]))
			continue;
		exported += name_exported(ms->v[i].name);
		put_method(x, &ms->v[i], at + METHOD_SIZE * n++);
	}
	put_sym(x->d, off + 40, x->sym, at);
	put(x->d, off + 48, (uint64_t)exported, 8);
}

static int64_t
put_arrays(Descr *x, int64_t at)
{
	Type *u = type_under(x->t);
	switch (u->kind) {
	case T_SIGNATURE: return put_func_types(x, u, at);
	case T_INTERFACE: return put_imethods(x, u, at);
	case T_STRUCT: return put_fields(x, u, at);
	}
	return at;
}

/* Failing assertions tell types of one name apart by their package. */
static void
find_shared_names(void)
{
	map_clear(&named);
	map_clear(&shared);
	for (int i = 0; i < work.n; i++) {
		Str *s = str_lit(type_reflect_string(work.v[i]));
		map_put(map_has(&named, s) ? &shared : &named, s, work.v[i]);
	}
}

static void
descriptor(Type *t)
{
	MethodSet none = { 0 }, *ms = type_is_interface(t) ? &none : method_set(t);
	bool all = is_full(t);
	int nkept = all ? count_kept(t, ms) : 0;
	bool uncommon = all ? has_name(t) || nkept > 0 : has_name(t) && map_has(&shared, str_lit(type_reflect_string(t)));
	Descr x = { .t = t, .sym = data_sym(str_fmt("type:%s", type_linkname(t))->s, SYM_TYPE, 120 + UNCOMMON_SIZE) };
	x.d = x.sym->data;
	put_common(x.d, t, uncommon);
	int64_t end = put_kind(x.d, t), off = end;
	if (uncommon)
		end += UNCOMMON_SIZE;
	x.d->size = end;
	if (all || (type_is_interface(t) && asserted_fn(t)))
		end = put_arrays(&x, end);
	if (uncommon)
		put_uncommon(&x, ms, nkept, off, end);
}

/* ---- itabs, typelinks */

static Str *
itab_method_key(Str *name, Package *pkg)
{
	return name_exported(name) ? name : str_fmt("%s.%s", pkg_path(pkg), name->s);
}

static Sym *
itab_method(Type *t, MethodSet *ms, Method *want_m)
{
	Str *key = itab_method_key(want_m->name, want_m->pkg);
	for (int i = 0; i < ms->n; i++)
		if (itab_method_key(ms->v[i].name, ms->v[i].pkg) == key)
			return kept(t, &ms->v[i]) ? build_method_wrapper(prog, t, ms->v[i].sel, true) : NULL;
	fatal("codegen: %s has no method %s", type_string(t, NULL), want_m->name->s);
}

/* go:itab.T,I; functions of methods that are not kept stay 0 */
void
codegen_itab(Program *p, Type *t, Type *iface, KeepFn *keep, void *ctx)
{
	prog = p;
	keep_fn = keep;
	keep_ctx = ctx;
	TypeSet *s = type_set(type_under(iface));
	const char *tn = type_linkname(t);
	Sym *sym = data_sym(str_fmt("go:itab.%s,%s", tn, type_linkname(iface))->s, SYM_DATA, ITAB_FUN_OFF + 8 * s->methods.n);
	Data *d = sym->data;
	MethodSet *ms = method_set(t);
	put_type(d, 0, iface);
	put_type(d, ITAB_TYPE_OFF, t);
	put(d, ITAB_HASH_OFF, name_hash(tn), 4);
	for (int i = 0; i < s->methods.n; i++) {
		Sym *fn = itab_method(t, ms, &s->methods.v[i]);
		if (fn)
			put_sym(d, ITAB_FUN_OFF + 8 * i, fn, 0);
	}
}

static int
by_string(const void *a, const void *b)
{
	Type *x = *(Type *const *)a, *y = *(Type *const *)b;
	int c = strcmp(type_reflect_string(x), type_reflect_string(y));
	return c ? c : strcmp(type_linkname(x), type_linkname(y));
}

/* runtime.typelinks: descriptors of the types that reflect could make anew, sorted by string; runtime.etypelinks is its end */
static void
typelinks(void)
{
	Type **v = NEWN(permanent, Type *, work.n + 1);
	int n = 0;
	for (int i = 0; i < work.n; i++)
		if (!has_name(work.v[i]))
			v[n++] = work.v[i];
	qsort(v, (size_t)n, sizeof *v, by_string);
	Sym *s = data_sym("runtime.typelinks", SYM_DATA, 8 * n);
	for (int i = 0; i < n; i++)
		put_type(s->data, 8 * i, v[i]);
}

void
codegen_descriptors(Program *p, const DescrSet *set)
{
	prog = p;
	keep_fn = set->keep;
	keep_ctx = set->ctx;
	asserted_fn = set->asserted;
	map_clear(&emitted);
	map_clear(&full);
	map_clear(&keys);
	work.n = 0;
	blob_begin();
	for (int i = 0; i < set->ntypes; i++) {
		want(set->types[i]);
		map_put(&full, str_lit(type_linkname(unalias(set->types[i]))), set->types[i]);
	}
	for (int i = 0; i < set->nnames; i++)
		want(set->names[i]);
	for (int i = 0; i < work.n; i++)
		if (is_full(work.v[i]))
			want_parts(work.v[i]);
		else
			want_parts_of_name(work.v[i]);
	find_shared_names();
	for (int i = 0; i < work.n; i++)
		descriptor(work.v[i]);
	typelinks();
	blob_end();
}
