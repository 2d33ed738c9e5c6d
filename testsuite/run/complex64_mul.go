// Products of complex64 are computed in float64, as gc computes them.
package main

import "fmt"

//go:noinline
func mul(x, y complex64) complex64 { return x * y }

//go:noinline
func mul1(x, y complex64) complex64 { return x*y + 1 }

func main() {
	x, y := complex64(complex(-996.999, 8388610)), complex64(complex(0.001, 2.5))
	p := mul(x, y)
	fmt.Println(p, real(p), imag(p), mul1(x, y))
	fmt.Println(float64(real(p)))
	q := x * y
	fmt.Println(q, q*q, q*x)
}
