// Exact constant arithmetic: big integers, rationals and floats folded by the compiler agree with what run time computes.
package main

import (
	"fmt"
	"math"
)

const (
	Huge   = 1 << 500
	Three  = Huge * 3 >> 500
	Frac   = 1.0 / 3
	One    = Frac * 3
	Exact  = (1.0/3 + 1.0/6) * 2
	Big    = 1e400 / 1e399
	Fact20 = 1 * 2 * 3 * 4 * 5 * 6 * 7 * 8 * 9 * 10 * 11 * 12 * 13 * 14 * 15 * 16 * 17 * 18 * 19 * 20
	Fact30 = Fact20 * 21 * 22 * 23 * 24 * 25 * 26 * 27 * 28 * 29 * 30
	Mod    = Fact30 % 1000000007
	Neg    = -Fact30 / 1000000007 * 1000000007
	Pi     = 3.14159265358979323846264338327950288419716939937510582097494459
	Tiny   = 1e-1000 * 1e1000
	Mask   = ^0
	UMask  = ^uint16(0)
	Not    = ^(1 << 70) + 1<<70
	Xor    = (1<<100 | 1<<3) ^ 1<<100
	AndNot = (1<<90 - 1) &^ (1<<88 - 1) >> 88
	Shl    = 1.0 << 3
	RuneC  = 'a' * 2.0
	Cplx   = (1 + 2i) * (1 - 2i)
	Str    = "abc" + "def"
	Len    = len(Str) * len([10]int{})
	Cmp    = Huge > Huge-1 && "a" < "b" && 1.5 == 3.0/2
	DivI   = 7 / 2
	DivF   = 7 / 2.0
	DivN   = -7 / 2
	RemN   = -7 % 2
	Trunc  = int64(1e18) * 9
	F32    = float32(0.1)
	F32d   = float64(float32(0.1)) == 0.1
	MaxU   = 1<<64 - 1
	Half   = MaxU / 2.0
)

type Weekday uint8
type Temp float32

const (
	W  Weekday = 3
	W2         = W<<2 | 1
	T  Temp    = 36.6
	T2         = T * 2
)

//go:noinline
func id[X any](x X) X { return x }

func agree(n int, xs ...bool) {
	for i, x := range xs {
		if !x {
			fmt.Println("disagree", n, i)
		}
	}
}

func main() {
	fmt.Println(Three, One == 1, Exact == 1, Big, Mod, Tiny, Mask, UMask, Not, Xor, AndNot, Shl, RuneC, Cplx, Str, Len, Cmp)
	fmt.Println(DivI, DivF, DivN, RemN, Trunc, F32, F32d, uint64(MaxU), Half, Neg/Fact20, W2, T2, Pi)
	fmt.Printf("%T %T %T %T %T %T\n", RuneC, Shl, Cplx, W2, T2, UMask)
	x, f := id(int64(1234567)), id(0.1)
	agree(1, x*x/7 == 1234567*1234567/7, x<<13%1009 == 1234567<<13%1009, -x/1000 == -1234567/1000, -x%1000 == -1234567%1000, -x>>3 == -1234567>>3, ^x == ^1234567, x&^255 == 1234567&^255)
	agree(2, float64(float32(f)) == float64(float32(0.1)), f*3 != 0.1*3 == (0.1*3 != float64(id(0.1))*3), math.Sqrt(id(2.0)) == math.Sqrt2, float32(id(16777217.0)) == 16777217, id(1e16)+1 == 1e16+1)
	agree(3, uint8(id(200))+100 == (200+100)&255, int8(id(100))+100 == -56, uint32(id(1<<31))<<1 == 0, int32(id(-1<<31))-1 == 1<<31-1)
	const big = 123456789012345678901234567890
	fmt.Println(big/1e20, big%97, float64(big), float32(big), big>>40, uint64(big>>40)%1000, big/(1<<60))
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.MinInt64, math.MaxFloat32, math.SmallestNonzeroFloat64, math.MaxFloat64*(1-1e-16) == math.MaxFloat64)
	var a8 [Three]int
	var arr [len("héllo") + cap([2]int{}) + 'b' - 'a']byte
	const c = len(arr) + len(a8)
	switch c {
	case 9 + 3:
		fmt.Println("length", len(arr))
	default:
		fmt.Println("unexpected", c)
	}
	fmt.Println(5.0/2*2 == 5, 5/2*2.0, 1/2+1/2.0, 'x'/2, 10/4*1.0, 1<<3.0, 7.0/2.0 == 3.5, 0.1+0.2 == 0.3, float32(0.1)+0.2 == 0.3)
	fmt.Println(math.Float64bits(0.1+0.2), math.Float32bits(1.0/3), math.Float64bits(1e-320), math.Float64bits(2.0/3*3), float32(1e-46), 4.9406564584124654417656879286822137e-324)
	fmt.Println(uint8(255)&^15, int8(-128)/2, -5>>1, uint16(1)<<15, int32(-7)%3, complex64(1+2i)*2, string(rune(65)), W/2, Temp(1)/3)
}
