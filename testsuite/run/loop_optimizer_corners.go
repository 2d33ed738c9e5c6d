// Loops that optimizers get wrong: wrapping counters, aliasing stores, early exits, invariant divisions, reductions, unrolled tails.
package main

import "fmt"

//go:noinline
func wrap8(start, step uint8) (n int) {
	for i := start; i != 0; i += step {
		if n++; n > 1000 {
			break
		}
	}
	return
}

//go:noinline
func alias(dst, src []int, k int) {
	for i := range src {
		dst[i+k] = src[i] + 1
	}
}

//go:noinline
func aliasPtr(a []int, p *int) (s int) {
	for i := range a {
		a[i] += *p
		s += *p
	}
	return
}

//go:noinline
func invariant(a []int, d int, b bool) (s int) {
	for _, x := range a {
		if b {
			s += x / d
		}
	}
	return
}

//go:noinline
func find(a []int32, x int32) int {
	for i, v := range a {
		if v == x {
			return i
		}
	}
	return -1
}

//go:noinline
func sumTail(a []float32) (s float32) {
	for _, x := range a {
		s += x
	}
	return
}

//go:noinline
func counts(b []byte) (h [256]int) {
	for _, c := range b {
		h[c]++
	}
	return
}

//go:noinline
func down(n int) (s int) {
	for i := n; i >= 0; i -= 3 {
		s = s*7 + i
	}
	return
}

//go:noinline
func nested(n int) (s int) {
	for i := 0; i < n; i++ {
		for j := i; j < n; j += i + 1 {
			for k := j; k > 0; k /= 2 {
				if k == 5 {
					continue
				}
				s += i ^ j ^ k
			}
		}
	}
	return
}

//go:noinline
func overflowSum(a []int32) (s int32, t int64) {
	for _, x := range a {
		s += x
		t += int64(x)
	}
	return
}

//go:noinline
func collatzMax(n uint32) (best uint32, at uint32) {
	for i := uint32(1); i < n; i++ {
		c, x := uint32(0), uint64(i)
		for x != 1 {
			if x%2 == 0 {
				x >>= 1
			} else {
				x = 3*x + 1
			}
			c++
		}
		if c > best {
			best, at = c, i
		}
	}
	return
}

//go:noinline
func shiftLoop(x uint64) (s uint) {
	for x != 0 {
		s = s<<1 ^ uint(x&3)
		x >>= 3
	}
	for i := uint(0); i < 70; i += 7 {
		s ^= 1 << i
		s += uint(int64(-1) >> i & 0xff)
	}
	return
}

//go:noinline
func memsetLike(a []uint16, v uint16) {
	for i := range a {
		a[i] = v
	}
	for i := 0; i < len(a)/2; i++ {
		a[i] = a[len(a)-1-i] + uint16(i)
	}
}

//go:noinline
func selectMax(a []int) (m, idx int) {
	m = -1 << 63
	for i := len(a) - 1; i >= 0; i-- {
		if a[i] >= m {
			m, idx = a[i], i
		}
	}
	return
}

func main() {
	fmt.Println(wrap8(1, 1), wrap8(2, 2), wrap8(1, 2), wrap8(0, 5), wrap8(255, 255), wrap8(7, 64))
	for k := range 4 {
		a := make([]int, 24)
		alias(a, a[:20], k)
		fmt.Print(a[0], a[1], a[19], a[22], " ")
	}
	a := []int{1, 2, 3, 4, 5, 6, 7}
	fmt.Println(aliasPtr(a, &a[3]), a)
	fmt.Println(invariant(a, 0, false), invariant(nil, 0, true), invariant(a, -1, true))
	x := make([]int32, 37)
	for i := range x {
		x[i] = int32(i * 1000003 * 977)
	}
	fmt.Println(find(x, x[0]), find(x, x[36]), find(x, x[17]), find(x, 5), find(nil, 0))
	f := make([]float32, 19)
	for i := range f {
		f[i] = float32(i) * 1.1
	}
	for n := range len(f) {
		fmt.Print(sumTail(f[:n]), " ")
	}
	h := counts([]byte("mississippi\xff\xff\x00"))
	fmt.Println(h['s'], h[255], h[0], h['z'])
	fmt.Println(down(50), down(-1), down(0), nested(40))
	fmt.Println(overflowSum(x))
	fmt.Println(collatzMax(3000))
	fmt.Println(shiftLoop(0xdeadbeefcafebabe), shiftLoop(0))
	u := make([]uint16, 33)
	memsetLike(u, 65530)
	fmt.Println(u)
	fmt.Println(selectMax([]int{3, 9, 2, 9, 1}))
	fmt.Println(selectMax(nil))
}
