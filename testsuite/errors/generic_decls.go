package main

type T[P any] struct{ f P }
type U[P Q] struct{}
type V[P int] struct{}
type W[P T] struct{}
type X[P any] P
type Y[P any, Q P] struct{}
type Z = T
type A[P any] = T[P]

func (t T[P]) m(x P) P { return t.f }
func (t T[P, Q]) n()   {}
func (t T) o()         {}
func (t T[int]) p()    {}
func (t A[P]) q()      {}

func f[T any](T) { var _ T[int] }
func g[P any](x P) { x.foo() }

func main() {
	var a T
	var b T[int, int]
	var c T[undefined]
	var d V[string]
	var e V[int]
	var h int[string]
	_, _, _, _, _, _ = a, b, c, d, e, h
}
