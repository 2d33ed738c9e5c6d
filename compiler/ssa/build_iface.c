/* build_iface.c - interface values: making them, taking them apart, assertions.
 *
 * The first word is a type descriptor (empty interface) or an itab; the second the value itself when it is one pointer, else
 * the address of memory nobody writes to: a New with the value, which escape analysis may keep on the frame, or read-only
 * data for constants. */
#include "ssa/build.h"

#define ABI_NUMBERS
#include "runtime/abi/abi.h"

static bool
empty_iface(Type *t)
{
	return type_set(type_under(t))->methods.n == 0;
}

static Type *
uptr(void)
{
	return basic_type[T_UNSAFEPTR];
}

/* The one pointer that a pointer-shaped value is. */
Value *
direct_word(B *b, Value *x, Type *t)
{
	Type *u = type_under(t);
	if (u->kind == T_STRUCT || u->kind == T_ARRAY) {
		for (int i = 0; u->kind == T_STRUCT && i < u->fields.n; i++)
			if (type_size(u->fields.v[i]->type) > 0)
				return direct_word(b, b_field_value(b, u, x, i), unalias(u->fields.v[i]->type));
		Type *et = unalias(u->elem);
		return direct_word(b, b_v1(b, OpStructSelect, et, x), et);
	}
	return b_v1(b, OpConvNop, uptr(), x);
}

static Value *
from_word(B *b, Value *w, Type *t)
{
	Type *u = type_under(t);
	if (u->kind == T_ARRAY)
		return b_v1(b, OpStructMake, t, from_word(b, w, unalias(u->elem)));
	if (u->kind == T_STRUCT) {
		ValueList parts = { 0 };
		for (int i = 0; i < u->fields.n; i++) {
			Type *ft = unalias(u->fields.v[i]->type);
			vec_push(permanent, &parts, type_size(ft) > 0 ? from_word(b, w, ft) : b_zero(b, ft));
		}
		Value *v = b_v0(b, OpStructMake, t);
		for (int i = 0; i < parts.n; i++)
			value_addarg(v, parts.v[i]);
		return v;
	}
	return b_v1(b, OpConvNop, t, w);
}

static Value *
symbol_addr(B *b, Sym *s)
{
	Value *v = b_v0(b, OpAddr, uptr());
	v->sym = s;
	return v;
}

static Value *
data_word(B *b, Value *x, Type *t, Expr *e)
{
	if (type_is_direct_iface(t))
		return direct_word(b, x, t);
	if (e && e->val) {
		Sym *s = static_const(b->p, e->val, t);
		if (s)
			return symbol_addr(b, s);
	}
	Value *p = b_newobj(b, t);
	p->auxint = NEW_BOX;
	p->expr = e;
	b_store(b, t, p, x);
	return b_v1(b, OpConvNop, uptr(), p);
}

static Value *
itab_addr(B *b, Type *t, Type *iface)
{
	Value *v = b_v0(b, OpItabAddr, uptr());
	v->auxtype = t;
	v->aux2 = iface;
	use_type(b->p, t);
	use_type(b->p, iface);
	return v;
}

Value *
iface_typeword(B *b, Value *x, Type *t)
{
	if (x->op == OpConstNil)
		return b_zero(b, uptr());
	Value *tab = b_v1(b, OpITab, uptr(), x);
	if (empty_iface(t))
		return tab;
	if (x->op == OpIMake && x->args[0]->op == OpItabAddr)
		return b_type_addr(b, x->args[0]->auxtype);
	Block *some = b_block(b), *end = b_block(b);
	Var *v = var_synth(b, uptr());
	b_write(b, v, tab);
	b_if(b, b_v2(b, OpEqPtr, basic_type[T_BOOL], tab, b_zero(b, uptr())), end, some, 0);
	b_enter(b, some);
	b_write(b, v, b_v1(b, OpLoad, uptr(), b_off(b, tab, ITAB_TYPE_OFF, uptr())));
	b_jump(b, end);
	b_enter(b, end);
	return b_read(b, v);
}

Value *
iface_data(B *b, Value *x, Type *t)
{
	Value *w = b_v1(b, OpIData, uptr(), x);
	if (type_is_direct_iface(t))
		return from_word(b, w, t);
	if (type_ssaable(t) && type_size(t) == 0)
		return b_zero(b, t);
	return b_load(b, t, b_off(b, w, 0, t));
}

static bool
same_methods(Type *a, Type *c)
{
	TypeSet *x = type_set(type_under(a)), *y = type_set(type_under(c));
	if (x->methods.n != y->methods.n)
		return false;
	for (int i = 0; i < x->methods.n; i++)
		if (x->methods.v[i].name != y->methods.v[i].name || x->methods.v[i].pkg != y->methods.v[i].pkg)
			return false;
	return true;
}

static Value *
imake(B *b, Type *t, Value *tab, Value *data)
{
	return b_v2(b, OpIMake, t, tab, data);
}

/* Interface to interface, known to be implemented. */
static Value *
widen(B *b, Value *x, Type *from, Type *to)
{
	if (same_methods(from, to))
		return x->type == to ? x : b_v1(b, OpConvNop, to, x);
	Value *word = iface_typeword(b, x, from), *data = b_v1(b, OpIData, uptr(), x);
	if (empty_iface(to))
		return imake(b, to, word, data);
	Block *some = b_block(b), *end = b_block(b);
	Var *tab = var_synth(b, uptr());
	b_write(b, tab, b_zero(b, uptr()));
	b_if(b, b_v2(b, OpEqPtr, basic_type[T_BOOL], word, b_zero(b, uptr())), end, some, 0);
	b_enter(b, some);
	b_write(b, tab, b_rt(b, RT_getitab, uptr(), 3, b_type_addr(b, to), word, b_bool(b, false)));
	b_jump(b, end);
	b_enter(b, end);
	return imake(b, to, b_read(b, tab), data);
}

Value *
b_to_iface(B *b, Value *x, Type *from, Type *to, Expr *e)
{
	if (type_is_untyped(from))
		from = type_default(from);
	if (type_under(from)->kind == T_INTERFACE)
		return widen(b, x, from, to);
	Value *data = data_word(b, x, from, e);
	Value *tab = empty_iface(to) ? b_type_addr(b, from) : itab_addr(b, from, to);
	return imake(b, to, tab, data);
}

/* assertions */

static Value *
assert_to_iface(B *b, Value *x, Type *from, Type *to, Value **ok)
{
	Type *bl = basic_type[T_BOOL];
	Value *word = iface_typeword(b, x, from), *data = b_v1(b, OpIData, uptr(), x), *tab;
	if (empty_iface(to)) {
		tab = word;
		if (!ok) {
			Block *bad = b_block(b), *good = b_block(b);
			b_if(b, b_v2(b, OpEqPtr, bl, word, b_zero(b, uptr())), bad, good, -1);
			b_enter(b, bad);
			b_rt(b, RT_panicnildottype, NULL, 1, b_type_addr(b, to));
			b_enter(b, good);
		}
	} else {
		tab = b_rt(b, ok ? RT_assertE2I2 : RT_assertE2I, uptr(), 2, b_type_addr(b, to), word);
	}
	if (!ok)
		return imake(b, to, tab, data);
	*ok = b_v2(b, OpNeqPtr, bl, tab, b_zero(b, uptr()));
	return imake(b, to, tab, b_v3(b, OpCondSelect, uptr(), *ok, data, b_zero(b, uptr())));
}

static void
assert_failed(B *b, Value *word, Type *from, Type *to)
{
	b_rt(b, RT_panicdottypeE, NULL, 3, word, b_type_addr(b, to), b_type_addr(b, from));
}

static Value *
value_or_zero(B *b, Value *x, Type *to, Value *ok)
{
	Block *hit = b_block(b), *end = b_block(b);
	Var *v = var_synth(b, to);
	if (type_ssaable(to)) {
		b_write(b, v, b_zero(b, to));
	} else {
		v->mem = true;
		v->addr = b_local(b, to);
		b_zero_mem(b, to, v->addr);
	}
	b_if(b, ok, hit, end, 0);
	b_enter(b, hit);
	b_var_set(b, v, iface_data(b, x, to));
	b_jump(b, end);
	b_enter(b, end);
	return b_var_value(b, v);
}

Value *
b_assert(B *b, Value *x, Type *from, Type *to, Value **ok)
{
	if (type_under(to)->kind == T_INTERFACE)
		return assert_to_iface(b, x, from, to, ok);
	Value *word = iface_typeword(b, x, from);
	Value *same = b_v2(b, OpEqPtr, basic_type[T_BOOL], word, b_type_addr(b, to));
	if (ok) {
		*ok = same;
		return value_or_zero(b, x, to, same);
	}
	Block *good = b_block(b), *bad = b_block(b);
	b_if(b, same, good, bad, 1);
	b_enter(b, bad);
	assert_failed(b, word, from, to);
	b_enter(b, good);
	return iface_data(b, x, to);
}
