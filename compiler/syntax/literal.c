/* literal.c - the values of string and rune literals. Their text has been checked by scanlit.c: what is malformed here was
 * reported there, and yields false. */
#include "syntax/syntax.h"

static int
hex(int c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static int
simple_escape(char c)
{
	switch (c) {
	case 'a': return '\a';
	case 'b': return '\b';
	case 'f': return '\f';
	case 'n': return '\n';
	case 'r': return '\r';
	case 't': return '\t';
	case 'v': return '\v';
	case '\\': case '\'': case '"': return c;
	}
	return -1;
}

static const char *
digits(const char *s, const char *end, int n, uint32_t base, uint32_t *v)
{
	for (*v = 0; n > 0; n--, s++) {
		int d = s < end ? hex(*s) : -1;
		if (d < 0 || (uint32_t)d >= base)
			return NULL;
		*v = *v * base + (uint32_t)d;
	}
	return s;
}

/* s is behind the backslash; *is_byte: the value is a byte, not a code point */
static const char *
escape(const char *s, const char *end, uint32_t *v, bool *is_byte)
{
	if (s >= end)
		return NULL;
	*is_byte = false;
	if (*s >= '0' && *s <= '7') {
		*is_byte = true;
		return digits(s, end, 3, 8, v);
	}
	if (*s == 'x') {
		*is_byte = true;
		return digits(s + 1, end, 2, 16, v);
	}
	if (*s == 'u' || *s == 'U')
		return digits(s + 1, end, *s == 'u' ? 4 : 8, 16, v);
	int c = simple_escape(*s);
	*v = (uint32_t)c;
	return c < 0 ? NULL : s + 1;
}

static void
raw_string(const char *s, const char *end, StrBuf *out)
{
	while (s < end) {
		const char *cr = memchr(s, '\r', (size_t)(end - s));
		sb_write(out, s, (size_t)((cr ? cr : end) - s));
		s = cr ? cr + 1 : end;
	}
}

bool
lit_string(Str *lit, StrBuf *out)
{
	const char *s = lit->s + 1, *end = lit->s + lit->len - 1;

	if (lit->len < 2 || end[0] != lit->s[0])
		return false;
	if (lit->s[0] == '`') {
		raw_string(s, end, out);
		return true;
	}
	while (s < end) {
		uint32_t v;
		bool is_byte;
		if (*s != '\\') {
			const char *q = memchr(s, '\\', (size_t)(end - s));
			sb_write(out, s, (size_t)((q ? q : end) - s));
			s = q ? q : end;
			continue;
		}
		s = escape(s + 1, end, &v, &is_byte);
		if (!s)
			return false;
		if (is_byte)
			sb_putc(out, (int)v);
		else
			sb_rune(out, v);
	}
	return true;
}

bool
lit_rune(Str *lit, uint32_t *r)
{
	const char *s = lit->s + 1, *end = lit->s + lit->len - 1;
	bool is_byte;

	if (lit->len < 3 || end[0] != '\'')
		return false;
	if (*s != '\\')
		return utf8_decode(s, (size_t)(end - s), r) == end - s;
	return escape(s + 1, end, r, &is_byte) == end;
}

bool
name_exported(Str *name)
{
	uint32_t r;

	utf8_decode(name->s, name->len, &r);
	return unicode_is_upper(r);
}
