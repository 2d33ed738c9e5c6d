// Generic types: recursive, mutually recursive, nested instances, embedded parameters' structs, methods returning other instances, local types.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type Expr[T any] interface{ Eval(env map[string]T) T }
type Lit[T any] struct{ v T }
type Var[T any] string
type Bin[T any] struct {
	op   func(T, T) T
	l, r Expr[T]
}

func (l Lit[T]) Eval(map[string]T) T      { return l.v }
func (v Var[T]) Eval(env map[string]T) T  { return env[string(v)] }
func (b *Bin[T]) Eval(env map[string]T) T { return b.op(b.l.Eval(env), b.r.Eval(env)) }

type Tree[K, V any] struct {
	root *node[K, V]
	less func(a, b K) bool
}
type node[K, V any] struct {
	key  K
	val  V
	kids [2]*node[K, V]
	tree *Tree[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) *Tree[K, V] {
	p := &t.root
	for *p != nil {
		n := *p
		switch {
		case t.less(k, n.key):
			p = &n.kids[0]
		case t.less(n.key, k):
			p = &n.kids[1]
		default:
			n.val = v
			return t
		}
	}
	*p = &node[K, V]{key: k, val: v, tree: t}
	return t
}

func (n *node[K, V]) each(f func(K, V)) {
	if n != nil {
		n.kids[0].each(f)
		f(n.key, n.val)
		n.kids[1].each(f)
	}
}

func Invert[K, V any](t *Tree[K, V], less func(a, b V) bool) *Tree[V, []K] {
	out := &Tree[V, []K]{less: less}
	t.root.each(func(k K, v V) {
		var ks []K
		out.root.each(func(w V, l []K) {
			if !less(v, w) && !less(w, v) {
				ks = l
			}
		})
		out.Put(v, append(ks, k))
	})
	return out
}

type Maybe[T any] struct {
	v  *T
	up []Maybe[T]
}

func Just[T any](v T) Maybe[T]        { return Maybe[T]{v: &v} }
func Ref[T any](m Maybe[T]) Maybe[*T] { return Maybe[*T]{v: &m.v} }

type Matrix[T ~int | ~float64] [][]T

func (m Matrix[T]) Mul(o Matrix[T]) Matrix[T] {
	type acc struct{ sum T }
	out := make(Matrix[T], len(m))
	for i := range m {
		out[i] = make([]T, len(o[0]))
		for j := range o[0] {
			var a acc
			for k := range o {
				a.sum += m[i][k] * o[k][j]
			}
			out[i][j] = a.sum
		}
	}
	return out
}

type Base[T any] struct{ items []T }

func (b *Base[T]) Add(x T) { b.items = append(b.items, x) }
func (b Base[T]) Len() int { return len(b.items) }

type Named[T any] struct {
	Base[T]
	*Extra[string, T]
	name string
}
type Extra[A, B any] struct{ m map[any]B }

func (e *Extra[A, B]) Put(a A, b B) { e.m[a] = b }

type Even[T any] struct {
	o *Odd[T]
	v T
}
type Odd[T any] struct {
	e []Even[T]
	f func(Even[T]) Odd[T]
}

func (e Even[T]) count() int {
	if e.o == nil {
		return 1
	}
	n := 1
	for _, x := range e.o.e {
		n += x.count()
	}
	return n
}

type Alias[T any] = map[string]Tree[T, T]
type Func[T any] func(T) Func[T]

func main() {
	add := func(a, b int) int { return a + b }
	var e Expr[int] = &Bin[int]{add, Lit[int]{3}, &Bin[int]{func(a, b int) int { return a * b }, Var[int]("x"), Lit[int]{7}}}
	fmt.Println(e.Eval(map[string]int{"x": 6}), (&Bin[string]{func(a, b string) string { return a + b }, Var[string]("q"), Lit[string]{"!"}}).Eval(map[string]string{"q": "hi"}))
	t := &Tree[string, int]{less: func(a, b string) bool { return a < b }}
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog again") {
		t.Put(w, len(w)*(1+i%2))
	}
	inv := Invert(t, func(a, b int) bool { return a > b })
	inv.root.each(func(k int, v []string) { fmt.Print(k, v, " ") })
	fmt.Printf("%T %v\n", inv, inv.root.tree == inv)
	r := Ref(Ref(Just(5)))
	***r.v = 9
	fmt.Printf("%d %T\n", ***r.v, r.up)
	m := Matrix[int]{{1, 1}, {1, 0}}
	p := m
	for range 10 {
		p = p.Mul(m)
	}
	fmt.Println(p, Matrix[float64]{{0.5}}.Mul(Matrix[float64]{{4, 6}}))
	n := Named[[]int]{name: "n", Extra: &Extra[string, []int]{map[any][]int{}}}
	n.Add([]int{1, 2})
	n.Put("k", n.items[0])
	n.Put("l", nil)
	n.items[0][1] = 20
	fmt.Println(n.Len(), n.m, len(n.Extra.m))
	ev := Even[string]{o: &Odd[string]{e: []Even[string]{{}, {o: &Odd[string]{e: make([]Even[string], 3)}}}}}
	fmt.Println(ev.count())
	a := Alias[int]{"t": {less: func(a, b int) bool { return a < b }}}
	tr := a["t"]
	tr.Put(3, 4).Put(1, 2).Put(3, 5)
	var keys []int
	tr.root.each(func(k, v int) { keys = append(keys, k*10+v) })
	sort.Sort(sort.Reverse(sort.IntSlice(keys)))
	fmt.Println(keys, a["t"].root == nil)
	var f Func[int]
	total := 0
	f = func(x int) Func[int] { total += x; return f }
	f(1)(2)(3)
	fmt.Println(total)
}
