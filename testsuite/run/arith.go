// Arithmetic of every width: wrapping, shifts, division, conversions.
package main

import (
	"fmt"
	"math"
)

func ints[T int8 | int16 | int32 | int64 | uint8 | uint16 | uint32 | uint64 | int | uint | uintptr](a, b T, k uint) {
	fmt.Printf("%T: %v %v %v %v %v | %v %v %v %v | %v %v %v %v\n", a, a+b, a-b, a*b, a/b, a%b, a&b, a|b, a^b, a&^b, a<<k, a>>k, -a, ^a)
}

//go:noinline
func shift(x int32, k uint64) (int32, int32, uint32) { return x << k, x >> k, uint32(x) >> k }

//go:noinline
func f2i(f float64) (int8, int32, int64, uint64) { return int8(f), int32(f), int64(f), uint64(f) }

const huge = 1 << 100

type celsius float32

func main() {
	ints[int8](-128, -1, 3)
	ints[int8](100, 7, 9)
	ints[int16](-32768, -1, 15)
	ints[int32](math.MinInt32, -1, 31)
	ints[int64](math.MinInt64, -1, 63)
	ints[int](math.MaxInt, 10, 64)
	ints[uint8](200, 100, 1)
	ints[uint16](65535, 2, 17)
	ints[uint32](1<<31, 3, 4)
	ints[uint64](math.MaxUint64, 5, 65)
	ints[uintptr](10, 3, 2)
	for _, k := range []uint64{0, 1, 31, 32, 33, 1 << 40} {
		fmt.Println(shift(-5, k))
	}
	fmt.Println(f2i(100.9))
	fmt.Println(f2i(-100.9))
	fmt.Println(huge>>98, huge/3>>90, float64(huge))
	var i8 int8 = -1
	var u8 = uint8(i8)
	fmt.Println(u8, uint16(i8), uint32(u8), int64(i8), uint64(i8), rune('a'+i8))
	c := celsius(36.6)
	fmt.Println(c*2, float64(c) == 36.6, float32(c) == 36.6, int(c))
	z := complex(3, -4)
	fmt.Println(z*z, z/complex(0, 1), real(z), imag(z), z == complex(3, -4), -z)
	var z64 complex64 = complex64(z)
	z64 *= 2i
	fmt.Println(z64)
	inf := math.Inf(1)
	nan := inf - inf
	fmt.Println(nan == nan, nan != nan, nan < 1, inf > 1, -inf, 1/inf, math.Signbit(math.Copysign(0, -1)))
	fmt.Println(min(3, 1, 2), max(1.5, 2), min("b", "a"), max(nan, 1), min(0.0, math.Copysign(0, -1)))
	x := 7
	x += 3
	x -= 1
	x *= 4
	x /= 5
	x %= 4
	x <<= 5
	x |= 1
	x &= 0x3f
	x ^= 0xff
	x &^= 4
	x >>= 1
	x++
	fmt.Println(x)
	const big = 1.0 / 3
	var f32 float32 = big
	fmt.Println(f32, big, f32*3 == 1, 07_7, 0b1010, 0x1p-2, 'a', "\u00e9\x41")
	var r rune = 0x10FFFF + 1
	fmt.Printf("%q %q %q\n", string(r), string(rune(65)), []byte("é"))
	fmt.Println(math.MaxUint32, uint32(1<<32-1), math.Pi)
}
