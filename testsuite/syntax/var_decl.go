package main

var x

var y :=  1

var (
	a int = 1
	b
	c int d
	= 2
)

func main() {
}
