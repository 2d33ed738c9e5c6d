// Closures: capture by reference, counters, recursion, composition, defer.
package main

import (
	"fmt"
	"sort"
)

func counter() (inc func() int, get func() int) {
	n := 0
	return func() int { n++; return n }, func() int { return n }
}

func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }

func memo(f func(int) int) func(int) int {
	m := map[int]int{}
	return func(n int) int {
		if v, ok := m[n]; ok {
			return v
		}
		v := f(n)
		m[n] = v
		return v
	}
}

func Y(f func(func(int) int) func(int) int) func(int) int {
	type rec func(rec) func(int) int
	g := rec(func(r rec) func(int) int {
		return f(func(n int) int { return r(r)(n) })
	})
	return g(g)
}

func accum(xs ...int) (f func() (int, bool)) {
	i, sum := 0, 0
	return func() (int, bool) {
		if i == len(xs) {
			return sum, false
		}
		sum += xs[i]
		i++
		return sum, true
	}
}

func named() (x int, f func()) {
	x = 1
	f = func() { x++ }
	f()
	return x * 10, f
}

type Op func(float64) Op

func main() {
	inc, get := counter()
	inc()
	inc()
	inc2, _ := counter()
	fmt.Println(inc(), get(), inc2())
	h := compose(func(n int) string { return fmt.Sprint(n, n) }, func(s string) []byte { return []byte(s)[:2] })
	fmt.Println(h(12))
	calls := 0
	var fib func(int) int
	fib = memo(func(n int) int {
		calls++
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fmt.Println(fib(60), calls)
	fmt.Println(Y(func(self func(int) int) func(int) int {
		return func(n int) int {
			if n == 0 {
				return 1
			}
			return n * self(n-1)
		}
	})(10))
	next := accum(1, 2, 3)
	for v, ok := next(); ok; v, ok = next() {
		fmt.Print(v, " ")
	}
	x, f := named()
	f()
	fmt.Println(x)
	words := []string{"pear", "fig", "banana", "kiwi"}
	cmps := 0
	sort.SliceStable(words, func(i, j int) bool { cmps++; return len(words[i]) < len(words[j]) })
	fmt.Println(words, cmps > 0)
	arr := [3]int{1, 2, 3}
	set := func(i, v int) [3]int { arr[i] = v; return arr }
	old := arr
	fmt.Println(set(1, 50), arr, old)
	func(a, b int, rest ...string) { fmt.Println(a+b, rest) }(1, 2, "x", "y")
	s := struct{ f func(int) int }{func(n int) int { return n + len(words) }}
	fmt.Println(s.f(1), func() func() int { return func() int { return x } }()())
	var total float64
	var op Op
	op = func(v float64) Op { total += v; return op }
	op(1)(2.5)(3)
	fmt.Println(total)
}
