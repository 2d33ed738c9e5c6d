// Maps with large keys and values: growth, deletion, op-assignment on fields through copies, iteration, nesting, checksums.
package main

import "fmt"

type huge struct {
	a [40]uint32
	s [2]string
	p *huge
}

func mkHuge(i int) (h huge) {
	for j := range h.a {
		h.a[j] = uint32(i*j + 1)
	}
	h.s[i&1] = fmt.Sprint("h", i)
	return
}

func (h *huge) sum() (s uint32) {
	for _, x := range h.a {
		s = s*3 + x
	}
	return s + uint32(len(h.s[0])+2*len(h.s[1]))
}

func main() {
	m := map[int]huge{}
	k := map[[20]int64]string{}
	for i := range 300 {
		h := mkHuge(i)
		m[i] = h
		h.a[0] = 999
		k[[20]int64{19: int64(i)}] = h.s[i&1]
		if i >= 100 && i%2 == 0 {
			delete(m, i-100)
			delete(k, [20]int64{19: int64(i - 100)})
		}
	}
	var x uint32
	for i, h := range m {
		x ^= h.sum() * uint32(i+1)
		h.a[1] = 0
	}
	var y uint32
	for i := range 300 {
		if h, ok := m[i]; ok {
			y ^= h.sum() * uint32(i+1)
			if k[[20]int64{19: int64(i)}] != h.s[i&1] {
				fmt.Println("keys differ", i)
			}
		}
	}
	fmt.Println(len(m), len(k), x == y, x)
	h := m[299]
	h.p = &h
	h.a[5]++
	m[299] = h
	h.a[5] = 0
	g := m[299]
	fmt.Println(g.a[5], g.p.a[5], g.p == &h, m[1000].s[0] == "", len(m[1000].a))
	mm := map[string]map[int]huge{"a": m, "b": {1: mkHuge(1)}}
	mm["b"][2] = mm["a"][299]
	z := mm["b"][2]
	fmt.Println(z.sum(), len(mm["b"]), mm["c"][5].p == nil)
	arr := map[bool][3]huge{true: {1: mkHuge(3)}}
	a := arr[true]
	a[1].a[0] = 77
	fmt.Println(arr[true][1].a[0], a[1].a[0], arr[false][2].s)
	clear(m)
	fmt.Println(len(mm["a"]), len(m))
}
