package main

func main() {
	var s uint = 2
	var f float64 = 1 << s
	_ = 1.5 << 1
	_ = 1 << 1.5
	_ = "a" << 1
	_ = 1 << "a"
	_ = 1 << -1
	var i int = 1.0 << s
	_ = f << 1
	_ = int8(1) << 8
	_ = [1 << s]int{}
	_ = i
}
