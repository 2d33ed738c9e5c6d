package main

import "strings"

func f(x unknownType) unknownResult { return x }

type T struct{ f missing }

func main() {
	undef
	undef()
	x := undef2
	_ = x
	undef3 = 1
	undef4.foo()
	_ = strings.Nope
	_ = strings.toLower
	_ = strings.toupper("")
	var t T
	t.nope = 1
	for undef5 {
	}
	_ = _
}
