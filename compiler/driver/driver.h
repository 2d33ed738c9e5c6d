/* driver.h - from a command line to an executable.
 *
 *   Options   what the command line and the environment say
 *   Module    a go.mod: its path, directory, requirements, replacements
 *   Unit      one package to build: where it lies, its files, its checked Package, its cache key and object
 *   Build     all units of one build, imports first
 *
 * Order: main.c (commands) -> flags.c env.c -> fastpath.c (nothing changed: done) -> load.c with modfile.c tags.c (packages and
 * imports) -> build.c (check, compile what is not cached: cache.c, compile.c in child processes) -> link.c with reach.c (what
 * is used) and pclntab.c (lines for tracebacks). tool.c has the helpers under `minigo tool`. */
#ifndef MINIGO_DRIVER_H
#define MINIGO_DRIVER_H

#include "ssa/ssa.h"

#define GO_LEVEL "go1.26"                    /* the language level */
#define GO_MINOR 26

typedef Vec(const char *) Strings;

typedef struct Options {
	const char *cmd;                     /* build, run ... */
	const char *out;                     /* -o */
	bool v, x, n, work, trimpath, all;   /* -a: ignore the cache */
	bool asm_only, obj_only, size;       /* -S, -c, -size */
	int opt;                             /* -O0 -O1 -O2; -1: the command's default */
	Strings tags;
	const char *goroot;                  /* -goroot: packages that stdlib lacks come from here */
	const char *std_tree;                /* tool check of a Go tree: its src, which is the library then */
	const char *exec;                    /* run -exec */
	const char *mod, *modfile;           /* -mod=, -modfile: read in place of the main module's go.mod */
	int p;                               /* -p: packages compiled at once; 0: as many as CPUs */
	/* -gcflags */
	bool gc_e, gc_l, gc_N, gc_S, gc_B, gc_m, bodyless;
	const char *lang;
	bool d_phases, d_stackguard, d_rtdebug, d_wb, d_reloc, d_check;
	const char *d_ssa;                   /* -d=ssa..., as ssa_conf.dump takes it */
	/* -ldflags */
	bool ld_s, ld_w, ld_v;
	bool check_only, check_stat;         /* tool check, tool fix; -stat */
	bool fix, fix_write;                 /* tool fix, and its -w */
	Strings ld_X;                        /* importpath.name=value */
	Strings args;                        /* packages, files, the program's own arguments */
} Options;
extern Options opts;

typedef struct ModReq { Str *path; const char *version; } ModReq;
typedef struct ModRep { Str *path; const char *version, *dir, *newpath, *newversion; } ModRep;
typedef struct Module {
	Str *path;
	const char *dir, *goversion;         /* goversion: "go1.21" */
	bool is_main;
	Vec(ModReq) req;
	Vec(ModRep) rep;
} Module;

typedef struct SrcFile {
	const char *path, *display;          /* absolute; as errors print it */
	char *src; size_t len;
	File *file;
} SrcFile;

typedef struct Unit Unit;
typedef struct Import { Str *written; Pos pos; Unit *unit; } Import;
struct Unit {
	Str *path;
	const char *dir;                     /* absolute */
	Package *pkg;
	Module *mod;
	Vec(SrcFile) files;
	Vec(Import) imports;
	Strings embedded;                    /* hashes of what //go:embed put in */
	Strings asm_files;                   /* .s files seen there, for the message about missing bodies */
	Unit *tests;                         /* external test package, test program: the package under test */
	const char *title;                   /* how errors call it; NULL: its path */
	bool std, named, cmdline, broken, is_main;
	uint8_t state;                       /* 0 new, 1 being loaded, 2 loaded */
	char key[65];                        /* of its object in the cache */
	const char *obj, *sum, *loc;         /* paths */
	bool cached;
};

typedef struct Build {
	Vec(Unit *) units;                   /* imports first */
	Vec(Unit *) roots;                   /* named on the command line */
	Strings inputs;                      /* files and directories that the result depends on */
} Build;
extern Build build;

/* main.c, flags.c */

int parse_flags(int argc, char **argv, const char *cmd);   /* 0 or an exit status */
int parse_flag(int argc, char **argv, int i, const char *cmd);   /* arguments used, or minus an exit status */
int env_flags(const char *cmd);              /* GOFLAGS; 0 or an exit status */
bool known_flag(const char *arg);
int parse_gcflags(const char *s);
int parse_ldflags(const char *s);
int cmd_build(void), cmd_run(int argc, char **argv), cmd_list(int argc, char **argv), cmd_env(int argc, char **argv);
int cmd_test(int argc, char **argv);
int cmd_clean(int argc, char **argv), cmd_tool(int argc, char **argv);

/* env.c */
const char *target_arch(void);               /* GOARCH */
Strings exec_prefix(void);                   /* -exec, or an emulator for a foreign target */
const char *env_get(const char *name);       /* a variable of `minigo env`, with its default */
bool target_check(void);                     /* false, with a message: GOOS/GOARCH is not supported */
const char *root_dir(const char *what);      /* "stdlib", "lib": beside the binary or installed; absolute, NULL when missing */
const char *exe_path(void);
const char *cache_dir(void);                 /* made when missing */
const char *work_dir(void);                  /* a temporary directory, removed at exit unless -work */
void work_cleanup(void);
const char *getcwd_str(void);

/* path.c */
const char *path_join(const char *a, const char *b);
const char *path_abs(const char *p);         /* absolute and cleaned, permanent */
const char *path_dir(const char *p);
const char *path_base(const char *p);
const char *path_short(const char *abs);     /* relative to the current directory when that is shorter */
const char *path_display(const char *abs);   /* the same, "./x.go" in the current directory */
bool has_suffix(const char *s, const char *suffix);
bool has_prefix(const char *s, const char *prefix);
bool is_dir(const char *p);
bool is_file(const char *p);
const char *fmt_str(const char *fmt, ...) PRINTF(1, 2);          /* permanent */
Strings dir_list(const char *dir);           /* names, sorted */
void strings_add(Strings *s, const char *x);
Strings split_words(const char *s);          /* at blanks; 'quotes' and "quotes" hold words together */

/* tags.c */
bool tag_on(const char *tag, void *unit);

/* modfile.c */
Module *module_find(const char *dir);        /* the go.mod in dir or above; NULL: none */
Module *module_read(const char *gomod);
const char *module_resolve(Module *main, Str *path, Module **mod);       /* directory of an import path in required modules */

/* load.c */
bool load_args(void);                        /* opts.args -> build; false when errors were printed */
bool load_package_dirs(Strings *dirs);       /* of the packages that opts.args names */
bool load_test(const char *dir, Strings files);      /* a package with its tests and their main package, or dir NULL: the files */
Unit *load_import(Unit *from, Str *path, Pos pos);
void load_error(const char *fmt, ...) PRINTF(1, 2);
extern int load_errors;

/* embed.c */
void embed_files(Unit *u, File *f);          /* gives the variables with //go:embed their values */

/* testmain.c */
const char *testmain_source(Unit *pkg, Unit *xtest, const char *path);   /* NULL after an error */

/* build.c, compile.c, cache.c */
int build_all(const char *out);              /* load, check, compile, link; an exit status */
bool units_check(void);
void units_keys(void);
bool units_compile(void);
void compile_setup(void);                    /* ssa_conf, codegen_conf from opts */
int unit_opt(Unit *u);
bool compile_unit(Unit *u);                  /* in a child: object, summary, locations to their files */
const char *cache_path(const char *key, const char *ext);
void cache_touch(const char *path);
void cache_trim(void);
void hash_file(Sha256 *s, const char *path);
const char *compiler_id(void);
void show(const char *fmt, ...) PRINTF(1, 2);    /* -x, -n */

/* fastpath.c: the whole-program cache */
bool fastpath_try(const char *out);          /* true: out is there (NULL: path in fastpath_exe) */
void fastpath_save(const char *exe, const char *out);
extern const char *fastpath_exe;

/* size.c */
void size_report(const char *exe, const char *with_symbols);
void relocs_report(const char *title, const char *obj);
/* link.c, reach.c, pclntab.c */
bool link_program(Unit *main, const char *out);
int spawn(char *const argv[]);               /* exit status */
bool reach_run(Program *link_unit, Unit *main, StrBuf *absent);   /* absent: linker script for functions that cannot be called */
bool pclntab_make(const char *exe, const char *out_obj, Strings objs, Strings locs);
#endif
