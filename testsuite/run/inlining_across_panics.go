// Small functions that get inlined: parameters assigned, several returns, panics inside, recursion cut off, closures and multiple results.
package main

import "fmt"

type vec struct{ x, y, z float64 }
type opt struct {
	v  int
	ok bool
}

func (a vec) add(b vec) vec       { a.x += b.x; a.y += b.y; a.z += b.z; return a }
func (a vec) scale(f float64) vec { return vec{a.x * f, a.y * f, a.z * f} }
func (a vec) dot(b vec) float64   { return a.x*b.x + a.y*b.y + a.z*b.z }
func (a vec) cross(b vec) vec     { return vec{a.y*b.z - a.z*b.y, a.z*b.x - a.x*b.z, a.x*b.y - a.y*b.x} }
func (a *vec) inc() *vec          { a.x++; return a }
func some(v int) opt              { return opt{v, true} }
func (o opt) or(d int) int {
	if !o.ok {
		return d
	}
	return o.v
}
func (o opt) then(f func(int) opt) opt {
	if o.ok {
		return f(o.v)
	}
	return o
}
func half(n int) opt {
	if n%2 != 0 {
		return opt{}
	}
	return some(n / 2)
}
func clamp(n, lo, hi int) int {
	if n < lo {
		n = lo
	}
	if n > hi {
		n = hi
	}
	return n
}
func swap(a, b int) (int, int) { a, b = b, a; return a, b }
func get(s []int, i int) int   { return s[i] }
func div(a, b int) int         { return a / b }
func deref(p *vec) float64     { return p.z }
func must(n int, ok bool) int {
	if !ok {
		panic(fmt.Sprint("must ", n))
	}
	return n
}
func twice(f func(int) int, n int) int { return f(f(n)) }
func adder(d int) func(int) int        { return func(n int) int { d++; return n + d } }
func fact(n int) int {
	if n <= 1 {
		return 1
	}
	return n * fact(n-1)
}
func named(n int) (r int, s string) {
	r = n
	if n > 3 {
		s = "big"
		return
	}
	r, s = r*2, "small"
	return r + 1, s
}
func loop(n int) (s int) {
	for i := range n {
		s += i
		if s > 20 {
			return -s
		}
	}
	return
}
func sw(n int) string {
	switch {
	case n < 0:
		return "neg"
	case n == 0:
		return "zero"
	}
	return "pos"
}

func try(f func() any) (r any) {
	defer func() {
		if e := recover(); e != nil {
			r = e
		}
	}()
	return f()
}

func main() {
	a, b := vec{1, 2, 3}, vec{4, 5, 6}
	c := a.add(b).scale(2).cross(a.add(a)).add(a)
	fmt.Println(a, b, c, a.dot(b))
	d := *a.inc().inc()
	fmt.Println(d, a.x)
	fmt.Println(some(40).then(half).then(half).then(half).or(-1), some(12).then(half).then(half).then(half).or(-1), some(6).then(half).then(half).or(-2))
	n := 50
	fmt.Println(clamp(n, 0, 10), clamp(-n, 0, 10), clamp(5, 0, 10), n)
	x, y := swap(1, 2)
	x, y = swap(x+y, x-y)
	fmt.Println(x, y, twice(adder(1), 10), twice(func(i int) int { return clamp(i*i, 0, 300) }, 4), fact(10))
	s := []int{1, 2, 3}
	fmt.Println(try(func() any { return get(s, 2) }), try(func() any { return get(s, 3) }), try(func() any { return div(1, get(s, 0)-1) }), try(func() any { return deref(nil) }), try(func() any { return must(4, true) }), try(func() any { return must(5, false) }))
	fmt.Println(named(3))
	fmt.Println(named(4))
	fmt.Println(loop(4), loop(100), sw(-1)+sw(0)+sw(1))
	fmt.Println(try(func() any { return must(must(1, true)+must(2, len(s) > 5), true) }), try(func() any { return get(append(s, must(9, true)), 3) }))
}
