// Complex numbers: arithmetic, division corner cases, comparison, parts, printing, conversion, as keys and array elements.
package main

import (
	"fmt"
	"math"
)

type C complex64
type poly []complex128

func (p poly) eval(x complex128) (y complex128) {
	for i := len(p) - 1; i >= 0; i-- {
		y = y*x + p[i]
	}
	return
}

func (p poly) roots() []complex128 {
	n := len(p) - 1
	r := make([]complex128, n)
	r[0] = 1
	for i := 1; i < n; i++ {
		r[i] = r[i-1] * (0.4 + 0.9i)
	}
	for range 60 {
		for i := range r {
			q := p.eval(r[i])
			d := p[n]
			for j := range r {
				if j != i {
					d *= r[i] - r[j]
				}
			}
			r[i] -= q / d
		}
	}
	return r
}

func fft(a []complex128, inv bool) {
	n := len(a)
	if n == 1 {
		return
	}
	e, o := make([]complex128, n/2), make([]complex128, n/2)
	for i := range n / 2 {
		e[i], o[i] = a[2*i], a[2*i+1]
	}
	fft(e, inv)
	fft(o, inv)
	ang := 2 * math.Pi / float64(n)
	if inv {
		ang = -ang
	}
	w, wn := complex(1, 0), complex(math.Cos(ang), math.Sin(ang))
	for i := range n / 2 {
		a[i], a[i+n/2] = e[i]+w*o[i], e[i]-w*o[i]
		w *= wn
	}
}

//go:noinline
func id[T any](x T) T { return x }

func main() {
	a, b := id(3+4i), id(-1+2i)
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == b, a != b, real(a), imag(b), a*a == -7+24i)
	inf, nan := math.Inf(1), math.NaN()
	for _, x := range []complex128{0, 1, 1i, complex(inf, 0), complex(0, inf), complex(nan, 1), complex(-inf, inf), complex(1e300, 1e300), complex(math.Copysign(0, -1), 0)} {
		for _, y := range []complex128{0, 1i, 2 + 1i, complex(inf, 1), complex(nan, nan), complex(1e-300, 1e300)} {
			fmt.Print(id(x)/id(y), id(x)*id(y), " ")
		}
		fmt.Println()
	}
	var c C = 1 + 2i
	c *= C(complex64(a))
	c -= 1i
	c /= 2
	fmt.Println(c, real(c), imag(c), complex128(c)*1e10)
	fmt.Printf("%T %T %T %T\n", real(c), real(a), c, complex(float32(1), 2))
	fmt.Printf("%v %.2f %8.3f %e %g %+v %06.1f %x\n", a, a, b, a, 1e21+1e-7i, b, a, 1.5i)
	println(a, b, complex64(c), complex(nan, -inf), 0i)
	m := map[complex128]int{1i: 1, 1: 2, complex(0, 2): 3}
	m[1i*1i*-1i] += 10
	m[-1i*1i] += 20
	fmt.Println(m[1i], m[1], len(m), map[any]int{1i: 5, 1: 6, 1.0: 7}[1i])
	arr := [2]complex64{1, 2i}
	fmt.Println(arr == [2]complex64{1 + 0i, 2i}, any(arr[1]) == any(complex64(2i)), any(arr[0]) == any(1+0i))
	for _, r := range (poly{-6, 11, -6, 1}).roots() {
		fmt.Printf("%.6f ", real(r)+0)
	}
	fmt.Println()
	v := []complex128{1, 2, 3, 4, 0, 0, 0, 0}
	fft(v, false)
	for i := range v {
		v[i] *= v[i]
	}
	fft(v, true)
	for _, x := range v {
		fmt.Print(math.Round(real(x)/8), " ")
	}
	fmt.Println()
	const k = (1 + 2i) * (3 - 1i) / 5i
	const ri = real(k) * 10
	var f float64 = real(k) + imag(k)
	var n int = ri
	fmt.Println(k, f, n, 'a'+0i, 1<<3+0i, real(2i), complex(1, 2) == 1+2i)
	p := &v[3]
	*p = complex(imag(*p), 7)
	q, r := real(*p), imag(v[3])
	fmt.Println(math.Abs(q) < 1e-9, r)
}
