// Package unsafe: sizes, alignments, offsets, Add, Slice, String, SliceData, StringData, conversions between pointer types.
package main

import (
	"fmt"
	"unsafe"
)

type T1 struct {
	a bool
	b int64
	c uint16
	d bool
	e float32
	f [3]byte
	g any
	h string
	i []int
	j complex64
	k func()
	l struct{}
}
type T2 struct {
	x int8
	_ [0]int64
	T3
	z byte
	e struct{}
}
type T3 struct {
	p *int
	y int16
}
type U struct{ lo, hi uint32 }

const (
	size = unsafe.Sizeof(T1{})
	off  = unsafe.Offsetof(T1{}.h)
)

var arr [size]byte

func layout() {
	var t T1
	var u T2
	fmt.Println(size, off, len(arr), unsafe.Alignof(t), unsafe.Alignof(t.c), unsafe.Offsetof(t.b), unsafe.Offsetof(t.c), unsafe.Offsetof(t.d), unsafe.Offsetof(t.e), unsafe.Offsetof(t.f), unsafe.Offsetof(t.g), unsafe.Offsetof(t.i), unsafe.Offsetof(t.j), unsafe.Offsetof(t.k), unsafe.Offsetof(t.l))
	fmt.Println(unsafe.Sizeof(u), unsafe.Offsetof(u.T3), unsafe.Offsetof(u.y), unsafe.Offsetof(u.z), unsafe.Offsetof(u.e))
	fmt.Println(unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(any(1)), unsafe.Sizeof(1i), unsafe.Sizeof(struct{}{}), unsafe.Sizeof([0]int{}), unsafe.Sizeof(uintptr(0)), unsafe.Sizeof('x'), unsafe.Sizeof(1.5), unsafe.Sizeof(map[int]int{}), unsafe.Sizeof([3]T3{}))
	p := &u
	fmt.Println(uintptr(unsafe.Pointer(&p.y))-uintptr(unsafe.Pointer(p)) == unsafe.Offsetof(u.T3)+unsafe.Offsetof(u.T3.y))
}

func sizeOf[T any]() uintptr { var z T; return unsafe.Sizeof(z) }

func bits() {
	f := 1.5
	b := *(*uint64)(unsafe.Pointer(&f))
	*(*uint64)(unsafe.Pointer(&f)) |= 1 << 63
	v := uint64(0x1122334455667788)
	u := (*U)(unsafe.Pointer(&v))
	u.hi++
	by := (*[8]byte)(unsafe.Pointer(&v))
	by[0] = 0xff
	sl := unsafe.Slice((*uint16)(unsafe.Pointer(&v)), 4)
	sl[1]++
	fmt.Printf("%x %v %x %x %x\n", b, f, v, u.lo, sl)
}

func walk() (s int) {
	a := [5]struct{ x, y int32 }{{1, 2}, {3, 4}, {5, 6}, {7, 8}, {9, 10}}
	base := unsafe.Pointer(&a)
	for i := range a {
		p := unsafe.Add(base, uintptr(i)*unsafe.Sizeof(a[0])+unsafe.Offsetof(a[0].y))
		s = s*3 + int(*(*int32)(p))
		*(*int32)(unsafe.Pointer(uintptr(p) - 4)) = 0
	}
	q := (*int32)(unsafe.Add(unsafe.Pointer(&a[4]), -8))
	*q = 100
	return s + int(a[3].x) + int(a[2].x)
}

func strs() {
	b := []byte("hello")
	s := unsafe.String(&b[1], 3)
	t := unsafe.String(unsafe.SliceData(b), len(b))
	d := unsafe.Slice(unsafe.StringData("static"), 6)
	fmt.Println(s, t, string(d), unsafe.StringData(t) == &b[0], unsafe.SliceData(b[2:]) == &b[2], unsafe.SliceData([]int(nil)) == nil, unsafe.Slice((*int)(nil), 0) == nil, len(unsafe.String(nil, 0)))
	e := unsafe.Slice(&b[0], 2)
	e = append(e[:1:1], 'x')
	fmt.Println(cap(unsafe.Slice(&b[0], 4)), string(b), string(e))
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	layout()
	bits()
	fmt.Println(walk(), sizeOf[T1](), sizeOf[[3]int16](), sizeOf[struct {
		a byte
		b any
	}]())
	strs()
	n := -1
	x := 5
	try(func() { _ = unsafe.Slice(&x, n) })
	try(func() { _ = unsafe.Slice((*int)(nil), 1) })
	try(func() { _ = unsafe.String((*byte)(nil), x) })
	try(func() { _ = unsafe.String((*byte)(unsafe.Pointer(&x)), n) })
	try(func() { _ = unsafe.Slice(&x, uint64(1)<<62) })
	type I interface{ M() }
	words := *(*[2]uintptr)(unsafe.Pointer(&[]any{x}[0]))
	fmt.Println(words[0] != 0, *(*int)(unsafe.Pointer(words[1])))
	sl := make([]int, 3, 7)
	sh := *(*[3]uintptr)(unsafe.Pointer(&sl))
	fmt.Println(sh[1], sh[2])
}
