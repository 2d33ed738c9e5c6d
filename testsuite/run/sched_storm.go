package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type node struct {
	l, r *node
	v    int
}

func tree(d int) *node {
	if d == 0 {
		return &node{v: 1}
	}
	return &node{tree(d - 1), tree(d - 1), 1}
}
func (n *node) sum() int {
	if n == nil {
		return 0
	}
	return n.v + n.l.sum() + n.r.sum()
}

func deep(n int) int {
	var a [100]int
	if n == 0 {
		return 0
	}
	a[n%100] = n
	return deep(n-1) + a[n%100] - n + 1
}

func main() {
	var wg sync.WaitGroup
	// GC under allocation
	for i := range 8 {
		wg.Go(func() {
			for j := range 30 {
				t := tree(10 + (i+j)%4)
				if s, w := t.sum(), 1<<(11+(i+j)%4)-1; s != w {
					panic(fmt.Sprint("tree ", s, w))
				}
			}
		})
	}
	// stacks under preemption
	for range 4 {
		wg.Go(func() {
			for range 20 {
				if d := deep(5000); d != 5000 {
					panic(fmt.Sprint("deep ", d))
				}
			}
		})
	}
	// loops without calls
	var stop atomic.Bool
	for range 3 {
		go func() {
			x := uint64(1)
			for !stop.Load() {
				for k := 0; k < 1000000; k++ {
					x = x*6364136223846793005 + 1
				}
			}
		}()
	}
	// channel storm with close and select
	cs := make([]chan int, 5)
	for i := range cs {
		cs[i] = make(chan int, i)
	}
	var total atomic.Int64
	for range 6 {
		wg.Go(func() {
			for k := range 2000 {
				select {
				case cs[0] <- k:
				case cs[1] <- k:
				case cs[2] <- k:
				case cs[3] <- k:
				case cs[4] <- k:
				}
			}
		})
	}
	var rg sync.WaitGroup
	for range 3 {
		rg.Go(func() {
			n := 0
			open := []chan int{cs[0], cs[1], cs[2], cs[3], cs[4]}
			left := 5
			for left > 0 {
				var v int
				var ok bool
				var i int
				select {
				case v, ok = <-open[0]:
					i = 0
				case v, ok = <-open[1]:
					i = 1
				case v, ok = <-open[2]:
					i = 2
				case v, ok = <-open[3]:
					i = 3
				case v, ok = <-open[4]:
					i = 4
				}
				if !ok {
					open[i] = nil
					left--
					continue
				}
				n += v
			}
			total.Add(int64(n))
		})
	}
	// timers
	for i := range 100 {
		wg.Go(func() {
			time.Sleep(time.Duration(i) * 100 * time.Microsecond)
			t := time.NewTimer(time.Hour)
			t.Reset(time.Millisecond)
			<-t.C
		})
	}
	// mutex
	var mu sync.Mutex
	m := map[int]int{}
	for range 8 {
		wg.Go(func() {
			for k := range 3000 {
				mu.Lock()
				m[k%100]++
				mu.Unlock()
				if k%500 == 0 {
					runtime.Gosched()
				}
			}
		})
	}
	wg.Go(func() {
		for range 5 {
			runtime.GC()
			runtime.GOMAXPROCS(1 + runtime.GOMAXPROCS(0)%4)
		}
	})
	wg.Wait()
	for _, c := range cs {
		close(c)
	}
	rg.Wait()
	stop.Store(true)
	s := 0
	for _, v := range m {
		s += v
	}
	fmt.Println(total.Load(), s)
}
