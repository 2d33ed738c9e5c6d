// What is copied when: range over arrays and structs, calls, returns, closures, interface boxing, map elements, channel sends, defers.
package main

import "fmt"

type big struct {
	a  [16]int
	in struct {
		s []int
		m map[string]int
	}
	n int
}

func (b big) val() big       { b.n++; b.a[0] = b.n; return b }
func (b *big) ptr() *big     { b.n++; b.a[0] = b.n; return b }
func change(b big) int       { b.a[1] = 99; b.in.s[0]++; b.in.m["x"]++; return b.n }
func same(b big) big         { return b }
func both(b big) (big, *big) { c := b; c.n = -c.n; return b, &c }

type holder struct {
	bs  [2]big
	any any
	f   func() big
}

func ranges() (out []int) {
	arr := [3]big{{n: 1}, {n: 2}, {n: 3}}
	for i, b := range arr {
		arr[2].n = 100
		arr[i].a[0] = 5
		b.n *= 10
		out = append(out, b.n, b.a[0])
	}
	for i, b := range arr[:] {
		arr[2].n = 200 + i
		out = append(out, b.n)
	}
	for i, b := range &arr {
		arr[2].n = 300 + i
		out = append(out, b.n)
	}
	for i := range arr {
		p := &arr[i]
		defer func(b big) { fmt.Print("d", b.n, p.n, " ") }(arr[i])
		p.n++
	}
	return
}

func closures() []int {
	b := big{n: 1}
	f := func() int { return b.n }
	g := func(b big) func() int { return func() int { b.n++; return b.n } }(b)
	mv, me := b.val, big.val
	b.n = 50
	return []int{f(), g(), g(), mv().n, mv().n, me(b).n, b.n}
}

func boxes() []any {
	b := big{n: 1}
	var i any = b
	b.n = 2
	j := i
	c := i.(big)
	c.n = 3
	p := &c
	var k any = p
	p.n = 4
	arr := [2]any{b, *p}
	b.n, p.n = 7, 8
	m := map[any]int{[2]int{1, 2}: 1}
	return []any{i.(big).n, j.(big).n, c.n, k.(*big).n, arr[0].(big).n, arr[1].(big).n, len(m)}
}

func maps() []int {
	m := map[int]big{1: {n: 1}}
	x := m[1]
	x.n = 2
	y := m[1].val()
	m[2] = y
	y.n = 70
	for k, v := range m {
		v.n += 100
		_ = k
	}
	mp := map[string]*big{"a": {n: 5}}
	z := *mp["a"]
	mp["a"].n++
	ms := map[string][]big{"s": {{n: 1}}}
	ms["s"][0].n = 33
	return []int{m[1].n, m[2].n, z.n, mp["a"].n, ms["s"][0].n, m[9].n}
}

func returns() (b big, err error) {
	defer func() { b.a[2] = b.n * 2 }()
	b.n = 4
	c := b
	c.n = 6
	return c, nil
}

func swap() []int {
	a, b := big{n: 1}, big{n: 2}
	a, b = b, a
	h := holder{bs: [2]big{a, b}}
	h.bs[0], h.bs[1] = h.bs[1], h.bs[0]
	g := h
	g.bs[0].n = 9
	h.any = h.bs
	h.bs[1].n = 10
	h.f = h.bs[0].val
	h.bs[0].n = 500
	k := h.any.([2]big)
	return []int{a.n, b.n, h.bs[0].n, h.bs[1].n, g.bs[0].n, k[1].n, h.f().n}
}

func main() {
	b := big{n: 1}
	b.in.s = []int{1, 2}
	b.in.m = map[string]int{}
	fmt.Println(change(b))
	fmt.Println(b.a[1], b.in.s, b.n)
	fmt.Println(b.val().a[0], b.ptr().a[0])
	c := same(b)
	c.in.s[1] = 77
	c.a = [16]int{3: 3}
	d, e := both(c)
	d.a[3]++
	fmt.Println(b.in.s, b.a[:4], c.a[:4], d.a[:4], e.n, e.a[3])
	fmt.Println(ranges())
	fmt.Println(closures(), boxes(), maps(), swap())
	r, _ := returns()
	fmt.Println(r.n, r.a[2])
	ch := make(chan big, 2)
	ch <- b
	b.n = 1000
	ch <- b
	x, y := <-ch, <-ch
	fmt.Println(x.n, y.n)
	sl := []big{x, y}
	sl2 := append(sl[:1:1], sl...)
	sl[0].n = -1
	arr := [2]big(sl)
	copy(sl, sl[1:])
	fmt.Println(sl2[0].n, sl2[1].n, arr[0].n, sl[0].n)
	*e = *e.ptr()
	p := e
	*p, b = b, *p
	fmt.Println(e.n, b.n, p == e)
}
