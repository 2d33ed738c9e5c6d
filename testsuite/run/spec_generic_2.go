// Generics: recursive types, embedded fields, generic aliases, closures, type switches.
package main

import (
	"fmt"
	"iter"
	"sort"
	"strings"
)

type Ord interface{ ~int | ~string | ~float64 }

type Tree[K Ord, V any] struct {
	root *tnode[K, V]
	n    int
}
type tnode[K Ord, V any] struct {
	k    K
	v    V
	l, r *tnode[K, V]
}

func (t *Tree[K, V]) Put(k K, v V) {
	p := &t.root
	for *p != nil {
		switch {
		case k < (*p).k:
			p = &(*p).l
		case k > (*p).k:
			p = &(*p).r
		default:
			(*p).v = v
			return
		}
	}
	*p = &tnode[K, V]{k: k, v: v}
	t.n++
}

func (t *Tree[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}

func (n *tnode[K, V]) walk(y func(K, V) bool) bool {
	return n == nil || n.l.walk(y) && y(n.k, n.v) && n.r.walk(y)
}

type Set[T comparable] = map[T]struct{}

func Of[T comparable](xs ...T) Set[T] {
	s := Set[T]{}
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}

func describe[T any](x T) string {
	switch v := any(x).(type) {
	case int:
		return fmt.Sprint("int ", v+1)
	case []T:
		return "slice of T"
	case fmt.Stringer:
		return "stringer " + v.String()
	}
	return fmt.Sprintf("%T", x)
}

type Name string

func (n Name) String() string { return strings.ToUpper(string(n)) }

func Join[T fmt.Stringer](xs []T) (s string) {
	for _, x := range xs {
		s += x.String() + ";"
	}
	return
}

func Fold[A, T any](s []T, init A, f func(A, T) A) A {
	for _, x := range s {
		init = f(init, x)
	}
	return init
}

func Counter[T Ord](step T) func() T {
	var n T
	return func() T { n += step; return n }
}

type byKey[T any, K Ord] struct {
	s []T
	f func(T) K
}

func (b byKey[T, K]) Len() int           { return len(b.s) }
func (b byKey[T, K]) Less(i, j int) bool { return b.f(b.s[i]) < b.f(b.s[j]) }
func (b byKey[T, K]) Swap(i, j int)      { b.s[i], b.s[j] = b.s[j], b.s[i] }

func main() {
	var t Tree[string, int]
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog") {
		t.Put(w, i)
	}
	for k, v := range t.All() {
		fmt.Print(k, "=", v, " ")
		if k == "over" {
			break
		}
	}
	fmt.Println(t.n)
	fmt.Println(len(Of(1, 2, 1)), describe(1), describe("s"), describe(Name("n")), Join([]Name{"a", "b"}))
	fmt.Println(Fold([]int{1, 2, 3}, "", func(a string, n int) string { return a + fmt.Sprint(n) }))
	c, d := Counter(1.5), Counter("ab")
	c()
	d()
	fmt.Println(c(), d())
	w := []string{"ccc", "a", "bb"}
	sort.Sort(byKey[string, int]{w, func(s string) int { return len(s) }})
	fmt.Printf("%v %T\n", w, t)
}
