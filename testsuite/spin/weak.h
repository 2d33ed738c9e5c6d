/* weak.h - a weak memory for the models here: release, acquire and relaxed accesses, read-modify-writes and fences, in the manner of
 * C11's without reads of values not yet written (Kang et al., "A Promising Semantics for Relaxed-Memory Concurrency", 2017, without its
 * promises). It lets arm64 do all it may but that a store passes an earlier load; qemu on x86 shows none of it.
 *
 * A variable keeps all its values in order, and a thread has a view: the oldest value of each variable that it may still read. Reading a
 * value, or a later one, moves the view there. A release store keeps the thread's view beside the value, who reads that with acquire
 * joins it to its own; a relaxed store keeps the view of the thread's last release fence. A read-modify-write works on the last
 * value. Before inclusion: NT threads, NV variables, MV values of each at most. Each thread says WEAK(thread). */
typedef View { byte v[NV] };
byte weakval[NV * MV], weaklast[NV];
View weakview[NT], weakmsg[NV * MV], weakfence[NT];
View weaksc;

#define WEAK(t) byte weak_i, weak_k; pid weak_t = t
#define AT(x, k) ((x) * MV + (k))

inline weakjoin(to, from)
{
	weak_i = 0;
	do
	:: weak_i < NV ->
		if
		:: to.v[weak_i] < from.v[weak_i] -> to.v[weak_i] = from.v[weak_i]
		:: else
		fi;
		weak_i++
	:: else -> break
	od;
	weak_i = 0
}

/* a value of x that the thread may read */
inline weakread(x, out)
{
	weak_k = weakview[weak_t].v[x];
	do
	:: weak_k < weaklast[x] -> weak_k++
	:: break
	od;
	weakview[weak_t].v[x] = weak_k;
	out = weakval[AT(x, weak_k)]
}

inline weakwrite(x, val)
{
	assert(weaklast[x] + 1 < MV);
	weaklast[x]++;
	weakval[AT(x, weaklast[x])] = val;
	weakview[weak_t].v[x] = weaklast[x]
}

inline load_relaxed(x, out) { atomic { weakread(x, out); weak_k = 0 } }
inline load_acquire(x, out) { atomic { weakread(x, out); weakjoin(weakview[weak_t], weakmsg[AT(x, weak_k)]); weak_k = 0 } }
inline store_relaxed(x, val) { atomic { weakwrite(x, val); weakjoin(weakmsg[AT(x, weaklast[x])], weakfence[weak_t]) } }
inline store_release(x, val) { atomic { weakwrite(x, val); weakjoin(weakmsg[AT(x, weaklast[x])], weakview[weak_t]) } }
inline fence_release() { atomic { weakjoin(weakfence[weak_t], weakview[weak_t]) } }

/* all such fences are in one order */
inline fence_sc()
{
	atomic {
		weakjoin(weakview[weak_t], weaksc);
		weakjoin(weaksc, weakview[weak_t]);
		weakjoin(weakfence[weak_t], weakview[weak_t])
	}
}

/* The last value, joined, as the first half of a read-modify-write: in an atomic with the store. */
inline weaklatest(x, out)
{
	weakview[weak_t].v[x] = weaklast[x];
	weakjoin(weakview[weak_t], weakmsg[AT(x, weaklast[x])]);
	out = weakval[AT(x, weaklast[x])]
}

inline exchange(x, val, out) { atomic { weaklatest(x, out); weakwrite(x, val); weakjoin(weakmsg[AT(x, weaklast[x])], weakview[weak_t]) } }
/* ok: a byte, 1 or 0 after */
inline cas(x, old, new, ok)
{
	atomic {
		weaklatest(x, ok);
		if
		:: ok == (old) -> weakwrite(x, new); weakjoin(weakmsg[AT(x, weaklast[x])], weakview[weak_t]); ok = 1
		:: else -> ok = 0
		fi
	}
}
