/* sys_linux_amd64.S - the raw system call. */
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
	.section .note.GNU-stack,"",@progbits
