/* flags.c - flags of the commands, written as Go's flag package takes them: -x, --x, -x=v, -x v. GOFLAGS comes first. */
#include "driver/driver.h"
#include <stdlib.h>

Options opts = { .opt = -1, .d_stackguard = true, .d_wb = true };

typedef enum FlagKind { BOOL, STRING, FUNC, REFUSED, REFUSED_VALUE } FlagKind;
typedef struct Flag {
	const char *name;
	FlagKind kind;
	void *to;
	int (*fn)(const char *v);
} Flag;

enum { BAD_VALUE = -1 };                     /* of a setter: apply() adds the usage */

static int
set_tags(const char *v)
{
	char *copy = arena_strndup(permanent, v, strlen(v));

	opts.tags.n = 0;
	for (char *t = strtok(copy, ", "); t; t = strtok(NULL, ", "))
		strings_add(&opts.tags, t);
	return 0;
}

static int set_O0(const char *v) { (void)v; opts.opt = 0; return 0; }
static int set_O1(const char *v) { (void)v; opts.opt = 1; return 0; }
static int set_O2(const char *v) { (void)v; opts.opt = 2; return 0; }

/* -gcflags may start with a package pattern, as in all=-N; here it holds for all packages of the build anyway. */
static const char *
strip_pattern(const char *v)
{
	const char *eq = strchr(v, '=');

	return *v && *v != '-' && eq && !memchr(v, ' ', (size_t)(eq - v)) ? eq + 1 : v;
}

static int set_gcflags(const char *v) { return parse_gcflags(strip_pattern(v)); }
static int set_ldflags(const char *v) { return parse_ldflags(strip_pattern(v)); }

static int
set_chdir(const char *v)
{
	fprintf(stderr, "invalid value \"%s\" for flag -C: -C flag must be first flag on command line\n", v);
	return BAD_VALUE;
}

static int
set_buildmode(const char *v)
{
	if (!strcmp(v, "exe") || !strcmp(v, "default"))
		return 0;
	static const char *const modes[] = { "archive", "c-archive", "c-shared", "pie", "plugin", "shared" };
	for (size_t i = 0; i < NELEM(modes); i++)
		if (!strcmp(v, modes[i])) {
			fprintf(stderr, "minigo: -buildmode=%s not supported on linux/%s\n", v, target_arch());
			return 2;
		}
	fprintf(stderr, "buildmode=%s not supported\n", v);
	return 1;
}

static int
set_lto(const char *v)
{
	(void)v;
	fprintf(stderr, "minigo: -lto is not supported yet\n");
	return 2;
}

static bool modcacherw;

static bool
parse_bool(const char *v, bool *to)
{
	if (!v || !strcmp(v, "true") || !strcmp(v, "1") || !strcmp(v, "t") || !strcmp(v, "T"))
		*to = true;
	else if (!strcmp(v, "false") || !strcmp(v, "0") || !strcmp(v, "f") || !strcmp(v, "F"))
		*to = false;
	else
		return false;
	return true;
}

/* -json, -excerpt: how errors are shown */
static int
set_style(const char *name, const char *v, DiagStyle style)
{
	bool on;

	if (!parse_bool(v, &on)) {
		fprintf(stderr, "invalid boolean value \"%s\" for -%s: parse error\n", v, name);
		return BAD_VALUE;
	}
	if (on || diag_style == style)
		diag_style = on ? style : DIAG_PLAIN;
	return 0;
}

static int set_json(const char *v) { return set_style("json", v, DIAG_JSON); }
static int set_excerpt(const char *v) { return set_style("excerpt", v, DIAG_EXCERPT); }

/* -- the go command's flags that mean little here -- */

static int
set_p(const char *v)
{
	char *end;
	long n = strtol(v, &end, 0);

	if (!*v || *end) {
		fprintf(stderr, "invalid value \"%s\" for flag -p: parse error\n", v);
		return BAD_VALUE;
	}
	if (n <= 0) {
		fprintf(stderr, "minigo: -p must be a positive integer: %ld\n", n);
		return 1;
	}
	opts.p = n > 1000 ? 1000 : (int)n;
	return 0;
}

/* Nothing of version control is ever stamped into programs: all settings come to the same. */
static int
set_buildvcs(const char *v)
{
	bool ignored;

	if (!v || !strcmp(v, "auto") || parse_bool(v, &ignored))
		return 0;
	fprintf(stderr, "invalid boolean value \"%s\" for -buildvcs: value is neither 'auto' nor a valid bool\n", v);
	return BAD_VALUE;
}

static int
set_compiler(const char *v)
{
	if (!strcmp(v, "gc"))
		return 0;
	fprintf(stderr, "invalid value \"%s\" for flag -compiler: unknown compiler \"%s\"\n", v, v);
	return BAD_VALUE;
}

static int
set_pgo(const char *v)
{
	if (!strcmp(v, "off") || !strcmp(v, "auto") || !*v)
		return 0;
	fprintf(stderr, "minigo: -pgo=%s: profiles are not supported\n", v);
	return 2;
}

static int
set_mod(const char *v)
{
	if (*v && strcmp(v, "mod") && strcmp(v, "readonly") && strcmp(v, "vendor")) {
		fprintf(stderr, "-mod=%s not supported (can be '', 'mod', 'readonly', or 'vendor')\n", v);
		return 1;
	}
	opts.mod = v;
	return 0;
}

static const Flag flags[] = {
	{ "o", STRING, &opts.out, NULL },
	{ "v", BOOL, &opts.v, NULL }, { "x", BOOL, &opts.x, NULL }, { "n", BOOL, &opts.n, NULL },
	{ "work", BOOL, &opts.work, NULL }, { "a", BOOL, &opts.all, NULL },
	{ "trimpath", BOOL, &opts.trimpath, NULL },
	{ "tags", FUNC, NULL, set_tags },
	{ "gcflags", FUNC, NULL, set_gcflags }, { "ldflags", FUNC, NULL, set_ldflags },
	{ "C", FUNC, NULL, set_chdir }, { "buildmode", FUNC, NULL, set_buildmode }, { "lto", FUNC, (void *)1, set_lto },
	{ "O0", FUNC, (void *)1, set_O0 }, { "O1", FUNC, (void *)1, set_O1 }, { "O2", FUNC, (void *)1, set_O2 },
	{ "S", BOOL, &opts.asm_only, NULL }, { "c", BOOL, &opts.obj_only, NULL }, { "size", BOOL, &opts.size, NULL },
	{ "goroot", STRING, &opts.goroot, NULL }, { "exec", STRING, &opts.exec, NULL }, { "mod", FUNC, NULL, set_mod },
	{ "p", FUNC, NULL, set_p }, { "buildvcs", FUNC, (void *)1, set_buildvcs }, { "compiler", FUNC, NULL, set_compiler },
	{ "pgo", FUNC, NULL, set_pgo }, { "modfile", STRING, &opts.modfile, NULL },
	{ "modcacherw", BOOL, &modcacherw, NULL },   /* how to store downloads; there are none */
	{ "race", REFUSED, NULL, NULL }, { "msan", REFUSED, NULL, NULL }, { "asan", REFUSED, NULL, NULL }, { "cover", REFUSED, NULL, NULL },
	{ "linkshared", REFUSED, NULL, NULL },
	{ "asmflags", REFUSED_VALUE, NULL, NULL }, { "gccgoflags", REFUSED_VALUE, NULL, NULL }, { "overlay", REFUSED_VALUE, NULL, NULL },
	{ "toolexec", REFUSED_VALUE, NULL, NULL }, { "pkgdir", REFUSED_VALUE, NULL, NULL }, { "installsuffix", REFUSED_VALUE, NULL, NULL },
	{ "covermode", REFUSED_VALUE, NULL, NULL }, { "coverpkg", REFUSED_VALUE, NULL, NULL },
	{ "json", FUNC, (void *)1, set_json },
	{ "excerpt", FUNC, (void *)1, set_excerpt },
};

static int
flag_usage(const char *cmd)
{
	if (!strcmp(cmd, "run"))
		fprintf(stderr, "usage: minigo run [build flags] [-exec xprog] package [arguments...]\n");
	else if (!strcmp(cmd, "list"))
		fprintf(stderr, "usage: minigo list [-m] [packages]\n");
	else
		fprintf(stderr, "usage: minigo %s [-o output] [build flags] [packages]\n", cmd);
	fprintf(stderr, "Run 'minigo help %s' for details.\n", cmd);
	return 2;
}

static bool
needs_value(const Flag *f)
{
	return f->kind == STRING || f->kind == REFUSED_VALUE || (f->kind == FUNC && !f->to);
}

static int
apply(const Flag *f, const char *value, const char *cmd)
{
	bool on = true;

	if (f->kind == FUNC) {
		int rc = f->fn(value);
		return rc == BAD_VALUE ? flag_usage(cmd) : rc;
	}
	if (f->kind == STRING) {
		*(const char **)f->to = value;
	} else if (f->kind != REFUSED_VALUE && !parse_bool(value, f->to ? f->to : &on)) {
		fprintf(stderr, "invalid boolean value \"%s\" for -%s: parse error\n", value, f->name);
		return flag_usage(cmd);
	}
	if (f->kind == REFUSED_VALUE || (f->kind == REFUSED && on)) {
		fprintf(stderr, "minigo: -%s is not supported\n", f->name);
		return 2;
	}
	return 0;
}

static const Flag *
find_flag(const char *name, size_t n)
{
	for (size_t i = 0; i < NELEM(flags); i++)
		if (strlen(flags[i].name) == n && !memcmp(flags[i].name, name, n))
			return &flags[i];
	return NULL;
}

bool
known_flag(const char *arg)
{
	const char *a = arg + 1 + (arg[1] == '-');

	return find_flag(a, strcspn(a, "=")) != NULL;
}

/* One flag at argv[i]; gives how many arguments it took, or minus an exit status. */
int
parse_flag(int argc, char **argv, int i, const char *cmd)
{
	const char *a = argv[i] + 1 + (argv[i][1] == '-');
	size_t n = strcspn(a, "=");
	const Flag *f = find_flag(a, n);
	const char *value = a[n] ? a + n + 1 : NULL;
	int used = 1;

	if (!f) {
		fprintf(stderr, "flag provided but not defined: -%.*s\n", (int)n, a);
		return -flag_usage(cmd);
	}
	if (needs_value(f) && !value) {
		if (i + 1 >= argc) {
			fprintf(stderr, "flag needs an argument: -%s\n", f->name);
			return -flag_usage(cmd);
		}
		value = argv[i + 1];
		used = 2;
	}
	int rc = apply(f, value, cmd);
	return rc ? -rc : used;
}

int
env_flags(const char *cmd)
{
	Strings w = split_words(getenv("GOFLAGS") ? getenv("GOFLAGS") : "");

	for (int i = 0; i < w.n; i++) {
		const char *a = w.v[i];
		if (a[0] != '-' || !find_flag(a + 1 + (a[1] == '-'), strcspn(a + 1 + (a[1] == '-'), "=")))
			continue;                /* a flag of a command that minigo lacks */
		char *one[1] = { (char *)a };
		int r = parse_flag(1, one, 0, cmd);
		if (r < 0)
			return -r;
	}
	return 0;
}

int
parse_flags(int argc, char **argv, const char *cmd)
{
	int i = 0, rc = env_flags(cmd);

	if (rc)
		return rc;
	while (i < argc && argv[i][0] == '-' && argv[i][1]) {
		if (!strcmp(argv[i], "--")) {
			i++;
			break;
		}
		int used = parse_flag(argc, argv, i, cmd);
		if (used < 0)
			return -used;
		i += used;
	}
	for (; i < argc; i++)
		strings_add(&opts.args, argv[i]);
	if (!opts.goroot)
		opts.goroot = getenv("MINIGO_GOROOT");
	return 0;
}

static int
debug_key(const char *k)
{
	if (!strcmp(k, "phases")) opts.d_phases = phase_timing = true;
	else if (!strcmp(k, "stackguard")) opts.d_stackguard = false;
	else if (!strcmp(k, "rtdebug")) opts.d_rtdebug = true;
	else if (!strcmp(k, "wb") || !strcmp(k, "wb=1")) opts.d_wb = true;
	else if (!strcmp(k, "wb=0")) opts.d_wb = false;
	else if (!strcmp(k, "reloc")) opts.d_reloc = true;
	else if (!strcmp(k, "ssa/check") || !strcmp(k, "ssa/check=1") || !strcmp(k, "checkssa")) opts.d_check = true;
	else if (!strcmp(k, "ssa")) opts.d_ssa = "";
	else if (has_prefix(k, "ssa=") || has_prefix(k, "ssa/")) opts.d_ssa = fmt_str("%s", k + 3);
	else if (!strcmp(k, "panic") || !strcmp(k, "checkptr=0") || !strcmp(k, "nil=0")) return 0;       /* how it is anyway */
	else if (has_prefix(k, "checkptr") || has_prefix(k, "nil") || has_prefix(k, "loopvar")) {
		fprintf(stderr, "minigo: -d=%s is not supported\n", k);
		return 2;
	} else {
		fprintf(stderr, "minigo: unknown debug key %s\n", k);
		return 2;
	}
	return 0;
}

static int
debug_keys(const char *v)
{
	char *copy = arena_strndup(permanent, v, strlen(v)), *save = NULL;

	for (char *k = strtok_r(copy, ",", &save); k; k = strtok_r(NULL, ",", &save)) {
		int rc = debug_key(k);
		if (rc)
			return rc;
	}
	if (opts.d_rtdebug && !opts.d_stackguard) {
		fprintf(stderr, "minigo: -d=rtdebug and -d=stackguard exclude each other\n");
		return 2;
	}
	return 0;
}

/* gc's flags about how it is run: archives, threads, the import path. The driver sees to these. */
static bool
ignored_gcflag(const char *f)
{
	static const char *const plain[] = { "-nolocalimports", "-pack", "-std" };

	for (size_t i = 0; i < NELEM(plain); i++)
		if (!strcmp(f, plain[i]))
			return true;
	return has_prefix(f, "-c=") || has_prefix(f, "-p=");
}

static int
one_gcflag(const char *f)
{
	if (has_prefix(f, "--"))
		f++;
	if (!strcmp(f, "-e")) opts.gc_e = true;
	else if (!strcmp(f, "-l") || has_prefix(f, "-l=")) opts.gc_l = true;
	else if (!strcmp(f, "-N")) opts.gc_N = true;
	else if (!strcmp(f, "-S")) opts.gc_S = true;
	else if (!strcmp(f, "-B")) opts.gc_B = true;
	else if (!strcmp(f, "-m") || has_prefix(f, "-m=")) opts.gc_m = strcmp(f, "-m=0") != 0;
	else if (!strcmp(f, "-complete=false")) opts.bodyless = true;
	else if (!strcmp(f, "-complete") || !strcmp(f, "-complete=true")) opts.bodyless = false;
	else if (has_prefix(f, "-lang=")) opts.lang = fmt_str("%s", f + 6);
	else if (has_prefix(f, "-d=")) return debug_keys(f + 3);
	else if (!ignored_gcflag(f)) {
		fprintf(stderr, "minigo: -gcflags: flag provided but not defined: %s\n", f);
		return 2;
	}
	return 0;
}

static bool
valid_lang(const char *s)
{
	char *end;

	if (!has_prefix(s, "go1"))
		return false;
	if (!s[3])
		return true;
	long n = strtol(s + 4, &end, 10);
	return s[3] == '.' && end != s + 4 && !*end && n <= GO_MINOR;
}

int
parse_gcflags(const char *s)
{
	Strings w = split_words(s);

	for (int i = 0; i < w.n; i++) {
		const char *f = w.v[i];
		if ((!strcmp(f, "-d") || !strcmp(f, "-lang")) && i + 1 < w.n)
			f = fmt_str("%s=%s", f, w.v[++i]);
		int rc = one_gcflag(f);
		if (rc)
			return rc;
	}
	if (opts.lang && !valid_lang(opts.lang)) {
		fprintf(stderr, "minigo: invalid value \"%s\" for -lang: %s\n", opts.lang,
			has_prefix(opts.lang, "go1.") ? "max known version is \"" GO_LEVEL "\"" : "should be something like \"go1.12\"");
		return 1;
	}
	return 0;
}

int
parse_ldflags(const char *s)
{
	Strings w = split_words(s);

	for (int i = 0; i < w.n; i++) {
		const char *f = w.v[i];
		if (has_prefix(f, "--"))
			f++;
		if (!strcmp(f, "-s") || !strcmp(f, "-s=true")) opts.ld_s = true;
		else if (!strcmp(f, "-w") || !strcmp(f, "-w=true")) opts.ld_w = true;
		else if (!strcmp(f, "-v")) opts.ld_v = true;
		else if (!strcmp(f, "-X") && i + 1 < w.n) strings_add(&opts.ld_X, w.v[++i]);
		else if (has_prefix(f, "-X=")) strings_add(&opts.ld_X, fmt_str("%s", f + 3));
		else if (!strcmp(f, "-s=false")) opts.ld_s = false;
		else if (!strcmp(f, "-w=false")) opts.ld_w = false;
		else if (!strcmp(f, "-linkmode=internal") || has_prefix(f, "-buildid=") || !strcmp(f, "-linkmode=external")) continue;
		else {
			fprintf(stderr, "minigo: -ldflags: flag provided but not defined: %s\n", f);
			return 2;
		}
	}
	return 0;
}
