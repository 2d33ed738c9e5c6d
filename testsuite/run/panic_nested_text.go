// A program that ends by nested panics: the text names each, recovered ones are marked.
package main

import (
	"errors"
	"fmt"
)

type myErr struct{ code int }

func (e *myErr) Error() string { return fmt.Sprint("code ", e.code) }

type str string

func (s str) String() string { return "Stringer " + string(s) }

func level(n int) {
	defer func() {
		switch n {
		case 1:
			panic(&myErr{7})
		case 2:
			panic(str("two"))
		case 3:
			recover()
			panic(fmt.Errorf("three: %w", errors.ErrUnsupported))
		case 4:
			panic(3.25)
		case 5:
			panic([2]int{1, 2}[n-5])
		}
	}()
	level2(n)
}

func level2(n int) {
	if n > 5 {
		panic("start\nwith two lines")
	}
	level(n + 1)
}

func try(f func()) {
	defer func() { fmt.Println("try:", recover()) }()
	f()
}

func main() {
	defer fmt.Println("main's defer runs")
	for n := 1; n <= 5; n++ {
		try(func() { level(n) })
	}
	defer func() {
		defer func() {
			if recover() == nil {
				fmt.Println("nothing")
			}
		}()
		fmt.Println("before second")
	}()
	level(1)
}
