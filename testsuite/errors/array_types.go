package main

var n = 3

const c = -1

type A [n]int
type B [c]int
type C [1.5]int
type D [2.0]int
type E ["a"]int
type F [...]int
type G [1 << 62]int
type H [undef]int
type I [A]int

func main() {
	var a [3]int
	_ = a[3]
	_ = a[-1]
	_ = a[1.0]
	_ = a[1.5]
	_ = a["x"]
	b := [...]int{1, 2, 3}
	_ = b[3]
	p := &a
	_ = p[5]
	a = b
	var d [2]int = a
	_ = d
}
