// Conway's game of life on a torus and on an unbounded board kept in a map.
package main

import "fmt"

type point struct{ x, y int }

func (p point) around(f func(point)) {
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			if dx|dy != 0 {
				f(point{p.x + dx, p.y + dy})
			}
		}
	}
}

type board map[point]struct{}

func (b board) step() board {
	n := map[point]int{}
	for p := range b {
		p.around(func(q point) { n[q]++ })
	}
	next := board{}
	for p, k := range n {
		if _, alive := b[p]; k == 3 || k == 2 && alive {
			next[p] = struct{}{}
		}
	}
	return next
}

func (b board) bounds() (lo, hi point) {
	first := true
	for p := range b {
		if first {
			lo, hi, first = p, p, false
		}
		lo.x, lo.y = min(lo.x, p.x), min(lo.y, p.y)
		hi.x, hi.y = max(hi.x, p.x), max(hi.y, p.y)
	}
	return
}

const size = 8

type torus [size][size]bool

func (t torus) step() (n torus) {
	for x := range t {
		for y := range t[x] {
			k := 0
			point{x, y}.around(func(q point) {
				if t[(q.x+size)%size][(q.y+size)%size] {
					k++
				}
			})
			n[x][y] = k == 3 || k == 2 && t[x][y]
		}
	}
	return
}

func main() {
	glider := []point{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}}
	b, t := board{}, torus{}
	for _, p := range glider {
		b[p] = struct{}{}
		t[p.x][p.y] = true
	}
	start := t
	for i := range 4 * size {
		if i%8 == 0 {
			lo, hi := b.bounds()
			fmt.Println(i, len(b), lo, hi)
		}
		b, t = b.step(), t.step()
	}
	fmt.Println(t == start, b.step().step().step().step() != nil)
	r := board{}
	for _, p := range []point{{0, 1}, {0, 2}, {1, 0}, {1, 1}, {2, 1}} {
		r[p] = struct{}{}
	}
	for range 100 {
		r = r.step()
	}
	lo, hi := r.bounds()
	fmt.Println(len(r), lo, hi)
}
