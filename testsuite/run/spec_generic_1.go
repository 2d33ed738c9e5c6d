// Generics: inference, constraint type inference, core types, methods.
package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

type Number interface {
	~int | ~int64 | ~float64
}

func Map[S ~[]E, E, R any](s S, f func(E) R) []R {
	r := make([]R, 0, len(s))
	for _, e := range s {
		r = append(r, f(e))
	}
	return r
}

func Sum[T Number](xs ...T) (t T) {
	for _, x := range xs {
		t += x
	}
	return
}

func Scale[S ~[]E, E Number](s S, k E) S {
	r := slices.Clone(s)
	for i := range r {
		r[i] *= k
	}
	return r
}

type Vec []int

func (v Vec) String() string { return fmt.Sprintf("Vec%d", len(v)) }

type Setter[T any] interface {
	*T
	Set(string)
}
type Int struct{ n int }

func (i *Int) Set(s string) { i.n, _ = strconv.Atoi(s) }

func Parse[T any, P Setter[T]](ss ...string) []T {
	r := make([]T, len(ss))
	for i, s := range ss {
		P(&r[i]).Set(s)
	}
	return r
}

type Pair[K cmp.Ordered, V any] struct {
	Key K
	Val V
}

func MakePair[K cmp.Ordered, V any](k K, v V) Pair[K, V] { return Pair[K, V]{k, v} }
func (p Pair[K, V]) Less(q Pair[K, V]) bool              { return p.Key < q.Key }

type Opt[T any] struct{ p *T }

func Some[T any](v T) Opt[T] { return Opt[T]{&v} }
func (o Opt[T]) Or(d T) T {
	if o.p == nil {
		return d
	}
	return *o.p
}

func Zero[T any]() (z T)     { return }
func Kind[T any](v T) string { return fmt.Sprintf("%T", v) }
func Apply[T any](v T, fs ...func(T) T) T {
	for _, f := range fs {
		v = f(v)
	}
	return v
}
func Is[T any](v any) bool         { _, ok := v.(T); return ok }
func Eq[T comparable](a, b T) bool { return a == b }
func double[T Number](x T) T       { return x * 2 }

func main() {
	fmt.Println(Map([]int{1, 2}, strconv.Itoa), Map(Vec{3, 4}, func(i int) float64 { return float64(i) / 2 }))
	fmt.Println(Sum(1, 2.5), Sum[int](), Scale(Vec{1, 2, 3}, 2), Scale([]float64{1}, 1.5))
	fmt.Println(Parse[Int]("4", "50", "x"))
	p := MakePair("a", 1)
	fmt.Printf("%v %T %t\n", p, p, p.Less(MakePair("b", 9)))
	fmt.Println(Some(3).Or(4), Opt[string]{}.Or("def"), Zero[*int]() == nil, Zero[[2]string]())
	fmt.Println(Kind(p), Kind(Some("x")), Kind(Opt[Pair[string, []Vec]]{}), Kind[any](1), Kind[error](nil))
	fmt.Println(Apply(5, double, double[int]), Is[int](1), Is[fmt.Stringer](Vec{}), Is[Opt[int]](Some(1)), Is[Opt[int]](Some("")))
	fmt.Println(Eq(1, 1), Eq[any](1, "x"), Eq(Pair[int, any]{1, 2}, Pair[int, any]{1, 2}))
	var f func(float64) float64 = double
	fmt.Println(f(1.25), slices.MaxFunc([]Pair[int, string]{{1, "a"}, {5, "b"}, {3, "c"}}, func(a, b Pair[int, string]) int { return cmp.Compare(a.Key, b.Key) }))
}
