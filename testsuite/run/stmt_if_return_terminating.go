// if chains with scopes, terminating statements of every form, named results and shadowing, returns of calls with several results.
package main

import (
	"errors"
	"fmt"
)

func chain(n int) string {
	if a := n * 2; a > 100 {
		return fmt.Sprint("big", a)
	} else if b := a - 10; b < 0 {
		a := "shadow"
		return fmt.Sprint(a, b)
	} else if c, err := div(a, b); err != nil {
		return fmt.Sprint(a, b, c, err)
	} else {
		n := c
		if n == a && b == 0 || c > 1 {
			return fmt.Sprint("else", a, b, c, n)
		}
	}
	return "end"
}

func div(a, b int) (q int, err error) {
	if b == 0 {
		return 0, errors.New("by zero")
	}
	return a / b, nil
}

func t1(n int) int {
	for {
		if n > 100 {
			return n
		}
		n = n*3 + 1
	}
}

func t2(n int) int {
	switch {
	case n > 5:
		return 1
	case n > 3:
		fallthrough
	case n == 0:
		panic("t2")
	default:
		for {
			if n++; n > 4 {
				return n
			}
		}
	}
}

func t3(c chan int) int {
	select {
	case v := <-c:
		return v
	default:
		goto out
	}
out:
	return -1
}

func t4(n int) (r int) {
L:
	{
		if n > 0 {
			n--
			r += n
			goto L
		} else {
			return r
		}
	}
}

func t5(x any) string {
	switch x := x.(type) {
	case int:
		if x > 0 {
			return "pos"
		} else {
			return "neg"
		}
	default:
		{
			return fmt.Sprint(x)
		}
	}
}

func t6() (n int, s string) {
loop:
	for {
		for {
			n++
			if n == 3 {
				continue loop
			}
			if n == 7 {
				return t7(n)
			}
		}
	}
}

func t7(n int) (int, string) { return n * 2, "seven" }

func named() (a, b int, c string) {
	a = 1
	{
		b := 5
		_ = b
	}
	if b, c := 7, "in"; b > 0 {
		_ = c
		a += b
	}
	c = "out"
	func() { b, c = 2, c+"!" }()
	return
}

func override() (x, y int) {
	x, y = 1, 2
	return y, x
}

func blankNamed(_ int, _ string) (_ int, err error) {
	err = errors.New("named")
	return
}

func empty(b bool) {
	if b {
	} else if !b {
	} else {
	}
	if b {
		return
	}
	for b {
	}
}

func catch(f func() int) (r any) {
	defer func() {
		if e := recover(); e != nil {
			r = e
		}
	}()
	return f()
}

func main() {
	for _, n := range []int{60, 2, 5, 6, 20, 7} {
		fmt.Print(chain(n), "; ")
	}
	fmt.Println()
	fmt.Println(t1(5), t2(6), catch(func() int { return t2(4) }), catch(func() int { return t2(0) }), t2(1), t3(nil), t4(5), t5(1), t5(-1), t5("x"))
	c := make(chan int, 1)
	c <- 8
	fmt.Println(t3(c))
	fmt.Println(t6())
	fmt.Println(named())
	fmt.Println(override())
	fmt.Println(blankNamed(1, ""))
	empty(true)
	if f := func(x int) int { return x + 1 }; f(1) == 2 {
		if v, ok := any(f).(func(int) int); ok && v(2) == 3 {
			fmt.Println("if with function")
		}
	}
	if (struct{ a int }{1}) == (struct{ a int }{1}) {
		fmt.Println("composite in parentheses")
	}
}
