// Integer division and remainder: signs, powers of two, magic numbers, minimum by -1, constants and variables agree.
package main

import "fmt"

//go:noinline
func divmod[T int8 | int16 | int32 | int64 | uint8 | uint16 | uint32 | uint64](a, b T) (T, T) {
	return a / b, a % b
}

func byConst32(x int32) (h uint32) {
	for _, v := range [...]int32{x / 1, x % 1, x / -1, x % -1, x / 2, x % 2, x / -2, x % -2, x / 3, x % 3, x / 5, x % 5, x / 7, x % 7, x / -7, x % -7, x / 8, x % 8,
		x / 10, x % 10, x / 1000, x % 1000, x / 641, x % 641, x / 65536, x % 65536, x / 1000000007, x % 1000000007, x / (1<<31 - 1), x % (1<<31 - 1), x / (-1 << 31), x % (-1 << 31), x / 12, x % 12} {
		h = h*31 + uint32(v)
	}
	return
}

func byVar32(x int32) (h uint32) {
	for _, d := range []int32{1, -1, 2, -2, 3, 5, 7, -7, 8, 10, 1000, 641, 65536, 1000000007, 1<<31 - 1, -1 << 31, 12} {
		q, r := divmod(x, d)
		h = (h*31+uint32(q))*31 + uint32(r)
	}
	return
}

func byConst64(x uint64) (h uint64) {
	for _, v := range [...]uint64{x / 1, x % 1, x / 3, x % 3, x / 6, x % 6, x / 7, x % 7, x / 10, x % 10, x / 1e9, x % 1e9, x / (1 << 40), x % (1 << 40), x / (1<<63 + 1), x % (1<<63 + 1), x / (1<<64 - 1), x % (1<<64 - 1), x / 28, x % 28} {
		h = h*31 + v
	}
	return
}

func byVar64(x uint64) (h uint64) {
	for _, d := range []uint64{1, 3, 6, 7, 10, 1e9, 1 << 40, 1<<63 + 1, 1<<64 - 1, 28} {
		q, r := divmod(x, d)
		h = (h*31+q)*31 + r
	}
	return
}

func small() (bad int, h int) {
	for a := -128; a < 128; a++ {
		for b := -128; b < 128; b++ {
			if b == 0 {
				continue
			}
			q, r := divmod(int8(a), int8(b))
			if q != int8(a/b) || r != int8(a%b) {
				bad++
			}
			uq, ur := divmod(uint8(a), uint8(b))
			if int(uq) != (a&255)/(b&255) || int(ur) != (a&255)%(b&255) {
				bad++
			}
			h = h*3 + int(q) ^ int(ur)
		}
	}
	return
}

func even(x int) (bool, bool, bool) { return x%2 == 0, x%2 == 1, x%4 == -3 }

func divisible(x int64) (s string) {
	for _, b := range []bool{x%3 == 0, x%6 == 0, x%10 == 0, x%16 == 0, x%-5 == 0, uint64(x)%12 == 0} {
		if b {
			s += "1"
		} else {
			s += "0"
		}
	}
	return
}

func zero(f func(z int) int) (s any) {
	defer func() { s = recover() }()
	return f(0)
}

func main() {
	xs := []int64{0, 1, -1, 2, -2, 6, -7, 100, -100, 1<<31 - 1, -1 << 31, 1<<63 - 1, -1 << 63, 1234567890123456789, -987654321, 641 * 6700417, 999999999, 30, -48}
	for _, x := range xs {
		a, b := byConst32(int32(x)), byVar32(int32(x))
		c, d := byConst64(uint64(x)), byVar64(uint64(x))
		e, f, g := even(int(x))
		fmt.Printf("%x %x %v %v %s %v %v %v\n", a, c, a == b, c == d, divisible(x), e, f, g)
	}
	fmt.Println(small())
	fmt.Println(divmod(int64(-1<<63), -1))
	fmt.Println(divmod(int32(-1<<31), -1))
	fmt.Println(divmod(int16(-1<<15), -1))
	fmt.Println(5/3, -5/3, 5/-3, -5/-3, 5%3, -5%3, 5%-3, -5%-3, -7>>1, -7/2, -7&1, -7%2)
	fmt.Println(zero(func(z int) int { return 1 / z }), zero(func(z int) int { return 1 % z }), zero(func(z int) int { z /= z; return 3 }), zero(func(z int) int { return int(uint8(4) % uint8(z)) }))
	fmt.Println(zero(func(z int) int { defer func() { z++ }(); _ = 7 / z; return z }))
}
