// iota and implicit repetition in all forms, with skipped lines, types, several columns, functions literals and shadowing.
package main

import (
	"fmt"
	"unsafe"
)

type Bit uint16
type Level int

const (
	A Bit = 1 << iota
	B
	_
	D
	Mask = A | B | D
	E    = iota
	F
)
const (
	x0, y0 = iota, iota * 10
	x1, y1
	_, _
	x3, y3
)
const (
	s0 = "s"
	s1
	n0 = iota
	n1 = iota + 0.5
	n2
	_  = iota
	n3 = iota * 1i
	r0 = 'a' + iota
	r1
	t0 = iota == 9
	t1
)
const one = iota
const (
	_ = 1 << (10 * iota)
	KB
	MB
	GB
)
const (
	Low Level = iota - 1
	Mid
	High
	Count = int(iota)
)
const (
	f0 = len([iota + 3]int{})
	f1
	f2 = unsafe.Sizeof([iota]int32{})
	f3
	f4 = cap([iota]func(){}) + func0
	f5
)
const func0 = 100
const (
	big0 = 1 << (iota * 40) >> (iota * 38)
	big1
	big2
	big3
)
const (
	u0, u1 uint8 = 255 - iota, iota
)

func (l Level) String() string { return [...]string{"low", "mid", "high"}[l+1] }

func local() (out []any) {
	const (
		a = iota + 1
		b
		c = iota * 100
	)
	out = append(out, a, b, c)
	{
		const iota = 50
		const (
			d = iota
			e
		)
		out = append(out, d, e, iota)
	}
	for i := range 2 {
		const (
			z Level = iota
			o
		)
		out = append(out, z, o, i)
	}
	func() {
		iota := "variable"
		out = append(out, iota)
	}()
	const (
		p, q, r = iota, "q", A << iota
		s, t, u
	)
	const (
		x = iota
		y = x + 10*iota
		w
		v
	)
	return append(out, p, q, r, s, t, u, x, y, w, v)
}

type W struct {
	arr [n0]int
	m   map[Bit][F]byte
}

func main() {
	fmt.Println(A, B, D, Mask, E, F, x0, y0, x1, y1, x3, y3)
	fmt.Println(s0, s1, n0, n1, n2, n3, r0, r1, t0, t1, one, KB, MB, GB)
	fmt.Println(Low, Mid, High, Count, f0, f1, f2, f3, f4, f5, big0, big1, big2, big3, u0, u1)
	fmt.Println(local()...)
	fmt.Printf("%T %T %T %T %T %T %T\n", A, Mask, E, n1, n3, r1, High)
	var w W
	fmt.Println(len(w.arr), len(w.m[A]), unsafe.Sizeof(w))
	switch Level(x1) {
	case Low, Mid:
		fmt.Println("no")
	case High:
		fmt.Println(High, Level(0), fmt.Sprintf("%d %v %s", High, High, Low))
	}
}
