/* typestring.c - types as text.
 *
 *   WR_ERROR    as error messages print them: packages by name, the current one not at all; aliases by their own name
 *   WR_REFLECT  as %T and reflect print them: main.T, struct { X int }, aliases resolved
 *   WR_LINK     as symbols spell them: full package paths, so that two types have the same text exactly when they are
 *               identical. Local types carry their function and number: main.f.T·1. Interfaces print their method set in
 *               order; embedded fields are told from named ones; unexported names carry their package.
 *
 * linkname.c reads the last form back. */
#include "types/checker.h"

typedef enum WriteMode { WR_ERROR, WR_REFLECT, WR_LINK, WR_LINKARG } WriteMode;
typedef struct Writer {
	StrBuf *b;
	WriteMode mode;                      /* WR_LINKARG: a type argument inside a WR_REFLECT text */
	Package *rel;
	int depth;
	bool no_names, full;                 /* WR_ERROR: leave parameter names out; packages by their whole path */
} Writer;

static void put_type(Writer *w, Type *t);
static const char *func_natural_name(Object *f);

/* Which package does a name mean in messages about rel? NULL in the map: more than one. */
static PtrMap *
package_names(Package *rel)
{
	static Package *cached;
	static int cached_imports;
	static PtrMap names, seen;
	static VecPtr work;

	if (cached == rel && cached_imports == rel->imports.n)
		return &names;
	map_clear(&names);
	map_clear(&seen);
	work.n = 0;
	vec_push(permanent, &work, rel);
	while (work.n > 0) {
		Package *p = work.v[--work.n];

		if (map_has(&seen, p))
			continue;
		map_put(&seen, p, p);
		if (p->name)
			map_put(&names, p->name, map_has(&names, p->name) ? NULL : p);
		for (int i = 0; i < p->imports.n; i++)
			vec_push(permanent, &work, p->imports.v[i]);
	}
	cached = rel;
	cached_imports = rel->imports.n;
	return &names;
}

static const char *
link_path(Package *p)
{
	StrBuf b = {0};
	const char *slash, *s = p->is_main ? "main" : p->path->s;

	slash = strrchr(s, '/');
	for (; *s; s++) {
		if ((*s == '.' && s > slash) || *s == '%' || *s == '"' || *s == '[' || *s == ' ')
			sb_printf(&b, "%%%02x", (unsigned char)*s);
		else
			sb_putc(&b, *s);
	}
	s = sb_intern(&b)->s;
	sb_free(&b);
	return s;
}

static void
put_package(Writer *w, Package *p)
{
	if (!p)
		return;
	if (w->mode >= WR_LINK) {
		sb_puts(w->b, link_path(p));
	} else if (w->full) {
		sb_puts(w->b, p->path->s);
	} else if (w->mode == WR_REFLECT || !w->rel) {
		sb_puts(w->b, p->name ? p->name->s : p->path->s);
	} else if (p == w->rel) {
		return;
	} else {
		PtrMap *names = package_names(w->rel);

		if (p->name && (map_get(names, p->name) == p || !map_has(names, p->name)))
			sb_puts(w->b, p->name->s);
		else
			sb_printf(w->b, "\"%s\"", p->path->s);
	}
	sb_putc(w->b, '.');
}

static void
put_quoted(StrBuf *b, const char *s, size_t n)
{
	sb_putc(b, '"');
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];

		if (c == '"' || c == '\\')
			sb_printf(b, "\\%c", c);
		else if (c == '\n')
			sb_puts(b, "\\n");
		else if (c == '\t')
			sb_puts(b, "\\t");
		else if (c < ' ' || c == 0x7f)
			sb_printf(b, "\\x%02x", c);
		else
			sb_putc(b, c);
	}
	sb_putc(b, '"');
}

static void
put_type_list(Writer *w, TypeList *outer, TypeList *list)
{
	WriteMode saved = w->mode;

	if (w->mode == WR_REFLECT)
		w->mode = WR_LINKARG;
	sb_putc(w->b, '[');
	for (int i = 0; i < outer->n + list->n; i++) {
		if (i > 0)
			sb_puts(w->b, w->mode == WR_ERROR ? ", " : i == outer->n ? ";" : ",");
		put_type(w, i < outer->n ? outer->v[i] : list->v[i - outer->n]);
	}
	sb_putc(w->b, ']');
	w->mode = saved;
}

static void
put_tparams(Writer *w, TypeList *list)
{
	Type *prev = NULL;

	sb_putc(w->b, '[');
	for (int i = 0; i < list->n; i++) {
		Type *tp = list->v[i];

		if (i > 0) {
			if (tp->constraint != prev && prev) {
				sb_putc(w->b, ' ');
				put_type(w, prev);
			}
			sb_puts(w->b, ", ");
		}
		prev = tp->constraint;
		put_type(w, tp);
	}
	if (prev) {
		sb_putc(w->b, ' ');
		put_type(w, prev);
	}
	sb_putc(w->b, ']');
}

/* main.F.T[outer;args]·2 */
static void
put_named(Writer *w, Type *t)
{
	static TypeList none;
	Object *o = t->obj;
	bool local = o->pkg && o->parent && o->parent != o->pkg->scope && !o->is_global;

	if (w->mode == WR_LINK && local) {
		if (o->enclosing)
			sb_printf(w->b, "%s.", func_natural_name(o->enclosing));
		else
			sb_printf(w->b, "%s.glob.", link_path(o->pkg));
	} else {
		put_package(w, o->pkg);
	}
	sb_puts(w->b, o->name->s);
	if (t->targs.n + t->outer_targs.n > 0)
		put_type_list(w, w->mode == WR_ERROR ? &none : &t->outer_targs, &t->targs);
	else if (w->mode == WR_ERROR && t->tparams.n > 0)
		put_tparams(w, &t->tparams);
	if (local && w->mode >= WR_LINK)
		sb_printf(w->b, "·%d", o->index);
}

static void
put_alias(Writer *w, Type *t)
{
	if (w->mode != WR_ERROR) {
		put_type(w, unalias(t));
		return;
	}
	put_package(w, t->obj->pkg);
	sb_puts(w->b, t->obj->name->s);
	if (t->targs.n > 0) {
		static TypeList none;
		put_type_list(w, &none, &t->targs);
	} else if (t->tparams.n > 0) {
		put_tparams(w, &t->tparams);
	}
}

static void
put_tuple(Writer *w, Type *t, bool variadic)
{
	sb_putc(w->b, '(');
	for (int i = 0; t && i < t->vars.n; i++) {
		Object *v = t->vars.v[i];

		if (i > 0)
			sb_puts(w->b, ", ");
		if (w->mode == WR_ERROR && !w->no_names && v->name && v->name->len > 0)
			sb_printf(w->b, "%s ", v->name->s);
		if (!variadic || i != t->vars.n - 1) {
			put_type(w, v->type);
		} else if (v->type && unalias(v->type)->kind == T_SLICE) {
			sb_puts(w->b, "...");
			put_type(w, unalias(v->type)->elem);
		} else {                     /* append([]byte, string...) */
			put_type(w, v->type);
			sb_puts(w->b, "...");
		}
	}
	sb_putc(w->b, ')');
}

static void
put_signature(Writer *w, Type *t)
{
	if (w->mode == WR_ERROR && t->tparams.n > 0)
		put_tparams(w, &t->tparams);
	put_tuple(w, t->params, t->variadic);
	if (!t->results || t->results->vars.n == 0)
		return;
	sb_putc(w->b, ' ');
	Object *r = t->results->vars.v[0];
	if (t->results->vars.n == 1 && (w->mode != WR_ERROR || !r->name || r->name->len == 0))
		put_type(w, r->type);
	else
		put_tuple(w, t->results, false);
}

/* Does the embedded field's name, and its package when it is not exported, follow from its type? Not so when an alias was embedded, or a
 * predeclared type: struct{ int } is another type in each package. */
static bool
implied_name(Object *f)
{
	Type *t = unalias(f->type);

	if (t && t->kind == T_POINTER)
		t = unalias(t->elem);
	if (!t)
		return false;
	return (t->kind == T_NAMED || t->kind == T_TYPEPARAM) && t->obj->name == f->name && (name_exported(f->name) || t->obj->pkg == f->pkg);
}

static void
put_field(Writer *w, Object *f, Str *tag)
{
	if (w->mode >= WR_LINK && (!f->embedded || !implied_name(f))) {
		if (!name_exported(f->name))
			put_package(w, f->pkg);
		sb_printf(w->b, "%s%s", f->name->s, f->embedded ? " = " : " ");
	} else if (!f->embedded) {
		sb_printf(w->b, "%s ", f->name->s);
	}
	put_type(w, f->type);
	if (tag && tag->len > 0) {
		sb_putc(w->b, ' ');
		put_quoted(w->b, tag->s, tag->len);
	}
}

static void
put_struct(Writer *w, Type *t)
{
	const char *sp = w->mode == WR_ERROR ? "" : " ";

	sb_puts(w->b, w->mode == WR_ERROR ? "struct{" : "struct {");
	for (int i = 0; i < t->fields.n; i++) {
		sb_puts(w->b, i > 0 ? "; " : sp);
		put_field(w, t->fields.v[i], t->tags ? t->tags[i] : NULL);
	}
	sb_printf(w->b, "%s}", t->fields.n > 0 ? sp : "");
}

static void
put_term(Writer *w, TypeTerm *t, int i)
{
	if (i > 0)
		sb_puts(w->b, " | ");
	if (t->tilde)
		sb_putc(w->b, '~');
	put_type(w, t->type);
}

static void
put_method(Writer *w, Method *m)
{
	if (w->mode != WR_ERROR && !name_exported(m->name))
		put_package(w, m->pkg);
	sb_puts(w->b, m->name->s);
	if (m->sig)
		put_signature(w, m->sig);
	else
		sb_puts(w->b, "()");
}

static void
put_interface_set(Writer *w, Type *t)
{
	TypeSet *s = type_set(t);
	int n = 0;

	sb_puts(w->b, "interface {");
	for (int i = 0; i < s->methods.n; i++) {
		sb_puts(w->b, n++ > 0 ? "; " : " ");
		put_method(w, &s->methods.v[i]);
	}
	if (s->comparable)
		sb_puts(w->b, n++ > 0 ? "; comparable" : " comparable");
	if (!s->all) {
		sb_puts(w->b, n++ > 0 ? "; " : " ");
		for (int i = 0; i < s->terms.n; i++)
			put_term(w, &s->terms.v[i], i);
	}
	sb_puts(w->b, n > 0 ? " }" : "}");
}

/* Declared methods, in order of their names. */
static void
put_methods(Writer *w, Type *t)
{
	Vec(Method *) l = {0};

	for (int i = 0; i < t->methods.n; i++) {
		Method *m = &t->methods.v[i];
		int k = l.n;

		vec_push(permanent, &l, m);
		for (; k > 0 && method_compare(l.v[k - 1]->name, l.v[k - 1]->pkg, m->name, m->pkg) > 0; k--)
			l.v[k] = l.v[k - 1];
		l.v[k] = m;
	}
	for (int i = 0; i < l.n; i++) {
		sb_puts(w->b, i > 0 ? "; " : "");
		put_method(w, l.v[i]);
	}
}

static void
put_interface(Writer *w, Type *t)
{
	int n = 0;

	if (w->mode != WR_ERROR) {
		put_interface_set(w, t);
		return;
	}
	if (type_any && t == unalias(type_any)) {
		sb_puts(w->b, "any");
		return;
	}
	if (t->implicit && t->methods.n == 0 && t->embeds.n == 1) {
		put_type(w, t->embeds.v[0]);
		return;
	}
	if (t->comparable && t->methods.n == 0 && t->embeds.n == 0) {
		sb_puts(w->b, "interface{comparable}");
		return;
	}
	sb_puts(w->b, "interface{");
	put_methods(w, t);
	n = t->methods.n;
	for (int i = 0; i < t->embeds.n; i++) {
		sb_puts(w->b, n++ > 0 ? "; " : "");
		put_type(w, t->embeds.v[i]);
	}
	sb_putc(w->b, '}');
}

static void
put_chan(Writer *w, Type *t)
{
	Type *e = t->elem ? (w->mode == WR_ERROR ? t->elem : unalias(t->elem)) : NULL;
	bool parens = t->dir == CHAN_BOTH && e && e->kind == T_CHAN && e->dir == CHAN_RECV;

	sb_puts(w->b, t->dir == CHAN_BOTH ? "chan " : t->dir == CHAN_SEND ? "chan<- " : "<-chan ");
	if (parens)
		sb_putc(w->b, '(');
	put_type(w, t->elem);
	if (parens)
		sb_putc(w->b, ')');
}

static void
put_typeparam(Writer *w, Type *t)
{
	sb_puts(w->b, t->obj->name->s);
	if (w->mode == WR_ERROR && universe && scope_lookup(universe, t->obj->name))
		sb_printf(w->b, " /* with %s declared at %s */", t->obj->name->s, pos_string(t->obj->pos));
}

static const char *const basic_name[T_UNTYPED_NIL + 1] = {
	"invalid type", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64", "uintptr",
	"float32", "float64", "complex64", "complex128", "string", "unsafe.Pointer", "untyped bool", "untyped int", "untyped rune",
	"untyped float", "untyped complex", "untyped string", "untyped nil",
};

static void
put_basic(Writer *w, Type *t)
{
	if (w->mode == WR_ERROR && t == type_byte)
		sb_puts(w->b, "byte");
	else if (w->mode == WR_ERROR && t == type_rune)
		sb_puts(w->b, "rune");
	else
		sb_puts(w->b, basic_name[t->kind]);
}

static void
put_known_type(Writer *w, Type *t)
{
	switch (t->kind) {
	case T_ARRAY:
		sb_printf(w->b, "[%lld]", (long long)t->len);
		put_type(w, t->elem);
		break;
	case T_SLICE:
		sb_puts(w->b, "[]");
		put_type(w, t->elem);
		break;
	case T_POINTER:
		sb_putc(w->b, '*');
		put_type(w, t->elem);
		break;
	case T_MAP:
		sb_puts(w->b, "map[");
		put_type(w, t->key);
		sb_putc(w->b, ']');
		put_type(w, t->elem);
		break;
	case T_SIGNATURE:
		sb_puts(w->b, "func");
		put_signature(w, t);
		break;
	case T_UNION:
		for (int i = 0; i < t->terms.n; i++)
			put_term(w, &t->terms.v[i], i);
		break;
	case T_STRUCT: put_struct(w, t); break;
	case T_TUPLE: put_tuple(w, t, false); break;
	case T_INTERFACE: put_interface(w, t); break;
	case T_CHAN: put_chan(w, t); break;
	case T_NAMED: put_named(w, t); break;
	case T_ALIAS: put_alias(w, t); break;
	case T_TYPEPARAM: put_typeparam(w, t); break;
	default: put_basic(w, t);
	}
}

static void
put_type(Writer *w, Type *t)
{
	if (!t) {
		sb_puts(w->b, "<nil>");
	} else if (w->depth > 200 && w->mode == WR_ERROR) {  /* only through unnamed types that an error made cyclic */
		sb_puts(w->b, "...");
	} else {
		w->depth++;
		put_known_type(w, t);
		w->depth--;
	}
}

StrBuf *
ring_buffer(void)
{
	static StrBuf ring[32];
	static unsigned next;
	StrBuf *b = &ring[next++ % NELEM(ring)];

	sb_reset(b);
	sb_putc(b, 0);
	sb_reset(b);
	return b;
}

void
sb_type(StrBuf *b, Type *t, Package *rel)
{
	Writer w = {b, WR_ERROR, rel, 0, false, false};

	put_type(&w, t);
}

/* Name and signature without parameter names, for "have" and "want"; full: packages by path. */
const char *
method_string(Str *name, Type *sig, Package *rel, bool full)
{
	StrBuf *b = ring_buffer();
	Writer w = {b, WR_ERROR, rel, 0, true, full};

	sb_puts(b, name->s);
	if (sig)
		put_signature(&w, sig);
	return b->s;
}

/* With whole package paths: the terms of a type set print so. */
const char *
type_path_string(Type *t)
{
	StrBuf *b = ring_buffer();
	Writer w = {b, WR_ERROR, NULL, 0, false, true};

	put_type(&w, t);
	return b->s;
}

const char *
type_string(Type *t, Package *rel)
{
	StrBuf *b = ring_buffer();

	sb_type(b, t, rel);
	return b->s;
}

static const char *
intern_mode(Type *t, WriteMode mode)
{
	StrBuf b = {0};
	Writer w = {&b, mode, NULL, 0, false, false};
	const char *s;

	put_type(&w, t);
	s = sb_intern(&b)->s;
	sb_free(&b);
	return s;
}

const char *
type_reflect_string(Type *t)
{
	return intern_mode(t, WR_REFLECT);
}

const char *
type_linkname(Type *t)
{
	if (!t->linkname)
		t->linkname = intern_mode(t, WR_LINK);
	return t->linkname;
}

static void
put_receiver(Writer *w, Object *f)
{
	Type *r = f->type && f->type->recv ? unalias(f->type->recv->type) : NULL;
	bool ptr = r && r->kind == T_POINTER;

	if (ptr)
		r = unalias(r->elem);
	if (!r || !(r->kind == T_NAMED))
		return;
	sb_printf(w->b, ptr ? "(*%s)." : "%s.", r->obj->name->s);
}

/* The symbol by package, receiver and name, whatever //go:linkname says. */
static const char *
func_natural_name(Object *f)
{
	StrBuf b = {0};
	Writer w = {&b, WR_LINK, NULL, 0, false, false};
	const char *s;

	if (f->origin)
		f = f->origin;
	put_package(&w, f->pkg);
	put_receiver(&w, f);
	sb_puts(&b, f->name->s);
	s = sb_intern(&b)->s;
	sb_free(&b);
	return s;
}

const char *
func_linkname(Object *f)
{
	return f->linkname ? f->linkname->s : func_natural_name(f);
}

/* "main.f.T": what a local type's link name has before its arguments and number. */
const char *
local_type_prefix(Object *o)
{
	const char *f = o->enclosing ? func_natural_name(o->enclosing) : str_fmt("%s.glob", link_path(o->pkg))->s;

	return str_fmt("%s.%s", f, o->name->s)->s;
}

static void
put_object_type(StrBuf *b, Object *o, Package *rel)
{
	Writer w = {b, WR_ERROR, rel, 0, false, false};

	if (!o->type)
		return;
	if (o->kind == O_FUNC && o->type->kind == T_SIGNATURE) {
		put_signature(&w, o->type);
	} else {
		sb_putc(b, ' ');
		put_type(&w, o->type);
	}
}

const char *
object_string(Object *o, Package *rel)
{
	static const char *const word[] = {"package", "const", "type", "var", "func", "label", "builtin", "nil"};
	StrBuf *b = ring_buffer();
	Writer w = {b, WR_ERROR, rel, 0, false, false};

	sb_printf(b, "%s ", o->is_field ? "field" : word[o->kind]);
	if (o->is_global)
		put_package(&w, o->pkg);
	if (o->kind == O_FUNC)
		put_receiver(&w, o);
	sb_puts(b, o->name ? o->name->s : "");
	if (o->kind != O_TYPE && o->kind != O_PKGNAME)
		put_object_type(b, o, rel);
	return b->s;
}
