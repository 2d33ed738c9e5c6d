package main

var (
	a = 08
	b = 0o9
	c = 0b12
	d = 019.5
	e = 09i
)

func main() {
}
