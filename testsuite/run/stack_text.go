// What debug.Stack shows: from its own frame on, with a word for the panic that is under way.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

var zero int

//go:noinline
func divide(n int) int { return n / zero }

func funcs(s string) {
	first, rest, _ := strings.Cut(s, "\n")
	fmt.Fprintln(os.Stdout, "first:", strings.TrimPrefix(first, "goroutine "))
	for i, line := range strings.Split(rest, "\n") {
		if i%2 == 0 && line != "" {
			name, _, _ := strings.Cut(line, "(")
			fmt.Println(name)
		}
	}
}

func main() {
	defer func() {
		fmt.Println(recover())
		funcs(string(debug.Stack()))
		runtime.LockOSThread()
		buf := make([]byte, 1000)
		funcs(string(buf[:runtime.Stack(buf, false)]))
	}()
	divide(1)
}
