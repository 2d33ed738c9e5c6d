// Matrices with generics: multiplication, powers, determinants by elimination; integers, floats and complex numbers.
package main

import "fmt"

type number interface {
	~int | ~int64 | ~float64 | ~complex128
}

type matrix[T number] [][]T

func zero[T number](rows, cols int) matrix[T] {
	m := make(matrix[T], rows)
	cells := make([]T, rows*cols)
	for i := range m {
		m[i], cells = cells[:cols:cols], cells[cols:]
	}
	return m
}

func identity[T number](n int) matrix[T] {
	m := zero[T](n, n)
	for i := range m {
		m[i][i] = 1
	}
	return m
}

func (a matrix[T]) mul(b matrix[T]) matrix[T] {
	c := zero[T](len(a), len(b[0]))
	for i, row := range a {
		for k, x := range row {
			for j, y := range b[k] {
				c[i][j] += x * y
			}
		}
	}
	return c
}

func (a matrix[T]) pow(n int) matrix[T] {
	r := identity[T](len(a))
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = r.mul(a)
		}
		a = a.mul(a)
	}
	return r
}

func fold[T, A any](s []T, a A, f func(A, T) A) A {
	for _, x := range s {
		a = f(a, x)
	}
	return a
}

func (a matrix[T]) trace() T {
	var t T
	for i := range a {
		t += a[i][i]
	}
	return t
}

func det(a matrix[float64]) float64 {
	d := 1.0
	for i := range a {
		p := i
		for r := i; r < len(a); r++ {
			if a[r][i]*a[r][i] > a[p][i]*a[p][i] {
				p = r
			}
		}
		if a[p][i] == 0 {
			return 0
		}
		if p != i {
			a[p], a[i] = a[i], a[p]
			d = -d
		}
		d *= a[i][i]
		for r := i + 1; r < len(a); r++ {
			f := a[r][i] / a[i][i]
			for c := i; c < len(a); c++ {
				a[r][c] -= f * a[i][c]
			}
		}
	}
	return d
}

func main() {
	fib := matrix[int64]{{1, 1}, {1, 0}}
	fmt.Println(fib.pow(90)[0][1], fib.pow(10))
	rot := matrix[complex128]{{0, 1i}, {1i, 0}}
	fmt.Println(rot.pow(3), rot.pow(4).trace())
	h := zero[float64](6, 6)
	for i := range h {
		for j := range h {
			h[i][j] = 1 / float64(i+j+1)
		}
	}
	fmt.Printf("%.6e\n", det(h))
	fmt.Println(fold([]int{1, 2, 3, 4}, "", func(s string, n int) string { return s + fmt.Sprint(n*n) + ";" }))
	fmt.Printf("%T %T\n", fib, rot)
}
