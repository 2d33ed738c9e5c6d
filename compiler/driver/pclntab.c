/* pclntab.c - .gopclntab: from the linked program's line table to the table that tracebacks use (runtime/abi/pclntab.h).
 *
 * A row of .debug_line from one of our objects carries a location id as its discriminator; the object's .loc file says which
 * function, file, line and inlined calls the id means. Which object a line program belongs to follows from the order: the
 * linker puts them one after another as their objects stand on its command line, and runtime.a comes last. Rows without an id
 * (runtime C and assembly) give file and line, and the symbol table the function. */
#include "driver/driver.h"
#include "driver/elf.h"
#include "runtime/abi/pclntab.h"
#include <stdlib.h>

typedef struct Loc { const char *func, *file; uint32_t line; int parent; unsigned flags; } Loc;
typedef Vec(Loc) Locs;
typedef struct Node { const char *name, *file; bool wrapper; uint32_t parent, call_line; } Node;   /* an inlined call */
typedef Vec(Node) Nodes;

static LineRows rows;
static LineUnits line_units;
static Vec(Locs *) tables;                   /* of each line unit; NULL: none */
static StrBuf strings, data;
static PtrMap string_at;                     /* Str* -> offset */

/* -- locations -- */

static char *
field(char **p)
{
	char *s = *p, *e = strchr(s, '\t');

	if (e)
		*e++ = 0;
	*p = e ? e : s + strlen(s);
	return s;
}

static Locs *
read_locs(const char *path)
{
	Locs *l = NEW(permanent, Locs);
	size_t len;
	char *text = file_read(path, &len), *save = NULL;

	vec_push(permanent, l, ((Loc){0}));
	if (!text)
		return l;
	for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		Loc x;
		int id = atoi(field(&line));
		x.func = field(&line);
		x.file = field(&line);
		if (!*x.file)
			x.file = "??";       /* a line directive without a name */
		x.line = (uint32_t)atoi(field(&line));
		x.parent = atoi(field(&line));
		x.flags = (unsigned)atoi(field(&line));
		while (l->n <= id)
			vec_push(permanent, l, ((Loc){0}));
		l->v[id] = x;
	}
	return l;                            /* text stays: the strings point into it */
}

/* How many bytes of .debug_line an object contributes. */
static size_t
line_bytes(const char *obj)
{
	ElfFile f;

	if (!elf_open(&f, obj))
		return 0;
	Elf64_Shdr *s = elf_section(&f, ".debug_line");
	size_t n = s ? s->sh_size : 0;
	elf_close(&f);
	return n;
}

static void
assign_tables(Strings objs, Strings locs)
{
	size_t at = 0;
	int u = 0;

	for (int i = 0; i < objs.n; i++) {
		size_t end = at + line_bytes(objs.v[i]);
		Locs *l = end > at ? read_locs(locs.v[i]) : NULL;
		for (; u < line_units.n && line_units.v[u].offset < end; u++)
			vec_push(permanent, &tables, l);
		at = end;
	}
	for (; u < line_units.n; u++)
		vec_push(permanent, &tables, NULL);
}

/* -- writing -- */

static void
put_u(StrBuf *b, uint64_t v)
{
	do {
		uint8_t c = v & 0x7f;
		v >>= 7;
		sb_putc(b, v ? c | 0x80 : c);
	} while (v);
}

static void
put_s(StrBuf *b, int64_t v)
{
	for (;;) {
		uint8_t c = v & 0x7f;
		v >>= 7;
		if ((v == 0 && !(c & 0x40)) || (v == -1 && (c & 0x40))) {
			sb_putc(b, c);
			return;
		}
		sb_putc(b, c | 0x80);
	}
}

static uint32_t
put_string(const char *s)
{
	Str *key = str_lit(s ? s : "");

	if (!strings.n)
		sb_putc(&strings, 0);
	if (!key->len)
		return 0;
	uintptr_t at = (uintptr_t)map_get(&string_at, key);
	if (!at) {
		at = strings.n;
		sb_write(&strings, key->s, key->len + 1);
		map_put(&string_at, key, (void *)at);
	}
	return (uint32_t)at;
}

/* -- one function -- */

typedef struct PclF { const char *name, *file; unsigned flags; bool c, known; uint32_t line; Nodes nodes; StrBuf rows; } PclF;

static uint32_t
add_node(PclF *f, Node n)
{
	for (int i = 0; i < f->nodes.n; i++) {
		Node *m = &f->nodes.v[i];
		if (m->name == n.name && m->file == n.file && m->parent == n.parent && m->call_line == n.call_line)
			return (uint32_t)i + 1;
	}
	vec_push(permanent, &f->nodes, n);
	return (uint32_t)f->nodes.n;
}

static const char *
intern(const char *s)
{
	return str_lit(s ? s : "")->s;
}

/* The node that location id's own frame is in; 0 is the function itself, in the file where it begins. */
static uint32_t
node_of(PclF *f, Locs *l, int id)
{
	Loc *x = &l->v[id];

	if (x->parent <= 0 || x->parent >= l->n)
		return !f->file || !strcmp(x->file, f->file) ? 0 : add_node(f, (Node){ intern(""), intern(x->file), false, 0, 0 });
	uint32_t parent = node_of(f, l, x->parent);
	return add_node(f, (Node){ intern(x->func), intern(x->file), x->flags & PCL_WRAPPER, parent, l->v[x->parent].line });
}

static Loc *
outermost(Locs *l, int id)
{
	while (l->v[id].parent > 0 && l->v[id].parent < l->n)
		id = l->v[id].parent;
	return &l->v[id];
}

static void
describe(PclF *f, LineRow *r)
{
	Locs *l = tables.v[r->unit];

	if (l && r->disc && (int)r->disc < l->n && l->v[r->disc].func) {
		Loc *o = outermost(l, (int)r->disc);
		if (!f->known) {         /* rows of the prologue say less */
			f->known = true;
			f->name = o->func;
			f->file = o->file;
			f->flags = o->flags;
		}
		if (o->line && (!f->line || o->line < f->line))
			f->line = o->line;
		return;
	}
	LineUnit *u = &line_units.v[r->unit];
	if (!f->file && (int)r->file < u->nfiles)
		f->file = u->files[r->file];
	if (!l)
		f->c = true;
	if (r->line && (!f->line || r->line < f->line))
		f->line = r->line;
}

typedef struct RowState { uint64_t pc; uint32_t line, node; bool first; } RowState;

static void
add_row(PclF *f, RowState *st, uint64_t pc, uint32_t line, uint32_t node)
{
	if (!st->first && line == st->line && node == st->node)
		return;
	put_u(&f->rows, pc - st->pc);
	put_s(&f->rows, ((int64_t)line - (int64_t)st->line) * 2 + (node != 0));
	if (node)
		put_u(&f->rows, node);
	*st = (RowState){ pc, line, node, false };
}

/* Rows at one pc: the last one holds, but one with a line beats line 0. */
static void
function_rows(PclF *f, uint64_t entry, uint64_t end, int from, int to)
{
	RowState st = { entry, f->line, 0, true };

	for (int i = from; i < to; i++) {
		LineRow *r = &rows.v[i];
		while (i + 1 < to && rows.v[i + 1].pc == r->pc && !rows.v[i + 1].end)
			r = &rows.v[++i];
		if (r->end || r->pc >= end)
			continue;
		Locs *l = tables.v[r->unit];
		bool id = l && r->disc && (int)r->disc < l->n && l->v[r->disc].func;
		uint32_t line = id ? l->v[r->disc].line : r->line;
		uint32_t node = id ? node_of(f, l, (int)r->disc) : 0;
		if (line)
			add_row(f, &st, st.first ? entry : r->pc, line, node);
	}
	if (st.first)
		add_row(f, &st, entry, f->line, 0);
}

/* The runtime's C that Callers shows; the rest of it is not worth its bytes. */
static bool
c_shown(const char *name)
{
	static const char *const names[] = { "runtime.main", "runtime.goexit", "runtime.gopanic", "runtime.sigpanic" };

	for (size_t i = 0; i < NELEM(names); i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

#define NO_DATA UINT32_MAX

/* Where the record is, or NO_DATA. */
static uint32_t
write_function(ElfFunc *fn, uint64_t end, int from, int to)
{
	PclF f = { .name = fn->name };

	for (int i = from; i < to; i++)
		if (!rows.v[i].end)
			describe(&f, &rows.v[i]);
	if (!f.name || !*f.name)
		f.name = fn->name;
	if (f.c || from == to) {
		if (!c_shown(f.name))
			return NO_DATA;
		from = to;
		f.file = "";
		f.line = 0;
	}
	if (f.c) {
		f.file = NULL;               /* C of the runtime: the name is what a traceback of the runtime's own needs */
		f.line = 0;
		to = from;
	}
	function_rows(&f, fn->addr, end, from, to);
	uint32_t at = (uint32_t)data.n;
	put_u(&data, f.flags | (f.c || !f.file ? PCL_C : 0));
	put_u(&data, put_string(f.name));
	put_u(&data, put_string(f.file));
	put_u(&data, f.line);
	put_u(&data, (uint64_t)f.nodes.n);
	for (int i = 0; i < f.nodes.n; i++) {
		Node *n = &f.nodes.v[i];
		put_u(&data, (uint64_t)put_string(n->name) << 1 | n->wrapper);
		put_u(&data, put_string(n->file));
		put_u(&data, n->parent);
		put_u(&data, n->call_line);
	}
	sb_write(&data, f.rows.s ? f.rows.s : "", f.rows.n);
	put_u(&data, 0);                     /* ends the rows */
	sb_free(&f.rows);
	return at;
}

/* Rows are sorted inside a sequence (one a section), and sequences come nearly sorted: insertion of sequences by their start. */
static void
sort_rows(void)
{
	typedef struct Seq { uint64_t pc; int from, to; } Seq;
	Vec(Seq) seqs = {0};

	for (int i = 0, from = 0; i < rows.n; i++)
		if (rows.v[i].end || i + 1 == rows.n) {
			vec_push(permanent, &seqs, ((Seq){ rows.v[from].pc, from, i + 1 }));
			from = i + 1;
		}
	for (int i = 1; i < seqs.n; i++) {
		Seq s = seqs.v[i];
		int k = i;
		while (k > 0 && seqs.v[k - 1].pc > s.pc) {
			seqs.v[k] = seqs.v[k - 1];
			k--;
		}
		seqs.v[k] = s;
	}
	LineRows out = {0};
	for (int i = 0; i < seqs.n; i++)
		for (int k = seqs.v[i].from; k < seqs.v[i].to; k++)
			vec_push(permanent, &out, rows.v[k]);
	rows = out;
}

/* -- the object -- */

static void
put_bytes(StrBuf *b, const void *p, size_t n)
{
	sb_write(b, p, n);
}

static void
pad(StrBuf *b, size_t align)
{
	while (b->n % align)
		sb_putc(b, 0);
}

typedef struct ObjFile { StrBuf b; Elf64_Shdr sh[6]; } ObjFile;
static const char shnames[] = "\0.gopclntab\0.rela.gopclntab\0.symtab\0.strtab\0.shstrtab";
static const char symnames[] = "\0runtime.pclntab\0runtime.text";

static void
obj_section(ObjFile *o, int i, uint32_t name, uint32_t type, const void *p, size_t n)
{
	pad(&o->b, 8);
	o->sh[i].sh_name = name;
	o->sh[i].sh_type = type;
	o->sh[i].sh_offset = o->b.n;
	o->sh[i].sh_size = n;
	o->sh[i].sh_addralign = 8;
	put_bytes(&o->b, p, n);
}

/* A relocatable object with the table, a symbol for it, and one relocation: the address of the code's start. */
static bool
write_object(const char *path, StrBuf *table, bool arm64)
{
	ObjFile o = {0};
	Elf64_Ehdr h = { .e_ident = { 0x7f, 'E', 'L', 'F', ELFCLASS64, ELFDATA2LSB, EV_CURRENT }, .e_type = ET_REL, .e_version = EV_CURRENT,
		.e_machine = arm64 ? EM_AARCH64 : EM_X86_64, .e_ehsize = sizeof h, .e_shentsize = sizeof(Elf64_Shdr), .e_shnum = 6,
		.e_shstrndx = 5 };
	Elf64_Sym syms[3] = {
		{0},
		{ .st_name = 1, .st_info = ELF64_ST_INFO(STB_GLOBAL, STT_OBJECT), .st_shndx = 1, .st_size = table->n },
		{ .st_name = 17, .st_info = ELF64_ST_INFO(STB_GLOBAL, STT_NOTYPE) },
	};
	Elf64_Rela rel = { offsetof(Pclntab, text), ELF64_R_INFO(2, arm64 ? R_AARCH64_ABS64 : R_X86_64_64), 0 };

	put_bytes(&o.b, &h, sizeof h);
	obj_section(&o, 1, 1, SHT_PROGBITS, table->s, table->n);
	o.sh[1].sh_flags = SHF_ALLOC | SHF_GNU_RETAIN;
	obj_section(&o, 2, 12, SHT_RELA, &rel, sizeof rel);
	o.sh[2].sh_link = 3;
	o.sh[2].sh_info = 1;
	o.sh[2].sh_entsize = sizeof rel;
	o.sh[2].sh_flags = SHF_INFO_LINK;
	obj_section(&o, 3, 28, SHT_SYMTAB, syms, sizeof syms);
	o.sh[3].sh_link = 4;
	o.sh[3].sh_info = 1;
	o.sh[3].sh_entsize = sizeof syms[0];
	obj_section(&o, 4, 36, SHT_STRTAB, symnames, sizeof symnames);
	obj_section(&o, 5, 44, SHT_STRTAB, shnames, sizeof shnames);
	pad(&o.b, 8);
	((Elf64_Ehdr *)(void *)o.b.s)->e_shoff = o.b.n;
	put_bytes(&o.b, o.sh, sizeof o.sh);
	bool ok = file_write(path, o.b.s, o.b.n, 0666);
	sb_free(&o.b);
	return ok;
}

static void
build_table(StrBuf *table, ElfFunc *fn, int n, uint64_t text, uint64_t etext)
{
	PclFunc *funcs = NEWN(permanent, PclFunc, n + 1);
	int r = 0, m = 0;

	for (int i = 0; i < n; i++) {
		uint64_t end = i + 1 < n ? fn[i + 1].addr : etext;
		uint64_t limit = fn[i].size && fn[i].addr + fn[i].size < end ? fn[i].addr + fn[i].size : end;
		while (r < rows.n && (rows.v[r].pc < fn[i].addr || (rows.v[r].end && rows.v[r].pc == fn[i].addr)))
			r++;
		int from = r;
		while (r < rows.n && rows.v[r].pc < limit)
			r++;
		uint32_t at = write_function(&fn[i], limit, from, r);
		if (at != NO_DATA || m == 0 || funcs[m - 1].data != NO_DATA)
			funcs[m++] = (PclFunc){ (uint32_t)(fn[i].addr - text), at };
	}
	n = m;
	funcs[n] = (PclFunc){ (uint32_t)(etext - text), 0 };
	uint32_t head = (uint32_t)(sizeof(Pclntab) + sizeof(PclFunc) * (size_t)(n + 1));
	for (int i = 0; i < n; i++)
		funcs[i].data = funcs[i].data == NO_DATA ? 0 : funcs[i].data + head;
	Pclntab t = { PCL_MAGIC, (uint32_t)n, 0, head + (uint32_t)data.n, head + (uint32_t)(data.n + strings.n) };
	put_bytes(table, &t, sizeof t);
	put_bytes(table, funcs, sizeof(PclFunc) * (size_t)(n + 1));
	put_bytes(table, data.s ? data.s : "", data.n);
	put_bytes(table, strings.s ? strings.s : "", strings.n);
}

bool
pclntab_make(const char *exe, const char *out_obj, Strings objs, Strings locs)
{
	ElfFile f;
	StrBuf table = {0};
	int n;

	if (!elf_open(&f, exe)) {
		fprintf(stderr, "minigo: %s: not an ELF file\n", exe);
		return false;
	}
	rows.n = line_units.n = tables.n = 0;
	strings.n = data.n = 0;
	map_clear(&string_at);
	if (!dwarf_lines(&f, &rows, &line_units))
		fatal("cannot read the line table of %s", exe);
	assign_tables(objs, locs);
	sort_rows();
	ElfFunc *fn = elf_functions(&f, &n);
	uint64_t text = elf_symbol(&f, "runtime.text"), etext = elf_symbol(&f, "runtime.etext");
	put_string("");
	build_table(&table, fn, n, text, etext);
	bool ok = write_object(out_obj, &table, f.h->e_machine == EM_AARCH64);
	sb_free(&table);
	elf_close(&f);
	return ok;
}
