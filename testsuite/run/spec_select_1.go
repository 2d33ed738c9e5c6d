// Select: default, nil channels, send and receive, evaluation, assignment forms.
package main

import (
	"fmt"
	"sync"
	"time"
)

func ev(s string, c chan int) chan int { fmt.Print(s, " "); return c }
func val(s string, n int) int          { fmt.Print(s, " "); return n }

func merge(cs ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, c := range cs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

func gen(lo, hi int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := lo; i < hi; i++ {
			c <- i
		}
	}()
	return c
}

func main() {
	var nilc chan int
	c, d := make(chan int, 1), make(chan int, 1)
	select {
	case v := <-c:
		fmt.Println("got", v)
	default:
		fmt.Println("empty")
	}
	select {
	case ev("c", c) <- val("v", 5):
		fmt.Println("sent")
	case x := <-ev("nil", nilc):
		fmt.Println(x)
	}
	select {
	case c <- 1:
		fmt.Println("bad")
	default:
		fmt.Println("full", len(c))
	}
	m := map[string]int{}
	var ok bool
	select {
	case m["k"], ok = <-c:
		fmt.Println(m, ok)
	case <-d:
	}
	close(d)
	select {
	case v, ok := <-d:
		fmt.Println(v, ok)
	}
	sum, n := 0, 0
	for v := range merge(gen(0, 50), gen(50, 100), gen(100, 101)) {
		sum += v
		n++
	}
	fmt.Println(sum, n)
	select {
	case <-nilc:
	case <-time.After(5 * time.Millisecond):
		fmt.Println("timeout")
	}
	quit, req := make(chan struct{}), make(chan chan int)
	go func() {
		state := 0
		for {
			select {
			case r := <-req:
				state++
				r <- state
			case <-quit:
				close(req)
				return
			}
		}
	}()
	for range 3 {
		r := make(chan int)
		req <- r
		fmt.Print(<-r, " ")
	}
	close(quit)
	_, ok = <-req
	fmt.Println(ok)
}
