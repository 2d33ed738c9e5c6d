package main

import _ "unsafe"

type t int

var v int

func f[T any](T) {}

//go:linkname v main.other

//go:linkname none main.none
//go:linkname t main.t2
//go:linkname v main.again
//go:linkname g main.f[int]

func main() { f(v) }
