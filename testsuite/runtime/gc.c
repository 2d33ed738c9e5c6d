/* The collector: a graph that changes all the time keeps what it reaches and gives back the rest; finalizers. */
#include "test.h"

void gc(void) SYM(gc);
void addfinalizer(void *p, FuncVal *fn, Type *argtype, i64 cleanup) SYM(addfinalizer);
void *assign64(const MapType *t, Hmap *m, u64 k) SYM(mapassign_fast64);
void *access64(const MapType *t, Hmap *m, u64 k) SYM(mapaccess1_fast64);
Hmap *makemap(const MapType *t, i64 hint) SYM(makemap);

typedef struct Node { i64 check; struct Node *left, *right; i64 pad; } Node;
static u8 node_ptrs = 6, one = 1;
static Type t_node = {.size = 32, .ptrdata = 24, .gcdata = &node_ptrs};
static Type t_ptr = {.size = 8, .ptrdata = 8, .gcdata = &one, .equal = int_equal, .kind = KIND_POINTER, .tflag = TFLAG_REGULAR};
static MapType t_map = {.key = &t_int, .elem = &t_ptr, .slot_size = 16, .elem_off = 8, .group_size = 136};
static Node *root;

static Node *
tree(i64 depth, i64 id)
{
	Node *n = runtime_newobject(&t_node);

	n->check = id ^ 0x5a5a;
	if (depth) {
		n->left = tree(depth - 1, 2 * id);
		n->right = tree(depth - 1, 2 * id + 1);
	}
	return n;
}

static i64
verify(Node *n, i64 id)
{
	if (!n)
		return 0;
	CHECK("node", n->check, id ^ 0x5a5a);
	return 1 + verify(n->left, 2 * id) + verify(n->right, 2 * id + 1);
}

static void
trees(void)
{
	Node *kept;
	i64 i;

	root = tree(14, 1);
	for (i = 0; i < 60; i++) {
		kept = tree(12, 1);
		if (i % 3 == 0)
			root->left = tree(13, 2);
		runtime_mallocgc(100000 + i * 5000, 0, true);
		CHECK("local tree", verify(kept, 1), 8191);
	}
	CHECK("global tree", verify(root, 1), 32767);
	gc();
	memstats();
	if (memstat.inuse > 12 << 20 || memstat.ngc < 3)
		fail("collected", memstat.inuse, memstat.ngc);
}

static void
maps(void)
{
	Hmap *m = makemap(&t_map, 0);
	i64 i, j;

	for (j = 0; j < 5; j++) {
		for (i = 0; i < 20000; i++)
			*(Node **)assign64(&t_map, m, i) = tree(1, 1);
		gc();
		for (i = 0; i < 20000; i++)
			CHECK("in map", verify(*(Node **)access64(&t_map, m, i), 1), 3);
	}
}

static i64 finalized;
static void count(void *p) { finalized += ((Node *)p)->check == (1 ^ 0x5a5a); }
static FuncVal countfn = {count};

static NOINLINE void
garbage(void)
{
	i64 i;

	for (i = 0; i < 1000; i++)
		addfinalizer(tree(0, 1), &countfn, 0, 0);
}

void
main_main(void)
{
	i64 i;

	trees();
	maps();
	garbage();
	gc();
	gc();
	for (i = 0; i < 5000 && finalized < 990; i++) {              /* they run as a goroutine, perhaps on another thread */
		runtime_gosched();
		usleep(1000000);
	}
	if (finalized < 990)
		fail("finalized", finalized, 1000);
	prints("ok\n");
}
