package main

func main() {
	var s uint = 3
	var i int = 2
	var f float64 = 2
	_ = 1 << s
	_ = 1.0 << s
	_ = 1.5 << s
	_ = f << 1
	_ = 1 << f
	_ = 1 << 1.5
	_ = 1 << -1
	_ = i << -2
	_ = "a" << 1
	_ = 1 << "a"
	var a float32 = 1 << s
	var b int = 1.0 << s
	var c = 1.0<<s == 2
	_ = make([]int, 1.0<<s)
	_, _, _ = a, b, c
	_ = uint8(1) << 8
	_ = 1 << 2000
}
