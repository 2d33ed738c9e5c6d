package main

func main() {
	x0 y
	x1 y
	x2 y
	x3 y
	x4 y
	x5 y
	x6 y
	x7 y
	x8 y
	x9 y
	x10 y
	x11 y
	x12 y
	x13 y
	x14 y
}
