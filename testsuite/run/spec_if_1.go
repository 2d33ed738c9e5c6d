// If statements: chains, init scope, conditions with calls and assertions.
package main

import (
	"fmt"
	"strconv"
)

type bit bool

func (b bit) num() (n int) {
	if b {
		n = 1
	}
	return
}

func grade(n int) string {
	if n < 0 {
		return "invalid"
	} else if q := n / 10; q >= 9 {
		return "A"
	} else if r := n % 10; q == 8 && r >= 5 {
		return "B+"
	} else if q == 8 {
		return "B"
	} else {
		return fmt.Sprint("C", q, r)
	}
}

func parse(v any) string {
	if s, ok := v.(string); !ok {
		return fmt.Sprintf("not a string: %v %q", v, s)
	} else if n, err := strconv.Atoi(s); err != nil {
		return err.Error()
	} else {
		return fmt.Sprint(n * 2)
	}
}

func swap(a, b int) (int, int) {
	if a > b {
		a, b = b, a
	}
	return a, b
}

func phi(c, d bool) (x, y int) {
	if c {
		x = 1
		if d {
			y = x + 1
		} else {
			x, y = 10, 20
		}
	} else if d {
		y = -1
	}
	if x == 10 {
		x = y
	}
	return
}

func main() {
	for _, n := range []int{-1, 95, 89, 81, 42} {
		fmt.Print(grade(n), " ")
	}
	fmt.Println()
	fmt.Println(parse(1), parse("21"), parse("x"), parse(nil), parse("99999999999999999999"))
	fmt.Println(swap(1, 2))
	fmt.Println(swap(2, 1))
	for i := range 4 {
		x, y := phi(i&1 != 0, i&2 != 0)
		fmt.Print(x, ",", y, " ")
	}
	fmt.Println(bit(true).num(), bit(1 > 2).num(), bit(true) == (1 < 2))
	m := map[string]*int{"nil": nil}
	if p, ok := m["nil"]; ok && p == nil {
		fmt.Println("present nil")
	}
	if _, ok := m["none"]; !ok {
		fmt.Println("absent")
	}
	if x := (struct{ a int }{3}); x.a == 3 {
		fmt.Println("composite")
	}
	if f := func() bool { return len(m) == 1 }; f() {
		fmt.Println("func")
	}
}
