// Iterator adapters composed over several levels: map, filter, take, zip by Pull, chunks, windows, early stops counted.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

var live, stopped int

func from(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		live++
		defer func() { live-- }()
		for i := n; ; i++ {
			if !yield(i) {
				stopped++
				return
			}
		}
	}
}

func mapped[A, B any](s iter.Seq[A], f func(A) B) iter.Seq[B] {
	return func(yield func(B) bool) {
		for a := range s {
			if !yield(f(a)) {
				return
			}
		}
	}
}
func filter[A any](s iter.Seq[A], ok func(A) bool) iter.Seq[A] {
	return func(yield func(A) bool) {
		s(func(a A) bool { return !ok(a) || yield(a) })
	}
}
func take[A any](s iter.Seq[A], n int) iter.Seq[A] {
	return func(yield func(A) bool) {
		i := 0
		for a := range s {
			if i++; i > n || !yield(a) {
				break
			}
		}
	}
}
func window[A any](s iter.Seq[A], n int) iter.Seq[[]A] {
	return func(yield func([]A) bool) {
		var w []A
		for a := range s {
			w = append(w, a)
			if len(w) > n {
				w = slices.Clone(w[1:])
			}
			if len(w) == n && !yield(w) {
				return
			}
		}
	}
}
func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		na, sa := iter.Pull(a)
		defer sa()
		nb, sb := iter.Pull(b)
		defer sb()
		for {
			x, ok := na()
			y, ok2 := nb()
			if !ok || !ok2 || !yield(x, y) {
				return
			}
		}
	}
}
func chain[A any](ss ...iter.Seq[A]) iter.Seq[A] {
	return func(yield func(A) bool) {
		for _, s := range ss {
			for a := range s {
				if !yield(a) {
					return
				}
			}
		}
	}
}
func reduce[A, B any](s iter.Seq[A], b B, f func(B, A) B) B {
	for a := range s {
		b = f(b, a)
	}
	return b
}
func sieve(s iter.Seq[int]) iter.Seq[int] {
	return func(yield func(int) bool) {
		for p := range s {
			if !yield(p) {
				return
			}
			for q := range sieve(filter(s, func(n int) bool { return n%p != 0 })) {
				if !yield(q) {
					return
				}
			}
			return
		}
	}
}

func main() {
	sq := mapped(from(1), func(i int) int { return i * i })
	fmt.Println(slices.Collect(take(filter(sq, func(i int) bool { return i%3 == 1 }), 5)))
	fmt.Println(slices.Collect(take(sieve(from(2)), 12)), live, stopped > 0)
	for w := range window(take(from(5), 5), 3) {
		fmt.Print(w, " ")
	}
	for a, b := range zip(from(10), mapped(take(from(0), 3), func(i int) string { return fmt.Sprint("s", i) })) {
		fmt.Print(a, b, " ")
	}
	fmt.Println(live)
	fmt.Println(reduce(chain(take(from(1), 3), slices.Values([]int{10, 20}), maps.Keys(map[int]bool{100: true})), "", func(s string, i int) string { return s + fmt.Sprint(i, ",") }))
outer:
	for a := range from(0) {
		for b := range take(from(a), 4) {
			for c, d := range zip(from(b), from(a)) {
				switch {
				case c > 6:
					break outer
				case d > a+1:
					continue outer
				case c == d:
					break
				default:
					fmt.Print(a, b, c, d, " ")
				}
			}
		}
	}
	fmt.Println(live)
	found := func() (r int) {
		defer func() { r += live * 1000 }()
		for p := range sieve(from(2)) {
			for q := range take(from(p), 50) {
				if p*q == 391 {
					return p + q
				}
			}
		}
		return -1
	}()
	fmt.Println(found, live)
}
