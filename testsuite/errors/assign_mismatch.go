package main

func two() (int, string) { return 1, "" }

func main() {
	a, b, c := two()
	x := two()
	var d, e = 1, 2, 3
	var f, g int = 1
	a, b = 1, 2, 3
	a, b = two(), 1
	_, _, _, _, _ = c, x, d, e, f
	_ = g
}
