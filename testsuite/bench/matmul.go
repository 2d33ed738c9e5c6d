// Matrix product over slices of slices, loops in cache order.
package main

import "fmt"

func matrix(n int, seed float64) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
		for j := range m[i] {
			m[i][j] = seed * float64(i-j) * float64(i+j) / float64(n)
		}
	}
	return m
}

func multiply(c, a, b [][]float64) {
	for i := range c {
		ci := c[i]
		for k, aik := range a[i] {
			for j, x := range b[k] {
				ci[j] += aik * x
			}
		}
	}
}

func main() {
	const n = 700
	a, b, c := matrix(n, 1), matrix(n, 2), matrix(n, 0)
	for i := 0; i < 2; i++ {
		multiply(c, a, b)
	}
	fmt.Println(c[n/2][n/2], c[1][2], c[n-1][0])
}
