package main

func main() {
	//go:noinline
	_ = 1
	var a int
	if a == 1 {
	//go:noinline

		var b int
		_ = b
	}
	//go:nosplit
	for { //go:noescape
	//go:noescape
	 break; }
	//go:noinline
	type t int
	//go:noinline
}
