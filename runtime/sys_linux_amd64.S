/* sys_linux_amd64.S - the raw system call, and those that do not return like others. */
#include "asm.h"
// i64 syscall6(n, a, b, c, d, e, f): -errno when it fails
	.section .text.runtime.syscall6,"ax",@progbits
	.globl	runtime.syscall6
	.p2align 4
	.type	runtime.syscall6, @function
runtime.syscall6:
	movq	%rdi, %rax
	movq	%rsi, %rdi
	movq	%rdx, %rsi
	movq	%rcx, %rdx
	movq	%r8, %r10
	movq	%r9, %r8
	movq	8(%rsp), %r9
	syscall
	ret
	.size	runtime.syscall6, .-runtime.syscall6

// i64 clone(u64 flags, void *stack, M *m, G *g0, void (*fn)(void)): makes a thread; there fn runs on the stack as g0 and must
// not return. The thread's number, or -errno.
	.section .text.runtime.clone,"ax",@progbits
	.globl	runtime.clone
	.p2align 4
	.type	runtime.clone, @function
runtime.clone:
	movq	%r8, %r9                        // fn; the kernel keeps it
	leaq	M_TLS(%rdx), %r8                // thread-local storage: tls[1], %fs:8, is g0 already
	xorl	%edx, %edx
	xorl	%r10d, %r10d
	movl	$56, %eax
	syscall
	testq	%rax, %rax
	jz	1f
	ret
1:	xorl	%ebp, %ebp
	call	*%r9
	ud2
	.size	runtime.clone, .-runtime.clone

// void sigresume(void *frame, G *g): as g, rt_sigreturn to what the signal frame holds.
	.section .text.runtime.sigresume,"ax",@progbits
	.globl	runtime.sigresume
	.type	runtime.sigresume, @function
runtime.sigresume:
	movq	%rsi, %fs:8
	movq	%rdi, %rsp
	movl	$15, %eax
	syscall
	ud2
	.size	runtime.sigresume, .-runtime.sigresume
	.section .note.GNU-stack,"",@progbits
