// Constants: iota forms, implicit repetition, typed and untyped.
package main

import (
	"fmt"
	"math"
)

type Weekday uint8

const (
	Sun Weekday = iota
	Mon
	Tue
	_
	Thu
)

func (d Weekday) String() string { return [...]string{"Sun", "Mon", "Tue", "Wed", "Thu"}[d] }

const (
	_ = 1 << (10 * iota)
	KB
	MB
	GB
)

const (
	bit0, mask0 = 1 << iota, 1<<iota - 1
	bit1, mask1
	_, _
	bit3, mask3
)

const (
	p = iota * 1.5
	q
	r = "s"
	s
	u = iota + 'a'
	v
	w = 2i * iota
)

const (
	Big   = 1 << 100
	Small = Big >> 99
	Third = 1.0 / 3
	Huge  = 1e1000 / 1e998
	Mask  = ^uint32(0) >> 4
	Neg   = ^0
	Str   = "héllo" + "!"
	Len   = len(Str)
	Cmp   = "a" < "b" && 1.0 == 1
	Rune  = 'x' + 1
	Cx    = (1 + 2i) * (3 - 1i)
	Div   = 7 / 2 * 2.0
	FDiv  = 7 / 2.0
	Rem   = -7 % 3
)

func main() {
	fmt.Println(Sun, Mon, Thu, KB, MB, GB)
	fmt.Println(bit0, mask0, bit1, mask1, bit3, mask3)
	fmt.Println(p, q, r, s, u, v, w)
	fmt.Printf("%T %T %T %T\n", p, s, u, w)
	fmt.Println(Small, Third, Huge, Mask, Neg, Len, Cmp, Rune, Cx, Div, FDiv, Rem)
	fmt.Printf("%T %T %T %T %T\n", Cmp, Rune, Cx, Div, Mask)
	var f32 float32 = Third
	var i8 int8 = -128
	var u64 uint64 = 1<<64 - 1
	fmt.Println(f32, i8, u64, Big/(1<<90), float64(Big))
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.Pi*1e3, math.SmallestNonzeroFloat64)
	const local = iota
	const h = 0x1p-2 + 0b101 + 0o17 + 1_000
	fmt.Println(local, h, '\u00e9', '\x41', '\'', "\u65e5\U0001F600\101")
	var by byte = 'a' + 1.0
	var rn rune = 65.0
	fmt.Println(by, string(rn), 5.0<<3, uint8(255)&^uint8(15))
}
