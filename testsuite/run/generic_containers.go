package main

import (
	"cmp"
	"errors"
	"fmt"
	"sort"
	"strings"
)

// A binary search tree ordered by a comparison function.
type Tree[K, V any] struct {
	root    *node[K, V]
	compare func(a, b K) int
	n       int
}

type node[K, V any] struct {
	key         K
	val         V
	left, right *node[K, V]
}

func NewTree[K cmp.Ordered, V any]() *Tree[K, V] {
	return &Tree[K, V]{compare: cmp.Compare[K]}
}

func (t *Tree[K, V]) find(k K) **node[K, V] {
	p := &t.root
	for *p != nil {
		switch c := t.compare(k, (*p).key); {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			return p
		}
	}
	return p
}

func (t *Tree[K, V]) Put(k K, v V) (old V, had bool) {
	p := t.find(k)
	if *p != nil {
		old, (*p).val = (*p).val, v
		return old, true
	}
	*p = &node[K, V]{key: k, val: v}
	t.n++
	return
}

func (t *Tree[K, V]) Get(k K) (v V, ok bool) {
	if p := *t.find(k); p != nil {
		return p.val, true
	}
	return
}

func (n *node[K, V]) walk(yield func(K, V) bool) bool {
	return n == nil || n.left.walk(yield) && yield(n.key, n.val) && n.right.walk(yield)
}

func (t *Tree[K, V]) All() func(yield func(K, V) bool) {
	return func(yield func(K, V) bool) { t.root.walk(yield) }
}

// A stack with an error for the empty one.
type Stack[E any] []E

var errEmpty = errors.New("empty stack")

func (s *Stack[E]) Push(e ...E) { *s = append(*s, e...) }
func (s *Stack[E]) Pop() (e E, err error) {
	if len(*s) == 0 {
		return e, errEmpty
	}
	e = (*s)[len(*s)-1]
	*s = (*s)[:len(*s)-1]
	return
}

// A set with the operations that need equality only.
type Set[T comparable] map[T]struct{}

func SetOf[T comparable](list ...T) Set[T] {
	s := make(Set[T])
	for _, x := range list {
		s[x] = struct{}{}
	}
	return s
}

func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }
func (s Set[T]) And(t Set[T]) Set[T] {
	r := Set[T]{}
	for x := range s {
		if t.Has(x) {
			r[x] = struct{}{}
		}
	}
	return r
}

func sortedKeys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	return keys
}

func Map[A, B any](s []A, f func(A) B) []B {
	r := make([]B, len(s))
	for i, x := range s {
		r[i] = f(x)
	}
	return r
}

func Reduce[A, B any](s []A, b B, f func(B, A) B) B {
	for _, x := range s {
		b = f(b, x)
	}
	return b
}

type point struct{ x, y int }

func main() {
	t := NewTree[string, int]()
	for i, w := range strings.Fields("the quick brown fox jumps over the lazy dog the end") {
		if old, had := t.Put(w, i); had {
			fmt.Println("again", w, old)
		}
	}
	for k, v := range t.All() {
		fmt.Print(k, "=", v, " ")
		if k == "lazy" {
			break
		}
	}
	fmt.Println(t.n)
	fmt.Println(t.Get("fox"))
	fmt.Println(t.Get("cat"))

	var s Stack[point]
	s.Push(point{1, 2}, point{3, 4})
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	fmt.Printf("%T %T %T\n", s, t, SetOf(1.5))

	a, b := SetOf(1, 2, 3, 4), SetOf(3, 4, 5)
	fmt.Println(sortedKeys(a.And(b)), a.Has(5), SetOf(point{1, 1}).Has(point{1, 1}))
	words := Map([]int{3, 1, 2}, func(i int) string { return strings.Repeat("x", i) })
	fmt.Println(words, Reduce(words, 0, func(n int, s string) int { return n + len(s) }))
}
