// The same expressions on constants and on values the compiler cannot know: every operator and conversion must agree.
package main

import "fmt"

//go:noinline
func id[T any](x T) T { return x }

var bad, n int

func eq[T comparable](c, r T) {
	n++
	if c != r && (c == c || r == r) {
		bad++
		fmt.Println("differs", n, c, r)
	}
}

func ints() {
	const a, b = 1234567891, -987654
	x, y := id(a), id(b)
	eq(a+b, x+y)
	eq(a-b, x-y)
	eq(a*b, x*y)
	eq(a/b, x/y)
	eq(a%b, x%y)
	eq(b/1000, y/id(1000))
	eq(b%1000, y%id(1000))
	eq(a&b, x&y)
	eq(a|b, x|y)
	eq(a^b, x^y)
	eq(a&^b, x&^y)
	eq(b>>3, y>>id(3))
	eq(b<<7, y<<id(7))
	eq(-b, -y)
	eq(^a, ^x)
	const u = uint32(4000000000)
	v := id(u)
	eq(u/7, v/id(uint32(7)))
	eq(u>>5<<2, v>>id(5)<<2)
	eq(^u, ^v)
	eq(uint64(u)*uint64(u), uint64(v)*uint64(v))
	eq(float64(u)*1.5, float64(v)*1.5)
	const m = int8(-128)
	w := id(m)
	eq(m/2, w/id(int8(2)))
	eq(m%3, w%id(int8(3)))
	eq(int16(m)*2, int16(w)*2)
	eq(m>>7, w>>id(7))
}

func floats() {
	const f, g = 0.1, 3e10
	x, y := id(float64(f)), id(float64(g))
	eq(float64(f)*float64(g), x*y)
	eq(float64(float32(f)), float64(float32(x)))
	eq(float32(f)*float32(3), float32(x)*id(float32(3)))
	eq(int64(g), int64(y))
	eq(int32(-7.0), int32(id(-7.9)))
	eq(float64(1<<53+1), float64(id(int64(1<<53+1))))
	eq(float32(1<<24+1), float32(id(int32(1<<24+1))))
	eq(float32(16777219), float32(id(int64(16777219))))
	eq(complex128(1+2i)*(3-1i), id(1+2i)*id(3-1i))
	eq(real(complex64(0.1+1i)), real(complex64(id(0.1+1i))))
	eq(-f < 0 && f != g, -x < 0 && x != y)
	eq(uint64(1<<63), uint64(id(float64(1<<63))))
	eq(min(f, g, 2), min(x, y, 2))
	eq(max(-f, g), max(-x, y))
}

func strs() {
	const s, t = "héllo", "wörld\x00"
	x, y := id(s), id(t)
	eq(s+t, x+y)
	eq(len(s+t), len(x+y))
	eq(s < t, x < y)
	eq(s[1:3], x[id(1):id(3)])
	eq(s[2], x[id(2)])
	eq(string(rune(0x1F600)), string(id(rune(0x1F600))))
	eq(string(rune(-1)), string(id(rune(-1))))
	eq(len([]rune(s)), len([]rune(x)))
	eq(min(s, t), min(x, y))
	eq(s == "h\u00e9llo", x == id("h\u00e9llo"))
	eq(bool(s > t || len(s) == 6), x > y || len(x) == 6)
}

func main() {
	ints()
	floats()
	strs()
	fmt.Println(n, bad)
}
