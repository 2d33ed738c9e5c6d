package main

func f(a int, b string)       {}
func g(a int, rest ...string) {}
func h() (int, string)        { return 1, "" }

func main() {
	f()
	f(1)
	f(1, "a", 2)
	f("a", 1)
	f(h())
	g(h())
	g()
	g(1, "a", 2)
	g(1, []string{}...)
	g(1, "a", []string{}...)
	g(1, []int{}...)
	f(1, []string{}...)
	h(1)
	x := 1
	x()
	"a"()
	f(1, h())
	(func(int) {})("a")
	nil()
	f(main(), 1)
}
