/* env.c - arguments, environment, auxiliary vector, GODEBUG. Runs on g0 before everything else; allocates nothing. */
#include "runtime.h"

i32 argc;
u8 **argv, **envs;
u64 physpagesize = 4096;
u64 hashseed[4];
bool inittrace_on;

enum { AT_PAGESZ = 6, AT_RANDOM = 25 };

static void
auxv(u64 *v)
{
	for (; v[0]; v += 2) {
		if (v[0] == AT_PAGESZ)
			physpagesize = v[1];
		if (v[0] == AT_RANDOM) {
			runtime_memmove(hashseed, (void *)v[1], 16);
			hashseed[2] = hashseed[0] * 0x9e3779b97f4a7c15 ^ hashseed[1];
			hashseed[3] = hashseed[1] * 0xd6e8feb86659fd93 ^ hashseed[0];
		}
	}
}

static bool
prefix(const u8 *s, const char *p)
{
	while (*p)
		if (*s++ != (u8)*p++)
			return false;
	return true;
}

GoString
gogetenv(const char *name)
{
	u8 **e;
	i64 n;

	for (n = 0; name[n];)
		n++;
	for (e = envs; e && *e; e++)
		if (prefix(*e, name) && (*e)[n] == '=')
			return cstring((char *)*e + n + 1);
	return (GoString){0, 0};
}

i64
parsenum(GoString s)
{
	i64 v, i;

	for (v = i = 0; i < s.n && s.p[i] >= '0' && s.p[i] <= '9' && v < 1000000000; i++)
		v = v * 10 + s.p[i] - '0';
	return i > 0 && i == s.n ? v : -1;
}

/* GODEBUG=key=val,key=val: the last one counts. */
bool
godebug(const char *key, i64 *val)
{
	GoString s = gogetenv("GODEBUG"), v;
	i64 i, j, k;
	bool found = false;

	for (i = 0; i < s.n; i = j + 1) {
		for (j = i; j < s.n && s.p[j] != ',';)
			j++;
		for (k = 0; key[k] && i + k < j && s.p[i + k] == (u8)key[k];)
			k++;
		if (key[k] || i + k >= j || s.p[i + k] != '=')
			continue;
		v = (GoString){s.p + i + k + 1, j - i - k - 1};
		if (parsenum(v) >= 0) {
			*val = parsenum(v);
			found = true;
		}
	}
	return found;
}

void
args(i32 c, u8 **v)
{
	i64 n = 0;
	u8 **e;

	argc = c;
	argv = v;
	envs = v + c + 1;
	for (e = envs; *e;)
		e++;
	auxv((u64 *)(e + 1));
	if (godebug("boottrace", &n) && n > 0) {
		boottrace_on = true;
		boottrace_regs = n > 1;
	}
	n = 0;
	inittrace_on = godebug("inittrace", &n) && n > 0;
	bt("args");
	bt_int("pagesz", physpagesize);
	bt_end();
}
