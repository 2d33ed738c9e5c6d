package main

type A map[[]int]int
type B map[func()]int
type C map[map[int]int]int
type D map[struct{ f []int }]int
type E map[interface{}]int
type F map[[2]string]int
type G map[*[]int]bool

func g[K any, V any]() { var _ map[K]V }

func main() {
	m := map[string]int{"a": 1, "b": 2, "a": 3}
	_ = m[1]
	m["x"] = "y"
	_ = map[int]string{1: 2, "x": "y"}
	_ = map[int]int{1, 2}
	_ = map[interface{}]int{1: 1, 1.0: 2, "1": 3, 1: 4}
	_ = &m["a"]
	_ = cap(m)
	delete(m, 1)
	delete(m)
}
