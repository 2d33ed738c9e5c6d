/* lookup.c - fields and methods through embedding, and method sets.
 *
 * The spec's selector rule: the shallowest depth that has the name wins, and must have it once. The search goes breadth
 * first over embedded fields; a named type met at a smaller depth shadows its later occurrences, one met several times at
 * the same depth makes what it contains ambiguous. Methods of a declared type may not have their signatures yet while the
 * package is being checked: method_ready completes one before its type is looked at. */
#include "types/checker.h"

typedef struct Embedded {
	Type *type;
	int *path; int npath;                /* field indices from the start */
	bool indirect;                       /* a pointer lies on the way */
	bool multiples;                      /* the type occurs more than once at this depth */
} Embedded;
typedef Vec(Embedded) EmbeddedList;

Checker *active_checker;

static bool
equal_fold(Str *a, Str *b)
{
	if (a->len != b->len)
		return false;
	for (uint32_t i = 0; i < a->len; i++) {
		unsigned char x = (unsigned char)a->s[i], y = (unsigned char)b->s[i];

		if (x >= 'A' && x <= 'Z')
			x += 'a' - 'A';
		if (y >= 'A' && y <= 'Z')
			y += 'a' - 'A';
		if (x != y)
			return false;
	}
	return true;
}

/* Do (opkg, oname) and (pkg, name) denote the same identifier? */
static bool
matches(Package *opkg, Str *oname, Package *pkg, Str *name, bool fold)
{
	return oname == name ? same_id(oname, opkg, name, pkg) || fold : fold && equal_fold(oname, name);
}

/* A method found by name may not have been checked yet. */
void
method_ready(Object *f)
{
	if (active_checker && f->origin)
		f = f->origin;
	if (active_checker && f->kind == O_FUNC && !f->type)
		obj_decl(active_checker, f);
}

static int *
path_append(int *path, int n, int i)
{
	int *p = NEWN(permanent, int, n + 1);

	if (n > 0)
		memcpy(p, path, sizeof(int) * (size_t)n);
	p[n] = i;
	return p;
}

int
method_index(Type *named, Package *pkg, Str *name, bool fold)
{
	Type *o = named->origin ? named->origin : named;

	for (int i = 0; i < o->methods.n; i++)
		if (matches(o->methods.v[i].pkg, o->methods.v[i].name, pkg, name, fold))
			return i;
	return -1;
}

/* One candidate, the idx-th of its type: a second one at the same depth makes the name ambiguous. False ends the search. */
static bool
lookup_found(Lookup *r, Embedded *e, Object *o, int idx)
{
	bool again = r->obj || e->multiples;

	r->obj = again ? NULL : o;
	r->indirect = !again && e->indirect;
	r->path.v = path_append(e->path, e->npath, idx);
	r->path.n = r->path.cap = e->npath + 1;
	return !again;
}

static bool
lookup_struct(Lookup *r, Embedded *e, Type *s, Package *pkg, Str *name, bool fold, EmbeddedList *next)
{
	for (int i = 0; i < s->fields.n; i++) {
		Object *f = s->fields.v[i];

		if (matches(f->pkg, f->name, pkg, name, fold)) {
			if (!lookup_found(r, e, f, i))
				return false;
		} else if (!r->obj && f->embedded && f->type) {
			bool ptr;
			Type *t = type_deref(f->type, &ptr);
			Embedded n = {t, path_append(e->path, e->npath, i), e->npath + 1, e->indirect || ptr, e->multiples};

			vec_push(permanent, next, n);
		}
	}
	return true;
}

static bool
lookup_interface(Lookup *r, Embedded *e, Type *iface, Package *pkg, Str *name, bool fold)
{
	TypeSet *s = type_set(iface);

	for (int i = 0; i < s->methods.n; i++)
		if (matches(s->methods.v[i].pkg, s->methods.v[i].name, pkg, name, fold))
			return lookup_found(r, e, s->methods.v[i].func, i);
	return true;
}

/* Looks into one type; false when the name turned out ambiguous. */
static bool
lookup_in(Lookup *r, Embedded *e, TypeList *seen, Package *pkg, Str *name, bool fold, EmbeddedList *next)
{
	Type *t = unalias(e->type), *u;

	if (t->kind == T_NAMED) {
		int i;

		for (int k = 0; k < seen->n; k++)
			if (seen->v[k] == t || type_identical(seen->v[k], t))
				return true;
		vec_push(permanent, seen, t);
		i = method_index(t, pkg, name, fold);
		if (i >= 0)
			return lookup_found(r, e, method_of_instance(t, i), i);
	}
	u = type_under(t);
	if (u && u->kind == T_STRUCT)
		return lookup_struct(r, e, u, pkg, name, fold, next);
	if (u && u->kind == T_INTERFACE)
		return lookup_interface(r, e, u, pkg, name, fold);
	return true;
}

/* Entries of the same type become one, marked. */
static void
consolidate(EmbeddedList *l)
{
	int n = 0;

	for (int i = 0; i < l->n; i++) {
		int k = 0;

		while (k < n && !type_identical(l->v[k].type, l->v[i].type))
			k++;
		if (k < n)
			l->v[k].multiples = true;
		else
			l->v[n++] = l->v[i];
	}
	l->n = n;
}

/* The search without the rule for named pointer types. */
static void
lookup_raw(Type *t, bool addressable, Package *pkg, Str *name, bool fold, Lookup *r)
{
	EmbeddedList current = {0};
	TypeList seen = {0};
	bool ptr;

	memset(r, 0, sizeof(*r));
	if (name->len == 1 && name->s[0] == '_')
		return;
	t = type_deref(t, &ptr);
	if (ptr && type_under(t)->kind == T_INTERFACE)
		return;
	vec_push(permanent, &current, ((Embedded){t, NULL, 0, ptr, false}));
	while (current.n > 0 && !r->obj) {
		EmbeddedList next = {0};

		for (int i = 0; i < current.n; i++)
			if (!lookup_in(r, &current.v[i], &seen, pkg, name, fold, &next))
				return;
		consolidate(&next);
		current = next;
	}
	if (r->obj && r->obj->kind == O_FUNC && r->obj->ptr_recv && !r->indirect && !addressable) {
		memset(r, 0, sizeof(*r));
		r->indirect = true;
	}
}

void
lookup_object(Type *t, bool addressable, Package *pkg, Str *name, bool fold, Lookup *r)
{
	Type *n = as_named(t);

	if (n && type_under(n)->kind == T_POINTER) {
		lookup_raw(type_under(n), false, pkg, name, fold, r);
		if (r->obj && r->obj->kind == O_FUNC)
			memset(r, 0, sizeof(*r));
	} else {
		lookup_raw(t, addressable, pkg, name, fold, r);
	}
}

int
field_index(Type *t, Package *pkg, Str *name, bool fold)
{
	if (name->len == 1 && name->s[0] == '_')
		return -1;
	for (int i = 0; i < t->fields.n; i++)
		if (matches(t->fields.v[i]->pkg, t->fields.v[i]->name, pkg, name, fold))
			return i;
	return -1;
}

/* A found field or method as a Selection of kind SEL_FIELD or SEL_METHODVAL. */
static Selection *
selection_new(Type *recv, Lookup *r)
{
	Selection *s = NEW(permanent, Selection);

	s->kind = r->obj->kind == O_FUNC ? SEL_METHODVAL : SEL_FIELD;
	s->recv = recv;
	s->obj = r->obj;
	s->indirect = r->indirect;
	for (int i = 0; i < r->path.n - (r->obj->kind == O_FUNC); i++)
		vec_push(permanent, &s->path, r->path.v[i]);
	method_ready(r->obj);
	s->type = r->obj->type;
	return s;
}

Selection *
lookup_field_or_method(Type *t, bool addressable, Package *pkg, Str *name)
{
	Lookup r;

	lookup_object(t, addressable, pkg, name, false, &r);
	return r.obj ? selection_new(t, &r) : NULL;
}

/* --- method sets --- */

static int
compare_entries(const MethodSetEntry *a, const MethodSetEntry *b)
{
	return method_compare(a->name, a->pkg, b->name, b->pkg);
}

static void
sort_entries(MethodSet *m)
{
	for (int i = 1; i < m->n; i++) {
		MethodSetEntry e = m->v[i];
		int k = i;

		for (; k > 0 && compare_entries(&m->v[k - 1], &e) > 0; k--)
			m->v[k] = m->v[k - 1];
		m->v[k] = e;
	}
}

static void
add_candidate(MethodSet *m, Type *t, Str *name, Package *pkg)
{
	Lookup r;
	MethodSetEntry e = {name, name_exported(name) ? NULL : pkg, NULL};

	for (int i = 0; i < m->n; i++)
		if (m->v[i].name == name && m->v[i].pkg == e.pkg)
			return;
	lookup_object(t, false, pkg, name, false, &r);
	if (!r.obj || r.obj->kind != O_FUNC)
		return;
	e.sel = selection_new(t, &r);
	vec_push(permanent, m, e);
}

/* Every method name that occurs in t or below its embedded fields. */
static void
collect_candidates(MethodSet *m, Type *top, Type *t, TypeList *seen)
{
	Type *u;

	t = unalias(type_deref(t, NULL));
	for (int i = 0; i < seen->n; i++)
		if (seen->v[i] == t)
			return;
	vec_push(permanent, seen, t);
	if (t->kind == T_NAMED) {
		Type *o = t->origin ? t->origin : t;

		for (int i = 0; i < o->methods.n; i++)
			add_candidate(m, top, o->methods.v[i].name, o->methods.v[i].pkg);
	}
	u = type_under(t);
	if (u->kind == T_INTERFACE) {
		TypeSet *s = type_set(u);

		for (int i = 0; i < s->methods.n; i++)
			add_candidate(m, top, s->methods.v[i].name, s->methods.v[i].pkg);
	} else if (u->kind == T_STRUCT) {
		for (int i = 0; i < u->fields.n; i++)
			if (u->fields.v[i]->embedded)
				collect_candidates(m, top, u->fields.v[i]->type, seen);
	}
}

MethodSet *
method_set(Type *t)
{
	static PtrMap cache;
	MethodSet *m = map_get(&cache, t);
	TypeList seen = {0};

	if (m)
		return m;
	m = NEW(permanent, MethodSet);
	collect_candidates(m, t, t, &seen);
	sort_entries(m);
	map_put(&cache, t, m);
	return m;
}
