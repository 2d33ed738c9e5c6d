/* mono.c - programs whose generic functions would need infinitely many instances.
 *
 * The instances of a package make a graph over type parameters: an edge from parameter Q to P when P is instantiated with
 * a type that mentions Q, of weight 0 when it is Q itself and 1 when Q is wrapped in something larger. A cycle of positive
 * weight would go on forever. Types declared in a generic function depend on its parameters. Longest paths by
 * Bellman-Ford; a path as long as the number of vertices lies on a cycle. After go/types' "mono" check. */
#include "types/checker.h"

typedef struct Edge { Object *dst, *src; int weight; Pos pos; Type *typ; int d, s; } Edge;
typedef struct Vertex { Object *obj; int weight, pre, len; } Vertex;

typedef struct Mono {
	Vec(Edge) edges;
	Vec(Vertex) vertices;
	PtrMap index;                        /* O_TYPE -> vertex number + 1 */
	PtrMap canon;                        /* type parameter of a method's receiver -> the type's own */
	PtrMap locals;                       /* local types with their edges added */
} Mono;

static Mono *
mono_of(Checker *ck)
{
	if (!ck->mono)
		ck->mono = NEW(permanent, Mono);
	return ck->mono;
}

static void
add_edge(Mono *m, Object *dst, Object *src, int weight, Pos pos, Type *typ)
{
	vec_push(permanent, &m->edges, ((Edge){dst, src, weight, pos, typ, 0, 0}));
}

/* A type declared in a generic function: it counts as made of each of the function's parameters. */
static bool
local_depends(Mono *m, Package *pkg, Type *t)
{
	Object *o = (t->origin ? t->origin : t)->obj;
	TypeList *l = enclosing_tparams(o);

	if (o->pkg != pkg || l->n == 0)
		return false;
	if (map_has(&m->locals, o))
		return true;
	map_put(&m->locals, o, o);
	for (int i = 0; i < l->n; i++)
		add_edge(m, o, l->v[i]->obj, 1, o->pos, l->v[i]);
	return true;
}

typedef struct Assign { Mono *m; Package *pkg; Pos pos; Type *tpar, *targ; } Assign;

static void flow_from(Assign *a, Type *t);

static void
flow_vars(Assign *a, ObjectList *l)
{
	for (int i = 0; i < l->n; i++)
		flow_from(a, l->v[i]->type);
}

static void
flow(Assign *a, Object *src, Type *t)
{
	add_edge(a->m, a->tpar->obj, src, t == a->targ ? 0 : 1, a->pos, a->targ);
}

static void
flow_from(Assign *a, Type *t)
{
	t = unalias(t);
	switch (t->kind) {
	case T_TYPEPARAM: flow(a, t->obj, t); break;
	case T_NAMED:
		if (local_depends(a->m, a->pkg, t))
			flow(a, (t->origin ? t->origin : t)->obj, t);
		for (int i = 0; i < t->targs.n; i++)
			flow_from(a, t->targs.v[i]);
		break;
	case T_ARRAY: case T_SLICE: case T_POINTER: case T_CHAN: flow_from(a, t->elem); break;
	case T_MAP:
		flow_from(a, t->key);
		flow_from(a, t->elem);
		break;
	case T_INTERFACE:
		for (int i = 0; i < t->methods.n; i++)
			flow_from(a, t->methods.v[i].sig);
		break;
	case T_SIGNATURE:
		flow_vars(a, &t->params->vars);
		flow_vars(a, &t->results->vars);
		break;
	case T_STRUCT: flow_vars(a, &t->fields); break;
	default: break;
	}
}

void
mono_record(Checker *ck, Pos pos, TypeList *tparams, TypeList *targs, ExprList *xlist)
{
	for (int i = 0; i < tparams->n && i < targs->n; i++) {
		Pos p = xlist && i < xlist->n ? expr_start(xlist->v[i]) : pos;
		Assign a = {mono_of(ck), ck->pkg, p, tparams->v[i], targs->v[i]};

		if (tparams->v[i]->obj->pkg == ck->pkg)
			flow_from(&a, targs->v[i]);
	}
}

static void
collect_canon(Checker *ck, Mono *m)
{
	for (int i = 0; i < ck->objs.n; i++) {
		Type *sig = ck->objs.v[i]->kind == O_FUNC ? ck->objs.v[i]->type : NULL, *r;

		if (!sig || sig->kind != T_SIGNATURE || sig->recv_tparams.n == 0 || !sig->recv)
			continue;
		r = unalias(type_deref(sig->recv->type, NULL));
		if (r->kind != T_NAMED)
			continue;
		r = r->origin ? r->origin : r;
		for (int k = 0; k < sig->recv_tparams.n && k < r->tparams.n; k++)
			map_put(&m->canon, sig->recv_tparams.v[k]->obj, r->tparams.v[k]->obj);
	}
}

static int
vertex(Mono *m, Object *o)
{
	Object *c = map_get(&m->canon, o);
	intptr_t i;

	o = c ? c : o;
	i = (intptr_t)map_get(&m->index, o);
	if (i)
		return (int)i - 1;
	vec_push(permanent, &m->vertices, ((Vertex){o, 0, 0, 0}));
	map_put(&m->index, o, (void *)(intptr_t)m->vertices.n);
	return m->vertices.n - 1;
}

/* v lies on or behind a cycle of positive weight. */
static void
report_loop(Checker *ck, Mono *m, int v)
{
	bool *seen = NEWN(permanent, bool, m->vertices.n);
	Vec(int) stack = {0};
	int first = 0;
	StrBuf b = {0};

	while (!seen[v]) {
		vec_push(permanent, &stack, v);
		seen[v] = true;
		v = m->edges.v[m->vertices.v[v].pre].s;
	}
	while (stack.v[first] != v)
		first++;
	sb_puts(&b, "instantiation cycle:");
	for (int i = first; i < stack.n; i++) {
		Edge *e = &m->edges.v[m->vertices.v[stack.v[i]].pre];
		Object *o = m->vertices.v[e->d].obj;

		sb_printf(&b, "\n\t%s: %s %s %s", pos_string(e->pos), o->name->s,
		          o->type->kind == T_TYPEPARAM ? "instantiated as" : "implicitly parameterized by", type_string(e->typ, ck->pkg));
	}
	check_error(ck, m->vertices.v[v].obj->pos, "%s", b.s);
	sb_free(&b);
}

void
mono_check(Checker *ck)
{
	Mono *m = ck->mono;
	bool again = true;

	if (!m)
		return;
	collect_canon(ck, m);
	for (int i = 0; i < m->edges.n; i++) {
		m->edges.v[i].d = vertex(m, m->edges.v[i].dst);
		m->edges.v[i].s = vertex(m, m->edges.v[i].src);
	}
	while (again) {
		again = false;
		for (int i = 0; i < m->edges.n; i++) {
			Edge *e = &m->edges.v[i];
			Vertex *src = &m->vertices.v[e->s], *dst = &m->vertices.v[e->d];

			if (src->weight + e->weight <= dst->weight)
				continue;
			dst->pre = i;
			dst->len = src->len + 1;
			if (dst->len == m->vertices.n) {
				report_loop(ck, m, e->d);
				return;
			}
			dst->weight = src->weight + e->weight;
			again = true;
		}
	}
}
