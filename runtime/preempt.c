/* preempt.c - stopping a goroutine that does not stop by itself.
 *
 * Its stack guard is poisoned: the next prologue calls morestack, which finds out (stack.c). For loops without calls a signal
 * is sent to its M. The handler goes by what it interrupted: only Go code outside of the runtime's C, outside of a critical
 * section, with no lock held on the M. Then the signal frame, which holds all registers and the vector state, is copied to
 * memory of the goroutine's, and the handler returns not to it but to asyncswitch on g0. To go on, an M returns from the copied
 * frame. The collector scans the frame, too. */
#include "runtime.h"
#include "abi/pclntab.h"

enum { SIGURG = 23 };

#if defined(__x86_64__)
/* ucontext: flags, link, stack{sp,flags,size}, gregs r8..r15 rdi rsi rbp rbx rdx rax rcx rsp rip eflags csgsfs err trapno
 * oldmask cr2, fpstate, reserved[8], sigmask */
enum { CTX_STACK = 16, CTX_BP = 40 + 10 * 8, CTX_SP = 40 + 15 * 8, CTX_PC = 40 + 16 * 8, CTX_FPSTATE = 40 + 23 * 8, CTX_SIZE = 304,
	FP_SW = 464, FP_MAGIC1 = 0x46505853, FP_PLAIN = 512 };
#else
/* siginfo (128 bytes) lies before the ucontext: flags, link, stack, sigmask, ..., fault_address, regs[31], sp, pc, pstate, records */
enum { CTX_INFO = 128, CTX_STACK = 16, CTX_BP = 184 + 29 * 8, CTX_G = 184 + 28 * 8, CTX_SP = 184 + 31 * 8, CTX_PC = 184 + 32 * 8,
	CTX_RECORDS = 464, CTX_SIZE = 464 + 4096, EXTRA_MAGIC = 0x45585401 };
#endif
#define CTX(c, off) (*(uintptr *)((u8 *)(c) + (off)))

typedef struct Saved { u64 size, used; u8 *frame; u64 pad; } Saved;

void asyncswitch(void) NORETURN;

/* ---- the copied frame ---- */

/* Memory for n bytes; it stays with g, since the system may read it until g runs. */
static Saved *
savedfor(G *g, u64 n)
{
	Saved *s = g->asyncbuf;

	if (s && s->size >= n)
		return s;
	s = persistentalloc(sizeof *s + n + 64);
	s->size = n;
	return g->asyncbuf = s;
}

#if defined(__x86_64__)
static bool
saveframe(G *g, u8 *ctx)
{
	u8 *fp = (u8 *)CTX(ctx, CTX_FPSTATE), *to;
	u32 *sw = (u32 *)(fp + FP_SW);
	u64 n = fp ? sw[0] == FP_MAGIC1 ? sw[1] : FP_PLAIN : 0;
	Saved *s = savedfor(g, CTX_SIZE + 64 + n);

	s->frame = (u8 *)(s + 1);
	to = (u8 *)ROUNDUP((uintptr)s->frame + CTX_SIZE, 64);
	runtime_memmove(s->frame, ctx, CTX_SIZE);
	runtime_memmove(to, fp, n);
	if (fp)
		CTX(s->frame, CTX_FPSTATE) = (uintptr)to;
	s->used = to + n - s->frame;
	return true;
}
#else
static bool
saveframe(G *g, u8 *ctx)
{
	Saved *s;
	u32 *r;

	for (r = (u32 *)(ctx + CTX_RECORDS); r[0] && (u8 *)r < ctx + CTX_SIZE && r[1]; r = (u32 *)((u8 *)r + r[1]))
		if (r[0] == EXTRA_MAGIC)
			return false;                /* more than fits here: no preemption now */
	s = savedfor(g, CTX_INFO + CTX_SIZE);
	s->frame = (u8 *)(s + 1);
	s->used = CTX_INFO + CTX_SIZE;
	runtime_memmove(s->frame, ctx - CTX_INFO, s->used);
	return true;
}
#endif

/* On g0, from execute: g goes on where the signal found it. */
void
asyncresume(G *g)
{
	Saved *s = g->async;
	M *m = g->m;
	u8 *ctx = s->frame;

	NOSPLIT();
#if defined(__aarch64__)
	ctx += CTX_INFO;
#endif
	CTX(ctx, CTX_STACK) = m->gsignal->stack_lo;
	CTX(ctx, CTX_STACK + 16) = m->gsignal->stack_hi - m->gsignal->stack_lo;
	g->async = 0;
	sigresume(s->frame, g);
}

/* For the collector: the registers of a goroutine stopped by a signal. */
void
asyncregs(G *g, uintptr *lo, uintptr *hi)
{
	Saved *s = g->async;

	NOSPLIT();
	*lo = *hi = 0;
	if (s) {
		*lo = (uintptr)s->frame;
		*hi = *lo + (s->used & ~7ull);
	}
}

/* ---- the signal ---- */

static bool
cansuspend(G *g, M *m, uintptr pc, uintptr sp)
{
	FuncInfo f;

	if (g != m->curg || !g->preempt || g->critical || m->locks || !m->p || aload(&m->p->status) != Prunning)
		return false;
	if (aload(&g->status) != Grunning || sp < g->stack_lo || sp >= g->stack_hi)
		return false;
	return findfunc(pc, &f) && !(f.flags & PCL_C);
}

/* On the signal stack; g was interrupted. The goroutine to return as. */
G *
sigpreempt(u8 *ctx, G *g)
{
	M *m = getg()->m;
	uintptr pc = CTX(ctx, CTX_PC), sp = CTX(ctx, CTX_SP);

	astore(&m->signalpending, 0);
	if (!cansuspend(g, m, pc, sp)) {
		if (g == m->curg && g->preempt && !m->locks)
			astore(&g->stackguard, STACK_PREEMPT);
		return g;
	}
	if (!saveframe(g, ctx))
		return g;
	g->async = g->asyncbuf;
	g->sched_pc = pc + 1;                        /* tracebacks look up pc - 1 */
	g->sched_sp = sp;
	g->sched_bp = CTX(ctx, CTX_BP);
	CTX(ctx, CTX_PC) = (uintptr)asyncswitch;
	CTX(ctx, CTX_BP) = 0;
#if defined(__x86_64__)
	CTX(ctx, CTX_SP) = (m->g0->sched_sp & ~15ull) - 8;
#else
	CTX(ctx, CTX_SP) = m->g0->sched_sp & ~15ull;
	CTX(ctx, CTX_G) = (uintptr)m->g0;
#endif
	return m->g0;
}

/* On g0, as if called by nobody. */
void
asyncswitch(void)
{
	NOSPLIT();
	gopreempt(getg()->m->curg);
}

/* Asks the goroutine that p runs to stop. */
bool
preemptone(P *p)
{
	M *m = p->m;
	G *g;

	NOSPLIT();
	if (!m || m == getg()->m)
		return false;
	g = m->curg;
	if (!g || g == m->g0)
		return false;
	g->preempt = true;
	astore(&g->stackguard, STACK_PREEMPT);
	if (m->procid && acas(&m->signalpending, 0, 1))
		tgkill(m->procid, SIGURG);
	return true;
}

void
preemptinit(void)
{
	i64 off = 0;

	NOSPLIT();
	if (godebug("asyncpreemptoff", &off) && off)
		return;
	sigaction(SIGURG, sigtramp);
}
