// Generic aliases, instances as embedded fields, method values of instances, arrays sized by constants, identical types by many ways.
package main

import "fmt"

type Pair[A, B any] struct {
	First  A
	Second B
}
type Same[T any] = Pair[T, T]
type Str[T any] = Pair[string, T]
type Vec[T any] = []T
type Fn[A, B any] = func(A) B
type Nested[T any] = map[string]Same[Vec[T]]
type Ptr[T any] = *Pair[T, *T]

func (p Pair[A, B]) Swap() Pair[B, A] { return Pair[B, A]{p.Second, p.First} }
func (p *Pair[A, B]) Set(a A, b B)    { p.First, p.Second = a, b }
func MapF[A, B any](v Vec[A], f Fn[A, B]) (out Vec[B]) {
	for _, x := range v {
		out = append(out, f(x))
	}
	return
}

type Emb struct {
	Same[int]
	*Str[bool]
}
type Grid[T any] struct {
	cells [3][2]T
	n     int
}
type Num interface{ ~int | ~float64 }

func (g *Grid[T]) At(i, j int) *T { g.n++; return &g.cells[i][j] }
func Sum[T Num](g Grid[T]) (s T) {
	for _, r := range g.cells {
		for _, c := range r {
			s += c
		}
	}
	return
}

func typeName[T any]() string { return fmt.Sprintf("%T", *new(T)) }

func same[A, B any]() bool { _, ok := any(*new(A)).(B); return ok }

func main() {
	p := Same[int]{1, 2}
	q := Str[[]int]{"s", []int{3}}
	e := Emb{p, &Str[bool]{"b", true}}
	e.Same.Set(5, 6)
	e.Str.Set("c", false)
	swap, set := p.Swap, (&p).Set
	set(7, 8)
	fmt.Println(p, swap(), q.Swap(), e.Same, *e.Str, e.Same.Swap().First)
	fmt.Println(MapF(Vec[int]{1, 2}, func(i int) string { return fmt.Sprint(i, "!") }), MapF([]Same[int]{p}, Same[int].Swap))
	n := Nested[int]{"k": {First: Vec[int]{1}, Second: nil}}
	n["l"] = n["k"].Swap()
	fmt.Println(n, typeName[Nested[byte]](), typeName[Ptr[int]](), typeName[Fn[int, Str[error]]](), typeName[Same[Same[int]]]())
	fmt.Println(same[Same[int], Pair[int, int]](), same[Vec[int], []int](), same[Str[int], Pair[string, string]](), same[Fn[int, int], func(int) int]())
	var g Grid[float64]
	at := g.At
	for i := range 6 {
		*at(i/2, i%2) += float64(i) / 2
	}
	h := g
	*h.At(0, 0) = 100
	fmt.Println(Sum(g), Sum(h), g.n, h.n, Sum(Grid[int]{cells: [3][2]int{{1}, {2, 3}}}))
	x := 4
	r := Ptr[int](&Pair[int, *int]{1, &x})
	*r.Second++
	fmt.Println(x, r.First, any(p) == any(Pair[int, int]{7, 8}), map[any]int{p: 1}[Same[int]{7, 8}])
}
