/* data.c - symbols as LLVM globals: functions, variables with their initial bytes and relocations, string literals, static
 * closures, and descriptors that only serve the collector.
 *
 * Sections: one a symbol, so that the link can drop each. `.bss..noptr.` (to LLVM only `.bss.` is without bytes in the file; the
 * link makes it `.noptrbss`) and `.noptrdata.` hold variables without pointers, which the collector does not scan; constants go to `.rodata.`. Merged symbols are weak_odr (kept although nothing here refers
 * to them: the link unit may) in a comdat of their name. */
#include "codegen/cg.h"

void
make_linkonce(LLVMValueRef v, const char *name)
{
	LLVMSetLinkage(v, LLVMWeakODRLinkage);
	LLVMSetComdat(v, LLVMGetOrInsertComdat(cg.mod, name));
}

/* No symbol is ever preempted (static executables): protected visibility is how the C API says dso_local, without which every
 * address would come from a GOT. */
LLVMValueRef
not_preempted(LLVMValueRef v)
{
	LLVMSetVisibility(v, LLVMProtectedVisibility);
	return v;
}

static void
set_section(LLVMValueRef v, const char *prefix, const char *name)
{
	StrBuf b = { 0 };
	sb_printf(&b, "%s.%s", prefix, name);
	LLVMSetSection(v, b.s);
	sb_free(&b);
}

LLVMValueRef
func_value(Sym *s)
{
	if (s->llvm)
		return s->llvm;
	LLVMValueRef fn = LLVMGetNamedFunction(cg.mod, s->name);
	if (!fn) {
		Type *sig = s->func ? s->func->sig : s->type;
		if (!sig || sig->kind != T_SIGNATURE)
			fatal("codegen: function symbol %s has no signature", s->name);
		bool mem = s->func ? s->func->mem_result : sig_mem_result(sig);
		FnAbi a = fn_abi(sig, mem, s->func ? s->func->closure : s->closure, false);
		fn = not_preempted(LLVMAddFunction(cg.mod, s->name, a.ty));
		abi_add_attrs(fn, &a, false);
		attr_fn(fn, AT_NOUNWIND);
	}
	return s->llvm = fn;
}

static bool
defined_here(Sym *s)
{
	return !s->external && (s->kind == SYM_GLOBAL || s->kind == SYM_DATA || s->data);
}

/* [n x i8] and pointers, packed: the shape of the bytes with holes for the relocations */
static LLVMTypeRef
data_type(Data *d)
{
	LLVMTypeRef *t = NEWN(permanent, LLVMTypeRef, d->relocs.n * 2 + 1);
	int64_t at = 0;
	unsigned n = 0;
	for (int i = 0; i < d->relocs.n; i++) {
		Reloc *r = &d->relocs.v[i];
		if (r->off < at)
			fatal("codegen: two relocations at offset %lld of static data", (long long)r->off);
		if (r->off > at)
			t[n++] = LLVMArrayType2(cg.i8, (uint64_t)(r->off - at));
		t[n++] = cg.ptr;
		at = r->off + 8;
	}
	if (at < d->size || n == 0)
		t[n++] = LLVMArrayType2(cg.i8, (uint64_t)(d->size - at));
	return n == 1 ? t[0] : LLVMStructTypeInContext(cg.ctx, t, n, true);
}

static void
sort_relocs(Data *d)
{
	for (int i = 1; i < d->relocs.n; i++) {
		Reloc r = d->relocs.v[i];
		int k = i;
		for (; k > 0 && d->relocs.v[k - 1].off > r.off; k--)
			d->relocs.v[k] = d->relocs.v[k - 1];
		d->relocs.v[k] = r;
	}
}

static bool
is_sizeless(Sym *s)
{
	return s->kind == SYM_GLOBAL && s->type && type_size(s->type) == 0;
}

LLVMValueRef
sym_value(Sym *s)
{
	if (s->llvm)
		return s->llvm;
	if (s->kind == SYM_FUNC)
		return func_value(s);
	if (is_sizeless(s))
		return s->llvm = zero_base();
	LLVMValueRef g = LLVMGetNamedGlobal(cg.mod, s->name);
	if (!g) {
		LLVMTypeRef t = cg.i8;
		if (defined_here(s) && s->data) {
			sort_relocs(s->data);
			t = data_type(s->data);
		} else if (s->type && s->kind == SYM_GLOBAL) {
			t = LLVMArrayType2(cg.i8, (uint64_t)type_size(s->type));
		}
		g = not_preempted(LLVMAddGlobal(cg.mod, t, s->name));
		if (s->type && s->kind == SYM_GLOBAL)
			LLVMSetAlignment(g, (unsigned)type_align(s->type));
	}
	return s->llvm = g;
}

/* A func value without captures: { code }. Same content under the same name wherever it is needed. */
LLVMValueRef
static_closure(Sym *s)
{
	const char *name = str_fmt("%s·f", s->name)->s;
	LLVMValueRef g = LLVMGetNamedGlobal(cg.mod, name);
	if (g)
		return g;
	g = not_preempted(LLVMAddGlobal(cg.mod, cg.ptr, name));
	LLVMSetInitializer(g, func_value(s));
	LLVMSetGlobalConstant(g, true);
	LLVMSetAlignment(g, 8);
	set_section(g, ".rodata", name);
	make_linkonce(g, name);
	LLVMSetLinkage(g, LLVMLinkOnceODRLinkage);
	return g;
}

/* The bytes of a literal. NUL-terminated ones without inner NULs land in .rodata.str1.1, where the linker merges them. */
LLVMValueRef
string_bytes(const char *s, size_t n)
{
	if (n == 0)
		return LLVMConstNull(cg.ptr);
	Str *key = str_intern(s, n);
	LLVMValueRef g = map_get(&cg.strings, key);
	if (g)
		return g;
	bool c_string = !memchr(s, 0, n) && n < 1 << 16;
	LLVMValueRef init = LLVMConstStringInContext2(cg.ctx, s, n, !c_string);
	g = LLVMAddGlobal(cg.mod, LLVMTypeOf(init), str_fmt("str.%d", cg.nstring++)->s);
	LLVMSetInitializer(g, init);
	LLVMSetGlobalConstant(g, true);
	LLVMSetLinkage(g, LLVMPrivateLinkage);
	LLVMSetUnnamedAddress(g, LLVMGlobalUnnamedAddr);
	LLVMSetAlignment(g, 1);
	if (!c_string)
		set_section(g, ".rodata", str_fmt("str.%d", cg.nstring)->s);
	map_put(&cg.strings, key, g);
	return g;
}

static LLVMValueRef
external_data(const char *name)
{
	LLVMValueRef g = LLVMGetNamedGlobal(cg.mod, name);
	if (!g) {
		g = not_preempted(LLVMAddGlobal(cg.mod, cg.i64, name));
		LLVMSetGlobalConstant(g, true);
		LLVMSetAlignment(g, 8);
	}
	return g;
}

LLVMValueRef
type_addr(Type *t)
{
	return external_data(str_fmt("type:%s", type_linkname(t))->s);
}

LLVMValueRef
itab_addr(Type *t, Type *iface)
{
	return external_data(itab_name(t, iface));
}

const char *
itab_name(Type *t, Type *iface)
{
	const char *tn = type_linkname(t);
	return str_fmt("go:itab.%s,%s", tn, type_linkname(iface))->s;
}

static LLVMValueRef
gc_mask(const char *name, const uint8_t *mask, int64_t n)
{
	LLVMValueRef init = LLVMConstStringInContext2(cg.ctx, (const char *)mask, (size_t)n, true);
	const char *mname = str_fmt("%s.mask", name)->s;
	LLVMValueRef g = not_preempted(LLVMAddGlobal(cg.mod, LLVMTypeOf(init), mname));
	LLVMSetInitializer(g, init);
	LLVMSetGlobalConstant(g, true);
	LLVMSetAlignment(g, 1);
	set_section(g, ".rodata", mname);
	make_linkonce(g, mname);
	LLVMSetLinkage(g, LLVMLinkOnceODRLinkage);
	return g;
}

/* A minimal descriptor for the allocator and the barriers: size, pointer bits, nothing that keeps methods or names alive. */
LLVMValueRef
gc_type(int64_t size, int64_t align, int64_t ptrdata, const uint8_t *mask)
{
	StrBuf b = { 0 };
	int64_t nmask = (ptrdata / 8 + 7) / 8;
	sb_printf(&b, "gc:%lld.%lld.%lld.", (long long)size, (long long)align, (long long)ptrdata);
	if (nmask <= 16) {
		for (int64_t i = 0; i < nmask; i++)
			sb_printf(&b, "%02x", mask[i]);
	} else {
		Sha256 h;
		char hex[65];
		sha256_init(&h);
		sha256_update(&h, mask, (size_t)nmask);
		sha256_hex(&h, hex);
		sb_write(&b, hex, 32);
	}
	Str *name = sb_intern(&b);
	LLVMValueRef g = LLVMGetNamedGlobal(cg.mod, name->s);
	if (g)
		return g;
	LLVMValueRef null = LLVMConstNull(cg.ptr), z64 = const_i64(0);
	LLVMValueRef gcdata = ptrdata ? gc_mask(name->s, mask, nmask) : null;
	LLVMValueRef small[4] = { LLVMConstInt(cg.i8, 0, false), LLVMConstInt(cg.i8, (uint64_t)align, false),
		LLVMConstInt(cg.i8, (uint64_t)align, false), LLVMConstInt(cg.i8, KIND_STRUCT, false) };
	LLVMValueRef f[] = { const_i64(size), const_i64(ptrdata), LLVMConstInt(cg.i32, 0, false), small[0], small[1], small[2], small[3],
		null, null, gcdata, null, z64, null };
	LLVMValueRef init = LLVMConstStructInContext(cg.ctx, f, NELEM(f), false);
	g = not_preempted(LLVMAddGlobal(cg.mod, LLVMTypeOf(init), name->s));
	LLVMSetInitializer(g, init);
	LLVMSetGlobalConstant(g, true);
	LLVMSetAlignment(g, 8);
	set_section(g, ".rodata", name->s);
	make_linkonce(g, name->s);
	LLVMSetLinkage(g, LLVMLinkOnceODRLinkage);
	return g;
}

LLVMValueRef
gc_type_of(Type *t)
{
	int64_t ptrdata = type_ptrdata(t);
	uint8_t *mask = NEWN(permanent, uint8_t, ptrdata / 64 + 2);
	if (ptrdata)
		type_ptrmask(t, 0, mask);
	return gc_type(type_size(t), type_align(t), ptrdata, mask);
}

static LLVMValueRef
reloc_value(Reloc *r)
{
	LLVMValueRef x = r->itab_iface ? itab_addr(r->type, r->itab_iface) : r->type ? type_addr(r->type)
	    : r->funcval ? static_closure(r->sym) : sym_value(r->sym);
	LLVMValueRef off = const_i64(r->addend);
	return r->addend ? LLVMConstGEP2(cg.i8, x, &off, 1) : x;
}

static LLVMValueRef
data_bytes(Data *d, int64_t from, int64_t to)
{
	bool zero = true;
	for (int64_t i = from; i < to && zero && d->bytes; i++)
		zero = d->bytes[i] == 0;
	if (zero)
		return LLVMConstNull(LLVMArrayType2(cg.i8, (uint64_t)(to - from)));
	return LLVMConstStringInContext2(cg.ctx, (const char *)d->bytes + from, (size_t)(to - from), true);
}

static LLVMValueRef
data_init(Data *d)
{
	LLVMValueRef *v = NEWN(permanent, LLVMValueRef, d->relocs.n * 2 + 1);
	int64_t at = 0;
	unsigned n = 0;
	for (int i = 0; i < d->relocs.n; i++) {
		Reloc *r = &d->relocs.v[i];
		if (r->off > at)
			v[n++] = data_bytes(d, at, r->off);
		v[n++] = reloc_value(r);
		at = r->off + 8;
	}
	if (at < d->size || n == 0)
		v[n++] = data_bytes(d, at, d->size);
	return n == 1 ? v[0] : LLVMConstStructInContext(cg.ctx, v, n, true);
}

static bool
all_zero(Data *d)
{
	if (!d || !d->bytes)
		return !d || d->relocs.n == 0;
	if (d->relocs.n)
		return false;
	for (int64_t i = 0; i < d->size; i++)
		if (d->bytes[i])
			return false;
	return true;
}

static const char *
section_of(Sym *s, bool zero)
{
	if (s->readonly || (s->data && s->data->readonly))
		return ".rodata";
	bool noptr = s->noptr || (s->type && s->kind == SYM_GLOBAL && !type_has_pointers(s->type));
	if (zero)
		return noptr ? ".bss..noptr" : ".bss";
	return noptr ? ".noptrdata" : ".data";
}

/* g with the type of its initializer: code that came first may have declared it with another. */
static LLVMValueRef
retyped(Sym *s, LLVMValueRef g, LLVMValueRef init)
{
	LLVMTypeRef t = LLVMTypeOf(init);
	if (LLVMGlobalGetValueType(g) == t)
		return g;
	LLVMValueRef n = not_preempted(LLVMAddGlobal(cg.mod, t, ""));
	LLVMReplaceAllUsesWith(g, n);
	LLVMDeleteGlobal(g);
	LLVMSetValueName2(n, s->name, strlen(s->name));
	return s->llvm = n;
}

/* the definition of a variable or constant */
void
data_emit(Sym *s)
{
	if (!defined_here(s) || is_sizeless(s))
		return;
	LLVMValueRef g = sym_value(s);
	bool zero = all_zero(s->data);
	const char *sec = section_of(s, zero);
	if (s->data && !zero) {
		sort_relocs(s->data);                        /* code may have declared it before its data were known */
		g = retyped(s, g, data_init(s->data));
		LLVMSetInitializer(g, data_init(s->data));   /* anew: it may have named the old g */
	} else {
		LLVMSetInitializer(g, LLVMConstNull(LLVMGlobalGetValueType(g)));
	}
	set_section(g, sec, s->name);
	if (!strcmp(sec, ".rodata"))
		LLVMSetGlobalConstant(g, true);
	int64_t align = s->data && s->data->align ? s->data->align : s->type && s->kind == SYM_GLOBAL ? type_align(s->type) : 8;
	LLVMSetAlignment(g, (unsigned)(align < 1 ? 1 : align));
	if (s->linkonce)
		make_linkonce(g, s->name);
	else if (zero && s->obj && s->obj->linkname)         /* the package that owns the name may define it as well */
		LLVMSetLinkage(g, LLVMWeakAnyLinkage);
}
