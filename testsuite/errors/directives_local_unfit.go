package main

func main() {
	//go:noinline
	var a int
	//go:nosplit
	const c = 1
	//go:noinline
	type t int
	_ = t(a + c)
}
