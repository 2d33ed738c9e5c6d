/* size.c - `build -size`: what takes the room in an executable, by package; `tool objdump -sections`: its sections. */
#include "driver/driver.h"
#include "driver/elf.h"
#include <stdlib.h>

typedef struct Size { Str *pkg; uint64_t text, rodata, data, bss; } Size;
typedef Vec(Size) Sizes;

/* strings.(*Builder).Write -> strings; type:..., go:... and C of the runtime by their own names */
static Str *
package_of_symbol(const char *name)
{
	if (has_prefix(name, "type:") || has_prefix(name, "go:"))
		return str_lit("(descriptors)");
	const char *stop = strpbrk(name, "[("), *slash = NULL;
	for (const char *p = name; *p && p != stop; p++)
		if (*p == '/')
			slash = p;
	const char *dot = strchr(slash ? slash : name, '.');
	if (!dot || dot == name)
		return str_lit("runtime");
	return str_intern(name, (size_t)(dot - name));
}

static Size *
size_of(Sizes *s, Str *pkg)
{
	for (int i = 0; i < s->n; i++)
		if (s->v[i].pkg == pkg)
			return &s->v[i];
	vec_push(permanent, s, ((Size){ .pkg = pkg }));
	return &vec_last(s);
}

static void
count_symbol(Sizes *s, ElfFile *f, const Elf64_Sym *y, const char *name)
{
	const Elf64_Shdr *sec = &f->sh[y->st_shndx];
	Size *z = size_of(s, package_of_symbol(name));

	if (sec->sh_flags & SHF_EXECINSTR)
		z->text += y->st_size;
	else if (!(sec->sh_flags & SHF_WRITE))
		z->rodata += y->st_size;
	else if (sec->sh_type == SHT_NOBITS)
		z->bss += y->st_size;
	else
		z->data += y->st_size;
}

static int
by_total(const void *a, const void *b)
{
	const Size *x = a, *y = b;
	uint64_t tx = x->text + x->rodata + x->data, ty = y->text + y->rodata + y->data;

	if (tx != ty)
		return tx < ty ? 1 : -1;
	return strcmp(x->pkg->s, y->pkg->s);
}

static void
print_sizes(Sizes *s)
{
	Size sum = {0};

	printf("%10s %10s %10s %10s  package\n", "text", "rodata", "data", "bss");
	for (int i = 0; i < s->n; i++) {
		Size *z = &s->v[i];
		printf("%10llu %10llu %10llu %10llu  %s\n", (unsigned long long)z->text, (unsigned long long)z->rodata,
			(unsigned long long)z->data, (unsigned long long)z->bss, z->pkg->s);
		sum.text += z->text;
		sum.rodata += z->rodata;
		sum.data += z->data;
		sum.bss += z->bss;
	}
	printf("%10llu %10llu %10llu %10llu  total\n", (unsigned long long)sum.text, (unsigned long long)sum.rodata,
		(unsigned long long)sum.data, (unsigned long long)sum.bss);
}

void
size_report(const char *exe, const char *with_symbols)
{
	ElfFile f, out;
	Sizes s = {0};

	if (!elf_open(&f, with_symbols))
		return;
	Elf64_Shdr *st = elf_section(&f, ".symtab");
	const Elf64_Sym *sym = st ? (const Elf64_Sym *)(f.p + st->sh_offset) : NULL;
	for (size_t i = 0; st && i < st->sh_size / sizeof *sym; i++)
		if (sym[i].st_shndx != SHN_UNDEF && sym[i].st_shndx < f.h->e_shnum && sym[i].st_size)
			count_symbol(&s, &f, &sym[i], (const char *)f.p + f.sh[st->sh_link].sh_offset + sym[i].st_name);
	if (elf_open(&out, exe)) {
		Elf64_Shdr *p = elf_section(&out, ".gopclntab");
		size_of(&s, str_lit("(gopclntab)"))->rodata += p ? p->sh_size : 0;
		elf_close(&out);
	}
	if (s.n)
		qsort(s.v, (size_t)s.n, sizeof *s.v, by_total);
	print_sizes(&s);
	elf_close(&f);
}

static const char *
reloc_name(uint32_t type, bool arm64)
{
	static const struct { uint32_t type; const char *name; } x86[] = {
		{ R_X86_64_64, "R_X86_64_64" }, { R_X86_64_PC32, "R_X86_64_PC32" }, { R_X86_64_PLT32, "R_X86_64_PLT32" },
		{ R_X86_64_32, "R_X86_64_32" }, { R_X86_64_32S, "R_X86_64_32S" },
	}, arm[] = {
		{ R_AARCH64_ABS64, "R_AARCH64_ABS64" }, { R_AARCH64_ABS32, "R_AARCH64_ABS32" }, { R_AARCH64_CALL26, "R_AARCH64_CALL26" },
		{ R_AARCH64_JUMP26, "R_AARCH64_JUMP26" }, { R_AARCH64_ADR_PREL_PG_HI21, "R_AARCH64_ADR_PREL_PG_HI21" },
		{ R_AARCH64_ADD_ABS_LO12_NC, "R_AARCH64_ADD_ABS_LO12_NC" },
	};

	for (size_t i = 0; i < NELEM(x86) && !arm64; i++)
		if (x86[i].type == type)
			return x86[i].name;
	for (size_t i = 0; i < NELEM(arm) && arm64; i++)
		if (arm[i].type == type)
			return arm[i].name;
	return fmt_str("%u", type);
}

void
relocs_report(const char *title, const char *obj)
{
	ElfFile f;

	if (!elf_open(&f, obj))
		return;
	printf("# %s\n", title);
	Elf64_Shdr *st = elf_section(&f, ".symtab");
	for (int i = 1; st && i < f.h->e_shnum; i++) {
		Elf64_Shdr *s = &f.sh[i];
		if (s->sh_type != SHT_RELA || !(f.sh[s->sh_info].sh_flags & SHF_ALLOC))
			continue;
		const Elf64_Rela *r = (const Elf64_Rela *)(f.p + s->sh_offset);
		for (size_t k = 0; k < s->sh_size / sizeof *r; k++) {
			const Elf64_Sym *y = (const Elf64_Sym *)(f.p + st->sh_offset) + ELF64_R_SYM(r[k].r_info);
			const char *name = (const char *)f.p + f.sh[st->sh_link].sh_offset + y->st_name;
			if (!*name && y->st_shndx < f.h->e_shnum)
				name = elf_section_name(&f, y->st_shndx);
			printf("%s+0x%llx %s %s%+lld\n", elf_section_name(&f, (int)s->sh_info), (unsigned long long)r[k].r_offset,
				reloc_name(ELF64_R_TYPE(r[k].r_info), f.h->e_machine == EM_AARCH64), name, (long long)r[k].r_addend);
		}
	}
	elf_close(&f);
}

static const char *
scanned(const char *name)
{
	if (!strcmp(name, ".data") || !strcmp(name, ".bss"))
		return "yes";
	return "no";
}

void
sections_report(const char *path)
{
	ElfFile f;

	if (!elf_open(&f, path)) {
		fprintf(stderr, "minigo: %s: not an ELF file\n", path);
		return;
	}
	printf("%-20s %-16s %10s  R W X  GC\n", "section", "address", "size");
	for (int i = 1; i < f.h->e_shnum; i++) {
		Elf64_Shdr *s = &f.sh[i];
		if (!(s->sh_flags & SHF_ALLOC))
			continue;
		printf("%-20s %016llx %10llu  R %c %c  %s\n", elf_section_name(&f, i), (unsigned long long)s->sh_addr,
			(unsigned long long)s->sh_size, s->sh_flags & SHF_WRITE ? 'W' : '-', s->sh_flags & SHF_EXECINSTR ? 'X' : '-',
			scanned(elf_section_name(&f, i)));
	}
	elf_close(&f);
}
