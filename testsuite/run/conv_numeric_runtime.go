// Conversions between all numeric types at run time: truncation, sign extension, rounding, halves, in-range floats to integers.
package main

import (
	"fmt"
	"math"
)

type number interface {
	int8 | int16 | int32 | int64 | uint8 | uint16 | uint32 | uint64 | float32 | float64
}

func to[A, B number](x A) B { return B(x) }

//go:noinline
func viaInts[A number](x A) (h uint64) {
	mix := func(v uint64) { h = (h ^ v) * 1099511628211; h ^= h >> 31 }
	mix(uint64(int8(x)))
	mix(uint64(int16(x)))
	mix(uint64(int32(x)))
	mix(uint64(int64(x)))
	mix(uint64(uint8(x)))
	mix(uint64(uint16(x)))
	mix(uint64(uint32(x)))
	mix(uint64(x))
	mix(math.Float64bits(float64(x)))
	mix(uint64(math.Float32bits(float32(x))))
	return
}

func chain(x int64) string {
	return fmt.Sprint(int8(x), uint8(int8(x)), int16(int8(x)), uint16(int8(x)), int32(uint8(x)), int64(uint16(int8(x))), uint64(int32(x)),
		uint32(int16(x)), int8(uint64(x)>>3), int64(int8(x)<<1), uint64(uint8(x)<<4), int(int32(uint32(x)>>1)))
}

func floats(f float64) string {
	return fmt.Sprint(int64(f), int32(f), int16(f), int8(f), int(float32(f)), float32(f), float64(float32(f)), uint8(math.Abs(f)), uint64(math.Abs(f)))
}

func round(x uint64) string {
	f, g := float64(x), float32(x)
	h, i := float64(int64(x)), float32(int64(x))
	return fmt.Sprintf("%.0f %.0f %.0f %.0f %x", f, g, h, i, math.Float32bits(float32(f)))
}

func main() {
	for _, x := range []int64{0, 1, -1, 127, 128, 255, 256, -128, -129, 32767, 32768, 65535, 65536, 1<<31 - 1, 1 << 31, -1 << 31, 1<<32 - 1, 1 << 32, 1<<63 - 1, -1 << 63, 0x123456789abcdef0} {
		fmt.Printf("%x %x %x %x %s\n", viaInts(x), viaInts(int32(x)), viaInts(uint8(x)), viaInts(uint16(x)), chain(x))
	}
	for _, f := range []float64{0, 0.5, -0.5, 0.99999999999999989, 1.5, -1.5, 2.5, 127.9, -127.99, 100.00001, -3e-300, 4.9e-324} {
		fmt.Println(f, floats(f))
	}
	for _, x := range []uint64{0, 1, 1 << 24, 1<<24 + 1, 1<<24 + 3, 1<<53 + 1, 1<<53 + 2, 1<<53 + 3, 1<<62 + 1, 1<<63 - 1, 1 << 63, 1<<63 + 1, 1<<63 + 1024, 1<<63 + 1025, 1<<64 - 1024, 1<<64 - 1025, 1<<64 - 1,
		0x8000008000000000, 0x8000008000000001, 0x7fffff7fffffffff, 0x7fffffc000000001} {
		fmt.Println(round(x))
	}
	for _, f := range []float64{9223372036854774784, -9223372036854775808, 4294967295, 4294967296, 2147483647.5, -2147483648.9, 1e15 + 0.5, 9007199254740993, 123456.789e3} {
		fmt.Println(int64(f), to[float64, int64](f), uint64(math.Abs(f)), uint32(int64(f)))
	}
	for _, f := range []float64{18446744073709549568, 9223372036854775808, 1e19, 1.5e19, 12345678901234567} {
		fmt.Println(uint64(f), to[float64, uint64](f))
	}
	for _, f := range []float64{1 + 0x1p-24, 1 + 0x1.8p-24, 1 + 0x1p-23 + 0x1p-24, 0x1.fffffefp127, 0x1p-149, 0x1p-150, 0x1.8p-150, 1e300, -1e300, 0.1} {
		fmt.Printf("%08x %x\n", math.Float32bits(float32(f)), to[float64, float32](f))
	}
	var r rune = -1
	var b byte = 'a'
	fmt.Println(string(r), string(rune(b)), uint16(r), b-'b', int8(b+100), uintptr(b)<<60>>60)
}
