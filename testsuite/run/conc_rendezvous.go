// Unbuffered channels as rendezvous: strict alternation, channels of channels, nil channels in select, timeouts.
package main

import (
	"fmt"
	"sync"
	"time"
)

type request struct {
	arg   int
	reply chan<- int
}

func server(in <-chan request, quit chan bool) {
	total := 0
	for {
		select {
		case r := <-in:
			total += r.arg
			r.reply <- total
		case <-quit:
			quit <- true
			return
		}
	}
}

func alternate(n int) string {
	ping, pong := make(chan byte), make(chan byte)
	var out []byte
	var wg sync.WaitGroup
	wg.Go(func() {
		for range n {
			b := <-ping
			out = append(out, b)
			pong <- 'o'
		}
		close(pong)
	})
	for i := 0; i < n; i++ {
		ping <- 'a' + byte(i%26)
		b := <-pong
		out = append(out, b)
	}
	_, open := <-pong
	wg.Wait()
	return fmt.Sprint(string(out), open)
}

func merge(a, b <-chan int) (got []int) {
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				continue
			}
			got = append(got, v)
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			got = append(got, -v)
		}
	}
	return
}

func main() {
	in, quit := make(chan request), make(chan bool)
	go server(in, quit)
	reply := make(chan int, 1)
	for i := range 5 {
		in <- request{i * i, reply}
		fmt.Print(<-reply, " ")
	}
	quit <- true
	fmt.Println(<-quit)
	fmt.Println(alternate(10))

	a, b := make(chan int), make(chan int)
	go func() { defer close(a); a <- 1; a <- 2 }()
	go func() { defer close(b); b <- 3 }()
	sum := 0
	for _, v := range merge(a, b) {
		sum += v
	}
	fmt.Println(sum)

	var never chan int
	select {
	case <-never:
		fmt.Println("impossible")
	case <-time.After(5 * time.Millisecond):
		fmt.Println("timeout")
	}
	select {
	case never <- 1:
	default:
		fmt.Println("nil channels block")
	}
	chans := make(chan chan string, 1)
	c := make(chan string, 1)
	chans <- c
	(<-chans) <- "through two"
	fmt.Println(<-c, len(c), cap(c))
}
