// The finalizer goroutine is woken although a collection ends just while it goes to sleep.
package main

import (
	"runtime"
	"time"
	"weak"
)

type node struct{ p *int }

//go:noinline
func drop(done chan bool) weak.Pointer[node] {
	n := &node{new(int)}
	runtime.SetFinalizer(n, func(*node) { done <- true })
	return weak.Make(n)
}

//go:noinline
func scrub(n int) int {
	var x [64]int
	if n > 0 {
		x[n%64] = scrub(n - 1)
	}
	return x[n%64] + n
}

func main() {
	done, kept := make(chan bool, 1), 0
	for range 2000 {
		w := drop(done)
		scrub(10)
		for runtime.GC(); w.Value() != nil; runtime.GC() {
			kept++ // by an old word on the stack
		}
		select {
		case <-done:
		case <-time.After(10 * time.Second):
			println("found to be garbage, but not finalized")
			return
		}
	}
	println(kept < 1000)
}
