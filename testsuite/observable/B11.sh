# B11: mcommoninit: m0 has id 0, the next ones the next
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >hi.go <<'GO'
package main

import (
	"runtime"
	"time"
)

func main() {
	for range 5 {
		c := make(chan int)
		go func() {
			runtime.LockOSThread()
			close(c)
			select {}
		}()
		<-c
	}
	time.Sleep(300 * time.Millisecond)
}
GO
boottrace
matches '^boottrace [0-9]+ mcommoninit m0 id=0$'
# the list of Ms has the newest first; on a busy machine sysmon may print it too early
for try in 1 2 3 4 5 6 7 8; do
	run env GODEBUG=schedtrace=10,scheddetail=1 $EMU ./hi
	got=$(echo "$out" | awk '/^SCHED/ { s = "" } /^  M/ { sub(/:/, "", $1); s = s substr($1, 2) " " } END { print s }')
	[ "$(echo "$got" | wc -w)" -le 5 ] || break
done
want=$(n=$(echo "$got" | wc -w); while [ $n -gt 0 ]; do n=$((n - 1)); printf '%s ' $n; done)
[ "$(echo "$got" | wc -w)" -gt 5 ] && [ "$got" = "$want" ] || fail "Ms: $got"
