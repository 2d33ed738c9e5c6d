// Thousands of deferred calls in loops, with garbage made between them, run in reverse order also when a panic passes.
package main

import "fmt"

type cell struct {
	n    int
	prev *cell
	pad  [6]string
}

func many(n int) (sum int, last *cell) {
	for i := range n {
		c := &cell{n: i}
		c.pad[i%6] = fmt.Sprint(i)
		defer func() {
			sum = sum*3 + c.n + len(c.pad[c.n%6])
			c.prev, last = last, c
		}()
	}
	return
}

func panicking(n int) (got []int, r any) {
	defer func() { r = recover() }()
	for i := 0; ; i++ {
		defer func(k *int) { got = append(got, *k) }(&i)
		if i == n {
			panic(fmt.Sprint("at ", i))
		}
	}
}

func conditional(n int) (s string) {
	for i := range n {
		if i%3 == 0 {
			defer func() { s += fmt.Sprint(i, ",") }()
			continue
		}
		switch i % 4 {
		case 1:
			defer func(x string) { s += x }(fmt.Sprint("c", i, ","))
		case 2:
			for j := range 2 {
				defer func() { s += fmt.Sprint("n", i, j, ",") }()
			}
		}
	}
	return "="
}

func main() {
	sum, last := many(3000)
	n := 0
	for c := last; c != nil; c = c.prev {
		n += c.n
	}
	fmt.Println(sum, n, last.n, last.prev.n)
	got, r := panicking(9)
	fmt.Println(got, r)
	fmt.Println(conditional(9))
}
