// go statements: arguments evaluated at once, methods, closures, builtins, generics, nested goroutines; joined in fixed order.
package main

import (
	"fmt"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
)

type T struct {
	n    int
	done chan string
}

func (t T) val(s string)  { t.done <- fmt.Sprint("val", t.n, s) }
func (t *T) ptr(s string) { t.done <- fmt.Sprint("ptr", t.n, s) }

type doer interface{ ptr(string) }

func gen[X any](c chan string, x X) { c <- fmt.Sprintf("%T %v", x, x) }

func fib(n int) int {
	if n < 2 {
		return n
	}
	if n < 12 {
		return fib(n-1) + fib(n-2)
	}
	c := make(chan int)
	go func() { c <- fib(n - 1) }()
	return fib(n-2) + <-c
}

func parallelMap[A, B any](xs []A, f func(A) B) []B {
	out := make([]B, len(xs))
	var wg sync.WaitGroup
	for i, x := range xs {
		wg.Go(func() { out[i] = f(x) })
	}
	wg.Wait()
	return out
}

func once() int {
	var o sync.Once
	var n atomic.Int32
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Add(1)
		go func(k int) {
			defer wg.Done()
			o.Do(func() { n.Add(100) })
			n.Add(1)
			_ = k
			runtime.Gosched()
		}(i)
	}
	wg.Wait()
	return int(n.Load())
}

func cond() (out []int) {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	turn := 0
	var wg sync.WaitGroup
	for i := 4; i >= 0; i-- {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			for turn != i {
				c.Wait()
			}
			out = append(out, i)
			turn++
			c.Broadcast()
		}()
	}
	wg.Wait()
	return
}

func pipeline(words []string, stages ...func(string) string) (out []string) {
	src := make(chan string)
	var c <-chan string = src
	for _, st := range stages {
		in, next := c, make(chan string)
		go func() {
			defer close(next)
			for w := range in {
				next <- st(w)
			}
		}()
		c = next
	}
	go func() {
		for _, w := range words {
			src <- w
		}
		close(src)
	}()
	for w := range c {
		out = append(out, w)
	}
	return
}

func main() {
	c := make(chan string)
	t := T{1, c}
	var d doer = &t
	s := "a"
	fs := []func(){
		func() { go t.val(s) },
		func() { go t.ptr(s) },
		func() { go d.ptr(s) },
		func() { f := t.val; go f(s) },
		func() { go T.val(t, s) },
		func() { go (*T).ptr(&t, s) },
		func() { go gen(c, s) },
		func() { go gen(c, [2]T{}) },
		func() { go func() { c <- "lit" + s }() },
		func() { go func(s string, xs ...int) { c <- s + fmt.Sprint(xs) }(s, 1, 2) },
	}
	for i, f := range fs {
		s = fmt.Sprint(i)
		t.n = i
		f()
		r := <-c
		if strings.HasPrefix(r, "[2]") || strings.HasPrefix(r, "[") {
			r = "array"
		}
		fmt.Print(r, " ")
	}
	fmt.Println()
	m := map[int]int{1: 1}
	done := make(chan int)
	go close(done)
	<-done
	go delete(m, 5)
	go copy([]int{1}, []int{2})
	runtime.Gosched()
	fmt.Println(fib(18), parallelMap([]int{1, 2, 3}, func(i int) string { return strings.Repeat("x", i) }), once(), cond())
	fmt.Println(pipeline([]string{"ab", "cd"}, strings.ToUpper, func(s string) string { return s + s }, func(s string) string { return s[1:] }))
}
