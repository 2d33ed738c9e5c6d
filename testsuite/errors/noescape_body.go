package main

//go:noescape
func f(p *int) { *p = 1 }

func main() { f(new(int)) }
