// Eight sorting algorithms, generic over elements, checked against each other on several shapes of input and types.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

type sorter[T any] func([]T, func(a, b T) bool)

func insertion[T any](s []T, less func(a, b T) bool) {
	for i := 1; i < len(s); i++ {
		x, j := s[i], i
		for ; j > 0 && less(x, s[j-1]); j-- {
			s[j] = s[j-1]
		}
		s[j] = x
	}
}

func shell[T any](s []T, less func(a, b T) bool) {
	for gap := len(s) / 2; gap > 0; gap /= 2 {
		for i := gap; i < len(s); i++ {
			for j := i; j >= gap && less(s[j], s[j-gap]); j -= gap {
				s[j], s[j-gap] = s[j-gap], s[j]
			}
		}
	}
}

func heapsort[T any](s []T, less func(a, b T) bool) {
	down := func(i, n int) {
		for {
			c := 2*i + 1
			if c >= n {
				return
			}
			if c+1 < n && less(s[c], s[c+1]) {
				c++
			}
			if !less(s[i], s[c]) {
				return
			}
			s[i], s[c] = s[c], s[i]
			i = c
		}
	}
	for i := len(s)/2 - 1; i >= 0; i-- {
		down(i, len(s))
	}
	for n := len(s) - 1; n > 0; n-- {
		s[0], s[n] = s[n], s[0]
		down(0, n)
	}
}

func quick[T any](s []T, less func(a, b T) bool) {
	for len(s) > 1 {
		p := s[len(s)/2]
		i, j := 0, len(s)-1
		for i <= j {
			for less(s[i], p) {
				i++
			}
			for less(p, s[j]) {
				j--
			}
			if i <= j {
				s[i], s[j] = s[j], s[i]
				i++
				j--
			}
		}
		if j+1 < len(s)-i {
			quick(s[:j+1], less)
			s = s[i:]
		} else {
			quick(s[i:], less)
			s = s[:j+1]
		}
	}
}

func merge[T any](s []T, less func(a, b T) bool) {
	if len(s) < 2 {
		return
	}
	l, r := slices.Clone(s[:len(s)/2]), s[len(s)/2:]
	merge(l, less)
	merge(r, less)
	for k := range s {
		if len(l) == 0 {
			break
		}
		if len(r) > 0 && less(r[0], l[0]) {
			s[k], r = r[0], r[1:]
		} else {
			s[k], l = l[0], l[1:]
		}
	}
}

func bottomUp[T any](s []T, less func(a, b T) bool) {
	buf := make([]T, len(s))
	for w := 1; w < len(s); w *= 2 {
		for lo := 0; lo < len(s); lo += 2 * w {
			mid, hi := min(lo+w, len(s)), min(lo+2*w, len(s))
			i, j := lo, mid
			for k := lo; k < hi; k++ {
				if i < mid && (j >= hi || !less(s[j], s[i])) {
					buf[k] = s[i]
					i++
				} else {
					buf[k] = s[j]
					j++
				}
			}
		}
		copy(s, buf)
	}
}

type treap[T any] struct {
	l, r *treap[T]
	v    T
	p    uint32
}

func treesort[T any](s []T, less func(a, b T) bool) {
	var root *treap[T]
	seed := uint32(1)
	var ins func(t **treap[T], v T)
	ins = func(t **treap[T], v T) {
		if *t == nil {
			seed = seed*1664525 + 1013904223
			*t = &treap[T]{v: v, p: seed}
			return
		}
		n := *t
		if less(v, n.v) {
			if ins(&n.l, v); n.l.p > n.p {
				n.l, n.l.r, *t = n.l.r, n, n.l
			}
		} else if ins(&n.r, v); n.r.p > n.p {
			n.r, n.r.l, *t = n.r.l, n, n.r
		}
	}
	for _, v := range s {
		ins(&root, v)
	}
	i := 0
	var walk func(*treap[T])
	walk = func(t *treap[T]) {
		if t != nil {
			walk(t.l)
			s[i] = t.v
			i++
			walk(t.r)
		}
	}
	walk(root)
}

func channels[T any](s []T, less func(a, b T) bool) {
	if len(s) < 2 {
		return
	}
	h := len(s) / 2
	done := make(chan bool)
	part := func(p []T) chan T {
		c := make(chan T, len(p))
		go func() {
			insertion(p, less)
			for _, x := range p {
				c <- x
			}
			close(c)
			done <- true
		}()
		return c
	}
	a, b := part(slices.Clone(s[:h])), part(slices.Clone(s[h:]))
	<-done
	<-done
	x, okx := <-a
	y, oky := <-b
	for i := range s {
		if okx && (!oky || !less(y, x)) {
			s[i] = x
			x, okx = <-a
		} else {
			s[i] = y
			y, oky = <-b
		}
	}
}

type rec struct {
	key  int8
	pad  [3]string
	rank int
}

func test[T any](name string, in []T, less func(a, b T) bool, show func(T) string) {
	want := slices.Clone(in)
	slices.SortStableFunc(want, func(a, b T) int {
		switch {
		case less(a, b):
			return -1
		case less(b, a):
			return 1
		}
		return 0
	})
	res := ""
	for i, f := range []sorter[T]{insertion[T], shell[T], heapsort[T], quick[T], merge[T], bottomUp[T], treesort[T], channels[T]} {
		s := slices.Clone(in)
		f(s, less)
		stable := true
		for j := range s {
			if less(s[j], want[j]) || less(want[j], s[j]) {
				res += fmt.Sprint(" wrong", i)
				break
			}
			stable = stable && show(s[j]) == show(want[j])
		}
		res += map[bool]string{true: "s", false: "u"}[stable]
	}
	fmt.Println(name, len(in), res)
}

func main() {
	var ints []int
	var recs []rec
	var strs []string
	x := uint64(88172645463325252)
	for i := range 200 {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		ints = append(ints, int(x%1000))
		recs = append(recs, rec{int8(x >> 60), [3]string{"a", "b", fmt.Sprint(i)}, i})
		strs = append(strs, strings.Repeat(string(rune('a'+x%5)), int(x>>62))+fmt.Sprint(x%7))
	}
	test("ints", ints, cmp.Less[int], func(i int) string { return fmt.Sprint(i) })
	test("descending", ints, func(a, b int) bool { return a > b }, func(i int) string { return fmt.Sprint(i) })
	test("records", recs, func(a, b rec) bool { return a.key < b.key }, func(r rec) string { return r.pad[2] })
	test("strings", strs, func(a, b string) bool { return a < b }, func(s string) string { return s })
	test("any", []any{3, "x", 1, 2.5, nil, "a"}, func(a, b any) bool { return fmt.Sprint(a) < fmt.Sprint(b) }, func(x any) string { return fmt.Sprint(x) })
	test("empty", nil, cmp.Less[string], func(string) string { return "" })
}
