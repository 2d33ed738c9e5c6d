/* dwarfline.c - decodes .debug_line after DWARF 5, section 6.2 (versions 2 to 5). Rows carry the discriminator, which in our
 * objects is a location id. Tables of dropped functions have address 0 or all ones and are left out. */
#include "driver/elf.h"

typedef struct Reader { const uint8_t *p, *end; } Reader;

static uint64_t
fixed(Reader *r, int n)
{
	uint64_t v = 0;

	if (r->end - r->p < n) {
		r->p = r->end;
		return 0;
	}
	memcpy(&v, r->p, (size_t)n);         /* both targets are little endian, and so is every host */
	r->p += n;
	return v;
}

static uint64_t
uleb(Reader *r)
{
	uint64_t v = 0;

	for (int shift = 0; r->p < r->end; shift += 7) {
		uint8_t b = *r->p++;
		if (shift < 64)
			v |= (uint64_t)(b & 0x7f) << shift;
		if (!(b & 0x80))
			break;
	}
	return v;
}

static int64_t
sleb(Reader *r)
{
	uint64_t v = 0;
	int shift = 0;
	uint8_t b = 0;

	while (r->p < r->end) {
		b = *r->p++;
		if (shift < 64)
			v |= (uint64_t)(b & 0x7f) << shift;
		shift += 7;
		if (!(b & 0x80))
			break;
	}
	if (shift < 64 && (b & 0x40))
		v |= ~(uint64_t)0 << shift;
	return (int64_t)v;
}

static const char *
cstr(Reader *r)
{
	const char *s = (const char *)r->p;
	size_t n = strnlen(s, (size_t)(r->end - r->p));

	r->p += n < (size_t)(r->end - r->p) ? n + 1 : n;
	return s;
}

typedef struct Tables { Reader line_str, str; } Tables;
typedef struct Header {
	int version, min_inst, line_base, line_range, opcode_base;
	uint8_t lens[256];
} Header;

static Reader
section(ElfFile *f, const char *name)
{
	Elf64_Shdr *s = elf_section(f, name);

	return s ? (Reader){ f->p + s->sh_offset, f->p + s->sh_offset + s->sh_size } : (Reader){0};
}

static const char *
string_at(Reader t, uint64_t off)
{
	return t.p && off < (uint64_t)(t.end - t.p) ? (const char *)t.p + off : "";
}

/* One attribute of a version 5 directory or file entry: its string, or its number in *num. */
static const char *
form(Reader *r, const Tables *t, uint64_t f, uint64_t *num)
{
	*num = 0;
	switch (f) {
	case 0x08: return cstr(r);                               /* DW_FORM_string */
	case 0x1f: return string_at(t->line_str, fixed(r, 4));   /* DW_FORM_line_strp */
	case 0x0e: return string_at(t->str, fixed(r, 4));        /* DW_FORM_strp */
	case 0x0b: *num = fixed(r, 1); return NULL;              /* DW_FORM_data1 */
	case 0x05: *num = fixed(r, 2); return NULL;
	case 0x06: *num = fixed(r, 4); return NULL;
	case 0x0f: *num = uleb(r); return NULL;                  /* DW_FORM_udata */
	case 0x1e: r->p += r->end - r->p < 16 ? r->end - r->p : 16; return NULL;   /* DW_FORM_data16: MD5 */
	}
	r->p = r->end;
	return NULL;
}

static const char *
joined(const char *dir, const char *name)
{
	if (name[0] == '/' || !dir || !*dir)
		return name;
	size_t n = strlen(dir);
	char *s = arena_alloc(permanent, n + strlen(name) + 2);
	memcpy(s, dir, n);
	s[n] = '/';
	strcpy(s + n + 1, name);
	return s;
}

typedef struct Entry { const char *name; uint64_t dir; } Entry;
typedef Vec(Entry) Entries;

static void
entries_v5(Reader *r, const Tables *t, Entries *out)
{
	uint64_t kinds[16], forms[16], num;
	int nf = (int)fixed(r, 1);

	for (int i = 0; i < nf; i++) {
		uint64_t k = uleb(r), f = uleb(r);
		if (i < 16)
			kinds[i] = k, forms[i] = f;
	}
	uint64_t count = uleb(r);
	for (uint64_t i = 0; i < count && r->p < r->end; i++) {
		Entry e = { "", 0 };
		for (int k = 0; k < nf && k < 16; k++) {
			const char *s = form(r, t, forms[k], &num);
			if (kinds[k] == 1 && s)
				e.name = s;
			else if (kinds[k] == 2)
				e.dir = num;
		}
		vec_push(permanent, out, e);
	}
}

static void
entries_v4(Reader *r, Entries *dirs, Entries *files)
{
	vec_push(permanent, dirs, ((Entry){ "", 0 }));
	vec_push(permanent, files, ((Entry){ "", 0 }));
	while (r->p < r->end && *r->p)
		vec_push(permanent, dirs, ((Entry){ cstr(r), 0 }));
	r->p++;
	while (r->p < r->end && *r->p) {
		Entry e = { cstr(r), 0 };
		e.dir = uleb(r);
		uleb(r);
		uleb(r);
		vec_push(permanent, files, e);
	}
}

static void
read_files(Reader *r, const Tables *t, int version, LineUnit *u)
{
	Entries dirs = {0}, files = {0};

	if (version >= 5) {
		entries_v5(r, t, &dirs);
		entries_v5(r, t, &files);
	} else {
		entries_v4(r, &dirs, &files);
	}
	u->nfiles = files.n;
	u->files = NEWN(permanent, const char *, files.n + 1);
	for (int i = 0; i < files.n; i++)
		u->files[i] = joined(files.v[i].dir < (uint64_t)dirs.n ? dirs.v[files.v[i].dir].name : "", files.v[i].name);
}

typedef struct Machine { LineRow row; const Header *h; LineRows *out; size_t start; bool live; } Machine;

static void
reset(Machine *m, uint32_t unit)
{
	m->row = (LineRow){ .file = 1, .line = 1, .unit = unit };
	m->live = false;
	m->start = (size_t)m->out->n;
}

static void
emit(Machine *m)
{
	vec_push(permanent, m->out, m->row);
	m->row.disc = 0;
}

static void
extended(Machine *m, Reader *r)
{
	uint64_t n = uleb(r);
	const uint8_t *next = r->p + n;

	if (n == 0 || n > (uint64_t)(r->end - r->p)) {
		r->p = r->end;
		return;
	}
	switch (fixed(r, 1)) {
	case 1:                                      /* DW_LNE_end_sequence */
		m->row.end = true;
		emit(m);
		if (!m->live)
			m->out->n = (int)m->start;
		reset(m, m->row.unit);
		break;
	case 2:                                      /* DW_LNE_set_address */
		m->row.pc = fixed(r, (int)n - 1 > 8 ? 8 : (int)n - 1);
		m->live = m->row.pc > 1 && m->row.pc < ~(uint64_t)0 - 1;
		break;
	case 4:                                      /* DW_LNE_set_discriminator */
		m->row.disc = (uint32_t)uleb(r);
		break;
	}
	r->p = next;
}

static void
special(Machine *m, int op)
{
	int adj = op - m->h->opcode_base;

	m->row.pc += (uint64_t)(adj / m->h->line_range * m->h->min_inst);
	m->row.line += (uint32_t)(m->h->line_base + adj % m->h->line_range);
	emit(m);
}

static void
standard(Machine *m, Reader *r, int op)
{
	switch (op) {
	case 1: emit(m); break;
	case 2: m->row.pc += uleb(r) * (uint64_t)m->h->min_inst; break;
	case 3: m->row.line += (uint32_t)sleb(r); break;
	case 4: m->row.file = (uint32_t)uleb(r); break;
	case 5: uleb(r); break;
	case 6: case 7: case 10: case 11: break;
	case 8: m->row.pc += (uint64_t)((255 - m->h->opcode_base) / m->h->line_range * m->h->min_inst); break;
	case 9: m->row.pc += fixed(r, 2); break;
	case 12: uleb(r); break;
	default:
		for (int i = 0; i < m->h->lens[op]; i++)
			uleb(r);
	}
}

static void
run(Reader *r, const Header *h, LineRows *out, uint32_t unit)
{
	Machine m = { .h = h, .out = out };

	reset(&m, unit);
	while (r->p < r->end) {
		int op = *r->p++;
		if (op >= h->opcode_base)
			special(&m, op);
		else if (op == 0)
			extended(&m, r);
		else
			standard(&m, r, op);
	}
}

static bool
one_unit(Reader *all, const uint8_t *base, const Tables *t, LineRows *rows, LineUnits *units)
{
	LineUnit u = { .offset = (size_t)(all->p - base) };
	uint64_t len = fixed(all, 4);

	if (len >= 0xfffffff0 || len > (uint64_t)(all->end - all->p))
		return false;
	Reader r = { all->p, all->p + len };
	all->p += len;
	Header h = { .version = (int)fixed(&r, 2) };
	if (h.version < 2 || h.version > 5)
		return false;
	if (h.version >= 5)
		fixed(&r, 2);                        /* address and segment selector size */
	uint64_t hlen = fixed(&r, 4);
	const uint8_t *program = r.p + hlen;
	h.min_inst = (int)fixed(&r, 1);
	if (h.version >= 4)
		fixed(&r, 1);
	fixed(&r, 1);
	h.line_base = (int8_t)fixed(&r, 1);
	h.line_range = (int)fixed(&r, 1);
	h.opcode_base = (int)fixed(&r, 1);
	for (int i = 1; i < h.opcode_base; i++)
		h.lens[i] = (uint8_t)fixed(&r, 1);
	if (program > r.end || !h.line_range)
		return false;
	read_files(&r, t, h.version, &u);
	vec_push(permanent, units, u);
	r.p = program;
	run(&r, &h, rows, (uint32_t)units->n - 1);
	return true;
}

bool
dwarf_lines(ElfFile *f, LineRows *rows, LineUnits *units)
{
	Reader all = section(f, ".debug_line");
	Tables t = { section(f, ".debug_line_str"), section(f, ".debug_str") };
	const uint8_t *base = all.p;

	while (all.p < all.end)
		if (!one_unit(&all, base, &t, rows, units))
			return false;
	return true;
}
