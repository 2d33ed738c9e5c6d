/* reach.c - what of a program is used: functions, types made into interfaces, methods called through interfaces.
 *
 * The linker can drop unused sections, but a type descriptor refers to every method of its type, so it would keep them all.
 * Therefore descriptors are made here, with the methods that can be called: those whose name and signature some reachable
 * code calls through an interface (or all exported ones once reflection looks methods up by a name unknown). This is rapid
 * type analysis (Bacon and Sweeney, OOPSLA 1996) with "made into an interface" in place of "instantiated".
 *
 * Input are the .sum files (ssa/summary.c has the format) and the summaries of what the link unit itself builds. A type is
 *
 *   described   made into an interface, or reflection comes to it from such a type: by elements, fields, keys, as its pointer,
 *               and, if the program looks at them, by parameters and methods
 *   named       only compared with, asserted to, or the type of a map or channel: its descriptor says no more than that needs
 *
 * Reflection that makes types looks for existing ones first, so in a program with it all named types are described.
 * Functions with K records (//go:kindfloat, ...: fmt's for floats, complex numbers, maps) print or handle values of these kinds. When
 * no type of them is described there can be none, and the linker puts runtime.unreachable in their place. */
#include "driver/driver.h"
#include "codegen/codegen.h"
#include <stdlib.h>

typedef struct Node {                        /* a symbol */
	const char *name;
	Strings recs;                        /* its records, from all objects that define it */
	bool reached;
	unsigned kinds;                      /* KINDS bits: follow it only if one of them is described; 0: always */
	int done;                            /* records already followed */
} Node;

static Program *lu;
static PtrMap nodes;                         /* Str* symbol -> Node* */
static Vec(Node *) work;
static PtrMap types;                         /* Str* linkname -> Type*: reached */
static TypeList type_work;                   /* in order of discovery */
static PtrMap named;                         /* Str* linkname -> Type*: named at least */
static TypeList name_work;
static PtrMap asserted;                      /* Str* linkname of an interface -> itself */
static Vec(Node *) held;                     /* reached, but their kinds are not described */
enum { KIND_F = 1, KIND_C = 2, KIND_M = 4 };
static unsigned kinds;                       /* that are described */
static PtrMap called;                        /* Str* "name\tsignature" -> itself */
static bool reflection;
static PtrMap kept;                          /* Str* "linkname\tmethod" -> itself */
static PtrMap itabs;                         /* Str* "type\tiface" -> itself */
static Vec(const char *) itab_list;
static bool changed;

static Node *
node(const char *name)
{
	Str *s = str_lit(name);
	Node *n = map_get(&nodes, s);

	if (!n) {
		n = NEW(permanent, Node);
		n->name = s->s;
		map_put(&nodes, s, n);
	}
	return n;
}

static bool
is_reached(const char *name)
{
	return node(name)->reached;
}

static void
mark(const char *name)
{
	Node *n = node(name);

	if (n->reached)
		return;
	n->reached = true;
	if (n->kinds && !(n->kinds & kinds))
		vec_push(permanent, &held, n);
	else
		vec_push(permanent, &work, n);
}

/* Those held whose kind has turned up. */
static void
release(void)
{
	int n = 0;

	for (int i = 0; i < held.n; i++)
		if (held.v[i]->kinds & kinds)
			vec_push(permanent, &work, held.v[i]);
		else
			held.v[n++] = held.v[i];
	held.n = n;
}

static unsigned
kind_letters(const char *s)
{
	return (strchr(s, 'f') ? KIND_F : 0) | (strchr(s, 'c') ? KIND_C : 0) | (strchr(s, 'm') ? KIND_M : 0);
}

/* Reads records into nodes. The link unit's summary is read again as it grows: old records come first and are known. */
static void
read_summary(char *text, PtrMap *seen)
{
	Node *cur = NULL;
	Str *name = NULL;
	char *save = NULL;

	for (char *l = strtok_r(text, "\n", &save); l; l = strtok_r(NULL, "\n", &save)) {
		if (l[0] == 'F' || l[0] == 'D') {
			cur = node(l + 2);
			name = str_lit(l + 2);
			continue;
		}
		if (!cur)
			continue;
		if (l[0] == 'K') {
			cur->kinds = kind_letters(l + 2);
			continue;
		}
		Str *key = str_fmt("%s\n%s", name->s, l);
		if (map_has(seen, key))
			continue;
		map_put(seen, key, key);
		strings_add(&cur->recs, fmt_str("%s", l));
		if (cur->reached)
			vec_push(permanent, &work, cur);
	}
}

static Package *
find_package(const char *path, void *ctx)
{
	(void)ctx;
	for (int i = 0; i < build.units.n; i++)
		if (build.units.v[i]->pkg && !strcmp(build.units.v[i]->pkg->path->s, path))
			return build.units.v[i]->pkg;
	return NULL;
}

static Type *
type_of(const char *linkname)
{
	Type *t = type_by_linkname(linkname, find_package, NULL);

	if (!t)
		fatal("link: unknown type %s", linkname);
	return t;
}

static unsigned
kind_bit(Type *t)
{
	Type *u = type_under(t);

	return type_is_float(u) ? KIND_F : type_is_complex(u) ? KIND_C : u->kind == T_MAP ? KIND_M : 0;
}

/* t joins the set, and waits for what it refers to; false when it is there. */
static bool
join(PtrMap *set, TypeList *waiting, Type *t)
{
	Str *s = str_lit(type_linkname(t));

	if (map_has(set, s))
		return false;
	map_put(set, s, t);
	vec_push(permanent, waiting, t);
	changed = true;
	return true;
}

static void
name_type(Type *t)
{
	join(&named, &name_work, unalias(t));
}

static void
reach_type(Type *t)
{
	t = unalias(t);
	if (join(&types, &type_work, t))
		kinds |= kind_bit(t);
}

static void
reach_tuple(Type *t)
{
	for (int i = 0; i < t->vars.n; i++)
		reach_type(t->vars.v[i]->type);
}

static void
reach_parts(Type *t)
{
	Type *u = type_under(t);

	switch (u->kind) {
	case T_MAP: reach_type(u->key); reach_type(u->elem); break;
	case T_ARRAY: case T_SLICE: case T_POINTER: case T_CHAN: reach_type(u->elem); break;
	case T_STRUCT:
		for (int i = 0; i < u->fields.n; i++)
			reach_type(u->fields.v[i]->type);
		break;
	}
}

/* What is reached from a described type only by some of reflection. */
static void
reach_more(Type *t, bool params)
{
	Type *u = type_under(t);

	if (params && u->kind == T_SIGNATURE) {
		reach_tuple(u->params);
		reach_tuple(u->results);
	} else if (reflection && u->kind == T_INTERFACE) {
		TypeSet *s = type_set(u);
		for (int i = 0; i < s->methods.n; i++)
			reach_type(s->methods.v[i].sig);
	}
}

static bool
described(Type *t)
{
	return map_has(&types, str_lit(type_linkname(unalias(t))));
}

/* Pointers to and slices of what is described: reflection finds them from there. */
static bool
is_derived(Type *t)
{
	return (t->kind == T_POINTER || t->kind == T_SLICE) && described(t->elem);
}

static void
reach_by_reflection(void)
{
	bool params = is_reached("internal/abi.(*FuncType).In") || is_reached("internal/abi.(*FuncType).Out") ||
		is_reached("runtime.SetFinalizer"), makes = is_reached("runtime.typelinkrange"),
		pointers = reflection && is_reached("reflect.pointerTo");       /* whose methods are looked up */

	for (int i = 0; i < type_work.n; i++) {
		reach_more(type_work.v[i], params);
		if (pointers && type_work.v[i]->kind == T_NAMED && !type_is_interface(type_work.v[i]))
			reach_type(type_pointer(type_work.v[i]));
	}
	for (int i = 0; i < name_work.n; i++)
		if (makes || is_derived(name_work.v[i]))
			reach_type(name_work.v[i]);
}

static void
follow(const char *rec)
{
	switch (rec[0]) {
	case 'C': case 'G': mark(rec + 2); break;
	case 'T': {
		Str *s = str_lit(rec + 2);
		if (!map_has(&types, s))
			reach_type(type_of(rec + 2));
		break;
	}
	case 'Q': {
		if (!map_has(&named, str_lit(rec + 2)))
			name_type(type_of(rec + 2));
		break;
	}
	case 'A': {
		Str *s = str_lit(rec + 2);
		map_put(&asserted, s, s);
		break;
	}
	case 'Y': {
		Str *s = str_lit(rec + 2);
		if (!map_has(&itabs, s)) {
			map_put(&itabs, s, s);
			vec_push(permanent, &itab_list, rec + 2);
		}
		break;
	}
	case 'I': {
		Str *s = str_lit(rec + 2);
		if (!map_has(&called, s)) {
			map_put(&called, s, s);
			changed = true;
		}
		break;
	}
	case 'R':
		changed |= !reflection;
		reflection = true;
		break;
	}
}

static void
drain(void)
{
	while (work.n) {
		Node *n = work.v[--work.n];
		while (n->done < n->recs.n)
			follow(n->recs.v[n->done++]);
	}
}

/* -- methods of reached types -- */

static Type *
method_signature(MethodSetEntry *m)
{
	Type *s = m->sel->obj->type;

	return s->recv ? type_signature(NULL, s->params, s->results, s->variadic) : s;
}

static bool
is_called(MethodSetEntry *m)
{
	if (reflection && name_exported(m->name))
		return true;
	return map_has(&called, str_fmt("%s\t%s", m->name->s, type_linkname(method_signature(m))));
}

static void
keep_methods(Type *t)
{
	if (type_is_interface(t))
		return;
	MethodSet *ms = method_set(t);
	for (int i = 0; i < ms->n; i++) {
		MethodSetEntry *m = &ms->v[i];
		Str *key = str_fmt("%s\t%s", type_linkname(t), m->name->s);
		if (map_has(&kept, key) || !is_called(m))
			continue;
		map_put(&kept, key, key);
		changed = true;
		if (reflection)
			reach_type(method_signature(m));
		Sym *w = build_method_wrapper(lu, t, m->sel, true);
		mark(w->name);
	}
}

/* Bodies that the link unit must have itself: wrappers, and instances of generic methods that no package needed before. */
static void
build_own(PtrMap *seen)
{
	StrBuf sum = {0};

	build_pending(lu);
	summary_write(lu, &sum);
	if (sum.s)
		read_summary(sum.s, seen);
	sb_free(&sum);
}

static bool
keep(Type *t, Str *method, void *ctx)
{
	(void)ctx;
	return map_has(&kept, str_fmt("%s\t%s", type_linkname(t), method->s));
}

static bool
is_asserted(Type *iface)
{
	return map_has(&asserted, str_lit(type_linkname(iface)));
}

static bool
read_units(PtrMap *seen)
{
	for (int i = 0; i < build.units.n; i++) {
		Unit *u = build.units.v[i];
		size_t len;
		char *text = file_read(u->sum, &len);
		if (!text) {
			fprintf(stderr, "minigo: %s: lost from the cache\n", u->sum);
			return false;
		}
		read_summary(text, seen);
		free(text);
	}
	return true;
}

static void
mark_roots(void)
{
	mark("main.main");
	mark("runtime.doInit");
#define CROOT(go, c) mark(go);
#include "runtime/abi/croots.def"
#undef CROOT
	for (int i = 0; i < N_RTCALL; i++)   /* lowering calls them where no record says so */
		mark(rt_info[i].name);
}

static void
emit_itabs(void)
{
	for (int i = 0; i < itab_list.n; i++) {
		const char *tab = strchr(itab_list.v[i], '\t');
		const char *tn = arena_strndup(permanent, itab_list.v[i], (size_t)(tab - itab_list.v[i]));
		codegen_itab(lu, type_of(tn), type_of(tab + 1), keep, NULL);
	}
}

/* absent: gets a line of linker script for each function that is named but cannot be called. */
bool
reach_run(Program *link_unit, Unit *main, StrBuf *absent)
{
	PtrMap seen = {0};
	int parts = 0;

	(void)main;
	lu = link_unit;
	if (!read_units(&seen))
		return false;
	mark_roots();
	do {
		changed = false;
		build_own(&seen);
		drain();
		while (parts < type_work.n)
			reach_parts(type_work.v[parts++]);
		for (int i = 0; i < type_work.n; i++)
			keep_methods(type_work.v[i]);
		reach_by_reflection();
		release();
		if (work.n)
			changed = true;
	} while (changed);
	codegen_descriptors(lu, &(DescrSet){ type_work.v, type_work.n, name_work.v, name_work.n, keep, is_asserted, NULL });
	emit_itabs();
	build_pending(lu);
	for (int i = 0; i < held.n; i++)
		sb_printf(absent, "\"%s\" = runtime.unreachable;\n", held.v[i]->name);
	return true;
}
