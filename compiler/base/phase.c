/* phase.c - time by phase, for -d=phases. The table is shared with child processes, whose times add up in it; phases are
 * listed in the order in which they were first begun. */
#include "base/base.h"
#include <sys/mman.h>
#include <time.h>

#define MAX_PHASES 32

typedef struct Phase { char name[32]; double ms; } Phase;

bool phase_timing;
static Phase *phases;
static int current = -1;
static double began;

static double
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

void
phase_end(void)
{
	if (current >= 0)
		phases[current].ms += now_ms() - began;
	current = -1;
}

void
phase_begin(const char *name)
{
	if (!phase_timing)
		return;
	if (!phases)
		phases = mmap(NULL, sizeof(Phase) * MAX_PHASES, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	phase_end();
	for (int i = 0; i < MAX_PHASES; i++)
		if (!phases[i].name[0] || !strcmp(phases[i].name, name)) {
			snprintf(phases[i].name, sizeof phases[i].name, "%s", name);
			current = i;
			break;
		}
	began = now_ms();
}

void
phases_print(void)
{
	phase_end();
	for (int i = 0; phases && i < MAX_PHASES && phases[i].name[0]; i++)
		printf("%-14s %8.2f ms\n", phases[i].name, phases[i].ms);
}
