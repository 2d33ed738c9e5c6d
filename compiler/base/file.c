/* file.c - whole files at once. Writing is atomic: a reader sees the old file or the new one. Devices (/dev/null,
 * /dev/stdout) are written through. */
#include "base/base.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char *
read_all(int fd, size_t guess, size_t *len)
{
	size_t cap = guess + 1, n = 0;
	char *buf = malloc(cap);

	for (;;) {
		if (!buf)
			fatal("out of memory");
		ssize_t r = read(fd, buf + n, cap - n);
		if (r < 0 && errno == EINTR)
			continue;
		if (r < 0) {
			free(buf);
			return NULL;
		}
		n += (size_t)r;
		if (r == 0)
			break;
		if (n == cap)
			buf = realloc(buf, cap *= 2);
	}
	if (n == cap)
		buf = realloc(buf, cap + 1);
	buf[n] = 0;
	*len = n;
	return buf;
}

char *
file_read(const char *path, size_t *len)
{
	struct stat st;
	size_t n;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return NULL;
	char *buf = NULL;
	if (fstat(fd, &st) == 0) {
		if (S_ISDIR(st.st_mode))
			errno = EISDIR;
		else
			buf = read_all(fd, (size_t)st.st_size, len ? len : &n);
	}
	int e = errno;
	close(fd);
	errno = e;
	return buf;
}

static bool
write_all(int fd, const char *p, size_t n)
{
	while (n) {
		ssize_t w = write(fd, p, n);
		if (w < 0 && errno == EINTR)
			continue;
		if (w < 0)
			return false;
		p += w;
		n -= (size_t)w;
	}
	return true;
}

static bool
write_through(const char *path, const void *p, size_t n)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	bool ok = write_all(fd, p, n);
	return close(fd) == 0 && ok;
}

bool
file_write(const char *path, const void *p, size_t n, int mode)
{
	struct stat st;
	char tmp[4096];

	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
		return write_through(path, p, n);
	if (snprintf(tmp, sizeof tmp, "%s.tmp%d", path, (int)getpid()) >= (int)sizeof tmp) {
		errno = ENAMETOOLONG;
		return false;
	}
	int fd = open(tmp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode);
	if (fd < 0)
		return false;
	bool ok = write_all(fd, p, n);
	ok = close(fd) == 0 && ok;
	if (ok && rename(tmp, path) == 0)
		return true;
	int e = errno;
	unlink(tmp);
	errno = e;
	return false;
}
