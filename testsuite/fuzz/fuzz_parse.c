/* fuzz_parse.c - libFuzzer target: any bytes parse, print and are forgotten, without a crash, a hang or an assertion.
 * `make fuzz FUZZ_TIME=600`; the corpus stays in the build folder. */
#include "syntax/parser.h"
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static FILE *sink;

	if (!sink)
		sink = fopen("/dev/null", "w");
	tree = arena_new();
	File *f = parse_source("fuzz.go", "fuzz.go", (const char *)data, size);
	if (!f->failed)
		dump_file(sink, f);
	for (int i = 0; i < f->decls.n && !f->failed; i++) {
		Decl *d = f->decls.v[i];
		for (int j = 0; j < d->values.n; j++)
			expr_string(d->values.v[j]);
	}
	diag_flush(sink);
	arena_free(tree);
	tree = NULL;
	pos_reset();
	return 0;
}
