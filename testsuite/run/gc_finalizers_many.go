// 200,000 finalizers: set, taken back, set again, run once each for what was dropped; none takes longer because there are others.
package main

import (
	"runtime"
	"sync/atomic"
	"time"
)

type item struct {
	n    int
	next *item
}

const n = 200000

var ran [n]atomic.Int32

//go:noinline
func fill(keep []*item) {
	for i := range n {
		it := &item{n: i}
		runtime.SetFinalizer(it, func(it *item) { ran[it.n].Add(1) })
		switch i % 4 {
		case 0:
			keep[i] = it
		case 1:
			runtime.SetFinalizer(it, nil)
		case 2:
			runtime.SetFinalizer(it, nil)
			runtime.SetFinalizer(it, func(it *item) { ran[it.n].Add(10) })
		}
		runtime.AddCleanup(it, func(i int) { ran[i].Add(100) }, i)
	}
}

func count(keep []*item) (sums [4]map[int32]int) {
	for i := range sums {
		sums[i] = map[int32]int{}
	}
	for i := range ran {
		sums[i%4][ran[i].Load()]++
	}
	return
}

func main() {
	start := time.Now()
	keep := make([]*item, n)
	fill(keep)
	for range 200 { // objects with finalizers are there for one more cycle; an old word on the stack may keep one
		runtime.GC()
		time.Sleep(time.Millisecond)
		s := count(keep)
		if s[0][0] == n/4 && s[1][100] > n/4-5 && s[2][110] > n/4-5 && s[3][101] > n/4-5 {
			println("all ran once")
			break
		}
	}
	s := count(keep)
	println(len(s[0]), len(s[1]) <= 2, len(s[2]) <= 3, len(s[3]) <= 3)
	runtime.KeepAlive(keep)
	if t := time.Since(start); t > time.Minute {
		println("it took", t.String())
	}
}
