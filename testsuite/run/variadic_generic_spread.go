// Variadic generic functions: spreading slices, nested calls, empty lists, variadic function types, defer and go with them.
package main

import (
	"fmt"
	"strings"
)

type Fn[T any] func(...T) T
type Args []any

func Sum[T ~int | ~string | ~float64](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func Of[T any](xs ...T) []T { return xs }
func First[T any](d T, xs ...T) T {
	if len(xs) > 0 {
		return xs[0]
	}
	return d
}
func All[T any](fs ...func(...T) T) func(...T) []T {
	return func(xs ...T) (out []T) {
		for _, f := range fs {
			out = append(out, f(xs...))
		}
		return
	}
}
func Flat[T any](xs ...[]T) (out []T) {
	for _, x := range xs {
		out = append(out, x...)
	}
	return
}
func (f Fn[T]) Fold(xs ...T) T { return f(append(xs, f(xs...))...) }
func (a Args) Join(more ...any) string {
	return fmt.Sprint(append(a, more...)...)
}
func mutate[T any](x T, xs ...T) {
	for i := range xs {
		xs[i] = x
	}
}
func kinds(xs ...any) string {
	var sb strings.Builder
	for _, x := range xs {
		fmt.Fprintf(&sb, "%T,", x)
	}
	return sb.String()
}
func two() (int, int)             { return 7, 8 }
func three() (string, int, error) { return "s", 1, nil }

func main() {
	fmt.Println(Sum[int](), Sum(1, 2, 3), Sum("a", "b"), Sum(two()), Sum([]float64{1, 2.5}...), Sum(Of(4, 5)...))
	fmt.Println(Of[int]() == nil, len(Of(1, 2)), Of[any](1, "x", nil), Of([]int{1}, nil), Of[error](nil)[0] == nil)
	fmt.Println(First(1), First(1, 2), First("d", []string{}...), First(two()))
	fmt.Println(All(Sum[int], func(x ...int) int { return len(x) })(3, 4, 5), All[int]()(), Flat(Of(1, 2), nil, Of(3)), Flat[int]())
	fmt.Println(Fn[int](Sum[int]).Fold(1, 2), Fn[string](func(s ...string) string { return strings.Join(s, "-") }).Fold("p", "q"))
	fmt.Println(Args{1, 2}.Join("x", 3), Args(nil).Join(), kinds(three()), kinds([]any{1, nil}...), kinds([]any{1}), kinds(nil, 'x', 2i, Fn[int](nil)))
	s := Of(1, 2, 3)
	mutate(9, s[1:]...)
	mutate(5, 1, 2)
	t := append(Of(s...)[:1], 50)
	fmt.Println(s, t)
	c := make(chan []int, 1)
	func() {
		defer func(xs ...int) { c <- xs }(s...)
		defer mutate(0, s[:1]...)
		s = append(s, 100)
	}()
	got := <-c
	go func(p string, xs ...int) { c <- append(xs, len(p)) }("four", two2()...)
	fmt.Println(got, <-c)
	f := fmt.Sprint
	g := func(xs ...any) int { return len(f(xs...)) }
	fmt.Println(g(1, 22, "x"), g(), g([]any{"abc"}...))
	var h func(...int) (int, []int) = func(x ...int) (int, []int) { return cap(x), x }
	n, r := h()
	fmt.Println(n, r == nil)
}

func two2() []int { a, b := two(); return []int{a, b} }
