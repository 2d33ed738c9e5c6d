/* asm_arm64.S - boot, context switch, stack growth, defer frames.
 *
 * g is x28, which no compiler uses. Each routine says what it gets, gives and destroys. Every routine that leaves a goroutine's
 * stack first stores all callee-saved registers there (d8-d15 too), so that whoever looks at the stopped goroutine's stack finds
 * its pointers. */
#include "asm.h"

#define FUNC(name) .section .text.name,"ax",%progbits; .globl name; .p2align 4; .type name,%function; name:
// For debuggers: nobody has called this, the stack ends here.
	.cfi_sections .debug_frame
#define BOTTOM .cfi_startproc; .cfi_undefined x30
#define END(name) .size name, .-name

	.macro	SAVE_ALL                        // 160 bytes below the frame record
	sub	sp, sp, #160
	stp	x19, x20, [sp]
	stp	x21, x22, [sp, #16]
	stp	x23, x24, [sp, #32]
	stp	x25, x26, [sp, #48]
	stp	x27, x28, [sp, #64]
	stp	d8, d9, [sp, #80]
	stp	d10, d11, [sp, #96]
	stp	d12, d13, [sp, #112]
	stp	d14, d15, [sp, #128]
	.endm
	.macro	LOAD_ALL
	ldp	x19, x20, [sp]
	ldp	x21, x22, [sp, #16]
	ldp	x23, x24, [sp, #32]
	ldp	x25, x26, [sp, #48]
	ldr	x27, [sp, #64]
	ldp	d8, d9, [sp, #80]
	ldp	d10, d11, [sp, #96]
	ldp	d12, d13, [sp, #112]
	ldp	d14, d15, [sp, #128]
	add	sp, sp, #160
	.endm
	.macro	ADDR r, s
	adrp	\r, \s
	add	\r, \r, :lo12:\s
	.endm

// runtime.rt0_go(x0 argc, x1 argv): on the system's stack; never returns. m0's g0 gets a 64 KB window of that stack.
FUNC(runtime.rt0_go)
	BOTTOM
	mov	x29, #0
	mov	x30, #0
	mov	x19, x0
	mov	x20, x1
	ADDR	x28, runtime.g0
	mov	x9, sp
	str	x9, [x28, #G_STACK_HI]
	sub	x9, x9, #16, lsl #12
	add	x9, x9, #112
	str	x9, [x28, #G_STACK_LO]
	add	x9, x9, #STACK_GUARD
	str	x9, [x28, #G_STACKGUARD]
	// thread-local storage: only signal handlers read it
	ADDR	x10, runtime.m0
	add	x11, x10, #M_TLS
	str	x11, [x11]
	str	x28, [x11, #8]
	msr	tpidr_el0, x11
	mrs	x12, tpidr_el0
	ldr	x12, [x12, #8]
	cmp	x12, x28
	b.ne	runtime.abort
	str	x28, [x10, #M_G0]
	str	x10, [x28, #G_M]
	bl	runtime.boot0
	bl	runtime.check
	mov	w0, w19
	mov	x1, x20
	bl	runtime.args
	bl	runtime.osinit
	bl	runtime.schedinit
	bl	runtime.newmain
	bl	runtime.mstart
	bl	runtime.abort
	.cfi_endproc
END(runtime.rt0_go)

FUNC(runtime.abort)
	udf	#0
END(runtime.abort)

FUNC(runtime.breakpoint)
	brk	#0
	ret
END(runtime.breakpoint)

// void gogo(G *g): continues g where it stopped. Never returns.
FUNC(runtime.gogo)
	mov	x28, x0
	ldr	x9, [x28, #G_SCHED_SP]
	ldr	x29, [x28, #G_SCHED_BP]
	ldr	x10, [x28, #G_SCHED_PC]
	mov	sp, x9
	br	x10
END(runtime.gogo)

// Entered by gogo for a new goroutine. Calls g.fn, which returns to goexit+4.
FUNC(runtime.gostart)
	ldr	x18, [x28, #G_FN]
	mov	x29, #0
	ADDR	x30, runtime.goexit
	add	x30, x30, #4
	ldr	x9, [x18]
	br	x9
END(runtime.gostart)

// The bottom of every goroutine's stack.
FUNC(runtime.goexit)
	BOTTOM
	nop
	bl	runtime.goexit1
	udf	#0
	.cfi_endproc
END(runtime.goexit)

// void mcall(void (*fn)(G *)): stops g, runs fn(g) on g0. fn must never return; gogo(g) returns from mcall.
FUNC(runtime.mcall)
	stp	x29, x30, [sp, #-16]!
	mov	x29, sp
	SAVE_ALL
	mov	x9, x0
	mov	x0, x28
	mov	x10, sp
	str	x10, [x0, #G_SCHED_SP]
	str	x29, [x0, #G_SCHED_BP]
	adr	x10, .Lmcallback
	str	x10, [x0, #G_SCHED_PC]
	ldr	x10, [x0, #G_M]
	ldr	x28, [x10, #M_G0]
	ldr	x10, [x28, #G_SCHED_SP]
	mov	sp, x10
	mov	x29, #0
	blr	x9
	udf	#0
.Lmcallback:
	LOAD_ALL
	ldp	x29, x30, [sp], #16
	ret
END(runtime.mcall)

// void systemstack(void (*fn)(void *), void *arg): fn(arg) on g0. Direct when already there.
FUNC(runtime.systemstack)
	stp	x29, x30, [sp, #-16]!
	mov	x29, sp
	mov	x9, x0
	mov	x0, x1
	ldr	x10, [x28, #G_M]
	ldr	x11, [x10, #M_G0]
	cmp	x11, x28
	b.eq	1f
	ldr	x12, [x10, #M_GSIGNAL]
	cmp	x12, x28
	b.eq	1f
	SAVE_ALL
	mov	x12, sp
	str	x12, [x28, #G_SCHED_SP]
	str	x29, [x28, #G_SCHED_BP]
	str	x30, [x28, #G_SCHED_PC]
	mov	x19, x28
	mov	x28, x11
	ldr	x12, [x28, #G_SCHED_SP]
	mov	sp, x12
	blr	x9
	mov	x28, x19
	ldr	x12, [x28, #G_SCHED_SP]
	mov	sp, x12
	LOAD_ALL
	ldp	x29, x30, [sp], #16
	ret
1:	blr	x9
	ldp	x29, x30, [sp], #16
	ret
END(runtime.systemstack)

// void savecall(void (*fn)(void *), void *arg): fn(arg) on the same stack, which can be scanned meanwhile by other threads.
FUNC(runtime.savecall)
	stp	x29, x30, [sp, #-16]!
	mov	x29, sp
	mov	x9, x0
	mov	x0, x1
	SAVE_ALL
	mov	x12, sp
	str	x12, [x28, #G_SCHED_SP]
	str	x29, [x28, #G_SCHED_BP]
	str	x30, [x28, #G_SCHED_PC]
	blr	x9
	LOAD_ALL
	ldp	x29, x30, [sp], #16
	ret
END(runtime.savecall)

// The prologue of a function that has no room: README. In: w17, x16 the return address, x30 body, sp the stack arguments.
// Keeps argument registers, x8, x18, and on the way back x0-x7, d0-d7.
FUNC(runtime.morestack)
	ldr	x9, [x28, #G_STACKGUARD]
	tbnz	x9, #63, .Lslow
	ldr	x9, [x28, #G_SEGMENT]
	cbz	x9, .Lslow
	ldr	x10, [x9, #SEG_NEXT]
	cbz	x10, .Lslow
	lsr	w9, w17, #16
	cbnz	w9, .Lslow
.Lenter:                                        // x10: the segment to enter
	mov	x11, sp
	str	x11, [x10, #SEG_OLDSP]
	str	x10, [x28, #G_SEGMENT]
	str	x10, [x28, #G_STACK_HI]
	ldr	x12, [x10, #SEG_LO]
	str	x12, [x28, #G_STACK_LO]
	add	x12, x12, #STACK_GUARD
	str	x12, [x28, #G_STACKGUARD]
	sub	x13, x10, #16
	mov	sp, x13
	stp	x29, x16, [sp]
	mov	x29, sp
	and	x17, x17, #0xffff
	ands	x17, x17, #~7
	b.eq	2f
	sub	x13, x13, x17
	and	x13, x13, #-16
	mov	sp, x13
1:	sub	x17, x17, #8
	ldr	x12, [x11, x17]
	str	x12, [x13, x17]
	cbnz	x17, 1b
2:	mov	x9, x30
	blr	x9
	ldr	x9, [x28, #G_SEGMENT]
	ldr	x10, [x9, #SEG_NEXT]
	cbnz	x10, .Lshed
.Lleave:
	ldr	x10, [x9, #SEG_PREV]
	str	x10, [x28, #G_SEGMENT]
	str	x10, [x28, #G_STACK_HI]
	ldr	x12, [x10, #SEG_LO]
	str	x12, [x28, #G_STACK_LO]
	add	x12, x12, #STACK_GUARD
	str	x12, [x28, #G_STACKGUARD]
	ldr	x11, [x9, #SEG_OLDSP]
	ldp	x29, x30, [x29]
	mov	sp, x11
	ret
.Lslow:
	stp	x29, x16, [sp, #-16]!
	mov	x29, sp
	SAVE_ALL
	sub	sp, sp, #160
	stp	x0, x1, [sp]
	stp	x2, x3, [sp, #16]
	stp	x4, x5, [sp, #32]
	stp	x6, x7, [sp, #48]
	stp	x8, x18, [sp, #64]
	stp	x17, x30, [sp, #80]
	stp	d0, d1, [sp, #96]
	stp	d2, d3, [sp, #112]
	stp	d4, d5, [sp, #128]
	stp	d6, d7, [sp, #144]
	mov	w1, w17
	mov	x0, x28
	ldr	x10, [x28, #G_M]
	ldr	x11, [x10, #M_G0]
	cmp	x11, x28
	b.eq	runtime.badmorestack
	ldr	x12, [x10, #M_GSIGNAL]
	cmp	x12, x28
	b.eq	runtime.badmorestack
	mov	x12, sp
	str	x12, [x28, #G_SCHED_SP]
	str	x29, [x28, #G_SCHED_BP]
	adr	x12, .Lmoreback
	str	x12, [x28, #G_SCHED_PC]
	mov	x19, x28
	mov	x28, x11
	ldr	x12, [x28, #G_SCHED_SP]
	mov	sp, x12
	bl	runtime.newstack                // returns the segment to enter, or 0: run on where we are
	mov	x10, x0
	mov	x28, x19
	ldr	x12, [x28, #G_SCHED_SP]
	mov	sp, x12
	b	.Lmorego
.Lmoreback:                                     // gogo after a preemption
	ldr	x10, [x28, #G_RESUMESEG]
.Lmorego:
	ldp	x0, x1, [sp]
	ldp	x2, x3, [sp, #16]
	ldp	x4, x5, [sp, #32]
	ldp	x6, x7, [sp, #48]
	ldp	x8, x18, [sp, #64]
	ldp	x17, x30, [sp, #80]
	ldp	d0, d1, [sp, #96]
	ldp	d2, d3, [sp, #112]
	ldp	d4, d5, [sp, #128]
	ldp	d6, d7, [sp, #144]
	add	sp, sp, #160
	LOAD_ALL
	ldp	x29, x16, [sp], #16
	cbnz	x10, .Lenter
	mov	x9, x30                         // to body, as its prologue would
	mov	x30, x16
	br	x9
.Lshed:                                         // the segment we leave has a cached one of its own: give it back
	sub	sp, sp, #128
	stp	x0, x1, [sp]
	stp	x2, x3, [sp, #16]
	stp	x4, x5, [sp, #32]
	stp	x6, x7, [sp, #48]
	stp	d0, d1, [sp, #64]
	stp	d2, d3, [sp, #80]
	stp	d4, d5, [sp, #96]
	stp	d6, d7, [sp, #112]
	mov	x1, x9
	ADDR	x0, runtime.shednext
	bl	runtime.systemstack
	ldp	x0, x1, [sp]
	ldp	x2, x3, [sp, #16]
	ldp	x4, x5, [sp, #32]
	ldp	x6, x7, [sp, #48]
	ldp	d0, d1, [sp, #64]
	ldp	d2, d3, [sp, #80]
	ldp	d4, d5, [sp, #96]
	ldp	d6, d7, [sp, #112]
	add	sp, sp, #128
	ldr	x9, [x28, #G_SEGMENT]
	b	.Lleave
END(runtime.morestack)

// bool trycall(body, ctx, rec): body(ctx) with rec linked into g. False when it returned, true when a panic was recovered.
FUNC(runtime.trycall)
	stp	x29, x30, [sp, #-32]!
	mov	x29, sp
	str	x2, [sp, #16]
	ldr	x9, [x28, #G_TRY]
	str	x9, [x2]
	mov	x9, sp
	str	x9, [x2, #TRY_SP]
	stp	x19, x20, [x2, #TRY_REGS]
	stp	x21, x22, [x2, #(TRY_REGS+16)]
	stp	x23, x24, [x2, #(TRY_REGS+32)]
	stp	x25, x26, [x2, #(TRY_REGS+48)]
	str	x27, [x2, #(TRY_REGS+64)]
	stp	d8, d9, [x2, #(TRY_REGS+72)]
	stp	d10, d11, [x2, #(TRY_REGS+88)]
	stp	d12, d13, [x2, #(TRY_REGS+104)]
	stp	d14, d15, [x2, #(TRY_REGS+120)]
	str	xzr, [x2, #TRY_DEFERS]
	ldr	x9, [x28, #G_SEGMENT]
	str	x9, [x2, #TRY_SEGMENT]
	str	x2, [x28, #G_TRY]
	mov	x9, x0
	mov	x0, x1
	blr	x9
	.globl	runtime.trybody
runtime.trybody:                                     // where body returns to: traceback.c knows it by that
	ldr	x2, [x29, #16]
	ldr	x9, [x2]
	str	x9, [x28, #G_TRY]
	mov	w0, #0
	ldp	x29, x30, [sp], #32
	ret
END(runtime.trycall)

// Entered by gogo after a recovery, g's stack cut back to g.try's: returns true from its trycall.
FUNC(runtime.tryreturn)
	ldr	x2, [x28, #G_TRY]
	ldr	x9, [x2, #TRY_SP]
	mov	sp, x9
	mov	x29, sp
	ldp	x19, x20, [x2, #TRY_REGS]
	ldp	x21, x22, [x2, #(TRY_REGS+16)]
	ldp	x23, x24, [x2, #(TRY_REGS+32)]
	ldp	x25, x26, [x2, #(TRY_REGS+48)]
	ldr	x27, [x2, #(TRY_REGS+64)]
	ldp	d8, d9, [x2, #(TRY_REGS+72)]
	ldp	d10, d11, [x2, #(TRY_REGS+88)]
	ldp	d12, d13, [x2, #(TRY_REGS+104)]
	ldp	d14, d15, [x2, #(TRY_REGS+120)]
	ldr	x9, [x2]
	str	x9, [x28, #G_TRY]
	mov	w0, #1
	ldp	x29, x30, [sp], #32
	ret
END(runtime.tryreturn)

// void calldefer(FuncVal *fn, void **frame): stores its frame pointer to *frame, calls fn.
FUNC(runtime.calldefer)
	stp	x29, x30, [sp, #-16]!
	mov	x29, sp
	mov	x9, sp
	str	x9, [x1]
	mov	x18, x0
	ldr	x9, [x0]
	blr	x9
	ldp	x29, x30, [sp], #16
	ret
END(runtime.calldefer)

// callclosure(FuncVal *fn, a, b, c): fn(a, b, c); what fn does not take it does not see.
FUNC(runtime.callclosure)
	stp	x29, x30, [sp, #-16]!
	mov	x29, sp
	mov	x18, x0
	mov	x0, x1
	mov	x1, x2
	mov	x2, x3
	ldr	x9, [x18]
	blr	x9
	ldp	x29, x30, [sp], #16
	ret
END(runtime.callclosure)

// A fault in Go code was turned into a call of this: the handler set x30 to the faulting pc and pushed the old x30.
FUNC(runtime.sigpanic0)
	stp	x29, x30, [sp, #-16]!
	mov	x29, sp
	bl	runtime.sigpanic
	udf	#0
END(runtime.sigpanic0)

// Signal handler: x0 sig, x1 info, x2 context. Runs sighandler as g = m.gsignal on the alternate stack. x28 is g: no code of
// the system that would use x28 runs on our threads (the vDSO is not called on arm64).
FUNC(runtime.sigtramp)
	stp	x29, x30, [sp, #-32]!
	mov	x29, sp
	str	x28, [sp, #16]
	mov	x3, x28
	ldr	x9, [x28, #G_M]
	ldr	x28, [x9, #M_GSIGNAL]
	bl	runtime.sighandler
	ldr	x28, [sp, #16]
	ldp	x29, x30, [sp], #32
	ret
END(runtime.sigtramp)

FUNC(runtime.sigreturn)
	mov	x8, #139
	svc	#0
	udf	#0
END(runtime.sigreturn)

	.section .note.GNU-stack,"",%progbits

// runtime.reflectcall(x0 code, x1 closure, x2 regs): stdlib/reflect/call.go has regs. Takes at most 24 words of arguments, so that it
// needs no stack check.
FUNC(runtime.reflectcall)
	stp	x29, x30, [sp, #-32]!
	mov	x29, sp
	str	x19, [sp, #16]
	mov	x19, x2
	mov	x9, x0
	mov	x18, x1
	ldr	x10, [x19, #136]
	add	x11, x10, #1
	and	x11, x11, #-2
	sub	sp, sp, x11, lsl #3
	ldr	x11, [x19, #128]
	mov	x12, sp
1:	cbz	x10, 2f
	sub	x10, x10, #1
	ldr	x13, [x11, x10, lsl #3]
	str	x13, [x12, x10, lsl #3]
	b	1b
2:	ldp	d0, d1, [x19, #64]
	ldp	d2, d3, [x19, #80]
	ldp	d4, d5, [x19, #96]
	ldp	d6, d7, [x19, #112]
	ldp	x0, x1, [x19]
	ldp	x2, x3, [x19, #16]
	ldp	x4, x5, [x19, #32]
	ldp	x6, x7, [x19, #48]
	blr	x9
	stp	x0, x1, [x19, #144]
	str	x2, [x19, #160]
	stp	d0, d1, [x19, #168]
	mov	sp, x29
	ldr	x19, [sp, #16]
	ldp	x29, x30, [sp], #32
	ret
END(runtime.reflectcall)

// The code of functions that reflect makes. In: x18 = { this, func(x18, regs), ... } and the arguments.
FUNC(runtime.makefuncstub)
	stp	x29, x30, [sp, #-208]!
	mov	x29, sp
	stp	x0, x1, [sp, #16]
	stp	x2, x3, [sp, #32]
	stp	x4, x5, [sp, #48]
	stp	x6, x7, [sp, #64]
	stp	d0, d1, [sp, #80]
	stp	d2, d3, [sp, #96]
	stp	d4, d5, [sp, #112]
	stp	d6, d7, [sp, #128]
	add	x9, sp, #208
	stp	x9, xzr, [sp, #144]
	mov	x0, x18
	add	x1, sp, #16
	ldr	x18, [x18, #8]
	ldr	x9, [x18]
	blr	x9
	ldp	x0, x1, [sp, #160]
	ldr	x2, [sp, #176]
	ldp	d0, d1, [sp, #184]
	ldp	x29, x30, [sp], #208
	ret
END(runtime.makefuncstub)
