// Type inference: from arguments, untyped constants, function arguments, assignment, results, core types and partial lists.
package main

import (
	"fmt"
	"slices"
	"strconv"
)

type Pair[A, B any] struct {
	a A
	b B
}
type List[T any] []T
type Opt[T any] func(*T)
type Vec[T any, S ~[]T] struct{ s S }
type IntFn func(int) int

func MakePair[A, B any](a A, b B) Pair[A, B] { return Pair[A, B]{a, b} }
func Swap[A, B any](p Pair[A, B]) Pair[B, A] { return MakePair(p.b, p.a) }
func Map[S ~[]A, A, B any](s S, f func(A) B) []B {
	var out []B
	for _, x := range s {
		out = append(out, f(x))
	}
	return out
}
func Filter[S ~[]E, E any](s S, f func(E) bool) S {
	var out S
	for _, x := range s {
		if f(x) {
			out = append(out, x)
		}
	}
	return out
}
func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }
func Id[T any](x T) T                                         { return x }
func Const[T, U any](x T) func(U) T                           { return func(U) T { return x } }
func Max[T int | float64](a, b T) T                           { return max(a, b) }
func New[T any](opts ...Opt[T]) (t T) {
	for _, o := range opts {
		o(&t)
	}
	return
}
func Zero[T any]() (z T) { return }
func Keys[M ~map[K]V, K comparable, V any](m M) []K {
	var ks []K
	for k := range m {
		ks = append(ks, k)
	}
	return ks
}
func Chain[T any](x T, fs ...func(T) T) T {
	for _, f := range fs {
		x = f(x)
	}
	return x
}
func Elem[P ~*[]E, E any](p P) E                    { return (*p)[0] }
func Recv[T any](c <-chan T) T                      { return <-c }
func Deep[T any](m map[string][]func(T) *T, x T) *T { return m["k"][0](x) }
func Err[T any](x T, err error) (T, bool)           { return x, err == nil }
func Nest[T any, L List[T] | []T](l L) int          { return len(l) }
func TypeName[T any](x ...T) string                 { return fmt.Sprintf("%T", *new(T)) }
func Double[T ~int | ~string](x T) T                { return x + x }

func takeFn(f func(int, string) Pair[int, string]) string { return fmt.Sprint(f(1, "x")) }
func retFn() func(string) string                          { return Id }

type S struct {
	f func([]int, func(int) bool) []int
}

func main() {
	fmt.Printf("%T %T\n", MakePair(1, "a"), Swap(MakePair(2.5, 'x')))
	l := List[int]{3, 1, 2}
	fmt.Println(Map(l, strconv.Itoa), Map([]string{"1", "x"}, func(s string) int { return len(s) }), Map(l, func(i int) List[int] { return l[:i] }))
	fmt.Printf("%T %v\n", Filter(l, func(i int) bool { return i > 1 }), Filter(List[string]{"a", ""}, func(s string) bool { return s != "" }))
	fmt.Println(Compose(strconv.Itoa, func(s string) []byte { return []byte(s) })(65), Compose(Id[int], Double[int])(4), Compose(Double[string], Id)("ab"))
	fmt.Println(Max(1, 2.5), Max(2, 1), Max[float64](1, 2), TypeName(1, 2.5), TypeName(1, 'a'), TypeName[any](1), TypeName(1i, 2), TypeName(Zero[error]()), TypeName(&l, nil))
	type conf struct{ a, b int }
	fmt.Println(New(func(c *conf) { c.a = 1 }, func(c *conf) { c.b = c.a + 1 }), New[string](), New(Opt[int](func(i *int) { *i = 7 })))
	var f func(float64) float64 = Id
	var g func(int, string) Pair[int, string]
	g = MakePair
	fmt.Println(f(1.5), g(1, "q"), takeFn(MakePair), retFn()("ret"), S{Filter[[]int, int]}.f([]int{1, 2, 3}, func(i int) bool { return i != 2 }))
	fmt.Println(slices.Sorted(slices.Values(Keys(map[string]int{"b": 1, "a": 2}))), Chain(1, Double, Id, func(i int) int { return -i }), Chain("s"))
	arr := []string{"e"}
	c := make(chan Pair[int, []string], 1)
	c <- MakePair(1, arr)
	fmt.Println(Elem(&arr), Recv(c), *Deep(map[string][]func(int) *int{"k": {func(i int) *int { i++; return &i }}}, 4))
	fmt.Println(Err(strconv.Atoi("12")))
	fmt.Println(Err(strconv.ParseBool("zz")))
	fmt.Println(Nest[int](l), Nest[string]([]string{"a"}), Const[int, string](5)("ignored"), Vec[int, List[int]]{l}.s[0])
	var fn IntFn = Id[int]
	fs := []func(int) int{Id[int], Double[int], fn, Const[int, int](9)}
	for _, f := range fs {
		fmt.Print(f(21), " ")
	}
	m := map[string]func(string, string) string{"max": func(a, b string) string { return max(a, b) }}
	fmt.Println(m["max"]("a", "b"), func() func(bool) bool { return Id }()(true))
}
