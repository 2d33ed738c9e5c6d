/* parse.c - reads the text form of SSA (README.md) into a Program: declarations of types and symbols, then functions.
 *
 * By hand, one pass: values and blocks are made when first mentioned, so phis and edges may look ahead; what was mentioned but
 * never defined is an error at the end of the function. A named type that the file does not declare is an empty struct: enough to
 * print it again. Positions are those of the text, so passes that report have something to say. */
#include "ssa/ssa.h"
#define ABI_NUMBERS
#include "runtime/abi/abi.h"
#include <setjmp.h>

typedef struct Parser {
	const char *p, *line_start;
	int line;
	uint32_t base;
	Program *prog;
	Func *f;
	Block *b;
	Vec(Value *) values;                 /* by id */
	Vec(Block *) blocks;
	PtrMap objs;                         /* debug variables of this function */
	PtrMap *types;                       /* Str* -> named Type*, of the file */
	jmp_buf fail;
} Parser;

static Type *parse_type(Parser *x);

static Pos
here(Parser *x)
{
	return pos_make(x->base, (uint32_t)x->line, (uint32_t)(x->p - x->line_start) + 1);
}

static void NORETURN PRINTF(2, 3)
bad(Parser *x, const char *fmt, ...)
{
	StrBuf b = {0};
	va_list ap;
	va_start(ap, fmt);
	sb_vprintf(&b, fmt, ap);
	va_end(ap);
	error_at(here(x), "%s", b.s);
	sb_free(&b);
	longjmp(x->fail, 1);
}

/* tokens */

static void
blanks(Parser *x)
{
	while (*x->p == ' ' || *x->p == '\t')
		x->p++;
}

static void
skip_lines(Parser *x)
{
	for (;;) {
		blanks(x);
		if (*x->p == '#')
			while (*x->p && *x->p != '\n')
				x->p++;
		if (*x->p != '\n')
			return;
		x->p++;
		x->line++;
		x->line_start = x->p;
	}
}

static bool
take(Parser *x, const char *tok)
{
	blanks(x);
	size_t n = strlen(tok);
	if (strncmp(x->p, tok, n) != 0)
		return false;
	x->p += n;
	return true;
}

static void
want(Parser *x, const char *tok)
{
	if (!take(x, tok))
		bad(x, "expected '%s'", tok);
}

static bool
name_char(char c, bool first)
{
	return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && (c == '.' || c == '/' || (c >= '0' && c <= '9')));
}

static bool
take_word(Parser *x, const char *w)
{
	blanks(x);
	size_t n = strlen(w);
	if (strncmp(x->p, w, n) != 0 || name_char(x->p[n], false))
		return false;
	x->p += n;
	return true;
}

static int
hexval(char c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static int
parse_escape(Parser *x)
{
	char c = *x->p++;
	switch (c) {
	case 'n': return '\n';
	case 't': return '\t';
	case '"': case '\\': return c;
	case 'x':
		if (hexval(x->p[0]) >= 0 && hexval(x->p[1]) >= 0) {
			x->p += 2;
			return hexval(x->p[-2]) * 16 + hexval(x->p[-1]);
		}
	}
	bad(x, "unknown escape");
}

static Str *
parse_quoted(Parser *x)
{
	StrBuf b = {0};
	want(x, "\"");
	while (*x->p != '"') {
		char c = *x->p;
		if (c == 0 || c == '\n')
			bad(x, "string not terminated");
		x->p++;
		sb_putc(&b, c == '\\' ? parse_escape(x) : (unsigned char)c);
	}
	x->p++;
	Str *s = str_intern(b.s ? b.s : "", b.n);
	sb_free(&b);
	return s;
}

static Str *
parse_name(Parser *x)
{
	blanks(x);
	if (*x->p == '"')
		return parse_quoted(x);
	const char *s = x->p;
	if (!name_char(*s, true))
		bad(x, "expected a name");
	while (name_char(*x->p, x->p == s))
		x->p++;
	return str_intern(s, (size_t)(x->p - s));
}

static int64_t
parse_int(Parser *x)
{
	blanks(x);
	bool neg = *x->p == '-';
	if (neg)
		x->p++;
	if (*x->p < '0' || *x->p > '9')
		bad(x, "expected a number");
	uint64_t n = 0;
	while (*x->p >= '0' && *x->p <= '9')
		n = n * 10 + (uint64_t)(*x->p++ - '0');
	return (int64_t)(neg ? 0 - n : n);
}

/* types */

static Object *
make_var(Str *name, Type *t, int index)
{
	Object *o = var_new(NOPOS, NULL, name, t);
	o->index = index;
	return o;
}

static Type *
parse_tuple(Parser *x, bool *variadic)
{
	Vec(Object *) vars = {0};
	want(x, "(");
	while (!take(x, ")")) {
		if (vars.n)
			want(x, ",");
		bool dots = variadic && take(x, "...");
		Type *t = parse_type(x);
		if (dots) {
			*variadic = true;
			t = type_slice(t);
		}
		Object *o = make_var(str_lit("_"), t, vars.n);
		vec_push(permanent, &vars, o);
	}
	return type_tuple(vars.v, vars.n);
}

static bool
starts_type(Parser *x)
{
	blanks(x);
	return name_char(*x->p, true) || *x->p == '*' || *x->p == '[' || *x->p == '"' || (*x->p == '<' && x->p[1] == '-');
}

static Type *
parse_signature(Parser *x)
{
	bool variadic = false;
	Type *params = parse_tuple(x, &variadic), *results;
	blanks(x);
	if (*x->p == '(') {
		results = parse_tuple(x, NULL);
	} else if (starts_type(x)) {
		Object *o = make_var(str_lit("_"), parse_type(x), 0);
		results = type_tuple(&o, 1);
	} else {
		results = type_tuple(NULL, 0);
	}
	return type_signature(NULL, params, results, variadic);
}

static Type *
parse_struct(Parser *x)
{
	Vec(Object *) fields = {0};
	Vec(Str *) tags = {0};
	bool tagged = false;
	want(x, "{");
	while (!take(x, "}")) {
		if (fields.n)
			want(x, ";");
		bool emb = take(x, ".");
		Str *name = parse_name(x);
		Object *f = make_var(name, parse_type(x), fields.n);
		f->is_field = true;
		f->embedded = emb;
		vec_push(permanent, &fields, f);
		blanks(x);
		Str *tag = *x->p == '"' ? parse_quoted(x) : NULL;
		tagged |= tag != NULL;
		vec_push(permanent, &tags, tag);
	}
	return type_struct(fields.v, fields.n, tagged ? tags.v : NULL);
}

static Type *
parse_interface(Parser *x)
{
	Type *t = type_new(T_INTERFACE);
	want(x, "{");
	while (!take(x, "}")) {
		if (t->methods.n)
			want(x, ";");
		Method m = { .name = parse_name(x) };
		m.sig = parse_signature(x);
		m.func = NEW(permanent, Object);
		m.func->kind = O_FUNC;
		m.func->name = m.name;
		m.func->type = m.sig;
		m.func->is_method = true;
		vec_push(permanent, &t->methods, m);
	}
	t->complete = true;
	return t;
}

static Type *
basic_by_name(Str *name)
{
	for (int k = T_BOOL; k <= T_STRING; k++)
		if (strcmp(type_string(basic_type[k], NULL), name->s) == 0)
			return basic_type[k];
	if (strcmp(name->s, "unsafe.Pointer") == 0)
		return basic_type[T_UNSAFEPTR];
	if (strcmp(name->s, "error") == 0)
		return type_error;
	if (strcmp(name->s, "any") == 0)
		return type_any;
	return NULL;
}

/* Found or made; undeclared ones stay empty structs. */
static Type *
named_type(Parser *x, Str *name)
{
	Type *t = map_get(x->types, name);
	if (t)
		return t;
	t = type_new(T_NAMED);
	const char *dot = strrchr(name->s, '.');
	Object *o = NEW(permanent, Object);
	o->kind = O_TYPE;
	o->name = str_lit(dot ? dot + 1 : name->s);
	o->type = t;
	t->obj = o;
	t->under = type_struct(NULL, 0, NULL);
	t->linkname = name->s;
	t->complete = true;
	map_put(x->types, name, t);
	return t;
}

static Type *
parse_type_name(Parser *x)
{
	blanks(x);
	bool quoted = *x->p == '"';
	Str *name = parse_name(x);
	Type *b = quoted ? NULL : basic_by_name(name);
	return b ? b : named_type(x, name);
}

static Type *
parse_bracketed(Parser *x)
{
	if (take(x, "]"))
		return type_slice(parse_type(x));
	int64_t n = parse_int(x);
	want(x, "]");
	return type_array(parse_type(x), n);
}

static Type *
parse_type(Parser *x)
{
	blanks(x);
	if (take(x, "*"))
		return type_pointer(parse_type(x));
	if (take(x, "<-chan"))
		return type_chan(CHAN_RECV, parse_type(x));
	if (take(x, "chan<-"))
		return type_chan(CHAN_SEND, parse_type(x));
	if (take_word(x, "chan"))
		return type_chan(CHAN_BOTH, parse_type(x));
	if (take(x, "["))
		return parse_bracketed(x);
	if (take(x, "map[")) {
		Type *k = parse_type(x);
		want(x, "]");
		return type_map(k, parse_type(x));
	}
	if (take_word(x, "struct"))
		return parse_struct(x);
	if (take_word(x, "interface"))
		return parse_interface(x);
	if (take_word(x, "func"))
		return parse_signature(x);
	if (*x->p == '(')
		return parse_tuple(x, NULL);
	return parse_type_name(x);
}

/* values */

static Value *
value_by_id(Parser *x, int64_t id)
{
	if (id < 0 || id > 10000000)
		bad(x, "value number out of range");
	while (x->values.n <= id)
		vec_push(permanent, &x->values, (Value *)NULL);
	if (!x->values.v[id]) {
		Value *v = value_make(x->f, OpInvalid, NULL, here(x));
		v->id = (int)id;
		x->values.v[id] = v;
		x->f->nvalues = x->values.n;
	}
	return x->values.v[id];
}

static bool
at_value(Parser *x)
{
	blanks(x);
	return *x->p == 'v' && x->p[1] >= '0' && x->p[1] <= '9';
}

static Value *
parse_value_ref(Parser *x)
{
	if (!at_value(x))
		bad(x, "expected a value");
	x->p++;
	return value_by_id(x, parse_int(x));
}

static Block *
parse_block_ref(Parser *x)
{
	want(x, "b");
	int64_t id = parse_int(x);
	if (id < 0 || id > 10000000)
		bad(x, "block number out of range");
	while (x->blocks.n <= id)
		vec_push(permanent, &x->blocks, (Block *)NULL);
	if (!x->blocks.v[id]) {
		Block *b = NEW(permanent, Block);
		b->id = (int)id;
		b->func = x->f;
		b->pos = here(x);
		x->blocks.v[id] = b;
	}
	return x->blocks.v[id];
}

static SsaOp
parse_op(Parser *x)
{
	Str *name = parse_name(x);
	for (int i = 1; i < N_SSAOP; i++)
		if (strcmp(op_info[i].name, name->s) == 0)
			return (SsaOp)i;
	bad(x, "unknown op %s", name->s);
}

static double
parse_float(Parser *x)
{
	blanks(x);
	if (take(x, "NaN"))
		return __builtin_nan("");
	if (take(x, "+Inf"))
		return __builtin_inf();
	if (take(x, "-Inf"))
		return -__builtin_inf();
	double d;
	int n = 0;
	if (sscanf(x->p, "%lf%n", &d, &n) != 1)
		bad(x, "expected a number");
	x->p += n;
	return d;
}

static int64_t
parse_bounds(Parser *x)
{
	for (int i = 0; i < 9; i++)
		if (take_word(x, bounds_name[i]))
			return i;
	bad(x, "unknown kind of bounds check");
}

static int64_t
parse_rtcall(Parser *x)
{
	Str *name = parse_name(x);
	for (int i = 0; i < N_RTCALL; i++)
		if (strcmp(rt_info[i].name, name->s) == 0)
			return i;
	bad(x, "unknown runtime function %s", name->s);
}

static Object *
parse_debug_var(Parser *x)
{
	Str *name = parse_name(x);
	Object *o = map_get(&x->objs, name);
	if (!o) {
		o = make_var(name, NULL, 0);
		map_put(&x->objs, name, o);
	}
	return o;
}

static void
parse_call(Parser *x, Value *v)
{
	Call *c = NEW(permanent, Call);
	v->call = c;
	if (v->op == OpStaticCall)
		c->callee = sym_get(x->prog, parse_name(x)->s, SYM_FUNC);
	if (v->op == OpInterCall) {
		c->iface = parse_type(x);
		c->method = (int)parse_int(x);
		Type *u = type_under(c->iface);
		if (u->kind != T_INTERFACE || c->method < 0 || c->method >= type_set(u)->methods.n)
			bad(x, "no such method");
		c->sig = type_set(u)->methods.v[c->method].sig;
	} else {
		if (!take_word(x, "func"))
			bad(x, "expected a signature");
		c->sig = parse_signature(x);
	}
	if (v->op == OpClosureCall && take(x, "="))
		c->callee = sym_get(x->prog, parse_name(x)->s, SYM_FUNC);
	c->results = c->sig->results;
	if (c->callee && !c->callee->type)
		c->callee->type = c->sig;
}

static void
parse_sym_aux(Parser *x, Value *v)
{
	bool code = v->op == OpFuncAddr || v->op == OpNewClosure;
	v->sym = sym_get(x->prog, parse_name(x)->s, code ? SYM_FUNC : SYM_GLOBAL);
	if (!v->sym->type && v->type)
		v->sym->type = code ? v->type : type_deref(v->type, NULL);
}

static void
parse_braces(Parser *x, Value *v)
{
	Str *s;
	switch (op_info[v->op].aux) {
	case 'S': parse_sym_aux(x, v); break;
	case 'O': v->obj = parse_debug_var(x); break;
	case 'R': v->auxint = parse_rtcall(x); break;
	case 'C': parse_call(x, v); break;
	case 'X':
		s = parse_quoted(x);
		v->str = NEW(permanent, StrLit);
		*v->str = (StrLit){ s->s, s->len };
		break;
	case 'T':
		v->auxtype = parse_type(x);
		if (v->op == OpItabAddr) {
			want(x, ",");
			v->aux2 = parse_type(x);
		}
		break;
	default: bad(x, "%s takes no {...}", op_info[v->op].name);
	}
	want(x, "}");
}

static void
parse_brackets(Parser *x, Value *v)
{
	switch (op_info[v->op].aux) {
	case 'F': v->auxf = parse_float(x); break;
	case 'B': v->auxint = parse_bounds(x); break;
	default:
		if (take_word(x, "true"))
			v->auxint = 1;
		else if (!take_word(x, "false"))
			v->auxint = parse_int(x);
	}
	want(x, "]");
}

static void
parse_flags(Parser *x, Value *v)
{
	while (take(x, "!")) {
		if (take_word(x, "stack"))
			v->stack = true;
		else if (take_word(x, "bounded"))
			v->bounded = true;
		else if (take_word(x, "unsafe"))
			v->unsafe_origin = true;
		else if (op_info[v->op].aux == 'C' && take_word(x, "noreturn"))
			v->call->noreturn = true;
		else if (op_info[v->op].aux == 'C' && take_word(x, "noinline"))
			v->call->noinline = true;
		else
			bad(x, "unknown flag");
	}
}

static void
parse_args(Parser *x, Value *v)
{
	while (at_value(x))
		value_addarg(v, parse_value_ref(x));
	if (op_info[v->op].aux == 'C' && take(x, "@"))
		v->call->result_addr = parse_value_ref(x);
	int want_args = op_info[v->op].nargs;
	if (want_args >= 0 && v->nargs != want_args)
		bad(x, "%s takes %d arguments, not %d", op_info[v->op].name, want_args, v->nargs);
}

static void
end_line(Parser *x)
{
	blanks(x);
	if (*x->p == '#')
		while (*x->p && *x->p != '\n')
			x->p++;
	if (*x->p != '\n' && *x->p != 0)
		bad(x, "unexpected text at the end of the line");
}

static void
parse_value(Parser *x)
{
	Value *v = parse_value_ref(x);
	if (v->op != OpInvalid)
		bad(x, "v%d defined twice", v->id);
	v->pos = here(x);
	want(x, "=");
	v->op = (uint16_t)parse_op(x);
	v->block = x->b;
	if (take(x, "<")) {
		v->type = parse_type(x);
		want(x, ">");
	}
	if (take(x, "["))
		parse_brackets(x, v);
	if (take(x, "{"))
		parse_braces(x, v);
	else if (strchr("SOXTRC", op_info[v->op].aux))
		bad(x, "%s needs {...}", op_info[v->op].name);
	parse_args(x, v);
	parse_flags(x, v);
	if (op_info[v->op].aux == 'O' && !v->obj->type && v->nargs && v->args[0]->type)
		v->obj->type = v->op == OpVarAddr ? type_deref(v->args[0]->type, NULL) : v->args[0]->type;
	vec_push(permanent, &x->b->values, v);
	end_line(x);
}

/* blocks and functions */

static void
parse_succs(Parser *x, int n)
{
	want(x, "→");
	for (;;) {
		blanks(x);
		if (*x->p != 'b')
			break;
		vec_push(permanent, &x->b->succs, parse_block_ref(x));
	}
	if (x->b->succs.n != n)
		bad(x, "expected %d successors", n);
	if (take(x, "(likely)"))
		x->b->likely = 1;
	else if (take(x, "(unlikely)"))
		x->b->likely = -1;
}

static void
parse_ret(Parser *x)
{
	x->b->kind = BLOCK_RET;
	if (take(x, "<")) {
		do
			parse_type(x);
		while (take(x, ","));
		want(x, ">");
	}
	while (at_value(x))
		vec_push(permanent, &x->b->rets, parse_value_ref(x));
}

static void
parse_switch(Parser *x)
{
	x->b->kind = BLOCK_SWITCH;
	x->b->control = parse_value_ref(x);
	want(x, "[");
	while (!take(x, "]"))
		vec_push(permanent, &x->b->cases, parse_int(x));
	parse_succs(x, x->b->cases.n + 1);
}

/* True when the line was the block's end. */
static bool
parse_block_end(Parser *x)
{
	x->b->pos = here(x);
	if (take_word(x, "Plain")) {
		x->b->kind = BLOCK_PLAIN;
		parse_succs(x, 1);
	} else if (take_word(x, "If")) {
		x->b->kind = BLOCK_IF;
		x->b->control = parse_value_ref(x);
		parse_succs(x, 2);
	} else if (take_word(x, "Switch")) {
		parse_switch(x);
	} else if (take_word(x, "Ret")) {
		parse_ret(x);
	} else if (take_word(x, "Exit")) {
		x->b->kind = BLOCK_EXIT;
	} else {
		return false;
	}
	end_line(x);
	return true;
}

static void
parse_block(Parser *x)
{
	x->b = parse_block_ref(x);
	if (x->b->sealed)
		bad(x, "b%d defined twice", x->b->id);
	x->b->sealed = true;
	vec_push(permanent, &x->f->blocks, x->b);
	if (!x->f->entry)
		x->f->entry = x->b;
	want(x, ":");
	if (take(x, "←"))
		while (blanks(x), *x->p == 'b')
			vec_push(permanent, &x->b->preds, parse_block_ref(x));
	end_line(x);
	for (;;) {
		skip_lines(x);
		if (at_value(x))
			parse_value(x);
		else if (parse_block_end(x))
			return;
		else
			bad(x, "expected a value or the block's end");
	}
}

static void
check_defined(Parser *x)
{
	for (int i = 0; i < x->values.n; i++)
		if (x->values.v[i] && x->values.v[i]->op == OpInvalid)
			bad(x, "v%d is used but not defined", i);
	for (int i = 0; i < x->blocks.n; i++)
		if (x->blocks.v[i] && !x->blocks.v[i]->sealed)
			bad(x, "b%d is used but not defined", i);
	if (!x->f->entry)
		bad(x, "function without blocks");
}

static void
parse_func_flags(Parser *x)
{
	while (take(x, "!")) {
		if (take_word(x, "closure"))
			x->f->closure = x->f->sym->closure = true;
		else if (take_word(x, "noinline"))
			x->f->noinline = true;
		else if (take_word(x, "linkonce"))
			x->f->sym->linkonce = true;
		else if (take_word(x, "wrapper"))
			x->f->wrapper = true;
		else
			bad(x, "unknown flag");
	}
}

static void
parse_func(Parser *x)
{
	Pos pos = here(x);
	Str *name = parse_name(x);
	Sym *s = sym_get(x->prog, name->s, SYM_FUNC);
	if (s->func)
		bad(x, "function %s defined twice", name->s);
	s->type = parse_signature(x);
	x->f = func_new(x->prog, s, s->type);
	x->f->pos = pos;
	x->values.n = x->blocks.n = 0;
	map_clear(&x->objs);
	parse_func_flags(x);
	want(x, "{");
	end_line(x);
	for (skip_lines(x); !take(x, "}"); skip_lines(x))
		parse_block(x);
	check_defined(x);
	x->f->endpos = here(x);
	x->f->nvalues = x->values.n;
	x->f->nblocks = x->blocks.n;
	vec_push(permanent, &x->prog->funcs, x->f);
}

static void
parse_decl_type(Parser *x)
{
	Type *t = named_type(x, parse_name(x));
	vec_push(permanent, &x->prog->decl_types, t);
	t->under = type_under(parse_type(x));
}

static void
parse_decl_sym(Parser *x, bool external)
{
	bool func = take_word(x, "func");
	if (!func && !take_word(x, "global"))
		bad(x, "expected func or global");
	Sym *s = sym_get(x->prog, parse_name(x)->s, func ? SYM_FUNC : SYM_GLOBAL);
	s->external = external;
	s->type = func ? parse_signature(x) : parse_type(x);
	vec_push(permanent, &x->prog->decl_syms, s);
	if (!external)
		vec_push(permanent, &x->prog->globals, s);
}

static void
parse_text(Parser *x)
{
	for (skip_lines(x); *x->p; skip_lines(x)) {
		if (take_word(x, "type"))
			parse_decl_type(x);
		else if (take_word(x, "extern"))
			parse_decl_sym(x, true);
		else if (take_word(x, "func"))
			parse_func(x);
		else
			parse_decl_sym(x, false);
		end_line(x);
	}
}

Func *
ssa_parse(Program *p, const char *text, const char *file)
{
	Parser *x = NEW(permanent, Parser);
	x->p = x->line_start = text;
	x->line = 1;
	x->base = pos_newbase((PosBase){ .filename = file, .path = file });
	x->prog = p;
	x->types = NEW(permanent, PtrMap);
	if (setjmp(x->fail))
		return NULL;
	int first = p->funcs.n;
	parse_text(x);
	return p->funcs.n > first ? p->funcs.v[first] : NULL;
}
