// Range over functions: defer, panics, early return, misuse.
package main

import "fmt"

type List[T any] struct {
	head *node[T]
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(vs ...T) *List[T] {
	for _, v := range vs {
		l.head = &node[T]{v, l.head}
	}
	return l
}

func (l *List[T]) All(yield func(T) bool) {
	for n := l.head; n != nil; n = n.next {
		if !yield(n.v) {
			return
		}
	}
}

func Filter[T any](seq func(func(T) bool), keep func(T) bool) func(func(T) bool) {
	return func(yield func(T) bool) {
		for v := range seq {
			if keep(v) && !yield(v) {
				return
			}
		}
	}
}

func deferred(l *List[int]) (s string) {
	defer func() { s += " outer" }()
	for v := range l.All {
		defer func() { s += fmt.Sprint(" d", v) }()
		if v == 2 {
			return "ret"
		}
	}
	return "end"
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func run(name string, f func()) {
	defer func() { fmt.Println(name, "recovered:", recover()) }()
	f()
}

func main() {
	l := new(List[int]).Add(1, 2, 3, 4, 5)
	for v := range l.All {
		fmt.Print(v, " ")
	}
	fmt.Println()
	for v := range Filter(l.All, func(n int) bool { return n%2 == 1 }) {
		if v == 1 {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println()
	fmt.Println(deferred(l))
	run("bad", func() {
		for range bad {
			break
		}
	})
	run("body", func() {
		for v := range l.All {
			if v == 3 {
				panic("in body")
			}
		}
	})
	func() {
		for v := range l.All {
			for w := range l.All {
				if v+w == 3 {
					fmt.Println("found", v, w)
					return
				}
			}
		}
	}()
	var fs []func() int
	for v := range l.All {
		fs = append(fs, func() int { v++; return v })
	}
	fmt.Println(fs[0](), fs[0](), fs[1]())
	for range func(y func() bool) { _ = y() && y() && y() } {
		fmt.Print("tick ")
	}
	fmt.Println()
}
