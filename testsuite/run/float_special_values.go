// NaN, infinities and signed zeros: arithmetic, comparison, switch, maps, min and max, formatting, conversions.
package main

import (
	"fmt"
	"math"
)

type F float32

//go:noinline
func id[T any](x T) T { return x }

func bits(x float64) string {
	b := math.Float64bits(x)
	if x != x {
		return "nan"
	}
	return fmt.Sprintf("%x", b>>48)
}

func cmp(a, b float64) (s string) {
	for _, t := range []bool{a == b, a != b, a < b, a <= b, a > b, a >= b, !(a < b), !(a >= b), !(a == b)} {
		if t {
			s += "1"
		} else {
			s += "0"
		}
	}
	return
}

func sw(x float64) string {
	switch x {
	case 0:
		return "zero"
	case math.Inf(1):
		return "inf"
	case math.NaN():
		return "impossible"
	case x:
		return "self"
	}
	return "none"
}

func branch(a, b float64) (n int) {
	if a < b {
		n |= 1
	}
	if !(a < b) {
		n |= 2
	}
	if a >= b || a != b {
		n |= 4
	}
	for x := a; x < b && n < 100; x += 1 {
		n += 8
	}
	return
}

func main() {
	zero := id(0.0)
	nz, inf, nan := -zero, 1/zero, zero/zero
	nz = math.Copysign(0, -1)
	vals := []float64{0, nz, 1, -1, inf, -inf, nan, math.MaxFloat64, math.SmallestNonzeroFloat64, -5e-324, 1.5}
	for _, a := range vals {
		for _, b := range vals {
			fmt.Print(cmp(a, b), bits(a+b), bits(a-b), bits(a*b), bits(a/b), bits(min(a, b)), bits(max(a, b)), branch(a, b), " ")
		}
		fmt.Println(sw(a), a, -a, F(a), a == a && math.Signbit(-a), math.IsNaN(a))
	}
	m := map[float64]string{nan: "n1", math.NaN(): "n2", 0: "zero", inf: "inf"}
	m[nz] = "negative zero"
	m[nan] = "n3"
	_, ok := m[nan]
	n := 0
	for k, v := range m {
		if k != k {
			n += len(v)
		}
	}
	delete(m, nan)
	fmt.Println(len(m), m[0], ok, n, m[inf])
	clear(m)
	fmt.Println(len(m))
	mi := map[any]int{nan: 1, any(F(0)): 2, 0.0: 3}
	mi[nan]++
	fmt.Println(len(mi), mi[nz], mi[F(nz)], mi[nan])
	arr := [2]float64{0, 1}
	arr2 := [2]float64{nz, 1}
	fmt.Println(arr == arr2, [1]float64{nan} == [1]float64{nan}, any(nan) == any(nan), struct{ f F }{F(nan)} == struct{ f F }{F(nan)}, any(nz) == any(0.0))
	fmt.Println(0*id(-1.0), 1/(0*id(-1.0)), zero*-1 == 0, 1/nz, -zero, 1/(-zero), zero-zero, 1/(nz+nz), 1/(nz-zero), 1/(zero+nz))
	var f32 F = 1e38
	f32 *= 10
	fmt.Println(f32, -f32, f32-f32, F(id(1e-46)), F(id(7.1e-46)), id(F(16777216))+1, float64(F(0.1)))
	fmt.Printf("%v %+v %08.3f %e %g %6.2f|%-8v|%+.1e|% d\n", nan, inf, -inf, nan, nz, nan, inf, nz, int(id(-3.99)))
	x := id(0.1)
	fmt.Println(x+0.2 == 0.3, x+0.2, float32(x)+0.2 == 0.3, 3*x == 0.3, 1-0.9*id(1.0) == 0.1)
}
