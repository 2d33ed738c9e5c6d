package main

func main() {
	a := [3]int{}
	s := []int{}
	_ = a[2:1]
	_ = a[:4]
	_ = s[-1:]
	_ = s["a":]
	_ = "abc"[0:1:2]
	_ = [3]int{}[:]
	_ = map[int]int{}[:]
	_ = s[1:2:1]
	_ = "abc"[2:1]
	_ = 1[:]
}
