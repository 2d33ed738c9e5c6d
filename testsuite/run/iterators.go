// Range over functions: every way out of the loop body.
package main

import "fmt"

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Print("<end>")
		for i := range n {
			if !yield(i) {
				fmt.Print("<stop>")
				return
			}
		}
	}
}

func pairs(s string) func(func(int, rune) bool) {
	return func(yield func(int, rune) bool) {
		for i, r := range s {
			if !yield(i, r) {
				return
			}
		}
	}
}

func none(yield func() bool) {
	for yield() {
	}
}

func find(want int) (res string, err error) {
	for i := range count(10) {
		for j := range count(i) {
			if j == want {
				return fmt.Sprint(i, ",", j), nil
			}
		}
	}
	return "none", fmt.Errorf("not found")
}

func labels() (n int) {
outer:
	for i := range count(5) {
		for j := range count(5) {
			switch {
			case j == 1 && i == 0:
				continue outer
			case i == 3:
				break outer
			case j == 3:
				break
			}
			if j == 4 {
				goto next
			}
			n += 10*i + j
		next:
		}
	}
	return
}

func unnamed(k int) (int, string) {
	sum := 0
	for i := range count(100) {
		if i == k {
			return sum, "done"
		}
		sum += i
	}
	return -1, "never"
}

func closures() {
	var fs []func() int
	for i := range count(3) {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
}

func bad(yield func(int) bool) {
	yield(1)
	yield(2)
}

func panics() (r any) {
	defer func() { r = recover() }()
	for x := range bad {
		_ = x
		break
	}
	return "no"
}

func through() (s string) {
	defer func() { s = fmt.Sprint("recovered ", recover()) }()
	for i := range count(3) {
		if i == 1 {
			panic("from body")
		}
	}
	return "no"
}

type list[T any] struct {
	v    T
	next *list[T]
}

func (l *list[T]) all(yield func(T) bool) {
	for ; l != nil; l = l.next {
		if !yield(l.v) {
			return
		}
	}
}

func collect[T any](seq func(func(T) bool)) (out []T) {
	for v := range seq {
		out = append(out, v)
	}
	return
}

func main() {
	sum := 0
	for i := range count(4) {
		sum += i
	}
	fmt.Println(sum)
	for i, r := range pairs("aé世") {
		fmt.Print(i, string(r), " ")
	}
	fmt.Println()
	k := 0
	for range none {
		if k++; k == 3 {
			break
		}
	}
	fmt.Println(k)
	fmt.Println(find(2))
	fmt.Println(find(20))
	fmt.Println(labels())
	fmt.Println(unnamed(5))
	closures()
	fmt.Println(panics())
	fmt.Println(through())
	l := &list[string]{"a", &list[string]{"b", nil}}
	fmt.Println(collect(l.all), collect(count(2)))
	var x, y int
	for x = range count(3) {
		y += x
	}
	fmt.Println(x, y)
}
