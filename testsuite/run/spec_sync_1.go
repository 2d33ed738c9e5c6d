// Goroutines with sync: mutex, once, wait group, atomic, pipelines.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Counter struct {
	sync.Mutex
	m map[string]int
}

func (c *Counter) Inc(k string) {
	c.Lock()
	defer c.Unlock()
	c.m[k]++
}

func sieve(n int) (out []int) {
	src := make(chan int)
	go func(out chan<- int) {
		for i := 2; ; i++ {
			out <- i
		}
	}(src)
	for range n {
		p := <-src
		out = append(out, p)
		next := make(chan int)
		go func(in <-chan int) {
			for v := range in {
				if v%p != 0 {
					next <- v
				}
			}
		}(src)
		src = next
	}
	return
}

func main() {
	c := Counter{m: map[string]int{}}
	var wg sync.WaitGroup
	var n atomic.Int64
	var once sync.Once
	for i := range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.Inc([]string{"a", "b"}[i%2])
			n.Add(int64(i))
			once.Do(func() { fmt.Println("once") })
		}()
	}
	wg.Wait()
	fmt.Println(c.m, n.Load())
	fmt.Println(sieve(12))
	done := make(chan string)
	go func() {
		defer func() { done <- fmt.Sprint("caught ", recover()) }()
		var m map[int]int
		m[1]++
	}()
	fmt.Println(<-done)
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(pong)
	}()
	v := 0
	for range 100 {
		ping <- v
		v = <-pong
	}
	close(ping)
	_, ok := <-pong
	fmt.Println(v, ok)
	var rw sync.RWMutex
	cond := sync.NewCond(rw.RLocker())
	_ = cond
	f := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(f(), f())
}
