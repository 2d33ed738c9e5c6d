package main

//go:nowritebarrier
func f() {}

//go:systemstack
func g() {}

//go:cgo_ldflag "-lm"
func main() {}
