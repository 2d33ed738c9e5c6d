/* Memory: objects are zero, aligned, apart; memmove, memclr, memequal of every small length and alignment; strings. */
#include "test.h"

i64 cmp(const u8 *a, i64 an, const u8 *b, i64 bn) SYM(cmpstring);
Pair decode(const u8 *p, i64 n, i64 i) SYM(decoderune);
GoString intstring(i64 r) SYM(intstring);

static u8 a[400], b[400], want[400];
static u8 all = 0xff;

static void
fill(u8 *p, u64 seed)
{
	i64 i;

	for (i = 0; i < 400; i++)
		p[i] = seed = seed * 6364136223846793005ull + 1442695040888963407ull, p[i] = seed >> 33;
}

static void
moves(void)
{
	i64 n, s, d, i;

	for (n = 0; n <= 200; n += n < 70 ? 1 : 9) {
		for (s = 0; s < 17; s += 5) {
			for (d = 0; d < 150; d += d < 20 ? 1 : 13) {
				fill(a, n);
				for (i = 0; i < 400; i++)
					want[i] = a[i];
				for (i = 0; i < n; i++)
					want[d + i] = a[s + i];
				runtime_memmove(a + d, a + s, n);
				for (i = 0; i < 400; i++)
					if (a[i] != want[i])
						fail("memmove", n, d);
			}
			fill(b, n);
			runtime_memclr(b + s, n);
			fill(want, n);
			for (i = 0; i < 400; i++)
				if (b[i] != (i >= s && i < s + n ? 0 : want[i]))
					fail("memclr", n, s);
			fill(a, 1);
			fill(b, 1);
			CHECK("memequal", runtime_memequal(a + s, b + s, n), 1);
			for (i = 0; i < n; i++) {
				b[s + i] ^= 0x80;
				CHECK("memequal differs", runtime_memequal(a + s, b + s, n), 0);
				CHECK("cmpstring", cmp(a + s, n, b + s, n), a[s + i] < b[s + i] ? -1 : 1);
				b[s + i] ^= 0x80;
			}
		}
	}
}

/* Every object gets its own pattern; all are still intact at the end. */
static void
objects(void)
{
	enum { N = 20000 };
	static u8 *p[N];
	static i64 size[N];
	Type t = {.size = 8, .ptrdata = 8, .gcdata = &all};
	MSpan *span;
	i64 i, j;

	for (i = 0; i < N; i++) {
		size[i] = i % 97 == 0 ? 30000 + i : i % 13 == 0 ? (i * 37) % 3000 : i % 130;
		p[i] = runtime_mallocgc(size[i], i & 1 ? &t : 0, true);
		if (size[i] == 0)
			continue;
		CHECK("aligned", (uintptr)p[i] & 7, 0);
		for (j = 0; j < size[i]; j++)
			CHECK("zero", p[i][j], 0);
		CHECK("object's start", spanof_base(p[i] + size[i] - 1, &span), p[i]);
		for (j = 0; j < size[i]; j++)
			p[i][j] = i;
	}
	for (i = 0; i < N; i++)
		for (j = 0; j < size[i]; j++)
			CHECK("intact", p[i][j], (u8)i);
}

static void
runes(void)
{
	i64 r;
	GoString s;
	Pair d;

	for (r = 0; r < 0x110000; r += r < 0x11000 ? 1 : 17) {
		s = intstring(r);
		d = decode(s.p, s.n, 0);
		CHECK("rune", d.a, r >= 0xd800 && r < 0xe000 ? 0xfffd : r);
		CHECK("rune's length", d.b, s.n);
		if (r >= 0x80)
			CHECK("cut rune", decode(s.p, s.n - 1, 0).b, 1);
	}
}

void
main_main(void)
{
	moves();
	objects();
	runes();
	prints("ok\n");
}
