/* api.c - what package runtime's Go part asks of the C part. Functions are named as the bodyless Go declarations in stdlib/runtime
 * (capi.go). */
#include "runtime.h"

i64 runtime_stacktext(u8 *p, i64 n, bool all) SYM(stacktext);
/* system calls that may block: number, six arguments, room for the result */
i64 runtime_blocksyscall(i64 n, i64 a, i64 b, i64 c, i64 d, i64 e, i64 f) SYM(blocksyscall);
void runtime_lockthread(i64 n) SYM(lockthread);
void runtime_typelinkrange(Type ***out) SYM(typelinkrange);
extern Type *typelinks[] SYM(typelinks) __attribute__((weak));
extern Type *etypelinks[] SYM(etypelinks) __attribute__((weak));
void runtime_pcframe(Frame *out, uintptr pc, i64 depth) SYM(pcframe);
i64 runtime_numgoroutine(void) SYM(numgoroutine);
i64 runtime_ncpu(void) SYM(ncpu);
i64 runtime_setmaxprocs(i64 n) SYM(setmaxprocs);
void runtime_readmemstats(MemStat *m) SYM(readmemstats);
i64 runtime_goid(void) SYM(goid);
u64 runtime_fastrand64(void) SYM(fastrand64);
u64 runtime_rand(void) SYM(rand);
i64 runtime_argc(void) SYM(argcount);
GoString runtime_arg(i64 i) SYM(arg);
GoString runtime_env(i64 i) SYM(env);
i64 runtime_envcount(void) SYM(envcount);
i64 runtime_write(i64 fd, void *p, i64 n) SYM(write1);
i64 runtime_fault(bool on) SYM(setpaniconfault);
void panicErrorAddress(uintptr addr) NORETURN SYM(panicErrorAddress);

typedef struct Nth { Frame *out; uintptr pc; i64 depth; } Nth;

static void
nthframe(void *arg)
{
	Nth *a = arg;
	Frame fr[16];
	FuncInfo f;
	i32 n;

	NOSPLIT();
	*a->out = (Frame){.pc = a->pc};
	if (!findfunc(a->pc - 1, &f))
		return;
	n = pcframes(&f, a->pc - 1, fr, NELEM(fr));
	if (a->depth >= n)
		return;
	*a->out = fr[a->depth];
	a->out->pc = a->pc;
}

/* The depth-th logical frame at return address pc; func empty when there is none. */
void
runtime_pcframe(Frame *out, uintptr pc, i64 depth)
{
	Nth a = {out, pc, depth};

	systemstack(nthframe, &a);
}

i64 runtime_numgoroutine(void) { return schedops ? schedops->gcount() : 1; }
i64 runtime_starttime(void) SYM(starttime);
i64 runtime_starttime(void) { return boot_t0; }
i64 runtime_ncpu(void) { return sched.ncpu; }
i64 runtime_goid(void) { return getg()->goid; }
u64 runtime_fastrand64(void) { return fastrand64(); }
u64 runtime_rand(void) { return fastrand64(); }
i64 runtime_argc(void) { return argc; }
GoString runtime_arg(i64 i) { return cstring((char *)argv[i]); }
GoString runtime_env(i64 i) { return cstring((char *)envs[i]); }
i64 runtime_write(i64 fd, void *p, i64 n) { return write(fd, p, n); }

void (*fileopened)(void *file);
void runtime_fileopened(void *file) SYM(fileopened);

/* os has opened a file by name: it goes to the poller, in programs that have one, if it is of that kind. */
void
runtime_fileopened(void *file)
{
	if (fileopened)
		fileopened(file);
}

i64
runtime_envcount(void)
{
	i64 n = 0;

	while (envs[n])
		n++;
	return n;
}

i64
runtime_setmaxprocs(i64 n)
{
	i64 old = testprocs ? testprocs : sched.nprocs;

	if (n > 0 && testprocs)
		testprocs = n;
	else if (n > 0 && n != old && schedops)
		schedops->setprocs(n);
	else if (n > 0)
		sched.nprocs = n < MAXPROCS ? n : MAXPROCS;
	return old;
}

void
runtime_readmemstats(MemStat *m)
{
	memstats();
	*m = memstat;
}

i64
runtime_fault(bool on)
{
	G *g = getg();
	bool old = g->paniconfault;

	faultaddress = panicErrorAddress;
	g->paniconfault = on;
	return old;
}

i64
runtime_stacktext(u8 *p, i64 n, bool all)
{
	return tracecopy(p, n, all);
}

void
runtime_lockthread(i64 n)
{
	G *g = getg();
	M *m = acquirem();

	m->lockedext += n;
	if (m->lockedext < 0)
		m->lockedext = 0;
	m->lockedg = m->lockedext || m->lockedint ? g : 0;
	g->lockedm = m->lockedg ? m : 0;
	releasem(m);
}

void
runtime_typelinkrange(Type ***out)
{
	out[0] = typelinks;
	out[1] = etypelinks;
}

void runtime_fatal(const u8 *p, i64 n) NORETURN SYM(fatal);
void
runtime_fatal(const u8 *p, i64 n)
{
	static u8 text[128];

	n = n < (i64)sizeof text - 1 ? n : (i64)sizeof text - 1;
	runtime_memmove(text, p, n);
	text[n] = 0;
	fatalthrow((const char *)text);
}

extern u64 maxstacksize;
i64 runtime_setmaxstack(i64 n) SYM(setmaxstack);
i64
runtime_setmaxstack(i64 n)
{
	i64 old = maxstacksize;

	maxstacksize = n;
	return old;
}

i64 runtime_setmaxthreads(i64 n) SYM(setmaxthreads);
i64
runtime_setmaxthreads(i64 n)
{
	i64 old = sched.maxmcount;

	sched.maxmcount = n;
	if (schedops && sched.mcount > n)
		schedops->toomany();
	return old;
}

i64
runtime_blocksyscall(i64 n, i64 a, i64 b, i64 c, i64 d, i64 e, i64 f)
{
	i64 args[8] = {n, a, b, c, d, e, f, 0};

	if (!schedops)
		return syscall6(n, a, b, c, d, e, f);
	savecall(schedops->syscall, args);
	return args[7];
}

i64 runtime_pagesize(void) SYM(pagesize);
i64
runtime_pagesize(void)
{
	return physpagesize;
}
