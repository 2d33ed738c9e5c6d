/* runtime.h - the data model of the runtime.
 *
 *   G        a goroutine: its stack segments, saved context, panics, what it waits for
 *   M        a thread of the system: g0 (its scheduling stack), the goroutine it runs
 *   P        the right to run Go code: run queue, allocation cache
 *   Segment  one piece of a goroutine's stack; its header lies at the upper end
 *   MSpan    a run of pages of objects of one size; MCentral: spans of one class; MHeap: all pages
 *   Hmap     a map (map.c); Hchan a channel (chan.c); Sudog a G in a wait queue
 *   Panic    a running panic or Goexit, on the stack of gopanic
 *
 * A symbol that generated code or assembly uses is `runtime.name` for the linker and runtime_name in C: SYM(name). Functions
 * that say NOSPLIT() run on g0 or a signal stack, or need no more than STACK_UNCHECKED bytes. Everything else is checked. */
#ifndef MINIGO_RUNTIME_H
#define MINIGO_RUNTIME_H

#include <stddef.h>
#include "abi/abi.h"

typedef uintptr_t uintptr;
typedef uint8_t u8; typedef uint16_t u16; typedef uint32_t u32; typedef uint64_t u64;
typedef int32_t i32; typedef int64_t i64;

#define SYM(n) __asm__("runtime." #n)
#ifdef HOSTTEST                              /* unit tests on the host (testsuite/runtime/host): no stack checks, parts, register for g */
#define NOSPLIT() ((void)0)
#else
#define NOSPLIT() __asm__ volatile("#NOSPLIT")
#endif
/* In the function fn: when fn is part of the program, so is hook, and boot calls it with each of the stages below, maybe more
 * than once. By this what only some programs need enters the core, which must not refer to it (README, "Parts"). fn is NOINLINE: where
 * its body is a part of another function its own section is unreachable, and the hook as well. */
#ifdef HOSTTEST
#define PART(fn, hook) ((void)hook)
#else
#define PART(fn, hook) __asm__ volatile(".pushsection .rtparts,\"ao\",@progbits,%c0\n\t.quad\t%c1\n\t.popsection" :: "i"(fn), "i"(hook))
#endif
enum { PART_INIT, PART_MAIN };               /* late in schedinit, on g0; in runtime.main, before the inits */
#define NORETURN __attribute__((noreturn))
#define COLD __attribute__((cold, noinline, minsize))
#define NOINLINE __attribute__((noinline))
#define INLINE static inline __attribute__((always_inline))
#define likely(x) __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)
#define NELEM(a) (sizeof(a) / sizeof((a)[0]))
#define ROUNDUP(x, n) (((x) + (n) - 1) & ~((u64)(n) - 1))
#define LIT(s) (GoString){(const u8 *)(s), sizeof(s) - 1}

typedef struct G G;
typedef struct M M;
typedef struct P P;
typedef struct Panic Panic;
typedef struct Segment Segment;
typedef struct MSpan MSpan;
typedef struct Sudog Sudog;
typedef struct Hchan Hchan;
typedef struct Hmap Hmap;

typedef struct Pair { u64 a, b; } Pair;      /* two words in registers: the "bb", "lb" ... results of rtcall.def */
typedef struct PtrBool { void *p; u64 ok; } PtrBool;

enum { Gidle, Grunnable, Grunning, Gsyscall, Gwaiting, Gdead = 6 };
enum { Pidle, Prunning, Psyscall, Pgcstop, Pdead };
enum { Mstarting, Mrunning, Mspinning, Mnop, Midle, Mlocked, Msyscall, Mdead };   /* the debug build keeps it */

/* Shared fields are read and written by these. A load is sequentially consistent, a store releases; read-modify-writes are
 * sequentially consistent; where a store must be ordered before a later load there is a fence. */
#define aload(p) __atomic_load_n(p, __ATOMIC_SEQ_CST)
#define astore(p, v) __atomic_store_n(p, v, __ATOMIC_RELEASE)
#define axchg(p, v) __atomic_exchange_n(p, v, __ATOMIC_SEQ_CST)
#define aadd(p, d) __atomic_add_fetch(p, d, __ATOMIC_SEQ_CST)    /* the new value */
#define acas(p, old, new) __sync_bool_compare_and_swap(p, old, new)
#define fence() __atomic_thread_fence(__ATOMIC_SEQ_CST)

/* Held for short times by threads; may be taken on any stack. While one is held the goroutine is not preempted. README has the
 * order in which they are taken. */
typedef struct Lock { u32 key; } Lock;       /* 0 free, 1 held, 2 held and somebody sleeps */
typedef struct Note { u32 key; } Note;       /* one thread sleeps until another wakes it, once */

struct G {
	uintptr stack_lo, stack_hi, stackguard;      /* of the current segment; offsets in abi.h */
	i32 critical, wbenabled;
	M *m;
	uintptr sched_sp, sched_pc, sched_bp;        /* valid while not running */
	void *defer;
	Panic *panic;
	Segment *segment;
	TryRec *try;
	FuncVal *fn;                                 /* entry; G_FN in asm.h */
	Segment *resumeseg;                          /* preempted in morestack: the segment to enter; G_RESUMESEG */
	P *p;                                        /* while running: m->p */
	u64 goid, parent;
	u32 status;
	u8 waitreason, lockedext, system, preempt;
	bool paniconfault, throwing, stackgone;      /* stackgone: dead, and its stack was given back (stack_drop) */
	G *schedlink;                                /* run queue, free list */
	G *alllink, *tracelink;                      /* allgs; tracebackothers */
	void *param;                                 /* what woke it */
	Sudog *waiting;                              /* select: its sudogs in lock order */
	uintptr startpc, gopc;
	u64 stacksize;                               /* sum of its segments */
	i32 sig; u32 sigcode; uintptr sigaddr, sigpc;/* the fault that became a panic */
	i64 waitsince;                               /* GC noticed that it waits */
	u32 selectdone;
	u32 color;                                   /* where its stack begins: not all in the same lines of the processor's caches */
	M *lockedm;
	u32 gcscan;                                  /* gcmark.c: the cycle its stack was scanned in */
	void *async, *asyncbuf;                      /* preempted by a signal: the saved signal frame (preempt.c); its memory */
};

struct M {
	G *g0, *curg;
	G *gsignal;
	P *p;
	uintptr tls[4];                              /* amd64: tls[1] is g */
	i64 id;
	u64 rand;
	i32 locks, dying, lockedint, lockedext;      /* locks > 0: not to be preempted */
	i32 procid;                                  /* the system's number of the thread; 0: not running yet */
	G *lockedg;
	M *alllink, *schedlink;
	P *nextp;                                    /* given to it while parked */
	P *oldp;                                     /* held before the system call it is in */
	void (*startfn)(void);
	bool (*waitunlock)(G *, void *);             /* gopark */
	void *waitlock;
	Note park;
	bool spinning, blocked;
	u32 signalpending, printlock, syscalltick;
	u32 exiting;                                 /* its thread still uses its stacks */
	u64 sigmask;                                 /* of signals, from when it can take them (mstart1) */
#ifdef RTDEBUG
	u32 state;                                   /* Midle, ...: what it does, as debug.c has followed it */
	u64 nlocks;                                  /* locks taken so far */
#endif
};

#define RUNQ 256
typedef struct CacheSlot { uintptr next, end; u32 *types; MSpan *span; } CacheSlot;
#define NCLASSES 68
typedef struct MCache { CacheSlot alloc[NCLASSES * 2]; } MCache;  /* [2*class + noscan] */

typedef struct WorkBuf WorkBuf;
enum { LATER = 8 };
typedef struct GcWork {                      /* of the collector (gcmark.c) */
	WorkBuf *buf;
	u64 marked, scanned;                         /* bytes */
	i64 debt;
	u64 nlater;
	uintptr later[LATER];                        /* words that may be pointers; their spans are being fetched */
} GcWork;

typedef struct Timer Timer;
typedef struct Timers { Lock lock; Timer **heap; i64 n, cap; i64 minwhen; u64 seq; } Timers;    /* minwhen: 0 none */

struct P {
	i32 id;
	u32 status;
	M *m;
	P *link;                                     /* idle list */
	u32 runqhead, runqtail;                      /* thieves move head, the owner tail */
	G *runnext;
	u32 schedtick, syscalltick;                  /* one more for each goroutine run, each system call */
	u32 seenschedtick, seensyscalltick;          /* sysmon's */
	i64 schedwhen, syscallwhen;
	u32 rand;
	bool runsafepoint;
	i32 ngfree;
	u64 goidnext, goidend;
	G *gfree;
	Sudog *sudogs;
	i32 nsudogs;
	Timers timers;
	G *runq[RUNQ];
	MCache mcache;
	GcWork gcwork;
};

struct Segment { Segment *prev, *next; uintptr lo, oldsp; u64 size; u64 pad; };
struct Panic { Panic *link; void *frame; TryRec *try; Eface arg; bool recovered, aborted, goexit, repanicked, printed; GoString text; u8 how; };

typedef struct Sched {
	u64 goidgen;
	i64 lastpoll;                                /* 0: an M sleeps in the poller */
	i64 polluntil;                               /* when it wakes; 0: not before it is woken */
	i32 ngsys, maxmcount, mcount, nprocs, ncpu, nallgs, ngfree;
	Lock lock;                                   /* guards from here to gcwaiting, and allms */
	M *midle;
	i32 nmidle, nmidlelocked, nmsys;
	P *pidle;
	i32 npidle, nmspinning;                      /* changed with atomics, npidle under lock */
	G *runqhead, *runqtail;
	i32 runqsize;
	u32 gcwaiting;                               /* the world is to stop */
	i32 stopwait;
	Note stopnote;
	u32 sysmonwait;
	Note sysmonnote, pollnote;
	u32 freezing;                                /* dying: nobody runs on */
	Lock glock;                                  /* allgs, nallgs, gfree, ngfree */
	G *gfree, *allgs;
	M *allms, *mfree;                            /* under lock; mfree: their threads have ended or will */
	i64 midgen;
} Sched;

extern G runtime_g0 SYM(g0);
extern M runtime_m0 SYM(m0);
extern Sched sched;
#define MAXPROCS 1024
extern P *allp[MAXPROCS + 1];                     /* 0 behind the last */
extern u64 boot_t0;
extern bool boottrace_on, boottrace_regs, inittrace_on;
extern i32 argc; extern u8 **argv, **envs;
extern u64 physpagesize;
extern u64 hashseed[4];

#ifdef HOSTTEST
extern G *host_g;
#endif
static inline G *
getg(void)
{
#if defined(HOSTTEST)
	return host_g;
#elif defined(__x86_64__)
	return *(G *__attribute__((address_space(257))) *)8;
#else
	G *g;
	__asm__("mov %0, x28" : "=r"(g));
	return g;
#endif
}

/* asm_$ARCH.S */
void gogo(G *) NORETURN SYM(gogo);
void mcall(void (*fn)(G *)) SYM(mcall);                          /* fn runs on g0 and must not return */
void systemstack(void (*fn)(void *), void *arg) SYM(systemstack);
void savecall(void (*fn)(void *), void *arg) SYM(savecall);
void goexit(void) NORETURN SYM(goexit);
void gostart(void) SYM(gostart);
void tryreturn(void) SYM(tryreturn);
void calldefer(FuncVal *fn, void **frame) SYM(calldefer);        /* stores its frame pointer to *frame, calls fn */
bool runtime_trycall(void *body, void *ctx, TryRec *rec) SYM(trycall);
void runtime_morestack(void) SYM(morestack);
void callclosure(FuncVal *fn, u64 a, u64 b, u64 c) SYM(callclosure);     /* fn(a, b, c), for up to three arguments in registers */
void runtime_sigpanic0(void) SYM(sigpanic0);
i64 clone(u64 flags, void *stack, M *m, G *g0, void (*fn)(void)) SYM(clone);   /* a thread that runs fn as g0 */
void sigresume(void *frame, G *g) NORETURN SYM(sigresume);             /* rt_sigreturn with the frame's state */
void sigtramp(void) SYM(sigtramp);
void sigreturn(void) SYM(sigreturn);
void breakpoint(void) SYM(breakpoint);
i64 syscall6(i64 n, i64 a, i64 b, i64 c, i64 d, i64 e, i64 f) SYM(syscall6);   /* -errno when it fails */

/* os_linux.c */
void exit(i32 status) NORETURN SYM(exit);
i64 write(i32 fd, const void *p, i64 n);
void *sysmmap(void *hint, u64 n, i32 prot, i32 flags);           /* 0 when it fails */
void munmap(void *p, u64 n);
void madvise(void *p, u64 n, i32 advice);
void usleep(i64 ns);
void osyield(void);
void futexsleep(u32 *p, u32 val, i64 ns);                        /* until woken, or *p is not val; ns < 0: for ever */
void futexwake(u32 *p, i32 n);
i32 gettid(void);
void threadname(const char *name);
void tgkill(i32 tid, i32 sig);
i32 getncpu(void);
void *sigaction(i32 sig, void *handler);                         /* gives the one before */
void sigaltstack(void *lo, u64 n);
u64 sigsetmask(u64 mask);
void raise_default(i32 sig) NORETURN;
i64 runtime_nanotime(void) SYM(nanotime);
i64 realnanotime(void);                                          /* whatever clockhook says */
extern i64 (*clockhook)(bool wall);                              /* vdso.c or schedtest.c: instead of system calls, ns */
void vdsopart(i32 stage);
void exitthread(u32 *gone) NORETURN;                             /* *gone becomes 0 when its stack is not used any more */
i64 threadtime(i32 tid);                                         /* CPU time */
Pair runtime_walltime(void) SYM(walltime);

/* env.c */
void args(i32 c, u8 **v) SYM(args);
GoString gogetenv(const char *name);
i64 parsenum(GoString s);                                        /* -1 when it is none */
bool godebug(const char *key, i64 *val);
i64 cgroup_procs(GoString membership, GoString root);            /* cgroup.c */
i64 runtime_defaultprocs(void) SYM(defaultprocs);
void check(void) SYM(check);

/* boot.c */
void bt(const char *name);                                       /* one boot step; the calls below add to its line */
void bt_str(const char *k, GoString v);
void bt_int(const char *k, i64 v);
void bt_hex(const char *k, u64 v);
void bt_end(void);
void parts(i32 stage);

/* stack.c */
void stackinit(void);
void *stackalloc(u64 size); void stackfree(void *p, u64 size);
void stack_new(G *g, u64 size);                                  /* first segment */
void stack_setseg(G *g, Segment *s);
void stack_drop(G *g);                                           /* a dead one's memory, to the system; undone by stack_restore */
void stack_restore(G *g);
void stack_trim(void *);                                         /* on g0: the memory of free segments */
void stack_shed(G *g, Segment *s);                               /* frees what lies above s */
#define STACK_PREEMPT ((uintptr)-1314)

/* malloc.c */
void mallocinit(void);
void *runtime_mallocgc(i64 size, Type *t, bool zero) SYM(mallocgc);
void *runtime_newobject(Type *t) SYM(newobject);
void *persistentalloc(u64 n);                                    /* zeroed, never freed, not scanned */
void *pagealloc(u64 npages);                                     /* zeroed pages outside of spans (stacks) */
u64 roundupsize(u64 n, bool noscan);
void *spanof_base(void *p, MSpan **s);                           /* start of the object that holds p, or 0 */
void malloc_setgroups(void *p, const MapType *t);                /* p holds groups of t */
extern Type type_conservative;                                   /* for the runtime's own objects: all words may be pointers */
void runtime_memmove(void *d, const void *s, i64 n) SYM(memmove);
void runtime_memclr(void *p, i64 n) SYM(memclr);
bool runtime_memequal(const void *a, const void *b, i64 n) SYM(memequal);
void runtime_typedmemmove(Type *t, void *d, const void *s) SYM(typedmemmove);
void runtime_typedmemclr(Type *t, void *p) SYM(typedmemclr);
typedef struct MemStat {
	u64 mapped, inuse, total, nmalloc, nfree, ngc, nforced, pausens, next;
	u64 spans, idle, released, stacks, meta, gcsys, lastgc, gccpu, objects, mcache;   /* bytes; pages in spans, free, returned; ...; ns */
} MemStat;
extern u64 stacksys;                                             /* memory for stacks */
extern MemStat memstat;
extern void (*memstats)(void);                                   /* brings memstat up to date; 0: there is no allocator */

/* barrier.c */
extern u32 writeBarrier SYM(writeBarrier);                       /* the collector marks */
extern void (*gc_shade)(uintptr p);
void runtime_wbtyped(Type *t, void *p, i64 n) SYM(wbtyped);
static inline void
wb_slot(void *slot)                                              /* is about to be overwritten, in the heap or a variable */
{
	uintptr old;

	if (likely(!writeBarrier))
		return;
	old = __atomic_load_n((uintptr *)slot, __ATOMIC_RELAXED);
	if (old)
		gc_shade(old);
}
static inline void
wb_typed(const Type *t, void *p, i64 n)                          /* n values */
{
	if (unlikely(writeBarrier && t->ptrdata))
		runtime_wbtyped((Type *)t, p, n);
}

/* gc.c */
extern bool gc_parallel;                                         /* several Ms may mark */
void gc_scang(G *g);
void gcinit(void);

/* alg.c */
u64 runtime_memhash(const void *p, u64 seed, i64 n) SYM(memhash);
u64 runtime_strhash(const GoString *s, u64 seed) SYM(strhash);
u64 runtime_nilinterhash(const Eface *e, u64 seed) SYM(nilinterhash);
bool runtime_efaceeq(Type *t, void *a, void *b) SYM(efaceeq);
static inline bool streq(GoString a, GoString b) { return a.n == b.n && runtime_memequal(a.p, b.p, a.n); }

/* string.c */
GoString cstring(const char *s);
GoString strcat3(GoString a, GoString b, GoString c);
i64 runtime_cmpstring(const u8 *a, i64 an, const u8 *b, i64 bn) SYM(cmpstring);
void runtime_stringtoslicebyte(GoSlice *out, const u8 *p, i64 n) SYM(stringtoslicebyte);

/* iface.c */
Itab *runtime_getitab(InterfaceType *i, Type *t, bool canfail) SYM(getitab);
Itab *itab_find(InterfaceType *i, Type *t);
GoString itab_fill(Itab *m);                                     /* name of a missing method, or empty */
Uncommon *type_uncommon(Type *t);

/* print.c */
void runtime_printlock(void) SYM(printlock);
void runtime_printunlock(void) SYM(printunlock);
void runtime_printstring(const u8 *p, i64 n) SYM(printstring);
void runtime_printint(i64 v) SYM(printint);
void runtime_printuint(u64 v) SYM(printuint);
void runtime_printhex(u64 v) SYM(printhex);
void runtime_printbool(bool v) SYM(printbool);
void runtime_printfloat(double v) SYM(printfloat);
void runtime_printfloat32(float v) SYM(printfloat32);
void runtime_printcomplex(double r, double i) SYM(printcomplex);
void runtime_printcomplex64(float r, float i) SYM(printcomplex64);
void runtime_printpointer(void *p) SYM(printpointer);
void runtime_printeface(Type *t, void *d) SYM(printeface);
void runtime_printnl(void) SYM(printnl);
void prints(const char *s);
void printstr(GoString s);
void printflush(void);
void printsink(u8 *p, i64 n);                                    /* 0: back to standard error */
i64 printed(void);                                               /* bytes in the sink */

/* panic.c */
void throw(const char *s) NORETURN COLD SYM(throw);              /* "fatal error: ...": the runtime's or the system's fault */
void fatalthrow(const char *s) NORETURN COLD;                    /* the user's: no runtime frames */
void panicstr(const char *s) NORETURN COLD SYM(panicstr);        /* a runtime.Error "runtime error: s" */
void panicplain(const char *s) NORETURN COLD SYM(panicplain);    /* a runtime.Error with just s */
void runtime_gopanic(Type *t, void *d) NORETURN SYM(gopanic);
void runtime_panicmem(void) NORETURN SYM(panicmem);
void runtime_panicnil(void) NORETURN SYM(panicnil);
void dofatal(G *g, uintptr pc, uintptr bp) NORETURN;             /* tracebacks as GOTRACEBACK says, exit 2 */

/* symtab.c */
typedef struct FuncInfo { uintptr entry, end; const u8 *data; u64 flags; } FuncInfo;
typedef struct Frame { GoString func, file; i64 line, startline; uintptr entry, pc; bool inlined, wrapper, noargs; } Frame;
bool findfunc(uintptr pc, FuncInfo *f);
i32 pcframes(FuncInfo *f, uintptr pc, Frame *out, i32 max);      /* innermost first */
bool in_text(uintptr pc);
bool iswrapper(uintptr pc);
GoString funcname(uintptr pc);

/* traceback.c */
typedef struct Unwind { uintptr pc, bp; G *g; bool done; } Unwind;
void unwind_init(Unwind *u, G *g, uintptr pc, uintptr bp);
void unwind_next(Unwind *u);
void traceback(G *g, uintptr pc, uintptr bp);
void tracebackothers(G *me);
extern bool tracesystem;
i64 tracecopy(u8 *p, i64 n, bool all);                            /* traceback as text into a buffer */

/* sigregs.c */
void dumpregs(void *ctx);                                         /* of the interrupted code; ctx: the signal frame */
void dumpcode(uintptr pc);
extern void *dyingctx;                                           /* panic.c: the frame of the signal the program dies by */

/* signal.c */
void initsig(void);
void printsigname(i32 sig);                                      /* "SIGSEGV: segmentation violation" */
extern bool (*sigsend)(i32 sig);                                 /* sigqueue.c's, if the program asks for signals: it has taken it */
extern const u64 sigcaught;                                      /* bits: signals that have the handler from the beginning */
void runtime_sigpipe(void) SYM(sigpipe);
extern void (*faultaddress)(uintptr addr);                       /* panics with an address; setpaniconfault sets it */
extern void (*faultpanic)(void);                                 /* where a goroutine that faulted goes on */
void minitsig(M *m);                                             /* this thread's signal stack */

/* proc.c: what every program has */
void osinit(void) SYM(osinit);
void schedinit(void) SYM(schedinit);
void mstart(void) SYM(mstart);
void runtime_newmain(void) SYM(newmain);
void runtime_main(void) SYM(main);
G *newg(void);                                                   /* with a stack; dead, in no list */
void gstart(G *g, FuncVal *fn, uintptr callerpc);                /* it will call fn */
void execute(G *g) NORETURN;
void goexit1(void) SYM(goexit1);
void pinit(P *p, i32 id);
void minit(M *m);
void gopark(bool (*unlock)(G *, void *), void *lock, u8 reason); /* unlock, if any, runs on g0; false: go on at once */
void goready(G *g);
void runtime_gosched(void) SYM(gosched);
void deadlock(void) NORETURN;
void deadlock_m(G *g);                                           /* by mcall */
const char *waitreason(u8 r);
u32 fastrand(void);
u64 fastrand64(void);
extern bool mainstarted;
static inline M *acquirem(void) { M *m = getg()->m; m->locks++; __asm__ volatile("" ::: "memory"); return m; }
static inline void
releasem(M *m)
{
	G *g = getg();

	__asm__ volatile("" ::: "memory");
	if (--m->locks == 0 && unlikely(g->preempt))
		astore(&g->stackguard, (uintptr)-1314);
}

/* What the core may ask of the scheduler; schedops is 0 in programs without goroutines and timers (README, "Parts"). */
typedef struct SchedOps {
	void (*park)(G *), (*gosched)(G *), (*goexit)(G *);      /* by mcall */
	void (*ready)(G *);
	G *(*newsystemg)(FuncVal *);
	void (*asyncresume)(G *), (*gopreempt)(G *);
	G *(*sigpreempt)(u8 *ctx, G *g);
	void (*lockslow)(Lock *);
	bool (*gcacquire)(bool wait);                            /* the right to stop the world */
	void (*gcrelease)(void), (*stopworld)(void), (*startworld)(void);
	void (*timersmark)(void (*mark)(uintptr)), (*timerssweep)(bool (*reached)(uintptr));
	void (*asyncregs)(G *g, uintptr *lo, uintptr *hi);
	void (*freeze)(void);
	i32 (*gcount)(void);
	void (*setprocs)(i32), (*toomany)(void);
	void (*syscall)(void *arg);                              /* by savecall */
	void (*dropstacks)(void);
} SchedOps;
extern const SchedOps *schedops;

/* gopark for channels and the like: behind a switch of stacks the processor predicts every return wrongly, so there should be few. */
INLINE void
gopark_inline(bool (*unlock)(G *, void *), void *lock, u8 reason)
{
	G *g = getg();

	g->waitreason = reason;
	g->m->waitunlock = unlock;
	g->m->waitlock = lock;
	mcall(likely(schedops != 0) ? schedops->park : deadlock_m);
}
typedef struct PollOps {                                         /* netpoll.c, in programs that wait for descriptors */
	G *(*poll)(i64 delay);                                   /* what became ready, a list; delay < 0: waits for ever */
	bool (*waiting)(void);
	void (*wake)(void);
} PollOps;
extern const PollOps *pollops;
extern void (*fileopened)(void *file);                           /* os.registerOpened, in these programs */

/* schedtest.c: GODEBUG=schedseed, schedstress */
enum { TEST_SEED = 1, TEST_STRESS };
extern u32 schedtest;
extern i32 testprocs;                                            /* with a seed: what GOMAXPROCS gives; there is one P */
void test_init(void);
void test_start(void);
bool test_yield(G *g);
void test_window(void);
void test_acquirep(M *m);
void test_releasep(M *m);
G *test_find(P *p, i64 *now, i64 *until);
void test_slept(i64 t0);
void test_sysmon(bool (*retake)(P *, i64)) NORETURN;
#define WINDOW() do { if (unlikely(schedtest)) test_window(); } while (0)     /* between two steps that other threads may come between */

/* debug.c: in runtime_debug.a a transition that README does not have is fatal, and there are hooks for tests */
#ifdef RTDEBUG
enum { DEBUGBUILD = 1 };
void setgstatus(G *g, u32 to);
void setpstatus(P *p, u32 to);
void setmstate(M *m, u32 to);
bool mstate_legal(M *m, u32 to);
void debug_hooks(void);
#else
enum { DEBUGBUILD = 0 };
static inline void setgstatus(G *g, u32 to) { astore(&g->status, to); }
static inline void setpstatus(P *p, u32 to) { astore(&p->status, to); }
#define setmstate(m, to) ((void)0)
#define debug_hooks() ((void)0)
#endif

/* lock.c */
void lock(Lock *l);
void unlock(Lock *l);
static inline void
lock_inline(Lock *l)
{
	getg()->m->locks++;
#ifdef RTDEBUG
	getg()->m->nlocks++;
#endif
	if (unlikely(!acas(&l->key, 0, 1)))
		schedops->lockslow(l);
}
static inline void
unlock_inline(Lock *l)
{
	if (unlikely(axchg(&l->key, 0) == 2))
		futexwake(&l->key, 1);
	releasem(getg()->m);
}
/* mthread.c */
void notewakeup(Note *n);
void notesleep(Note *n);
bool notetsleep(Note *n, i64 ns);                                /* false: time is over; ns < 0: no limit */
static inline void noteclear(Note *n) { astore(&n->key, 0); }

/* sched.c, mthread.c, stw.c, sysmon.c: a part; the core does not refer to them */
void runtime_newproc(FuncVal *fn) SYM(newproc);
void schedule(void) NORETURN;
void sched_park(G *g);                                           /* by mcall */
void sched_ready(G *g);
void sched_gosched(G *g);                                        /* by mcall */
void sched_start(void);                                          /* in main's beginning: the other Ps, sysmon */
G *newsystemg(FuncVal *fn);
i32 gcount(void);
void gopreempt(G *g) NORETURN;                                   /* on g0: g is runnable again */
void sched_safepoint(G *g);                                      /* on g0: the same, or returns (schedtest.c) */
void runqput(P *p, G *g, bool next);
G *runqget(P *p, bool *inherit);
bool runqempty(P *p);
void globrunqput(G *g);
G *runqsteal(P *p, P *from, bool stealnext);
G *globrunqget(P *p, i32 max);
void injectglist(G *list);
void wakep(void);
void startm(P *p, bool spinning);
void stopm(void);
void mexit(void) NORETURN;
void handoffp(P *p);
void newm(void (*fn)(void), P *p);
void acquirep(P *p);
P *releasep(void);
void pidleput(P *p);
P *pidleget(void);
void checkdead(void);                                            /* sched.lock is held */
void stoplockedm(void);
void startlockedm(G *g);
void wakepoller(i64 when);
void stopTheWorld(void);                                         /* on g0; worldsema is held */
void startTheWorld(void);
void gcstopm(void);
void sched_setprocs(i32 n);
void sched_toomany(void) NORETURN;                               /* more threads than SetMaxThreads allows */
bool preemptone(P *p);
void sched_part(i32 stage);
void lock_slow(Lock *l);
bool gcacquire(bool wait);
void gcrelease(void);
void timers_mark(void (*mark)(uintptr));
void timers_sweep(bool (*reached)(uintptr));
void sched_syscall(void *arg);
void sched_dropstacks(void);                                     /* the stacks of dead goroutines go back to the system */
void freezetheworld(void);
void asyncresume(G *g) NORETURN;                                 /* preempt.c */
void asyncregs(G *g, uintptr *lo, uintptr *hi);
G *sigpreempt(u8 *ctx, G *g);
void preemptinit(void);
void forcegc_init(void);
i64 forcegc_when(void);
void forcegc(i64 now);                                           /* if it is time */
void sysmon_printdelay(i64 ns);
void sysmon(void);
void schedtrace_check(i64 now);                                  /* prints when it is time */
extern u32 worldsema;                                            /* semacquire: who may stop the world */
enum { WAIT_NONE, WAIT_RECV, WAIT_SEND, WAIT_RECV_NIL, WAIT_SEND_NIL, WAIT_SELECT, WAIT_SELECT_NONE, WAIT_SLEEP, WAIT_SEMA,
	WAIT_MUTEX, WAIT_RWR, WAIT_RWW, WAIT_WG, WAIT_COND, WAIT_IO, WAIT_GC, WAIT_FORCEGC, WAIT_FINALIZER, WAIT_GCWORKER, N_WAIT };

/* time.c */
struct Timer {
	i64 when, period;
	void (*f)(Timer *);                          /* runs on g0 with the P's timer lock held */
	void *arg;
	P *p;                                        /* whose heap it is in; 0 when none, and f has returned */
	i64 index;                                   /* in the heap */
	u64 seq;                                     /* equal times: who came first */
	Hchan *c;                                    /* sends the time there */
	Lock lock;                                   /* one Stop or Reset at a time */
};
void timer_add(Timer *t);
bool timer_del(Timer *t);                                        /* false: was not waiting */
void timers_move(P *from, P *to);
bool timers_check(P *p, i64 *now, i64 *until);                   /* runs what is due; *until: time of the next, 0 none */

/* sema.c */
void semacquire(u32 *addr) __asm__("sync.runtime_Semacquire");
void semrelease(u32 *addr, bool handoff, i64 skip) __asm__("sync.runtime_Semrelease");

/* chan.c */
struct Sudog { G *g; Sudog *next, *prev; void *elem; Hchan *c; Sudog *waitlink; bool isselect, success; u32 idx; };
Sudog *sudog_get(void);
void sudog_put(Sudog *s);

#endif
