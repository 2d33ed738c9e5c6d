/* main.c - minigo's commands. */
#include "driver/driver.h"
#include "syntax/syntax.h"

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
	if (argc >= 4 && strcmp(argv[1], "tool") == 0 && strcmp(argv[2], "parse") == 0)
		return tool_parse(argc - 3, argv + 3);
	return usage();
}
