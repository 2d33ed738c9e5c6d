/* list.c - `minigo list`: import paths, modules, and the few fields that scripts ask for. */
#include "driver/driver.h"

static int
list_module(void)
{
	Module *m = module_find(getcwd_str());

	printf("%s\n", m ? m->path->s : "command-line-arguments");
	return 0;
}

/* -f with the common fields; anything else is text. */
static void
print_format(const char *f, Unit *u)
{
	static const char *const fields[] = { "{{.ImportPath}}", "{{.Dir}}", "{{.Name}}" };
	const char *values[] = { u->path->s, u->dir, u->files.n && u->files.v[0].file->pkgname ? u->files.v[0].file->pkgname->name->s : "" };

	while (*f) {
		size_t i;
		for (i = 0; i < NELEM(fields); i++)
			if (has_prefix(f, fields[i]))
				break;
		if (i < NELEM(fields)) {
			fputs(values[i], stdout);
			f += strlen(fields[i]);
		} else {
			putchar(*f++);
		}
	}
	putchar('\n');
}

int
cmd_list(int argc, char **argv)
{
	const char *format = NULL;
	bool module = false, deps = false;
	int n = 0;

	for (int i = 0; i < argc; i++) {
		const char *a = argv[i] + (argv[i][0] == '-' && argv[i][1] == '-');
		if (!strcmp(a, "-m"))
			module = true;
		else if (!strcmp(a, "-deps"))
			deps = true;
		else if (!strcmp(a, "-f") && i + 1 < argc)
			format = argv[++i];
		else if (has_prefix(a, "-f="))
			format = a + 3;
		else
			argv[n++] = argv[i];
	}
	int rc = parse_flags(n, argv, "list");
	if (rc)
		return rc;
	if (module)
		return list_module();
	bool ok = load_args();
	diag_flush(stderr);
	int count = deps ? build.units.n : build.roots.n;
	for (int i = 0; i < count; i++) {
		Unit *u = deps ? build.units.v[i] : build.roots.v[i];
		if (format)
			print_format(format, u);
		else
			printf("%s\n", u->path->s);
	}
	return ok ? 0 : 1;
}
