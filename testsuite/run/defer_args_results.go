// Deferred calls: arguments and receivers evaluated at once, results changed after return, loops, closures, order.
package main

import (
	"fmt"
	"os"
	"strings"
)

var out []string

func rec(s ...any) { out = append(out, strings.TrimSpace(fmt.Sprintln(s...))) }

func flush(name string) { fmt.Println(name, strings.Join(out, " | ")); out = nil }

type Big struct {
	a [20]int
	s string
}

func (b Big) show(x int)   { rec(b.s, b.a[3], x) }
func (b *Big) pshow(x int) { rec("p", b.s, b.a[3], x) }

func args() {
	x := 1
	b := Big{s: "b"}
	defer rec("x", x)
	defer func(y int) { rec("y", y, "x", x) }(x)
	defer b.show(x)
	defer b.pshow(x)
	f := b.show
	x, b.s, b.a[3] = 2, "c", 7
	defer f(x)
	defer b.show(x)
	x = 3
	func() { defer func() { x *= 5 }(); x++ }()
}

func named(n int) (r int, err error) {
	defer func() { r *= 2 }()
	defer func() {
		if e := recover(); e != nil {
			r, err = -r, fmt.Errorf("e%v", e)
		}
	}()
	r = n
	switch n {
	case 1:
		return 10, nil
	case 2:
		panic(n)
	case 3:
		r, err := 5, error(nil)
		_ = err
		return r + 1, nil
	case 4:
		return r + n, fmt.Errorf("four")
	}
	return
}

func unnamed() int {
	r := 1
	defer func() { r = 100 }()
	return r
}

func chain() (f func() int) {
	defer func() { g := f; f = func() int { return g() + 1 } }()
	defer func() { g := f; f = func() int { return g() * 10 } }()
	return func() int { return 4 }
}

func loops() (s string) {
	for i := 0; i < 3; i++ {
		defer func() { s += fmt.Sprint(i) }()
		defer func(j *int) { s += fmt.Sprint("*", *j) }(&i)
	}
	for i := range 3 {
		if i == 1 {
			continue
		}
		defer func() { s += fmt.Sprint("r", i) }()
	}
	i := 7
loop:
	if i > 5 {
		defer func(k int) { s += fmt.Sprint("g", k, i) }(i)
		i--
		goto loop
	}
	return "="
}

func builtins() (m map[string]int, c chan int, s []int) {
	m, c, s = map[string]int{"a": 1, "b": 2}, make(chan int, 1), []int{1, 2, 3}
	defer delete(m, "a")
	defer close(c)
	defer copy(s, s[1:])
	defer print("")
	defer clear(s[2:])
	return
}

func large(a [50]int, b Big) (r [50]int) {
	defer func(c [50]int) { r[1] = c[1] + b.a[0] + a[2] }(a)
	a[1], a[2], b.a[0] = 1000, 2000, 3000
	return a
}

func main() {
	args()
	flush("args")
	for n := range 5 {
		fmt.Println(named(n))
	}
	fmt.Println(unnamed(), chain()(), loops())
	m, c, s := builtins()
	_, ok := <-c
	fmt.Println(m, ok, s)
	var a [50]int
	a[1], a[2] = 1, 2
	l := large(a, Big{})
	fmt.Println(l[:3])
	defer fmt.Println("not run by os.Exit")
	defer os.Exit(0)
	defer fmt.Println("run before os.Exit")
}
