package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// Timers as of Go 1.23: channels look unbuffered, nothing stale after Stop and Reset.

func main() {
	t := time.NewTimer(time.Millisecond)
	fmt.Println(cap(t.C), len(t.C))
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(t.C), t.Stop(), t.Stop())
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("empty")
	}
	t.Reset(time.Millisecond)
	time.Sleep(3 * time.Millisecond)
	start := time.Now()
	fmt.Println(t.Reset(10 * time.Millisecond))
	<-t.C
	fmt.Println(time.Since(start) >= 10*time.Millisecond, t.Stop())

	k := time.NewTicker(2 * time.Millisecond)
	for range 3 {
		<-k.C
	}
	k.Stop()
	time.Sleep(5 * time.Millisecond)
	select {
	case <-k.C:
		fmt.Println("stale tick")
	default:
	}
	k.Reset(time.Millisecond)
	<-k.C
	k.Stop()

	var n atomic.Int32
	var wg sync.WaitGroup
	wg.Add(100)
	for i := range 100 {
		time.AfterFunc(time.Duration(100-i)*20*time.Microsecond, func() {
			n.Add(1)
			wg.Done()
		})
	}
	wg.Wait()
	f := time.AfterFunc(time.Hour, func() { fmt.Println("never") })
	fmt.Println(n.Load(), f.Stop(), f.Stop(), f.Reset(time.Hour), f.Stop())

	// nobody refers to these: the collector drops them from the heap
	for range 100 {
		time.NewTicker(time.Hour)
		time.After(time.Hour)
	}
	runtime.GC()

	var early atomic.Int32
	wg.Add(5)
	for i := range 5 {
		go func() {
			defer wg.Done()
			due, start := time.Duration(5-i)*10*time.Millisecond, time.Now()
			time.Sleep(due)
			if time.Since(start) < due {
				early.Add(1)
			}
		}()
	}
	wg.Wait()
	fmt.Println(early.Load())
	select {
	case <-time.After(2 * time.Millisecond):
		fmt.Println("timeout")
	case <-make(chan int):
	}
}
