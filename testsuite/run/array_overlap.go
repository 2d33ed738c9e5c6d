// Arrays that pointers made from slices show at overlapping places: assigned as if copied aside first.
package main

import "fmt"

type pair struct {
	a int8
	s string
}

type row [20]int

//go:noinline
func up[T any](s []T) { *(*[20]T)(s[3:]) = *(*[20]T)(s) }

//go:noinline
func down[T any](s []T) { *(*[20]T)(s) = *(*[20]T)(s[3:]) }

//go:noinline
func by(s []row, from, to int) { *(*[3]row)(s[to:]) = *(*[3]row)(s[from:]) }

//go:noinline
func both[T any](s []T) {
	*(*[9]T)(s), *(*[9]T)(s[4:]) = *(*[9]T)(s[4:]), *(*[9]T)(s)
}

//go:noinline
func same[T any](a [20]T) [20]T { return a }

//go:noinline
func first[T any](a [20]T) (r [20]T) {
	r[0] = a[1]
	r[19] = a[0]
	return r
}

//go:noinline
func calls[T any](s []T) {
	*(*[20]T)(s[2:]) = same(*(*[20]T)(s))
	*(*[20]T)(s) = same(*(*[20]T)(s[5:]))
	*(*[20]T)(s[1:]) = first(*(*[20]T)(s))
}

//go:noinline
func literal[T any](s []T) { *(*[5]T)(s[1:]) = [5]T{s[0], s[1], s[2], s[3], s[4]} }

//go:noinline
func through(p, q *[20]int) int {
	*p = *q
	return p[0]*100 + q[19]
}

func show[T any](make1 func(int) T) {
	for i, f := range []func([]T){up[T], down[T], both[T], calls[T], literal[T]} {
		s := make([]T, 28)
		for k := range s {
			s[k] = make1(k)
		}
		f(s)
		fmt.Println(i, s)
	}
}

func main() {
	show(func(i int) int { return i })
	show(func(i int) byte { return byte(i) })
	show(func(i int) string { return fmt.Sprint("s", i) })
	show(func(i int) pair { return pair{int8(i), fmt.Sprint(i)} })
	show(func(i int) any { return i })
	show(func(i int) [2]int16 { return [2]int16{int16(i), int16(-i)} })
	rows := make([]row, 5)
	for i := range rows {
		rows[i][i] = i + 1
	}
	by(rows, 0, 1)
	fmt.Println(rows)
	by(rows, 2, 0)
	fmt.Println(rows)
	by(rows, 1, 1)
	local := [26]int{1, 2, 3, 4, 5, 6, 7, 8}
	*(*[20]int)(local[4:]) = *(*[20]int)(local[:])
	n := through((*[20]int)(local[5:]), (*[20]int)(local[:20]))
	fmt.Println(n, local)
}
