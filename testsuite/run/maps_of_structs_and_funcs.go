// Maps whose values are structs, arrays, funcs, slices, maps, interfaces and channels; op-assignment on elements, zero values, nil maps.
package main

import (
	"fmt"
	"sort"
	"strings"
)

type acc struct {
	n    int
	hist [4]int
	tags []string
}
type grid map[[2]int8]rune

func (g grid) String() string {
	var sb strings.Builder
	for y := int8(0); y < 3; y++ {
		for x := int8(0); x < 4; x++ {
			r := g[[2]int8{x, y}]
			if r == 0 {
				r = '.'
			}
			sb.WriteRune(r)
		}
		sb.WriteByte('/')
	}
	return sb.String()
}

func group[K comparable, V any](vs []V, key func(V) K) map[K][]V {
	m := map[K][]V{}
	for _, v := range vs {
		m[key(v)] = append(m[key(v)], v)
	}
	return m
}

func keys[V any](m map[string]V) (ks []string) {
	for k := range m {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	return
}

func ops() string {
	i := map[string]int{}
	i["a"]++
	i["a"] <<= 4
	i["b"] -= 3
	i["b"] *= i["a"]
	i["c"] |= 6
	i["c"] &^= 2
	i["d"] += len(i)
	f := map[bool]float64{}
	f[true] += 1.5
	f[i["a"] > 100] /= 2
	s := map[int8]string{}
	s[-1] += "x"
	s[-1] += s[-1]
	u := map[string]uint8{"w": 250}
	u["w"] += 10
	u["v"]--
	c := map[int]complex64{}
	c[1] += 2i
	c[1] *= c[1]
	return fmt.Sprint(i, f, s, u, c)
}

func main() {
	m := map[string]acc{}
	for i, w := range strings.Fields("to be or not to be that is the question to be") {
		a := m[w]
		a.n++
		a.hist[i%4] += i
		a.tags = append(a.tags, fmt.Sprint(i))
		m[w] = a
	}
	for _, k := range keys(m) {
		fmt.Print(k, m[k], " ")
	}
	fmt.Println(m["none"].n, m["none"].tags == nil, m["to"].hist[0])
	g := grid{{0, 0}: 'a', {3, 2}: 'z'}
	g[[2]int8{1, 1}]++
	g[[2]int8{1, 1}] += 'm'
	fmt.Println(g, len(g))
	fs := map[string]func(...int) int{"sum": func(x ...int) int {
		s := 0
		for _, v := range x {
			s += v
		}
		return s
	}, "nil": nil}
	fs["twice"] = func(x ...int) int { return fs["sum"](x...) + fs["sum"](append(x, 1)...) }
	fmt.Println(fs["twice"](1, 2), fs["nil"] == nil, fs["zz"] == nil, len(fs))
	mm := map[string]map[int]map[string]*acc{}
	put := func(a string, b int, c string) *acc {
		if mm[a] == nil {
			mm[a] = map[int]map[string]*acc{}
		}
		if mm[a][b] == nil {
			mm[a][b] = map[string]*acc{}
		}
		if mm[a][b][c] == nil {
			mm[a][b][c] = &acc{}
		}
		return mm[a][b][c]
	}
	put("x", 1, "y").n = 5
	put("x", 1, "y").hist[2]++
	put("x", 1, "y").hist[2] *= 7
	put("x", 2, "z").tags = []string{"q"}
	fmt.Println(*mm["x"][1]["y"], len(mm["x"]), mm["none"][3]["deep"] == nil, len(mm["x"][2]["z"].tags))
	fmt.Println(group([]int{1, 2, 3, 4, 5, 6, 7}, func(i int) int { return i % 3 }), group(strings.Fields("a bb c dd"), func(s string) int { return len(s) }))
	chs := map[int]chan string{1: make(chan string, 1)}
	chs[1] <- "sent"
	an := map[any]any{1: "i", "1": 's', 1.0: []int{1}, [1]any{1}: nil, nil: 5}
	v, ok := an[[1]any{1}]
	_, no := an[int8(1)]
	fmt.Println(<-chs[1], an[nil], an["1"], v, ok, no, ops())
	var nm map[string][]int
	x, ok := nm["q"]
	delete(nm, "q")
	for range nm {
		fmt.Println("never")
	}
	func() {
		defer func() { fmt.Println(x == nil, ok, len(nm), recover()) }()
		nm["q"] = append(nm["q"], 1)
	}()
}
