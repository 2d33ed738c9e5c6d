// append and copy: every element size, strings to bytes, self-append, nil, growth keeps values, aliasing after growth, large blocks.
package main

import "fmt"

type e3 [3]byte
type pt struct {
	p *int
	s string
}
type big [33]int

func grow[T comparable](n int, mk func(int) T) (bad int, h int) {
	var s []T
	for i := range n {
		old, c := s, cap(s)
		s = append(s, mk(i))
		if len(old) > 0 && (&old[0] == &s[0]) != (c > len(old)) {
			bad++
		}
		h = h*3 + len(s)
	}
	for i, v := range s {
		if v != mk(i) {
			bad++
		}
	}
	t := append(s[:0:0], s...)
	u := append(append(t, s...), t...)
	for i, v := range u {
		if v != mk(i%n) {
			bad++
		}
	}
	copy(u[1:], u)
	copy(u[n:], u[n+1:])
	if n > 2 && (u[1] != mk(0) || u[n-1] != mk(n-2)) {
		bad++
	}
	clear(u[:2])
	var z T
	if u[0] != z || u[1] != z || n > 3 && u[3] != mk(2) {
		bad++
	}
	return bad, len(u)
}

func bytesAndStrings() string {
	b := append([]byte("ab"), "cd"...)
	b = append(b, b...)
	b = append(b[:2], b[3:]...)
	n := copy(b, "XYZ")
	n += copy(b[5:], "123456789")
	n += copy(b[1:], b)
	type B []byte
	type S string
	c := append(B(nil), S("named")...)
	n += copy(c[2:], S("!!"))
	return fmt.Sprint(string(b), n, string(c), len(append([]byte(nil), ""...)), append([]byte(nil), ""...) == nil)
}

func evaluation() (out []int) {
	s := make([]int, 1, 10)
	f := func(n int) int { s = append(s, n); return n * 10 }
	x, y := f(1), f(2)
	s = append(s, x, y)
	x = f(3)
	t := append(s[:1], x)
	return append(append(out, s...), t...)
}

func multi() (out [][]int) {
	m := map[string][]int{}
	for i := range 6 {
		k := string(rune('a' + i%2))
		m[k] = append(m[k], i)
		m["all"] = append(m["all"], m[k]...)
	}
	arr := [2][]int{}
	p := &arr[1]
	*p = append(*p, 1, 2)
	arr[0] = append(arr[1][:1], 9)
	st := struct{ s []int }{}
	ps := &st
	ps.s = append(ps.s, len(*p))
	return append(out, m["a"], m["b"], m["all"], arr[0], arr[1], st.s)
}

func filterInPlace(s []int, keep func(int) bool) []int {
	out := s[:0]
	for _, v := range s {
		if keep(v) {
			out = append(out, v)
		}
	}
	clear(s[len(out):])
	return out
}

func main() {
	x := 5
	for _, n := range []int{1, 2, 3, 5, 64, 257, 1025} {
		fmt.Println(grow(n, func(i int) byte { return byte(i + 1) }))
		fmt.Println(grow(n, func(i int) uint16 { return uint16(i + 1) }))
		fmt.Println(grow(n, func(i int) e3 { return e3{byte(i + 1), byte(i >> 8), 7} }))
		fmt.Println(grow(n, func(i int) int { return i + 1 }))
		fmt.Println(grow(n, func(i int) string { return fmt.Sprint("s", i) }))
		fmt.Println(grow(n, func(i int) any { return i }))
		fmt.Println(grow(n, func(i int) pt { return pt{&x, fmt.Sprint(i)} }))
		fmt.Println(grow(n, func(i int) big { return big{0: i + 1, 32: i} }))
	}
	fmt.Println(bytesAndStrings(), evaluation(), multi())
	s := []int{1, 2, 3, 4, 5, 6}
	fmt.Println(filterInPlace(s, func(i int) bool { return i%3 != 0 }))
	fmt.Println(s)
	var nilf []func() int
	for i := range 3 {
		nilf = append(nilf, func() int { return i }, nil)
	}
	fmt.Println(len(nilf), nilf[4](), nilf[5] == nil, len(append(nilf, nilf[:2]...)), copy(nilf, nilf[2:]))
	fmt.Println(nilf[0](), nilf[2]())
	fmt.Println(len(append([]struct{}{}, struct{}{}, struct{}{})), cap(append([]int(nil), make([]int, 5)...)) >= 5, append([]any{}, nil, nil)[1] == nil, len(append([][]int{}, nil)))
}
