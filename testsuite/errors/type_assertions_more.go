package main

import "errors"

type I interface{ m() }
type J interface{ m(int) }
type T struct{}

func (*T) m() {}

type U struct{}

func main() {
	var i I
	var e any
	x := 1
	_ = i.(*T)
	_ = i.(T)
	_ = i.(U)
	_ = i.(J)
	_ = e.(int)
	_ = x.(int)
	_ = e.(undefined)
	_ = e.(type)
	_, ok := i.(int)
	_ = ok
	var err error = errors.New("")
	_ = err.(T)
	_ = e.(5)
}
