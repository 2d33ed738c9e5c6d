// Expression switches: no tag, mixed types, init statements, fallthrough chains, default anywhere, calls as cases, big and sparse tables.
package main

import "fmt"

type Color uint8

const (
	Red Color = iota
	Green
	Blue
)

var trace []int

func c(n int) int { trace = append(trace, n); return n }

func fall(n int) (s string) {
	switch {
	default:
		s += "d"
		fallthrough
	case n == 1:
		s += "1"
		if n == 0 {
			break
		}
		fallthrough
	case n == 2:
		s += "2"
	case n == 3:
		s += "3"
		fallthrough
	case false:
		s += "f"
	}
	return
}

func dense(n int) int {
	switch n {
	case 0, 1, 2, 3:
		return n * 10
	case 4:
		return 7
	case 6, 5:
		return -n
	case 100:
		return 1
	case -1, -1 << 63:
		return 2
	case 1<<63 - 1:
		return 3
	}
	return 99
}

func str(s string) (n int) {
	switch s {
	case "alpha", "beta":
		n = 1
	case "gamma":
		n = 2
		fallthrough
	case "delta":
		n += 10
	case "":
		n = 5
	case "alphabet", "alphb", "alph":
		n = 6
	default:
		n = len(s)
	}
	return
}

func iface(x any) string {
	switch x {
	case 1:
		return "int 1"
	case 1.0:
		return "float 1"
	case "1", '1':
		return "text 1"
	case nil:
		return "nil"
	case Color(1):
		return "green"
	case [2]int{1, 2}:
		return "array"
	}
	return "other"
}

func order(n int) []int {
	trace = nil
	switch c(n) {
	case c(5), c(3):
	case c(1), c(2):
	default:
	case c(4):
	}
	return trace
}

func floats(f float64) int {
	switch f {
	case 0.5:
		return 1
	case 1e300, -1:
		return 2
	case 0:
		return 3
	}
	return 4
}

func scoped2(n int) (r int) {
	switch n := n * 2; {
	case n > 4:
		n := n * 100
		r = n
	case n == 4:
		r = n
	}
	return r + n
}

func bools(a, b bool) int {
	switch a {
	case b:
		return 1
	case !b:
		return 2
	}
	return 3
}

func ptrs(p, q *int) int {
	switch p {
	case nil:
		return 0
	case q:
		return 1
	}
	return 2
}

func main() {
	fmt.Println(fall(0), fall(1), fall(2), fall(3), fall(9))
	for _, n := range []int{-1, 0, 1, 2, 3, 4, 5, 6, 7, 100, -1 << 63, 1<<63 - 1} {
		fmt.Print(dense(n), " ")
	}
	for _, s := range []string{"alpha", "beta", "gamma", "delta", "", "alph", "alphabet", "x", "Alpha"} {
		fmt.Print(str(s), " ")
	}
	fmt.Println()
	for _, x := range []any{1, 1.0, "1", '1', nil, Green, [2]int{1, 2}, int8(1), Blue, [2]int{}} {
		fmt.Print(iface(x), " ")
	}
	fmt.Println(order(5), order(3), order(2), order(4), order(9))
	fmt.Println(floats(0.5), floats(-1), floats(1e300), floats(-0.0), floats(2), scoped2(1), scoped2(2), scoped2(3), bools(true, true), bools(false, true))
	a, b := 1, 1
	fmt.Println(ptrs(nil, &a), ptrs(&a, &a), ptrs(&a, &b))
	switch x := 5; x {
	}
	switch {
	}
	switch x := func() int { trace = nil; return 1 }(); {
	case x > 0 && len(trace) == 0:
		fmt.Println("done")
	}
	var u uint8 = 200
	switch u + 100 {
	case 44:
		fmt.Println("wrapped")
	}
}
