/* call.c - calls: instantiation, arguments, and generic functions as arguments.
 *
 * A call of a generic function infers what its type arguments leave open from the arguments; arguments that are generic
 * functions themselves take part: their type parameters are renamed and solved together with the callee's. */
#include "types/checker.h"

/* ---- instantiation of a function value */

static ExprList *
type_args_of(Expr *index)
{
	return &index->list;
}

static bool
infer_from_target(Checker *ck, Target *T, Pos pos, Operand *x, Type *sig, TypeList *targs)
{
	TypeList tparams, out = {0};
	OperandList args = {0};
	Type *params = type_new(T_TUPLE), *params2;
	const char *err = NULL;
	Pos errpos = NOPOS;
	bool reverse = T != NULL;
	if (T) {
		Type *gsig = type_signature(NULL, sig->params, sig->results, sig->variadic);
		vec_push(permanent, &params->vars, var_new(x->expr->pos, ck->pkg, str_lit(""), gsig));
		Expr *name = NEW(permanent, Expr);
		name->kind = E_NAME;
		name->pos = x->expr->pos;
		name->name = str_lit(T->desc);
		Operand a = { .mode = MODE_VALUE, .expr = name, .type = T->sig };
		vec_push(permanent, &args, a);
	}
	rename_tparams(ck, &sig->tparams, params, &tparams, &params2);
	if (!infer(ck, pos, &tparams, targs, params2, &args, reverse, &err, &errpos, &out)) {
		if (err)
			check_error(ck, errpos ? errpos : pos, "%s", err);
		return false;
	}
	*targs = out;
	return true;
}

/* infer false: partial type arguments are handed back in *partial for the enclosing call to complete (true). */
static bool
instantiate_func(Checker *ck, Target *T, Pos pos, Operand *x, Expr *index, bool infer, TypeList *partial)
{
	TypeList targs = {0};
	ExprList *xlist = index ? type_args_of(index) : NULL;
	if (index)
		x->expr = index;
	bool version = verify_version(ck, index ? index->pos : pos, 18, "function instantiation");
	if (index && !type_list(ck, xlist, &targs)) {
		x->mode = MODE_INVALID;
		return false;
	}
	Type *sig = type_under(x->type);
	int got = targs.n, want = sig->tparams.n;
	if (got > want) {
		err_expr(ck, xlist->v[got - 1], "got %d type arguments but want %d", got, want);
		x->mode = MODE_INVALID;
		return false;
	}
	if (got < want && !infer) {
		*partial = targs;
		return true;
	}
	if (got < want) {
		if (T && version)
			verify_version(ck, index ? index->pos : pos, 21, index ? "partially instantiated function in assignment" :
				"implicitly instantiated function in assignment");
		if (!infer_from_target(ck, T, pos, x, sig, &targs)) {
			x->mode = MODE_INVALID;
			return false;
		}
	}
	x->type = instantiate_signature(ck, x->expr->pos, x->expr, &targs, sig, xlist);
	x->mode = MODE_VALUE;
	return false;
}

void
func_inst(Checker *ck, Target *T, Pos pos, Operand *x, Expr *index, bool infer)
{
	TypeList partial;
	instantiate_func(ck, T, pos, x, index, infer, &partial);
}

/* ---- argument lists */

typedef Vec(TypeList) PartialList;

static void
generic_arg(Checker *ck, Operand *x, Expr *e, bool single, TypeList *partial)
{
	*x = (Operand){ .type = INVALID };
	bool infer = !allow_version(ck, 21);
	if (e->kind == E_INDEX && index_expr(ck, x, e)) {
		if (instantiate_func(ck, NULL, e->pos, x, e, infer, partial))
			x->expr = e;
		else if (x->expr)
			record(ck, x);
		return;
	}
	if (e->kind == E_INDEX) {
		/* an ordinary index expression, already evaluated by index_expr */
		x->expr = e;
		record(ck, x);
	} else {
		raw_expr(ck, NULL, x, e, NULL, true);
	}
	exclude(ck, x, 1u << MODE_NOVALUE | 1u << MODE_BUILTIN | 1u << MODE_TYPE);
	if (!single)
		single_value(ck, x);
}

static void
generic_expr_list(Checker *ck, ExprList *list, OperandList *args, PartialList *partials)
{
	for (int i = 0; i < list->n; i++) {
		Operand x;
		TypeList partial = {0};
		generic_arg(ck, &x, list->v[i], list->n == 1, &partial);
		if (list->n == 1 && x.mode != MODE_INVALID && x.type->kind == T_TUPLE) {
			for (int k = 0; k < x.type->vars.n; k++) {
				Operand v = { .mode = MODE_VALUE, .expr = list->v[0], .type = x.type->vars.v[k]->type };
				vec_push(permanent, args, v);
			}
			return;
		}
		vec_push(permanent, args, x);
		vec_push(permanent, partials, partial);
	}
}

/* ---- matching arguments and parameters */

typedef struct Args {
	Checker *ck;
	Expr *call;
	Type *sig;
	TypeList targs;
	ExprList *xlist;                     /* explicit type argument expressions */
	OperandList *args;
	PartialList *partials;
	Type *params;                        /* tuple, variadic part expanded */
	bool adjusted;
	TypeList tparams;                    /* of the callee, then of generic arguments; renamed */
	int ncallee;                         /* how many are the callee's */
	Vec(int) generic;                    /* indices of arguments that are generic functions */
} Args;

static bool
expand_variadic(Args *a, int *npars)
{
	Checker *ck = a->ck;
	Type *sig = a->sig;
	int nargs = a->args->n, n = sig->params->vars.n;
	*npars = n;
	a->params = sig->params;
	if (!sig->variadic) {
		if (a->call->dots) {
			err_expr(ck, a->call, "cannot use ... in call to non-variadic %s", ES(a->call->x));
			return false;
		}
		return true;
	}
	if (a->call->dots) {
		if (a->call->list.n == 1 && nargs > 1) {
			err_expr(ck, a->call, "cannot use ... with %d-valued %s", nargs, ES(a->call->list.v[0]));
			return false;
		}
		return true;
	}
	if (nargs < n - 1) {
		*npars = n - 1;
		return true;
	}
	Object *last = sig->params->vars.v[n - 1];
	Type *elem = unalias(last->type)->elem;
	a->params = type_tuple(sig->params->vars.v, n - 1);
	Object *extra = elem && nargs > n - 1 ? var_new(last->pos, last->pkg, last->name, elem) : NULL;
	while (extra && a->params->vars.n < nargs)
		vec_push(permanent, &a->params->vars, extra);
	a->adjusted = true;
	*npars = nargs;
	return true;
}

/* "(int, number, ...string)" */
static const char *
args_summary(Checker *ck, TypeList *l, bool variadic, bool dots)
{
	StrBuf b = {0};
	for (int i = 0; i < l->n; i++) {
		Type *t = l->v[i];
		bool last = i == l->n - 1;
		sb_puts(&b, i ? ", " : "");
		if (last && variadic) {
			sb_puts(&b, "...");
			if (t->kind == T_SLICE)
				t = t->elem;
		}
		if (!t || !valid(t))
			sb_puts(&b, "unknown type");
		else if (type_is_untyped(t))
			sb_puts(&b, type_is_numeric(t) ? "number" : t->kind == T_UNTYPED_NIL ? "nil" : TS(type_default(t)));
		else
			sb_puts(&b, TS(t));
		if (last && dots)
			sb_puts(&b, "...");
	}
	const char *s = fmt_text("(%s)", b.n ? b.s : "");
	sb_free(&b);
	return s;
}

static bool
count_args(Args *a, int npars)
{
	Checker *ck = a->ck;
	int nargs = a->args->n;
	if (nargs == npars)
		return true;
	Expr *at = a->call;
	if (nargs > npars)
		at = a->args->v[npars].expr;
	else if (nargs > 0)
		at = a->args->v[nargs - 1].expr;
	Pos pos = expr_start(at);
	TypeList have = {0}, want = {0};
	for (int i = 0; i < nargs; i++)
		vec_push(permanent, &have, a->args->v[i].type);
	for (int i = 0; i < a->sig->params->vars.n; i++)
		vec_push(permanent, &want, a->sig->params->vars.v[i]->type);
	check_error(ck, pos, "%s arguments in call to %s\n\thave %s\n\twant %s", nargs > npars ? "too many" : "not enough", ES(a->call->x),
		args_summary(ck, &have, false, a->call->dots), args_summary(ck, &want, a->sig->variadic, false));
	suggest_signature(ck, a->call->x);
	return false;
}

static void
collect_callee_tparams(Args *a)
{
	Checker *ck = a->ck;
	a->ncallee = a->sig->tparams.n;
	if (a->ncallee == 0)
		return;
	if (!allow_version(ck, 18))
		verify_version(ck, expr_start(a->call), 18, a->call->x->kind == E_INDEX ? "function instantiation" : "implicit function instantiation");
	Type *p;
	rename_tparams(ck, &a->sig->tparams, a->params, &a->tparams, &p);
	a->params = p;
	while (a->targs.n < a->tparams.n)
		vec_push(permanent, &a->targs, NULL);
}

static void
collect_generic_args(Args *a)
{
	Checker *ck = a->ck;
	for (int i = 0; i < a->args->n; i++) {
		Operand *x = &a->args->v[i];
		if (x->mode == MODE_INVALID || x->type->kind != T_SIGNATURE || x->type->tparams.n == 0)
			continue;
		TypeList atp;
		Type *s;
		Type *gen = type_signature(NULL, x->type->params, x->type->results, x->type->variadic);
		rename_tparams(ck, &x->type->tparams, gen, &atp, &s);
		s->tparams = atp;
		x->type = s;
		for (int k = 0; k < atp.n; k++)
			vec_push(permanent, &a->tparams, atp.v[k]);
		if (a->partials && i < a->partials->n)
			for (int k = 0; k < a->partials->v[i].n; k++)
				vec_push(permanent, &a->targs, a->partials->v[i].v[k]);
		while (a->targs.n < a->tparams.n)
			vec_push(permanent, &a->targs, NULL);
		vec_push(permanent, &a->generic, i);
	}
	if (a->generic.n > 0)
		verify_version(ck, expr_start(a->args->v[a->generic.v[0]].expr), 21, "implicitly instantiated function as argument");
}

static TypeList
sublist(TypeList *l, int from, int n)
{
	TypeList r = {0};
	for (int i = 0; i < n; i++)
		vec_push(permanent, &r, l->v[from + i]);
	return r;
}

/* Infers all type arguments at once, then instantiates the callee and the generic arguments. */
static bool
infer_and_instantiate(Args *a, Type **result)
{
	Checker *ck = a->ck;
	const char *err = NULL;
	Pos errpos = NOPOS;
	TypeList out = {0};
	if (!infer(ck, a->call->pos, &a->tparams, &a->targs, a->params, a->args, false, &err, &errpos, &out)) {
		if (err)
			check_error(ck, errpos ? errpos : a->call->pos, "in call to %s, %s", ES(a->call->x), err);
		return false;
	}
	if (a->ncallee > 0) {
		TypeList mine = sublist(&out, 0, a->ncallee), tps = sublist(&a->tparams, 0, a->ncallee);
		*result = instantiate_signature(ck, a->call->pos, a->call->x, &mine, a->sig, a->xlist);
		if (a->adjusted) {
			Subst s = { tps, mine };
			a->params = type_subst(a->params, &s);
		} else {
			a->params = (*result)->params;
		}
	}
	int j = a->ncallee;
	for (int k = 0; k < a->generic.n; k++) {
		Operand *x = &a->args->v[a->generic.v[k]];
		int n = x->type->tparams.n;
		TypeList mine = sublist(&out, j, n);
		x->type = instantiate_signature(ck, a->call->pos, x->expr, &mine, x->type, NULL);
		record(ck, x);
		j += n;
	}
	return true;
}

/* Checks args against sig; the (instantiated) signature, or sig itself after an error. */
Type *
call_arguments(Checker *ck, Expr *call, Type *sig, TypeList *targs, ExprList *xlist, OperandList *args, void *partials)
{
	Args a = { .ck = ck, .call = call, .sig = sig, .xlist = xlist, .args = args, .partials = partials };
	Type *result = sig;
	int npars;
	if (targs)
		a.targs = *targs;
	if (!expand_variadic(&a, &npars) || !count_args(&a, npars))
		return sig;
	collect_callee_tparams(&a);
	collect_generic_args(&a);
	if (a.tparams.n > 0 && !infer_and_instantiate(&a, &result))
		return sig;
	if (args->n == 0)
		return result;
	const char *context = NULL;
	for (int i = 0; i < args->n; i++) {
		Operand *x = &args->v[i];
		Type *p = a.params->vars.v[i]->type;
		if (x->mode != MODE_INVALID && x->type == p && is_typed(p))
			continue;                    /* the common case, without a text for errors */
		if (!context)
			context = fmt_text("argument to %s", ES(call->x));
		assignment(ck, x, p, context);
	}
	return result;
}

/* ---- the call */

static void
invalid_call(Checker *ck, Operand *x, Expr *call)
{
	use_exprs(ck, call->list.v, call->list.n);
	x->mode = MODE_INVALID;
	x->type = INVALID;
	x->expr = call;
}

static ExprClass
conversion_call(Checker *ck, Operand *x, Expr *call)
{
	check_non_generic(ck, NULL, x);
	if (x->mode == MODE_INVALID)
		return X_CONVERSION;
	Type *T = x->type;
	ExprList *l = &call->list;
	x->mode = MODE_INVALID;
	if (l->n == 0) {
		err_expr(ck, call, "missing argument in conversion to %s", TS(T));
	} else if (l->n > 1) {
		use_exprs(ck, l->v, l->n);
		err_expr(ck, l->v[l->n - 1], "too many arguments in conversion to %s", TS(T));
	} else {
		expr(ck, NULL, x, l->v[0]);
		if (x->mode != MODE_INVALID) {
			if (type_is_interface(T) && !typeset_is_method_set(type_set(type_under(T)))) {
				err_expr(ck, call, "cannot use interface %s in conversion (contains specific type constraints or is comparable)", TS(T));
				x->mode = MODE_INVALID;
			} else if (call->dots) {
				err_expr(ck, l->v[0], "invalid use of ... in conversion to %s", TS(T));
				x->mode = MODE_INVALID;
			} else {
				conversion(ck, x, T);
			}
		}
	}
	x->expr = call;
	return X_CONVERSION;
}

static bool
call_cond(Type *t, Type *u, const char **cause)
{
	if (!u || u->kind == T_SIGNATURE)
		return true;
	*cause = fmt_text("%s is not a function", type_string(t, NULL));
	return false;
}

/* Explicit type arguments f[T](...); false after an error. All given: *sig becomes the instance. */
static bool
explicit_targs(Checker *ck, Operand *x, Expr *inst, Expr *call, Type **sig, TypeList *targs, ExprList **xlist)
{
	*xlist = type_args_of(inst);
	if (!type_list(ck, *xlist, targs)) {
		invalid_call(ck, x, call);
		return false;
	}
	int got = targs->n, want = (*sig)->tparams.n;
	if (got > want) {
		err_expr(ck, (*xlist)->v[want], "got %d type arguments but want %d", got, want);
		invalid_call(ck, x, call);
		return false;
	}
	if (got == want && want > 0) {
		verify_version(ck, expr_start(inst), 18, "function instantiation");
		*sig = instantiate_signature(ck, inst->pos, inst, targs, *sig, *xlist);
		*targs = (TypeList){0};
		*xlist = NULL;
	}
	return true;
}

static ExprClass
call_result(Checker *ck, Operand *x, Expr *call, Type *sig)
{
	x->val = NULL;
	x->mode = MODE_VALUE;
	if (sig->results->vars.n == 0)
		x->mode = MODE_NOVALUE;
	else
		x->type = sig->results->vars.n == 1 ? sig->results->vars.v[0]->type : sig->results;
	x->expr = call;
	ck->env.has_call_or_recv = true;
	if (x->mode == MODE_VALUE && sig->tparams.n > 0 && is_parameterized(&sig->tparams, x->type))
		x->mode = MODE_INVALID;
	return X_STATEMENT;
}

static ExprClass
function_call(Checker *ck, Operand *x, Expr *call, Expr *inst)
{
	const char *cause = "";
	Type *sig = common_under(ck, x->type, call_cond, &cause);
	if (!sig || sig->kind != T_SIGNATURE) {
		if (!type_is_typeparam(x->type))
			cause = fmt_text("%s is not a function", TS(x->type));
		err_op(ck, x, "invalid operation: cannot call %s: %s", OS(x), cause);
		invalid_call(ck, x, call);
		return X_STATEMENT;
	}
	bool generic = sig->tparams.n > 0;
	TypeList targs = {0};
	ExprList *xlist = NULL;
	if (inst && !explicit_targs(ck, x, inst, call, &sig, &targs, &xlist))
		return X_STATEMENT;
	OperandList args = {0};
	PartialList partials = {0};
	generic_expr_list(ck, &call->list, &args, &partials);
	sig = call_arguments(ck, call, sig, &targs, xlist, &args, &partials);
	if (generic && sig->tparams.n == 0)
		record_type(ck, call->x, MODE_VALUE, sig, NULL);
	return call_result(ck, x, call, sig);
}

ExprClass
call_expr(Checker *ck, Operand *x, Expr *call)
{
	Expr *inst = NULL;
	if (call->x->kind == E_INDEX) {
		*x = (Operand){ .type = INVALID };
		if (index_expr(ck, x, call->x))
			inst = call->x;
		x->expr = call->x;
		record(ck, x);
	} else {
		expr_or_type(ck, x, call->x, true);
	}
	switch (x->mode) {
	case MODE_INVALID:
		invalid_call(ck, x, call);
		return X_STATEMENT;
	case MODE_TYPE:
		return conversion_call(ck, x, call);
	case MODE_BUILTIN: {
		BuiltinId id = x->builtin;
		if (!builtin_call(ck, x, call, id))
			x->mode = MODE_INVALID;
		x->expr = call;
		if (x->mode != MODE_INVALID && x->mode != MODE_CONST)
			ck->env.has_call_or_recv = true;
		return builtin_class(id);
	}
	default:
		return function_call(ck, x, call, inst);
	}
}
