// A pipeline of stages over channels, fan-out and fan-in, with cancellation by a closed channel; results are order independent.
package main

import (
	"fmt"
	"sort"
	"sync"
)

func source(done <-chan struct{}, n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			select {
			case out <- i:
			case <-done:
				return
			}
		}
	}()
	return out
}

func stage[A, B any](done <-chan struct{}, in <-chan A, f func(A) (B, bool)) <-chan B {
	out := make(chan B, 2)
	go func() {
		defer close(out)
		for a := range in {
			b, ok := f(a)
			if !ok {
				continue
			}
			select {
			case out <- b:
			case <-done:
				return
			}
		}
	}()
	return out
}

func merge[T any](ins ...<-chan T) <-chan T {
	out := make(chan T)
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for v := range in {
				out <- v
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

type square struct{ n, sq int }

func main() {
	done := make(chan struct{})
	in := source(done, 100)
	var parts []<-chan square
	for range 4 {
		parts = append(parts, stage(done, in, func(n int) (square, bool) { return square{n, n * n}, n%3 != 0 }))
	}
	var all []square
	for s := range merge(parts...) {
		all = append(all, s)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].n < all[j].n })
	sum := 0
	for _, s := range all {
		sum += s.sq
	}
	fmt.Println(len(all), all[:5], sum)

	first := stage(done, source(done, 1<<40), func(n int) (string, bool) { return fmt.Sprint("#", n), n > 2 })
	fmt.Println(<-first, <-first)
	close(done)
	for range first {
	}
	v, ok := <-first
	fmt.Printf("%q %v\n", v, ok)
}
