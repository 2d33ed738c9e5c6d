// Channels: buffering, closing, nil, range, semaphores, element copies.
package main

import "fmt"

type msg struct {
	id   int
	data [3]string
	back chan<- msg
}

func server(in <-chan msg) {
	for m := range in {
		m.id *= 2
		m.data[0] += "!"
		m.back <- m
	}
}

func main() {
	in, back := make(chan msg), make(chan msg, 2)
	go server(in)
	m := msg{1, [3]string{"a"}, back}
	in <- m
	m.id = 50
	in <- m
	close(in)
	a, b := <-back, <-back
	fmt.Println(a.id, a.data, b.id, m.id, m.data)
	c := make(chan int, 3)
	c <- 1
	c <- 2
	fmt.Println(len(c), cap(c))
	close(c)
	for i := 0; i < 3; i++ {
		v, ok := <-c
		fmt.Print(v, ok, " ")
	}
	fmt.Println()
	sem, res := make(chan struct{}, 2), make(chan int)
	for i := range 6 {
		go func() {
			sem <- struct{}{}
			defer func() { <-sem }()
			res <- i * i
		}()
	}
	sum := 0
	for range 6 {
		sum += <-res
	}
	fmt.Println(sum)
	cs := []chan string{make(chan string, 1), make(chan string, 1)}
	cs[0] <- "x"
	cs[1] <- <-cs[0] + "y"
	fmt.Println(<-cs[1])
	fc := make(chan func() int, 1)
	fc <- func() int { return 7 }
	fmt.Println((<-fc)())
	var e chan error = make(chan error, 1)
	e <- nil
	fmt.Println(<-e == nil)
}
