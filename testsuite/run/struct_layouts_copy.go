// Structs of odd sizes passed, returned, stored, compared and hashed: every size from 0 to 40 bytes with guards around them.
package main

import "fmt"

type s0 struct{}
type s1 struct{ a byte }
type s3 struct{ a [3]byte }
type s5 struct {
	a uint32
	b byte
}
type s7 struct{ a [7]byte }
type s9 struct {
	a [4]uint16
	b byte
}
type s12 struct{ a, b, c float32 }
type s17 struct {
	a [2]uint64
	b byte
}
type s24 struct {
	a string
	b *int
}
type s33 struct {
	a [33]byte
}
type s40 struct {
	a float64
	b any
	c string
}
type guard[T any] struct {
	l uint32
	v T
	r uint32
}

//go:noinline
func pass[T any](a byte, v T, b float64, w T) (T, byte, T) { return w, a + byte(b), v }

//go:noinline
func store[T any](g []guard[T], v T) {
	for i := range g {
		g[i].v = v
	}
}

func test[T comparable](name string, x, y T) {
	g := make([]guard[T], 3)
	for i := range g {
		g[i].l, g[i].r = 0xaaaaaaaa, 0x55555555
	}
	store(g[1:2], x)
	p, n, q := pass(1, x, 2.5, y)
	store(g[:1], p)
	g[2] = g[0]
	g[2].v, g[0].v = q, g[2].v
	ok := true
	for _, e := range g {
		ok = ok && e.l == 0xaaaaaaaa && e.r == 0x55555555
	}
	m := map[T]int{x: 1}
	m[y] += 2
	m[p] += 4
	var arr [5]T
	arr[1], arr[3] = x, y
	i, j := any(x), any(arr[1])
	c := make(chan T, 1)
	c <- x
	z := <-c
	f := func() T { return y }
	a := [2]guard[T]{{1, x, 2}, {1, y, 2}}
	b := a
	b[0], b[1] = b[1], b[0]
	fmt.Println(name, ok, n, p == y, q == x, g[0].v == y, g[1].v == x, g[2].v == x, len(m), m[x], i == j, z == x, f() == y, x == y, a == b, a[0] == b[1], arr == [5]T{1: x, 3: y})
}

func main() {
	n := 1
	test("0", s0{}, s0{})
	test("1", s1{1}, s1{2})
	test("3", s3{[3]byte{1, 2, 3}}, s3{[3]byte{1, 2, 4}})
	test("5", s5{1, 2}, s5{1, 3})
	test("7", s7{[7]byte{6: 1}}, s7{})
	test("9", s9{[4]uint16{1, 2, 3, 4}, 5}, s9{[4]uint16{1, 2, 3, 4}, 6})
	test("12", s12{1, 2, 3}, s12{1, 2, -3})
	test("17", s17{[2]uint64{1, 2}, 3}, s17{[2]uint64{1, 2}, 4})
	test("24", s24{"a", &n}, s24{"a", nil})
	test("33", s33{[33]byte{32: 1}}, s33{[33]byte{31: 1}})
	test("40", s40{1, "x", "c"}, s40{1, "y", "c"})
	test("byte arrays", [11]byte{10: 1}, [11]byte{})
	test("nested", guard[s7]{v: s7{[7]byte{1}}}, guard[s7]{r: 1})
	test("complex", 1+2i, 2+1i)
	test("interface", any(s3{}), any(s5{}))
	test("array of strings", [2]string{"a", "b"}, [2]string{"a", "c"})
	test("bool", true, false)
}
