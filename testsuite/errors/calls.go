package main

func f(a int, b string) int { return a }
func g() (int, string)      { return 1, "" }

func main() {
	f(1)
	f(1, "a", 2)
	f("a", 1)
	f(g())
	f(g(), 1)
	g(1)
	1()
	_ = f(1, "a")()
	undefined(1)
	x := f
	x()
	_ = g()
}
