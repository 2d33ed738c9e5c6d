/* sigctx.h - where the interrupted registers are in a signal frame. */
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
