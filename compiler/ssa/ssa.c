/* ssa.c - construction: programs, symbols, functions, blocks, values; the op and runtime-call tables.
 *
 * Everything lives in the arena of the compilation: a package's functions are all alive until codegen has seen them, and the
 * process ends soon after. Integer constants are kept sign-extended from their width, whatever the type's signedness, so that
 * equal constants have equal auxint. */
#include "ssa/ssa.h"

OpInfo op_info[N_SSAOP] = {
	{ .name = "Invalid" },
#define OP(n, na, ax, fl) { .name = #n, .nargs = na, .aux = #ax[0], .flags = fl },
#include "ssa/op.def"
#undef OP
};

/* rtcall.def writes its flags as bare letters; here they are the characters. */
#define RT(nm, rt, pr, fl) { .name = "runtime." #nm, .ret = rt, .params = pr, .flags = #fl[0] },
const RtInfo rt_info[N_RTCALL] = {
#include "runtime/abi/rtcall.def"
};
#undef RT

SsaConf ssa_conf;

void
ssa_init(void)
{
	for (int i = 1; i < N_SSAOP; i++) {
		OpInfo *o = &op_info[i];
		o->pure = strchr(o->flags, 'p') != NULL;
		o->reads = strchr(o->flags, 'r') != NULL;
		o->effect = strchr(o->flags, 'w') != NULL;
		o->panics = strchr(o->flags, 'n') != NULL;
		o->commutes = strchr(o->flags, 'c') != NULL;
	}
}

Program *
program_new(Package *pkg)
{
	Program *p = NEW(permanent, Program);
	p->pkg = pkg;
	return p;
}

Sym *
sym_lookup(Program *p, const char *name)
{
	return map_get(&p->syms, str_lit(name));
}

Sym *
sym_get(Program *p, const char *name, SymKind k)
{
	Str *key = str_lit(name);
	Sym *s = map_get(&p->syms, key);
	if (s)
		return s;
	s = NEW(permanent, Sym);
	s->name = key->s;
	s->kind = k;
	s->external = true;
	map_put(&p->syms, key, s);
	return s;
}

Func *
func_new(Program *p, Sym *s, Type *sig)
{
	Func *f = NEW(permanent, Func);
	f->prog = p;
	f->sym = s;
	f->sig = sig;
	f->arena = permanent;
	f->inl_cost = -1;
	f->pkg = p ? p->pkg : NULL;
	f->mem_result = sig && sig_mem_result(sig);
	if (s) {
		f->name = s->name;
		s->func = f;
		s->external = false;
		f->closure = s->closure;
	}
	return f;
}

/* The first block made is the entry. */
Block *
block_new(Func *f, BlockKind k)
{
	Block *b = NEW(f->arena, Block);
	b->id = f->nblocks++;
	b->kind = k;
	b->func = f;
	vec_push(f->arena, &f->blocks, b);
	if (!f->entry)
		f->entry = b;
	func_changed(f);
	return b;
}

/* The graph changed: what cfg.c computed no longer holds. */
void
func_changed(Func *f)
{
	f->dom_valid = f->rpo_valid = f->loops_valid = false;
}

void
block_edge(Block *from, Block *to)
{
	Arena *a = from->func->arena;
	vec_push(a, &from->succs, to);
	vec_push(a, &to->preds, from);
	func_changed(from->func);
}

static void
insert_at(Block *b, int i, Value *v)
{
	vec_push(b->func->arena, &b->values, v);
	memmove(&b->values.v[i + 1], &b->values.v[i], sizeof(Value *) * (size_t)(b->values.n - 1 - i));
	b->values.v[i] = v;
	v->block = b;
}

/* A value that stands in no block yet. */
Value *
value_make(Func *f, SsaOp op, Type *t, Pos pos)
{
	Value *v = NEW(f->arena, Value);
	v->id = f->nvalues++;
	v->op = (uint16_t)op;
	v->type = t;
	v->pos = pos;
	return v;
}

/* Appended to b; phis stay in front. */
Value *
value_new(Block *b, SsaOp op, Type *t, Pos pos)
{
	Value *v = value_make(b->func, op, t, pos);
	int at = b->values.n;
	if (op == OpPhi) {
		at = 0;
		while (at < b->values.n && b->values.v[at]->op == OpPhi)
			at++;
	}
	insert_at(b, at, v);
	return v;
}

Value *
value_new1(Block *b, SsaOp op, Type *t, Pos pos, Value *a)
{
	Value *v = value_new(b, op, t, pos);
	value_addarg(v, a);
	return v;
}

Value *
value_new2(Block *b, SsaOp op, Type *t, Pos pos, Value *a, Value *c)
{
	Value *v = value_new1(b, op, t, pos, a);
	value_addarg(v, c);
	return v;
}

void
value_addarg(Value *v, Value *a)
{
	if (v->nargs == v->cap) {
		int cap = v->cap ? v->cap * 2 : op_info[v->op].nargs > 0 ? op_info[v->op].nargs : 2;
		Value **n = NEWN(permanent, Value *, cap);
		if (v->nargs)
			memcpy(n, v->args, sizeof(Value *) * (size_t)v->nargs);
		v->args = n;
		v->cap = cap;
	}
	v->args[v->nargs++] = a;
}

/* Sign-extends from the low bits of a width in bytes. */
int64_t
const_norm(int64_t i, int64_t size)
{
	return size == 1 ? (int8_t)i : size == 2 ? (int16_t)i : size == 4 ? (int32_t)i : i;
}

SsaOp
const_op(Type *t)
{
	Type *u = type_under(t);
	if (u->kind == T_BOOL || u->kind == T_UNTYPED_BOOL)
		return OpConstBool;
	if (type_is_integer(u)) {
		switch (type_size(u)) {
		case 1: return OpConst8;
		case 2: return OpConst16;
		case 4: return OpConst32;
		default: return OpConst64;
		}
	}
	return OpConstNil;
}

Value *
value_const(Block *b, Type *t, int64_t i)
{
	SsaOp op = const_op(t);
	Value *v = value_new(b, op, t, NOPOS);
	if (op != OpConstNil)
		v->auxint = op == OpConstBool ? i != 0 : const_norm(i, type_size(t));
	else if (i != 0)
		fatal("value_const: %lld of type %s", (long long)i, type_string(t, NULL));
	return v;
}

static void
unlink_value(Value *v)
{
	Block *b = v->block;
	for (int i = b->values.n - 1; i >= 0; i--) {
		if (b->values.v[i] != v)
			continue;
		memmove(&b->values.v[i], &b->values.v[i + 1], sizeof(Value *) * (size_t)(b->values.n - 1 - i));
		b->values.n--;
		return;
	}
}

/* Puts v (from wherever it stands) right before at. */
void
value_insert_before(Value *at, Value *v)
{
	if (v->block)
		unlink_value(v);
	Block *b = at->block;
	for (int i = 0; i < b->values.n; i++) {
		if (b->values.v[i] == at) {
			insert_at(b, i, v);
			return;
		}
	}
	fatal("value_insert_before: v%d is not in b%d", at->id, b->id);
}

/* Scalars of t are appended to out[n..]; returns the new count or -1. out may be NULL. */
static int
flatten(Type *t, Type **out, int n, int max)
{
	Type *u = type_under(t);
	Type *parts[3];
	int np = 0;
	switch (u->kind) {
	case T_COMPLEX64: parts[np++] = basic_type[T_FLOAT32]; parts[np++] = parts[0]; break;
	case T_COMPLEX128: parts[np++] = basic_type[T_FLOAT64]; parts[np++] = parts[0]; break;
	case T_STRING: case T_UNTYPED_STRING: parts[np++] = basic_type[T_UNSAFEPTR]; parts[np++] = basic_type[T_INT]; break;
	case T_SLICE: parts[np++] = type_pointer(u->elem); parts[np++] = basic_type[T_INT]; parts[np++] = basic_type[T_INT]; break;
	case T_INTERFACE: parts[np++] = basic_type[T_UNSAFEPTR]; parts[np++] = parts[0]; break;
	case T_STRUCT:
		for (int i = 0; i < u->fields.n && n >= 0; i++)
			n = flatten(u->fields.v[i]->type, out, n, max);
		return n;
	case T_TUPLE:
		for (int i = 0; i < u->vars.n && n >= 0; i++)
			n = flatten(u->vars.v[i]->type, out, n, max);
		return n;
	case T_ARRAY:
		if (u->len == 0)
			return n;
		return u->len == 1 ? flatten(u->elem, out, n, max) : -1;
	default: parts[np++] = t; break;
	}
	if (n + np > max)
		return -1;
	for (int i = 0; i < np; i++, n++)
		if (out)
			out[n] = parts[i];
	return n;
}

int
type_scalars(Type *t, Type **out, int max)
{
	return flatten(t, out, 0, max);
}

bool
type_ssaable(Type *t)
{
	return flatten(t, NULL, 0, 4) >= 0;
}

/* abi.h: at most 3 integers or pointers and 2 floats come back in registers. */
bool
sig_mem_result(Type *sig)
{
	Type *parts[6];
	int ints = 0, floats = 0;
	for (int i = 0; i < sig->results->vars.n; i++) {
		int n = type_scalars(sig->results->vars.v[i]->type, parts, 4);
		if (n < 0)
			return true;
		for (int j = 0; j < n; j++)
			*(type_is_float(parts[j]) ? &floats : &ints) += 1;
	}
	return ints > 3 || floats > 2;
}

const char *
tuple_name(int i)
{
	return str_fmt("r%d", i)->s;
}

Type *
sig_result_struct(Type *sig)
{
	Type *tup = sig->results;
	if (tup->ssa)
		return tup->ssa;
	Object **fields = NEWN(permanent, Object *, tup->vars.n + 1);
	for (int i = 0; i < tup->vars.n; i++) {
		fields[i] = var_new(NOPOS, NULL, str_lit(tuple_name(i)), tup->vars.v[i]->type);
		fields[i]->is_field = true;
		fields[i]->index = i;
	}
	Type *t = type_struct(fields, tup->vars.n, NULL);
	tup->ssa = t;
	return t;
}
