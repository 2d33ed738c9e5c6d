// Life on arrays of bytes, on bit boards and on a map of points: three ways that must agree, with patterns checksummed.
package main

import "fmt"

const n = 64

type board [n][n]uint8
type bitsBoard [n]uint64
type pt struct{ x, y int8 }
type sparse map[pt]bool

func (b *board) step() (out board) {
	for y := range b {
		for x := range b[y] {
			c := uint8(0)
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					if dx != 0 || dy != 0 {
						c += b[(y+dy+n)%n][(x+dx+n)%n]
					}
				}
			}
			if c == 3 || c == 2 && b[y][x] == 1 {
				out[y][x] = 1
			}
		}
	}
	return
}

func (b bitsBoard) step() (out bitsBoard) {
	rot := func(x uint64) (l, r uint64) { return x<<1 | x>>63, x>>1 | x<<63 }
	for y := range b {
		up, mid, down := b[(y+n-1)%n], b[y], b[(y+1)%n]
		var s0, s1, s2 uint64
		add := func(v uint64) {
			c := s0 & v
			s0 ^= v
			d := s1 & c
			s1 ^= c
			s2 |= d
		}
		for _, row := range [2]uint64{up, down} {
			l, r := rot(row)
			add(l)
			add(row)
			add(r)
		}
		l, r := rot(mid)
		add(l)
		add(r)
		out[y] = ^s2 & s1 & (s0 | mid)
	}
	return
}

func (s sparse) step() sparse {
	count := map[pt]int{}
	for p := range s {
		for dy := range 3 {
			for dx := range 3 {
				if dx != 1 || dy != 1 {
					count[pt{(p.x + int8(dx) - 1) & (n - 1), (p.y + int8(dy) - 1) & (n - 1)}]++
				}
			}
		}
	}
	out := sparse{}
	for p, c := range count {
		if c == 3 || c == 2 && s[p] {
			out[p] = true
		}
	}
	return out
}

func (b *board) pack() (out bitsBoard) {
	for y, row := range b {
		for x, v := range row {
			out[y] |= uint64(v) << x
		}
	}
	return
}

func (s sparse) pack() (out bitsBoard) {
	for p := range s {
		out[p.y] |= 1 << p.x
	}
	return
}

func main() {
	var b board
	s := sparse{}
	for _, p := range []string{"...11..1", ".1.1.1..", "111.....", ".1......", "..1..11.", "1.....1."} {
		for i, c := range p {
			if c == '1' {
				y, x := len(s)%13+i, i*3+len(s)
				b[y][x%n] = 1
				s[pt{int8(x % n), int8(y)}] = true
			}
		}
	}
	g := b.pack()
	for gen := range 121 {
		if p, q := b.pack(), s.pack(); p != g || q != g {
			fmt.Println("differ at", gen)
			return
		}
		if gen%20 == 0 {
			h := uint64(0)
			for _, row := range g {
				h = h*0x9E3779B97F4A7C15 + row
			}
			fmt.Println(gen, len(s), h)
		}
		b, g, s = b.step(), g.step(), s.step()
	}
}
