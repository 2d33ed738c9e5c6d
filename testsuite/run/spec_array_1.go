// Arrays of arrays, large values, arrays as keys, zero sizes, bounds of constants.
package main

import "fmt"

type Board [8][8]rune
type Big struct {
	a [1000]int
	s string
}

func (b *Board) Place(r, c int, x rune) { b[r][c] = x }
func (b Board) Count(x rune) (n int) {
	for _, row := range b {
		for _, c := range row {
			if c == x {
				n++
			}
		}
	}
	return
}

//go:noinline
func pass(b Big) Big { b.a[500]++; b.s += "x"; return b }

func queens(n int) (count int) {
	var cols, d1, d2 [32]bool
	var place func(r int)
	place = func(r int) {
		if r == n {
			count++
			return
		}
		for c := range n {
			if !cols[c] && !d1[r+c] && !d2[r-c+n] {
				cols[c], d1[r+c], d2[r-c+n] = true, true, true
				place(r + 1)
				cols[c], d1[r+c], d2[r-c+n] = false, false, false
			}
		}
	}
	place(0)
	return
}

func main() {
	var b Board
	b.Place(1, 2, 'x')
	b2 := b
	b2.Place(3, 4, 'x')
	fmt.Println(b.Count('x'), b2.Count('x'), b == b2, b.Count(0))
	var g Big
	h := pass(pass(g))
	fmt.Println(g.a[500], h.a[500], h.s, g == h, pass(g) == pass(g))
	fmt.Println(queens(6))
	seen := map[[2]int]int{}
	for i := range 20 {
		seen[[...]int{i % 3, i % 2}]++
	}
	fmt.Println(len(seen), seen[[2]int{1, 1}], seen)
	var z [3]struct{}
	for i := range z {
		fmt.Print(i, z[i], " ")
	}
	fmt.Println(len(z))
	arrs := [...][2]string{{"a", "b"}, 3: {1: "z"}}
	fmt.Printf("%q %d\n", arrs, len(arrs))
	p := &arrs
	for i := range p {
		p[i][0] += "!"
	}
	sl := p[1:3]
	sl[0] = [2]string{"s", "t"}
	fmt.Println(arrs, cap(sl))
	f := [2]func() int{func() int { return 1 }, func() int { return 2 }}
	fmt.Println(f[0]()+f[1](), [3]int{1, 2, 3}[1], len([10]int{}))
	var cube [2][3][4]int
	n := 0
	for i := range cube {
		for j := range cube[i] {
			for k := range cube[i][j] {
				cube[i][j][k] = n
				n++
			}
		}
	}
	fmt.Println(cube, cube[1][2][3])
}
