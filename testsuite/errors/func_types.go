package main

type F func(int) string

func a(int) string { return "" }
func b(string) string { return "" }
func c(...int) {}
func d(a ...int, b int) {}
func e(a, b ...int) {}

func main() {
	var f F = a
	f = b
	f = c
	f = F(a)
	f = F(b)
	f = func(int) string { return 1 }
	_ = f == a
	_ = f == nil
	_ = a == nil
	var g func(...int) = c
	g = func([]int) {}
	g(1, 2, "a")
	g([]int{1})
	g([]int{1}...)
	f(1)(2)
}
