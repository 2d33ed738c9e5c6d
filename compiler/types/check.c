/* check.c - the check of one package from its first declaration to its last error.
 *
 *   collect_objects   package and file scopes, imports, methods (resolve.c)
 *   direct_cycles     type T1 T2; type T2 T1 (cycles.c)
 *   package_objects   every object's type, on demand in dependency order (decl.c)
 *   process_delayed   function bodies, and checks that need complete types
 *   init_order, unused_imports, mono_check
 *
 * An error marks the operand or type as invalid, and whatever is invalid is passed over in silence afterwards. */
#include "types/checker.h"

static Pos
first_pos(Checker *ck, Pos pos)
{
	return ck->env.errpos ? ck->env.errpos : pos;
}

/* An error about the language version says where the version comes from. */
static const char *
version_source(Checker *ck, const char *msg)
{
	const char *r = strstr(msg, "requires go1.");
	if (!r || !strstr(r, " or later"))
		return "";
	const char *lang = ck->pkg->goversion, *file = ck->env.goversion;
	if (file && lang && file != lang)    /* the pointer: a file's line may name the package's version too */
		return fmt_text(" (file declares //go:build %s)", file);
	return fmt_text(" (-lang was set to %s; check go.mod)", lang ? lang : "");
}

/* Messages that quote something invalid are follow-ups when anything was reported before. */
static void
report(Checker *ck, Pos pos, const char *fmt, va_list ap)
{
	StrBuf b = {0};
	sb_vprintf(&b, fmt, ap);
	const char *op = strstr(b.s, "invalid operand"), *ty = strstr(b.s, "invalid type");
	if (ck->nerrors == 0 || !((op && op != b.s) || (ty && ty != b.s))) {
		ck->nerrors++;
		error_at(first_pos(ck, pos), "%s%s", b.s, version_source(ck, b.s));
	}
	sb_free(&b);
}

void
check_error(Checker *ck, Pos pos, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	report(ck, pos, fmt, ap);
	va_end(ap);
}

void
err_expr(Checker *ck, Expr *e, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	report(ck, expr_start(e), fmt, ap);
	diag_range(expr_end(e));
	va_end(ap);
}

void
err_op(Checker *ck, Operand *x, const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	report(ck, x->expr ? expr_start(x->expr) : NOPOS, fmt, ap);
	if (x->expr)
		diag_range(expr_end(x->expr));
	va_end(ap);
}

const char *
fmt_text(const char *fmt, ...)
{
	StrBuf b = {0};
	va_list ap;
	va_start(ap, fmt);
	sb_vprintf(&b, fmt, ap);
	va_end(ap);
	const char *s = arena_strndup(permanent, b.s ? b.s : "", b.n);
	sb_free(&b);
	return s;
}

const char *
other_decl(Object *o)
{
	return o->pos ? fmt_text("\n\t%s: other declaration of %s", pos_string(o->pos), o->name->s) : "";
}

/* ---- delayed actions */

void
later(Checker *ck, Action f, void *arg)
{
	struct Delayed d = { f, arg, ck->env.goversion };
	vec_push(permanent, &ck->delayed, d);
}

void
process_delayed(Checker *ck, int top)
{
	const char *saved = ck->env.goversion;
	for (int i = top; i < ck->delayed.n; i++) {
		struct Delayed d = ck->delayed.v[i];
		ck->env.goversion = d.goversion;
		d.f(ck, d.arg);
	}
	ck->delayed.n = top;
	ck->env.goversion = saved;
}

DeclInfo *
decl_info(Object *o)
{
	return o->kind <= O_FUNC ? o->priv : NULL;
}

void
add_dep(Checker *ck, Object *to)
{
	if (to->origin)
		to = to->origin;
	if (ck->env.decl && to->pkg == ck->pkg && decl_info(to))
		map_put(&ck->env.decl->deps, to, to);
}

/* ---- language versions */

static int
version_minor(const char *v)
{
	if (!v || strncmp(v, "go1.", 4) != 0)
		return -1;
	int n = 0;
	for (v += 4; *v >= '0' && *v <= '9'; v++)
		n = n * 10 + (*v - '0');
	return n;
}

bool
allow_version(Checker *ck, int minor)
{
	int have = version_minor(ck->env.goversion);
	return have < 0 || have >= minor;
}

bool
verify_version(Checker *ck, Pos pos, int minor, const char *fmt, ...)
{
	if (allow_version(ck, minor))
		return true;
	StrBuf b = {0};
	va_list ap;
	va_start(ap, fmt);
	sb_vprintf(&b, fmt, ap);
	va_end(ap);
	check_error(ck, pos, "%s requires go1.%d or later", b.s, minor);
	sb_free(&b);
	return false;
}

/* ---- imports, as the driver prepares them */

Package *
package_import(Package *p, Str *path)
{
	return map_get(&p->import_map, path);
}

void
package_add_import(Package *p, Str *written, Package *imported)
{
	map_put(&p->import_map, written, imported);
	int i = 0;
	for (; i < p->imports.n; i++) {
		int c = strcmp(p->imports.v[i]->path->s, imported->path->s);
		if (c == 0)
			return;
		if (c > 0)
			break;
	}
	vec_push(permanent, &p->imports, imported);
	memmove(p->imports.v + i + 1, p->imports.v + i, sizeof *p->imports.v * (size_t)(p->imports.n - 1 - i));
	p->imports.v[i] = imported;
}

/* ---- the package */

static void
package_name(Checker *ck)
{
	Package *p = ck->pkg;
	for (int i = 0; i < p->files.n; i++) {
		Expr *n = p->files.v[i]->pkgname;
		if (!n || !n->name)
			continue;
		if (strcmp(n->name->s, "_") == 0)
			check_error(ck, n->pos, "invalid package name _");
		else if (!p->name)
			p->name = n->name;
		else if (n->name != p->name)
			check_error(ck, n->pos, "package %s; expected package %s", n->name->s, p->name->s);
	}
	if (!p->name)
		p->name = str_lit("_");
}

static void
missing_bodies(Checker *ck)
{
	for (int i = 0; i < ck->pkg->funcs.n; i++) {
		FuncInfo *f = ck->pkg->funcs.v[i];
		if (!f->body && !f->obj->linkname && !ck->conf->allow_bodyless)
			check_error(ck, f->decl->pos, "missing function body");
		if (f->body && (f->obj->pragma & PRAGMA_NOESCAPE))
			check_error(ck, f->decl->pos, "can only use //go:noescape with external func implementations");
	}
}

void
late_error(Checker *ck, Pos pos, const char *msg)
{
	struct LateError e = { pos, msg, NULL };
	vec_push(permanent, &ck->late, e);
}

/* where: the declaration that the type is part of, as in gc; the type itself outside of any. */
void
late_chan(Checker *ck, Type *chan, Expr *where)
{
	Object *o = ck->env.decl ? ck->env.decl->obj : NULL;
	struct LateError e = { o && o->kind != O_FUNC ? o->pos : where->pos, "channel element type too large (>64kB)", chan };
	vec_push(permanent, &ck->late, e);
}

enum { MAX_CHAN_ELEM = 1 << 16 };
#define MAX_TYPE ((int64_t)1 << 50)

static void
large_types(Checker *ck)
{
	for (int i = 0; i < ck->objs.n; i++) {
		Object *o = ck->objs.v[i];
		if ((o->kind != O_VAR && o->kind != O_TYPE) || !o->type || o->is_alias || unalias(o->type)->tparams.n > 0)
			continue;
		Type *u = type_under(o->type);
		if (o->kind == O_TYPE && u->kind != T_ARRAY && u->kind != T_STRUCT)
			continue;
		if (u->kind == T_INVALID || type_size(u) < MAX_TYPE)
			continue;
		check_error(ck, o->pos, "type %s larger than address space", type_string(u, ck->pkg));
	}
}

/* gc's back end finds these, so after a clean check only. */
static void
late_errors(Checker *ck)
{
	if (ck->nerrors || diag_count() > 0 || ck->conf->ignore_bodies)
		return;
	missing_bodies(ck);
	large_types(ck);
	for (int i = 0; i < ck->late.n; i++) {
		struct LateError *e = &ck->late.v[i];
		if (!e->chan || (!var_size(e->chan->elem) && type_size(e->chan->elem) >= MAX_CHAN_ELEM))
			check_error(ck, e->pos, "%s", e->msg);
	}
}

bool
check_package(Package *p, const CheckConf *conf)
{
	static int tparam_ids;
	Checker ck = { .pkg = p, .conf = conf, .next_tparam = tparam_ids };
	types_init();
	active_checker = &ck;
	if (!p->goversion)
		p->goversion = conf->goversion;
	ck.env.goversion = p->goversion;
	package_name(&ck);
	collect_objects(&ck);
	direct_cycles(&ck);
	package_objects(&ck);
	process_delayed(&ck, 0);
	init_order(&ck);
	if (!conf->ignore_bodies)
		unused_imports(&ck);
	if (ck.nerrors == 0) {
		mono_check(&ck);
		recursive_interfaces(&ck);
	}
	late_errors(&ck);
	tparam_ids = ck.next_tparam;
	active_checker = NULL;
	p->checked = true;
	p->failed = ck.nerrors > 0;
	return !p->failed;
}
