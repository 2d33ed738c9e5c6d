/* asm_amd64.S - boot, context switch, stack growth, defer frames.
 *
 * g is %fs:8. Each routine says what it gets, gives and destroys. Every routine that leaves a goroutine's stack first pushes all
 * callee-saved registers, so that whoever looks at the stopped goroutine's stack finds its pointers there. */
#include "asm.h"

#define FUNC(name) .section .text.name,"ax",@progbits; .globl name; .p2align 4; .type name,@function; name:
// For debuggers: nobody has called this, the stack ends here.
	.cfi_sections .debug_frame
#define BOTTOM .cfi_startproc; .cfi_undefined rip
#define END(name) .size name, .-name
#define PUSH_SAVED pushq %rbx; pushq %r12; pushq %r13; pushq %r14; pushq %r15; pushq %rax
#define POP_SAVED popq %rax; popq %r15; popq %r14; popq %r13; popq %r12; popq %rbx

// runtime.rt0_go(rdi argc, rsi argv): on the system's stack; never returns.
// m0's g0 gets a 64 KB window of that stack.
FUNC(runtime.rt0_go)
	BOTTOM
	xorl	%ebp, %ebp
	andq	$-16, %rsp
	movq	%rdi, %r12
	movq	%rsi, %r13
	leaq	runtime.g0(%rip), %rbx
	movq	%rsp, G_STACK_HI(%rbx)
	leaq	(-64*1024+104)(%rsp), %rax
	movq	%rax, G_STACK_LO(%rbx)
	addq	$STACK_GUARD, %rax
	movq	%rax, G_STACKGUARD(%rbx)
	// thread-local storage: %fs:0 holds its own address, %fs:8 is g
	leaq	runtime.m0(%rip), %r14
	leaq	M_TLS(%r14), %rsi
	movq	%rsi, (%rsi)
	movl	$0x1002, %edi                   // ARCH_SET_FS
	movl	$158, %eax                      // arch_prctl
	syscall
	movq	%rbx, %fs:8
	cmpq	%rbx, (M_TLS+8)(%r14)
	jne	runtime.abort
	movq	%rbx, M_G0(%r14)
	movq	%r14, G_M(%rbx)
	call	runtime.boot0
	call	runtime.check
	movl	%r12d, %edi
	movq	%r13, %rsi
	call	runtime.args
	call	runtime.osinit
	call	runtime.schedinit
	call	runtime.newmain
	call	runtime.mstart
	call	runtime.abort
	.cfi_endproc
END(runtime.rt0_go)

FUNC(runtime.abort)
	ud2
END(runtime.abort)

FUNC(runtime.breakpoint)
	int3
	ret
END(runtime.breakpoint)

// void gogo(G *g): continues g where it stopped. Never returns.
FUNC(runtime.gogo)
	movq	%rdi, %fs:8
	movq	G_SCHED_SP(%rdi), %rsp
	movq	G_SCHED_BP(%rdi), %rbp
	jmpq	*G_SCHED_PC(%rdi)
END(runtime.gogo)

// Entered by gogo for a new goroutine: rsp points to goexit's address. Calls g.fn.
FUNC(runtime.gostart)
	movq	%fs:8, %rax
	movq	G_FN(%rax), %r10
	xorl	%ebp, %ebp
	jmpq	*(%r10)
END(runtime.gostart)

// The bottom of every goroutine's stack: its function returns to goexit+1.
FUNC(runtime.goexit)
	BOTTOM
	nop
	call	runtime.goexit1
	ud2
	.cfi_endproc
END(runtime.goexit)

// void mcall(void (*fn)(G *)): stops g, runs fn(g) on g0. fn must never return; gogo(g) returns from mcall.
FUNC(runtime.mcall)
	pushq	%rbp
	movq	%rsp, %rbp
	PUSH_SAVED
	movq	%rdi, %rax
	movq	%fs:8, %rdi
	movq	%rsp, G_SCHED_SP(%rdi)
	movq	%rbp, G_SCHED_BP(%rdi)
	leaq	.Lmcallback(%rip), %rcx
	movq	%rcx, G_SCHED_PC(%rdi)
	movq	G_M(%rdi), %rcx
	movq	M_G0(%rcx), %rcx
	movq	%rcx, %fs:8
	movq	G_SCHED_SP(%rcx), %rsp
	xorl	%ebp, %ebp
	call	*%rax
	ud2
.Lmcallback:
	POP_SAVED
	popq	%rbp
	popq	%rcx
	jmp	*%rcx				// the processor's return stack is of another goroutine, an indirect jump is predicted better
END(runtime.mcall)

// void systemstack(void (*fn)(void *), void *arg): fn(arg) on g0. Direct when already there.
FUNC(runtime.systemstack)
	pushq	%rbp
	movq	%rsp, %rbp
	movq	%rdi, %rax
	movq	%rsi, %rdi
	movq	%fs:8, %rsi
	movq	G_M(%rsi), %rdx
	movq	M_G0(%rdx), %rcx
	cmpq	%rcx, %rsi
	je	1f
	cmpq	%rsi, M_GSIGNAL(%rdx)
	je	1f
	PUSH_SAVED
	movq	%rsp, G_SCHED_SP(%rsi)
	movq	%rbp, G_SCHED_BP(%rsi)
	movq	8(%rbp), %rdx
	movq	%rdx, G_SCHED_PC(%rsi)
	movq	%rsi, %rbx
	movq	%rcx, %fs:8
	movq	G_SCHED_SP(%rcx), %rsp
	call	*%rax
	movq	%rbx, %fs:8
	movq	G_SCHED_SP(%rbx), %rsp
	POP_SAVED
	popq	%rbp
	ret
1:	call	*%rax
	popq	%rbp
	ret
END(runtime.systemstack)

// void savecall(void (*fn)(void *), void *arg): fn(arg) on the same stack, which can be scanned meanwhile by other threads.
FUNC(runtime.savecall)
	pushq	%rbp
	movq	%rsp, %rbp
	PUSH_SAVED
	movq	%fs:8, %rax
	movq	%rsp, G_SCHED_SP(%rax)
	movq	%rbp, G_SCHED_BP(%rax)
	movq	8(%rbp), %rcx
	movq	%rcx, G_SCHED_PC(%rax)
	movq	%rdi, %rax
	movq	%rsi, %rdi
	call	*%rax
	POP_SAVED
	popq	%rbp
	ret
END(runtime.savecall)

// The prologue of a function that has no room: README. In: eax; stack: body, return address, arguments.
// Keeps argument registers, r10, and on the way back rax, rdx, rcx, xmm0, xmm1.
FUNC(runtime.morestack)
	movq	%fs:8, %r11
	cmpq	$0, G_STACKGUARD(%r11)
	jl	.Lslow                          // preemption
	movq	G_SEGMENT(%r11), %r11
	testq	%r11, %r11
	jz	.Lslow
	movq	SEG_NEXT(%r11), %r11
	testq	%r11, %r11
	jz	.Lslow
	cmpl	$0xffff, %eax
	ja	.Lslow
.Lenter:                                        // r11: the segment to enter
	movq	%rsp, SEG_OLDSP(%r11)
	pushq	%rcx
	pushq	%rdx
	movq	%fs:8, %rcx
	movq	%r11, G_SEGMENT(%rcx)
	movq	%r11, G_STACK_HI(%rcx)
	movq	SEG_LO(%r11), %rdx
	movq	%rdx, G_STACK_LO(%rcx)
	addq	$STACK_GUARD, %rdx
	movq	%rdx, G_STACKGUARD(%rcx)
	movq	%rsp, %rdx                      // rdx, rcx, body, return address, arguments
	leaq	-16(%r11), %rsp
	movq	24(%rdx), %rcx
	movq	%rcx, 8(%rsp)
	movq	%rbp, (%rsp)
	movq	%rsp, %rbp
	andl	$0xfff8, %eax
	jz	2f
	subq	%rax, %rsp
	andq	$-16, %rsp
1:	subq	$8, %rax
	movq	32(%rdx,%rax), %rcx
	movq	%rcx, (%rsp,%rax)
	jnz	1b
2:	movq	16(%rdx), %r11
	movq	8(%rdx), %rcx
	movq	(%rdx), %rdx
	call	*%r11
	movq	%fs:8, %r11
	movq	G_SEGMENT(%r11), %rdi
	cmpq	$0, SEG_NEXT(%rdi)
	jne	.Lshed
.Lleave:
	movq	SEG_PREV(%rdi), %r8
	movq	%r8, G_SEGMENT(%r11)
	movq	%r8, G_STACK_HI(%r11)
	movq	SEG_LO(%r8), %r9
	movq	%r9, G_STACK_LO(%r11)
	addq	$STACK_GUARD, %r9
	movq	%r9, G_STACKGUARD(%r11)
	movq	(%rbp), %rbp
	movq	SEG_OLDSP(%rdi), %rsp
	addq	$8, %rsp
	ret
.Lslow:
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rax
	pushq	%rdi
	pushq	%rsi
	pushq	%rdx
	pushq	%rcx
	pushq	%r8
	pushq	%r9
	pushq	%r10
	pushq	%rbx
	pushq	%r12
	pushq	%r13
	pushq	%r14
	pushq	%r15
	subq	$136, %rsp
	movups	%xmm0, (%rsp)
	movups	%xmm1, 16(%rsp)
	movups	%xmm2, 32(%rsp)
	movups	%xmm3, 48(%rsp)
	movups	%xmm4, 64(%rsp)
	movups	%xmm5, 80(%rsp)
	movups	%xmm6, 96(%rsp)
	movups	%xmm7, 112(%rsp)
	movl	%eax, %esi
	movq	%fs:8, %rbx
	movq	%rbx, %rdi
	movq	G_M(%rbx), %rcx
	movq	M_G0(%rcx), %rdx
	cmpq	%rdx, %rbx
	je	runtime.badmorestack
	cmpq	%rbx, M_GSIGNAL(%rcx)
	je	runtime.badmorestack
	movq	%rsp, G_SCHED_SP(%rbx)
	movq	%rbp, G_SCHED_BP(%rbx)
	leaq	.Lmoreback(%rip), %rcx
	movq	%rcx, G_SCHED_PC(%rbx)
	movq	%rdx, %fs:8
	movq	G_SCHED_SP(%rdx), %rsp
	call	runtime.newstack                // returns the segment to enter, or 0: run on where we are
	movq	%rax, %rdi
	movq	%rbx, %fs:8
	movq	G_SCHED_SP(%rbx), %rsp
	jmp	.Lmorego
.Lmoreback:                                     // gogo after a preemption
	movq	%fs:8, %rdi
	movq	G_RESUMESEG(%rdi), %rdi
.Lmorego:
	movq	%rdi, %r11
	movups	(%rsp), %xmm0
	movups	16(%rsp), %xmm1
	movups	32(%rsp), %xmm2
	movups	48(%rsp), %xmm3
	movups	64(%rsp), %xmm4
	movups	80(%rsp), %xmm5
	movups	96(%rsp), %xmm6
	movups	112(%rsp), %xmm7
	addq	$136, %rsp
	popq	%r15
	popq	%r14
	popq	%r13
	popq	%r12
	popq	%rbx
	popq	%r10
	popq	%r9
	popq	%r8
	popq	%rcx
	popq	%rdx
	popq	%rsi
	popq	%rdi
	popq	%rax
	popq	%rbp
	testq	%r11, %r11
	jnz	.Lenter
	ret                                     // to body
.Lshed:                                         // the segment we leave has a cached one of its own: give it back
	pushq	%rax
	pushq	%rdx
	pushq	%rcx
	subq	$40, %rsp
	movups	%xmm0, (%rsp)
	movups	%xmm1, 16(%rsp)
	movq	%rdi, %rsi
	leaq	runtime.shednext(%rip), %rdi
	call	runtime.systemstack
	movups	(%rsp), %xmm0
	movups	16(%rsp), %xmm1
	addq	$40, %rsp
	popq	%rcx
	popq	%rdx
	popq	%rax
	movq	%fs:8, %r11
	movq	G_SEGMENT(%r11), %rdi
	jmp	.Lleave
END(runtime.morestack)

// bool trycall(body, ctx, rec): body(ctx) with rec linked into g. False when it returned, true when a panic was recovered.
FUNC(runtime.trycall)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rdx
	subq	$8, %rsp
	movq	%fs:8, %rax
	movq	G_TRY(%rax), %rcx
	movq	%rcx, (%rdx)
	movq	%rsp, TRY_SP(%rdx)
	movq	%rbx, TRY_REGS(%rdx)
	movq	%rbp, (TRY_REGS+8)(%rdx)
	movq	%r12, (TRY_REGS+16)(%rdx)
	movq	%r13, (TRY_REGS+24)(%rdx)
	movq	%r14, (TRY_REGS+32)(%rdx)
	movq	%r15, (TRY_REGS+40)(%rdx)
	movq	$0, TRY_DEFERS(%rdx)
	movq	G_SEGMENT(%rax), %rcx
	movq	%rcx, TRY_SEGMENT(%rdx)
	movq	%rdx, G_TRY(%rax)
	movq	%rdi, %rax
	movq	%rsi, %rdi
	call	*%rax
	.globl	runtime.trybody
runtime.trybody:                                     // where body returns to: traceback.c knows it by that
	movq	%fs:8, %rax
	movq	-8(%rbp), %rdx
	movq	(%rdx), %rcx
	movq	%rcx, G_TRY(%rax)
	xorl	%eax, %eax
	leave
	ret
END(runtime.trycall)

// Entered by gogo after a recovery, g's stack cut back to g.try's: returns true from its trycall.
FUNC(runtime.tryreturn)
	movq	%fs:8, %rax
	movq	G_TRY(%rax), %rdx
	movq	TRY_SP(%rdx), %rsp
	movq	TRY_REGS(%rdx), %rbx
	movq	(TRY_REGS+8)(%rdx), %rbp
	movq	(TRY_REGS+16)(%rdx), %r12
	movq	(TRY_REGS+24)(%rdx), %r13
	movq	(TRY_REGS+32)(%rdx), %r14
	movq	(TRY_REGS+40)(%rdx), %r15
	movq	(%rdx), %rcx
	movq	%rcx, G_TRY(%rax)
	movl	$1, %eax
	leave
	ret
END(runtime.tryreturn)

// void calldefer(FuncVal *fn, void **frame): stores its frame pointer to *frame, calls fn.
FUNC(runtime.calldefer)
	pushq	%rbp
	movq	%rsp, %rbp
	movq	%rbp, (%rsi)
	movq	%rdi, %r10
	call	*(%rdi)
	popq	%rbp
	ret
END(runtime.calldefer)

// callclosure(FuncVal *fn, a, b, c): fn(a, b, c); what fn does not take it does not see.
FUNC(runtime.callclosure)
	pushq	%rbp
	movq	%rsp, %rbp
	movq	%rdi, %r10
	movq	%rsi, %rdi
	movq	%rdx, %rsi
	movq	%rcx, %rdx
	call	*(%r10)
	popq	%rbp
	ret
END(runtime.callclosure)

// A fault in Go code was turned into a call of this: the handler pushed the faulting pc. Aligns, goes on to sigpanic.
FUNC(runtime.sigpanic0)
	pushq	%rbp
	movq	%rsp, %rbp
	andq	$-16, %rsp
	call	runtime.sigpanic
	ud2
END(runtime.sigpanic0)

// Signal handler: rdi sig, rsi info, rdx context. Runs sighandler as g = m.gsignal on the alternate stack; it says as which g to
// go on.
FUNC(runtime.sigtramp)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
	subq	$8, %rsp
	movq	%fs:8, %rbx
	movq	%rbx, %rcx
	movq	G_M(%rbx), %rax
	movq	M_GSIGNAL(%rax), %rax
	movq	%rax, %fs:8
	call	runtime.sighandler
	movq	%rax, %fs:8
	addq	$8, %rsp
	popq	%rbx
	popq	%rbp
	ret
END(runtime.sigtramp)

FUNC(runtime.sigreturn)
	movl	$15, %eax
	syscall
	ud2
END(runtime.sigreturn)

	.section .note.GNU-stack,"",@progbits

// runtime.reflectcall(rdi code, rsi closure, rdx regs): stdlib/reflect/call.go has regs. Takes at most 24 words of arguments, so that
// it needs no stack check.
FUNC(runtime.reflectcall)
	pushq	%rbp
	movq	%rsp, %rbp
	pushq	%rbx
	pushq	%r12
	movq	%rdx, %rbx
	movq	%rdi, %rax
	movq	%rsi, %r10
	movq	136(%rbx), %rcx
	leaq	1(%rcx), %rdx
	andq	$-2, %rdx
	shlq	$3, %rdx
	subq	%rdx, %rsp
	movq	128(%rbx), %rsi
1:	subq	$1, %rcx
	jl	2f
	movq	(%rsi,%rcx,8), %rdx
	movq	%rdx, (%rsp,%rcx,8)
	jmp	1b
2:	movsd	64(%rbx), %xmm0
	movsd	72(%rbx), %xmm1
	movsd	80(%rbx), %xmm2
	movsd	88(%rbx), %xmm3
	movsd	96(%rbx), %xmm4
	movsd	104(%rbx), %xmm5
	movsd	112(%rbx), %xmm6
	movsd	120(%rbx), %xmm7
	movq	(%rbx), %rdi
	movq	8(%rbx), %rsi
	movq	16(%rbx), %rdx
	movq	24(%rbx), %rcx
	movq	32(%rbx), %r8
	movq	40(%rbx), %r9
	call	*%rax
	movq	%rax, 144(%rbx)
	movq	%rdx, 152(%rbx)
	movq	%rcx, 160(%rbx)
	movsd	%xmm0, 168(%rbx)
	movsd	%xmm1, 176(%rbx)
	leaq	-16(%rbp), %rsp
	popq	%r12
	popq	%rbx
	popq	%rbp
	ret
END(runtime.reflectcall)

// The code of functions that reflect makes. In: r10 = { this, func(r10, regs), ... } and the arguments.
FUNC(runtime.makefuncstub)
	pushq	%rbp
	movq	%rsp, %rbp
	subq	$192, %rsp
	movq	%rdi, (%rsp)
	movq	%rsi, 8(%rsp)
	movq	%rdx, 16(%rsp)
	movq	%rcx, 24(%rsp)
	movq	%r8, 32(%rsp)
	movq	%r9, 40(%rsp)
	movsd	%xmm0, 64(%rsp)
	movsd	%xmm1, 72(%rsp)
	movsd	%xmm2, 80(%rsp)
	movsd	%xmm3, 88(%rsp)
	movsd	%xmm4, 96(%rsp)
	movsd	%xmm5, 104(%rsp)
	movsd	%xmm6, 112(%rsp)
	movsd	%xmm7, 120(%rsp)
	leaq	16(%rbp), %rax
	movq	%rax, 128(%rsp)
	movq	$0, 136(%rsp)
	movq	%r10, %rdi
	movq	%rsp, %rsi
	movq	8(%r10), %r10
	call	*(%r10)
	movq	144(%rsp), %rax
	movq	152(%rsp), %rdx
	movq	160(%rsp), %rcx
	movsd	168(%rsp), %xmm0
	movsd	176(%rsp), %xmm1
	leave
	ret
END(runtime.makefuncstub)
