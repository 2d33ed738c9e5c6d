# M07: schedtrace every N milliseconds, the first at 0, in Go's format; with scheddetail all Ps, Ms and Gs
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
	for range 4 {
		wg.Go(func() { time.Sleep(1200 * time.Millisecond) })
	}
	wg.Wait()
}
GO
builds -o p p.go
run env GOMAXPROCS=2 GODEBUG=schedtrace=1000 $EMU ./p
expect 0
line='^SCHED [0-9]+ms: gomaxprocs=2 idleprocs=[0-9]+ threads=[0-9]+ spinningthreads=[0-9]+ needspinning=[0-9]+ idlethreads=[0-9]+ runqueue=[0-9]+ \[ [0-9]+ [0-9]+ \] schedticks=\[ [0-9]+ [0-9]+ \]$'
[ "$(echo "$out" | grep -Evc "$line")" = 0 ] || fail "$out"
# the n-th comes after n seconds, or late
echo "$out" | awk '{ t = $2 + 0; if (t < 1000 * n++) exit 1 } NR == 1 && t > 900 { exit 1 } END { if (n < 2) exit 1 }' || fail "at other times: $out"
run env GOMAXPROCS=2 GODEBUG=schedtrace=100,scheddetail=1 $EMU ./p
expect 0
matches '^SCHED .*runqueue=[0-9]+ gcwaiting=false nmidlelocked=[0-9]+ stopwait=0 sysmonwait=(true|false)$'
matches '^  P0: status=[0-9] schedtick=[0-9]+ syscalltick=[0-9]+ m=(nil|[0-9]+) runqsize=[0-9]+ gfreecnt=[0-9]+ timerslen=[0-9]+$'
matches '^  P1: '
matches '^  M1: p=nil curg=nil mallocing=0 throwing=0 preemptoff= locks=[0-9]+ dying=0 spinning=false blocked=(true|false) lockedg=nil$'
matches '^  G1: status=4\(sync.WaitGroup.Wait\) m=nil lockedm=nil$'
matches '^  G[0-9]+: status=4\(force gc \(idle\)\) m=nil lockedm=nil$'
matches '^  G[0-9]+: status=4\(sleep\) m=nil lockedm=nil$'
