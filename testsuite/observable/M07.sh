# M07: schedtrace every N milliseconds, the first at 0
. "$SRCDIR/testsuite/observable/lib.sh"
cat >p.go <<'GO'
package main

import (
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	for range 400 {
		wg.Go(func() {
			for t := time.Now(); time.Since(t) < 500*time.Microsecond; {
			}
		})
	}
	wg.Wait()
	time.Sleep(120 * time.Millisecond)
}
GO
builds -o p p.go
run env GOMAXPROCS=2 GODEBUG=schedtrace=10 ./p
expect 0
matches '^SCHED [0-9]+ms: gomaxprocs=2 idleprocs=[0-9]+ threads=[0-9]+ spinningthreads=[0-9]+ needspinning=[0-9]+ idlethreads=[0-9]+ runqueue=[0-9]+ \[ [0-9]+ [0-9]+ \] schedticks=\[ [0-9]+ [0-9]+ \]$'
echo "$out" | grep -q '^SCHED [0-9]ms:' || fail "no line at the start: $out"
[ "$(echo "$out" | grep -c '^SCHED')" -ge 8 ] || fail "too few lines: $out"
