/* map.h - inside of maps, shared by map.c (everything by type descriptor) and mapfast.c (32-bit, 64-bit and string keys).
 *
 * Swiss tables as in Go since 1.24. A group: 8 control bytes (empty 0x80, deleted 0xfe, else 7 bits of the hash) and 8 slots
 * (key, elem). A map of at most 8 entries is one group. Larger: a directory, indexed by the top bits of the hash, of tables
 * of at most 1024 slots; a full table doubles or, at 1024, splits in two, so that no insertion rehashes everything. A table that
 * was replaced stays as it is, with index -1, for iterators that stand in it.
 *
 * The inlined lookup gets the kind of key as a constant; a Key holds it in the kind's own form. */
#ifndef MINIGO_MAP_H
#define MINIGO_MAP_H
#include "runtime.h"
#include "hash.h"

enum { SLOTS = 8, MAXTABLE = 1024, CTRL_EMPTY = 0x80, CTRL_DELETED = 0xfe };
#define LSBS 0x0101010101010101ull
#define MSBS 0x8080808080808080ull
#define ALL_EMPTY MSBS

typedef struct Table {
	u16 used, cap, growthleft;                   /* slots full; slots; empty slots that may still be filled */
	u8 localdepth;
	i32 index;                                   /* first directory entry; -1: replaced */
	u8 *groups;
	u64 mask;                                    /* number of groups - 1 */
} Table;

struct Hmap {
	i64 count;                                   /* MapHeader */
	u64 seed;
	void *dir;                                   /* dirlen == 0: the one group, or 0; else Table *[dirlen] */
	i64 dirlen;
	u8 depth, shift;                             /* log2 dirlen, 64 - depth */
	u8 writing;                                  /* some goroutine changes it: others must not use it */
	u64 clearseq;
};

typedef enum Kind { KEY_ANY, KEY_32, KEY_64, KEY_STR } Kind;
typedef struct Key { const void *p; u64 v; GoString s; } Key;

INLINE u64 ctrl(const u8 *g) { return *(const u64 *)g; }
INLINE u64 match_h2(u64 c, u64 h) { u64 x = c ^ (LSBS * (h & 0x7f)); return (x - LSBS) & ~x & MSBS; }
INLINE u64 match_empty(u64 c) { return c & ~(c << 6) & MSBS; }
INLINE u64 match_free(u64 c) { return c & MSBS; }
INLINE u64 match_full(u64 c) { return ~c & MSBS; }
INLINE u32 first(u64 m) { return __builtin_ctzll(m) >> 3; }
INLINE u8 *slotat(const MapType *t, u8 *g, u32 i) { return g + 8 + i * t->slot_size; }

/* How the key type is hashed, whoever asks: the fast functions must agree with the general ones. */
INLINE Kind
key_kind(const MapType *t)
{
	Type *k = t->key;

	if (k->kind == KIND_STRING)
		return KEY_STR;
	if (!(k->tflag & TFLAG_REGULAR))
		return KEY_ANY;
	return k->size == 8 ? KEY_64 : k->size == 4 ? KEY_32 : KEY_ANY;
}

INLINE Key
key_load(const MapType *t, const void *p)
{
	Key k = {.p = p};

	switch (key_kind(t)) {
	case KEY_STR: k.s = *(const GoString *)p; break;
	case KEY_64: __builtin_memcpy(&k.v, p, 8); break;
	case KEY_32: k.v = *(const u32 *)p; break;
	default: break;
	}
	return k;
}

INLINE u64
key_hash(const MapType *t, Kind kind, const Key *k, u64 seed)
{
	switch (kind) {
	case KEY_32: return hash32(k->v, seed);
	case KEY_64: return hash64(k->v, seed);
	case KEY_STR: return hashbytes(k->s.p, k->s.n, seed);
	default: return t->key->hashfn(k->p, seed);
	}
}

INLINE void *
slotkey(const MapType *t, u8 *slot)
{
	return t->flags & MAP_INDIRECT_KEY ? *(void **)slot : slot;
}

INLINE void *
slotelem(const MapType *t, u8 *slot)
{
	u8 *e = slot + t->elem_off;

	return t->flags & MAP_INDIRECT_ELEM ? *(void **)e : e;
}

INLINE bool
key_equal(const MapType *t, Kind kind, const Key *k, u8 *slot)
{
	switch (kind) {
	case KEY_32: return *(u32 *)slot == (u32)k->v;
	case KEY_64: return *(u64 *)slot == k->v;
	case KEY_STR: return ((GoString *)slot)->n == k->s.n
		&& (((GoString *)slot)->p == k->s.p || runtime_memequal(((GoString *)slot)->p, k->s.p, k->s.n));
	default: return t->key->equal(k->p, slotkey(t, slot));
	}
}

INLINE Table *
map_table(Hmap *m, u64 hash)
{
	return ((Table **)m->dir)[m->dirlen == 1 ? 0 : hash >> m->shift];
}

INLINE u8 *
group_find(const MapType *t, Kind kind, const Key *k, u8 *g, u64 hash)
{
	u64 b = match_h2(ctrl(g), hash);
	u8 *slot;

	for (; b; b &= b - 1) {
		slot = slotat(t, g, first(b));
		if (likely(key_equal(t, kind, k, slot)))
			return slot;
	}
	return 0;
}

/* The slot of k, or 0. m is not nil. */
INLINE u8 *
map_find(const MapType *t, Kind kind, Hmap *m, const Key *k, u64 hash)
{
	Table *tab;
	u64 i, step;
	u8 *g, *slot;

	if (m->dirlen == 0)
		return m->dir ? group_find(t, kind, k, m->dir, hash) : 0;
	tab = map_table(m, hash);
	for (i = hash >> 7 & tab->mask, step = 0;; i = (i + ++step) & tab->mask) {
		g = tab->groups + i * t->group_size;
		slot = group_find(t, kind, k, g, hash);
		if (slot)
			return slot;
		if (likely(match_empty(ctrl(g)) != 0))
			return 0;
	}
}

/* A place for a key that is not in the map: control byte set, counts kept, the key to be written by the caller. 0: the table
 * was grown, look again. */
u8 *map_place(const MapType *t, Hmap *m, u64 hash);
void map_smallgrow(const MapType *t, Hmap *m, u64 hash);
void *map_zero(const MapType *t);                    /* a zero element, not to be written */
void map_nilassign(void) NORETURN COLD;
void map_badread(void) NORETURN COLD;
void map_badwrite(void) NORETURN COLD;
void map_baditer(void) NORETURN COLD;

/* These find goroutines that use a map without a lock, mostly; no promise. Hashing may panic: it comes before the write begins. */
INLINE void
map_reads(Hmap *m)
{
	if (unlikely(__atomic_load_n(&m->writing, __ATOMIC_RELAXED)))
		map_badread();
}

INLINE void
map_beginwrite(Hmap *m)
{
	if (unlikely(__atomic_load_n(&m->writing, __ATOMIC_RELAXED)))
		map_badwrite();
	__atomic_store_n(&m->writing, 1, __ATOMIC_RELAXED);
}

INLINE void
map_endwrite(Hmap *m)
{
	if (unlikely(!__atomic_load_n(&m->writing, __ATOMIC_RELAXED)))
		map_badwrite();
	__atomic_store_n(&m->writing, 0, __ATOMIC_RELAXED);
}

INLINE u8 *
map_insert(const MapType *t, Hmap *m, u64 hash)
{
	Table *tab;
	u64 i, step, b, c;
	u8 *g;
	u32 n;

	if (likely(m->dirlen != 0)) {
		tab = map_table(m, hash);
		for (i = hash >> 7 & tab->mask, step = 0;; i = (i + ++step) & tab->mask) {
			g = tab->groups + i * t->group_size;
			c = ctrl(g);
			b = match_free(c);
			if (likely(b != 0))
				break;
		}
		n = first(b);
		if (likely(g[n] == CTRL_EMPTY && tab->growthleft > 0)) {
			g[n] = hash & 0x7f;
			tab->growthleft--;
			tab->used++;
			m->count++;
			return slotat(t, g, n);
		}
	}
	return map_place(t, m, hash);
}

void map_remove(const MapType *t, Hmap *m, u8 *slot, u64 hash);
u8 *map_lookup(const MapType *t, Hmap *m, const void *key);      /* by descriptor */
#endif
