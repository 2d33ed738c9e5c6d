# the protocols between threads, as models: each holds for all schedules, its mutants do not
. "$SRCDIR/testsuite/observable/lib.sh"
need spin cc
run env SPIN_CFLAGS=-O0 sh "$SRCDIR/testsuite/spin/run.sh" note wakep
expect 0
