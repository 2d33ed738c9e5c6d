// iter.Pull and Pull2: to the end, stopped early, over an iterator that panics.
package main

import (
	"fmt"
	"iter"
	"maps"
	"slices"
)

func count(n int, log *[]string) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer func() { *log = append(*log, "end") }()
		for i := range n {
			if !yield(i) {
				*log = append(*log, "stopped")
				return
			}
		}
	}
}

func zip[A, B any](a iter.Seq[A], b iter.Seq[B]) iter.Seq2[A, B] {
	return func(yield func(A, B) bool) {
		next, stop := iter.Pull(b)
		defer stop()
		for x := range a {
			y, ok := next()
			if !ok || !yield(x, y) {
				return
			}
		}
	}
}

func main() {
	var log []string
	next, stop := iter.Pull(count(3, &log))
	for v, ok := next(); ok; v, ok = next() {
		fmt.Print(v, " ")
	}
	v, ok := next()
	stop()
	fmt.Println(v, ok, log)
	log = nil
	next, stop = iter.Pull(count(100, &log))
	next()
	v, ok = next()
	stop()
	stop()
	w, ok2 := next()
	fmt.Println(v, ok, w, ok2, log)
	_, stop = iter.Pull(count(1, &log))
	stop()
	for a, b := range zip(slices.Values([]string{"a", "b", "c"}), count(2, &log)) {
		fmt.Print(a, b, " ")
	}
	fmt.Println(log)
	n2, s2 := iter.Pull2(maps.All(map[string]int{"k": 7}))
	k, x, ok := n2()
	_, _, again := n2()
	s2()
	fmt.Println(k, x, ok, again)
	defer func() { fmt.Println("recovered:", recover()) }()
	bad, _ := iter.Pull(func(yield func(int) bool) { yield(1); panic("in the iterator") })
	fmt.Println(bad())
	bad()
}
