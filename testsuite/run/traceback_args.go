// A traceback writes () after functions without parameters, as gc does, and (...) after others, whose arguments it does not know.
package main

import (
	"fmt"
	"runtime"
	"strings"
)

type point struct{ x, y int }

//go:noinline
func (p point) show() { stack() }

//go:noinline
func stack() {
	buf := make([]byte, 4096)
	for _, line := range strings.Split(string(buf[:runtime.Stack(buf, false)]), "\n") {
		if strings.HasPrefix(line, "main.") {
			fmt.Println(line[:strings.IndexByte(line, '(')], line[strings.LastIndexByte(line, '('):] == "()")
		}
	}
}

//go:noinline
func two(a, b int) int {
	defer func() { recover() }()
	stack()
	return a + b
}

//go:noinline
func deferred() (s string) {
	defer func() {
		recover()
		stack()
	}()
	panic("x")
}

func main() {
	stack()
	two(1, 2)
	deferred()
	point{1, 2}.show()
	done := make(chan bool)
	go func() {
		stack()
		close(done)
	}()
	<-done
}
