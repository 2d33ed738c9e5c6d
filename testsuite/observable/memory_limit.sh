# GOMEMLIMIT collects in time; without memory the program ends with a message and status 2
. "$SRCDIR/testsuite/observable/lib.sh"
cat >limit.go <<'GO'
package main

import (
	"fmt"
	"runtime"
)

var sink []byte

func main() {
	live := make([]byte, 8<<20)
	for range 200 {
		sink = make([]byte, 1<<20)
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(len(live), m.NumGC >= 5, m.HeapSys-m.HeapReleased < 64<<20)
}
GO
builds -o limit limit.go
# without a limit and without GOGC nothing is collected; with it, everything in time
run env GOGC=off ./limit
equals '8388608 false false'
run env GOGC=off GOMEMLIMIT=32MiB ./limit
equals '8388608 true true'

cat >oom.go <<'GO'
package main

import "fmt"

var kept [][]byte

func main() {
	defer fmt.Println("not reached")
	defer func() { recover() }()
	for {
		kept = append(kept, make([]byte, 64<<20))
		for i := 0; i < 64<<20; i += 1 << 20 {
			kept[len(kept)-1][i] = 1
		}
		if len(kept) > 100000 {
			return
		}
	}
}
GO
cat >huge.go <<'GO'
package main

import "fmt"

var n = 1 << 46

func main() {
	defer fmt.Println("not reached")
	defer func() { recover() }()
	b := make([]byte, n)
	fmt.Println(len(b))
}
GO
builds -o oom oom.go
builds -o huge huge.go
for p in huge oom; do
	[ $p = huge ] || ulimit -v 2000000
	run ./$p
	expect 2
	contains 'fatal error: runtime: out of memory'
	contains 'goroutine 1 [running]:'
	lacks 'not reached'
done

# what is no size ends the program before it begins; GOGC is 100 then
cat >limits.go <<'GO'
package main

import (
	"fmt"
	"runtime/debug"
)

func main() { fmt.Println(debug.SetGCPercent(100), debug.SetMemoryLimit(-1)) }
GO
builds -o limits limits.go
for l in 100:100 100B:100 5KiB:5120 1GiB:1073741824 5TiB:5497558138880 off:9223372036854775807 0:0; do
	run env GOMEMLIMIT=${l%:*} ./limits
	equals "100 ${l#*:}"
done
for l in junk 5MB 5K -1 1.5GiB 1gib 5PiB 9223372036854775808; do
	run env GOMEMLIMIT=$l ./limits
	expect 2
	contains "GOMEMLIMIT=$l
fatal error: malformed GOMEMLIMIT; see \`go doc runtime/debug.SetMemoryLimit\`"
done
for p in 50:50 off:-1 -1:-1 -10:-1 0:0 junk:100 1e3:100 99999999999:100; do
	run env GOGC=${p%:*} ./limits
	equals "${p#*:} 9223372036854775807"
done
