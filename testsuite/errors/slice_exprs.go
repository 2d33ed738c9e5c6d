package main

func main() {
	var a [4]int
	var s []int
	var str string
	var m map[int]int
	_ = a[1:5]
	_ = a[3:2]
	_ = s[2:1]
	_ = s[1:2:1]
	_ = s[-1:]
	_ = s["a":]
	_ = s[1.5:]
	_ = str[1:2:3]
	_ = "abc"[1:5]
	_ = "abc"[2:1]
	_ = m[1:2]
	_ = 5[1:2]
	_ = [3]int{}[:]
	p := &a
	_ = p[:5]
	pp := &p
	_ = pp[:]
}
