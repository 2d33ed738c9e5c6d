package main

import "sync"

// Four producers and four consumers on a buffered channel.

func main() {
	c := make(chan int, 128)
	var p, q sync.WaitGroup
	sums := make([]int, 4*16)
	for range 4 {
		p.Go(func() {
			for i := range 1000000 {
				c <- i
			}
		})
	}
	for k := range 4 {
		q.Go(func() {
			s := 0
			for v := range c {
				s += v
			}
			sums[k*16] = s
		})
	}
	p.Wait()
	close(c)
	q.Wait()
	println(sums[0] + sums[16] + sums[32] + sums[48])
}
