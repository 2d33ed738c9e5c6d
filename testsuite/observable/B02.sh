# B02: the arguments are copied
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
[ "$(field args.copy argc)" = 1 ] || fail "argc: $out"
boottrace a 'b b' ''
[ "$(field args.copy argc)" = 4 ] || fail "argc: $out"
