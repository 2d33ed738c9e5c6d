/* base.h - what every stage of the compiler stands on.
 *
 *   Arena     memory that is dropped whole; nothing is freed one by one
 *   Str       an interned, immutable byte string, compared by pointer
 *   StrBuf    a growing byte buffer
 *   Vec(T)    a growing array in an arena
 *   PtrMap    pointer -> pointer hash table
 *   Pos       a source position in 64 bits; 0 is "no position"
 *   error_at  a mistake in the user's program; fatal: a mistake in ours
 *
 * Includes nothing of the compiler. */
#ifndef MINIGO_BASE_H
#define MINIGO_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdarg.h>
#include <string.h>

#define PRINTF(f, a) __attribute__((format(printf, f, a)))
#define NORETURN __attribute__((noreturn))
#define UNUSED __attribute__((unused))
#define NELEM(a) (sizeof(a) / sizeof((a)[0]))

/* arena.c: blocks of 256 KB; allocation is zeroed, 16-byte aligned, never fails (out of memory is fatal there). */
typedef struct Arena Arena;
extern Arena *permanent;                     /* lives as long as the compilation */
Arena *arena_new(void);
void arena_free(Arena *a);                   /* drops all that was allocated in it */
void arena_clear(Arena *a);                  /* ... and keeps its memory for what comes next */
void *arena_alloc(Arena *a, size_t n);
char *arena_strndup(Arena *a, const char *s, size_t n);
size_t arena_used(Arena *a);                 /* bytes handed out */
#define NEW(a, T) ((T *)arena_alloc((a), sizeof(T)))
#define NEWN(a, T, n) ((T *)arena_alloc((a), sizeof(T) * (size_t)(n)))

/* Vec: a struct { T *v; int n, cap; } grown inside an arena. Zero-initialized is empty. */
#define Vec(T) struct { T *v; int n, cap; }
typedef Vec(void *) VecPtr;
void vec_grow(Arena *a, void *vec, size_t elem, int want);
#define vec_push(a, vec, x) \
	((vec)->n == (vec)->cap ? vec_grow((a), (vec), sizeof(*(vec)->v), (vec)->n + 1) : (void)0, \
	 (vec)->v[(vec)->n++] = (x))
#define vec_last(vec) ((vec)->v[(vec)->n - 1])

/* str.c: interning. Str compares by pointer; the bytes are NUL-terminated as well. str_new makes one of its own, for text that is
 * never compared. */
typedef struct Str {
	uint32_t len;
	uint32_t hash;
	void *universe;                      /* free for the types stage: predeclared object */
	uint16_t tag;                        /* free for the scanner: the token of a keyword */
	char s[];
} Str;
Str *str_intern(const char *s, size_t n);
Str *str_new(Arena *a, const char *s, size_t n);
Str *str_lit(const char *s);                 /* interns a C string */
Str *str_fmt(const char *fmt, ...) PRINTF(1, 2);

typedef struct StrBuf { char *s; size_t n, cap; } StrBuf;   /* malloc'ed; s is NUL-terminated when n > 0 */
void sb_putc(StrBuf *b, int c);
void sb_puts(StrBuf *b, const char *s);
void sb_write(StrBuf *b, const char *s, size_t n);
void sb_printf(StrBuf *b, const char *fmt, ...) PRINTF(2, 3);
void sb_vprintf(StrBuf *b, const char *fmt, va_list ap);
void sb_rune(StrBuf *b, uint32_t r);         /* UTF-8; invalid runes become U+FFFD */
void sb_json(StrBuf *b, const char *s, size_t n);       /* as a JSON string, in quotes */
void sb_reset(StrBuf *b);                    /* empty, keeps the memory */
void sb_free(StrBuf *b);
Str *sb_intern(StrBuf *b);                   /* interns and resets */

/* map.c: open addressing; keys are compared by pointer, iteration goes in insertion order (deterministic). */
typedef struct PtrMap { struct PtrMapEnt { const void *k; void *v; } *e; int n, cap; int32_t *idx; int nidx; } PtrMap;
void *map_get(const PtrMap *m, const void *k);          /* NULL when absent */
bool map_has(const PtrMap *m, const void *k);
void map_put(PtrMap *m, const void *k, void *v);        /* inserts or replaces */
void map_clear(PtrMap *m);

/* utf8.c */
int utf8_decode(const char *s, size_t n, uint32_t *r);  /* bytes consumed (1 with U+FFFD when invalid, 0 at n==0) */
int utf8_encode(char *out, uint32_t r);                 /* bytes written, at most 4 */
bool unicode_is_letter(uint32_t r);                     /* Go's letter: L* and _ */
bool unicode_is_digit(uint32_t r);                      /* Nd */
bool unicode_is_upper(uint32_t r);                      /* Lu, for exported names */

/* pos.c: 20 bits of base, 24 of physical line, 20 of column (bytes, from 1; saturating).
 * A base is a file or a //line directive in one. Positions of one file compare with <. */
typedef uint64_t Pos;
#define NOPOS ((Pos)0)
typedef struct PosBase {
	const char *filename;                /* as the user wrote it or the directive named it */
	const char *path;                    /* the real file */
	uint32_t line;                       /* physical line of the first line the directive covers; 0: a plain file */
	uint32_t rel_line, rel_col;          /* that line's number by the directive; rel_col 0: columns unknown */
	uint32_t col;                        /* physical column that rel_col stands for */
} PosBase;
uint32_t pos_newbase(PosBase b);             /* the base's number, from 1 */
void pos_reset(void);                        /* forgets all bases; for fuzzers */
const PosBase *pos_base(Pos p);
static inline Pos pos_make(uint32_t base, uint32_t line, uint32_t col)
{
	return (Pos)base << 44 | (Pos)(line & 0xffffff) << 20 | (col < 0xfffff ? col : 0xfffff);
}
static inline uint32_t pos_basenum(Pos p) { return (uint32_t)(p >> 44); }
static inline uint32_t pos_physline(Pos p) { return (uint32_t)(p >> 20) & 0xffffff; }
static inline uint32_t pos_physcol(Pos p) { return (uint32_t)p & 0xfffff; }
const char *pos_filename(Pos p);             /* honours //line */
uint32_t pos_line(Pos p);                    /* honours //line */
uint32_t pos_col(Pos p);                     /* 0 when unknown */
size_t pos_offset(const char *text, size_t len, Pos p); /* of the place in its file's text; at most len */
const char *pos_string(Pos p);               /* file:line:col in a static ring of buffers */

/* diag.c: the user's errors. They are saved, sorted by position, one kept per line where gc keeps one, printed by
 * diag_flush (the first ten, then "too many errors", unless diag_all). An error's text may hold "\n\t" continuation lines. */
void error_at(Pos pos, const char *fmt, ...) PRINTF(2, 3);
void syntax_error_at(Pos pos, const char *fmt, ...) PRINTF(2, 3);   /* prefixes "syntax error: "; one per line */
void error_plain(const char *fmt, ...) PRINTF(1, 2);                /* without a position: "minigo: ..." */
int diag_count(void);                        /* errors so far */
bool diag_flush(FILE *out);                  /* prints and forgets; true if there were any */
extern bool diag_all;                        /* -gcflags=-e */

/* More about the error just reported; without effect when that one was dropped. */
void diag_range(Pos end);                    /* what it is about ends before here, in the file where it begins */
bool diag_curable(void);                     /* false: a cure would be dropped */
void diag_suggest(const char *fmt, ...) PRINTF(1, 2);   /* an obvious cure, in words; the first one given holds */
void diag_edit(Pos from, Pos to, const char *text);     /* that cure: [from, to) becomes text; several edits belong together */

typedef struct Edit { Pos from, to; const char *text; } Edit;
typedef struct Diag {
	Pos pos, end;                        /* end: NOPOS when unknown */
	int seq;                             /* of arrival: keeps the sort stable */
	bool syntax;
	const char *text, *cure;             /* cure: NULL, or what diag_suggest said */
	Vec(Edit) edits;
} Diag;
/* How diag_flush writes. Excerpts: excerpt.c. JSON: a line on stdout for each error, in the form of go build -json with a member
 * Diagnostic added. */
typedef enum DiagStyle { DIAG_PLAIN, DIAG_EXCERPT, DIAG_JSON } DiagStyle;
extern DiagStyle diag_style;
bool diag_flush_package(FILE *out, const char *package);        /* under the header "# package" */
void diag_excerpt(FILE *out, const Diag *d);            /* the source line, the caret range, the cure */
void diag_json(const Diag *d, const char *package);
bool diag_apply(const char *path, StrBuf *out);         /* the file with the edits of the errors so far; false: there are none */
extern const char *diag_trimdir;             /* names below it print relative, as "./x.go" */
void fatal(const char *fmt, ...) NORETURN PRINTF(1, 2);             /* "minigo: internal compiler error: ...", exit 2 */
void fatal_at(Pos pos, const char *fmt, ...) NORETURN PRINTF(2, 3);

/* hash.c: for cache keys (SHA-256 by the standard FIPS 180-4) */
typedef struct Sha256 { uint32_t h[8]; uint64_t len; uint8_t buf[64]; } Sha256;
void sha256_init(Sha256 *s);
void sha256_update(Sha256 *s, const void *p, size_t n);
void sha256_sum(Sha256 *s, uint8_t out[32]);
void sha256_hex(Sha256 *s, char out[65]);

/* phase.c: -d=phases */
extern bool phase_timing;
void phase_begin(const char *name);          /* ends the one before */
void phase_end(void);
void phases_print(void);

/* file.c */
char *file_read(const char *path, size_t *len);         /* NULL and errno when it fails; NUL-terminated, malloc'ed */
bool file_write(const char *path, const void *p, size_t n, int mode);   /* writes PATH.tmpPID, renames: never half a file */

#endif
