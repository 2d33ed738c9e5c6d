/* pclntab.h - section .gopclntab: from a program counter to function, file and line, inlined frames included.
 * Written by the link step (driver), read by runtime/symtab.c. Little endian, position independent, needs no relocation.
 *
 *   PclnHeader
 *   PclnFunc funcs[nfuncs + 1]    sorted by entry; the last is a sentinel whose entry is the end of the code
 *   blobs                         one per function, found by PclnFunc.blob (offset from the header)
 *   strings                       names and file names: uvarint length, bytes; named by offset from the header's `strings`
 *
 * A blob is a sequence of varints (LEB128 unsigned; "z": zigzag signed):
 *   name, file, flags, startline, ninl
 *   ninl times an inlined call: name, file, startline, parent (0: the function itself, else 1 + index of an earlier one), callline
 *   then ranges until the sum of lengths reaches the next function's entry:
 *     length << 1 | inl_changed, line (z, delta to the range before, first to startline), [inl: 0 or 1 + index, if changed]
 *   The line of a range is in the file of its innermost inlined call. inl starts at 0. Line 0 (after the delta): unknown.
 * name: as tracebacks print it: main.f, main.(*T).M, main.f.func1, main.Map[...]. file: absolute, or trimmed by -trimpath. */
#ifndef MINIGO_PCLNTAB_H
#define MINIGO_PCLNTAB_H
#include <stdint.h>

#define PCLN_MAGIC 0x6c636d31u
#define FUNC_WRAPPER 1           /* generated wrapper or defer thunk: not shown, recover sees through it */
#define FUNC_DEFERBODY 2         /* outlined body: stands for the function whose trycall runs it */

typedef struct PclnHeader { uint32_t magic, nfuncs, strings, size; } PclnHeader;   /* strings: offset; size: of everything */
typedef struct PclnFunc { uint32_t entry, blob; } PclnFunc;      /* entry: offset from runtime.text */
#endif
