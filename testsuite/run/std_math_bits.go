// math and math/bits: exact results of rounding, bit and float functions on special values; bits against loops.
package main

import (
	"fmt"
	"math"
	"math/bits"
)

var xs = []float64{0, math.Copysign(0, -1), 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 4503599627370495.5, 1e300, -1e300, math.Inf(1), math.Inf(-1), math.NaN(), 5e-324, 1, 2, 10}

func b(f float64) string {
	if f != f {
		return "nan"
	}
	return fmt.Sprintf("%x", math.Float64bits(f))
}

func slowBits(x uint64) (ones, lead, trail int, rev uint64) {
	lead, trail = 64, 64
	for i := range 64 {
		if x>>i&1 == 1 {
			ones++
			lead = 63 - i
			if trail == 64 {
				trail = i
			}
			rev |= 1 << (63 - i)
		}
	}
	return
}

func mulSlow(x, y uint64) (hi, lo uint64) {
	for i := range 64 {
		if y>>i&1 == 1 {
			l := x << i
			h := uint64(0)
			if i > 0 {
				h = x >> (64 - i)
			}
			var c uint64
			lo, c = bits.Add64(lo, l, 0)
			hi += h + c
		}
	}
	return
}

func main() {
	for _, x := range xs {
		fr, e := math.Frexp(x)
		ip, fp := math.Modf(x)
		fmt.Println(x, math.Floor(x), math.Ceil(x), math.Trunc(x), math.Round(x), math.RoundToEven(x), math.Abs(x), math.Signbit(x), math.IsInf(x, 0), fr, e, ip, fp, math.Sqrt(x), math.Cbrt(x) == math.Cbrt(x))
		fmt.Print(math.Ilogb(x), " ")
		for _, y := range []float64{0, 1, -3, math.Inf(1), math.NaN(), 0.1} {
			fmt.Print(b(math.Mod(x, y)), b(math.Remainder(x, y)), b(math.Copysign(x, y)), b(math.Max(x, y)), b(math.Min(x, y)), b(math.Dim(x, y)), b(math.Hypot(x, y)), b(math.Nextafter(x, y)), b(math.FMA(x, y, 1)), " ")
		}
		fmt.Println()
	}
	fmt.Println(math.Ldexp(0.5, 4), math.Ldexp(1, -1074), math.Ldexp(1, 2000), math.Pow(2, 10), math.Pow(2, -2), math.Pow(0, -1), math.Pow(-8, 1.0/3), math.Pow(-2, 3), math.Exp(0), math.Log(1), math.Log2(8), math.Log10(1000), math.Exp2(10), math.Sin(0), math.Cos(0), math.Atan2(0, -1), math.Log(-1), math.Float32bits(float32(math.Inf(1))))
	for _, x := range []uint64{0, 1, 2, 3, 0x80, 1 << 63, 1<<64 - 1, 0xf0f0f0f00f0f0f0f, 0x123456789abcdef0, 1<<32 - 1, 1 << 32} {
		o, l, t, r := slowBits(x)
		ok := bits.OnesCount64(x) == o && bits.LeadingZeros64(x) == l && bits.TrailingZeros64(x) == t && bits.Reverse64(x) == r && bits.Len64(x) == 64-l
		ok = ok && bits.ReverseBytes64(bits.ReverseBytes64(x)) == x && bits.RotateLeft64(x, 13) == x<<13|x>>51 && bits.RotateLeft64(x, -13) == x>>13|x<<51 && bits.RotateLeft32(uint32(x), 5) == uint32(x)<<5|uint32(x)>>27
		for _, y := range []uint64{3, 1<<63 + 7, x, ^x} {
			h1, l1 := bits.Mul64(x, y)
			h2, l2 := mulSlow(x, y)
			ok = ok && h1 == h2 && l1 == l2
			if y > h1 {
				q, rem := bits.Div64(h1, l1, y)
				ok = ok && q*y+rem == l1 && rem < y
			}
			s, c := bits.Add64(x, y, 1)
			d, bo := bits.Sub64(s, y, 1)
			ok = ok && d == x && (c == 1) == (bo == 1)
		}
		fmt.Print(ok, bits.OnesCount8(uint8(x)), bits.LeadingZeros16(uint16(x)), bits.TrailingZeros32(uint32(x)), bits.Len8(uint8(x)), bits.Reverse8(uint8(x)), bits.ReverseBytes16(uint16(x)), bits.RotateLeft8(uint8(x), 3), bits.RotateLeft16(uint16(x), -3), bits.Reverse16(uint16(x)), " ")
	}
	fmt.Println()
	for _, f := range []func(){func() { bits.Div64(1, 0, 1) }, func() { bits.Div64(0, 1, 0) }, func() { bits.Rem64(0, 1, 0) }} {
		func() { defer func() { fmt.Println(recover()) }(); f() }()
	}
	fmt.Println(math.MaxInt8, math.MinInt16, math.MaxUint32, math.Pi, float32(math.E), math.MaxFloat32, math.Float64frombits(1), math.Float32frombits(0x7f800001) != 0, bits.UintSize)
}
