// fmt: formatted output to a buffer.
package main

import (
	"fmt"
	"strings"
)

type point struct{ X, Y int }

func main() {
	var b strings.Builder
	n := 0
	for i := 0; i < 400000; i++ {
		b.Reset()
		fmt.Fprintf(&b, "%d %s %5.2f %x|%-8s|%08d", i, "text", float64(i)/3, i, "left", i)
		fmt.Fprintf(&b, " %v %+v %q", point{i, -i}, point{i, 1}, "quoted")
		fmt.Fprintln(&b, i, true, "end", 1.5)
		n += b.Len()
	}
	fmt.Println(n)
}
