// Defer: order, argument evaluation, result modification, loops, methods.
package main

import (
	"errors"
	"fmt"
)

type R struct{ n int }

func (r R) val(s string)  { fmt.Println(s, r.n) }
func (r *R) ptr(s string) { fmt.Println(s, r.n) }

func results() (a int, b string, err error) {
	defer func() {
		a *= 2
		b += "!"
		if err != nil {
			err = fmt.Errorf("wrapped: %w", err)
		}
	}()
	return 21, "hi", errBase
}

var errBase = errors.New("base")

func order() {
	for i := range 3 {
		defer fmt.Print("d", i, " ")
	}
	r := R{1}
	defer r.val("val")
	defer r.ptr("ptr")
	f := r.val
	r.n = 2
	defer f("bound")
	var nilf func()
	defer func() {
		fmt.Println("recovered", recover())
	}()
	defer nilf()
	fmt.Println("body")
}

func cond(b bool) (s string) {
	if b {
		defer func() { s += "-cond" }()
	}
	defer func() { s += "-always" }()
	if !b {
		return "early"
	}
	return "late"
}

func nest() (out []int) {
	defer func() {
		defer func() { out = append(out, 3) }()
		out = append(out, 2)
	}()
	out = append(out, 1)
	return out
}

func unnamed() int {
	x := 1
	defer func() { x = 50 }()
	return x
}

func repanic() (s string) {
	defer func() { s = fmt.Sprint("last: ", recover()) }()
	defer func() { panic(fmt.Sprint("second after ", recover())) }()
	panic("first")
}

func noRecover() (r any) {
	defer func() { r = recover() }()
	defer func() {
		func() { fmt.Println("nested recover:", recover()) }()
	}()
	panic(7)
}

func main() {
	a, b, err := results()
	fmt.Println(a, b, err, errors.Is(err, errBase))
	order()
	fmt.Println()
	fmt.Println(cond(true), cond(false), nest(), unnamed())
	fmt.Println(repanic())
	fmt.Println(noRecover(), recover())
	m := map[string]int{"a": 1, "b": 2}
	func() {
		defer delete(m, "a")
		defer func(n int) { fmt.Println(n, len(m)) }(len(m))
		m["c"] = 3
	}()
	fmt.Println(m)
}
