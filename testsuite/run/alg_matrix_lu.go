// LU decomposition, determinants and inversion of matrices as arrays of arrays and as slices, exact fractions beside floats.
package main

import "fmt"

type frac struct{ n, d int64 }
type M4 [4][4]frac

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	if a < 0 {
		return -a
	}
	return a
}

func fr(n, d int64) frac {
	if d < 0 {
		n, d = -n, -d
	}
	if g := gcd(n, d); g > 1 {
		n, d = n/g, d/g
	}
	return frac{n, d}
}

func (a frac) add(b frac) frac { return fr(a.n*b.d+b.n*a.d, a.d*b.d) }
func (a frac) mul(b frac) frac { return fr(a.n*b.n, a.d*b.d) }
func (a frac) div(b frac) frac { return fr(a.n*b.d, a.d*b.n) }
func (a frac) neg() frac       { return frac{-a.n, a.d} }
func (a frac) String() string {
	if a.d == 1 {
		return fmt.Sprint(a.n)
	}
	return fmt.Sprint(a.n, "/", a.d)
}

func (m M4) mul(o M4) (r M4) {
	for i := range m {
		for j := range o {
			r[i][j] = fr(0, 1)
			for k := range m[i] {
				r[i][j] = r[i][j].add(m[i][k].mul(o[k][j]))
			}
		}
	}
	return
}

func (m M4) invert() (inv M4, det frac, ok bool) {
	det = fr(1, 1)
	for i := range inv {
		for j := range inv[i] {
			inv[i][j] = fr(0, 1)
		}
		inv[i][i] = fr(1, 1)
	}
	for c := range m {
		p := c
		for p < 4 && m[p][c].n == 0 {
			p++
		}
		if p == 4 {
			return inv, fr(0, 1), false
		}
		if p != c {
			m[p], m[c] = m[c], m[p]
			inv[p], inv[c] = inv[c], inv[p]
			det = det.neg()
		}
		det = det.mul(m[c][c])
		pivot := m[c][c]
		for j := range m[c] {
			m[c][j] = m[c][j].div(pivot)
			inv[c][j] = inv[c][j].div(pivot)
		}
		for r := range m {
			if r == c {
				continue
			}
			f := m[r][c].neg()
			for j := range m[r] {
				m[r][j] = m[r][j].add(f.mul(m[c][j]))
				inv[r][j] = inv[r][j].add(f.mul(inv[c][j]))
			}
		}
	}
	return inv, det, true
}

func det(m [][]float64) float64 {
	n, d := len(m), 1.0
	for c := range n {
		for r := c + 1; r < n; r++ {
			if m[c][c] == 0 {
				m[c], m[r] = m[r], m[c]
				d = -d
			}
			f := m[r][c] / m[c][c]
			for j := c; j < n; j++ {
				m[r][j] -= f * m[c][j]
			}
		}
		d *= m[c][c]
	}
	return d
}

func main() {
	var m M4
	g := make([][]float64, 4)
	for i := range m {
		g[i] = make([]float64, 4)
		for j := range m[i] {
			v := int64((i*7+j*j*3)%11 - 4)
			m[i][j] = fr(v, 1)
			g[i][j] = float64(v)
		}
	}
	inv, d, ok := m.invert()
	fmt.Println(inv, d, ok)
	id := m.mul(inv)
	fmt.Println(id, id == inv.mul(m))
	fmt.Printf("%.6f\n", det(g))
	m[3] = m[1]
	_, d, ok = m.invert()
	fmt.Println(d, ok)
}
