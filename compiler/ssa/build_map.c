/* build_map.c - map operations: the runtime's variants for 32- and 64-bit and string keys. */
#include "ssa/build.h"

typedef enum Fast { F_SLOW, F_32, F_64, F_PTR, F_STR } Fast;

static Fast
fast_kind(Type *u)
{
	Type *k = type_under(u->key);
	if (type_size(u->elem) > 128)
		return F_SLOW;
	if (k->kind == T_STRING)
		return F_STR;
	if (k->kind == T_POINTER || k->kind == T_UNSAFEPTR || k->kind == T_CHAN)
		return F_PTR;
	if (type_is_integer(k) && type_size(k) == 8)
		return F_64;
	return type_is_integer(k) && type_size(k) == 4 ? F_32 : F_SLOW;
}

Value *
b_type_addr(B *b, Type *t)
{
	Value *v = b_v0(b, OpTypeAddr, basic_type[T_UNSAFEPTR]);
	v->auxtype = t;
	use_type(b->p, t);
	return v;
}

/* Calls the variant: rts in order slow, 32, 64, ptr, str. */
static Value *
map_call(B *b, Type *mt, Value *m, Value *key, const RtCall *rts, Type *rt)
{
	Type *u = type_under(mt), *kt = unalias(u->key);
	Fast f = fast_kind(u);
	Value *td = b_type_addr(b, mt);
	switch (f) {
	case F_STR:
		return b_rt(b, rts[f], rt, 4, td, m, b_string_bytes(b, key), b_v1(b, OpStringLen, basic_type[T_INT], key));
	case F_PTR:
		if (rts[F_PTR] == rts[F_64])
			key = b_v1(b, OpBitcast, basic_type[T_UINTPTR], key);
		/* fall through */
	case F_32: case F_64:
		return b_rt(b, rts[f], rt, 3, td, m, key);
	default:
		return b_rt(b, rts[F_SLOW], rt, 3, td, m, b_spill(b, kt, key));
	}
}

Value *
map_addr1(B *b, Type *mt, Value *m, Value *key)
{
	static const RtCall rts[] = { RT_mapaccess1, RT_mapaccess1_fast32, RT_mapaccess1_fast64, RT_mapaccess1_fast64, RT_mapaccess1_faststr };
	return map_call(b, mt, m, key, rts, ptr_to(unalias(type_under(mt)->elem)));
}

Value *
map_access2(B *b, Type *mt, Value *m, Value *key, Value **ok)
{
	static const RtCall rts[] = { RT_mapaccess2, RT_mapaccess2_fast32, RT_mapaccess2_fast64, RT_mapaccess2_fast64, RT_mapaccess2_faststr };
	Value *r = map_call(b, mt, m, key, rts, tuple2(ptr_to(unalias(type_under(mt)->elem)), basic_type[T_BOOL]));
	Value *p = b_sel(b, r, 0);
	*ok = b_sel(b, r, 1);
	return p;
}

Value *
map_assign(B *b, Type *mt, Value *m, Value *key)
{
	static const RtCall rts[] = { RT_mapassign, RT_mapassign_fast32, RT_mapassign_fast64, RT_mapassign_fast64ptr, RT_mapassign_faststr };
	return map_call(b, mt, m, key, rts, ptr_to(unalias(type_under(mt)->elem)));
}

void
map_delete(B *b, Type *mt, Value *m, Value *key)
{
	static const RtCall rts[] = { RT_mapdelete, RT_mapdelete_fast32, RT_mapdelete_fast64, RT_mapdelete_fast64, RT_mapdelete_faststr };
	map_call(b, mt, m, key, rts, NULL);
}
