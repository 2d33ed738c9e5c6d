# B02: the arguments are copied
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64 a b c
[ "$(field args.copy argc)" = 4 ] || fail "argc: $out"
