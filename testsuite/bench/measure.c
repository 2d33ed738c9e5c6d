/* measure.c - measure RUNS PROGRAM: runs it RUNS times, output to /dev/null, prints the median of the user times in
 * milliseconds and the largest resident size in KB. Exit status 1 when a run failed.
 * measure -s RUNS PROGRAM...: the programs by turns; prints the median time from start to exit of each, in microseconds. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
run_once(char **argv, long *rss)
{
	struct rusage u;
	int status;
	pid_t pid = fork();
	if (pid == 0) {
		int fd = open("/dev/null", O_WRONLY);
		dup2(fd, 1);
		execv(argv[0], argv);
		_exit(127);
	}
	if (wait4(pid, &status, 0, &u) < 0 || status != 0)
		return -1;
	if (u.ru_maxrss > *rss)
		*rss = u.ru_maxrss;
	return (double)u.ru_utime.tv_sec * 1e3 + (double)u.ru_utime.tv_usec / 1e3;
}

static int
by_value(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

/* From fork to the end, in microseconds. */
static double
start_once(char *program)
{
	struct timespec a, b;
	int status;
	clock_gettime(CLOCK_MONOTONIC, &a);
	pid_t pid = vfork();
	if (pid == 0) {
		char *args[] = { program, NULL };
		execv(program, args);
		_exit(127);
	}
	if (wait4(pid, &status, 0, NULL) < 0 || status != 0)
		exit(1);
	clock_gettime(CLOCK_MONOTONIC, &b);
	return (double)(b.tv_sec - a.tv_sec) * 1e6 + (double)(b.tv_nsec - a.tv_nsec) / 1e3;
}

static int
starts(int n, char **programs, int count)
{
	double *t = malloc(sizeof *t * (size_t)(n * count));
	int null = open("/dev/null", O_WRONLY), err = dup(2);
	dup2(null, 2);
	for (int i = 0; i < n; i++)
		for (int k = 0; k < count; k++)
			t[k * n + i] = start_once(programs[k]);
	dup2(err, 2);
	for (int k = 0; k < count; k++) {
		qsort(t + k * n, (size_t)n, sizeof *t, by_value);
		printf("%s%.0f", k ? " " : "", t[k * n + n / 2]);
	}
	putchar('\n');
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc > 3 && strcmp(argv[1], "-s") == 0)
		return starts(atoi(argv[2]), argv + 3, argc - 3);
	int n = argc > 2 ? atoi(argv[1]) : 0;
	double t[100];
	long rss = 0;
	if (n < 1 || n > 100)
		return 2;
	for (int i = 0; i < n; i++)
		if ((t[i] = run_once(argv + 2, &rss)) < 0)
			return 1;
	qsort(t, (size_t)n, sizeof *t, by_value);
	printf("%.1f %ld\n", t[n / 2], rss);
	return 0;
}
