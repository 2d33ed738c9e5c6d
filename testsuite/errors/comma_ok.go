package main

func main() {
	m := map[string]int{}
	a, ok := m["x"]
	b, ok, c := m["x"]
	d, ok := a
	var i any
	e, ok := i.(int)
	f, ok := i.(int), true
	g, ok := len("x")
	var s string
	h, s := m["x"]
	_, _, _, _, _, _, _ = b, c, d, e, f, g, h
}
