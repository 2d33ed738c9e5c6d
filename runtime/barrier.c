/* barrier.c - the write barrier, and writes of typed memory under it (README, "The barrier").
 *
 * While writeBarrier is set the collector marks what could be reached when it was set: whoever is about to overwrite a pointer
 * in the heap shades the old one. Generated code tests the flag itself and calls wbslot or wbtyped; C uses the functions below
 * and wb_slot, wb_typed of runtime.h. Here no goroutine is stopped between the barrier and the write. */
#include "runtime.h"

u32 writeBarrier SYM(writeBarrier);
void (*gc_shade)(uintptr);                           /* set with writeBarrier, by the collector */

/* Called in the middle of anything: keeps all registers but r11 (x0-x8, x16-x18), and may use STACK_UNCHECKED bytes. */
void runtime_wbslot(void **slot) __attribute__((preserve_most)) SYM(wbslot);
void
runtime_wbslot(void **slot)
{
	NOSPLIT();
	if (*slot)
		gc_shade((uintptr)*slot);
}

void
runtime_wbtyped(Type *t, void *p, i64 n)
{
	u64 words = t->ptrdata / 8, i, m, v;

	for (; n > 0; n--, p = (u8 *)p + t->size) {
		for (i = 0; i < words; i += 8) {
			for (m = t->gcdata[i >> 3]; m; m &= m - 1) {
				v = ((uintptr *)p)[i + __builtin_ctzll(m)];
				if (v)
					gc_shade(v);
			}
		}
	}
}

void
runtime_typedmemmove(Type *t, void *d, const void *s)
{
	if (d == s)
		return;
	wb_typed(t, d, 1);
	runtime_memmove(d, s, t->size);
}

void
runtime_typedmemclr(Type *t, void *p)
{
	wb_typed(t, p, 1);
	runtime_memclr(p, t->size);
}

void runtime_typedclrn(Type *t, void *p, i64 n) SYM(typedclrn);
void
runtime_typedclrn(Type *t, void *p, i64 n)
{
	wb_typed(t, p, n);
	runtime_memclr(p, n * t->size);
}

i64 runtime_typedslicecopy(Type *elem, void *d, i64 dn, const void *s, i64 sn) SYM(typedslicecopy);
i64
runtime_typedslicecopy(Type *elem, void *d, i64 dn, const void *s, i64 sn)
{
	i64 n = dn < sn ? dn : sn;

	if (n <= 0 || d == s)
		return n;
	wb_typed(elem, d, n);
	runtime_memmove(d, s, n * elem->size);
	return n;
}

/* ---- sync/atomic's stores of pointers ---- */

void runtime_atomicstorep(void **slot, void *v) SYM(atomicstorep);
void *runtime_atomicswapp(void **slot, void *v) SYM(atomicswapp);
bool runtime_atomiccasp(void **slot, void *old, void *v) SYM(atomiccasp);

void
runtime_atomicstorep(void **slot, void *v)
{
	wb_slot(slot);
	__atomic_store_n(slot, v, __ATOMIC_SEQ_CST);
}

void *
runtime_atomicswapp(void **slot, void *v)
{
	wb_slot(slot);
	return __atomic_exchange_n(slot, v, __ATOMIC_SEQ_CST);
}

bool
runtime_atomiccasp(void **slot, void *old, void *v)
{
	wb_slot(slot);
	return __sync_bool_compare_and_swap(slot, old, v);
}
