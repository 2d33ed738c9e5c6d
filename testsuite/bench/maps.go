// Maps: insertion, lookup, deletion, iteration, with int and string keys.
package main

import "fmt"

func ints() int {
	m := make(map[int]int)
	x := uint32(1)
	for i := 0; i < 1500000; i++ {
		x = x*1664525 + 1013904223
		m[int(x>>12)]++
	}
	s := 0
	for i := 0; i < 6000000; i++ {
		x = x*1664525 + 1013904223
		s += m[int(x>>12)]
	}
	for k, v := range m {
		if k&1 == 0 {
			delete(m, k)
		}
		s += v
	}
	return s + len(m)
}

func texts() int {
	keys := make([]string, 20000)
	for i := range keys {
		keys[i] = fmt.Sprintf("key-%d", i*7)
	}
	m := map[string]int{}
	for r := 0; r < 100; r++ {
		for i, k := range keys {
			m[k] += i ^ r
		}
	}
	s := 0
	for _, k := range keys {
		s += m[k]
	}
	return s + len(m)
}

func main() {
	fmt.Println(ints(), texts())
}
