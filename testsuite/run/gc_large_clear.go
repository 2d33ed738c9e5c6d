// Large objects without pointers are cleared while other goroutines run, collections begin and end: they are zero nevertheless.
package main

import (
	"runtime"
	"sync"
	"sync/atomic"
)

func main() {
	var stop atomic.Bool
	var collector, users sync.WaitGroup
	collector.Go(func() {
		for !stop.Load() {
			runtime.GC()
			runtime.Gosched()
		}
	})
	var bad atomic.Int64
	for k := range 3 {
		users.Go(func() {
			for i := range 12 {
				b := make([]byte, (1+k)<<20+i*5000+k)
				for _, x := range b {
					if x != 0 {
						bad.Add(1)
						break
					}
				}
				for j := range b {
					b[j] = 0xff
				}
				if w := make([]uint64, 70000+i); w[i*5000] != 0 || w[len(w)-1] != 0 {
					bad.Add(1)
				} else {
					w[0], w[len(w)-1] = 1, uint64(b[i])
				}
			}
		})
	}
	users.Wait()
	stop.Store(true)
	collector.Wait()
	println(bad.Load())
}
