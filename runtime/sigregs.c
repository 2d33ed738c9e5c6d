/* sigregs.c - shows what the processor was at when a signal ended the program. */
#include "runtime.h"
#include "sigctx.h"

/* Names of WIDTH letters each, one after the other, and where their values are, in words from the registers' begin. */
#if defined(__x86_64__)
enum { WIDTH = 7, REGS = 40, SEGS = 40 + 18 * 8 };
static const u8 names[] = "rax    rbx    rcx    rdx    rdi    rsi    rbp    rsp    r8     r9     r10    r11    r12    r13    r14    "
	"r15    rip    rflags cs     fs     gs     ";
static const u8 place[] = {13, 11, 14, 12, 8, 9, 10, 15, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17};
#else
enum { WIDTH = 8, REGS = CTX_REGS - 8 };
static const u8 names[] = "lr      sp      pc      fault   ";
static const u8 place[] = {31, 32, 33, 0};
#endif

static COLD void
reg(i64 i, u64 v)
{
	printstr((GoString){names + WIDTH * i, WIDTH});
	runtime_printhex(v);
	runtime_printnl();
}

COLD void
dumpregs(void *ctx)
{
	u64 i;

	runtime_printnl();
#if defined(__aarch64__)
	for (i = 0; i < 30; i++) {
		prints("r");
		runtime_printint(i);
		prints(i < 10 ? "      " : "     ");
		runtime_printhex(CTX(ctx, CTX_REGS + 8 * i));
		runtime_printnl();
	}
#endif
	for (i = 0; i < NELEM(place); i++)
		reg(i, CTX(ctx, REGS + 8 * place[i]));
#if defined(__x86_64__)
	static const u8 segs[] = {0, 2, 1};          /* cs, gs, fs in the frame */

	for (i = 0; i < 3; i++)
		reg(NELEM(place) + i, ((u16 *)((u8 *)ctx + SEGS))[segs[i]]);
#endif
}

/* The instruction at pc. */
COLD void
dumpcode(uintptr pc)
{
	uintptr i;

	prints("instruction bytes:");
	for (i = pc; i < pc + 16 && in_text(i); i++) {
		prints(" ");
		runtime_printhex(*(u8 *)i);
	}
	runtime_printnl();
}
