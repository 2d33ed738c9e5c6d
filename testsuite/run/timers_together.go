// Thousands of timers that are due at the same time: their functions run as goroutines, but not all of these wait at once.
package main

import (
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	const n = 20000
	runtime.GOMAXPROCS(2)
	var wg sync.WaitGroup
	var most, fired atomic.Int64
	wg.Add(n)
	due := time.Now().Add(50 * time.Millisecond)
	for range n {
		time.AfterFunc(time.Until(due), func() {
			fired.Add(1)
			for {
				have, old := int64(runtime.NumGoroutine()), most.Load()
				if have <= old || most.CompareAndSwap(old, have) {
					break
				}
			}
			wg.Done()
		})
	}
	wg.Wait()
	println(fired.Load())
	if most.Load() > n/10 && os.Getenv("GODEBUG") == "" { // a hostile schedule interrupts them all
		println("goroutines at once:", most.Load())
	}

	// sleepers and a ticker go on meanwhile
	tick := time.NewTicker(time.Millisecond)
	late := make(chan bool)
	for range 5000 {
		go func() {
			time.Sleep(20 * time.Millisecond)
			late <- true
		}()
	}
	ticks := 0
	for woken := 0; woken < 5000; {
		select {
		case <-tick.C:
			ticks++
		case <-late:
			woken++
		}
	}
	tick.Stop()
	println(ticks > 0)
}
