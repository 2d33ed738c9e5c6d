// A Sudoku solver by backtracking over bit sets; arrays of arrays passed by value.
package main

import (
	"fmt"
	"math/bits"
	"strings"
)

type grid [9][9]uint8

type state struct {
	g              grid
	row, col, box  [9]uint16
	left           int
}

func (s *state) set(r, c int, v uint8) bool {
	bit := uint16(1) << v
	if (s.row[r]|s.col[c]|s.box[r/3*3+c/3])&bit != 0 {
		return false
	}
	s.g[r][c] = v
	s.row[r] |= bit
	s.col[c] |= bit
	s.box[r/3*3+c/3] |= bit
	s.left--
	return true
}

var tried int

// Takes the state by value: each try works on its own copy.
func solve(s state) (grid, bool) {
	tried++
	if s.left == 0 {
		return s.g, true
	}
	best, br, bc := 10, 0, 0
	for r := range 9 {
		for c := range 9 {
			if s.g[r][c] != 0 {
				continue
			}
			free := 9 - bits.OnesCount16(s.row[r]|s.col[c]|s.box[r/3*3+c/3])
			if free < best {
				best, br, bc = free, r, c
			}
		}
	}
	for v := uint8(1); v <= 9; v++ {
		next := s
		if !next.set(br, bc, v) {
			continue
		}
		if g, ok := solve(next); ok {
			return g, true
		}
	}
	return grid{}, false
}

func parse(text string) (s state, ok bool) {
	s.left = 81
	for i, ch := range strings.Join(strings.Fields(text), "") {
		if ch != '.' && !s.set(i/9, i%9, uint8(ch-'0')) {
			return s, false
		}
	}
	return s, true
}

func main() {
	s, ok := parse(`53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79`)
	before := s.g
	g, solved := solve(s)
	fmt.Println(ok, solved, tried, before == s.g, g != before)
	for _, row := range g {
		fmt.Println(row)
	}
	_, ok = parse("11" + strings.Repeat(".", 79))
	fmt.Println(ok)
	s, _ = parse("12345678." + "........9" + strings.Repeat(".", 63))
	_, solved = solve(s)
	fmt.Println(solved)
}
