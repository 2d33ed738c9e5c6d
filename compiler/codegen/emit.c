/* emit.c - the module as an object, as assembly text with comments, as IR text.
 *
 * Assembly (OBSERVABLES P04, P05) is GNU syntax. Each .loc directive is preceded by a comment with file:line and, when known, the
 * SSA value the instructions come from; the column that carried the value's number is taken out again. */
#include "codegen/cg.h"
#include <stdlib.h>

static void
emit_once(LLVMModuleRef m, LLVMCodeGenFileType kind, StrBuf *out)
{
	char *err = NULL;
	LLVMMemoryBufferRef buf;
	if (LLVMTargetMachineEmitToMemoryBuffer(cg.tm, m, kind, &err, &buf))
		fatal("codegen: %s", err);
	sb_reset(out);
	sb_write(out, LLVMGetBufferStart(buf), LLVMGetBufferSize(buf));
	LLVMDisposeMemoryBuffer(buf);
}

void
emit_module(LLVMModuleRef m, bool text, StrBuf *out)
{
	LLVMCodeGenFileType kind = text ? LLVMAssemblyFile : LLVMObjectFile;
	emit_once(m, kind, out);
	for (int i = 0; i < 4 && postpass_adjust(m); i++)
		emit_once(m, kind, out);
	if (postpass_adjust(m))
		fatal("codegen: frame sizes do not settle");
}

typedef struct FileName { int num; char *name; } FileName;

/* .file 1 "dir" "name" */
static void
note_file(const char *line, size_t n, VecPtr *names)
{
	char *copy = arena_strndup(permanent, line, n), *q = strrchr(copy, '"');
	int num = atoi(copy + strlen("\t.file\t"));
	if (!q || num <= 0)
		return;
	*q = 0;
	char *start = strrchr(copy, '"');
	while (names->n <= num)
		vec_push(permanent, names, NULL);
	names->v[num] = start ? start + 1 : copy;
}

/* .loc file line column rest */
static void
annotate_loc(const char *line, size_t n, VecPtr *names, StrBuf *out)
{
	int file, ln, col, used = 0;
	char *copy = arena_strndup(permanent, line, n);
	if (sscanf(copy, "\t.loc\t%d %d %d%n", &file, &ln, &col, &used) < 3) {
		sb_write(out, line, n);
		return;
	}
	char *comment = strchr(copy + used, codegen_conf.arm64 ? '/' : '#');
	if (comment)
		*comment = 0;
	const char *note = debug_note(col), *name = file < names->n && names->v[file] ? names->v[file] : "?";
	sb_printf(out, "\t%s %s:%d", codegen_conf.arm64 ? "//" : "#", name, ln);
	if (note)
		sb_printf(out, " ; %s", note);
	sb_printf(out, "\n\t.loc\t%d %d 0%s", file, ln, copy + used);
}

void
emit_annotate(StrBuf *text)
{
	StrBuf out = { 0 };
	VecPtr names = { 0 };
	for (const char *p = text->s, *end = text->s + text->n; p < end;) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		size_t n = nl ? (size_t)(nl - p) : (size_t)(end - p);
		if (n > 6 && !memcmp(p, "\t.loc\t", 6)) {
			annotate_loc(p, n, &names, &out);
		} else {
			if (n > 7 && !memcmp(p, "\t.file\t", 7))
				note_file(p, n, &names);
			sb_write(&out, p, n);
		}
		sb_putc(&out, '\n');
		p += n + 1;
	}
	sb_free(text);
	*text = out;
}
