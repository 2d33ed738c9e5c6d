package main

func main() {
	_ = map[string]int{"a": 1, "a": 2}
	_ = map[string]int{"a"}
	_ = map[string]int{1: 1}
	_ = map[string]int{"a": "b"}
	_ = map[[]int]string{}
	_ = map[func()]int{}
	_ = map[any]int{1: 1, "a": 2, 1: 3}
	_ = map[string][]int{"x": {1, "y"}}
	_ = [][]int{{1}, {"a"}}
	_ = []*struct{ x int }{{1}, {2, 3}}
}
