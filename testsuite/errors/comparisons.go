package main

type T struct{ f []int }

func main() {
	_ = T{} == T{}
	_ = main == main
	_ = map[int]int{} == map[int]int{}
	_ = nil == nil
	_ = 1 == "a"
	_ = [2][]int{} == [2][]int{}
	_ = true < false
	_ = any(1) < any(2)
	_ = &T{} == (*int)(nil)
	_ = struct{}{} == 1
	var e error
	_ = e == 1
}
