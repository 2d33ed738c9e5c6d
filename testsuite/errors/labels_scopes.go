package main

import "fmt"

var fmt2 = 1

func f(a, a int) (b, b int) { return }
func g(a int) (a string)    { return }

type T[P, P any] struct{}

func main() {
	x := 1
	var x string
	{
		x := 2
		var y = x
	}
	fmt := 3
	_ = fmt
	const c = 1
	const c = 2
	type t int
	type t string
	_ = y
	if z := 1; z > 0 {
	}
	_ = z
	for i := 0; i < 1; i++ {
		i := i
	}
}
