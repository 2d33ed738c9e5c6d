// Channels: directions, buffering, closing, ranges, channels of channels and functions, nil channels, len and cap, comparison.
package main

import (
	"fmt"
	"sync"
)

type msg struct {
	id   int
	body [4]string
	back chan<- msg
}

func gen(n int) <-chan int {
	c := make(chan int, n/2)
	go func() {
		defer close(c)
		for i := range n {
			c <- i * i
		}
	}()
	return c
}

func server(in <-chan msg, done chan<- struct{}) {
	n := 0
	for m := range in {
		n += m.id
		m.body[3] = fmt.Sprint("reply ", m.id, n)
		m.back <- m
	}
	close(done)
}

func sieve(n int) (ps []int) {
	src := make(chan int)
	stop := make(chan struct{})
	go func() {
		for i := 2; ; i++ {
			select {
			case src <- i:
			case <-stop:
				return
			}
		}
	}()
	var c <-chan int = src
	for range n {
		p := <-c
		ps = append(ps, p)
		out := make(chan int)
		go func(in <-chan int, out chan<- int) {
			for {
				select {
				case v := <-in:
					if v%p != 0 {
						select {
						case out <- v:
						case <-stop:
							return
						}
					}
				case <-stop:
					return
				}
			}
		}(c, out)
		c = out
	}
	close(stop)
	return
}

func merge[T any](cs ...<-chan T) <-chan T {
	out := make(chan T)
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

func semaphore(n, limit int) (maxIn int) {
	sem := make(chan struct{}, limit)
	var mu sync.Mutex
	var wg sync.WaitGroup
	in := 0
	for range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			mu.Lock()
			in++
			maxIn = max(maxIn, in)
			mu.Unlock()
			mu.Lock()
			in--
			mu.Unlock()
		}()
	}
	wg.Wait()
	return maxIn
}

func try(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return "ok"
}

func main() {
	s := 0
	for v := range gen(20) {
		s += v
	}
	fmt.Println(s, sieve(15))
	in, done, back := make(chan msg), make(chan struct{}), make(chan msg, 1)
	go server(in, done)
	for i := range 4 {
		m := msg{id: i, back: back}
		in <- m
		r := <-back
		fmt.Print(r.body[3], m.body[3] == "", " ")
	}
	close(in)
	<-done
	total := 0
	for v := range merge(gen(5), gen(10), gen(3)) {
		total += v
	}
	fmt.Println(total, semaphore(30, 4) <= 4)
	c := make(chan int, 3)
	c <- 1
	c <- 2
	fmt.Println(len(c), cap(c), <-c, len(c))
	close(c)
	a, ok := <-c
	b, ok2 := <-c
	fmt.Println(a, ok, b, ok2, len(c), cap(c))
	var nc chan int
	fmt.Println(nc == nil, len(nc), cap(nc), try(func() { close(nc) }), try(func() { close(c) }), try(func() { c <- 1 }), try(func() { _ = <-c }))
	select {
	case <-nc:
	case nc <- 1:
	default:
		fmt.Println("nil channel never ready")
	}
	var so chan<- int = c
	var ro <-chan int = c
	fmt.Println(so == c, ro == c, ro == (<-chan int)(c), make(chan int) == make(chan int), any(ro) == any(c))
	cc := make(chan chan func(int) int, 1)
	inner := make(chan func(int) int, 1)
	inner <- func(x int) int { return x * 3 }
	cc <- inner
	fmt.Println((<-<-cc)(14))
	arr := make(chan [3][]string, 2)
	arr <- [3][]string{{"a"}, nil, {"b", "c"}}
	v := <-arr
	fmt.Println(v, len(v[2]))
	ping, pong := make(chan int), make(chan int)
	go func() {
		for v := range ping {
			pong <- v + 1
		}
		close(pong)
	}()
	x := 0
	for range 1000 {
		ping <- x
		x = <-pong
	}
	close(ping)
	_, open := <-pong
	fmt.Println(x, open)
}
