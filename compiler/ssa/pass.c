/* pass.c - runs the passes of pass.def: over one function, and over a package bottom-up along its call graph.
 *
 * A function is ready for its callers when its LATE passes are done: what it inlines is then as small as it gets. Bodies of other
 * packages that callgraph.c asked for go the same way but are not emitted. FINAL passes run last, on the package's own functions.
 *
 * -d=ssa prints every function after every pass, -d=ssa=F only function F, -d=ssa/PASS=F only after one pass ("start" is what the
 * builder made; spaces in names may be written _). -d=ssa/check verifies after each. */
#include "ssa/ssa.h"

typedef enum PassStage { EARLY, MIDDLE, ESCAPE, LATE, FINAL } PassStage;
typedef enum PassWhen { ALWAYS, OPT, INLINE, BARRIER } PassWhen;
typedef struct Pass { void (*run)(Func *f); const char *name; PassStage stage; PassWhen when; const char *keeps; } Pass;

static const Pass passes[] = {
#define PASS(fn, nm, st, wh, kp) { fn, nm, st, wh, #kp },
#include "ssa/pass.def"
#undef PASS
};

static bool
wanted(const Pass *ps)
{
	switch (ps->when) {
	case OPT: return !ssa_conf.no_opt;
	case INLINE: return !ssa_conf.no_opt && !ssa_conf.no_inline;
	case BARRIER: return ssa_conf.write_barrier;
	default: return true;
	}
}

/* Does text s match name n, where s may spell spaces as _? */
static bool
name_is(const char *s, size_t len, const char *n)
{
	if (strlen(n) != len)
		return false;
	for (size_t i = 0; i < len; i++)
		if (s[i] != n[i] && !(s[i] == '_' && n[i] == ' '))
			return false;
	return true;
}

/* main.f is also matched by f. */
bool
func_is_named(Func *f, const char *want)
{
	const char *n = f->sym->name, *dot = strrchr(n, '/');
	dot = strchr(dot ? dot : n, '.');
	return strcmp(n, want) == 0 || (dot && strcmp(dot + 1, want) == 0);
}

static bool
dump_wanted(Func *f, const char *phase)
{
	const char *d = ssa_conf.dump;
	if (!d)
		return false;
	const char *eq = strchr(d, '=');
	if (*d == '/' && !name_is(d + 1, eq ? (size_t)(eq - d - 1) : strlen(d + 1), phase))
		return false;
	if (*d != '/' && *d != '=' && *d)
		return func_is_named(f, d);
	return !eq || func_is_named(f, eq + 1);
}

static bool
html_wanted(Func *f)
{
	return ssa_conf.html_func && func_is_named(f, ssa_conf.html_func);
}

static void
after_phase(Func *f, const char *phase)
{
	bool dump = dump_wanted(f, phase), html = html_wanted(f);
	if (!dump && !html)
		return;
	StrBuf text = {0};
	ssa_print(&text, f);
	if (html && !f->html)
		html_begin(f);
	if (html)
		html_phase(f, phase, text.s);
	if (dump) {
		printf("# %s: %s\n%s", f->sym->name, phase, text.s);
		fflush(stdout);
	}
	sb_free(&text);
}

/* What a pass needs for itself. It is dropped when it has grown: most passes need little, and clearing costs. */
Arena *scratch;

static void
run_pass(Func *f, const Pass *ps)
{
	if (!scratch || arena_used(scratch) > (1 << 20)) {
		if (scratch)
			arena_free(scratch);
		scratch = arena_new();
	}
	ps->run(f);
	if (*ps->keeps != 'G')
		func_changed(f);
	f->phase = (int)(ps - passes) + 1;
	if (ssa_conf.check)
		ssa_verify(f, ps->name);
	after_phase(f, ps->name);
}

static void
run_stage(Func *f, PassStage st)
{
	for (size_t i = 0; i < NELEM(passes); i++)
		if (passes[i].stage == st && wanted(&passes[i]))
			run_pass(f, &passes[i]);
}

/* What a body needs before anybody looks at it. */
void
prepare_body(Func *f)
{
	if (f->phase > 0)
		return;
	if (ssa_conf.check)
		ssa_verify(f, "build");
	after_phase(f, "start");
	run_stage(f, EARLY);
}

/* One group of functions that call each other, callees of other groups done. */
static void
run_group(Program *p, Func **fs, int n)
{
	(void)p;
	for (int i = 0; i < n; i++)
		fs[i]->inl_cost = -1;            /* bodies of one group do not go into each other: that would grow without bound */
	for (int i = 0; i < n; i++)
		run_stage(fs[i], MIDDLE);
	escape_group(fs, n);
	for (int i = 0; i < n; i++) {
		run_stage(fs[i], ESCAPE);
		run_stage(fs[i], LATE);
		inline_cost(fs[i]);
	}
}

void
run_passes(Func *f)
{
	prepare_body(f);
	run_group(f->prog, &f, 1);
	run_stage(f, FINAL);
}

void
run_program_passes(Program *p)
{
	for (int i = 0; i < p->funcs.n; i++)
		prepare_body(p->funcs.v[i]);
	callgraph_walk(p, run_group);
	for (int i = 0; i < p->funcs.n; i++)
		run_stage(p->funcs.v[i], FINAL);
	messages_flush();
}

/* For tests: the named passes alone, in the order given. False when there is no such pass. */
bool
run_named_pass(Func *f, const char *name, size_t len)
{
	for (size_t i = 0; i < NELEM(passes); i++) {
		if (!name_is(name, len, passes[i].name))
			continue;
		if (passes[i].run == escape)
			escape_group(&f, 1);
		run_pass(f, &passes[i]);
		return true;
	}
	return false;
}
