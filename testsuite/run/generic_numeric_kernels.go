// Generic numeric code over all widths: dot products, polynomial hashing, saturation, interleaving, prefix sums; against plain code.
package main

import "fmt"

type num interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}
type whole interface {
	~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64
}

func dot[T num](a, b []T) (s T) {
	for i := range a {
		s += a[i] * b[i]
	}
	return
}

func prefix[T num](a []T) []T {
	out := make([]T, len(a))
	var s T
	for i, x := range a {
		s += x
		out[i] = s
	}
	return out
}

func poly[T whole](a []T, base T) (h T) {
	for i := len(a) - 1; i >= 0; i-- {
		h = h*base + a[i]
	}
	return
}

func limits[T whole]() (lo, hi T) {
	for x := T(1); x != 0; x <<= 1 {
		if x > 0 {
			hi |= x
		} else {
			lo = x
		}
	}
	return
}

func satAdd[T whole](a, b T) T {
	lo, hi := limits[T]()
	switch s := a + b; {
	case b > 0 && s < a:
		return hi
	case b < 0 && s > a:
		return lo
	default:
		return s
	}
}

func avg[T whole](a, b T) T { return a&b + (a^b)>>1 }
func sign[T num](x T) int {
	if x > 0 {
		return 1
	} else if x < 0 {
		return -1
	}
	return 0
}
func pow[T num](x T, n uint) T {
	r := T(1)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r *= x
		}
		x *= x
	}
	return r
}
func isqrt[T whole](x T) (r T) {
	for b := T(1) << 3; b > 0; b >>= 1 {
		if t := r | b; t <= x/t {
			r = t
		}
	}
	return
}
func rev[T whole](x T) (r T) {
	for b := T(1); b != 0; b <<= 1 {
		r <<= 1
		if x&b != 0 {
			r |= 1
		}
	}
	return
}
func minmax[T num](a ...T) (lo, hi T) {
	lo, hi = a[0], a[0]
	for _, x := range a[1:] {
		lo, hi = min(lo, x), max(hi, x)
	}
	return
}

func all[T whole](name string) {
	var a, b []T
	x := uint64(1)
	for range 37 {
		x = x*6364136223846793005 + 1442695040888963407
		a = append(a, T(x>>30))
		b = append(b, T(x>>41)-5)
	}
	lo, hi := limits[T]()
	l, h := minmax(a...)
	p := prefix(a)
	var r T
	s := 0
	for i := range a {
		r ^= rev(a[i]) + avg(a[i], b[i]) + satAdd(a[i], b[i])
		s += sign(b[i])
	}
	fmt.Println(name, dot(a, b), p[36], poly(a, 31), lo, hi, satAdd(hi, 1), satAdd(lo, lo), l, h, r, s, pow(a[3], 5), isqrt(T(100)), avg(hi, hi-2))
}

type F float32

func main() {
	all[int8]("int8")
	all[int16]("int16")
	all[int32]("int32")
	all[int64]("int64")
	all[uint8]("uint8")
	all[uint16]("uint16")
	all[uint32]("uint32")
	all[uint64]("uint64")
	f := []float64{0.1, 0.2, 0.3, -4}
	g := []F{0.1, 0.2, 0.3, -4}
	fmt.Println(dot(f, f), dot(g, g), prefix(f), prefix(g), pow(1.1, 10), pow(F(1.1), 10), sign(-0.0), sign(F(-2)))
	fmt.Println(minmax(f...))
	fmt.Println(minmax(g...))
}
