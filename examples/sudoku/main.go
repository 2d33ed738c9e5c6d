// Sudoku by backtracking over the cell with the fewest candidates.
package main

import (
	"fmt"
	"math/bits"
	"strings"
)

type grid struct {
	cell            [9][9]uint8
	row, col, block [9]uint16 // digits used, as bits
	tries           int
}

func (g *grid) set(r, c int, d uint8) {
	g.cell[r][c] = d
	bit := uint16(1) << d
	g.row[r] |= bit
	g.col[c] |= bit
	g.block[r/3*3+c/3] |= bit
}

func (g *grid) clear(r, c int) {
	bit := uint16(1) << g.cell[r][c]
	g.cell[r][c] = 0
	g.row[r] &^= bit
	g.col[c] &^= bit
	g.block[r/3*3+c/3] &^= bit
}

func (g *grid) candidates(r, c int) uint16 {
	return 0x3FE &^ (g.row[r] | g.col[c] | g.block[r/3*3+c/3])
}

func (g *grid) solve() bool {
	bestR, bestC, best := -1, -1, 10
	for r := range 9 {
		for c := range 9 {
			if g.cell[r][c] != 0 {
				continue
			}
			if n := bits.OnesCount16(g.candidates(r, c)); n < best {
				bestR, bestC, best = r, c, n
			}
		}
	}
	if bestR < 0 {
		return true
	}
	for m := g.candidates(bestR, bestC); m != 0; m &= m - 1 {
		g.tries++
		g.set(bestR, bestC, uint8(bits.TrailingZeros16(m)))
		if g.solve() {
			return true
		}
		g.clear(bestR, bestC)
	}
	return false
}

func (g *grid) String() string {
	var b strings.Builder
	for r, row := range g.cell {
		if r > 0 && r%3 == 0 {
			b.WriteString("------+-------+------\n")
		}
		for c, d := range row {
			if c > 0 {
				b.WriteByte(' ')
				if c%3 == 0 {
					b.WriteString("| ")
				}
			}
			if d == 0 {
				b.WriteByte('.')
			} else {
				b.WriteByte('0' + d)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func parse(s string) *grid {
	g := &grid{}
	for i, c := range s {
		if c != '.' {
			g.set(i/9, i%9, uint8(c-'0'))
		}
	}
	return g
}

func main() {
	for _, s := range []string{
		"53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
		"8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
		"12345678." + "........9" + strings.Repeat(".", 63),
	} {
		g := parse(s)
		if !g.solve() {
			fmt.Println("no solution after", g.tries, "tries")
			continue
		}
		fmt.Print(g)
		fmt.Println(g.tries, "tries")
	}
}
