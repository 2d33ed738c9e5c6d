/* typexpr.c - identifiers and type expressions.
 *
 * A type's parts may still be under declaration, so whatever needs a finished type (is this map key comparable? is that
 * interface only a constraint?) is delayed with later(). */
#include "types/checker.h"

/* ---- identifiers */

static Object *
lookup_ident(Checker *ck, Expr *e, Scope **where)
{
	Object *o = env_lookup(ck, e->name, where);
	if (o)
		return o;
	if (strcmp(e->name->s, "_") == 0)
		err_expr(ck, e, "cannot use _ as value or type");
	else {
		err_expr(ck, e, "undefined: %s", e->name->s);
		suggest_name(ck, e);
	}
	return NULL;
}

static void
use_dot_import(Checker *ck, Scope *where, Object *o)
{
	if (o->pkg == ck->pkg || where->parent != ck->pkg->scope)
		return;
	for (int i = 0; i < ck->dots.n; i++)
		if (ck->dots.v[i].file == where && ck->dots.v[i].name == o->name)
			ck->dots.v[i].pkgname->used = true;
}

static bool
ident_const(Checker *ck, Operand *x, Expr *e, Object *o)
{
	add_dep(ck, o);
	if (!valid(o->type))
		return false;
	x->val = o->val;
	if (o == universe_iota) {
		if (!ck->env.iota) {
			err_expr(ck, e, "cannot use iota outside constant declaration");
			return false;
		}
		x->val = ck->env.iota;
	}
	x->mode = MODE_CONST;
	return true;
}

static bool
ident_var(Checker *ck, Operand *x, Object *o)
{
	if (o->pkg == ck->pkg)
		o->used = true;
	add_dep(ck, o);
	if (!valid(o->type))
		return false;
	note_use(ck, o);
	x->mode = MODE_VAR;
	return true;
}

static bool
ident_object(Checker *ck, Operand *x, Expr *e, Object *o)
{
	switch (o->kind) {
	case O_PKGNAME:
		err_expr(ck, e, "use of package %s not in selector", o->name->s);
		return false;
	case O_CONST:
		return ident_const(ck, x, e, o);
	case O_TYPE:
		x->mode = MODE_TYPE;
		return true;
	case O_VAR:
		return ident_var(ck, x, o);
	case O_FUNC:
		add_dep(ck, o);
		x->mode = MODE_VALUE;
		return true;
	case O_BUILTIN:
		x->builtin = o->builtin;
		x->mode = MODE_BUILTIN;
		return true;
	case O_NIL:
		x->mode = MODE_NIL;
		return true;
	}
	return false;
}

void
ident(Checker *ck, Operand *x, Expr *e, bool want_type)
{
	Scope *where = NULL;
	*x = (Operand){ .expr = e, .type = INVALID };
	Object *o = lookup_ident(ck, e, &where);
	if (!o)
		return;
	e->obj = o;
	if (where == universe && (o->type == type_any || o->type == type_comparable_iface) &&
	    !verify_version(ck, e->pos, 18, "predeclared %s", e->name->s))
		return;
	bool is_type = o->kind == O_TYPE;
	if (want_type && !is_type) {
		err_expr(ck, e, "%s (%s) is not a type", o->name->s, object_kind(o));
		if (o->kind == O_VAR && o->pkg == ck->pkg)
			o->used = true;
		return;
	}
	if (!o->type || (is_type && want_type && o->pkg == ck->pkg))
		obj_decl(ck, o);
	use_dot_import(ck, where, o);
	if (ident_object(ck, x, e, o))
		x->type = o->type;
}

/* ---- entry points */

typedef struct VarTypeCheck { Expr *e; Type *t; } VarTypeCheck;

static void
check_var_type(Checker *ck, void *arg)
{
	VarTypeCheck *c = arg;
	Type *u = type_under(c->t);
	if (u->kind != T_INTERFACE)
		return;
	Pos pos = expr_start(c->e);
	TypeSet *s = compute_type_set(ck, pos, u);
	if (typeset_is_method_set(s))
		return;
	check_error(ck, pos, "cannot use type %s outside a type constraint: interface %s", TS(c->t),
		s->comparable ? "is (or embeds) comparable" : "contains type constraints");
}

void
valid_var_type(Checker *ck, Expr *e, Type *t)
{
	Type *u = unalias(t);
	if (u->kind != T_NAMED && u->kind != T_INTERFACE)
		return;
	if (u->kind == T_NAMED && u->under && u->under->kind != T_INTERFACE)
		return;
	if (u->kind == T_INTERFACE && u->complete && u->embeds.n == 0)
		return;
	VarTypeCheck *c = NEW(permanent, VarTypeCheck);
	c->e = e;
	c->t = t;
	later(ck, check_var_type, c);
}

static Type *type_internal(Checker *ck, Expr *e, Object *def);

Type *
declared_type(Checker *ck, Expr *e, Object *def)
{
	Type *t = type_internal(ck, e, def);
	if (is_generic(t)) {
		err_expr(ck, e, "cannot use generic type %s without instantiation", TS(t));
		t = INVALID;
	}
	record_type(ck, e, MODE_TYPE, t, NULL);
	return t;
}

Type *type_expr(Checker *ck, Expr *e) { return declared_type(ck, e, NULL); }

Type *
var_type(Checker *ck, Expr *e)
{
	Type *t = declared_type(ck, e, NULL);
	valid_var_type(ck, e, t);
	return t;
}

Type *
generic_type(Checker *ck, Expr *e, const char **cause)
{
	Type *t = type_internal(ck, e, NULL);
	if (valid(t) && !is_generic(t)) {
		if (cause)
			*cause = fmt_text("%s is not a generic type", TS(t));
		t = INVALID;
	}
	record_type(ck, e, MODE_TYPE, t, NULL);
	return t;
}

/* false when one of the types is invalid. */
bool
type_list(Checker *ck, ExprList *list, TypeList *out)
{
	bool ok = true;
	for (int i = 0; i < list->n; i++) {
		Type *t = var_type(ck, list->v[i]);
		ok = ok && valid(t);
		vec_push(permanent, out, t);
	}
	return ok;
}

/* ---- the kinds of type expressions */

static Type *
named_or_selected(Checker *ck, Expr *e)
{
	Operand x;
	if (e->kind == E_NAME)
		ident(ck, &x, e, true);
	else
		selector(ck, &x, e, true);
	switch (x.mode) {
	case MODE_TYPE:
		return x.type;
	case MODE_INVALID:
		break;
	case MODE_NOVALUE:
		err_op(ck, &x, "%s used as type", OS(&x));
		break;
	default:
		err_op(ck, &x, "%s is not a type", OS(&x));
	}
	return INVALID;
}

static int64_t
array_length(Checker *ck, Expr *e)
{
	if (e->kind == E_NAME) {
		Object *o = env_lookup(ck, e->name, NULL);
		if (!o || o->kind != O_CONST) {
			err_expr(ck, e, o ? "invalid array length %s" : "undefined array length %s or missing type constraint", e->name->s);
			if (o)
				e->obj = o;
			return -1;
		}
	}
	Operand x;
	expr(ck, NULL, &x, e);
	if (x.mode != MODE_CONST) {
		if (x.mode != MODE_INVALID)
			err_op(ck, &x, "array length %s must be constant", OS(&x));
		return -1;
	}
	int64_t n;
	if (type_is_untyped(x.type) || type_is_integer(x.type)) {
		Const *v = const_to_int(x.val);
		if (const_kind(v) == C_INT && const_int64_val(v, &n) && n >= 0) {
			if (type_is_untyped(x.type))
				convert_untyped(ck, &x, basic_type[T_INT]);
			return n;
		}
	}
	err_op(ck, &x, type_is_integer(x.type) ? "invalid array length %s" : "array length %s must be integer", OS(&x));
	return -1;
}

static Type *
array_type(Checker *ck, Expr *e)
{
	Type *t = type_array(NULL, -1);
	if (e->x)
		t->len = array_length(ck, e->x);
	else
		err_expr(ck, e, "invalid use of [...] array (outside a composite literal)");
	t->elem = var_type(ck, e->y);
	return t->len >= 0 ? t : INVALID;
}

static Type *
pointer_type(Checker *ck, Expr *e)
{
	Type *t = type_pointer(INVALID);
	t->elem = var_type(ck, e->x);
	return valid(t->elem) ? t : INVALID;
}

typedef struct KeyCheck { Expr *e; Type *key; } KeyCheck;

static void
check_key(Checker *ck, void *arg)
{
	KeyCheck *k = arg;
	if (!valid(k->key) || type_comparable(k->key))
		return;
	err_expr(ck, k->e, "invalid map key type %s%s", TS(k->key), type_is_typeparam(k->key) ? " (missing comparable constraint)" : "");
}

static Type *
map_type(Checker *ck, Expr *e)
{
	Type *t = type_map(INVALID, INVALID);
	t->key = var_type(ck, e->x);
	t->elem = var_type(ck, e->y);
	if (unalias(t->key)->kind > T_UNTYPED_NIL) {
		KeyCheck *k = NEW(permanent, KeyCheck);
		k->e = e->x;
		k->key = t->key;
		later(ck, check_key, k);
	}
	return t;
}

static Type *
func_type_expr(Checker *ck, Expr *e)
{
	Type *t = type_new(T_SIGNATURE);
	t->params = t->results = type_tuple(NULL, 0);
	func_type(ck, t, NULL, NULL, e);
	return t;
}

static Type *
interface_type_expr(Checker *ck, Expr *e, Object *def)
{
	Type *t = type_new(T_INTERFACE);
	interface_type(ck, t, e, def);
	return t;
}

static Type *
struct_type_expr(Checker *ck, Expr *e)
{
	Type *t = type_new(T_STRUCT);
	struct_type(ck, t, e);
	return t;
}

static Type *
elem_type(Checker *ck, Expr *e)
{
	Type *t = e->kind == E_SLICETYPE ? type_slice(INVALID) : type_chan(e->dir, INVALID);
	t->elem = var_type(ck, e->y);
	if (t->kind == T_CHAN)
		late_chan(ck, t, e);
	return t;
}

static Type *
not_a_type(Checker *ck, Expr *e)
{
	err_expr(ck, e, "%s is not a type", ES(e));
	use_expr(ck, e);
	return INVALID;
}

static Type *
type_internal(Checker *ck, Expr *e, Object *def)
{
	switch (e->kind) {
	case E_BAD:
		return INVALID;
	case E_NAME: case E_SELECTOR:
		return named_or_selected(ck, e);
	case E_INDEX:
		verify_version(ck, expr_start(e), 18, "type instantiation");
		return instantiated_type(ck, e);
	case E_PAREN:
		return declared_type(ck, e->x, def);
	case E_ARRAYTYPE:
		return array_type(ck, e);
	case E_SLICETYPE: case E_CHANTYPE:
		return elem_type(ck, e);
	case E_DOTS:
		err_expr(ck, e, "invalid use of ...");
		return INVALID;
	case E_STRUCTTYPE:
		return struct_type_expr(ck, e);
	case E_STAR:
		return pointer_type(ck, e);
	case E_FUNCTYPE:
		return func_type_expr(ck, e);
	case E_INTERFACETYPE:
		return interface_type_expr(ck, e, def);
	case E_MAPTYPE:
		return map_type(ck, e);
	}
	return not_a_type(ck, e);
}

/* ---- instantiation */

typedef struct InstCheck { Expr *e; Type *inst; TypeList targs; } InstCheck;

static void
check_instance(Checker *ck, void *arg)
{
	InstCheck *c = arg;
	Type *g = c->inst->origin ? c->inst->origin : c->inst;
	const char *err = "";
	if (!validate_targ_len(ck, c->e->x->pos, g->obj->name->s, g->tparams.n, c->targs.n))
		return;
	int i = verify_targs(ck, c->e->x->pos, &g->tparams, &c->targs, &err);
	if (i < 0)
		mono_record(ck, c->e->x->pos, &g->tparams, &c->targs, &c->e->list);
	else
		check_error(ck, i < c->e->list.n ? expr_start(c->e->list.v[i]) : c->e->x->pos, "%s", err);
}

static const char *
list_text(ExprList *l)
{
	StrBuf b = {0};
	for (int i = 0; i < l->n; i++)
		sb_printf(&b, "%s%s", i ? ", " : "", ES(l->v[i]));
	const char *s = fmt_text("[%s]", b.n ? b.s : "");
	sb_free(&b);
	return s;
}

Type *
instantiated_type(Checker *ck, Expr *e)
{
	const char *cause = NULL;
	Type *g = generic_type(ck, e->x, &cause);
	if (cause)
		err_expr(ck, e->x, "invalid operation: %s%s (%s)", ES(e->x), list_text(&e->list), cause);
	if (!valid(g) && !is_generic(g))
		return INVALID;
	InstCheck *c = NEW(permanent, InstCheck);
	if (!type_list(ck, &e->list, &c->targs))
		return INVALID;
	if (g->kind == T_ALIAS && g->tparams.n != c->targs.n) {
		validate_targ_len(ck, e->x->pos, g->obj->name->s, g->tparams.n, c->targs.n);
		return INVALID;
	}
	c->e = e;
	c->inst = instance(ck, e->x->pos, g, &c->targs);
	if (!c->inst || c->inst->kind == T_INVALID)
		return INVALID;
	e->targs = NEW(permanent, TypeList);
	*e->targs = c->targs;
	later(ck, check_instance, c);
	return c->inst;
}
