// Index and slice expressions: every kind of operand and index type, constant and not, full slices, panics with exact messages.
package main

import "fmt"

type idx uint8
type A [5]int
type S []string

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Print(r, "; ")
		} else {
			fmt.Print("ok; ")
		}
	}()
	f()
}

var sink any

func at[T any, I int | int8 | uint8 | uint64 | idx](s []T, i I) T { return s[i] }

func loopSum(s []int, lo, hi int) (n int) {
	for i := lo; i < hi; i++ {
		n += s[i]
	}
	return
}

func checked(s []int) (n int) {
	if len(s) < 4 {
		return -1
	}
	n = s[0] + s[1] + s[2] + s[3]
	s = s[2:]
	n += s[0] + s[1]
	for len(s) >= 2 {
		n += s[0] * s[1]
		s = s[1:]
	}
	_ = s[:0]
	return n + len(s)
}

func main() {
	a := A{1, 2, 3, 4, 5}
	p, s, str := &a, a[:], "hello"
	var i8, big, neg, u64 = int8(3), 10, -1, uint64(1) << 63
	var np *A
	var ns []int
	fmt.Println(a[i8], p[idx(2)], s['\x01'], str[1.0], at(s, idx(4)), at(S{"x"}, uint64(0)), len(p), cap(s[1:3]), len(np))
	fmt.Println(a[1:][1], p[2:4], s[1:2:3], cap(s[1:2:3]), str[1:3], str[:0] == "", str[5:], p[:][:2], S{"a", "b"}[1:], (*p)[4:])
	x := [2][3]int{{1, 2, 3}, {4, 5, 6}}
	x[1][2], x[0][i8-2] = x[0][2], 7
	fmt.Println(x, x[1][:2], len(x[0]), x[i8-2][0])
	for _, f := range []func(){
		func() { sink = a[big] },
		func() { sink = p[big] },
		func() { sink = s[neg] },
		func() { sink = s[u64] },
		func() { sink = str[big] },
		func() { sink = at(s, int8(-3)) },
		func() { sink = at(s, uint8(200)) },
		func() { sink = a[big:] },
		func() { sink = s[:big] },
		func() { sink = s[3 : i8-1] },
		func() { sink = s[neg:] },
		func() { sink = s[:neg] },
		func() { sink = str[big:] },
		func() { sink = str[4:i8] },
		func() { sink = str[:neg] },
		func() { sink = s[1:2:big] },
		func() { sink = s[1:4:i8] },
		func() { sink = s[i8:2:4] },
		func() { sink = s[:u64] },
		func() { sink = s[0:0:1][0] },
		func() { sink = ns[0] },
		func() { sink = ns[0:0] },
		func() { sink = ns[:1] },
		func() { sink = np[1] },
		func() { sink = np[:] },
		func() { s[big]++ },
		func() { x[i8][0] = 1 },
		func() { x[0][i8] = 1 },
		func() { sink = loopSum(s, 0, 6) },
		func() { sink = loopSum(s, -1, 3) },
		func() { sink = loopSum(s, 0, 5) },
		func() { sink = s[2:4][3] },
		func() { sink = s[2:4][:3] },
		func() { sink = []int{}[big-9:] },
	} {
		try(f)
	}
	fmt.Println()
	fmt.Println(checked(s), checked(s[:3]), checked(s[1:]), loopSum(s, 3, 1))
	m := map[string][]int{"a": {1, 2}}
	m["a"][1]++
	try(func() { m["b"][0] = 1 })
	fmt.Println(m, m["b"][0:0] == nil, m["a"][1:], len(m["zz"]))
	var e [0]struct{}
	fmt.Println(len(e[:]), cap(e[0:0:0]), len("abc"[1:][1:][1:]))
	const c = "const"
	_ = c[i8]
}
