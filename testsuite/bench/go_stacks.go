package main

import "sync"

// A thousand goroutines whose stacks grow.

func grow(n int) int {
	var a [64]int
	a[n&63] = n
	if n == 0 {
		return 0
	}
	return grow(n-1) + a[n&63] - n + 1
}

func main() {
	s := 0
	for range 20 {
		var wg sync.WaitGroup
		out := make([]int, 1000)
		for i := range out {
			wg.Go(func() { out[i] = grow(100 + i%200) })
		}
		wg.Wait()
		for _, v := range out {
			s += v
		}
	}
	println(s)
}
