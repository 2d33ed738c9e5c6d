// Types: arrays, slices, three-index slices, aliasing and capacity.
package main

import "fmt"

type Grid [2][3]int

func change(g Grid) Grid { g[1][2] = 99; return g }
func changeP(g *Grid)    { g[0][0] = -1 }
func fill(s []int, v int) {
	for i := range s {
		s[i] = v
	}
}
func grow(s []int) []int     { return append(s, 7) }
func desc(n string, s []int) { fmt.Println(n, s, len(s), cap(s), s == nil) }

func main() {
	var g Grid
	h := change(g)
	fmt.Println(g, h, g == h, g != Grid{})
	changeP(&g)
	fmt.Println(g, len(g), len(g[0]))
	a := [...]int{5: 1, 2, 1: 9}
	fmt.Println(len(a), a)
	s := a[1:3]
	desc("s", s)
	desc("s4", s[:4])
	t := a[1:3:3]
	desc("t", t)
	t = append(t, 100)
	fmt.Println(a[3], t[2])
	s = append(s, 200)
	fmt.Println(a[3], s[2])
	fill(a[:2], 4)
	fmt.Println(a, s)
	var z []int
	desc("z", z)
	desc("empty", []int{})
	z = grow(z)
	fmt.Println(z, len(z))
	p := &a
	for i, v := range p {
		if v != 0 {
			fmt.Print(i, "=", v, " ")
		}
	}
	fmt.Println(len(p), cap(p[2:]))
	b := a
	for i, v := range b {
		b[len(b)-1-i] = v * 10
	}
	fmt.Println(b)
	arr := [4]int(a[2:6])
	ptr := (*[2]int)(a[2:])
	ptr[0] = 42
	fmt.Println(arr, *ptr, a[2])
	var zero [0]int
	fmt.Println(zero, len(zero), zero == [0]int{})
	m := [][]string{{"a"}, {}, nil, {"b", "c"}}
	fmt.Printf("%q %d\n", m, len(m[3]))
	pm := []*struct{ X, Y int }{{1, 2}, {3, 4}}
	fmt.Println(pm[1].Y, *pm[0])
	mk := map[[2]int]string{{1, 2}: "x", {3, 4}: "y"}
	fmt.Println(mk[[2]int{3, 4}], mk)
}
