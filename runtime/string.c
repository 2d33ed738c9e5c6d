/* string.c - strings: concatenation, comparison, conversions. */
#include "runtime.h"

GoString runtime_concatstrings(GoString *s, i64 n) SYM(concatstrings);
GoString runtime_concatstring2(const u8 *a, i64 an, const u8 *b, i64 bn) SYM(concatstring2);
GoString runtime_concatstring3(const u8 *a, i64 an, const u8 *b, i64 bn, const u8 *c, i64 cn) SYM(concatstring3);
bool runtime_eqstring(const u8 *a, i64 an, const u8 *b, i64 bn) SYM(eqstring);
GoString runtime_intstring(i64 r) SYM(intstring);
GoString runtime_slicebytetostring(const u8 *p, i64 n) SYM(slicebytetostring);
GoString runtime_slicerunetostring(const i32 *p, i64 n) SYM(slicerunetostring);
void runtime_stringtoslicerune(GoSlice *out, const u8 *p, i64 n) SYM(stringtoslicerune);
Pair runtime_decoderune(const u8 *p, i64 n, i64 i) SYM(decoderune);
i64 runtime_countrunes(const u8 *p, i64 n) SYM(countrunes);

enum { RUNE_ERROR = 0xfffd };

GoString
cstring(const char *s)
{
	i64 n;

	for (n = 0; s[n];)
		n++;
	return (GoString){(const u8 *)s, n};
}

static u8 *
rawstring(i64 n)
{
	if (n < 0)
		throw("string concatenation too long");
	return runtime_mallocgc(n, 0, false);
}

GoString
runtime_concatstring2(const u8 *a, i64 an, const u8 *b, i64 bn)
{
	u8 *p;

	if (an == 0)
		return (GoString){b, bn};
	if (bn == 0)
		return (GoString){a, an};
	p = rawstring(an + bn);
	runtime_memmove(p, a, an);
	runtime_memmove(p + an, b, bn);
	return (GoString){p, an + bn};
}

GoString
runtime_concatstring3(const u8 *a, i64 an, const u8 *b, i64 bn, const u8 *c, i64 cn)
{
	u8 *p;

	if (an == 0)
		return runtime_concatstring2(b, bn, c, cn);
	if (bn == 0)
		return runtime_concatstring2(a, an, c, cn);
	if (cn == 0)
		return runtime_concatstring2(a, an, b, bn);
	p = rawstring(an + bn + cn);
	runtime_memmove(p, a, an);
	runtime_memmove(p + an, b, bn);
	runtime_memmove(p + an + bn, c, cn);
	return (GoString){p, an + bn + cn};
}

GoString
strcat3(GoString a, GoString b, GoString c)
{
	return runtime_concatstring3(a.p, a.n, b.p, b.n, c.p, c.n);
}

GoString
runtime_concatstrings(GoString *s, i64 n)
{
	i64 i, len = 0, parts = 0, last = 0, at = 0;
	u8 *p;

	for (i = 0; i < n; i++) {
		if (s[i].n == 0)
			continue;
		len += s[i].n;
		if (len < 0)
			rawstring(-1);
		parts++;
		last = i;
	}
	if (parts == 0)
		return (GoString){0, 0};
	if (parts == 1)
		return s[last];
	p = rawstring(len);
	for (i = 0; i < n; i++) {
		runtime_memmove(p + at, s[i].p, s[i].n);
		at += s[i].n;
	}
	return (GoString){p, len};
}

i64
runtime_cmpstring(const u8 *a, i64 an, const u8 *b, i64 bn)
{
	i64 n = an < bn ? an : bn, i;
	u64 x, y;

	for (i = 0; i + 8 <= n; i += 8) {
		__builtin_memcpy(&x, a + i, 8);
		__builtin_memcpy(&y, b + i, 8);
		if (x != y)
			return __builtin_bswap64(x) < __builtin_bswap64(y) ? -1 : 1;
	}
	for (; i < n; i++)
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	return (an > bn) - (an < bn);
}

bool
runtime_eqstring(const u8 *a, i64 an, const u8 *b, i64 bn)
{
	return an == bn && runtime_memequal(a, b, an);
}

static i64
encode(u8 *p, u32 r)
{
	if (r < 0x80) {
		p[0] = r;
		return 1;
	}
	if (r < 0x800) {
		p[0] = 0xc0 | r >> 6;
		p[1] = 0x80 | (r & 63);
		return 2;
	}
	if (r > 0x10ffff || (r >= 0xd800 && r < 0xe000))
		r = RUNE_ERROR;
	if (r < 0x10000) {
		p[0] = 0xe0 | r >> 12;
		p[1] = 0x80 | (r >> 6 & 63);
		p[2] = 0x80 | (r & 63);
		return 3;
	}
	p[0] = 0xf0 | r >> 18;
	p[1] = 0x80 | (r >> 12 & 63);
	p[2] = 0x80 | (r >> 6 & 63);
	p[3] = 0x80 | (r & 63);
	return 4;
}

/* The rune at s[i] and the index behind it; an ill-formed byte is U+FFFD and one byte wide. */
Pair
runtime_decoderune(const u8 *p, i64 n, i64 i)
{
	const u8 *s = p + i;
	i64 left = n - i;
	u32 c = s[0], lo = 0x80, hi = 0xbf;

	if (c < 0x80)
		return (Pair){c, i + 1};
	if (c >= 0xc2 && c < 0xe0) {
		if (left > 1 && (s[1] & 0xc0) == 0x80)
			return (Pair){(c & 31) << 6 | (s[1] & 63), i + 2};
	} else if ((c & 0xf0) == 0xe0) {
		lo = c == 0xe0 ? 0xa0 : 0x80;
		hi = c == 0xed ? 0x9f : 0xbf;
		if (left > 2 && s[1] >= lo && s[1] <= hi && (s[2] & 0xc0) == 0x80)
			return (Pair){(c & 15) << 12 | (u32)(s[1] & 63) << 6 | (s[2] & 63), i + 3};
	} else if (c >= 0xf0 && c <= 0xf4) {
		lo = c == 0xf0 ? 0x90 : 0x80;
		hi = c == 0xf4 ? 0x8f : 0xbf;
		if (left > 3 && s[1] >= lo && s[1] <= hi && (s[2] & 0xc0) == 0x80 && (s[3] & 0xc0) == 0x80)
			return (Pair){(c & 7) << 18 | (u32)(s[1] & 63) << 12 | (u32)(s[2] & 63) << 6 | (s[3] & 63), i + 4};
	}
	return (Pair){RUNE_ERROR, i + 1};
}

i64
runtime_countrunes(const u8 *p, i64 n)
{
	i64 i, c;

	for (i = c = 0; i < n; c++)
		i = p[i] < 0x80 ? i + 1 : (i64)runtime_decoderune(p, n, i).b;
	return c;
}

GoString
runtime_intstring(i64 r)
{
	u8 *p = rawstring(4);

	return (GoString){p, encode(p, r < 0 || r > 0x10ffff ? RUNE_ERROR : r)};
}

GoString
runtime_slicebytetostring(const u8 *p, i64 n)
{
	u8 *q;

	if (n == 0)
		return (GoString){0, 0};
	q = rawstring(n);
	runtime_memmove(q, p, n);
	return (GoString){q, n};
}

GoString
runtime_slicerunetostring(const i32 *r, i64 n)
{
	u8 b[4], *p;
	i64 i, len;

	for (i = len = 0; i < n; i++)
		len += encode(b, r[i]);
	if (len == 0)
		return (GoString){0, 0};
	p = rawstring(len + 3);
	for (i = len = 0; i < n; i++)
		len += encode(p + len, r[i]);
	return (GoString){p, len};
}

void
runtime_stringtoslicebyte(GoSlice *out, const u8 *p, i64 n)
{
	i64 cap = roundupsize(n, true);
	u8 *q = rawstring(cap);

	runtime_memmove(q, p, n);
	*out = (GoSlice){q, n, cap};
}

void
runtime_stringtoslicerune(GoSlice *out, const u8 *p, i64 n)
{
	i64 len = runtime_countrunes(p, n), bytes = roundupsize(len * 4, true), i, k;
	i32 *q = (i32 *)rawstring(bytes);
	Pair d;

	for (i = k = 0; i < n; k++) {
		d = runtime_decoderune(p, n, i);
		q[k] = d.a;
		i = d.b;
	}
	*out = (GoSlice){q, len, bytes / 4};
}
