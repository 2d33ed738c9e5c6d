// An initializer that mentions a constant waits for nothing: the order of the source holds.
package main

var (
	first  = f()
	second = g()
)

const c = "c"

func f() int { println("f", c != ""); return 1 }
func g() int { println("g"); return 2 }

func main() { println(first, second) }
