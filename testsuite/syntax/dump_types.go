package p

import . "fmt"
import (
	_ "embed"
	m "math"
)

type (
	A       [N]int
	B[P any] []P
	C[P *T,] int
	D[P interface{ ~int | ~string }, Q, R comparable] struct{}
	E       = map[string]*A
	F[T any] = B[T]
	G       struct {
		a, b int `json:"a"`
		T
		*pkg.U "tag"
		V[int]
		w [N]int
		x []int
		y pkg.W[int, string]
		z func(int, ...string) (a, b error)
	}
	H interface {
		m(a int) string
		I
		pkg.J
		~int | string | K[int]
		n()
	}
	L [N * M]int
	O [N]T
	P[Q (R),] int
	S[T *U | V,] int
	W[T []U] int
	X func(func(int), a.b, []c, ...d) (e func())
	Y chan<- chan <-chan int
	Z <-chan (<-chan int)
)

const (
	c0, c1 = iota, "x"
	c2, c3
	c4 int = 1
)

var v, w int = 1, 2

func f(a [n]int, b []int, c d.e, g h[i])       {}
func g(a, b[int], c.d[e], []f, *g, (h), ...j) {}
func (r *T[P, _]) m() (int, error)             { return 0, nil }
func h[P any, Q ~[]P](p P) (q Q)               { return }
func external(int)
