// Generic functions, types, methods; constraints; type switches on type parameters.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type Ordered interface {
	~int | ~int8 | ~int32 | ~int64 | ~uint | ~float64 | ~string
}

func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func Reduce[T, A any](xs []T, a A, f func(A, T) A) A {
	for _, x := range xs {
		a = f(a, x)
	}
	return a
}

func Keys[M ~map[K]V, K Ordered, V any](m M) []K {
	var ks []K
	for k := range m {
		ks = append(ks, k)
	}
	sort.Slice(ks, func(i, j int) bool { return ks[i] < ks[j] })
	return ks
}

func Max[T Ordered](a T, rest ...T) T {
	for _, x := range rest {
		if x > a {
			a = x
		}
	}
	return a
}

type Pair[A, B any] struct {
	First  A
	Second B
}

func MakePair[A, B any](a A, b B) Pair[A, B]   { return Pair[A, B]{a, b} }
func (p Pair[A, B]) Swap() Pair[B, A]          { return Pair[B, A]{p.Second, p.First} }
func (p *Pair[A, B]) Set(a A)                  { p.First = a }
func (p Pair[A, B]) String() string            { return fmt.Sprintf("(%v; %v)", p.First, p.Second) }

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(xs ...T) Set[T] {
	for _, x := range xs {
		s[x] = struct{}{}
	}
	return s
}
func (s Set[T]) Has(x T) bool { _, ok := s[x]; return ok }

type Setter[T any] interface {
	*T
	Set(string)
}
type conf struct{ v string }

func (c *conf) Set(s string) { c.v = s }

func Build[T any, P Setter[T]](ss ...string) []T {
	out := make([]T, len(ss))
	for i, s := range ss {
		P(&out[i]).Set(s)
	}
	return out
}

type Number interface{ ~int | ~float64 }

func Kind[T any](x T) string {
	switch v := any(x).(type) {
	case int:
		return "int"
	case string:
		return "string " + v
	case []T:
		return "slice of T"
	case fmt.Stringer:
		return "stringer " + v.String()
	}
	var t any = *new(T)
	return fmt.Sprintf("%T", t)
}

type Node[T any] struct {
	val  T
	next *Node[T]
}
type Queue[T any] struct {
	head, tail *Node[T]
	n          int
}

func (q *Queue[T]) Push(v T) {
	n := &Node[T]{val: v}
	if q.tail == nil {
		q.head = n
	} else {
		q.tail.next = n
	}
	q.tail = n
	q.n++
}
func (q *Queue[T]) Drain(f func(T)) {
	for n := q.head; n != nil; n = n.next {
		f(n.val)
	}
	*q = Queue[T]{}
}

type Embeds[T any] struct {
	Queue[T]
	name string
}

func local[T any](x T) (string, any) {
	type box struct{ v T }
	b := box{x}
	return fmt.Sprintf("%v", b), b
}

func Convert[To, From Number](f From) To { return To(f) }

func Ptr[T any](x T) *T { return &x }

func Apply[F ~func(A) B, A, B any](f F, a A) B { return f(a) }

type op func(int) string

func len2[T ~string | ~[]byte](x T) (int, byte) { return len(x), x[0] }

type Tree[T interface{ Less(T) bool }] struct {
	v    T
	l, r *Tree[T]
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	if t == nil {
		return &Tree[T]{v: v}
	}
	if v.Less(t.v) {
		t.l = t.l.Insert(v)
	} else {
		t.r = t.r.Insert(v)
	}
	return t
}
func (t *Tree[T]) Walk(yield func(T) bool) {
	if t != nil {
		t.l.Walk(yield)
		yield(t.v)
		t.r.Walk(yield)
	}
}

type word string

func (w word) Less(o word) bool { return w < o }

type Alias[T any] = Pair[T, T]

func main() {
	fmt.Println(Map([]int{1, 2, 3}, func(i int) string { return strings.Repeat("x", i) }))
	fmt.Println(Reduce([]string{"a", "bb"}, 0, func(n int, s string) int { return n + len(s) }))
	fmt.Println(Keys(map[string]int{"z": 1, "a": 2}), Keys(map[int]bool{3: true, 1: false}))
	fmt.Println(Max(1, 5, 3), Max("a", "c", "b"), Max(2.5), Max[int8](1, 2))
	p := MakePair(1, "one")
	p.Set(2)
	fmt.Println(p, p.Swap(), p.Swap().Swap() == p)
	s := Set[string]{}.Add("a", "b")
	fmt.Println(s.Has("a"), s.Has("z"), len(s))
	fmt.Println(Build[conf]("x", "y"))
	fmt.Println(Kind(1), Kind("s"), Kind(p), Kind(2.5), Kind([]int{}))
	var q Embeds[float64]
	q.Push(1.5)
	q.Push(2.5)
	sum := 0.0
	q.Drain(func(f float64) { sum += f })
	fmt.Println(sum, q.n)
	a, b := local(3)
	c, d := local("s")
	_, e := local(4)
	fmt.Printf("%s %s %v %v\n", a, c, b == e, b == d)
	fmt.Println(Convert[int](3.9), Convert[float64](2), *Ptr("p"))
	fmt.Println(Apply(op(func(i int) string { return fmt.Sprint(i + 1) }), 41))
	fmt.Println(len2("hey"))
	fmt.Println(len2([]byte("you")))
	var t *Tree[word]
	for _, w := range []word{"m", "b", "x", "a"} {
		t = t.Insert(w)
	}
	for w := range t.Walk {
		fmt.Print(w, " ")
	}
	fmt.Println()
	f := Max[string]
	g := (*Pair[int, string]).Set
	g(&p, 99)
	fmt.Println(f("q", "r"), p, Alias[int]{1, 2})
	fmt.Printf("%T %T %T\n", p, q.Queue, s)
}
