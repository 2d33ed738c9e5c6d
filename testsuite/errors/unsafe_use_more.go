package main

import "unsafe"

type T struct {
	a int8
	b int64
	p *T
}

func (T) m() {}

func main() {
	var t T
	const o = unsafe.Offsetof(t.b)
	var arr [o]int = [8]int{}
	_ = arr
	_ = unsafe.Offsetof(t.m)
	_ = unsafe.Offsetof(t)
	_ = unsafe.Sizeof()
	_ = unsafe.Sizeof(T)
	_ = unsafe.Nope
	_ = unsafe.Pointer(1)
	_ = unsafe.Pointer(uintptr(1))
	_ = unsafe.Add(&t, 1)
	_ = unsafe.Slice(t, 1)
	_ = unsafe.Slice(&t, -1)
	_ = unsafe.String(&t, 1)
	_ = unsafe.StringData(1)
	var x unsafe.Pointer = &t
	_ = x
}
