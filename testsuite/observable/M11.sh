# M11: gcenable: a step of the boot; nothing is collected before it
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >hi.go <<'GO'
package main

import "runtime"

var kept [][]byte

func fill() int {
	for range 100 {
		kept = append(kept, make([]byte, 1<<17))
	}
	return len(kept)
}

var n = fill()

func main() {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	println(n, m.NumGC > 0)
}
GO
boottrace
in_order runtime.main gcenable main.init main.main
contains '100 true'
# the first cycle comes after the step
run env GODEBUG=boottrace=1,gctrace=1 $EMU ./hi
echo "$out" | awk '/ gcenable/ { on = 1 } /^gc 1 / { exit !on } END { if (!on) exit 1 }' || fail "a cycle before gcenable: $out"
matches '^gc 1 '
