# G11: the scheduler's loop drains the run queues: schedtrace shows them full, then empty
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
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
	time.Sleep(300 * time.Millisecond)
}
GO
builds -o p p.go
run env GOMAXPROCS=2 GODEBUG=schedtrace=10 $EMU ./p
expect 0
matches '^SCHED .* runqueue=([1-9][0-9]* \[ [0-9]+ [0-9]+|0 \[ ([1-9][0-9]* [0-9]+|0 [1-9][0-9]*)) '
# the last line may be of the moment when main wakes up: a P is busy with it
echo "$out" | awk '
!full && (/ runqueue=[1-9]/ || / \[ ([1-9][0-9]* [0-9]+|0 [1-9][0-9]*) \] schedticks/) { full = NR }
/ idleprocs=2 .* runqueue=0 \[ 0 0 \] / { empty = NR }
END { exit !(full && empty > full) }' || fail "does not drain: $out"
