// Maps with keys of all kinds: interfaces, arrays, structs, channels, pointers, strings made at run time, growth and deletion.
package main

import (
	"fmt"
	"sort"
)

type key struct {
	a  int8
	s  string
	in any
	fl [2]float32
}
type iface interface{ id() int }
type A int
type B struct{ x, y int }

func (a A) id() int  { return int(a) }
func (b *B) id() int { return b.x }

func fill[K comparable](n int, mk func(int) K) (sum, size, missing int) {
	m := map[K]int{}
	for i := range n {
		m[mk(i)] += i
	}
	for i := 0; i < n; i += 3 {
		delete(m, mk(i))
		delete(m, mk(i))
	}
	for i := range n {
		v, ok := m[mk(i)]
		if !ok {
			missing++
		}
		sum += v
	}
	keys := 0
	for k, v := range m {
		if m[k] != v {
			panic("lookup differs from iteration")
		}
		keys++
	}
	if keys != len(m) {
		panic("iteration misses")
	}
	for i := range n {
		m[mk(i)]++
	}
	return sum, len(m), missing
}

func main() {
	const n = 700
	ptrs := make([]B, n)
	chans := make([]chan int, n)
	for i := range chans {
		chans[i] = make(chan int)
		ptrs[i].x = i
	}
	fmt.Println(fill(n, func(i int) int8 { return int8(i) }))
	fmt.Println(fill(n, func(i int) uint16 { return uint16(i * 97) }))
	fmt.Println(fill(n, func(i int) int32 { return int32(i) << 20 }))
	fmt.Println(fill(n, func(i int) uint64 { return uint64(i) << 57 }))
	fmt.Println(fill(n, func(i int) float64 { return float64(i) / 7 }))
	fmt.Println(fill(n, func(i int) complex64 { return complex(float32(i%5), float32(i)) }))
	fmt.Println(fill(n, func(i int) bool { return i%2 == 0 }))
	fmt.Println(fill(n, func(i int) string { return fmt.Sprint("k", i%300) }))
	fmt.Println(fill(n, func(i int) [3]byte { return [3]byte{byte(i), byte(i >> 8), 1} }))
	fmt.Println(fill(n, func(i int) [2]string { return [2]string{"x", fmt.Sprint(i / 2)} }))
	fmt.Println(fill(n, func(i int) key { return key{int8(i), fmt.Sprint(i), i, [2]float32{0, float32(i)}} }))
	fmt.Println(fill(n, func(i int) *B { return &ptrs[i] }))
	fmt.Println(fill(n, func(i int) chan int { return chans[i] }))
	fmt.Println(fill(n, func(i int) struct{} { return struct{}{} }))
	fmt.Println(fill(n, func(i int) [40]int { return [40]int{39: i} }))
	fmt.Println(fill(n, func(i int) iface {
		if i%2 == 0 {
			return A(i)
		}
		return &ptrs[i]
	}))
	fmt.Println(fill(n, func(i int) any {
		switch i % 6 {
		case 0:
			return i
		case 1:
			return int8(i)
		case 2:
			return fmt.Sprint(i)
		case 3:
			return [2]any{i, "x"}
		case 4:
			return B{i, i}
		}
		return nil
	}))
	m := map[key]map[string][]int{}
	for i := range 10 {
		k := key{s: string(rune('a' + i%3)), in: B{1, i % 2}}
		if m[k] == nil {
			m[k] = map[string][]int{}
		}
		m[k]["v"] = append(m[k]["v"], i)
	}
	var out []string
	for k, v := range m {
		out = append(out, fmt.Sprint(k.s, k.in, v))
	}
	sort.Strings(out)
	fmt.Println(out)
	bs := []byte("key")
	ms := map[string]int{"key": 1, "kez": 2}
	bs[2]++
	fmt.Println(ms[string(bs)], ms[string(bs[:2])+"y"], len(ms))
	ma := map[[2]string]int{{"k", string(bs)}: 5}
	bs[0] = 'j'
	fmt.Println(ma[[2]string{"k", "kez"}], ma[[2]string{"k", string(bs)}])
}
