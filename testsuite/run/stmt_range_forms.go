// range over arrays, pointers to them, slices, strings, maps and channels; the expression is evaluated once; assignment to any operand.
package main

import "fmt"

var calls int

func get[T any](x T) T { calls++; return x }

type rec struct {
	k int
	v string
	a [4]int
	m map[string]int
}

func targets() (out []any) {
	var r rec
	r.m = map[string]int{}
	p := &r
	for p.k, p.v = range []string{"a", "b", "c"} {
		if p.v == "b" {
			break
		}
	}
	i := 0
	for i, r.a[i] = range []int{3, 2, 1, 0} {
	}
	for r.m["key"], r.m["val"] = range []int{7, 8} {
	}
	var x any
	for _, x = range []int{1, 2} {
	}
	var f float64
	for _, f = range [2]float64{1.5, 2.5} {
	}
	for r.k = range "abc" {
	}
	return append(out, p.k, p.v, r.a, r.m, i, x, f)
}

func arrays() (out []int) {
	a := [3]int{1, 2, 3}
	for i, v := range get(a) {
		a[2] = 10
		out = append(out, i, v)
	}
	for i := range get(&a) {
		a[i]++
	}
	for i, v := range &a {
		a = [3]int{}
		out = append(out, i, v)
	}
	var np *[5]int
	for i := range np {
		out = append(out, i)
	}
	for range np {
		out = append(out, -1)
	}
	for i := range len(np) {
		out = append(out, i*10)
	}
	return
}

func slices() (out []int) {
	s := []int{1, 2, 3}
	for i, v := range s {
		if i == 0 {
			s = append(s, 4, 5)
			s[1] = 20
		}
		out = append(out, v)
	}
	for i, v := range s[1:3] {
		s[2] = 30
		out = append(out, i*100+v)
	}
	t := s
	for i := range s {
		s = nil
		out = append(out, t[i])
	}
	for i, v := range []int(nil) {
		out = append(out, i, v, 999)
	}
	return
}

func strs() (out []string) {
	s := "aé\xff世"
	for i, r := range s {
		s = "changed"
		out = append(out, fmt.Sprint(i, ":", string(r), r))
	}
	for i := range "é世" {
		out = append(out, fmt.Sprint(i))
	}
	for i, b := range []byte("é") {
		out = append(out, fmt.Sprint(i, b))
	}
	for i, r := range []rune("é世") {
		out = append(out, fmt.Sprint(i, r))
	}
	for range "xyz" {
		out = append(out, ".")
	}
	return
}

func chans() (n int) {
	c := make(chan [2]int, 5)
	for i := range 5 {
		c <- [2]int{i, i * i}
	}
	close(c)
	for v := range get(c) {
		v[0] = 100
		n += v[0] + v[1]
	}
	for range c {
		n = -1
	}
	return
}

func maps() (n int, s string) {
	for k, v := range map[string][]int{"abc": {1, 2, 3}} {
		for i, x := range v {
			n += x * (i + 1)
			v = nil
		}
		s += k
	}
	for k := range map[[2]int]bool{{1, 2}: true} {
		k[0] = 5
		n += k[0] * k[1]
	}
	for range map[int]int(nil) {
		n = 0
	}
	type T struct{ p *int }
	var ps []*int
	for _, t := range []T{{new(int)}, {&n}} {
		*t.p += 1000
		ps = append(ps, t.p)
	}
	return *ps[0] + n, s
}

type named []string

func (n named) each() (s string) {
	for i, x := range n {
		defer func() { s += fmt.Sprint(i, x) }()
	}
	return "="
}

func main() {
	fmt.Println(targets()...)
	fmt.Println(arrays(), slices())
	fmt.Println(strs())
	fmt.Println(chans())
	fmt.Println(maps())
	fmt.Println(named{"a", "b"}.each(), calls)
	for i, row := range [][]int{{1}, {}, {2, 3}} {
		for j := range row {
			row[j] += i
			fmt.Print(row[j], " ")
		}
	}
	for i, j := range [...]int{2: 5, 6} {
		fmt.Print(i, j, " ")
	}
	fmt.Println()
}
