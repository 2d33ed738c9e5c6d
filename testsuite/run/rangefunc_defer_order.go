// Defer in the body of a range over a function belongs to the function around, even when iterators defer themselves.
package main

import (
	"fmt"
	"iter"
	"strings"
)

var log strings.Builder

func note(s ...any) { fmt.Fprint(&log, s...); log.WriteByte(' ') }
func flush(name string) {
	fmt.Println(name+":", log.String())
	log.Reset()
}

func count(name string, n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer note("end-" + name)
		for i := range n {
			defer note(name, "-it", i)
			if !yield(i) {
				return
			}
		}
	}
}

func plain() {
	defer note("f")
	for i := range count("a", 3) {
		defer note("body", i)
	}
	note("after-loop")
}

func nested() (r int) {
	defer func() { note("result", r) }()
	for i := range count("a", 3) {
		for j := range count("b", 3) {
			defer func() { r += i*10 + j; note(i, j) }()
			if j == 1 {
				break
			}
			if i == 1 {
				return 1000
			}
		}
	}
	return
}

func inLiteral() {
	for i := range count("a", 2) {
		func() {
			defer note("lit", i)
			for j := range count("b", 1) {
				defer note("inlit", i, j)
			}
			note("litend")
		}()
	}
}

func panics() (r any) {
	defer func() { r = recover() }()
	for i := range count("p", 5) {
		defer note("d", i)
		if i == 2 {
			panic(fmt.Sprint("at ", i))
		}
	}
	return "none"
}

func recovers() (r string) {
	for i := range count("r", 4) {
		defer func() {
			if e := recover(); e != nil {
				r = fmt.Sprint("recovered ", e, " in defer ", i)
			}
		}()
		if i == 3 {
			panic("x")
		}
	}
	return "none"
}

func generic[T any](xs ...T) (out []T) {
	seq := func(yield func(T) bool) {
		defer note("gen")
		for _, x := range xs {
			if !yield(x) {
				return
			}
		}
	}
	for x := range seq {
		defer func() { out = append(out, x) }()
	}
	return
}

func labels() {
outer:
	for i := range count("o", 4) {
		for j := range count("i", 4) {
			defer note("L", i, j)
			switch {
			case j == 1:
				continue outer
			case i == 2:
				break outer
			}
		}
	}
	note("done")
}

func main() {
	plain()
	flush("plain")
	fmt.Println(nested())
	flush("nested")
	inLiteral()
	flush("inLiteral")
	fmt.Println(panics())
	flush("panics")
	fmt.Println(recovers())
	flush("recovers")
	fmt.Println(generic(1, 2, 3), generic("a", "b"))
	flush("generic")
	labels()
	flush("labels")
}
