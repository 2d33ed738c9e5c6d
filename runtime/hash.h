/* hash.h - the hash functions, inlined into maps and alg.c. */
#ifndef MINIGO_HASH_H
#define MINIGO_HASH_H
#include "runtime.h"

#define HASH_K0 0xa0761d6478bd642full
#define HASH_K1 0xe7037ed1a0b428dbull

static inline u64
mix(u64 a, u64 b)
{
	unsigned __int128 m = (unsigned __int128)a * b;

	return (u64)(m >> 64) ^ (u64)m;
}

static inline u64
hash64(u64 x, u64 seed)
{
	return mix(x ^ hashseed[0], seed ^ HASH_K1 ^ (x << 32 | x >> 32));
}

static inline u64
hash32(u32 x, u64 seed)
{
	return hash64(x, seed);
}

static inline u64 load8(const u8 *p) { u64 x; __builtin_memcpy(&x, p, 8); return x; }
static inline u64 load4(const u8 *p) { u32 x; __builtin_memcpy(&x, p, 4); return x; }

static inline u64
hashbytes(const u8 *p, u64 n, u64 seed)
{
	u64 a, b, i, s2;

	seed ^= hashseed[0];
	if (n <= 16) {
		if (n >= 8) {
			a = load8(p);
			b = load8(p + n - 8);
		} else if (n >= 4) {
			a = load4(p);
			b = load4(p + n - 4);
		} else if (n) {
			a = (u64)p[0] << 16 | (u64)p[n / 2] << 8 | p[n - 1];
			b = 0;
		} else {
			a = b = 0;
		}
		return mix(HASH_K1 ^ n, mix(a ^ HASH_K0, b ^ seed));
	}
	i = n;
	if (n > 48) {
		s2 = seed ^ hashseed[1];
		for (; i > 32; i -= 32, p += 32) {
			seed = mix(load8(p) ^ HASH_K0, load8(p + 8) ^ seed);
			s2 = mix(load8(p + 16) ^ HASH_K1, load8(p + 24) ^ s2);
		}
		seed ^= s2;
	}
	for (; i > 16; i -= 16, p += 16)
		seed = mix(load8(p) ^ HASH_K0, load8(p + 8) ^ seed);
	a = load8(p + i - 16);
	b = load8(p + i - 8);
	return mix(HASH_K1 ^ n, mix(a ^ HASH_K0, b ^ seed));
}
#endif
