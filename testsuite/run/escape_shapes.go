// Values whose addresses leave: through returns, closures, interfaces, slices, maps, channels, deferred calls, methods and loops.
package main

import "fmt"

type T struct {
	n    int
	next *T
	arr  [4]int
}
type holder struct {
	p  *int
	fs []func() int
	i  interface{ get() int }
}

var global *T
var sink []*int

func (t *T) get() int     { return t.n + t.arr[3] }
func (t T) addr() *T      { t.n++; return &t }
func ret(n int) *T        { t := T{n: n}; return &t }
func retField(n int) *int { t := T{n: n}; return &t.arr[2] }
func slice(n int) []int   { a := [5]int{n, 1, 2, 3, 4}; return a[1:3] }
func param(t T) *T        { t.n *= 2; return &t }
func store(p **T) {
	t := T{n: 77}
	*p = &t
}
func iface(n int) interface{ get() int } { t := T{n: n}; t.arr[3] = n; return &t }
func variadic(ps ...*int) []*int         { return ps }
func closure() (func(), func() T) {
	var t T
	return func() { t.n++; t.arr[t.n%4] += t.n }, func() T { return t }
}
func list(n int) (h *T) {
	for i := range n {
		t := T{n: i, next: h}
		h = &t
	}
	return
}
func swapIn(h *holder, n int) {
	x := n
	h.p = &x
	h.fs = append(h.fs, func() int { x++; return x })
	y := T{n: n}
	h.i = &y
	y.n += 1000
}
func cond(b bool) *int {
	x, y := 1, 2
	p := &x
	if b {
		p = &y
	}
	y *= 10
	return p
}
func deferred() (p *int) {
	x := 1
	defer func() { x = 50 }()
	p = &x
	x = 2
	return p
}
func chans() int {
	c := make(chan *T, 3)
	for i := range 3 {
		t := T{n: i * i}
		c <- &t
		t.n++
	}
	close(c)
	s := 0
	for t := range c {
		s = s*10 + t.n
	}
	return s
}
func maps() int {
	m := map[string]*T{}
	for _, k := range []string{"a", "b"} {
		t := T{n: len(m)}
		m[k] = &t
		t.next = m["a"]
	}
	m["b"].next.n = 9
	return m["a"].n*10 + m["b"].n
}
func overwrite() int {
	for i := range 50 {
		var pad [64]int
		pad[i] = i
		sink = append(sink, &pad[i])
	}
	s := 0
	for _, p := range sink {
		s += *p
	}
	return s
}

func main() {
	a, b := ret(1), ret(2)
	f := retField(3)
	*f = 4
	s := slice(9)
	s = append(s, 100)
	var p *T
	store(&p)
	fmt.Println(a.n, b.n, *f, s, cap(s) >= 3, p.n, param(*a).n, a.n, a.addr().addr().n, iface(5).get())
	inc, get := closure()
	inc()
	inc()
	t := get()
	inc()
	fmt.Println(t, get())
	n := 0
	for x := list(5); x != nil; x = x.next {
		n = n*10 + x.n
	}
	var h holder
	swapIn(&h, 1)
	q := h.p
	swapIn(&h, 2)
	*q = 30
	fmt.Println(n, h.fs[0](), h.fs[1](), h.i.get())
	fmt.Println(*q, *h.p)
	x, y := 1, 2
	vs := variadic(&x, &y, q)
	*vs[1] = 20
	global = &T{n: 3}
	*global = *a.addr()
	fmt.Println(y, len(vs), *cond(true), *cond(false), *deferred(), chans(), maps(), global.n, overwrite())
}
