// select: ready cases, send and receive to any operand, default, nil channels, closed ones, break, loops, evaluation of operands.
package main

import (
	"fmt"
	"time"
)

var trace []string

func ch[T any](s string, c chan T) chan T { trace = append(trace, s); return c }
func val[T any](s string, v T) T          { trace = append(trace, s); return v }

type box struct {
	v  [3]string
	ok bool
	m  map[string]int
}

func receives() {
	c := make(chan string, 4)
	c <- "a"
	c <- "b"
	c <- "c"
	var b box
	i := 0
	select {
	case b.v[i], b.ok = <-c:
	}
	i++
	select {
	case b.v[i] = <-c:
	}
	var x any
	select {
	case x = <-c:
	default:
		x = "none"
	}
	close(c)
	s, ok := "old", true
	select {
	case s, ok = <-c:
	}
	b.m = map[string]int{}
	d := make(chan int, 1)
	d <- 5
	select {
	case b.m["k"], b.ok = <-d:
	}
	fmt.Println(b, x, s == "", ok)
}

func order() {
	a, b := make(chan int, 1), make(chan int)
	arr := [3]int{}
	a <- 9
	select {
	case arr[val("index", 1)] = <-ch("a", a):
	case ch("b", b) <- val("send", 1):
	case v := <-ch("nil", chan int(nil)):
		_ = v
	}
	fmt.Println(trace, arr)
}

func pump() (evens, odds int) {
	e, o, quit := make(chan int), make(chan int), make(chan bool)
	go func() {
		for i := range 10 {
			if i%2 == 0 {
				e <- i
			} else {
				o <- i
			}
		}
		close(quit)
	}()
	for {
		select {
		case v := <-e:
			evens += v
		case v := <-o:
			odds += v
		case _, ok := <-quit:
			if !ok {
				return
			}
		}
	}
}

func fair() bool {
	a, b := make(chan int, 1000), make(chan int, 1000)
	for range 1000 {
		a <- 1
		b <- 1
	}
	na, nb := 0, 0
	for range 1000 {
		select {
		case <-a:
			na++
		case <-b:
			nb++
		}
	}
	return na > 300 && nb > 300 && na+nb == 1000
}

func disable() (s []int) {
	a, b := make(chan int, 3), make(chan int, 3)
	a <- 1
	a <- 2
	b <- 3
	close(a)
	close(b)
	sum := 0
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			sum += v
		case v, ok := <-b:
			if !ok {
				b = nil
				break
			}
			sum += v
		}
	}
	return []int{sum}
}

func timeout() string {
	c := make(chan int)
	select {
	case <-c:
		return "received"
	case <-time.After(2 * time.Millisecond):
		return "timeout"
	}
}

func sendClosed() (r any) {
	defer func() { r = recover() }()
	c := make(chan int, 1)
	close(c)
	select {
	case c <- 1:
	default:
	}
	return "none"
}

func handshake(n int) (log []int) {
	req, resp := make(chan chan int), make(chan int)
	go func() {
		for r := range req {
			select {
			case r <- n:
				n *= 2
			case resp <- -1:
			}
		}
		close(resp)
	}()
	for range 4 {
		r := make(chan int)
		req <- r
		log = append(log, <-r)
	}
	close(req)
	_, ok := <-resp
	return append(log, map[bool]int{false: 0, true: 1}[ok])
}

func main() {
	receives()
	order()
	fmt.Println(pump())
	fmt.Println(fair(), disable(), timeout(), sendClosed(), handshake(3))
	done := make(chan struct{})
	go func() {
		defer close(done)
		select {
		case <-time.After(time.Millisecond):
		}
	}()
	<-done
	select {
	default:
	}
	full := make(chan int, 2)
	n := 0
	for ok := true; ok; n++ {
		select {
		case full <- n:
		default:
			ok = false
		}
	}
	fmt.Println(n, len(full))
}
