/* boot.c - GODEBUG=boottrace: one line per step of the boot on standard error,
 *
 *     boottrace NANOSECONDS STEP key=value ...
 *
 * nanoseconds since rt0_go. The steps before the environment is known are kept and printed with the first one after it. */
#include "runtime.h"

u64 boot_t0;
bool boottrace_on, boottrace_regs;
static struct { const char *name; u64 t; } early[8];
static i32 nearly;
static bool flushed, open;

void boot0(void) SYM(boot0);
extern void (*const partsstart[])(i32) SYM(parts), (*const partsend[])(i32) SYM(eparts);

/* The parts that this program has (PART). */
COLD void
parts(i32 stage)
{
	for (i64 i = 0; i < partsend - partsstart; i++)
		partsstart[i](stage);
}

/* Called by rt0_go first of all C. */
void
boot0(void)
{
	boot_t0 = runtime_nanotime();
#if defined(__x86_64__)
	bt("rt0_amd64_linux");
#else
	bt("rt0_arm64_linux");
#endif
	bt("rt0_go");
	bt("tls");
}

static void
head(const char *name, u64 t)
{
	prints("boottrace ");
	runtime_printint(t);
	prints(" ");
	prints(name);
}

static void
flush_early(void)
{
	i32 i;

	flushed = true;
	head(early[0].name, early[0].t);
	runtime_printnl();
	head(early[1].name, early[1].t);
	bt_hex("sp", runtime_g0.stack_hi);
	bt_hex("g0.stackguard0", runtime_g0.stackguard);
	bt_int("sp%16", runtime_g0.stack_hi & 15);
	runtime_printnl();
	head("args.copy", early[1].t);
	bt_int("argc", argc);
	runtime_printnl();
	for (i = 2; i < nearly; i++) {
		head(early[i].name, early[i].t);
		if (i == 2) {
			bt_int("m0.g0==g0", runtime_m0.g0 == &runtime_g0);
			bt_int("g0.m==m0", runtime_g0.m == &runtime_m0);
		}
		runtime_printnl();
	}
}

COLD void
bt(const char *name)
{
	u64 t;

	if (!boottrace_on && (envs || nearly == NELEM(early)))
		return;
	t = runtime_nanotime() - boot_t0;
	if (!boottrace_on) {
		early[nearly].name = name;
		early[nearly++].t = t;
		return;
	}
	runtime_printlock();
	open = true;
	if (!flushed)
		flush_early();
	head(name, t);
}

void
bt_str(const char *k, GoString v)
{
	if (!boottrace_on)
		return;
	prints(" ");
	prints(k);
	prints("=");
	printstr(v);
}

void
bt_int(const char *k, i64 v)
{
	if (!boottrace_on)
		return;
	bt_str(k, (GoString){0, 0});
	runtime_printint(v);
}

void
bt_hex(const char *k, u64 v)
{
	if (!boottrace_on)
		return;
	bt_str(k, (GoString){0, 0});
	runtime_printhex(v);
}

void
bt_end(void)
{
	if (!open)
		return;
	open = false;
	runtime_printnl();
	runtime_printunlock();
}
