/* str.c - interned strings and growing buffers.
 *
 * The intern table is open addressing over multiplicative hashes of eight bytes a step, at most two thirds full, never shrunk.
 * It outgrows the caches of the processor, but text repeats its words: those seen last lie in a small table in front of it. */
#include "base/base.h"
#include <stdlib.h>

typedef struct Slot {
	uint32_t hash;                       /* of str: most misses end here, without touching the string */
	Str *str;
} Slot;

enum { N_RECENT = 1024 };
static Slot recent[N_RECENT];

static Slot *table;
static uint32_t table_size, table_used;

static uint32_t
hash_bytes(const char *s, size_t n)
{
	uint64_t h = n, w;

	for (; n >= 8; s += 8, n -= 8) {
		memcpy(&w, s, 8);
		h = (h ^ w) * 0x9e3779b97f4a7c15u;
		h ^= h >> 29;
	}
	if (n >= 4) {
		uint32_t lo, hi;
		memcpy(&lo, s, 4);
		memcpy(&hi, s + n - 4, 4);
		h = (h ^ ((uint64_t)hi << 32 | lo)) * 0x9e3779b97f4a7c15u;
	} else if (n > 0) {
		h = (h ^ ((uint64_t)(uint8_t)s[0] | (uint64_t)(uint8_t)s[n / 2] << 8 | (uint64_t)(uint8_t)s[n - 1] << 16))
			* 0x9e3779b97f4a7c15u;
	}
	return (uint32_t)(h ^ h >> 32);
}

static void
table_insert(Str *s)
{
	uint32_t i = s->hash & (table_size - 1);

	while (table[i].str)
		i = (i + 1) & (table_size - 1);
	table[i] = (Slot){ s->hash, s };
}

static void
table_rehash(void)
{
	Slot *old = table;
	uint32_t oldsize = table_size;

	table_size = oldsize ? oldsize * 2 : 4096;
	table = calloc(table_size, sizeof *table);
	if (!table)
		fatal("out of memory");
	for (uint32_t i = 0; i < oldsize; i++)
		if (old[i].str)
			table_insert(old[i].str);
	free(old);
}

Str *
str_new(Arena *a, const char *s, size_t n)
{
	Str *t = arena_alloc(a, offsetof(Str, s) + n + 1);

	t->len = (uint32_t)n;
	memcpy(t->s, s, n);
	return t;
}

static inline bool
is_text(const Slot *slot, uint32_t hash, const char *s, size_t n)
{
	return slot->hash == hash && slot->str->len == n && memcmp(slot->str->s, s, n) == 0;
}

static Str *
find_or_add(const char *s, size_t n, uint32_t h)
{
	if (table_used * 3 >= table_size * 2)
		table_rehash();
	for (uint32_t i = h & (table_size - 1); table[i].str; i = (i + 1) & (table_size - 1))
		if (is_text(&table[i], h, s, n))
			return table[i].str;
	Str *t = str_new(permanent, s, n);
	t->hash = h;
	table_insert(t);
	table_used++;
	return t;
}

Str *
str_intern(const char *s, size_t n)
{
	uint32_t h = hash_bytes(s, n);
	Slot *r = &recent[h >> 16 & (N_RECENT - 1)];

	if (!r->str || !is_text(r, h, s, n))
		*r = (Slot){ h, find_or_add(s, n, h) };
	return r->str;
}

Str *
str_lit(const char *s)
{
	return str_intern(s, strlen(s));
}

Str *
str_fmt(const char *fmt, ...)
{
	StrBuf b = {0};
	va_list ap;

	va_start(ap, fmt);
	sb_vprintf(&b, fmt, ap);
	va_end(ap);
	Str *s = str_intern(b.s ? b.s : "", b.n);
	sb_free(&b);
	return s;
}

static void
sb_need(StrBuf *b, size_t n)
{
	if (b->n + n + 1 <= b->cap)
		return;
	size_t cap = b->cap ? b->cap * 2 : 64;
	while (cap < b->n + n + 1)
		cap *= 2;
	b->s = realloc(b->s, cap);
	if (!b->s)
		fatal("out of memory");
	b->cap = cap;
}

void
sb_putc(StrBuf *b, int c)
{
	sb_need(b, 1);
	b->s[b->n++] = (char)c;
	b->s[b->n] = 0;
}

void
sb_write(StrBuf *b, const char *s, size_t n)
{
	sb_need(b, n);
	if (n)
		memcpy(b->s + b->n, s, n);
	b->n += n;
	b->s[b->n] = 0;
}

void
sb_puts(StrBuf *b, const char *s)
{
	sb_write(b, s, strlen(s));
}

void
sb_vprintf(StrBuf *b, const char *fmt, va_list ap)
{
	va_list again;

	va_copy(again, ap);
	sb_need(b, 80);
	int n = vsnprintf(b->s + b->n, b->cap - b->n, fmt, ap);
	if ((size_t)n >= b->cap - b->n) {
		sb_need(b, (size_t)n);
		vsnprintf(b->s + b->n, b->cap - b->n, fmt, again);
	}
	va_end(again);
	b->n += (size_t)n;
}

void
sb_printf(StrBuf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	sb_vprintf(b, fmt, ap);
	va_end(ap);
}

void
sb_rune(StrBuf *b, uint32_t r)
{
	char buf[4];

	sb_write(b, buf, (size_t)utf8_encode(buf, r));
}

void
sb_json(StrBuf *b, const char *s, size_t n)
{
	uint32_t r;

	sb_putc(b, '"');
	for (size_t i = 0, k; i < n; i += k) {
		k = (size_t)utf8_decode(s + i, n - i, &r);
		if (r == '"' || r == '\\')
			sb_printf(b, "\\%c", (int)r);
		else if (r == '\n' || r == '\t')
			sb_puts(b, r == '\n' ? "\\n" : "\\t");
		else if (r < 0x20)
			sb_printf(b, "\\u%04x", r);
		else
			sb_rune(b, r);
	}
	sb_putc(b, '"');
}

void
sb_reset(StrBuf *b)
{
	b->n = 0;
	if (b->s)
		b->s[0] = 0;
}

void
sb_free(StrBuf *b)
{
	free(b->s);
	*b = (StrBuf){0};
}

Str *
sb_intern(StrBuf *b)
{
	Str *s = str_intern(b->s ? b->s : "", b->n);

	sb_reset(b);
	return s;
}
