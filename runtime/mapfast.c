/* mapfast.c - maps with keys of 32 bits, 64 bits and strings: map.h's lookup with the kind of key known at compile time. */
#include "map.h"

#define ACCESS(name, kind, param, key) \
	void *runtime_mapaccess1_##name(const MapType *t, Hmap *m, param) SYM(mapaccess1_##name); \
	PtrBool runtime_mapaccess2_##name(const MapType *t, Hmap *m, param) SYM(mapaccess2_##name); \
	void *runtime_mapassign_##name(const MapType *t, Hmap *m, param) SYM(mapassign_##name); \
	void runtime_mapdelete_##name(const MapType *t, Hmap *m, param) SYM(mapdelete_##name); \
	void * \
	runtime_mapaccess1_##name(const MapType *t, Hmap *m, param) \
	{ \
		Key k = key; \
		u8 *slot; \
		if (!m || m->count == 0) \
			return map_zero(t); \
		map_reads(m); \
		slot = map_find(t, kind, m, &k, key_hash(t, kind, &k, m->seed)); \
		return slot ? slotelem(t, slot) : map_zero(t); \
	} \
	PtrBool \
	runtime_mapaccess2_##name(const MapType *t, Hmap *m, param) \
	{ \
		Key k = key; \
		u8 *slot; \
		if (!m || m->count == 0) \
			return (PtrBool){map_zero(t), false}; \
		map_reads(m); \
		slot = map_find(t, kind, m, &k, key_hash(t, kind, &k, m->seed)); \
		return slot ? (PtrBool){slotelem(t, slot), true} : (PtrBool){map_zero(t), false}; \
	} \
	void * \
	runtime_mapassign_##name(const MapType *t, Hmap *m, param) \
	{ \
		Key k = key; \
		u8 *slot; \
		u64 hash; \
		if (!m) \
			map_nilassign(); \
		hash = key_hash(t, kind, &k, m->seed); \
		map_beginwrite(m); \
		slot = map_find(t, kind, m, &k, hash); \
		if (!slot) { \
			while (!(slot = map_insert(t, m, hash))) \
				hash = key_hash(t, kind, &k, m->seed); \
			put(t, kind, slot, &k); \
		} else if (kind == KEY_STR) { \
			wb_slot(slot); \
			*(GoString *)slot = k.s; \
		} \
		map_endwrite(m); \
		return slotelem(t, slot); \
	} \
	void \
	runtime_mapdelete_##name(const MapType *t, Hmap *m, param) \
	{ \
		Key k = key; \
		u8 *slot; \
		u64 hash; \
		if (!m || m->count == 0) \
			return; \
		hash = key_hash(t, kind, &k, m->seed); \
		map_beginwrite(m); \
		slot = map_find(t, kind, m, &k, hash); \
		if (slot) \
			map_remove(t, m, slot, hash); \
		map_endwrite(m); \
	}

INLINE void
put(const MapType *t, Kind kind, u8 *slot, const Key *k)
{
	if (kind == KEY_STR)
		*(GoString *)slot = k->s;
	else if (kind == KEY_64)
		*(u64 *)slot = k->v;
	else
		*(u32 *)slot = k->v;
	if (unlikely(t->flags & MAP_INDIRECT_ELEM))
		*(void **)(slot + t->elem_off) = runtime_newobject(t->elem);
}

#define COMMA ,
ACCESS(fast32, KEY_32, u32 v, {.v = v})
ACCESS(fast64, KEY_64, u64 v, {.v = v})
ACCESS(faststr, KEY_STR, const u8 *p COMMA i64 n, {.s = {p COMMA n}})

void *runtime_mapassign_fast64ptr(const MapType *t, Hmap *m, u64 v) SYM(mapassign_fast64ptr);
void *
runtime_mapassign_fast64ptr(const MapType *t, Hmap *m, u64 v)
{
	return runtime_mapassign_fast64(t, m, v);
}
