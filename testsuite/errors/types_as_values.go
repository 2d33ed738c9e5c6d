package main

type T int

func main() {
	x := T
	_ = int
	T = 1
	var y x
	_ = len(T)
	f := func(T) {}
	f(T)
	return T
}
