// Declarations and scope: shadowing, := redeclaration, universe overrides.
package main

import (
	"errors"
	"fmt"
)

var x = 1

const c = "outer"

type T int

func (T) name() string { return "outer T" }

func pair() (int, error) { return 5, errors.New("e") }

func shadow() (n int, err error) {
	if n, err := pair(); err != nil {
		fmt.Println("inner", n, err)
	}
	n, err = 3, nil
	m, err := pair()
	return n + m, err
}

func builtins() {
	len := func(s string) int { return -1 }
	true := false
	int := 7.5
	nil := "nil"
	fmt.Println(len("abc"), true, int, nil)
}

func main() {
	fmt.Println(x)
	x := x + 1
	{
		x := x * 10
		x++
		fmt.Println(x)
	}
	fmt.Println(x)
	if x := 7; x > 10 {
		fmt.Println("no")
	} else if y := x * 2; y > 10 {
		fmt.Println("else", x, y)
	} else {
		fmt.Println(y)
	}
	type T struct{ a int }
	fmt.Printf("%v %T\n", T{1}, T{})
	const c = len(c) + 1
	fmt.Println(c)
	fmt.Println(shadow())
	builtins()
	switch x := any(x).(type) {
	case int:
		x++
		fmt.Println("int", x)
	}
	fmt.Println(x)
	for i := 0; i < 2; i++ {
		i := i * 100
		i++
		fmt.Print(i, " ")
	}
	fmt.Println()
	var f func(int) int
	f = func(n int) int {
		if n < 2 {
			return n
		}
		return f(n-1) + f(n-2)
	}
	fmt.Println(f(15))
	var a, b = 1, "s"
	var (
		d    = a + 1
		e, g float32
	)
	_, _ = e, g
	a, h := 9, d
	fmt.Println(a, b, d, h)
	func() {
		fmt := "shadowed package"
		_ = fmt
	}()
	fmt.Println("end")
}
