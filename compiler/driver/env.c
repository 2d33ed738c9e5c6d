/* env.c - the environment: GOOS, GOARCH and the others of `minigo env`, and where minigo's own files are. */
#include "driver/driver.h"
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *
var(const char *name, const char *deflt)
{
	const char *s = getenv(name);

	return s && *s ? s : deflt;
}

const char *
target_arch(void)
{
#ifdef __aarch64__
	return var("GOARCH", "arm64");
#else
	return var("GOARCH", "amd64");
#endif
}

bool
target_check(void)
{
	const char *os = var("GOOS", "linux"), *arch = target_arch();

	if (strcmp(var("CGO_ENABLED", "0"), "0")) {
		fprintf(stderr, "minigo: CGO_ENABLED=%s: cgo is not supported\n", getenv("CGO_ENABLED"));
		return false;
	}
	if (strcmp(os, "linux") == 0 && (strcmp(arch, "amd64") == 0 || strcmp(arch, "arm64") == 0))
		return true;
	if (strcmp(os, "linux"))
		fprintf(stderr, "minigo: unsupported GOOS/GOARCH pair %s/%s: unsupported GOOS %s\n", os, arch, os);
	else
		fprintf(stderr, "minigo: unsupported GOOS/GOARCH pair %s/%s\n", os, arch);
	fprintf(stderr, "minigo: the supported pairs are linux/amd64 and linux/arm64\n");
	return false;
}

static bool
is_native(void)
{
#ifdef __aarch64__
	return !strcmp(target_arch(), "arm64");
#else
	return !strcmp(target_arch(), "amd64");
#endif
}

static const char *
find_in_path(const char *name)
{
	const char *path = getenv("PATH");
	char *copy = arena_strndup(permanent, path ? path : "/usr/bin", strlen(path ? path : "/usr/bin")), *save = NULL;

	for (char *d = strtok_r(copy, ":", &save); d; d = strtok_r(NULL, ":", &save))
		if (access(path_join(d, name), X_OK) == 0)
			return path_join(d, name);
	return NULL;
}

Strings
exec_prefix(void)
{
	Strings a = {0};

	if (opts.exec) {
		Strings w = split_words(opts.exec);
		for (int i = 0; i < w.n; i++)
			strings_add(&a, w.v[i]);
	} else if (!is_native()) {
		const char *qemu = find_in_path(!strcmp(target_arch(), "arm64") ? "qemu-aarch64-static" : "qemu-x86_64-static");
		if (qemu)
			strings_add(&a, qemu);
	}
	return a;
}

const char *
exe_path(void)
{
	static char buf[4096];

	if (!buf[0]) {
		ssize_t n = readlink("/proc/self/exe", buf, sizeof buf - 1);
		if (n <= 0)
			fatal("cannot read /proc/self/exe");
		buf[n] = 0;
	}
	return buf;
}

const char *
root_dir(const char *what)
{
	const char *dir = path_dir(exe_path());
	const char *tries[] = {
		getenv("MINIGOROOT") ? path_join(getenv("MINIGOROOT"), what) : NULL,
		path_join(dir, what),
		path_abs(fmt_str("%s/../share/minigo/%s", dir, what)),
	};
	char real[4096];

	for (size_t i = 0; i < NELEM(tries); i++)
		if (tries[i] && is_dir(tries[i]))
			return fmt_str("%s", realpath(tries[i], real) ? real : tries[i]);
	return NULL;
}

static bool
make_dirs(const char *path)
{
	char buf[4096];

	snprintf(buf, sizeof buf, "%s", path);
	for (char *p = buf + 1; *p; p++)
		if (*p == '/') {
			*p = 0;
			if (mkdir(buf, 0777) && errno != EEXIST && errno != EROFS && errno != EACCES)
				return false;
			*p = '/';
		}
	return mkdir(buf, 0777) == 0 || errno == EEXIST;
}

static const char *
cache_dir_name(void)
{
	if (getenv("MINIGOCACHE") && *getenv("MINIGOCACHE"))
		return path_abs(getenv("MINIGOCACHE"));
	if (getenv("XDG_CACHE_HOME") && *getenv("XDG_CACHE_HOME"))
		return path_join(getenv("XDG_CACHE_HOME"), "minigo");
	if (getenv("HOME") && *getenv("HOME"))
		return path_join(getenv("HOME"), ".cache/minigo");
	return fmt_str("/tmp/minigo-cache-%d", (int)getuid());
}

const char *
cache_dir(void)
{
	static const char *dir;

	if (dir)
		return dir;
	dir = cache_dir_name();
	if (make_dirs(dir) && access(dir, W_OK) == 0)
		return dir;
	dir = fmt_str("%s/minigo-cache-%d", var("TMPDIR", "/tmp"), (int)getuid());
	if (!make_dirs(dir)) {
		fprintf(stderr, "minigo: cannot make a cache directory: %s: %s\n", dir, strerror(errno));
		exit(1);
	}
	return dir;
}

static const char *work;

const char *
work_dir(void)
{
	if (work)
		return work;
	const char *name = fmt_str("%s/minigo-build.XXXXXX", var("TMPDIR", "/tmp"));
	char *t = arena_strndup(permanent, name, strlen(name) + 1);
	if (!mkdtemp(t)) {
		fprintf(stderr, "minigo: cannot make a temporary directory: %s: %s\n", t, strerror(errno));
		exit(1);
	}
	work = t;
	if (opts.work)
		fprintf(stderr, "WORK=%s\n", work);
	return work;
}

void
work_cleanup(void)
{
	if (!work || opts.work)
		return;
	Strings names = dir_list(work);
	for (int i = 0; i < names.n; i++)
		unlink(path_join(work, names.v[i]));
	rmdir(work);
	work = NULL;
}

/* Variables that only exist so that scripts written for the go command find them. */
static const char *const names[] = {
	"CGO_ENABLED", "GO111MODULE", "GOARCH", "GOBIN", "GOCACHE", "GOEXE", "GOFLAGS", "GOHOSTARCH", "GOHOSTOS", "GOMOD", "GOMODCACHE",
	"GOOS", "GOPATH", "GOROOT", "GOTMPDIR", "GOTOOLDIR", "GOVERSION",
};

static const char *
gomod(void)
{
	Module *m = module_find(getcwd_str());

	return m ? path_join(m->dir, "go.mod") : "/dev/null";
}

const char *
env_get(const char *name)
{
	const char *home = var("HOME", "");
	const char *gopath = var("GOPATH", *home ? path_join(home, "go") : "");

	if (!strcmp(name, "GOARCH")) return target_arch();
	if (!strcmp(name, "GOOS")) return var("GOOS", "linux");
	if (!strcmp(name, "GOPATH")) return gopath;
	if (!strcmp(name, "GOMODCACHE")) return var("GOMODCACHE", *gopath ? path_join(gopath, "pkg/mod") : "");
	if (!strcmp(name, "GOROOT")) return root_dir("stdlib") ? path_dir(root_dir("stdlib")) : "";
	if (!strcmp(name, "GOCACHE")) return cache_dir();
	if (!strcmp(name, "GOVERSION")) return GO_LEVEL;
	if (!strcmp(name, "GOMOD")) return gomod();
	if (!strcmp(name, "CGO_ENABLED")) return "0";
	if (!strcmp(name, "GOHOSTOS")) return "linux";
	if (!strcmp(name, "GOTOOLDIR")) return path_dir(exe_path());
#ifdef __aarch64__
	if (!strcmp(name, "GOHOSTARCH")) return "arm64";
#else
	if (!strcmp(name, "GOHOSTARCH")) return "amd64";
#endif
	for (size_t i = 0; i < NELEM(names); i++)
		if (!strcmp(name, names[i]))
			return var(name, "");
	return "";
}

static void
print_quoted(const char *s)
{
	putchar('\'');
	for (; *s; s++)
		if (*s == '\'')
			printf("'\\''");
		else
			putchar(*s);
	putchar('\'');
}

static void
print_json(const char *s)
{
	StrBuf b = {0};

	sb_json(&b, s, strlen(s));
	fputs(b.s, stdout);
	sb_free(&b);
}

int
cmd_env(int argc, char **argv)
{
	bool json = argc && (!strcmp(argv[0], "-json") || !strcmp(argv[0], "--json"));
	size_t n;

	if (json) {
		argc--;
		argv++;
	} else if (argc && argv[0][0] == '-') {
		fprintf(stderr, "flag provided but not defined: %s\nusage: minigo env [-json] [var ...]\nRun 'minigo help env' for details.\n", argv[0]);
		return 2;
	} else if (argc) {
		for (int i = 0; i < argc; i++)
			printf("%s\n", env_get(argv[i]));
		return 0;
	}
	n = argc ? (size_t)argc : NELEM(names);
	if (json)
		printf("{\n");
	for (size_t i = 0; i < n; i++) {
		const char *name = argc ? argv[i] : names[i];
		if (json) {
			printf("\t\"%s\": ", name);
			print_json(env_get(name));
			printf(i + 1 < n ? ",\n" : "\n");
		} else {
			printf("%s=", name);
			print_quoted(env_get(name));
			printf("\n");
		}
	}
	if (json)
		printf("}\n");
	return 0;
}
