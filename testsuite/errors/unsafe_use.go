package main

import "unsafe"

type T struct {
	a int8
	b int64
}

const size = unsafe.Sizeof(T{})
const off = unsafe.Offsetof(T{}.b)

var bad [size - 17]int

func main() {
	_ = unsafe.Offsetof(1)
	_ = unsafe.Offsetof(T{})
	_ = unsafe.Sizeof()
	_ = unsafe.Missing(1)
	var p unsafe.Pointer = 1
	_ = uintptr(p) + "a"
	_ = unsafe.Slice(1, 2)
	_ = unsafe.String(p, 1)
	_ = unsafe.Add(1, 1)
	_ = *p
	_ = off
}
