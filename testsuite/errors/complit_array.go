package main

func main() {
	_ = [2]int{1, 2, 3}
	_ = [...]int{5: 1, 5: 2}
	_ = []int{-1: 1}
	_ = []int{"a"}
	_ = []int{1.5: 0}
	_ = [3]int{3: 1}
	var a [...]int
	_ = []string{0: "a", 0: "b"}
	n := 2
	_ = [n]int{}
	_ = []int{n: 1}
	_ = a
}
