// Calls: many arguments and results, structs in registers and memory, variadic forms, spreading results, recursion, deep frames.
package main

import "fmt"

type s2 struct{ a, b int }
type s3 struct {
	a int8
	b float64
	c string
}
type big struct{ x [20]int }
type mixed struct {
	f  float32
	i  int16
	p  *int
	e  any
	in s2
}

//go:noinline
func many(a int8, b uint16, c float32, d string, e []int, f any, g s2, h s3, i big, j *int, k func() int, l map[string]int, m chan int, n complex128, o bool, p error, q [3]byte, r uint64, s float64, t mixed) string {
	*j += int(a)
	i.x[3]++
	h.c += d
	return fmt.Sprint(a, b, c, d, e, f, g, h, i.x[:4], *j, k(), l, len(m), n, o, p, q, r, s, t.f, t.i, *t.p, t.e, t.in)
}

//go:noinline
func results(n int) (int, s2, s3, big, string, []int, error, float32, func() int, [2]any, bool) {
	return n, s2{n, n + 1}, s3{int8(n), 1.5, "c"}, big{[20]int{19: n}}, "str", []int{n}, nil, float32(n) / 2, func() int { return n * n }, [2]any{n, "x"}, n > 0
}

func floats(a, b, c, d, e, f, g, h, i, j float64, k float32, l int) float64 {
	return a + 2*b + 3*c + 4*d + 5*e + 6*f + 7*g + 8*h + 9*i + 10*j + 11*float64(k) + 12*float64(l)
}

func vsum(base int, xs ...int) (s int) {
	for i, x := range xs {
		s += base * x * (i + 1)
	}
	return s + cap(xs)*1000
}

func vany(xs ...any) string   { return fmt.Sprint(len(xs), xs == nil) }
func vstruct(xs ...s3) string { return fmt.Sprint(len(xs), xs) }
func vfn(fs ...func(int) int) (n int) {
	n = 1
	for _, f := range fs {
		n = f(n)
	}
	return
}

func pair() (int, int)                { return 3, 4 }
func triple() (string, any, s3)       { return "t", 2, s3{c: "three"} }
func add(a, b int) int                { return a*10 + b }
func curry(s string, x ...any) string { return s + fmt.Sprint(x...) }
func pass(b big, n int) big {
	if n == 0 {
		return b
	}
	b.x[n%20] += n
	c := pass(b, n-1)
	b.x[0] = c.x[1]
	return c
}

func ack(m, n int) int {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ack(m-1, 1)
	}
	return ack(m-1, ack(m, n-1))
}

func even(n int) bool {
	if n == 0 {
		return true
	}
	return odd(n - 1)
}
func odd(n int) bool { return n != 0 && even(n-1) }

func frame(n int) int {
	var buf [3000]byte
	for i := range buf {
		buf[i] = byte(i*n + 1)
	}
	if n == 0 {
		return int(buf[77])
	}
	return frame(n-1) + int(buf[n*3])
}

func hanoi(n int, from, to, via string, move func(a, b string)) {
	if n > 0 {
		hanoi(n-1, from, via, to, move)
		move(from, to)
		hanoi(n-1, via, to, from, move)
	}
}

func main() {
	n := 5
	b := big{[20]int{1, 2, 3}}
	fmt.Println(many(-1, 65535, 1.5, "d", []int{1}, 'x', s2{1, 2}, s3{1, 2.5, "c"}, b, &n, func() int { return n }, map[string]int{"k": 1}, make(chan int), 1+2i, true, nil, [3]byte{1, 2, 3}, 1<<63, -0.5, mixed{1, 2, &n, "e", s2{3, 4}}))
	a, c, d, e, f, g, h, i, j, k, l := results(7)
	fmt.Println(a, c, d, e.x[19], f, g, h, i, j(), k, l, b.x[3])
	fmt.Println(floats(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))
	xs := []int{1, 2, 3}
	fmt.Println(vsum(1), vsum(1, 2), vsum(2, 1, 2, 3), vsum(1, xs...), vsum(1, xs[:1]...), vsum(pair()), vsum(1, []int(nil)...))
	fmt.Println(vany(), vany(nil), vany(nil...), vany(xs), vany(triple()), vany([]any{}...), vstruct(), vstruct(s3{}, d), curry(triple()))
	fmt.Println(add(pair()), vfn(), vfn(func(i int) int { return i + 1 }, func(i int) int { return i * 50 }), func(x ...int) int { return len(x) }(pair()))
	fmt.Println(pass(big{}, 200).x, ack(2, 9), even(100001), odd(99999), frame(60))
	moves, last := 0, ""
	hanoi(10, "a", "c", "b", func(a, b string) { moves++; last = a + b })
	fmt.Println(moves, last)
}
