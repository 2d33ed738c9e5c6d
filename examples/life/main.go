// Conway's game of life on a torus: arrays, bit operations, methods.
package main

import "fmt"

const size = 20

type board [size]uint32

func (b *board) set(x, y int) { b[(y+size)%size] |= 1 << uint((x+size)%size) }

func (b *board) alive(x, y int) int { return int(b[(y+size)%size] >> uint((x+size)%size) & 1) }

func (b board) next() (out board) {
	for y := range b {
		for x := range size {
			n := -b.alive(x, y)
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					n += b.alive(x+dx, y+dy)
				}
			}
			if n == 3 || n == 2 && b.alive(x, y) == 1 {
				out.set(x, y)
			}
		}
	}
	return out
}

func (b board) String() string {
	var s []byte
	for y := range b {
		for x := range size {
			s = append(s, ".#"[b.alive(x, y)])
		}
		s = append(s, '\n')
	}
	return string(s)
}

func main() {
	var b board
	for _, c := range [][2]int{{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}, {10, 10}, {11, 10}, {12, 10}, {5, 15}, {6, 15}, {5, 16}, {6, 16}} {
		b.set(c[0], c[1])
	}
	first := b
	seen := map[board]int{}
	for gen := 0; ; gen++ {
		if at, ok := seen[b]; ok {
			fmt.Println("generation", gen, "is like", at)
			break
		}
		seen[b] = gen
		if gen%30 == 0 {
			fmt.Printf("generation %d\n%v", gen, b)
		}
		b = b.next()
	}
	fmt.Println(b == first)
}
