# B12: gcinit reads GOGC and GOMEMLIMIT
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
[ "$(field gcinit GOGC)" = 100 ] || fail "$out"
out=$(GOGC=50 GOMEMLIMIT=64MiB GODEBUG=boottrace=1 $EMU ./hi 2>&1)
[ "$(field gcinit GOGC)" = 50 ] || fail "$out"
[ "$(field gcinit GOMEMLIMIT)" = 67108864 ] || fail "$out"
out=$(GOGC=off GODEBUG=boottrace=1 $EMU ./hi 2>&1)
matches 'gcinit GOGC=(off|-1)'
cat >m.go <<'GO'
package main

import "runtime/debug"

func main() { println(debug.SetMemoryLimit(-1), debug.SetGCPercent(100)) }
GO
builds -o m m.go
run env GOGC=70 GOMEMLIMIT=1GiB $EMU ./m
equals '1073741824 70'
