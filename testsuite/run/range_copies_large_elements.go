// Range over arrays and slices of large structs: the copy is the iteration's, elements change beside it, closures keep their own.
package main

import "fmt"

type row struct {
	v    [25]int
	name string
	sub  [2]struct{ a, b float64 }
}

func sum(rs []row) (s int) {
	for i, r := range rs {
		r.v[0] += 1000
		rs[len(rs)-1-i].v[1]++
		s += r.v[0] + r.v[1]*10 + len(r.name)
	}
	return
}

func sumArr(rs [4]row) (s int) {
	for i, r := range rs {
		rs[3-i].v[1] += 5
		s = s*7 + r.v[1]
	}
	for i, r := range &rs {
		rs[3-i].v[1] += 5
		s = s*7 + r.v[1]
	}
	return
}

func nested(g [3][3]row) (s string) {
	for y, line := range g {
		for x, c := range line {
			g[y][x].name = "changed"
			line[(x+1)%3].name += "+"
			s += c.name + ","
		}
		s += g[y][0].name[:1] + line[0].name + ";"
	}
	return
}

func closures(rs []row) (fs []func() (string, int)) {
	for _, r := range rs {
		fs = append(fs, func() (string, int) { r.v[2]++; return r.name, r.v[2] })
	}
	return
}

func main() {
	rs := make([]row, 5)
	var arr [4]row
	var g [3][3]row
	for i := range rs {
		rs[i].name = fmt.Sprint("r", i)
		rs[i].v[0], rs[i].v[1] = i, i*i
		if i < 4 {
			arr[i] = rs[i]
		}
	}
	for y := range g {
		for x := range g[y] {
			g[y][x].name = fmt.Sprint(y, x)
		}
	}
	fmt.Println(sum(rs), sum(rs), sumArr(arr), arr[0].v[1], nested(g), g[0][0].name)
	fs := closures(rs)
	for i := range rs {
		rs[i].name = "later"
	}
	for i, f := range fs {
		f()
		fmt.Print(rs[i].v[2], " ")
		fmt.Println(f())
	}
	var last row
	for _, last = range rs[:2] {
		last.sub[1].b += 1.5
	}
	fmt.Println(last.sub, rs[1].sub, last.name)
}
