package main

type M interface{ m() }
type My int

type A interface{ int | M }
type B interface{ int | comparable }
type C interface{ int | int }
type D interface{ ~int | int }
type E interface{ ~My }
type F interface{ *int | ~string | []byte }
type G interface {
	int
	string
}

func f[T G]() {}

func main() {
	var x F
	f[int]()
	_ = x
}
