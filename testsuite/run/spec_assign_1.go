// Assignments: tuple, swap, blank, aliasing of operands, panics half way.
package main

import "fmt"

type N struct {
	v    int
	next *N
}

func reverse(l *N) (r *N) {
	for l != nil {
		l.next, r, l = r, l, l.next
	}
	return
}

func (l *N) list() (s []int) {
	for ; l != nil; l = l.next {
		s = append(s, l.v)
	}
	return
}

func three() (int, string, error) { return 1, "two", nil }

func half() (a, b int) {
	defer func() { recover() }()
	var p *N
	a, b = 1, 2
	a, p.v = 10, 20
	return
}

func main() {
	l := &N{1, &N{2, &N{3, nil}}}
	fmt.Println(reverse(l).list())
	var a [3]int
	i := 0
	i, a[i] = 2, 5
	a[0], a[i], i = a[i], a[0]+1, 1
	fmt.Println(a, i)
	x := []int{1, 2, 3}
	i = 0
	i, x[i] = 1, 2
	x[1], x[2] = 4, x[1]
	fmt.Println(i, x)
	_, s, _ := three()
	var n int
	n, _, err := three()
	fmt.Println(s, n, err)
	m := map[string]int{"a": 1}
	v, ok := m["b"]
	m["x"], m["y"] = m["a"], v
	fmt.Println(m, ok)
	f0, f1 := 0, 1
	for range 20 {
		f0, f1 = f1, f0+f1
	}
	fmt.Println(f0)
	p, q := &f0, &f1
	*p, *q = *q, *p
	p, q = q, p
	fmt.Println(*p, *q)
	var e any
	e, n = n, 7
	fmt.Println(e, n)
	h, _ := half()
	fmt.Println(h >= 1)
	str := "abc"
	str, b := str[1:], []byte(str)
	b[0], b[2] = b[2], b[0]
	fmt.Println(str, string(b))
	_ = append(b, 'x')
	st := struct{ a, b struct{ c int } }{}
	st.a.c, st.b.c = 1, 2
	st.a, st.b = st.b, st.a
	fmt.Println(st)
	ps := []*N{{v: 1}, {v: 2}}
	ps[0].v, ps[1], ps[0] = 9, ps[0], ps[1]
	fmt.Println(ps[0].v, ps[1].v)
}
