// Control flow: switch in all forms, goto, labels, select, defer order, for clauses.
package main

import "fmt"

func sw(s string) int {
	switch s {
	case "alpha", "beta":
		return 1
	case "gamma":
		return 2
	case "delta", "epsilon", "zeta":
		return 3
	case "":
		return 4
	case "eta":
		fallthrough
	case "theta":
		return 5
	}
	return 0
}

func num(n int64) (r string) {
	switch n {
	default:
		r = "default"
	case -1:
		r = "minus"
	case 0, 1, 2:
		r = "small"
	case 100:
		r = "hundred"
	}
	return
}

func cond(n int) string {
	switch x := n * 2; {
	case x > 10 && x < 20:
		return "teens"
	case x == 4:
		break
	case x < 0:
		return "neg"
	default:
		return "other"
	}
	return "four"
}

func gotos(n int) (s string) {
	i := 0
loop:
	if i < n {
		s += fmt.Sprint(i)
		i++
		if i == 5 {
			goto done
		}
		goto loop
	}
	s += "!"
done:
	return
}

func search(m [][]int, want int) (int, int) {
outer:
	for i, row := range m {
		for j, v := range row {
			if v < 0 {
				continue outer
			}
			if v == want {
				return i, j
			}
			if v > 100 {
				break outer
			}
		}
	}
	return -1, -1
}

func defers(n int) (s []int) {
	for i := 0; i < n; i++ {
		defer func(k int) { s = append(s, k*10+i) }(i)
	}
	defer func() { s = append(s, len(s)) }()
	return nil
}

func early(b bool) (s string) {
	defer func() { s += " deferred" }()
	if b {
		return "early"
	}
	defer func() { s += " second" }()
	return "late"
}

type T struct{ n int }

func (t T) show(s string)   { fmt.Print(s, t.n, " ") }
func (t *T) showp(s string) { fmt.Print(s, t.n, " ") }

func methodDefers() {
	t := T{1}
	defer fmt.Println()
	defer t.show("value ")
	defer t.showp("pointer ")
	defer func() { t.show("closure ") }()
	t.n = 2
}

func selects() {
	a, b := make(chan int, 1), make(chan string, 1)
	var nilc chan int
	for i := range 4 {
		select {
		case v := <-a:
			fmt.Print("a", v, " ")
			b <- "s"
		case s, ok := <-b:
			fmt.Print(s, ok, " ")
		case nilc <- 1:
			fmt.Print("never")
		default:
			fmt.Print("default", i, " ")
			a <- i
		}
	}
	close(a)
	v, ok := <-a
	fmt.Println(v, ok, len(b), cap(b))
}

func main() {
	for _, s := range []string{"alpha", "beta", "gamma", "zeta", "", "eta", "theta", "iota", "epsilom"} {
		fmt.Print(sw(s), " ")
	}
	fmt.Println()
	for _, n := range []int64{-1, 0, 2, 3, 100, 1 << 40, 1<<40 + 1} {
		fmt.Print(num(n), " ")
	}
	fmt.Println(cond(7), cond(2), cond(-1), cond(50))
	fmt.Println(gotos(3), gotos(9))
	fmt.Println(search([][]int{{1, -1, 5}, {7, 5}, {200, 9}, {9}}, 5))
	fmt.Println(search([][]int{{1, -1, 5}, {7, 5}, {200, 9}, {9}}, 9))
	fmt.Println(defers(3), early(true), early(false))
	methodDefers()
	selects()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, " ")
	}
	n := 0
	for n < 3 {
		n++
	}
	for {
		if n++; n > 6 {
			break
		}
	}
	fmt.Println(n)
	if x := n; x > 100 {
		fmt.Println("no")
	} else if y := x * 2; y == 14 {
		fmt.Println("yes", x, y)
	} else {
		fmt.Println(x, y)
	}
block:
	switch {
	case n > 0:
		if n == 7 {
			break block
		}
		fmt.Println("skipped")
	}
	var empty []int
	for range empty {
		fmt.Println("no")
	}
	for i := range 3 {
		switch {
		case i == 1:
			continue
		}
		fmt.Print(i)
	}
	fmt.Println()
}
