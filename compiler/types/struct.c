/* struct.c - struct, interface and union types. */
#include "types/checker.h"

/* ---- structs */

typedef struct EmbedCheck { Type *t; Pos pos; } EmbedCheck;

static void
check_embedded(Checker *ck, void *arg)
{
	EmbedCheck *c = arg;
	bool ptr;
	Type *t = type_deref(c->t, &ptr), *u = type_under(t);
	if (u->kind == T_UNSAFEPTR)
		check_error(ck, c->pos, "embedded field type cannot be unsafe.Pointer");
	else if (u->kind == T_POINTER)
		check_error(ck, c->pos, "embedded field type cannot be a pointer");
	else if (u->kind == T_INTERFACE && type_is_typeparam(t))
		check_error(ck, c->pos, "embedded field type cannot be a (pointer to a) type parameter");
	else if (u->kind == T_INTERFACE && ptr)
		check_error(ck, c->pos, "embedded field type cannot be a pointer to an interface");
}

/* The name of an embedded field: T, *T, p.T, T[int]. */
static Expr *
embedded_name(Expr *e)
{
	if (e->kind == E_STAR && e->x->kind != E_STAR)
		e = e->x;
	if (e->kind == E_INDEX)
		e = e->x;
	return e->kind == E_NAME || e->kind == E_SELECTOR ? e : NULL;
}

static void
add_field(Checker *ck, Type *t, PtrMap *seen, Field *f, Pos pos, Str *name, Type *ft)
{
	Object *o = var_new(pos, ck->pkg, name, ft);
	o->is_field = o->used = true;
	o->embedded = !f->name;
	o->index = t->fields.n;
	if (strcmp(name->s, "_") != 0) {
		Object *alt = map_get(seen, name);
		if (alt) {
			check_error(ck, pos, "%s redeclared%s", name->s, other_decl(alt));
			return;
		}
		map_put(seen, name, o);
	}
	f->obj = o;
	if (f->name)
		f->name->obj = o;
	vec_push(permanent, &t->fields, o);
}

static void
embedded_field(Checker *ck, Type *t, PtrMap *seen, Field *f, Type *ft)
{
	Expr *n = embedded_name(f->type);
	Pos pos = expr_start(f->type);
	if (!n) {
		check_error(ck, pos, "invalid embedded field type %s", ES(f->type));
		add_field(ck, t, seen, f, pos, str_lit("_"), INVALID);
		return;
	}
	add_field(ck, t, seen, f, n->kind == E_SELECTOR ? selector_pos(n) : n->pos, n->name, ft);
	EmbedCheck *c = NEW(permanent, EmbedCheck);
	c->t = ft;
	c->pos = pos;
	later(ck, check_embedded, c);
}

static void
add_tag(Type *t, Field *f, int nfields)
{
	if (!f->tag || !f->obj || f->tag->len == 0)
		return;
	if (!t->tags)
		t->tags = NEWN(permanent, Str *, nfields);
	t->tags[f->obj->index] = f->tag;
}

void
struct_type(Checker *ck, Type *t, Expr *e)
{
	PtrMap seen = {0};
	Type *ft = INVALID;
	for (int i = 0; i < e->fields.n; i++) {
		Field *f = e->fields.v[i];
		if (i == 0 || f->type != e->fields.v[i - 1]->type)
			ft = var_type(ck, f->type);
		if (f->name)
			add_field(ck, t, &seen, f, f->name->pos, f->name->name, ft);
		else
			embedded_field(ck, t, &seen, f, ft);
		add_tag(t, f, e->fields.n);
	}
	map_clear(&seen);
	t->complete = 1;
}

/* ---- interfaces */

typedef struct SetCheck { Type *t; Pos pos; } SetCheck;

static void
check_set(Checker *ck, void *arg)
{
	SetCheck *c = arg;
	compute_type_set(ck, c->pos, c->t);
}

static void
add_method(Checker *ck, Type *t, Field *f, Object *def)
{
	Str *name = f->name->name;
	if (strcmp(name->s, "_") == 0) {
		check_error(ck, f->name->pos, "methods must have a unique non-blank name");
		return;
	}
	Type *sig = type_expr(ck, f->type);
	if (sig->kind != T_SIGNATURE) {
		if (valid(sig))
			err_expr(ck, f->type, "%s is not a method signature", TS(sig));
		return;
	}
	Type *recv = def && def->type && as_named(def->type) ? as_named(def->type) : t;
	sig->recv = var_new(f->name->pos, ck->pkg, str_lit(""), recv);
	Object *m = object_new(O_FUNC, f->name->pos, ck->pkg, name, sig);
	m->is_method = true;
	f->obj = f->name->obj = m;
	vec_push(permanent, &t->methods, ((Method){ name, ck->pkg, m, sig, m->pos }));
}

void
interface_type(Checker *ck, Type *t, Expr *e, Object *def)
{
	vec_push(permanent, &ck->ifaces, t);
	vec_push(permanent, &ck->iface_pos, e->pos);
	for (int i = 0; i < e->fields.n; i++) {
		Field *f = e->fields.v[i];
		if (f->name) {
			add_method(ck, t, f, def);
			continue;
		}
		vec_push(permanent, &t->embeds, union_type(ck, f->type));
		vec_push(permanent, &t->embed_pos, expr_start(f->type));
	}
	t->complete = 1;
	if (t->methods.n == 0 && t->embeds.n == 0)
		return;
	SetCheck *c = NEW(permanent, SetCheck);
	c->t = t;
	c->pos = e->pos;
	later(ck, check_set, c);
}

/* ---- unions */

typedef struct UnionCheck { Type *t; ExprList exprs; } UnionCheck;

static const char *
term_text(Checker *ck, TypeTerm *t)
{
	(void)ck;
	return fmt_text("%s%s", t->tilde ? "~" : "", type_path_string(t->type));
}

static bool
disjoint(TypeTerm *a, TypeTerm *b)
{
	Type *x = a->type, *y = b->type;
	if (b->tilde)
		x = type_under(x);
	if (a->tilde)
		y = type_under(y);
	return !type_identical(x, y);
}

static bool
check_iface_term(Checker *ck, Expr *e, TypeTerm *t, Type *u)
{
	TypeSet *s = type_set(u);
	if (s->methods.n > 0)
		err_expr(ck, e, "cannot use %s in union (%s contains methods)", term_text(ck, t), term_text(ck, t));
	else if (unalias(t->type) == type_comparable_iface)
		err_expr(ck, e, "cannot use comparable in union");
	else if (s->comparable)
		err_expr(ck, e, "cannot use %s in union (%s embeds comparable)", term_text(ck, t), term_text(ck, t));
	return true;
}

static void
check_term(Checker *ck, Type *un, int i, Expr *e)
{
	TypeTerm *t = &un->terms.v[i];
	if (!valid(t->type))
		return;
	Type *u = type_under(t->type);
	bool iface = u->kind == T_INTERFACE;
	if (t->tilde && iface) {
		err_expr(ck, e, "invalid use of ~ (%s is an interface)", TS(t->type));
		return;
	}
	if (t->tilde && !type_identical(u, t->type)) {
		err_expr(ck, e, "invalid use of ~ (underlying type of %s is %s)", TS(t->type), TS(u));
		return;
	}
	if (iface) {
		check_iface_term(ck, e, t, u);
		return;
	}
	for (int j = 0; j < i; j++) {
		TypeTerm *o = &un->terms.v[j];
		if (valid(o->type) && type_under(o->type)->kind != T_INTERFACE && !disjoint(o, t)) {
			err_expr(ck, e, "overlapping terms %s and %s", term_text(ck, t), term_text(ck, o));
			return;
		}
	}
}

static void
check_union(Checker *ck, void *arg)
{
	UnionCheck *c = arg;
	for (int i = 0; i < c->t->terms.n; i++)
		check_term(ck, c->t, i, c->exprs.v[i]);
}

static TypeTerm
parse_term(Checker *ck, Expr *e)
{
	bool tilde = e->kind == E_UNARY && e->op == OP_TILDE;
	Expr *x = tilde ? e->x : e;
	Type *t = type_expr(ck, x);
	if (type_is_typeparam(t)) {
		if (tilde)
			err_expr(ck, x, "type in term %s cannot be a type parameter", ES(e));
		else
			err_expr(ck, x, "term cannot be a type parameter");
		t = INVALID;
	}
	return (TypeTerm){ tilde, t };
}

/* a | b | c; the left spine is walked by iteration. A single term without ~ is the type itself. */
Type *
union_type(Checker *ck, Expr *e)
{
	enum { MAX_TERMS = 100 };
	UnionCheck *c = NEW(permanent, UnionCheck);
	Expr *x = e;
	for (; x->kind == E_BINARY && x->op == OP_OR; x = x->x)
		vec_push(permanent, &c->exprs, x->y);
	vec_push(permanent, &c->exprs, x);
	for (int i = 0, n = c->exprs.n; i < n / 2; i++) {
		Expr *t = c->exprs.v[i];
		c->exprs.v[i] = c->exprs.v[n - 1 - i];
		c->exprs.v[n - 1 - i] = t;
	}
	c->t = type_new(T_UNION);
	for (int i = 0; i < c->exprs.n; i++) {
		TypeTerm t = parse_term(ck, c->exprs.v[i]);
		if (c->exprs.n == 1 && !t.tilde)
			return t.type;
		if (i >= MAX_TERMS) {
			err_expr(ck, c->exprs.v[i], "cannot handle more than %d union terms (implementation limitation)", MAX_TERMS);
			return INVALID;
		}
		vec_push(permanent, &c->t->terms, t);
	}
	later(ck, check_union, c);
	for (x = e; x->kind == E_BINARY && x->op == OP_OR; x = x->x)
		record_type(ck, x, MODE_TYPE, c->t, NULL);
	return c->t;
}
