// Shifts by every count type and every amount, past the width too, for all integer types, constant and not.
package main

import "fmt"

type ints interface {
	int8 | int16 | int32 | int64 | int | uint8 | uint16 | uint32 | uint64 | uint | uintptr
}

//go:noinline
func shl[T, C ints](x T, c C) T { return x << c }

//go:noinline
func shr[T, C ints](x T, c C) T { return x >> c }

func inl[T, C ints](x T, c C) (T, T) { return x << c, x >> c }

func slow[T ints](x T, c int) (l, r T) {
	l, r = x, x
	for range c {
		l *= 2
		neg := r < 0
		r /= 2
		if neg && r*2 != x {
			// division rounds to zero, shifting to minus infinity
		}
	}
	r = x
	for range min(c, 70) {
		if r < 0 && r%2 != 0 {
			r--
		}
		r /= 2
	}
	return
}

func check[T ints](name string, vals ...T) {
	bad, h := 0, uint64(17)
	for _, v := range vals {
		for c := range 80 {
			l, r := slow(v, c)
			il, ir := inl(v, uint8(c))
			jl, jr := inl(v, int64(c))
			if shl(v, c) != l || shr(v, c) != r || il != l || ir != r || jl != l || jr != r ||
				shl(v, uint16(c)) != l || shr(v, int8(c)) != r || shr(v, uint64(c)) != r || shl(v, int32(c)) != l {
				bad++
			}
			h = h*1000003 ^ uint64(l)*7 ^ uint64(r)
		}
		if shl(v, uint64(1)<<40) != 0 || shr(v, uint64(1)<<63) != v>>63 || shl(v, uint32(1<<31)) != 0 || shl(v, uint8(255)) != 0 {
			bad += 1000
		}
	}
	fmt.Printf("%s %d %016x\n", name, bad, h)
}

func constCounts(x int32, u uint8, y int64) []any {
	return []any{x << 31, x << 32, x << 33, x >> 31, x >> 32, x >> 100, u << 7, u << 8, u >> 7, u >> 8, y << 63, y >> 63, y << 64, y >> 64,
		x << 0, x >> 0, u << 1 >> 1, (u << 4) >> 4, int32(u) << 24 >> 24, int8(u) >> 3, uint64(x) >> 60, uint32(x) >> 28, uint16(x<<3) >> 3}
}

func untyped(n uint) []any {
	var i = 1 << n
	var j int32 = 1 << n
	var k = uint64(1 << n)
	var w int64 = 1<<n | 1
	var m = uint8(1<<n - 1)
	a := [100]int{1 << 3: 5}
	return []any{i, j, k, w, m, 1<<n == 1<<33, 1.0<<3 == 8, a[1<<n>>30], float64(1 << 3), make([]byte, 1<<(n-30))}
}

func negative(c int8) (s string) {
	defer func() { s = fmt.Sprint(s, recover()) }()
	s = fmt.Sprint(1<<(c+3), " ")
	s += fmt.Sprint(shl(5, c))
	return
}

func main() {
	check[int8]("int8", 0, 1, -1, 127, -128, 85, -86, 3)
	check[int16]("int16", 0, 1, -1, 32767, -32768, 12345, -3)
	check[int32]("int32", 0, 1, -1, 1<<31-1, -1<<31, 123456789, -3)
	check[int64]("int64", 0, 1, -1, 1<<63-1, -1<<63, 0x123456789abcdef, -3)
	check[int]("int", 0, 1, -1, 1<<63-1, -1<<63, -0x123456789abcdef)
	check[uint8]("uint8", 0, 1, 255, 128, 0x5a)
	check[uint16]("uint16", 0, 1, 65535, 0x8000, 0x5a5a)
	check[uint32]("uint32", 0, 1, 1<<32-1, 1<<31, 0xdeadbeef)
	check[uint64]("uint64", 0, 1, 1<<64-1, 1<<63, 0xdeadbeefcafebabe)
	check[uint]("uint", 0, 1, 1<<64-1, 0xfeedfacedeadbeef)
	check[uintptr]("uintptr", 0, 1, 1<<64-1)
	fmt.Println(constCounts(-5, 0xa5, -1<<40)...)
	fmt.Println(constCounts(0x7ffffff1, 0x7f, 1)...)
	fmt.Println(untyped(33)...)
	fmt.Println(negative(0), negative(-2))
}
