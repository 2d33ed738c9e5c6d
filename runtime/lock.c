/* lock.c - locks between threads, on a futex (after Drepper, "Futexes are tricky", mutex 2). While only one thread exists nobody
 * ever waits; the slow way is in mthread.c. */
#include "runtime.h"

void
lock(Lock *l)
{
	NOSPLIT();
	lock_inline(l);
}

void
unlock(Lock *l)
{
	NOSPLIT();
	unlock_inline(l);
}
