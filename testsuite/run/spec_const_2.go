// Constants: exact arithmetic, conversion to sizes, len/cap of constants.
package main

import "fmt"

const (
	A = 123456789012345678901234567890
	B = A * A
	C = B / A
	D = A % 1000
	E = A >> 60
	F = -A / 7
	G = 0.1 + 0.2
	H = 1.0/3.0*3.0 == 1
	I = 3.9999999999999999999999999
)

type Flags uint16

const (
	FlagA Flags = 1 << iota
	FlagB
	FlagC
	All = FlagA | FlagB | FlagC
	Not = All &^ FlagB
)

var arr [len("hello") * 2]int

const (
	n1 = len([3]int{})
	n2 = cap([7]string{})
	n3 = len(arr)
)

const (
	e0 = iota
	e1
	e5 = iota + 3
	e6
	str = "x"
	str2
	e8 = iota
)

func shift(n uint) {
	var w int64 = 1.0 << 3
	var x = 1 << n
	var y uint8 = 1 << n
	var f = uint64(1<<n) << 40
	fmt.Println(w, x, y, f)
}

func main() {
	fmt.Println(C == A, D, E, F/1e12 < 0, G, H, G == 0.3)
	fmt.Println(All, Not, FlagC, Not&FlagB == 0)
	fmt.Println(n1, n2, n3, e0, e1, e5, e6, str2, e8)
	shift(3)
	shift(9)
	const big = 1 << 62
	fmt.Println(big*2-1+big*2 == 1<<64-1, uint64(big*4-1))
	fmt.Println(float32(0.1), float64(float32(0.1)), float32(16777217), int(I*0+4))
	fmt.Println(complex64(1+0.5i), real(3+4i), imag(3+4i))
	const c1 = complex(1, 2)
	fmt.Println(c1*c1, c1 == 1+2i)
	fmt.Println("a"+"b" == "ab", !(1 < 2), 'a' < 'b', 10/4, 10/4., 10%4, -10/4, -10%4)
	var i any = 1 << 3
	var j any = 1.0
	var k any = 'a' * 2
	fmt.Printf("%T %T %T %T %T\n", i, j, k, any(1i), any("s"+"t"))
	fmt.Println(string(rune(0x1F600)), len(string(rune(-1))), []byte("é"))
	fmt.Println(min(1, 2.5), max('a', 98), min("b", "a"))
	fmt.Printf("%T %T\n", min(1, 2.5), max('a', 98))
	fmt.Println(0x7fffffffffffffff, -0x8000000000000000, 0xFFp3, 1e-7, 1e20, 1e21, 100000000.0)
}
