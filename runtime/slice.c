/* slice.c - growth of slices by append. */
#include "runtime.h"

void runtime_growslice(GoSlice *out, void *old, i64 newlen, i64 oldcap, i64 num, i64 unused, Type *elem) SYM(growslice);

/* Double while small, by a quarter and a bit later, at least newlen: capacities as Go's. */
static i64
nextcap(i64 newlen, i64 oldcap)
{
	u64 c = oldcap;

	if ((u64)newlen > (u64)oldcap * 2)
		return newlen;
	if (oldcap < 256)
		return oldcap * 2;
	do
		c += (c + 3 * 256) >> 2;
	while (c < (u64)newlen);
	return (i64)c > 0 ? (i64)c : newlen;
}

void
runtime_growslice(GoSlice *out, void *old, i64 newlen, i64 oldcap, i64 num, i64 unused, Type *elem)
{
	u64 size = elem->size, bytes, oldlen = newlen - num;
	i64 cap;
	u8 *p;

	if (unlikely(newlen < 0))
		panicstr("growslice: len out of range");
	if (size == 0) {
		*out = (GoSlice){runtime_mallocgc(0, 0, false), newlen, newlen};
		return;
	}
	cap = nextcap(newlen, oldcap);
	if (__builtin_mul_overflow(size, (u64)cap, &bytes) || bytes > 1ull << 47)
		panicstr("growslice: len out of range");
	bytes = roundupsize(bytes, elem->ptrdata == 0);
	if (size == 1)
		cap = bytes;
	else if (size == 8)
		cap = bytes / 8;
	else if ((size & (size - 1)) == 0)
		cap = bytes >> __builtin_ctzll(size);
	else
		cap = bytes / size;
	p = runtime_mallocgc(bytes, elem, true);
	runtime_memmove(p, old, oldlen * size);
	*out = (GoSlice){p, newlen, cap};
}
