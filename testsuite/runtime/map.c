/* Maps against a plain array: random insertions, deletions, lookups, clears, iterations that change the map under way. */
#include "test.h"

enum { KEYS = 3000 };
void *assign64(const MapType *t, Hmap *m, u64 k) SYM(mapassign_fast64);
PtrBool access64(const MapType *t, Hmap *m, u64 k) SYM(mapaccess2_fast64);
void delete64(const MapType *t, Hmap *m, u64 k) SYM(mapdelete_fast64);
void *assignany(const MapType *t, Hmap *m, const void *k) SYM(mapassign);
PtrBool accessany(const MapType *t, Hmap *m, const void *k) SYM(mapaccess2);
void deleteany(const MapType *t, Hmap *m, const void *k) SYM(mapdelete);
void *assignstr(const MapType *t, Hmap *m, const u8 *p, i64 n) SYM(mapassign_faststr);
PtrBool accessstr(const MapType *t, Hmap *m, const u8 *p, i64 n) SYM(mapaccess2_faststr);
Hmap *makemap(const MapType *t, i64 hint) SYM(makemap);
void clear(const MapType *t, Hmap *m) SYM(mapclear);
void iterinit(const MapType *t, Hmap *m, MapIter *it) SYM(mapiterinit);
void iternext(MapIter *it) SYM(mapiternext);
i64 maplen(Hmap *m) SYM(maplen);

static u64 inthash(const void *p, u64 seed) { return runtime_memhash(p, seed, 8); }
static Type t_odd = {.size = 8, .kind = KIND_STRUCT, .equal = int_equal, .hashfn = inthash};
static MapType fast = {.key = &t_int, .elem = &t_int, .slot_size = 16, .elem_off = 8, .group_size = 136};
static MapType slow = {.key = &t_odd, .elem = &t_int, .slot_size = 16, .elem_off = 8, .group_size = 136};
static MapType indirect = {.key = &t_odd, .elem = &t_int, .slot_size = 16, .elem_off = 8, .group_size = 136,
	.flags = MAP_INDIRECT_KEY | MAP_INDIRECT_ELEM};
static MapType strs = {.key = &t_str, .elem = &t_int, .slot_size = 24, .elem_off = 16, .group_size = 200};
static i64 model[KEYS], count, seen[KEYS];

static void
put(const MapType *t, Hmap *m, u64 k, i64 v)
{
	*(i64 *)(t == &fast && next(2) ? assign64(t, m, k) : assignany(t, m, &k)) = v;
	count += model[k] == 0;
	model[k] = v;
}

static void
drop(const MapType *t, Hmap *m, u64 k)
{
	if (t == &fast && next(2))
		delete64(t, m, k);
	else
		deleteany(t, m, &k);
	count -= model[k] != 0;
	model[k] = 0;
}

static void
look(const MapType *t, Hmap *m, u64 k)
{
	PtrBool r = t == &fast && next(2) ? access64(t, m, k) : accessany(t, m, &k);

	CHECK("present", r.ok & 1, model[k] != 0);
	CHECK("value", *(i64 *)r.p, model[k]);
}

/* change: also insert and delete while iterating; then only what was there all the time must come, once. */
static void
iterate(const MapType *t, Hmap *m, bool change)
{
	static i64 before[KEYS];
	MapIter it;
	i64 n = 0, i;

	for (i = 0; i < KEYS; i++) {
		before[i] = model[i];
		seen[i] = 0;
	}
	for (iterinit(t, m, &it); it.key; iternext(&it)) {
		i = *(i64 *)it.key;
		CHECK("seen twice", seen[i]++, 0);
		CHECK("deleted entry", model[i] == 0, 0);
		CHECK("element", *(i64 *)it.elem, model[i]);
		n++;
		if (change) {
			i = next(KEYS);
			before[i] = 0;
			drop(t, m, i);
			i = next(KEYS);
			if (model[i] == 0)
				seen[i] = 0;         /* a new entry, may come again */
			put(t, m, i, n + 1);
		}
	}
	if (!change)
		CHECK("entries", n, count);
	for (i = 0; i < KEYS; i++)
		if (before[i] && !seen[i])
			fail("not seen", i, n);
}

static void
storm(const MapType *t, i64 hint)
{
	Hmap *m = makemap(t, hint);
	i64 i, round, range;

	count = 0;
	for (i = 0; i < KEYS; i++)
		model[i] = 0;
	for (round = 0; round < 60; round++) {
		range = round % 3 == 0 ? 6 : round % 3 == 1 ? 200 : KEYS;
		for (i = 0; i < 2000; i++) {
			switch (next(round % 2 ? 3 : 5)) {
			case 0: drop(t, m, next(range)); break;
			case 1: look(t, m, next(KEYS)); break;
			default: put(t, m, next(range), 1 + next(1000)); break;
			}
		}
		CHECK("len", maplen(m), count);
		iterate(t, m, false);
		if (round % 10 == 9)
			iterate(t, m, true);
		if (round % 20 == 19) {
			clear(t, m);
			for (count = i = 0; i < KEYS; i++)
				model[i] = 0;
			iterate(t, m, false);
		}
	}
}

static void
strings(void)
{
	static u8 text[70];
	Hmap *m = makemap(&strs, 0);
	i64 i, n;

	for (i = 0; i < 70; i++)
		text[i] = 'a' + i % 7;
	for (n = 0; n <= 63; n++)
		for (i = 0; i < 7; i++)
			*(i64 *)assignstr(&strs, m, text + i, n) = n * 7 + i;
	CHECK("strings", maplen(m), 1 + 63 * 7);
	for (n = 1; n <= 63; n++)
		for (i = 0; i < 7; i++)
			CHECK("string", *(i64 *)accessstr(&strs, m, text + i, n).p, n * 7 + i);
}

/* ---- keys and elements of all sizes: of these over 128 bytes a slot has a pointer ---- */

enum { IDS = 200 };
#define KEYTYPE(n) \
	static bool equal##n(const void *a, const void *b) { return runtime_memequal(a, b, n); } \
	static u64 hash##n(const void *p, u64 seed) { return runtime_memhash(p, seed, n); }
KEYTYPE(1) KEYTYPE(2) KEYTYPE(3) KEYTYPE(4) KEYTYPE(8) KEYTYPE(12) KEYTYPE(24) KEYTYPE(128) KEYTYPE(129) KEYTYPE(300)
#define KEY(n, flag) {.size = n, .kind = KIND_STRUCT, .tflag = flag, .equal = equal##n, .hashfn = hash##n}
static Type keytypes[] = {KEY(1, 0), KEY(2, 0), KEY(3, 0), KEY(4, TFLAG_REGULAR), KEY(4, 0), KEY(8, TFLAG_REGULAR), KEY(12, TFLAG_REGULAR),
	KEY(24, 0), KEY(128, 0), KEY(129, 0), KEY(300, 0)};
static Type elemtypes[] = {{.size = 0}, {.size = 1}, {.size = 2}, {.size = 7}, {.size = 8}, {.size = 40}, {.size = 128}, {.size = 129},
	{.size = 1024}, {.size = 1025}, {.size = 3000}};

static void
shape(MapType *t, Type *key, Type *elem)
{
	u64 k = key->size > 128 ? 8 : key->size, e = elem->size > 128 ? 8 : elem->size;

	*t = (MapType){.key = key, .elem = elem, .flags = (key->size > 128 ? MAP_INDIRECT_KEY : 0) | (elem->size > 128 ? MAP_INDIRECT_ELEM : 0)};
	t->elem_off = ROUNDUP(k, 8);
	t->slot_size = ROUNDUP(t->elem_off + e, 8);
	t->group_size = 8 + 8 * t->slot_size;
}

static u8 *
keyof(const MapType *t, i64 id)
{
	u8 *k = runtime_mallocgc(t->key->size, 0, true);

	pattern(k, t->key->size, id);                /* differs in the first byte */
	return k;
}

static void
lookall(const MapType *t, Hmap *m)
{
	PtrBool r;
	i64 i;

	for (i = 0; i < IDS; i++) {
		r = accessany(t, m, keyof(t, i));
		CHECK("present", r.ok & 1, model[i] != 0);
		if (model[i])
			checkpattern("element", r.p, t->elem->size, model[i]);
		else
			checkbytes("no element", r.p, t->elem->size, 0);
	}
}

static void
iterall(const MapType *t, Hmap *m)
{
	MapIter it;
	i64 n = 0, id;

	for (iterinit(t, m, &it); it.key; iternext(&it), n++) {
		for (id = 0; patternbyte(id, 0) != *(u8 *)it.key; id++)
			;
		checkpattern("key", it.key, t->key->size, id);
		CHECK("is there", model[id] != 0, true);
		checkpattern("element", it.elem, t->elem->size, model[id]);
	}
	CHECK("entries", n, count);
}

static void
shapes(Type *key, Type *elem)
{
	MapType *t = runtime_mallocgc(sizeof *t, &type_conservative, true);
	Hmap *m;
	i64 i, id;

	shape(t, key, elem);
	m = makemap(t, next(2) ? 0 : next(300));
	for (i = 0; i < KEYS; i++)
		model[i] = 0;
	for (count = i = 0; i < 1200; i++) {
		id = next(i < 100 ? 8 : IDS);
		if (next(3) == 0) {
			deleteany(t, m, keyof(t, id));
			count -= model[id] != 0;
			model[id] = 0;
		} else {
			count += model[id] == 0;
			model[id] = i + 1;
			pattern(assignany(t, m, keyof(t, id)), elem->size, i + 1);
		}
		if (i % 240 == 99) {
			lookall(t, m);
			iterall(t, m);
		}
	}
	clear(t, m);
	for (i = count = 0; i < IDS; i++)
		model[i] = 0;
	lookall(t, m);
	iterall(t, m);
}

void
main_main(void)
{
	u64 i, k;

	for (i = 0; i < NELEM(keytypes); i++)
		for (k = 0; k < NELEM(elemtypes); k++)
			shapes(&keytypes[i], &elemtypes[k]);
	strings();
	storm(&fast, 0);
	storm(&fast, 5000);
	storm(&slow, 0);
	storm(&indirect, 100);
	prints("ok\n");
}
