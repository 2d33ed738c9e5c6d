/* signal.c - faults. The handlers run on the M's signal stack as g = m.gsignal (sigtramp). A fault in Go code becomes a call of
 * sigpanic by the goroutine at the faulting instruction, if the program can panic at all (a program without a single nil check
 * cannot dereference nil); anything else kills the program. */
#include "runtime.h"

enum { SIGQUIT = 3, SIGILL = 4, SIGTRAP = 5, SIGABRT = 6, SIGBUS = 7, SIGFPE = 8, SIGSEGV = 11, SIGURG = 23 };

typedef struct Siginfo { i32 signo, err, code, pad; uintptr addr; } Siginfo;
#if defined(__x86_64__)
/* ucontext: flags, link, stack{sp,flags,size}, then gregs r8..r15 rdi rsi rbp rbx rdx rax rcx rsp rip */
enum { CTX_BP = 40 + 10 * 8, CTX_SP = 40 + 15 * 8, CTX_PC = 40 + 16 * 8 };
#else
/* ucontext: flags, link, stack, sigmask (128 bytes), padding, then fault_address, regs[31], sp, pc */
enum { CTX_REGS = 184, CTX_BP = 184 + 29 * 8, CTX_LR = 184 + 30 * 8, CTX_SP = 184 + 31 * 8, CTX_PC = 184 + 32 * 8 };
#endif
#define CTX(c, off) (*(uintptr *)((u8 *)(c) + (off)))

G *sighandler(i32 sig, Siginfo *info, void *ctx, G *g) SYM(sighandler);
void sigpanic(void) NORETURN SYM(sigpanic);
void panicdivide(void) NORETURN SYM(panicdivide);

void (*faultpanic)(void);

void
minitsig(M *m)
{
	sigaltstack((void *)m->gsignal->stack_lo, m->gsignal->stack_hi - m->gsignal->stack_lo);
}

COLD void
initsig(void)
{
	sigaction(SIGSEGV, sigtramp);
	sigaction(SIGBUS, sigtramp);
	sigaction(SIGFPE, sigtramp);
}

/* On the goroutine, called as if by the faulting instruction. */
void
sigpanic(void)
{
	G *g = getg();

	if (g->sig == SIGFPE)
		panicdivide();
	if (g->sigaddr < 4096)
		runtime_panicmem();
	if (g->paniconfault)
		panicstr("invalid memory address or nil pointer dereference");
	runtime_printlock();
	prints("unexpected fault address ");
	runtime_printhex(g->sigaddr);
	runtime_printnl();
	throw("fault");
}

static COLD void NORETURN
deadly(i32 sig, Siginfo *info, void *ctx, G *g)
{
	runtime_printlock();
	prints(sig == SIGSEGV ? "SIGSEGV: segmentation violation\n" : sig == SIGBUS ? "SIGBUS: bus error\n" : "fatal: signal\n");
	prints("PC=");
	runtime_printhex(CTX(ctx, CTX_PC));
	prints(" addr=");
	runtime_printhex(info->addr);
	prints(" sigcode=");
	runtime_printint(info->code);
	runtime_printnl();
	dofatal(g, CTX(ctx, CTX_PC), CTX(ctx, CTX_BP));
}

/* Is there a goroutine's stack under the fault, with room for a call? */
static bool
canpanic(G *g, uintptr sp)
{
	if (!faultpanic || g == g->m->g0 || g == g->m->gsignal || g->status != Grunning)
		return false;
	return sp > g->stack_lo + 256 && sp <= g->stack_hi;
}

/* g was interrupted. The one to go on as. */
G *
sighandler(i32 sig, Siginfo *info, void *ctx, G *g)
{
	uintptr sp = CTX(ctx, CTX_SP), pc = CTX(ctx, CTX_PC);

	if (sig == SIGURG)
		return schedops->sigpreempt(ctx, g);
	if (info->code <= 0 || !canpanic(g, sp))
		deadly(sig, info, ctx, g);
	g->sig = sig;
	g->sigcode = info->code;
	g->sigaddr = info->addr;
	g->sigpc = pc;
	/* a call of address 0 leaves pc 0: show the caller instead */
#if defined(__x86_64__)
	if (in_text(pc) || pc > 4096) {
		sp -= 8;
		*(uintptr *)sp = pc + 1;
		CTX(ctx, CTX_SP) = sp;
	}
#else
	sp -= 16;
	*(uintptr *)sp = CTX(ctx, CTX_LR);
	CTX(ctx, CTX_SP) = sp;
	if (pc > 4096)
		CTX(ctx, CTX_LR) = pc + 4;
#endif
	CTX(ctx, CTX_PC) = (uintptr)faultpanic;
	return g;
}
