# M03: sysmon sleeps 20 us first, twice as long when there is nothing to do, up to 10 ms
. "$SRCDIR/testsuite/observable/lib.sh"
cat >p.go <<'GO'
package main

import (
	"runtime"
	"time"
)

func main() {
	go func() {
		for {
			runtime.Gosched()
		}
	}()
	for t := time.Now(); time.Since(t) < 400*time.Millisecond; {
		runtime.Gosched()
	}
}
GO
builds -o p p.go
run env GODEBUG=sysmontrace=1 GOMAXPROCS=1 ./p
expect 0
echo "$out" | head -1 | grep -qx 'sysmon: delay 20us' || fail "starts otherwise: $out"
got=$(echo "$out" | awk '{ sub(/us$/, "", $3); if ($3 == 20) s = ""; s = s " " $3; if (length(s) > length(most)) most = s } END { print most }')
[ "$got" = ' 20 40 80 160 320 640 1280 2560 5120 10000' ] || fail "delays:$got"
