// Untyped constants: default types, representability, mixing kinds, and how context decides.
package main

import (
	"fmt"
	"time"
)

type Celsius float64
type ID string
type Mode byte

const (
	ui   = 10
	uf   = 2.0
	ur   = 'A'
	uc   = 3i
	us   = "str"
	ub   = 1 < 2
	mode = Mode(7)
)

func kind(xs ...any) (s string) {
	for _, x := range xs {
		s += fmt.Sprintf("%T=%v ", x, x)
	}
	return
}

func f32(x float32) float32      { return x / 3 }
func i8(x int8) int8             { return x + 1 }
func dur(d time.Duration) string { return d.String() }
func gen[T any](x T) string      { return fmt.Sprintf("%T", x) }
func gen2[T any](x, y T) string  { return fmt.Sprintf("%T", x) }
func sum[T int | float64 | complex128](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

func shifts(n uint) []any {
	var a int64 = 1 << n
	var b = 1 << n
	var c float64 = 1 << 3
	var d = uint8(1) << n
	var i interface{} = 1 << n
	var u = uint16(ui << n)
	s := make([]int, uf<<1)
	return []any{a, b, c, d, i, u, len(s), ui << n >> n, us[1<<n-1<<n+1]}
}

func compare() []any {
	var f float32 = 0.1
	var d float64 = 0.1
	var b byte = 'a'
	var c Celsius = 36.6
	var m Mode = mode
	return []any{f == 0.1, d == 0.1, float64(f) == 0.1, b == 97, b == 'a', b+1 == 98.0, c > 36, m == 7, m == mode, ui == uf*5, ur == 65, uc == 0+3i, us+"x" == "strx", ub == (c > 0)}
}

func main() {
	fmt.Println(kind(ui, uf, ur, uc, us, ub, mode))
	fmt.Println(kind(ui+uf, ui+ur, ur+uf, uf+uc, ui/4, ui/4.0, uf*1.5, ur+1, ui == 10, us+us, -ur, ^ui, !ub))
	fmt.Println(kind(1<<3, 1.0<<3, 'a'<<1, ui<<ur>>ur, 5%3, 7/2, 7/2., 'b'-'a', 0i+1, 1e3, 1_000))
	fmt.Println(f32(1), f32(uf), f32(ur), f32(uc/3i), i8(100), i8(uf), i8('\n'), dur(90*time.Second), dur(1.5e9), dur(ui))
	fmt.Println(gen(1), gen(1.0), gen('a'), gen(1i), gen("s"), gen(1 == 2), gen(ui/uf), gen2(1, 2.5), gen2('a', 1), gen2(1.0, 2i), gen2(mode, 1), sum(1, 2.5), sum(1, 2), sum(1, 2i))
	fmt.Println(shifts(4)...)
	fmt.Println(compare()...)
	var c Celsius = ui
	c = c*9/5 + 32
	var id ID = us
	id += "!" + ID(us[:1])
	var r rune = ui
	var arr [uf * 3]bool
	x := [...]float32{1, 'a', 2.5, ui: 1 << 3}
	var z complex64 = 'a' + 2i
	var i any = ui
	var e any = 'x'
	fmt.Println(c, id, string(r+ur), len(arr), len(x), x[1], z, i == any(10), e == any(120), e == any('x'), e == any(int32(120)))
	m := map[Celsius]ID{1: "a", 'b': us, uf: "two"}
	fmt.Println(m[98], m[2], m[1.0], len(m))
	var s []int = []int{uf: 1, 'c' - 'a' + 1: 5}
	fmt.Println(s[ui/5:], s[uf], cap(s[:1.0:'\x02']))
	if k := ui; k == 10 {
		var u uint8 = 255
		u += 1.0
		u -= '\x01'
		fmt.Println(k, u, -5.0/uf, u/'\x10', 0xff&^ui, "abc"[uf-1], len(us)*2.0)
	}
	switch x := 5; {
	case x > uf, x < ui:
		fmt.Println(float64(x)*uf, x*uf, x<<uf, 1<<x)
	}
}
