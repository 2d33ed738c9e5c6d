/* mem.c - copying, clearing and comparing memory. Never tears an aligned word: whoever scans the memory concurrently sees each
 * pointer either old or new. Also under the C names, which LLVM calls on its own. Leaf functions: no stack check. */
#include "runtime.h"

typedef u64 w8 __attribute__((aligned(1), may_alias));
typedef u32 w4 __attribute__((aligned(1), may_alias));
typedef u16 w2 __attribute__((aligned(1), may_alias));
typedef u64 v16 __attribute__((vector_size(16), aligned(1), may_alias));
#define W(T, p, o) (*(T *)((u8 *)(p) + (o)))

void *memmove(void *d, const void *s, size_t n);
void *memcpy(void *d, const void *s, size_t n);
void *memset(void *d, int c, size_t n);
int memcmp(const void *a, const void *b, size_t n);
int bcmp(const void *a, const void *b, size_t n);

#define COPYENDS(T) do { T a_ = W(T, s, 0), b_ = W(T, s, n - sizeof(T)); W(T, d, 0) = a_; W(T, d, n - sizeof(T)) = b_; } while (0)

INLINE void
move_small(u8 *d, const u8 *s, u64 n)
{
	u8 a, m, b;

	if (n >= 8) {
		if (n > 16) {
			COPYENDS(v16);
			return;
		}
		COPYENDS(w8);
	} else if (n >= 4) {
		COPYENDS(w4);
	} else if (n) {
		a = s[0];
		m = s[n / 2];
		b = s[n - 1];
		d[0] = a;
		d[n / 2] = m;
		d[n - 1] = b;
	}
}

static void
move_forward(u8 *d, const u8 *s, u64 n)
{
	v16 a, b, c, e, last0, last1, last2, last3;
	u8 *end = d + n;

	last0 = W(v16, s, n - 64);
	last1 = W(v16, s, n - 48);
	last2 = W(v16, s, n - 32);
	last3 = W(v16, s, n - 16);
	for (; n > 64; n -= 64, s += 64, d += 64) {
		a = W(v16, s, 0);
		b = W(v16, s, 16);
		c = W(v16, s, 32);
		e = W(v16, s, 48);
		W(v16, d, 0) = a;
		W(v16, d, 16) = b;
		W(v16, d, 32) = c;
		W(v16, d, 48) = e;
	}
	W(v16, end, -64) = last0;
	W(v16, end, -48) = last1;
	W(v16, end, -32) = last2;
	W(v16, end, -16) = last3;
}

static void
move_backward(u8 *d, const u8 *s, u64 n)
{
	v16 a, b, c, e, f0, f1, f2, f3;

	f0 = W(v16, s, 0);
	f1 = W(v16, s, 16);
	f2 = W(v16, s, 32);
	f3 = W(v16, s, 48);
	for (; n > 64; n -= 64) {
		a = W(v16, s, n - 16);
		b = W(v16, s, n - 32);
		c = W(v16, s, n - 48);
		e = W(v16, s, n - 64);
		W(v16, d, n - 16) = a;
		W(v16, d, n - 32) = b;
		W(v16, d, n - 48) = c;
		W(v16, d, n - 64) = e;
	}
	W(v16, d, 0) = f0;
	W(v16, d, 16) = f1;
	W(v16, d, 32) = f2;
	W(v16, d, 48) = f3;
}

void *
memmove(void *dst, const void *src, size_t n)
{
	u8 *d = dst;
	const u8 *s = src;
	v16 a, b, c, e;

	if (n <= 32) {
		move_small(d, s, n);
	} else if (n <= 64) {
		a = W(v16, s, 0);
		b = W(v16, s, 16);
		c = W(v16, s, n - 32);
		e = W(v16, s, n - 16);
		W(v16, d, 0) = a;
		W(v16, d, 16) = b;
		W(v16, d, n - 32) = c;
		W(v16, d, n - 16) = e;
	} else if ((u64)(d - s) >= n) {
		move_forward(d, s, n);
	} else if (d != s) {
		move_backward(d, s, n);
	}
	return dst;
}

void
runtime_memmove(void *d, const void *s, i64 n)
{
	memmove(d, s, n);
}

void *
memcpy(void *d, const void *s, size_t n)
{
	return memmove(d, s, n);
}

void *
memset(void *dst, int c, size_t n)
{
	u8 *d = dst, *end = d + n;
	u64 x = (u8)c * 0x0101010101010101ull;
	v16 v = {x, x};

	if (n < 16) {
		if (n >= 8) {
			W(w8, d, 0) = x;
			W(w8, end, -8) = x;
		} else if (n >= 4) {
			W(w4, d, 0) = x;
			W(w4, end, -4) = x;
		} else if (n) {
			d[0] = x;
			d[n / 2] = x;
			end[-1] = x;
		}
		return dst;
	}
	for (; d + 64 <= end; d += 64) {
		W(v16, d, 0) = v;
		W(v16, d, 16) = v;
		W(v16, d, 32) = v;
		W(v16, d, 48) = v;
	}
	for (; d + 16 <= end; d += 16)
		W(v16, d, 0) = v;
	W(v16, end, -16) = v;
	return dst;
}

void
runtime_memclr(void *p, i64 n)
{
	memset(p, 0, n);
}

bool
runtime_memequal(const void *a, const void *b, i64 n)
{
	const u8 *p = a, *q = b;
	v16 x, y;

	if (p == q || n == 0)
		return true;
	if (n < 8) {
		if (n >= 4)
			return ((W(w4, p, 0) ^ W(w4, q, 0)) | (W(w4, p, n - 4) ^ W(w4, q, n - 4))) == 0;
		return p[0] == q[0] && p[n / 2] == q[n / 2] && p[n - 1] == q[n - 1];
	}
	if (n <= 16)
		return ((W(w8, p, 0) ^ W(w8, q, 0)) | (W(w8, p, n - 8) ^ W(w8, q, n - 8))) == 0;
	for (; n > 16; n -= 16, p += 16, q += 16) {
		x = W(v16, p, 0) ^ W(v16, q, 0);
		if (x[0] | x[1])
			return false;
	}
	x = W(v16, p, n - 16);
	y = W(v16, q, n - 16);
	x ^= y;
	return (x[0] | x[1]) == 0;
}

int
memcmp(const void *a, const void *b, size_t n)
{
	const u8 *p = a, *q = b;
	u64 x, y;
	size_t i;

	for (i = 0; i + 8 <= n; i += 8) {
		x = W(w8, p, i);
		y = W(w8, q, i);
		if (x != y)
			return __builtin_bswap64(x) < __builtin_bswap64(y) ? -1 : 1;
	}
	for (; i < n; i++)
		if (p[i] != q[i])
			return p[i] < q[i] ? -1 : 1;
	return 0;
}

int
bcmp(const void *a, const void *b, size_t n)
{
	return !runtime_memequal(a, b, n);
}
