# M12: a system goroutine collects when nothing else did for two minutes; runtime.GC
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import (
	"runtime"
	"time"
)

var keep []byte

func main() {
	keep = make([]byte, 1<<20)
	go func() {}()
	time.Sleep(50 * time.Millisecond)
	println("goroutines", runtime.NumGoroutine())
	var m runtime.MemStats
	for t := time.Now(); m.NumForcedGC == 0 && time.Since(t) < 20*time.Second; runtime.ReadMemStats(&m) {
		time.Sleep(10 * time.Millisecond)
	}
	forced := m.NumForcedGC > 0
	runtime.GC() // waits for the cycle before, which counts itself before it prints its line
	println("forced", forced)
}
GO
builds -o p p.go
run env GODEBUG=forcegcperiod=100,gctrace=1,schedtrace=20,scheddetail=1 $EMU ./p
expect 0
contains 'goroutines 1'
contains 'forced true'
matches '^gc 1 .*\(forced\)$'
# the goroutine that does it, which NumGoroutine has not counted
matches '^  G[0-9]+: status=4\(force gc \(idle\)\)'

# with a clock that jumps: every two minutes, no more
cat >v.go <<'GO'
package main

import (
	"runtime"
	"time"
)

func main() {
	go func() {}()
	time.Sleep(9 * time.Minute)
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	println("forced", m.NumForcedGC, "of", m.NumGC)
}
GO
builds -o v v.go
run env GODEBUG=schedseed=1,gctrace=1 $EMU ./v
expect 0
contains 'forced 4 of 4'
[ "$(echo "$out" | awk '/^gc .*\(forced\)$/ { printf "%d ", substr($3, 2) }')" = '120 240 360 480 ' ] || fail "$out"
