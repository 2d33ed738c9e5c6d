// Loop bodies of range over functions as closures: variables around are shared, loop variables are new for each iteration.
package main

import "fmt"

type Tree[T any] struct {
	l, r *Tree[T]
	v    T
}

func (t *Tree[T]) All(yield func(T) bool) { t.push(yield) }
func (t *Tree[T]) push(yield func(T) bool) bool {
	return t == nil || t.l.push(yield) && yield(t.v) && t.r.push(yield)
}

func insert(t *Tree[int], v int) *Tree[int] {
	switch {
	case t == nil:
		return &Tree[int]{v: v}
	case v < t.v:
		t.l = insert(t.l, v)
	default:
		t.r = insert(t.r, v)
	}
	return t
}

type big struct{ a [30]int }

func mapSeq[A, B any](s func(func(A) bool), f func(A) B) func(func(B) bool) {
	return func(yield func(B) bool) {
		for a := range s {
			if !yield(f(a)) {
				return
			}
		}
	}
}

func zip[A, B any](a []A, b []B) func(func(A, B) bool) {
	return func(yield func(A, B) bool) {
		for i := range min(len(a), len(b)) {
			if !yield(a[i], b[i]) {
				break
			}
		}
	}
}

func params(t *Tree[int], n int, s string, b big, arr [3]int, xs ...int) (total int, text string) {
	for v := range t.All {
		n += v
		s += fmt.Sprint(v)
		b.a[v%30]++
		arr[v%3] += v
		xs = append(xs, v)
		total++
		text = s
	}
	for _, x := range b.a {
		total += 1000 * x
	}
	return total + n*1000000, fmt.Sprint(text, arr, xs)
}

func closures(t *Tree[int]) (fs []func() int) {
	shared := 0
	for v := range t.All {
		w := v * 2
		fs = append(fs, func() int { shared++; v++; w += 10; return shared*10000 + v*100 + w })
	}
	return
}

func structs() (sum int) {
	bs := []big{{}, {}, {}}
	for i := range bs {
		bs[i].a[i] = i + 1
	}
	for i, b := range zip([]int{0, 1, 2}, bs) {
		b.a[i] *= 10
		sum += b.a[i] + bs[i].a[i]
	}
	for p := range mapSeq(func(y func(int) bool) { _ = y(0) && y(2) }, func(i int) *big { return &bs[i] }) {
		p.a[0] += 5
	}
	return sum*100 + bs[0].a[0] + bs[2].a[0]
}

type counter struct{ n int }

func (c *counter) each(n int) func(func() bool) {
	return func(yield func() bool) {
		for c.n < n && yield() {
			c.n++
		}
	}
}

func main() {
	var t *Tree[int]
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		t = insert(t, v)
	}
	fmt.Println(params(t, 1, "s", big{}, [3]int{1, 1, 1}, 7))
	for _, f := range closures(t) {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	fmt.Println(structs())
	c := &counter{}
	m := map[int]string{}
	for range c.each(4) {
		m[c.n] = fmt.Sprint(len(m))
	}
	fmt.Println(m, c.n)
	x, y := 1, 1
	for s := range mapSeq(t.All, func(i int) string { x, y = y, x+y; return fmt.Sprint(i, ":", x) }) {
		x++
		defer func(s string) { fmt.Println("deferred", s, x, y) }(s)
		if len(s) > 3 {
			break
		}
	}
	f := mapSeq[int, int]
	for v := range f(f(t.All, func(i int) int { return i + 1 }), func(i int) int { return i * i }) {
		fmt.Print(v, " ")
	}
	fmt.Println()
}
