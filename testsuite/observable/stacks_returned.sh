# the memory of stacks that nobody needs any more goes back to the system: by FreeOSMemory, and by the collection of an idle program
. "$SRCDIR/testsuite/observable/lib.sh"
cat >p.go <<'GO'
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

func rss() (kb int) {
	b, _ := os.ReadFile("/proc/self/status")
	_, rest, _ := strings.Cut(string(b), "VmRSS:")
	fmt.Sscan(rest, &kb)
	return kb
}

//go:noinline
func touch(a *[500]byte, n int) byte {
	a[n%500]++
	return a[n%500]
}

func deep(n int, f func()) byte {
	var a [500]byte
	touch(&a, n)
	if n == 0 {
		f()
		return 0
	}
	return deep(n-1, f) + touch(&a, n)
}

// crowd has n goroutines, each so deep, at one time; it gives the memory of that time.
func crowd(n, depth int) int {
	gate := make(chan bool)
	var ready, done sync.WaitGroup
	ready.Add(n)
	for range n {
		done.Go(func() {
			if s := deep(depth, func() { ready.Done(); <-gate }); s != deep(depth, func() {}) {
				panic(s)
			}
		})
	}
	ready.Wait()
	most := rss()
	close(gate)
	done.Wait()
	return most
}

func main() {
	for _, c := range [][2]int{{40000, 3}, {1000, 100}, {300, 400}} {
		before := crowd(c[0], c[1])
		if len(os.Args) > 1 {
			for range 500 {
				if time.Sleep(20 * time.Millisecond); rss() < before/2 {
					break
				}
			}
		} else {
			debug.FreeOSMemory()
		}
		after := rss()
		fmt.Println(c, before > 50000, after < before/2, runtime.NumGoroutine())
		if after >= before/2 {
			fmt.Println(before, after)
		}
	}
	crowd(40000, 3) // what comes again is as good as new
	crowd(1000, 100)
}
GO
builds -o p p.go
want='[40000 3] true true 1
[1000 100] true true 1
[300 400] true true 1'
run timeout 60 ./p
expect 0
equals "$want"
run env GODEBUG=forcegcperiod=50 timeout 60 ./p idle
expect 0
equals "$want"
run env GODEBUG=schedstress=3 timeout 60 ./p
expect 0
