package main

type A interface {
	m()
	m()
}
type B interface {
	n(int)
}
type C interface {
	B
	n(string)
}
type D interface {
	B
	interface{ n(int) }
}
type E interface{ int }
type F interface{ E }

func main() {
	var e E
	_ = e
}
