/* print.c - print and println, to standard error. What one statement prints is gathered in a buffer between printlock and
 * printunlock and leaves in one write. */
#include "runtime.h"

static Lock printing;                                /* held from the outermost printlock of an M to its printunlock */
static u8 buf[256];
static i32 nbuf;
static u8 *sink;
static i64 nsink, capsink;

void
printsink(u8 *p, i64 n)
{
	sink = p;
	nsink = 0;
	capsink = n;
}

i64
printed(void)
{
	return nsink;
}

void
printflush(void)
{
	i64 n = nbuf;

	nbuf = 0;
	if (n > 0)
		write(2, buf, n);
}

void
runtime_printlock(void)
{
	M *m = acquirem();

	if (m->printlock++ == 0)
		lock(&printing);
}

void
runtime_printunlock(void)
{
	M *m = getg()->m;

	if (--m->printlock == 0) {
		printflush();
		unlock(&printing);
	}
	releasem(m);
}

void
runtime_printstring(const u8 *p, i64 n)
{
	if (sink) {
		n = n < capsink - nsink ? n : capsink - nsink;
		runtime_memmove(sink + nsink, p, n);
		nsink += n;
		return;
	}
	if (n > (i64)sizeof buf - nbuf)
		printflush();
	if (n > (i64)sizeof buf) {
		write(2, p, n);
		return;
	}
	runtime_memmove(buf + nbuf, p, n);
	nbuf += n;
	if (getg()->m->printlock == 0)
		printflush();
}

void
printstr(GoString s)
{
	runtime_printstring(s.p, s.n);
}

void
prints(const char *s)
{
	printstr(cstring(s));
}

static void
printnum(u64 v, u32 base, const char *prefix)
{
	u8 b[24], *p = b + sizeof b;

	do
		*--p = "0123456789abcdef"[v % base];
	while ((v /= base) != 0);
	prints(prefix);
	runtime_printstring(p, b + sizeof b - p);
}

void
runtime_printuint(u64 v)
{
	printnum(v, 10, "");
}

void
runtime_printint(i64 v)
{
	printnum(v < 0 ? -(u64)v : (u64)v, 10, v < 0 ? "-" : "");
}

void
runtime_printhex(u64 v)
{
	printnum(v, 16, "0x");
}

void
runtime_printpointer(void *p)
{
	runtime_printhex((u64)p);
}

void
runtime_printbool(bool v)
{
	prints(v ? "true" : "false");
}

void runtime_printslice(void *p, i64 len, i64 cap) SYM(printslice);
void
runtime_printslice(void *p, i64 len, i64 cap)
{
	prints("[");
	runtime_printint(len);
	prints("/");
	runtime_printint(cap);
	prints("]");
	runtime_printpointer(p);
}

void
runtime_printeface(Type *t, void *d)
{
	prints("(");
	runtime_printpointer(t);
	prints(",");
	runtime_printpointer(d);
	prints(")");
}

void runtime_printiface(Itab *t, void *d) SYM(printiface);
void
runtime_printiface(Itab *t, void *d)
{
	runtime_printeface((Type *)t, d);
}

void runtime_printsp(void) SYM(printsp);
void
runtime_printsp(void)
{
	prints(" ");
}

void
runtime_printnl(void)
{
	prints("\n");
}
