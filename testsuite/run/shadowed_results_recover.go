// Named results with shadowing, recover setting them, results captured by closures that outlive the call, results used as operands.
package main

import (
	"errors"
	"fmt"
)

type big struct {
	a [30]int
	e error
}

var keep []func() int

func escapes(n int) (r int) {
	keep = append(keep, func() int { r++; return r })
	defer func() { r += 100 }()
	if n > 1 {
		r := n * 1000
		return r
	}
	r = n
	return r + 1
}

func bigRes(fail bool) (b big, ok bool) {
	defer func() {
		if e := recover(); e != nil {
			b.e = fmt.Errorf("%v", e)
			b.a[29]++
		}
	}()
	b.a[29] = 5
	if fail {
		b = big{a: [30]int{29: 7}}
		panic("failed")
	}
	return big{a: [30]int{1: b.a[29]}}, true
}

func operands() (a, b int, s []int) {
	s = []int{1, 2, 3}
	a, b = len(s), s[1]
	defer func() { s[a%3], b = b, s[0] }()
	return b, a, append(s, a+b)
}

func multi(n int) (x, y int, err error) {
	defer func() {
		if err != nil {
			x, y = y, x
		}
	}()
	switch {
	case n == 0:
		return 1, 2, nil
	case n == 1:
		return 1, 2, errors.New("swap")
	case n == 2:
		x, err := 5, errors.New("shadow")
		_ = err
		return x, 6, nil
	}
	return multi(n - 3)
}

func loopRes() (s string) {
	for i := range 4 {
		func() {
			defer func() {
				if r := recover(); r != nil {
					s += fmt.Sprint("<", r, ">")
				}
			}()
			s += fmt.Sprint(i)
			if i%2 == 1 {
				panic(s)
			}
		}()
	}
	return s + "."
}

func main() {
	fmt.Println(escapes(1), escapes(5))
	fmt.Println(keep[0](), keep[1](), keep[0]())
	b, ok := bigRes(false)
	c, ok2 := bigRes(true)
	fmt.Println(b.a[1], b.a[29], b.e, ok, c.a[29], c.e, ok2)
	fmt.Println(operands())
	for n := range 6 {
		fmt.Println(multi(n))
	}
	fmt.Println(loopRes())
}
