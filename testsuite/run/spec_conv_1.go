// Conversions between numeric types: truncation, sign extension, floats.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func ints(x int64) {
	fmt.Println(int8(x), int16(x), int32(x), uint8(x), uint16(x), uint32(x), uint64(x), uint(x), uintptr(x))
}

//go:noinline
func floats(f float64) {
	fmt.Println(int(f), int8(int(f)), int64(f), float32(f), int32(f), -f)
}

//go:noinline
func unsigned(u uint64) { fmt.Println(float64(u), float32(u), int64(u), int8(u), uint8(u>>8)) }

//go:noinline
func i32(v int32) {
	fmt.Println(uint32(v), uint64(v), int64(v), uint64(uint32(v)), uint8(v), float32(v))
}

type Temp float32
type ID int16

func (i ID) Next() ID { return i + 1 }

func main() {
	for _, x := range []int64{0, -1, 127, 128, 255, 256, 1<<31 - 1, 1 << 31, -1 << 63, 0x123456789abcdef} {
		ints(x)
	}
	for _, f := range []float64{0, 1.9, -1.9, 100.5, 1e9, -0.5, 16777217} {
		floats(f)
	}
	for _, u := range []uint64{0, 1 << 63, math.MaxUint64, 1<<53 + 1, 1<<24 + 1, 0xff80} {
		unsigned(u)
	}
	for _, v := range []int32{-1, 1, math.MinInt32, 16777217} {
		i32(v)
	}
	var f32 float32 = 0.1
	fmt.Println(float64(f32), f32*f32, float64(f32)*float64(f32), f32 == 0.1, float64(f32) == 0.1)
	fmt.Println(ID(32767).Next(), Temp(1)/3, int(Temp(2.75)*4))
	fmt.Println(uint64(float64(1<<63)), int64(float64(-1<<63)), float32(math.MaxFloat32))
	z := 0.0
	fmt.Println(1/z, -1/z, math.IsNaN(z/z), 1/(-1/z), math.Signbit(-z), math.Copysign(0, -1))
	nan := z / z
	fmt.Println(nan == nan, nan != nan, nan < 1, nan > 1, !(nan >= 1))
	c := complex(float32(1.5), -2)
	fmt.Println(complex128(c), float64(real(c)), int(imag(c)))
	fmt.Println(uint8('a'), rune('é'), byte(300&0xff), int('世'))
}
