package main

var (
	a = 1_
	b = 1__2
	c = 0_x1
	d = 0x_1
	e = 1_.5
	f = 1._5
	g = 1e_5
	h = 1_000
)

func main() {
}
