/* signal.c - faults and other signals. The handlers run on the M's signal stack as g = m.gsignal (sigtramp). A fault in Go code
 * becomes a call of sigpanic by the goroutine at the faulting instruction, if the program can panic at all (a program without a
 * single nil check cannot dereference nil); other faults, and SIGQUIT and its like, show all goroutines and end the program.
 * Signals that the program asked for go to sigqueue.c. As in Go, SIGUSR1 and its like do nothing; SIGHUP, SIGINT, SIGTERM are
 * left to the system, which ends the program, unless it was started with them ignored. */
#include "runtime.h"

enum { SIGQUIT = 3, SIGILL = 4, SIGTRAP = 5, SIGABRT = 6, SIGBUS = 7, SIGFPE = 8, SIGUSR1 = 10, SIGSEGV = 11, SIGUSR2 = 12, SIGPIPE = 13,
	SIGALRM = 14, SIGSTKFLT = 16, SIGURG = 23, SIGXCPU = 24, SIGXFSZ = 25, SIGVTALRM = 26, SIGIO = 29, SIGPWR = 30, SIGSYS = 31 };
#define BIT(sig) (1ull << (sig))
#define FAULTS (BIT(SIGBUS) | BIT(SIGFPE) | BIT(SIGSEGV))
#define DEADLY (FAULTS | BIT(SIGQUIT) | BIT(SIGILL) | BIT(SIGTRAP) | BIT(SIGABRT) | BIT(SIGSTKFLT) | BIT(SIGSYS))
#define HARMLESS (BIT(SIGUSR1) | BIT(SIGUSR2) | BIT(SIGPIPE) | BIT(SIGALRM) | BIT(SIGXCPU) | BIT(SIGXFSZ) | BIT(SIGVTALRM) | BIT(SIGIO) \
	| BIT(SIGPWR))

typedef struct Siginfo { i32 signo, err, code, pad; uintptr addr; } Siginfo;
#if defined(__x86_64__)
/* ucontext: flags, link, stack{sp,flags,size}, then gregs r8..r15 rdi rsi rbp rbx rdx rax rcx rsp rip */
enum { CTX_BP = 40 + 10 * 8, CTX_SP = 40 + 15 * 8, CTX_PC = 40 + 16 * 8 };
#else
/* ucontext: flags, link, stack, sigmask (128 bytes), padding, then fault_address, regs[31], sp, pc */
enum { CTX_REGS = 184, CTX_BP = 184 + 29 * 8, CTX_LR = 184 + 30 * 8, CTX_SP = 184 + 31 * 8, CTX_PC = 184 + 32 * 8 };
#endif
#define CTX(c, off) (*(uintptr *)((u8 *)(c) + (off)))
#if defined(__x86_64__)
#define CALLER(c) (*(uintptr *)CTX(c, CTX_SP))
#else
#define CALLER(c) CTX(c, CTX_LR)
#endif

G *sighandler(i32 sig, Siginfo *info, void *ctx, G *g) SYM(sighandler);
void sigpanic(void) NORETURN SYM(sigpanic);
void panicdivide(void) NORETURN SYM(panicdivide);

void (*faultpanic)(void);
bool (*sigsend)(i32 sig);
const u64 sigcaught = DEADLY | HARMLESS;

void
minitsig(M *m)
{
	sigaltstack((void *)m->gsignal->stack_lo, m->gsignal->stack_hi - m->gsignal->stack_lo);
}

COLD void
initsig(void)
{
	i32 sig;

	for (sig = 1; sig < 32; sig++)
		if (sigcaught & BIT(sig))
			sigaction(sig, sigtramp);
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

static COLD void
printsigname(i32 sig)
{
	static const struct { i32 sig; const char *name; } names[] = {{SIGQUIT, "SIGQUIT: quit"}, {SIGILL, "SIGILL: illegal instruction"},
		{SIGTRAP, "SIGTRAP: trace trap"}, {SIGABRT, "SIGABRT: abort"}, {SIGBUS, "SIGBUS: bus error"},
		{SIGFPE, "SIGFPE: floating-point exception"}, {SIGSEGV, "SIGSEGV: segmentation violation"},
		{SIGSTKFLT, "SIGSTKFLT: stack fault"}, {SIGSYS, "SIGSYS: bad system call"}};
	u64 i;

	for (i = 0; i < NELEM(names); i++)
		if (names[i].sig == sig)
			prints(names[i].name);
}

static COLD void NORETURN
deadly(i32 sig, Siginfo *info, void *ctx, G *g)
{
	uintptr pc = CTX(ctx, CTX_PC);

	runtime_printlock();
	printsigname(sig);
	prints("\nPC=");
	runtime_printhex(pc);
	prints(" m=");
	runtime_printint(g->m->id);
	prints(" sigcode=");
	runtime_printint(info->code);
	if (sig == SIGSEGV || sig == SIGBUS) {
		prints(" addr=");
		runtime_printhex(info->addr);
	}
	runtime_printnl();
	if (pc - (uintptr)syscall6 < 64)             /* it has no frame */
		pc = CALLER(ctx);
	g->m->dying = 1;
	dofatal(g, pc, CTX(ctx, CTX_BP));
}

/* Nobody reads standard output or error any more. */
void
runtime_sigpipe(void)
{
	if (!sigsend || !sigsend(SIGPIPE))
		raise_default(SIGPIPE);
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

	if (!(FAULTS & BIT(sig)) || info->code <= 0) {
		if (sigsend && sigsend(sig) && sig != SIGURG)
			return g;
		if (sig == SIGURG)
			return schedops->sigpreempt(ctx, g);
		if (sig > 31 || !(DEADLY & BIT(sig)))
			return g;
	}
	if (info->code <= 0 || !(FAULTS & BIT(sig)) || !canpanic(g, sp))
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
