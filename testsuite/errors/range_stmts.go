package main

func main() {
	var f func()
	var p *[3]int
	var pp *[]int
	for range 10 {
	}
	for i := range "abc" {
		_ = i
	}
	for i, j := range 10 {
	}
	for i := range 1.5 {
	}
	for i, v := range p {
		_, _ = i, v
	}
	for range pp {
	}
	for range f {
	}
	for a, b := range make(chan int) {
	}
	for range make(chan<- int) {
	}
	for i := range func(yield func(int) bool) {} {
		_ = i
	}
	for i, j := range func(yield func(int) bool) {} {
	}
	var s string
	for s = range []int{1} {
	}
	for range nil {
	}
}
