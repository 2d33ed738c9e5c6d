// Closures: capture by reference, of parameters, results, loop variables, receivers and other closures; escaping and not; recursion.
package main

import "fmt"

type acc struct{ total, n int }

func (a *acc) adder(by int) func(...int) *acc {
	return func(xs ...int) *acc {
		for _, x := range xs {
			a.total += x * by
			a.n++
			by++
		}
		return a
	}
}

func (a acc) snapshot() func() acc { return func() acc { a.n++; return a } }

func counter() (inc, dec func() int, get func() *int) {
	n := 0
	inc = func() int { n++; return n }
	dec = func() int { n--; return n }
	get = func() *int { return &n }
	return
}

func results(x int) (y int, f func() int) {
	f = func() int { x++; y += x; return y }
	defer func() { y *= 10; f() }()
	y = 1
	return y + 1, f
}

func loops() (out []int) {
	var fs []func() int
	for i := 0; i < 3; i++ {
		for j := range 2 {
			k := i*10 + j
			fs = append(fs, func() int { i++; j += 2; k++; return i*10000 + j*1000 + k })
		}
	}
	for _, f := range fs {
		out = append(out, f())
	}
	return append(out, fs[0](), fs[1](), fs[5]())
}

func deep() func() func() func() string {
	a, b := 1, "b"
	return func() func() func() string {
		a++
		c := a * 10
		return func() func() string {
			b += "c"
			c++
			return func() string { a += c; return fmt.Sprint(a, b, c) }
		}
	}
}

func recursive() (int, string) {
	var fib func(int) int
	calls := 0
	fib = func(n int) int {
		calls++
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	var even, odd func(int) bool
	even = func(n int) bool { return n == 0 || odd(n-1) }
	odd = func(n int) bool { return n != 0 && even(n-1) }
	return fib(15) + calls, fmt.Sprint(even(10), odd(10))
}

func large() func() int {
	var a [100]int
	s := struct {
		x [50]int
		m map[int]int
	}{m: map[int]int{}}
	f := func(i int) { a[i] = i * i; s.x[i%50]++; s.m[i]++ }
	for i := range 100 {
		f(i)
	}
	b := a
	return func() int { a[0]++; return a[0] + a[99] + b[0] + s.x[49] + len(s.m) }
}

func immediate() int {
	x := func(a, b int) int { return a*b + func() int { return a - b }() }(7, 3)
	func() { x *= 2; defer func() { x++ }() }()
	return x
}

func swapFns() (s string) {
	f := func() string { return "f" }
	g := func() string { return "g" + f() }
	f, g = g, func() string { return "h" }
	f2 := f
	f = func() string { return "new" }
	return f2() + g() + f()
}

func shadow(x int) []int {
	f := func() int { return x }
	{
		x := x * 2
		g := func() int { x++; return x }
		y := 5
		_ = y
		return []int{f(), g(), g(), x}
	}
}

func apply(n int, fs ...func(int) int) int {
	for _, f := range fs {
		n = f(n)
	}
	return n
}

func conditional(b bool) func() int {
	x := 1
	if b {
		x := 100
		return func() int { x++; return x }
	}
	y := &x
	return func() int { *y += 5; return x }
}

func main() {
	a := &acc{}
	add := a.adder(2)
	snap := a.snapshot
	s1 := snap()
	add(1, 2)
	fmt.Println(*add(3))
	fmt.Println(*a, s1())
	fmt.Println(s1(), snap()())
	inc, dec, get := counter()
	inc()
	inc()
	*get() *= 10
	fmt.Println(dec(), inc())
	fmt.Println(*get())
	y, f := results(3)
	fmt.Println(y, f())
	fmt.Println(loops())
	d := deep()
	e := d()
	g, h := e(), e()
	fmt.Println(g(), h())
	fmt.Println(d()()(), g())
	fmt.Println(recursive())
	l := large()
	fmt.Println(l(), l(), immediate(), swapFns(), shadow(4))
	k := 3
	fmt.Println(apply(2, func(n int) int { k++; return n * k }, func(n int) int { k++; return n + k }))
	c1, c2 := conditional(true), conditional(false)
	fmt.Println(c1(), c1(), c2(), c2())
}
