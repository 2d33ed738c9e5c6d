package main

var a = b + 1
var b = f()
var c, d = g()

func f() int        { return c }
func g() (int, int) { return 1, 2 }

var e = "x" + 1

func main() {
	println(a, b, c, d, e)
}
