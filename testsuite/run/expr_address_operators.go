// Address operator on every addressable operand; pointers stay valid and alias; composite literals; indirection panics.
package main

import "fmt"

type in struct {
	p *int
	s string
	v int
}
type T struct {
	a [3]in
	m map[string]*T
	f func() *T
	n int
}

func (t *T) self() *T { return t }

var (
	g  [4]int
	gp = &g[2]
	gs = struct{ x, y int }{1, 2}
	gy = &gs.y
	gg = [2]*[4]int{&g, nil}
)

func collect() []*int {
	x := 5
	t := &T{n: 6}
	t.f = func() *T { return t }
	t.m = map[string]*T{"t": t}
	s := []in{{v: 7}, {v: 8}}
	sp := &s
	arr := [2][2]int{{9, 10}, {11, 12}}
	row := &arr[1]
	return []*int{&x, &g[1], gp, gy, &t.f().m["t"].self().n, &t.a[1:][0].v, &s[1].v, &(*sp)[0].v, &row[1], &arr[0][0], &(&in{v: 13}).v, &[]int{14, 15}[1], &(x), &*&x, &gg[0][3], &(*row)[0]}
}

func alias() (out []int) {
	t := T{n: 1}
	p, q, r := &t, &t.n, &t.a[2]
	*q++
	p.n *= 10
	r.v = 4
	t.a[2].v++
	u := t
	(&u).n = 5
	pa := &t.a
	pb := pa
	pb[0].v = 77
	pa[1] = pb[0]
	t.a[0].v++
	rr := &r.v
	*rr += 100
	return []int{t.n, u.n, r.v, u.a[2].v, t.a[0].v, pa[1].v, len(pa)}
}

func swapAll(ps []*int) {
	for i, j := 0, len(ps)-1; i < j; i, j = i+1, j-1 {
		*ps[i], *ps[j] = *ps[j], *ps[i]
	}
}

func escape(n int) (func() int, *int) {
	local := n
	p := &local
	pp := &p
	f := func() int { **pp += 1; return local }
	return f, p
}

func nils() (out []any) {
	try := func(f func()) {
		defer func() { out = append(out, recover() != nil) }()
		f()
	}
	var t *T
	var pp **int
	var arr *[3]in
	var e *struct{}
	try(func() { _ = *t })
	try(func() { _ = &t.n })
	try(func() { _ = &t.a[1].v })
	try(func() { _ = **pp })
	try(func() { _ = arr[1] })
	try(func() { _ = len(arr) })
	try(func() { _ = *e })
	try(func() { _ = t.self() })
	try(func() { t.n++ })
	try(func() { *t = T{} })
	try(func() { x := *arr; _ = x })
	try(func() {
		for range arr {
		}
	})
	try(func() {
		for _, v := range arr {
			_ = v
		}
	})
	try(func() { p := new(*int); *p = new(int); **p++ })
	return
}

func main() {
	ps := collect()
	for i, p := range ps {
		*p += i * 100
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println(g, gs, ps[0] == ps[12], ps[0] == ps[13])
	swapAll(ps[1:12])
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println(g, gs)
	fmt.Println(alias(), nils())
	f, p := escape(3)
	*p = 10
	fmt.Println(f(), f())
	fmt.Println(*p)
	pf := &f
	*pf = func() int { return 0 }
	fmt.Println(f(), (*pf)())
	a, b := &struct{ x int }{1}, &struct{ x int }{1}
	fmt.Println(a == b, *a == *b, &g[0] == &gg[0][0], &g == gg[0], gg[1] == nil)
}
