package main

func f() int { return 1 }

type T struct{ x int }

func main() {
	var s string
	var i int
	var m map[string]T
	s += 1
	s -= "a"
	i += "a"
	i += 1.5
	f() = 1
	"a" = s
	nil = nil
	m["a"].x = 1
	T{}.x = 2
	i++
	s++
	f()++
	i, s = s, i
	_ += 1
	_ = nil
	x := nil
	i = i == 1
}
