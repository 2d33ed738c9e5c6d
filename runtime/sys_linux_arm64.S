/* sys_linux_arm64.S - the raw system call. */
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
	.section .note.GNU-stack,"",%progbits
