/* path.c - file names, lists of words. Results live in the permanent arena. */
#include "driver/driver.h"
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

const char *
fmt_str(const char *fmt, ...)
{
	StrBuf b = {0};
	va_list ap;

	va_start(ap, fmt);
	sb_vprintf(&b, fmt, ap);
	va_end(ap);
	const char *s = arena_strndup(permanent, b.s ? b.s : "", b.n);
	sb_free(&b);
	return s;
}

void
strings_add(Strings *s, const char *x)
{
	vec_push(permanent, s, x);
}

bool
has_prefix(const char *s, const char *prefix)
{
	return strncmp(s, prefix, strlen(prefix)) == 0;
}

bool
has_suffix(const char *s, const char *suffix)
{
	size_t n = strlen(s), m = strlen(suffix);

	return n >= m && memcmp(s + n - m, suffix, m) == 0;
}

bool
is_dir(const char *p)
{
	struct stat st;

	return stat(p, &st) == 0 && S_ISDIR(st.st_mode);
}

bool
is_file(const char *p)
{
	struct stat st;

	return stat(p, &st) == 0 && !S_ISDIR(st.st_mode);
}

const char *
getcwd_str(void)
{
	static const char *cwd;
	char buf[4096];

	if (!cwd)
		cwd = fmt_str("%s", getcwd(buf, sizeof buf) ? buf : "/");
	return cwd;
}

/* Removes empty and "." elements and resolves ".." by the text alone, as Go's filepath.Clean. */
static const char *
clean(const char *p)
{
	StrBuf b = {0};

	while (*p) {
		while (*p == '/')
			p++;
		size_t n = strcspn(p, "/");
		if (n == 2 && p[0] == '.' && p[1] == '.') {
			while (b.n && b.s[--b.n] != '/')
				;
		} else if (n && !(n == 1 && p[0] == '.')) {
			sb_putc(&b, '/');
			sb_write(&b, p, n);
		}
		p += n;
	}
	const char *s = b.n ? arena_strndup(permanent, b.s, b.n) : "/";
	sb_free(&b);
	return s;
}

const char *
path_join(const char *a, const char *b)
{
	return fmt_str("%s/%s", strcmp(a, "/") ? a : "", b);
}

const char *
path_abs(const char *p)
{
	return clean(p[0] == '/' ? p : path_join(getcwd_str(), p));
}

const char *
path_base(const char *p)
{
	const char *s = strrchr(p, '/');

	return s ? s + 1 : p;
}

const char *
path_dir(const char *p)
{
	const char *s = strrchr(p, '/');

	if (!s)
		return ".";
	return s == p ? "/" : arena_strndup(permanent, p, (size_t)(s - p));
}

static const char *
relative(const char *from, const char *to)
{
	size_t common = 0;
	StrBuf b = {0};

	if (strcmp(from, "/") == 0)
		return to + 1;
	for (size_t i = 0;; i++) {
		bool ef = !from[i] || from[i] == '/', et = !to[i] || to[i] == '/';
		if (ef && et)
			common = i;
		if (!from[i] || !to[i] || from[i] != to[i])
			break;
	}
	for (const char *p = from + common; *p; p++)
		if (*p == '/')
			sb_puts(&b, "../");
	sb_puts(&b, to[common] == '/' ? to + common + 1 : to + common);
	const char *s = arena_strndup(permanent, b.s, b.n);
	sb_free(&b);
	return s;
}

const char *
path_short(const char *abs)
{
	const char *rel = relative(getcwd_str(), abs);

	return strlen(rel) < strlen(abs) && *rel ? rel : abs;
}

const char *
path_display(const char *abs)
{
	const char *s = path_short(abs);

	return strchr(s, '/') ? s : fmt_str("./%s", s);
}

static int
cmp_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

Strings
dir_list(const char *dir)
{
	Strings s = {0};
	struct dirent *e;
	DIR *d = opendir(dir);

	if (!d)
		return s;
	while ((e = readdir(d)))
		if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
			strings_add(&s, fmt_str("%s", e->d_name));
	closedir(d);
	if (s.n)
		qsort(s.v, (size_t)s.n, sizeof *s.v, cmp_names);
	return s;
}

Strings
split_words(const char *s)
{
	Strings out = {0};
	StrBuf b = {0};

	for (;;) {
		s += strspn(s, " \t\n");
		if (!*s)
			break;
		while (*s && !strchr(" \t\n", *s)) {
			char q = *s;
			if (q != '\'' && q != '"') {
				sb_putc(&b, *s++);
				continue;
			}
			for (s++; *s && *s != q; s++)
				sb_putc(&b, *s);
			if (*s)
				s++;
		}
		strings_add(&out, arena_strndup(permanent, b.s ? b.s : "", b.n));
		sb_reset(&b);
	}
	sb_free(&b);
	return out;
}
