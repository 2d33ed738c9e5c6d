# A04: rt0 sets g0's stack guard, and SP is a multiple of 16 there
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
matches '^boottrace [0-9]+ rt0_go .*sp%16=0'
lo=$(field g0 'stack=\[lo') hi=$(field g0 'hi)') guard=$(field rt0_go 'g0.stackguard0')
[ $((guard)) -gt $((lo)) ] && [ $((guard)) -lt $((hi)) ] || fail "guard $guard is not in [$lo, $hi)"
