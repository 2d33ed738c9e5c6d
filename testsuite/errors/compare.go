package main

type st struct{ f []int }
type ok struct{ a int }

func main() {
	var s, u []int
	var m map[int]int
	var f func()
	var a, b st
	var c, d ok
	var p *int
	var q *string
	var e error
	_ = s == u
	_ = s == nil
	_ = m == m
	_ = f == f
	_ = f == nil
	_ = a == b
	_ = c == d
	_ = c < d
	_ = p == q
	_ = e == 1
	_ = e == nil
	_ = nil == nil
	_ = 1 == nil
	_ = p < p
	_ = "a" < 1
	_ = true < false
	_ = [2]int{} == [3]int{}
	_ = [1][]int{} == [1][]int{}
}
