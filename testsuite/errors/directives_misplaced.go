package main

//go:build linux

//go:noinline
type t int

func main() {
	//go:noinline
	x := t(1)
	_ = x //go:noinline
}
