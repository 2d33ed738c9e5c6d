/* cache.c - results of earlier builds, by SHA-256 of what they depend on.
 *
 * Entries are files XX/KEY.ext under the cache directory, XX the key's first byte. They are written whole or not at all, never
 * changed, and removed when nobody has used them for five days (looked after at most once a day). */
#include "driver/driver.h"
#include <elf.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

#define DAY 86400
#define KEEP_DAYS 5

const char *
cache_path(const char *key, const char *ext)
{
	const char *dir = fmt_str("%s/%.2s", cache_dir(), key);

	mkdir(dir, 0777);
	return fmt_str("%s/%s%s", dir, key, ext);
}

/* A used entry gets a new time stamp, at most once an hour. */
void
cache_touch(const char *path)
{
	struct stat st;

	if (stat(path, &st) == 0 && time(NULL) - st.st_mtime > 3600)
		utime(path, NULL);
}

static void
trim_dir(const char *dir, time_t now)
{
	Strings names = dir_list(dir);
	struct stat st;

	for (int i = 0; i < names.n; i++) {
		const char *p = path_join(dir, names.v[i]);
		if (stat(p, &st) == 0 && now - st.st_mtime > KEEP_DAYS * DAY)
			unlink(p);
	}
}

void
cache_trim(void)
{
	const char *stamp = path_join(cache_dir(), "trim.stamp");
	struct stat st;
	time_t now = time(NULL);

	if (stat(stamp, &st) == 0 && now - st.st_mtime < DAY)
		return;
	file_write(stamp, "", 0, 0666);
	Strings dirs = dir_list(cache_dir());
	for (int i = 0; i < dirs.n; i++)
		if (strlen(dirs.v[i]) == 2)
			trim_dir(path_join(cache_dir(), dirs.v[i]), now);
}

void
hash_file(Sha256 *s, const char *path)
{
	size_t len = 0;
	char *p = file_read(path, &len);

	sha256_update(s, &len, sizeof len);
	if (p)
		sha256_update(s, p, len);
	free(p);
}

/* The linker's build id of this very program, from its notes in memory; NULL when it was linked without. */
static const char *
build_id(void)
{
	const Elf64_Phdr *ph = (const Elf64_Phdr *)getauxval(AT_PHDR);
	size_t n = getauxval(AT_PHNUM);
	uintptr_t base = 0;
	StrBuf b = {0};

	for (size_t i = 0; i < n; i++)
		if (ph[i].p_type == PT_PHDR)
			base = (uintptr_t)ph - ph[i].p_vaddr;
	for (size_t i = 0; i < n; i++) {
		const uint8_t *p = (const uint8_t *)base + ph[i].p_vaddr, *end = p + ph[i].p_memsz;
		while (ph[i].p_type == PT_NOTE && end - p > 12) {
			const Elf64_Nhdr *h = (const Elf64_Nhdr *)(const void *)p;
			const uint8_t *desc = p + sizeof *h + (h->n_namesz + 3) / 4 * 4;
			if (h->n_type == NT_GNU_BUILD_ID && h->n_namesz == 4 && !memcmp(p + sizeof *h, "GNU", 4))
				for (uint32_t k = 0; k < h->n_descsz; k++)
					sb_printf(&b, "%02x", desc[k]);
			p = desc + (h->n_descsz + 3) / 4 * 4;
		}
	}
	return b.s;
}

/* The compiler itself is part of every key: its build id, else size and time of the binary. */
const char *
compiler_id(void)
{
	static const char *id;
	struct stat st;

	if (id)
		return id;
	const char *bid = build_id();
	if (bid)
		return id = fmt_str("minigo %s %s", MINIGO_VERSION, bid);
	if (stat(exe_path(), &st))
		fatal("cannot stat %s", exe_path());
	id = fmt_str("minigo %s %lld %lld.%09ld", MINIGO_VERSION, (long long)st.st_size, (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec);
	return id;
}

int
cmd_clean(int argc, char **argv)
{
	bool cache = false;

	for (int i = 0; i < argc; i++) {
		const char *a = argv[i] + (argv[i][0] == '-' && argv[i][1] == '-');
		if (!strcmp(a, "-cache"))
			cache = true;
		else if (strcmp(a, "-testcache") && strcmp(a, "-modcache") && strcmp(a, "-i") && strcmp(a, "-r")) {
			fprintf(stderr, "flag provided but not defined: %s\nusage: minigo clean [-cache]\nRun 'minigo help clean' for details.\n", argv[i]);
			return 2;
		}
	}
	Strings dirs = cache ? dir_list(cache_dir()) : (Strings){0};
	for (int i = 0; i < dirs.n; i++)
		if (strlen(dirs.v[i]) == 2) {
			trim_dir(path_join(cache_dir(), dirs.v[i]), time(NULL) + 1000 * DAY);
			rmdir(path_join(cache_dir(), dirs.v[i]));
		}
	return 0;
}
