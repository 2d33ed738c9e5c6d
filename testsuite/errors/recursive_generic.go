package main

type List[T any] struct {
	next *List[T]
	val  T
}
type Bad[T any] struct{ b Bad[T] }
type Tree[T any] struct{ kids []Tree[T] }
type Inf[T any] struct{ p *Inf[[]T] }
type A[T any] struct{ b B[T] }
type B[T any] struct{ a A[T] }

func grow[T any](n int, x T) {
	if n > 0 {
		grow(n-1, []T{x})
	}
}

func main() {
	grow(3, 1)
	var l List[int]
	l.next.val = "a"
}
