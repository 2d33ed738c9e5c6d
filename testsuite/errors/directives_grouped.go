package main

//go:noinline
type (
	t int
)

//go:noinline
var (
	v t
)

//go:noinline
func main() {
	_ = v
}

//go:build linux
