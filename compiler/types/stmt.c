/* stmt.c - statements and function bodies.
 *
 * A Flow goes down with the statements: what break, continue and fallthrough may do here, and to whom. Branches with
 * labels are resolved by labels.c when the whole body is known. Function literals met on the way are checked before the
 * statement's scope closes (process_delayed), so that their uses of variables count. */
#include "types/checker.h"

static Flow
inner_flow(Flow f)
{
	f.fallthrough_ok = f.final_case = false;
	return f;
}

/* The statements after the last one that is not empty do not count for fallthrough. */
void
stmt_list(Checker *ck, Flow f, StmtList *l)
{
	int last = l->n - 1;
	Flow inner = f;

	while (last >= 0 && l->v[last]->kind == S_EMPTY)
		last--;
	inner.fallthrough_ok = inner.final_case = false;
	for (int i = 0; i <= last; i++)
		stmt(ck, i == last ? f : inner, l->v[i]);
}

static void
expr_stmt(Checker *ck, Stmt *s)
{
	Operand x = {0};
	ExprClass c = raw_expr(ck, NULL, &x, s->x, NULL, false);
	const char *what = "is not used";

	if (x.mode == MODE_INVALID)
		return;
	if (x.mode == MODE_BUILTIN)
		what = "must be called";
	else if (x.mode == MODE_TYPE)
		what = "is not an expression";
	else if (c == X_STATEMENT)
		return;
	err_op(ck, &x, "%s %s", operand_string(ck, &x), what);
	suggest_unused_value(&x);
}

static void
send_stmt(Checker *ck, Stmt *s)
{
	Operand ch = {0}, val = {0};
	Type *elem;

	expr(ck, NULL, &ch, s->x);
	expr(ck, NULL, &val, s->y);
	if (ch.mode == MODE_INVALID || val.mode == MODE_INVALID)
		return;
	elem = chan_elem(ck, expr_start(s->x), &ch, false);
	if (elem)
		assignment(ck, &val, elem, "send");
}

static void
incdec_stmt(Checker *ck, Stmt *s)
{
	Operand x = {0};
	const char *op = s->op == OP_SUB ? "--" : "++";

	expr(ck, NULL, &x, s->x);
	if (x.mode == MODE_INVALID)
		return;
	if (!all_numeric(x.type)) {
		err_expr(ck, s->x, "invalid operation: %s%s (non-numeric type %s)", expr_string(s->x), op, type_string(x.type, ck->pkg));
		return;
	}
	assign_var(ck, s->x, NULL, &x, "assignment");
}

static void
assign_stmt(Checker *ck, Stmt *s)
{
	Operand x = {0};

	if (s->op == OP_NONE) {
		assign_vars(ck, s->lhs.v, s->lhs.n, s->rhs.v, s->rhs.n);
		return;
	}
	if (s->lhs.n != 1 || s->rhs.n != 1) {
		check_error(ck, expr_start(s->lhs.v[0]), "assignment operation %s= requires single-valued expressions", op_text[s->op]);
		return;
	}
	binary(ck, &x, NULL, s->lhs.v[0], s->rhs.v[0], (Op)s->op);
	assign_var(ck, s->lhs.v[0], NULL, &x, "assignment");
}

static void
go_stmt(Checker *ck, Stmt *s)
{
	const char *word = s->kind == S_GO ? "go" : "defer", *what;
	Operand x = {0};
	ExprClass c;

	if (s->kind == S_DEFER && ck->env.fn)
		ck->env.fn->has_defer = true;
	if (s->x->kind == E_BAD)
		return;
	if (s->x->kind != E_CALL) {
		err_expr(ck, s->x, "expression in %s must be function call", word);
		diag_suggest("call it: %s()", expr_string(s->x));
		diag_edit(expr_end(s->x), expr_end(s->x), "()");
		use_expr(ck, s->x);
		return;
	}
	c = raw_expr(ck, NULL, &x, s->x, NULL, false);
	if (c == X_STATEMENT || x.mode == MODE_INVALID)
		return;
	what = c == X_CONVERSION ? "requires function call, not conversion" : "discards result of";
	err_op(ck, &x, "%s %s %s", word, what, operand_string(ck, &x));
}

static bool
named_results(Type *res)
{
	return res->vars.n > 0 && res->vars.v[0]->name && res->vars.v[0]->name->len > 0;
}

static void
return_stmt(Checker *ck, Stmt *s)
{
	Type *res = ck->env.sig->results;

	if (s->rhs.n > 0 || !named_results(res)) {
		if (s->rhs.n > 0 || res->vars.n > 0)
			init_vars(ck, res->vars.v, res->vars.n, s->rhs.v, s->rhs.n, s);
		return;
	}
	for (int i = 0; i < res->vars.n; i++) {
		Object *r = res->vars.v[i], *alt = env_lookup(ck, r->name, NULL);

		if (alt && alt != r)
			check_error(ck, s->pos, "result parameter %s not in scope at return\n\t%s: inner declaration of %s", r->name->s,
			            pos_string(alt->pos), object_string(r, ck->pkg));
	}
}

static void
branch_stmt(Checker *ck, Flow f, Stmt *s)
{
	if (s->label) {
		ck->env.has_label = true;    /* checked in a second pass */
		return;
	}
	switch (s->kind) {
	case S_BREAK:
		s->target = f.brk;
		if (!f.brk)
			check_error(ck, s->pos, "break is not in a loop, switch, or select");
		break;
	case S_CONTINUE:
		s->target = f.cont;
		if (!f.cont)
			check_error(ck, s->pos, "continue is not in a loop");
		break;
	case S_FALLTHROUGH:
		if (f.fallthrough_ok)
			break;
		check_error(ck, s->pos, f.brk && f.brk->kind == S_TYPESWITCH ? "cannot fallthrough in type switch" :
		            f.final_case ? "cannot fallthrough final case in switch" : "fallthrough statement out of place");
		break;
	default:
		break;
	}
}

static void
condition(Checker *ck, Expr *e, const char *where)
{
	Operand x = {0};

	expr(ck, NULL, &x, e);
	if (x.mode != MODE_INVALID && !all_boolean(x.type)) {
		err_expr(ck, e, "non-boolean condition in %s statement", where);
		suggest_condition(ck, &x, e);
	} else
		default_type(ck, &x);
}

static void
simple_stmt(Checker *ck, Stmt *s)
{
	if (s)
		stmt(ck, (Flow){0}, s);
}

/* if ... else if ... is walked by iteration: the chain may be long. Only an init statement needs a scope. */
static void
if_stmt(Checker *ck, Flow f, Stmt *s)
{
	Scope *outer = ck->env.scope;

	for (; s && s->kind == S_IF; s = s->els) {
		int top = ck->delayed.n;

		if (s->init)
			s->scope = open_scope(ck, s->pos, s->end);
		simple_stmt(ck, s->init);
		condition(ck, s->x, "if");
		process_delayed(ck, top);
		stmt(ck, f, s->body);
	}
	if (s)
		stmt(ck, f, s);
	ck->env.scope = outer;
}

static void
for_stmt(Checker *ck, Flow f, Stmt *s)
{
	s->loopvar_shared = !allow_version(ck, 22);
	s->scope = open_scope(ck, s->pos, s->end);
	f.brk = f.cont = s;
	simple_stmt(ck, s->init);
	if (s->x)
		condition(ck, s->x, "for");
	if (s->post && s->post->kind == S_DEFINE)
		use_exprs(ck, s->post->rhs.v, s->post->rhs.n);
	else
		simple_stmt(ck, s->post);
	stmt(ck, f, s->body);
	close_scope(ck);
}

static void
switch_any(Checker *ck, Flow f, Stmt *s)
{
	s->scope = open_scope(ck, s->pos, s->end);
	f.brk = s;
	simple_stmt(ck, s->init);
	if (s->kind == S_SWITCH)
		switch_stmt(ck, f, s);
	else
		typeswitch_stmt(ck, f, s);
	close_scope(ck);
}

static void
compound_stmt(Checker *ck, Flow f, Stmt *s)
{
	switch (s->kind) {
	case S_BLOCK:
		s->scope = open_scope(ck, s->pos, s->end);
		stmt_list(ck, f, &s->list);
		close_scope(ck);
		break;
	case S_IF: if_stmt(ck, f, s); break;
	case S_FOR: for_stmt(ck, f, s); break;
	case S_RANGE:
		s->loopvar_shared = !allow_version(ck, 22);
		f.brk = f.cont = s;
		range_stmt(ck, f, s);
		break;
	case S_SWITCH: case S_TYPESWITCH: switch_any(ck, f, s); break;
	case S_SELECT:
		f.brk = s;
		select_stmt(ck, f, s);
		break;
	default: break;
	}
}

void
stmt(Checker *ck, Flow f, Stmt *s)
{
	int top = ck->delayed.n;

	switch (s->kind) {
	case S_EXPR: expr_stmt(ck, s); break;
	case S_SEND: send_stmt(ck, s); break;
	case S_INCDEC: incdec_stmt(ck, s); break;
	case S_ASSIGN: assign_stmt(ck, s); break;
	case S_DEFINE: short_var_decl(ck, s); break;
	case S_GO: case S_DEFER: go_stmt(ck, s); break;
	case S_RETURN: return_stmt(ck, s); break;
	case S_BREAK: case S_CONTINUE: case S_GOTO: case S_FALLTHROUGH: branch_stmt(ck, f, s); break;
	case S_DECL: decl_stmt(ck, &s->decls); break;
	case S_LABELED:
		ck->env.has_label = true;
		stmt(ck, f, s->body);
		break;
	default: compound_stmt(ck, inner_flow(f), s);
	}
	process_delayed(ck, top);
}

static void
own_var(FuncInfo *fn, Object *v)
{
	if (!v)
		return;
	v->fn = fn;
	vec_push(permanent, &fn->locals, v);
}

static void
own_signature(FuncInfo *fn)
{
	Type *sig = fn->sig;

	own_var(fn, sig->recv);
	for (int i = 0; i < sig->params->vars.n; i++)
		own_var(fn, sig->params->vars.v[i]);
	for (int i = 0; i < sig->results->vars.n; i++)
		own_var(fn, sig->results->vars.v[i]);
}

/* Sorted by position when printed; variables of literals are reported with the literal. */
void
usage(Checker *ck, FuncInfo *fn)
{
	for (int i = 0; i < fn->locals.n; i++) {
		Object *v = fn->locals.v[i];

		if (v->parent && !v->used && !v->is_param && !v->is_result && v != fn->sig->recv) {
			check_error(ck, v->pos, "declared and not used: %s", v->name->s);
			suggest_unused_var(ck, v);
		}
	}
}

void
func_body(Checker *ck, DeclInfo *decl, FuncInfo *fn, Const *iota)
{
	Env saved = ck->env;

	ck->env = (Env){.decl = decl, .scope = sig_scope(fn->sig), .goversion = saved.goversion, .iota = iota, .sig = fn->sig, .fn = fn};
	own_signature(fn);
	stmt_list(ck, (Flow){0}, &fn->body->list);
	if (ck->env.has_label) {
		fn->has_goto_or_label = true;
		labels(ck, fn->body);
	}
	if (fn->sig->results->vars.n > 0 && !is_terminating(ck, fn->body, NULL)) {
		check_error(ck, fn->body->end, "missing return");
		suggest_return(ck, fn, fn->body->end);
	}
	usage(ck, fn);
	finish_captures(fn);
	ck->env = saved;
}
