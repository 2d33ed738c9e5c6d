// Slices: shared arrays, append with and without room, full slice expressions, nil and empty, copies that overlap, slices of slices.
package main

import "fmt"

type Stack[T any] []T

func (s *Stack[T]) Push(x ...T) { *s = append(*s, x...) }
func (s *Stack[T]) Pop() (x T) {
	x, *s = (*s)[len(*s)-1], (*s)[:len(*s)-1]
	return
}

func show(name string, ss ...[]int) {
	fmt.Print(name, " ")
	for _, s := range ss {
		fmt.Print(s, len(s), "/", cap(s), " ")
	}
	fmt.Println()
}

func modify(s []int) []int {
	s[0] = 100
	s = append(s, 7)
	s[1] = 200
	return s
}

func insert(s []int, i int, v ...int) []int {
	tail := append([]int(nil), s[i:]...)
	return append(append(s[:i], v...), tail...)
}

func remove(s []int, i int) []int { return append(s[:i], s[i+1:]...) }

func rotate(s []int, k int) {
	rev := func(s []int) {
		for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
			s[i], s[j] = s[j], s[i]
		}
	}
	rev(s[:k])
	rev(s[k:])
	rev(s)
}

func perms(xs []int, f func([]int)) {
	var rec func(k int)
	rec = func(k int) {
		if k == len(xs) {
			f(xs)
			return
		}
		for i := k; i < len(xs); i++ {
			xs[k], xs[i] = xs[i], xs[k]
			rec(k + 1)
			xs[k], xs[i] = xs[i], xs[k]
		}
	}
	rec(0)
}

func selfAppend() (h int) {
	s := []int{1}
	for range 8 {
		s = append(s, s...)
		s = append(s[:len(s):len(s)], len(s))
	}
	for _, v := range s {
		h = h*7 + v
	}
	return h + len(s)
}

func main() {
	a := [6]int{0, 1, 2, 3, 4, 5}
	s, t, u := a[1:3], a[2:], a[1:3:3]
	show("views", s, t, u, a[:0], a[6:])
	s = append(s, 30)
	u = append(u, 40)
	show("append", s, t, u, a[:])
	u[0], s[1] = -1, -2
	show("write", s, t, u)
	b := []int{1, 2}
	c := modify(b)
	d := modify(b[:1])
	show("modify", b, c, d)
	e := make([]int, 2, 10)
	f, g := append(e, 1), append(e, 2)
	show("shared", e, f, g, e[:3], f[1:5])
	var n []int
	m := []int{}
	fmt.Println(n == nil, m == nil, len(n), n[:] == nil, m[:0] == nil, n[0:0:0] == nil, append(n, m...) == nil, append(n, n...) == nil, append([]int(nil)) == nil)
	w := []int{1, 2, 3, 4, 5}
	fmt.Println(copy(w[1:], w), w, copy(w, w[2:]), w, copy(w, n), copy(w[3:], []int{9, 9, 9}), w)
	show("insert", insert([]int{1, 2, 3}, 1, 7, 8), insert(nil, 0, 5), remove([]int{1, 2, 3}, 1), remove([]int{1}, 0))
	rotate(w, 2)
	show("rotate", w)
	cnt, sum := 0, 0
	perms([]int{1, 2, 3, 4, 5}, func(p []int) {
		cnt++
		for i, v := range p {
			sum = sum*3 + i*v
		}
	})
	fmt.Println(cnt, sum, selfAppend())
	grid := make([][]string, 3)
	row := make([]string, 6)
	for i := range grid {
		grid[i], row = row[:2:2], row[2:]
		grid[i][0], grid[i][1] = fmt.Sprint(i), "x"
	}
	grid[0] = append(grid[0], "new")
	grid[1][0] += grid[0][2]
	fmt.Println(grid, len(row))
	var st Stack[[]int]
	st.Push([]int{1}, nil, w[:2])
	st.Pop()[0]++
	fmt.Println(st)
	fmt.Println(len(st.Pop()), st.Pop())
	fmt.Println(w, len(st), cap(st) >= 3)
	p := &a
	fmt.Println(p[1:3], len(p), cap(p[2:4:5]), (*[2]int)(p[4:])[1], [3]int(a[:3]), len((*[0]int)(n[:0])))
	arrp := (*[3]int)(w)
	arrp[0] = 77
	vals := [3]int(w)
	w[1] = 88
	fmt.Println(w[:3], *arrp, vals)
	x := []int{10, 20, 30}
	for i, v := range x {
		if i == 0 {
			x = append(x, 40)
			x[1] = 21
		}
		fmt.Print(v, " ")
	}
	for i := range x {
		x = x[:len(x)-1]
		fmt.Print(i, len(x), " ")
	}
	fmt.Println()
	big := make([]struct{}, 1<<40)
	fmt.Println(len(big), cap(big[5:]), len(append(big, struct{}{})))
}
