# M12: a system goroutine collects when nothing else did for two minutes; runtime.GC
. "$SRCDIR/testsuite/observable/lib.sh"
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
	for t := time.Now(); m.NumForcedGC == 0 && time.Since(t) < 5*time.Second; runtime.ReadMemStats(&m) {
		time.Sleep(10 * time.Millisecond)
	}
	forced := m.NumForcedGC > 0
	runtime.GC() // waits for the cycle before, which counts itself before it prints its line
	println("forced", forced)
}
GO
builds -o p p.go
run env GODEBUG=forcegcperiod=100,gctrace=1 ./p
expect 0
contains 'goroutines 1'
contains 'forced true'
matches '^gc 1 .*\(forced\)$'
run ./p
contains 'forced false'
