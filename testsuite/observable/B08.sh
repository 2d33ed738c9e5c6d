# B08: maxmcount is 10000; debug.SetMaxThreads ends a program with more
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"time"
)

func main() {
	debug.SetMaxThreads(20)
	r, _, _ := os.Pipe()
	for range 30 {
		go func() {
			runtime.LockOSThread()
			r.Read(make([]byte, 1))
		}()
	}
	time.Sleep(10 * time.Second)
}
GO
builds -o p p.go
run $EMU ./p
expect 2
contains 'runtime: program exceeds 20-thread limit'
contains 'fatal error: thread exhaustion'
run env GODEBUG=boottrace=1 $EMU ./p
contains 'schedinit maxmcount=10000'
