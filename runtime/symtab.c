/* symtab.c - from program counters to functions, files and lines, by the section .gopclntab (abi/pclntab.h). Allocates nothing;
 * may run on any stack. */
#include "runtime.h"
#include "abi/pclntab.h"

extern const Pclntab pclntab SYM(pclntab) __attribute__((weak));

typedef struct Node { GoString name, file; u32 parent; i64 callline; bool wrapper; } Node;

static u64
uleb(const u8 **p)
{
	u64 v = 0;
	u32 shift = 0;

	do
		v |= (u64)(**p & 0x7f) << shift, shift += 7;
	while (*(*p)++ & 0x80);
	return v;
}

static i64
sleb(const u8 **p)
{
	i64 v = 0;
	u32 shift = 0;
	u8 b;

	do {
		b = *(*p)++;
		v |= (i64)(b & 0x7f) << shift;
		shift += 7;
	} while (b & 0x80);
	return shift < 64 && (b & 0x40) ? v | -(i64)(1ull << shift) : v;
}

static GoString
tabstring(u64 off)
{
	return cstring((const char *)&pclntab + pclntab.strings + off);
}

static bool
loaded(void)
{
	return &pclntab && pclntab.magic == PCL_MAGIC && pclntab.nfunc > 0;
}

bool
in_text(uintptr pc)
{
	return loaded() && pc - pclntab.text < pclntab.funcs[pclntab.nfunc].entry;
}

bool
findfunc(uintptr pc, FuncInfo *f)
{
	const PclFunc *t = pclntab.funcs;
	u32 lo, hi, mid, off;
	const u8 *b;

	if (!in_text(pc))
		return false;
	off = pc - pclntab.text;
	for (lo = 0, hi = pclntab.nfunc; hi - lo > 1;) {
		mid = (lo + hi) / 2;
		if (t[mid].entry <= off)
			lo = mid;
		else
			hi = mid;
	}
	if (off < t[lo].entry || t[lo].data == 0)
		return false;
	b = (const u8 *)&pclntab + t[lo].data;
	f->entry = pclntab.text + t[lo].entry;
	f->end = pclntab.text + t[lo + 1].entry;
	f->data = b;
	f->flags = uleb(&b);
	return true;
}

static const u8 *
getnode(const u8 *p, Node *out)
{
	u64 name = uleb(&p);

	out->name = tabstring(name >> 1);
	out->wrapper = name & 1;
	out->file = tabstring(uleb(&p));
	out->parent = uleb(&p);
	out->callline = uleb(&p);
	return p;
}

/* Line and inlining node of the row that holds pc. */
static void
findrow(FuncInfo *f, const u8 *p, uintptr pc, i64 *line, u32 *node)
{
	uintptr at = f->entry;
	i64 at_line = *line, v;
	bool first = true;
	u64 delta;

	for (*node = 0;; first = false) {
		delta = uleb(&p);
		if (delta == 0 && !first)
			return;
		at += delta;
		if (at > pc || at >= f->end)
			return;
		v = sleb(&p);
		at_line += v >> 1;
		*line = at_line;
		*node = v & 1 ? uleb(&p) : 0;
	}
}

/* The logical frames at pc, innermost first. pc must lie inside the instruction asked about: callers pass return address - 1. */
i32
pcframes(FuncInfo *f, uintptr pc, Frame *out, i32 max)
{
	const u8 *p = f->data, *nodes, *q;
	GoString name, file, other = {0, 0};
	i64 startline, line;
	u32 nnodes, node, i;
	i32 n;
	Node in;

	uleb(&p);
	name = tabstring(uleb(&p));
	file = tabstring(uleb(&p));
	startline = line = uleb(&p);
	nnodes = uleb(&p);
	nodes = p;
	for (i = 0; i < nnodes; i++)
		p = getnode(p, &in);
	findrow(f, p, pc, &line, &node);
	for (n = 0; node && node <= nnodes && n < max - 1;) {
		for (q = nodes, i = 0; i < node; i++)
			q = getnode(q, &in);
		node = in.parent;
		if (in.name.n) {
			out[n++] = (Frame){in.name, in.file, line, 0, f->entry, pc, true, in.wrapper, false};
			line = in.callline;
		} else {
			other = in.file;
		}
	}
	out[n] = (Frame){name, other.n ? other : file, line, startline, f->entry, pc, false, (f->flags & PCL_WRAPPER) != 0, (f->flags & PCL_NOARGS) != 0};
	return n + 1;
}

/* Does a wrapper stand at pc itself, and not a function that was inlined into it? */
bool
iswrapper(uintptr pc)
{
	FuncInfo f;
	Frame fr[2];

	return findfunc(pc, &f) && (f.flags & PCL_WRAPPER) && pcframes(&f, pc, fr, NELEM(fr)) > 0 && fr[0].wrapper;
}

/* Of the physical function that returns to pc. */
GoString
funcname(uintptr pc)
{
	FuncInfo f;
	const u8 *p;

	if (!findfunc(pc - 1, &f))
		return (GoString){0, 0};
	p = f.data;
	uleb(&p);
	return tabstring(uleb(&p));
}
