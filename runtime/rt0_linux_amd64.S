/* rt0_linux_amd64.S - the first instructions of every program on amd64.
 * The kernel enters with argc, argv, envp and auxv on the stack and nothing in registers. */
	.text
	.globl	_rt0_amd64_linux
	.type	_rt0_amd64_linux, @function
_rt0_amd64_linux:
	jmp	_rt0_amd64
	.size	_rt0_amd64_linux, .-_rt0_amd64_linux

// rdi: argc, rsi: argv
	.globl	_rt0_amd64
	.type	_rt0_amd64, @function
_rt0_amd64:
	movq	(%rsp), %rdi
	leaq	8(%rsp), %rsi
	jmp	runtime.rt0_go
	.size	_rt0_amd64, .-_rt0_amd64
	.section .note.GNU-stack,"",@progbits
