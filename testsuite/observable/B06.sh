# B06: osinit counts the CPUs that the process may use
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
need taskset nproc
println_program >hi.go
boottrace
[ "$(field osinit ncpu)" = "$(nproc)" ] || fail "ncpu is not $(nproc): $out"
out=$(GODEBUG=boottrace=1 taskset -c 0 $EMU ./hi 2>&1)
[ "$(field osinit ncpu)" = 1 ] || fail "taskset -c 0: $out"
