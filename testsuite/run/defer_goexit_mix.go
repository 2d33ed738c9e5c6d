// runtime.Goexit among panics, recovers and deferred calls: what runs, in which order, and what recover sees.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type log struct{ strings.Builder }

func (l *log) add(s ...any) { fmt.Fprint(l, s...); l.WriteByte(';') }

func run(name string, f func(l *log)) {
	l := &log{}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { l.add("last ", recover()) }()
		f(l)
		l.add("returned")
	}()
	<-done
	fmt.Println(name+":", l.String())
}

func main() {
	run("return", func(l *log) { defer l.add("d") })
	run("goexit", func(l *log) {
		defer l.add("d1")
		defer func() { l.add("d2 ", recover()) }()
		runtime.Goexit()
	})
	run("nested frames", func(l *log) {
		defer l.add("outer")
		func() {
			defer l.add("inner")
			func() { runtime.Goexit() }()
			l.add("not reached")
		}()
		l.add("not reached")
	})
	run("panic then goexit", func(l *log) {
		defer func() { l.add("sees ", recover()) }()
		defer func() { runtime.Goexit() }()
		panic("p")
	})
	run("goexit then panic, recovered", func(l *log) {
		defer l.add("still exiting")
		func() {
			defer func() { l.add("rec ", recover()) }()
			defer func() { panic("in goexit") }()
			runtime.Goexit()
		}()
		l.add("not reached")
	})
	run("recover then goexit", func(l *log) {
		defer l.add("d")
		defer func() {
			l.add("got ", recover())
			runtime.Goexit()
		}()
		panic("q")
	})
	run("goexit in loop of defers", func(l *log) {
		for i := range 4 {
			defer func() {
				l.add(i)
				if i == 2 {
					runtime.Goexit()
				}
			}()
		}
		panic("r")
	})
	run("panic replaced, goexit between", func(l *log) {
		defer func() { l.add("a ", recover()) }()
		defer func() {
			defer func() { l.add("b ", recover()) }()
			panic("second")
		}()
		defer runtime.Goexit()
		panic("first")
	})
	run("method value deferred", func(l *log) {
		f := l.add
		defer f("mv")
		defer (*log).add(l, "me")
		l = &log{}
		runtime.Goexit()
	})
	run("range func", func(l *log) {
		seq := func(yield func(int) bool) {
			defer l.add("iterator's defer")
			for i := 0; yield(i); i++ {
			}
		}
		for i := range seq {
			defer l.add("loop ", i)
			if i == 2 {
				runtime.Goexit()
			}
		}
	})
}
