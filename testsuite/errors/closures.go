package main

func apply(f func(int) int) int { return f(1) }

func main() {
	apply(func(x int) string { return "" })
	apply(func() int { return 1 })
	apply(func(x int) int { return y })
	apply(func(x int) int {})
	apply(main)
	apply(nil)
	f := func(a int) (b int) { b = a; return }
	f("a")
	_ = f + 1
	g := func() { g() }
	var h func(int) = func(x int, y int) {}
	_ = h
	func() int { return 1 }
	x := func() {}()
	defer func(n int) {}("a")
}
