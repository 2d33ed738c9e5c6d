/* main.c - minigo's commands. The front end runs on a stack of its own of 256 MB: the user's nesting is our recursion. */
#include "driver/driver.h"
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <ucontext.h>
#include <unistd.h>

#define STACK_BYTES (256ul << 20)

static const char help_text[] =
	"minigo compiles Go programs.\n\nUsage:\n\n\tminigo <command> [arguments]\n\nThe commands are:\n\n"
	"\tbuild       compile packages and dependencies\n"
	"\tclean       remove the cache\n"
	"\tenv         print environment information\n"
	"\tlist        list packages or modules\n"
	"\trun         compile and run a program\n"
	"\ttest        test packages\n"
	"\ttool        run a single stage of the compiler\n"
	"\tversion     print the version\n\n"
	"Flags of build and run: -o file, -v, -x, -n, -a, -work, -tags list, -trimpath, -C dir, -O0 -O1 -O2, -S, -c, -size,\n"
	"-excerpt (errors with their source line), -json, -goroot dir, -gcflags='-N -l -B -S -e -m -lang=go1.N -d=phases,ssa,stackguard,rtdebug', -ldflags='-s -w -v -X path.name=value'.\n"
	"-S prints GNU assembly, not Plan 9's.\n";

static int
main_usage(void)
{
	fputs(help_text, stderr);
	return 2;
}

int
cmd_build(void)
{
	diag_all = opts.gc_e;
	if (!target_check())
		return 2;
	if (fastpath_try(opts.out))
		return 0;
	int rc = build_all(opts.out);
	phases_print();
	cache_trim();
	return rc;
}

/* -- run -- */

/* The program replaces this process: its status, signals and descriptors are the caller's business. */
static int
execute(const char *exe, Strings args)
{
	Strings a = exec_prefix();

	strings_add(&a, exe);
	for (int i = 0; i < args.n; i++)
		strings_add(&a, args.v[i]);
	strings_add(&a, NULL);
	if (opts.x || opts.n)
		show("%s", exe);
	if (opts.n)
		return 0;
	fflush(stdout);
	fflush(stderr);
	execvp(a.v[0], (char *const *)(void *)a.v);
	fprintf(stderr, "fork/exec %s: %s\n", a.v[0], strerror(errno));
	return 1;
}

/* Packages or files come first; what follows is the program's. */
static Strings
split_run_args(void)
{
	Strings mine = {0}, theirs = {0};
	int i = 0;

	while (i < opts.args.n && has_suffix(opts.args.v[i], ".go"))
		strings_add(&mine, opts.args.v[i++]);
	if (!i && opts.args.n)
		strings_add(&mine, opts.args.v[i++]);
	for (; i < opts.args.n; i++)
		strings_add(&theirs, opts.args.v[i]);
	opts.args = mine;
	return theirs;
}

static bool
run_args_ok(void)
{
	if (!opts.args.n) {
		fprintf(stderr, "minigo: no go files listed\n");
		return false;
	}
	const char *a = opts.args.v[0], *dot = strrchr(path_base(a), '.');
	if (dot && dot != path_base(a) && strcmp(dot, ".go") && is_file(a)) {
		fprintf(stderr, "minigo: cannot run %s: source files have the extension .go, not %s\n", a, dot);
		return false;
	}
	return true;
}

static int
build_for_run(void)
{
	const char *out = path_join(work_dir(), "run.out");
	int rc = build_all(out);

	phases_print();
	cache_trim();
	if (rc == 0 && build.roots.n && !build.roots.v[0]->is_main) {
		fprintf(stderr, "package %s is not a main package\n", build.roots.v[0]->path->s);
		return 1;
	}
	if (rc == 0 && !fastpath_exe && !opts.n) {
		size_t len;                      /* a build that is not cached: its executable still has to outlive us */
		char *p = file_read(out, &len);
		fastpath_exe = cache_path(fmt_str("00run%d", (int)getpid()), ".exe");
		if (!p || !file_write(fastpath_exe, p, len, 0777)) {
			fprintf(stderr, "minigo: %s: %s\n", fastpath_exe, strerror(errno));
			return 1;
		}
	}
	return rc;
}

int
cmd_run(int argc, char **argv)
{
	int rc = parse_flags(argc, argv, "run");

	if (rc)
		return rc;
	Strings theirs = split_run_args();
	diag_all = opts.gc_e;
	if (!run_args_ok())
		return 1;
	if (!target_check())
		return 2;
	if (!fastpath_try(NULL)) {
		rc = build_for_run();
		work_cleanup();
		if (rc)
			return rc;
	}
	return execute(fastpath_exe ? fastpath_exe : "a.out", theirs);
}

/* -- commands -- */

static int
chdir_flag(int *argc, char ***argv)
{
	const char *dir = NULL;
	int used = 0;

	if (*argc < 1)
		return 0;
	const char *a = (*argv)[0] + ((*argv)[0][0] == '-' && (*argv)[0][1] == '-');
	if (!strcmp(a, "-C") && *argc >= 2)
		dir = (*argv)[1], used = 2;
	else if (has_prefix(a, "-C="))
		dir = a + 3, used = 1;
	if (!dir)
		return 0;
	*argc -= used;
	*argv += used;
	if (chdir(dir) == 0)
		return 0;
	fprintf(stderr, "minigo: chdir %s: %s\n", dir, errno == ENOENT ? "no such file or directory" : strerror(errno));
	return 1;
}

static int
cmd_version(int argc, char **argv)
{
	if (argc && argv[0][0] == '-') {
		fprintf(stderr, "flag provided but not defined: %s\nusage: minigo version\nRun 'minigo help version' for details.\n", argv[0]);
		return 2;
	}
	if (argc) {
		fprintf(stderr, "minigo version: programs do not record it: %s\n", argv[0]);
		return 1;
	}
	printf("minigo version %s linux/%s %s\n", MINIGO_VERSION, target_arch(), GO_LEVEL);
	return 0;
}

/* Of a command or of all: there is one text. */
static int
help(int argc, char **argv)
{
	if (argc && !strstr(help_text, fmt_str("\t%s ", argv[0]))) {
		fprintf(stderr, "minigo help %s: unknown help topic. Run 'minigo help'.\n", argv[0]);
		return 2;
	}
	fputs(help_text, stdout);
	return 0;
}

static int
command(int argc, char **argv)
{
	const char *cmd = argv[1];
	int n = argc - 2;
	char **a = argv + 2;

	opts.cmd = cmd;
	int rc = chdir_flag(&n, &a);
	if (rc)
		return rc;
	if (!strcmp(cmd, "version"))
		return cmd_version(n, a);
	if (!strcmp(cmd, "env"))
		return cmd_env(n, a);
	if (!strcmp(cmd, "clean"))
		return cmd_clean(n, a);
	if (!strcmp(cmd, "help") || !strcmp(cmd, "-h") || !strcmp(cmd, "--help") || !strcmp(cmd, "-help"))
		return help(n, a);
	types_init();
	ssa_init();
	if (!strcmp(cmd, "tool"))
		return cmd_tool(n, a);
	if (!strcmp(cmd, "list"))
		return cmd_list(n, a);
	if (!strcmp(cmd, "run"))
		return cmd_run(n, a);
	if (!strcmp(cmd, "test"))
		return cmd_test(n, a);
	if (!strcmp(cmd, "build")) {
		rc = parse_flags(n, a, cmd);
		return rc ? rc : cmd_build();
	}
	if (!strcmp(cmd, "vet") || !strcmp(cmd, "install") || !strcmp(cmd, "get") || !strcmp(cmd, "mod") || !strcmp(cmd, "fmt")) {
		fprintf(stderr, "minigo %s: not supported yet\n", cmd);
		return 2;
	}
	fprintf(stderr, "minigo %s: unknown command\nRun 'minigo help' for usage.\n", cmd);
	return 2;
}

static int main_argc, exit_status;
static char **main_argv;

static void
on_big_stack(void)
{
	exit_status = command(main_argc, main_argv);
}

#ifdef SANITIZERS
/* ASan knows the stacks of threads, not those of contexts; its frames are larger. Nothing is freed at the end: no leaks. */
#define RUN_ON_STACK run_in_thread
const char *__asan_default_options(void);

const char *
__asan_default_options(void)
{
	return "detect_leaks=0";
}

static void *
thread_main(void *arg)
{
	on_big_stack();
	return arg;
}

static void
run_in_thread(void)
{
	pthread_attr_t attr;
	pthread_t t;

	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, STACK_BYTES * 4);
	if (pthread_create(&t, &attr, thread_main, NULL))
		fatal("cannot start a thread");
	pthread_join(t, NULL);
}
#else
#define RUN_ON_STACK run_in_context

static void
run_in_context(void)
{
	ucontext_t here, big;
	void *stack = mmap(NULL, STACK_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (stack == MAP_FAILED || getcontext(&big)) {
		on_big_stack();
	} else {
		big.uc_stack.ss_sp = stack;
		big.uc_stack.ss_size = STACK_BYTES;
		big.uc_link = &here;
		makecontext(&big, on_big_stack, 0);
		swapcontext(&here, &big);
	}
}
#endif

int
main(int argc, char **argv)
{
	if (argc < 2)
		return main_usage();
	diag_style = isatty(2) ? DIAG_EXCERPT : DIAG_PLAIN;
	main_argc = argc;
	main_argv = argv;
	RUN_ON_STACK();
	work_cleanup();
	return exit_status;
}
