// Labeled break and continue across range kinds, with deferred effects.
package main

import "fmt"

func search(m [][]string, want string) (r, c int) {
rows:
	for r, row := range m {
		for c, s := range row {
			switch {
			case s == "skip":
				continue rows
			case s == want:
				return r, c
			case s == "stop":
				break rows
			}
		}
	}
	return -1, -1
}

func main() {
	m := [][]string{{"a", "skip", "x"}, {"b", "c"}, {"stop"}, {"z"}}
	for _, w := range []string{"a", "x", "c", "z"} {
		fmt.Println(search(m, w))
	}
	n := 0
outer:
	for _, r := range "abcdef" {
		for i := range 5 {
			if i == 2 && r == 'c' {
				continue outer
			}
			if r == 'e' {
				break outer
			}
			n += i
		}
		n += 100
	}
	fmt.Println(n)
	c := make(chan int, 4)
	c <- 1
	c <- 2
	c <- 3
	close(c)
drain:
	for v := range c {
		switch v {
		case 2:
			break drain
		}
		fmt.Println("got", v)
	}
	fmt.Println(len(c))
}
