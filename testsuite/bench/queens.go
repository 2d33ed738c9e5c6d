// N queens by backtracking: recursion with slices of bools.
package main

import "fmt"

type board struct {
	n             int
	col, up, down []bool
	solutions     int
}

func (b *board) place(row int) {
	if row == b.n {
		b.solutions++
		return
	}
	for c := 0; c < b.n; c++ {
		u, d := row+c, row-c+b.n-1
		if b.col[c] || b.up[u] || b.down[d] {
			continue
		}
		b.col[c], b.up[u], b.down[d] = true, true, true
		b.place(row + 1)
		b.col[c], b.up[u], b.down[d] = false, false, false
	}
}

func main() {
	const n = 13
	b := &board{n: n, col: make([]bool, n), up: make([]bool, 2*n), down: make([]bool, 2*n)}
	b.place(0)
	fmt.Println(b.solutions)
}
