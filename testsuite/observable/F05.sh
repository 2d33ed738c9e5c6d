# F05: start-up with the stack checks and without them: a row of the benchmark table
. "$SRCDIR/testsuite/observable/lib.sh"
need cc
run env RUNS=3 CC=cc sh "$SRCDIR/testsuite/bench/run.sh" "$MINIGO" startup
expect 0
matches '^startup: [0-9]+ us, without stack checks [0-9]+ us'
grep -q '^| minigo without stack checks .*| [0-9]* |$' "$SRCDIR/docs/BENCH.md" || fail 'no row in docs/BENCH.md'
