package main

import "fmt"

var v int

func f() {}

const c = 1

type A v
type B f
type C c
type D fmt
type E fmt.Println
type F nil
type G true
type H []v
type I map[c]int
type J *f
type K struct{ a v }
type L func(v) c

func main() {
	var x v
	_ = v(1)
	_ = x
	var y len
	_ = y
}
