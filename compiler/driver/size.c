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
