package main

type A int
type B int

func main() {
	var a A
	var b B
	_ = a + b
	_ = a + 1.5
	_ = "a" + 1
	_ = "a" - "b"
	_ = true + false
	_ = a && b
	_ = 1 + nil
	_ = []int{} == []int{}
	_ = func() {} == nil
	_ = 5 % 2.0
	_ = a &^ 1.5
}
