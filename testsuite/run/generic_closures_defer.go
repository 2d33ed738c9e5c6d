// Generic functions with closures, deferred calls, recover, labels and goto, instantiated with values of many shapes.
package main

import (
	"errors"
	"fmt"
)

type big struct {
	a [9]int
	s string
}
type Stack[T any] struct {
	xs  []T
	log []string
}

func (s *Stack[T]) Push(x T) (undo func()) {
	s.xs = append(s.xs, x)
	n := len(s.xs)
	return func() { s.xs = s.xs[:n-1]; s.log = append(s.log, fmt.Sprintf("undo %v", x)) }
}

func (s *Stack[T]) With(xs ...T) (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%T: %v", *new(T), r)
		}
		n = len(s.xs)
	}()
	for i, x := range xs {
		defer s.Push(x)()
		if i == 2 {
			panic(fmt.Sprint("third: ", x))
		}
	}
	return -1, nil
}

func Try[T any](f func() T) (v T, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case error:
			err = r
		case T:
			v, err = r, errors.New("panicked with result")
		default:
			err = fmt.Errorf("other %v", r)
		}
	}()
	return f(), nil
}

func Acc[T any](add func(T, T) T) (func(T) T, func() T) {
	var sum T
	return func(x T) T { sum = add(sum, x); return sum }, func() T { defer func() { var z T; sum = z }(); return sum }
}

func Loop[T any](xs []T, stop func(T) bool) (out []func() T) {
	i := 0
again:
	if i < len(xs) {
		x := xs[i]
		i++
		if stop(x) {
			goto end
		}
		out = append(out, func() T { defer func() { x = xs[0] }(); return x })
		goto again
	}
end:
	return
}

func Nest[A, B any](as []A, bs []B, f func(A, B) bool) (n int) {
outer:
	for i, a := range as {
		for j := range len(bs) {
			defer func() { n += i*10 + j }()
			switch b := bs[j]; {
			case !f(a, b):
				continue outer
			case j == 1:
				func() {
					var inner func(B) int
					inner = func(b B) int {
						if n++; n%2 == 0 {
							return n
						}
						return inner(b)
					}
					inner(b)
				}()
			}
		}
	}
	return n * 1000
}

type Counter[K comparable] struct{ m map[K]int }

func (c *Counter[K]) Inc(k K) func() int {
	if c.m == nil {
		c.m = make(map[K]int)
	}
	c.m[k]++
	return func() int { c.m[k] *= 2; return c.m[k] }
}

func Lazy[T any](f func() T) func() T {
	var v T
	var done bool
	return func() T {
		if !done {
			v, done = f(), true
		}
		return v
	}
}

func main() {
	var si Stack[int]
	fmt.Println(si.With(1, 2))
	fmt.Println(si.With(1, 2, 3, 4))
	fmt.Println(si.log)
	var sb Stack[big]
	fmt.Println(sb.With(big{s: "a"}, big{a: [9]int{8: 1}}, big{}))
	fmt.Println(sb.log, len(sb.xs))
	fmt.Println(Try(func() int { return 1 }))
	fmt.Println(Try(func() string { panic("str") }))
	fmt.Println(Try(func() []int { return []int{1}[:5] }))
	fmt.Println(Try(func() big { panic(3) }))
	fmt.Println(Try(func() error { panic(errors.New("as error")) }))
	add, get := Acc(func(a, b string) string { return a + b })
	add("x")
	fmt.Println(add("y"), get(), get() == "")
	addB, getB := Acc(func(a, b big) big { a.a[b.a[0]]++; a.s += b.s; return a })
	addB(big{s: "p"})
	addB(big{a: [9]int{3}, s: "q"})
	fmt.Println(getB(), getB())
	for _, f := range Loop([]big{{s: "1"}, {s: "2"}, {s: "stop"}, {s: "3"}}, func(b big) bool { return b.s == "stop" }) {
		fmt.Print(f().s, f().s, " ")
	}
	for _, f := range Loop([]uint8{1, 2, 3}, func(uint8) bool { return false }) {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	fmt.Println(Nest([]int{1, 2, 3}, []string{"a", "b", "c"}, func(a int, b string) bool { return a != 2 || b == "a" }), Nest([]struct{}{{}}, []any{nil, 1}, func(struct{}, any) bool { return true }))
	var c Counter[[2]string]
	f := c.Inc([2]string{"k"})
	c.Inc([2]string{"k"})
	fmt.Println(f(), f(), len(c.m))
	n := 0
	lz := Lazy(func() func() int { n++; return func() int { n *= 10; return n } })
	fmt.Println(lz()(), lz()(), n)
}
