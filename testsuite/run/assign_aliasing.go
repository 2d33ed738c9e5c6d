// Multiple assignment: operands are evaluated first, then assigned left to right; overlapping elements, pointers and maps.
package main

import "fmt"

type node struct {
	v    int
	next *node
}
type pair struct{ a, b int }
type mat [2][2]int

func reverse(n *node) (r *node) {
	for n != nil {
		n.next, r, n = r, n, n.next
	}
	return
}

func list(xs ...int) (h *node) {
	for i := len(xs) - 1; i >= 0; i-- {
		h = &node{xs[i], h}
	}
	return
}

func (n *node) String() (s string) {
	for ; n != nil; n = n.next {
		s += fmt.Sprint(n.v, ">")
	}
	return
}

func swapAll(a []int) {
	for i, j := 0, len(a)-1; i < j; i, j = i+1, j-1 {
		a[i], a[j] = a[j], a[i]
	}
}

func two(a, b int) (int, int) { return a, b }

func main() {
	fmt.Println(reverse(list(1, 2, 3, 4)))
	a := []int{1, 2, 3, 4, 5}
	swapAll(a)
	fmt.Println(a)
	i := 0
	i, a[i] = 2, 90
	fmt.Println(i, a)
	a[0], a[0] = 1, 2
	x := []int{1, 2, 3}
	j := 0
	j, x[j] = 1, 2
	x[1], x[2] = 4, x[1]
	x[j], j = 7, 9
	fmt.Println(a[0], j, x)
	p := pair{1, 2}
	p.a, p.b = p.b, p.a
	p, p.a = pair{p.b, p.a}, 50
	fmt.Println(p)
	q := &p
	q, q.a = &pair{7, 8}, 60
	fmt.Println(p, *q)
	m := mat{{1, 2}, {3, 4}}
	m[0], m[1] = m[1], m[0]
	fmt.Println(m)
	m[0][0], m[0][1], m[1][0], m[1][1] = m[1][1], m[0][0], m[0][1], m[1][0]
	fmt.Println(m)
	m, m[1] = mat{m[1], m[0]}, [2]int{8, 8}
	fmt.Println(m)
	var arr [3]pair
	arr[0], arr[1], arr[2] = pair{1, 2}, pair{3, 4}, pair{5, 6}
	arr[0], arr[1], arr[2] = arr[2], arr[0], arr[1]
	arr[0].a, arr[1], arr[2].b = arr[1].b, pair{arr[2].a, arr[0].a}, arr[1].a
	fmt.Println(arr)
	mp := map[string]int{"a": 1, "b": 2}
	mp["a"], mp["b"], mp["c"] = mp["b"], mp["a"], len(mp)
	fmt.Println(mp)
	mp["x"], mp = 9, map[string]int{"new": 1}
	fmt.Println(mp)
	s := "abc"
	s, t := s[1:], s[:1]
	s, t = t+s, s+t
	fmt.Println(s, t)
	f, g := func() string { return "f" }, func() string { return "g" }
	f, g = g, f
	fmt.Println(f(), g())
	var e1, e2 any = 1, "two"
	e1, e2 = e2, e1
	fmt.Println(e1, e2)
	b := a
	a, b = b[1:3], append(a[:1:1], b[3:]...)
	a[0], b[0] = 100, a[0]
	fmt.Println(a, b)
	u, v := two(3, 4)
	u, v = two(v, u)
	x[u-4], x[v-2] = two(x[v-2], x[u-4])
	fmt.Println(u, v, x)
	pp := &a
	*pp, a = []int{1}, []int{2}
	fmt.Println(a, *pp)
	n := &node{1, &node{2, &node{3, nil}}}
	n.next.next, n.next, n = n, n.next.next, n.next
	fmt.Println(n.v, n.next.v, n.next.next.v)
	y := [3]int{1, 2, 3}
	for k, w := range y {
		y[2-k], y[k] = w*10, y[2-k]
	}
	fmt.Println(y)
	fib := [2]int{0, 1}
	for range 20 {
		fib[0], fib[1] = fib[1], fib[0]+fib[1]
	}
	fmt.Println(fib)
}
