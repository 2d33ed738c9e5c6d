package main

type T struct{}

func main() {
	a := [3]int{}
	s := []int{}
	m := map[string]int{}
	_ = a[3]
	_ = a[-1]
	_ = a["x"]
	_ = s[1.5]
	_ = m[1]
	_ = "abc"[3]
	_ = T{}[0]
	_ = s[nil]
	"abc"[0] = 'x'
	_ = 1[0]
	var p *[]int
	_ = p[0]
}
