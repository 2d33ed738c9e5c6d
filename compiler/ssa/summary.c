/* summary.c - what the link step must know of a package without reading its object: who refers to what, per symbol defined here.
 * One record a line, a letter and a space first; what follows F or D belongs to that function or variable:
 *
 *   F symbol            a function                      C symbol            code it calls or takes the address of
 *   D symbol            a variable or constant data     G symbol            data it refers to
 *   T linkname          a type made into an interface or described at run time
 *   Q linkname          a type that is only compared with, asserted to, or known to the runtime's map and chan functions
 *   A linkname          an interface asserted to at run time: its methods are looked up
 *   K letters           the function is called only when types of these kinds are described: f float, c complex, m map
 *   Y type TAB iface    an itab for both
 *   I name TAB linkname an interface method it calls, with the linkname of its signature
 *   R                   looks methods up by name that is not known: keeps every exported method */
#include "ssa/ssa.h"

static const char *
iface_method_line(Type *iface, int i)
{
	Method *m = &type_set(type_under(iface))->methods.v[i];
	return str_fmt("I %s\t%s", m->name->s, type_linkname(m->sig))->s;
}

/* reflect's ways to methods by number or by a name. */
static bool
is_reflection(const char *name)
{
	static const char *const list[] = {
		"reflect.Value.Method", "reflect.Value.MethodByName", "reflect.(*rtype).Method", "reflect.(*rtype).MethodByName",
		"reflect.Value.NumMethod", "reflect.(*rtype).NumMethod",
	};
	for (size_t i = 0; i < NELEM(list); i++)
		if (strcmp(list[i], name) == 0)
			return true;
	return false;
}

static bool
is_reflect_iface_method(Call *c)
{
	Method *m = &type_set(type_under(c->iface))->methods.v[c->method];
	Type *n = unalias(c->iface);
	return n->kind == T_NAMED && n->obj->pkg && strcmp(n->obj->pkg->path->s, "reflect") == 0 && strcmp(n->obj->name->s, "Type") == 0 &&
		(strcmp(m->name->s, "Method") == 0 || strcmp(m->name->s, "MethodByName") == 0 || strcmp(m->name->s, "NumMethod") == 0);
}

static void
add(PtrMap *seen, StrBuf *out, const char *line)
{
	Str *s = str_lit(line);
	if (map_has(seen, s))
		return;
	map_put(seen, s, s);
	sb_puts(out, line);
	sb_putc(out, '\n');
}

static void
add_type(Program *p, PtrMap *seen, StrBuf *out, Type *t)
{
	const char *n = type_linkname(t);
	add(seen, out, str_fmt("T %s", n)->s);
	map_put(&p->types_used, str_lit(n), t);
}

static void
add_itab(Program *p, PtrMap *seen, StrBuf *out, Type *t, Type *iface)
{
	add_type(p, seen, out, t);
	add(seen, out, str_fmt("Q %s", type_linkname(iface))->s);
	add(seen, out, str_fmt("Y %s\t%s", type_linkname(t), type_linkname(iface))->s);
}

/* Runtime calls that only want to know where the pointers are: the back end gives them a descriptor of that alone, so that
 * allocating a type does not make it (and its methods) part of the program. */
bool
rt_wants_layout(int r)
{
	switch (r) {
	case RT_newobject: case RT_mallocgc: case RT_makeslice: case RT_makeslice64: case RT_makeslicecopy: case RT_growslice:
	case RT_typedmemmove: case RT_typedmemclr: case RT_typedslicecopy: case RT_typedclrn:
		return true;
	}
	return false;
}

/* Runtime calls, and which of their arguments, that only want to know which type it is (or a map's or channel's layout): that
 * does not make it a type that reflection can come to. */
static bool
rt_wants_identity(int r, int arg)
{
	switch (r) {
	case RT_makemap: case RT_makemap_small: case RT_mapaccess1: case RT_mapaccess2: case RT_mapassign: case RT_mapdelete:
	case RT_mapaccess1_fast32: case RT_mapaccess2_fast32: case RT_mapassign_fast32: case RT_mapaccess1_fast64:
	case RT_mapaccess2_fast64: case RT_mapassign_fast64: case RT_mapassign_fast64ptr: case RT_mapaccess1_faststr:
	case RT_mapaccess2_faststr: case RT_mapassign_faststr: case RT_mapdelete_fast32: case RT_mapdelete_fast64:
	case RT_mapdelete_faststr: case RT_mapiterinit: case RT_mapclear: case RT_makechan:
	case RT_assertE2I: case RT_assertE2I2: case RT_getitab:
		return arg == 0;
	case RT_panicdottypeE: case RT_panicnildottype:
		return true;
	}
	return false;
}

typedef enum Use { USE_NONE, USE_LAYOUT, USE_IDENTITY, USE_DESCRIBED } Use;
static PtrMap uses;                          /* TypeAddr values of the function -> the strongest Use */

static Use
use_of(Value *user, int arg)
{
	if (!user)
		return USE_DESCRIBED;
	if (user->op == OpEqPtr)
		return USE_IDENTITY;
	if (user->op != OpRTCall && user->op != OpRTCallPure)
		return USE_DESCRIBED;
	if (rt_wants_layout((int)user->auxint) && user->op == OpRTCall)
		return USE_LAYOUT;
	return rt_wants_identity((int)user->auxint, arg) ? USE_IDENTITY : USE_DESCRIBED;
}

static void
note_uses(Value *user, Value **args, int n)
{
	for (int i = 0; i < n; i++)
		if (args[i] && args[i]->op == OpTypeAddr) {
			uintptr_t u = use_of(user, i);
			if (u > (uintptr_t)map_get(&uses, args[i]))
				map_put(&uses, args[i], (void *)u);
		}
}

static void
find_described(Func *f)
{
	map_clear(&uses);
	for (int i = 0; i < f->blocks.n; i++) {
		Block *b = f->blocks.v[i];
		for (int j = 0; j < b->values.n; j++)
			note_uses(b->values.v[j], b->values.v[j]->args, b->values.v[j]->nargs);
		note_uses(NULL, b->rets.v, b->rets.n);
	}
}

/* An itab made at run time wants every method of its interface, called or not: an assertion fails without. */
static void
add_asserted(PtrMap *seen, StrBuf *out, Value *v)
{
	if (v->auxint != RT_assertE2I && v->auxint != RT_assertE2I2 && v->auxint != RT_getitab)
		return;
	Type *t = v->args[0]->op == OpTypeAddr ? v->args[0]->auxtype : NULL;
	if (!t || type_under(t)->kind != T_INTERFACE)
		return;
	add(seen, out, str_fmt("A %s", type_linkname(t))->s);
	for (int i = 0; i < type_set(type_under(t))->methods.n; i++)
		add(seen, out, iface_method_line(t, i));
}

static void
add_value(Program *p, PtrMap *seen, StrBuf *out, Value *v)
{
	switch (v->op) {
	case OpAddr: add(seen, out, str_fmt("%c %s", v->sym->kind == SYM_FUNC ? 'C' : 'G', v->sym->name)->s); return;
	case OpFuncAddr: case OpNewClosure: add(seen, out, str_fmt("C %s", v->sym->name)->s); return;
	case OpTypeAddr:
		switch ((Use)(uintptr_t)map_get(&uses, v)) {
		case USE_IDENTITY: add(seen, out, str_fmt("Q %s", type_linkname(v->auxtype))->s); break;
		case USE_DESCRIBED: add_type(p, seen, out, v->auxtype); break;
		default: break;
		}
		return;
	case OpItabAddr: add_itab(p, seen, out, v->auxtype, v->aux2); return;
	case OpStaticCall:
		add(seen, out, str_fmt("C %s", v->call->callee->name)->s);
		if (is_reflection(v->call->callee->name))
			add(seen, out, "R");
		return;
	case OpBoundsCheck: add(seen, out, "C runtime.panicBounds"); return;
	case OpNilCheck: add(seen, out, "C runtime.panicnil"); return;
	case OpInterCall:
		add(seen, out, iface_method_line(v->call->iface, v->call->method));
		if (is_reflect_iface_method(v->call))
			add(seen, out, "R");
		return;
	case OpRTCall: case OpRTCallPure:
		add_asserted(seen, out, v);
		add(seen, out, str_fmt("C %s", rt_info[v->auxint].name)->s); return;
	}
}

static void
add_func(Program *p, Func *f, StrBuf *out)
{
	PtrMap seen = {0};
	find_described(f);
	sb_printf(out, "F %s\n", f->sym->name);
	if (f->kinds)
		sb_printf(out, "K %s%s%s\n", f->kinds & PRAGMA_KINDFLOAT ? "f" : "", f->kinds & PRAGMA_KINDCOMPLEX ? "c" : "",
			f->kinds & PRAGMA_KINDMAP ? "m" : "");
	for (int i = 0; i < f->blocks.n; i++)
		for (int j = 0; j < f->blocks.v[i]->values.n; j++)
			add_value(p, &seen, out, f->blocks.v[i]->values.v[j]);
}

static void
add_data(Program *p, Sym *s, StrBuf *out)
{
	PtrMap seen = {0};
	sb_printf(out, "D %s\n", s->name);
	for (int i = 0; s->data && i < s->data->relocs.n; i++) {
		Reloc *r = &s->data->relocs.v[i];
		if (r->sym)
			add(&seen, out, str_fmt("%c %s", r->funcval || r->sym->kind == SYM_FUNC ? 'C' : 'G', r->sym->name)->s);
		else if (r->itab_iface)
			add_itab(p, &seen, out, r->type, r->itab_iface);
		else if (r->type)
			add_type(p, &seen, out, r->type);
	}
}

void
summary_write(Program *p, StrBuf *out)
{
	for (int i = 0; i < p->funcs.n; i++)
		add_func(p, p->funcs.v[i], out);
	for (int i = 0; i < p->globals.n; i++)
		add_data(p, p->globals.v[i], out);
}
