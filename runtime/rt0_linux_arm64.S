/* rt0_linux_arm64.S - the first instructions of every program on arm64.
 * The kernel enters with argc, argv, envp and auxv on the stack and nothing in registers. */
	.text
	.globl	_rt0_arm64_linux
	.type	_rt0_arm64_linux, %function
_rt0_arm64_linux:
	b	_rt0_arm64
	.size	_rt0_arm64_linux, .-_rt0_arm64_linux

// x0: argc, x1: argv
	.globl	_rt0_arm64
	.type	_rt0_arm64, %function
_rt0_arm64:
	ldr	x0, [sp]
	add	x1, sp, #8
	b	runtime.rt0_go
	.size	_rt0_arm64, .-_rt0_arm64
	.section .note.GNU-stack,"",%progbits
