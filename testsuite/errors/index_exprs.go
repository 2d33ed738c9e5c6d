package main

type T struct{}

func main() {
	var t T
	var i int
	var p *[]int
	var e any
	_ = t[0]
	_ = i[0]
	_ = p[0]
	_ = e[0]
	_ = "abc"[3]
	_ = "abc"[1]
	s := "abc"
	s[0] = 'x'
	_ = &s[0]
	_ = []int{1}[true]
	_ = []int{1}[1<<70]
	_ = nil[0]
	_ = main[0]
}
