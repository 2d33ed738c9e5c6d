/* fastpath.c - an unchanged build does not even read its sources.
 *
 * Under a key made of the command line, directory and environment lies a manifest: the executable of the last build, its default
 * name when it was written under that, and name,
 * size, inode and times of every file and directory that went into it. When all still hold, that executable is the result.
 * A file changed within the clock's tick of being recorded could look unchanged, so such young files are recorded with their
 * contents' hash as well ("racily clean", as git calls it). */
#include "driver/driver.h"
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define YOUNG 2                              /* seconds */

const char *fastpath_exe;
static char key[65];

static void
add(Sha256 *s, const char *x)
{
	x = x ? x : "\1";
	sha256_update(s, x, strlen(x) + 1);
}

static void
make_key(void)
{
	static const char *const env[] = { "GOOS", "GOFLAGS", "GO111MODULE", "GOMODCACHE", "GOPATH", "MINIGOROOT", "MINIGO_GOROOT" };
	Sha256 s;

	if (key[0])
		return;
	sha256_init(&s);
	add(&s, compiler_id());
	add(&s, exe_path());
	add(&s, getcwd_str());
	add(&s, target_arch());
	for (size_t i = 0; i < NELEM(env); i++)
		add(&s, getenv(env[i]));
	bool flags[] = { opts.trimpath, opts.gc_e, opts.gc_l, opts.gc_N, opts.gc_B, opts.bodyless, opts.d_stackguard, opts.d_rtdebug, opts.d_wb, opts.ld_s,
		opts.ld_w, !strcmp(opts.cmd, "run"), opts.goroot != NULL };
	sha256_update(&s, flags, sizeof flags);
	sha256_update(&s, &opts.opt, sizeof opts.opt);
	add(&s, opts.lang);
	add(&s, opts.goroot);
	add(&s, opts.mod);
	add(&s, opts.modfile);
	for (int i = 0; i < opts.tags.n; i++)
		add(&s, opts.tags.v[i]);
	add(&s, "X");
	for (int i = 0; i < opts.ld_X.n; i++)
		add(&s, opts.ld_X.v[i]);
	add(&s, "args");
	for (int i = 0; i < opts.args.n; i++)
		add(&s, opts.args.v[i]);
	sha256_hex(&s, key);
}

/* Builds that print or keep something on the way are always done. */
static bool
usable(void)
{
	return strcmp(opts.cmd, "test") && !opts.all && !opts.x && !opts.n && !opts.v && !opts.work && !opts.gc_S && !opts.gc_m && !opts.d_phases && !opts.d_ssa &&
		!opts.d_reloc && !opts.d_check && !opts.ld_v && !opts.size && !opts.asm_only && !opts.obj_only && !getenv("GOSSAFUNC");
}

static bool
same(const struct stat *st, long long size, long long ino, long long m, long mn, long long c, long cn)
{
	return st->st_size == size && (long long)st->st_ino == ino && st->st_mtim.tv_sec == m && st->st_mtim.tv_nsec == mn &&
		st->st_ctim.tv_sec == c && st->st_ctim.tv_nsec == cn;
}

static const char *
content_hash(const char *path)
{
	static char hex[65];
	Sha256 s;

	sha256_init(&s);
	if (is_dir(path)) {
		Strings names = dir_list(path);
		for (int i = 0; i < names.n; i++)
			sha256_update(&s, names.v[i], strlen(names.v[i]) + 1);
	} else {
		hash_file(&s, path);
	}
	sha256_hex(&s, hex);
	return hex;
}

static bool
entry_holds(char *line)
{
	long long size, ino, m, c;
	long mn, cn;
	char hash[80];
	int at;
	struct stat st;

	if (sscanf(line, "%lld %lld %lld.%ld %lld.%ld %79s %n", &size, &ino, &m, &mn, &c, &cn, hash, &at) != 7)
		return false;
	if (stat(line + at, &st))
		return false;
	if (hash[0] == '-')
		return same(&st, size, ino, m, mn, c, cn);
	return strcmp(content_hash(line + at), hash) == 0;
}

/* out: where the executable goes; NULL: nowhere, or for a build where the last one like it put it. */
bool
fastpath_try(const char *out)
{
	if (!usable())
		return false;
	make_key();
	size_t len;
	char *text = file_read(cache_path(key, ".manifest"), &len), *save = NULL;
	if (!text)
		return false;
	const char *exe = strtok_r(text, "\n", &save);
	const char *name = strtok_r(NULL, "\n", &save);
	bool ok = exe && name && access(exe, R_OK) == 0;
	if (ok && !out && !strcmp(opts.cmd, "build")) {
		ok = strcmp(name, "-") != 0;
		out = name;
	}
	for (char *l = ok ? strtok_r(NULL, "\n", &save) : NULL; l && ok; l = strtok_r(NULL, "\n", &save))
		ok = entry_holds(l);
	if (ok) {
		fastpath_exe = fmt_str("%s", exe);
		cache_touch(exe);
		if (out) {
			char *bin = file_read(exe, &len);
			ok = bin && file_write(out, bin, len, 0777);
			free(bin);
		}
	}
	free(text);
	return ok;
}

static void
record(StrBuf *b, const char *path, time_t now)
{
	struct stat st;

	if (stat(path, &st))
		return;
	bool young = now - st.st_mtim.tv_sec < YOUNG || now - st.st_ctim.tv_sec < YOUNG;
	sb_printf(b, "%lld %lld %lld.%ld %lld.%ld %s %s\n", (long long)st.st_size, (long long)st.st_ino, (long long)st.st_mtim.tv_sec,
		st.st_mtim.tv_nsec, (long long)st.st_ctim.tv_sec, st.st_ctim.tv_nsec, young ? content_hash(path) : "-", path);
}

void
fastpath_save(const char *exe, const char *out)
{
	StrBuf b = {0};
	size_t len;

	if (!usable())
		return;
	make_key();
	char *bin = file_read(exe, &len);
	if (!bin)
		return;
	const char *kept = cache_path(key, ".exe");
	bool ok = file_write(kept, bin, len, 0777);
	free(bin);
	sb_printf(&b, "%s\n%s\n", kept, opts.out || build.roots.n != 1 ? "-" : out);
	time_t now = time(NULL);
	for (int i = 0; i < build.inputs.n; i++)
		record(&b, build.inputs.v[i], now);
	if (ok) {
		file_write(cache_path(key, ".manifest"), b.s, b.n, 0666);
		fastpath_exe = kept;
	}
	sb_free(&b);
}
