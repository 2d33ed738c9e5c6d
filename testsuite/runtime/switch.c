/* A million switches between goroutines: every callee-saved register, the stack pointer and the frame pointer come back. */
#include "test.h"

u64 switch_once(u64 seed) __asm__("test.switch_once");

enum { ROUNDS = 500000 };
static i64 rounds;
static bool stop;

/* switch_once(seed): fills the callee-saved registers with seed, seed+1, ..., gives up the processor, and returns the sum of
 * what they differ by afterwards. */
#if defined(__x86_64__)
__asm__(
	".text\n.globl test.switch_once\ntest.switch_once:\n"
	"push %rbp\nmov %rsp,%rbp\npush %rbx\npush %r12\npush %r13\npush %r14\npush %r15\npush %rdi\n"
	"mov %rdi,%rbx\nlea 1(%rdi),%r12\nlea 2(%rdi),%r13\nlea 3(%rdi),%r14\nlea 4(%rdi),%r15\n"
	"call runtime.gosched\n"
	"mov (%rsp),%rdi\nlea -48(%rbp),%rcx\n"
	"mov %rbx,%rax\nsub %rdi,%rax\n"
	"sub %rdi,%r12\nsub $1,%r12\nor %r12,%rax\n"
	"sub %rdi,%r13\nsub $2,%r13\nor %r13,%rax\n"
	"sub %rdi,%r14\nsub $3,%r14\nor %r14,%rax\n"
	"sub %rdi,%r15\nsub $4,%r15\nor %r15,%rax\n"
	"sub %rsp,%rcx\nor %rcx,%rax\n"
	"pop %rdi\npop %r15\npop %r14\npop %r13\npop %r12\npop %rbx\npop %rbp\nret\n");
#else
__asm__(
	".text\n.globl test.switch_once\ntest.switch_once:\n"
	"stp x29,x30,[sp,#-112]!\nmov x29,sp\nstp x19,x20,[sp,#16]\nstp x21,x22,[sp,#32]\nstp x23,x24,[sp,#48]\nstp x25,x26,[sp,#64]\n"
	"str x27,[sp,#80]\nstr d8,[sp,#88]\nstp x0,xzr,[sp,#96]\n"
	"mov x19,x0\nadd x20,x0,#1\nadd x21,x0,#2\nadd x22,x0,#3\nadd x23,x0,#4\nadd x24,x0,#5\nadd x25,x0,#6\nadd x26,x0,#7\nadd x27,x0,#8\n"
	"fmov d8,x0\n"
	"bl runtime.gosched\n"
	"ldr x1,[sp,#96]\nmov x2,sp\nsub x0,x29,x2\n"
	"sub x2,x19,x1\norr x0,x0,x2\n"
	"sub x2,x20,x1\nsub x2,x2,#1\norr x0,x0,x2\n"
	"sub x2,x21,x1\nsub x2,x2,#2\norr x0,x0,x2\n"
	"sub x2,x22,x1\nsub x2,x2,#3\norr x0,x0,x2\n"
	"sub x2,x23,x1\nsub x2,x2,#4\norr x0,x0,x2\n"
	"sub x2,x24,x1\nsub x2,x2,#5\norr x0,x0,x2\n"
	"sub x2,x25,x1\nsub x2,x2,#6\norr x0,x0,x2\n"
	"sub x2,x26,x1\nsub x2,x2,#7\norr x0,x0,x2\n"
	"sub x2,x27,x1\nsub x2,x2,#8\norr x0,x0,x2\n"
	"fmov x3,d8\nsub x2,x3,x1\norr x0,x0,x2\n"
	"ldp x19,x20,[sp,#16]\nldp x21,x22,[sp,#32]\nldp x23,x24,[sp,#48]\nldp x25,x26,[sp,#64]\nldr x27,[sp,#80]\nldr d8,[sp,#88]\n"
	"ldp x29,x30,[sp],#112\nret\n");
#endif

static void
other(void)
{
	while (!stop) {
		CHECK("registers of the other goroutine", switch_once(~(u64)rounds * 977), 0);
		rounds++;
	}
}

void
main_main(void)
{
	static FuncVal fn = {other};
	i64 i;

	runtime_newproc(&fn);
	for (i = 0; i < ROUNDS; i++)
		CHECK("registers", switch_once((u64)i * 0x9E3779B97F4A7C15ull), 0);
	stop = true;
	if (rounds < ROUNDS / 2)
		fail("the other goroutine did not run", rounds, ROUNDS);
	prints("ok\n");
}
