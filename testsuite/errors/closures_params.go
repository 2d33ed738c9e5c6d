package main

func apply(f func(int) int) int { return f(1) }

func main() {
	apply(func(x string) int { return 1 })
	apply(func(x int) { return })
	apply(func(x, y int) int { return x })
	apply(apply)
	apply(nil)
	apply()
	apply(nil, nil)
	f := func(a int, a string) {}
	func(x int) int {}(1)
	_ = f
}
