/* print.c - print and println, to standard error. What one statement prints is gathered in a buffer between printlock and
 * printunlock and leaves in one write. */
#include "runtime.h"

static u8 buf[256];
static i32 nbuf, locks;
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
	locks++;
}

void
runtime_printunlock(void)
{
	if (--locks == 0)
		printflush();
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
	if (locks == 0)
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

/* Seven digits: +d.dddddde+ddd, by repeated scaling, as Go's print does. */
void
runtime_printfloat(double v)
{
	u8 b[14];
	i32 e = 0, i, s;
	double h;

	if (v != v) {
		prints("NaN");
		return;
	}
	if (v + v == v && v != 0) {
		prints(v > 0 ? "+Inf" : "-Inf");
		return;
	}
	b[0] = __builtin_signbit(v) ? '-' : '+';
	if (v != 0) {
		if (v < 0)
			v = -v;
		for (; v >= 10; v /= 10)
			e++;
		for (; v < 1; v *= 10)
			e--;
		for (h = 5, i = 0; i < 7; i++)
			h /= 10;
		v += h;
		if (v >= 10) {
			e++;
			v /= 10;
		}
	}
	for (i = 0; i < 7; i++) {
		s = (i32)v;
		b[i + 2] = s + '0';
		v = (v - s) * 10;
	}
	b[1] = b[2];
	b[2] = '.';
	b[9] = 'e';
	b[10] = e < 0 ? '-' : '+';
	if (e < 0)
		e = -e;
	b[11] = e / 100 + '0';
	b[12] = e / 10 % 10 + '0';
	b[13] = e % 10 + '0';
	runtime_printstring(b, 14);
}

void
runtime_printcomplex(double r, double i)
{
	prints("(");
	runtime_printfloat(r);
	runtime_printfloat(i);
	prints("i)");
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
