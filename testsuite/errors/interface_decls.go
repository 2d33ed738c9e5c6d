package main

type A interface {
	m()
	m()
}
type B interface {
	m(int)
}
type C interface {
	B
	m(string)
}
type D interface {
	int
}
type E interface{ ~int | string }

var x E
var y D

func f(E) {}

type F interface {
	_()
	n(a int, b)
}
type G struct{ E }

func main() { _ = any(x).(E) }
