/* linkname.c - reads the text that type_linkname writes back into a type.
 *
 * The link step knows types only by these texts, from the summaries of cached packages. The grammar is typestring.c's
 * WR_LINK form; anything else (or a name that the program does not have) gives NULL. */
#include "types/checker.h"
#include <stdlib.h>

typedef struct Reader {
	const char *s;
	Package *(*find)(const char *path, void *ctx);
	void *ctx;
} Reader;

static Type *read_type(Reader *r);

static bool
eat(Reader *r, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(r->s, word, n) != 0)
		return false;
	r->s += n;
	return true;
}

/* A qualified name: up to a delimiter; the parentheses of a method's receiver in it belong to it. */
static Str *
read_word(Reader *r)
{
	const char *p = r->s;

	while (*p && !strchr(" ;,{}[])\"*", *p) && strncmp(p, "·", 2) != 0) {
		if (*p == '(' && !(p > r->s && p[-1] == '.' && p[1] == '*'))
			break;
		p += *p == '(' ? 2 : 1;
		if (p[-1] == '*')            /* (*R). */
			while (*p && *p != '.')
				p++;
	}
	Str *w = str_intern(r->s, (size_t)(p - r->s));
	r->s = p;
	return w;
}

static Package *
find_package(Reader *r, const char *s, size_t n)
{
	StrBuf b = {0};
	Package *p;
	unsigned c;

	for (size_t i = 0; i < n; i++) {
		if (s[i] == '%' && i + 2 < n && sscanf(s + i + 1, "%2x", &c) == 1) {
			sb_putc(&b, (int)c);
			i += 2;
		} else {
			sb_putc(&b, s[i]);
		}
	}
	p = b.n > 0 ? r->find(b.s, r->ctx) : NULL;
	sb_free(&b);
	return p;
}

/* Splits path.name: dots of the path's last element are escaped. */
static const char *
name_part(const char *w)
{
	const char *slash = strrchr(w, '/');

	return strchr(slash ? slash : w, '.');
}

static bool
read_type_list(Reader *r, TypeList *l)
{
	if (!eat(r, "["))
		return true;
	do {
		Type *t = read_type(r);

		if (!t)
			return false;
		vec_push(permanent, l, t);
	} while (eat(r, ",") || eat(r, ";"));
	return eat(r, "]");
}

static Type *
read_predeclared(Str *w)
{
	Object *o = w->universe;

	if (strcmp(w->s, "unsafe.Pointer") == 0)
		return basic_type[T_UNSAFEPTR];
	return o && o->kind == O_TYPE ? unalias(o->type) : NULL;
}

static Type *
find_local(Package *p, Str *w, int index, TypeList *args)
{
	for (int i = 0; i < p->local_types.n; i++) {
		Object *o = p->local_types.v[i];
		TypeList outer = {0}, targs = {0};
		int n;

		if (o->index != index || strcmp(local_type_prefix(o), w->s) != 0)
			continue;
		if (args->n == 0)
			return o->type;
		n = args->n - o->type->tparams.n;
		for (int k = 0; k < args->n; k++)
			vec_push(permanent, k < n ? &outer : &targs, args->v[k]);
		return named_instance(o->type, &outer, &targs);
	}
	return NULL;
}

static Type *
read_named(Reader *r)
{
	Str *w = read_word(r);
	const char *dot = name_part(w->s);
	TypeList args = {0};
	Package *p;
	Object *o;

	if (!dot || strcmp(w->s, "unsafe.Pointer") == 0)
		return read_predeclared(w);
	p = find_package(r, w->s, (size_t)(dot - w->s));
	if (!p || !read_type_list(r, &args))
		return NULL;
	if (eat(r, "·"))
		return find_local(p, w, (int)strtol(r->s, (char **)&r->s, 10), &args);
	o = scope_lookup(p->scope, str_lit(dot + 1));
	if (!o || o->kind != O_TYPE)
		return NULL;
	return args.n > 0 ? type_instantiate(o->type, args.v, args.n) : o->type;
}

static bool
read_params(Reader *r, ObjectList *l, bool *variadic)
{
	if (!eat(r, "("))
		return false;
	while (!eat(r, ")")) {
		Type *t;

		if (l->n > 0 && !eat(r, ", "))
			return false;
		if (eat(r, "..."))
			*variadic = true;
		t = read_type(r);
		if (!t)
			return false;
		vec_push(permanent, l, var_new(NOPOS, NULL, str_lit(""), *variadic ? type_slice(t) : t));
	}
	return true;
}

/* From the opening parenthesis on. */
static Type *
read_signature(Reader *r)
{
	ObjectList params = {0}, results = {0};
	bool variadic = false, no = false;

	if (!read_params(r, &params, &variadic))
		return NULL;
	if (r->s[0] == ' ' && r->s[1] == '(') {
		r->s++;
		if (!read_params(r, &results, &no))
			return NULL;
	} else if (r->s[0] == ' ' && r->s[1] && !strchr("\"}=", r->s[1])) {
		r->s++;
		Type *t = read_type(r);
		if (!t)
			return NULL;
		vec_push(permanent, &results, var_new(NOPOS, NULL, str_lit(""), t));
	}
	return type_signature(NULL, type_tuple(params.v, params.n), type_tuple(results.v, results.n), variadic);
}

static int
hex_escape(const char *p)
{
	unsigned c = 0;

	sscanf(p, "%2x", &c);
	return (int)c;
}

static Str *
read_tag(Reader *r)
{
	StrBuf b = {0};
	Str *s;

	for (r->s += 2; *r->s && *r->s != '"'; r->s++) {
		if (*r->s != '\\') {
			sb_putc(&b, *r->s);
			continue;
		}
		switch (*++r->s) {
		case 'n': sb_putc(&b, '\n'); break;
		case 't': sb_putc(&b, '\t'); break;
		case 'x':
			sb_putc(&b, hex_escape(r->s + 1));
			r->s += 2;
			break;
		default: sb_putc(&b, *r->s);
		}
	}
	r->s += *r->s == '"';
	s = sb_intern(&b);
	sb_free(&b);
	return s;
}

/* "name" or "path.name": sets the package of one that is not exported. */
static Object *
named_field(Reader *r, Str *w)
{
	const char *dot = name_part(w->s);
	Package *p = dot ? find_package(r, w->s, (size_t)(dot - w->s)) : NULL;

	return var_new(NOPOS, p, dot ? str_lit(dot + 1) : w, NULL);
}

static Str *
embedded_name(Type *t)
{
	t = type_deref(t, NULL);
	return t->obj ? t->obj->name : str_lit(type_reflect_string(t));
}

static Object *
read_field(Reader *r)
{
	const char *start = r->s;
	Str *w = read_word(r);
	bool named = w->len > 0 && r->s[0] == ' ' && r->s[1] != '"' && r->s[1] != '}';
	Object *f;

	if (named) {
		f = named_field(r, w);
		r->s++;
		f->embedded = eat(r, "= ");
		f->type = read_type(r);
	} else {
		r->s = start;
		Type *t = read_type(r);
		f = var_new(NOPOS, NULL, t ? embedded_name(t) : w, t);
		f->embedded = true;
		if (t && !name_exported(f->name))
			f->pkg = type_deref(t, NULL)->obj ? type_deref(t, NULL)->obj->pkg : NULL;
	}
	f->is_field = true;
	return f->type ? f : NULL;
}

static Type *
read_struct(Reader *r)
{
	ObjectList fields = {0};
	Vec(Str *) tags = {0};
	bool tagged = false;

	if (eat(r, "}"))
		return type_struct(NULL, 0, NULL);
	do {
		Object *f;

		if (!eat(r, " "))
			return NULL;
		f = read_field(r);
		if (!f)
			return NULL;
		f->index = fields.n;
		vec_push(permanent, &fields, f);
		vec_push(permanent, &tags, r->s[0] == ' ' && r->s[1] == '"' ? read_tag(r) : NULL);
		tagged |= tags.v[tags.n - 1] != NULL;
	} while (eat(r, ";"));
	if (!eat(r, " }"))
		return NULL;
	return type_struct(fields.v, fields.n, tagged ? tags.v : NULL);
}

static Type *
read_interface(Reader *r)
{
	Type *t = type_new(T_INTERFACE);

	t->complete = 1;
	if (eat(r, "}"))
		return t;
	do {
		Method m = {0};
		Object *o;

		if (!eat(r, " "))
			return NULL;
		o = named_field(r, read_word(r));
		if (o->name->len == 0 || *r->s != '(')
			return NULL;
		m.sig = read_signature(r);
		if (!m.sig)
			return NULL;
		m.name = o->name;
		m.pkg = o->pkg;
		m.func = object_new(O_FUNC, NOPOS, m.pkg, m.name, m.sig);
		m.func->is_method = true;
		vec_push(permanent, &t->methods, m);
	} while (eat(r, ";"));
	return eat(r, " }") ? t : NULL;
}

static Type *
read_chan(Reader *r, ChanDir dir)
{
	bool parens = eat(r, "(");
	Type *t = read_type(r);

	if (!t || (parens && !eat(r, ")")))
		return NULL;
	return type_chan(dir, t);
}

static Type *
read_array_or_slice(Reader *r)
{
	Type *t;
	int64_t n;

	if (eat(r, "]")) {
		t = read_type(r);
		return t ? type_slice(t) : NULL;
	}
	n = strtoll(r->s, (char **)&r->s, 10);
	if (!eat(r, "]"))
		return NULL;
	t = read_type(r);
	return t ? type_array(t, n) : NULL;
}

static Type *
read_map(Reader *r)
{
	Type *k = read_type(r), *e;

	if (!k || !eat(r, "]"))
		return NULL;
	e = read_type(r);
	return e ? type_map(k, e) : NULL;
}

static Type *
read_type(Reader *r)
{
	Type *t;

	if (eat(r, "*")) {
		t = read_type(r);
		return t ? type_pointer(t) : NULL;
	}
	if (eat(r, "["))
		return read_array_or_slice(r);
	if (eat(r, "map["))
		return read_map(r);
	if (eat(r, "chan<- "))
		return read_chan(r, CHAN_SEND);
	if (eat(r, "<-chan "))
		return read_chan(r, CHAN_RECV);
	if (eat(r, "chan "))
		return read_chan(r, CHAN_BOTH);
	if (strncmp(r->s, "func(", 5) == 0) {
		r->s += 4;
		return read_signature(r);
	}
	if (eat(r, "struct {"))
		return read_struct(r);
	if (eat(r, "interface {"))
		return read_interface(r);
	return read_named(r);
}

Type *
type_by_linkname(const char *name, Package *(*find)(const char *path, void *ctx), void *ctx)
{
	Reader r = {name, find, ctx};
	Type *t = read_type(&r);

	return t && *r.s == 0 ? t : NULL;
}
