package main

import (
	"sync"
	"time"
)

// 10,000 timers at a time, some of them stopped.

func main() {
	fired := 0
	for range 20 {
		var wg sync.WaitGroup
		var mu sync.Mutex
		ts := make([]*time.Timer, 10000)
		for i := range ts {
			if i%2 == 0 {
				wg.Add(1)
				ts[i] = time.AfterFunc(time.Duration(i%100)*10*time.Microsecond, func() {
					mu.Lock()
					fired++
					mu.Unlock()
					wg.Done()
				})
			} else {
				ts[i] = time.NewTimer(time.Hour)
			}
		}
		for i := 1; i < len(ts); i += 2 {
			ts[i].Stop()
		}
		wg.Wait()
	}
	println(fired)
}
