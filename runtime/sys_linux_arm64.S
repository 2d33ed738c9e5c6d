/* sys_linux_arm64.S - the raw system call, and those that do not return like others. */
#include "asm.h"
// i64 syscall6(n, a, b, c, d, e, f): -errno when it fails
	.section .text.runtime.syscall6,"ax",%progbits
	.globl	runtime.syscall6
	.p2align 4
	.type	runtime.syscall6, %function
runtime.syscall6:
	mov	x8, x0
	mov	x0, x1
	mov	x1, x2
	mov	x2, x3
	mov	x3, x4
	mov	x4, x5
	mov	x5, x6
	svc	#0
	ret
	.size	runtime.syscall6, .-runtime.syscall6

// i64 clone(u64 flags, void *stack, M *m, G *g0, void (*fn)(void)): makes a thread; there fn runs on the stack as g0 and must
// not return. The thread's number, or -errno.
	.section .text.runtime.clone,"ax",%progbits
	.globl	runtime.clone
	.p2align 4
	.type	runtime.clone, %function
runtime.clone:
	mov	x10, x3                         // the kernel keeps all but x0
	mov	x11, x4
	add	x3, x2, #M_TLS
	mov	x2, #0
	mov	x4, #0
	mov	x8, #220
	svc	#0
	cbz	x0, 1f
	ret
1:	mov	x28, x10
	mov	x29, #0
	mov	x30, #0
	blr	x11
	udf	#0
	.size	runtime.clone, .-runtime.clone

// void sigresume(void *frame, G *g): rt_sigreturn to what the signal frame holds; its x28 is g.
	.section .text.runtime.sigresume,"ax",%progbits
	.globl	runtime.sigresume
	.type	runtime.sigresume, %function
runtime.sigresume:
	mov	x28, x1
	mov	sp, x0
	mov	x8, #139
	svc	#0
	udf	#0
	.size	runtime.sigresume, .-runtime.sigresume
	.section .note.GNU-stack,"",%progbits
