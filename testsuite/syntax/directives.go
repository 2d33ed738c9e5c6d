//go:noinline

package main

//go:noinline
var x int

//go:nosplit
func f() {
	//go:noinline
	var y int
	_ = y
}

func main() { //go:noinline
}

//go:noescape
