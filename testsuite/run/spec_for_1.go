// For statements: all forms, loop bounds at the ends of types, nested loops.
package main

import "fmt"

func collatz(n int) (steps int) {
	for n != 1 {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
		steps++
	}
	return
}

func matmul(a, b [][]int) [][]int {
	c := make([][]int, len(a))
	for i := range a {
		c[i] = make([]int, len(b[0]))
		for j := range c[i] {
			for k, v := range a[i] {
				c[i][j] += v * b[k][j]
			}
		}
	}
	return c
}

func bubble(s []int) (swaps int) {
	for changed := true; changed; {
		changed = false
		for i := 1; i < len(s); i++ {
			if s[i-1] > s[i] {
				s[i-1], s[i] = s[i], s[i-1]
				changed = true
				swaps++
			}
		}
	}
	return
}

func pascal(n int) {
	row := []int{1}
	for range n {
		fmt.Println(row)
		next := make([]int, len(row)+1)
		for i, v := range row {
			next[i] += v
			next[i+1] += v
		}
		row = next
	}
}

func main() {
	fmt.Println(collatz(27), collatz(1))
	fmt.Println(matmul([][]int{{1, 2}, {3, 4}}, [][]int{{0, 1}, {1, 0}}))
	s := []int{5, 2, 9, 1, 5, 6}
	fmt.Println(bubble(s), s)
	pascal(5)
	n := 0
	for i := uint8(250); i != 3; i++ {
		n++
	}
	for i := int8(120); i > 0; i++ {
		n++
	}
	for i := uint(5); i < 6; i-- {
		n++
	}
	for i := 1<<63 - 3; i > 0; i++ {
		n++
	}
	fmt.Println(n)
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
	fmt.Println(s)
	x := 1.0
	for i := 0; i < 20; i++ {
		x = (x + 2/x) / 2
	}
	fmt.Println(x)
	sum := 0
	for i := 10; i > -10; i -= 3 {
		for j := i; j < 10; j += 4 {
			sum += i * j
		}
	}
	fmt.Println(sum)
	for {
		if sum++; sum%17 == 0 {
			break
		}
	}
	fmt.Println(sum)
}
