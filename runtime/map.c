/* map.c - maps of any key type, growth, deletion, iteration. map.h has the structure. */
#include "map.h"

Hmap *runtime_makemap(const MapType *t, i64 hint) SYM(makemap);
Hmap *runtime_makemap_small(const MapType *t) SYM(makemap_small);
void *runtime_mapaccess1(const MapType *t, Hmap *m, const void *key) SYM(mapaccess1);
PtrBool runtime_mapaccess2(const MapType *t, Hmap *m, const void *key) SYM(mapaccess2);
void *runtime_mapassign(const MapType *t, Hmap *m, const void *key) SYM(mapassign);
void runtime_mapdelete(const MapType *t, Hmap *m, const void *key) SYM(mapdelete);
void runtime_mapclear(const MapType *t, Hmap *m) SYM(mapclear);
void runtime_mapiterinit(const MapType *t, Hmap *m, MapIter *it) SYM(mapiterinit);
void runtime_mapiternext(MapIter *it) SYM(mapiternext);
i64 runtime_maplen(Hmap *m) SYM(maplen);

/* ---- making ---- */

static u8 *
newgroups(const MapType *t, u64 n)
{
	bool noscan = t->key->ptrdata == 0 && t->elem->ptrdata == 0 && !(t->flags & (MAP_INDIRECT_KEY | MAP_INDIRECT_ELEM));
	u8 *g = runtime_mallocgc(n * t->group_size, noscan ? 0 : &type_conservative, true);
	u64 i;

	if (!noscan)
		malloc_setgroups(g, t);

	for (i = 0; i < n; i++)
		*(u64 *)(g + i * t->group_size) = ALL_EMPTY;
	return g;
}

static void
table_alloc(const MapType *t, Table *tab, u64 cap)
{
	tab->groups = newgroups(t, cap / SLOTS);
	tab->mask = cap / SLOTS - 1;
	tab->cap = cap;
	tab->used = 0;
	tab->growthleft = cap == SLOTS ? SLOTS - 1 : cap * 7 / 8;
}

static Table *
table_new(const MapType *t, u64 cap, i32 index, u8 localdepth)
{
	Table *tab = runtime_mallocgc(sizeof *tab, &type_conservative, true);

	table_alloc(t, tab, cap);
	tab->index = index;
	tab->localdepth = localdepth;
	return tab;
}

static void
setdir(Hmap *m, void *dir, u8 depth)
{
	wb_slot(&m->dir);
	m->dir = dir;
	m->depth = depth;
	m->dirlen = 1ll << depth;
	m->shift = 64 - depth;
}

static u64
pow2(u64 n)
{
	return n <= 1 ? 1 : 1ull << (64 - __builtin_clzll(n - 1));
}

Hmap *
runtime_makemap_small(const MapType *t)
{
	Hmap *m = runtime_mallocgc(sizeof *m, &type_conservative, true);

	m->seed = fastrand64();
	return m;
}

Hmap *
runtime_makemap(const MapType *t, i64 hint)
{
	Hmap *m = runtime_makemap_small(t);
	u64 cap, n, i, bytes;
	Table **dir;

	if (hint <= SLOTS)
		return m;
	if (__builtin_mul_overflow((u64)hint, t->slot_size * 8 / 7, &bytes) || bytes > 1ull << 40)
		return m;
	cap = pow2((u64)hint * 8 / 7 + 1);
	n = cap > MAXTABLE ? cap / MAXTABLE : 1;
	cap = cap > MAXTABLE ? MAXTABLE : cap;
	dir = runtime_mallocgc(n * sizeof *dir, &type_conservative, true);
	for (i = 0; i < n; i++)
		dir[i] = table_new(t, cap, i, __builtin_ctzll(n));
	setdir(m, dir, __builtin_ctzll(n));
	return m;
}

void *
map_zero(const MapType *t)
{
	static u8 zero[1024] __attribute__((aligned(16)));
	static Lock biglock;
	static void *big;
	static u64 bigsize;
	void *p, *new;

	if (likely(t->elem->size <= sizeof zero))
		return zero;
	new = t->elem->size > aload(&bigsize) ? runtime_mallocgc(t->elem->size, 0, true) : 0;
	lock(&biglock);
	if (new && t->elem->size > bigsize) {
		big = new;
		astore(&bigsize, t->elem->size);
	}
	p = big;
	unlock(&biglock);
	return p;
}

void
map_nilassign(void)
{
	panicplain("assignment to entry in nil map");
}

void map_badread(void) { fatalthrow("concurrent map read and map write"); }
void map_badwrite(void) { fatalthrow("concurrent map writes"); }
void map_baditer(void) { fatalthrow("concurrent map iteration and map write"); }

/* ---- growth ---- */

/* Puts the entry of slot into a table known to have room and not to hold its key. */
static void
reinsert(const MapType *t, Table *tab, u8 *slot, u64 hash)
{
	u64 i, step, b;
	u8 *g;
	u32 n;

	for (i = hash >> 7 & tab->mask, step = 0;; i = (i + ++step) & tab->mask) {
		g = tab->groups + i * t->group_size;
		b = match_free(ctrl(g));
		if (b)
			break;
	}
	n = first(b);
	g[n] = hash & 0x7f;
	runtime_memmove(slotat(t, g, n), slot, t->slot_size);
	tab->used++;
	tab->growthleft--;
}

static u64
slothash(const MapType *t, Hmap *m, u8 *slot)
{
	Key k = key_load(t, slotkey(t, slot));

	return key_hash(t, key_kind(t), &k, m->seed);
}

/* All entries of n groups go to a, or to b when the hash has the bit of `mask`. */
static void
rehash(const MapType *t, Hmap *m, u8 *groups, u64 n, Table *a, Table *b, u64 mask)
{
	u64 i, c, hash;
	u8 *g, *slot;

	for (i = 0; i < n; i++) {
		g = groups + i * t->group_size;
		for (c = match_full(ctrl(g)); c; c &= c - 1) {
			slot = slotat(t, g, first(c));
			hash = slothash(t, m, slot);
			reinsert(t, hash & mask ? b : a, slot, hash);
		}
	}
}

static void
dir_set(Hmap *m, Table *tab)
{
	Table **dir = m->dir;
	u64 n = 1ull << (m->depth - tab->localdepth), i;

	for (i = 0; i < n; i++) {
		wb_slot(&dir[tab->index + i]);
		dir[tab->index + i] = tab;
	}
}

static void
dir_double(Hmap *m)
{
	u64 n = m->dirlen, i;
	Table **old = m->dir, **dir = runtime_mallocgc(2 * n * sizeof *dir, &type_conservative, true);

	for (i = 0; i < n; i++) {
		dir[2 * i] = dir[2 * i + 1] = old[i];
		if (i == 0 || old[i] != old[i - 1])
			old[i]->index = 2 * i;
	}
	setdir(m, dir, m->depth + 1);
}

static void
table_split(const MapType *t, Hmap *m, Table *tab)
{
	u8 d = tab->localdepth + 1;
	Table *a, *b;

	if (d > m->depth)
		dir_double(m);
	a = table_new(t, MAXTABLE, tab->index, d);
	b = table_new(t, MAXTABLE, tab->index + (1 << (m->depth - d)), d);
	rehash(t, m, tab->groups, tab->mask + 1, a, b, 1ull << (64 - d));
	tab->index = -1;
	dir_set(m, a);
	dir_set(m, b);
}

/* tab has no room: doubles it, splits it, or, when most of it are deleted entries, makes it anew. */
static void
table_grow(const MapType *t, Hmap *m, Table *tab)
{
	u64 cap = tab->used * 2u > tab->cap ? tab->cap * 2u : tab->cap;
	Table *n;

	if (cap > MAXTABLE) {
		table_split(t, m, tab);
		return;
	}
	n = table_new(t, cap, tab->index, tab->localdepth);
	rehash(t, m, tab->groups, tab->mask + 1, n, n, 0);
	tab->index = -1;
	dir_set(m, n);
}

static void
small_to_table(const MapType *t, Hmap *m)
{
	Table *tab = table_new(t, 2 * SLOTS, 0, 0), **dir = runtime_mallocgc(sizeof *dir, &type_conservative, true);

	rehash(t, m, m->dir, 1, tab, tab, 0);
	dir[0] = tab;
	setdir(m, dir, 0);
}

u8 *
map_place(const MapType *t, Hmap *m, u64 hash)
{
	Table *tab;
	u64 i, step, b;
	u8 *g;
	u32 n;

	if (m->dirlen == 0) {
		if (!m->dir)
			m->dir = newgroups(t, 1);
		g = m->dir;
		b = match_free(ctrl(g));
		if (!b) {
			small_to_table(t, m);
			return 0;
		}
		n = first(b);
		g[n] = hash & 0x7f;
		m->count++;
		return slotat(t, g, n);
	}
	tab = map_table(m, hash);
	for (i = hash >> 7 & tab->mask, step = 0;; i = (i + ++step) & tab->mask) {
		g = tab->groups + i * t->group_size;
		b = match_free(ctrl(g));
		if (b)
			break;
	}
	n = first(b);
	if (g[n] == CTRL_EMPTY) {
		if (tab->growthleft == 0) {
			table_grow(t, m, tab);
			return 0;
		}
		tab->growthleft--;
	}
	g[n] = hash & 0x7f;
	tab->used++;
	m->count++;
	return slotat(t, g, n);
}

/* ---- deleting ---- */

/* The slot is to be overwritten. Keys and elements held by pointer go as a whole. */
static void
slot_barrier(const MapType *t, u8 *slot)
{
	if (likely(!writeBarrier))
		return;
	if (t->flags & MAP_INDIRECT_KEY)
		wb_slot(slot);
	else
		wb_typed(t->key, slot, 1);
	if (t->flags & MAP_INDIRECT_ELEM)
		wb_slot(slot + t->elem_off);
	else
		wb_typed(t->elem, slot + t->elem_off, 1);
}

static void
slot_clear(const MapType *t, u8 *slot)
{
	slot_barrier(t, slot);
	runtime_memclr(slot, t->slot_size);
}

/* In a group that has an empty slot every search ends: the slot becomes empty, too. Else it stays as "deleted". */
void
map_remove(const MapType *t, Hmap *m, u8 *slot, u64 hash)
{
	Table *tab;
	u64 off, gi;
	u8 *g = m->dir;

	m->count--;
	if (m->dirlen == 0) {
		g[(slot - g - 8) / t->slot_size] = CTRL_EMPTY;
	} else {
		tab = map_table(m, hash);
		off = slot - tab->groups;
		gi = off / t->group_size;
		g = tab->groups + gi * t->group_size;
		tab->used--;
		if (match_empty(ctrl(g))) {
			g[(slot - g - 8) / t->slot_size] = CTRL_EMPTY;
			tab->growthleft++;
		} else {
			g[(slot - g - 8) / t->slot_size] = CTRL_DELETED;
		}
	}
	slot_clear(t, slot);
	if (m->count == 0)
		m->seed = m->dirlen == 0 ? fastrand64() : m->seed;
}

static void
groups_clear(const MapType *t, u8 *groups, u64 n)
{
	u64 i, b;
	u8 *g = groups;

	for (i = 0; writeBarrier && i < n; i++, g += t->group_size)
		for (b = match_full(ctrl(g)); b; b &= b - 1)
			slot_barrier(t, slotat(t, g, first(b)));
	runtime_memclr(groups, n * t->group_size);
	for (i = 0; i < n; i++)
		*(u64 *)(groups + i * t->group_size) = ALL_EMPTY;
}

void
runtime_mapclear(const MapType *t, Hmap *m)
{
	Table **dir, *tab;
	i64 i;

	if (!m || (m->count == 0 && m->dirlen == 0))
		return;
	map_beginwrite(m);
	if (m->dirlen == 0) {
		groups_clear(t, m->dir, 1);
	} else {
		for (dir = m->dir, i = 0; i < m->dirlen; i += 1ll << (m->depth - tab->localdepth)) {
			tab = dir[i];
			groups_clear(t, tab->groups, tab->mask + 1);
			tab->growthleft = tab->cap == SLOTS ? SLOTS - 1 : tab->cap * 7 / 8;
			tab->used = 0;
		}
	}
	m->count = 0;
	m->clearseq++;
	m->seed = fastrand64();
	map_endwrite(m);
}

/* ---- access by descriptor ---- */

u8 *
map_lookup(const MapType *t, Hmap *m, const void *key)
{
	Key k;

	if (!m || m->count == 0) {
		if (t->flags & MAP_HASH_MIGHT_PANIC)
			t->key->hashfn(key, 0);
		return 0;
	}
	map_reads(m);
	k = key_load(t, key);
	return map_find(t, KEY_ANY, m, &k, key_hash(t, key_kind(t), &k, m->seed));
}

void *
runtime_mapaccess1(const MapType *t, Hmap *m, const void *key)
{
	u8 *slot = map_lookup(t, m, key);

	return slot ? slotelem(t, slot) : map_zero(t);
}

PtrBool
runtime_mapaccess2(const MapType *t, Hmap *m, const void *key)
{
	u8 *slot = map_lookup(t, m, key);

	return slot ? (PtrBool){slotelem(t, slot), true} : (PtrBool){map_zero(t), false};
}

void *
runtime_mapassign(const MapType *t, Hmap *m, const void *key)
{
	Kind kind = key_kind(t);
	u64 hash;
	u8 *slot;
	Key k;

	if (!m)
		map_nilassign();
	k = key_load(t, key);
	hash = key_hash(t, kind, &k, m->seed);
	map_beginwrite(m);
	slot = map_find(t, KEY_ANY, m, &k, hash);
	if (slot) {
		if (t->flags & MAP_NEED_KEY_UPDATE)
			runtime_typedmemmove(t->key, slotkey(t, slot), key);
		map_endwrite(m);
		return slotelem(t, slot);
	}
	while (!(slot = map_insert(t, m, hash)))
		hash = key_hash(t, kind, &k, m->seed);
	if (t->flags & MAP_INDIRECT_KEY)
		*(void **)slot = runtime_newobject(t->key);
	if (t->flags & MAP_INDIRECT_ELEM)
		*(void **)(slot + t->elem_off) = runtime_newobject(t->elem);
	runtime_memmove(slotkey(t, slot), key, t->key->size);
	map_endwrite(m);
	return slotelem(t, slot);
}

void
runtime_mapdelete(const MapType *t, Hmap *m, const void *key)
{
	u64 hash;
	u8 *slot;
	Key k;

	if (!m || m->count == 0) {
		map_lookup(t, m, key);               /* it may panic */
		return;
	}
	k = key_load(t, key);
	hash = key_hash(t, key_kind(t), &k, m->seed);
	map_beginwrite(m);
	slot = map_find(t, KEY_ANY, m, &k, hash);
	if (slot)
		map_remove(t, m, slot, hash);
	map_endwrite(m);
}

i64
runtime_maplen(Hmap *m)
{
	return m ? m->count : 0;
}

/* ---- iteration ----
 *
 * Starts at a random table and, in each table, at a random slot. It goes through the slots of the table as it was when it was
 * reached. Once that was replaced, an entry's presence and element are looked up in the map: never a deleted entry,
 * never one twice. Entries added meanwhile may or may not come. */

typedef struct Iter {
	void *key, *elem;
	const MapType *t;
	Hmap *m;
	u64 slotoff, diroff, clearseq;
	i64 dirindex;                                /* -1: small map */
	Table *tab;
	u8 *group;                                   /* small map: its group */
	u64 next;                                    /* slots seen in tab */
	u8 depth;
} Iter;
_Static_assert(sizeof(Iter) <= sizeof(MapIter), "Iter");

static void
iter_table(Iter *it)
{
	Hmap *m = it->m;
	u8 more = m->depth - it->depth;

	it->dirindex <<= more;
	it->diroff <<= more;
	it->depth = m->depth;
	if (it->dirindex >= m->dirlen) {
		it->tab = 0;
		return;
	}
	it->tab = ((Table **)m->dir)[(it->dirindex + it->diroff) & (m->dirlen - 1)];
	it->next = 0;
}

void
runtime_mapiterinit(const MapType *t, Hmap *m, MapIter *mi)
{
	Iter *it = (Iter *)mi;
	u64 r;

	runtime_memclr(mi, sizeof(Iter));
	it->t = t;
	it->m = m;
	if (!m || m->count == 0)
		return;
	if (unlikely(m->writing))
		map_baditer();
	r = fastrand64();
	it->slotoff = r >> 32;
	it->clearseq = m->clearseq;
	if (m->dirlen == 0) {
		it->dirindex = -1;
		it->group = m->dir;
	} else {
		it->depth = m->depth;
		it->diroff = ((Table **)m->dir)[r & (m->dirlen - 1)]->index;
		iter_table(it);
	}
	runtime_mapiternext(mi);
}

static bool
emit(Iter *it, void *key, void *elem)
{
	it->key = key;
	it->elem = elem;
	return true;
}

/* The entry of a group that the map no longer uses. */
static bool
emit_stale(Iter *it, u8 *slot)
{
	const MapType *t = it->t;
	void *key = slotkey(t, slot);
	u8 *now = map_lookup(t, it->m, key);

	if (now)
		return emit(it, slotkey(t, now), slotelem(t, now));
	/* NaN: never found, so never deleted either, except by clear */
	if (it->clearseq == it->m->clearseq && !t->key->equal(key, key))
		return emit(it, key, slotelem(t, slot));
	return false;
}

static bool
next_small(Iter *it)
{
	u32 i;
	u8 *slot;

	while (it->next < SLOTS) {
		i = (it->next++ + it->slotoff) & (SLOTS - 1);
		if (it->group[i] & 0x80)
			continue;
		slot = slotat(it->t, it->group, i);
		if (it->m->dir != it->group) {
			if (emit_stale(it, slot))
				return true;
			continue;
		}
		return emit(it, slotkey(it->t, slot), slotelem(it->t, slot));
	}
	return false;
}

static bool
next_in_table(Iter *it)
{
	Table *tab = it->tab;
	u64 i;
	u8 *g, *slot;

	while (it->next < tab->cap) {
		i = (it->next + it->slotoff) & (tab->cap - 1);
		g = tab->groups + i / SLOTS * it->t->group_size;
		if ((i & 7) == 0 && it->next + SLOTS <= tab->cap && match_full(ctrl(g)) == 0) {
			it->next += SLOTS;
			continue;
		}
		it->next++;
		if (g[i & 7] & 0x80)
			continue;
		slot = slotat(it->t, g, i & 7);
		if (tab->index < 0) {
			if (emit_stale(it, slot))
				return true;
			continue;
		}
		return emit(it, slotkey(it->t, slot), slotelem(it->t, slot));
	}
	return false;
}

void
runtime_mapiternext(MapIter *mi)
{
	Iter *it = (Iter *)mi;
	u8 more;

	if (unlikely(it->m->writing))
		map_baditer();
	if (it->dirindex < 0) {
		if (!next_small(it))
			it->key = it->elem = 0;
		return;
	}
	while (it->tab) {
		if (next_in_table(it))
			return;
		more = it->m->depth - it->depth;
		it->dirindex <<= more;
		it->diroff <<= more;
		it->depth = it->m->depth;
		it->dirindex += 1ll << (it->depth - it->tab->localdepth);
		iter_table(it);
	}
	it->key = it->elem = 0;
}
