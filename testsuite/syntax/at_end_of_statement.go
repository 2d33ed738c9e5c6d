package main

func main() {
	x := 1 2
	y := 3
	_, _ = x, y
	println(x y)
}
