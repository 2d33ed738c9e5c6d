// defer with every kind of call; results; loops; goroutines with panics recovered.
package main

import (
	"fmt"
	"sync"
)

type T struct {
	name string
	big  [6]int
}

func (t T) Val(s string)              { fmt.Println("val", t.name, t.big[5], s) }
func (t *T) Ptr(s string)             { fmt.Println("ptr", t.name, s) }
func (t T) Many(xs ...int) (int, error) { fmt.Println("many", t.name, xs); return 0, nil }

type I interface{ Val(string) }

func two() (int, string) { return 2, "two" }
func take(n int, s string) { fmt.Println("take", n, s) }

func gen[X any](x X) { fmt.Printf("gen %v %T\n", x, x) }

func all(m map[string]int, c chan int) {
	t := T{name: "t"}
	t.big[5] = 1
	var i I = t
	defer t.Val("a")
	defer t.Ptr("b")
	defer i.Val("c")
	defer T.Val(t, "d")
	defer (*T).Ptr(&t, "e")
	defer t.Many(1, 2, 3)
	defer t.Many([]int{4}...)
	defer take(two())
	defer gen("g")
	defer gen(1.5)
	defer delete(m, "x")
	defer close(c)
	defer fmt.Println("println", t.name, len(m))
	f := func(s string) { fmt.Println("closure", s, t.name) }
	defer f("h")
	f = nil
	defer func() { fmt.Println("lit", t.name) }()
	defer func(t T) { fmt.Println("lit arg", t.name, t.big[5]) }(t)
	defer copy(t.big[:], []int{9})
	mv := t.Val
	defer mv("mv")
	t.name = "changed"
	t.big[5] = 2
	i = nil
}

func loop(n int) (res []int) {
	for i := range n {
		if i%2 == 0 {
			defer func() { res = append(res, i) }()
		}
	}
	return []int{-1}
}

func big(fail bool) (r [10]int, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("%v", e)
		}
	}()
	r[3] = 7
	if fail {
		panic("big")
	}
	return r, nil
}

func unnamed(p *int) (int, string) {
	defer func() { recover() }()
	return *p, "fine"
}

func args(a T, b [8]string, c ...any) (n int) {
	defer func() { n += len(a.name) + len(b[7]) + len(c) }()
	a.name += "!"
	b[7] = "seven"
	return 1
}

func recursive(n int) (s string) {
	defer func() { s += fmt.Sprint(n) }()
	if n == 0 {
		return ""
	}
	return recursive(n - 1)
}

type recv struct{ depth int }

func (r recv) rec() { fmt.Println("method recovered", recover(), r.depth) }

func methodRecover() {
	defer recv{1}.rec()
	panic("for a method")
}

type embed struct{ recv }

func promotedRecover() {
	defer embed{recv{2}}.rec()
	panic("for a promoted method")
}

func ifaceRecover() {
	var i interface{ rec() } = &embed{recv{3}}
	defer i.rec()
	panic("for an interface method")
}

func main() {
	m := map[string]int{"x": 1}
	c := make(chan int)
	all(m, c)
	_, ok := <-c
	fmt.Println(len(m), ok)
	fmt.Println(loop(5))
	fmt.Println(big(false))
	fmt.Println(big(true))
	n := 4
	fmt.Println(unnamed(&n))
	fmt.Println(unnamed(nil))
	fmt.Println(args(T{name: "abc"}, [8]string{}, 1, 2))
	fmt.Println(recursive(4))
	methodRecover()
	promotedRecover()
	ifaceRecover()
	var wg sync.WaitGroup
	var mu sync.Mutex
	total := 0
	for i := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if recover() != nil {
					mu.Lock()
					defer mu.Unlock()
					total += i
				}
			}()
			panic(i)
		}()
	}
	wg.Wait()
	fmt.Println(total)
}
