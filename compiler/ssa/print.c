/* print.c - SSA as text; the form is specified in README.md and read back by parse.c.
 *
 * Types are spelled so that they parse without knowing the program: named types by their linker name, quoted when it is more than
 * a plain dotted name; byte and rune as uint8 and int32; aliases by what they stand for. */
#include "ssa/ssa.h"
#define ABI_NUMBERS
#include "runtime/abi/abi.h"

const char *const bounds_name[9] = {
	"index", "slice_alen", "slice_acap", "slice_b", "slice3_alen", "slice3_acap", "slice3_b", "slice3_c", "convert",
};

static bool
plain_name(const char *s)
{
	if (!(*s == '_' || (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z')))
		return false;
	for (; *s; s++)
		if (!(*s == '_' || *s == '.' || *s == '/' || (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') || (*s >= '0' && *s <= '9')))
			return false;
	return true;
}

static void
print_quoted(StrBuf *b, const char *s, size_t n)
{
	sb_putc(b, '"');
	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)s[i];
		if (c == '"' || c == '\\')
			sb_printf(b, "\\%c", c);
		else if (c == '\n')
			sb_puts(b, "\\n");
		else if (c == '\t')
			sb_puts(b, "\\t");
		else if (c < 0x20 || c == 0x7f)
			sb_printf(b, "\\x%02x", c);
		else
			sb_putc(b, c);
	}
	sb_putc(b, '"');
}

static void
print_name(StrBuf *b, const char *s)
{
	if (plain_name(s))
		sb_puts(b, s);
	else
		print_quoted(b, s, strlen(s));
}

static void
print_params(StrBuf *b, Type *tup, bool variadic)
{
	sb_putc(b, '(');
	for (int i = 0; i < tup->vars.n; i++) {
		Type *t = tup->vars.v[i]->type;
		sb_puts(b, i ? ", " : "");
		if (variadic && i == tup->vars.n - 1 && unalias(t)->kind == T_SLICE) {
			sb_puts(b, "...");
			t = unalias(t)->elem;
		}
		ssa_print_type(b, t);
	}
	sb_putc(b, ')');
}

static void
print_signature(StrBuf *b, Type *sig)
{
	print_params(b, sig->params, sig->variadic);
	if (sig->results->vars.n == 1) {
		sb_putc(b, ' ');
		ssa_print_type(b, sig->results->vars.v[0]->type);
	} else if (sig->results->vars.n > 1) {
		sb_putc(b, ' ');
		print_params(b, sig->results, false);
	}
}

static void
print_struct(StrBuf *b, Type *t)
{
	sb_puts(b, "struct{");
	for (int i = 0; i < t->fields.n; i++) {
		Object *f = t->fields.v[i];
		sb_puts(b, i ? "; " : "");
		sb_puts(b, f->embedded ? "." : "");
		print_name(b, f->name->s);
		sb_putc(b, ' ');
		ssa_print_type(b, f->type);
		if (t->tags && t->tags[i] && t->tags[i]->len) {
			sb_putc(b, ' ');
			print_quoted(b, t->tags[i]->s, t->tags[i]->len);
		}
	}
	sb_putc(b, '}');
}

static void
print_interface(StrBuf *b, Type *t)
{
	TypeSet *ts = type_set(t);
	sb_puts(b, "interface{");
	for (int i = 0; i < ts->methods.n; i++) {
		sb_puts(b, i ? "; " : "");
		print_name(b, ts->methods.v[i].name->s);
		print_signature(b, ts->methods.v[i].sig);
	}
	sb_putc(b, '}');
}

static void
print_prefixed(StrBuf *b, const char *prefix, Type *elem)
{
	sb_puts(b, prefix);
	ssa_print_type(b, elem);
}

void
ssa_print_type(StrBuf *b, Type *t)
{
	t = unalias(t);
	switch (t->kind) {
	case T_NAMED:
		if (t == type_error)
			sb_puts(b, "error");
		else
			print_name(b, type_linkname(t));
		return;
	case T_POINTER: print_prefixed(b, "*", t->elem); return;
	case T_SLICE: print_prefixed(b, "[]", t->elem); return;
	case T_ARRAY: print_prefixed(b, str_fmt("[%lld]", (long long)t->len)->s, t->elem); return;
	case T_MAP:
		print_prefixed(b, "map[", t->key);
		print_prefixed(b, "]", t->elem);
		return;
	case T_CHAN: print_prefixed(b, t->dir == CHAN_SEND ? "chan<- " : t->dir == CHAN_RECV ? "<-chan " : "chan ", t->elem); return;
	case T_STRUCT: print_struct(b, t); return;
	case T_INTERFACE: print_interface(b, t); return;
	case T_SIGNATURE:
		sb_puts(b, "func");
		print_signature(b, t);
		return;
	case T_TUPLE: print_params(b, t, false); return;
	default:
		if (t->kind <= T_UNTYPED_NIL)
			sb_puts(b, t->kind == T_UNSAFEPTR ? "unsafe.Pointer" : type_string(basic_type[t->kind], NULL));
		else
			print_name(b, type_string(t, NULL));
	}
}

static void
print_float(StrBuf *b, double d)
{
	if (d != d)
		sb_puts(b, "[NaN]");
	else if (d > 1.7976931348623157e308 || d < -1.7976931348623157e308)
		sb_puts(b, d > 0 ? "[+Inf]" : "[-Inf]");
	else
		sb_printf(b, "[%.17g]", d);
}

static void
print_call(StrBuf *b, Value *v)
{
	Call *c = v->call;
	sb_puts(b, " {");
	if (v->op == OpStaticCall) {
		print_name(b, c->callee->name);
		sb_putc(b, ' ');
	} else if (v->op == OpInterCall) {
		ssa_print_type(b, c->iface);
		sb_printf(b, " %d", c->method);
	}
	if (v->op != OpInterCall) {
		sb_puts(b, "func");
		print_signature(b, c->sig);
	}
	if (v->op == OpClosureCall && c->callee) {
		sb_puts(b, " = ");
		print_name(b, c->callee->name);
	}
	sb_putc(b, '}');
}

/* The aux part: [number] and {symbol, type, ...}. */
static void
print_aux(StrBuf *b, Value *v)
{
	switch (op_info[v->op].aux) {
	case 'I':
		if (v->op == OpConstBool)
			sb_puts(b, v->auxint ? " [true]" : " [false]");
		else
			sb_printf(b, " [%lld]", (long long)v->auxint);
		return;
	case 'B':
		sb_printf(b, " [%s]", bounds_name[v->auxint]);
		return;
	case 'F':
		sb_putc(b, ' ');
		print_float(b, v->auxf);
		return;
	case 'R':
		sb_printf(b, " {%s}", rt_info[v->auxint].name);
		return;
	case 'C':
		print_call(b, v);
		return;
	case 'N':
		return;
	}
	if (v->auxint)
		sb_printf(b, " [%lld]", (long long)v->auxint);
	sb_puts(b, " {");
	switch (op_info[v->op].aux) {
	case 'S': print_name(b, v->sym->name); break;
	case 'O': print_name(b, v->obj->name->s); break;
	case 'X': print_quoted(b, v->str->s, v->str->n); break;
	case 'T':
		ssa_print_type(b, v->auxtype);
		if (v->op == OpItabAddr) {
			sb_puts(b, ", ");
			ssa_print_type(b, v->aux2);
		}
		break;
	}
	sb_putc(b, '}');
}

void
ssa_print_value(StrBuf *b, Value *v)
{
	sb_printf(b, "v%d = %s", v->id, op_info[v->op].name);
	if (v->type) {
		sb_puts(b, " <");
		ssa_print_type(b, v->type);
		sb_putc(b, '>');
	}
	print_aux(b, v);
	for (int i = 0; i < v->nargs; i++)
		sb_printf(b, " v%d", v->args[i] ? v->args[i]->id : -1);
	if (op_info[v->op].aux == 'C') {
		if (v->call->result_addr)
			sb_printf(b, " @v%d", v->call->result_addr->id);
		sb_puts(b, v->call->noreturn ? " !noreturn" : "");
		sb_puts(b, v->call->noinline ? " !noinline" : "");
	}
	sb_puts(b, v->stack ? " !stack" : "");
	sb_puts(b, v->bounded ? " !bounded" : "");
	sb_puts(b, v->unsafe_origin ? " !unsafe" : "");
}

static void
print_succs(StrBuf *b, Block *bl)
{
	sb_puts(b, " →");
	for (int i = 0; i < bl->succs.n; i++)
		sb_printf(b, " b%d", bl->succs.v[i]->id);
}

static void
print_ret(StrBuf *b, Block *bl)
{
	sb_puts(b, "Ret");
	for (int i = 0; i < bl->rets.n; i++) {
		sb_puts(b, i ? ", " : " <");
		ssa_print_type(b, bl->rets.v[i]->type);
	}
	sb_puts(b, bl->rets.n ? ">" : "");
	for (int i = 0; i < bl->rets.n; i++)
		sb_printf(b, " v%d", bl->rets.v[i]->id);
}

void
ssa_print_block_end(StrBuf *b, Block *bl)
{
	switch ((BlockKind)bl->kind) {
	case BLOCK_PLAIN: sb_puts(b, "Plain"); break;
	case BLOCK_IF: sb_printf(b, "If v%d", bl->control ? bl->control->id : -1); break;
	case BLOCK_SWITCH:
		sb_printf(b, "Switch v%d [", bl->control ? bl->control->id : -1);
		for (int i = 0; i < bl->cases.n; i++)
			sb_printf(b, "%s%lld", i ? " " : "", (long long)bl->cases.v[i]);
		sb_putc(b, ']');
		break;
	case BLOCK_RET: print_ret(b, bl); return;
	case BLOCK_EXIT: sb_puts(b, "Exit"); return;
	}
	print_succs(b, bl);
	if (bl->likely)
		sb_puts(b, bl->likely > 0 ? " (likely)" : " (unlikely)");
}

static void
print_block(StrBuf *b, Block *bl)
{
	sb_printf(b, "b%d:", bl->id);
	if (bl->preds.n)
		sb_puts(b, " ←");
	for (int i = 0; i < bl->preds.n; i++)
		sb_printf(b, " b%d", bl->preds.v[i]->id);
	sb_putc(b, '\n');
	for (int i = 0; i < bl->values.n; i++) {
		sb_puts(b, "  ");
		ssa_print_value(b, bl->values.v[i]);
		sb_putc(b, '\n');
	}
	sb_puts(b, "  ");
	ssa_print_block_end(b, bl);
	sb_putc(b, '\n');
}

void
ssa_print(StrBuf *b, Func *f)
{
	sb_puts(b, "func ");
	print_name(b, f->sym->name);
	print_signature(b, f->sig);
	sb_puts(b, f->closure ? " !closure" : "");
	sb_puts(b, f->noinline ? " !noinline" : "");
	sb_puts(b, f->sym->linkonce ? " !linkonce" : "");
	sb_puts(b, f->wrapper ? " !wrapper" : "");
	sb_puts(b, " {\n");
	for (int i = 0; i < f->blocks.n; i++)
		print_block(b, f->blocks.v[i]);
	sb_puts(b, "}\n");
}

static void
print_symbols(StrBuf *b, Program *p)
{
	for (int i = 0; i < p->decl_syms.n; i++) {
		Sym *s = p->decl_syms.v[i];
		sb_puts(b, s->kind == SYM_FUNC ? "extern func " : s->external ? "extern global " : "global ");
		print_name(b, s->name);
		if (s->kind == SYM_FUNC) {
			print_signature(b, s->type);
		} else {
			sb_putc(b, ' ');
			ssa_print_type(b, s->type);
		}
		sb_putc(b, '\n');
	}
}

void
ssa_print_program(StrBuf *b, Program *p)
{
	for (int i = 0; i < p->decl_types.n; i++) {
		Type *t = p->decl_types.v[i];
		sb_puts(b, "type ");
		ssa_print_type(b, t);
		sb_putc(b, ' ');
		ssa_print_type(b, t->under);
		sb_putc(b, '\n');
	}
	print_symbols(b, p);
	for (int i = 0; i < p->funcs.n; i++) {
		sb_puts(b, b->n ? "\n" : "");
		ssa_print(b, p->funcs.v[i]);
	}
}
