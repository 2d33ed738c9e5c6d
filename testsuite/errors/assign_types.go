package main

type myInt int

func main() {
	var i int = "one"
	var s string = 1
	var m myInt = i
	var p *int = &s
	i = 2.5
	s = 'c'
	m = nil
	var u uint8 = 256
	var e error = i
	p, i = i, p
	_, _ = u, e
}
