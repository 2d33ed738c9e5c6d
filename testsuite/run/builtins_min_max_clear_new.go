// min, max, clear, new of types and of expressions, len and cap of everything, delete, complex, real, imag, print forms.
package main

import (
	"fmt"
	"math"
)

type F float32
type S string
type N int8
type big struct{ a [10]int }

var calls int

func c[T any](x T) T { calls++; return x }

func mm[T int | float64 | string | N](a, b, c T) string {
	return fmt.Sprint(min(a, b, c), max(a, b, c), min(a), max(b, a))
}

func floats() (out []any) {
	nan, nz := math.NaN(), math.Copysign(0, -1)
	for _, p := range [][2]float64{{1, 2}, {nan, 1}, {1, nan}, {0, nz}, {nz, 0}, {math.Inf(1), nan}, {math.Inf(-1), -5}} {
		a, b := p[0], p[1]
		out = append(out, min(a, b), max(a, b), math.Signbit(min(a, b)), math.Signbit(max(a, b)), min(a, b, 3), max(0, a, b))
	}
	return
}

func clears() (out []any) {
	s := []big{{}, {[10]int{1, 2}}, {[10]int{3}}}
	clear(s[1:2])
	strs := []string{"a", "b"}
	clear(strs)
	ps := []*int{new(int)}
	q := ps
	clear(q)
	m := map[string][]int{"a": {1}}
	mm := m
	clear(m)
	m["new"] = nil
	var nm map[int]int
	var ns []int
	clear(nm)
	clear(ns)
	nan := map[float64]int{math.NaN(): 1, math.NaN(): 2}
	clear(nan)
	g := map[any]any{1: 2}
	clearAny(g)
	clearAny([]int{1})
	return append(out, s[1].a[1], s[2].a[0], strs, ps[0] == nil, len(mm), len(nan), len(g))
}

func clearAny[T ~[]int | ~map[any]any](x T) { clear(x) }

func news() (out []any) {
	p, q := new(int), new(*int)
	*q = p
	**q = 5
	r := new(3 + *p)
	s := new("str" + fmt.Sprint(*r))
	t := new(big{[10]int{1}})
	u := new(func() int { *r++; return *r })
	v := new([]int{1, 2}[1])
	w := new(any(nil))
	x := new(N(7))
	y := new([...]int{1, 2, 3})
	z := new(*t)
	z.a[0] = 50
	*v += (*u)()
	k := *new(1.5) + *new(2.0)
	return append(out, *p, *r, *s, t.a[0], *v, *w == nil, *x, len(y), z.a[0], *new(*new(9)), k, *new('x'), *new(1 << 3), new(true) != new(true))
}

func lens() (out []any) {
	var a [5][3]int
	var p *[7]string
	m := map[int]int{1: 1}
	ch := make(chan int, 4)
	ch <- 1
	s := make([]int, 2, 9)
	const cl = len([10]float64{}) + cap([3]int{}) + len("const")
	var arr [cl]byte
	f := func() *[4]int { calls += 100; return nil }
	out = append(out, len(a), len(a[0]), cap(a[1:3]), len(p), cap(p), len(m), len(ch), cap(ch), len(s), cap(s[1:]), len(arr), len("é"), len([]rune("é")), len(f()), len([2]int{c(1), c(2)}))
	delete(m, 1)
	delete(m, 2)
	delete(map[string]int(nil), "x")
	return append(out, len(m), calls)
}

func evaluated() []any {
	i := 0
	next := func() int { i++; return i * i % 7 }
	return []any{min(next(), next(), next()), max(next(), next(), 5), i, min(c("b"), "a", c("c")), max(c(N(-128)), 127), min(1, 2.5, 'a'), max("x", "xy", S("y")), calls}
}

func main() {
	fmt.Println(mm(3, 1, 2), mm(2.5, -1, 9), mm("b", "", "abc"), mm(N(-128), 127, 0))
	fmt.Println(floats()...)
	fmt.Println(clears()...)
	fmt.Println(news()...)
	fmt.Println(lens()...)
	fmt.Println(evaluated()...)
	const k = min(1, 2.5, 'a') + max(3, 4)
	var arr [k]int
	z := complex(float32(1), 2)
	var f32 = real(z)
	x, y := 1.5, 2.5
	w := complex(x, y)
	fmt.Println(len(arr), imag(z)+f32, real(w)*imag(w), imag(3), real(2i), complex(1, 0) == 1)
	fmt.Printf("%T %T %T %T %T\n", z, min(x, 1), max(F(1), 2), real(w), min(1, 2.0))
	print()
	print("a", 1, -1, uint8(200), 'x', true, 1.5, float32(0.1), 2i, "\n")
	println("b", nil == any(nil), 1e100, int8(-5), "end", uint64(1)<<63)
	println()
	println(S("s"), N(3), F(2.5), x, -0.0, 1e-7, math.Inf(-1), math.NaN())
}
