/* layout.c - sizes, alignments, field offsets and pointer maps.
 *
 * linux/amd64 and linux/arm64 agree in all of it, so there is one table. Rules are gc's: fields in source order at their
 * natural alignment; a struct that ends in a zero-size field gets one more byte, so that a pointer to that field stays
 * inside the object (the collector keeps objects alive by interior pointers); complex64 aligns to 4.
 * An interface's first word counts as a pointer: itabs built at run time are found through it.
 *
 * Results are cached in Type.layout, on the type that was asked for. Sizes saturate at MAX_SIZE; the checker reports such
 * types. A type parameter has no size: asking for one is a bug of the caller. */
#include "types/types.h"

#define WORD 8
#define MAX_SIZE SIZE_TOO_LARGE

static void layout(Type *t);

static const struct { uint8_t size, align, ptrdata; } basic_layout[T_UNTYPED_NIL + 1] = {
	[T_INVALID] = {8, 8, 0},
	[T_BOOL] = {1, 1, 0}, [T_INT] = {8, 8, 0}, [T_INT8] = {1, 1, 0}, [T_INT16] = {2, 2, 0}, [T_INT32] = {4, 4, 0},
	[T_INT64] = {8, 8, 0}, [T_UINT] = {8, 8, 0}, [T_UINT8] = {1, 1, 0}, [T_UINT16] = {2, 2, 0}, [T_UINT32] = {4, 4, 0},
	[T_UINT64] = {8, 8, 0}, [T_UINTPTR] = {8, 8, 0}, [T_FLOAT32] = {4, 4, 0}, [T_FLOAT64] = {8, 8, 0},
	[T_COMPLEX64] = {8, 4, 0}, [T_COMPLEX128] = {16, 8, 0}, [T_STRING] = {16, 8, 8}, [T_UNSAFEPTR] = {8, 8, 8},
	[T_UNTYPED_BOOL] = {1, 1, 0}, [T_UNTYPED_INT] = {8, 8, 0}, [T_UNTYPED_RUNE] = {4, 4, 0}, [T_UNTYPED_FLOAT] = {8, 8, 0},
	[T_UNTYPED_COMPLEX] = {16, 8, 0}, [T_UNTYPED_STRING] = {16, 8, 8}, [T_UNTYPED_NIL] = {8, 8, 8},
};

static int64_t
round_up(int64_t n, int64_t align)
{
	return (n + align - 1) / align * align;
}

static void
set_layout(Type *t, int64_t size, int64_t align, int64_t ptrdata)
{
	t->layout.size = size > MAX_SIZE ? MAX_SIZE : size;
	t->layout.align = align;
	t->layout.ptrdata = ptrdata;
}

static void
layout_array(Type *t)
{
	layout(t->elem);
	int64_t n = t->len > 0 ? t->len : 0, esize = t->elem->layout.size, size = 0, ptrdata = 0;

	if (esize > 0 && n > MAX_SIZE / esize)
		size = MAX_SIZE;
	else
		size = n * esize;
	if (n > 0 && t->elem->layout.ptrdata > 0)
		ptrdata = size - esize + t->elem->layout.ptrdata;
	set_layout(t, size, t->elem->layout.align, ptrdata);
}

/* The offset where a field of type f goes when the struct is off bytes long so far. */
static int64_t
place(int64_t off, Type *f)
{
	layout(f);
	return round_up(off, f->layout.align > 0 ? f->layout.align : 1);
}

static void
layout_struct(Type *t)
{
	int64_t off = 0, align = 1, ptrdata = 0, last = 1;

	for (int i = 0; i < t->fields.n; i++) {
		Type *f = t->fields.v[i]->type;

		off = place(off, f);
		if (f->layout.ptrdata > 0)
			ptrdata = off + f->layout.ptrdata;
		if (f->layout.align > align)
			align = f->layout.align;
		last = f->layout.size;
		off += last;
		if (off > MAX_SIZE)
			off = MAX_SIZE;
	}
	if (off > 0 && last == 0)
		off++;
	set_layout(t, round_up(off, align), align, ptrdata);
}

static void
layout_tuple(Type *t)
{
	int64_t off = 0, align = 1;

	for (int i = 0; i < t->vars.n; i++) {
		off = place(off, t->vars.v[i]->type) + t->vars.v[i]->type->layout.size;
		if (t->vars.v[i]->type->layout.align > align)
			align = t->vars.v[i]->type->layout.align;
	}
	set_layout(t, round_up(off, align), align, 0);
}

static void
layout_derived(Type *t)
{
	Type *u = t->kind == T_ALIAS ? unalias(t) : type_under(t);

	if (!u || u == t || u->kind == T_TYPEPARAM || t->kind == T_TYPEPARAM)
		fatal("layout of the type %s", type_string(t, NULL));
	t->layout.done = true;          /* an invalid recursive type ends here */
	layout(u);
	t->layout = u->layout;
}

static void
layout(Type *t)
{
	if (t->layout.done)
		return;
	switch (t->kind) {
	case T_ARRAY: layout_array(t); break;
	case T_STRUCT: layout_struct(t); break;
	case T_TUPLE: layout_tuple(t); break;
	case T_SLICE: set_layout(t, 3 * WORD, WORD, WORD); break;
	case T_INTERFACE: set_layout(t, 2 * WORD, WORD, 2 * WORD); break;
	case T_POINTER: case T_SIGNATURE: case T_MAP: case T_CHAN: set_layout(t, WORD, WORD, WORD); break;
	case T_NAMED: case T_ALIAS: case T_TYPEPARAM: layout_derived(t); break;
	case T_UNION: fatal("layout of a union");
	default: set_layout(t, basic_layout[t->kind].size, basic_layout[t->kind].align, basic_layout[t->kind].ptrdata);
	}
	t->layout.done = true;
}

int64_t
type_size(Type *t)
{
	layout(t);
	return t->layout.size;
}

int64_t
type_align(Type *t)
{
	layout(t);
	return t->layout.align;
}

int64_t
type_ptrdata(Type *t)
{
	layout(t);
	return t->layout.ptrdata;
}

bool
type_has_pointers(Type *t)
{
	return type_ptrdata(t) > 0;
}

int64_t
field_offset(Type *t, int n)
{
	int64_t off = 0;

	t = type_under(t);
	for (int i = 0; ; i++) {
		Type *f = t->fields.v[i]->type;

		off = place(off, f);
		if (i == n)
			return off;
		off += f->layout.size;
	}
}

static void
mark_word(uint8_t *bits, int64_t off)
{
	bits[off / WORD / 8] |= (uint8_t)(1u << (off / WORD % 8));
}

void
type_ptrmask(Type *t, int64_t off, uint8_t *bits)
{
	int64_t at = off;

	if (type_ptrdata(t) == 0)
		return;
	t = type_under(unalias(t));
	switch (t->kind) {
	case T_ARRAY:
		for (int64_t i = 0; i < t->len; i++)
			type_ptrmask(t->elem, off + i * t->elem->layout.size, bits);
		break;
	case T_STRUCT:
		for (int i = 0; i < t->fields.n; i++) {
			Type *f = t->fields.v[i]->type;

			at = off + place(at - off, f);
			type_ptrmask(f, at, bits);
			at += f->layout.size;
		}
		break;
	case T_INTERFACE:
		mark_word(bits, off);
		mark_word(bits, off + WORD);
		break;
	default:
		mark_word(bits, off);
	}
}

bool
type_is_direct_iface(Type *t)
{
	t = type_under(unalias(t));
	switch (t->kind) {
	case T_POINTER: case T_SIGNATURE: case T_MAP: case T_CHAN: case T_UNSAFEPTR:
		return true;
	case T_ARRAY:
		return t->len == 1 && type_is_direct_iface(t->elem);
	case T_STRUCT:
		return t->fields.n == 1 && type_is_direct_iface(t->fields.v[0]->type);
	default:
		return false;
	}
}
