/* pos.c - the table of position bases, and positions as text. */
#include "base/base.h"

#define RING 16
#define MAX_BASES (1 << 20)                  /* as Pos has bits for */

static Vec(PosBase) bases;

uint32_t
pos_newbase(PosBase b)
{
	if (bases.n == 0)
		vec_push(permanent, &bases, (PosBase){0});
	if (bases.n >= MAX_BASES)            /* a million line directives: the rest shares the last */
		return MAX_BASES - 1;
	vec_push(permanent, &bases, b);
	return (uint32_t)bases.n - 1;
}

void
pos_reset(void)
{
	bases.n = 0;
}

const PosBase *
pos_base(Pos p)
{
	uint32_t i = pos_basenum(p);

	return i && (int)i < bases.n ? &bases.v[i] : NULL;
}

const char *
pos_filename(Pos p)
{
	const PosBase *b = pos_base(p);

	return b ? b->filename : "<unknown>";
}

uint32_t
pos_line(Pos p)
{
	const PosBase *b = pos_base(p);

	if (!b || !b->line)
		return pos_physline(p);
	return b->rel_line + (pos_physline(p) - b->line);
}

/* A //line without a column leaves columns unknown; a column given is that of the first byte behind the directive, and counts
 * on its line only. */
uint32_t
pos_col(Pos p)
{
	const PosBase *b = pos_base(p);

	if (!b || !b->line)
		return pos_physcol(p);
	if (!b->rel_col)
		return 0;
	if (pos_physline(p) == b->line)
		return b->rel_col + pos_physcol(p) - b->col;
	return pos_physcol(p);
}

size_t
pos_offset(const char *text, size_t len, Pos p)
{
	const char *s = text, *end = text + len, *nl;

	for (uint32_t line = 1; line < pos_physline(p) && s < end; line++) {
		nl = memchr(s, '\n', (size_t)(end - s));
		s = nl ? nl + 1 : end;
	}
	size_t at = (size_t)(s - text) + pos_physcol(p) - 1;
	return at < len ? at : len;
}

const char *
pos_string(Pos p)
{
	static StrBuf ring[RING];
	static int next;
	StrBuf *b = &ring[next++ % RING];

	sb_reset(b);
	if (p == NOPOS) {
		sb_puts(b, "<unknown position>");
		return b->s;
	}
	const char *name = pos_filename(p);
	if (diag_trimdir) {
		size_t n = strlen(diag_trimdir);
		if (strncmp(name, diag_trimdir, n) == 0 && name[n] == '/') {
			sb_puts(b, ".");
			name += n;
		}
	}
	sb_printf(b, "%s:%u", name, pos_line(p));
	if (pos_col(p) && pos_col(p) < 255)  /* like gc, which keeps columns in 8 bits */
		sb_printf(b, ":%u", pos_col(p));
	return b->s;
}
