package list

import "iter"

type node[T any] struct {
	v    T
	next *node[T]
}

type List[T any] struct {
	head, tail *node[T]
	n          int
}

var made int

func Of[T any](xs ...T) *List[T] {
	made++
	l := new(List[T])
	for _, x := range xs {
		l.Add(x)
	}
	return l
}

func Made() int { return made }

func (l *List[T]) Add(v T) *List[T] {
	n := &node[T]{v: v}
	if l.tail == nil {
		l.head, l.tail = n, n
	} else {
		l.tail.next, l.tail = n, n
	}
	l.n++
	return l
}

func (l *List[T]) All() iter.Seq2[int, T] {
	return func(yield func(int, T) bool) {
		i := 0
		for n := l.head; n != nil && yield(i, n.v); n = n.next {
			i++
		}
	}
}

func (l *List[T]) Len() int { return l.n }

func Map[A, B any](l *List[A], f func(A) B) *List[B] {
	out := Of[B]()
	for _, a := range l.All() {
		defer func() { last = any(a) }()
		out.Add(f(a))
	}
	return out
}

var last any

func Last() any { return last }

func Fold[A, B any](l *List[A], b B, f func(B, A) B) B {
	for _, a := range l.All() {
		b = f(b, a)
	}
	return b
}
