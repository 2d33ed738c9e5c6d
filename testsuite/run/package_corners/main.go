// What crosses package boundaries: the order of initialization, methods of one name from two packages in one type, constants with
// methods, a variable that two packages name, types that look alike.
package main

import (
	_ "corners/c"

	"corners/b"

	"corners/a"

	_ "unsafe"
)

//go:linkname shared corners/a.name
var shared string

func main() {
	b.One(b.T{})
	b.Two(b.T{})
	a.Call(b.T{})
	var x any = b.T{}
	b.Two(x.(b.Both))

	println(a.Low.String())

	println(shared, a.Name())
	shared = "main"
	println(a.Name())

	defer func() { println(recover().(error).Error()) }()
	_ = a.X.(struct{ x int })
}
