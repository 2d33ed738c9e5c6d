// unsafe.Sizeof, Offsetof and Alignof of structs with padding.
package main

import (
	"fmt"
	. "unsafe"
)

type A struct {
	a bool
	b int64
	c bool
	d int32
	e int16
}
type B struct {
	x int8
	A
	y [3]int16
	z struct{}
}
type C struct {
	s  string
	f  func()
	i  any
	m  map[int]int
	sl []byte
	c  complex64
	b  byte
}
type D struct {
	a [0]int64
	b byte
}
type G[T any] struct {
	a byte
	v T
	b byte
}

const k = Sizeof(A{}) + Offsetof(B{}.y)

var arr [Sizeof(C{})]byte

func main() {
	var a A
	var b B
	var c C
	fmt.Println(Sizeof(a), Alignof(a), Offsetof(a.a), Offsetof(a.b), Offsetof(a.c), Offsetof(a.d), Offsetof(a.e))
	fmt.Println(Sizeof(b), Alignof(b.y), Offsetof(b.A), Offsetof(b.b), Offsetof(b.y), Offsetof(b.z))
	fmt.Println(Sizeof(c), Offsetof(c.f), Offsetof(c.i), Offsetof(c.m), Offsetof(c.sl), Offsetof(c.c), Offsetof(c.b), Alignof(c.c))
	fmt.Println(Sizeof(D{}), Alignof(D{}), Sizeof(struct{}{}), Sizeof([3]A{}), k, len(arr))
	fmt.Println(Sizeof(G[int16]{}), Sizeof(G[string]{}), Sizeof(G[[3]byte]{}), Sizeof(G[struct{}]{}), Offsetof(G[int64]{}.b))
	fmt.Println(Sizeof(1), Sizeof('a'), Sizeof(1.0), Sizeof(1i), Sizeof(true), Sizeof(uintptr(0)), Sizeof("abc"[0]))
	p := (*int32)(Pointer(uintptr(Pointer(&a)) + Offsetof(a.d)))
	*p = 77
	fmt.Println(a.d, *(*int32)(Add(Pointer(&a), 20)))
}
