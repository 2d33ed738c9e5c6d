/* initorder.c - the order in which package-level variables are initialized.
 *
 * A variable depends on the variables its initializer mentions, directly or through functions and methods. Of those that
 * depend on nothing uninitialized, the first in source order is next. The order among equals follows go/types, where a
 * variable without an initializer also takes its turn. A variable or constant that depends on itself is an error. */
#include "types/checker.h"

typedef struct Node {
	Object *obj;
	DeclInfo *info;
	int ndeps;                           /* variables it still waits for */
	Vec(struct Node *) preds;            /* variables that wait for it */
	int at;                              /* index in the heap, -1 outside */
	int seen;                            /* stamp of the search that met it last */
} Node;

typedef struct Graph {
	Checker *ck;
	Vec(Node *) nodes;
	PtrMap by_obj;                       /* O_VAR, O_CONST -> Node */
	PtrMap fseen;                        /* O_FUNC -> stamp */
	int stamp;
	Vec(Node *) heap;
} Graph;

/* Adds an edge from n to every variable that info mentions, looking through functions. */
static void
add_deps(Graph *g, Node *n, DeclInfo *info)
{
	for (int i = 0; i < info->deps.n; i++) {
		Object *o = info->deps.e[i].v;
		DeclInfo *d = decl_info(o);

		if (o->kind == O_VAR || o->kind == O_CONST) {
			Node *m = map_get(&g->by_obj, o);

			if (!m || m->seen == g->stamp)
				continue;
			m->seen = g->stamp;
			n->ndeps++;
			vec_push(permanent, &m->preds, n);
		} else if (o->kind == O_FUNC && d && map_get(&g->fseen, o) != n) {
			map_put(&g->fseen, o, n);
			add_deps(g, n, d);
		}
	}
}

static bool
before(Node *a, Node *b)
{
	bool ca = a->obj->kind == O_CONST, cb = b->obj->kind == O_CONST;

	if (ca != cb)                        /* whoever mentions a constant waits for nothing */
		return ca;
	return a->ndeps < b->ndeps || (a->ndeps == b->ndeps && a->info->order < b->info->order);
}

static void
place(Graph *g, int i, Node *n)
{
	g->heap.v[i] = n;
	n->at = i;
}

static void
sift_up(Graph *g, Node *n)
{
	int i = n->at;

	for (; i > 0 && before(n, g->heap.v[(i - 1) / 2]); i = (i - 1) / 2)
		place(g, i, g->heap.v[(i - 1) / 2]);
	place(g, i, n);
}

static void
sift_down(Graph *g, Node *n)
{
	int i = n->at, c;

	while ((c = 2 * i + 1) < g->heap.n) {
		if (c + 1 < g->heap.n && before(g->heap.v[c + 1], g->heap.v[c]))
			c++;
		if (!before(g->heap.v[c], n))
			break;
		place(g, i, g->heap.v[c]);
		i = c;
	}
	place(g, i, n);
}

static Node *
pop(Graph *g)
{
	Node *n = g->heap.v[0], *last = g->heap.v[--g->heap.n];

	n->at = -1;
	if (last != n) {
		last->at = 0;
		sift_down(g, last);
	}
	return n;
}

static void
make_graph(Graph *g)
{
	Checker *ck = g->ck;

	for (int i = 0; i < ck->objs.n; i++) {
		Object *o = ck->objs.v[i];
		Node *n;

		if ((o->kind != O_VAR && o->kind != O_CONST) || !decl_info(o))
			continue;
		n = NEW(permanent, Node);
		n->obj = o;
		n->info = decl_info(o);
		map_put(&g->by_obj, o, n);
		vec_push(permanent, &g->nodes, n);
	}
	for (int i = 0; i < g->nodes.n; i++) {
		g->stamp++;
		add_deps(g, g->nodes.v[i], g->nodes.v[i]->info);
	}
	for (int i = 0; i < g->nodes.n; i++) {
		vec_push(permanent, &g->heap, g->nodes.v[i]);
		g->nodes.v[i]->at = i;
		sift_up(g, g->nodes.v[i]);
	}
}

/* --- cycles --- */

static int
object_order(Object *o)
{
	return decl_info(o) ? decl_info(o)->order : 0;
}

static ObjectList
sorted_deps(DeclInfo *info)
{
	ObjectList l = {0};

	for (int i = 0; i < info->deps.n; i++) {
		Object *o = info->deps.e[i].v;
		int k = l.n;

		vec_push(permanent, &l, o);
		for (; k > 0 && object_order(l.v[k - 1]) > object_order(o); k--)
			l.v[k] = l.v[k - 1];
		l.v[k] = o;
	}
	return l;
}

/* A path of mentions from one object to another, written to path backwards. */
static bool
find_path(Object *from, Object *to, PtrMap *seen, ObjectList *path)
{
	ObjectList deps;

	if (!decl_info(from) || map_has(seen, from))
		return false;
	map_put(seen, from, from);
	deps = sorted_deps(decl_info(from));
	for (int i = 0; i < deps.n; i++) {
		if (deps.v[i] != to && !find_path(deps.v[i], to, seen, path))
			continue;
		vec_push(permanent, path, deps.v[i]);
		return true;
	}
	return false;
}

static void
report_cycle(Checker *ck, ObjectList *cycle)
{
	Object *o = cycle->v[0];
	StrBuf b = {0};

	if (cycle->n == 1) {
		check_error(ck, o->pos, "initialization cycle: %s refers to itself", o->name->s);
		return;
	}
	sb_printf(&b, "initialization cycle for %s", o->name->s);
	for (int i = cycle->n - 1; i >= 0; i--) {
		sb_printf(&b, "\n\t%s: %s refers to %s", pos_string(o->pos), o->name->s, cycle->v[i]->name->s);
		o = cycle->v[i];
	}
	check_error(ck, cycle->v[0]->pos, "%s", b.s);
	sb_free(&b);
}

static void
check_cycle(Checker *ck, Node *n)
{
	PtrMap seen = {0};
	ObjectList path = {0};

	if (find_path(n->obj, n->obj, &seen, &path))
		report_cycle(ck, &path);
}

static void
emit(Checker *ck, Node *n)
{
	DeclInfo *d = n->info;
	InitOrder in = {{0}, d->init};

	if (!d->init || n->obj->kind == O_CONST)
		return;
	if (d->lhs.n > 0)
		in.lhs = d->lhs;
	else
		vec_push(permanent, &in.lhs, n->obj);
	for (int i = 0; d->lhs.n > 0 && i < ck->pkg->init_order.n; i++)
		if (ck->pkg->init_order.v[i].rhs == d->init)
			return;
	vec_push(permanent, &ck->pkg->init_order, in);
}

void
init_order(Checker *ck)
{
	Graph g = {.ck = ck};

	make_graph(&g);
	while (g.heap.n > 0) {
		Node *n = pop(&g);

		if (n->ndeps > 0)
			check_cycle(ck, n);      /* going on breaks the cycle: its other members are not reported again */
		for (int i = 0; i < n->preds.n; i++) {
			n->preds.v[i]->ndeps--;
			if (n->preds.v[i]->at >= 0)
				sift_up(&g, n->preds.v[i]);
		}
		emit(ck, n);
	}
}
