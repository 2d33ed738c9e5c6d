package main

func main() {
	_ = [2]int{1, 2, 3}
	_ = [2]int{2: 1}
	_ = [3]int{1: 1, 1: 2}
	_ = []int{0: 1, 0: 2}
	_ = [...]string{1: "a", "b", 1: "c"}
	_ = []int{-1: 2}
	_ = []int{"a": 1}
	i := 1
	_ = []int{i: 1}
	_ = [...]int{5: 1, 2}[7]
	_ = []string{1, 'a', nil}
	_ = [][]int{{1}, {"a"}, 3}
	_ = []*struct{ a int }{{1}, {a: 2}, {b: 3}}
	_ = [1 << 3]bool{9: true}
	_ = int{1}
	_ = []int{1: {2}}
	_ = map[string][]int{"a": {1}, "b": 2}
}
