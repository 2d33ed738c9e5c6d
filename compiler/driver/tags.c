/* tags.c - which build tags hold: the target, the release tags, gc, those of -tags; in modules and with -goroot also the
 * ones that choose pure Go over assembly. */
#include "driver/driver.h"
#include <stdlib.h>

static bool
release_tag(const char *tag)
{
	char *end;

	if (!has_prefix(tag, "go1."))
		return false;
	long n = strtol(tag + 4, &end, 10);
	return end != tag + 4 && !*end && n >= 1 && n <= GO_MINOR;
}

bool
tag_on(const char *tag, void *ctx)
{
	static const char *const always[] = { "linux", "unix", "gc", "minigo" };
	static const char *const pure[] = { "purego", "noasm", "math_big_pure_go" };
	const Unit *u = ctx;

	for (size_t i = 0; i < NELEM(always); i++)
		if (!strcmp(tag, always[i]))
			return true;
	if (!strcmp(tag, target_arch()) || release_tag(tag))
		return true;
	for (size_t i = 0; i < NELEM(pure); i++)
		if (!strcmp(tag, pure[i]) && u && !u->std)
			return true;
	for (int i = 0; i < opts.tags.n; i++)
		if (!strcmp(tag, opts.tags.v[i]))
			return true;
	return false;
}
