/* main.c - minigo's commands. */
#include "driver/driver.h"

int
usage(void)
{
	fprintf(stderr, "usage: minigo version\n");
	return 2;
}

int
main(int argc, char **argv)
{
	if (argc == 2 && strcmp(argv[1], "version") == 0) {
		printf("minigo version %s linux/%s %s\n", MINIGO_VERSION, target_arch(), GO_LEVEL);
		return 0;
	}
	return usage();
}
