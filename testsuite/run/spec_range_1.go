// Range over integers, strings, arrays, slices, maps, channels, functions.
package main

import (
	"fmt"
	"iter"
	"slices"
)

type N uint8

func pairs(s string) iter.Seq2[int, byte] {
	return func(yield func(int, byte) bool) {
		defer fmt.Println("pairs done")
		for i := range len(s) {
			if !yield(i, s[i]) {
				return
			}
		}
	}
}

func find(s string, b byte) int {
	for i, c := range pairs(s) {
		if c == b {
			return i
		}
	}
	return -1
}

func nested() (out []string) {
outer:
	for i := range count(5) {
		for j := range count(5) {
			if j == 3 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			out = append(out, fmt.Sprint(i, j))
		}
	}
	return
}

func count(n int) iter.Seq[int] {
	return func(y func(int) bool) {
		for i := 0; i < n && y(i); i++ {
		}
	}
}

func main() {
	for i := range N(3) {
		fmt.Printf("%T%d ", i, i)
	}
	n := 3
	for i := range n {
		n = 10
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x ")
	}
	for i := range -1 {
		fmt.Print("never", i)
	}
	fmt.Println()
	for i, r := range "a\xffé\xe4\xb8世" {
		fmt.Printf("%d:%U ", i, r)
	}
	fmt.Println()
	a := [3]int{1, 2, 3}
	for i, v := range a {
		a[2] = 100
		fmt.Print(i, v, " ")
	}
	s := a[:]
	for i, v := range s {
		s[2] = 200
		s = append(s, v)
		fmt.Print(i, v, " ")
	}
	fmt.Println(len(s))
	m := map[int]bool{1: true, 2: true, 3: true}
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m))
	fmt.Println(find("hello", 'l'), find("hi", 'z'))
	fmt.Println(nested(), slices.Collect(count(4)))
	var np *[4]int
	for i := range np {
		fmt.Print(i)
	}
	var idx [2]int
	for idx[0], idx[1] = range []int{5, 6} {
	}
	fmt.Println(idx)
}
