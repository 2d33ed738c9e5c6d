// Arrays are values: nested arrays in assignment, comparison, calls, results, channels, maps, closures, range.
package main

import "fmt"

type Grid [3][4]int
type Cube [2]Grid
type Cell struct {
	tag  string
	data [5]int16
}

func (g Grid) set(i, j, v int) Grid   { g[i][j] = v; return g }
func (g *Grid) put(i, j, v int) *Grid { g[i][j] = v; return g }
func (g Grid) sum() (s int) {
	for _, row := range g {
		for _, v := range row {
			s += v
		}
	}
	return
}

func byValue(c Cube) Cube {
	c[1][2][3] = 99
	c[0] = c[1]
	return c
}

func rangeCopy() (out []int) {
	a := [4]int{1, 2, 3, 4}
	for i, v := range a {
		a[3-i] = 10 * v
		out = append(out, v)
	}
	for i, v := range &a {
		a[3-i] = v + 1
		out = append(out, v)
	}
	for i := range a {
		a = [4]int{}
		out = append(out, i)
	}
	return append(out, a[:]...)
}

func swapRows(g *Grid) { g[0], g[2] = g[2], g[0] }

func literals() any {
	const k = 3
	return []any{
		[...]int{k: 7, 1, 0: 2, 5}, [...]string{"a", 4: "e", 2: "c"}, [2][2]int{{1}, {1: 2}}, [...][2]*int{{nil}}, [0]int{},
		[...]Cell{{"x", [5]int16{1, 2}}, 2: {tag: "z"}}, len([...]byte{'z': 0}), [2]bool{1: true},
	}
}

func main() {
	var g Grid
	h := g.set(1, 2, 5)
	g.put(0, 0, 1).put(2, 3, 7)
	fmt.Println(g, h, g.sum(), h.sum(), g == h, g != *new(Grid))
	swapRows(&g)
	var c Cube
	c[1] = g
	d := byValue(c)
	fmt.Println(c, d, c == d, c[1] == g, d[0] == d[1])
	fmt.Println(rangeCopy())
	fmt.Println(literals())
	m := map[Grid]string{g: "g", h: "h"}
	g2 := g
	fmt.Println(m[g2], m[h], len(m), m[Grid{}] == "")
	m2 := map[string]Cube{"c": c}
	x := m2["c"]
	x[0][0][0] = 1
	fmt.Println(m2["c"] == c, x == c)
	ch := make(chan Cube, 1)
	ch <- x
	x[0][0][0] = 2
	y := <-ch
	fmt.Println(y[0][0], x[0][0])
	var i any = y
	z := i.(Cube)
	z[0][1][1] = 8
	fmt.Println(i == any(y), i == any(z), i.(Cube)[0][1])
	fn := func() Cell { return Cell{"cell", [5]int16{4: 4}} }
	fmt.Println(fn().data[4], len(fn().data), fn().data == [...]int16{0, 0, 0, 0, 4})
	p := &c[1][0]
	c = d
	p[1] = -1
	fmt.Println(c[1][0], cap(p), len(c[0][0]))
	arr := [3]func() int{}
	for i := range arr {
		arr[i] = func() int { return i * i }
	}
	cp := arr
	arr[2] = nil
	fmt.Println(cp[2](), arr[2] == nil)
	q := [2][]int{{1}, {2}}
	r := q
	r[0][0] = 9
	r[1] = []int{3}
	fmt.Println(q, r)
}
