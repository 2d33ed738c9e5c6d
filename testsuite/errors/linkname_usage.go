package main

import _ "unsafe"

var v int

//go:linkname
//go:linkname v a b

func main() { println(v) }
