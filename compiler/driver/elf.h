/* elf.h - ELF files in memory; private to the driver. */
#ifndef MINIGO_ELF_H
#define MINIGO_ELF_H
#include <elf.h>
#include "base/base.h"

typedef struct ElfFile { const char *path; uint8_t *p; size_t len; Elf64_Ehdr *h; Elf64_Shdr *sh; } ElfFile;
typedef struct ElfFunc { uint64_t addr, size; const char *name; bool global; } ElfFunc;

bool elf_open(ElfFile *f, const char *path);
void elf_close(ElfFile *f);
const char *elf_section_name(ElfFile *f, int i);
Elf64_Shdr *elf_section(ElfFile *f, const char *name);
ElfFunc *elf_functions(ElfFile *f, int *n);
uint64_t elf_symbol(ElfFile *f, const char *name);

/* dwarfline.c: every row of a .debug_line section */
typedef struct LineRow { uint64_t pc; uint32_t file, line, disc; uint32_t unit; bool end; } LineRow;
typedef struct LineUnit { size_t offset; const char **files; int nfiles; } LineUnit;
typedef Vec(LineRow) LineRows;
typedef Vec(LineUnit) LineUnits;
bool dwarf_lines(ElfFile *f, LineRows *rows, LineUnits *units);

/* size.c */
void size_report(const char *exe, const char *with_symbols);
void sections_report(const char *path);
#endif
