// Blocks and scope: every implicit block, redeclaration by :=, shadowed packages, types, functions, labels and predeclared names.
package main

import (
	"errors"
	"fmt"
	"strings"
)

var x = "package"

type T int

func (T) name() string { return "T" }

func fn() string { return "fn" }

func params(x int, fmt string) (strings int) {
	strings = len(fmt) + x
	{
		strings := strings * 2
		x := strings
		_ = x
	}
	var f func(x int) int
	f = func(x int) int {
		if x == 0 {
			return strings
		}
		x, y := x-1, x
		return f(x) + y
	}
	return f(x)
}

func labels() (n int) {
	n = 1
n:
	for {
		switch n := n + 1; n {
		case 2:
			n++
			break n
		}
	}
	return n
}

func redeclare() (s string, err error) {
	a, err := 1, errors.New("first")
	s += err.Error()
	b, err := 2, errors.New("second")
	s += err.Error()
	if c, err := 3, errors.New("inner"); err != nil {
		s += fmt.Sprint(a, b, c, err)
	}
	{
		a, d := "string", 4
		s += fmt.Sprint(a, d)
		a, e := "again", 5
		s += fmt.Sprint(a, e)
	}
	for a, b := 10, 20; a < 11; a, b = a+1, b+1 {
		a := a * 2
		s += fmt.Sprint(a, b)
	}
	s += fmt.Sprint(a, b)
	return
}

func closures() (out []string) {
	x := x + "/local"
	f := func() string { return x }
	{
		x := x + "/block"
		x += "!"
		out = append(out, x, f())
	}
	func(x string) {
		x = strings.ToUpper(x)
		out = append(out, x)
	}(x)
	x = "changed"
	if x := 5; x > 3 {
		x := "in if"
		out = append(out, x)
	} else if y := x * 2; y > 0 {
		out = append(out, fmt.Sprint(x, y))
	}
	switch x := any(x).(type) {
	case string:
		x += "?"
		out = append(out, x)
	case int:
		x++
	}
	switch x := len(x); x {
	case 7:
		x := x * 2
		out = append(out, fmt.Sprint(x))
		fallthrough
	default:
		x++
		out = append(out, fmt.Sprint(x))
	}
	c := make(chan string, 1)
	c <- "received"
	select {
	case x := <-c:
		out = append(out, x)
	}
	for x := range 2 {
		x := fmt.Sprint("r", x)
		defer func() { out[0] += x }()
	}
	for _, x := range []string{x} {
		x += "+"
		out = append(out, x)
	}
	return append(out, x, f())
}

func types() string {
	type T struct{ a int }
	t := T{1}
	s := fmt.Sprintf("%T", t)
	{
		type T = string
		var t T = "alias"
		s += t
		type U []T
		s += fmt.Sprintf("%T", U{t})
	}
	type L struct {
		next *L
		v    int
	}
	l := &L{&L{nil, 2}, 1}
	s += fmt.Sprint(l.next.v)
	func() {
		type T [2]int
		s += fmt.Sprintf("%T%v", T{}, T{1})
	}()
	return s
}

type __string = string

func shadowAll() (s string) {
	strings := strings.Repeat("ab", 2)
	fn := func() string { return fn() + "2" }
	fmt := fmt.Sprint(strings, fn())
	T := T(3).name()
	len := func(string) int { return 42 }
	true := false
	nil := 0
	string := "not a type"
	if !true && nil == 0 {
		s = fmt + T + string
		s += []func() (r __string){0: func() (r __string) { return __string(rune(len(s))) }}[0]()
	}
	return
}

func main() {
	fmt.Println(redeclare())
	fmt.Println(closures())
	fmt.Println(types())
	fmt.Println(shadowAll())
	fmt.Println(params(3, "four"), labels(), x, fn(), T(1).name())
	var x, y = x + "1", "y"
	x, z := y, x
	fmt.Println(x, y, z)
	const c = 1
	{
		const c = c + 1
		const d = c * 10
		var fn = fn
		fmt.Println(c, d, fn())
	}
	var fmt2 = fmt.Sprint
	fmt := fmt2(c)
	println(fmt)
}
