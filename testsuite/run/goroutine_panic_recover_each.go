// Panics recovered in many goroutines at once, errors collected in order, nested goroutines, Goexit and cleanup by defer.
package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
)

type result struct {
	i   int
	v   int
	err error
}

func guard(i int, f func(int) int) (r result) {
	r.i = i
	defer func() {
		switch e := recover().(type) {
		case nil:
		case runtime.Error:
			r.err = fmt.Errorf("runtime %w", e)
		case error:
			r.err = e
		default:
			r.err = fmt.Errorf("value %v", e)
		}
	}()
	r.v = f(i)
	return
}

func work(i int) int {
	var s []int
	var m map[string]int
	switch i % 6 {
	case 1:
		return s[i]
	case 2:
		m["x"] = i
	case 3:
		panic(errors.New("own"))
	case 4:
		panic(i)
	case 5:
		return i / len(s)
	}
	return i * i
}

func all(n int) []result {
	out := make([]result, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			inner := make(chan result)
			go func() { inner <- guard(i, work) }()
			out[i] = <-inner
		}()
	}
	wg.Wait()
	return out
}

func exits(n int) (left []int) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				mu.Lock()
				defer mu.Unlock()
				left = append(left, i)
			}()
			if i%2 == 0 {
				runtime.Goexit()
			}
			defer func() { recover() }()
			panic(i)
		}()
	}
	wg.Wait()
	return
}

func main() {
	for _, r := range all(12) {
		fmt.Println(r.i, r.v, r.err)
	}
	s := 0
	for _, i := range exits(50) {
		s += i
	}
	fmt.Println(s)
}
