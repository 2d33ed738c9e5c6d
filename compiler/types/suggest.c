/* suggest.c - cures for the error just reported: what a reader of the message would most likely do, in words and as edits
 * (diag_suggest, diag_edit). A cure is offered only where it is plain; the first one given holds.
 *
 *   names        a similar name in scope, in a package, in a type; a missing import; := for =
 *   values       conversions, &x and *x, calls, comparisons with the zero value
 *   statements   missing returns, unused variables, imports and results
 *
 * What the tree does not record (the text behind a name) is looked up in the source. */
#include <ctype.h>
#include <stdlib.h>
#include "types/checker.h"

/* ---- source text ---- */

static File *
file_of(Checker *ck, Pos pos)
{
	for (int i = 0; i < ck->pkg->files.n; i++)
		if (ck->pkg->files.v[i]->base == pos_basenum(pos))
			return ck->pkg->files.v[i];
	return NULL;
}

/* The text from pos on; NULL when there is none, as behind //line, or nobody wants a cure. */
static const char *
text_at(Checker *ck, Pos pos)
{
	File *f = diag_curable() ? file_of(ck, pos) : NULL;

	return f && f->src ? f->src + pos_offset(f->src, f->len, pos) : NULL;
}

static const char *
skip_blanks(const char *s)
{
	while (*s == ' ' || *s == '\t')
		s++;
	return s;
}

/* Only blanks between the start of the line and pos? */
static bool
begins_line(Checker *ck, Pos pos)
{
	const char *s = text_at(ck, pos), *line = s ? s - (pos_physcol(pos) - 1) : NULL;

	return s && skip_blanks(line) == s;
}

static const char *
indent_of(Checker *ck, Pos pos)
{
	const char *s = text_at(ck, pos);

	if (!s)
		return "";
	s -= pos_physcol(pos) - 1;
	return arena_strndup(permanent, s, (size_t)(skip_blanks(s) - s));
}

static Pos
line_start(Pos pos, int lines)
{
	return pos_make(pos_basenum(pos), pos_physline(pos) + (uint32_t)lines, 1);
}

/* ---- imports ---- */

static const char *const importable[] = { "bufio", "bytes", "cmp", "context", "container/heap", "container/list", "encoding/json", "errors",
	"flag", "fmt", "io", "iter", "log", "maps", "math", "math/bits", "math/rand", "os", "path", "path/filepath", "reflect", "regexp",
	"runtime", "slices", "sort", "strconv", "strings", "sync", "sync/atomic", "time", "unicode", "unicode/utf8", "unsafe" };

static const char *
import_path(const char *name)
{
	for (size_t i = 0; i < NELEM(importable); i++) {
		const char *slash = strrchr(importable[i], '/');
		if (strcmp(slash ? slash + 1 : importable[i], name) == 0)
			return importable[i];
	}
	return NULL;
}

static bool
is_imported(Checker *ck, Pos pos, const char *path)
{
	File *f = file_of(ck, pos);

	for (int i = 0; f && i < f->decls.n; i++)
		if (f->decls.v[i]->kind == D_IMPORT && f->decls.v[i]->path && strcmp(f->decls.v[i]->path->s, path) == 0)
			return true;
	return false;
}

static void
edit_import(Checker *ck, Pos at, const char *path)
{
	File *f = file_of(ck, at);

	if (!f || is_imported(ck, at, path))
		return;
	Pos p = f->pkgname->pos + f->pkgname->name->len;
	diag_edit(p, p, fmt_text("\n\nimport \"%s\"", path));
}

/* ---- similar names ---- */

static PtrMap misspelled;                    /* variables that a cure names in place of something undefined: they have a use */

static int
min3(int a, int b, int c)
{
	int m = a < b ? a : b;

	return m < c ? m : c;
}

/* Optimal string alignment distance: insertions, deletions, replacements, and swaps of neighbours. Case counts half. */
static int
distance(Str *a, Str *b)
{
	enum { MAX = 40 };
	int d[MAX + 1][MAX + 1], n = (int)a->len, m = (int)b->len;

	if (n > MAX || m > MAX || abs(n - m) > 4)
		return 100;
	for (int i = 0; i <= n; i++)
		d[i][0] = 2 * i;
	for (int j = 0; j <= m; j++)
		d[0][j] = 2 * j;
	for (int i = 1; i <= n; i++)
		for (int j = 1; j <= m; j++) {
			char x = a->s[i - 1], y = b->s[j - 1];
			int cost = x == y ? 0 : tolower((unsigned char)x) == tolower((unsigned char)y) ? 1 : 2;
			d[i][j] = min3(d[i - 1][j] + 2, d[i][j - 1] + 2, d[i - 1][j - 1] + cost);
			if (i > 1 && j > 1 && x == b->s[j - 2] && a->s[i - 2] == y && d[i - 2][j - 2] + 2 < d[i][j])
				d[i][j] = d[i - 2][j - 2] + 2;
		}
	return d[n][m];
}

typedef struct Near { Str *want, *best; int distance, common; } Near;

/* Bytes that the names begin and end with alike: decides between names of one distance. */
static int
common(Str *a, Str *b)
{
	uint32_t n = a->len < b->len ? a->len : b->len, i, j;

	for (i = 0; i < n && a->s[i] == b->s[i]; i++)
		;
	for (j = 0; j < n - i && a->s[a->len - 1 - j] == b->s[b->len - 1 - j]; j++)
		;
	return (int)(i + j);
}

static Near
near_to(Str *want)
{
	return (Near){ want, NULL, want->len < 3 ? 2 : want->len < 6 ? 3 : 5, 0 };
}

/* A short name must differ by case only or in one letter. */
static void
consider(Near *n, Str *name)
{
	if (name == n->want || name->len == 0 || (name->len == 1 && name->s[0] == '_'))
		return;
	int d = distance(n->want, name);
	bool closer = d < n->distance || (d == n->distance && n->best && common(n->want, name) > n->common);
	if (closer && (n->want->len > 1 || d < 2)) {
		n->distance = d;
		n->common = common(n->want, name);
		n->best = name;
	}
}

static Object *
near_in_scope(Checker *ck, Expr *e)
{
	Near n = near_to(e->name);
	Object *best = NULL;
	int left = 2000;                     /* huge scopes are not searched to the end */

	for (Scope *s = ck->env.scope; s; s = s->parent)
		for (int i = 0; i < s->order.n && left-- > 0; i++) {
			Object *o = s->order.v[i];
			Str *before = n.best;
			if (o->scope_pos == NOPOS || o->scope_pos <= e->pos || o->is_global)
				consider(&n, o->name);
			if (n.best != before)
				best = o;
		}
	return best;
}

static void
replace_name(Pos pos, Str *old, const char *new)
{
	diag_edit(pos, pos + old->len, new);
}

/* "undefined: NAME" was reported at e. */
void
suggest_name(Checker *ck, Expr *e)
{
	const char *s = text_at(ck, e->pos), *path = import_path(e->name->s);

	if (!s)
		return;
	s += e->name->len;
	if (path && *s == '.') {
		diag_suggest("import \"%s\" is missing", path);
		edit_import(ck, e->pos, path);
		return;
	}
	if (!strcmp(e->name->s, "null") || !strcmp(e->name->s, "NULL") || !strcmp(e->name->s, "None")) {
		diag_suggest("it is called nil");
		replace_name(e->pos, e->name, "nil");
		return;
	}
	Object *near = near_in_scope(ck, e);
	if (near) {
		map_put(&misspelled, near, near);
		diag_suggest("did you mean %s?", near->name->s);
		replace_name(e->pos, e->name, near->name->s);
		return;
	}
	const char *op = skip_blanks(s);
	if (ck->env.fn && begins_line(ck, e->pos) && op[0] == '=' && op[1] != '=') {
		diag_suggest("use := to declare %s", e->name->s);
		Pos at = e->pos + e->name->len + (Pos)(op - s);
		diag_edit(at, at + 1, ":=");
	}
}

/* PACKAGE.NAME is undefined or not exported. */
void
suggest_export(Expr *e, Package *p)
{
	Near n = near_to(e->name);

	for (int i = 0; i < p->scope->order.n; i++)
		if (name_exported(p->scope->order.v[i]->name))
			consider(&n, p->scope->order.v[i]->name);
	if (!n.best)
		return;
	diag_suggest("did you mean %s.%s?", expr_string(e->x), n.best->s);
	replace_name(selector_pos(e), e->name, n.best->s);
}

static void
consider_members(Near *n, Type *t)
{
	Type *named = as_named(t), *u = type_under(t);

	if (named && named->origin)
		named = named->origin;
	for (int i = 0; named && i < named->methods.n; i++)
		consider(n, named->methods.v[i].name);
	for (int i = 0; u->kind == T_STRUCT && i < u->fields.n; i++) {
		consider(n, u->fields.v[i]->name);
		if (u->fields.v[i]->embedded)
			consider_members(n, type_deref(u->fields.v[i]->type, NULL));
	}
	for (int i = 0; u->kind == T_INTERFACE && i < u->methods.n; i++)
		consider(n, u->methods.v[i].name);
}

/* x.NAME: no such field or method. */
void
suggest_member(Operand *x, Expr *e)
{
	Near n = near_to(e->name);

	if (is_ptr_to_iface(x->type)) {
		if (x->mode == MODE_TYPE || x->expr->kind != E_NAME)
			return;
		diag_suggest("use (*%s).%s", x->expr->name->s, e->name->s);
		diag_edit(x->expr->pos, x->expr->pos + x->expr->name->len, fmt_text("(*%s)", x->expr->name->s));
		return;
	}
	consider_members(&n, type_deref(x->type, NULL));
	if (!n.best)
		return;
	diag_suggest("did you mean %s.%s?", expr_string(x->expr), n.best->s);
	replace_name(selector_pos(e), e->name, n.best->s);
}

/* A struct literal's key names no field of t. */
void
suggest_field(Type *t, Expr *key)
{
	Near n = near_to(key->name);

	for (int i = 0; i < type_under(t)->fields.n; i++)
		consider(&n, type_under(t)->fields.v[i]->name);
	if (!n.best)
		return;
	diag_suggest("did you mean %s?", n.best->s);
	replace_name(key->pos, key->name, n.best->s);
}

/* A pointer method on a value that has no address. */
void
suggest_addressable(Operand *x)
{
	if (x->expr->kind != E_COMPLIT)
		return;
	diag_suggest("take its address: (&%s)", expr_string(x->expr));
	diag_edit(expr_start(x->expr), expr_start(x->expr), "(&");
	diag_edit(expr_end(x->expr), expr_end(x->expr), ")");
}

/* ---- values ---- */

/* expr_start stops at the bracket of a slice expression, as gc's positions do; an edit needs the first byte. */
static Pos
first(Expr *e)
{
	for (;;) {
		switch (e->kind) {
		case E_COMPLIT:
			if (!e->x)
				return e->pos;
			break;
		case E_KEYVALUE: case E_SELECTOR: case E_INDEX: case E_SLICE: case E_ASSERT: case E_BINARY: case E_CALL:
			break;
		default:
			return e->pos;
		}
		e = e->x;
	}
}

static void
wrap(Expr *e, const char *before, const char *after)
{
	diag_edit(first(e), first(e), before);
	diag_edit(expr_end(e), expr_end(e), after);
}

static bool
is_primary(Expr *e)
{
	return e->kind != E_BINARY && e->kind != E_UNARY && e->kind != E_STAR && e->kind != E_FUNCLIT;
}

static void
append_to(Expr *e, const char *text)
{
	if (is_primary(e))
		diag_edit(expr_end(e), expr_end(e), text);
	else
		wrap(e, "(", fmt_text(")%s", text));
}

static bool
is_error(Type *t)
{
	return type_is_interface(t) && !type_is_typeparam(t) && implements(NULL, t, type_error, false, NULL);
}

/* The text of an int or other value as a string. */
static void
to_string(Checker *ck, Operand *x)
{
	Pos at = expr_start(x->expr);
	bool itoa = unalias(x->type)->kind == T_INT && (is_imported(ck, at, "strconv") || !is_imported(ck, at, "fmt"));
	const char *f = itoa ? "strconv.Itoa" : "fmt.Sprint";

	diag_suggest("convert it to text: %s(%s)", f, expr_string(x->expr));
	wrap(x->expr, fmt_text("%s(", f), ")");
	edit_import(ck, at, itoa ? "strconv" : "fmt");
}

static bool
result_fits(Checker *ck, Operand *x, Type *t)
{
	Type *sig = type_under(x->type);

	if (sig->kind != T_SIGNATURE || sig->params->vars.n > 0 || sig->results->vars.n != 1)
		return false;
	Operand r = { .mode = MODE_VALUE, .type = sig->results->vars.v[0]->type };
	return assignable_to(ck, &r, t, NULL);
}

static bool
fits(Checker *ck, Type *v, Type *t)
{
	Operand o = { .mode = MODE_VALUE, .type = v };

	return assignable_to(ck, &o, t, NULL);
}

static void
wrap_conversion(Checker *ck, Operand *x, Type *t)
{
	const char *name = type_string(t, ck->pkg);
	bool paren = *name == '*' || *name == '<' || strncmp(name, "func", 4) == 0;

	diag_suggest("convert it: %s%s%s(%s)", paren ? "(" : "", name, paren ? ")" : "", expr_string(x->expr));
	wrap(x->expr, fmt_text(paren ? "(%s)(" : "%s(", name), ")");
}

/* x cannot be used as a t, both valid. */
void
suggest_value(Checker *ck, Operand *x, Type *t)
{
	Type *u = type_under(x->type), *tu = type_under(t);
	Expr *e = unparen(x->expr);

	if (!x->expr || type_is_typeparam(t) || operand_is_nil(x))
		return;
	if (x->mode != MODE_CONST && fits(ck, type_pointer(x->type), t) && (x->mode == MODE_VAR || e->kind == E_COMPLIT)) {
		diag_suggest("use its address: &%s", expr_string(x->expr));
		diag_edit(first(x->expr), first(x->expr), "&");
	} else if (u->kind == T_POINTER && fits(ck, u->elem, t)) {
		diag_suggest("use what it points to: *%s", expr_string(x->expr));
		diag_edit(first(x->expr), first(x->expr), "*");
	} else if (result_fits(ck, x, t)) {
		diag_suggest("call it: %s()", expr_string(x->expr));
		append_to(x->expr, "()");
	} else if (tu->kind == T_STRING && is_error(x->type)) {
		diag_suggest("use its text: %s.Error()", expr_string(x->expr));
		append_to(x->expr, ".Error()");
	} else if (type_is_interface(x->type) && !type_is_typeparam(x->type) && !type_is_interface(t) && implements(ck, t, x->type, false, NULL)) {
		diag_suggest("use a type assertion: %s.(%s)", expr_string(x->expr), type_string(t, ck->pkg));
		append_to(x->expr, fmt_text(".(%s)", type_string(t, ck->pkg)));
	} else if (tu->kind == T_STRING && type_is_integer(x->type) && x->mode != MODE_CONST && unalias(t)->kind == T_STRING) {
		to_string(ck, x);
	} else if (e->kind == E_COMPLIT && e->x && u->kind != tu->kind && (tu->kind == T_ARRAY || tu->kind == T_SLICE)
		&& (u->kind == T_ARRAY || u->kind == T_SLICE) && type_identical(u->elem, tu->elem)) {
		diag_suggest("use a literal of type %s", type_string(t, ck->pkg));
		diag_edit(first(e), expr_end(e->x), type_string(t, ck->pkg));
	} else if (is_typed(x->type) && !type_is_interface(t) && convertible_to(ck, x, t, NULL)) {
		wrap_conversion(ck, x, t);
	}
}

static const char *
zero_text(Checker *ck, Type *t)
{
	Type *u = type_under(t);

	if (type_is_typeparam(t))
		return fmt_text("*new(%s)", type_string(t, ck->pkg));
	if (type_is_string(t))
		return "\"\"";
	if (type_is_boolean(t))
		return "false";
	if (type_is_numeric(t))
		return "0";
	if (u->kind == T_STRUCT || u->kind == T_ARRAY)
		return fmt_text("%s{}", type_string(t, ck->pkg));
	return "nil";
}

/* Both typed and of different types, or one is nil: the arguments of an operator. */
void
suggest_operands(Checker *ck, Operand *x, Operand *y)
{
	Operand *nil = operand_is_nil(x) ? x : operand_is_nil(y) ? y : NULL, *other = nil == x ? y : x;

	if (nil && nil->expr && !has_nil(other->type) && type_under(other->type)->kind != T_STRUCT) {
		const char *zero = zero_text(ck, type_default(other->type));
		diag_suggest("compare with its zero value: %s", zero);
		diag_edit(first(nil->expr), expr_end(nil->expr), zero);
		return;
	}
	if (nil || !x->expr || !y->expr)
		return;
	if (type_is_numeric(x->type) && type_is_numeric(y->type)) {
		bool widen = is_typed(y->type) && y->mode != MODE_CONST && (type_is_integer(y->type) || !type_is_integer(x->type));
		if (is_typed(x->type) && (widen || x->mode == MODE_CONST))
			wrap_conversion(ck, y, x->type);
		else if (is_typed(y->type))
			wrap_conversion(ck, x, y->type);
		return;
	}
	Operand *s = type_is_string(x->type) ? x : type_is_string(y->type) ? y : NULL, *v = s == x ? y : x;
	if (!s || type_is_string(v->type))
		return;
	if (is_error(v->type)) {
		diag_suggest("use its text: %s.Error()", expr_string(v->expr));
		append_to(v->expr, ".Error()");
	} else if (type_is_numeric(v->type) || type_is_boolean(v->type)) {
		to_string(ck, v);
	}
}

/* x.(T) where x is no interface. The type has not been checked: its name must do. */
void
suggest_no_assertion(Checker *ck, Operand *x, Expr *e)
{
	if (!e->y || strcmp(expr_string(e->y), type_string(x->type, ck->pkg)) != 0)
		return;
	diag_suggest("it has that type already");
	diag_edit(expr_end(x->expr), expr_end(e), "");
}

/* A condition that is not boolean. */
void
suggest_condition(Checker *ck, Operand *x, Expr *e)
{
	if (result_fits(ck, x, basic_type[T_BOOL])) {
		diag_suggest("call it: %s()", expr_string(e));
		append_to(e, "()");
		return;
	}
	Type *t = type_default(x->type);
	if (type_is_typeparam(t) || type_under(t)->kind == T_STRUCT || type_under(t)->kind == T_ARRAY || x->mode == MODE_CONST)
		return;
	diag_suggest("compare it: %s != %s", expr_string(e), zero_text(ck, t));
	diag_edit(expr_end(e), expr_end(e), fmt_text(" != %s", zero_text(ck, t)));
}

/* "cannot use operator": the constraint allows too much. */
void
suggest_constraint(Checker *ck, Type *tparam, Op op)
{
	bool ordered = op >= OP_LSS && op <= OP_GEQ;
	const char *want = ordered ? "cmp.Ordered" : "comparable";
	Decl *d = ck->env.fn ? ck->env.fn->decl : NULL;

	if (!d || (!ordered && op != OP_EQL && op != OP_NEQ))
		return;
	for (int i = 0; i < d->tparams.n; i++) {
		Field *f = d->tparams.v[i];
		if (!f->name || strcmp(f->name->name->s, type_string(tparam, ck->pkg)) != 0 || f->type->kind != E_NAME)
			continue;
		diag_suggest("constrain %s by %s", f->name->name->s, want);
		diag_edit(f->type->pos, f->type->pos + f->type->name->len, want);
		if (ordered)
			edit_import(ck, d->pos, "cmp");
		return;
	}
}

/* ---- statements ---- */

static const char *
zero_list(Checker *ck, ObjectList *results, int from)
{
	StrBuf b = {0};

	for (int i = from; i < results->n; i++)
		sb_printf(&b, "%s%s", i > from ? ", " : "", zero_text(ck, results->v[i]->type));
	const char *s = arena_strndup(permanent, b.s ? b.s : "", b.n);
	sb_free(&b);
	return s;
}

/* end: the closing brace. */
void
suggest_return(Checker *ck, FuncInfo *fn, Pos end)
{
	ObjectList *r = &fn->sig->results->vars;
	bool named = r->v[0]->name->len > 0;
	const char *values = named ? "" : zero_list(ck, r, 0);

	diag_suggest("end with return%s%s", *values ? " " : "", values);
	if (begins_line(ck, end))
		diag_edit(line_start(end, 0), line_start(end, 0), fmt_text("%s\treturn%s%s\n", indent_of(ck, end), *values ? " " : "", values));
	else
		diag_edit(end, end, fmt_text("; return%s%s ", *values ? " " : "", values));
}

/* return with too few values (or none), or with values where the function gives none. */
void
suggest_return_values(Checker *ck, Stmt *at, Object **want, int nwant, OperandList *have)
{
	FuncInfo *fn = ck->env.fn;

	if (have->n < nwant && at->kind == S_RETURN) {
		ObjectList l = { want, nwant, nwant };
		const char *more = zero_list(ck, &l, have->n);
		Pos p = stmt_end(at);
		for (int i = 0; i < have->n; i++)
			if (!assignable_to(ck, &have->v[i], want[i]->type, NULL))
				return;
		diag_suggest("return %s as well", more);
		diag_edit(p, p, fmt_text(have->n ? ", %s" : " %s", more));
	} else if (nwant == 0 && have->n == 1 && fn && fn->decl && valid(have->v[0].type) && !operand_is_nil(&have->v[0])) {
		const char *t = type_string(type_default(have->v[0].type), ck->pkg);
		Pos p = fn->body->pos;
		diag_suggest("declare the result: %s", t);
		diag_edit(p, p, fmt_text("%s ", t));
	}
}

/* for i, x := range: the blank identifier, or no variable at all. s: the text at v; op: behind its name. */
static bool
suggest_unused_range(Object *v, const char *s, const char *op)
{
	Pos end = v->pos + v->name->len;
	const char *define = strstr(op, ":="), *eol = op + strcspn(op, "\n");

	if (!define || define > eol || strncmp(skip_blanks(define + 2), "range ", 6) != 0)
		return false;
	if (op == define && s[-1] == ' ' && strncmp(s - 4, "for", 3) == 0) {
		diag_suggest("range without a variable");
		diag_edit(v->pos, end + (Pos)(skip_blanks(define + 2) - s) - v->name->len, "");
	} else {
		diag_suggest("use the blank identifier: _");
		diag_edit(v->pos, end, "_");
	}
	return true;
}

void
suggest_unused_var(Checker *ck, Object *v)
{
	const char *s = text_at(ck, v->pos), *op, *eol, *last;
	Pos end = v->pos + v->name->len;

	if (!s || map_has(&misspelled, v))
		return;
	op = skip_blanks(s + v->name->len);
	if (suggest_unused_range(v, s, op))
		return;
	if (begins_line(ck, v->pos) && op[0] == ':' && op[1] == '=') {
		Pos at = end + (Pos)(op - s) - v->name->len;
		diag_suggest("drop the value: _ = ...");
		diag_edit(v->pos, end, "_");
		diag_edit(at, at + 2, "=");
		return;
	}
	eol = s + strcspn(s, "\r\n");
	for (last = eol; last > s && (last[-1] == ' ' || last[-1] == '\t'); last--)
		;
	if (last > s && strchr(")]}\"'`_", last[-1]) == NULL && !isalnum((unsigned char)last[-1]))
		return;
	diag_suggest("use it, or say that it is not used: _ = %s", v->name->s);
	Pos p = v->pos + (Pos)(last - s);
	diag_edit(p, p, fmt_text("\n%s_ = %s", indent_of(ck, v->pos), v->name->s));
}

void
suggest_unused_import(Checker *ck, Object *o)
{
	const char *s = text_at(ck, o->pos);

	diag_suggest("remove the import");
	if (!s)
		return;
	s -= pos_physcol(o->pos) - 1;
	s = skip_blanks(s);
	bool keyword = strncmp(s, "import ", 7) == 0;
	if (keyword)
		s = skip_blanks(s + 7);
	while (*s && *s != '"' && *s != '\n' && *s != '(')
		s++;
	if (*s != '"')
		return;
	s = skip_blanks(s + 1 + strcspn(s + 1, "\"\n") + 1);
	if (*s == '\n' || *s == '\r' || (s[0] == '/' && s[1] == '/'))
		diag_edit(line_start(o->pos, 0), line_start(o->pos, 1), "");
}

/* A value in statement position. */
void
suggest_unused_value(Operand *x)
{
	Expr *e = unparen(x->expr);

	if (e->kind == E_BINARY && e->op == OP_EQL && e->x->mode == MODE_VAR) {
		diag_suggest("assign with =");
		diag_edit(e->pos, e->pos + 2, "=");
	} else if (e->kind == E_CALL && e->x->kind == E_NAME && strcmp(e->x->name->s, "append") == 0 && e->list.n > 0) {
		const char *to = expr_string(e->list.v[0]);
		diag_suggest("keep the result: %s = %s", to, expr_string(e));
		diag_edit(first(e), first(e), fmt_text("%s = ", to));
	} else if (x->mode == MODE_VALUE && type_under(x->type)->kind == T_SIGNATURE && e->kind != E_FUNCLIT
		&& type_under(x->type)->params->vars.n == 0) {
		diag_suggest("call it: %s()", expr_string(e));
		append_to(e, "()");
	} else if (x->mode != MODE_TYPE && x->mode != MODE_BUILTIN) {
		diag_suggest("drop the value: _ = %s", expr_string(e));
		diag_edit(first(e), first(e), "_ = ");
	}
}

/* A call gives more values than there are variables: l of r; the last variable ends before the operator. */
void
suggest_blanks(Checker *ck, Expr *rhs, int l, int r)
{
	const char *s = text_at(ck, expr_start(rhs)), *line;
	StrBuf b = {0};

	if (!s || r <= l || l < 1)
		return;
	line = s - (pos_physcol(expr_start(rhs)) - 1);
	for (s--; s > line && (*s == ' ' || *s == '\t' || *s == '=' || *s == ':'); s--)
		;
	if (s <= line || !memchr(s, '=', (size_t)(text_at(ck, expr_start(rhs)) - s)))
		return;
	for (int i = l; i < r; i++)
		sb_puts(&b, ", _");
	diag_suggest("name all %d values: ...%s", r, b.s);
	Pos p = pos_make(pos_basenum(expr_start(rhs)), pos_physline(expr_start(rhs)), (uint32_t)(s + 1 - line) + 1);
	diag_edit(p, p, b.s);
	sb_free(&b);
}

/* A wrong number of arguments: the signature, and where it stands. */
void
suggest_signature(Checker *ck, Expr *fun)
{
	Object *o = fun->kind == E_NAME ? fun->obj : fun->kind == E_SELECTOR ? fun->sel ? fun->sel->obj : fun->obj : NULL;

	if (o && o->kind == O_FUNC && o->type && o->pos && o->pkg == ck->pkg)
		diag_suggest("%s: %s is func%s", pos_string(o->pos), expr_string(fun), type_string(o->type, ck->pkg) + 4);
}
