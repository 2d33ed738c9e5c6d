package main

type myint int

func main() {
	var i int
	var j int64
	var k myint
	var f float64
	var s string
	var b bool
	_ = i + j
	_ = i + k
	_ = i + f
	_ = i + s
	_ = s - s
	_ = s + 'a'
	_ = b && i
	_ = i && i
	_ = b + b
	_ = f % f
	_ = i &^ f
	_ = s * 2
	_ = nil + 1
	_ = i + nil
	_ = [1]int{} + [1]int{}
}
