// Types: channels with directions, function types, recursive types.
package main

import "fmt"

type Tree[T any] struct {
	L, R *Tree[T]
	V    T
}

func (t *Tree[T]) Walk(f func(T) bool) bool {
	if t == nil {
		return true
	}
	return t.L.Walk(f) && f(t.V) && t.R.Walk(f)
}

func (t *Tree[T]) Insert(v T, less func(a, b T) bool) *Tree[T] {
	switch {
	case t == nil:
		return &Tree[T]{V: v}
	case less(v, t.V):
		t.L = t.L.Insert(v, less)
	default:
		t.R = t.R.Insert(v, less)
	}
	return t
}

func produce(n int, out chan<- int) {
	defer close(out)
	for i := range n {
		out <- i * i
	}
}

func total(in <-chan int) (sum int) {
	for v := range in {
		sum += v
	}
	return
}

type S struct {
	self  []S
	m     map[string]S
	ch    chan chan S
	f     func(S) S
	iface interface{ Get() S }
}

type List []List

func depth(l List) int {
	d := 0
	for _, e := range l {
		d = max(d, depth(e))
	}
	return d + 1
}

func main() {
	c := make(chan int, 3)
	go produce(10, c)
	fmt.Println(total(c))
	v, ok := <-c
	fmt.Println(v, ok, len(c), cap(c))
	var root *Tree[string]
	for _, w := range []string{"m", "c", "x", "a", "d", "z"} {
		root = root.Insert(w, func(a, b string) bool { return a < b })
	}
	root.Walk(func(s string) bool { fmt.Print(s, " "); return s != "x" })
	fmt.Println()
	s := S{self: []S{{}, {self: []S{{}}}}}
	s.f = func(x S) S { x.m = map[string]S{"k": s}; return x }
	fmt.Println(len(s.f(s).m["k"].self), s.m == nil, s.ch == nil, s.iface == nil)
	fmt.Println(depth(List{{}, {{}, {{}}}}))
	cc := make(chan chan int, 1)
	cc <- make(chan int, 1)
	inner := <-cc
	inner <- 5
	fmt.Println(<-inner, cap(inner))
	d1, d2 := make(chan int), make(chan int)
	d3 := d1
	fmt.Println(d1 == d2, d1 == d3, any(d1) == any(d3))
}
