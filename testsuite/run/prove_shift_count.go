// A shift count whose range as int includes negative numbers bounds nothing.
package main

type board [20]uint32

func (b *board) set(x, y int)       { b[(y+20)%20] |= 1 << uint((x+20)%20) }
func (b *board) alive(x, y int) int { return int(b[(y+20)%20] >> uint((x+20)%20) & 1) }

//go:noinline
func (b board) next() (out board) {
	for y := range b {
		for x := range 20 {
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

func main() {
	var b board
	b.set(1, 0)
	b.set(2, 1)
	b.set(0, 2)
	b.set(1, 2)
	b.set(2, 2)
	for gen := 0; gen < 8; gen++ {
		b = b.next()
		for y := range b {
			print(b[y], " ")
		}
		println()
	}
}
