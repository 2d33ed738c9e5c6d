// Detecting overflow by hand in all the usual ways, saturating and wrapping parsers, checked arithmetic against wide arithmetic.
package main

import (
	"errors"
	"fmt"
	"math/bits"
)

var errRange, errSyntax = errors.New("range"), errors.New("syntax")

func parse[T int8 | int16 | int32 | int64](s string) (v T, err error) {
	neg := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		neg, s = s[0] == '-', s[1:]
	}
	if s == "" {
		return 0, errSyntax
	}
	for _, c := range []byte(s) {
		if c -= '0'; c > 9 {
			return 0, errSyntax
		}
		d := T(c)
		if neg {
			d = -d
		}
		w := v * 10
		if w/10 != v {
			return v, errRange
		}
		x := w + d
		if neg && x > w || !neg && x < w {
			return v, errRange
		}
		v = x
	}
	return
}

func add[T int8 | int16](a, b T) (T, bool) {
	c := a + b
	return c, (c > a) == (b > 0) || b == 0
}
func sub[T int8 | int16](a, b T) (T, bool) {
	c := a - b
	return c, (a^b)&(a^c) >= 0
}
func mul[T int8 | int16](a, b T) (T, bool) {
	if a == 0 || b == 0 {
		return 0, true
	}
	c := a * b
	if (c < 0) != ((a < 0) != (b < 0)) {
		return c, false
	}
	return c, c/b == a && !(a == -1 && b == -b) && !(b == -1 && a == -a)
}

func check8() (bad int) {
	for a := -128; a < 128; a++ {
		for b := -128; b < 128; b++ {
			for i, f := range []func(int8, int8) (int8, bool){add[int8], sub[int8], mul[int8]} {
				wide := [3]int{a + b, a - b, a * b}[i]
				r, ok := f(int8(a), int8(b))
				if r != int8(wide) || ok != (wide == int(int8(wide))) {
					bad++
				}
			}
		}
	}
	return
}

func mulU(a, b uint64) (uint64, bool) {
	hi, lo := bits.Mul64(a, b)
	return lo, hi == 0
}

func fact() (n int, v uint64) {
	v = 1
	for n = 1; ; n++ {
		w, ok := mulU(v, uint64(n))
		if !ok {
			return n - 1, v
		}
		v = w
	}
}

func pow(b, e, m uint32) uint32 {
	r := uint64(1)
	for x := uint64(b); e > 0; e >>= 1 {
		if e&1 != 0 {
			r = r * x % uint64(m)
		}
		x = x * x % uint64(m)
	}
	return uint32(r)
}

func prime(n uint32) bool {
	if n < 2 || n%2 == 0 {
		return n == 2
	}
	d, s := n-1, 0
	for ; d%2 == 0; d /= 2 {
		s++
	}
next:
	for _, a := range []uint32{2, 7, 61} {
		x := pow(a, d, n)
		if a%n == 0 || x == 1 || x == n-1 {
			continue
		}
		for range s - 1 {
			if x = uint32(uint64(x) * uint64(x) % uint64(n)); x == n-1 {
				continue next
			}
		}
		return false
	}
	return true
}

func main() {
	for _, s := range []string{"0", "127", "128", "-128", "-129", "32767", "-32768", "32768", "2147483647", "-2147483649", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "", "-", "+5", "1x", "99999999999999999999", "00012"} {
		a, e1 := parse[int8](s)
		b, e2 := parse[int16](s)
		c, e3 := parse[int32](s)
		d, e4 := parse[int64](s)
		fmt.Println(a, e1, b, e2, c, e3, d, e4)
	}
	fmt.Println(check8())
	fmt.Println(fact())
	n := 0
	for i := range uint32(5000) {
		if prime(i) {
			n++
		}
	}
	fmt.Println(n, prime(4294967291), prime(4294967295), prime(3215031751), pow(3, 1<<31, 1<<32-5))
}
