package main

func main() {
	x y; z w; a b
	c d
}
