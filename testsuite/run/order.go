// Order of evaluation and assignment.
package main

import "fmt"

var trace []string

func n(s string, v int) int {
	trace = append(trace, s)
	return v
}

func arr(s string, a []int) []int {
	trace = append(trace, s)
	return a
}

func two() (int, int) {
	trace = append(trace, "two")
	return 1, 2
}

type point struct{ x, y int }

func try(name string, f func()) {
	defer func() {
		fmt.Println(name, trace, recover())
		trace = nil
	}()
	f()
}

func main() {
	a := []int{10, 20, 30}
	try("index assign", func() { arr("a", a)[n("i", 1)] = n("v", 7) })
	try("tuple", func() { a[n("i", 0)], a[n("j", 2)] = n("x", 5), n("y", 6) })
	fmt.Println(a)
	i := 0
	i, a[i] = 2, 99 // the index is the old i
	fmt.Println(i, a)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	try("rhs before nil check", func() {
		var p *point
		p.x = n("v", 1)
	})
	try("rhs before bounds check", func() { a[n("i", 9)] = n("v", 1) })
	try("first assignment happens", func() {
		var p *point
		a[0], p.x = 77, 1
	})
	fmt.Println(a[0])
	try("op assign", func() { arr("a", a)[n("i", 1)] += n("v", 1) })
	try("call args", func() { fmt.Sprint(n("1", 1), n("2", 2), n("3", 3)) })
	x, y := two()
	x, y = y, x
	fmt.Println(x, y)
	m := map[string]int{}
	try("map nil", func() {
		var m map[string]int
		m["k"] = n("v", 1)
	})
	try("division", func() { m["k"] /= n("zero", 0) })
	fmt.Println(len(m))
	p, q := point{1, 2}, point{3, 4}
	p, q = q, p
	fmt.Println(p, q)
	p.x, p.y = p.y, p.x
	fmt.Println(p)
	var big, other [8]int
	big[3] = 1
	big, other = other, big
	fmt.Println(big, other)
	s := []int{1, 2, 3}
	for i, s[0] = range s {
		fmt.Print(i, s, " ")
	}
	fmt.Println()
	try("logic", func() { _ = n("a", 0) == 1 && n("b", 1) == 1 || n("c", 2) == 2 })
	defer fmt.Println("deferred args now:", n("d", 1), len(trace))
	trace = nil
}
