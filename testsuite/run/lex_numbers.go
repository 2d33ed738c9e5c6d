// Integer, floating-point and imaginary literals in all bases, with underscores.
package main

import (
	"fmt"
	"math"
)

var ints = []int64{
	0, 42, 4_2, 0600, 0_600, 0o600, 0o600, 0xBadFace, 0xBad_Face, 0x_67_7a_2f_cc_40_c6, 0b1011, 0b_1011_0000,
	170_141_183_460_469, 07, 00, 0_0, 0x0, 0b0, 0o17_17, 0xFFFF_FFFF, 0x7fff_ffff_ffff_ffff, -0x8000_0000_0000_0000,
}

var floats = []float64{
	0., 72.40, 072.40, 2.71828, 1.e+0, 6.67428e-11, 1e6, .25, .12345e+5, 1_5., 0.15e+02, 0e0, 09.5, 08e1, 1_000.000_1e-1_0,
	0x1p-2, 0x2.p10, 0x1.Fp+0, 0x.8p-0, 0x_1FFFp-16, 0x1.8p1, 0x.1p4, 0xf_f.8_8p-0_2,
	0x1p-1074, 0x1.fffffffffffffp+1023, 4.9e-324, 1.7976931348623157e308,
	1e-400, 0.1e-1000, 123456789012345678901234567890123456789012345678901234567890e-50,
	0.1, 0.2, 0.1 + 0.2, 1e23, 8.5e22, 9007199254740993, 9007199254740992.5, 2.2250738585072011e-308, 5e-324, 2.4703282292062327e-324, 2.4703282292062328e-324,
}

var floats32 = []float32{
	16777217, 16777219, 0.1, 1e-45, 7e-46, 7.1e-46, 3.4028235e38, 3.4028235677973365e38, 1.17549435e-38, 0x1.000001p0, 0x1.000003p0, 33554435, 8388608.5, 8388609.5,
}

var imags = []complex128{
	0i, 123i, 0o123i, 0xabci, 0.i, 2.71828i, 1.e+0i, 6.67428e-11i, 1e6i, .25i, .12345e+5i, 0x1p-2i, 8i, 0b11i, 1_0i, 3 + 0x1p4i, 09.5i,
}

func main() {
	for i, v := range ints {
		fmt.Print(v, " ")
		if i%6 == 5 {
			fmt.Println()
		}
	}
	fmt.Println()
	for i, v := range floats {
		fmt.Printf("%g/%016x ", v, math.Float64bits(v))
		if i%4 == 3 {
			fmt.Println()
		}
	}
	fmt.Println()
	for i, v := range floats32 {
		fmt.Printf("%g/%08x ", v, math.Float32bits(v))
		if i%4 == 3 {
			fmt.Println()
		}
	}
	fmt.Println()
	for _, v := range imags {
		fmt.Print(v, " ")
	}
	fmt.Println()
	const big = 1_000_000_000_000_000_000_000_000_000_000_000
	const hex = 0xFFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF_FFFF
	fmt.Println(big/1_000_000_000_000_000_000_000_000, big%1_000_003, hex>>100, hex%1_000_000_007)
	fmt.Println(0x1p4 == 16, 0x10 == 0b1_0000, 0o20 == 16, 1e3 == 1000, 'a' == 0x61)
	x := 1.
	y := .5
	z := 1.e2
	fmt.Println(x+y, z, 0x1.8p0+0x.8p0, 1_0.2_5)
	fmt.Printf("%T %T %T %T %T %T\n", 1, 1.0, 1i, 'x', 0x1p3, 017)
	var u8 uint8 = 0xf_f
	var i8 int8 = -0b1000_0000
	var u64 uint64 = 0xffff_ffff_ffff_ffff
	var f int = 1e6
	var r rune = 1.0e1
	fmt.Println(u8, i8, u64, f, r)
}
