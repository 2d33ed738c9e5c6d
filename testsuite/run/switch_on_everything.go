// switch over arrays, structs, pointers, channels, functions compared with nil, interfaces holding uncomparable values, complex, bool.
package main

import "fmt"

type P struct{ x, y int }

func arr(a [2]string) int {
	switch a {
	case [2]string{}:
		return 0
	case [...]string{"a", "b"}:
		return 1
	case [2]string{1: "z"}, [2]string{"z"}:
		return 2
	}
	return 3
}

func st(p P) string {
	switch p {
	case P{}:
		return "origin"
	case P{1, p.y}:
		return "line"
	case P{p.y, p.x}:
		return "diagonal"
	}
	return "plane"
}

func ifc(x any) (r any) {
	defer func() {
		if e := recover(); e != nil {
			r = e
		}
	}()
	switch x {
	case nil:
		return "nil"
	case 0, "", 0.0:
		return "zero"
	case P{1, 2}:
		return "struct"
	case [1]any{P{}}:
		return "array"
	case any(struct{}{}):
		return "empty"
	}
	return "other"
}

func fn(f func() int, c chan int, m map[int]int, s []int) (out []bool) {
	for range 1 {
		switch {
		case f == nil && c == nil, m == nil && s == nil:
			out = append(out, true)
			fallthrough
		case f != nil && f() > 3:
			out = append(out, false)
		default:
			out = append(out, c != nil, m != nil)
		}
	}
	return
}

func cplx(z complex128) int {
	switch z {
	case 1i * 1i:
		return 1
	case 1 + 2i, complex(2, 1):
		return 2
	case 0:
		return 3
	}
	return 4
}

func dup(n int) (s string) {
	one := 1
	switch n {
	case one:
		s += "first"
	case one + 0:
		s += "never"
	case 2, one * 2:
		s += "two"
	}
	switch true {
	case n > 1, n > 0:
		s += ">"
	case n == 1 && false:
		s += "!"
	}
	switch false {
	case n > 1:
		s += "small"
	}
	return
}

func main() {
	fmt.Println(arr([2]string{}), arr([2]string{"a", "b"}), arr([2]string{"", "z"}), arr([2]string{"z"}), arr([2]string{"q"}))
	fmt.Println(st(P{}), st(P{1, 5}), st(P{4, 4}), st(P{2, 3}))
	for _, x := range []any{nil, 0, "", 0.0, P{1, 2}, [1]any{P{}}, struct{}{}, int8(0), []int{}, [1]any{[]int{}}, func() {}, map[int]int{}, [2]any{1, 2}} {
		fmt.Print(ifc(x), "; ")
	}
	fmt.Println()
	fmt.Println(fn(nil, nil, nil, nil), fn(func() int { return 5 }, nil, map[int]int{}, nil), fn(func() int { return 1 }, make(chan int), map[int]int{}, []int{}))
	fmt.Println(cplx(-1), cplx(1+2i), cplx(2+1i), cplx(0), cplx(5), dup(1), dup(2), dup(0))
	x, y := new(int), new(int)
	for _, p := range []*int{x, y, nil} {
		switch p {
		case x:
			fmt.Print("x ")
		case nil:
			fmt.Print("nil ")
		default:
			fmt.Print("y ", *p, " ")
		}
	}
	c1, c2 := make(chan int), make(chan int)
	switch (<-chan int)(c1) {
	case c2:
		fmt.Println("c2")
	case c1:
		fmt.Println("c1")
	}
}
