// Iterators that break the protocol: yield called after false, after the loop, after a panic; the loop's run-time checks.
package main

import (
	"fmt"
	"iter"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		if e, ok := r.(error); ok {
			fmt.Println(name, "error:", e)
		} else {
			fmt.Println(name, "value:", r)
		}
	}()
	f()
}

var saved func(int) bool

func goesOn(y func(int) bool) { y(1); y(2); y(3) }
func saves(y func(int) bool)  { saved = y; y(1) }
func swallows(y func(int) bool) {
	defer func() { recover() }()
	y(1)
	y(2)
}
func swallowsAndCalls(y func(int) bool) {
	func() {
		defer func() { fmt.Println("swallowed", recover()) }()
		y(1)
	}()
	y(2)
}
func reenters(y func(int) bool) {
	y(1)
	y(2)
}
func passes(in iter.Seq[int]) iter.Seq[int] { return func(y func(int) bool) { in(y) } }

func main() {
	try("break then more", func() {
		for x := range goesOn {
			fmt.Println(x)
			if x == 1 {
				break
			}
		}
	})
	try("no break", func() {
		for x := range goesOn {
			fmt.Print(x, " ")
		}
		fmt.Println()
	})
	try("after loop", func() {
		for range saves {
		}
		saved(2)
	})
	try("return then more", func() {
		func() int {
			for x := range passes(goesOn) {
				return x
			}
			return 0
		}()
	})
	try("panic swallowed", func() {
		for x := range swallows {
			panic(x)
		}
		fmt.Println("not here")
	})
	try("panic swallowed, call again", func() {
		for x := range swallowsAndCalls {
			panic(x)
		}
	})
	try("recursive yield", func() {
		depth := 0
		var y2 func(int) bool
		for x := range func(y func(int) bool) { y2 = y; y(0) } {
			depth++
			fmt.Println("depth", depth, x)
			y2(x + 1)
		}
	})
	try("goroutine-free saved inside", func() {
		n := 0
		for x := range saves {
			n += x
		}
		try("inner", func() { saved(n) })
		fmt.Println("outer goes on", n)
	})
	try("continue outer then more", func() {
	outer:
		for i := range 3 {
			for x := range goesOn {
				if x == 2 {
					continue outer
				}
				fmt.Println(i, x)
			}
		}
	})
	try("nil iterator", func() {
		var s iter.Seq[int]
		for range s {
		}
	})
	try("fine", func() {
		for x := range passes(passes(func(y func(int) bool) { _ = y(1) && y(2) })) {
			fmt.Println("x", x)
		}
	})
}
