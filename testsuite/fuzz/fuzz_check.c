/* fuzz_check.c - libFuzzer target: whatever parses is checked, without a crash, a hang or an assertion; and what checks has
 * types with link names that read back to identical types.
 *
 * Types stay in memory (they are canonical), so the target runs in libFuzzer's fork mode, which starts a new process when
 * one has grown too large. The check runs on a large stack, as in the compiler. */
#include "types/types.h"
#include "syntax/parser.h"
#include <pthread.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
const char *__asan_default_options(void);

const char *
__asan_default_options(void)
{
	return "detect_leaks=0";             /* arenas and types are never freed */
}

typedef struct Input { const char *s; size_t n; } Input;

static Package *
find_package(const char *path, void *ctx)
{
	Package *p = ctx;

	return strcmp(path, p->path->s) == 0 ? p : NULL;
}

/* Layout, method set and link name of each type that the package declares. */
static void
use_type(Package *p, Type *t)
{
	Type *back;

	if (t->tparams.n > 0 || type_is_typeparam(t) || type_under(t)->kind == T_INVALID)
		return;
	type_string(t, p);
	type_reflect_string(t);
	type_size(t);
	method_set(type_pointer(t));
	back = type_by_linkname(type_linkname(t), find_package, p);
	if (back && !type_identical(back, t))
		abort();
}

static void
use_types(Package *p)
{
	for (int i = 0; i < p->scope->order.n; i++) {
		Object *o = p->scope->order.v[i];

		if (o->kind == O_TYPE && o->type && !o->is_alias)
			use_type(p, o->type);
		else if (o->kind == O_VAR && o->type)
			use_type(p, o->type);
	}
}

static void *
check(void *arg)
{
	static const CheckConf conf = {.goversion = "go1.26"};
	static FILE *sink;
	Input *in = arg;
	Package *p;
	File *f;

	if (!sink)
		sink = fopen("/dev/null", "w");
	types_init();
	f = parse_source("fuzz.go", "fuzz.go", in->s, in->n);
	if (!f->failed) {
		p = package_new(str_lit("fuzz"), "");
		vec_push(permanent, &p->files, f);
		if (check_package(p, &conf))
			use_types(p);
	}
	diag_flush(sink);
	pos_reset();
	return NULL;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	Input in = {(const char *)data, size};
	pthread_attr_t attr;
	pthread_t t;

	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, (size_t)256 << 20);
	if (pthread_create(&t, &attr, check, &in) == 0)
		pthread_join(t, NULL);
	return 0;
}
