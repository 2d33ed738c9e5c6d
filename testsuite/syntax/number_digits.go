package main

var (
	a = 0x
	b = 0b
	c = 0o
	d = 1e
	e = 1e+
	f = 0x1p
	g = 0x1.0
	h = 0x.p1
	i = 1p3
	j = 0b1.0
	k = 0b1e3
)

func main() {
}
