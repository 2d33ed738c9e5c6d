// Maps: NaN keys, interface keys, struct keys, mutation, missing entries.
package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
)

type K struct {
	a string
	b any
}

func main() {
	nan := math.NaN()
	m := map[float64]int{}
	for i := range 5 {
		m[nan] = i
	}
	_, ok := m[nan]
	delete(m, nan)
	sum := 0
	for k, v := range m {
		if k == k {
			fmt.Println("bad")
		}
		sum += v
	}
	fmt.Println(len(m), ok, sum)
	m[0] = 1
	m[math.Copysign(0, -1)] = 2
	clear(m)
	fmt.Println(len(m))
	a := map[any]string{1: "int", int8(1): "int8", "1": "str", 1.0: "float", [1]int{1}: "arr", K{"k", 2}: "K", nil: "nil", true: "bool", 'a': "rune"}
	for _, k := range []any{1, int8(1), "1", 1.0, [1]int{1}, K{"k", 2}, K{"k", int8(2)}, nil, true, 'a', int64(1), false} {
		v, ok := a[k]
		fmt.Printf("%q %t ", v, ok)
	}
	fmt.Println(len(a))
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(a[K{"k", []int{}}])
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		delete(a, any(map[int]int{}))
	}()
	var nm map[K]int
	fmt.Println(nm[K{}], len(nm), nm == nil)
	big := map[int]int{}
	for i := range 2000 {
		big[i*7] = i
	}
	for k := range big {
		if k%2 == 0 {
			delete(big, k)
		}
	}
	fmt.Println(len(big), big[7], big[14], slices.Max(slices.Collect(maps.Keys(big))))
	type pt struct{ x, y int8 }
	g := map[pt][]string{{1, 2}: {"a"}}
	g[pt{1, 2}] = append(g[pt{1, 2}], "b")
	g[pt{}] = nil
	fmt.Println(g, len(g[pt{}]))
	nested := map[string]map[string]int{"x": {"y": 1}}
	nested["x"]["z"]++
	fmt.Println(nested, nested["none"]["k"])
	cnt := map[rune]int{}
	for _, r := range "hello wörld" {
		cnt[r]++
	}
	fmt.Println(slices.Sorted(maps.Values(cnt)), cnt['l'], cnt['ö'])
	c1, c2 := make(chan int), make(chan int)
	cm := map[chan int]int{c1: 1, c2: 2}
	fmt.Println(cm[c1], cm[c2], cm[nil])
}
