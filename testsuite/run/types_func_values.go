// Function types: values, variadics, recursion, functions in structs and maps, higher order functions, comparison with nil.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type Op func(float64, float64) (float64, error)
type Pred[T any] func(T) bool
type Middleware func(Handler) Handler
type Handler func(req string) string
type Self func(Self, int) int

func (p Pred[T]) And(q Pred[T]) Pred[T] { return func(x T) bool { return p(x) && q(x) } }
func (p Pred[T]) Not() Pred[T]          { return func(x T) bool { return !p(x) } }
func (h Handler) Use(ms ...Middleware) Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

var ops = map[string]Op{
	"+": func(a, b float64) (float64, error) { return a + b, nil },
	"/": div,
	"-": func(a, b float64) (_ float64, _ error) { return a - b, nil },
}

func div(a, b float64) (q float64, err error) {
	if b == 0 {
		err = errors.New("zero")
		return
	}
	return a / b, nil
}

func variadic(pre string, xs ...int) string {
	if xs == nil {
		return pre + "nil"
	}
	if len(xs) > 0 {
		xs[0]++
	}
	return fmt.Sprint(pre, len(xs), xs)
}

func anys(xs ...any) int { return len(xs) }

func compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }

func curry(f func(int, int, int) int) func(int) func(int) func(int) int {
	return func(a int) func(int) func(int) int {
		return func(b int) func(int) int { return func(c int) int { return f(a, b, c) } }
	}
}

func multi() (int, string, error)          { return 4, "s", nil }
func take(n int, s string, e error) string { return fmt.Sprint(n, s, e) }
func takeVar(n int, rest ...any) string    { return fmt.Sprint(n, len(rest), rest) }

func memo(f func(func(int) int, int) int) func(int) int {
	m := map[int]int{}
	var g func(int) int
	g = func(n int) int {
		if v, ok := m[n]; ok {
			return v
		}
		v := f(g, n)
		m[n] = v
		return v
	}
	return g
}

func tag(name string) Middleware {
	return func(h Handler) Handler {
		n := 0
		return func(r string) string { n++; return fmt.Sprint("<", name, n, ">") + h(r) + "</" + name + ">" }
	}
}

func main() {
	for _, op := range []string{"+", "-", "/", "?"} {
		f, ok := ops[op]
		if !ok || f == nil {
			fmt.Println(op, "missing", f == nil)
			continue
		}
		fmt.Println(f(6, 0))
	}
	arr := []int{1, 2}
	fmt.Println(variadic("a"), variadic("b", 1, 2), variadic("c", arr...), arr, variadic("d", nil...), variadic("e", []int{}...), anys(), anys(nil), anys(nil, nil), anys([]any{1, 2}...), anys([]any{1, 2}), anys(arr))
	even := Pred[int](func(n int) bool { return n%2 == 0 })
	big := Pred[int](func(n int) bool { return n > 10 })
	for _, n := range []int{4, 12, 13} {
		fmt.Print(even.And(big)(n), even.Not().And(big)(n), " ")
	}
	fmt.Println(compose(strings.ToUpper, func(s string) int { return len(s) })("abc"), compose(compose(func(i int) string { return fmt.Sprint(i, i) }, strings.TrimSpace), strings.Fields)(7))
	fmt.Println(curry(func(a, b, c int) int { return a*100 + b*10 + c })(1)(2)(3), take(multi()), takeVar(multi2()))
	h := Handler(func(r string) string { return r }).Use(tag("a"), tag("b"))
	fmt.Println(h("x"), h("y"))
	fib := memo(func(self func(int) int, n int) int {
		if n < 2 {
			return n
		}
		return self(n-1) + self(n-2)
	})
	fact := Self(func(s Self, n int) int {
		if n == 0 {
			return 1
		}
		return n * s(s, n-1)
	})
	fmt.Println(fib(80), fact(fact, 15), func(x int) int { return x * x }(9))
}

func multi2() (int, string, []int) { return 1, "two", []int{3} }
