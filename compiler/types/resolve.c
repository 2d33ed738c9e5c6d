/* resolve.c - from files to objects: imports into file scopes, declarations into the package scope, methods to the names
 * of their receiver types. Nothing is typed here; package_objects then asks for every object's type. */
#include "types/checker.h"

typedef struct MethodDecl { Object *obj; bool ptr; Expr *recv; } MethodDecl;
typedef struct Collect {
	Checker *ck;
	File *file;
	Scope *scope;                        /* of the file */
	const char *goversion;
	Vec(MethodDecl) methods;
	Decl *last_const;                    /* the last specification with type or values in this group */
	Vec(Scope *) file_scopes;
} Collect;

static DeclInfo *
info_new(Collect *c, Object *o, Decl *d)
{
	DeclInfo *i = NEW(permanent, DeclInfo);
	i->file = c->scope;
	i->goversion = c->goversion;
	i->decl = d;
	i->obj = o;
	return i;
}

static void
register_object(Collect *c, Object *o, DeclInfo *i)
{
	o->priv = i;
	o->is_global = true;
	o->decl = i->decl;
	vec_push(permanent, &c->ck->objs, o);
	if (!i->order)
		i->order = c->ck->objs.n;
}

static void
declare_pkg_obj(Collect *c, Expr *ident, Object *o, DeclInfo *i)
{
	const char *n = ident->name->s;
	ident->obj = o;
	if (strcmp(n, "init") == 0) {
		err_expr(c->ck, ident, "cannot declare init - must be func");
		return;
	}
	if (strcmp(n, "main") == 0 && strcmp(c->ck->pkg->name->s, "main") == 0) {
		err_expr(c->ck, ident, "cannot declare main - must be func");
		return;
	}
	declare(c->ck, c->ck->pkg->scope, ident, o, NOPOS);
	register_object(c, o, i);
}

/* ---- imports */

const char *
import_path_fault(Str *path)
{
	if (path->len == 0)
		return "empty string";
	for (uint32_t i = 0, r; i < path->len;) {
		i += (uint32_t)utf8_decode(path->s + i, path->len - i, &r);
		if (r < 0x21 || r == 0x7f || r == 0xfffd || (r < 0x80 && strchr("!\"#$%&'()*,:;<=>?[\\]^{|}`", (int)r)))
			return r < 0x20 || r == 0x7f ? fmt_text("invalid character U+%04X", r)
				: r < 0x80 ? fmt_text("invalid character U+%04X '%c'", r, (int)r) : fmt_text("invalid character U+%04X", r);
	}
	return NULL;
}

static Package *
fake_package(Str *path)
{
	Package *p = package_new(path, "");
	const char *slash = strrchr(path->s, '/');
	p->name = str_lit(slash ? slash + 1 : path->s);
	p->fake = p->checked = true;
	return p;
}

static Package *
find_import(Checker *ck, Decl *d)
{
	if (strcmp(d->path->s, "unsafe") == 0) {
		ck->pkg->imports_unsafe = true;
		return package_unsafe;
	}
	Package *p = package_import(ck->pkg, d->path);
	if (p && p->name)
		return p;
	const char *why = ck->conf->import_error ? ck->conf->import_error(ck->pkg, d) : NULL;
	if (why)
		check_error(ck, d->pathpos ? d->pathpos : d->pos, "%s", why);
	else if (d->path->s[0] == '/')
		check_error(ck, d->pathpos ? d->pathpos : d->pos, "could not import %s (import path cannot be absolute path)", d->path->s);
	else if (!ck->conf->import_error)
		check_error(ck, d->pathpos ? d->pathpos : d->pos, "could not import %s (package not found)", d->path->s);
	p = fake_package(d->path);
	map_put(&ck->pkg->import_map, d->path, p);
	return p;
}

static void
dot_import(Collect *c, Decl *d, Object *pkgname, Package *imp)
{
	Checker *ck = c->ck;
	for (int i = 0; i < imp->scope->order.n; i++) {
		Object *o = imp->scope->order.v[i];
		if (!name_exported(o->name))
			continue;
		Object *alt = scope_insert(c->scope, o);
		if (alt) {
			err_expr(ck, d->names.v[0], "%s redeclared in this block%s", alt->name->s, other_decl(alt));
			continue;
		}
		struct DotImport dot = { c->scope, o->name, pkgname };
		vec_push(permanent, &ck->dots, dot);
	}
}

static void
import_decl(Collect *c, Decl *d)
{
	Checker *ck = c->ck;
	if (!d->path)
		return;
	const char *bad = import_path_fault(d->path);
	if (bad) {
		check_error(ck, d->pathpos ? d->pathpos : d->pos, "invalid import path (%s)", bad);
		return;
	}
	Package *imp = find_import(ck, d);
	Str *name = d->names.n ? d->names.v[0]->name : imp->name;
	if (strcmp(name->s, "init") == 0) {
		check_error(ck, d->pos, "cannot import package as init - init must be a func");
		return;
	}
	Object *o = object_new(O_PKGNAME, d->pos, ck->pkg, name, INVALID);
	o->imported = imp;
	o->decl = d;
	o->used = imp->fake;
	d->obj = o;
	if (d->names.n)
		d->names.v[0]->obj = o;
	vec_push(permanent, &ck->imports, o);
	if (strcmp(name->s, ".") == 0)
		dot_import(c, d, o, imp);
	else
		declare(ck, c->scope, NULL, o, NOPOS);
}

/* ---- constants and variables */

static void
const_decl(Collect *c, Decl *d)
{
	bool inherited = false;
	if (d->iota == 0 || !c->last_const || c->last_const->group != d->group || !d->group)
		c->last_const = NULL;
	if (d->type || d->values.n > 0)
		c->last_const = d;
	else
		inherited = c->last_const != NULL;
	Decl *src = c->last_const ? c->last_const : d;
	for (int i = 0; i < d->names.n; i++) {
		Expr *n = d->names.v[i];
		Object *o = object_new(O_CONST, n->pos, c->ck->pkg, n->name, NULL);
		o->val = const_int(d->iota);
		DeclInfo *info = info_new(c, o, d);
		info->vtyp = src->type;
		info->init = i < src->values.n ? src->values.v[i] : NULL;
		info->inherited = inherited;
		declare_pkg_obj(c, n, o, info);
		vec_push(permanent, &d->objs, o);
	}
	arity(c->ck, d->pos, &d->names, &src->values, true, inherited);
}

static void
var_decl(Collect *c, Decl *d)
{
	DeclInfo *shared = NULL;
	for (int i = 0; i < d->names.n; i++) {
		Expr *n = d->names.v[i];
		Object *o = object_new(O_VAR, n->pos, c->ck->pkg, n->name, NULL);
		vec_push(permanent, &d->objs, o);
		DeclInfo *info = shared;
		if (!info) {
			info = info_new(c, o, d);
			info->vtyp = d->type;
			info->init = d->values.n == 1 ? d->values.v[0] : i < d->values.n ? d->values.v[i] : NULL;
			if (d->values.n == 1)
				shared = info;
		}
		if (d->values.n == 1)
			vec_push(permanent, &info->lhs, o);
		for (int k = 0; k < d->pragmas.n; k++)
			if (strcmp(d->pragmas.v[k].verb->s, "embed") == 0)
				o->embed = o->embed ? str_fmt("%s %s", o->embed->s, d->pragmas.v[k].args->s) : d->pragmas.v[k].args;
		declare_pkg_obj(c, n, o, info);
	}
	if (!d->type || d->values.n > 0)
		arity(c->ck, d->pos, &d->names, &d->values, false, false);
}

static void
type_decl(Collect *c, Decl *d)
{
	Expr *n = d->names.v[0];
	Object *o = object_new(O_TYPE, n->pos, c->ck->pkg, n->name, NULL);
	o->is_alias = d->alias;
	o->pragma = d->pragma;
	d->obj = o;
	declare_pkg_obj(c, n, o, info_new(c, o, d));
}

/* ---- functions and methods */

static Expr *
unpack_recv(Expr *t, bool *ptr)
{
	t = unparen(t);
	*ptr = t->kind == E_STAR;
	if (*ptr)
		t = unparen(t->x);
	return t->kind == E_INDEX ? t->x : t;
}

static void
check_main_init(Checker *ck, Decl *d, const char *name)
{
	if (d->tparams.n > 0)
		check_error(ck, d->tparams.v[0]->pos, "func %s must have no type parameters", name);
	if (d->type->params.n > 0 || d->type->results.n > 0)
		check_error(ck, d->names.v[0]->pos, "func %s must have no arguments and no return values", name);
}

static void
plain_func(Collect *c, Decl *d, Object *o)
{
	Checker *ck = c->ck;
	Expr *n = d->names.v[0];
	bool is_init = strcmp(n->name->s, "init") == 0;
	if (is_init || (strcmp(n->name->s, "main") == 0 && strcmp(ck->pkg->name->s, "main") == 0))
		check_main_init(ck, d, n->name->s);
	n->obj = o;
	if (!is_init) {
		declare(ck, ck->pkg->scope, n, o, NOPOS);
		return;
	}
	o->parent = ck->pkg->scope;
	if (!d->body)
		check_error(ck, o->pos, "func init must have a body");
	vec_push(permanent, &ck->pkg->inits, d->fn);
}

static void
func_decl(Collect *c, Decl *d)
{
	Expr *n = d->names.v[0];
	Object *o = object_new(O_FUNC, n->pos, c->ck->pkg, n->name, NULL);
	o->pragma = d->pragma;
	FuncInfo *fn = NEW(permanent, FuncInfo);
	fn->obj = o;
	fn->decl = d;
	fn->pkg = c->ck->pkg;
	fn->body = d->body;
	d->obj = o;
	d->fn = o->fn = fn;
	vec_push(permanent, &fn->pkg->funcs, fn);
	if (!d->recv) {
		plain_func(c, d, o);
	} else {
		MethodDecl m = { o, false, NULL };
		m.recv = unpack_recv(d->recv->type, &m.ptr);
		o->is_method = true;
		n->obj = o;
		if (m.recv->kind == E_NAME && strcmp(n->name->s, "_") != 0)
			vec_push(permanent, &c->methods, m);
	}
	if (d->tparams.n > 0)
		verify_version(c->ck, d->tparams.v[0]->pos, 18, "type parameter");
	register_object(c, o, info_new(c, o, d));
}

/* The declared type that a method's receiver name stands for, through aliases. */
static Object *
resolve_base(Checker *ck, bool *ptr, Expr *name)
{
	for (int n = 0; name && n < 1000; n++) {
		Object *o = scope_lookup(ck->pkg->scope, name->name);
		if (!o || o->kind != O_TYPE)
			return NULL;
		Decl *d = decl_info(o)->decl;
		if (!d->alias)
			return o;
		if (d->tparams.n > 0)
			return NULL;
		Expr *t = unparen(d->type);
		if (t->kind == E_STAR) {
			if (*ptr)
				return NULL;
			*ptr = true;
			t = unparen(t->x);
		}
		name = t->kind == E_NAME ? t : NULL;
	}
	return NULL;
}

static void
associate_methods(Collect *c)
{
	for (int i = 0; i < c->methods.n; i++) {
		MethodDecl *m = &c->methods.v[i];
		Object *base = resolve_base(c->ck, &m->ptr, m->recv);
		if (!base)
			continue;
		m->obj->ptr_recv = m->ptr;
		ObjectList *l = map_get(&c->ck->methods, base);
		if (!l) {
			l = NEW(permanent, ObjectList);
			map_put(&c->ck->methods, base, l);
		}
		vec_push(permanent, l, m->obj);
	}
}

/* ---- files */

static void
file_decl(Collect *c, Decl *d)
{
	if (d->kind != D_CONST)
		c->last_const = NULL;
	switch (d->kind) {
	case D_IMPORT: import_decl(c, d); break;
	case D_CONST: const_decl(c, d); break;
	case D_VAR: var_decl(c, d); break;
	case D_TYPE: type_decl(c, d); break;
	case D_FUNC: func_decl(c, d); break;
	}
}

/* A file may ask for another language version; never below go1.21. */
static const char *
file_version(Checker *ck, File *f)
{
	if (!f->goversion)
		return ck->pkg->goversion;
	int minor = 0;
	if (sscanf(f->goversion->s, "go1.%d", &minor) == 1 && minor < 21)
		return "go1.21";
	return f->goversion->s;
}

/* A name of a file scope may not be one of the package too. */
static void
file_scope_conflicts(Collect *c)
{
	Scope *pkg = c->ck->pkg->scope;
	for (int i = 0; i < c->file_scopes.n; i++) {
		Scope *s = c->file_scopes.v[i];
		for (int k = 0; k < s->order.n; k++) {
			Object *o = s->order.v[k], *alt = scope_lookup(pkg, o->name);
			if (!alt)
				continue;
			if (o->kind == O_PKGNAME)
				check_error(c->ck, alt->pos, "%s already declared through import of package %s (\"%s\")%s", alt->name->s,
					o->imported->name->s, o->imported->path->s, other_decl(o));
			else
				check_error(c->ck, alt->pos, "%s already declared through dot-import of package %s (\"%s\")%s", alt->name->s,
					o->pkg->name->s, o->pkg->path->s, other_decl(o));
		}
	}
}

static bool
imports_unsafe(File *f)
{
	for (int i = 0; i < f->decls.n; i++)
		if (f->decls.v[i]->kind == D_IMPORT && f->decls.v[i]->path && strcmp(f->decls.v[i]->path->s, "unsafe") == 0)
			return true;
	return false;
}

static const char *
linkname_fault(File *f, const char *remote, Object *o)
{
	if (!imports_unsafe(f))
		return "//go:linkname only allowed in Go files that import \"unsafe\"";
	if (remote && strchr(remote, '[') && strchr(remote, ']'))
		return "//go:linkname reference of an instantiation is not allowed";
	if (!o || (o->kind != O_FUNC && o->kind != O_VAR))
		return "//go:linkname must refer to declared function or variable";
	return o->linkname ? fmt_text("duplicate //go:linkname for %s", o->name->s) : NULL;
}

/* What only the runtime and cgo may say. */
static void
restricted_pragmas(Checker *ck, File *f)
{
	for (int i = 0; i < f->restricted.n && !ck->pkg->is_std; i++) {
		Pragma *pr = &f->restricted.v[i];
		if (strncmp(pr->verb->s, "cgo_", 4) == 0)
			check_error(ck, pr->pos, "//go:%s%s%s only allowed in cgo-generated code", pr->verb->s, pr->args->len ? " " : "", pr->args->s);
		else
			check_error(ck, pr->pos, "//go:%s only allowed in runtime", pr->verb->s);
	}
}

static void
linknames(Checker *ck, File *f)
{
	for (int i = 0; i < f->linknames.n; i++) {
		const char *a = f->linknames.v[i].args->s, *sp = strpbrk(a, " \t");
		Str *local = str_intern(a, sp ? (size_t)(sp - a) : strlen(a));
		Object *o = scope_lookup(ck->pkg->scope, local);
		bool target = o && (o->kind == O_FUNC || o->kind == O_VAR);
		if (!target && !allow_version(ck, 18))
			continue;            /* without effect before go1.18 */
		const char *why = ck->pkg->is_std ? NULL : linkname_fault(f, sp, o);
		if (why)
			late_error(ck, f->linknames.v[i].pos, why);
		if (why || !o)
			continue;
		while (sp && (*sp == ' ' || *sp == '\t'))
			sp++;
		o->pragma |= PRAGMA_LINKNAME;
		size_t n = sp ? strcspn(sp, " \t\r") : 0;
		o->linkname = n ? str_intern(sp, n) : str_fmt("%s.%s", ck->pkg->path->s, local->s);
	}
}

void
collect_objects(Checker *ck)
{
	Collect c = { .ck = ck };
	for (int i = 0; i < ck->pkg->files.n; i++) {
		File *f = ck->pkg->files.v[i];
		c.file = f;
		c.scope = scope_new(ck->pkg->scope, NOPOS, f->eof);
		c.goversion = ck->env.goversion = file_version(ck, f);
		c.last_const = NULL;
		vec_push(permanent, &c.file_scopes, c.scope);
		for (int k = 0; k < f->decls.n; k++)
			file_decl(&c, f->decls.v[k]);
	}
	file_scope_conflicts(&c);
	associate_methods(&c);
	for (int i = 0; i < ck->pkg->files.n; i++)
		linknames(ck, ck->pkg->files.v[i]);
	for (int i = 0; i < ck->pkg->files.n; i++)
		restricted_pragmas(ck, ck->pkg->files.v[i]);
}

/* Types first, then aliases, then the rest: keeps cycles through methods and values out of the way. */
void
package_objects(Checker *ck)
{
	for (int i = 0; i < ck->objs.n; i++)
		if (ck->objs.v[i]->kind == O_TYPE && ck->objs.v[i]->type)
			collect_methods(ck, ck->objs.v[i]);
	for (int pass = 0; pass < 3; pass++)
		for (int i = 0; i < ck->objs.n; i++) {
			Object *o = ck->objs.v[i];
			int p = o->kind != O_TYPE ? 2 : o->is_alias;
			if (p == pass)
				obj_decl(ck, o);
		}
}
