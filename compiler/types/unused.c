/* unused.c - imports that nothing refers to. */
#include "types/checker.h"

static void
unused_import(Checker *ck, Object *o)
{
	const char *path = o->imported->path->s, *slash = strrchr(path, '/');
	const char *elem = slash ? slash + 1 : path, *name = o->name->s;

	if (!*name || strcmp(name, ".") == 0 || strcmp(name, elem) == 0)
		check_error(ck, o->pos, "\"%s\" imported and not used", path);
	else
		check_error(ck, o->pos, "\"%s\" imported as %s and not used", path, name);
	suggest_unused_import(ck, o);
}

void
unused_imports(Checker *ck)
{
	if (ck->conf && ck->conf->ignore_bodies)
		return;
	for (int i = 0; i < ck->imports.n; i++) {
		Object *o = ck->imports.v[i];

		if (!o->used && strcmp(o->name->s, "_") != 0 && o->imported && !o->imported->fake)
			unused_import(ck, o);
	}
}
