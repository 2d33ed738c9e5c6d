// Complex numbers: arithmetic, division by zero, comparison, printing.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func ops(a, b complex128) { fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != b) }

//go:noinline
func ops64(a, b complex64) { fmt.Println(a+b, a-b, a*b, a/b) }

type C complex128

func (c C) Conj() C { return C(complex(real(c), -imag(c))) }

func mandel(c complex128) int {
	z := 0i
	for i := range 50 {
		if z = z*z + c; real(z)*real(z)+imag(z)*imag(z) > 4 {
			return i
		}
	}
	return 50
}

func main() {
	ops(1+2i, 3-4i)
	ops(0, 1i)
	ops(2.5, 2.5)
	ops(1+1i, 0)
	ops64(1+2i, 3-4i)
	z := complex(math.Inf(1), 0)
	nan := complex(math.NaN(), 1)
	fmt.Println(nan == nan, z/z, z*0)
	fmt.Println(C(3+4i).Conj(), real(C(1i)))
	fmt.Printf("%v %.2f %g %T %T\n", 1+2i, 1.234-5.678i, complex64(1), real(complex64(1)), 1i)
	for y := -1.0; y <= 1; y += 0.5 {
		for x := -2.0; x <= 1; x += 0.25 {
			fmt.Print(mandel(complex(x, y)) % 10)
		}
		fmt.Println()
	}
	m := map[complex128]string{1i: "i", 0: "zero"}
	fmt.Println(m[1i*1i*1i*1i*1i], m[complex(0, 0)], 1i*1i == -1)
	arr := [2]complex64{1, 2i}
	arr[0] += 1i
	arr[1] *= arr[0]
	p := &arr[1]
	*p /= 2
	fmt.Println(arr, any(arr[0]) == any(complex64(1+1i)))
	switch 1i * 1i {
	case -1:
		fmt.Println("minus one")
	}
}
