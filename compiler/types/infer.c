/* infer.c - type arguments that the program leaves out.
 *
 * Function argument type inference unifies parameter types with the typed arguments. Then, until nothing changes, each
 * parameter's constraint is used: its core type, and the methods of an inferred type. Untyped constants are looked at
 * last: the "largest" default type among those passed for the same parameter wins. Finally parameters that occur in
 * inferred types are replaced by their own; a cycle among them leaves them uninferred. */
#include "types/unify.h"

typedef struct Infer {
	Checker *ck;
	TypeList *tparams;
	Type *params;                        /* with the given arguments already substituted */
	OperandList *args;
	Unifier u;
	bool reverse;                        /* inferring from the type that a generic function is assigned to */
	const char **err; Pos *errpos;
} Infer;

static bool
inf_error(Infer *in, Pos pos, const char *text)
{
	*in->err = text;
	*in->errpos = pos;
	return false;
}

static int
index_of(TypeList *l, Type *t)
{
	for (int i = 0; i < l->n; i++)
		if (l->v[i] == t)
			return i;
	return -1;
}

/* --- does a type mention one of the parameters? --- */

typedef struct Walker { TypeList *tparams; TypeList seen; } Walker;

static bool mentions_tparam(Walker *w, Type *t);

static bool
vars_mention(Walker *w, ObjectList *l)
{
	for (int i = 0; i < l->n; i++)
		if (mentions_tparam(w, l->v[i]->type))
			return true;
	return false;
}

static bool
list_mentions(Walker *w, TypeList *l)
{
	for (int i = 0; i < l->n; i++)
		if (mentions_tparam(w, l->v[i]))
			return true;
	return false;
}

static bool
interface_mentions(Walker *w, Type *t)
{
	TypeSet *s = type_set(t);

	if (index_of(&w->seen, t) >= 0)
		return false;
	vec_push(permanent, &w->seen, t);
	for (int i = 0; i < s->methods.n; i++)
		if (mentions_tparam(w, s->methods.v[i].sig))
			return true;
	for (int i = 0; i < s->terms.n; i++)
		if (mentions_tparam(w, s->terms.v[i].type))
			return true;
	return false;
}

static bool
mentions_tparam(Walker *w, Type *t)
{
	if (!t)
		return false;
	switch (t->kind) {
	case T_ALIAS: return mentions_tparam(w, unalias(t));
	case T_ARRAY: case T_SLICE: case T_POINTER: case T_CHAN: return mentions_tparam(w, t->elem);
	case T_MAP: return mentions_tparam(w, t->key) || mentions_tparam(w, t->elem);
	case T_STRUCT: return vars_mention(w, &t->fields);
	case T_TUPLE: return vars_mention(w, &t->vars);
	case T_SIGNATURE: return mentions_tparam(w, t->params) || mentions_tparam(w, t->results);
	case T_INTERFACE: return interface_mentions(w, t);
	case T_UNION:
		for (int i = 0; i < t->terms.n; i++)
			if (mentions_tparam(w, t->terms.v[i].type))
				return true;
		return false;
	case T_NAMED: return list_mentions(w, &t->targs);
	case T_TYPEPARAM: return index_of(w->tparams, t) >= 0;
	default: return false;
	}
}

bool
is_parameterized(TypeList *tparams, Type *t)
{
	Walker w = {tparams, {0}};

	return mentions_tparam(&w, t);
}

/* --- renaming: a function may be called inside itself, with other arguments --- */

void
rename_tparams(Checker *ck, TypeList *tparams, Type *t, TypeList *out, Type **out_t)
{
	Subst s = {*tparams, {0}};

	memset(out, 0, sizeof(*out));
	*out_t = t;
	if (tparams->n == 0)
		return;
	for (int i = 0; i < tparams->n; i++) {
		Object *o = tparams->v[i]->obj;
		Object *n = object_new(O_TYPE, o->pos, o->pkg, o->name, NULL);
		Type *p = tparam_new(ck, n, NULL);

		p->index = tparams->v[i]->index;
		vec_push(permanent, out, p);
	}
	s.targs = *out;
	for (int i = 0; i < tparams->n; i++)
		out->v[i]->constraint = type_subst(tparams->v[i]->constraint, &s);
	*out_t = type_subst(t, &s);
}

/* --- the steps --- */

static const char *
tparam_names(TypeList *l)
{
	StrBuf *b = ring_buffer();

	for (int i = 0; i < l->n; i++) {
		if (i > 0)
			sb_puts(b, l->n == 2 ? " and " : i == l->n - 1 ? ", and " : ", ");
		sb_puts(b, l->v[i]->obj->name->s);
	}
	return b->s;
}

static TypeList
inferred_so_far(Infer *in)
{
	TypeList l = {0};

	for (int i = 0; i < in->tparams->n; i++)
		vec_push(permanent, &l, unifier_at(&in->u, i));
	return l;
}

static bool
mismatch(Infer *in, Type *tpar, Type *targ, Operand *arg)
{
	Package *rel = in->ck->pkg;
	TypeList l = inferred_so_far(in);
	Subst s = {*in->tparams, l};
	bool none = true;
	Pos pos = expr_start(arg->expr);
	const char *ts = type_string(targ, rel), *as = expr_string(arg->expr), *ps = type_string(tpar, rel);
	Type *inf;

	for (int i = 0; i < l.n; i++)
		none &= l.v[i] == NULL;
	if (none)
		return inf_error(in, pos, fmt_text("type %s of %s does not match %s (cannot infer %s)", ts, as, ps, tparam_names(in->tparams)));
	inf = type_subst(tpar, &s);
	if (inf == tpar)
		return inf_error(in, pos, fmt_text("type %s of %s does not match %s", ts, as, ps));
	if (in->reverse)
		return inf_error(in, pos, fmt_text("inferred type %s for %s does not match type %s of %s", type_string(inf, rel), ps, ts, as));
	return inf_error(in, pos, fmt_text("type %s of %s does not match inferred type %s for %s", ts, as, type_string(inf, rel), ps));
}

static bool
from_typed_args(Infer *in)
{
	for (int i = 0; i < in->args->n; i++) {
		Operand *arg = &in->args->v[i];
		Type *par = in->params->vars.v[i]->type;

		if (arg->mode == MODE_INVALID || type_is_untyped(arg->type))
			continue;
		if (!is_parameterized(in->tparams, par) && !is_parameterized(in->tparams, arg->type))
			continue;
		if (!unify(&in->u, par, arg->type, UNIFY_ASSIGN))
			return mismatch(in, par, arg->type, arg);
	}
	return true;
}

/* The core term of a constraint: its single term, or its common underlying type. */
static Type *
core_term(Type *tpar, bool *tilde, bool *single)
{
	TypeSet *s = type_set(tparam_iface(tpar));

	*tilde = false;
	*single = false;
	if (s->all || s->terms.n == 0)
		return NULL;
	for (int i = 0; i < s->terms.n; i++)
		*tilde |= s->terms.v[i].tilde;
	if (s->terms.n == 1) {
		*single = true;
		return s->terms.v[0].type;
	}
	return type_core(tpar);
}

static bool
unify_exact(Type *a, Type *b, void *arg)
{
	return unify(arg, a, b, UNIFY_EXACT);
}

static bool
from_constraint(Infer *in, int i, Pos pos)
{
	Package *rel = in->ck->pkg;
	Type *tpar = in->tparams->v[i], *tx = unifier_at(&in->u, i), *core;
	bool tilde, single;
	const char *cause = "";

	core = core_term(tpar, &tilde, &single);
	if (core && tx) {
		if (!unify(&in->u, tx, core, UNIFY_INEXACT))
			return inf_error(in, pos, fmt_text("%s (type %s) does not satisfy %s", type_string(tpar, rel), type_string(tx, rel),
			                                   type_string(tpar->constraint, rel)));
	} else if (core && single && !tilde) {
		unifier_set(&in->u, i, core);
	}
	if (!tx || is_parameterized(in->tparams, tx))
		return true;
	if (!has_all_methods_by(in->ck, tx, tparam_iface(tpar), true, unify_exact, &in->u, &cause))
		return inf_error(in, pos, fmt_text("%s (type %s) does not satisfy %s %s", type_string(tpar, rel), type_string(tx, rel),
		                                   type_string(tpar->constraint, rel), cause));
	return true;
}

static bool
from_constraints(Infer *in, Pos pos)
{
	int before;

	do {
		before = unifier_unknowns(&in->u);
		for (int i = 0; i < in->tparams->n; i++)
			if (!from_constraint(in, i, pos))
				return false;
	} while (unifier_unknowns(&in->u) != before);
	return true;
}

/* The later of two untyped numeric kinds in the order int, rune, float, complex; NULL when they do not mix. */
static Type *
max_untyped(Type *x, Type *y)
{
	if (x == y)
		return x;
	if (type_is_numeric(x) && type_is_numeric(y))
		return x->kind > y->kind ? x : y;
	return NULL;
}

static bool
from_untyped_args(Infer *in)
{
	Type **max = NEWN(permanent, Type *, in->tparams->n);

	for (int i = 0; i < in->args->n; i++) {
		Operand *arg = &in->args->v[i];
		int k = index_of(in->tparams, in->params->vars.v[i]->type);
		Type *m;

		if (k < 0 || arg->mode == MODE_INVALID || !type_is_untyped(arg->type) || operand_is_nil(arg) || unifier_at(&in->u, k))
			continue;
		m = max[k] ? max_untyped(max[k], arg->type) : arg->type;
		if (!m)
			return inf_error(in, expr_start(arg->expr), fmt_text("mismatched types %s and %s (cannot infer %s)",
			                 type_string(max[k], in->ck->pkg), type_string(arg->type, in->ck->pkg), in->tparams->v[k]->obj->name->s));
		max[k] = m;
	}
	for (int i = 0; i < in->tparams->n; i++)
		if (max[i])
			unifier_set(&in->u, i, type_default(max[i]));
	return true;
}

/* --- cycles: P -> []P cannot be resolved --- */

typedef struct Cycles { TypeList *tparams; TypeList *inferred; TypeList stack; } Cycles;

static void kill_cycle(Cycles *c, Type *t);

static void
kill_vars(Cycles *c, ObjectList *l)
{
	for (int i = 0; i < l->n; i++)
		kill_cycle(c, l->v[i]->type);
}

static void
kill_inside(Cycles *c, Type *t)
{
	int i;

	switch (t->kind) {
	case T_ARRAY: case T_SLICE: case T_POINTER: case T_CHAN: kill_cycle(c, t->elem); break;
	case T_MAP: kill_cycle(c, t->key); kill_cycle(c, t->elem); break;
	case T_STRUCT: kill_vars(c, &t->fields); break;
	case T_SIGNATURE: kill_vars(c, &t->params->vars); kill_vars(c, &t->results->vars); break;
	case T_UNION:
		for (i = 0; i < t->terms.n; i++)
			kill_cycle(c, t->terms.v[i].type);
		break;
	case T_INTERFACE:
		for (i = 0; i < t->methods.n; i++)
			kill_cycle(c, t->methods.v[i].sig);
		for (i = 0; i < t->embeds.n; i++)
			kill_cycle(c, t->embeds.v[i]);
		break;
	case T_NAMED:
		for (i = 0; i < t->targs.n; i++)
			kill_cycle(c, t->targs.v[i]);
		break;
	case T_TYPEPARAM:
		i = index_of(c->tparams, t);
		if (i >= 0 && c->inferred->v[i])
			kill_cycle(c, c->inferred->v[i]);
		break;
	default: break;
	}
}

static void
kill_cycle(Cycles *c, Type *t)
{
	int i;

	if (!t)
		return;
	t = unalias(t);
	if (index_of(&c->stack, t) >= 0) {
		i = index_of(c->tparams, t);
		if (i >= 0)
			c->inferred->v[i] = NULL;
		return;
	}
	vec_push(permanent, &c->stack, t);
	kill_inside(c, t);
	c->stack.n--;
}

/* Replaces parameters inside inferred types until none changes. */
static void
simplify(Infer *in, TypeList *inferred)
{
	Cycles c = {in->tparams, inferred, {0}};
	bool changed = true;

	for (int i = 0; i < in->tparams->n; i++)
		kill_cycle(&c, in->tparams->v[i]);
	for (int round = 0; changed && round < 64; round++) {
		Subst s = {*in->tparams, *inferred};

		changed = false;
		for (int i = 0; i < inferred->n; i++) {
			Type *t0 = inferred->v[i], *t1 = t0 ? type_subst(t0, &s) : NULL;

			if (t1 == t0)
				continue;
			changed = true;
			if (t1->kind == T_SIGNATURE && t1->tparams.n > 0 && !is_parameterized(in->tparams, t1))
				t1->tparams = (TypeList){0};
			inferred->v[i] = t1;
		}
	}
}

static bool
given_all(TypeList *tparams, TypeList *targs)
{
	for (int i = 0; i < targs->n; i++)
		if (!targs->v[i])
			return false;
	return targs->n == tparams->n;
}

bool
infer(Checker *ck, Pos pos, TypeList *tparams, TypeList *targs, Type *params, OperandList *args, bool reverse, const char **err,
      Pos *errpos, TypeList *out)
{
	Infer in = {.ck = ck, .tparams = tparams, .params = params, .args = args, .reverse = reverse, .err = err, .errpos = errpos};
	TypeList padded = {0};
	Subst s;

	*err = NULL;
	*errpos = NOPOS;
	if (given_all(tparams, targs)) {
		*out = *targs;
		return true;
	}
	for (int i = 0; i < args->n; i++)
		if (args->v[i].mode == MODE_INVALID)
			return false;            /* reported before */
	for (int i = 0; i < tparams->n; i++)
		vec_push(permanent, &padded, i < targs->n ? targs->v[i] : NULL);
	s = (Subst){*tparams, padded};
	in.params = params ? type_subst(params, &s) : params;
	unifier_init(&in.u, tparams, &padded, allow_version(ck, 21));
	if (!from_typed_args(&in) || !from_constraints(&in, pos) || !from_untyped_args(&in))
		return false;
	*out = inferred_so_far(&in);
	simplify(&in, out);
	for (int i = 0; i < out->n; i++)
		if (!out->v[i] || is_parameterized(tparams, out->v[i]))
			return inf_error(&in, pos, fmt_text("cannot infer %s (declared at %s)", tparams->v[i]->obj->name->s,
			                                    pos_string(tparams->v[i]->obj->pos)));
	return true;
}
