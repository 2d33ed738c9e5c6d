// After a peak the heap gives pages back by itself: as cycles go on it keeps what it needs to grow to its goal.
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	next *node
	pad  [30]int
}

func build(n int) *node {
	var l *node
	for range n {
		l = &node{next: l}
	}
	return l
}

var keep *node

func main() {
	keep = build(200_000) // about 50 MB
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	peak := m.HeapSys
	keep = nil
	for range 20 {
		keep = build(10_000)
	}
	runtime.GC()
	runtime.ReadMemStats(&m)
	fmt.Println(peak > 45<<20, m.HeapInuse+m.HeapIdle-m.HeapReleased < 25<<20, m.HeapReleased > 20<<20)

	// what was given back is zero when it comes again
	keep = build(200_000)
	bad := 0
	for l := keep; l != nil; l = l.next {
		for _, x := range l.pad {
			if x != 0 {
				bad++
			}
		}
	}
	fmt.Println(bad)
}
