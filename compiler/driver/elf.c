/* elf.c - reading ELF files of our two targets: sections by name, function symbols. */
#include "driver/driver.h"
#include "driver/elf.h"
#include <stdlib.h>

bool
elf_open(ElfFile *f, const char *path)
{
	*f = (ElfFile){ .path = path };
	f->p = (uint8_t *)file_read(path, &f->len);
	if (!f->p || f->len < sizeof(Elf64_Ehdr) || memcmp(f->p, ELFMAG, SELFMAG)) {
		free(f->p);
		f->p = NULL;
		return false;
	}
	f->h = (Elf64_Ehdr *)f->p;
	if (f->h->e_shoff + (uint64_t)f->h->e_shnum * sizeof(Elf64_Shdr) > f->len)
		return false;
	f->sh = (Elf64_Shdr *)(f->p + f->h->e_shoff);
	return true;
}

void
elf_close(ElfFile *f)
{
	free(f->p);
	*f = (ElfFile){0};
}

const char *
elf_section_name(ElfFile *f, int i)
{
	return (const char *)f->p + f->sh[f->h->e_shstrndx].sh_offset + f->sh[i].sh_name;
}

Elf64_Shdr *
elf_section(ElfFile *f, const char *name)
{
	for (int i = 1; i < f->h->e_shnum; i++)
		if (!strcmp(elf_section_name(f, i), name))
			return &f->sh[i];
	return NULL;
}

static int
by_address(const void *a, const void *b)
{
	const ElfFunc *x = a, *y = b;

	if (x->addr != y->addr)
		return x->addr < y->addr ? -1 : 1;
	if (x->global != y->global)
		return x->global ? -1 : 1;
	return strcmp(x->name, y->name);
}

/* Function symbols by address; of several at one address the first by name that is global stays. */
ElfFunc *
elf_functions(ElfFile *f, int *n)
{
	Elf64_Shdr *st = elf_section(f, ".symtab");

	*n = 0;
	if (!st)
		return NULL;
	const Elf64_Sym *sym = (const Elf64_Sym *)(f->p + st->sh_offset);
	const char *names = (const char *)f->p + f->sh[st->sh_link].sh_offset;
	size_t count = st->sh_size / sizeof *sym;
	ElfFunc *out = NEWN(permanent, ElfFunc, count + 1);
	for (size_t i = 0; i < count; i++)
		if (ELF64_ST_TYPE(sym[i].st_info) == STT_FUNC && sym[i].st_shndx != SHN_UNDEF)
			out[(*n)++] = (ElfFunc){ sym[i].st_value, sym[i].st_size, names + sym[i].st_name, ELF64_ST_BIND(sym[i].st_info) != STB_LOCAL };
	qsort(out, (size_t)*n, sizeof *out, by_address);
	int k = 0;
	for (int i = 0; i < *n; i++)
		if (!k || out[k - 1].addr != out[i].addr)
			out[k++] = out[i];
	*n = k;
	return out;
}

uint64_t
elf_symbol(ElfFile *f, const char *name)
{
	Elf64_Shdr *st = elf_section(f, ".symtab");

	if (!st)
		return 0;
	const Elf64_Sym *sym = (const Elf64_Sym *)(f->p + st->sh_offset);
	const char *names = (const char *)f->p + f->sh[st->sh_link].sh_offset;
	for (size_t i = 0; i < st->sh_size / sizeof *sym; i++)
		if (sym[i].st_shndx != SHN_UNDEF && !strcmp(names + sym[i].st_name, name))
			return sym[i].st_value;
	return 0;
}
