// A fault at an address that no nil pointer leads to cannot be recovered.
package main

import "unsafe"

//go:noinline
func load(a uintptr) int { return *(*int)(*(*unsafe.Pointer)(unsafe.Pointer(&a))) }

func main() {
	defer func() { println("recovered", recover() != nil) }()
	println(load(0xdead0))
}
