// The knobs of runtime and runtime/debug: what they give back, and what they refuse.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"time"
	"unsafe"
)

func try(f func()) {
	defer func() {
		r := recover()
		_, ok := r.(runtime.Error)
		fmt.Printf("%v %T %v\n", r, r, ok)
	}()
	f()
}

func procs() {
	runtime.GOMAXPROCS(3)
	fmt.Println(runtime.GOMAXPROCS(-5), runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(300), runtime.GOMAXPROCS(1000), runtime.GOMAXPROCS(1))
	done := make(chan bool)
	for range 6 {
		go func() {
			for x := 0; ; x++ {
				select {
				case <-done:
					return
				default:
				}
			}
		}()
	}
	for _, n := range []int{2, 1, 7, 300, 3} {
		runtime.GOMAXPROCS(n)
		runtime.GC()
	}
	close(done)
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	runtime.SetDefaultGOMAXPROCS()
	fmt.Println(runtime.GOMAXPROCS(0) == runtime.NumCPU(), runtime.NumCgoCall())
}

func main() {
	procs()
	fmt.Println(debug.SetMaxThreads(5000), debug.SetMaxThreads(10000))
	fmt.Println(debug.SetMaxStack(1<<20), debug.SetMaxStack(1e9))
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-1), debug.SetGCPercent(100), debug.SetPanicOnFault(true), debug.SetPanicOnFault(false))
	var p runtime.Pinner
	x := new(int)
	p.Pin(x)
	p.Pin(x)
	p.Pin(unsafe.Pointer(x))
	try(func() { p.Pin(nil) })
	try(func() { p.Pin(5) })
	try(func() { p.Pin([]int{1}) })
	try(func() { p.Pin("s") })
	try(func() { var q *int; p.Pin(q) })
	p.Unpin()
	p.Unpin()
	var s debug.GCStats
	s.PauseQuantiles = make([]time.Duration, 5)
	runtime.GC()
	runtime.GC()
	debug.ReadGCStats(&s)
	fmt.Println(len(s.Pause) == int(s.NumGC), len(s.PauseEnd) == int(s.NumGC), time.Since(s.LastGC) < 10*time.Second, s.PauseEnd[0].Equal(s.LastGC), s.PauseEnd[0].After(s.PauseEnd[1]))
	q := s.PauseQuantiles
	fmt.Println(q[0] <= q[1], q[1] <= q[2], q[2] <= q[3], q[3] <= q[4], q[0] > 0)
	var sum time.Duration
	for _, d := range s.Pause {
		sum += d
	}
	fmt.Println(sum == s.PauseTotal)
	s.PauseQuantiles = make([]time.Duration, 1)
	debug.ReadGCStats(&s)
	fmt.Println(s.PauseQuantiles[0] == q[4], len(s.Pause) == int(s.NumGC))
	s.PauseQuantiles = make([]time.Duration, 2)
	debug.ReadGCStats(&s)
	fmt.Println(s.PauseQuantiles[0] == q[0], s.PauseQuantiles[1] == q[4], len(s.Pause) == int(s.NumGC))
}
