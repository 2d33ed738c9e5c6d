// Package variables start in dependency order, through functions, methods, closures, composite literals and blank variables.
package main

import "fmt"

var log []string

func note[T any](name string, v T) T {
	log = append(log, fmt.Sprint(name, "=", v))
	return v
}

var (
	a = note("a", b+1)
	b = note("b", f())
	c = note("c", "independent")
	d = note("d", table["x"]()+len(names))
)

func f() int { return g() + e }
func g() int { return h.value() }

var e = note("e", 100)

type T struct{ n int }

func (t T) value() int   { return t.n * k }
func (t *T) pvalue() int { return t.n + viaPtr }

var h = T{note("h", 3)}
var k = note("k", 7)
var viaPtr = note("viaPtr", 11)
var mv = (&h).pvalue
var m2 = note("m2", mv())
var me = note("me", (*T).pvalue(&T{1}))

var table = map[string]func() int{"x": func() int { return late }, "y": cyc}
var late = note("late", 21)
var names = [...]string{2: note("names", "n"), 0: c}

func cyc() int { return 1 }

var x1, x2 = pair()
var x3 = note("x3", x1*x2)

func pair() (int, int) { note("pair", y0); return y0, y0 + 1 }

var y0 = note("y0", 4)

var _ = note("blank", z)
var z = note("z", 5)
var _, w = note("blank2", 1), note("w", z+1)

var fn func() int = func() int { return inner }
var inner = note("inner", 8)
var called = note("called", fn())

var iface fmt.Stringer = S(note("iface", 1))

type S int

func (s S) String() string { return fmt.Sprint("S", int(s), viaString) }

var viaString = note("viaString", 9)
var notDep = note("notDep", fmt.Sprint(iface))

var gen = note("gen", generic[int](2))

func generic[X any](n int) int { return n * genDep }

var genDep = note("genDep", 50)

var ch = make(chan int, note("ch", capn))
var capn = note("capn", 3)
var arr [5]int
var parr = &arr[note("idx", idx)]
var idx = 4
var static = []int{1, 2, 3}
var usesStatic = note("usesStatic", static[1])
var last = note("last", func() int {
	defer func() { recover() }()
	return static[idx+note("panicidx", 0)]
}())

func init() { note("init", len(log)) }
func init() { note("init again", a+d) }

func main() {
	for i, l := range log {
		fmt.Println(i, l)
	}
	fmt.Println(a, b, c, d, x3, w, called, m2, me, gen, cap(ch), parr == &arr[4], last)
}
