package main

type A interface{ m() int }
type B interface{ m() string }
type C interface {
	A
	B
}
type D struct{}

func (D) m() int { return 1 }

var _ C = D{}
var _ A = D{}
var _ B = D{}
var _ A = &D{}
var _ A = (*A)(nil)

func main() {}
