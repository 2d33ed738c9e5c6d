/* pclntab.h - the table of functions and lines in section .gopclntab: made by compiler/driver/pclntab.c after the first link,
 * read by runtime/symtab.c. It lies at symbol runtime.pclntab (weak: address 0 when the program was linked without).
 *
 *   Pclntab      header
 *   PclFunc[nfunc + 1]   sorted by entry; the last one's entry is the end of the text, its data 0. A pc belongs to the last
 *                function whose entry is <= pc - text
 *   data         one record a function, at data bytes from the header's start, all numbers LEB128 (u: unsigned, s: signed):
 *                    u flags            PCL_WRAPPER: made by the compiler, not shown in tracebacks; PCL_C: runtime's C or assembly;
 *                                       PCL_NOARGS: a Go function without parameters and receiver
 *                    u name             offset in the strings
 *                    u file             offset in the strings, of its outermost frame; 0: unknown
 *                    u line             where it starts (the smallest line seen)
 *                    u ninline
 *                    ninline times      u name << 1 | wrapper, u file, u parent, u call line
 *                                       node i (from 1) is an inlined call: its function's name and file; parent: the node of the
 *                                       function that calls it, 0 is the function itself; call line: where the caller calls it.
 *                                       With an empty name it is no call: the frame is the parent's, in this file (//line)
 *                    rows, at least one: u pc delta (from the previous row; first from entry), then
 *                                       s (line delta << 1 | has-node), and, if has-node, u node
 *                                       the row holds from its pc to the next row's. Line starts at 'line'. Without has-node the
 *                                       node is 0. A pc delta of 0 after the first row ends the rows.
 *   strings      NUL-terminated, at 'strings' bytes from the header's start; offset 0 is ""
 *
 * A frame list for a pc: innermost is (node's function or the function itself, its file, row's line); then its parent with the
 * node's call line, and so on to node 0. For a return address look up pc - 1. */
#ifndef MINIGO_PCLNTAB_H
#define MINIGO_PCLNTAB_H
#include <stdint.h>

#define PCL_MAGIC 0x676f7431                    /* "1tog" */
#define PCL_WRAPPER 1
#define PCL_C 2
#define PCL_NOARGS 4

typedef struct PclFunc { uint32_t entry, data; } PclFunc;       /* entry: offset from text */
typedef struct Pclntab {
	uint32_t magic, nfunc;
	uint64_t text;                          /* address that entries count from; text + funcs[nfunc].entry is the end */
	uint32_t strings, size;                 /* size: of all */
	PclFunc funcs[];
} Pclntab;
#endif
