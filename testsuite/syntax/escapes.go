package main

var (
	a = "\q"
	b = "\x1"
	c = "\400"
	d = "\ud800"
	e = "\U00110000"
	f = "\09"
	g = '\"'
	h = "\'"
	i = "\u12g4"
)

func main() {
}
