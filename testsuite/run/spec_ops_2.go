// Operators: shifts by large, variable and signed counts.
package main

import "fmt"

//go:noinline
func sh8(x int8, n uint) (int8, int8, uint8) { return x << n, x >> n, uint8(x) >> n }

//go:noinline
func sh64(x int64, n uint8) (int64, int64, uint64) { return x << n, x >> n, uint64(x) >> n }

//go:noinline
func signed(x uint32, n int) (r string) {
	defer func() {
		if e := recover(); e != nil {
			r = fmt.Sprint(e)
		}
	}()
	return fmt.Sprint(x<<n, x>>n)
}

func rotl(x uint32, k int) uint32 { return x<<(k&31) | x>>(32-k&31) }

func gen[T ~int16 | ~uint16](x T, n uint64) []T { return []T{x << n, x >> n, x << (n % 16)} }

func popcount(x uint64) (n int) {
	for ; x != 0; x &= x - 1 {
		n++
	}
	return
}

func main() {
	for _, n := range []uint{0, 1, 6, 7, 8, 9, 31, 64, 1 << 40} {
		a, b, c := sh8(-77, n)
		fmt.Println(n, a, b, c)
	}
	for _, n := range []uint8{0, 1, 31, 32, 62, 63, 64, 65, 255} {
		a, b, c := sh64(-0x123456789abcdef, n)
		fmt.Println(n, a, b, c)
	}
	for _, n := range []int{0, 5, 31, 32, 100, -1} {
		fmt.Println(n, signed(0xdeadbeef, n))
	}
	fmt.Printf("%#x %#x\n", rotl(0x80000001, 4), rotl(0x12345678, 0))
	fmt.Println(gen[int16](-300, 3), gen[uint16](65535, 12), gen[int16](1, 99))
	fmt.Println(popcount(0xff00ff), popcount(1<<64-1), popcount(0))
	var s uint = 33
	var i = 1 << s
	var j int32 = 1 << s
	var k = uint64(1 << s)
	var w int64 = 1.0 << 33
	var x = make([]byte, 1<<(s-30))
	fmt.Println(i, j, k, w, len(x), uint8(1<<s>>s))
	var u = uint32(1<<s) == 0
	var arr [64]int
	arr[1<<(s-28)] = 5
	fmt.Println(u, arr[32])
	y := 1
	y <<= 10
	y >>= s - 30
	fmt.Println(y, -1>>s, -8>>1, uint8(0xf0)>>4<<2)
	var b byte = 0x81
	fmt.Println(b<<1, b>>1, int8(b)>>1, b<<1>>1, uint16(b)<<8|uint16(b))
}
