/* signal.c - faults and other signals. The handlers run on the M's signal stack as g = m.gsignal (sigtramp). A fault in Go code
 * becomes a call of sigpanic by the goroutine at the faulting instruction, if the program can panic at all (a program without a
 * single nil check cannot dereference nil); other faults, and SIGQUIT and its like, show all goroutines and end the program.
 * Signals that the program asked for go to sigqueue.c. As in Go, SIGUSR1 and its like do nothing; SIGHUP, SIGINT, SIGTERM are
 * left to the system, which ends the program, unless it was started with them ignored. */
#include "runtime.h"
#include "sigctx.h"

enum { SIGQUIT = 3, SIGILL = 4, SIGTRAP = 5, SIGABRT = 6, SIGBUS = 7, SIGFPE = 8, SIGUSR1 = 10, SIGSEGV = 11, SIGUSR2 = 12, SIGPIPE = 13,
	SIGALRM = 14, SIGSTKFLT = 16, SIGURG = 23, SIGXCPU = 24, SIGXFSZ = 25, SIGVTALRM = 26, SIGPROF = 27, SIGIO = 29, SIGPWR = 30, SIGSYS = 31 };
#define BIT(sig) (1ull << (sig))
#define FAULTS (BIT(SIGBUS) | BIT(SIGFPE) | BIT(SIGSEGV))
#define DEADLY (FAULTS | BIT(SIGQUIT) | BIT(SIGILL) | BIT(SIGTRAP) | BIT(SIGABRT) | BIT(SIGSTKFLT) | BIT(SIGSYS))
#define HARMLESS (BIT(SIGUSR1) | BIT(SIGUSR2) | BIT(SIGPIPE) | BIT(SIGALRM) | BIT(SIGXCPU) | BIT(SIGXFSZ) | BIT(SIGVTALRM) \
	| BIT(SIGPROF) | BIT(SIGIO) | BIT(SIGPWR))

enum { SEGV_ACCERR = 2 };

typedef struct Siginfo { i32 signo, err, code, pad; uintptr addr; } Siginfo;
G *sighandler(i32 sig, Siginfo *info, void *ctx, G *g) SYM(sighandler);
void sigpanic(void) NORETURN SYM(sigpanic);
void panicdivide(void) NORETURN SYM(panicdivide);

void (*faultpanic)(void);
void (*faultaddress)(uintptr addr);
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
	/* an address that is none (SI_KERNEL) comes without its value */
	if (g->sigaddr < 4096 && g->sigcode <= SEGV_ACCERR)
		runtime_panicmem();
	if (g->paniconfault)
		faultaddress(g->sigaddr);
	runtime_printlock();
	prints("unexpected fault address ");
	runtime_printhex(g->sigaddr);
	runtime_printnl();
	throw("fault");
}

COLD void
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

/* Has the function at pc not made its frame yet? LLVM puts that off to where a call needs one, and leaves it out where none does. */
static bool
frameless(uintptr pc)
{
	FuncInfo f;

	if (!findfunc(pc, &f))
		return false;
#if defined(__x86_64__)
	for (; f.entry < pc; f.entry++)
		if (*(u32 *)f.entry == 0xe5894855)   /* push %rbp; mov %rsp,%rbp */
			return false;
#else
	for (; f.entry < pc; f.entry += 4)
		if ((*(u32 *)f.entry & 0xffc003ff) == 0x910003fd)                       /* add x29, sp, #n */
			return false;
#endif
	return true;
}

/* Makes that frame, so that tracebacks have the caller; the function does not go on. */
static void
makeframe(void *ctx)
{
	uintptr sp = CTX(ctx, CTX_SP);

#if defined(__x86_64__)
	sp -= 8;
#else
	sp -= 16;
	((uintptr *)sp)[1] = CTX(ctx, CTX_LR);
#endif
	*(uintptr *)sp = CTX(ctx, CTX_BP);
	CTX(ctx, CTX_SP) = CTX(ctx, CTX_BP) = sp;
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
	if (sig == SIGFPE || sig == SIGILL)
		dumpcode(pc);
	if (pc - (uintptr)syscall6 < 64)             /* it has no frame */
		pc = CALLER(ctx);
	g->m->dying = 1;
	dyingctx = ctx;
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
	if (frameless(pc)) {
		makeframe(ctx);
		sp = CTX(ctx, CTX_SP);
	}
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
