# B09: stackinit: first segments from slabs
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64
[ "$(field stackinit first)" = 8192 ] || fail "$out"
[ "$(field stackinit slab)" -gt 8192 ] || fail "$out"
[ "$(field stackinit max)" = 1000000000 ] || fail "$out"
