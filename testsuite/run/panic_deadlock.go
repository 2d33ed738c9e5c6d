// All goroutines asleep: a fatal error that no deferred function can catch, exit status 2.
package main

import "fmt"

func gen(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := range n {
			c <- i
		}
	}()
	return c
}

func filter(in <-chan int, p int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			if v%p != 0 {
				out <- v
			}
		}
	}()
	return out
}

func fanIn(cs ...<-chan int) (sum int) {
	for len(cs) > 0 {
		next := cs[:0]
		for _, c := range cs {
			if v, ok := <-c; ok {
				sum = sum*3 + v
				next = append(next, c)
			}
		}
		cs = next
	}
	return
}

func main() {
	fmt.Println(fanIn(gen(3), filter(gen(20), 2), filter(filter(gen(30), 3), 5)))
	defer fmt.Println("not printed")
	defer func() { fmt.Println("nor this", recover()) }()
	c := filter(make(chan int), 2)
	fmt.Println("waiting")
	fmt.Println(<-c)
}
