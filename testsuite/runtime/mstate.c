/* The states of an M that the debug build asserts: of all changes, with all that an M may have, those of the list are legal. */
#define RTDEBUG
#include "test.h"

enum { NSTATES = Mdead + 1, P_ = 1, CURG = 2, SPINS = 4, LOCKEDG = 8, ALL = 16 };

/* from, to, what it must have and may have then */
static const struct { u8 from, to, must, may; } legal[] = {
	{Mstarting, Mrunning, P_, CURG | LOCKEDG},
	{Mstarting, Mspinning, P_ | SPINS, 0},
	{Mrunning, Mspinning, P_ | SPINS, 0},
	{Mspinning, Mrunning, P_, CURG | LOCKEDG},
	{Mrunning, Mnop, 0, SPINS | LOCKEDG},
	{Mspinning, Mnop, 0, SPINS | LOCKEDG},           /* counted until its P is in the idle list */
	{Mnop, Mrunning, P_, CURG | LOCKEDG},
	{Mnop, Mspinning, P_ | SPINS, 0},
	{Mnop, Midle, 0, 0},
	{Midle, Mnop, 0, SPINS | LOCKEDG},
	{Mnop, Mlocked, LOCKEDG, 0},
	{Mlocked, Mnop, 0, SPINS | LOCKEDG},
	{Mrunning, Msyscall, CURG, LOCKEDG},
	{Msyscall, Mrunning, P_, CURG | LOCKEDG},
	{Msyscall, Mnop, 0, SPINS | LOCKEDG},
	{Mnop, Mdead, 0, LOCKEDG},
};
static M m;
static P p;
static G g;

static bool
want(u32 from, u32 to, u32 has)
{
	u64 i;

	for (i = 0; i < NELEM(legal); i++)
		if (legal[i].from == from && legal[i].to == to)
			return (has & legal[i].must) == legal[i].must && !(has & ~(legal[i].must | legal[i].may));
	return false;
}

static void
look(u32 from, u32 to, u32 has)
{
	m.state = from;
	m.p = has & P_ ? &p : 0;
	m.curg = has & CURG ? &g : 0;
	m.spinning = (has & SPINS) != 0;
	m.lockedg = has & LOCKEDG ? &g : 0;
	if (mstate_legal(&m, to) != want(from, to, has))
		fail("change, with", from * 100 + to, has);
}

void
main_main(void)
{
	u32 from, to, has, spinning = sched.nmspinning;

	sched.nmspinning = spinning + 1;
	for (from = 0; from <= NSTATES; from++)
		for (to = 0; to <= NSTATES; to++)
			for (has = 0; has < ALL; has++)
				look(from, to, has);
	/* who spins is counted */
	m = (M){.state = Mrunning, .p = &p, .spinning = true};
	sched.nmspinning = 0;
	CHECK("spins uncounted", mstate_legal(&m, Mspinning), false);
	sched.nmspinning = -1;
	CHECK("spins, negative", mstate_legal(&m, Mspinning), false);
	sched.nmspinning = spinning;
	prints("ok\n");
}
