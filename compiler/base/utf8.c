/* utf8.c - UTF-8 as Go defines it (no surrogates, no overlong forms, at most U+10FFFF) and the character classes of
 * Go's grammar. */
#include "base/base.h"
#include "base/unicode.h"

static bool
is_cont(uint8_t c)
{
	return (c & 0xc0) == 0x80;
}

static int
decode_multi(const uint8_t *p, size_t n, uint32_t *r)
{
	if (p[0] >= 0xc2 && p[0] <= 0xdf && n >= 2 && is_cont(p[1])) {
		*r = (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
		return 2;
	}
	if ((p[0] & 0xf0) == 0xe0 && n >= 3 && is_cont(p[1]) && is_cont(p[2])) {
		*r = (p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 | (p[2] & 0x3fu);
		if (*r >= 0x800 && !(*r >= 0xd800 && *r <= 0xdfff))
			return 3;
	}
	if ((p[0] & 0xf8) == 0xf0 && n >= 4 && is_cont(p[1]) && is_cont(p[2]) && is_cont(p[3])) {
		*r = (p[0] & 0x07u) << 18 | (p[1] & 0x3fu) << 12 | (p[2] & 0x3fu) << 6 | (p[3] & 0x3fu);
		if (*r >= 0x10000 && *r <= 0x10ffff)
			return 4;
	}
	*r = 0xfffd;
	return 1;
}

int
utf8_decode(const char *s, size_t n, uint32_t *r)
{
	if (n == 0) {
		*r = 0xfffd;
		return 0;
	}
	if ((uint8_t)s[0] < 0x80) {
		*r = (uint8_t)s[0];
		return 1;
	}
	return decode_multi((const uint8_t *)s, n, r);
}

int
utf8_encode(char *out, uint32_t r)
{
	if (r > 0x10ffff || (r >= 0xd800 && r <= 0xdfff))
		r = 0xfffd;
	if (r < 0x80) {
		out[0] = (char)r;
		return 1;
	}
	if (r < 0x800) {
		out[0] = (char)(0xc0 | r >> 6);
		out[1] = (char)(0x80 | (r & 0x3f));
		return 2;
	}
	if (r < 0x10000) {
		out[0] = (char)(0xe0 | r >> 12);
		out[1] = (char)(0x80 | (r >> 6 & 0x3f));
		out[2] = (char)(0x80 | (r & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | r >> 18);
	out[1] = (char)(0x80 | (r >> 12 & 0x3f));
	out[2] = (char)(0x80 | (r >> 6 & 0x3f));
	out[3] = (char)(0x80 | (r & 0x3f));
	return 4;
}

static bool
in_table(const UnicodeRange *t, size_t n, uint32_t r)
{
	size_t lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = (lo + hi) / 2;
		if (r < t[mid].lo)
			hi = mid;
		else if (r > t[mid].hi)
			lo = mid + 1;
		else
			return (r - t[mid].lo) % t[mid].stride == 0;
	}
	return false;
}

bool
unicode_is_letter(uint32_t r)
{
	if (r < 0x80)
		return (r | 0x20) - 'a' < 26 || r == '_';
	return in_table(letters, NELEM(letters), r);
}

bool
unicode_is_digit(uint32_t r)
{
	if (r < 0x80)
		return r - '0' < 10;
	return in_table(digits, NELEM(digits), r);
}

bool
unicode_is_upper(uint32_t r)
{
	if (r < 0x80)
		return r - 'A' < 26;
	return in_table(uppers, NELEM(uppers), r);
}
