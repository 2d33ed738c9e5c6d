package main

type T struct {
	a int
	b string
}

func main() {
	_ = T{1}
	_ = T{1, "x", 2}
	_ = T{a: 1, "x"}
	_ = T{a: 1, a: 2}
	_ = T{c: 1}
	_ = T{"x", 1}
	_ = T{0: 1}
	_ = int{}
	_ = undefined{1}
	_ = &T{b: 1}
	_ = *T{}
}
