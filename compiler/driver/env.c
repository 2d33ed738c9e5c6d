/* env.c - the environment variables of the go command, with their defaults. */
#include "driver/driver.h"
#include <stdlib.h>

const char *
target_arch(void)
{
	const char *s = getenv("GOARCH");

	if (s && *s)
		return s;
#ifdef __aarch64__
	return "arm64";
#else
	return "amd64";
#endif
}
