# runtime.GC: what the caller needs no more is not kept by a register it happens to lie in
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >r.go <<'GO'
package main

import (
	"runtime"
	"time"
)

type pair struct{ a, b chan int }

func main() {
	a, b, done := make(chan int), make(chan int), make(chan bool)
	p := &pair{a, b}
	runtime.SetFinalizer(p, func(*pair) { close(done) })
	finished := make(chan bool)
	go func() {
		<-p.a
		close(finished)
	}()
	a <- 1
	<-finished
	for runtime.NumGoroutine() > 1 { // it may still be on its way out, with p on its stack
		runtime.Gosched()
	}
	runtime.GC()
	select {
	case <-done:
		println("collected")
	case <-time.After(5 * time.Second):
		println("kept")
	}
}
GO
builds -O2 -o r r.go
run $EMU ./r
equals collected
