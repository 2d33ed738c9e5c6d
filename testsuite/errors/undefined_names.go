package main

import "fmt"

func f(x undef) (y missing) { return }

var v unknown

func main() {
	fmt.println()
	fmt.Missing()
	nothere.Foo()
	var t struct{ a nope }
	t.b = 1
	goto2()
	for i := range nil2 {
	}
}
