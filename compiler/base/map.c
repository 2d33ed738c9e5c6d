/* map.c - pointer -> pointer hash table.
 *
 * Entries lie in insertion order in e; idx is an open-addressing table of 1 + entry number. Nothing is ever deleted
 * one by one, so iteration over e is deterministic. Up to eight entries are found by a plain scan. */
#include "base/base.h"
#include <stdlib.h>

static uint32_t
hash_ptr(const void *p)
{
	uint64_t x = (uint64_t)(uintptr_t)p >> 4;

	x *= 0x9e3779b97f4a7c15u;
	return (uint32_t)(x >> 32);
}

static void
index_put(PtrMap *m, int ent)
{
	uint32_t mask = (uint32_t)m->nidx - 1, i = hash_ptr(m->e[ent].k) & mask;

	while (m->idx[i])
		i = (i + 1) & mask;
	m->idx[i] = ent + 1;
}

static int
find(const PtrMap *m, const void *k)
{
	if (!m->nidx) {
		for (int i = 0; i < m->n; i++)
			if (m->e[i].k == k)
				return i;
		return -1;
	}
	uint32_t mask = (uint32_t)m->nidx - 1;
	for (uint32_t i = hash_ptr(k) & mask; m->idx[i]; i = (i + 1) & mask)
		if (m->e[m->idx[i] - 1].k == k)
			return m->idx[i] - 1;
	return -1;
}

static void
reindex(PtrMap *m)
{
	free(m->idx);
	m->nidx = m->nidx ? m->nidx * 2 : 32;
	m->idx = calloc((size_t)m->nidx, sizeof *m->idx);
	if (!m->idx)
		fatal("out of memory");
	for (int i = 0; i < m->n; i++)
		index_put(m, i);
}

void *
map_get(const PtrMap *m, const void *k)
{
	int i = find(m, k);

	return i < 0 ? NULL : m->e[i].v;
}

bool
map_has(const PtrMap *m, const void *k)
{
	return find(m, k) >= 0;
}

void
map_put(PtrMap *m, const void *k, void *v)
{
	int i = find(m, k);

	if (i >= 0) {
		m->e[i].v = v;
		return;
	}
	if (m->n == m->cap) {
		m->cap = m->cap ? m->cap * 2 : 8;
		m->e = realloc(m->e, (size_t)m->cap * sizeof *m->e);
		if (!m->e)
			fatal("out of memory");
	}
	m->e[m->n].k = k;
	m->e[m->n++].v = v;
	if (m->n > 8 && m->n * 2 > m->nidx)
		reindex(m);
	else if (m->nidx)
		index_put(m, m->n - 1);
}

void
map_clear(PtrMap *m)
{
	free(m->e);
	free(m->idx);
	*m = (PtrMap){0};
}
