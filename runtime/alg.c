/* alg.c - hash and equality of the basic types. The hash multiplies 64 x 64 bits and folds the halves, after Wang Yi's wyhash;
 * seeds come from the kernel for every process. */
#include "runtime.h"
#include "hash.h"

u64 runtime_interhash(const Iface *p, u64 seed) SYM(interhash);
bool runtime_strequal(const GoString *a, const GoString *b) SYM(strequal);
bool runtime_interequal(const Iface *a, const Iface *b) SYM(interequal);
bool runtime_nilinterequal(const Eface *a, const Eface *b) SYM(nilinterequal);
bool runtime_ifaceeq(Itab *t, void *a, void *b) SYM(ifaceeq);

u64
runtime_memhash(const void *p, u64 seed, i64 n)
{
	return hashbytes(p, n, seed);
}

u64
runtime_strhash(const GoString *s, u64 seed)
{
	return hashbytes(s->p, s->n, seed);
}

static COLD void NORETURN
badtype(GoString what, Type *t)
{
	void panicGoString(const u8 *, i64) NORETURN __asm__("runtime.panicErrorString");
	GoString s = strcat3(what, t->str, LIT(""));

	panicGoString(s.p, s.n);
}

static inline const void *
ifacedata(Type *t, void *const *data)
{
	return t->tflag & TFLAG_DIRECT ? (const void *)data : *data;
}

u64
runtime_nilinterhash(const Eface *e, u64 seed)
{
	Type *t = e->type;

	if (!t)
		return seed;
	if (!t->hashfn)
		badtype(LIT("hash of unhashable type "), t);
	return t->hashfn(ifacedata(t, &e->data), seed);
}

u64
runtime_interhash(const Iface *e, u64 seed)
{
	Eface f = {e->tab ? e->tab->type : 0, e->data};

	return runtime_nilinterhash(&f, seed);
}

bool
runtime_strequal(const GoString *a, const GoString *b)
{
	return streq(*a, *b);
}

/* Both have dynamic type t. */
bool
runtime_efaceeq(Type *t, void *a, void *b)
{
	if (!t)
		return true;
	if (!t->equal)
		badtype(LIT("comparing uncomparable type "), t);
	if (t->tflag & TFLAG_DIRECT)
		return a == b;
	return t->equal(a, b);
}

bool
runtime_ifaceeq(Itab *t, void *a, void *b)
{
	return t == 0 || runtime_efaceeq(t->type, a, b);
}

bool
runtime_nilinterequal(const Eface *a, const Eface *b)
{
	return a->type == b->type && runtime_efaceeq(a->type, a->data, b->data);
}

bool
runtime_interequal(const Iface *a, const Iface *b)
{
	return a->tab == b->tab && runtime_ifaceeq(a->tab, a->data, b->data);
}
