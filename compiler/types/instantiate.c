/* instantiate.c - instances of generic types and functions.
 *
 * Instances of named types are canonical: the same origin with identical arguments gives the same pointer, in all
 * packages. They are expanded lazily: the underlying type when type_under first asks for it, a method's signature when a
 * lookup finds it; so type List[T any] struct { next *List[T] } is finite. Whether arguments satisfy their constraints is
 * the caller's business (verify_targs), after the declarations at hand are complete. */
#include "types/checker.h"

typedef struct Instances { Vec(Type *) list; Vec(uint32_t) hashes; } Instances;

static PtrMap all_instances;                 /* origin -> Instances */

static uint32_t
hash_list(uint32_t h, TypeList *l)
{
	for (int i = 0; i < l->n; i++)
		h = h * 31 + type_hash(l->v[i]);
	return h;
}

static bool
identical_lists(TypeList *a, TypeList *b)
{
	if (a->n != b->n)
		return false;
	for (int i = 0; i < a->n; i++)
		if (a->v[i] != b->v[i] && !type_identical(a->v[i], b->v[i]))
			return false;
	return true;
}

static TypeList
copy_list(TypeList *l)
{
	TypeList c = {NEWN(permanent, Type *, l->n + 1), l->n, l->n + 1};

	for (int i = 0; i < l->n; i++)
		c.v[i] = l->v[i];
	return c;
}

Type *
named_instance(Type *origin, TypeList *outer, TypeList *targs)
{
	Instances *in = map_get(&all_instances, origin);
	uint32_t h = hash_list(hash_list(1, outer), targs);
	Type *t;

	if (!in) {
		in = NEW(permanent, Instances);
		map_put(&all_instances, origin, in);
	}
	for (int i = 0; i < in->list.n; i++) {
		t = in->list.v[i];
		if (in->hashes.v[i] == h && identical_lists(&t->targs, targs) && identical_lists(&t->outer_targs, outer))
			return t;
	}
	t = type_new(T_NAMED);
	t->obj = origin->obj;
	t->origin = origin;
	t->targs = copy_list(targs);
	t->outer_targs = copy_list(outer);
	vec_push(permanent, &in->list, t);
	vec_push(permanent, &in->hashes, h);
	return t;
}

/* All that an instance replaces: its own parameters and those of the function around a local type. */
static Subst
instance_subst(Type *t)
{
	Subst s = {{0}, {0}};
	TypeList *outer = enclosing_tparams(t->obj);

	for (int i = 0; i < t->origin->tparams.n && i < t->targs.n; i++) {
		vec_push(permanent, &s.tparams, t->origin->tparams.v[i]);
		vec_push(permanent, &s.targs, t->targs.v[i]);
	}
	for (int i = 0; i < outer->n && i < t->outer_targs.n; i++) {
		vec_push(permanent, &s.tparams, outer->v[i]);
		vec_push(permanent, &s.targs, t->outer_targs.v[i]);
	}
	return s;
}

Type *
expand_underlying(Type *t)
{
	Type *u = type_under(t->origin);
	Subst s;

	if (t->origin->tparams.n != t->targs.n)
		return INVALID;
	s = instance_subst(t);
	return type_subst(u, &s);
}

static Object *
expand_method(Type *t, Object *orig)
{
	Type *osig, *rbase, *sig;
	Object *f, *recv;
	Subst s;

	method_ready(orig);
	osig = orig->type;
	if (!osig || osig->kind != T_SIGNATURE)
		return NULL;
	rbase = osig->recv ? unalias(type_deref(osig->recv->type, NULL)) : NULL;
	if (rbase == t)
		return orig;
	s = (Subst){osig->recv_tparams, t->targs};
	sig = osig->recv_tparams.n == t->targs.n ? type_subst(osig, &s) : osig;
	if (sig == osig) {
		sig = type_new(T_SIGNATURE);
		*sig = *osig;
		sig->linkname = NULL;
		sig->llvm = sig->ssa = NULL;
	}
	sig->recv_tparams = (TypeList){0};
	if (osig->recv) {
		recv = NEW(permanent, Object);
		*recv = *osig->recv;
		recv->origin = osig->recv;
		recv->type = orig->ptr_recv ? type_pointer(t) : t;
		sig->recv = recv;
	}
	f = NEW(permanent, Object);
	*f = *orig;
	f->origin = orig;
	f->type = sig;
	f->ssa = NULL;
	return f;
}

Object *
method_of_instance(Type *t, int i)
{
	Type *o = t->origin;
	Method m;

	if (!o)
		return t->methods.v[i].func;
	while (t->methods.n < o->methods.n) {
		m = o->methods.v[t->methods.n];
		m.func = NULL;
		m.sig = NULL;
		vec_push(permanent, &t->methods, m);
	}
	if (!t->methods.v[i].func) {
		Object *f = expand_method(t, o->methods.v[i].func);

		if (!f)
			return o->methods.v[i].func;
		t->methods.v[i].func = f;
		t->methods.v[i].sig = f->type;
	}
	return t->methods.v[i].func;
}

static Type *
alias_instance(Type *origin, TypeList *targs)
{
	Subst s = {origin->tparams, *targs};
	Type *t;

	if (origin->tparams.n != targs->n)
		return INVALID;
	t = type_new(T_ALIAS);
	t->obj = origin->obj;
	t->origin = origin;
	t->targs = copy_list(targs);
	t->under = type_subst(origin->under, &s);
	t->complete = origin->complete;
	return t;
}

static Type *
signature_instance(Type *sig, TypeList *targs)
{
	Subst s = {sig->tparams, *targs};
	Type *t = type_subst(sig, &s);

	if (t == sig) {
		t = type_new(T_SIGNATURE);
		*t = *sig;
		t->linkname = NULL;
		t->llvm = t->ssa = NULL;
	}
	t->tparams = (TypeList){0};
	return t;
}

/* Constraints are not checked here. The number of arguments is, except for named types, whose declaration may not be done. */
Type *
instance(Checker *ck, Pos pos, Type *generic, TypeList *targs)
{
	static TypeList none;

	if (generic->kind == T_NAMED) {
		Type *t = named_instance(generic, &none, targs);

		if (!t->inst_pos)
			t->inst_pos = pos;
		return t;
	}
	if (generic->kind == T_ALIAS) {
		if (ck && !validate_targ_len(ck, pos, generic->obj->name->s, generic->tparams.n, targs->n))
			return INVALID;
		return generic->tparams.n == 0 ? generic : alias_instance(generic, targs);
	}
	if (generic->kind != T_SIGNATURE)
		return INVALID;
	if (ck && !validate_targ_len(ck, pos, type_string(generic, ck->pkg), generic->tparams.n, targs->n))
		return INVALID;
	return generic->tparams.n == 0 ? generic : signature_instance(generic, targs);
}

Type *
type_instantiate(Type *generic, Type **targs, int n)
{
	TypeList l = {targs, n, n};

	return instance(NULL, NOPOS, generic, &l);
}

bool
validate_targ_len(Checker *ck, Pos pos, const char *name, int want, int got)
{
	if (got == want)
		return true;
	check_error(ck, pos, "%s type arguments for type %s: have %d, want %d", got < want ? "not enough" : "too many", name, got, want);
	return false;
}

int
verify_targs(Checker *ck, Pos pos, TypeList *tparams, TypeList *targs, const char **err)
{
	Subst s = {*tparams, *targs};

	(void)pos;
	for (int i = 0; i < tparams->n && i < targs->n; i++) {
		Type *bound;

		tparam_iface(tparams->v[i]);
		bound = type_subst(tparams->v[i]->constraint, &s);
		*err = NULL;
		if (!implements(ck, targs->v[i], bound, true, err))
			return i;
	}
	return -1;
}

/* The arguments go to the whole expression and to the name in it, wherever a later stage looks. */
static void
record_instance(Expr *e, TypeList *targs)
{
	TypeList *l = NEW(permanent, TypeList);

	*l = copy_list(targs);
	while (e) {
		e->targs = l;
		e = e->kind == E_INDEX || e->kind == E_PAREN ? e->x : NULL;
	}
}

typedef struct VerifyLater { Pos pos; Type *sig; TypeList targs; ExprList xlist; } VerifyLater;

static void
verify_later(Checker *ck, void *arg)
{
	VerifyLater *v = arg;
	const char *err;
	int i = verify_targs(ck, v->pos, &v->sig->tparams, &v->targs, &err);

	if (i < 0) {
		mono_record(ck, v->pos, &v->sig->tparams, &v->targs, &v->xlist);
	} else {
		Pos pos = i < v->xlist.n ? expr_start(v->xlist.v[i]) : v->pos;

		check_error(ck, pos, "%s", err ? err : "");
	}
}

Type *
instantiate_signature(Checker *ck, Pos pos, Expr *e, TypeList *targs, Type *sig, ExprList *xlist)
{
	Type *inst = instance(ck, pos, sig, targs);
	VerifyLater *v;

	record_instance(e, targs);
	if (inst->kind != T_SIGNATURE)
		return inst;
	v = NEW(permanent, VerifyLater);
	*v = (VerifyLater){pos, sig, copy_list(targs), {0}};
	for (int i = 0; xlist && i < xlist->n; i++)
		vec_push(permanent, &v->xlist, xlist->v[i]);
	later(ck, verify_later, v);
	return inst;
}
