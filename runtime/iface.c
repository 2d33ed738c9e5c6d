/* iface.c - conversions to interfaces and assertions between them.
 *
 * Itabs for pairs known at compile time are static data; the others are made here on demand and kept for ever in a hash table,
 * negative answers too (fun[0] is 0). */
#include "runtime.h"

void *runtime_convT(Type *t, const void *v) SYM(convT);
void *runtime_convT64(u64 v) SYM(convT64);
void *runtime_convTstring(const u8 *p, i64 n) SYM(convTstring);
void *runtime_convTslice(void *p, i64 n, i64 cap) SYM(convTslice);
Itab *runtime_assertE2I2(InterfaceType *i, Type *t) SYM(assertE2I2);

static const u64 staticvals[256] = {
#define V8(n) n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7
#define V64(n) V8(n), V8(n + 8), V8(n + 16), V8(n + 24), V8(n + 32), V8(n + 40), V8(n + 48), V8(n + 56)
	V64(0), V64(64), V64(128), V64(192)
};
static const u64 zeroval[8];
static Type t_noscan8 = {.size = 8};
static const u8 string_ptrs[] = {1};
static Type t_string = {.size = 16, .ptrdata = 8, .gcdata = string_ptrs, .kind = KIND_STRING};
static Type t_slice = {.size = 24, .ptrdata = 8, .gcdata = string_ptrs, .kind = KIND_SLICE};

void *
runtime_convT(Type *t, const void *v)
{
	const u8 *b = v;
	void *p;

	if (t->size == 0)
		return (void *)zeroval;
	if (t->size == 1)
		return (void *)&staticvals[b[0]];
	p = runtime_mallocgc(t->size, t, false);
	runtime_memmove(p, v, t->size);
	return p;
}

void *
runtime_convT64(u64 v)
{
	u64 *p;

	if (v < 256)
		return (void *)&staticvals[v];
	p = runtime_newobject(&t_noscan8);
	*p = v;
	return p;
}

void *
runtime_convTstring(const u8 *s, i64 n)
{
	GoString *p;

	if (n == 0)
		return (void *)zeroval;
	p = runtime_mallocgc(16, &t_string, false);
	*p = (GoString){s, n};
	return p;
}

void *
runtime_convTslice(void *s, i64 n, i64 cap)
{
	GoSlice *p;

	if (!s)
		return (void *)zeroval;
	p = runtime_mallocgc(24, &t_slice, false);
	*p = (GoSlice){s, n, cap};
	return p;
}

/* ---- itabs ---- */

Uncommon *
type_uncommon(Type *t)
{
	static const u8 sizes[KIND_UNSAFEPTR + 1] = {
		[KIND_ARRAY] = sizeof(ArrayType), [KIND_CHAN] = sizeof(ChanType), [KIND_FUNC] = sizeof(FuncType),
		[KIND_INTERFACE] = sizeof(InterfaceType), [KIND_MAP] = sizeof(MapType), [KIND_POINTER] = sizeof(PtrType),
		[KIND_SLICE] = sizeof(SliceType), [KIND_STRUCT] = sizeof(StructType),
	};
	u64 n = sizes[t->kind];

	if (!(t->tflag & TFLAG_UNCOMMON))
		return 0;
	return (Uncommon *)((u8 *)t + (n ? n : sizeof(Type)));
}

GoString typepkgpath(Type *t) SYM(typePkgPath);

GoString
typepkgpath(Type *t)
{
	Uncommon *u = type_uncommon(t);

	if (u && u->pkgpath.n > 0)
		return u->pkgpath;
	switch (t->kind) {
	case KIND_STRUCT: return ((StructType *)t)->pkgpath;
	case KIND_INTERFACE: return ((InterfaceType *)t)->pkgpath;
	}
	return (GoString){ 0, 0 };
}

/* Read without the lock: a table and an itab are complete before they are published, and never change or go away. */
typedef struct Table { u32 size, count; Itab *e[]; } Table;
static Lock tablelock;
static Table *table;

static u32
slot(Table *t, InterfaceType *i, Type *type)
{
	return (i->t.hash ^ type->hash * 0x9e3779b9u) & (t->size - 1);
}

static Itab *
lookup(InterfaceType *i, Type *type)
{
	Table *t = aload(&table);
	u32 h;
	Itab *m;

	if (!t)
		return 0;
	for (h = slot(t, i, type); (m = aload(&t->e[h])); h = (h + 1) & (t->size - 1))
		if (m->inter == i && m->type == type)
			return m;
	return 0;
}

static void
insert(Table *t, Itab *m)
{
	u32 h = slot(t, m->inter, m->type);

	while (t->e[h])
		h = (h + 1) & (t->size - 1);
	astore(&t->e[h], m);
	t->count++;
}

static Table *
grow(Table *old)
{
	u32 n = old ? old->size * 2 : 64, i;
	Table *t = persistentalloc(sizeof *t + n * sizeof(Itab *));

	t->size = n;
	for (i = 0; old && i < old->size; i++)
		if (old->e[i])
			insert(t, old->e[i]);
	return t;
}

/* Fills in the methods: both lists are sorted by name. The name of the first one missing, or empty. */
GoString
itab_fill(Itab *m)
{
	Uncommon *u = type_uncommon(m->type);
	i64 n = u ? u->nmethods : 0, i, j;
	Imethod *im = m->inter->methods;

	for (i = j = 0; i < m->inter->nmethods; i++) {
		for (; j < n; j++)
			if (u->methods[j].mtyp == im[i].typ && streq(u->methods[j].name, im[i].name)
			    && streq(u->methods[j].pkgpath, im[i].pkgpath))
				break;
		if (j == n) {
			m->fun[0] = 0;
			return im[i].name;
		}
		m->fun[i] = u->methods[j++].ifn;
	}
	return (GoString){0, 0};
}

typedef struct Make { InterfaceType *i; Type *t; Itab *m; } Make;

static void
make(void *arg)
{
	Make *k = arg;
	i64 n = k->i->nmethods;
	Itab *m;

	lock(&tablelock);
	k->m = lookup(k->i, k->t);
	if (!k->m) {
		m = persistentalloc(sizeof(Itab) + (n > 1 ? n - 1 : 0) * 8);
		m->inter = k->i;
		m->type = k->t;
		m->hash = k->t->hash;
		itab_fill(m);
		if (!table || table->count * 4 >= table->size * 3)
			astore(&table, grow(table));
		insert(table, m);
		k->m = m;
	}
	unlock(&tablelock);
}

/* The itab, made when it is new; fun[0] is 0 when a method is missing. */
Itab *
itab_find(InterfaceType *i, Type *t)
{
	Itab *m = lookup(i, t);
	Make k = {i, t, 0};

	if (m)
		return m;
	systemstack(make, &k);
	return k.m;
}

Itab *
runtime_assertE2I2(InterfaceType *i, Type *t)
{
	Itab *m;

	if (!t)
		return 0;
	m = itab_find(i, t);
	return m->fun[0] ? m : 0;
}
