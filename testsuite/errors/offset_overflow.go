package main

import "unsafe"

type e [1 << 30]complex128

var s struct {
	_ [1 << 30]e
	x int
}

const o = unsafe.Offsetof(s.x)

func main() {}
