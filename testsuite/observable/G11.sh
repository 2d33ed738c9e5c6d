# G11, M07: schedtrace prints the queues, in Go's format, and they drain
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
matches 'runqueue=([1-9][0-9]*|0 \[ ([1-9][0-9]* [0-9]+|0 [1-9][0-9]*)) '
echo "$out" | tail -1 | grep -q 'idleprocs=2 .*runqueue=0 \[ 0 0 \]' || fail "does not drain: $out"
run env GOMAXPROCS=2 GODEBUG=schedtrace=10,scheddetail=1 ./p
matches '^SCHED .*runqueue=[0-9]+ gcwaiting=false nmidlelocked=[0-9]+ stopwait=0 sysmonwait=(true|false)$'
matches '^  P0: status=[0-9] schedtick=[0-9]+ syscalltick=[0-9]+ m=(nil|[0-9]+) runqsize=[0-9]+ gfreecnt=[0-9]+ timerslen=[0-9]+$'
matches '^  M1: p=nil curg=nil mallocing=0 throwing=0 preemptoff= locks=[0-9]+ dying=0 spinning=false blocked=(true|false) lockedg=nil$'
matches '^  G1: status=4\(sync.WaitGroup.Wait\) m=nil lockedm=nil$'
matches '^  G[0-9]+: status=4\(force gc \(idle\)\) m=nil lockedm=nil$'
